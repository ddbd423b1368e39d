"""Reminders of campaigns (nhắc việc): on which days whom, and nobody after it is done.

All days are the team's. What would fall on a day off is said on the working day before it; what is
overdue, on the working days after. Nothing is ever said on a day off.
"""

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.deadlines import DAY, Working, last_working, next_working
from bot.domain.obligations import Reminders

WEEK = timedelta(days=7)


class Hears(StrEnum):
    """As what somebody is reminded."""

    CONTACT = "contact"
    HEAD = "head"
    LEADER = "leader"
    CLOSED = "closed"  # of what was closed before their agency had handed it in
    WAITING = "waiting"  # of results that nobody has accepted yet


def reminder_days(policy: Reminders, due: date, working: Working) -> tuple[date, ...]:
    """Return the working days up to a deadline on which people are reminded of it."""
    ahead = (*policy.before, 0) if policy.on_the_day else policy.before
    return tuple(sorted({last_working(due - days * DAY, working) for days in ahead}))


def is_reminded(
    policy: Reminders, due: date, heard_on: date, today: date, working: Working
) -> bool:
    """Tell whether its people are reminded today of what is still to be done.

    `heard_on`: when they last heard of it, or were first told. What was missed meanwhile is said
    once, late rather than never.
    """
    if not working(today) or heard_on >= today:
        return False
    if today <= due:
        return any(heard_on < day <= today for day in reminder_days(policy, due, working))
    if heard_on <= due:
        return True
    if (today - due).days > policy.overdue_for:
        return today - heard_on >= WEEK
    return _working_days(heard_on, today, working) >= policy.overdue_every


def _working_days(since: date, until: date, working: Working) -> int:
    """Count the working days after `since` up to and including `until`."""
    return sum(working(since + days * DAY) for days in range(1, (until - since).days + 1))


def is_told_above(
    after: int, due: date, told_on: date | None, today: date, working: Working
) -> bool:
    """Tell whether today somebody above hears of what is overdue `after` days: then once a week."""
    if not after or not working(today) or (today - due).days < after:
        return False
    return told_on is None or today - told_on >= WEEK


def within(at: datetime, start: time, end: time, zone: ZoneInfo, working: Working) -> bool:
    """Tell whether an instant lies in the hours of offices."""
    local = at.astimezone(zone)
    return working(local.date()) and start <= local.time() < end


def next_hour(at: datetime, start: time, end: time, zone: ZoneInfo, working: Working) -> datetime:
    """Return the instant itself within the hours of offices, else when they next begin."""
    local = at.astimezone(zone)
    if within(at, start, end, zone, working):
        return at
    day = local.date()
    if not working(day) or local.time() >= start:
        day = next_working(day, working)
    return datetime.combine(day, start, zone).astimezone(at.tzinfo)
