"""What the page shows: who is in the play, which group, and who pulls the strings behind it."""

from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.playground.accounts import Bot, User
from bot.playground.chats import Chat
from bot.playground.playground import Playground

Json = dict[str, Any]


class Backstage(Protocol):
    """The machinery of a demo: its clock and its bot, which a bare playground has not."""

    async def state(self) -> Json:
        """Return {bot, next, waiting}: how the bot is, what is due next, what waits to be sent."""

    async def advance(self, seconds: float) -> None:
        """Let so much time pass, stopping wherever something is due."""

    async def advance_to_next(self) -> None:
        """Go to the instant at which the next thing is due."""

    async def kill(self) -> None:
        """End the bot as kill -9 does."""

    async def start(self) -> None:
        """Start the bot again if it is not running."""

    async def begin_anew(self) -> None:
        """Throw this night away and begin another."""


# Seconds before each step of a story: long enough to look at the column it will happen in.
PACE = 1.1


@dataclass
class Stage:
    """A playground as the page shows it; `cast` names the people by their part in the play.

    The `team` takes part as well, but has no column of its own on the page.
    """

    playground: Playground
    cast: dict[str, User] = field(default_factory=dict)
    bot: Bot | None = None
    group: Chat | None = None
    backstage: Backstage | None = None
    zone: str | None = None
    pace: float = PACE
    team: tuple[User, ...] = ()

    def happened(self, kind: str, **facts: object) -> None:
        """Note an event that is not of Telegram's world but of the play."""
        self.playground.events.add(kind, self.playground.now(), **facts)
