"""How many reports are taken in an hour, from one person and from all together."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct


class Limits(Struct, frozen=True):
    """At most so many reports within `window`."""

    per_person: int = 5
    overall: int = 120
    window: timedelta = timedelta(hours=1)


LIMITS = Limits()


def free_at(
    limits: Limits, own: Sequence[datetime], everybody: Sequence[datetime], now: datetime
) -> datetime | None:
    """Return when the next report can be taken; None when it can be taken now.

    `own` and `everybody` are the instants of earlier reports, oldest first.
    """
    waits = [
        _free_at(own, limits.per_person, limits.window),
        _free_at(everybody, limits.overall, limits.window),
    ]
    later = [instant for instant in waits if instant is not None and instant > now]
    return max(later, default=None)


def _free_at(taken: Sequence[datetime], most: int, window: timedelta) -> datetime | None:
    # The place of the oldest report that still counts becomes free when it leaves the window.
    return taken[-most] + window if len(taken) >= most else None
