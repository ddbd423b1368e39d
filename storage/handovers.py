"""Hand-overs (bàn giao ca): opened at the end of a shift, signed by who leaves and who comes."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Row, select, update

from storage.database import Tx
from storage.due import WAITING
from storage.tables import due_rows
from storage.watch_tables import handovers


class Handover(Struct, frozen=True):
    """The hand-over of one shift; `next_shift_id` is None where nobody takes over the post."""

    id: int
    shift_id: int
    next_shift_id: int | None
    opened_at: datetime
    note: str
    signed_at: datetime | None
    confirmed_at: datetime | None

    @property
    def is_done(self) -> bool:
        """Whether everybody has signed who was to."""
        last = self.signed_at if self.next_shift_id is None else self.confirmed_at
        return last is not None


def _handover(row: Row[Any]) -> Handover:
    return Handover(**dict(row._mapping))  # noqa: SLF001 Row's documented view


async def find(tx: Tx, shift_id: int) -> Handover | None:
    """Return the hand-over of a shift, None before it was opened."""
    row = await tx.one(select(handovers).where(handovers.c.shift_id == shift_id))
    return None if row is None else _handover(row)


async def get(tx: Tx, shift_id: int) -> Handover:
    """Return the hand-over of a shift that was opened; KeyError before that."""
    found = await find(tx, shift_id)
    if found is None:
        raise KeyError(shift_id)
    return found


async def add(tx: Tx, shift_id: int, next_shift_id: int | None) -> None:
    """Open the hand-over of a shift."""
    await tx.add(handovers, shift_id=shift_id, next_shift_id=next_shift_id, opened_at=tx.now)


async def change(tx: Tx, before: Handover, **values: Any) -> bool:  # noqa: ANN401 columns of any type
    """Change a hand-over that nobody has signed since it was read; False when somebody has."""
    same = (
        handovers.c.id == before.id,
        handovers.c.signed_at.is_not_distinct_from(before.signed_at),
        handovers.c.confirmed_at.is_not_distinct_from(before.confirmed_at),
    )
    return await tx.change(update(handovers).where(*same).values(**values))


async def coming(
    tx: Tx, kinds: Collection[str], subject_ids: Collection[int], limit: int
) -> Sequence[Row[Any]]:
    """Return what happens next of some kinds with some subjects, earliest first."""
    return await tx.all(
        select(due_rows)
        .where(
            due_rows.c.state == WAITING,
            due_rows.c.kind.in_(tuple(kinds)),
            due_rows.c.subject_id.in_(tuple(subject_ids)),
        )
        .order_by(due_rows.c.due_at, due_rows.c.id)
        .limit(limit)
    )
