"""HTTP: Telegram's webhook, calendars, answers by code, health, figures. Off without an address."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any

from aiohttp import web

logger = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 the name of a header
WEBHOOK_PATH = "/telegram"
CALENDAR_PATH = "/calendar/{token:[A-Za-z0-9_-]{16,64}}.ics"
FIGURES = "text/plain; version=0.0.4; charset=utf-8"
_LARGEST = 1024 * 1024

TakeIn = Callable[[Sequence[Mapping[str, Any]]], Awaitable[None]]
Health = Callable[[], Awaitable[Mapping[str, Any]]]
Calendar = Callable[[str], Awaitable[bytes | None]]
Metrics = Callable[[], Awaitable[bytes]]


class Web:
    """The HTTP server; an update is answered with 200 only after its effects are committed."""

    def __init__(
        self,
        address: str,
        take_in: TakeIn,
        health: Health,
        secret: str,
        calendar: Calendar | None = None,
        metrics: Metrics | None = None,
    ) -> None:
        self._host, _, port = address.rpartition(":")
        self._port = int(port)
        self._take_in = take_in
        self._health = health
        self._secret = secret
        self._calendar = calendar
        self._metrics = metrics
        app = web.Application(client_max_size=_LARGEST)
        app.router.add_get("/healthz", self._healthz)
        if secret:
            app.router.add_post(WEBHOOK_PATH, self._webhook)
        if calendar is not None:
            app.router.add_get(CALENDAR_PATH, self._of_somebody)
        if metrics is not None:
            app.router.add_get("/metrics", self._figures)
        self._app = app
        self._runner = web.AppRunner(app, access_log=None)

    def also(self, routes: Iterable[web.RouteDef]) -> None:
        """Answer at these addresses too, from the start on."""
        self._app.router.add_routes(routes)

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

    async def _figures(self, request: web.Request) -> web.Response:
        del request
        body = await self._metrics() if self._metrics is not None else b""
        return web.Response(body=body, headers={"Content-Type": FIGURES})

    async def _of_somebody(self, request: web.Request) -> web.Response:
        """Give a calendar to whoever knows its address; nobody on the way may keep a copy."""
        content = None
        if self._calendar is not None:
            content = await self._calendar(request.match_info["token"])
        if content is None:
            return web.Response(status=404)
        headers = {
            "Cache-Control": "private, no-store",
            "Content-Disposition": 'inline; filename="truc-ban.ics"',
            "X-Robots-Tag": "noindex",
        }
        return web.Response(
            body=content, content_type="text/calendar", charset="utf-8", headers=headers
        )
