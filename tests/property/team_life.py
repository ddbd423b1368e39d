"""A team, its database and its loops, as hypothesis moves them through time and trouble.

Real services, timekeeper and dispatcher on a real SQLite file; only Telegram is a few lines here.
"""

import asyncio
import shutil
import tempfile
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from telegram.error import Forbidden, NetworkError

from bot.catalog import load
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.pacing import Limits
from bot.domain.errors import Refused
from bot.domain.incident import OPEN, Status
from bot.domain.team import Team
from bot.timekeeper import Timekeeper
from storage import people as kept
from storage.database import Database
from storage.tables import incidents as incident_rows
from storage.tables import outbox, people, shifts
from tests.databases import memory_folder

START = datetime(2026, 9, 1, 19, 0, tzinfo=UTC)
CATALOG = load(None)
WIDE = Limits(overall=10_000, burst=10_000, group=10_000, spared=0, edit_gap=timedelta(0))
CAST = (("Tùng", "lead"), ("Minh", "responder"), ("Hà", "responder"), ("Bình", "responder"))

short = st.sampled_from([1, 3, 5, 10, 16, 31, 61])
lengths = st.sampled_from([1, 3, 5, 10, 16, 31, 61, 245, 24 * 60, 73 * 60])


class Line:
    """Telegram in ten lines: it refuses who has blocked the bot, and may be away."""

    def __init__(self):
        self.blocked, self.is_down, self.sent = set(), False, 0

    async def call(self, method, params):
        if self.is_down:
            raise NetworkError("httpx.ConnectError: connection refused")
        if params.get("chat_id") in self.blocked:
            raise Forbidden("Forbidden: bot was blocked by the user")
        self.sent += 1
        return {"message_id": self.sent}


class TeamLife(RuleBasedStateMachine):
    """A team of four, two citizens, the bot that serves them, and what befalls it."""

    template: Path

    def __init__(self):
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = Path(tempfile.mkdtemp(prefix="trucban-life-", dir=memory_folder()))
        self.now, self.line, self.length = START, Line(), 0
        shutil.copy(self.template, self.folder / "life.db")
        self.run(self.opens())
        self.run(self.settle_in())

    def run(self, work):
        return self.loop.run_until_complete(work)

    def teardown(self):
        self.run(self.database.close())
        self.loop.close()
        shutil.rmtree(self.folder)

    async def opens(self):
        self.team = Team(CATALOG, ZoneInfo("Asia/Ho_Chi_Minh"), "vi", -100)
        self.database = Database(f"sqlite:///{self.folder / 'life.db'}", lambda: self.now)
        await self.database.open()
        self.dispatcher = Dispatcher(self.database, self.team, self.line, WIDE)
        self.timekeeper = Timekeeper(self.database, self.team)
        await self.dispatcher.recover()

    async def settle_in(self):
        usual = {"language": "vi", "active": True, "blocked": False, "created_at": START}
        async with self.database.begin() as tx:
            for number, (name, role) in enumerate((*CAST, ("Lan", "citizen"), ("An", "citizen"))):
                await tx.add(people, telegram_id=number + 1, name=name, role=role, **usual)
            for person_id, post in ((2, "primary"), (3, "backup")):
                at = {"start_at": START, "end_at": START + timedelta(hours=12)}
                await tx.add(shifts, post=post, person_id=person_id, **at)

    def does(self, deed, who, number, *args):
        """Let a person do something to an incident; a refusal is as good an answer as any."""

        async def done():
            async with self.database.begin() as tx:
                found = [row.id for row in await tx.all(incident_rows.select())]
                if not found:
                    return
                person = await kept.get(tx, who)
                await deed(tx, person, found[number % len(found)], *args)

        self.refusable(done())

    def refusable(self, work):
        with suppress(Refused):
            self.run(work)

    def with_team(self, deed):
        return lambda tx, person, number, *args: deed(tx, self.team, person, number, *args)

    # Time, Telegram, and the process

    @rule()
    def telegram_comes_and_goes(self):
        self.line.is_down = not self.line.is_down

    @rule(minutes=short)
    def time_passes(self, minutes):
        async def done():
            end = self.now + timedelta(minutes=minutes)
            while (next_at := await self.works()) is not None and next_at <= end:
                self.now = max(self.now, next_at)
            self.now = end
            await self.works()

        self.run(done())

    @rule(minutes=lengths)
    def time_passes_while_nothing_runs(self, minutes):
        self.now += timedelta(minutes=minutes)

    async def works(self):
        """Let both loops have their turns at this instant; returns when something is due next."""
        for _ in range(100):
            next_at = await self.timekeeper.step()
            again_at = await self.dispatcher.step()
            await self.no_page_goes_out_for_what_is_taken()
            await self.dispatcher.landed()
            rests = again_at is None or again_at > self.now
            if rests and self.dispatcher.is_idle and (next_at is None or next_at > self.now):
                return next_at
        raise AssertionError("the loops never come to rest")

    @rule()
    def restart(self):
        async def done():
            await self.dispatcher.landed()
            await self.dispatcher.record()
            await self.database.close()
            await self.opens()

        self.run(done())

    @rule()
    def die_while_sending(self):
        async def done():
            await self.dispatcher.step()
            await self.dispatcher.landed()
            await self.database.close()
            await self.opens()

        self.run(done())

    async def no_page_goes_out_for_what_is_taken(self):
        sent = outbox.select().where(outbox.c.state == "claimed", outbox.c.op == "send")
        async with self.database.read() as tx:
            pages = await tx.all(sent.where(outbox.c.kind == "incident-page"))
            found = {row.id: row for row in await tx.all(incident_rows.select())}
        for page in pages:
            incident = found[page.subject_id]
            assert incident.owner_id is None
            assert Status(incident.status) in OPEN
