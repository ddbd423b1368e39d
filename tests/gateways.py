"""What stands at the other end of the channels in tests: a mail server and an SMS gateway."""

import asyncio
import email
import email.policy
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiosmtpd.smtp import SMTP


@dataclass
class Gateway:
    """An SMS gateway: what it was given as (number, words), and how it answers."""

    port: int = 0
    taken: list[tuple[str, str]] = field(default_factory=list)
    refused: int = 0
    status: int = 200
    slow: asyncio.Event | None = None

    @property
    def url(self) -> str:
        """The setting that leads here."""
        return f"json://user:s3cret-gate@127.0.0.1:{self.port}/sms?:to={{phone_local}}"

    def to(self, number: str) -> list[str]:
        """Return what one telephone got."""
        return [words for phone, words in self.taken if phone == number]

    async def handle(self, request: web.Request) -> web.Response:
        """Take a message, or refuse it."""
        said = await request.json()
        if self.slow is not None:
            await self.slow.wait()
        if self.status != 200:
            self.refused += 1
            return web.Response(status=self.status)
        self.taken.append((said["to"], said["message"]))
        return web.Response(status=200)


@asynccontextmanager
async def a_gateway() -> AsyncIterator[Gateway]:
    """Run an SMS gateway on loopback."""
    gateway = Gateway()
    app = web.Application()
    app.router.add_post("/sms", gateway.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    gateway.port = runner.addresses[0][1]
    try:
        yield gateway
    finally:
        if gateway.slow is not None:
            gateway.slow.set()
        await runner.cleanup()


@dataclass
class MailServer:
    """A mail server: what was delivered as (recipient, subject, body), and whether it takes any."""

    port: int = 0
    taken: list[tuple[str, str, str]] = field(default_factory=list)
    refuses: str | None = None

    @property
    def url(self) -> str:
        """The setting that leads here."""
        return (
            f"mailto://127.0.0.1:{self.port}/?from=truc-ban@example.vn&to={{email}}&mode=insecure"
        )

    def to(self, reader: str) -> list[tuple[str, str]]:
        """Return what one mailbox got, as (subject, body)."""
        return [(subject, body) for who, subject, body in self.taken if who == reader]

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 aiosmtpd's
        """Take a letter, or refuse it."""
        del server, session
        if self.refuses is not None:
            return self.refuses
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        body = letter.get_body(("plain", "html"))
        assert body is not None
        words = body.get_content().replace("\r\n", "\n").strip()
        self.taken += [(to, str(letter["subject"]), words) for to in envelope.rcpt_tos]
        return "250 OK"


@asynccontextmanager
async def a_mail_server() -> AsyncIterator[MailServer]:
    """Run a mail server on loopback."""
    server = MailServer()
    loop = asyncio.get_running_loop()
    listening = await loop.create_server(lambda: SMTP(server, loop=loop), "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()
        await listening.wait_closed()
