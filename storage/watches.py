"""Watches: kept, read, and moved from one state to the next."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update

from bot.domain.errors import Refused
from bot.domain.watch import Plan, Watch, WatchState
from storage.database import Tx
from storage.watch_tables import watches


def _watch(row: Row[Any]) -> Watch:
    return Watch(
        row.id,
        row.name,
        row.start_at,
        row.end_at,
        Plan.model_validate(row.plan),
        WatchState(row.state),
        row.created_by_id,
        row.published_at,
    )


async def add(tx: Tx, watch: Watch) -> int:
    """Keep a new watch (its `id` is ignored); returns its id."""
    return await tx.add(
        watches,
        name=watch.name,
        start_at=watch.start,
        end_at=watch.end,
        plan=watch.plan.model_dump(mode="json"),
        state=watch.state.value,
        created_by_id=watch.created_by_id,
        created_at=tx.now,
    )


async def get(tx: Tx, watch_id: int) -> Watch:
    """Return a watch; Refused when there is none."""
    row = await tx.one(select(watches).where(watches.c.id == watch_id))
    if row is None:
        raise Refused("refused-no-such-watch")
    return _watch(row)


async def named(tx: Tx, watch_ids: Collection[int]) -> dict[int, tuple[str, datetime | None]]:
    """Return the names of watches, each with the instant at which it was published."""
    columns = (watches.c.id, watches.c.name, watches.c.published_at)
    rows = await tx.all(select(*columns).where(watches.c.id.in_(watch_ids)))
    return {row.id: (row.name, row.published_at) for row in rows}


async def touching(
    tx: Tx, start: datetime, end: datetime, states: Collection[WatchState]
) -> list[Watch]:
    """Return the watches in these states that touch a period, earliest first."""
    rows = await tx.all(
        select(watches)
        .where(
            watches.c.start_at < end,
            watches.c.end_at > start,
            watches.c.state.in_([state.value for state in states]),
        )
        .order_by(watches.c.start_at, watches.c.id)
    )
    return [_watch(row) for row in rows]


async def running(tx: Tx, at: datetime) -> list[Watch]:
    """Return the published watches that contain an instant."""
    rows = await tx.all(
        select(watches)
        .where(
            watches.c.start_at <= at,
            watches.c.end_at > at,
            watches.c.state == WatchState.PUBLISHED.value,
        )
        .order_by(watches.c.start_at, watches.c.id)
    )
    return [_watch(row) for row in rows]


async def newest(tx: Tx, state: WatchState, before: datetime) -> Watch | None:
    """Return the watch in that state that began last before an instant."""
    row = await tx.one(
        select(watches)
        .where(watches.c.state == state.value, watches.c.start_at < before)
        .order_by(watches.c.start_at.desc(), watches.c.id.desc())
        .limit(1)
    )
    return None if row is None else _watch(row)


async def hold(tx: Tx, watch_id: int) -> bool:
    """Let no other transaction hold or change a published watch until this one ends; False if none.

    Whoever waited for it sees what was written meanwhile.
    """
    same = (watches.c.id == watch_id, watches.c.state == WatchState.PUBLISHED.value)
    return await tx.change(update(watches).where(*same).values(state=watches.c.state))


async def change(tx: Tx, before: Watch, **values: Any) -> bool:  # noqa: ANN401 columns of any type
    """Change a watch that is still in the state it was read in; False when it is not."""
    same = (watches.c.id == before.id, watches.c.state == before.state.value)
    return await tx.change(update(watches).where(*same).values(**values))
