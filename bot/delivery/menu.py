"""The menu of commands that Telegram shows: everybody's in private, the team's in its group."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any, Protocol

from bot.domain.people import Role
from bot.domain.team import Team
from bot.texts.fluent import languages, message

Call = Callable[[str, Mapping[str, Any]], Awaitable[Any]]


class Listed(Protocol):
    """What the menu needs to know of a command."""

    @property
    def name(self) -> str:
        """Return the command without its slash."""

    @property
    def least(self) -> Role:
        """Return the least role that may use it."""


async def announce(call: Call, team: Team, commands: Iterable[Listed]) -> None:
    """Publish the menus in every language; raises TelegramError."""
    known = list(commands)
    everybody = [command for command in known if command.least is Role.CITIZEN]
    await _publish(call, everybody, {"type": "all_private_chats"})
    if team.chat_id is not None:
        working = [command for command in known if command.least >= Role.RESPONDER]
        await _publish(call, working, {"type": "chat", "chat_id": team.chat_id})


async def _publish(call: Call, commands: list[Listed], scope: Mapping[str, Any]) -> None:
    for number, language in enumerate(languages()):
        listed = [
            {
                "command": command.name,
                "description": message(language, f"command-{command.name}", {}),
            }
            for command in commands
        ]
        params: dict[str, Any] = {"commands": listed, "scope": scope}
        # The first language serves everybody whose own is not known.
        await call("setMyCommands", params if number == 0 else params | {"language_code": language})
