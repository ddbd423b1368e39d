"""Which lines of a timeline are highlighted, and which line a message of the group is."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Row, select

from bot.domain.highlights import HIGHLIGHTED, TAKEN_OFF, Line
from storage import outbox
from storage.database import Tx
from storage.tables import people, timeline


class Highlight(Struct, frozen=True):
    """A line that stands out: when and by whom it was said, and its words by now."""

    at: datetime
    name: str | None
    words: str


async def line_of(tx: Tx, chat_id: int, message_id: int) -> Row[Any] | None:
    """Return the first line that was written in a message; its edits are lines of their own."""
    return await tx.one(
        select(timeline)
        .where(timeline.c.chat_id == chat_id, timeline.c.message_id == message_id)
        .order_by(timeline.c.id)
        .limit(1)
    )


async def line_answered(tx: Tx, chat_id: int, message_id: int) -> Row[Any] | None:
    """Return the line of a message, or of the one that an answer of ours was given to."""
    found = await line_of(tx, chat_id, message_id)
    if found is not None:
        return found
    answer = await outbox.by_message(tx, chat_id, message_id)
    if answer is None or answer.reply_to is None:
        return None
    return await line_of(tx, chat_id, answer.reply_to)


async def lines(tx: Tx, incident_id: int) -> list[Line]:
    """Return every highlight that was put on or taken off, oldest first."""
    c = timeline.c
    rows = await tx.all(
        select(c.kind, c.person_id, c.details)
        .where(c.incident_id == incident_id, c.kind.in_((HIGHLIGHTED, TAKEN_OFF)))
        .order_by(c.id)
    )
    return [Line(row.kind, row.person_id, row.details) for row in rows]


async def told(tx: Tx, incident_id: int, line_ids: Collection[int]) -> list[Highlight]:
    """Return these lines with their authors, each with its newest words, oldest first."""
    rows = await tx.all(
        select(timeline, people.c.name)
        .outerjoin(people, people.c.id == timeline.c.person_id)
        .where(timeline.c.incident_id == incident_id, timeline.c.message_id.is_not(None))
        .order_by(timeline.c.id)
    )
    newest = {(row.chat_id, row.message_id): row.text for row in rows if row.text}
    return [
        Highlight(row.at, row.name, newest.get((row.chat_id, row.message_id)) or _file(row))
        for row in rows
        if row.id in line_ids
    ]


def _file(row: Row[Any]) -> str:
    return str(row.details.get("name") or "📎")
