"""What people do in Telegram: they write, send files, press buttons, come, go and block bots."""

from collections.abc import Iterable, Sequence
from typing import Any, TypedDict, Unpack

from bot.playground import description, texts
from bot.playground.accounts import Bot, User
from bot.playground.chats import MEDIA, Chat, Manner, Message
from bot.playground.files import Upload
from bot.playground.gatherings import Gatherings
from bot.playground.keyboards import Button
from bot.playground.methods.sending import origin
from bot.playground.refusals import Misuse
from bot.playground.world import Query, Toast

Json = dict[str, Any]
Place = Chat | Bot
DEEP_LINK_LIMIT = 64


class How(TypedDict, total=False):
    """Under which message, and in which topic, something is sent."""

    reply_to: Message | None
    thread: int | None


class People(Gatherings):
    """Everybody who is not a program; each deed reaches the bots as Telegram would tell it."""

    def start(self, user: User, bot: Bot, payload: str = "") -> Message:
        """Open a bot's chat by its START button or by a deep link; a block is lifted."""
        if len(payload) > DEEP_LINK_LIMIT:
            raise Misuse("a deep link carries at most 64 characters")
        if self.world.private(user, bot).blocked:
            self.unblock(user, bot)
        return self.say(user, bot, f"/start {payload}".strip())

    def say(
        self,
        user: User,
        chat: Place,
        text: str,
        *,
        reply_to: Message | None = None,
        thread: int | None = None,
    ) -> Message:
        """Write a text."""
        return self._put(user, chat, _written(text), Manner(thread_id=thread, reply_to=reply_to))

    def send_photo(
        self, user: User, chat: Place, content: bytes, caption: str = "", **how: Unpack[How]
    ) -> Message:
        """Send a photo; `reply_to` and `thread` as in `say`."""
        return self._send(user, chat, "photo", Upload(content, "photo.jpg"), caption, how)

    def send_document(
        self,
        user: User,
        chat: Place,
        content: bytes,
        caption: str = "",
        file_name: str = "file.bin",
        **how: Unpack[How],
    ) -> Message:
        """Send a file under its name."""
        return self._send(user, chat, "document", Upload(content, file_name), caption, how)

    def send_voice(
        self, user: User, chat: Place, content: bytes, caption: str = "", **how: Unpack[How]
    ) -> Message:
        """Send a spoken message."""
        return self._send(user, chat, "voice", Upload(content, "voice.oga"), caption, how)

    def send_album(
        self,
        user: User,
        chat: Place,
        photos: Sequence[bytes],
        caption: str = "",
        thread: int | None = None,
    ) -> list[Message]:
        """Send several photos at once; the caption is under the first."""
        album = str(self.world.chance.randrange(10**16, 10**17))
        manner = Manner(thread_id=thread, album=album)
        sent = []
        for number, photo in enumerate(photos):
            stored = self.world.files.keep("photo", Upload(photo, "photo.jpg"))
            content = self.world.files.content("photo", stored)
            content |= _captioned("" if number else caption)
            sent.append(self._put(user, chat, content, manner))
        return sent

    def share_contact(self, user: User, chat: Place, phone_number: str) -> Message:
        """Share one's own telephone number, as the request_contact button does."""
        contact = {
            "phone_number": phone_number,
            "first_name": user.first_name,
            "user_id": user.id,
        }
        return self._put(user, chat, {"contact": contact}, Manner())

    def share_location(self, user: User, chat: Place, latitude: float, longitude: float) -> Message:
        """Share a place on the map."""
        place = {"latitude": latitude, "longitude": longitude}
        return self._put(user, chat, {"location": place}, Manner())

    def forward(self, user: User, message: Message, chat: Place) -> Message:
        """Send another message again, saying who wrote it."""
        return self._put(user, chat, message.content, Manner(origin=origin(message)))

    def edit(self, user: User, message: Message, text: str) -> None:
        """Change the text of one's own message, or the caption of one's own file."""
        if message.sender is user and "text" in message.content:
            content = _written(text)
        elif message.sender is user and message.kind in MEDIA:
            content = {message.kind: message.content[message.kind]} | _captioned(text)
        else:
            raise Misuse("only the words of an own message can be edited")
        self.world.change(message, content, message.markup)

    def delete(self, user: User, message: Message) -> None:
        """Delete a message for all; no bot is told."""
        if not message.chat.has(user):
            raise Misuse(f"{user.first_name} is not in this chat")
        self.world.remove(message)

    def press(
        self, user: User, message: Message, button: str, *, late: bool = False, forged: bool = False
    ) -> str:
        """Press a button, named by its label or its data, and return the id of the query.

        `late` also finds buttons of earlier versions of the message; `forged` sends any data.
        """
        if not message.chat.has(user) or (message.deleted and not late):
            raise Misuse(f"{user.first_name} cannot see this message")
        data = button if forged else _data(_shown(message, late=late), button)
        query = Query(
            id=str(self.world.chance.randrange(10**18, 10**19)),
            user=user,
            message=message,
            data=data,
            at=self.world.now(),
        )
        self.world.queries[query.id] = query
        self.world.happened("press", message.chat, query=query.id, user=user.id, data=data)
        self._tell_query(query)
        return query.id

    def toast(self, query_id: str) -> Toast | None:
        """Return what the bot answered to a press, or nothing when it has not yet."""
        return self.world.queries[query_id].toast

    def react(self, user: User, message: Message, *emoji: str) -> None:
        """Put reactions under a message in place of one's earlier ones; none takes them away.

        Telegram has a fixed set of signs to choose from.
        """
        if not description.load().reactions.issuperset(emoji):
            raise Misuse(f"nobody can react with {' '.join(emoji)}")
        old = message.reactions.get(user.id, [])
        new = [{"type": "emoji", "emoji": each} for each in emoji]
        message.reactions[user.id] = new
        self.world.happened("reaction", message.chat, message=message.as_seen())
        body = {
            "chat": message.chat.as_json(),
            "message_id": message.id,
            "user": user.as_json(),
            "date": int(self.world.now()),
            "old_reaction": old,
            "new_reaction": new,
        }
        for bot in self.world.bots_in(message.chat):
            if message.chat.is_private or message.chat.member(bot.user).is_admin:
                self.world.notify(bot, "message_reaction", body, message.chat.id)

    def _tell_query(self, query: Query) -> None:
        bot = self.world.bot_of(query.message.sender)
        if bot is None:
            raise Misuse("only messages of bots have buttons")
        message = query.message
        body = {
            "id": query.id,
            "from": query.user.as_json(),
            "message": message.as_json(),
            "chat_instance": str(abs(hash((message.chat.id, bot.id))) + 1),
            "data": query.data,
        }
        if message.deleted:
            body["message"] = {"chat": message.chat.as_json(), "message_id": message.id, "date": 0}
        self.world.notify(bot, "callback_query", body, message.chat.id)

    def _send(
        self,
        user: User,
        chat: Place,
        kind: str,
        upload: Upload,
        caption: str,
        how: How,
    ) -> Message:
        content = self.world.files.content(kind, self.world.files.keep(kind, upload))
        return self._put(user, chat, content | _captioned(caption), _manner(**how))

    def _check_topic(self, user: User, chat: Chat, thread: int | None) -> None:
        topic = chat.topics.get(thread) if thread is not None else None
        if thread is not None and topic is None:
            raise Misuse("there is no such topic")
        if topic is not None and topic.closed and not chat.member(user).may("can_manage_topics"):
            raise Misuse(f"{topic.name} is closed")

    def _put(self, user: User, place: Place, content: Json, how: Manner) -> Message:
        chat = self.world.private(user, place) if isinstance(place, Bot) else place
        if not chat.has(user) or user.deactivated:
            raise Misuse(f"{user.first_name} cannot write here")
        if chat.blocked:
            raise Misuse(f"{user.first_name} has blocked this bot")
        self._check_topic(user, chat, how.thread_id)
        chat.started = True
        return self.world.post(chat, user, content, how)


def _manner(reply_to: Message | None = None, thread: int | None = None) -> Manner:
    return Manner(thread_id=thread, reply_to=reply_to)


def _written(text: str) -> Json:
    entities = [*texts.found(text)]
    return {"text": text} | ({"entities": entities} if entities else {})


def _captioned(caption: str) -> Json:
    if not caption:
        return {}
    entities = [*texts.found(caption)]
    return {"caption": caption} | ({"caption_entities": entities} if entities else {})


def _shown(message: Message, *, late: bool) -> Iterable[Button]:
    yield from message.buttons
    for version in reversed(message.history if late else []):
        yield from version.buttons


def _data(buttons: Iterable[Button], wanted: str) -> str:
    seen = []
    for button in buttons:
        if wanted in (button.label, button.data) and button.data is not None:
            return button.data
        seen.append(button.label)
    raise Misuse(f"there is no button {wanted!r} to press, only {seen}")
