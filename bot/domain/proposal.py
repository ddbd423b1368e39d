"""A fair roster: who should get which place of a watch, and what each choice breaks.

Nobody stands in two places at once, and nobody is called while away: better an empty place, which
is named. Everything else is a wish, and a broken one is explained.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct, field

from bot.domain.duty import Duty
from bot.domain.watch import Slot

MINUTE = timedelta(minutes=1)
NO_DUTY = Duty()
# What one broken wish weighs, in minutes of unfairness.
EMPTY, UNREACHABLE, REST = 1_000_000, 100_000, 10_000
HOLIDAY_NIGHT, NOT_LEAD = 5_000, 2_000
NIGHT_WEIGHT, HOLIDAY_WEIGHT = 2, 2


class Wish(StrEnum):
    """What a roster should not do, and sometimes must."""

    EMPTY = "empty"
    UNREACHABLE = "unreachable"
    REST = "rest"
    HOLIDAY_NIGHT = "holiday-night"
    NOT_LEAD = "not-lead"


_WEIGHTS = dict(zip(Wish, (EMPTY, UNREACHABLE, REST, HOLIDAY_NIGHT, NOT_LEAD), strict=True))


class Place(Struct, frozen=True):
    """A slot with what it costs; `held_by` has been chosen by hand, and stays.

    `holiday_night`: it is a night of a public holiday.
    """

    slot: Slot
    duty: Duty
    held_by: int | None = None

    @property
    def holiday_night(self) -> bool:
        """Whether any of it is night on a holiday."""
        return bool(self.duty.night and self.duty.holiday)


class Candidate(Struct, frozen=True):
    """Somebody who may watch: what they did in the past year, when they are away or on duty.

    `posts` are the posts they may have, all of them when empty; `unwanted` those that leads should
    have instead. `had_holiday_night`: they had one in the holiday before this one.
    """

    id: int
    name: str
    past: Duty = NO_DUTY
    away: tuple[tuple[datetime, datetime], ...] = ()
    posts: frozenset[str] = frozenset()
    had_holiday_night: bool = False
    unwanted: frozenset[str] = frozenset()
    unreachable: bool = False


class Task(Struct, frozen=True):
    """Places to be filled and people who may fill them; `rest` is wished between two shifts."""

    places: tuple[Place, ...]
    candidates: tuple[Candidate, ...]
    rest: timedelta = timedelta(hours=12)


Assignment = tuple[int | None, ...]
"""For each place of a task the id of its person, None when it stays empty."""


class Broken(Struct, frozen=True):
    """One broken wish; `others` counts why nobody else could take that place."""

    wish: Wish
    place: Slot
    person_id: int | None = None
    others: Mapping[str, int] = field(default_factory=dict)


def may_take(candidate: Candidate, place: Place) -> bool:
    """Tell whether somebody may have that post and is not away then, or was chosen by hand."""
    if place.held_by is not None:
        return candidate.id == place.held_by
    if candidate.posts and place.slot.post not in candidate.posts:
        return False
    return not _is_away(candidate, place.slot)


def broken_by(one: Candidate, place: Place) -> list[Wish]:
    """Return the wishes that giving a place to somebody breaks, whatever else they get."""
    again = place.holiday_night and one.had_holiday_night
    breaks = (one.unreachable, again, place.slot.post in one.unwanted)
    wishes = (Wish.UNREACHABLE, Wish.HOLIDAY_NIGHT, Wish.NOT_LEAD)
    return [wish for wish, is_broken in zip(wishes, breaks, strict=True) if is_broken]


def wishes_cost(candidate: Candidate, place: Place) -> int:
    """Return what those wishes weigh."""
    return sum(_WEIGHTS[wish] for wish in broken_by(candidate, place))


def overlap(one: Slot, other: Slot) -> bool:
    """Tell whether nobody could stand in both."""
    return one.start < other.end and other.start < one.end


def rests_too_little(one: Slot, other: Slot, rest: timedelta) -> bool:
    """Tell whether one follows the other sooner than is wished; meeting in one instant counts."""
    first, second = sorted((one, other))
    return not overlap(one, other) and second.start - first.end < rest


def weight(duty: Duty) -> int:
    """Return what a duty costs, in minutes; nights and holidays count more."""
    return (
        duty.all // MINUTE
        + NIGHT_WEIGHT * (duty.night // MINUTE)
        + HOLIDAY_WEIGHT * (duty.holiday // MINUTE)
    )


def shares(task: Task) -> dict[int, int]:
    """Return what each person should get of this watch, in weighted minutes.

    Who did less in the past year gets more, until all have done the same. Who cannot be reached
    gets nothing, unless nobody can.
    """
    able = [one for one in task.candidates if not one.unreachable] or task.candidates
    left = sum(weight(place.duty) for place in task.places)
    past = sorted((weight(one.past), one.id) for one in able)
    level, filled = 0, 0
    for number, (done, _) in enumerate(past, start=1):
        following = past[number][0] if number < len(past) else None
        filled += done
        level = (left + filled) // number
        if following is None or level <= following:
            break
    none = {one.id: 0 for one in task.candidates}
    return none | {person_id: max(0, level - done) for done, person_id in past}


def loads(task: Task, assignment: Assignment) -> dict[int, int]:
    """Return what each person gets by an assignment, in weighted minutes."""
    got = {candidate.id: 0 for candidate in task.candidates}
    for place, person_id in zip(task.places, assignment, strict=True):
        if person_id is not None:
            got[person_id] += weight(place.duty)
    return got


def unfairness(task: Task, assignment: Assignment) -> int:
    """Return how far an assignment is from the shares, in weighted minutes over all people."""
    got, due = loads(task, assignment), shares(task)
    return sum(abs(got[person_id] - due[person_id]) for person_id in got)


def cost(task: Task, assignment: Assignment) -> int:
    """Return what an assignment costs: broken wishes first, then unfairness."""
    broken = sum(_WEIGHTS[one.wish] for one in _broken(task, assignment))
    return broken + unfairness(task, assignment)


def explain(task: Task, assignment: Assignment) -> list[Broken]:
    """Return every broken wish, earliest first, with why nobody else was better."""
    return [
        Broken(one.wish, one.place, one.person_id, _others(task, assignment, one))
        for one in _broken(task, assignment)
    ]


def round_robin(task: Task) -> Assignment:
    """Return the plainest roster: everybody in turn, passing over who cannot."""
    taken = [(place.slot, place.held_by) for place in task.places if place.held_by is not None]
    chosen: list[int | None] = []
    turn = 0
    for place in task.places:
        order = [*task.candidates[turn:], *task.candidates[:turn]]
        free = (one for one in order if _is_free(one, place, taken))
        found = None if place.held_by is not None else next(free, None)
        chosen.append(place.held_by if found is None else found.id)
        if found is not None:
            turn = (task.candidates.index(found) + 1) % len(task.candidates)
            taken.append((place.slot, found.id))
    return tuple(chosen)


def plain(task: Task) -> Assignment:
    """Return a fair roster by a plain rule: the dearest place first, to whom it costs least."""
    due = shares(task)
    got = {candidate.id: 0 for candidate in task.candidates}
    chosen: list[int | None] = [None] * len(task.places)
    picky = frozenset[str]().union(*(one.unwanted for one in task.candidates))
    order = sorted(range(len(task.places)), key=lambda at: _turn(task.places[at], at, picky))
    taken: list[tuple[Slot, int | None]] = []
    for at in order:
        place = task.places[at]
        free = [one for one in task.candidates if _is_free(one, place, taken)]
        if place.held_by is not None:
            free = [one for one in task.candidates if one.id == place.held_by]
        if not free:
            continue
        best = min(
            free, key=lambda one: (_wishes(task, one, place, taken), got[one.id] - due[one.id])
        )
        chosen[at] = best.id
        got[best.id] += weight(place.duty)
        taken.append((place.slot, best.id))
    return tuple(chosen)


def _turn(place: Place, number: int, picky: frozenset[str]) -> tuple[bool, int, bool, int]:
    """What was chosen by hand first, then the dearest, of those what fewer should have."""
    return place.held_by is None, -weight(place.duty), place.slot.post not in picky, number


def best(task: Task, *found: Assignment | None) -> Assignment:
    """Return the cheapest of what was found, the plain rule and everybody in turn."""
    known = [assignment for assignment in found if assignment is not None]
    return min((*known, plain(task), round_robin(task)), key=lambda one: cost(task, one))


def _is_away(candidate: Candidate, slot: Slot) -> bool:
    return any(start < slot.end and end > slot.start for start, end in candidate.away)


def _is_free(candidate: Candidate, place: Place, taken: Iterable[tuple[Slot, int | None]]) -> bool:
    if not may_take(candidate, place):
        return False
    return not any(who == candidate.id and overlap(place.slot, other) for other, who in taken)


def _wishes(
    task: Task, candidate: Candidate, place: Place, taken: Iterable[tuple[Slot, int | None]]
) -> int:
    """Return what would be broken by giving a place to somebody, weighted."""
    own = [slot for slot, who in taken if who == candidate.id]
    tired = sum(rests_too_little(place.slot, slot, task.rest) for slot in own)
    return REST * tired + wishes_cost(candidate, place)


def _broken(task: Task, assignment: Assignment) -> list[Broken]:
    known = {one.id: one for one in task.candidates}
    own: dict[int, list[Slot]] = {}
    found: list[Broken] = []
    pairs = sorted(zip(task.places, assignment, strict=True), key=lambda pair: pair[0].slot)
    for place, person_id in pairs:
        if person_id is None:
            found.append(Broken(Wish.EMPTY, place.slot))
            continue
        before = own.setdefault(person_id, [])
        if any(rests_too_little(place.slot, slot, task.rest) for slot in before):
            found.append(Broken(Wish.REST, place.slot, person_id))
        others = broken_by(known[person_id], place)
        found += [Broken(wish, place.slot, person_id) for wish in others]
        before.append(place.slot)
    return found


def _others(task: Task, assignment: Assignment, broken: Broken) -> dict[str, int]:
    """Count for everybody else why they do not have that place instead."""
    taken = [(place.slot, who) for place, who in zip(task.places, assignment, strict=True)]
    counted: dict[str, int] = {}
    for candidate in task.candidates:
        if candidate.id == broken.person_id:
            continue
        why = _why_not(task, candidate, broken, taken)
        counted[why] = counted.get(why, 0) + 1
    return counted


def _why_not(
    task: Task, candidate: Candidate, broken: Broken, taken: Sequence[tuple[Slot, int | None]]
) -> str:
    slot = broken.place
    own = [other for other, who in taken if who == candidate.id]
    is_no_lead = broken.wish is Wish.NOT_LEAD and slot.post in candidate.unwanted
    if is_no_lead or (candidate.posts and slot.post not in candidate.posts):
        return "post"
    if candidate.unreachable:
        return "unreachable"
    if _is_away(candidate, slot):
        return "away"
    if any(overlap(slot, other) for other in own):
        return "busy"
    return "tired" if any(rests_too_little(slot, other, task.rest) for other in own) else "share"
