"""Delivery to webhooks: in order within a chat, side by side between chats, again after a failure.

Promise: an update leaves the queue only when its receiver said 2xx, or when its time is over.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import httpx

from bot.playground.accounts import Bot
from bot.playground.envelope import Request
from bot.playground.hours import machine_wait
from bot.playground.playground import Playground
from bot.playground.updates import Update

Lane = tuple[str, int]

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LONGEST_PAUSE = 60.0
LONGEST_ASKED_PAUSE = 3600.0
PATIENCE = 60.0
LOOK_AGAIN = 1.0
SUCCESS = range(200, 300)


class Postman:
    """Carries the updates of all bots that have set a webhook."""

    def __init__(self, playground: Playground, client: httpx.AsyncClient | None = None) -> None:
        self._playground = playground
        self._client = client or httpx.AsyncClient(timeout=PATIENCE)
        self._failures: dict[Lane, int] = {}
        self._not_before: dict[Lane, float] = {}

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Deliver in the background until the block ends."""
        task = asyncio.create_task(self._run())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
            await self._client.aclose()

    async def step(self) -> float | None:
        """Deliver what is due; return the seconds until a failed delivery is due again."""
        lanes = self._lanes()
        self._not_before = {key: at for key, at in self._not_before.items() if key in lanes}
        await asyncio.gather(*(self._lane(bot, key) for key, bot in lanes.items()))
        due = self._not_before.values()
        return max(0.0, min(due) - self._playground.now()) if due else None

    def _lanes(self) -> dict[Lane, Bot]:
        """Return the chats that have something to deliver."""
        return {
            (bot.token, update.lane): bot
            for bot in self._playground.bots.values()
            if bot.webhook.url
            for update in bot.queue.waiting(self._playground.now())
        }

    async def _run(self) -> None:
        while True:
            again = await self.step()
            news = [asyncio.create_task(self._news(bot)) for bot in self._playground.bots.values()]
            nap = LOOK_AGAIN if again is None else min(again, LOOK_AGAIN)
            pause = asyncio.ensure_future(machine_wait(nap))
            done, rest = await asyncio.wait({pause, *news}, return_when=asyncio.FIRST_COMPLETED)
            for task in rest:
                task.cancel()
            await asyncio.gather(*done, *rest, return_exceptions=True)

    async def _news(self, bot: Bot) -> None:
        await bot.queue.news.wait()
        bot.queue.news.clear()

    async def _lane(self, bot: Bot, key: Lane) -> None:
        """Deliver the updates of one chat in order, up to the first failure."""
        now = self._playground.now()
        if self._not_before.get(key, now) > now:
            return
        for update in [each for each in bot.queue.waiting(now) if each.lane == key[1]]:
            if not await self._post(bot, update, key):
                return

    async def _post(self, bot: Bot, update: Update, key: Lane) -> bool:
        headers = {SECRET_HEADER: bot.webhook.secret} if bot.webhook.secret else {}
        try:
            answer = await self._client.post(
                bot.webhook.url, json=update.as_json(), headers=headers
            )
        except httpx.HTTPError as error:
            self._failed(bot, key, f"Connection error: {error}", None)
            return False
        if answer.status_code not in SUCCESS:
            reason = f"{answer.status_code} {answer.reason_phrase}"
            text = f"Wrong response from the webhook: {reason}"
            self._failed(bot, key, text, answer.headers.get("Retry-After"))
            return False
        self._failures.pop(key, None)
        self._not_before.pop(key, None)
        bot.queue.remove(update)
        await self._execute(bot, answer)
        return True

    def _failed(self, bot: Bot, key: Lane, text: str, asked: str | None) -> None:
        """Remember the failure: the second try is at once, then after 2, 4, 8… seconds."""
        now = self._playground.now()
        bot.webhook.last_error_at, bot.webhook.last_error = now, text
        failures = self._failures[key] = self._failures.get(key, 0) + 1
        pause = min(2.0 ** (failures - 1), LONGEST_PAUSE) if failures > 1 else 0.0
        if asked is not None and asked.isdigit():
            pause = min(float(asked), LONGEST_ASKED_PAUSE)
        self._not_before[key] = now + pause

    async def _execute(self, bot: Bot, answer: httpx.Response) -> None:
        """Make the call that a webhook's answer may carry; nobody sees its result."""
        try:
            call: Any = answer.json()
        except ValueError:
            return
        if isinstance(call, dict) and "method" in call:
            method = call.pop("method")
            headers = {"Content-Type": "application/json"}
            path = f"/bot{bot.token}/{method}"
            asked = Request("POST", path, headers=headers, body=json.dumps(call).encode())
            await self._playground.handle(asked)
