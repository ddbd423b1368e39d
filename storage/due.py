"""What must happen later: rows with an instant, fired once, late rather than never."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from msgspec import Struct, field
from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, func, select, text, update

from storage.database import ConflictInsert, Tx, insert_for
from storage.tables import due_rows

WAITING, DONE, DROPPED = "waiting", "done", "dropped"
SLOW = "make-"  # what the workshop does beside everything else


class Due(Struct, frozen=True):
    """One thing that must happen at `at`; a waiting row with the same key is replaced."""

    kind: str
    subject_id: int
    at: datetime
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """One waiting row per kind and subject."""
        return f"{self.kind}:{self.subject_id}"


# What happens with nearly every update and at every turn is built once: that takes longer than to
# run it.
@cache
def _scheduling(dialect: str) -> ConflictInsert:
    statement = insert_for(dialect, due_rows)
    return statement.on_conflict_do_update(
        index_elements=["key"],
        index_where=text("state = 'waiting'"),
        set_={
            name: statement.excluded[name] for name in ("due_at", "retry_at", "params", "attempts")
        },
    )


_BY_KEY = and_(due_rows.c.key == bindparam("wanted"), due_rows.c.state == WAITING)
_DROP = update(due_rows).where(_BY_KEY).values(state=DROPPED, done_at=bindparam("now"))
_WHEN = select(due_rows.c.due_at).where(_BY_KEY)
_FINISH = (
    update(due_rows)
    .where(
        due_rows.c.id == bindparam("row_id"),
        due_rows.c.state == WAITING,
        due_rows.c.retry_at <= bindparam("now"),
    )
    .values(state=DONE, done_at=bindparam("now"))
)
_MOVE = (
    update(due_rows)
    .where(due_rows.c.id == bindparam("row_id"))
    .values(due_at=bindparam("due"), retry_at=bindparam("retry"))
)
_FINISH_AT = _FINISH.where(due_rows.c.due_at == bindparam("at"))


class Part(Struct, frozen=True):
    """A part of what must happen, by kind: slow work or the rest, some kinds only, or but some."""

    slow: bool = False
    only: frozenset[str] | None = None
    but: frozenset[str] = frozenset()

    def holds(self) -> ColumnElement[bool]:
        """Return the condition that a row is of this part."""
        if self.only is not None:
            return due_rows.c.kind.in_(sorted(self.only))
        named = due_rows.c.kind.startswith(SLOW, autoescape=True)
        is_of_it = named if self.slow else ~named
        return and_(is_of_it, due_rows.c.kind.not_in(sorted(self.but))) if self.but else is_of_it


QUICK, ALL_SLOW = Part(), Part(slow=True)


@cache
def _ripe(part: Part) -> Select[Any]:
    is_ripe = (due_rows.c.state == WAITING, due_rows.c.retry_at <= bindparam("now"))
    return (
        select(due_rows)
        .where(*is_ripe, part.holds())
        .order_by(due_rows.c.due_at, due_rows.c.id)
        .limit(bindparam("most"))
    )


@cache
def _next_at(part: Part) -> Select[tuple[datetime]]:
    return select(func.min(due_rows.c.retry_at)).where(due_rows.c.state == WAITING, part.holds())


async def schedule(tx: Tx, due: Due) -> None:
    """Make sure it happens at `due.at`, and only then."""
    values = {
        "kind": due.kind,
        "subject_id": due.subject_id,
        "params": dict(due.params),
        "due_at": due.at,
        "retry_at": due.at,
        "key": due.key,
        "state": WAITING,
        "attempts": 0,
    }
    await tx.run(_scheduling(tx.dialect), values)
    tx.woken.add("work" if due.kind.startswith(SLOW) else "due")


async def drop(tx: Tx, kind: str, subject_id: int) -> None:
    """Call off what was to happen."""
    await tx.run(_DROP, {"wanted": f"{kind}:{subject_id}", "now": tx.now})


async def drop_all(tx: Tx, kinds: Collection[str], subject_ids: Collection[int]) -> None:
    """Call off everything of some kinds that was to happen for some subjects."""
    keys = [f"{kind}:{subject_id}" for kind in kinds for subject_id in subject_ids]
    them = (due_rows.c.key.in_(keys), due_rows.c.state == WAITING)
    await tx.run(update(due_rows).where(*them).values(state=DROPPED, done_at=tx.now))


async def waiting(tx: Tx, kind: str, subject_id: int) -> datetime | None:
    """Return when something of that kind is due for a subject, or None."""
    found: datetime | None = await tx.scalar(_WHEN, {"wanted": f"{kind}:{subject_id}"})
    return found


async def subjects(tx: Tx, kind: str) -> list[int]:
    """Return about what something of a kind is waiting to happen."""
    rows = await tx.all(
        select(due_rows.c.subject_id)
        .where(due_rows.c.kind == kind, due_rows.c.state == WAITING)
        .order_by(due_rows.c.subject_id)
    )
    return [row.subject_id for row in rows]


async def last_done(tx: Tx, kind: str, subject_id: int) -> datetime | None:
    """Return when something of that kind last happened for a subject, or None."""
    found: datetime | None = await tx.scalar(
        select(func.max(due_rows.c.done_at)).where(
            due_rows.c.key == f"{kind}:{subject_id}", due_rows.c.state == DONE
        )
    )
    return found


async def ripe(tx: Tx, limit: int, part: Part = QUICK) -> Sequence[Row[Any]]:
    """Return what is due of a part, oldest first."""
    return await tx.all(_ripe(part), {"now": tx.now, "most": limit})


async def finish(tx: Tx, row_id: int, due_at: datetime | None = None) -> bool:
    """Mark a ripe row done before its effects in the same transaction; False if it is not ripe.

    What fell due with it may have called it off, or put it off to a later instant. With `due_at`
    it must also be due since then: what was written down anew meanwhile waits for its own turn.
    """
    values: dict[str, Any] = {"row_id": row_id, "now": tx.now}
    if due_at is None:
        return await tx.change(_FINISH, values)
    return await tx.change(_FINISH_AT, values | {"at": due_at})


async def postpone(tx: Tx, row_id: int, until: datetime, error: str) -> None:
    """Keep a row that failed, to be tried again; its due time stays what it was."""
    await tx.run(
        update(due_rows)
        .where(due_rows.c.id == row_id, due_rows.c.state == WAITING)
        .values(retry_at=until, attempts=due_rows.c.attempts + 1, error=error)
    )


async def bring_forward(tx: Tx, kinds: Collection[str], by: timedelta) -> None:
    """Let everything of some kinds happen earlier by so much."""
    rows = await tx.all(
        select(due_rows.c.id, due_rows.c.due_at, due_rows.c.retry_at).where(
            due_rows.c.state == WAITING, due_rows.c.kind.in_(kinds)
        )
    )
    moved = [{"row_id": row.id, "due": row.due_at - by, "retry": row.retry_at - by} for row in rows]
    if moved:
        await tx.run(_MOVE, moved)
        tx.woken.add("due")


async def next_at(tx: Tx, part: Part = QUICK) -> datetime | None:
    """Return the next instant at which something of a part is due, or None."""
    found: datetime | None = await tx.scalar(_next_at(part))
    return found


async def next_row(tx: Tx, but: Collection[str] = ()) -> Row[Any] | None:
    """Return what happens next, with kind, subject and `retry_at`, some kinds passed over."""
    return await tx.one(
        select(due_rows)
        .where(due_rows.c.state == WAITING, due_rows.c.kind.not_in(but))
        .order_by(due_rows.c.retry_at, due_rows.c.id)
        .limit(1)
    )


async def next_between(tx: Tx, since: datetime, until: datetime) -> datetime | None:
    """Return the next instant after `since` and up to `until` at which something is due."""
    found: datetime | None = await tx.scalar(
        select(func.min(due_rows.c.retry_at)).where(
            due_rows.c.state == WAITING, due_rows.c.retry_at > since, due_rows.c.retry_at <= until
        )
    )
    return found
