"""Telegram next door: the program's own way to it, with the playground instead of a connection.

What the program writes into a request is what the playground reads. Only aiohttp's sockets are left
out; they are tested where they matter: `tests/web`, `tests/faults` and `tests/browser`.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
from aiohttp.client_reqrep import ConnectionKey
from telegram import Bot

from bot.delivery.wire import Wire
from bot.playground import Playground
from bot.playground.envelope import Request, Response
from bot.playground.refusals import NotReached, ReplyLost

_PLACE = ConnectionKey("playground", 80, False, False, None, None, None)


@dataclass(frozen=True)
class Answer:
    """An answer of aiohttp's, as far as the program looks at it."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    async def read(self) -> bytes:
        """Return all of it."""
        return self.body


class NearSession:
    """Carries what a session is asked for to a playground, and its troubles back."""

    def __init__(self, playground: Playground, origin: str) -> None:
        self._playground = playground
        self._origin = origin

    @asynccontextmanager
    async def request(
        self,
        method: str,
        url: str,
        *,
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 aiohttp's parameter
        **sent: Any,
    ) -> AsyncIterator[Answer]:
        """Give the playground's answer, or raise what a connection would have."""
        headers, body = await _written(**sent)
        asked = Request(method, url.removeprefix(self._origin), headers=headers, body=body)
        try:
            answer = await self._playground.handle(asked)
        except NotReached:
            raise aiohttp.ClientConnectorError(_PLACE, OSError("connection refused")) from None
        except ReplyLost:
            raise aiohttp.SocketTimeoutError("the reply was lost") from None
        await self._hold_back(answer, timeout.sock_read)
        yield Answer(answer.status, answer.headers, answer.body)

    async def _hold_back(self, answer: Response, patience: float | None) -> None:
        if patience is not None and answer.delay > patience:
            await self._playground.wait(patience)
            raise aiohttp.SocketTimeoutError("the reply came too late")
        if answer.delay:
            await self._playground.wait(answer.delay)

    async def close(self) -> None:
        """Do nothing: there is no connection."""


def live_next_door(bot: Bot, playground: Playground, origin: str) -> None:
    """Have a bot that calls that origin reach the playground."""
    for wire in bot._request:
        assert isinstance(wire, Wire)
        wire._session = NearSession(playground, origin)  # type: ignore[assignment]


async def _written(
    *,
    data: bytes | aiohttp.FormData = b"",
    headers: Mapping[str, str] | None = None,
    proxy: str | None = None,
) -> tuple[Mapping[str, str], bytes]:
    """Return the headers and the body that would travel; next door no proxy is in the way."""
    if isinstance(data, bytes):
        return headers or {}, data
    form = data()
    return form.headers, await form.as_bytes()
