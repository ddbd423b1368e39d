"""The life of one incident (sự cố), from its receipt to its end.

                    take                          resolve            confirm
    RECEIVED ────────────────▶ VERIFYING      any phase ─▶ WRAPPING_UP ─────▶ CLOSED
    QUEUED   ──┘                 │ advance        ▲            │ reopen          │ reopen
       ▲                         ▼                └────────────┴─ owner here ────┘
       │   RESPONDING ─▶ CONTAINING ─▶ REMOVING ─▶ RECOVERING ─▶ CHECKING
       │                     ▲             │             │           │ not stable
       │                     └─────────────┴─────────────┴───────────┘
       └── release, reopen without the owner         (phases may be passed over)
    any open ── reject ──▶ NOT_INCIDENT · DUPLICATE · REFERRED ── reopen ──▶ RECEIVED

Promise: an open incident has an owner, or needs a ladder, or its kind waits in the queue.
The phases are those of the ordinary procedure, TT 20/2017/TT-BTTTT Đ11.
"""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from bot.domain.errors import Refused
from bot.domain.kinds import Kind, Severity


class Status(StrEnum):
    """Where an incident stands."""

    QUEUED = "queued"  # chờ xử lý: waits for office hours
    RECEIVED = "received"  # tiếp nhận
    VERIFYING = "verifying"  # xác minh
    RESPONDING = "responding"  # ứng cứu ban đầu
    CONTAINING = "containing"  # ngăn chặn
    REMOVING = "removing"  # gỡ bỏ
    RECOVERING = "recovering"  # khôi phục
    CHECKING = "checking"  # kiểm tra
    WRAPPING_UP = "wrapping_up"  # tổng kết: solved, the reporter is asked
    CLOSED = "closed"  # đóng
    NOT_INCIDENT = "not_incident"  # không phải sự cố
    DUPLICATE = "duplicate"  # trùng
    REFERRED = "referred"  # chuyển cơ quan khác


UNOWNED = frozenset({Status.QUEUED, Status.RECEIVED})
REJECTED = frozenset({Status.NOT_INCIDENT, Status.DUPLICATE, Status.REFERRED})
ENDED = REJECTED | {Status.CLOSED}
OPEN = frozenset(Status) - ENDED
WORKING = OPEN - UNOWNED - {Status.WRAPPING_UP}
PHASES = tuple(status for status in Status if status in WORKING)


def _phases_from(phase: Status) -> frozenset[Status]:
    at, containing = PHASES.index(phase), PHASES.index(Status.CONTAINING)
    later = frozenset(PHASES[at + 1 :])
    return later | {Status.CONTAINING} if at > containing else later


TRANSITIONS = {phase: _phases_from(phase) for phase in PHASES}
"""Where `advance` may lead: onward, or from a later phase back to containing."""


class Incident(Struct, frozen=True):
    """What the rules need to know; the story itself is in the timeline.

    `pages` is its kind's; `promised_at` the owner's own estimate; `progress_at` the owner's
    last sign of life.
    """

    id: int
    code: str
    kind: str
    severity: Severity
    status: Status
    opened_at: datetime
    pages: bool = True
    reporter_id: int | None = None
    anonymous: bool = False
    owner_id: int | None = None
    taken_at: datetime | None = None
    promised_at: datetime | None = None
    progress_at: datetime | None = None
    resolved_at: datetime | None = None
    ended_at: datetime | None = None
    duplicate_of: int | None = None
    drill: bool = False  # diễn tập: only practised
    confidential: bool = False  # giữ kín: only for who needs to know


def receive(
    incident_id: int,
    code: str,
    kind: Kind,
    now: datetime,
    *,
    reporter_id: int | None = None,
    anonymous: bool = False,
) -> Incident:
    """Begin an incident of that kind, nobody's yet."""
    return Incident(
        id=incident_id,
        code=code,
        kind=kind.code,
        severity=kind.severity,
        status=Status.RECEIVED if kind.pages else Status.QUEUED,
        opened_at=now,
        pages=kind.pages,
        reporter_id=reporter_id,
        anonymous=anonymous,
        confidential=kind.confidential,
    )


def needs_ladder(incident: Incident) -> bool:
    """Tell whether people must be paged until one of them takes it."""
    return is_open(incident) and incident.owner_id is None and incident.status is not Status.QUEUED


def is_open(incident: Incident) -> bool:
    """Tell whether it has not ended."""
    return incident.status in OPEN


def take(incident: Incident, person_id: int, now: datetime) -> Incident:
    """Give it to that person, who has acknowledged it; what was only assigned can be had."""
    _must_be_open(incident)
    if incident.owner_id == person_id and incident.taken_at is None:
        return answered(incident, now)
    if incident.owner_id == person_id:
        raise Refused("refused-already-yours", code=incident.code)
    if incident.owner_id is not None and incident.taken_at is not None:
        raise Refused("refused-already-taken", owner=incident.owner_id, at=incident.taken_at)
    return _held_by(incident, person_id, now)


def assign(incident: Incident, person_id: int, now: datetime) -> Incident:
    """Give it to that person, whoever owned it before; they take it by any sign of life."""
    _must_be_open(incident)
    if incident.status is Status.WRAPPING_UP:
        raise Refused("refused-already-resolved", code=incident.code)
    if incident.owner_id == person_id:
        raise Refused("refused-already-assigned", code=incident.code)
    return replace(_held_by(incident, person_id, now), taken_at=None)


def promise(incident: Incident, person_id: int, until: datetime, now: datetime) -> Incident:
    """Keep the owner's estimate, at which they are asked how it stands."""
    _must_be_open(incident)
    _must_decide(incident, person_id, is_lead=False)
    if until <= now:
        raise Refused("refused-promise-past", code=incident.code)
    return replace(answered(incident, now), promised_at=until)


def note(incident: Incident, person_id: int, now: datetime) -> Incident:
    """Count a note as a sign of life if it is the owner's."""
    if incident.owner_id != person_id or not is_open(incident):
        return incident
    return answered(incident, now)


def answered(incident: Incident, now: datetime) -> Incident:
    """Count a sign of life of the owner; somebody it was assigned to has taken it by that."""
    return replace(incident, taken_at=incident.taken_at or now, progress_at=now)


def release(incident: Incident, now: datetime) -> Incident:
    """Let it go from its owner, who is gone or silent: to be taken anew."""
    _must_be_open(incident)
    if incident.owner_id is None:
        raise Refused("refused-not-taken", code=incident.code)
    return _held_by(incident, None, now)


def advance(incident: Incident, status: Status, now: datetime) -> Incident:
    """Move the work on to another phase."""
    _must_be_open(incident)
    if incident.owner_id is None:
        raise Refused("refused-not-taken", code=incident.code)
    if status not in TRANSITIONS.get(incident.status, frozenset()):
        raise Refused("refused-phase", code=incident.code, wanted=_named(status))
    return replace(answered(incident, now), status=status)


def resolve(
    incident: Incident, person_id: int, now: datetime, *, is_lead: bool = False
) -> Incident:
    """Call it solved, as its owner or a lead sees it; the reporter is asked next.

    A lead who resolves what nobody took becomes its owner: the wrap-up is somebody's.
    """
    _must_be_open(incident)
    _must_decide(incident, person_id, is_lead=is_lead)
    if incident.status is Status.WRAPPING_UP:
        raise Refused("refused-already-resolved", code=incident.code)
    owned = incident if incident.owner_id is not None else _held_by(incident, person_id, now)
    return replace(
        owned, status=Status.WRAPPING_UP, promised_at=None, progress_at=now, resolved_at=now
    )


def reject(
    incident: Incident,
    outcome: Status,
    person_id: int,
    now: datetime,
    *,
    is_lead: bool = False,
    original: Incident | None = None,
) -> Incident:
    """End what was no incident of ours, as its owner or a lead sees it.

    A duplicate points to an open incident, so that the pair is never both ended by each other.
    """
    _must_be_open(incident)
    _must_decide(incident, person_id, is_lead=is_lead)
    if outcome not in REJECTED:
        raise ValueError(f"{outcome} is no way to reject an incident")
    duplicate_of = _original_id(incident, original) if outcome is Status.DUPLICATE else None
    return replace(
        incident, status=outcome, promised_at=None, ended_at=now, duplicate_of=duplicate_of
    )


def confirm(incident: Incident, now: datetime) -> Incident:
    """Close it: the reporter says it is solved, or there is nobody to ask."""
    _must_be_open(incident)
    if incident.status is not Status.WRAPPING_UP:
        raise Refused("refused-not-resolved", code=incident.code)
    return replace(incident, status=Status.CLOSED, ended_at=now)


def reopen(incident: Incident, now: datetime, *, owner_is_here: bool) -> Incident:
    """Open it again: it was not solved, or should not have been rejected.

    The owner who solved it goes on with containing; a rejected one, or one whose owner is
    gone, is nobody's again, so that a ladder brings it fresh eyes.
    """
    if incident.status not in ENDED | {Status.WRAPPING_UP}:
        raise Refused("refused-still-open", code=incident.code)
    again = replace(incident, promised_at=None, resolved_at=None, ended_at=None, duplicate_of=None)
    if incident.status in REJECTED or incident.owner_id is None or not owner_is_here:
        return _held_by(again, None, now)
    return replace(again, status=Status.CONTAINING, progress_at=now)


def change_severity(incident: Incident, severity: Severity) -> Incident:
    """Change how urgent it is; a ladder that runs keeps the policy it began with."""
    _must_be_open(incident)
    if incident.severity is severity:
        raise Refused("refused-same-severity", code=incident.code)
    return replace(incident, severity=severity)


def change_kind(incident: Incident, kind: Kind) -> Incident:
    """Change what it is; what nobody owns moves between queue and ladder."""
    _must_be_open(incident)
    if incident.kind == kind.code:
        raise Refused("refused-same-kind", code=incident.code)
    changed = replace(incident, kind=kind.code, pages=kind.pages)
    if incident.status not in UNOWNED:
        return changed
    return replace(changed, status=_waiting_status(changed))


def _held_by(incident: Incident, owner_id: int | None, now: datetime) -> Incident:
    free = replace(incident, owner_id=None, taken_at=None, promised_at=None, progress_at=None)
    if owner_id is None:
        return replace(free, status=_waiting_status(incident), resolved_at=None)
    status = Status.VERIFYING if incident.status in UNOWNED else incident.status
    return replace(free, status=status, owner_id=owner_id, taken_at=now, progress_at=now)


def _waiting_status(incident: Incident) -> Status:
    return Status.RECEIVED if incident.pages else Status.QUEUED


def _named(status: Status) -> dict[str, str]:
    return {"status": status.value}


def _must_be_open(incident: Incident) -> None:
    if incident.status in ENDED:
        raise Refused("refused-already-ended", code=incident.code, status=_named(incident.status))


def _must_decide(incident: Incident, person_id: int, *, is_lead: bool) -> None:
    if incident.owner_id != person_id and not is_lead:
        raise Refused("refused-not-yours", code=incident.code)


def _original_id(incident: Incident, original: Incident | None) -> int:
    if original is None or original.id == incident.id:
        raise Refused("refused-duplicate-of-what", code=incident.code)
    if original.status in ENDED:
        raise Refused("refused-original-ended", code=incident.code, original=original.code)
    if original.drill is not incident.drill:
        raise Refused("refused-original-drill", code=incident.code, original=original.code)
    return original.id
