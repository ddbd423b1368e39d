"""The watch log (nhật ký trực): what happened on watch, written once and never changed."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct, field
from sqlalchemy import Row, func, select

from storage.database import Tx
from storage.tables import people
from storage.watch_tables import watch_log


class LogLine(Struct, frozen=True):
    """One line to be written; `kind` is a constant word such as `checked-in`."""

    kind: str
    watch_id: int | None = None
    shift_id: int | None = None
    person_id: int | None = None
    text: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


async def enter(tx: Tx, line: LogLine) -> int:
    """Write one line; returns its id."""
    values = {name: getattr(line, name) for name in LogLine.__struct_fields__}
    return await tx.add(watch_log, at=tx.now, **values | {"details": dict(line.details)})


async def between(
    tx: Tx, start: datetime, end: datetime, watch_id: int | None = None
) -> Sequence[Row[Any]]:
    """Return the lines of a period with their author's `name`, oldest first."""
    within = [watch_log.c.at >= start, watch_log.c.at < end]
    if watch_id is not None:
        within.append(watch_log.c.watch_id == watch_id)
    return await tx.all(
        select(watch_log, people.c.name)
        .join(people, people.c.id == watch_log.c.person_id, isouter=True)
        .where(*within)
        .order_by(watch_log.c.id)
    )


async def of_shift(tx: Tx, shift_id: int, kinds: Collection[str]) -> Sequence[Row[Any]]:
    """Return the lines of some kinds about one shift, oldest first."""
    return await tx.all(
        select(watch_log)
        .where(watch_log.c.shift_id == shift_id, watch_log.c.kind.in_(tuple(kinds)))
        .order_by(watch_log.c.id)
    )


async def of_watch(tx: Tx, watch_id: int, kinds: Collection[str]) -> Sequence[Row[Any]]:
    """Return the lines of some kinds about one watch, oldest first."""
    return await tx.all(
        select(watch_log)
        .where(watch_log.c.watch_id == watch_id, watch_log.c.kind.in_(tuple(kinds)))
        .order_by(watch_log.c.id)
    )


async def changes(tx: Tx, shift_ids: Collection[int]) -> dict[int, tuple[int, datetime]]:
    """Return of each shift how many lines there are about it, and when the last was written."""
    rows = await tx.all(
        select(
            watch_log.c.shift_id,
            func.count().label("lines"),
            func.max(watch_log.c.at).label("last"),
        )
        .where(watch_log.c.shift_id.in_(shift_ids))
        .group_by(watch_log.c.shift_id)
    )
    return {row.shift_id: (row.lines, row.last) for row in rows}
