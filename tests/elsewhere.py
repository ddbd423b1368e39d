"""A world with channels beside Telegram: people with telephones and mailboxes.

Its fixtures are asked for by the names that the usual world has: whoever imports them plays here.
"""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import update

from bot.web import Web
from storage.tables import outbox, people
from tests.gateways import Gateway, MailServer, a_gateway, a_mail_server
from tests.turns import Turns
from tests.world import Human, World

PUBLIC = "https://trucban.example.vn"
MINH, HA = "0912345678", "+84 987 654 321"
CODE = re.compile(r"/a/([A-Z2-9]{8})")


class ElsewhereWorld(World):
    """One province whose bot also sends by SMS and e-mail."""

    gateway: Gateway
    mail: MailServer

    def _build(self) -> None:
        super()._build()
        self._letters = Turns(self.app.sender.step, self.app.sender.woken, self.clock.now)

    async def waits(self, **length: float) -> None:
        """Let time pass in steps of ten seconds, whether Telegram is there or not."""
        end = self.clock.now() + timedelta(**length)
        await self.breathes()
        while self.clock.now() < end:
            self.hand.advance(min(10.0, (end - self.clock.now()).total_seconds()))
            await self.breathes()

    async def comes_back_unseen(self) -> None:
        """Start a bot that Telegram and the team know already."""
        self._build()
        await self.app.open()
        self.app.team.bot_username = self.bot.user.username or ""

    @property
    def _is_due(self) -> bool:
        return super()._is_due or self._letters.is_due

    async def _take_turns(self) -> datetime | None:
        again_at = await super()._take_turns()
        await self._letters.take()
        await self.app.sender.landed()
        return again_at

    async def is_reached_by(self, human: Human, **addresses: str) -> None:
        """Enter a telephone number or a mailbox into the register."""
        async with self.app.database.begin() as tx:
            who = update(people).where(people.c.id == human.person_id)
            await tx.run(who.values(**addresses))

    async def calls(self, *channels: str) -> list[dict[str, Any]]:
        """Return the rows of the outbox that go by these channels, or by any but Telegram."""
        rows = await self.rows(outbox)
        wanted = channels or ("sms", "email", "chat")
        return [row for row in rows if row["channel"] in wanted]


@asynccontextmanager
async def an_elsewhere_world(
    database_url: str, tmp_path: Path, **options: Any
) -> AsyncIterator[ElsewhereWorld]:
    """Open a world beside a gateway and a mail server; the bot knows both."""
    async with a_gateway() as gateway, a_mail_server() as mail:
        usual = {"sms_url": gateway.url, "email_url": mail.url, "public_url": PUBLIC}
        world = ElsewhereWorld(database_url, tmp_path, **usual | {"http": "127.0.0.1:0"} | options)
        world.gateway, world.mail = gateway, mail
        await world.opens()
        try:
            yield world
            assert world.playground.complaints == []
            assert world.playground.meters.floods == []
        finally:
            await world.app.close()


@pytest.fixture(name="world")
async def elsewhere(database_url: str, tmp_path: Path) -> AsyncIterator[ElsewhereWorld]:
    async with an_elsewhere_world(database_url, tmp_path) as world:
        yield world


@pytest.fixture(name="minh")
async def minh_reached(world: ElsewhereWorld) -> Human:
    """On duty, with a telephone and a mailbox."""
    minh = await world.member("Minh")
    await world.on_duty(minh)
    await world.is_reached_by(minh, phone=MINH, email="minh@example.vn")
    return minh


@pytest.fixture(name="ha")
async def ha_reached(world: ElsewhereWorld) -> Human:
    """The backup, with a telephone."""
    ha = await world.member("Hà")
    await world.on_duty(ha, "backup")
    await world.is_reached_by(ha, phone=HA)
    return ha


@pytest.fixture(name="lan")
async def lan_known(world: ElsewhereWorld) -> Human:
    """A citizen whom the bot knows already."""
    return await world.member("Lan", "citizen")


@asynccontextmanager
async def browser(world: ElsewhereWorld) -> AsyncIterator[aiohttp.ClientSession]:
    """Open a browser on the bot's own pages."""
    web = Web("127.0.0.1:0", world.app.intake.take_in, world.app.health, "")
    web.also(world.app.answering.routes())
    try:
        async with aiohttp.ClientSession(f"http://127.0.0.1:{await web.start()}") as client:
            yield client
    finally:
        await web.stop()


def code_in(said: str) -> str:
    """Return the code of the link in a message."""
    found = CODE.search(said)
    assert found, said
    return found[1]


async def pressed(client: aiohttp.ClientSession, code: str) -> tuple[int, str]:
    """Press the button of a page; returns what comes back."""
    async with client.post(f"/a/{code}") as answer:
        return answer.status, await answer.text()
