"""The state of this small Telegram and the few ways in which it changes.

Promise: whatever happens in a chat is numbered, kept, told to every bot that may see it, and
written into the list of events, in that order and in one go.
"""

import random
from collections import deque
from dataclasses import dataclass
from typing import Any

from bot.playground.accounts import Bot, User
from bot.playground.chats import PRIVATE, SUPERGROUP, Chat, Manner, Message
from bot.playground.events import Events
from bot.playground.faults import Faults
from bot.playground.files import Files
from bot.playground.hours import Now, Wait
from bot.playground.meters import Limits, Meters
from bot.playground.sight import sees
from bot.playground.updates import CALLBACK_LIFE, UpdateQueue

Json = dict[str, Any]

FIRST_USER_ID = 700_000_001
FIRST_UPDATE_ID = 100_000_000
ITS_CREATION = 1  # the number 1 of every supergroup is taken, and means the General topic
RECORDED = 10_000
IN_PASSING = Manner()


@dataclass(frozen=True)
class Toast:
    """What a bot answered to the press of a button."""

    text: str
    alert: bool
    url: str | None
    at: float


@dataclass(eq=False)
class Query:
    """One press of a button, waiting for the bot's answer."""

    id: str
    user: User
    message: Message
    data: str
    at: float
    toast: Toast | None = None

    def is_open(self, now: float) -> bool:
        """Whether an answer is still taken."""
        return self.toast is None and now < self.at + CALLBACK_LIFE


@dataclass(frozen=True)
class Complaint:
    """Something a bot did that Telegram would pass over and a test should not."""

    method: str
    text: str


class World:
    """Everything there is, in memory."""

    def __init__(self, now: Now, wait: Wait, limits: Limits | None, seed: int) -> None:
        self.now = now
        self.wait = wait
        self.users: dict[int, User] = {}
        self.bots: dict[str, Bot] = {}
        self.groups: dict[int, Chat] = {}
        self.privates: dict[tuple[int, int], Chat] = {}
        self.queries: dict[str, Query] = {}
        self.actions: deque[tuple[float, int, str]] = deque(maxlen=RECORDED)
        self.complaints: list[Complaint] = []
        self.files = Files()
        self.meters = Meters(limits)
        self.faults = Faults()
        self.events = Events()
        self.chance = random.Random(seed)  # noqa: S311 - for repeatable numbers, not for secrets
        self._account_message_id = 0

    def add_bot(self, token: str, username: str, name: str = "Bot", *, privacy: bool = True) -> Bot:
        """Register a bot; its account's id is the number before the token's colon."""
        user = User(int(token.partition(":")[0]), name, username=username, is_bot=True)
        queue = UpdateQueue(FIRST_UPDATE_ID + self.chance.randrange(FIRST_UPDATE_ID))
        bot = Bot(user, token, queue, privacy)
        self.users[user.id] = user
        self.bots[token] = bot
        return bot

    def new_user(self, first_name: str, username: str | None, language_code: str | None) -> User:
        """Return a new person's account."""
        number = FIRST_USER_ID + len(self.users)
        user = User(number, first_name, username=username, language_code=language_code)
        self.users[user.id] = user
        return user

    def new_group(self, kind: str, title: str) -> Chat:
        """Return a new, empty group."""
        first = -1_001_000_000_000 if kind == SUPERGROUP else -4_000_000_000
        chat = Chat(first - 1 - len(self.groups), kind, title, last_id=ITS_CREATION)
        self.groups[chat.id] = chat
        return chat

    def private(self, user: User, bot: Bot) -> Chat:
        """Return the private chat of a user with a bot, begun or not."""
        key = (bot.id, user.id)
        if key not in self.privates:
            self.privates[key] = Chat(user.id, PRIVATE, user=user, bot=bot)
        return self.privates[key]

    def bot_of(self, user: User) -> Bot | None:
        """Return the bot whose account this is."""
        return next((bot for bot in self.bots.values() if bot.user is user), None)

    def bots_in(self, chat: Chat) -> list[Bot]:
        """Return the bots that take part in a chat."""
        if chat.bot is not None:
            return [chat.bot]
        return [bot for bot in self.bots.values() if chat.has(bot.user)]

    def post(self, chat: Chat, sender: User, content: Json, manner: Manner = IN_PASSING) -> Message:
        """Put a message into a chat and tell everybody concerned."""
        number = self._next_message_id(chat)
        date = int(self.now())
        message = Message(number, chat, sender, date, content, manner, manner.markup)
        chat.messages[number] = message
        self.tell("message", message)
        return message

    def change(
        self, message: Message, content: Json, markup: Json | None, *, dated: bool = True
    ) -> None:
        """Change a message and tell everybody concerned."""
        message.change(content, markup, self.now())
        if dated:
            message.edit_date = int(self.now())
        self.tell("edited_message", message)

    def remove(self, message: Message) -> None:
        """Delete a message for all; no bot is told."""
        message.deleted = True
        if message.id in message.chat.pinned:
            message.chat.pinned.remove(message.id)
        self.happened("deleted", message.chat, message_id=message.id)

    def tell(self, kind: str, message: Message) -> None:
        """Send a message's update to the bots that see it, and note the event."""
        self.happened(kind, message.chat, message=message.as_seen())
        for bot in self.bots_in(message.chat):
            if sees(bot, message):
                self.notify(bot, kind, message.as_json(), message.chat.id)

    def notify(self, bot: Bot, kind: str, body: Json, lane: int) -> None:
        """Put an update into a bot's queue."""
        update = bot.queue.add(kind, body, self.now(), lane)
        if update is not None:
            self.events.add("queued", self.now(), bot=bot.id, update_id=update.id, update=kind)

    def happened(self, kind: str, chat: Chat, **facts: object) -> None:
        """Note an event of a chat."""
        bot_id = chat.bot.id if chat.bot else None
        self.events.add(kind, self.now(), chat=chat.id, bot=bot_id, **facts)

    def complain(self, method: str, text: str) -> None:
        """Note something that Telegram would pass over."""
        self.complaints.append(Complaint(method, text))

    def _next_message_id(self, chat: Chat) -> int:
        """Supergroups count for themselves; everything else is counted per account."""
        if chat.kind == SUPERGROUP:
            chat.last_id += 1
            return chat.last_id
        self._account_message_id += 1
        return self._account_message_id
