"""What was asked and answered about people's contact details: lines of the campaigns' log."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select

from bot.domain.people import Role
from storage.campaign_tables import campaign_log
from storage.database import Tx
from storage.tables import agencies, people

BEGUN, ROUND = "contact-begun", "contact-round"
CONFIRMED, CHANGED, GONE = "contact-confirmed", "contact-changed", "contact-gone"
PROPOSED = "contact-proposed"
ANSWERS = (CONFIRMED, CHANGED, GONE, PROPOSED)


async def last_round(tx: Tx) -> Row[Any] | None:
    """Return the line of the last round, or of the day from which rounds are counted."""
    lines = select(campaign_log).where(campaign_log.c.event.in_((BEGUN, ROUND)))
    return await tx.one(lines.order_by(campaign_log.c.id.desc()).limit(1))


async def concerned(tx: Tx) -> Sequence[Row[Any]]:
    """Return who is a contact person or of the team: id, name, `agency`, when they answered."""
    answered = (
        select(func.max(campaign_log.c.at))
        .where(campaign_log.c.person_id == people.c.id, campaign_log.c.event.in_(ANSWERS))
        .scalar_subquery()
    )
    return await tx.all(
        select(
            people.c.id,
            people.c.name,
            agencies.c.name.label("agency"),
            answered.label("answered_at"),
        )
        .outerjoin(agencies, agencies.c.id == people.c.agency_id)
        .where(people.c.role != Role.CITIZEN.value, people.c.active, ~people.c.blocked)
        .order_by(agencies.c.name, people.c.name)
    )


async def said_since(tx: Tx, since: datetime) -> Sequence[Row[Any]]:
    """Return what people have answered since an instant, with `name` and `agency`."""
    return await tx.all(
        select(campaign_log, people.c.name, agencies.c.name.label("agency"))
        .join(people, people.c.id == campaign_log.c.person_id)
        .outerjoin(agencies, agencies.c.id == people.c.agency_id)
        .where(campaign_log.c.at >= since, campaign_log.c.event.in_(ANSWERS))
        .order_by(campaign_log.c.id)
    )
