"""What is to be sent: rows wait here until sent, dead with a reason, or overtaken."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Row,
    Select,
    Text,
    and_,
    bindparam,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
    text,
    update,
)

from bot.domain.messages import KINDS, LIVING, Op, Outgoing, Priority
from bot.domain.people import Role
from storage.database import ConflictInsert, Tx, insert_for
from storage.tables import outbox, people

PENDING, CLAIMED, SENT, DEAD, OVERTAKEN = "pending", "claimed", "sent", "dead", "overtaken"
# Who left the team is not told how its incidents go on.
OUTSIDE = (Role.CITIZEN, Role.STAFF)
TOO_MANY = "too many requests"
# About a quarter of an hour of tries; what fails for so long no longer holds up its chat.
HOPELESS = 30


# What runs at every step of the dispatcher is built once: that takes longer than to run it.
BY_TELEGRAM = outbox.c.channel == "telegram"
_IS_RIPE = and_(BY_TELEGRAM, outbox.c.state == PENDING, outbox.c.not_before <= bindparam("now"))
_IS_OPEN = outbox.c.chat_id.not_in(bindparam("shut", expanding=True))
_ROWS = (
    select(outbox, people.c.language, people.c.reachable)
    .outerjoin(people, people.c.id == outbox.c.person_id)
    .order_by(outbox.c.priority, outbox.c.id)
    .limit(bindparam("most"))
)
_RIPE = _ROWS.where(_IS_RIPE, or_(_IS_OPEN, outbox.c.op == Op.TOAST))
_HEADS = _ROWS.where(
    outbox.c.id.in_(
        select(func.min(outbox.c.id))
        .where(_IS_RIPE, _IS_OPEN, outbox.c.op != Op.TOAST)
        .group_by(outbox.c.chat_id, outbox.c.priority)
    )
)
_NEXT_AT = select(func.min(outbox.c.not_before)).where(
    BY_TELEGRAM, outbox.c.state == PENDING, outbox.c.not_before > bindparam("now")
)
_CLAIM = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("row_ids", expanding=True)), outbox.c.state == PENDING)
    .values(state=CLAIMED, attempts=outbox.c.attempts + 1)
)
_SETTLED = (
    update(outbox)
    .where(outbox.c.id == bindparam("row_id"))
    .values(state=bindparam("outcome"), reason=bindparam("because"))
)
_members = select(people.c.id).where(people.c.active, people.c.role.not_in(OUTSIDE))
_copies = (
    select(func.max(outbox.c.id))
    .where(
        outbox.c.subject_id == bindparam("about"),
        outbox.c.op == Op.SEND,
        outbox.c.kind.in_(LIVING),
        BY_TELEGRAM,
        outbox.c.state.in_((SENT, CLAIMED)),
        or_(outbox.c.person_id.is_(None), outbox.c.person_id.in_(_members)),
    )
    .group_by(outbox.c.kind, outbox.c.chat_id)
)
_pages = select(func.max(outbox.c.id)).where(
    outbox.c.subject_id == bindparam("about"),
    BY_TELEGRAM,
    outbox.c.op == Op.SEND,
    outbox.c.kind == "incident-page",
)
_page_there = _pages.where(
    outbox.c.chat_id == bindparam("there"), outbox.c.state.in_((SENT, CLAIMED))
)
_UNREACHED = select(outbox.c.person_id).where(
    outbox.c.id.in_(_pages.group_by(outbox.c.person_id)), outbox.c.state == DEAD
)
_MESSAGE_OF = select(outbox.c.message_id).where(outbox.c.id == bindparam("row_id"))
_NEWEST = (
    select(outbox)
    .where(
        outbox.c.kind == bindparam("of_kind"),
        outbox.c.chat_id == bindparam("there"),
        outbox.c.op == Op.SEND,
        outbox.c.state.in_((SENT, CLAIMED, PENDING)),
    )
    .order_by(outbox.c.id.desc())
    .limit(1)
)
_NEWEST_ABOUT = _NEWEST.where(outbox.c.subject_id == bindparam("about"))
_SENT = _SETTLED.values(
    sent_at=bindparam("at"), sent_steady=bindparam("steady"), message_id=bindparam("message")
)


def queue(tx: Tx, message: Outgoing) -> None:
    """Gather a message; it is written with the transaction's other rows at the commit."""
    kind = KINDS[message.kind]
    not_before = tx.now + message.after
    tx.queued.append(
        {
            "kind": kind.name,
            "op": message.op,
            "channel": message.channel,
            "priority": kind.priority,
            "subject_id": message.subject_id,
            "params": dict(message.params),
            "chat_id": message.chat_id,
            "person_id": message.person_id,
            "thread_id": message.thread_id,
            "reply_to": message.reply_to,
            "target_id": message.target_id,
            "key": message.key,
            "state": PENDING,
            "attempts": 0,
            "created_at": tx.now,
            "not_before": not_before,
            "expires_at": not_before + kind.lives if kind.lives else None,
        }
    )


async def refresh(tx: Tx, incident_id: int) -> None:
    """Queue an edit of every member's newest copy and of the card; no waiting twin is doubled."""
    await _queue_edits(tx, _copies, {"about": incident_id})


async def collapse_pages(tx: Tx, incident_id: int, chat_id: int) -> None:
    """Queue an edit of the newest page of one chat, so that a repeated page overtakes it."""
    await _queue_edits(tx, _page_there, {"about": incident_id, "there": chat_id})


async def unreached(tx: Tx, incident_id: int) -> frozenset[int]:
    """Return whose newest page about an incident has died: they do not know of it."""
    rows = await tx.all(_UNREACHED, {"about": incident_id})
    return frozenset(row.person_id for row in rows)


async def _queue_edits(tx: Tx, newest: Select[tuple[int]], values: Mapping[str, Any]) -> None:
    if values["about"] in tx.opened:
        return
    await tx.flush()
    statement = _editing(tx.dialect, newest)
    await tx.run(statement, {**values, "at": tx.now})
    tx.woken.add("outbox")


@cache
def _editing(dialect: str, newest: Select[tuple[int]]) -> ConflictInsert:
    now = bindparam("at", type_=outbox.c.created_at.type)
    copied = ("kind", "subject_id", "params", "chat_id", "person_id")
    rows = select(
        *(outbox.c[name] for name in copied),
        literal(Op.EDIT.value).label("op"),
        literal(int(Priority.CARD)).label("priority"),
        outbox.c.id.label("target_id"),
        (literal("edit:") + cast(outbox.c.id, Text)).label("key"),
        literal(PENDING).label("state"),
        literal(0).label("attempts"),
        now.label("created_at"),
        now.label("not_before"),
    ).where(outbox.c.id.in_(newest))
    names = [str(column.key) for column in rows.selected_columns]
    statement = insert_for(dialect, outbox).from_select(names, rows)
    return statement.on_conflict_do_nothing(
        index_elements=["key"], index_where=text("state = 'pending'")
    )


async def pending(tx: Tx, limit: int, shut: Collection[int] = ()) -> Sequence[Row[Any]]:
    """Return the rows that may be sent now, most urgent and oldest first, with their reader.

    Chats that are shut are passed over, but for the answers to presses there.
    """
    return await tx.all(_RIPE, {"now": tx.now, "shut": list(shut), "most": limit})


async def heads(tx: Tx, limit: int, shut: Collection[int]) -> Sequence[Row[Any]]:
    """Return what each open chat gets next, for when a few chats alone fill the view above."""
    return await tx.all(_HEADS, {"now": tx.now, "shut": list(shut), "most": limit})


async def next_at(tx: Tx) -> datetime | None:
    """Return the next instant after this one at which a waiting row becomes due, or None."""
    found: datetime | None = await tx.scalar(_NEXT_AT, {"now": tx.now})
    return found


async def claim(tx: Tx, row_ids: Sequence[int]) -> None:
    """Mark rows as being sent; from here on their outcome is unknown until recorded."""
    if row_ids:
        await tx.run(_CLAIM, {"row_ids": list(row_ids)})


async def sent(
    tx: Tx, row_id: int, message_id: int | None = None, steady: float | None = None
) -> None:
    """Record that a row has arrived; `steady` is `Clock.steady` in seconds, if limits need it."""
    outcome = {"row_id": row_id, "outcome": SENT, "because": None}
    await tx.run(_SENT, outcome | {"at": tx.now, "steady": steady, "message": message_id})


async def settle(tx: Tx, row_id: int, state: str, reason: str) -> None:
    """Record that a row will not be sent, and why."""
    await tx.run(_SETTLED, {"row_id": row_id, "outcome": state, "because": reason})


async def retry(tx: Tx, row_id: int, not_before: datetime, reason: str) -> bool:
    """Put a row that was being sent back to wait; False when it need not be sent any more.

    An edit whose newer twin already waits is overtaken instead.
    """
    row = await tx.one(select(outbox).where(outbox.c.id == row_id, outbox.c.state == CLAIMED))
    if row is None:
        return False
    twin = select(outbox.c.id).where(outbox.c.key == row.key, outbox.c.state == PENDING)
    if row.key is not None and await tx.scalar(twin):
        await settle(tx, row_id, OVERTAKEN, "newer edit waits")
        return False
    values = {"state": PENDING, "not_before": not_before, "reason": reason}
    await tx.run(update(outbox).where(outbox.c.id == row_id).values(**values))
    return True


async def message_of(tx: Tx, row_id: int) -> int | None:
    """Return Telegram's message id of a sent row."""
    found: int | None = await tx.scalar(_MESSAGE_OF, {"row_id": row_id})
    return found


async def by_message(tx: Tx, chat_id: int, message_id: int) -> Row[Any] | None:
    """Find the row that a person's reply or press refers to."""
    return await tx.one(
        select(outbox).where(
            outbox.c.chat_id == chat_id,
            outbox.c.message_id == message_id,
            outbox.c.op == Op.SEND,
        )
    )


async def newest(tx: Tx, kind: str, chat_id: int, subject_id: int | None = None) -> Row[Any] | None:
    """Return the newest message of a kind in a chat that was sent or is on its way."""
    values = {"of_kind": kind, "there": chat_id}
    if subject_id is None:
        return await tx.one(_NEWEST, values)
    return await tx.one(_NEWEST_ABOUT, values | {"about": subject_id})


async def newest_sent(tx: Tx, kinds: Collection[str], chat_id: int) -> Row[Any] | None:
    """Return the lowest message of these kinds that a chat shows."""
    return await tx.one(
        select(outbox)
        .where(
            outbox.c.kind.in_(tuple(kinds)),
            outbox.c.chat_id == chat_id,
            outbox.c.op == Op.SEND,
            outbox.c.state == SENT,
            outbox.c.message_id.is_not(None),
        )
        .order_by(outbox.c.message_id.desc())
        .limit(1)
    )


def anew(tx: Tx, reason: str) -> dict[str, Any]:
    """Return the columns that put a sent row back to wait, as if it had never been sent."""
    return {"state": PENDING, "not_before": tx.now, "message_id": None, "reason": reason}


async def send_anew(tx: Tx, row_id: int | None) -> None:
    """Put a message whose copy has vanished back to wait, unless there is a newer one of it."""
    newer = outbox.alias()
    same = [newer.c[name] == outbox.c[name] for name in ("kind", "chat_id", "subject_id", "op")]
    alive = newer.c.state.in_((PENDING, CLAIMED, SENT))
    await tx.run(
        update(outbox)
        .where(outbox.c.id == row_id, outbox.c.state == SENT)
        .where(~exists().where(newer.c.id > outbox.c.id, alive, *same))
        .values(**anew(tx, "copy vanished"))
    )
