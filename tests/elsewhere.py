"""A world with channels beside Telegram: people with telephones and mailboxes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import update

from storage.tables import outbox, people
from tests.gateways import Gateway, MailServer, a_gateway, a_mail_server
from tests.world import Human, Turns, World

PUBLIC = "https://trucban.example.vn"


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
