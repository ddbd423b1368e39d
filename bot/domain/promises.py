"""Owners' estimates: a number of minutes, or "today", as an instant at a human hour."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

TODAY = "day"
_END_OF_DAY = time(17, 0)
_MORNING = time(8, 0)
_LEAST = timedelta(hours=2)
_LONGEST_MINUTES = 24 * 60


def promised_until(choice: str, now: datetime, zone: ZoneInfo) -> datetime:
    """Return when the owner is to be asked; ValueError for what is no estimate.

    "Today" ends at 17:00, or at 08:00 the next morning once less than two hours are left.
    """
    if choice != TODAY:
        minutes = int(choice)
        if not 0 < minutes <= _LONGEST_MINUTES:
            raise ValueError(f"an estimate is 1 to {_LONGEST_MINUTES} minutes, not {minutes}")
        return now + timedelta(minutes=minutes)
    local = now.astimezone(zone)
    evening = datetime.combine(local.date(), _END_OF_DAY, zone)
    if evening - now >= _LEAST:
        return evening.astimezone(now.tzinfo)
    morning = datetime.combine(local.date(), _MORNING, zone)
    if local.time() >= _MORNING:
        morning += timedelta(days=1)
    return max(morning, now + _LEAST).astimezone(now.tzinfo)
