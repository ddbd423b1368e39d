"""A roster as a table of days, shifts and posts: who stands where, and which place is empty.

All papers of the roster and its texts are drawn from this one table.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from msgspec import Struct, field
from msgspec.structs import replace

from bot.domain.roster import Shift, ShiftState
from bot.domain.watch import Slot, filled
from bot.domain.watch_policy import Letterhead


class Stay(Struct, frozen=True):
    """A time at a post: somebody's, or nobody's when there is no `person_id`."""

    start: datetime
    end: datetime
    post: str
    person_id: int | None = None
    state: ShiftState | None = None
    shift_id: int | None = None
    watch_id: int | None = None


class Place(Struct, frozen=True):
    """One place of the table, and whose it is: several where somebody steps in for a while."""

    start: datetime
    end: datetime
    post: str
    stays: tuple[Stay, ...]


class Line(Struct, frozen=True):
    """One shift of a day: its times, and the stays at each post that has any."""

    start: datetime
    end: datetime
    cells: Mapping[str, tuple[Stay, ...]]


class Day(Struct, frozen=True):
    """A day on the team's calendar with the shifts that begin on it, and its name if it has one.

    `name` is the team's, `names` are those of every language.
    """

    day: date
    lines: tuple[Line, ...]
    name: str = ""
    is_off: bool = False
    names: Mapping[str, str] = {}


class Member(Struct, frozen=True):
    """What papers say of a person."""

    name: str
    telegram_id: int | None = None
    phone: str | None = None
    agency: str | None = None
    reachable: bool = True  # whether Telegram reaches them at all


class Roster(Struct, frozen=True):
    """Everything a paper of the roster says; without a `title` it is a period, not a watch."""

    start: datetime
    end: datetime
    zone: ZoneInfo
    language: str
    made_at: datetime
    posts: tuple[tuple[str, str], ...]
    days: tuple[Day, ...]
    members: Mapping[int, Member]
    title: str = ""
    is_draft: bool = False
    with_phones: bool = False
    letterhead: Letterhead = field(default_factory=Letterhead)

    def stays(self) -> list[Stay]:
        """Return every time at a post, in the table's order."""
        return [
            stay
            for day in self.days
            for line in day.lines
            for code, _ in self.posts
            for stay in line.cells.get(code, ())
        ]


def places(slots: Iterable[Slot], shifts: Sequence[Shift]) -> list[Place]:
    """Return what a watch asks for with who fills it; shifts beside the plan have their own place.

    A place that nobody has as a whole is divided among those who have parts of it. A shift without
    length is nowhere.
    """
    real = [shift for shift in shifts if shift.start < shift.end]
    exact = filled(slots, real)
    used = {shift.id for _, shift in exact if shift is not None}
    rest = [shift for shift in real if shift.id not in used]
    found = []
    for slot, shift in exact:
        if shift is not None:
            stays: tuple[Stay, ...] = (stay_of(shift),)
        else:
            stays, rest = _shared(slot, rest)
        found.append(Place(slot.start, slot.end, slot.post, stays))
    return found + [place_of(stay_of(shift)) for shift in rest]


def _shared(slot: Slot, shifts: Sequence[Shift]) -> tuple[tuple[Stay, ...], list[Shift]]:
    """Return a slot's stays without a hole between them, and what of the shifts it did not need."""
    at = slot.start
    stays: list[Stay] = []
    rest: list[Shift] = []
    for shift in sorted(shifts, key=lambda one: (one.start, one.id)):
        if shift.post != slot.post or shift.end <= at or shift.start >= slot.end:
            rest.append(shift)
            continue
        begins, ends = max(shift.start, at), min(shift.end, slot.end)
        if begins > at:
            stays.append(Stay(at, begins, slot.post))
        stays.append(replace(stay_of(shift), start=begins, end=ends))
        outside = without((shift.start, shift.end), [(begins, ends)])
        rest += [replace(shift, start=start, end=end) for start, end in outside]
        at = ends
    if at < slot.end:
        stays.append(Stay(at, slot.end, slot.post))
    return tuple(stays), rest


def stay_of(shift: Shift) -> Stay:
    """Return a shift as the time its person is there."""
    return Stay(
        shift.start,
        shift.end,
        shift.post,
        shift.person_id,
        shift.state,
        shift.id,
        shift.watch_id,
    )


def place_of(stay: Stay) -> Place:
    """Return a stay that no plan asked for as a place of its own."""
    return Place(stay.start, stay.end, stay.post, (stay,))


def left_over(
    usual: Iterable[Shift], watch: Iterable[Shift], groups: Mapping[str, str]
) -> list[Stay]:
    """Return what counts of the usual roster: where a watch has somebody, only the watch counts.

    `groups` names the ladder's target of a post; posts with the same one stand for each other.
    """
    taken: dict[str, list[tuple[datetime, datetime]]] = {}
    for shift in watch:
        taken.setdefault(groups.get(shift.post, shift.post), []).append((shift.start, shift.end))
    return [
        replace(stay_of(shift), start=start, end=end)
        for shift in usual
        for start, end in without(
            (shift.start, shift.end), taken.get(groups.get(shift.post, shift.post), ())
        )
    ]


def without(
    span: tuple[datetime, datetime], holes: Iterable[tuple[datetime, datetime]]
) -> list[tuple[datetime, datetime]]:
    """Return what is left of a span of time when others are taken out, earliest first."""
    at, end = span
    parts = []
    for begins, ends in sorted(hole for hole in holes if hole[0] < hole[1]):
        if begins >= end:
            break
        if at < begins:
            parts.append((at, begins))
        at = max(at, min(ends, end))
    return [*parts, (at, end)] if at < end else parts


def days(found: Iterable[Place], zone: ZoneInfo) -> tuple[Day, ...]:
    """Return the places by the day on which they begin and by their times, earliest first."""
    ordered = sorted(found, key=lambda place: (place.start, place.end))
    return tuple(
        Day(day, tuple(_lines(here)))
        for day, here in groupby(ordered, key=lambda place: place.start.astimezone(zone).date())
    )


def _lines(ordered: Iterable[Place]) -> Iterable[Line]:
    for (start, end), here in groupby(ordered, key=lambda place: (place.start, place.end)):
        cells: dict[str, tuple[Stay, ...]] = {}
        for place in here:
            cells[place.post] = cells.get(place.post, ()) + place.stays
        yield Line(start, end, cells)


def divided(roster: Roster, most_days: int, most_lines: int) -> list[Roster]:
    """Return the roster in parts of at most so many days and lines each, as even as they can be."""
    sizes = [_height(day) for day in roster.days]
    count = max(1, -(-len(sizes) // most_days), -(-sum(sizes) // most_lines))
    parts: list[list[Day]] = [[]]
    for day, size in zip(roster.days, sizes, strict=True):
        held = sum(map(_height, parts[-1]))
        is_even = held + size / 2 <= sum(sizes) / count
        if parts[-1] and not (is_even and held + size <= most_lines and len(parts[-1]) < most_days):
            parts.append([])
        parts[-1].append(day)
    return [replace(roster, days=tuple(part)) for part in parts]


def _height(day: Day) -> int:
    return sum(max((len(stays) for stays in line.cells.values()), default=1) for line in day.lines)
