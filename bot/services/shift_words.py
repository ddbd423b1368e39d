"""Days, shifts and places of a watch as placeholders of texts."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo


def day_text(day: date) -> dict[str, Any]:
    """Return a day with its day of the week."""
    weekday = {"text": f"weekday-{day.isoweekday()}"}
    return {"text": "weekday-day", "weekday": weekday, "day": day.day, "month": day.month}


def is_whole_day(start: datetime, end: datetime, zone: ZoneInfo) -> bool:
    """Tell whether the clocks alone would not say how long a shift is: a day, or more."""
    first, last = start.astimezone(zone), end.astimezone(zone)
    return first.date() < last.date() and last.time() >= first.time()


def clocks_text(start: datetime, end: datetime, zone: ZoneInfo) -> str:
    """Return the times of a shift on the clocks of a zone, without the day.

    Where it lasts a day or longer its end has the day, as 07:30-07:30 (15/02).
    """
    last = end.astimezone(zone)
    later = f" ({last:%d/%m})" if is_whole_day(start, end, zone) else ""
    return f"{start.astimezone(zone):%H:%M}-{last:%H:%M}{later}"


def shift_text(start: datetime, end: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """Return the times of a shift with the day on which it begins, and that of its end if long."""
    first, last = start.astimezone(zone), end.astimezone(zone)
    day = day_text(first.date())
    if not is_whole_day(start, end, zone):
        return {"text": "watch-shift", "day": day, "hours": clocks_text(start, end, zone)}
    clocks = {"start": f"{first:%H:%M}", "end": f"{last:%H:%M}"}
    return {"text": "watch-shift-long", "day": day, "last": day_text(last.date()), **clocks}
