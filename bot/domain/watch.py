"""A watch (đợt trực): a period, its posts, and the shifts into which its days are divided.

draft ──publish──▶ published ──its end──▶ ended
  └────────── cancel ────────┴─▶ cancelled
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, Field, field_validator

from bot.domain.errors import Refused
from bot.domain.roster import Shift
from bot.domain.watch_policy import Hours

LONGEST = timedelta(days=92)


class WatchState(StrEnum):
    """Where a watch stands; only a published one pages, asks and reports."""

    DRAFT = "draft"
    PUBLISHED = "published"
    ENDED = "ended"
    CANCELLED = "cancelled"


class Seats(BaseModel):
    """How many people a post needs in every shift."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    post: str
    people: int = Field(default=1, ge=1, le=20)


class Plan(BaseModel):
    """What a watch asks for; JSON and back gives the same plan.

    `two_deep`: two people who can act at every moment. `still_asked`: "still there?" during shifts.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    seats: tuple[Seats, ...] = Field(min_length=1)
    hours: tuple[Hours, ...] = Field(min_length=1)
    two_deep: bool = True
    still_asked: bool = True

    @field_validator("seats")
    @classmethod
    def _each_post_once(cls, seats: tuple[Seats, ...]) -> tuple[Seats, ...]:
        if len({each.post for each in seats}) < len(seats):
            raise ValueError("a post stands there twice")
        return seats


class Watch(Struct, frozen=True):
    """One watch, from `start` up to but not including `end` (aware UTC)."""

    id: int
    name: str
    start: datetime
    end: datetime
    plan: Plan
    state: WatchState = WatchState.DRAFT
    created_by_id: int | None = None
    published_at: datetime | None = None


class Slot(Struct, frozen=True, order=True):
    """One place to be filled: a post in a shift; `seat` counts from 0 where it needs several."""

    start: datetime
    end: datetime
    post: str
    seat: int = 0


def period(
    first: date, last: date, hours: Sequence[Hours], zone: ZoneInfo
) -> tuple[datetime, datetime]:
    """Return from when to when shifts of these hours fill the days from `first` to `last`.

    The first shift of the first day begins it, the last shift of the last day ends it, perhaps
    on the morning after. Refused when it has no length, or too much of it.
    """
    if last < first:
        raise Refused("refused-watch-backwards")
    if last - first >= LONGEST:
        raise Refused("refused-watch-long", days=LONGEST.days)
    begins = min(_on(first, each, zone)[0] for each in hours)
    return begins, max(_on(last, each, zone)[1] for each in hours)


def spans(
    start: datetime, end: datetime, hours: Sequence[Hours], zone: ZoneInfo
) -> list[tuple[datetime, datetime]]:
    """Return the shifts' times within a period, earliest first; what sticks out is cut off.

    Times of day are the zone's, so that a day with a changed clock has a longer or shorter shift.
    A period without length has none.
    """
    first, last = start.astimezone(zone).date() - timedelta(days=1), end.astimezone(zone).date()
    within = {
        (max(begins, start), min(ends, end))
        for day in _days(first, last)
        for begins, ends in (_on(day, each, zone) for each in hours)
    }
    return sorted((begins, ends) for begins, ends in within if begins < ends)


def slots(watch: Watch, zone: ZoneInfo) -> list[Slot]:
    """Return every place of a watch that must be filled, earliest first, in the plan's order."""
    return [
        Slot(start, end, seats.post, seat)
        for start, end in spans(watch.start, watch.end, watch.plan.hours, zone)
        for seats in watch.plan.seats
        for seat in range(seats.people)
    ]


def filled(places: Iterable[Slot], shifts: Iterable[Shift]) -> list[tuple[Slot, Shift | None]]:
    """Return each place with the shift that fills it exactly, or None; a shift fills one place."""
    waiting: dict[tuple[datetime, datetime, str], list[Shift]] = {}
    for shift in sorted(shifts, key=lambda one: one.id):
        waiting.setdefault((shift.start, shift.end, shift.post), []).append(shift)
    result: list[tuple[Slot, Shift | None]] = []
    for place in places:
        fitting = waiting.get((place.start, place.end, place.post), [])
        result.append((place, fitting.pop(0) if fitting else None))
    return result


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def _on(day: date, hours: Hours, zone: ZoneInfo) -> tuple[datetime, datetime]:
    begins = datetime.combine(day, hours.start, zone)
    ends = datetime.combine(day, hours.end, zone)
    if hours.end <= hours.start:
        ends = datetime.combine(day + timedelta(days=1), hours.end, zone)
    return begins.astimezone(UTC), ends.astimezone(UTC)
