"""What happens, told to the page as it happens: server-sent events, resumed by their number."""

import asyncio
import json

from aiohttp import web

from bot.playground.board import Board
from bot.playground.events import KEPT
from bot.playground.playground import Playground

HEARTBEAT = 15.0


async def stream(request: web.Request, playground: Playground, board: Board) -> web.StreamResponse:
    """Send every event after the one the page saw last, until the page goes away."""
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    last = _resumed(request, playground, board)
    if last is None:
        await response.write(b"event: anew\ndata: {}\n\n")
        return response
    events = playground.events
    while True:
        found = events.since(last)
        last = events.last
        seen = [view for event in found if (view := board.event(event)) is not None]
        if seen:
            data = json.dumps(seen, ensure_ascii=False)
            await response.write(f"id: {board.world}-{last}\ndata: {data}\n\n".encode())
        elif not found:
            await response.write(b": still here\n\n")
        await _news(playground, last)


async def _news(playground: Playground, last: int) -> None:
    """Return when there is something new, or when the line should show that it is alive."""
    events = playground.events
    if events.last == last:
        await events.wait(HEARTBEAT)
    # What one call causes is told together.
    await asyncio.tasks.sleep(0)


def _resumed(request: web.Request, playground: Playground, board: Board) -> int | None:
    """Return the number to go on after; nothing when the page must look at everything again."""
    given = request.headers.get("Last-Event-ID") or request.query.get("after", "")
    world, _, number = given.rpartition("-")
    if world != board.world or not number.isdecimal():
        return None
    return None if playground.events.last - int(number) >= KEPT else int(number)
