"""Deadlines by law (thời hạn theo quy định): which run for an incident, and until when.

Promise: a day is a calendar day as the law writes it, to the minute of detection, and is never
extended over a weekend or a holiday; only a working day knows the calendar. What the catalog says
of another date counts for incidents of that date.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from msgspec import Struct
from pydantic import Field, model_validator

from bot.domain.kinds import Entry, Names, Severity, in_language

Working = Callable[[date], bool]


class Trigger(StrEnum):
    """What sets a deadline running."""

    DETECTED = "detected"  # somebody of the team has taken it as an incident
    BEYOND = "beyond"  # vượt khả năng xử lý
    PROPOSED = "proposed"  # đề xuất, hoặc đã quyết định, là nghiêm trọng
    PROPOSAL = "proposal"  # Đội đã đề xuất; quyết định không qua đề xuất thì không phải đề xuất nữa
    HARM = "harm"  # dấu hiệu phương hại an ninh, trật tự, hoặc gián đoạn nghiêm trọng
    PERSONAL = "personal"  # vi phạm dữ liệu cá nhân
    SENSITIVE = "sensitive"  # dữ liệu vị trí, sinh trắc học
    PRESS = "press"  # báo chí, dư luận
    ENDED = "ended"  # kết thúc ứng cứu
    CHANGED = "changed"  # thông tin thay đổi sau khi đã gửi


class Unit(StrEnum):
    """What a length is counted in."""

    AT_ONCE = "at_once"
    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working_day"


class CountsFrom(StrEnum):
    """T0: the moment of detection, or the moment of the trigger itself."""

    DETECTED = "detected"
    TRIGGER = "trigger"


class Rule(Entry):
    """One deadline of the catalog; without `confirmed_by` it is shown as not confirmed.

    `signed`: a report with signature and stamp; otherwise a notice by any channel. `serious`: only
    for what is proposed or decided as serious. One that does not remind is only listed. `updates`
    names the deadlines whose receivers must hear what changes after something was sent to them.
    """

    code: str = Field(pattern=r"^[a-z][a-z0-9_]{0,31}$")
    names: Names
    trigger: Trigger
    counts_from: CountsFrom = CountsFrom.DETECTED
    length: int = Field(default=0, ge=0, le=400)
    unit: Unit
    receivers: Names
    form: str = Field(default="", max_length=8)
    signed: bool = False
    serious: bool = False
    severities: tuple[Severity, ...] = ()
    basis: str = Field(min_length=3)
    valid_from: date
    valid_until: date | None = None
    confirmed_by: str = ""
    reminds: bool = True
    updates: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _has_a_length(self) -> "Rule":
        if (self.unit is Unit.AT_ONCE) != (self.length == 0):
            raise ValueError("length must be more than 0, or the unit at_once without a length")
        if self.valid_until is not None and self.valid_until < self.valid_from:
            raise ValueError("valid_until is before valid_from")
        if (self.trigger is Trigger.CHANGED) != bool(self.updates):
            raise ValueError("updates and the trigger changed go together")
        if self.updates and self.unit is not Unit.AT_ONCE:
            raise ValueError("an update is owed at once; write unit = at_once")
        return self

    @property
    def is_update(self) -> bool:
        """Whether it follows what was sent, and not the incident itself."""
        return self.trigger is Trigger.CHANGED

    def name(self, language: str) -> str:
        """Return what people call it in that language."""
        return in_language(self.names, language)

    def in_force(self, day: date) -> bool:
        """Tell whether it counts for what was detected on a day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


class Case(Struct, frozen=True):
    """What an incident is to the law now: `happened` says since when each trigger is true."""

    detected_at: datetime
    severity: Severity
    happened: Mapping[Trigger, datetime]


class Run(Struct, frozen=True):
    """A deadline that runs for an incident."""

    rule: Rule
    counted_from: datetime
    due_at: datetime


class DeadlineState(StrEnum):
    """What has become of a deadline."""

    OPEN = "open"
    DONE = "done"  # sent, with number, day, channel and receipt
    WAIVED = "waived"  # does not apply, says a lead, with a reason
    DROPPED = "dropped"  # what had set it running is no longer so


def running(rules: Iterable[Rule], case: Case, zone: ZoneInfo, works: Working) -> dict[str, Run]:
    """Return every deadline that runs for a case, by its code."""
    found: dict[str, Run] = {}
    for rule in rules:
        if _applies(rule, case):
            of_trigger = rule.counts_from is CountsFrom.TRIGGER
            start = case.happened[rule.trigger] if of_trigger else case.detected_at
            if rule.in_force(start.astimezone(zone).date()):
                found[rule.code] = Run(rule, start, due_at(rule, start, zone, works))
    return found


def _applies(rule: Rule, case: Case) -> bool:
    if rule.trigger not in case.happened:
        return False
    if rule.severities and case.severity not in rule.severities:
        return False
    return not rule.serious or Trigger.PROPOSED in case.happened


def due_at(rule: Rule, start: datetime, zone: ZoneInfo, works: Working) -> datetime:
    """Return the last instant that is in time."""
    if rule.unit is Unit.AT_ONCE:
        return start
    if rule.unit is Unit.HOUR:
        return start + timedelta(hours=rule.length)
    local = start.astimezone(zone)
    day, left = local.date(), rule.length
    while left:
        day += timedelta(days=1)
        left -= rule.unit is Unit.DAY or works(day)
    return datetime.combine(day, local.timetz()).astimezone(start.tzinfo)


# Reminders: at these parts of the time, in percent; the first two wait for the morning.
HALF, LATE, LAST, OVERDUE = 50, 80, 95, 100
_NIGHT, _MORNING = time(21, 30), time(7, 30)
_LONG = timedelta(days=2)
_SELDOM, _HOUR, _QUARTER = timedelta(hours=6), timedelta(hours=1), timedelta(minutes=15)
AGAIN = (timedelta(minutes=30), timedelta(hours=2))
DAILY = timedelta(days=1)
GIVEN_UP = timedelta(days=30)


def stages(run: Run, zone: ZoneInfo) -> tuple[tuple[int, datetime], ...]:
    """Return when each part of the time is over, for a reminder: never after the deadline."""
    length = run.due_at - run.counted_from
    if not length:
        return ((OVERDUE, run.due_at),)
    instants = [(part, run.counted_from + length * part / 100) for part in (HALF, LATE, LAST)]
    if length >= _LONG:
        instants = [(p, _by_day(at, zone) if p < LAST else at) for p, at in instants]
    return (*((part, min(at, run.due_at)) for part, at in instants), (OVERDUE, run.due_at))


def _by_day(at: datetime, zone: ZoneInfo) -> datetime:
    local = at.astimezone(zone)
    if _MORNING <= local.time() < _NIGHT:
        return at
    day = local.date() + timedelta(days=local.time() >= _NIGHT)
    return datetime.combine(day, _MORNING, zone).astimezone(at.tzinfo)


def stage(run: Run, now: datetime, zone: ZoneInfo) -> int:
    """Return the last stage that has come, 0 before the first."""
    return max((part for part, at in stages(run, zone) if at <= now), default=0)


class Told(Struct, frozen=True):
    """Which stage people were told of last, and when."""

    stage: int = 0
    at: datetime | None = None


def told_at_once(run: Run, now: datetime, zone: ZoneInfo) -> Told:
    """Return what a deadline begins with: only what presses is brought up at its start."""
    reached = stage(run, now, zone)
    return Told(reached if reached < LAST else 0)


def reminds(run: Run, told: Told, now: datetime, zone: ZoneInfo) -> int | None:
    """Return the stage to be told of now, None when there is nothing new to say."""
    if not run.rule.reminds or now > run.due_at + GIVEN_UP:
        return None
    reached = stage(run, now, zone)
    if reached > told.stage:
        return reached
    again = _again_at(run, told)
    return OVERDUE if again is not None and again <= now else None


def _again_at(run: Run, told: Told) -> datetime | None:
    """Return when what is overdue is brought up again: what is due at once soon, then daily."""
    if told.stage < OVERDUE or told.at is None:
        return None
    if run.rule.unit is Unit.AT_ONCE:
        soon = (run.counted_from + wait for wait in AGAIN)
        return next((at for at in soon if at > told.at), told.at + DAILY)
    return told.at + DAILY


def next_at(run: Run, told: Told, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Return when there is next something to say or to show anew."""
    instants = [at for part, at in stages(run, zone) if part > told.stage and at > now]
    again = _again_at(run, told)
    if again is not None and again <= run.due_at + GIVEN_UP:
        instants.append(again)
    if not run.rule.reminds:
        instants = []
    if run.due_at > now:
        instants.append(_changes_at(run.due_at, now))
    return min(instants, default=None)


def shown_left(due: datetime, now: datetime) -> timedelta:
    """Return the time left as it is shown: whole hours, at last quarters of an hour."""
    left = max(due - now, timedelta(0))
    unit = _HOUR if left >= _HOUR else _QUARTER
    return left // unit * unit


def shown_late(due: datetime, sent: datetime) -> timedelta:
    """Return by how much something came too late, in whole minutes and at least one."""
    minute = timedelta(minutes=1)
    return max((sent - due) // minute, 1) * minute


def _changes_at(due: datetime, now: datetime) -> datetime:
    """Return when less is left to show; while days are left nobody counts the hours."""
    if due - now > _LONG:
        return min(now + _SELDOM, due - _LONG)
    return due - shown_left(due, now) + timedelta(seconds=1)
