"""Time in the black-box tests: a clock that only the test moves, and the loops taking turns.

After `settles` everything that can happen at this instant has happened.
"""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.app import App
from bot.clock import LONGEST_NAP, Clock
from bot.playground import HandClock
from bot.playground.accounts import Bot

PATIENCE = timedelta(seconds=65)


class TestClock(Clock):
    """A clock that only the test moves."""

    __test__ = False

    def __init__(self, hand: HandClock) -> None:
        self._hand = hand

    def now(self) -> datetime:
        """Return the instant the test has set."""
        return datetime.fromtimestamp(self._hand(), UTC)

    def steady(self) -> datetime:
        """Return the same: nobody turns this clock back unasked."""
        return self.now()


@dataclass
class Turns:
    """One of the program's loops; its turn comes when the program would take it."""

    step: Callable[[], Awaitable[datetime | None]]
    woken: asyncio.Event
    now: Callable[[], datetime]
    until: datetime | None = None
    _taken_at: datetime | None = None

    @property
    def is_due(self) -> bool:
        """Whether it is at the start, was woken, has its hour, or has slept long enough."""
        if self._taken_at is None or self.woken.is_set():
            return True
        now = self.now()
        return now >= self._taken_at + LONGEST_NAP or (self.until is not None and self.until <= now)

    async def take(self) -> datetime | None:
        """Step if it is due; returns when the next turn comes by itself, None for never."""
        if self.is_due:
            self.woken.clear()
            self._taken_at = self.now()
            self.until = await self.step()
        return self.until


class Turning:
    """A program whose loops take turns as they would by themselves, by the test's own clock."""

    app: App
    bot: Bot
    clock: TestClock
    hand: HandClock

    def _turn(self) -> None:
        """Have the loops of a program that has just been built begin."""
        woken, now = self.app._woken, self.clock.now
        self._hours = Turns(self.app.timekeeper.step, woken["due"], now)
        self._work = Turns(self.app.workshop.step, woken["work"], now)
        self._converting = Turns(self.app.converting.step, woken["foreign"], now)
        self._post = Turns(self.app.dispatcher.step, woken["outbox"], now)

    def converts_beside(self) -> list[asyncio.Task[datetime | None]]:
        """Let programs of others work beside the rest, as they really do; returns their turns."""
        converting, turns = self.app.converting, list[asyncio.Task[datetime | None]]()

        async def begin() -> None:
            if not turns or turns[-1].done():
                turns.append(asyncio.create_task(converting.step()))

        converting._new_pool = lambda: ThreadPoolExecutor(1)
        self._converting.step = begin
        return turns

    async def settles(self) -> None:
        """Let everything happen that can happen now; moves the clock only for Telegram's limits."""
        await self.app.intake.step()
        for _ in range(2_000):
            again_at = await self._take_turns()
            if len(self.bot.queue) or not self.app.dispatcher.is_idle:
                await self._listens()
            elif again_at is None or again_at - self.clock.now() > PATIENCE:
                if not self._is_due:
                    return
            elif again_at > self.clock.now():
                self.hand.advance((again_at - self.clock.now()).total_seconds() + 0.001)
        raise AssertionError("the bot never comes to rest")

    async def breathes(self) -> None:
        """Let everything happen that can happen at this very instant; the clock stands still."""
        pause = await self.app.intake.step()
        for _ in range(1_000):
            again_at = await self._take_turns()
            waits = again_at is None or again_at > self.clock.now()
            heard = pause or not len(self.bot.queue)
            if self.app.dispatcher.is_idle and waits and heard and not self._is_due:
                return
            pause = await self._listens()
        raise AssertionError("the bot never comes to rest")

    async def _listens(self) -> float:
        """Ask Telegram for updates as long as there are any; an empty poll would only wait."""
        return await self.app.intake.step() if len(self.bot.queue) else 0.0

    async def _take_turns(self) -> datetime | None:
        await self._hours.take()
        await self._work.take()
        await self._converting.take()
        again_at = await self._post.take()
        await self.app.dispatcher.landed()
        return again_at

    @property
    def _is_due(self) -> bool:
        loops = (self._hours, self._work, self._converting, self._post)
        return any(turns.is_due for turns in loops)

    async def passes(self, **length: float) -> None:
        """Let time pass, firing what falls due on the way at its own instant."""
        end = self.clock.now() + timedelta(**length)
        await self.settles()
        while (next_at := self._hours.until) is not None and next_at <= end:
            if next_at > self.clock.now():
                self.hand.advance((next_at - self.clock.now()).total_seconds())
            await self.settles()
        if end > self.clock.now():
            self.hand.advance((end - self.clock.now()).total_seconds())
        await self.settles()
