"""What a timeline says last of its incident: the incident's own row must not say otherwise.

Only what no deed changes without a line of its own is compared.
"""

from collections.abc import Container, Iterator, Sequence
from datetime import datetime

from msgspec import Struct

from bot.domain.course import OPENED_AGAIN
from bot.domain.incident import OPEN, Status
from bot.domain.seals import Fault, Found, Line

_ENDINGS = OPENED_AGAIN | {"closed", "rejected"}
_CONFIDENTIAL = {"confidential": True, "confidence-lifted": False}
_DRILL = {"drill-on": True, "drill-off": False}


class Own(Struct, frozen=True):
    """What the row of an incident says itself, readable or not."""

    status: str
    ended_at: datetime | None
    severity: str
    confidential: bool
    drill: bool


def contradicted(lines: Sequence[Line], own: Own) -> list[Found]:
    """Return in what an incident differs from its timeline, lines given in their order."""
    return [Found(fault, lines[-1].id, lines[-1].incident_id) for fault in _faults(lines, own)]


def _faults(lines: Sequence[Line], own: Own) -> Iterator[Fault]:
    if not _ends_so(_last(lines, _ENDINGS), own):
        yield Fault.ENDING
    severity = _last(lines, {"severity"})
    if severity and severity.details.get("to") != own.severity:
        yield Fault.SEVERITY
    confidential = _last(lines, _CONFIDENTIAL)
    if confidential and _CONFIDENTIAL[confidential.kind] is not own.confidential:
        yield Fault.CONFIDENTIAL
    drill = _last(lines, _DRILL)
    if drill and _DRILL[drill.kind] is not own.drill:
        yield Fault.DRILL


def _last(lines: Sequence[Line], kinds: Container[str]) -> Line | None:
    return next((line for line in reversed(lines) if line.kind in kinds), None)


def _ends_so(line: Line | None, own: Own) -> bool:
    if line is None or line.kind in OPENED_AGAIN:
        return own.status in OPEN and own.ended_at is None
    status = Status.CLOSED if line.kind == "closed" else line.details.get("status")
    return own.status == status and own.ended_at == line.at
