"""Who must be reminded of what: read and marked in groups, so that a province costs little."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, func, select, update

from bot.domain.campaign import HANDED_IN, TO_DO, CampaignState
from bot.domain.reminders import Hears
from storage.assigning import is_contact
from storage.campaign_tables import assignments, campaigns
from storage.database import Tx
from storage.tables import agencies, people

_TO_DO = [state.value for state in TO_DO]
_HEARD = func.coalesce(assignments.c.reminded_at, assignments.c.assigned_at)
_TOLD = {
    Hears.CONTACT: assignments.c.reminded_at,
    Hears.HEAD: assignments.c.head_told_at,
    Hears.LEADER: assignments.c.leaders_told_at,
    Hears.CLOSED: assignments.c.reminded_at,
}


async def groups(tx: Tx) -> Sequence[Row[Any]]:
    """Return what is still to be done in open campaigns, alike ones together.

    Each with `campaign_id`, `due_at`, `heard_at` (when its people last heard of it),
    `head_told_at`, `leaders_told_at` and the campaign's `reminders`.
    """
    alike = (
        assignments.c.campaign_id,
        assignments.c.due_at,
        _HEARD,
        assignments.c.head_told_at,
        assignments.c.leaders_told_at,
    )
    are_open = select(campaigns.c.id).where(campaigns.c.state == CampaignState.OPEN.value)
    grouped = (
        select(
            *alike[:2],
            _HEARD.label("heard_at"),
            *alike[3:],
        )
        .where(assignments.c.state.in_(_TO_DO), assignments.c.campaign_id.in_(are_open))
        .group_by(*alike)
        .subquery()
    )
    return await tx.all(
        select(grouped, campaigns.c.reminders)
        .join(campaigns, campaigns.c.id == grouped.c.campaign_id)
        .order_by(grouped.c.due_at, grouped.c.campaign_id)
    )


async def mark(tx: Tx, group: Row[Any], hears: Collection[Hears]) -> None:
    """Keep that the people behind one group hear of it now."""
    same = and_(
        assignments.c.campaign_id == group.campaign_id,
        assignments.c.state.in_(_TO_DO),
        assignments.c.due_at == group.due_at,
        _HEARD.is_not_distinct_from(group.heard_at),
        assignments.c.head_told_at.is_not_distinct_from(group.head_told_at),
        assignments.c.leaders_told_at.is_not_distinct_from(group.leaders_told_at),
    )
    values = {_TOLD[each].name: tx.now for each in hears}
    await tx.run(update(assignments).where(same).values(**values))


async def mark_closed(tx: Tx, since: datetime) -> bool:
    """Keep that people hear now of what was closed undone since then; False when all have heard."""
    was_closed = (
        campaigns.c.state == CampaignState.CLOSED.value,
        campaigns.c.closed_at >= since,
    )
    its_own = campaigns.c.id == assignments.c.campaign_id
    told = update(assignments).where(
        assignments.c.state.in_(_TO_DO),
        assignments.c.campaign_id.in_(select(campaigns.c.id).where(*was_closed)),
        select(campaigns.c.closed_at).where(its_own).scalar_subquery() > _HEARD,
    )
    return bool((await tx.run(told.values(reminded_at=tx.now))).rowcount)


async def waiting(tx: Tx) -> Sequence[Row[Any]]:
    """Return per open campaign with results that nobody has accepted yet how many there are."""
    handed_in = [state.value for state in HANDED_IN]
    return await tx.all(
        select(
            campaigns.c.id,
            campaigns.c.code,
            campaigns.c.name,
            func.count().label("results"),
        )
        .join(assignments, assignments.c.campaign_id == campaigns.c.id)
        .where(campaigns.c.state == CampaignState.OPEN.value, assignments.c.state.in_(handed_in))
        .group_by(campaigns.c.id, campaigns.c.code, campaigns.c.name, campaigns.c.due_at)
        .order_by(campaigns.c.due_at, campaigns.c.id)
    )


async def recipients(tx: Tx, hears: Hears) -> list[tuple[int, int]]:
    """Return (person, chat) of the contact persons, or heads, who were marked to hear now."""
    marked = (_TOLD[hears] == tx.now, assignments.c.state.in_(_TO_DO))
    meant = select(assignments.c.agency_id).where(*marked)
    chosen = select(people.c.id, people.c.telegram_id).order_by(people.c.id)
    if hears is Hears.HEAD:
        heads = select(agencies.c.head_id).where(agencies.c.id.in_(meant))
        able = (people.c.active, people.c.blocked.is_(False), people.c.telegram_id.is_not(None))
        chosen = chosen.where(people.c.id.in_(heads), *able)
    else:
        chosen = chosen.where(people.c.agency_id.in_(meant), is_contact())
    return [(row.id, row.telegram_id) for row in await tx.all(chosen)]


async def agencies_of_head(tx: Tx, person_id: int) -> list[int]:
    """Return the agencies a person heads."""
    rows = await tx.all(select(agencies.c.id).where(agencies.c.head_id == person_id))
    return [row.id for row in rows]


async def overdue(tx: Tx) -> Sequence[Row[Any]]:
    """Return per open campaign how many agencies are overdue, and since when the longest."""
    late = (assignments.c.state.in_(_TO_DO), assignments.c.due_at < tx.now)
    return await tx.all(
        select(
            campaigns.c.id,
            campaigns.c.code,
            campaigns.c.name,
            func.count(assignments.c.agency_id.distinct()).label("agencies"),
            func.min(assignments.c.due_at).label("due_at"),
        )
        .join(assignments, assignments.c.campaign_id == campaigns.c.id)
        .where(campaigns.c.state == CampaignState.OPEN.value, *late)
        .group_by(campaigns.c.id, campaigns.c.code, campaigns.c.name)
        .order_by(func.min(assignments.c.due_at), campaigns.c.id)
    )
