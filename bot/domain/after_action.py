"""After an incident (rút kinh nghiệm): what happened, what helped, what slowed us, from its log.

A draft for people to finish: it only says what the log shows, and finds nobody guilty.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from bot.domain.course import Course, Finding, Line, first_of, people_of, situation_reports
from bot.domain.incident import PHASES, Status
from bot.domain.kinds import Severity
from bot.domain.slowing import slowed

WORTH_IT = frozenset({Severity.HIGH, Severity.CRITICAL})
"""Of these a draft is made by itself when they are closed."""

_CONTAINED = frozenset(each.value for each in PHASES[PHASES.index(Status.CONTAINING) + 1 :])
# What moves the work on; looking, promising and being called do not.
_ACTS = frozenset(
    {
        *("phase", "step-done", "note", "report-file", "situation", "asked-reporter"),
        *("brought-in", "roll-call", "deadline-done"),
    }
)


class Mark(StrEnum):
    """What every incident is measured by, in the order in which it happens."""

    REPORTED = "reported"
    PAGED = "paged"
    TAKEN = "taken"
    ACTED = "acted"
    CONTAINED = "contained"
    SOLVED = "solved"
    CLOSED = "closed"


class Passed(Struct, frozen=True):
    """When and by whom a mark was passed, how long after the one before, and after the report."""

    mark: Mark
    at: datetime | None = None
    name: str | None = None
    after: timedelta | None = None
    since_report: timedelta | None = None


class AfterAction(Struct, frozen=True):
    """The draft."""

    marks: tuple[Passed, ...]
    helped: tuple[Finding, ...]
    slowed: tuple[Finding, ...]


def after_action(course: Course) -> AfterAction:
    """Return what a log shows."""
    return AfterAction(tuple(_marks(course.lines)), tuple(_helped(course)), tuple(slowed(course)))


def _marks(lines: Sequence[Line]) -> Iterator[Passed]:
    begun: datetime | None = None
    before: datetime | None = None
    for mark in Mark:
        line = _passing(lines, mark)
        if line is None:
            yield Passed(mark)
            continue
        begun = begun or line.at
        after = line.at - before if before is not None else None
        yield Passed(mark, line.at, _who(line), after, line.at - begun)
        before = line.at


def _who(line: Line) -> str | None:
    return ", ".join(people_of(line)) if line.kind == "paged" else line.name


def _passing(lines: Sequence[Line], mark: Mark) -> Line | None:
    return _PASSING[mark](lines)


def _paged(lines: Sequence[Line]) -> Line | None:
    return next((each for each in lines if each.kind == "paged" and people_of(each)), None)


def _contained(lines: Sequence[Line]) -> Line | None:
    phases = (each for each in lines if each.kind == "phase")
    return next((each for each in phases if each.details.get("status") in _CONTAINED), None)


def _last(kind: str) -> Callable[[Sequence[Line]], Line | None]:
    return lambda lines: first_of(tuple(reversed(lines)), kind)


def _acted(lines: Sequence[Line]) -> Line | None:
    taken = first_of(lines, "taken")
    if taken is None:
        return None
    after = (each for each in lines if each.at >= taken.at and each.kind in _ACTS)
    return next((each for each in after if not each.by_reporter and each.name), None)


_PASSING: dict[Mark, Callable[[Sequence[Line]], Line | None]] = {
    Mark.REPORTED: lambda lines: first_of(lines, "received"),
    Mark.PAGED: _paged,
    Mark.TAKEN: lambda lines: first_of(lines, "taken"),
    Mark.ACTED: _acted,
    Mark.CONTAINED: _contained,
    Mark.SOLVED: _last("resolved"),
    Mark.CLOSED: _last("closed"),
}


def _helped(course: Course) -> Iterator[Finding]:
    paged, taken = _passing(course.lines, Mark.PAGED), _passing(course.lines, Mark.TAKEN)
    if paged is not None and taken is not None and taken.at - paged.at <= course.within:
        said = {"name": taken.name or "?", "length": taken.at - paged.at}
        yield Finding("taken-soon", {**said, "within": course.within})
    settled, steps = course.steps
    if settled and settled * 2 >= steps:
        yield Finding("steps-done", {"count": settled, "total": steps})
    held, roles = course.roles
    if roles and held == roles and first_of(course.lines, "roles-reminded") is None:
        yield Finding("roles-held", {"count": roles})
    reports, missed = situation_reports(course.lines)
    if reports and not missed:
        yield Finding("situation-told", {"count": reports})
    if course.alike:
        yield Finding("alike", {"codes": tuple(course.alike)})
    for clock in course.clocks:
        if clock.done_at is not None and clock.done_at <= clock.due_at:
            yield Finding("clock-kept", {"clock": clock.names})
