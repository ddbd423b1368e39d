"""The people of the black-box tests: what they write and press, and what they have been shown."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.world import World


@dataclass
class Human:
    """Somebody with a phone."""

    world: "World"
    user: Any
    person_id: int | None = None
    read: int = field(default=0)

    @property
    def chat(self) -> Any:
        """The private chat with the bot."""
        return self.world.playground.private(self.user, self.world.bot)

    @property
    def messages(self) -> list[Any]:
        """What the bot has written here, oldest first, as it looks now."""
        return [
            m for m in self.world.playground.transcript(self.chat) if m.sender.id != self.user.id
        ]

    async def starts(self, payload: str = "") -> None:
        """Open the bot, perhaps by a deep link."""
        self.world.playground.people.start(self.user, self.world.bot, payload)
        await self.world.settles()

    async def says(self, text: str, *, reply_to: Any = None) -> Any:
        """Write to the bot in private."""
        sent = self.world.playground.people.say(self.user, self.world.bot, text, reply_to=reply_to)
        await self.world.settles()
        return sent

    async def says_in_group(
        self, text: str, *, reply_to: Any = None, thread: int | None = None
    ) -> Any:
        """Write in the team's group, perhaps in one of its topics."""
        group, people = self.world.group, self.world.playground.people
        sent = people.say(self.user, group, text, reply_to=reply_to, thread=thread)
        await self.world.settles()
        return sent

    async def presses(self, label: str, *, on: Any = None) -> Any:
        """Press the newest button with these words; returns what popped up, or None."""
        message = on or self._with_button(label)
        query = self.world.playground.people.press(self.user, message, _button(message, label))
        await self.world.settles()
        return self.world.playground.people.toast(query)

    def sees(self, *parts: str, with_button: str | None = None) -> Any:
        """Return the newest message that contains all of this; fails when there is none."""
        return find(self.messages, parts, with_button)

    def does_not_see(self, part: str) -> None:
        """Fail when any message contains this."""
        assert not [m.text for m in self.messages if part in (m.text or "")]

    def _with_button(self, label: str) -> Any:
        own = [m for m in self.messages if _labels(m, label)]
        team = [m for m in self.world.in_group() if _labels(m, label)]
        found = own or team
        assert found, f"{self.user.first_name} sees no button {label!r} in {_words(self.messages)}"
        return found[-1]


def _labels(message: Any, label: str) -> list[str]:
    return [button.label for button in message.buttons if label in button.label]


def _button(message: Any, label: str) -> str:
    return str(next(b.data for b in message.buttons if label in b.label and b.data))


def _words(messages: Sequence[Any]) -> str:
    return "\n".join(f"· {m.text} {[b.label for b in m.buttons]}" for m in messages)


def find(messages: Sequence[Any], parts: Sequence[str], with_button: str | None) -> Any:
    for message in reversed(messages):
        if not all(part in (message.text or "") for part in parts):
            continue
        if with_button is None or _labels(message, with_button):
            return message
    raise AssertionError(f"nobody wrote {parts!r} {with_button!r} in\n{_words(messages)}")
