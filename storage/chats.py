"""Groups that became supergroups: where they are now, and what goes with them."""

from sqlalchemy import select, update

from bot.domain.incident import OPEN
from bot.domain.messages import LIVING, Op
from storage.database import Tx
from storage.outbox import CLAIMED, OVERTAKEN, PENDING, SENT, anew
from storage.tables import chat_moves, incidents, outbox


async def move_chat(tx: Tx, old_id: int, new_id: int) -> None:
    """Remember that a group became a supergroup; what waits, and every open card, goes there.

    Messages have other numbers in the new group: nothing there is edited or answered by the old.
    """
    await tx.run(
        tx.insert(chat_moves)
        .values(old_id=old_id, new_id=new_id, at=tx.now)
        .on_conflict_do_update(index_elements=["old_id"], set_={"new_id": new_id, "at": tx.now})
    )
    old = update(outbox).where(outbox.c.chat_id == old_id)
    waiting = old.where(outbox.c.state.in_((PENDING, CLAIMED)))
    edits = waiting.where(outbox.c.op == Op.EDIT)
    await tx.run(edits.values(state=OVERTAKEN, reason="group moved"))
    await tx.run(waiting.values(chat_id=new_id, reply_to=None))
    still_open = select(incidents.c.id).where(incidents.c.status.in_(OPEN))
    cards = old.where(
        outbox.c.kind.in_(LIVING),
        outbox.c.op == Op.SEND,
        outbox.c.state == SENT,
        outbox.c.subject_id.in_(still_open),
    )
    await tx.run(cards.values(chat_id=new_id, **anew(tx, "group moved")))


async def current_chat(tx: Tx, chat_id: int) -> int:
    """Follow a chat's moves to where it is now."""
    found = await tx.scalar(select(chat_moves.c.new_id).where(chat_moves.c.old_id == chat_id))
    return chat_id if found is None else int(found)
