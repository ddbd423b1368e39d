"""The demo's clock: the machine's, moved; who waits on it is woken when it moves."""

import asyncio
from collections import Counter
from datetime import datetime, timedelta

from bot.clock import Clock


class MovableClock(Clock):
    """A clock that runs as the machine's does, some time ahead of it or behind."""

    def __init__(self, ahead: timedelta = timedelta(0)) -> None:
        self.ahead = ahead
        self._waited: Counter[asyncio.Event] = Counter()

    def now(self) -> datetime:
        """Return the instant it is in the demo."""
        return super().now() + self.ahead

    def steady(self) -> datetime:
        """Return the same: Telegram's limits leap along in the demo."""
        return self.now()

    def set(self, ahead: timedelta) -> None:
        """Move to another distance from the machine's clock."""
        self.ahead = ahead
        for woken in list(self._waited):
            woken.set()

    def leap(self, to: datetime) -> None:
        """Go on to an instant; one that has passed changes nothing."""
        self.set(self.ahead + max(to - self.now(), timedelta(0)))

    async def wait(self, woken: asyncio.Event, until: datetime | None) -> None:
        """Return when `woken` is set, when `until` has come, or when the clock was moved."""
        self._waited[woken] += 1
        try:
            await super().wait(woken, until)
        finally:
            self._waited -= Counter([woken])
