"""What is essential about an incident over time: a line for every change, none is ever changed."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, select

from storage.database import Tx
from storage.room_tables import essentials

_OF_INCIDENT = (
    select(essentials.c.at, essentials.c.what)
    .where(essentials.c.incident_id == bindparam("wanted_id"))
    .order_by(essentials.c.id)
)


async def history(tx: Tx, incident_id: int) -> list[tuple[datetime, Mapping[str, str]]]:
    """Return since when what was so, oldest first."""
    return [(row.at, row.what) for row in await tx.all(_OF_INCIDENT, {"wanted_id": incident_id})]


async def add(tx: Tx, incident_id: int, what: Mapping[str, str]) -> None:
    """Keep what is so from now on."""
    await tx.add(essentials, incident_id=incident_id, at=tx.now, what=dict(what))
