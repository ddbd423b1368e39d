"""The way to Telegram: one call, raw parameters in, raw JSON out, PTB's exceptions on refusal.

PTB maps HTTP to exceptions and retries nothing, which is what the outbox needs; its objects are
not built, since nobody reads them.
"""

import logging
import ssl
from collections.abc import Mapping
from typing import Any

import httpx
from aiohttp import ClientSession, ClientTimeout
from httpx_aiohttp import AiohttpTransport
from telegram import Bot

from bot.config import Settings
from bot.delivery.hearing import Hearing
from bot.delivery.wire import Wire

POLL_SECONDS = 25
# Reactions come only to an administrator, and only when they are asked for.
ALLOWED_UPDATES = (
    *("message", "edited_message", "callback_query", "my_chat_member"),
    "message_reaction",
)


class Telegram(Bot):
    """PTB's Bot with one door: `call`."""

    async def call(self, method: str, params: Mapping[str, Any]) -> Any:  # noqa: ANN401 any JSON
        """Call a Bot API method; raises telegram.error.TelegramError."""
        return await self._post(method, dict(params))

    async def updates(self, offset: int, timeout: int = POLL_SECONDS) -> list[dict[str, Any]]:  # noqa: ASYNC109 Telegram's parameter
        """Fetch raw updates from `offset` on; asking confirms everything before it."""
        params = {"offset": offset, "timeout": timeout, "allowed_updates": list(ALLOWED_UPDATES)}
        found: list[dict[str, Any]] = await self._post(
            "getUpdates", params, read_timeout=timeout + 10
        )
        return found

    async def download(self, file_id: str) -> bytes:
        """Fetch a file that somebody has sent, at most 20 MB; raises TelegramError."""
        found = await self._post("getFile", {"file_id": file_id})
        return await self.request.retrieve(f"{self.base_file_url}/{found['file_path']}")

    async def listen_at(self, address: str, secret: str) -> None:
        """Have updates posted to an address, each with the secret in its header."""
        params = {
            "url": address,
            "secret_token": secret,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        await self._post("setWebhook", params)

    async def disconnect(self) -> None:
        """Close every connection."""
        for request in self._request:
            await request.shutdown()


def _session() -> ClientSession:
    # httpx-aiohttp closes the session with the transport; time-outs come from httpx.
    return ClientSession(timeout=ClientTimeout())


def connect(settings: Settings, hearing: Hearing | None = None) -> Telegram:
    """Build the way to Telegram from the settings; `hearing` heeds the date of every answer."""
    # httpx writes every URL to its log, and Telegram's URLs contain the token.
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)

    note = hearing.heed if hearing is not None else None
    return Telegram(
        settings.token.get_secret_value(),
        base_url=f"{settings.api_url}/bot",
        base_file_url=f"{settings.api_url}/file/bot",
        request=Wire(settings.proxy, note),
        get_updates_request=Wire(settings.proxy, note),
    )


def way_out(settings: Settings) -> AiohttpTransport:
    """Return the transport for calls to other machines, through the proxy if there is one."""
    # The session checks certificates itself; this empty context only saves loading them again.
    unused = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return AiohttpTransport(unused, client=_session, **_proxied(settings))


def _proxied(settings: Settings) -> dict[str, Any]:
    return {"proxy": httpx.Proxy(settings.proxy)} if settings.proxy else {}
