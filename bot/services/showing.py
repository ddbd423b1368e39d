"""A page in somebody's private chat that follows what it shows: one message, changed in place."""

from typing import Any, NamedTuple

from bot.domain.messages import KINDS
from bot.domain.people import Person
from bot.services.messages import tell
from storage import outbox, shown
from storage.database import Tx

PAGES = ("answer", "notice", "watch-page")


class Under(NamedTuple):
    """The message of ours whose button was pressed."""

    chat_id: int
    message_id: int


class About(NamedTuple):
    """What kind of page it is, and about what: so it is found again."""

    kind: str
    subject_id: int


async def offered(tx: Tx, chat_id: int, message_id: int | None) -> list[str]:
    """Return what the buttons below a message of ours do; without one it is the chat's last."""
    if message_id is None:
        row = await outbox.newest_sent(tx, tuple(KINDS), chat_id)
    else:
        row = await outbox.by_message(tx, chat_id, message_id)
    keys = row.params.get("keys", ()) if row is not None else ()
    return [str(key.get("data", "")) for line in keys for key in line]


async def show(
    tx: Tx,
    person: Person,
    under: Under | None,
    text: str,
    about: About | None = None,
    **params: Any,  # noqa: ANN401 what the text asks for
) -> None:
    """Show a page to a person: in the place of the one they pressed, else as a new message."""
    row = None
    if under is not None and under.chat_id == person.telegram_id:
        row = await outbox.by_message(tx, under.chat_id, under.message_id)
    said = {"text": text, **params}
    kind, subject_id = about or (None, None)
    if row is None or row.kind not in PAGES or "paper" in row.params:
        tell(tx, person, kind or "answer", subject_id, **said)
    else:
        await shown.change(tx, row, said, kind=kind, subject_id=subject_id)
