"""What can be wrong with a roster, and the part of it that is looked at."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from bot.domain.roster import Shift, ShiftState, is_running
from bot.domain.watch import Watch, spans
from bot.domain.watch_policy import WatchBook

Stretch = tuple[datetime, datetime]


class Trouble(StrEnum):
    """What can be wrong, the worst first."""

    GAP = "gap"  # a post that must be held has nobody
    DECLINED = "declined"  # somebody has said that they can't, and nobody else has the shift
    SHORT = "short"  # somebody, but fewer than the plan asks for
    ONE_DEEP = "one-deep"  # one person where two must be able to act
    UNREACHABLE = "unreachable"
    DOUBLE = "double"  # one person in two places
    UNCONFIRMED = "unconfirmed"
    REST = "rest"  # too little of it between two shifts: a warning


ORDER = tuple(Trouble)


class Problem(Struct, frozen=True):
    """One thing that is wrong from `start` up to `end`.

    `people` are those it is about; `left` the posts that can still be called while one is empty.
    Of too little rest, `start` and `end` are those of the rest itself.
    """

    trouble: Trouble
    start: datetime
    end: datetime
    posts: tuple[str, ...] = ()
    people: tuple[int, ...] = ()
    shift_ids: tuple[int, ...] = ()
    watch_id: int | None = None
    left: tuple[str, ...] = ()

    def lasts_at(self, at: datetime) -> bool:
        """Tell whether it is wrong at that instant."""
        return self.start <= at < self.end


class Opening(Struct, frozen=True, order=True):
    """A place of a watch's plan that nobody fills; `seat` is the post's place in the plan.

    `people` are there already, where several are asked for.
    """

    start: datetime
    end: datetime
    watch_id: int
    seat: int
    post: str
    people: tuple[int, ...] = ()


class View(Struct, frozen=True):
    """The part of the roster that is looked at, with all that the rules must know of it.

    `watches` are those whose plans must be kept; `shifts` of people who are gone are left out.
    """

    start: datetime
    end: datetime
    now: datetime
    shifts: Sequence[Shift]
    watches: Sequence[Watch]
    book: WatchBook
    zone: ZoneInfo
    unreachable: frozenset[int] = frozenset()

    def clipped(self, start: datetime, end: datetime) -> tuple[Stretch, ...]:
        """Return what of a period is looked at: itself, a part of it, or nothing."""
        begins, ends = max(start, self.start), min(end, self.end)
        return ((begins, ends),) if begins < ends else ()

    def spans(self, watch: Watch) -> list[Stretch]:
        """Return the times of a watch's shifts."""
        return spans(watch.start, watch.end, watch.plan.hours, self.zone)


def there(shifts: Iterable[Shift], posts: Iterable[str], at: datetime) -> tuple[int, ...]:
    """Return who has a running shift at one of the posts, each once, in order."""
    wanted = frozenset(posts)
    found = {
        shift.person_id
        for shift in shifts
        if shift.post in wanted and shift.state is not ShiftState.DRAFT and is_running(shift, at)
    }
    return tuple(sorted(found))


def touching(shifts: Iterable[Shift], start: datetime, end: datetime) -> list[Shift]:
    """Return the shifts that have a part in a period; one without length has none."""
    return [each for each in shifts if max(each.start, start) < min(each.end, end)]


def stretches(shifts: Iterable[Shift], start: datetime, end: datetime) -> list[Stretch]:
    """Return a period cut wherever a shift begins or ends: within each nothing changes."""
    cuts = {start, end}
    for shift in shifts:
        cuts |= {at for at in (shift.start, shift.end) if start < at < end}
    return list(pairwise(sorted(cuts)))


Piece = TypeVar("Piece", Opening, Problem)


def joined(pieces: Sequence[Piece], key: Callable[[Piece], object]) -> list[Piece]:
    """Return neighbours that touch and have the same key as one, from the first to the last."""
    whole: list[Piece] = []
    for piece in pieces:
        last = whole[-1] if whole else None
        if last is not None and key(last) == key(piece) and piece.start <= last.end:
            whole[-1] = replace(last, end=max(last.end, piece.end))
        else:
            whole.append(piece)
    return whole
