"""Improvements in words: one as a line, and the days they are due on."""

from datetime import date
from typing import Any

from bot.domain.improvements import Improvement

Line = dict[str, Any]


def day_text(day: date) -> Line:
    """Return a day as a value of a text."""
    return {"text": "improvement-day", "day": day.day, "month": day.month, "year": day.year}


def improvement(one: Improvement) -> Line:
    """Return one improvement as a line: what, who, by when, what became of it."""
    return {
        "text": f"improvement-line-{one.state}",
        "number": one.id,
        "what": one.what,
        "name": one.owner,
        "due": day_text(one.due_on),
        "by": one.settled_by or "?",
        "reason": one.reason or "—",
    }
