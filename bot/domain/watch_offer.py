"""When the leads are asked whether a holiday needs a watch: once in good time, and once more."""

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from bot.domain.calendar import Period
from bot.domain.watch_policy import WatchPolicy

OFFERED, DECLINED = "holiday-offered", "holiday-declined"
_NOT_YET = timedelta(0)


class Word(Struct, frozen=True):
    """What was said of a holiday: `OFFERED` to the leads, or `DECLINED` by one, on which day."""

    kind: str
    first: date
    last: date
    on: date


def is_offered(
    period: Period, today: date, policy: WatchPolicy, said: Iterable[Word], *, watched: bool
) -> bool:
    """Tell whether a holiday without a watch is to be offered today.

    The calendar may change meanwhile: whatever was said of one of its days was said of it.
    """
    ahead = period.first - today
    if watched or not _NOT_YET < ahead <= policy.offer_before:
        return False
    about = [word for word in said if period.touches(word.first, word.last)]
    if any(word.kind == DECLINED for word in about):
        return False
    again_on = period.first - policy.offer_again
    return not about or (len(about) == 1 and about[0].on < again_on <= today)
