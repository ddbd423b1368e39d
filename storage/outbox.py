"""What is to be sent: rows wait here until sent, dead with a reason, or overtaken."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, Text, and_, cast, func, literal, or_, select, text, update

from bot.domain.messages import KINDS, LIVING, Op, Outgoing, Priority
from storage.database import Tx
from storage.tables import chat_moves, outbox, people

PENDING, CLAIMED, SENT, DEAD, OVERTAKEN = "pending", "claimed", "sent", "dead", "overtaken"


def queue(tx: Tx, message: Outgoing) -> None:
    """Gather a message; it is written with the transaction's other rows at the commit."""
    kind = KINDS[message.kind]
    not_before = tx.now + message.after
    tx.queued.append(
        {
            "kind": kind.name,
            "op": message.op,
            "priority": kind.priority,
            "subject_id": message.subject_id,
            "params": dict(message.params),
            "chat_id": message.chat_id,
            "person_id": message.person_id,
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
    """Queue an edit of everybody's newest copy and of the card; waiting twins are not doubled."""
    await tx.flush()
    newest = (
        select(func.max(outbox.c.id))
        .where(
            outbox.c.subject_id == incident_id,
            outbox.c.op == Op.SEND,
            outbox.c.kind.in_(LIVING),
            outbox.c.state.in_((SENT, CLAIMED)),
        )
        .group_by(outbox.c.kind, outbox.c.chat_id)
    )
    await _queue_edits(tx, select(outbox.c.id).where(outbox.c.id.in_(newest)))


async def collapse_pages(tx: Tx, incident_id: int, chat_id: int) -> None:
    """Queue an edit of the newest page of one chat, so that a repeated page overtakes it."""
    newest = select(func.max(outbox.c.id)).where(
        outbox.c.subject_id == incident_id,
        outbox.c.chat_id == chat_id,
        outbox.c.op == Op.SEND,
        outbox.c.kind == "incident-page",
        outbox.c.state.in_((SENT, CLAIMED)),
    )
    await tx.flush()
    await _queue_edits(tx, select(outbox.c.id).where(outbox.c.id.in_(newest)))


async def _queue_edits(tx: Tx, targets: Select[tuple[int]]) -> None:
    copied = ("kind", "subject_id", "params", "chat_id", "person_id")
    rows = select(
        *(outbox.c[name] for name in copied),
        literal(Op.EDIT.value).label("op"),
        literal(int(Priority.CARD)).label("priority"),
        outbox.c.id.label("target_id"),
        (literal("edit:") + cast(outbox.c.id, Text)).label("key"),
        literal(PENDING).label("state"),
        literal(0).label("attempts"),
        literal(tx.now, outbox.c.created_at.type).label("created_at"),
        literal(tx.now, outbox.c.created_at.type).label("not_before"),
    ).where(outbox.c.id.in_(targets))
    names = [str(column.key) for column in rows.selected_columns]
    statement = tx.insert(outbox).from_select(names, rows)
    statement = statement.on_conflict_do_nothing(
        index_elements=["key"], index_where=text("state = 'pending'")
    )
    await tx.run(statement)
    tx.woken.add("outbox")


async def pending(tx: Tx, limit: int, shut: Collection[int] = ()) -> Sequence[Row[Any]]:
    """Return the rows that may be sent now, most urgent and oldest first, with their reader.

    Chats that are shut are passed over, but for the answers to presses there.
    """
    return await tx.all(
        select(outbox, people.c.language, people.c.reachable)
        .outerjoin(people, people.c.id == outbox.c.person_id)
        .where(
            outbox.c.state == PENDING,
            outbox.c.not_before <= tx.now,
            or_(outbox.c.chat_id.not_in(shut), outbox.c.op == Op.TOAST),
        )
        .order_by(outbox.c.priority, outbox.c.id)
        .limit(limit)
    )


async def next_at(tx: Tx) -> datetime | None:
    """Return when the next waiting row becomes due, or None."""
    found: datetime | None = await tx.scalar(
        select(func.min(outbox.c.not_before)).where(outbox.c.state == PENDING)
    )
    return found


async def claim(tx: Tx, row_ids: Sequence[int]) -> None:
    """Mark rows as being sent; from here on their outcome is unknown until recorded."""
    if row_ids:
        await tx.run(
            update(outbox)
            .where(outbox.c.id.in_(row_ids), outbox.c.state == PENDING)
            .values(state=CLAIMED, attempts=outbox.c.attempts + 1)
        )


async def settle(
    tx: Tx, row_id: int, state: str, reason: str | None = None, message_id: int | None = None
) -> None:
    """Record the final outcome of one row."""
    values: dict[str, Any] = {"state": state, "reason": reason}
    if state == SENT:
        values |= {"sent_at": tx.now, "message_id": message_id}
    await tx.run(update(outbox).where(outbox.c.id == row_id).values(**values))


async def retry(tx: Tx, row_id: int, not_before: datetime, reason: str) -> None:
    """Put a row back to wait; an edit whose newer twin already waits is overtaken instead."""
    twin = outbox.alias()
    key = select(outbox.c.key).where(outbox.c.id == row_id).scalar_subquery()
    if await tx.scalar(select(twin.c.id).where(twin.c.key == key, twin.c.state == PENDING)):
        await settle(tx, row_id, OVERTAKEN, "newer edit waits")
        return
    await tx.run(
        update(outbox)
        .where(outbox.c.id == row_id)
        .values(state=PENDING, not_before=not_before, reason=reason)
    )


async def claimed(tx: Tx) -> Sequence[Row[Any]]:
    """Return the rows whose outcome a dead process has left unknown."""
    return await tx.all(select(outbox).where(outbox.c.state == CLAIMED))


async def message_of(tx: Tx, row_id: int) -> int | None:
    """Return Telegram's message id of a sent row."""
    found: int | None = await tx.scalar(select(outbox.c.message_id).where(outbox.c.id == row_id))
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
    wanted = [outbox.c.kind == kind, outbox.c.chat_id == chat_id, outbox.c.op == Op.SEND]
    if subject_id is not None:
        wanted.append(outbox.c.subject_id == subject_id)
    return await tx.one(
        select(outbox)
        .where(and_(*wanted), outbox.c.state.in_((SENT, CLAIMED, PENDING)))
        .order_by(outbox.c.id.desc())
        .limit(1)
    )


async def recently_sent(tx: Tx, since: datetime) -> Sequence[Row[Any]]:
    """Return (chat_id, sent_at) of what was sent lately, for the meters after a restart."""
    return await tx.all(
        select(outbox.c.chat_id, outbox.c.sent_at)
        .where(outbox.c.sent_at > since, outbox.c.op != Op.TOAST)
        .order_by(outbox.c.sent_at)
    )


async def move_chat(tx: Tx, old_id: int, new_id: int) -> None:
    """Remember that a group became a supergroup, and send what waits for it to the new one."""
    await tx.run(
        tx.insert(chat_moves)
        .values(old_id=old_id, new_id=new_id, at=tx.now)
        .on_conflict_do_update(index_elements=["old_id"], set_={"new_id": new_id, "at": tx.now})
    )
    await tx.run(
        update(outbox)
        .where(
            outbox.c.chat_id == old_id, or_(outbox.c.state == PENDING, outbox.c.state == CLAIMED)
        )
        .values(chat_id=new_id)
    )


async def current_chat(tx: Tx, chat_id: int) -> int:
    """Follow a chat's moves to where it is now."""
    found = await tx.scalar(select(chat_moves.c.new_id).where(chat_moves.c.old_id == chat_id))
    return chat_id if found is None else int(found)


async def send_anew(tx: Tx, row_id: int | None) -> None:
    """Put a message whose copy has vanished back to wait, to be sent as a new one."""
    await tx.run(
        update(outbox)
        .where(outbox.c.id == row_id, outbox.c.state == SENT)
        .values(state=PENDING, not_before=tx.now, message_id=None, reason="copy vanished")
    )


async def has_newer(tx: Tx, row_id: int, kind: str, chat_id: int, subject_id: int) -> bool:
    """Tell whether a later message of the same kind and subject went to the same chat."""
    found = await tx.scalar(
        select(outbox.c.id)
        .where(
            outbox.c.id > row_id,
            outbox.c.kind == kind,
            outbox.c.chat_id == chat_id,
            outbox.c.subject_id == subject_id,
            outbox.c.op == Op.SEND,
            outbox.c.state.in_((PENDING, CLAIMED, SENT)),
        )
        .limit(1)
    )
    return found is not None
