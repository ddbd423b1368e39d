"""A storm: citizens report and responders take, while everything around the bot goes wrong.

The order of the troubles comes from a seed; what the machine makes of it differs from run to run.
"""

import asyncio
import json
import random
import signal
import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.playground.meters import Limits
from storage.database import Database
from storage.migrate import upgrade
from storage.tables import people, shifts
from tests.faults.bot_process import BotProcess, a_bot_process
from tests.faults.jumpy_bot import ORDERS
from tests.faults.nursery import Nursery

WORDS = ("Máy chủ bị mã hóa", "đồng ý", "mã hóa", "gửi ngay")
HOUR = 3600
TURN = timedelta(minutes=1)
ROSTER = timedelta(hours=4)  # to both sides, for a clock that jumps
AGAIN = 8.0  # seconds after which somebody who got no answer presses once more
sleep = asyncio.tasks.sleep
Trouble = Callable[[], Coroutine[Any, Any, None]]


@dataclass
class Storm:
    """The bot, its people, and the troubles; `met` counts which came how often."""

    process: BotProcess
    chance: random.Random
    officers: list[Any] = field(default_factory=list)
    citizens: list[Any] = field(default_factory=list)
    met: dict[str, int] = field(default_factory=dict)
    pressed: dict[tuple[int, int], float] = field(default_factory=dict)
    ahead: float = 0.0
    most_bytes: int | None = None
    length: float = 1.0
    patience: float = 10.0

    @property
    def bot(self) -> Any:
        """The bot's account."""
        return next(iter(self.process.playground.bots.values()))

    @property
    def troubles(self) -> tuple[tuple[str, Trouble], ...]:
        """Every trouble by its name in the table."""
        return (
            ("kill -9", self.process.kill),
            ("replies lost", lambda: self._faulty(4, drop="after")),
            ("calls lost", lambda: self._faulty(4, drop="before")),
            ("answers 502", lambda: self._faulty(20, status=502)),
            ("answers 429", lambda: self._faulty(6, method="sendMessage", retry_after=3)),
            ("Telegram away", self._away),
            ("replies after 5 s", self._slow),
            ("database locked", self._locked),
            ("disk full", self._full),
            ("clock an hour on", lambda: self._jump(HOUR)),
            ("clock an hour back", lambda: self._jump(-HOUR)),
        )

    def order(self) -> None:
        """Tell the bot its clock and its disk, now and at every start."""
        orders = {"ahead": self.ahead, "most_bytes": self.most_bytes}
        path = Path(self.process.environment[ORDERS])
        path.with_suffix(".new").write_text(json.dumps(orders), encoding="utf-8")
        path.with_suffix(".new").rename(path)
        self.process.nudge(signal.SIGUSR1)

    async def rages(self, until: asyncio.Event, pause: float) -> None:
        """Bring one trouble after the other, each kind once before any comes again."""
        left: list[tuple[str, Trouble]] = []
        while not until.is_set():
            left = left or self.chance.sample(self.troubles, len(self.troubles))
            await self.restart()
            name, trouble = left.pop()
            self.met[name] = self.met.get(name, 0) + 1
            await trouble()
            await sleep(self.chance.uniform(0.5, 1.5) * pause)

    async def calms(self) -> None:
        """Lift everything; the clock goes right again."""
        self.process.playground.up()
        self.ahead, self.most_bytes = 0.0, None
        self.order()
        await self.restart()

    async def restart(self) -> None:
        """Start a bot again that found its database locked and ended, as its service does."""
        if not self.process.is_alive:
            self.met["(ended by itself)"] = self.met.get("(ended by itself)", 0) + 1
            await self.process.start()

    async def reports(self, citizen: Any) -> None:
        """Tell a report word by word, and go on when no answer comes for too long."""
        playground = self.process.playground
        for words in WORDS:
            before = len(self._said_to(citizen))
            playground.people.say(citizen, self.bot, words)
            for _ in range(int(self.patience * 10)):
                if len(self._said_to(citizen)) > before:
                    break
                await sleep(0.1)

    async def takes(self, until: asyncio.Event) -> None:
        """Press under every page that is seen, and again when nothing came of it."""
        playground, loop = self.process.playground, asyncio.get_running_loop()
        while not until.is_set():
            for officer in self.officers:
                for message in self._said_to(officer):
                    data = page_data(message.buttons)
                    last = self.pressed.get((officer.id, message.id), -AGAIN)
                    if data is not None and loop.time() - last > AGAIN:
                        self.pressed[officer.id, message.id] = loop.time()
                        playground.people.press(officer, message, data)
            await sleep(0.2)

    def _said_to(self, user: Any) -> list[Any]:
        chat = self.process.playground.private(user, self.bot)
        return [m for m in self.process.playground.transcript(chat) if m.sender.is_bot]

    async def _faulty(self, times: int, **trouble: Any) -> None:
        """Meet so many calls, those of some seconds at most: what backs off makes few of them."""
        fault = self.process.playground.fail(times=times, **trouble)
        await sleep(4 * self.length)
        self.process.playground.faults.lift(fault)

    async def _away(self) -> None:
        self.process.playground.faults.down = True
        await sleep(6 * self.length)
        self.process.playground.faults.down = False

    async def _slow(self) -> None:
        fault = self.process.playground.fail("sendMessage", times=None, delay=5.0)
        await sleep(5 * self.length)
        self.process.playground.faults.lift(fault)

    async def _locked(self) -> None:
        with sqlite3.connect(self.process.folder / "trucban.db", timeout=5) as connection:
            connection.execute("BEGIN IMMEDIATE")
            await sleep(6.5 * self.length)
            connection.rollback()
        connection.close()

    async def _full(self) -> None:
        self.most_bytes = 4096
        self.order()
        await sleep(3 * self.length)
        self.most_bytes = None
        self.order()

    async def _jump(self, seconds: float) -> None:
        self.ahead = max(-HOUR, min(HOUR, self.ahead + seconds))
        self.order()


def page_data(buttons: Any) -> str | None:
    """Return what the button sends that takes the incident of a page, None under anything else."""
    found = [button.data for button in buttons if (button.data or "").startswith("ack:")]
    return found[0] if found else None


async def _prepared(storm: Storm, officers: int) -> None:
    """Enrol officers who take turns of a minute, whatever the clock says."""
    url = storm.process.environment["TRUCBAN_DATABASE_URL"]
    await upgrade(url)
    now = Clock().now()
    database = Database(url, lambda: now)
    await database.open()
    add_user = storm.process.playground.people.add_user
    storm.officers = [add_user(f"Cán bộ {number}") for number in range(officers)]
    usual = {"language": "vi", "active": True, "blocked": False, "created_at": now}
    # From people nobody knows the bot takes no more than 120 reports an hour.
    staff = usual | {"role": "staff", "privacy_at": None}
    usual |= {"role": "responder", "privacy_at": now}
    async with database.begin() as tx:
        ids = [
            await tx.add(people, telegram_id=user.id, name=user.first_name, **usual)
            for user in storm.officers
        ]
        known = [{"telegram_id": each.id, "name": each.first_name} for each in storm.citizens]
        await tx.run(people.insert(), [staff | each for each in known])
        turns = int(2 * ROSTER / TURN)
        starts = [now - ROSTER + TURN * number for number in range(turns)]
        rows = [
            {"start_at": at, "end_at": at + TURN, "post": "primary", "person_id": ids[n % officers]}
            for n, at in enumerate(starts)
        ]
        await tx.run(shifts.insert(), rows)
    await database.close()
    people_there = storm.process.playground.people
    admin = people_there.world.users[int(storm.process.environment["TRUCBAN_ADMINS"])]
    for user in (admin, *storm.officers):
        people_there.start(user, storm.bot)


@asynccontextmanager
async def a_storm(
    folder: Path, nursery: Nursery, seed: int, *, citizens: int, officers: int
) -> AsyncIterator[Storm]:
    """Set the scene: a running bot, officers on duty in turn, citizens who have opened the bot."""
    async with a_bot_process(folder, nursery, Limits()) as process:
        storm = Storm(process, random.Random(seed))  # noqa: S311 not a secret
        process.environment[ORDERS] = str(folder / "orders.json")
        storm.order()
        add_user = process.playground.people.add_user
        storm.citizens = [add_user(f"Dân {number}") for number in range(citizens)]
        await _prepared(storm, officers)
        for user in storm.citizens:
            process.playground.private(user, storm.bot).started = True
        await process.start()
        yield storm
