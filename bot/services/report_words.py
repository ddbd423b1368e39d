"""A report of a watch as a message: what was counted, what is open, what was lacking."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from bot.domain.stood import Arrival
from bot.domain.watch_figures import Cover, Figures, Gap
from bot.services.drill_words import kind_of
from bot.services.report_facts import Kind, Open, Report

MOST_LINES = 8
Line = dict[str, Any]


def said(report: Report) -> Line:
    """Return a report as a text with its values."""
    counted = report.figures
    return {
        "text": f"report-{report.kind}",
        "watch": report.watch.name,
        "period": period(counted),
        "lines": {"lines": list(_lines(report))},
    }


def period(counted: Figures) -> Line:
    """Return the period of figures as a value of a text."""
    return {"period": [counted.start.isoformat(), counted.end.isoformat()]}


def _lines(report: Report) -> Iterator[Line]:
    counted = report.figures
    yield _cover(counted.cover)
    yield from _at_most(
        [_gap(each) for each in worth_telling(report, counted.cover)], "report-more-gaps"
    )
    yield _arrivals(counted)
    yield from _calls(counted)
    yield from _incidents(counted)
    yield from _open(report)
    yield {"text": "report-notes", "count": counted.notes}
    if report.kind is not Kind.DAILY:
        yield from _ends(report)


def percent(permille: int) -> Line:
    """Return thousandths as per cent with one decimal."""
    return {"text": "report-percent", "whole": permille // 10, "tenth": permille % 10}


def _cover(cover: Cover) -> Line:
    if cover.permille is None:
        return {"text": "report-cover-none"}
    return {"text": "report-cover", "percent": percent(cover.permille)}


def worth_telling(report: Report, cover: Cover) -> list[Gap]:
    """Return the gaps longer than the time everybody is given to check in."""
    patience = report.team.catalog.watch.policy.checkin_late
    return [gap for gap in cover.gaps if gap.length > patience]


def _gap(gap: Gap) -> Line:
    return {
        "text": "report-gap" if gap.stood == 0 else "report-gap-short",
        "post": {"post": gap.post},
        "period": {"period": [gap.start.isoformat(), gap.end.isoformat()]},
        "length": length(gap.length),
        "stood": gap.stood,
        "asked": gap.asked,
    }


def length(span: timedelta) -> Line:
    """Return a length of time as a value of a text."""
    return {"duration": int(span.total_seconds())}


def _at_most(lines: list[Line], more: str) -> Iterator[Line]:
    yield from lines[:MOST_LINES]
    if len(lines) > MOST_LINES:
        yield {"text": more, "count": len(lines) - MOST_LINES}


def _arrivals(counted: Figures) -> Line:
    return {
        "text": "report-arrivals",
        "ontime": counted.came(Arrival.ON_TIME),
        "late": counted.came(Arrival.LATE),
        "missed": counted.came(Arrival.MISSED),
    }


def _calls(counted: Figures) -> Iterator[Line]:
    yield {"text": "report-pages", "count": counted.pages}
    answers = counted.answers
    if answers.median is not None and answers.worst is not None:
        yield {
            "text": "report-answers",
            "median": length(answers.median),
            "worst": length(answers.worst),
        }
    if answers.calls > answers.taken:
        yield {"text": "report-untaken", "count": answers.calls - answers.taken}


def _incidents(counted: Figures) -> Iterator[Line]:
    if counted.drills:
        yield {"text": "report-drills", "count": counted.drills}
    if not counted.incidents:
        yield {"text": "report-no-incidents"}
        return
    yield {"text": "report-incidents", "count": counted.incidents, "rejected": counted.rejected}
    for kind, count in counted.kinds.items():
        yield {"text": "report-kind", "kind": {"kind": kind}, "count": count}
    found = [
        {"text": "report-severity", "severity": {"severity": severity}, "count": count}
        for severity, count in counted.severities.items()
    ]
    yield {"text": "report-severities", "list": {"list": found}}


def _open(report: Report) -> Iterator[Line]:
    if not report.open:
        yield {"text": "report-none-open"}
        return
    yield {"text": "report-open"}
    yield from _at_most([_open_line(each) for each in report.open], "report-more-open")


def _open_line(one: Open) -> Line:
    return {
        "text": "report-open-line",
        "code": one.code,
        "severity": {"severity": one.severity},
        "kind": kind_of(one.kind, drill=one.drill),
        "status": {"status": one.status},
        "owner": one.owner or {"text": "nobody"},
    }


def _ends(report: Report) -> Iterator[Line]:
    yield {"text": "report-unsigned", "count": len(report.unsigned)}
    for one in report.unsigned[:MOST_LINES]:
        end = {"instant": one.end.isoformat()}
        yield {
            "text": "report-unsigned-line",
            "post": {"post": one.post},
            "name": one.name,
            "end": end,
        }
    yield {"text": "report-changes", "count": len(report.changes)}
