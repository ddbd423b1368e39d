"""The vocabulary of the black-box tests: people who write and press, Telegram, and time.

The whole program runs against the local Telegram, in one process; tests own the clock. After
`settles` everything that can happen at this instant has happened.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Table, select

from bot.app import App
from bot.clock import LONGEST_NAP, Clock
from bot.config import Settings
from bot.domain.report import Draft
from bot.playground import HandClock, Playground
from bot.services.incidents import open_incident
from storage import people as stored_people
from storage.tables import incidents, people, shifts
from tests.on_the_spot import HereAndNow

TOKEN = "123456:TEST"
START = datetime(2026, 9, 1, 19, 0, tzinfo=UTC)  # 02:00 on 2 September in Vietnam
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
class Human:
    """Somebody with a phone."""

    world: "World"
    user: Any
    person_id: int | None = None
    read: int = field(default=0)

    @property
    def chat(self) -> Any:
        """The private chat with the bot."""
        return self.world.playground.private(self.user, self.world.bot)

    @property
    def messages(self) -> list[Any]:
        """What the bot has written here, oldest first, as it looks now."""
        return [
            m for m in self.world.playground.transcript(self.chat) if m.sender.id != self.user.id
        ]

    async def starts(self, payload: str = "") -> None:
        """Open the bot, perhaps by a deep link."""
        self.world.playground.people.start(self.user, self.world.bot, payload)
        await self.world.settles()

    async def says(self, text: str, *, reply_to: Any = None) -> Any:
        """Write to the bot in private."""
        sent = self.world.playground.people.say(self.user, self.world.bot, text, reply_to=reply_to)
        await self.world.settles()
        return sent

    async def says_in_group(
        self, text: str, *, reply_to: Any = None, thread: int | None = None
    ) -> Any:
        """Write in the team's group, perhaps in one of its topics."""
        group, people = self.world.group, self.world.playground.people
        sent = people.say(self.user, group, text, reply_to=reply_to, thread=thread)
        await self.world.settles()
        return sent

    async def presses(self, label: str, *, on: Any = None) -> Any:
        """Press the newest button with these words; returns what popped up, or None."""
        message = on or self._with_button(label)
        query = self.world.playground.people.press(self.user, message, _button(message, label))
        await self.world.settles()
        return self.world.playground.people.toast(query)

    def sees(self, *parts: str, with_button: str | None = None) -> Any:
        """Return the newest message that contains all of this; fails when there is none."""
        return _find(self.messages, parts, with_button)

    def does_not_see(self, part: str) -> None:
        """Fail when any message contains this."""
        assert not [m.text for m in self.messages if part in (m.text or "")]

    def _with_button(self, label: str) -> Any:
        own = [m for m in self.messages if _labels(m, label)]
        team = [m for m in self.world.in_group() if _labels(m, label)]
        found = own or team
        assert found, f"{self.user.first_name} sees no button {label!r} in {_words(self.messages)}"
        return found[-1]


def _labels(message: Any, label: str) -> list[str]:
    return [button.label for button in message.buttons if label in button.label]


def _button(message: Any, label: str) -> str:
    return str(next(b.data for b in message.buttons if label in b.label and b.data))


def _words(messages: Sequence[Any]) -> str:
    return "\n".join(f"· {m.text} {[b.label for b in m.buttons]}" for m in messages)


def _find(messages: Sequence[Any], parts: Sequence[str], with_button: str | None) -> Any:
    for message in reversed(messages):
        if not all(part in (message.text or "") for part in parts):
            continue
        if with_button is None or _labels(message, with_button):
            return message
    raise AssertionError(f"nobody wrote {parts!r} {with_button!r} in\n{_words(messages)}")


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


class World:
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
            "api_url": "http://playground",
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
        self.app = app = App(
            self.settings,
            clock=self.clock,
            transport=self.playground.transport(),
            new_pool=HereAndNow,
        )
        woken, now = app._woken, self.clock.now
        self._hours = Turns(app.timekeeper.step, woken["due"], now)
        self._work = Turns(app.workshop.step, woken["work"], now)
        self._post = Turns(app.dispatcher.step, woken["outbox"], now)

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
        again_at = await self._post.take()
        await self.app.dispatcher.landed()
        return again_at

    @property
    def _is_due(self) -> bool:
        return any(turns.is_due for turns in (self._hours, self._work, self._post))

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
            m for m in self.playground.transcript(self.group) if m.sender.id == self.bot.user.id
        ]

    def group_sees(self, *parts: str, with_button: str | None = None) -> Any:
        """Return the newest message of the bot in the group with all of this."""
        return _find(self.in_group(), parts, with_button)

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
    """Open a world, and check at its end that Telegram had nothing to complain about."""
    world = World(database_url, tmp_path, **options)
    await world.opens()
    try:
        yield world
        assert world.playground.complaints == []
        assert world.playground.meters.floods == []
    finally:
        await world.app.close()
