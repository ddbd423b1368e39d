"""One shift: read, answered, checked in, relieved, given to somebody else."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from bot.domain.errors import Refused
from bot.domain.roster import Shift, ShiftState
from storage.database import Tx
from storage.roster import shift_of
from storage.tables import shifts

_BY_ID = select(shifts).where(shifts.c.id == bindparam("shift_id"))
_BETWEEN = (
    select(shifts)
    .where(
        shifts.c.start_at < bindparam("until"),
        shifts.c.end_at > bindparam("since"),
        shifts.c.state != ShiftState.DRAFT.value,
    )
    .order_by(shifts.c.start_at, shifts.c.post, shifts.c.id)
)


async def find(tx: Tx, shift_id: int) -> Shift | None:
    """Return a shift, None when it is no longer planned."""
    row = await tx.one(_BY_ID, {"shift_id": shift_id})
    return None if row is None else shift_of(row)


async def get(tx: Tx, shift_id: int) -> Shift:
    """Return a shift; Refused when it is no longer planned."""
    found = await find(tx, shift_id)
    if found is None:
        raise Refused("refused-shift-gone")
    return found


async def of_ids(tx: Tx, shift_ids: Collection[int]) -> dict[int, Shift]:
    """Return shifts by their ids."""
    rows = await tx.all(select(shifts).where(shifts.c.id.in_(shift_ids)))
    return {row.id: shift_of(row) for row in rows}


async def add(tx: Tx, shift: Shift) -> int:
    """Keep a new shift (its `id` is ignored); returns its id."""
    return await tx.add(
        shifts,
        start_at=shift.start,
        end_at=shift.end,
        post=shift.post,
        person_id=shift.person_id,
        watch_id=shift.watch_id,
        state=shift.state.value,
    )


async def of_watch(tx: Tx, watch_id: int) -> list[Shift]:
    """Return every shift of a watch, drafts included, earliest first."""
    rows = await tx.all(
        select(shifts)
        .where(shifts.c.watch_id == watch_id)
        .order_by(shifts.c.start_at, shifts.c.post, shifts.c.id)
    )
    return [shift_of(row) for row in rows]


async def between(tx: Tx, start: datetime, end: datetime) -> list[Shift]:
    """Return the shifts that count and touch a period, earliest first."""
    rows = await tx.all(_BETWEEN, {"since": start, "until": end})
    return [shift_of(row) for row in rows]


async def change(tx: Tx, before: Shift, **values: Any) -> bool:  # noqa: ANN401 columns of any type
    """Change a shift that is still somebody's as it was read; False when it is not."""
    same = (
        shifts.c.id == before.id,
        shifts.c.person_id == before.person_id,
        shifts.c.state == before.state.value,
        shifts.c.checked_in_at.is_not_distinct_from(before.checked_in_at),
        shifts.c.relieved_at.is_not_distinct_from(before.relieved_at),
    )
    return await tx.change(update(shifts).where(*same).values(**values))


async def take_off(tx: Tx, shift_ids: Collection[int]) -> None:
    """Let shifts count no more, as if they had never been published."""
    values = {"state": ShiftState.DRAFT.value}
    await tx.run(update(shifts).where(shifts.c.id.in_(shift_ids)).values(**values))


async def end_now(tx: Tx, shift_ids: Collection[int]) -> None:
    """Let shifts that have begun be over at once; whoever has come to one is relieved."""
    of_them = shifts.c.id.in_(shift_ids)
    later = (of_them, shifts.c.end_at > tx.now)
    came = (of_them, shifts.c.checked_in_at.is_not(None))
    await tx.run(update(shifts).where(*came).values(relieved_at=tx.now))
    await tx.run(update(shifts).where(*later).values(end_at=tx.now))


async def remove(tx: Tx, shift_ids: Collection[int]) -> None:
    """Take shifts off the roster; only drafts, or those nothing refers to."""
    await tx.run(delete(shifts).where(shifts.c.id.in_(shift_ids)))
