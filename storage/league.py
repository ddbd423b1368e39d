"""What agencies were asked and have done in a period, over all campaigns: one row for each."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
    and_,
    case,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
)

from bot.domain.campaign import LONGEST_EXTENSION, TO_DO, AssignmentState, CampaignState
from storage.campaign_tables import assignments, campaigns
from storage.columns import Instant
from storage.database import Tx
from storage.tables import agencies

_TO_DO = [state.value for state in TO_DO]
_DONE = (AssignmentState.DONE.value, AssignmentState.ACCEPTED.value)
_COUNTED = (CampaignState.OPEN.value, CampaignState.CLOSED.value)
_SECOND = timedelta(seconds=1)  # a deadline is the last second that is in time


async def records(tx: Tx, first: datetime, last: datetime) -> Sequence[Row[Any]]:
    """Return (`id`, `agency`, `kind`, `on_time`, `late`, `owed`) of deadlines between two instants.

    What was called off, does not apply, or is not due yet, counts for nobody.
    """
    done = and_(assignments.c.state.in_(_DONE), assignments.c.reason.is_(None))
    is_over = assignments.c.due_at <= literal(tx.now - _SECOND, Instant)
    # An extension moves a deadline away from its campaign's.
    its = (
        select(campaigns.c.id)
        .where(campaigns.c.state.in_(_COUNTED))
        .where(campaigns.c.due_at >= literal(first - LONGEST_EXTENSION, Instant))
        .where(campaigns.c.due_at <= literal(last, Instant))
    )
    counted = (
        select(
            assignments.c.agency_id,
            _sum(and_(done, ~assignments.c.late)).label("on_time"),
            _sum(and_(done, assignments.c.late)).label("late"),
            _sum(and_(assignments.c.state.in_(_TO_DO), is_over)).label("owed"),
        )
        .where(assignments.c.campaign_id.in_(its))
        .where(assignments.c.due_at.between(literal(first, Instant), literal(last, Instant)))
        .group_by(assignments.c.agency_id)
        .subquery()
    )
    return await tx.all(
        select(agencies.c.id, agencies.c.name.label("agency"), agencies.c.kind, counted)
        .join(counted, counted.c.agency_id == agencies.c.id)
        .order_by(agencies.c.name, agencies.c.id)
    )


async def campaigns_between(tx: Tx, first: datetime, last: datetime) -> int:
    """Return how many campaigns due between two instants count: are due by now, or done early."""
    done = exists().where(
        assignments.c.campaign_id == campaigns.c.id, assignments.c.state.in_(_DONE)
    )
    found = await tx.scalar(
        select(func.count())
        .select_from(campaigns)
        .where(campaigns.c.state.in_(_COUNTED))
        .where(campaigns.c.due_at.between(literal(first, Instant), literal(last, Instant)))
        .where(or_(campaigns.c.due_at <= literal(tx.now - _SECOND, Instant), done))
    )
    return int(found or 0)


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return cast(func.sum(case((condition, 1), else_=0)), Integer)
