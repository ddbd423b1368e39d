"""The mount on loopback: the same playground behind a real socket, for other processes.

The page is served there too; who may come in is said in `door`.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.playground.door import door, dress
from bot.playground.envelope import Request
from bot.playground.far_people import FarPeople
from bot.playground.files import UPLOAD_LIMIT
from bot.playground.page_routes import Page
from bot.playground.playground import Playground
from bot.playground.postman import Postman
from bot.playground.refusals import NotReached, ReplyLost
from bot.playground.stage import Stage

LOOPBACK = "127.0.0.1"
ROOM_FOR_FORMS = 1 << 20


@asynccontextmanager
async def serve(
    playground: Playground, port: int = 0, *, stage: Stage | None = None, host: str | None = None
) -> AsyncIterator[str]:
    """Serve the playground, and deliver to webhooks, until the block ends; gives the base URL.

    `host` is another address to listen on and be called by, for who asks for it explicitly.
    """
    app = application(playground, stage, host)
    runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    site = web.TCPSite(runner, host or LOOPBACK, port)
    await site.start()
    try:
        async with Postman(playground).running():
            yield f"http://{host or LOOPBACK}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def application(
    playground: Playground, stage: Stage | None = None, host: str | None = None
) -> web.Application:
    """Return the aiohttp application: the page, `/playground/…` for people, the rest for bots."""
    desk = Desk(playground, FarPeople(playground))
    app = web.Application(client_max_size=UPLOAD_LIMIT + ROOM_FOR_FORMS, middlewares=[door(host)])
    app.on_response_prepare.append(dress)
    Page(stage or Stage(playground)).add_to(app)
    app.router.add_route("*", "/playground/{deed:.*}", desk.people)
    app.router.add_route("*", "/{path:.*}", desk.bots)
    return app


class Desk:
    """Turns aiohttp's requests into the playground's and its troubles into broken connections."""

    def __init__(self, playground: Playground, people: FarPeople) -> None:
        self._playground = playground
        self._people = people

    async def people(self, request: web.Request) -> web.Response:
        """Let somebody far away do what people do."""
        answer = await self._people.handle(await _received(request))
        kind = answer.content_type
        return web.Response(status=answer.status, body=answer.body, content_type=kind)

    async def bots(self, request: web.Request) -> web.Response:
        """Answer a bot, or break the connection where a trouble says so."""
        try:
            answer = await self._playground.handle(await _received(request))
        except (NotReached, ReplyLost):
            return _broken(request)
        if answer.delay:
            await self._playground.wait(answer.delay)
        return web.Response(
            status=answer.status,
            body=answer.body,
            headers={"Content-Type": answer.content_type, **answer.headers},
        )


async def _received(request: web.Request) -> Request:
    return Request(
        method=request.method,
        path=request.rel_url.raw_path,
        query=request.rel_url.raw_query_string,
        headers=request.headers,
        body=await request.read(),
    )


def _broken(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)
