"""What is written behind `/roster` and `/oncall`: a form, some days, a watch, an instant."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.domain.errors import Refused
from bot.domain.typed import unaccented
from bot.domain.watch_words import read_clock, read_day

Read = TypeVar("Read")
USUAL = timedelta(days=6)
MOST_DAYS = 92
_FORMS = {
    **dict.fromkeys(("png", "anh", "hinh", "picture"), "png"),
    **dict.fromkeys(("xlsx", "excel", "bang"), "xlsx"),
    **dict.fromkeys(("docx", "word", "danhsach"), "docx"),
}
_NUMBER = re.compile(r"(?:#|№|dot |watch )?(\d{1,9})", re.ASCII | re.IGNORECASE)
_TO = re.compile(r"\s+(?:đến|den|tới|toi|to|-)\s+|\s*(?:\.\.|…|–|—|→)\s*", re.IGNORECASE)  # noqa: RUF001 dashes people type
_HYPHEN = re.compile(r"\s*-\s*")
_DAY_ONLY = re.compile(r"\d{1,2}", re.ASCII)
_LEADING = re.compile(r"^(?:lúc|luc|vào|vao|ngày|ngay|từ|tu|at|on|from)\s+", re.IGNORECASE)


class Asked(Struct, frozen=True):
    """What is wanted: days, or a watch by number or name, in a form or (without one) as text."""

    form: str | None = None
    days: tuple[date, date] | None = None
    number: int | None = None
    name: str = ""


def read_roster(words: str, today: date) -> Asked:
    """Return what is asked for; nothing means the seven days from today on."""
    left: list[str] = []
    form: str | None = None
    for word in words.split():
        known = _FORMS.get(unaccented(word))
        form, left = (known, left) if known else (form, [*left, word])
    rest = " ".join(left)
    if not rest:
        return Asked(form, (today, today + USUAL))
    days = read_days(rest, today)
    if days is not None:
        return Asked(form, days)
    number = _NUMBER.fullmatch(unaccented(rest) if "#" not in rest and "№" not in rest else rest)
    return Asked(form, number=int(number[1])) if number else Asked(form, name=rest)


def read_days(words: str, today: date) -> tuple[date, date] | None:
    """Return the first and last day that are meant, None when it is something else.

    Refused when they are the wrong way round or too many.
    """
    plain = unaccented(words)
    for named, days in _spoken(today):
        if plain in named:
            return days
    said = _LEADING.sub("", words.strip())
    one = _day(said, today)
    if one is not None:
        return one, one
    for separator in (_TO, _HYPHEN):
        for found in separator.finditer(said):
            both = _between(said[: found.start()], said[found.end() :], today)
            if both is not None:
                return _sensible(both)
    return None


def _spoken(today: date) -> Iterator[tuple[frozenset[str], tuple[date, date]]]:
    monday = today - timedelta(days=today.weekday())
    week, six = timedelta(days=7), timedelta(days=6)
    first, last = today.replace(day=1), today.replace(day=monthrange(today.year, today.month)[1])
    following = last + timedelta(days=1)
    end = following.replace(day=monthrange(following.year, following.month)[1])
    yield frozenset({"tuan nay", "this week"}), (monday, monday + six)
    yield (
        frozenset({"tuan sau", "tuan toi", "next week"}),
        (monday + week, monday + week + six),
    )
    yield frozenset({"thang nay", "this month"}), (first, last)
    yield frozenset({"thang sau", "thang toi", "next month"}), (following, end)


def _day(words: str, today: date) -> date | None:
    return _read(lambda: read_day(words, today))


def _between(left: str, right: str, today: date) -> tuple[date, date] | None:
    """Return two days; of "1-3/9" the first has the month of the second."""
    if _DAY_ONLY.fullmatch(left.strip()):
        end = _day(right, today)
        start = None if end is None else _of_month(end, int(left))
    else:
        start = _day(left, today)
        end = None if start is None else _day(right, start)
    return None if start is None or end is None else (start, end)


def _of_month(day: date, number: int) -> date | None:
    return _read(lambda: day.replace(day=number))


def _read(reading: Callable[[], Read]) -> Read | None:
    try:
        return reading()
    except (Refused, ValueError):
        return None


def _sensible(days: tuple[date, date]) -> tuple[date, date]:
    if days[1] < days[0] or (days[1] - days[0]).days >= MOST_DAYS:
        raise Refused("refused-roster-days", most=MOST_DAYS)
    return days


def read_when(words: str, now: datetime, zone: ZoneInfo) -> datetime | date:
    """Return the instant that is meant on the zone's clocks, or the day when no time is named."""
    said = _LEADING.sub("", " ".join(words.split()))
    if not said:
        return now
    today = now.astimezone(zone).date()
    iso = _read(lambda: datetime.fromisoformat(said))
    if iso is not None and ":" in said:
        return (iso if iso.tzinfo else iso.replace(tzinfo=zone)).astimezone(now.tzinfo)
    parts = said.replace(",", " ").split()
    for at in range(len(parts) + 1):
        left, right = " ".join(parts[:at]), _LEADING.sub("", " ".join(parts[at:]))
        for day_words, clock_words in ((left, right), (right, left)):
            day = _day(day_words, today) if day_words else today
            if day is not None and not clock_words:
                return day
            clock = _read(lambda: read_clock(clock_words))  # noqa: B023 called at once
            if day is not None and clock is not None:
                return _at(day, clock, zone).astimezone(now.tzinfo)
    raise Refused("refused-oncall-usage")


def _at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, zone)
