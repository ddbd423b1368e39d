"""The Bot API server itself: one call in, one answer out, whichever mount carried it."""

import inspect
import re
from collections import deque
from dataclasses import dataclass, replace
from email.utils import formatdate
from typing import Any
from urllib.parse import unquote

from bot.playground import description, envelope
from bot.playground.accounts import Bot
from bot.playground.chats import Chat, Message
from bot.playground.envelope import Request, Response
from bot.playground.faults import Fault
from bot.playground.hours import Now, Wait, machine_now, machine_wait, no_wait
from bot.playground.meters import Limits
from bot.playground.methods import METHODS
from bot.playground.methods.call import Asked, Call, Described
from bot.playground.parameters import Brought, brought
from bot.playground.people import People
from bot.playground.refusals import NotReached, Refusal, ReplyLost, not_covered
from bot.playground.transport import PlaygroundTransport
from bot.playground.world import RECORDED, World

Json = dict[str, Any]

TOKEN = re.compile(r"\d{1,15}:[A-Za-z0-9_-]{1,80}")
NOT_FOUND = Refusal(404, "Not Found")
GATEWAY_ERRORS = 500
DEFAULT_LIMITS = Limits()
REASONS = {
    400: "Bad Request: ordered by the test",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance"
    " is running",
}


@dataclass(frozen=True)
class Exchange:
    """One call that was answered: what was asked and what was said."""

    at: float
    bot_id: int
    method: str
    parameters: Json
    status: int
    answer: bytes


class Playground(World):
    """A local Telegram: a world, the people in it, and the Bot API in front of it."""

    def __init__(
        self,
        *,
        now: Now | None = None,
        wait: Wait | None = None,
        limits: Limits | None = DEFAULT_LIMITS,
        seed: int = 0,
    ) -> None:
        """Set up an empty world; a given clock without a way to wait means nothing ever waits."""
        chosen = wait or (machine_wait if now is None else no_wait)
        super().__init__(now or machine_now, chosen, limits, seed)
        self.people = People(self)
        self.exchanges: deque[Exchange] = deque(maxlen=RECORDED)

    def transport(self) -> PlaygroundTransport:
        """Return a way for an httpx client to call this playground without a socket."""
        return PlaygroundTransport(self.handle, self.wait)

    def fail(self, method: str | None = None, **trouble: Any) -> Fault:  # noqa: ANN401
        """Order a trouble for coming calls; see `Fault` for what it may be."""
        return self.faults.add(Fault(method, **trouble))

    def down(self) -> None:
        """Refuse every connection until `up`."""
        self.faults.down = True

    def up(self) -> None:
        """Answer again, and forget all troubles ordered."""
        self.faults.lift()

    def transcript(self, chat: Chat) -> list[Message]:
        """Return the messages that can be seen in a chat, oldest first."""
        return [message for message in chat.messages.values() if not message.deleted]

    async def handle(self, request: Request) -> Response:
        """Answer a request to the Bot API or for a file's content, dated by this world's clock."""
        if self.faults.down:
            raise NotReached
        answer = await self._handled(request)
        dated = {"Date": formatdate(self.now(), usegmt=True), **answer.headers}
        return replace(answer, headers=dated)

    async def _handled(self, request: Request) -> Response:
        path = unquote(request.path)
        try:
            if path.startswith("/file/bot"):
                return self._file(path.removeprefix("/file/bot"))
            if path.startswith("/bot"):
                return await self._call(path.removeprefix("/bot"), request)
            raise NOT_FOUND
        except Refusal as refusal:
            return envelope.refused(refusal)

    def _file(self, path: str) -> Response:
        token, _, place = path.partition("/")
        self._bot(token)
        stored = self.files.at(place)
        if stored is None:
            raise NOT_FOUND
        return Response(200, stored.content, content_type="application/octet-stream")

    async def _call(self, path: str, request: Request) -> Response:
        token, _, asked = path.partition("/")
        bot = self._bot(token)
        name = description.load().names.get(asked.lower())
        if name is None:
            raise Refusal(404, "Not Found: method not found")
        carried = brought(request)
        fault = self.faults.meet(name, carried.raw.get("chat_id"))
        if fault is None:
            return await self._answered(bot, name, carried)
        return await self._troubled(fault, bot, name, carried)

    async def _troubled(self, fault: Fault, bot: Bot, name: str, carried: Brought) -> Response:
        """Let the call run into its trouble: before, instead of, or after its effect."""
        if fault.drop == "before":
            await self.wait(fault.delay)
            raise NotReached
        ordered = _ordered(fault)
        response = ordered or await self._answered(bot, name, carried)
        if ordered is not None:
            self._record(bot, name, carried.raw, ordered)
        if fault.drop == "after":
            await self.wait(fault.delay)
            raise ReplyLost
        headers, kind = response.headers, response.content_type
        return Response(response.status, response.body, kind, headers, fault.delay)

    async def _answered(self, bot: Bot, name: str, carried: Brought) -> Response:
        parameters = carried.raw
        try:
            fitted = description.load().fit(name, carried)
            for oddity in fitted.oddities:
                self.complain(name, oddity)
            if name not in METHODS:
                self.complain(name, "not covered by the playground")
                raise not_covered(name)
            parameters = fitted.values
            call = Call(self, bot, name, Asked(fitted.values), carried.uploads)
            result = METHODS[name](call)
            if inspect.isawaitable(result):
                result = await result
            for parameter in call.values.unseen():
                self.complain(name, f"{parameter} is not covered by the playground")
            response = _accepted(result)
        except Refusal as refusal:
            response = envelope.refused(refusal)
        self._record(bot, name, parameters, response)
        return response

    def _record(self, bot: Bot, name: str, parameters: Json, response: Response) -> None:
        exchange = Exchange(self.now(), bot.id, name, parameters, response.status, response.body)
        self.exchanges.append(exchange)

    def _bot(self, token: str) -> Bot:
        if token in self.bots:
            return self.bots[token]
        if TOKEN.fullmatch(token):
            raise Refusal(401, "Unauthorized")
        raise Refusal(401, "Unauthorized: invalid token specified")


def _accepted(result: object) -> Response:
    if isinstance(result, Described):
        return envelope.accepted(result.result, result.description)
    return envelope.accepted(result)


def _ordered(fault: Fault) -> Response | None:
    """Return the answer that a trouble puts in the place of Telegram's, if it does."""
    if fault.body is not None:
        return Response(fault.status or 200, fault.body.encode())
    if fault.retry_after is not None:
        text = fault.description or f"Too Many Requests: retry after {fault.retry_after}"
        return envelope.refused(
            Refusal(fault.status or 429, text, {"retry_after": fault.retry_after})
        )
    if fault.status is None:
        return None
    if fault.status >= GATEWAY_ERRORS and fault.description is None:
        return envelope.failed(fault.status)
    text = fault.description or REASONS.get(fault.status, "Bad Request: ordered by the test")
    return envelope.refused(Refusal(fault.status, text))
