"""A watch in figures: how far it was covered, who came, which calls were answered how soon.

Everything is counted over plain rows and at one instant, so that a report can be made anew.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from bot.domain.stood import Arrival, Event, Stay
from bot.domain.watch import Slot

_NOTHING = timedelta(0)
_DAY = timedelta(days=1)
# What ends the wait of a call without anybody having taken it.
ENDS = frozenset({"rejected", "resolved", "closed"})
CALL, ANSWER = "paged", "taken"


class Gap(Struct, frozen=True):
    """A time in which fewer people stood at a post than the plan asks for."""

    post: str
    start: datetime
    end: datetime
    stood: int
    asked: int

    @property
    def length(self) -> timedelta:
        """How long it was."""
        return self.end - self.start


class Cover(Struct, frozen=True):
    """How much time was asked of people, how much of it they stood, and when they did not."""

    asked: timedelta = _NOTHING
    stood: timedelta = _NOTHING
    gaps: tuple[Gap, ...] = ()

    @property
    def permille(self) -> int | None:
        """Thousandths of the time asked for, never rounded up; None when nothing was asked."""
        return self.stood * 1000 // self.asked if self.asked else None


class Wait(Struct, frozen=True):
    """A call that went out at `since` and was taken at `until`, if it was."""

    incident_id: int
    since: datetime
    until: datetime | None = None

    @property
    def length(self) -> timedelta | None:
        """How long it took until somebody took it."""
        return None if self.until is None else self.until - self.since


class Answers(Struct, frozen=True):
    """How soon calls were answered."""

    calls: int = 0
    taken: int = 0
    median: timedelta | None = None
    worst: timedelta | None = None


class Received(Struct, frozen=True):
    """An incident as it is counted: what it is, and when it came in; a drill is counted apart."""

    id: int
    kind: str
    severity: str
    status: str
    opened_at: datetime
    drill: bool = False


class Figures(Struct, frozen=True):
    """All that is counted of one period; `crossed` counts each kind at each severity."""

    start: datetime
    end: datetime
    cover: Cover = field(default_factory=Cover)
    arrivals: Mapping[Arrival, int] = field(default_factory=dict)
    pages: int = 0
    answers: Answers = field(default_factory=Answers)
    kinds: Mapping[str, int] = field(default_factory=dict)
    severities: Mapping[str, int] = field(default_factory=dict)
    crossed: Mapping[tuple[str, str], int] = field(default_factory=dict)
    incidents: int = 0
    rejected: int = 0
    notes: int = 0
    drills: int = 0

    def came(self, how: Arrival) -> int:
        """Return to how many shifts somebody came like that."""
        return self.arrivals.get(how, 0)


class Facts(Struct, frozen=True):
    """What a period is counted from; `arrivals` are those of the shifts by their start."""

    slots: Sequence[Slot] = ()
    stays: Sequence[Stay] = ()
    arrivals: Sequence[tuple[datetime, Arrival]] = ()
    pages: Sequence[datetime] = ()
    waits: Sequence[Wait] = ()
    received: Sequence[Received] = ()
    notes: Sequence[datetime] = ()
    rejects: frozenset[str] = frozenset()


def figures(facts: Facts, start: datetime, end: datetime) -> Figures:
    """Count a period; a shift, a call and an incident belong to it when they begin in it."""

    def here(at: datetime) -> bool:
        return start <= at < end

    came = [one for one in facts.received if here(one.opened_at)]
    received = [one for one in came if not one.drill]
    return Figures(
        start,
        end,
        cover(facts.slots, facts.stays, start, end),
        Counter(how for at, how in facts.arrivals if here(at)),
        sum(map(here, facts.pages)),
        answers([wait for wait in facts.waits if here(wait.since)]),
        _most_first(one.kind for one in received),
        _most_first(one.severity for one in received),
        Counter((one.kind, one.severity) for one in received),
        len(received),
        sum(one.status in facts.rejects for one in received),
        sum(map(here, facts.notes)),
        len(came) - len(received),
    )


def _most_first(words: Iterable[str]) -> dict[str, int]:
    counts = Counter(words)
    return {word: counts[word] for word in sorted(counts, key=lambda each: (-counts[each], each))}


def cover(slots: Iterable[Slot], stays: Iterable[Stay], start: datetime, end: datetime) -> Cover:
    """Measure how much of the asked time somebody stood; one person fills one place of a post."""
    here: dict[str, list[Stay]] = {}
    for stay in stays:
        here.setdefault(stay.post, []).append(stay)
    asked, stood = _NOTHING, _NOTHING
    gaps: list[Gap] = []
    for (begins, ends, post), places in _places(slots).items():
        for first, last, count in _counts(here.get(post, ()), max(begins, start), min(ends, end)):
            asked += places * (last - first)
            stood += min(count, places) * (last - first)
            if count < places:
                gaps.append(Gap(post, first, last, count, places))
    return Cover(asked, stood, tuple(_joined(gaps)))


def _places(slots: Iterable[Slot]) -> Counter[tuple[datetime, datetime, str]]:
    return Counter((slot.start, slot.end, slot.post) for slot in slots)


def _counts(
    stays: Iterable[Stay], start: datetime, end: datetime
) -> Iterator[tuple[datetime, datetime, int]]:
    """Yield the parts of a time in which the number of people does not change, with that number."""
    near = [stay for stay in stays if stay.start < end and stay.end > start]
    edges = {at for stay in near for at in (stay.start, stay.end) if start < at < end}
    for first, last in pairwise(sorted(edges | {start, end})) if start < end else ():
        yield first, last, len({s.person_id for s in near if s.start <= first < s.end})


def _joined(gaps: Iterable[Gap]) -> list[Gap]:
    whole: list[Gap] = []
    for gap in sorted(gaps, key=lambda each: (each.post, each.start)):
        last = whole[-1] if whole else None
        same = last is not None and (last.post, last.stood, last.asked) == (
            gap.post,
            gap.stood,
            gap.asked,
        )
        if last is not None and same and last.end == gap.start:
            whole[-1] = Gap(gap.post, last.start, gap.end, gap.stood, gap.asked)
        else:
            whole.append(gap)
    return sorted(whole, key=lambda each: (each.start, each.post))


def waits(events: Iterable[Event]) -> list[Wait]:
    """Return every call in the order in which they went out; a repeated page is the same call.

    When an owner is lost and pages go out again, that is another call.
    """
    open_ones: dict[int, datetime] = {}
    found: list[Wait] = []
    for event in events:
        incident_id = event.incident_id or 0
        if event.kind == CALL:
            open_ones.setdefault(incident_id, event.at)
        elif event.kind == ANSWER and incident_id in open_ones:
            found.append(Wait(incident_id, open_ones.pop(incident_id), event.at))
        elif event.kind in ENDS:
            open_ones.pop(incident_id, None)
    found += [Wait(incident_id, since) for incident_id, since in open_ones.items()]
    return sorted(found, key=lambda wait: (wait.since, wait.incident_id))


def answers(calls: Sequence[Wait]) -> Answers:
    """Return how soon calls were taken; what nobody has taken yet has no length."""
    lengths = sorted(wait.length for wait in calls if wait.length is not None)
    if not lengths:
        return Answers(len(calls))
    return Answers(len(calls), len(lengths), _median(lengths), lengths[-1])


def _median(ordered: Sequence[timedelta]) -> timedelta:
    middle = len(ordered) // 2
    return (ordered[middle] + ordered[-middle - 1]) / 2


def last_day(now: datetime, clock: time, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the day that ended when clocks in `zone` last showed that time."""
    day = now.astimezone(zone).date()
    if _instant(day, clock, zone) > now:
        day -= _DAY
    return _instant(day - _DAY, clock, zone), _instant(day, clock, zone)


def days(start: datetime, end: datetime, zone: ZoneInfo) -> list[tuple[date, datetime, datetime]]:
    """Return the days on clocks in `zone` that a period touches, the first and last cut to it."""
    first, found = start.astimezone(zone).date(), []
    day = first
    while (begins := _instant(day, time(), zone)) < end:
        ends = _instant(day + _DAY, time(), zone)
        if max(begins, start) < min(ends, end):
            found.append((day, max(begins, start), min(ends, end)))
        day += _DAY
    return found


def _instant(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)
