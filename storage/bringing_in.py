"""Requests to bring somebody in, and what became of them."""

from datetime import datetime

from msgspec import Struct
from sqlalchemy import select, update

from bot.domain.bringing_in import Stand
from storage.crew_tables import bringings
from storage.database import Tx


class Bringing(Struct, frozen=True):
    """One request; `person_id` is None for the whole team."""

    id: int
    incident_id: int
    person_id: int | None
    asked_by_id: int
    reason: str
    state: Stand
    asked_at: datetime


_COLUMNS = tuple(bringings.c[name] for name in Bringing.__struct_fields__)


async def add(
    tx: Tx, incident_id: int, person_id: int | None, asked_by_id: int, reason: str
) -> Bringing:
    """Keep a request that is still to be confirmed, or called at once."""
    values = {
        "incident_id": incident_id,
        "person_id": person_id,
        "asked_by_id": asked_by_id,
        "reason": reason,
        "state": Stand.OFFERED,
        "asked_at": tx.now,
    }
    bringing_id = await tx.add(bringings, **values, changed_at=tx.now)
    return Bringing(bringing_id, incident_id, person_id, asked_by_id, reason, Stand.OFFERED, tx.now)


async def get(tx: Tx, bringing_id: int) -> Bringing | None:
    """Return a request."""
    row = await tx.one(select(*_COLUMNS).where(bringings.c.id == bringing_id))
    if row is None:
        return None
    return Bringing(**dict(row._mapping) | {"state": Stand(row.state)})  # noqa: SLF001 Row's documented view


async def being_called(tx: Tx, incident_id: int) -> set[int]:
    """Return who was called to an incident by name and has not answered yet."""
    rows = await tx.all(
        select(bringings.c.person_id).where(
            bringings.c.incident_id == incident_id,
            bringings.c.state == Stand.CALLED,
            bringings.c.person_id.is_not(None),
        )
    )
    return {row.person_id for row in rows}


async def move(tx: Tx, bringing: Bringing, state: Stand) -> bool:
    """Take a request on from where it stood; False when it has moved meanwhile."""
    return await tx.change(
        update(bringings)
        .where(bringings.c.id == bringing.id, bringings.c.state == bringing.state)
        .values(state=state, changed_at=tx.now)
    )


async def called(tx: Tx, incident_id: int, person_id: int) -> list[Bringing]:
    """Return the requests by which somebody was called and that they have not answered yet."""
    rows = await tx.all(
        select(*_COLUMNS)
        .where(
            bringings.c.incident_id == incident_id,
            bringings.c.person_id == person_id,
            bringings.c.state.in_((Stand.CALLED, Stand.UNANSWERED)),
        )
        .order_by(bringings.c.id)
    )
    return [
        Bringing(**dict(row._mapping) | {"state": Stand(row.state)})  # noqa: SLF001 as above
        for row in rows
    ]
