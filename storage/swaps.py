"""Searches for somebody else to stand a shift: kept, read, and moved on by guarded updates."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Row, select, update

from bot.domain.swaps import LIVE, Swap, SwapState
from storage.database import Tx
from storage.tables import shifts
from storage.watch_tables import swaps

_LIVE = [state.value for state in LIVE]


def _swap(row: Row[Any]) -> Swap:
    return Swap(
        row.id,
        row.shift_id,
        row.asked_by_id,
        row.start_at,
        row.end_at,
        row.reason,
        row.urgent,
        SwapState(row.state),
        row.only_id,
        row.taken_by_id,
        row.decided_by_id,
        row.taken_at,
        row.decided_at,
    )


def _columns(swap: Swap) -> dict[str, Any]:
    return {
        "asked_by_id": swap.asked_by_id,
        "only_id": swap.only_id,
        "start_at": swap.start,
        "end_at": swap.end,
        "taken_by_id": swap.taken_by_id,
        "decided_by_id": swap.decided_by_id,
        "state": swap.state.value,
        "urgent": swap.urgent,
        "reason": swap.reason,
        "taken_at": swap.taken_at,
        "decided_at": swap.decided_at,
    }


async def add(tx: Tx, swap: Swap) -> Swap:
    """Keep a new search (its `id` is ignored) and return it with its id."""
    new_id = await tx.add(swaps, shift_id=swap.shift_id, created_at=tx.now, **_columns(swap))
    return replace(swap, id=new_id)


async def find(tx: Tx, swap_id: int) -> Swap | None:
    """Return a search, None when there is none."""
    row = await tx.one(select(swaps).where(swaps.c.id == swap_id))
    return None if row is None else _swap(row)


async def of_ids(tx: Tx, swap_ids: Collection[int]) -> Sequence[Swap]:
    """Return the searches with these ids."""
    rows = await tx.all(select(swaps).where(swaps.c.id.in_(swap_ids)))
    return [_swap(row) for row in rows]


async def live_of(tx: Tx, shift_ids: Collection[int]) -> Sequence[Swap]:
    """Return the searches that go on for any of these shifts, nearest first."""
    rows = await tx.all(
        select(swaps)
        .where(swaps.c.shift_id.in_(shift_ids), swaps.c.state.in_(_LIVE))
        .order_by(swaps.c.start_at, swaps.c.id)
    )
    return [_swap(row) for row in rows]


async def withdraw_all(tx: Tx, swap_ids: Collection[int], person_id: int) -> None:
    """Call off those of these searches that still go on."""
    values = {
        "state": SwapState.WITHDRAWN.value,
        "decided_by_id": person_id,
        "decided_at": tx.now,
    }
    same = (swaps.c.id.in_(swap_ids), swaps.c.state.in_(_LIVE))
    await tx.run(update(swaps).where(*same).values(**values))


async def live(tx: Tx, shift_id: int) -> Swap | None:
    """Return the search that goes on for a shift, None when there is none."""
    row = await tx.one(select(swaps).where(swaps.c.shift_id == shift_id, swaps.c.state.in_(_LIVE)))
    return None if row is None else _swap(row)


async def all_live(tx: Tx, until: datetime) -> Sequence[Swap]:
    """Return the searches that go on for shifts that begin before an instant, nearest first."""
    rows = await tx.all(
        select(swaps)
        .join(shifts, shifts.c.id == swaps.c.shift_id)
        .where(swaps.c.state.in_(_LIVE), shifts.c.start_at < until, shifts.c.end_at > tx.now)
        .order_by(swaps.c.start_at, swaps.c.id)
    )
    return [_swap(row) for row in rows]


async def save(tx: Tx, before: Swap, after: Swap) -> bool:
    """Keep a search as it has become; False when it is not in the state it was read in."""
    same = (swaps.c.id == before.id, swaps.c.state == before.state.value)
    return await tx.change(update(swaps).where(*same).values(**_columns(after)))
