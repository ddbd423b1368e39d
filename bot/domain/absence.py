"""When somebody cannot be on duty (vắng mặt), as they write it: days, and perhaps why."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.domain.errors import Refused
from bot.domain.watch_words import read_day

LONGEST = timedelta(days=184)
LONGEST_BEGUN = timedelta(days=92)  # so far back a period without a year may have begun
LONGEST_REASON = 200
_DAY = r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?"
_NEAR = r"hôm nay|hom nay|ngày mai|ngay mai|mai|today|tomorrow"
_DASH = r"\s*(?:-|–|—|→|\bđến\b|\bden\b|\btới\b|\bto\b)\s*"  # noqa: RUF001 dashes people type
_PERIOD = re.compile(
    rf"(?:từ |tu |from )?(?P<first>{_DAY}|{_NEAR}|\d{{1,2}}(?={_DASH}\d{{1,2}}[/.]))"
    rf"(?:{_DASH}(?P<last>{_DAY}|{_NEAR}))?(?:[\s,;:]+(?P<reason>.*))?",
    re.IGNORECASE | re.DOTALL,
)


class Absence(Struct, frozen=True):
    """Somebody cannot be on duty from `start` up to `end`."""

    id: int
    person_id: int
    start: datetime
    end: datetime
    reason: str = ""


def read_period(words: str, today: date) -> tuple[date, date, str]:
    """Return the first and the last day, and what stands behind them; Refused when unreadable.

    Days without a year are the next such days; of a period that has begun, the last one is.
    """
    found = _PERIOD.fullmatch(words.strip())
    if found is None:
        raise Refused("refused-away-usage")
    first, reason = found["first"], " ".join((found["reason"] or "").split())
    if found["last"] is None:
        day = read_day(first, today)
        return _checked(day, day, today, reason)
    last = read_day(found["last"], today)
    if first.isdecimal():
        return _checked(_same_month(first, last), last, today, reason)
    begins = read_day(first, today)
    if begins > last:
        begins = read_day(first, last - LONGEST_BEGUN)
    return _checked(begins, last, today, reason)


def _same_month(written: str, last: date) -> date:
    try:
        return last.replace(day=int(written))
    except ValueError as error:
        raise Refused("refused-away-usage") from error


def _checked(first: date, last: date, today: date, reason: str) -> tuple[date, date, str]:
    if not first <= last or last - first > LONGEST:
        raise Refused("refused-away-usage")
    if last < today:
        raise Refused("refused-away-past")
    return first, last, reason[:LONGEST_REASON]


def period(first: date, last: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return whole days on clocks in `zone` as instants, the last day included."""
    start = datetime.combine(first, time(), zone)
    end = datetime.combine(last + timedelta(days=1), time(), zone)
    return start.astimezone(UTC), end.astimezone(UTC)
