"""A page in somebody's private chat that follows what it shows: one message, changed in place."""

from typing import Any, NamedTuple

from bot.domain.messages import Op, Outgoing
from bot.domain.people import Person
from bot.services.messages import queue, tell
from storage import outbox
from storage.database import Tx


class Under(NamedTuple):
    """The message of ours whose button was pressed."""

    chat_id: int
    message_id: int


async def show(
    tx: Tx,
    person: Person,
    under: Under | None,
    text: str,
    **params: Any,  # noqa: ANN401 what the text asks for
) -> None:
    """Show a page to a person: in the place of the one they pressed, else as a new message."""
    row = None
    if under is not None and under.chat_id == person.telegram_id:
        row = await outbox.by_message(tx, under.chat_id, under.message_id)
    said = {"text": text, **params}
    if row is None or row.kind not in ("answer", "notice") or "paper" in row.params:
        tell(tx, person, "answer", **said)
        return
    to = row.chat_id
    queue(tx, Outgoing(row.kind, to, person.id, params=said, op=Op.EDIT, target_id=row.id))
