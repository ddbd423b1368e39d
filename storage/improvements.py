"""Improvements after incidents: kept, read, and settled by guarded updates."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select, update

from bot.domain.improvements import Improvement, ImprovementState, Progress
from storage.after_tables import improvements
from storage.database import Tx
from storage.tables import incidents, people

_owner, _settler = people.alias("owner"), people.alias("settler")
_OPEN = improvements.c.state == ImprovementState.OPEN.value
_DONE = improvements.c.state == ImprovementState.DONE.value


def _select() -> Select[Any]:
    return (
        select(
            improvements,
            incidents.c.code,
            _owner.c.name.label("owner"),
            _settler.c.name.label("settled_by"),
        )
        .join(incidents, incidents.c.id == improvements.c.incident_id)
        .join(_owner, _owner.c.id == improvements.c.owner_id)
        .outerjoin(_settler, _settler.c.id == improvements.c.settled_by_id)
    )


def _of(row: Row[Any]) -> Improvement:
    return Improvement(
        row.id,
        row.incident_id,
        row.code,
        row.what,
        row.owner_id,
        row.owner,
        date.fromisoformat(row.due_on),
        ImprovementState(row.state),
        row.added_by_id,
        row.settled_by,
        row.settled_at,
        row.reason,
    )


async def add(tx: Tx, incident_id: int, what: str, owner_id: int, due_on: date, by_id: int) -> int:
    """Keep a new one, open; returns its number."""
    return await tx.add(
        improvements,
        incident_id=incident_id,
        what=what,
        owner_id=owner_id,
        due_on=due_on.isoformat(),
        state=ImprovementState.OPEN.value,
        added_by_id=by_id,
        added_at=tx.now,
    )


async def get(tx: Tx, improvement_id: int) -> Improvement | None:
    """Return one, or None."""
    row = await tx.one(_select().where(improvements.c.id == improvement_id))
    return _of(row) if row is not None else None


async def of_incident(tx: Tx, incident_id: int) -> list[Improvement]:
    """Return an incident's, oldest first, whatever became of them."""
    return await _listed(tx, improvements.c.incident_id == incident_id)


async def open_ones(tx: Tx, owner_id: int | None = None) -> list[Improvement]:
    """Return what is still to be done, of everybody or one person, the most urgent first."""
    return await _listed(
        tx,
        _OPEN,
        *(() if owner_id is None else (improvements.c.owner_id == owner_id,)),
        order=(improvements.c.due_on, improvements.c.id),
    )


async def _listed(
    tx: Tx, *where: ColumnElement[bool], order: Sequence[ColumnElement[Any]] = ()
) -> list[Improvement]:
    rows = await tx.all(_select().where(*where).order_by(*(order or (improvements.c.id,))))
    return [_of(row) for row in rows]


async def settle(
    tx: Tx, improvement_id: int, state: ImprovementState, by_id: int, reason: str | None = None
) -> bool:
    """Enter what became of an open one; False when it is not open any more."""
    return await tx.change(
        update(improvements)
        .where(improvements.c.id == improvement_id, _OPEN)
        .values(state=state.value, settled_by_id=by_id, settled_at=tx.now, reason=reason)
    )


async def give(tx: Tx, improvement_id: int, owner_id: int) -> bool:
    """Let somebody else do an open one; False when it is not open any more."""
    return await tx.change(
        update(improvements)
        .where(improvements.c.id == improvement_id, _OPEN)
        .values(owner_id=owner_id)
    )


async def progress(tx: Tx, today: date, start: datetime, end: datetime) -> Progress:
    """Return how many are open and overdue on a day, and how many were done in a period."""
    late = improvements.c.due_on < today.isoformat()
    counts = [
        await tx.scalar(select(func.count()).select_from(improvements).where(*where))
        for where in (
            (_OPEN,),
            (_OPEN, late),
            (_DONE, improvements.c.settled_at >= start, improvements.c.settled_at < end),
        )
    ]
    return Progress(*map(int, counts))
