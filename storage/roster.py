"""Who is on duty when."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, or_, select, update

from bot.domain.roster import LONGEST_STAY, Shift, ShiftState
from storage.database import Tx
from storage.tables import people, shifts

_counts = shifts.c.state != ShiftState.DRAFT.value
_contains = and_(shifts.c.start_at <= bindparam("at"), shifts.c.end_at > bindparam("at"))
_held = and_(
    shifts.c.end_at <= bindparam("at"),
    shifts.c.end_at > bindparam("longest"),
    shifts.c.watch_id.is_not(None),
    shifts.c.checked_in_at.is_not(None),
    shifts.c.relieved_at.is_(None),
)
_AROUND = (
    select(shifts)
    .join(people, people.c.id == shifts.c.person_id)
    .where(or_(_contains, _held), _counts, people.c.active)
    .order_by(shifts.c.start_at, shifts.c.id)
)
# It is asked with every update of a member, so it is built once.
_STANDING = (
    select(shifts)
    .where(
        shifts.c.person_id == bindparam("who"),
        shifts.c.start_at <= bindparam("now"),
        shifts.c.end_at > bindparam("now"),
        shifts.c.watch_id.is_not(None),
        shifts.c.checked_in_at.is_not(None),
        shifts.c.relieved_at.is_(None),
        _counts,
    )
    .order_by(shifts.c.start_at, shifts.c.id)
)


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
    rows = await tx.all(_AROUND, {"at": instant, "longest": instant - LONGEST_STAY})
    return [shift_of(row) for row in rows]


async def of_person(tx: Tx, person_id: int, since: datetime) -> list[Shift]:
    """Return a person's running and future shifts."""
    rows = await tx.all(
        select(shifts)
        .where(shifts.c.person_id == person_id, shifts.c.end_at > since, _counts)
        .order_by(shifts.c.start_at)
    )
    return [shift_of(row) for row in rows]


async def standing(tx: Tx, person_id: int) -> list[Shift]:
    """Return the running shifts of watches that a person has come to and not left."""
    rows = await tx.all(_STANDING, {"who": person_id, "now": tx.now})
    return [shift_of(row) for row in rows]


async def hand_over(tx: Tx, from_id: int, to_id: int, since: datetime) -> int:
    """Give one person's running and future shifts to another; returns how many.

    Nobody has checked in to them, or confirmed them, for somebody else.
    """
    taken = {(shift.start, shift.end, shift.post) for shift in await of_person(tx, to_id, since)}
    moved = 0
    for shift in await of_person(tx, from_id, since):
        if (shift.start, shift.end, shift.post) in taken:
            continue
        values: dict[str, Any] = {"person_id": to_id}
        if shift.watch_id is not None:
            anew = {"checked_in_at": None, "answered_at": None}
            values |= {**anew, "state": ShiftState.PLANNED.value}
        await tx.run(update(shifts).where(shifts.c.id == shift.id).values(**values))
        moved += 1
    return moved
