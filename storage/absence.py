"""When people cannot be on duty: kept, read, taken back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select

from bot.domain.absence import Absence
from storage.database import Tx
from storage.tables import people
from storage.watch_tables import unavailable


def _absence(row: Row[Any]) -> Absence:
    return Absence(row.id, row.person_id, row.start_at, row.end_at, row.reason)


async def add(tx: Tx, absence: Absence) -> int:
    """Keep an absence (its `id` is ignored); returns its id."""
    return await tx.add(
        unavailable,
        person_id=absence.person_id,
        start_at=absence.start,
        end_at=absence.end,
        reason=absence.reason,
        created_at=tx.now,
    )


async def between(tx: Tx, start: datetime, end: datetime) -> Sequence[Absence]:
    """Return the absences of active people that touch a period, earliest first."""
    rows = await tx.all(
        select(unavailable)
        .join(people, people.c.id == unavailable.c.person_id)
        .where(unavailable.c.start_at < end, unavailable.c.end_at > start, people.c.active)
        .order_by(unavailable.c.start_at, unavailable.c.id)
    )
    return [_absence(row) for row in rows]


async def find(tx: Tx, absence_id: int) -> Absence | None:
    """Return an absence, None when it was taken back."""
    row = await tx.one(select(unavailable).where(unavailable.c.id == absence_id))
    return None if row is None else _absence(row)


async def remove(tx: Tx, absence_id: int) -> bool:
    """Take an absence back; False when that was done before."""
    return await tx.change(delete(unavailable).where(unavailable.c.id == absence_id))
