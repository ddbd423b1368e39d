"""How long an owner may be silent: their own estimate at a human hour, or the policy's time."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.incident import WORKING, Incident

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


def next_morning(now: datetime, zone: ZoneInfo) -> datetime:
    """Return the next 08:00 in that zone."""
    local = now.astimezone(zone)
    morning = datetime.combine(local.date(), _MORNING, zone)
    return (morning if morning > now else morning + timedelta(days=1)).astimezone(now.tzinfo)


def silent_from(incident: Incident, expires: timedelta) -> datetime | None:
    """Return when the owner is to be asked "still on it?"; None while nobody works on it.

    At the end of their own estimate, else `expires` after their last sign of life.
    """
    seen, promised = incident.progress_at or incident.taken_at, incident.promised_at
    if incident.status not in WORKING or seen is None:
        return None
    return promised if promised is not None and promised > seen else seen + expires
