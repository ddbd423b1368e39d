"""Deadlines as people write them in the catalog, and the day each of them is.

    end of period               the last day of the period
    before 25/6 · by 25/6       the day before it · the day itself, of the period's (last) year
    by 30/6/2027                that one day, for what is asked once
    before day 5 · by day 5     of the period's last month
    by day 5 of next month      of the month after the period
    by weekday 5                Friday of the period's last week
    last working day            of the period
    5 working days after        the deadline before it; for the second deadline
    7 days after                the same in calendar days

"before 25/6" means the end of 24/6. A day that its month lacks is the month's last.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Any

from msgspec import Struct
from pydantic import BeforeValidator, PlainSerializer

Working = Callable[[date], bool]
"""Tells whether offices work on a day."""

DAY = timedelta(days=1)
_LONGEST_COUNT = 400


class Anchor(StrEnum):
    """What a deadline is counted from."""

    END = "end of period"
    DATE = "date"
    DAY = "day"
    WEEKDAY = "weekday"
    LAST_WORKING = "last working day"
    AFTER = "after"


class Deadline(Struct, frozen=True):
    """One deadline as it was written; `is_before` takes a day off it."""

    written: str
    anchor: Anchor
    day: int = 0
    month: int = 0
    year: int = 0
    is_before: bool = False
    next_month: bool = False
    working: bool = False


_DATE = re.compile(r"(before|by) (\d{1,2})/(\d{1,2})(?:/(\d{4}))?", re.ASCII)
_DAY = re.compile(r"(before|by) day (\d{1,2})( of next month)?", re.ASCII)
_WEEKDAY = re.compile(r"(before|by) weekday ([1-7])", re.ASCII)
_AFTER = re.compile(r"(\d{1,3}) (working )?days? after", re.ASCII)


def parse_deadline(written: str) -> Deadline:
    """Return the deadline that is meant; ValueError says how one is written."""
    text = " ".join(written.casefold().split())
    if text in (Anchor.END, Anchor.LAST_WORKING):
        return Deadline(text, Anchor(text))
    if found := _DATE.fullmatch(text):
        return _date(text, found)
    if (found := _DAY.fullmatch(text)) and 1 <= int(found[2]) <= 31:  # noqa: PLR2004 days of a month
        before = found[1] == "before"
        day, following = int(found[2]), bool(found[3])
        return Deadline(text, Anchor.DAY, day, is_before=before, next_month=following)
    if found := _WEEKDAY.fullmatch(text):
        return Deadline(text, Anchor.WEEKDAY, int(found[2]), is_before=found[1] == "before")
    if (found := _AFTER.fullmatch(text)) and 0 < int(found[1]) <= _LONGEST_COUNT:
        return Deadline(text, Anchor.AFTER, int(found[1]), working=bool(found[2]))
    raise ValueError(
        f"{written!r} is not a deadline; write end of period, before 25/6, by 25/6, "
        "by day 5, by day 5 of next month, by weekday 5, last working day, or 5 working days after"
    )


def _date(text: str, found: re.Match[str]) -> Deadline:
    day, month, year = int(found[2]), int(found[3]), int(found[4] or 0)
    # 29/2 is a date although most years have none.
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year or 2024, month)[1]:  # noqa: PLR2004 months of a year
        raise ValueError(f"there is no {found[2]}/{found[3]} in the calendar")
    return Deadline(text, Anchor.DATE, day, month, year, is_before=found[1] == "before")


def _read(written: object) -> Deadline:
    if isinstance(written, Deadline):
        return written
    if isinstance(written, str):
        return parse_deadline(written)
    raise ValueError('write a deadline as text, such as "before 25/6"')


def _written(deadline: Deadline) -> str:
    return deadline.written


AsDeadline = Annotated[Any, BeforeValidator(_read), PlainSerializer(_written)]
"""A field that is written `"before 25/6"` in files."""


def day_of(
    deadline: Deadline, last: date, working: Working, counted_from: date | None = None
) -> date:
    """Return the last day on which it is in time, for a period that ends on `last`.

    `counted_from` is the deadline before it, for what is counted after that.
    """
    match deadline.anchor:
        case Anchor.END:
            day = last
        case Anchor.LAST_WORKING:
            return last_working(last, working)
        case Anchor.DATE:
            day = _in_month(deadline.year or last.year, deadline.month, deadline.day)
        case Anchor.DAY:
            base = last + DAY if deadline.next_month else last
            day = _in_month(base.year, base.month, deadline.day)
        case Anchor.WEEKDAY:
            day = last - timedelta(days=(last.isoweekday() - deadline.day) % 7)
        case Anchor.AFTER:
            return _after(deadline, counted_from or last, working)
    return day - DAY if deadline.is_before else day


def _in_month(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _after(deadline: Deadline, start: date, working: Working) -> date:
    if not deadline.working:
        return start + timedelta(days=deadline.day)
    return add_working_days(start, deadline.day, working)


def last_working(day: date, working: Working) -> date:
    """Return a day if offices work on it, else the last one before it on which they do."""
    while not working(day):
        day -= DAY
    return day


def next_working(day: date, working: Working) -> date:
    """Return the first day after it on which offices work."""
    day += DAY
    while not working(day):
        day += DAY
    return day


def add_working_days(start: date, count: int, working: Working) -> date:
    """Return the day that many working days after `start`, which itself does not count."""
    day = start
    for _ in range(count):
        day = next_working(day, working)
    return day
