"""A small Telegram with a clock in the hand, one bot and two people."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import pytest

from bot.playground import HandClock, Limits, Playground
from bot.playground.accounts import Bot
from bot.playground.envelope import Request, Response

TOKEN = "123456:ABC-def_1234ghIkl"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass
class Line:
    """A bot's line to the Bot API, without any library in between."""

    playground: Playground
    token: str = TOKEN

    async def answer(self, method: str, **parameters) -> Response:
        fields = {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in parameters.items()
        }
        path = f"/bot{self.token}/{method}"
        asked = Request("POST", path, headers=FORM, body=urlencode(fields).encode())
        return await self.playground.handle(asked)

    async def call(self, method: str, **parameters) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads((await self.answer(method, **parameters)).body)
        return answer

    async def ok(self, method: str, **parameters):
        answer = await self.call(method, **parameters)
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, **parameters) -> str:
        answer = await self.call(method, **parameters)
        assert not answer["ok"], answer
        return f"{answer['error_code']} {answer['description']}"


async def seen(line: Line) -> list[str | None]:
    """Return what the bot was told, and confirm it."""
    updates = await line.ok("getUpdates")
    if updates:
        await line.ok("getUpdates", offset=updates[-1]["update_id"] + 1)
    return [update["message"].get("text") for update in updates if "message" in update]


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def playground(clock):
    return Playground(now=clock, limits=None)


@pytest.fixture
def metered(clock):
    return Playground(now=clock, limits=Limits())


@pytest.fixture
def bot(playground: Playground) -> Bot:
    return playground.add_bot(TOKEN, "truc_ban_bot", "Trực Ban")


@pytest.fixture
def line(playground, bot) -> Line:
    return Line(playground, bot.token)


@pytest.fixture
def alice(playground):
    return playground.people.add_user("Alice", username="alice")


@pytest.fixture
def bob(playground):
    return playground.people.add_user("Bob")


@pytest.fixture
def chat(playground, alice, bot):
    """Alice's private chat with the bot, begun and read."""
    message = playground.people.start(alice, bot)
    bot.queue.clear()
    return message.chat


@pytest.fixture
def group(playground, alice, bob, bot):
    return playground.people.add_group("Tổ trực", members=[alice, bob, bot])


@pytest.fixture
def forum(playground, alice, bob, bot):
    return playground.people.add_group("Sự cố", members=[alice, bob], admins=[bot], forum=True)
