"""The demo's people: each talks to the local Telegram over HTTP, as a phone would."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import httpx

PATIENCE = 20.0
Seen = Sequence[Mapping[str, Any]]
Wanted = Callable[[Seen], Seen]


@dataclass
class FarTelegram:
    """The people's side of the local Telegram, from afar."""

    client: httpx.AsyncClient

    async def do(self, deed: str, **asked: Any) -> Any:  # noqa: ANN401 any JSON
        """Let somebody do something."""
        answer = await self.client.post(f"/playground/{deed}", json=asked)
        answer.raise_for_status()
        return answer.json()

    async def look(self, what: str, **asked: Any) -> Any:  # noqa: ANN401 any JSON
        """Look at something."""
        answer = await self.client.get(f"/playground/{what}", params=asked, timeout=60)
        answer.raise_for_status()
        return answer.json()


@dataclass
class Phone:
    """Somebody with a phone: they write, wait for an answer, and press."""

    telegram: FarTelegram
    user_id: int
    bot_id: int

    async def starts(self) -> None:
        """Open the bot."""
        await self.telegram.do("start", user=self.user_id, bot=self.bot_id)

    async def says(self, text: str) -> None:
        """Write to the bot."""
        await self.telegram.do("say", user=self.user_id, chat=self.bot_id, text=text)

    async def presses(self, label: str) -> None:
        """Wait for a button with these words and press the newest."""
        message, button = await self.waits_for_button(label)
        await self.telegram.do(
            "press",
            user=self.user_id,
            chat=self.bot_id,
            message=message["message_id"],
            button=button["callback_data"],
        )

    async def waits_for_button(self, label: str) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
        """Return the newest message with a button that reads so, and the button."""
        for message in await self._until(lambda seen: [m for m in seen if _button(m, label)]):
            found = _button(message, label)
            if found is not None:
                return message, found
        raise LookupError(label)

    async def waits_for(self, words: str) -> None:
        """Return once the bot has written this."""
        await self._until(lambda seen: [m for m in seen if words in m.get("text", "")])

    async def _until(self, wanted: Wanted) -> Sequence[Mapping[str, Any]]:
        """Look at the chat, newest first, after each thing that happens, until it is there."""
        after = 0
        async with asyncio.timeout(PATIENCE):
            while True:
                events = await self.telegram.look("events", after=after, timeout=5)
                after = events["last"]
                seen = await self.telegram.look("transcript", user=self.user_id, chat=self.bot_id)
                found = wanted([m for m in reversed(seen) if m["from"]["id"] == self.bot_id])
                if found:
                    return found


def _button(message: Mapping[str, Any], label: str) -> Mapping[str, Any] | None:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    fitting = (b for row in rows for b in row if label in b["text"] and "callback_data" in b)
    return next(fitting, None)
