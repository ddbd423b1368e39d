"""What is written behind `/log`: a day to look at, a deed of its own, or a line for the log."""

import re
from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from bot.domain.errors import Refused
from bot.domain.typed import unaccented

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_LOCAL = re.compile(
    r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.](?P<year>\d{4}|\d{2}))?", re.ASCII
)
_MONTH = re.compile(r"(?P<month>\d{1,2})[/.](?P<year>\d{4})", re.ASCII)
_WATCH = re.compile(r"#?(\d{1,18})", re.ASCII)
_DAY = r"(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.][\d/.]+)"
_PERIOD = re.compile(
    rf"{_DAY}(?:(?:\s*[-\u2013\u2014\u2192]\s*|\s+(?:đến|tới|den|toi|to)\s+){_DAY})?",
    re.ASCII | re.IGNORECASE,
)
_NEAR = {"hom nay": 0, "today": 0, "hom qua": -1, "yesterday": -1}
_CENTURY = 100
_LEAP_YEARS = 8  # within so many years every day of the calendar has been
LONGEST_PERIOD = timedelta(days=366)


class Deed(StrEnum):
    """What `/log` can do."""

    SHOW = "show"
    NOTE = "note"
    CHECK = "check"
    REPORT = "report"
    SHEET = "sheet"


_DEEDS = {
    words: deed
    for deed, written in {
        Deed.CHECK: ("check", "checks", "kiem tra"),
        Deed.REPORT: ("report", "bao cao"),
        Deed.SHEET: ("sheet", "bang cham", "bang cham truc", "cham truc", "bang cham cong"),
    }.items()
    for words in written
}


class Asked(Struct, frozen=True):
    """What is asked for: words of a note or a check, a watch by its number, or days."""

    deed: Deed
    words: str = ""
    watch_id: int | None = None
    days: tuple[date, date] | None = None


def read(words: str, today: date) -> Asked:
    """Return what is asked for.

    Only what cannot be the beginning of a note is taken for anything else: a deed alone, or with
    nothing but a number or days behind it.
    """
    said = words.strip()
    if not said:
        return Asked(Deed.SHOW)
    day = _day(said, today)
    if day is not None:
        return Asked(Deed.SHOW, days=(day, day))
    return _deed(said, today) or Asked(Deed.NOTE, said)


def _deed(said: str, today: date) -> Asked | None:
    parts = said.split()
    for count in range(min(len(parts), 3), 0, -1):
        deed = _DEEDS.get(unaccented(" ".join(parts[:count])))
        if deed is not None:
            return _with(deed, " ".join(parts[count:]), today)
    return None


def _with(deed: Deed, rest: str, today: date) -> Asked | None:
    if not rest:
        return Asked(deed)
    if deed is Deed.CHECK:
        return Asked(deed, rest) if rest.isascii() and rest.isdecimal() else None
    if number := _WATCH.fullmatch(rest):
        return Asked(deed, watch_id=int(number[1]))
    days = _days(rest, today) if deed is Deed.SHEET else None
    return Asked(deed, days=days) if days else None


def _days(said: str, today: date) -> tuple[date, date] | None:
    """Return the first and last day of a month or of a period, None when it is neither."""
    if month := _MONTH.fullmatch(said):
        year, number = int(month["year"]), int(month["month"])
        if not 1 <= number <= 12 or year < 1:  # noqa: PLR2004 months of a year
            return None
        return date(year, number, 1), date(year, number, monthrange(year, number)[1])
    found = _PERIOD.fullmatch(said)
    if found is None:
        return None
    first = _day(found[1], today)
    last = _day(found[2], today) if found[2] else first
    if first is None or last is None:
        return None
    if last < first or last - first > LONGEST_PERIOD:
        raise Refused("refused-log-period")
    return first, last


def _day(said: str, today: date) -> date | None:
    """Return the day that is meant, without a year the last such day up to today."""
    near = _NEAR.get(unaccented(said))
    if near is not None:
        return today + timedelta(days=near)
    found = _ISO.fullmatch(said) or _LOCAL.fullmatch(said)
    if found is None:
        return None
    day, month, year = (int(found[part] or 0) for part in ("day", "month", "year"))
    if year:
        return _existing(year if year >= _CENTURY else 2000 + year, month, day)
    years = range(today.year, today.year - _LEAP_YEARS - 1, -1)
    days = (_existing(each, month, day) for each in years)
    return next((each for each in days if each is not None and each <= today), None)


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
