"""Statistics (thống kê): how many incidents, how soon they were taken and solved, who was called.

Counted over plain rows, so that the same figures come from any database; shares of few are never
per cent. The first taking counts, and the last solving.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.domain.duty import Night
from bot.domain.escalation import Policy
from bot.domain.incident import REJECTED, Status

FEW = 10  # fewer than these are told one by one, never as per cent or as nine of ten
_SEVERITIES = ("critical", "high", "normal", "low")
_HOURS, _DAYS = 24, 7


class Case(NamedTuple):
    """An incident as it is counted; instants and lengths are seconds."""

    opened: int
    kind: str
    severity: str
    agency: int
    source: str
    status: str
    pages: bool
    until_taken: int | None
    until_solved: int | None
    reopened: bool


class Call(NamedTuple):
    """Pages that reached for one person within one minute."""

    person_id: int
    name: str
    at: int
    pages: int


class Times(Struct, frozen=True):
    """Lengths of time in seconds; none of them without anything to measure."""

    count: int = 0
    mean: int | None = None
    median: int | None = None
    ninth: int | None = None  # nine of ten were no longer than this
    worst: int | None = None


class Group(Struct, frozen=True):
    """Incidents that have something in common."""

    key: str
    incidents: int = 0
    taken: Times = Times()
    solved: Times = Times()


class Kept(Struct, frozen=True):
    """Of the incidents of a severity that had to be taken `within` seconds, how many were."""

    severity: str
    within: int
    asked: int = 0
    kept: int = 0


class Called(Struct, frozen=True):
    """How often somebody was paged, and how often of that by night."""

    person_id: int
    name: str
    pages: int
    by_night: int


class Statistics(Struct, frozen=True):
    """All that is counted of a span."""

    all: Group
    kinds: tuple[Group, ...] = ()
    agencies: tuple[Group, ...] = ()
    sources: tuple[Group, ...] = ()
    severities: tuple[Group, ...] = ()
    hours: tuple[Group, ...] = ()
    weekdays: tuple[Group, ...] = ()
    kept: tuple[Kept, ...] = ()
    called: tuple[Called, ...] = ()
    statuses: Mapping[str, int] | None = None
    reopened: int = 0

    @property
    def pages(self) -> int:
        """How many pages went out to people."""
        return sum(one.pages for one in self.called)

    @property
    def by_night(self) -> int:
        """How many of them by night."""
        return sum(one.by_night for one in self.called)

    def ended(self, status: Status) -> int:
        """Return how many stand at that status."""
        return (self.statuses or {}).get(status.value, 0)

    @property
    def rejected(self) -> int:
        """How many were no incidents of the team's after all."""
        return sum(self.ended(status) for status in REJECTED)


class Measure(Struct, frozen=True):
    """What is measured with: the team's clocks and nights, and how soon to take what."""

    zone: ZoneInfo
    night: Night
    promises: Mapping[str, int]  # seconds by severity
    now: int


def promised(policy: Policy) -> timedelta:
    """Return how long the first people of a ladder have until others are called too."""
    first, *others = policy.steps
    return first.after + (others[0].after if others else policy.repeat_every)


def statistics(cases: Sequence[Case], calls: Iterable[Call], measure: Measure) -> Statistics:
    """Count a span."""
    local = {case.opened: _local(case.opened, measure.zone) for case in cases}
    return Statistics(
        _group("", cases),
        _most_first(cases, lambda case: case.kind),
        _most_first(cases, lambda case: str(case.agency)),
        _most_first(cases, lambda case: case.source),
        _each(cases, lambda case: case.severity, _SEVERITIES),
        _each(cases, lambda case: str(local[case.opened].hour), map(str, range(_HOURS))),
        _each(
            cases, lambda case: str(local[case.opened].isoweekday()), map(str, range(1, _DAYS + 1))
        ),
        _kept(cases, measure),
        _called(calls, measure),
        Counter(case.status for case in cases),
        sum(case.reopened for case in cases),
    )


def times(lengths: Iterable[int | None]) -> Times:
    """Return mean, median, ninth decile (nearest rank) and longest of what is known."""
    known = sorted(length for length in lengths if length is not None)
    if not known:
        return Times()
    middle, count = len(known) // 2, len(known)
    median = (known[middle] + known[-middle - 1]) // 2
    return Times(count, sum(known) // count, median, known[-(-9 * count // 10) - 1], known[-1])


def _group(key: str, cases: Sequence[Case]) -> Group:
    return Group(
        key,
        len(cases),
        times(case.until_taken for case in cases),
        times(case.until_solved for case in cases),
    )


def _sorted_by(cases: Iterable[Case], key: Callable[[Case], str]) -> dict[str, list[Case]]:
    found: dict[str, list[Case]] = {}
    for case in cases:
        found.setdefault(key(case), []).append(case)
    return found


def _most_first(cases: Iterable[Case], key: Callable[[Case], str]) -> tuple[Group, ...]:
    found = _sorted_by(cases, key)
    ordered = sorted(found, key=lambda each: (-len(found[each]), each))
    return tuple(_group(each, found[each]) for each in ordered)


def _each(
    cases: Iterable[Case], key: Callable[[Case], str], keys: Iterable[str]
) -> tuple[Group, ...]:
    found = _sorted_by(cases, key)
    return tuple(_group(each, found.get(each, [])) for each in keys)


def _kept(cases: Iterable[Case], measure: Measure) -> tuple[Kept, ...]:
    """Count what paged somebody; what may still be taken in time does not count yet."""
    of_severity = _sorted_by((case for case in cases if case.pages), lambda case: case.severity)
    found = []
    for severity in _SEVERITIES:
        within = measure.promises[severity]
        settled = [
            case
            for case in of_severity.get(severity, ())
            if case.until_taken is not None
            or (case.status not in REJECTED and case.opened + within < measure.now)
        ]
        kept = sum(case.until_taken is not None and case.until_taken <= within for case in settled)
        found.append(Kept(severity, within, len(settled), kept))
    return tuple(found)


def _called(calls: Iterable[Call], measure: Measure) -> tuple[Called, ...]:
    names: dict[int, str] = {}
    pages: Counter[int] = Counter()
    by_night: Counter[int] = Counter()
    for call in calls:
        names[call.person_id] = call.name
        pages[call.person_id] += call.pages
        if _is_night(_local(call.at, measure.zone), measure.night):
            by_night[call.person_id] += call.pages
    ordered = sorted(names, key=lambda each: (-pages[each], names[each], each))
    return tuple(Called(each, names[each], pages[each], by_night[each]) for each in ordered)


def _is_night(local: datetime, night: Night) -> bool:
    clock = local.time()
    if night.start <= night.end:
        return night.start <= clock < night.end
    return clock >= night.start or clock < night.end


def _local(at: int, zone: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(at, UTC).astimezone(zone)
