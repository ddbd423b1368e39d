"""The only module that asks the machine what time it is."""

import asyncio
import contextlib
import time
from datetime import UTC, datetime, timedelta

# A suspended machine or a corrected clock is noticed after this long at the latest.
LONGEST_NAP = timedelta(seconds=30)
_ZERO = datetime.fromtimestamp(0, UTC)


class Clock:
    """Time as the program sees it; tests and the demo bring a clock of their own."""

    def now(self) -> datetime:
        """Return the present instant, aware and in UTC."""
        return datetime.now(UTC)

    def steady(self) -> datetime:
        """Return an instant that only ever goes forward, at the pace of time; for distances."""
        return _ZERO + timedelta(seconds=time.monotonic())

    async def wait(self, woken: asyncio.Event, until: datetime | None) -> None:
        """Return when `woken` is set, `until` has come, or some seconds have passed; clears it."""
        nap = LONGEST_NAP if until is None else min(until - self.now(), LONGEST_NAP)
        if nap > timedelta(0):
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(nap.total_seconds()):
                    await woken.wait()
        else:
            # Give the other loops their turn even when this one is always late.
            await asyncio.sleep(0)
        woken.clear()
