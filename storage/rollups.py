"""When a campaign was last rolled up, and whether anything has come in since."""

from datetime import datetime

from sqlalchemy import func, or_, select

from storage.campaign_tables import assignment_answers, assignments, campaign_log
from storage.database import Tx


async def last_said(tx: Tx, campaign_id: int, event: str) -> datetime | None:
    """Return when the log of a campaign last had an event, or None."""
    found: datetime | None = await tx.scalar(
        select(func.max(campaign_log.c.at)).where(
            campaign_log.c.campaign_id == campaign_id, campaign_log.c.event == event
        )
    )
    return found


async def changed_since(tx: Tx, campaign_id: int, since: datetime) -> bool:
    """Tell whether anything was handed in or corrected in a campaign after an instant."""
    corrected = (
        select(assignment_answers.c.id)
        .where(
            assignment_answers.c.assignment_id == assignments.c.id,
            assignment_answers.c.at > since,
        )
        .exists()
    )
    found = await tx.scalar(
        select(assignments.c.id)
        .where(
            assignments.c.campaign_id == campaign_id,
            or_(assignments.c.done_at > since, corrected),
        )
        .limit(1)
    )
    return found is not None
