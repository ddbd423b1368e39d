"""HTTP in: Telegram's webhook and a health page. Off when no address is set."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from aiohttp import web

logger = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 the name of a header
WEBHOOK_PATH = "/telegram"
_LARGEST = 1024 * 1024

TakeIn = Callable[[Sequence[Mapping[str, Any]]], Awaitable[None]]
Health = Callable[[], Awaitable[Mapping[str, Any]]]


class Web:
    """The HTTP server; an update is answered with 200 only after its effects are committed."""

    def __init__(self, address: str, take_in: TakeIn, health: Health, secret: str) -> None:
        self._host, _, port = address.rpartition(":")
        self._port = int(port)
        self._take_in = take_in
        self._health = health
        self._secret = secret
        app = web.Application(client_max_size=_LARGEST)
        app.router.add_get("/healthz", self._healthz)
        if secret:
            app.router.add_post(WEBHOOK_PATH, self._webhook)
        self._runner = web.AppRunner(app, access_log=None)

    async def start(self) -> int:
        """Listen; returns the port, which matters when 0 was asked for."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host or "127.0.0.1", self._port)
        await site.start()
        port: int = self._runner.addresses[0][1]
        return port

    async def stop(self) -> None:
        """Stop listening, after what is being handled."""
        await self._runner.cleanup()

    async def _webhook(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            return web.Response(status=403)
        try:
            raw = await request.json()
        except json.JSONDecodeError:
            return web.Response(status=400)
        if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
            return web.Response(status=400)
        await self._take_in([raw])
        return web.Response(status=200)

    async def _healthz(self, request: web.Request) -> web.Response:
        del request
        found = await self._health()
        return web.json_response(found, status=200 if found["ok"] else 503)
