"""Days, shifts and places of a watch as placeholders of texts."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo


def day_text(day: date) -> dict[str, Any]:
    """Return a day with its day of the week."""
    weekday = {"text": f"weekday-{day.isoweekday()}"}
    return {"text": "weekday-day", "weekday": weekday, "day": day.day, "month": day.month}


def clocks_text(start: datetime, end: datetime, zone: ZoneInfo) -> str:
    """Return the times of a shift on the clocks of a zone, without the day."""
    return f"{start.astimezone(zone):%H:%M}-{end.astimezone(zone):%H:%M}"


def shift_text(start: datetime, end: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """Return the times of a shift with the day on which it begins."""
    begins = start.astimezone(zone).date()
    return {"text": "watch-shift", "day": day_text(begins), "hours": clocks_text(start, end, zone)}
