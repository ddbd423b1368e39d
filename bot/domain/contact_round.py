"""The contact check: when everybody is asked whether they can still be reached as it is written.

Once a year, and before each holiday; not again whoever has just answered.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from bot.domain.calendar import Period
from bot.domain.errors import Refused

BEFORE_HOLIDAY = timedelta(days=14)
LATEST = timedelta(days=3)  # before a holiday: nobody could be found any more
YEAR = timedelta(days=365)
FRESH = timedelta(days=60)  # who has answered since then is not asked again
WITHIN = timedelta(days=7)
AGAIN = timedelta(days=3)
SHORTEST_HOLIDAY = 3  # days, weekend included
LONGEST_NAME = 100
_PHONE = re.compile(r"\+?[\d ().-]{8,20}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


class Detail(StrEnum):
    """What somebody may correct about themselves."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"


class Round(Struct, frozen=True):
    """One time that everybody is asked; `holiday` is what it is asked for, empty for the year."""

    key: str
    until: date
    holiday: str = ""


def round_of(today: date, holidays: Iterable[Period], begun: date) -> Round | None:
    """Return the round that begins today; `begun` is when the last one did, or the program."""
    for period in holidays:
        opens = period.first - BEFORE_HOLIDAY
        if period.length < SHORTEST_HOLIDAY or begun >= opens:
            continue
        if opens <= today <= period.first - LATEST:
            until = min(today + WITHIN, period.first - timedelta(days=1))
            return Round(f"{period.first}", until, period.name)
    if today - begun >= YEAR:
        return Round(f"{today.year}", today + WITHIN)
    return None


def corrected(detail: Detail, written: str) -> str:
    """Return a detail as it is kept; Refused when it cannot be one."""
    words = " ".join(written.split())
    fits = {
        Detail.NAME: 1 < len(words) <= LONGEST_NAME,
        Detail.PHONE: _PHONE.fullmatch(words) is not None,
        Detail.EMAIL: _EMAIL.fullmatch(words) is not None,
    }[detail]
    if not fits:
        raise Refused(f"refused-contact-{detail}")
    return words
