"""All that was handed in for a campaign, accepted at once: a thousand cost two statements."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, update

from bot.domain.campaign import AssignmentState
from storage.campaign_tables import assignments, campaign_log
from storage.database import Tx


async def accept_done(tx: Tx, campaign_id: int, person_id: int) -> Sequence[Row[Any]]:
    """Accept every result of a campaign and log each; returns their ids and who handed them in."""
    waiting = (
        assignments.c.campaign_id == campaign_id,
        assignments.c.state == AssignmentState.DONE.value,
    )
    values = {
        "state": AssignmentState.ACCEPTED.value,
        "accepted_at": tx.now,
        "accepted_by_id": person_id,
    }
    statement = update(assignments).where(*waiting).values(**values)
    rows = await tx.all(statement.returning(assignments.c.id, assignments.c.done_by_id))
    lines = [
        {
            "campaign_id": campaign_id,
            "assignment_id": row.id,
            "at": tx.now,
            "person_id": person_id,
            "event": "accepted",
            "params": {},
        }
        for row in rows
    ]
    if lines:
        await tx.run(campaign_log.insert(), lines)
    return rows
