"""The cards of an assignment: each of its contact persons has one, and all show the same state."""

from typing import Any

from bot.domain.messages import Op, Outgoing
from bot.domain.people import Person
from bot.services.messages import queue, tell
from bot.services.showing import Under
from storage import outbox, shown
from storage.database import Tx

CARD, PAGE = "campaign-card", "campaign-page"
KINDS = (CARD, PAGE)


async def show(tx: Tx, person: Person, under: Under | None, assignment_id: int) -> None:
    """Show a card to somebody: in the place of the one they pressed, else as a new message."""
    row = None
    if under is not None and under.chat_id == person.telegram_id:
        row = await outbox.by_message(tx, under.chat_id, under.message_id)
    if row is not None and row.kind in KINDS and row.subject_id == assignment_id:
        _edit(tx, row)
    else:
        tell(tx, person, PAGE, assignment_id)


async def refresh(tx: Tx, assignment_id: int) -> None:
    """Let the newest card in every chat show how the assignment stands now."""
    newest = {row.chat_id: row for row in await shown.about(tx, KINDS, (assignment_id,))}
    for row in newest.values():
        # What waits to be sent is written from the facts of that moment anyway.
        if row.state != outbox.PENDING:
            _edit(tx, row)


def _edit(tx: Tx, row: Any) -> None:  # noqa: ANN401 a database row
    to: dict[str, Any] = {"op": Op.EDIT, "target_id": row.id, "key": f"edit:{row.id}"}
    queue(tx, Outgoing(PAGE, row.chat_id, row.person_id, row.subject_id, row.params, **to))
