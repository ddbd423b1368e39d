"""HTTP to Telegram, for PTB: its request class on aiohttp alone.

A refused connection proves that nothing has left, and is told apart from a reply that was lost.
"""

import json
from collections.abc import Callable
from typing import Any

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECTIONS = 512
# Seconds: to have a connection, and to wait for the next bytes of an answer.
CONNECT, READ = 10.0, 10.0
_JSON = {"Content-Type": "application/json"}

Note = Callable[[str | None], None]


class NotSentError(NetworkError):
    """There was no connection: nothing has left."""


class Wire(BaseRequest):
    """PTB's way to Telegram; `note` is given the date in the header of every answer."""

    __slots__ = ("_note", "_proxy", "_session")

    def __init__(self, proxy: str | None = None, note: Note | None = None) -> None:
        self._proxy = proxy
        self._note = note
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for the next bytes of an answer."""
        return READ

    async def initialize(self) -> None:
        """Do nothing: the connections are made when they are needed."""

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401 PTB's own kind of default
        *_others: Any,  # noqa: ANN401 time-outs that nobody here gives
        **_more: Any,  # noqa: ANN401 the same by name
    ) -> tuple[int, bytes]:
        """Return status and body; raises NotSentError, TimedOut or another NetworkError."""
        reading = READ if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        try:
            async with self._opened().request(
                method,
                url,
                **_sent(request_data),
                proxy=self._proxy,
                timeout=aiohttp.ClientTimeout(connect=CONNECT, sock_read=reading),
            ) as answer:
                body = await answer.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            raise _told(error) from error
        if self._note is not None:
            self._note(answer.headers.get("Date"))
        return answer.status, body

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=CONNECTIONS),
                headers={"User-Agent": self.USER_AGENT},
                timeout=aiohttp.ClientTimeout(),
            )
        return self._session


def _sent(data: RequestData | None) -> dict[str, Any]:
    """Return what goes into the body: JSON, or a form where there are files."""
    if data is None:
        return {}
    if not data.contains_files:
        return {"data": json.dumps(data.parameters).encode(), "headers": _JSON}
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return {"data": form}


def _told(error: Exception) -> TelegramError:
    """Say it as PTB does; never with the address, which contains the token."""
    match error:
        case aiohttp.ClientConnectorError() | aiohttp.ConnectionTimeoutError():
            return NotSentError(type(error).__name__)
        case TimeoutError():
            return TimedOut(type(error).__name__)
        case _:
            return NetworkError(type(error).__name__)
