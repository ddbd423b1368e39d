"""Time as the playground knows it: the machine's own, or one that a test holds in its hand."""

import asyncio
import time
from collections.abc import Awaitable, Callable

Now = Callable[[], float]
Wait = Callable[[float], Awaitable[object]]

JANUARY_2026 = 1_767_225_600.0

machine_now: Now = time.time
machine_wait: Wait = asyncio.sleep


async def no_wait(_seconds: float) -> None:
    """Nothing is waited for; other tasks get one turn."""
    await machine_wait(0)


class HandClock:
    """A clock that moves only when told; those who wait on it wake when their time has come."""

    def __init__(self, start: float = JANUARY_2026) -> None:
        self.time = start
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    def __call__(self) -> float:
        """Return the present second since 1970."""
        return self.time

    def advance(self, seconds: float) -> None:
        """Move on and wake every sleeper whose time has come."""
        self.time += seconds
        due = [sleeper for sleeper in self._sleepers if sleeper[0] <= self.time]
        self._sleepers = [sleeper for sleeper in self._sleepers if sleeper[0] > self.time]
        for _, future in due:
            if not future.done():
                future.set_result(None)

    async def wait(self, seconds: float) -> None:
        """Return once the hand has moved on by so many seconds."""
        future = asyncio.get_running_loop().create_future()
        self._sleepers.append((self.time + seconds, future))
        await future
