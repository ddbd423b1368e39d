"""How incidents are judged: marks, the moment of detection, proposals and decisions."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from bot.domain.seriousness import Assessment, Decision, Mark
from storage.database import Tx
from storage.room_tables import assessments
from storage.tables import incidents, people, systems

# Read for every card: to build it takes longer than to run it.
_BY_ID = (
    select(assessments, people.c.name.label("proposed_by"))
    .outerjoin(people, people.c.id == assessments.c.proposed_by_id)
    .where(assessments.c.incident_id == bindparam("wanted_id"))
)


async def get(tx: Tx, incident_id: int) -> Assessment:
    """Return how an incident is judged; an empty assessment when nobody has said anything."""
    row = await tx.one(_BY_ID, {"wanted_id": incident_id})
    if row is None:
        return Assessment()
    decision = None
    if row.serious is not None:
        decision = Decision(row.serious, row.decided_by, row.decided_at, row.document or "")
    marks = {Mark(mark): datetime.fromisoformat(at) for mark, at in row.marks.items()}
    return Assessment(marks, row.detected_at, row.proposed_at, row.proposed_by, decision)


async def keep_marks(tx: Tx, incident_id: int, assessment: Assessment) -> None:
    """Store what is marked."""
    marks = {mark.value: at.isoformat() for mark, at in assessment.marks.items()}
    await _keep(tx, incident_id, marks=marks)


async def keep_detected(tx: Tx, incident_id: int, at: datetime) -> None:
    """Store when it was detected."""
    await _keep(tx, incident_id, detected_at=at)


async def keep_proposal(tx: Tx, incident_id: int, person_id: int | None) -> None:
    """Store that somebody proposes it as serious, or nobody any more."""
    at = tx.now if person_id is not None else None
    await _keep(tx, incident_id, proposed_at=at, proposed_by_id=person_id)


async def keep_decision(tx: Tx, incident_id: int, decision: Decision, person_id: int) -> None:
    """Store what was decided, and who entered it."""
    await _keep(
        tx,
        incident_id,
        serious=decision.serious,
        decided_at=decision.at,
        decided_by=decision.by,
        document=decision.document,
        entered_by_id=person_id,
        entered_at=tx.now,
    )


async def _keep(tx: Tx, incident_id: int, **values: Any) -> None:  # noqa: ANN401 columns of any type
    statement = tx.insert(assessments).values(**{"incident_id": incident_id, "marks": {}} | values)
    await tx.run(statement.on_conflict_do_update(index_elements=["incident_id"], set_=values))


async def level_of(tx: Tx, incident_id: int) -> int | None:
    """Return the level of the system an incident is about, if the register knows it."""
    found: int | None = await tx.scalar(
        select(systems.c.level)
        .join(incidents, incidents.c.system_id == systems.c.id)
        .where(incidents.c.id == incident_id)
    )
    return found
