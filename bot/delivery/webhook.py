"""A webhook is silent when it works and when it is broken: Telegram is asked which it is."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from telegram.error import TelegramError

logger = logging.getLogger(__name__)

EVERY = timedelta(seconds=60)
# A call that failed so lately, with updates still waiting, means that none gets through.
LATELY = timedelta(minutes=3)

Call = Callable[[str, Mapping[str, Any]], Awaitable[Any]]


class WebhookLook:
    """The loop that asks; `fetched_at` is when the webhook was last known to work."""

    def __init__(
        self,
        call: Call,
        address: str,
        listen: Callable[[], Awaitable[None]],
        now: Callable[[], datetime],
    ) -> None:
        self._call = call
        self._address = address
        self._listen = listen
        self._now = now
        self._next_at = now() + EVERY
        self._problem: str | None = None
        self.fetched_at: datetime | None = None
        self.turned_at: datetime | None = None

    async def step(self) -> datetime | None:
        """Ask if it is time, and set right what points elsewhere; returns when to ask again."""
        self.turned_at = now = self._now()
        if now < self._next_at <= now + EVERY:
            return self._next_at
        self._next_at = now + EVERY
        try:
            problem = await self._problem_now()
        except TelegramError as error:
            problem = str(error)
        if problem is None:
            self.fetched_at = self._now()
        elif problem != self._problem:
            logger.warning("webhook-broken", extra={"error": problem})
        self._problem = problem
        return self._next_at

    async def _problem_now(self) -> str | None:
        found = await self._call("getWebhookInfo", {})
        if found.get("url") != self._address:
            await self._listen()
            return "somebody had turned it elsewhere"
        failed = self._now().timestamp() - found.get("last_error_date", 0)
        if found.get("pending_update_count") and failed < LATELY.total_seconds():
            return str(found.get("last_error_message", "updates do not get through"))
        return None
