"""Whole registers at once: agencies, systems, people and shifts, read and written in bulk."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Table, bindparam, select, update

from bot.domain.roster import Shift, ShiftState
from storage import roster
from storage.database import Tx
from storage.tables import agencies, people, shifts, systems


async def all_agencies(tx: Tx) -> Sequence[Row[Any]]:
    """Return every agency, in order of code."""
    return await tx.all(select(agencies).order_by(agencies.c.code))


async def agency_name(tx: Tx, agency_id: int | None) -> str | None:
    """Return what an agency is called."""
    name: str | None = await tx.scalar(select(agencies.c.name).where(agencies.c.id == agency_id))
    return name


async def all_systems(tx: Tx) -> Sequence[Row[Any]]:
    """Return every information system, in order of code."""
    return await tx.all(select(systems).order_by(systems.c.code))


async def watchers_after(tx: Tx, instant: datetime) -> set[int]:
    """Return the Telegram ids of active people whose shifts end later than that."""
    rows = await tx.all(
        select(people.c.telegram_id)
        .distinct()
        .join(shifts, shifts.c.person_id == people.c.id)
        .where(shifts.c.end_at > instant, people.c.active, people.c.telegram_id.is_not(None))
        .where(shifts.c.state != ShiftState.DRAFT.value)
    )
    return {row.telegram_id for row in rows}


async def shifts_between(tx: Tx, start: datetime, end: datetime) -> list[Shift]:
    """Return the stored shifts that touch a period, earliest first."""
    rows = await tx.all(
        select(shifts)
        .where(shifts.c.start_at < end, shifts.c.end_at > start)
        .order_by(shifts.c.start_at, shifts.c.id)
    )
    return [roster.shift_of(row) for row in rows]


async def add_all(tx: Tx, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert many rows that all have the same columns."""
    if rows:
        await tx.run(table.insert(), rows)


async def change_all(tx: Tx, table: Table, rows: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
    """Change many rows, each given by its id and the columns to set."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row_id, values in rows:
        alike[tuple(sorted(values))].append({**values, "row_id": row_id})
    for names, values_list in alike.items():
        statement = update(table).where(table.c.id == bindparam("row_id"))
        await tx.run(statement.values({name: bindparam(name) for name in names}), values_list)


async def all_shifts(tx: Tx) -> Sequence[Row[Any]]:
    """Return every shift of active people with their Telegram id, earliest first."""
    return await tx.all(
        select(shifts, people.c.telegram_id)
        .join(people, people.c.id == shifts.c.person_id)
        .where(people.c.active, shifts.c.state != ShiftState.DRAFT.value)
        .order_by(shifts.c.start_at, shifts.c.post, shifts.c.id)
    )
