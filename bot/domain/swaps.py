"""A swap (đổi ca): somebody else is asked for, one takes it, a lead may have to agree.

open ──take──▶ taken ──agree──▶ done      (done at once where nobody has to agree)
  │              ├──── refuse ──▶ refused
  └──────────────┴─▶ withdrawn · expired
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from bot.domain.errors import Refused
from bot.domain.people import Person, Role, may
from bot.domain.reliance import rest_between
from bot.domain.roster import Shift
from bot.domain.watch_policy import WatchPolicy


class SwapState(StrEnum):
    """Where the search for somebody else stands."""

    OPEN = "open"
    TAKEN = "taken"  # a lead must agree
    DONE = "done"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


LIVE = (SwapState.OPEN, SwapState.TAKEN)


class Swap(Struct, frozen=True):
    """Somebody is looked for to stand a shift, or the part of it from `start` up to `end`.

    `only_id` is the one person who was asked, where it was one. An urgent one needs no lead.
    """

    id: int
    shift_id: int
    asked_by_id: int
    start: datetime
    end: datetime
    reason: str = ""
    urgent: bool = False
    state: SwapState = SwapState.OPEN
    only_id: int | None = None
    taken_by_id: int | None = None
    decided_by_id: int | None = None
    taken_at: datetime | None = None
    decided_at: datetime | None = None


def take(swap: Swap, person_id: int, now: datetime, *, needs_lead: bool) -> Swap:
    """Return it with somebody found; Refused when it is over, or with the id of who was first."""
    if swap.state in (SwapState.TAKEN, SwapState.DONE):
        at = {"instant": swap.taken_at.isoformat()} if swap.taken_at else ""
        raise Refused("refused-swap-taken", name=swap.taken_by_id, at=at)
    _check_live(swap)
    state = SwapState.TAKEN if needs_lead and not swap.urgent else SwapState.DONE
    return replace(swap, state=state, taken_by_id=person_id, taken_at=now)


def decide(swap: Swap, lead_id: int, now: datetime, *, agrees: bool) -> Swap:
    """Return it with a lead's word; Refused when none is asked for any more."""
    if swap.state in (SwapState.DONE, SwapState.REFUSED):
        raise Refused("refused-swap-decided", agreed=swap.state is SwapState.DONE)
    if swap.state is not SwapState.TAKEN:
        raise Refused("refused-swap-over")
    state = SwapState.DONE if agrees else SwapState.REFUSED
    return replace(swap, state=state, decided_by_id=lead_id, decided_at=now)


def withdraw(swap: Swap, person_id: int, now: datetime) -> Swap:
    """Return it called off; Refused when it is over."""
    _check_live(swap)
    return replace(swap, state=SwapState.WITHDRAWN, decided_by_id=person_id, decided_at=now)


def expire(swap: Swap, now: datetime) -> Swap:
    """Return it ended by the clock; Refused when it is over."""
    _check_live(swap)
    return replace(swap, state=SwapState.EXPIRED, decided_at=now)


def _check_live(swap: Swap) -> None:
    if swap.state not in LIVE:
        raise Refused("refused-swap-over")


def is_urgent(shift: Shift, policy: WatchPolicy, now: datetime) -> bool:
    """Tell whether a shift is so near, or running, that somebody must be found at once."""
    return shift.start - now <= policy.swap_urgent and now < shift.end


def cut(shift: Shift, start: datetime, end: datetime) -> tuple[Shift, ...]:
    """Return a shift in up to three pieces, one of them from `start` up to `end`.

    The earliest keeps the id; the others are new. Refused when that is no part of it.
    """
    if not shift.start <= start < end <= shift.end:
        raise Refused("refused-swap-part")
    pieces = pairwise(sorted({shift.start, start, end, shift.end}))
    return tuple(
        replace(shift, start=begins, end=ends)
        if begins == shift.start
        else replace(shift, id=0, start=begins, end=ends, checked_in_at=None, relieved_at=None)
        for begins, ends in pieces
    )


def cut_out(shift: Shift, start: datetime, end: datetime) -> Shift:
    """Return one part of a shift by itself; Refused when it is none."""
    return next(piece for piece in cut(shift, start, end) if piece.start == start)


def part_between(
    shift: Shift, first: time, last: time, zone: ZoneInfo
) -> tuple[datetime, datetime]:
    """Return the part of a shift between two times of day; midnight may lie in it or before it."""
    day = shift.start.astimezone(zone).date()
    start = datetime.combine(day, first, zone).astimezone(UTC)
    if start < shift.start:
        start = datetime.combine(day + timedelta(days=1), first, zone).astimezone(UTC)
    end = datetime.combine(start.astimezone(zone).date(), last, zone).astimezone(UTC)
    if end <= start:
        next_day = start.astimezone(zone).date() + timedelta(days=1)
        end = datetime.combine(next_day, last, zone).astimezone(UTC)
    cut_out(shift, start, end)
    return start, end


def handed(shift: Shift, start: datetime, end: datetime, to_id: int) -> tuple[Shift, ...]:
    """Return the pieces of a shift of which the part from `start` is somebody else's now."""
    return tuple(
        replace(piece, person_id=to_id, checked_in_at=None, relieved_at=None)
        if piece.start == start
        else piece
        for piece in cut(shift, start, end)
    )


def collide(one: Shift, other: Shift) -> bool:
    """Tell whether nobody can stand both: a watch and the normal roster beside it do not count."""
    same_roster = (one.watch_id is None) == (other.watch_id is None)
    overlap = max(one.start, other.start) < min(one.end, other.end)
    return same_roster and overlap and one.id != other.id


def check_gives(
    part: Shift, to: Person, theirs: Iterable[Shift], now: datetime, *, insists: bool
) -> None:
    """Refuse somebody who may not or cannot stand a shift; two posts at once only on insisting."""
    if part.end <= now:
        raise Refused("refused-swap-past")
    if to.id == part.person_id:
        raise Refused("refused-swap-same", name=to.name)
    if not may(to, Role.RESPONDER):
        raise Refused("refused-swap-role", name=to.name)
    for other in theirs:
        if collide(part, other):
            post = {"post": other.post}
            when = {"period": [other.start.isoformat(), other.end.isoformat()]}
            if other.post == part.post:
                raise Refused("refused-swap-there", name=to.name, post=post, when=when)
            if not insists:
                raise Refused("refused-swap-double", name=to.name, post=post, when=when)


def able(
    part: Shift,
    people: Sequence[Person],
    shifts: Mapping[int, Sequence[Shift]],
    away: Collection[int],
    rest: timedelta,
) -> list[Person]:
    """Return who could stand it, those who have rested first; `shifts` are each person's own."""
    free = [
        person
        for person in people
        if person.id != part.person_id
        and person.id not in away
        and person.telegram_id is not None
        and person.reachable is not False
        and may(person, Role.RESPONDER)
        and not any(collide(part, other) for other in shifts.get(person.id, ()))
    ]

    return sorted(free, key=lambda person: least_rest(part, shifts.get(person.id, ())) < rest)


def least_rest(part: Shift, theirs: Iterable[Shift]) -> timedelta:
    """Return the shortest time between a shift and the others somebody stands."""
    return min((rest_between(part, other) for other in theirs), default=timedelta.max)


def next_reminder(
    start: datetime, policy: WatchPolicy, now: datetime, zone: ZoneInfo
) -> datetime | None:
    """Return when those who were asked are reminded next before a shift's start, or None.

    By night they are not, but in the morning after; the last reminder comes whenever it is due.
    """
    lengths = policy.swap_reminders
    wanted = [
        start - length if length == lengths[-1] else _by_day(start - length, policy, zone)
        for length in lengths
    ]
    return min((at for at in wanted if now < at < start), default=None)


def _by_day(at: datetime, policy: WatchPolicy, zone: ZoneInfo) -> datetime:
    local = at.astimezone(zone)
    if policy.remind_from <= local.time() < policy.remind_until:
        return at
    day = local.date()
    if local.time() >= policy.remind_until:
        day += timedelta(days=1)
    return datetime.combine(day, policy.remind_from, zone).astimezone(at.tzinfo)
