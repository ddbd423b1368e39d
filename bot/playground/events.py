"""What happens, as it happens: one numbered list that pages and far-away people can follow."""

import asyncio
from collections import deque
from typing import Any

Json = dict[str, Any]

KEPT = 20_000


class Events:
    """The last events, oldest first; the numbers never repeat."""

    def __init__(self) -> None:
        self.last = 0
        self._kept: deque[Json] = deque(maxlen=KEPT)
        self._waiters: set[asyncio.Future[None]] = set()

    def add(self, kind: str, at: float, **facts: object) -> None:
        """Append an event and wake those who wait for one."""
        self.last += 1
        self._kept.append({"seq": self.last, "at": at, "kind": kind, **facts})
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    def since(self, after: int) -> list[Json]:
        """Return the events numbered above `after`."""
        missing = self.last - after
        if missing <= 0:
            return []
        kept = list(self._kept)
        return kept[-missing:] if missing < len(kept) else kept

    async def wait(self, timeout: float) -> None:  # noqa: ASYNC109 - a long poll's own length
        """Return when something happens, or when the time is over."""
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.add(waiter)
        try:
            await asyncio.wait({waiter}, timeout=timeout)
        finally:
            self._waiters.discard(waiter)
