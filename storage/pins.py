"""Cards pinned in the group while somebody works on the incident; in its own topic one stays so."""

from typing import Any

from sqlalchemy import Row, bindparam, select

from bot.domain.incident import UNOWNED, WORKING, Incident
from bot.domain.messages import Op, Outgoing
from storage.database import Tx
from storage.outbox import CLAIMED, DEAD, SENT, queue
from storage.tables import outbox

CARD, PIN = "incident-card", "pin"
_ABOUT = outbox.c.subject_id == bindparam("about")
_CARD = (
    select(outbox.c.id, outbox.c.chat_id, outbox.c.thread_id)
    .where(_ABOUT, outbox.c.kind == CARD, outbox.c.op == Op.SEND)
    .where(outbox.c.state.in_((CLAIMED, SENT)))
    .order_by(outbox.c.id.desc())
    .limit(1)
)
_LAST = (
    select(outbox.c.op, outbox.c.chat_id, outbox.c.target_id)
    .where(_ABOUT, outbox.c.kind == PIN)
    .order_by(outbox.c.id.desc())
    .limit(1)
)


async def follow(tx: Tx, before: Incident, after: Incident) -> None:
    """Pin the card of what somebody has begun to work on; unpin it when it is solved or ended.

    What waits for another owner stays pinned. A card that is not sent yet is pinned when it is.
    """
    if after.status in WORKING and before.status not in WORKING:
        await _pin(tx, after.id)
    elif after.status not in WORKING | UNOWNED:
        await unpin(tx, after.id)


async def _pin(tx: Tx, incident_id: int) -> None:
    card = await tx.one(_CARD, {"about": incident_id})
    if card is None or card.thread_id is not None:
        return
    last = await tx.one(_LAST, {"about": incident_id})
    if last is None or (last.op, last.target_id) != (Op.PIN, card.id):
        queue(tx, Outgoing(PIN, card.chat_id, None, incident_id, op=Op.PIN, target_id=card.id))


async def unpin(tx: Tx, incident_id: int) -> None:
    """Unpin the card of an incident, if it was pinned outside of a topic."""
    await tx.flush()
    last = await tx.one(_LAST, {"about": incident_id})
    if last is not None and last.op == Op.PIN:
        to, card_id = last.chat_id, last.target_id
        queue(tx, Outgoing(PIN, to, None, incident_id, op=Op.UNPIN, target_id=card_id))


def sent(tx: Tx, row: Row[Any], thread_id: int | None, *, is_wanted: bool) -> None:
    """Pin a message that was sent just now, if it is to be pinned."""
    about = row.subject_id if row.kind == CARD and thread_id is None else None
    if is_wanted:
        queue(tx, Outgoing(PIN, row.chat_id, None, about, op=Op.PIN, target_id=row.id))


async def was_refused(tx: Tx, row: Row[Any]) -> bool:
    """Tell whether the pin before this one was refused in that chat, too."""
    before = (outbox.c.chat_id == row.chat_id, outbox.c.kind == PIN, outbox.c.id != row.id)
    state = await tx.scalar(
        select(outbox.c.state)
        .where(*before, outbox.c.op == Op.PIN, outbox.c.state.in_((SENT, DEAD)))
        .order_by(outbox.c.id.desc())
        .limit(1)
    )
    return bool(state == DEAD)
