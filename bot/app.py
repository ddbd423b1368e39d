"""The composition root: builds every part by hand, starts and stops the loops in order."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import asdict
from telegram.error import TelegramError

from bot.answering import Answering
from bot.clock import Clock
from bot.config import Settings
from bot.delivery.channels import Channels, templates
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.forum import look
from bot.delivery.hearing import Hearing
from bot.delivery.menu import announce
from bot.delivery.pacing import Limits
from bot.delivery.sender import Sender
from bot.delivery.telegram import Telegram, connect, way_out
from bot.delivery.webhook import WebhookLook
from bot.founding import team_of
from bot.health.condition import Condition
from bot.health.heartbeat import Heartbeat
from bot.health.metrics import figures
from bot.health.systemd import Systemd, Watchdog
from bot.intake import Intake
from bot.papers.calendar_file import calendar_file
from bot.quiet import Tidying, settle_in
from bot.services import agendas, forum, people
from bot.timekeeper import Timekeeper
from bot.web import WEBHOOK_PATH, Web
from bot.worker import a_process
from bot.workshop import NewPool, Workshop
from handlers.desk import Desk
from handlers.topics import BUTTONS, COMMANDS
from storage.database import Database
from storage.migrate import upgrade

logger = logging.getLogger(__name__)

PATIENCE = timedelta(seconds=5)
# What an update has caused leaves before Telegram is asked for the next ones.
LEAVE_FIRST = timedelta(milliseconds=5)


class App:
    """One bot: its database, its way to Telegram and its loops."""

    def __init__(
        self,
        settings: Settings,
        *,
        clock: Clock | None = None,
        limits: Limits | None = None,
        new_pool: NewPool | None = None,
    ) -> None:
        self.settings = settings
        self.clock = clock or Clock()
        self.database = Database(settings.database_url, self.clock.now)
        self.team = team_of(settings)
        self.channels = Channels(templates(settings))
        self.team.channels = self.channels.open
        hearing = Hearing(self.clock.now)
        self.telegram: Telegram = connect(settings, hearing)
        self.dispatcher = Dispatcher(
            self.database, self.team, self.telegram, limits, self.clock.steady
        )
        self.sender = Sender(self.database, self.team, self.channels, self.heard_at)
        self.timekeeper = Timekeeper(self.database, self.team, steady=self.clock.steady)
        given = (self.database, self.team, self.telegram.download, new_pool or a_process)
        self.workshop, self.converting = Workshop(*given), Workshop(*given, foreign=True)
        self.condition = Condition(self.database, settings, hearing)
        self.desk = Desk(self.team, COMMANDS, BUTTONS, self.condition.process)
        self.intake = Intake(self.database, self.telegram.updates, self.desk)
        self.systemd = Systemd.found()
        self.heartbeat = self._heartbeat()
        self.answering = Answering(self.database, self.team)
        self.web: Web | None = None
        self._woken = {
            "outbox": self.dispatcher.woken,
            "channels": self.sender.woken,
            "due": asyncio.Event(),
            "work": asyncio.Event(),
            "foreign": asyncio.Event(),
        }
        self._loops: list[asyncio.Task[None]] = []
        self._be_watched()

    def heard_at(self) -> datetime | None:
        """Return when Telegram last let updates be fetched, or took a message."""
        fetched_at = self.condition.ear.fetched_at if self.condition.ear is not None else None
        signs = (fetched_at, self.dispatcher.tally.sent_at)
        return max((at for at in signs if at is not None), default=None)

    def _heartbeat(self) -> Heartbeat | None:
        url = self.settings.heartbeat_url.get_secret_value()
        if not url:
            return None
        way = way_out(self.settings)
        return Heartbeat(url, self.condition.why_not_well, way, self.clock.now)

    def _be_watched(self) -> None:
        """Name the parts by which others tell whether all is well."""
        self.webhook: WebhookLook | None = None
        if self.settings.webhook_url:
            address = self.settings.webhook_url.rstrip("/") + WEBHOOK_PATH
            call, now = self.telegram.call, self.clock.now
            self.webhook = WebhookLook(call, address, self.introduce, now)
        ear = self.webhook or self.intake
        self.condition.ear, self.condition.pulse = ear, self.heartbeat
        self.condition.door = self.intake
        self.condition.loops = {
            "deliver": self.dispatcher,
            "send-elsewhere": self.sender,
            "keep-time": self.timekeeper,
            "take-in": ear,
        }

    async def open(self) -> None:
        """Make the database ready and pick up where the last process stopped."""
        await self.database.open()
        await upgrade(self.settings.database_url)
        self.database.on_commit = self._committed
        async with self.database.begin() as tx:
            await people.ensure_admins(tx, self.team, sorted(self.settings.admins))
        await self.dispatcher.recover()
        await self.sender.recover()
        await self.timekeeper.start()

    async def close(self) -> None:
        """Let what is in the air land and be recorded, then let go of everything."""
        try:
            landed = asyncio.gather(self.dispatcher.landed(), self.sender.landed())
            await asyncio.wait_for(landed, PATIENCE.total_seconds())
        except TimeoutError:
            logger.warning("calls-left-in-the-air")
        await self.dispatcher.record()
        await self.sender.record()
        self.channels.close()
        self.workshop.rest()
        self.converting.rest()
        if self.heartbeat is not None:
            await self.heartbeat.close()
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
            take_in, health, calendar = self.intake.take_in, self.health, self.calendar
            self.web = Web(self.settings.http, take_in, health, secret, calendar, self.metrics)
            if self.settings.public_url:
                self.web.also(self.answering.routes())
            port = await self.web.start()
            logger.info("listening", extra={"port": port})
        self._begin("deliver", self._looped(self.dispatcher.step, self.dispatcher.woken))
        self._begin("send-elsewhere", self._looped(self.sender.step, self.sender.woken))
        self._begin("keep-time", self._looped(self.timekeeper.step, self._woken["due"]))
        self._begin("make", self._looped(self.workshop.step, self._woken["work"]))
        self._begin("convert", self._looped(self.converting.step, self._woken["foreign"]))
        if self.webhook is None:
            self._begin("take-in", self._take_in())
        else:
            self._begin("take-in", self._looped(self.webhook.step, asyncio.Event()))
        self._begin("introduce", self._introduce())
        self._begin("settle-in", settle_in(self.database, self.team))
        tidying = Tidying(self.database)
        self._begin("tidy", self._looped(tidying.step, tidying.woken))
        self._begin_to_tell()
        logger.info("started", extra={"database": self.database.url.get_backend_name()})

    def _begin_to_tell(self) -> None:
        """Tell systemd and whoever watches outside, if there is anybody."""
        if self.heartbeat is not None:
            self._begin("heartbeat", self._looped(self.heartbeat.step, asyncio.Event()))
        watchdog = Watchdog(self.systemd, self.condition.stuck, self.clock.now)
        if self.systemd.address is not None:
            self._begin("watchdog", self._looped(watchdog.step, asyncio.Event()))
        self.systemd.tell("READY=1")

    async def _stop_loops(self) -> None:
        self.systemd.tell("STOPPING=1")
        for task in self._loops:
            task.cancel()
        await asyncio.gather(*self._loops, return_exceptions=True)
        self._loops.clear()
        if self.web is not None:
            await self.web.stop()

    def _begin(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        self._loops.append(asyncio.create_task(work, name=name))

    def _committed(self, woken: set[str]) -> None:
        for name, event in self._woken.items():
            if name in woken or (name == "foreign" and "work" in woken):
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
                offset = self.intake.offset
                pause = await self.intake.step()
                if self.intake.offset != offset:
                    await self.clock.wait(never, self.clock.now() + LEAVE_FIRST)
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
        await self._look_around()
        logger.info("introduced", extra={"bot": self.team.bot_username})

    async def _look_around(self) -> None:
        seen = await look(self.telegram.call, self.team.chat_id)
        if seen is not None and self.team.chat_id is not None:
            async with self.database.begin() as tx:
                await forum.learn(tx, self.team, self.team.chat_id, **asdict(seen))

    async def calendar(self, token: str) -> bytes | None:
        """Return the calendar at a private address, None when it is nobody's."""
        async with self.database.read() as tx:
            agenda = await agendas.by_token(tx, self.team, token)
        return None if agenda is None else await asyncio.to_thread(calendar_file, agenda)

    async def health(self) -> Mapping[str, Any]:
        """Say whether anything due, or any page, is late, and whether Telegram answers."""
        return await self.condition.told()

    async def metrics(self) -> bytes:
        """Return the figures for Prometheus."""
        from bot.health.exposition import exposition  # noqa: PLC0415 few teams ever ask

        async with self.database.read() as tx:
            found = await figures(tx, self.condition.process(), self.dispatcher.tally)
        return exposition(found)
