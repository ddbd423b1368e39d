"""What waits, what failed and what is open, in numbers: for health pages, figures and alarms."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, func, or_, select

from bot.domain.health import Signs, Waiting
from bot.domain.incident import OPEN
from bot.domain.messages import Priority
from bot.domain.people import Role
from storage.database import Tx
from storage.due import SLOW, WAITING
from storage.outbox import CLAIMED, DEAD, PENDING
from storage.tables import due_rows, failed_updates, incidents, ladders, outbox, people

# What failed is tried again within ten minutes; the index leads to all that can be late.
_PUT_OFF = timedelta(minutes=11)
MEMBERS = (Role.RESPONDER, Role.LEAD, Role.ADMIN)


async def oldest_due(tx: Tx, *, slow: bool = False) -> Waiting | None:
    """Return the oldest due row that should have happened; `slow` is the workshop's."""
    is_slow = due_rows.c.kind.startswith(SLOW, autoescape=True)
    row = await tx.one(
        select(due_rows.c.kind, due_rows.c.due_at, due_rows.c.attempts, due_rows.c.error)
        .where(
            due_rows.c.state == WAITING,
            due_rows.c.retry_at <= tx.now + _PUT_OFF,
            due_rows.c.due_at <= tx.now,
            is_slow if slow else ~is_slow,
        )
        .order_by(due_rows.c.due_at, due_rows.c.id)
        .limit(1)
    )
    if row is None:
        return None
    # Behind the name of the error stand words of whatever it was about.
    why = row.error.partition("(")[0] if row.error else None
    return Waiting(row.kind, row.due_at, row.attempts, why)


async def oldest_page(tx: Tx) -> Waiting | None:
    """Return the oldest page that has not been sent."""
    row = await tx.one(
        select(outbox.c.kind, outbox.c.created_at, outbox.c.attempts, outbox.c.reason)
        .where(outbox.c.state.in_((PENDING, CLAIMED)), outbox.c.priority == Priority.PAGE)
        .order_by(outbox.c.created_at, outbox.c.id)
        .limit(1)
    )
    return Waiting(row.kind, row.created_at, row.attempts, row.reason) if row is not None else None


async def unsent(tx: Tx) -> Sequence[Row[Any]]:
    """Return (state, priority, messages, since) of what is to be sent or is in the air."""
    return await tx.all(
        select(
            outbox.c.state,
            outbox.c.priority,
            func.count().label("messages"),
            func.min(outbox.c.created_at).label("since"),
        )
        .where(outbox.c.state.in_((PENDING, CLAIMED)))
        .group_by(outbox.c.state, outbox.c.priority)
        .order_by(outbox.c.priority, outbox.c.state)
    )


async def dead_since(tx: Tx, since: datetime) -> Sequence[Row[Any]]:
    """Return (reason, messages) of what was given up since then, most frequent first."""
    return await tx.all(
        select(outbox.c.reason, func.count().label("messages"))
        # A row's last attempt comes at this instant or just after it.
        .where(outbox.c.state == DEAD, outbox.c.not_before > since)
        .group_by(outbox.c.reason)
        .order_by(func.count().desc(), outbox.c.reason)
    )


async def unreachable(tx: Tx) -> Sequence[Row[Any]]:
    """Return (name, reachable) of the members whom no page can reach, highest roles first."""
    return await tx.all(
        select(people.c.name, people.c.reachable)
        .where(
            people.c.active,
            people.c.role.in_(MEMBERS),
            or_(people.c.telegram_id.is_(None), people.c.reachable.is_not(True)),
        )
        .order_by(people.c.role, people.c.name)
    )


async def open_by_severity(tx: Tx) -> dict[str, int]:
    """Return how many incidents are open, by severity."""
    rows = await tx.all(
        select(incidents.c.severity, func.count().label("open"))
        .where(incidents.c.status.in_(OPEN))
        .group_by(incidents.c.severity)
    )
    return {row.severity: int(row.open) for row in rows}


async def live_ladders(tx: Tx) -> int:
    """Return how many ladders are being climbed."""
    return int(await tx.scalar(select(func.count()).where(ladders.c.live)) or 0)


async def failed_since(tx: Tx, since: datetime) -> int:
    """Return how many updates could not be handled since then."""
    failed = select(func.count()).where(failed_updates.c.at > since)
    return int(await tx.scalar(failed) or 0)


async def signs(
    tx: Tx,
    started_at: datetime,
    updates_at: datetime | None,
    unkept_since: datetime | None = None,
) -> Signs:
    """Return what is looked at to tell whether all is well."""
    return Signs(
        started_at=started_at,
        updates_at=updates_at,
        unkept_since=unkept_since,
        due=await oldest_due(tx),
        work=await oldest_due(tx, slow=True),
        page=await oldest_page(tx),
    )
