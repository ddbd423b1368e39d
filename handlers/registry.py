"""What a person can do: commands and buttons, who may use them, and what they work with.

Each topic's file declares its own next to its functions; menu, help, the rights test and the README
table are read from there. Nothing that is not declared can be reached.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bot.domain.errors import Refused
from bot.domain.messages import Outgoing
from bot.domain.people import Person, Role
from bot.domain.team import Team
from bot.services import messages
from bot.services.messages import Tx
from handlers.incoming import Message, Press, Update


class Where(StrEnum):
    """Where a command is understood."""

    PRIVATE = "private"
    TEAM = "team"
    ANYWHERE = "anywhere"


@dataclass
class Context:
    """One update being handled: its transaction, its author, and the ways to answer."""

    tx: Tx
    team: Team
    update: Update
    person: Person
    words: str = ""
    toasted: bool = False
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def message(self) -> Message:
        """The message that was written, or the one whose button was pressed."""
        press = self.update.callback_query
        found = press.message if press else self.update.message or self.update.edited_message
        if found is None:
            raise Refused("refused-message-gone")
        return found

    @property
    def press(self) -> Press | None:
        """The press being handled, if it is one."""
        return self.update.callback_query

    @property
    def is_private(self) -> bool:
        """True when the answer reaches nobody but the author."""
        return self.message.is_private

    def answer(self, text: str, /, **params: Any) -> None:  # noqa: ANN401 what the text asks for
        """Answer where the person wrote; in the group as a reply."""
        where = self.message
        reply_to = None if where.is_private else where.message_id
        person_id = self.person.id if where.is_private else None
        said = {"text": text, **params}
        answer = Outgoing("answer", where.chat.id, person_id, params=said, reply_to=reply_to)
        messages.queue(self.tx, replace(answer, thread_id=where.topic_id))

    def tell(self, text: str, /, **params: Any) -> None:  # noqa: ANN401 what the text asks for
        """Answer in private, wherever the person wrote or pressed."""
        if self.person.telegram_id is not None:
            to = Outgoing(
                "answer",
                self.person.telegram_id,
                self.person.id,
                params={"text": text, **params},
            )
            messages.queue(self.tx, to)

    def toast(self, text: str, /, *, alert: bool = False, **params: Any) -> None:  # noqa: ANN401
        """Answer a press with a short line; does nothing when it was typed instead."""
        if self.press is not None and not self.toasted:
            self.toasted = True
            messages.toast(
                self.tx, self.press.id, self.person, {"text": text, "alert": alert} | params
            )


Run = Callable[..., Awaitable[None]]


class Command(Struct, frozen=True):
    """`/name` and its unaccented Vietnamese alias; `run` gets the context, arguments in `words`."""

    name: str
    alias: str
    least: Role
    run: Run
    where: Where = Where.ANYWHERE
    in_menu: bool = True


class Button(Struct, frozen=True):
    """Callback data `verb:arg[:arg]`; `run` gets the context and the arguments as text."""

    verb: str
    least: Role
    run: Run
