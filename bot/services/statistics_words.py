"""Statistics as a message: a few lines that a phone shows without turning it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from bot.domain.incident import Status
from bot.domain.spans import Span, Unit
from bot.domain.statistics import FEW, Called, Group, Kept, Statistics, Times
from bot.services.statistics_facts import Given

MOST = 5  # kinds, agencies and people that are named
BUSIEST_FROM = 5  # incidents, before an hour or a day of the week says anything
BLOCK = 4  # hours
EXACT, _MINUTE = 600, 60  # seconds
Line = dict[str, Any]


def label(span: Span) -> Line:
    """Return what a span is called, as a value of a text."""
    if span.unit in (Unit.DAYS, Unit.WEEK):
        first, last = date_text(span.first), date_text(span.last)
        if span.first == span.last:
            return {"text": "span-day", "date": first}
        return {"text": f"span-{span.unit}", "first": first, "last": last}
    return {"text": f"span-{span.unit}", "number": span.number, "year": span.first.year}


def date_text(day: date) -> Line:
    """Return a date as a value of a text."""
    return {"text": "span-date", "day": day.day, "month": day.month, "year": day.year}


def from_to(first: date, last: date) -> Line:
    """Return from which day to which, as a value of a text."""
    return {"text": "span-from-to", "first": date_text(first), "last": date_text(last)}


def length(seconds: int) -> Line:
    """Return a length of time as a value of a text; of ten minutes nobody wants the seconds."""
    return {"duration": seconds if seconds < EXACT else round(seconds / _MINUTE) * _MINUTE}


def share(part: int, whole: int) -> Line:
    """Return a part of a whole; of few it is never per cent."""
    if whole < FEW:
        return {"text": "stats-share-few", "part": part, "whole": whole}
    percent = part * 100 // whole  # never rounded up: 199 of 200 are not all
    return {"text": "stats-share", "part": part, "whole": whole, "percent": percent}


def times_text(times: Times) -> Line:
    """Return lengths of time in words: of few the longest, of many how long nine of ten took."""
    if times.median is None or times.ninth is None or times.worst is None:
        return {"text": "stats-times-none"}
    if times.count == 1:
        return {"text": "stats-times-one", "length": length(times.median)}
    median = length(times.median)
    if times.count < FEW:
        return {"text": "stats-times-few", "median": median, "worst": length(times.worst)}
    return {"text": "stats-times", "median": median, "ninth": length(times.ninth)}


def said(given: Given, now: Statistics, then: Statistics) -> Line:
    """Return the figures as a text with its values."""
    return {
        "text": "stats-figures",
        "span": label(given.span),
        "lines": {"lines": list(_lines(given, now, then))},
        "keys": _keys(given.span),
    }


def _keys(span: Span) -> list[list[Line]]:
    """Return what can be made of it: of half a year or a year Mẫu 05."""
    if span.unit not in (Unit.HALF, Unit.YEAR):
        return []
    return [[{"label": "button-mau-write", "data": f"formperiod:{span.key}"}]]


def _lines(given: Given, now: Statistics, then: Statistics) -> Iterator[Line]:
    if given.is_running:
        yield {"text": "stats-until", "date": date_text(given.now.last)}
    if not now.all.incidents and not now.pages:
        yield {"text": "stats-nothing"}
        if then.all.incidents:
            yield {"text": "stats-nothing-before", "count": then.all.incidents}
        yield from _apart(given)
        return
    before = from_to(given.then.first, given.then.last)
    yield {"text": "stats-against", "before": before}
    counts = {"count": now.all.incidents, "before": then.all.incidents}
    yield {"text": "stats-incidents", **counts}
    if now.all.incidents:
        yield from _work(now, then)
        yield from _most(given, now)
    yield from _pages(now, then)
    yield from _apart(given)


def _apart(given: Given) -> Iterator[Line]:
    """Say what no figure counts: what was only practised, and what is still to become better."""
    if given.now.drills:
        yield {"text": "stats-drills", "count": given.now.drills}
    if given.improved:
        yield improved_text(given)


def improved_text(given: Given) -> Line:
    """Return how far improvements are."""
    counted = given.improved
    counts = {"open": counted.open, "overdue": counted.overdue, "done": counted.done}
    return {"text": "stats-improvements", **counts}


def _work(now: Statistics, then: Statistics) -> Iterator[Line]:
    yield _with_before("taken", now.all.taken, then.all.taken)
    yield _with_before("solved", now.all.solved, then.all.solved)
    kept = [_kept(one) for one in now.kept if one.asked]
    if kept:
        yield {"text": "stats-kept"}
        yield from kept
    if now.rejected:
        yield {
            "text": "stats-rejected",
            "false": now.ended(Status.NOT_INCIDENT),
            "twice": now.ended(Status.DUPLICATE),
            "referred": now.ended(Status.REFERRED),
        }
    if now.reopened:
        yield {"text": "stats-reopened", "count": now.reopened}


def _with_before(name: str, now: Times, then: Times) -> Line:
    if then.median is None or now.median is None:
        return {"text": f"stats-{name}", "times": times_text(now)}
    return {
        "text": f"stats-{name}-before",
        "times": times_text(now),
        "before": length(then.median),
    }


def _kept(one: Kept) -> Line:
    return {
        "text": "stats-kept-line",
        "severity": {"severity": one.severity},
        "within": length(one.within),
        "share": share(one.kept, one.asked),
    }


def _most(given: Given, now: Statistics) -> Iterator[Line]:
    yield {"text": "stats-kinds", "list": _counts(kind_texts(now))}
    known = [group for group in now.agencies if group.key != "0"]
    if known:
        names = [(given.agencies.get(int(group.key), group.key), group) for group in known]
        yield {"text": "stats-agencies", "list": _counts(names)}
    yield {"text": "stats-sources", "list": _counts(source_texts(now))}
    if now.all.incidents >= BUSIEST_FROM:
        start = busiest_block(now.hours)
        day = max(now.weekdays, key=lambda group: group.incidents)
        yield {
            "text": "stats-busiest",
            "start": start,
            "end": start + BLOCK,
            "weekday": {"text": f"weekday-{day.key}"},
        }


def kind_texts(now: Statistics) -> list[tuple[Line, Group]]:
    """Return the kinds by name, most first."""
    return [({"kind": group.key}, group) for group in now.kinds]


def source_texts(now: Statistics) -> list[tuple[Line, Group]]:
    """Return where reports came from, most first."""
    return [({"text": f"stats-source-{group.key}"}, group) for group in now.sources]


def _counts(named: Sequence[tuple[Line | str, Group]]) -> Line:
    found: list[Line] = [
        {"text": "stats-count", "name": name, "count": group.incidents}
        for name, group in named[:MOST]
    ]
    if len(named) > MOST:
        rest = sum(group.incidents for _, group in named[MOST:])
        found.append({"text": "stats-count", "name": {"text": "stats-others"}, "count": rest})
    return {"list": found}


def blocks(hours: Iterable[Group]) -> list[int]:
    """Return the incidents of each part of the day."""
    counts = [group.incidents for group in hours]
    return [sum(counts[at : at + BLOCK]) for at in range(0, len(counts), BLOCK)]


def busiest_block(hours: Iterable[Group]) -> int:
    """Return the hour at which the busiest part of the day begins."""
    counts = blocks(hours)
    return counts.index(max(counts)) * BLOCK


def _pages(now: Statistics, then: Statistics) -> Iterator[Line]:
    yield {
        "text": "stats-pages",
        "count": now.pages,
        "night": now.by_night,
        "before": then.pages,
    }
    if now.called:
        found = [_called(one) for one in now.called[:MOST]]
        yield {"text": "stats-called-most", "list": {"list": found}}


def _called(one: Called) -> Line:
    if not one.by_night:
        return {"text": "stats-count", "name": one.name, "count": one.pages}
    return {"text": "stats-called", "name": one.name, "count": one.pages, "night": one.by_night}


def report_said(given: Given, now: Statistics) -> Line:
    """Return what is told with the report of a month."""
    return {"text": "stats-report", "span": label(given.span), "count": now.all.incidents}


def form05_said(given: Given) -> Line:
    """Return what is told with Mẫu 05: what is in it, and what somebody must still add."""
    counted = given.form05()
    lines: list[Line] = [{"text": "mau-counted", "count": counted.total.incidents}]
    if counted.total.unsaid:
        lines.append({"text": "mau-unsaid", "count": counted.total.unsaid})
    missing = counted.total.incidents - counted.total.estimated
    if missing:
        lines.append({"text": "mau-unestimated", "count": missing})
    if counted.apart:
        lines.append({"text": "mau-apart", "count": sum(counted.apart.values())})
    if given.now.drills:
        lines.append({"text": "mau-drills", "count": given.now.drills})
    return {"text": "mau-made", "span": label(given.span), "lines": {"lines": lines}}
