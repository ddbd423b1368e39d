"""What a shift costs its person: hours, those of them at night, and those on public holidays."""

from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

_NOTHING = timedelta(0)
_DAY = timedelta(days=1)


class Night(Struct, frozen=True):
    """When it is night on the team's clocks; an end no later than its start is the next day's."""

    start: time = time(22, 0)
    end: time = time(6, 0)


class Duty(Struct, frozen=True):
    """Time on duty; `night` and `holiday` are parts of `all`, and may overlap."""

    all: timedelta = _NOTHING
    night: timedelta = _NOTHING
    holiday: timedelta = _NOTHING

    def __add__(self, other: "Duty") -> "Duty":
        """Return both together."""
        return Duty(self.all + other.all, self.night + other.night, self.holiday + other.holiday)


def duty_of(
    start: datetime, end: datetime, zone: ZoneInfo, night: Night, holidays: Collection[date]
) -> Duty:
    """Measure one shift; an instant belongs to the day and the night on the team's clocks.

    Nights as the labour code counts them, 22:00 to 06:00, unless the team says otherwise
    (Bộ luật Lao động 2019, Điều 106).
    """
    # Two instants of one zone would be subtracted by its clocks, not by the time that passes.
    start, end = start.astimezone(UTC), end.astimezone(UTC)
    if end <= start:
        return Duty()
    first, last = start.astimezone(zone).date(), end.astimezone(zone).date()
    days = [first + timedelta(days=number) for number in range(-1, (last - first).days + 1)]
    at_night = sum((_shared(start, end, *_night_of(day, night, zone)) for day in days), _NOTHING)
    off = [day for day in days if day in holidays]
    on_holidays = sum((_shared(start, end, *_day_of(day, zone)) for day in off), _NOTHING)
    return Duty(end - start, at_night, on_holidays)


def total(duties: Iterable[Duty]) -> Duty:
    """Return all of them together."""
    return sum(duties, Duty())


def _shared(
    start: datetime, end: datetime, other_start: datetime, other_end: datetime
) -> timedelta:
    return max(_NOTHING, min(end, other_end) - max(start, other_start))


def _night_of(day: date, night: Night, zone: ZoneInfo) -> tuple[datetime, datetime]:
    ends = day if night.end > night.start else day + _DAY
    return _instant(day, night.start, zone), _instant(ends, night.end, zone)


def _day_of(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    return _instant(day, time(), zone), _instant(day + _DAY, time(), zone)


def _instant(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)
