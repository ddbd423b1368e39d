"""Which periods a result counts for: one drill for its year, one scan or hunt for its half-year.

What the catalog asks for again and again is done once in its period, whoever asked for it. What
somebody orders by hand is a thing of its own: only doing it does it.
"""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.campaign import Campaign
from bot.domain.spans import Span, Unit, months, part_of

# By what a campaign's results feed: how long one of them is good for.
GOOD_FOR = {"drill": Unit.YEAR, "scan": Unit.HALF, "hunt": Unit.HALF}
_KEY = re.compile(r"(?P<year>[12]\d{3})(?:-(?P<letter>[HQW]?)0?(?P<number>\d{1,2}))?", re.ASCII)
_SIZES = {"H": (Unit.HALF, 6), "Q": (Unit.QUARTER, 3), "": (Unit.MONTH, 1)}


def span_of(key: str) -> Span | None:
    """Return the period written as 2026, 2026-H1, 2026-Q2, 2026-06 or 2026-W23; else None."""
    found = _KEY.fullmatch(key.strip().upper())
    if found is None:
        return None
    year, letter, number = int(found["year"]), found["letter"], int(found["number"] or 0)
    try:
        if found["number"] is None:
            return months(Unit.YEAR, year, 1, 12)
        if letter == "W":
            return part_of(date.fromisocalendar(year, number, 1), Unit.WEEK)
        unit, size = _SIZES[letter]
        return months(unit, year, (number - 1) * size + 1, size)
    except ValueError:
        return None


def key_of(span: Span) -> str:
    """Return a half-year, a quarter, a month or a year as its key."""
    year = span.first.year
    match span.unit:
        case Unit.HALF:
            return f"{year}-H{span.number}"
        case Unit.QUARTER:
            return f"{year}-Q{span.number}"
        case Unit.MONTH:
            return f"{year}-{span.number:02d}"
        case _:
            return f"{year}"


def holds(span: Span, day: date) -> bool:
    """Tell whether a day is in a period."""
    return span.first <= day <= span.last


def asked_for(campaign: Campaign, zone: ZoneInfo) -> Span | None:
    """Return the period that a campaign of the catalog asks about; None for all others."""
    unit = GOOD_FOR.get(campaign.feeds or "")
    if unit is None or campaign.obligation is None:
        return None
    own = span_of(campaign.period or "")
    return own or part_of(campaign.due_at.astimezone(zone).date(), unit)


def is_told_by(period: str | None, span: Span) -> bool:
    """Tell whether a report about some days is the one that a campaign of that period asks for.

    It ends with the period and holds all of it: what is due in December is about the whole year.
    """
    own = span_of(period or "")
    return own is not None and span.first <= own.first and span.last == own.last


def done_on(period: str | None, done_at: datetime, zone: ZoneInfo) -> date:
    """Return the day that a result counts for; one that is late for its own period, for its end."""
    own, day = span_of(period or ""), done_at.astimezone(zone).date()
    return max(own.first, min(own.last, day)) if own is not None else day
