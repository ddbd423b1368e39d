"""Highlights on what was said in the group: put on, taken off, and the lines that stand out now.

What is said below a card, in its thread or in a topic is a line of the timeline already, so that a
reaction, which Telegram tells without the words, only has to point at it.
"""

from bot.domain import highlights as rules
from bot.domain.messages import Outgoing
from bot.domain.people import Person
from bot.services.messages import queue
from storage import highlights as kept
from storage import incidents, outbox
from storage.database import Tx
from storage.highlights import Highlight
from storage.incidents import Entry

LONGEST = 200


async def change(
    tx: Tx, person: Person, chat_id: int, message_id: int, *, put_on: bool
) -> int | None:
    """Highlight the line that a message is, or take one's own highlight off; returns its incident.

    What is no line of a timeline is nothing to highlight.
    """
    row = await kept.line_of(tx, chat_id, message_id)
    if row is None:
        return None
    by = rules.standing(await kept.lines(tx, row.incident_id)).get(row.id, frozenset())
    if (person.id in by) is put_on:
        return None
    newest = await incidents.of_message(tx, chat_id, message_id)
    words = ((newest or row).text or "")[:LONGEST] or None
    kind = rules.HIGHLIGHTED if put_on else rules.TAKEN_OFF
    line = Entry(kind, person.id, words, details={"line": row.id})
    await incidents.enter(tx, row.incident_id, line)
    if put_on and not by:
        await _say(tx, row.incident_id, chat_id, message_id)
    await outbox.refresh(tx, row.incident_id)
    return int(row.incident_id)


async def _say(tx: Tx, incident_id: int, chat_id: int, message_id: int) -> None:
    said = {"text": "highlighted", "code": (await incidents.get(tx, incident_id)).code}
    queue(tx, Outgoing("incident-nudge", chat_id, None, incident_id, said, reply_to=message_id))


async def thread_of(tx: Tx, chat_id: int, message_id: int | None) -> int | None:
    """Return the incident that somebody's message, or our answer to it, is about."""
    if message_id is None:
        return None
    row = await kept.line_answered(tx, chat_id, message_id)
    return row.incident_id if row is not None else None


async def standing(tx: Tx, incident_id: int) -> frozenset[int]:
    """Return which lines of a timeline are highlighted now."""
    return frozenset(rules.standing(await kept.lines(tx, incident_id)))


async def shown(tx: Tx, incident_id: int) -> tuple[Highlight, ...]:
    """Return the lines that stand out now, as they read now, oldest first."""
    found = await standing(tx, incident_id)
    return tuple(await kept.told(tx, incident_id, found)) if found else ()
