"""The mount inside the same process: an httpx transport without a socket."""

from collections.abc import Awaitable, Callable

import httpx

from bot.playground.envelope import Request, Response
from bot.playground.hours import Wait
from bot.playground.refusals import NotReached, ReplyLost

Handle = Callable[[Request], Awaitable[Response]]


class PlaygroundTransport(httpx.AsyncBaseTransport):
    """Carries an httpx client's requests to a playground and its troubles back."""

    def __init__(self, handle: Handle, wait: Wait) -> None:
        self._handle = handle
        self._wait = wait

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the playground's answer, or raise what a socket would have."""
        asked = Request(
            method=request.method,
            path=request.url.path,
            query=request.url.query.decode(),
            headers=request.headers,
            body=await request.aread(),
        )
        try:
            answer = await self._handle(asked)
        except NotReached:
            raise httpx.ConnectError("connection refused", request=request) from None
        except ReplyLost:
            raise httpx.ReadTimeout("the reply was lost", request=request) from None
        await self._hold_back(answer, request)
        headers = {"Content-Type": answer.content_type, **answer.headers}
        return httpx.Response(answer.status, headers=headers, content=answer.body)

    async def _hold_back(self, answer: Response, request: httpx.Request) -> None:
        patience = request.extensions.get("timeout", {}).get("read")
        if patience is not None and answer.delay > patience:
            await self._wait(patience)
            raise httpx.ReadTimeout("the reply came too late", request=request)
        if answer.delay:
            await self._wait(answer.delay)
