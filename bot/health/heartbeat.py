"""A ping to somebody outside once a minute, only while all is well: its absence is the alarm."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

import httpx

logger = logging.getLogger(__name__)

EVERY = timedelta(seconds=60)
PATIENCE = timedelta(seconds=10)


class Heartbeat:
    """The loop that pings; `pinged_at` is the last ping that was taken."""

    def __init__(
        self,
        url: str,
        why_not: Callable[[], Awaitable[Sequence[str]]],
        transport: httpx.AsyncBaseTransport,
        now: Callable[[], datetime],
    ) -> None:
        self._url = url
        self._why_not = why_not
        self._client = httpx.AsyncClient(transport=transport, follow_redirects=True)
        self._now = now
        self._next_at: datetime | None = None
        self._trouble: str | None = None
        self.pinged_at: datetime | None = None

    async def step(self) -> datetime | None:
        """Ping if it is time and all is well; returns when the next ping is due."""
        now = self._now()
        # A clock that was set back must not make the pings pause.
        if self._next_at is not None and now < self._next_at <= now + EVERY:
            return self._next_at
        self._next_at = now + EVERY
        reasons = await self._why_not()
        self._note(f"withheld: {', '.join(reasons)}" if reasons else await self._ping())
        return self._next_at

    async def _ping(self) -> str | None:
        """Ping; returns what went wrong. The address is a secret and stays out of the words."""
        timeout = PATIENCE.total_seconds()
        try:
            answer = await self._client.get(self._url, timeout=timeout)
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            return type(error).__name__
        if not answer.is_success:
            return f"HTTP {answer.status_code}"
        self.pinged_at = self._now()
        return None

    def _note(self, trouble: str | None) -> None:
        """Log a change for the worse once, and the return."""
        if trouble is not None and trouble != self._trouble:
            logger.warning("heartbeat-missed", extra={"reason": trouble})
        elif trouble is None and self._trouble is not None:
            logger.info("heartbeat-back")
        self._trouble = trouble

    async def close(self) -> None:
        """Close every connection."""
        await self._client.aclose()
