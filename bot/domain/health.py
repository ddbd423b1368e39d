"""Whether the bot does in time what it promised: what is late, how late, and what is wrong.

Two questions are kept apart. *Well*: nobody waits for anything, and Telegram is heard; else people
outside must know. *Alive*: the loops still turn; else only a new process helps, and never when it
is Telegram that is away.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

LATE = timedelta(seconds=60)
# Pictures and proposals may take minutes, and nobody is paged by them.
WORK_LATE = timedelta(minutes=5)
STALE = timedelta(minutes=2)
# Every loop turns at least twice a minute; a request for updates takes half a minute.
STUCK = timedelta(minutes=2)
CLOCK_OFF = timedelta(seconds=30)
LOW_DISK = 500 * 1024 * 1024
OLD_BACKUP = timedelta(days=2)


class Trouble(StrEnum):
    """One thing that is not well."""

    DUE = "due-late"
    WORK = "work-late"
    PAGE = "page-late"
    UNKEPT = "updates-unkept"
    UPDATES = "updates-stale"


class Waiting(Struct, frozen=True):
    """The oldest of its sort that should have happened: its kind, since when, and what failed."""

    kind: str
    since: datetime
    attempts: int = 0
    why: str | None = None


class Signs(Struct, frozen=True):
    """What is looked at: the oldest due row, slow work and page that wait, and the last updates.

    `updates_at` is when Telegram was last heard, `started_at` counts until it first was. While what
    it brought cannot be written down, `unkept_since` says since when.
    """

    started_at: datetime
    updates_at: datetime | None = None
    unkept_since: datetime | None = None
    due: Waiting | None = None
    work: Waiting | None = None
    page: Waiting | None = None


def age(waiting: Waiting | None, now: datetime) -> timedelta:
    """Return how long it has waited; nothing when nothing waits."""
    if waiting is None:
        return timedelta(0)
    return max(now - waiting.since, timedelta(0))


def troubles(signs: Signs, now: datetime) -> tuple[Trouble, ...]:
    """Return what is wrong, the worst first; empty when all is well."""
    heard_at = max(signs.updates_at or signs.started_at, signs.started_at)
    found = {
        Trouble.PAGE: age(signs.page, now) >= LATE,
        Trouble.UNKEPT: signs.unkept_since is not None and now - signs.unkept_since >= LATE,
        Trouble.DUE: age(signs.due, now) >= LATE,
        Trouble.UPDATES: now - heard_at >= STALE,
        Trouble.WORK: age(signs.work, now) >= WORK_LATE,
    }
    return tuple(trouble for trouble, is_so in found.items() if is_so)


def stuck(turned: Mapping[str, datetime | None], started_at: datetime, now: datetime) -> list[str]:
    """Name the loops that have not turned for so long that they never will."""
    return [name for name, at in turned.items() if now - max(at or started_at, started_at) >= STUCK]


class Disk(Struct, frozen=True):
    """Where the database lies: bytes free and in all."""

    free: int
    total: int

    @property
    def is_low(self) -> bool:
        """Whether it will soon be full: little is left, in bytes or in part."""
        return self.free < LOW_DISK or self.free * 20 < self.total


class Backup(Struct, frozen=True):
    """The newest copy of the database that lies beside it."""

    name: str
    made_at: datetime


class Process(Struct, frozen=True):
    """What the program knows of itself and of the machine, as it was asked for just now.

    `clock_ahead`: how far the machine's clock is before Telegram's; None when nobody has said.
    `pinged_at`: the last ping outside; None before the first.
    """

    version: str
    started_at: datetime
    engine: str = "sqlite"
    is_polling: bool = True
    updates_at: datetime | None = None
    unkept_since: datetime | None = None
    clock_ahead: timedelta | None = None
    size: int | None = None
    disk: Disk | None = None
    backup: Backup | None = None
    channels: tuple[str, ...] = ()
    pings: bool = False
    pinged_at: datetime | None = None


def is_clock_off(ahead: timedelta | None) -> bool:
    """Tell whether the machine's clock differs so much that times mislead people."""
    return ahead is not None and abs(ahead) > CLOCK_OFF


def is_backup_old(backup: Backup | None, now: datetime) -> bool:
    """Tell whether there is no fresh copy to go back to."""
    return backup is None or now - backup.made_at > OLD_BACKUP
