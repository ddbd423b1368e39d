"""The vocabulary of the black-box tests: people who write and press, Telegram, and time.

The whole program runs against the local Telegram, in one process; tests own the clock.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Table, select

from bot.app import App
from bot.config import Settings
from bot.domain.report import Draft
from bot.playground import HandClock, Playground
from bot.services.incidents import open_incident
from bot.services.sealing import look
from storage import people as stored_people
from storage.tables import incidents, people, shifts
from tests.near_session import live_next_door
from tests.on_the_spot import HereAndNow
from tests.phones import Human, find
from tests.turns import TestClock, Turning

__all__ = ["START", "Human", "World", "a_world"]

TOKEN = "123456:TEST"
TELEGRAM = "http://playground"
START = datetime(2026, 9, 1, 19, 0, tzinfo=UTC)  # 02:00 on 2 September in Vietnam


class World(Turning):
    """One province: its group, its people, its bot, and the clock."""

    def __init__(
        self,
        database_url: str,
        tmp_path: Path,
        *,
        limits: Any = None,
        group_kind: str = "supergroup",
        forum: bool = False,
        start: datetime = START,
        **settings: Any,
    ) -> None:
        self.is_forged = False  # a test that alters an incident by hand says so
        self.hand = HandClock(start.timestamp())
        self.clock = TestClock(self.hand)
        self.playground = Playground(now=self.hand, limits=limits)
        self.bot = self.playground.add_bot(TOKEN, "trucban_bot", "Trực Ban")
        self.admin = self.playground.people.add_user("Quản trị", username="admin")
        self.group = self.playground.people.add_group(
            "Đội ứng cứu", members=[self.admin], admins=[self.bot], kind=group_kind, forum=forum
        )
        usual: dict[str, Any] = {
            "token": TOKEN,
            "api_url": TELEGRAM,
            "database_url": database_url,
            "team_chat": self.group.id,
            "admins": str(self.admin.id),
            "http": "",
            "data": tmp_path,
            "pdf": False,  # what LibreOffice takes would be most of a test's time
        }
        self.settings = Settings(_env_file=None, **usual | settings)
        self._build()

    def _build(self) -> None:
        self.app = App(self.settings, clock=self.clock, new_pool=HereAndNow)
        live_next_door(self.app.telegram, self.playground, TELEGRAM)
        self._turn()

    async def opens(self) -> None:
        """Start the bot."""
        await self.app.open()
        await self.app.introduce()
        self.playground.people.start(self.admin, self.bot, "")
        await self.settles()

    async def restarts(self, **settings: Any) -> None:
        """Stop the bot in order and start it again, perhaps with other settings."""
        await self.app.close()
        await self.comes_back(**settings)

    async def comes_back(self, **settings: Any) -> None:
        """Start a new bot on the same database."""
        self.settings = self.settings.model_copy(update=settings)
        self._build()
        await self.opens()

    async def dies(self) -> None:
        """End the bot as if by kill -9: nothing more is written."""
        await self.app.database.close()

    async def citizen(self, name: str, **user: Any) -> Human:
        """Bring in somebody unknown who has opened the bot."""
        return Human(self, self.playground.people.add_user(name, **user))

    async def member(
        self, name: str, role: str = "responder", *, started: bool = True, **user: Any
    ) -> Human:
        """Bring in an enrolled person; `started` means they have opened the bot."""
        human = Human(self, self.playground.people.add_user(name, **user))
        async with self.app.database.begin() as tx:
            human.person_id = await tx.add(
                people,
                telegram_id=human.user.id,
                name=name,
                role=role,
                language="vi",
                active=True,
                blocked=False,
                privacy_at=tx.now,
                created_at=tx.now,
            )
        self.playground.people.join(self.group, human.user)
        if started:
            await human.starts()
        return human

    async def on_duty(self, human: Human, post: str = "primary", *, hours: float = 24) -> None:
        """Put somebody on the roster from now on."""
        async with self.app.database.begin() as tx:
            await tx.add(
                shifts,
                start_at=tx.now,
                end_at=tx.now + timedelta(hours=hours),
                post=post,
                person_id=human.person_id,
            )

    async def receives(
        self, reporter: Human, kind: str = "ransomware", *, times: int = 1, **told: Any
    ) -> dict[str, Any]:
        """Take in a report, or many at once, without its dialogue; return the newest incident."""
        draft = Draft(kind, told.pop("summary", "Máy chủ bị mã hóa"), **told)
        async with self.app.database.begin() as tx:
            person = await stored_people.get(tx, reporter.person_id or 0)
            for _ in range(times):
                await open_incident(tx, self.app.team, person, draft)
        return await self.incident()

    def in_group(self) -> list[Any]:
        """Return what the bot has written in the group, as it looks now."""
        return [
            m
            for m in self.playground.transcript(self.group)
            if m.sender.id == self.bot.user.id and not m.is_service
        ]

    def group_sees(self, *parts: str, with_button: str | None = None) -> Any:
        """Return the newest message of the bot in the group with all of this."""
        return find(self.in_group(), parts, with_button)

    async def rows(self, table: Table) -> list[dict[str, Any]]:
        """Return everything in a table, oldest first."""
        async with self.app.database.read() as tx:
            found = await tx.all(select(table).order_by(*table.primary_key))
            return [dict(row._mapping) for row in found]

    async def incident(self, incident_id: int | None = None) -> dict[str, Any]:
        """Return one incident, the newest if it is not said which."""
        found = await self.rows(incidents)
        return next((row for row in found if row["id"] == incident_id), found[-1])


@asynccontextmanager
async def a_world(database_url: str, tmp_path: Path, **options: Any) -> AsyncIterator[World]:
    """Open a world; at its end Telegram has nothing to complain about, and the timelines fit."""
    world = World(database_url, tmp_path, **options)
    await world.opens()
    try:
        yield world
        assert world.playground.complaints == []
        assert world.playground.meters.floods == []
        async with world.app.database.read() as tx:
            assert world.is_forged or (await look(tx)).found == ()
    finally:
        await world.app.close()
