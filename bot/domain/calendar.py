"""The calendar: public holidays, swapped days, and what the team has entered on top of them.

What is entered wins. Nothing here knows the machine's date or a language; names come as they are.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

# Lunar dates are known until 2100, and nobody asks for days before 2000.
FIRST_YEAR, LAST_YEAR = 2000, 2100
_SATURDAY = 5
_DAY = timedelta(days=1)
_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T ]00:00(?::00)?)?", re.ASCII
)
_LOCAL = re.compile(r"(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>\d{4})", re.ASCII)


class Holiday(Struct, frozen=True):
    """A public holiday by name; `feasts` are the holidays it belongs to, such as Tết."""

    name: str
    feasts: tuple[str, ...]


class Swap(Struct, frozen=True):
    """A working day that is off because a day of rest is worked instead."""

    off: date
    worked: date


class Entered(Struct, frozen=True):
    """What somebody has entered about one day, with the number of the document that says so."""

    day: date
    is_off: bool
    name: str
    document: str = ""


class PublicHolidays(Struct, frozen=True):
    """What is known of some years by law; up to `planned_until` the state's plan is in it."""

    holidays: Mapping[date, Holiday]
    swaps: tuple[Swap, ...] = ()
    planned_until: int = 0


class Day(Struct, frozen=True):
    """A day that its weekday alone does not tell: off for everybody, or worked instead of another.

    `is_confirmed`: by the state's plan or a document; otherwise only what the law lets expect.
    """

    day: date
    name: str
    is_off: bool
    document: str = ""
    is_confirmed: bool = True
    swapped_with: date | None = None
    feasts: tuple[str, ...] = ()


class Period(Struct, frozen=True):
    """Days off without a working day between them, from `first` to `last`, weekends included.

    `days` are those of them that have a name.
    """

    first: date
    last: date
    name: str
    days: tuple[Day, ...]

    @property
    def is_confirmed(self) -> bool:
        """Whether all of it is."""
        return all(day.is_confirmed for day in self.days)

    @property
    def length(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def touches(self, first: date, last: date) -> bool:
        """Tell whether the two have a day in common."""
        return self.first <= last and self.last >= first


def read_day(written: str) -> date | None:
    """Return the day written as 2027-02-11 or 11/02/2027, None when it is none of the calendar."""
    found = _ISO.fullmatch(written.strip()) or _LOCAL.fullmatch(written.strip())
    if found is None:
        return None
    try:
        day = date(*(int(found[part]) for part in ("year", "month", "day")))
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def is_written_as_day(written: str) -> bool:
    """Tell whether something is written like a day, though there may be none such."""
    text = written.strip()
    return (_ISO.fullmatch(text) or _LOCAL.fullmatch(text)) is not None


def by_day(days: Iterable[Day]) -> dict[date, Day]:
    """Return days by their dates."""
    return {day.day: day for day in days}


def is_working_day(day: date, known: Mapping[date, Day]) -> bool:
    """Tell whether offices work on a day; `known` are the calendar's days by their dates."""
    found = known.get(day)
    return not found.is_off if found else day.weekday() < _SATURDAY


def calendar(law: PublicHolidays, entered: Iterable[Entered]) -> tuple[Day, ...]:
    """Return every day that is special, earliest first: the law's, with what is entered on top."""
    days = by_day(
        Day(day, holiday.name, True, feasts=holiday.feasts) for day, holiday in law.holidays.items()
    )
    days |= by_day(day for swap in law.swaps for day in _swapped(swap, law.holidays))
    for each in entered:
        before = law.holidays.get(each.day)
        feasts = before.feasts if before and each.is_off else ()
        days[each.day] = Day(each.day, each.name, each.is_off, each.document, feasts=feasts)
    return _judged([days[day] for day in sorted(days)], law.planned_until)


def _swapped(swap: Swap, holidays: Mapping[date, Holiday]) -> tuple[Day, Day]:
    """Return both days of a swap under the name of the holiday it was made for, the nearest."""
    near = min(holidays, key=lambda day: (abs(day - swap.off), day))
    name = ", ".join(holidays[near].feasts)
    return (
        Day(swap.off, name, True, swapped_with=swap.worked),
        Day(swap.worked, name, False, swapped_with=swap.off),
    )


def _judged(days: Sequence[Day], planned_until: int) -> tuple[Day, ...]:
    """Confirm what the plan says or a document; one document confirms the period it is about."""
    own = [replace(d, is_confirmed=d.day.year <= planned_until or bool(d.document)) for d in days]
    settled = {
        day.day
        for period in periods(own)
        if any(day.document for day in period.days)
        for day in period.days
    }
    return tuple(replace(d, is_confirmed=d.is_confirmed or d.day in settled) for d in own)


def periods(days: Iterable[Day]) -> tuple[Period, ...]:
    """Return the periods off that have a special day in them, earliest first."""
    known = by_day(days)
    found: list[Period] = []
    for day in sorted(each.day for each in known.values() if each.is_off):
        if not found or day > found[-1].last:
            found.append(_around(day, known))
    return tuple(found)


def _around(day: date, known: Mapping[date, Day]) -> Period:
    first = last = day
    while not is_working_day(first - _DAY, known):
        first -= _DAY
    while not is_working_day(last + _DAY, known):
        last += _DAY
    within = tuple(known[d] for d in sorted(known) if first <= d <= last)
    return Period(first, last, _name(within), within)


def _name(days: Sequence[Day]) -> str:
    """Return the names of the holidays in a period; only without any, those that were entered."""
    feasts = dict.fromkeys(feast for day in days for feast in day.feasts)
    return ", ".join(feasts or dict.fromkeys(day.name for day in days))
