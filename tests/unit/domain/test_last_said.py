"""An incident's own row against what its timeline says last."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.incident import Status
from bot.domain.last_said import Own, contradicted
from bot.domain.seals import Fault, Line

NOON = datetime(2026, 9, 2, 5, 0, tzinfo=UTC)
LATER = NOON + timedelta(minutes=1)


def own(
    status=Status.RESPONDING, ended_at=None, severity="high", *, confidential=False, drill=False
):
    return Own(status, ended_at, severity, confidential, drill)


def faults(row, *said):
    """Lines of (kind, details) or of a kind alone, a minute apart, the last at noon."""
    lines = []
    for n, each in enumerate(said, start=1):
        kind, details = each if isinstance(each, tuple) else (each, {})
        at = NOON - timedelta(minutes=len(said) - n)
        lines.append(Line(7, at, kind, details=details, id=n))
    found = contradicted(lines, row)
    assert {(each.id, each.incident_id) for each in found} <= {(len(said), 7)}
    return [each.fault for each in found]


DUPLICATE = ("rejected", {"status": "duplicate"})
WORSE = ("severity", {"from": "high", "to": "critical"})


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (own(), ["received", "taken"]),
        (own(severity="low"), ["received"]),
        (own(confidential=True, drill=True), ["received"]),
        (own(Status.CLOSED, NOON), ["received", "resolved", "closed"]),
        (own(Status.DUPLICATE, NOON), ["received", DUPLICATE]),
        (own(Status.RECEIVED), ["received", DUPLICATE, "objected"]),
        (own(Status.CONTAINING), ["resolved", "closed", "reopened", "phase"]),
        (own(severity="critical"), ["received", WORSE, "note"]),
        (own(confidential=True), ["confidential", "confidence-lifted", "confidential"]),
        (own(), ["confidential", "confidence-lifted", "drill-on", "drill-off"]),
    ],
)
def test_what_the_timeline_says_last_is_believed(row, said):
    assert faults(row, *said) == []


@pytest.mark.parametrize(
    ("row", "said", "fault"),
    [
        (own(Status.CLOSED, NOON), ["received"], Fault.ENDING),
        (own(ended_at=NOON), ["received"], Fault.ENDING),
        (own(), ["resolved", "closed"], Fault.ENDING),
        (own(Status.CLOSED, LATER), ["resolved", "closed"], Fault.ENDING),
        (own(Status.NOT_INCIDENT, NOON), [DUPLICATE], Fault.ENDING),
        (own(Status.CLOSED, NOON), ["closed", "taken-up"], Fault.ENDING),
        (own(severity="high"), [WORSE, "note"], Fault.SEVERITY),
        (own(), ["confidential"], Fault.CONFIDENTIAL),
        (own(confidential=True), ["confidential", "confidence-lifted"], Fault.CONFIDENTIAL),
        (own(), ["received", "drill-on"], Fault.DRILL),
        (own(drill=True), ["drill-on", "drill-off"], Fault.DRILL),
    ],
)
def test_a_row_that_says_otherwise_is_found(row, said, fault):
    assert faults(row, *said) == [fault]
