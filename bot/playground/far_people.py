"""People from another process: every deed of `People`, and looking around, as JSON over HTTP.

`POST /playground/<deed>` takes a JSON object with the deed's arguments. A user is an id, a chat is
a group's id or the id of the bot one talks to, a message is its id in `chat` (in `from_chat` where
it is forwarded from elsewhere), a file is base64. The answer is what came of it, as JSON.
"""

import base64
import inspect
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any
from urllib.parse import parse_qsl

from bot.playground.accounts import Bot, User
from bot.playground.chats import Chat, Message, Topic
from bot.playground.envelope import Request, Response, plain
from bot.playground.faults import Fault
from bot.playground.meters import Flood
from bot.playground.playground import Playground
from bot.playground.refusals import Misuse
from bot.playground.world import Complaint, Toast

Json = dict[str, Any]
View = Callable[[Json], Awaitable[object] | object]
Lookup = Callable[[Any, Json], object]

ROOT = "/playground/"
LONGEST_POLL = 50.0
LATELY = 100
DEEDS = frozenset(
    {
        *("add_group", "add_topic", "add_user", "block", "close_topic", "deactivate", "delete"),
        *("delete_topic", "turn_into_forum"),
        *("demote", "disband", "edit", "forward", "join", "kick", "leave", "migrate", "press"),
        *("promote", "react", "restrict", "say", "send_album", "send_document", "send_photo"),
        *("send_voice", "share_contact", "share_location", "start", "toast", "unblock"),
    }
)
HOW = ("reply_to", "thread")
REPLIES_TO_MISUSE = (Misuse, KeyError, ValueError, TypeError)


class FarPeople:
    """The people's side of a playground for who is not in this process."""

    def __init__(self, playground: Playground) -> None:
        self._playground = playground
        self._views: dict[tuple[str, str], View] = {
            ("GET", "events"): self._events,
            ("GET", "transcript"): self._transcript,
            ("GET", "everybody"): self._everybody,
            ("GET", "health"): self._health,
            ("POST", "add_bot"): self._add_bot,
            ("POST", "faults"): self._fail,
            ("DELETE", "faults"): self._lift,
            ("POST", "down"): self._down,
        }
        self._lookups: dict[str, Lookup] = {
            "account": self._account,
            "admins": self._account,
            "bot": self._place,
            "by": self._user,
            "chat": self._place,
            "content": _decoded,
            "members": self._account,
            "message": self._message,
            "photos": _decoded,
            "reply_to": self._message,
            "topic": self._topic,
            "user": self._user,
        }

    async def handle(self, request: Request) -> Response:
        """Do what is asked, or say with 400 why nobody could."""
        name = request.path.removeprefix(ROOT)
        try:
            asked = _asked(request)
            if name.startswith("file/"):
                return self._file(name.removeprefix("file/"))
            view = self._views.get((request.method, name))
            if view is not None:
                result = view(asked)
                return plain(shown(await result if inspect.isawaitable(result) else result))
            if name in DEEDS and request.method == "POST":
                return plain(shown(self._do(name, asked)))
        except REPLIES_TO_MISUSE as error:
            return plain({"error": f"{type(error).__name__}: {error}"}, status=400)
        return plain({"error": f"no such thing: {request.method} {name}"}, status=404)

    def _do(self, name: str, asked: Json) -> object:
        """Call the deed with its arguments looked up by their names."""
        deed = getattr(self._playground.people, name)
        places: list[object] = []
        named: Json = {}
        for parameter in inspect.signature(deed).parameters.values():
            if parameter.kind is parameter.VAR_POSITIONAL:
                places += asked.get(parameter.name, [])
            elif parameter.kind is parameter.VAR_KEYWORD:
                named |= {each: self._argument(each, asked) for each in HOW if each in asked}
            elif parameter.name in asked:
                named[parameter.name] = self._argument(parameter.name, asked)
        bound = inspect.signature(deed).bind_partial(**named)
        return deed(*bound.args, *places, **bound.kwargs)

    def _argument(self, name: str, asked: Json) -> object:
        value = asked[name]
        if value is None or name not in self._lookups:
            return value
        if isinstance(value, list):
            return [self._lookups[name](each, asked) for each in value]
        return self._lookups[name](value, asked)

    def _user(self, number: int, _asked: Json | None = None) -> User:
        return self._playground.users[int(number)]

    def _bot(self, number: int) -> Bot:
        found = self._playground.bot_of(self._user(number))
        if found is None:
            raise Misuse(f"{number} is not a bot")
        return found

    def _account(self, number: int, _asked: Json | None = None) -> User | Bot:
        user = self._user(number)
        return self._playground.bot_of(user) or user

    def _place(self, number: int, _asked: Json | None = None) -> Chat | Bot:
        return self._playground.groups[int(number)] if int(number) < 0 else self._bot(number)

    def _chat(self, asked: Json) -> Chat:
        place = self._place(int(asked.get("from_chat") or asked["chat"]))
        if isinstance(place, Bot):
            return self._playground.private(self._user(asked["user"]), place)
        return place

    def _topic(self, number: int, asked: Json) -> Topic:
        return self._chat(asked).topics[int(number)]

    def _message(self, number: int, asked: Json) -> Message:
        return self._chat(asked).messages[int(number)]

    async def _events(self, asked: Json) -> object:
        after, patience = int(asked.get("after", 0)), float(asked.get("timeout", 0))
        events = self._playground.events
        if events.last <= after and patience > 0:
            await events.wait(min(patience, LONGEST_POLL))
        return {"last": events.last, "events": events.since(after)}

    def _transcript(self, asked: Json) -> object:
        return self._playground.transcript(self._chat(asked))

    def _everybody(self, _asked: Json) -> object:
        playground = self._playground
        return {
            "users": [user for user in playground.users.values() if not user.is_bot],
            "bots": [*playground.bots.values()],
            "groups": [*playground.groups.values()],
        }

    def _health(self, _asked: Json) -> object:
        playground = self._playground
        return {
            "now": playground.now(),
            "complaints": playground.complaints[-LATELY:],
            "floods": playground.meters.floods[-LATELY:],
            "pending": {str(bot.id): len(bot.queue) for bot in playground.bots.values()},
            "faults": playground.faults.set,
            "down": playground.faults.down,
        }

    def _add_bot(self, asked: Json) -> object:
        bot = self._playground.add_bot(**asked)
        self._playground.events.add("newcomer", self._playground.now(), user=bot.id)
        return bot

    def _fail(self, asked: Json) -> object:
        return self._playground.faults.add(Fault(**asked))

    def _lift(self, _asked: Json) -> object:
        self._playground.up()
        return True

    def _down(self, _asked: Json) -> object:
        self._playground.down()
        return True

    def _file(self, file_id: str) -> Response:
        stored = self._playground.files.find(file_id)
        if stored is None:
            return plain({"error": "no such file"}, status=404)
        return Response(200, stored.content, content_type=stored.mime)


def _asked(request: Request) -> Json:
    """Return the arguments; a body must say that it is JSON, which no foreign web page can."""
    asked: Json = dict(parse_qsl(request.query))
    if request.body:
        if not request.content_type.startswith("application/json"):
            raise Misuse("the body must be application/json")
        asked |= json.loads(request.body)
    return asked


def shown(thing: object) -> object:
    """Return anything of the playground as JSON."""
    for kind, view in SHOWN.items():
        if isinstance(thing, kind):
            return view(thing)
    if isinstance(thing, dict):
        return {key: shown(value) for key, value in thing.items()}
    return [shown(each) for each in thing] if isinstance(thing, list) else thing


def _shown_chat(chat: Chat) -> Json:
    members = [member.as_json() for member in chat.members.values()]
    topics = [_shown_topic(topic) for topic in chat.topics.values()]
    return chat.as_json() | {"members": members, "topics": topics}


def _shown_topic(topic: Topic) -> Json:
    return topic.as_json() | {"closed": topic.closed}


def _decoded(encoded: str, _asked: Json) -> bytes:
    return base64.b64decode(encoded, validate=True)


SHOWN: dict[type, Callable[[Any], object]] = {
    Message: Message.as_seen,
    Bot: lambda bot: bot.user.as_json() | {"privacy": bot.privacy},
    Chat: _shown_chat,
    Topic: _shown_topic,
    User: User.as_json,
    Toast: asdict,
    Complaint: asdict,
    Flood: asdict,
    Fault: asdict,
}
