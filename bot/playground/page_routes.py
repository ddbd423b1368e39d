"""The page and what it asks for; the deeds of people are `far_people`'s."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.playground.accounts import Bot, User
from bot.playground.board import Board
from bot.playground.chats import Chat
from bot.playground.player import Player
from bot.playground.stage import Stage
from bot.playground.story import stories
from bot.playground.stream import stream
from bot.playground.troubles import NAMES, Troubles

Json = dict[str, Any]

FOLDER = Path(__file__).parent / "page"
TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
ASKED_WRONGLY = (KeyError, TypeError, ValueError)
LONGEST = 31 * 86_400


class Page:
    """The page's side of one stage."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._board = Board(stage)
        self._stories = stories() if stage.backstage is not None else {}
        self._troubles = Troubles(stage)
        self.player = Player(stage)
        self._clock = asyncio.Lock()

    def add_to(self, app: web.Application) -> None:
        """Put the page's addresses before those of the people and the bots."""
        app.router.add_get("/", self.file)
        app.router.add_get("/page/{name}", self.file)
        app.router.add_get("/playground/board", self.board)
        app.router.add_get("/playground/backstage", self.backstage)
        app.router.add_get("/playground/older", self.older)
        app.router.add_get("/playground/menu", self.menu)
        app.router.add_get("/playground/stream", self.stream)
        app.router.add_post("/playground/story", _answered(self.story))
        app.router.add_post("/playground/trouble", _answered(self.trouble))
        app.router.add_post("/playground/clock", _answered(self.clock))
        app.router.add_post("/playground/bot", _answered(self.bot))
        app.on_cleanup.append(self._end)

    async def file(self, request: web.Request) -> web.FileResponse:
        """Return one of the page's files."""
        name = request.match_info.get("name", "index.html")
        path = FOLDER / name
        kind = TYPES.get(path.suffix)
        if kind is None or path.parent != FOLDER or not path.is_file():
            raise web.HTTPNotFound
        return web.FileResponse(path, headers={"Content-Type": f"{kind}; charset=utf-8"})

    async def board(self, _request: web.Request) -> web.Response:
        """Return everything there is to show."""
        told: Json = {
            "stories": [story.as_json() for story in self._stories.values()],
            "troubles": NAMES,
            "demo": self._stage.backstage is not None,
        }
        return _json(self._board.everything() | told | {"backstage": await self._state()})

    async def backstage(self, _request: web.Request) -> web.Response:
        """Return how the bot is, what is due next, and which troubles are on."""
        return _json(await self._state())

    async def older(self, request: web.Request) -> web.Response:
        """Return messages before those the page has."""
        _, _, chat = self._place(request)
        return _json(self._board.older(chat, int(request.query["before"])))

    async def menu(self, request: web.Request) -> web.Response:
        """Return the commands offered to a person in a chat."""
        user, bot, chat = self._place(request)
        if bot is None:
            bots = [each for each in self._stage.playground.bots.values() if chat.has(each.user)]
            found = [command for each in bots for command in self._board.menu(each, user, chat)]
            return _json(found)
        return _json(self._board.menu(bot, user, chat))

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Tell what happens as it happens."""
        return await stream(request, self._stage.playground, self._board)

    async def story(self, asked: Json) -> None:
        """Begin a story by its name, or stop the one that is being played."""
        if asked.get("name"):
            self.player.begin(self._stories[asked["name"]])
        else:
            self.player.stop()

    async def trouble(self, asked: Json) -> None:
        """Put a trouble on or off; without a name, take all of them away."""
        if "name" in asked:
            self._troubles.order(asked["name"], on=bool(asked["on"]))
        else:
            self._troubles.lift()
        self._stage.happened("trouble", on=self._troubles.on())

    async def clock(self, asked: Json) -> None:
        """Move the demo's clock by some seconds, or to the next thing due."""
        backstage = self._stage.backstage
        if backstage is None:
            raise KeyError("clock")
        length = None if asked.get("to") == "next" else float(asked["seconds"])
        if length is not None and not 0 < length <= LONGEST:
            raise ValueError(length)
        async with self._clock:
            if length is None:
                await backstage.advance_to_next()
            else:
                await backstage.advance(length)

    async def bot(self, asked: Json) -> None:
        """Kill the demo's bot, start it, or begin the whole night anew."""
        backstage = self._stage.backstage
        if backstage is None:
            raise KeyError("bot")
        deeds: dict[str, Callable[[], Awaitable[None]]] = {
            "kill": backstage.kill,
            "start": backstage.start,
            "anew": backstage.begin_anew,
        }
        await deeds[asked["do"]]()

    async def _state(self) -> Json:
        backstage = self._stage.backstage
        known = await backstage.state() if backstage is not None else {}
        return known | {"troubles": self._troubles.on()}

    def _place(self, request: web.Request) -> tuple[User, Bot | None, Chat]:
        """Return who looks, with which bot if it is a private chat, and the chat."""
        playground = self._stage.playground
        try:
            user = playground.users[int(request.query["user"])]
            number = int(request.query["chat"])
            if number < 0:
                return user, None, playground.groups[number]
            bot = playground.bot_of(playground.users[number])
            if bot is not None:
                return user, bot, playground.private(user, bot)
        except ASKED_WRONGLY:
            pass
        raise web.HTTPNotFound

    async def _end(self, _app: web.Application) -> None:
        self.player.stop()


def _answered(
    deed: Callable[[Json], Awaitable[None]],
) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Return the handler of something to do; what is asked comes as JSON and nothing else."""

    async def handler(request: web.Request) -> web.Response:
        if request.content_type != "application/json":
            return _json({"error": "the body must be application/json"}, status=400)
        try:
            await deed(await request.json())
        except ASKED_WRONGLY as error:
            return _json({"error": f"{type(error).__name__}: {error}"}, status=400)
        return _json({})

    return handler


def _json(value: object, status: int = 200) -> web.Response:
    return web.json_response(
        value, status=status, dumps=lambda each: json.dumps(each, ensure_ascii=False)
    )
