"""What slowed the work on an incident: gaps, calls and questions without an answer, lateness."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from bot.domain.course import (
    ENDS,
    OPENED_AGAIN,
    Course,
    Finding,
    Line,
    first_of,
    people_of,
    situation_reports,
)

MOST_GAPS = 6


def slowed(course: Course) -> Iterator[Finding]:
    """Yield what slowed it, what concerns people first."""
    yield from _calls(course)
    yield from _people_lost(course.lines)
    yield from _gaps(course)
    yield from _words(course.lines)
    settled, steps = course.steps
    if settled < steps:
        yield Finding("steps-left", {"count": steps - settled, "total": steps})
    if (reminded := first_of(course.lines, "roles-reminded")) is not None:
        empty = len(reminded.details.get("roles") or ())
        yield Finding("roles-empty", {"count": empty, "at": reminded.at})
    for clock in course.clocks:
        late = min(clock.done_at or course.until, course.until) - clock.due_at
        if late > timedelta(0):
            what = "clock-late" if clock.done_at is not None else "clock-open"
            yield Finding(what, {"clock": clock.names, "due": clock.due_at, "length": late})


def _calls(course: Course) -> Iterator[Finding]:
    """Tell of calls that nobody answered before others were called, and of nobody to call."""
    steps, names, first = 0, dict[str, None](), None
    for line in course.lines:
        if line.kind == "paged" and people_of(line):
            steps, first = steps + 1, first or line.at
            names |= dict.fromkeys(people_of(line))
        elif line.kind == "taken" and first is not None:
            yield from _unanswered(steps - 1, names, line.at - first, line.name)
            steps, names, first = 0, {}, None
    if first is not None:
        yield from _unanswered(steps, names, course.until - first, None)
    nobody = [each for each in course.lines if each.kind == "nobody-on-duty"]
    if nobody:
        yield Finding("nobody-on-duty", {"at": nobody[0].at})
    refused = _names(course.lines, "page-refused")
    if refused:
        yield Finding("unreachable", {"names": refused})


def _unanswered(
    steps: int, names: Mapping[str, None], length: timedelta, taker: str | None
) -> Iterator[Finding]:
    silent = tuple(name for name in names if name != taker)
    if steps > 0:
        yield Finding("unanswered", {"count": steps, "names": silent, "length": length})


def _people_lost(lines: Sequence[Line]) -> Iterator[Finding]:
    for what, kind in (("owner-silent", "silent"), ("owner-left", "released")):
        names = _names(lines, kind)
        if names:
            yield Finding(what, {"names": names})
    for line in lines:
        if line.kind == "bring-unanswered" and people_of(line):
            yield Finding("bring-unanswered", {"names": people_of(line)})


def _names(lines: Sequence[Line], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.name or "?" for each in lines if each.kind == kind))


def _gaps(course: Course) -> Iterator[Finding]:
    """Tell of the longest times without a step while somebody should have been at work."""
    found = [
        (end.at - start.at, start.at, end)
        for start, end in _between(course)
        if end.at - start.at > course.pause
    ]
    longest = sorted(found, key=lambda each: (-each[0], each[1]))[:MOST_GAPS]
    for length, start, end in sorted(longest, key=lambda each: each[1]):
        said = {"length": length, "start": start, "end": end.at, "name": end.name or "—"}
        yield Finding("gap", said)
    if len(found) > MOST_GAPS:
        yield Finding("gaps-more", {"count": len(found) - MOST_GAPS})


def _between(course: Course) -> Iterator[tuple[Line, Line]]:
    """Yield each pair of steps that follow each other, from the taking to the solving."""
    last: Line | None = None
    for line in course.lines:
        again = line.kind in OPENED_AGAIN
        if line.kind in {"taken", *ENDS} or again or (last is not None and line.is_step):
            if last is not None:
                yield last, line
            last = None if line.kind in ENDS else line
    if last is not None:
        yield last, Line(course.until, "now")


def _words(lines: Sequence[Line]) -> Iterator[Finding]:
    """Tell of reports that were missed, questions without an answer, and work begun anew."""
    _, missed = situation_reports(lines)
    if missed:
        yield Finding("situation-missed", {"count": missed})
    asked = _unanswered_questions(lines)
    if asked:
        yield Finding("reporter-silent", {"count": asked})
    again = sum(each.kind in OPENED_AGAIN for each in lines)
    if again:
        yield Finding("reopened", {"count": again})


def _unanswered_questions(lines: Sequence[Line]) -> int:
    waiting = 0
    for line in lines:
        if line.kind == "asked-reporter":
            waiting += 1
        elif line.by_reporter and line.kind in {"report-more", "report-file", "report-edited"}:
            waiting = 0
    return waiting
