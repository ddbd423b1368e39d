"""What reporters have sent in, and which systems of the register they may name."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select, update

from bot.domain.incident import OPEN, Status
from bot.domain.report import System
from storage.database import Tx
from storage.outbox import PENDING
from storage.tables import incidents, outbox, systems, timeline

_waits = outbox.c.state == PENDING
# Asked before every report is taken: to build these takes longer than to run them.
_SINCE = select(incidents.c.opened_at).where(incidents.c.opened_at > bindparam("since"))
_OPENED = _SINCE.where(incidents.c.reporter_id.is_not(None)).order_by(incidents.c.opened_at)
_OPENED_BY = _SINCE.where(incidents.c.reporter_id == bindparam("who")).order_by(
    incidents.c.opened_at
)
_OF_REPORTER = (
    select(incidents)
    .where(incidents.c.reporter_id == bindparam("who"))
    .order_by(incidents.c.id.desc())
    .limit(bindparam("most"))
)
_ONES = select(incidents.c.id).where(incidents.c.reporter_id == bindparam("who"))
_NEWEST_OPEN = (
    _ONES.where(incidents.c.opened_at >= bindparam("since"), incidents.c.status.in_(OPEN))
    .order_by(incidents.c.id.desc())
    .limit(1)
)
_OPEN = _ONES.where(incidents.c.status.in_(OPEN)).order_by(incidents.c.id)
_WAITING = _ONES.where(incidents.c.status == Status.WRAPPING_UP).order_by(incidents.c.id)


async def systems_of(tx: Tx, agency_id: int, limit: int) -> list[System]:
    """Return an agency's systems by name."""
    rows = await tx.all(
        select(systems.c.id, systems.c.name, systems.c.agency_id)
        .where(systems.c.agency_id == agency_id)
        .order_by(systems.c.name, systems.c.id)
        .limit(limit)
    )
    return [System(row.id, row.name, row.agency_id) for row in rows]


async def of_reporter(tx: Tx, person_id: int, limit: int) -> Sequence[Row[Any]]:
    """Return a person's own reports, newest first."""
    return await tx.all(_OF_REPORTER, {"who": person_id, "most": limit})


async def newest_open(tx: Tx, person_id: int, since: datetime) -> int | None:
    """Return the id of a person's newest report since then that is still open."""
    found: int | None = await tx.scalar(_NEWEST_OPEN, {"who": person_id, "since": since})
    return found


async def open_ones(tx: Tx, person_id: int) -> list[int]:
    """Return a person's own reports that are open, oldest first."""
    return [row.id for row in await tx.all(_OPEN, {"who": person_id})]


async def waiting_for_answer(tx: Tx, person_id: int) -> list[int]:
    """Return a person's own reports that were solved and wait for their word, oldest first."""
    return [row.id for row in await tx.all(_WAITING, {"who": person_id})]


async def waiting_news(tx: Tx, key: str) -> Mapping[str, Any] | None:
    """Return the parameters of the notice with that key that has not been sent yet, if any."""
    await tx.flush()
    row = await tx.one(select(outbox.c.params).where(outbox.c.key == key, _waits))
    return row.params if row is not None else None


async def renew(tx: Tx, key: str, params: Mapping[str, Any]) -> bool:
    """Give the notice that waits other parameters; False when none waits."""
    waiting = update(outbox).where(outbox.c.key == key, _waits)
    return await tx.change(waiting.values(params=dict(params)))


async def opened_since(tx: Tx, since: datetime, reporter_id: int | None = None) -> list[datetime]:
    """Return when people reported since then, oldest first: one of them, or all."""
    if reporter_id is None:
        rows = await tx.all(_OPENED, {"since": since})
    else:
        rows = await tx.all(_OPENED_BY, {"since": since, "who": reporter_id})
    return [row.opened_at for row in rows]


async def newest_line(tx: Tx, incident_id: int, person_id: int) -> Row[Any] | None:
    """Return the last line a person wrote in an incident's timeline."""
    newest = select(func.max(timeline.c.id)).where(
        timeline.c.incident_id == incident_id, timeline.c.person_id == person_id
    )
    return await tx.one(select(timeline).where(timeline.c.id.in_(newest)))
