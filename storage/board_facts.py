"""What the board of a campaign counts beside its figures: groups of agencies, who is behind."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Integer, Row, and_, cast, func, literal, select

from bot.domain.campaign import HANDED_IN, TO_DO, AssignmentState
from storage.campaign_tables import assignment_asks, assignments
from storage.columns import Instant
from storage.database import Tx
from storage.tables import agencies, systems

_DONE = (AssignmentState.DONE.value, AssignmentState.ACCEPTED.value)
_WAITING = tuple(state.value for state in HANDED_IN)
_TO_DO = tuple(state.value for state in TO_DO)


async def groups(tx: Tx, campaign_id: int) -> Sequence[Row[Any]]:
    """Return for each kind of agency and each agency above: how many are asked, done and late."""
    above = agencies.alias()
    done = assignments.c.state.in_(_DONE)
    asked = assignments.c.state != AssignmentState.NOT_APPLICABLE.value
    return await tx.all(
        select(
            agencies.c.kind,
            above.c.name.label("parent"),
            func.sum(cast(asked, Integer)).label("asked"),
            func.sum(cast(done, Integer)).label("done"),
            func.sum(cast(and_(done, assignments.c.late), Integer)).label("late"),
        )
        .join(agencies, agencies.c.id == assignments.c.agency_id)
        .outerjoin(above, above.c.id == agencies.c.parent_id)
        .where(assignments.c.campaign_id == campaign_id)
        .group_by(agencies.c.kind, above.c.name)
    )


async def of_agencies(tx: Tx, campaign_id: int) -> Sequence[Row[Any]]:
    """Return for each agency how many assignments it is asked and how many are done."""
    done = assignments.c.state.in_(_DONE)
    asked = assignments.c.state != AssignmentState.NOT_APPLICABLE.value
    return await tx.all(
        select(
            agencies.c.name.label("agency"),
            func.sum(cast(asked, Integer)).label("asked"),
            func.sum(cast(done, Integer)).label("done"),
        )
        .join(agencies, agencies.c.id == assignments.c.agency_id)
        .where(assignments.c.campaign_id == campaign_id)
        .group_by(agencies.c.id, agencies.c.name)
    )


async def behind(tx: Tx, campaign_id: int, most: int) -> Sequence[Row[Any]]:
    """Return who is overdue in a campaign, the longest first."""
    return await tx.all(
        select(agencies.c.name.label("agency"), systems.c.name.label("system"))
        .join(agencies, agencies.c.id == assignments.c.agency_id)
        .outerjoin(systems, systems.c.id == assignments.c.system_id)
        .where(assignments.c.campaign_id == campaign_id, assignments.c.state.in_(_TO_DO))
        .where(assignments.c.due_at < literal(tx.now, Instant))
        .order_by(assignments.c.due_at, agencies.c.name, assignments.c.id)
        .limit(most)
    )


async def open_asks(tx: Tx, campaign_id: int) -> int:
    """Return how many requests and questions of a campaign wait for an answer."""
    found = await tx.scalar(
        select(func.count())
        .join(assignments, assignments.c.id == assignment_asks.c.assignment_id)
        .where(assignments.c.campaign_id == campaign_id, assignment_asks.c.answered_at.is_(None))
    )
    return int(found or 0)


async def waiting(tx: Tx, campaign_id: int) -> int:
    """Return how much of what was handed in nobody has looked at yet."""
    found = await tx.scalar(
        select(func.count()).where(
            assignments.c.campaign_id == campaign_id, assignments.c.state.in_(_WAITING)
        )
    )
    return int(found or 0)


async def next_waiting(tx: Tx, campaign_id: int, after_id: int) -> int | None:
    """Return what waits to be looked at next, from one on and then from the beginning."""
    waits = (assignments.c.campaign_id == campaign_id, assignments.c.state.in_(_WAITING))
    first = select(func.min(assignments.c.id)).where(*waits)
    found: int | None = await tx.scalar(first.where(assignments.c.id > after_id))
    if found is None:
        found = await tx.scalar(first.where(assignments.c.id != after_id))
    return found


async def agency_names(tx: Tx, agency_ids: Sequence[int]) -> list[str]:
    """Return what some agencies are called, in order of name."""
    rows = await tx.all(
        select(agencies.c.name).where(agencies.c.id.in_(agency_ids)).order_by(agencies.c.name)
    )
    return [row.name for row in rows]
