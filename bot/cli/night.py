"""One night on duty: a local Telegram, its people, a bot as a process of its own, one clock."""

import asyncio
import contextlib
import csv
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import SecretStr
from rich.console import Console

from bot.cli import registers
from bot.cli.movable_clock import MovableClock
from bot.cli.puppet import Puppet
from bot.cli.upcoming import Upcoming
from bot.config import Settings
from bot.domain.cells import COLUMNS, Register
from bot.playground import Playground
from bot.playground.accounts import User
from bot.playground.hours import machine_wait
from bot.playground.server import serve
from bot.playground.stage import Stage
from storage.database import Database

TOKEN = "1:DEMO"  # noqa: S105 of the local Telegram
CAST = {
    "citizen": "Chị Lan",
    "duty": "Anh Minh",
    "backup": "Chị Hà",
    "lead": "Anh Tùng",
    "contact": "Cô Mai",
}
TEAM = ("lead", "duty", "backup")
OTHERS = ("Anh Dũng", "Chị Thảo")  # of the team as well, without a column on the page
POSTS = {"primary": "duty", "backup": "backup", "commander": "lead"}
DAYS = 260  # beyond what the daily look ahead sees, also at the end of every story
LOOK_EVERY = timedelta(seconds=1)
GLANCE = timedelta(milliseconds=60)
HURRIED = timedelta(milliseconds=200)
REST = timedelta(seconds=4)
STOPS = 12


class Night:
    """The machinery behind the page: the bot's process, the clock that both share, what is due."""

    def __init__(self, settings: Settings, folder: Path, clock: MovableClock, stage: Stage) -> None:
        self.settings = settings
        self.clock = clock
        self.stage = stage
        self.anew = asyncio.Event()
        self.puppet = Puppet(settings, clock, folder / "bot.log")
        self.database = Database(settings.database_url, clock.now)
        self._upcoming = Upcoming(self.database)
        self._told: dict[str, Any] = {}
        self._asked = False

    async def state(self) -> dict[str, Any]:
        """Return how the bot is, what is due next, and what waits on either side of it."""
        following = await self._upcoming.next()
        queue = self.stage.bot.queue if self.stage.bot is not None else None
        return {
            "bot": self._health(),
            "next": following.as_json() if following is not None else None,
            "waiting_in": len(queue) if queue is not None else 0,
            "waiting_out": await self._upcoming.waiting(),
        }

    async def advance(self, seconds: float) -> None:
        """Let time pass; whatever falls due on the way happens at its own instant."""
        await self._go_to(self.clock.now() + timedelta(seconds=seconds))

    async def advance_to_next(self) -> None:
        """Go to the instant at which the next visible thing is due."""
        following = await self._upcoming.next()
        if following is not None:
            await self._go_to(following.at)
            await self._rest()

    async def kill(self) -> None:
        """End the bot as kill -9 does."""
        await self.puppet.kill()
        await self._tell()

    async def start(self) -> None:
        """Start the bot again if it is not running."""
        await self.puppet.start()
        await self._tell()

    async def begin_anew(self) -> None:
        """Ask for another night; who runs this one ends it."""
        self.anew.set()

    async def watch(self) -> None:
        """Tell the page what is due whenever that changes."""
        never = asyncio.Event()
        while True:
            await self._tell()
            await self.clock.wait(never, self.clock.now() + LOOK_EVERY)

    async def hurry(self) -> None:
        """Let seconds pass while messages wait for Telegram's limits, for when nobody looks on."""
        never = asyncio.Event()
        while True:
            if await self._upcoming.waiting():
                self.clock.leap(self.clock.now() + LOOK_EVERY)
                self.puppet.set_clock()
            await self.clock.wait(never, self.clock.now() + HURRIED)

    async def _tell(self) -> None:
        told = await self.state()
        if told != self._told:
            self._told = told
            self.stage.happened("backstage", **told)

    def _health(self) -> str:
        """Say whether the bot lives, and whether this process has asked for updates yet."""
        if not self.puppet.is_running:
            self._asked = False
            return "dead"
        bot = self.stage.bot
        self._asked = self._asked or (bot is not None and bot.queue.held is not None)
        return "running" if self._asked else "starting"

    async def _go_to(self, until: datetime) -> None:
        await self._has_heard()
        for _ in range(STOPS):
            stop = await self._upcoming.stop_before(until) if self.puppet.is_running else None
            if stop is None:
                break
            self._leap(stop)
            await self._rest()
        self._leap(until)
        await self._tell()

    def _leap(self, to: datetime) -> None:
        self.clock.leap(to)
        self.puppet.set_clock()
        self.stage.happened("clock")

    async def _has_heard(self) -> None:
        """Wait until what people have just done has had its effects: they come before the leap."""
        never, until = asyncio.Event(), self.clock.now() + REST
        while self._is_told_something() and self.clock.now() < until:
            await self.clock.wait(never, self.clock.now() + GLANCE)

    def _is_told_something(self) -> bool:
        bot = self.stage.bot
        return self.puppet.is_running and bot is not None and len(bot.queue) > 0

    async def _rest(self) -> None:
        """Wait until the bot has done what is due, as long as one cares to watch."""
        never, until = asyncio.Event(), self.clock.now() + REST
        while self.clock.now() < until:
            await self.clock.wait(never, self.clock.now() + GLANCE)
            if await self._upcoming.is_at_rest():
                return


@asynccontextmanager
async def a_night(
    screen: Console, port: int = 0, host: str | None = None
) -> AsyncIterator[tuple[str, Night]]:
    """Set up the local Telegram, the registers and the bot, and take them down again."""
    clock = MovableClock()
    clock.set(_evening(clock.now()) - clock.now())
    playground = Playground(now=lambda: clock.now().timestamp(), wait=machine_wait)
    stage = _stage(playground)
    with tempfile.TemporaryDirectory(prefix="trucban-demo-") as name:
        folder = Path(name)
        settings = _settings(stage, folder)
        night = Night(settings, folder, clock, stage)
        stage.backstage, stage.zone = night, settings.timezone
        await _registers(settings, folder, stage, clock.now(), screen)
        async with serve(playground, port, stage=stage, host=host) as address:
            night.settings.api_url = address
            await night.puppet.start()
            watching = asyncio.create_task(night.watch())
            try:
                yield address, night
            finally:
                watching.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await watching
                await night.puppet.stop()
                await night.database.close()


def _evening(now: datetime) -> datetime:
    """Return the small hours of National Day, when everybody else is away."""
    return datetime(now.year, 9, 2, 1, 58, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def _stage(playground: Playground) -> Stage:
    """Bring in the people; those of the team have opened the bot and are in the group."""
    people = playground.people
    bot = playground.add_bot(TOKEN, "trucban_bot", "Trực Ban")
    cast: dict[str, User] = {part: people.add_user(name) for part, name in CAST.items()}
    others = tuple(people.add_user(name) for name in OTHERS)
    team = [*(cast[part] for part in TEAM), *others]
    group = people.add_group("Đội ứng cứu sự cố", members=team, admins=[bot], forum=True)
    for person in (*team, cast["contact"]):
        people.start(person, bot)
    return Stage(playground, cast, bot, group, team=others)


def _settings(stage: Stage, folder: Path) -> Settings:
    assert stage.group is not None  # noqa: S101 for mypy
    return Settings(
        token=SecretStr(TOKEN),
        api_url="http://127.0.0.1",
        database_url=f"sqlite:///{folder / 'trucban.db'}",
        team_chat=stage.group.id,
        admins=frozenset({stage.cast["lead"].id}),
        timezone="Asia/Ho_Chi_Minh",
        language="vi",
        http="",
        webhook_url="",
        proxy=None,
        catalog=None,
        data=folder,
        log="text",
    )


async def _registers(
    settings: Settings, folder: Path, stage: Stage, now: datetime, screen: Console
) -> None:
    """Import the team and its roster as an operator would."""
    ids = {part: str(user.id) for part, user in stage.cast.items()}
    ids |= {user.first_name: str(user.id) for user in stage.team}
    for what, rows in _sheets(ids, now.astimezone(settings.zone)).items():
        file = folder / f"{what.value}.csv"
        with file.open("w", encoding="utf-8", newline="") as handle:
            csv.writer(handle).writerows([COLUMNS[what].all, *rows])
        if await registers.import_file(settings, what, file, Console(quiet=True), screen):
            raise SystemExit(1)


def _sheets(ids: dict[str, str], now: datetime) -> dict[Register, Sequence[Sequence[str]]]:
    evening = now.replace(tzinfo=None, hour=19, minute=0, second=0, microsecond=0)
    days = [evening + timedelta(days=number - 1) for number in range(DAYS)]
    return {
        Register.AGENCIES: [
            ["ubnd-a", "UBND phường A", "ubnd", ""],
            ["so-y-te", "Sở Y tế", "so", ""],
        ],
        Register.SYSTEMS: [["web-a", "Cổng thông tin phường A", "ubnd-a", "2", ""]],
        Register.PEOPLE: [
            *(
                [ids[part], CAST.get(part, part), "responder", "", "", "", "vi"]
                for part in ("duty", "backup", *OTHERS)
            ),
            [ids["lead"], CAST["lead"], "lead", "", "", "", "vi"],
            [ids["contact"], CAST["contact"], "staff", "ubnd-a", "", "", "vi"],
        ],
        Register.ROSTER: [
            [start.isoformat(), (start + timedelta(days=1)).isoformat(), post, ids[part]]
            for start in days
            for post, part in POSTS.items()
        ],
    }
