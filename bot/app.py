"""The composition root: builds every part by hand, starts and stops the loops in order."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from datetime import datetime, timedelta
from multiprocessing import get_context
from typing import Any

import httpx
from telegram.error import TelegramError

from bot.catalog import load
from bot.clock import Clock
from bot.config import Settings
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.menu import announce
from bot.delivery.pacing import Limits
from bot.delivery.telegram import Telegram, connect
from bot.domain.team import Team
from bot.intake import Intake
from bot.services import people
from bot.timekeeper import Timekeeper
from bot.web import WEBHOOK_PATH, Web
from bot.workshop import NewPool, Workshop
from handlers.desk import Desk
from handlers.topics import BUTTONS, COMMANDS
from storage import due, outbox
from storage.database import Database
from storage.migrate import upgrade

logger = logging.getLogger(__name__)

PATIENCE = timedelta(seconds=5)
LATE = timedelta(seconds=60)
STALE = timedelta(minutes=2)


def a_process() -> Executor:
    """Return where slow work is done: one process that shares nothing with this one."""
    return ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))


class App:
    """One bot: its database, its way to Telegram and its loops."""

    def __init__(
        self,
        settings: Settings,
        *,
        clock: Clock | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        limits: Limits | None = None,
        new_pool: NewPool | None = None,
    ) -> None:
        self.settings = settings
        self.clock = clock or Clock()
        self.database = Database(settings.database_url, self.clock.now)
        self.team = Team(
            load(settings.catalog), settings.zone, settings.language, settings.team_chat
        )
        self.telegram: Telegram = connect(settings, transport)
        self.dispatcher = Dispatcher(self.database, self.team, self.telegram, limits)
        self.timekeeper = Timekeeper(self.database, self.team)
        self.workshop = Workshop(
            self.database, self.team, self.telegram.download, new_pool or a_process
        )
        self.desk = Desk(self.team, COMMANDS, BUTTONS)
        self.intake = Intake(self.database, self.telegram.updates, self.desk)
        self.web: Web | None = None
        self._woken = {
            "outbox": (self.dispatcher.woken,),
            "due": (asyncio.Event(), asyncio.Event()),
        }
        self._loops: list[asyncio.Task[None]] = []
        self._started_at = self.clock.now()

    async def open(self) -> None:
        """Make the database ready and pick up where the last process stopped."""
        await self.database.open()
        await upgrade(self.settings.database_url)
        self.database.on_commit = self._committed
        async with self.database.begin() as tx:
            await people.ensure_admins(tx, self.team, sorted(self.settings.admins))
        await self.dispatcher.recover()
        await self.timekeeper.start()

    async def close(self) -> None:
        """Let what is in the air land and be recorded, then let go of everything."""
        try:
            await asyncio.wait_for(self.dispatcher.landed(), PATIENCE.total_seconds())
        except TimeoutError:
            logger.warning("calls-left-in-the-air")
        await self.dispatcher.record()
        self.workshop.rest()
        await self.telegram.disconnect()
        await self.database.close()

    async def run(self, stopping: asyncio.Event) -> None:
        """Work until `stopping` is set."""
        await self.open()
        try:
            await self._start_loops()
            await stopping.wait()
        finally:
            await self._stop_loops()
            await self.close()

    async def _start_loops(self) -> None:
        if self.settings.http:
            secret = self.settings.webhook_secret.get_secret_value()
            self.web = Web(self.settings.http, self.intake.take_in, self.health, secret)
            port = await self.web.start()
            logger.info("listening", extra={"port": port})
        self._begin("deliver", self._looped(self.dispatcher.step, self.dispatcher.woken))
        soon, slow = self._woken["due"]
        self._begin("keep-time", self._looped(self.timekeeper.step, soon))
        self._begin("make", self._looped(self.workshop.step, slow))
        if not self.settings.webhook_url:
            self._begin("take-in", self._take_in())
        self._begin("introduce", self._introduce())
        logger.info("started", extra={"database": self.database.url.get_backend_name()})

    async def _stop_loops(self) -> None:
        for task in self._loops:
            task.cancel()
        await asyncio.gather(*self._loops, return_exceptions=True)
        self._loops.clear()
        if self.web is not None:
            await self.web.stop()

    def _begin(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        self._loops.append(asyncio.create_task(work, name=name))

    def _committed(self, woken: set[str]) -> None:
        for name in woken:
            for event in self._woken[name]:
                event.set()

    async def _looped(
        self, step: Callable[[], Awaitable[datetime | None]], woken: asyncio.Event
    ) -> None:
        while True:
            try:
                until = await step()
            except Exception:  # a loop's step: it is tried again, the others go on
                logger.exception("step-failed")
                until = self.clock.now() + timedelta(seconds=1)
            await self.clock.wait(woken, until)

    async def _take_in(self) -> None:
        never = asyncio.Event()
        while True:
            try:
                pause = await self.intake.step()
            except Exception:  # a loop's step: nothing was confirmed, so nothing is lost
                logger.exception("step-failed")
                pause = 1.0
            if pause:
                await self.clock.wait(never, self.clock.now() + timedelta(seconds=pause))

    async def _introduce(self) -> None:
        """Learn the bot's own name and tell Telegram its commands, however long that takes."""
        never, pause = asyncio.Event(), 1.0
        while True:
            try:
                await self.introduce()
            except TelegramError as error:
                logger.warning("telegram-unavailable", extra={"error": str(error)})
                pause = min(pause * 2, 60.0)
                await self.clock.wait(never, self.clock.now() + timedelta(seconds=pause))
            else:
                return

    async def introduce(self) -> None:
        """Ask for the bot's name, choose polling or the webhook, and publish the commands."""
        me = await self.telegram.call("getMe", {})
        self.team.bot_username = me["username"]
        if self.settings.webhook_url:
            address = self.settings.webhook_url.rstrip("/") + WEBHOOK_PATH
            secret = self.settings.webhook_secret.get_secret_value()
            await self.telegram.listen_at(address, secret)
        else:
            await self.telegram.call("deleteWebhook", {})
        await announce(self.telegram.call, self.team, COMMANDS)
        logger.info("introduced", extra={"bot": self.team.bot_username})

    async def health(self) -> Mapping[str, Any]:
        """Say whether anything due, or any page, is late, and whether Telegram answers."""
        now = self.clock.now()
        async with self.database.read() as tx:
            waiting = [await due.oldest(tx), await outbox.oldest_page(tx)]
        oldest = min((at for at in waiting if at is not None), default=None)
        late = now - oldest if oldest is not None and oldest < now else timedelta(0)
        fetched_at = self.intake.fetched_at
        polling = not self.settings.webhook_url
        fresh = not polling or now - (fetched_at or self._started_at) < STALE
        return {
            "ok": late < LATE and fresh,
            "late_seconds": late.total_seconds(),
            "updates_at": fetched_at.isoformat() if fetched_at else None,
        }
