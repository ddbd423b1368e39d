"""Who is on duty when."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, or_, select, update

from bot.domain.roster import LONGEST_STAY, Shift, ShiftState
from storage.database import Tx
from storage.tables import people, shifts

_counts = shifts.c.state != ShiftState.DRAFT.value


def shift_of(row: Row[Any]) -> Shift:
    """Return a row as the shift it is."""
    return Shift(
        row.id,
        row.start_at,
        row.end_at,
        row.post,
        row.person_id,
        row.watch_id,
        ShiftState(row.state),
        row.checked_in_at,
        row.relieved_at,
    )


async def around(tx: Tx, instant: datetime) -> list[Shift]:
    """Return the shifts of active people that may cover an instant, in order of start.

    Those are the ones that contain it, and those of a watch that nobody has relieved yet.
    """
    contains = and_(shifts.c.start_at <= instant, shifts.c.end_at > instant)
    held = and_(
        shifts.c.end_at <= instant,
        shifts.c.end_at > instant - LONGEST_STAY,
        shifts.c.watch_id.is_not(None),
        shifts.c.checked_in_at.is_not(None),
        shifts.c.relieved_at.is_(None),
    )
    rows = await tx.all(
        select(shifts)
        .join(people, people.c.id == shifts.c.person_id)
        .where(or_(contains, held), _counts, people.c.active)
        .order_by(shifts.c.start_at, shifts.c.id)
    )
    return [shift_of(row) for row in rows]


async def of_person(tx: Tx, person_id: int, since: datetime) -> list[Shift]:
    """Return a person's running and future shifts."""
    rows = await tx.all(
        select(shifts)
        .where(shifts.c.person_id == person_id, shifts.c.end_at > since, _counts)
        .order_by(shifts.c.start_at)
    )
    return [shift_of(row) for row in rows]


async def hand_over(tx: Tx, from_id: int, to_id: int, since: datetime) -> int:
    """Give one person's running and future shifts to another; returns how many."""
    taken = {(shift.start, shift.end, shift.post) for shift in await of_person(tx, to_id, since)}
    moved = 0
    for shift in await of_person(tx, from_id, since):
        if (shift.start, shift.end, shift.post) in taken:
            continue
        await tx.run(update(shifts).where(shifts.c.id == shift.id).values(person_id=to_id))
        moved += 1
    return moved


async def upcoming(tx: Tx, since: datetime, limit: int) -> Sequence[Row[Any]]:
    """Return the next shifts of active people, with their names and whether they are reachable."""
    return await tx.all(
        select(shifts, people.c.name, people.c.telegram_id, people.c.reachable)
        .join(people, people.c.id == shifts.c.person_id)
        .where(shifts.c.end_at > since, people.c.active, _counts)
        .order_by(shifts.c.start_at, shifts.c.post)
        .limit(limit)
    )
