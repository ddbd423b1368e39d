"""Spans (kỳ): the days people mean by "tháng 9", "quý 3" or "6 tháng đầu năm", and those before.

Without a year the last such span is meant that has begun; nothing here knows today.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from bot.domain.errors import Refused
from bot.domain.typed import unaccented

LONGEST = timedelta(days=366)
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_YEAR, _HALF, _QUARTER = 12, 6, 3  # months
_CENTURY, _SHOWN = 100, 40
_LEAP_YEARS = 8  # within so many years every day of the calendar has been


class Unit(StrEnum):
    """What a span is; MONTHS are the first so many months of a year."""

    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    MONTHS = "months"


class Span(Struct, frozen=True):
    """Whole days of the team, from the first to the last."""

    unit: Unit
    first: date
    last: date

    @property
    def number(self) -> int:
        """Which month, quarter or half of its year it is; of MONTHS how many."""
        month = self.first.month
        match self.unit:
            case Unit.QUARTER:
                return (month - 1) // _QUARTER + 1
            case Unit.HALF:
                return (month - 1) // _HALF + 1
            case Unit.MONTHS:
                return self.last.month
            case _:
                return month

    @property
    def before(self) -> "Span":
        """The span before it, to be compared with: of MONTHS the same ones a year earlier."""
        match self.unit:
            case Unit.DAYS | Unit.WEEK:
                length = self.last - self.first + _DAY
                return Span(self.unit, self.first - length, self.last - length)
            case Unit.MONTHS:
                return months(self.unit, self.first.year - 1, 1, self.last.month)
            case unit:
                size = _SIZES[unit]
                at = self.first.year * _YEAR + self.first.month - 1 - size
                return months(unit, at // _YEAR, at % _YEAR + 1, size)

    @property
    def key(self) -> str:
        """What it is kept and pressed by: its unit and its days."""
        return f"{self.unit}.{self.first}.{self.last}"

    def so_far(self, today: date) -> "Span":
        """Return the days of it that have begun."""
        return Span(self.unit, self.first, min(self.last, today))

    def as_long_as(self, other: "Span") -> "Span":
        """Return its first days, no more than another span has."""
        return Span(self.unit, self.first, min(self.last, self.first + (other.last - other.first)))


_SIZES = {Unit.MONTH: 1, Unit.QUARTER: _QUARTER, Unit.HALF: _HALF, Unit.YEAR: _YEAR}


def span_of(key: str) -> Span:
    """Return a span by its key; Refused when it is none."""
    try:
        unit, first, last = key.split(".")
        span = Span(Unit(unit), date.fromisoformat(first), date.fromisoformat(last))
    except ValueError as error:
        raise Refused("refused-unknown-button") from error
    if span.last < span.first or span.last - span.first >= LONGEST:
        raise Refused("refused-unknown-button")
    return span


def months(unit: Unit, year: int, month: int, count: int) -> Span:
    """Return so many months from one on, within a year."""
    last = month + count - 1
    return Span(unit, date(year, month, 1), date(year, last, monthrange(year, last)[1]))


def month_of(day: date) -> Span:
    """Return the month of a day."""
    return months(Unit.MONTH, day.year, day.month, 1)


def part_of(day: date, unit: Unit) -> Span:
    """Return the week, month, quarter, half or year of a day."""
    if unit is Unit.WEEK:
        monday = day - timedelta(days=day.weekday())
        return Span(unit, monday, monday + _WEEK - _DAY)
    size = _SIZES[unit]
    return months(unit, day.year, (day.month - 1) // size * size + 1, size)


_UNITS = {
    **dict.fromkeys(("tuan", "week"), Unit.WEEK),
    **dict.fromkeys(("thang", "month"), Unit.MONTH),
    **dict.fromkeys(("quy", "quarter"), Unit.QUARTER),
    **dict.fromkeys(("nam", "year"), Unit.YEAR),
}
_ENGLISH = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_MONTH_NAMES = {
    name: number
    for number, word in enumerate(_ENGLISH, start=1)
    for name in {word, word[:3], "sept" if word == "september" else word}
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_FIRST = frozenset({"dau", "first", "1st"})

_IN_YEAR = r"(?: (?:nam |of |in )?(?P<year>\d{4}))?"
_NOW = re.compile(r"(?P<unit>tuan|thang|quy|nam) (?P<which>nay|truoc|qua|ngoai|vua qua|vua roi)")
_NOW_EN = re.compile(r"(?P<which>this|last|previous) (?P<unit>week|month|quarter|year)")
_MONTH = re.compile(rf"(?:thang|month|t|m) ?(?P<month>\d{{1,2}}){_IN_YEAR}", re.ASCII)
_BARE_MONTH = re.compile(r"(?P<month>\d{1,2}) (?P<year>\d{4})", re.ASCII)
_YEAR_MONTH = re.compile(r"(?P<year>\d{4}) (?P<month>\d{1,2})", re.ASCII)
_NAMED = re.compile(rf"(?P<name>[a-z]+){_IN_YEAR}", re.ASCII)
_QUARTERS = re.compile(rf"(?:quy|quarter|q) ?(?P<number>[1-4]|i{{1,3}}|iv){_IN_YEAR}", re.ASCII)
_HALVES = re.compile(
    rf"(?:(?:6|06|sau) thang |nua (?:nam )?)(?P<half>dau|cuoi)(?: nam)?{_IN_YEAR}", re.ASCII
)
_HALVES_EN = re.compile(
    rf"(?:the )?(?P<half>first|second|1st|2nd) half(?: of the year)?{_IN_YEAR}", re.ASCII
)
_HALVES_SHORT = re.compile(rf"h(?P<number>[12]){_IN_YEAR}", re.ASCII)
_FIRST_MONTHS = re.compile(rf"(?P<count>\d{{1,2}}) thang dau(?: nam)?{_IN_YEAR}", re.ASCII)
_FIRST_MONTHS_EN = re.compile(
    rf"(?:the )?first (?P<count>\d{{1,2}}) months(?: of the year)?{_IN_YEAR}", re.ASCII
)
_YEARS = re.compile(r"(?:nam |ca nam |year )?(?P<year>\d{4})", re.ASCII)
_LAST_DAYS = re.compile(r"(?P<count>\d{1,3}) ngay (?:qua|gan day|vua qua|truoc)", re.ASCII)
_LAST_DAYS_EN = re.compile(r"(?:the )?last (?P<count>\d{1,3}) days", re.ASCII)
_NEAR = {"hom nay": 0, "today": 0, "hom qua": 1, "yesterday": 1}
_ONE = r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?"
_FROM_TO = re.compile(
    rf"(?:tuần|tuan|week(?: of)?)?\s*(?:từ|tu|from)?\s*(?:ngày|ngay)?\s*({_ONE})"
    rf"(?:\s*(?:-|\.\.|\u2013|\u2014|\u2192|đến|den|tới|toi|to|until)\s*"
    rf"(?:hết|het)?\s*(?:ngày|ngay)?\s*({_ONE}))?",
    re.ASCII | re.IGNORECASE,
)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_LOCAL = re.compile(
    r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.](?P<year>\d{4}|\d{2}))?", re.ASCII
)


def read_span(words: str, today: date) -> Span:
    """Return the span that is meant, nothing being this month; Refused when it is none."""
    plain = unaccented(words)
    if not plain:
        return month_of(today)
    try:
        found = _days(words.strip(), today) or _worded(plain, today)
    except ValueError as error:  # a month 13, a year 0
        raise Refused("refused-span", written=words[:_SHOWN]) from error
    if found is None:
        raise Refused("refused-span", written=words[:_SHOWN])
    if found.first > today:
        raise Refused("refused-span-ahead")
    if found.last - found.first >= LONGEST or found.last < found.first:
        raise Refused("refused-span-long")
    return found


def _worded(plain: str, today: date) -> Span | None:
    for pattern, meaning in _MEANINGS:
        if found := pattern.fullmatch(plain):
            return meaning(found, today)
    if plain in _NEAR:
        day = today - _NEAR[plain] * _DAY
        return Span(Unit.DAYS, day, day)
    return None


def _days(said: str, today: date) -> Span | None:
    found = _FROM_TO.fullmatch(said)
    if found is None:
        return None
    last = _day(found[2] or found[1], today)
    first = _day(found[1], last) if found[2] else last
    return Span(Unit.DAYS, first, last)


def _day(said: str, until: date) -> date:
    """Return the day that is meant, without a year the last such day up to another."""
    found = _ISO.fullmatch(said) or _LOCAL.fullmatch(said)
    if found is None:
        raise ValueError(said)
    day, month, year = (int(found[part] or 0) for part in ("day", "month", "year"))
    if year:
        return date(year if year >= _CENTURY else 2000 + year, month, day)
    for each in range(until.year, until.year - _LEAP_YEARS - 1, -1):
        try:
            if (one := date(each, month, day)) <= until:
                return one
        except ValueError:
            continue
    raise ValueError(said)


def _relative(found: re.Match[str], today: date) -> Span:
    span = part_of(today, _UNITS[found["unit"]])
    return span if found["which"] in ("nay", "this") else span.before


def _begun(unit: Unit, year: str | None, today: date, month: int, count: int) -> Span:
    if not 1 <= month <= month + count - 1 <= _YEAR:
        raise ValueError(month)
    if year is not None:
        return months(unit, int(year), month, count)
    span = months(unit, today.year, month, count)
    return span if span.first <= today else months(unit, today.year - 1, month, count)


def _a_month(found: re.Match[str], today: date) -> Span:
    return _begun(Unit.MONTH, found["year"], today, int(found["month"]), 1)


def _named_month(found: re.Match[str], today: date) -> Span | None:
    month = _MONTH_NAMES.get(found["name"])
    return None if month is None else _begun(Unit.MONTH, found["year"], today, month, 1)


def _a_quarter(found: re.Match[str], today: date) -> Span:
    number = _ROMAN.get(found["number"]) or int(found["number"])
    return _begun(Unit.QUARTER, found["year"], today, (number - 1) * _QUARTER + 1, _QUARTER)


def _a_half(found: re.Match[str], today: date) -> Span:
    first = 1 if found["half"] in _FIRST else _HALF + 1
    return _begun(Unit.HALF, found["year"], today, first, _HALF)


def _a_short_half(found: re.Match[str], today: date) -> Span:
    first = 1 if found["number"] == "1" else _HALF + 1
    return _begun(Unit.HALF, found["year"], today, first, _HALF)


def _first_months(found: re.Match[str], today: date) -> Span:
    return _begun(Unit.MONTHS, found["year"], today, 1, int(found["count"]))


def _a_year(found: re.Match[str], today: date) -> Span:
    del today
    return months(Unit.YEAR, int(found["year"]), 1, _YEAR)


def _last_days(found: re.Match[str], today: date) -> Span:
    return Span(Unit.DAYS, today - (int(found["count"]) - 1) * _DAY, today)


Meaning = Callable[[re.Match[str], date], Span | None]
_MEANINGS: tuple[tuple[re.Pattern[str], Meaning], ...] = (
    (_NOW, _relative),
    (_NOW_EN, _relative),
    (_MONTH, _a_month),
    (_BARE_MONTH, _a_month),
    (_YEAR_MONTH, _a_month),
    (_QUARTERS, _a_quarter),
    (_HALVES, _a_half),
    (_HALVES_EN, _a_half),
    (_HALVES_SHORT, _a_short_half),
    (_FIRST_MONTHS, _first_months),
    (_FIRST_MONTHS_EN, _first_months),
    (_YEARS, _a_year),
    (_LAST_DAYS, _last_days),
    (_LAST_DAYS_EN, _last_days),
    (_NAMED, _named_month),
)
