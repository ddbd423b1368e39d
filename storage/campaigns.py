"""Campaigns: kept, read, moved from one state to the next; and their log, which only grows."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row, func, select, update

from bot.domain.audience import Audience, Per
from bot.domain.campaign import Campaign, CampaignState
from bot.domain.codes import campaign_code
from bot.domain.errors import Refused
from storage.campaign_tables import campaign_log, campaigns
from storage.database import Tx
from storage.tables import people

_FIELDS = Campaign.__struct_fields__
_COLUMNS = tuple(campaigns.c[name] for name in _FIELDS)


def _campaign(row: Row[Any]) -> Campaign:
    columns = row._mapping  # noqa: SLF001 Row's documented view
    values = {name: columns[name] for name in _FIELDS}
    values["state"] = CampaignState(values["state"])
    values["scope"] = Audience.model_validate(values["scope"])
    values["per"] = Per(values["per"])
    values["questions"] = tuple(values["questions"])
    return Campaign(**values)


def _stored(name: str, campaign: Campaign) -> Any:  # noqa: ANN401 a value of any column
    value = getattr(campaign, name)
    match name:
        case "scope":
            return value.model_dump(mode="json")
        case "questions":
            return [dict(question) for question in value]
        case "reminders":
            return dict(value)
        case _:
            return value


async def add(tx: Tx, campaign: Campaign, year: int) -> Campaign:
    """Keep a new campaign under the next free code of a year; its own id and code are ignored."""
    last = select(func.max(campaigns.c.number)).where(campaigns.c.year == year)
    number = int(await tx.scalar(last) or 0) + 1
    values = {name: _stored(name, campaign) for name in _FIELDS if name not in ("id", "code")}
    values |= {"created_at": tx.now, "code": campaign_code(year, number)}
    return await get(tx, await tx.add(campaigns, year=year, number=number, **values))


async def get(tx: Tx, campaign_id: int) -> Campaign:
    """Return a campaign; Refused when there is none."""
    row = await tx.one(select(*_COLUMNS).where(campaigns.c.id == campaign_id))
    if row is None:
        raise Refused("refused-no-such-campaign")
    return _campaign(row)


async def find(tx: Tx, year: int, number: int) -> Campaign | None:
    """Return the campaign with a code, or None."""
    same = (campaigns.c.year == year, campaigns.c.number == number)
    row = await tx.one(select(*_COLUMNS).where(*same))
    return None if row is None else _campaign(row)


async def of_ids(tx: Tx, campaign_ids: Collection[int]) -> dict[int, Campaign]:
    """Return several campaigns by id."""
    rows = await tx.all(select(*_COLUMNS).where(campaigns.c.id.in_(campaign_ids)))
    return {row.id: _campaign(row) for row in rows}


async def of_obligation(tx: Tx, obligation: str) -> list[Campaign]:
    """Return every campaign of an obligation, whatever became of it, the earliest period first."""
    rows = await tx.all(
        select(*_COLUMNS)
        .where(campaigns.c.obligation == obligation)
        .order_by(campaigns.c.due_at, campaigns.c.id)
    )
    return [_campaign(row) for row in rows]


async def of_turns(tx: Tx, keys: Collection[str]) -> dict[tuple[str, str], Campaign]:
    """Return the campaigns of periods with these keys by (obligation, period)."""
    rows = await tx.all(select(*_COLUMNS).where(campaigns.c.period.in_(keys)))
    return {(row.obligation, row.period): _campaign(row) for row in rows}


async def in_states(tx: Tx, states: Collection[CampaignState]) -> list[Campaign]:
    """Return the campaigns in some states, those due first first."""
    rows = await tx.all(
        select(*_COLUMNS)
        .where(campaigns.c.state.in_([state.value for state in states]))
        .order_by(campaigns.c.due_at, campaigns.c.id)
    )
    return [_campaign(row) for row in rows]


async def save(tx: Tx, before: Campaign, after: Campaign) -> None:
    """Store the change from `before` to `after`; Refused when it is no longer as it was before."""
    values = {
        name: _stored(name, after)
        for name in _FIELDS
        if getattr(after, name) != getattr(before, name)
    }
    if not values:
        return
    same = (campaigns.c.id == before.id, campaigns.c.state == before.state.value)
    if not await tx.change(update(campaigns).where(*same).values(**values)):
        raise Refused("refused-changed-meanwhile", code=before.code)


async def enter(
    tx: Tx,
    event: str,
    *,
    campaign_id: int | None = None,
    assignment_id: int | None = None,
    person_id: int | None = None,
    **params: Any,  # noqa: ANN401 facts of any type
) -> None:
    """Add a line to the log; `event` is a constant word such as `opened`."""
    values = {
        "campaign_id": campaign_id,
        "assignment_id": assignment_id,
        "at": tx.now,
        "person_id": person_id,
        "event": event,
        "params": params,
    }
    await tx.run(campaign_log.insert(), values)


async def story(
    tx: Tx, *, campaign_id: int | None = None, assignment_id: int | None = None
) -> Sequence[Row[Any]]:
    """Return the log of a campaign or of one assignment with people's names, oldest first."""
    about = (
        campaign_log.c.assignment_id == assignment_id
        if assignment_id is not None
        else campaign_log.c.campaign_id == campaign_id
    )
    return await tx.all(
        select(campaign_log, people.c.name)
        .outerjoin(people, people.c.id == campaign_log.c.person_id)
        .where(about)
        .order_by(campaign_log.c.id)
    )


async def said_first(tx: Tx, event: str) -> Row[Any] | None:
    """Return the first line of the log with an event, if there is one."""
    lines = select(campaign_log).where(campaign_log.c.event == event)
    return await tx.one(lines.order_by(campaign_log.c.id).limit(1))
