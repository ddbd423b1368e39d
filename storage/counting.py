"""Results that count elsewhere too: what is owed beside, and what was done earlier."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, or_, select

from bot.domain.campaign import TO_DO, Assignment, AssignmentState, Campaign
from storage.assignments import get
from storage.campaign_tables import assignments, campaigns
from storage.database import Tx

_TO_DO = [state.value for state in TO_DO]
_DONE = [AssignmentState.DONE.value, AssignmentState.ACCEPTED.value]


async def owed(tx: Tx, campaign_id: int, agency_id: int, system_id: int | None) -> list[Assignment]:
    """Return what an agency still owes in a campaign: about one system, or about all of it.

    What the team has given back is not among it: only its own answers correct that.
    """
    wanted = [
        assignments.c.campaign_id == campaign_id,
        assignments.c.agency_id == agency_id,
        assignments.c.reason.is_(None),
    ]
    if system_id is not None:
        wanted.append(assignments.c.system_id == system_id)
    rows = await tx.all(
        select(assignments.c.id)
        .where(*wanted, assignments.c.state.in_(_TO_DO))
        .order_by(assignments.c.id)
    )
    return [await get(tx, row.id) for row in rows]


async def done_before(tx: Tx, campaign: Campaign, since: datetime) -> Sequence[Row[Any]]:
    """Return what was done since an instant and is asked for again in a campaign, oldest first.

    `owed_id`, `answers`, `done_at`, `done_by_id`, and the `code` and `period` of its campaign.
    """
    earlier, its = assignments.alias(), campaigns.alias()
    same = or_(earlier.c.system_id.is_(None), earlier.c.system_id == assignments.c.system_id)
    return await tx.all(
        select(
            assignments.c.id.label("owed_id"),
            *(earlier.c.answers, earlier.c.done_at, earlier.c.done_by_id),
            *(its.c.code, its.c.period),
        )
        .join(earlier, earlier.c.agency_id == assignments.c.agency_id)
        .join(its, its.c.id == earlier.c.campaign_id)
        .where(assignments.c.campaign_id == campaign.id, assignments.c.state.in_(_TO_DO))
        .where(assignments.c.reason.is_(None))  # what was given back is not done by it again
        .where(its.c.id != campaign.id, its.c.feeds == campaign.feeds)
        .where(earlier.c.state.in_(_DONE), earlier.c.reason.is_(None), earlier.c.done_at >= since)
        .where(same, earlier.c.done_by_id.is_not(None))
        .order_by(earlier.c.done_at, earlier.c.id)
    )
