"""The team's calendar: which days are off, who enters and takes back what the state announces."""

from datetime import date, timedelta
from typing import Any

from bot.domain.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    Day,
    Entered,
    Period,
    by_day,
    calendar,
    is_working_day,
)
from bot.domain.calendar import periods as parted
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.team import Team
from bot.services.messages import leads, tell, whole_date
from bot.services.public_holidays import public_holidays
from storage import calendar as stored
from storage import watchlog
from storage.database import Tx
from storage.watchlog import LogLine

SET, RESET = "holiday-set", "holiday-reset"
# A period that begins or ends so far beyond what is asked for is still seen whole.
_MARGIN = timedelta(days=31)
_AT_LEAST = 3


def today(tx: Tx, team: Team) -> date:
    """Return the date on the team's clocks."""
    return tx.now.astimezone(team.zone).date()


async def days(
    tx: Tx, team: Team, first: date, last: date, language: str | None = None
) -> tuple[Day, ...]:
    """Return the special days from `first` to `last`: those off, and those worked instead."""
    around = await _around(tx, team, first, last, language)
    return tuple(day for day in around if first <= day.day <= last)


async def off_days(tx: Tx, team: Team, first: date, last: date) -> frozenset[date]:
    """Return the public holidays from `first` to `last`, days in lieu and swapped days included."""
    return frozenset(day.day for day in await days(tx, team, first, last) if day.is_off)


async def periods(
    tx: Tx, team: Team, first: date, last: date, language: str | None = None
) -> tuple[Period, ...]:
    """Return the periods off that have a day between `first` and `last`, each of them whole."""
    around = parted(await _around(tx, team, first, last, language))
    return tuple(period for period in around if period.touches(first, last))


async def period_of(tx: Tx, team: Team, day: date, language: str | None = None) -> Period | None:
    """Return the period off that a day belongs to, if any."""
    return next(iter(await periods(tx, team, day, day, language)), None)


async def _around(
    tx: Tx, team: Team, first: date, last: date, language: str | None
) -> tuple[Day, ...]:
    """Return the special days of all years in question, so that no period is cut."""
    since, until = first - _MARGIN, last + _MARGIN
    law = public_holidays(range(since.year, until.year + 1), language or team.language)
    entered = await stored.between(tx, date(since.year, 1, 1), date(until.year, 12, 31))
    return calendar(law, entered)


async def coming(tx: Tx, team: Team, language: str) -> tuple[Period, ...]:
    """Return this year's periods that are not over, and of next year's as many as make up three."""
    now = today(tx, team)
    ahead = await periods(tx, team, now, date(min(now.year + 1, LAST_YEAR), 12, 31), language)
    this_year = sum(period.first.year <= now.year for period in ahead)
    return ahead[: max(this_year, _AT_LEAST)]


async def of_year(
    tx: Tx, team: Team, year: int, language: str
) -> tuple[tuple[Period, ...], tuple[Day, ...]]:
    """Return a year's periods off and the days that are worked although one would not think so."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused("refused-holidays-year", first=str(FIRST_YEAR), last=str(LAST_YEAR))
    first, last = date(year, 1, 1), date(year, 12, 31)
    worked = (day for day in await days(tx, team, first, last, language) if not day.is_off)
    return await periods(tx, team, first, last, language), tuple(worked)


async def special(tx: Tx, team: Team, day: date, language: str | None = None) -> Day | None:
    """Return what is special about a day, None when its weekday tells all."""
    return by_day(await days(tx, team, day, day, language)).get(day)


async def is_worked(tx: Tx, team: Team, day: date) -> bool:
    """Tell whether offices work on a day."""
    return is_working_day(day, by_day(await days(tx, team, day, day)))


async def entered(tx: Tx, day: date) -> Entered | None:
    """Return what somebody has entered about a day."""
    return next(iter(await stored.between(tx, day, day)), None)


async def enter(tx: Tx, team: Team, person: Person, what: Entered) -> Entered | None:
    """Enter a day, and tell the other leads; returns what was entered about it before.

    Without a name it keeps the one it has.
    """
    before = await entered(tx, what.day)
    if not what.name:
        known = await special(tx, team, what.day)
        if known is None:
            raise Refused("refused-holiday-name")
        what = Entered(what.day, what.is_off, known.name, what.document)
    if what == before:
        return before
    await stored.put(tx, [what], person.id)
    await _log(tx, SET, person, what)
    await _tell_others(tx, team, person, what.day)
    return before


async def take_back(tx: Tx, team: Team, person: Person, day: date) -> Entered:
    """Take back what was entered about a day: the law's rule holds again; other leads are told."""
    before = await must_be_entered(tx, day)
    await stored.remove(tx, day)
    await _log(tx, RESET, person, before)
    await _tell_others(tx, team, person, day)
    return before


async def must_be_entered(tx: Tx, day: date) -> Entered:
    """Return what was entered about a day; Refused when nothing was."""
    found = await entered(tx, day)
    if found is None:
        raise Refused("refused-holiday-not-entered", date=date_text(day))
    return found


async def _log(tx: Tx, kind: str, person: Person, what: Entered) -> None:
    details = {
        "day": what.day.isoformat(),
        "is": "off" if what.is_off else "work",
        "document": what.document,
    }
    line = LogLine(kind, person_id=person.id, text=what.name, details=details)
    await watchlog.enter(tx, line)


async def _tell_others(tx: Tx, team: Team, person: Person, day: date) -> None:
    for lead in await leads(tx):
        if lead.id != person.id:
            now = await said_of(tx, team, day, lead.language)
            tell(tx, lead, "notice", text="holiday-changed", by=person.name, now=now)


def date_text(day: date) -> dict[str, Any]:
    """Return a date with its weekday as a placeholder of a text."""
    weekday = {"text": f"holiday-weekday-{day.isoweekday()}"}
    return {**whole_date(day), "text": "holiday-date", "weekday": weekday}


def day_text(day: Day) -> dict[str, Any]:
    """Return a special day as one line of a text."""
    other = whole_date(day.swapped_with) if day.swapped_with else None
    return {
        "text": "holiday-off" if day.is_off else "holiday-worked",
        "date": date_text(day.day),
        "name": day.name,
        "document": day.document or None,
        "other": other,
    }


async def said_of(tx: Tx, team: Team, day: date, language: str) -> dict[str, Any]:
    """Return what a day is now as one line of a text."""
    known = await special(tx, team, day, language)
    if known is not None:
        return day_text(known)
    plain = "holiday-plain-work" if await is_worked(tx, team, day) else "holiday-plain-off"
    return {"text": plain, "date": date_text(day)}


def period_text(period: Period) -> dict[str, Any]:
    """Return a period as one line of a text: its name, from when to when, how long."""
    return {
        "text": "holiday-period",
        "name": period.name,
        "first": date_text(period.first),
        "last": date_text(period.last),
        "days": period.length,
        "estimated": not period.is_confirmed,
    }
