"""Chats, their topics and their messages, and how the Bot API shows them."""

from dataclasses import dataclass, field
from typing import Any

from bot.playground import keyboards
from bot.playground.accounts import Bot, Member, User, present
from bot.playground.keyboards import Button

Json = dict[str, Any]

GENERAL_TOPIC = 1
PRIVATE, GROUP, SUPERGROUP = "private", "group", "supergroup"
MEDIA = ("photo", "document", "voice", "video", "audio", "animation")
SERVICE = (
    "forum_topic_closed",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_reopened",
    "group_chat_created",
    "left_chat_member",
    "migrate_from_chat_id",
    "migrate_to_chat_id",
    "new_chat_members",
    "new_chat_title",
    "pinned_message",
)


@dataclass(eq=False)
class Topic:
    """A topic of a forum; its id is the id of the message that opened it."""

    id: int
    name: str
    icon_color: int
    icon_custom_emoji_id: str | None = None
    closed: bool = False

    def as_json(self) -> Json:
        """Return the Bot API's ForumTopic."""
        known: Json = {"message_thread_id": self.id} | self.icon()
        return known

    def icon(self) -> Json:
        """Return name and icon, as the service message about the topic tells them."""
        known: Json = {"name": self.name, "icon_color": self.icon_color}
        return known | present(icon_custom_emoji_id=self.icon_custom_emoji_id)


@dataclass(frozen=True)
class Version:
    """What a message said until it was changed."""

    until: float
    content: Json
    markup: Json | None

    @property
    def text(self) -> str:
        """The text or caption of that version."""
        return str(self.content.get("text") or self.content.get("caption") or "")

    @property
    def buttons(self) -> list[Button]:
        """The buttons of that version."""
        return keyboards.buttons(self.markup)


@dataclass(frozen=True)
class Manner:
    """How a message is put into a chat: where, under what, how loud."""

    thread_id: int | None = None
    reply_to: "Message | None" = None
    markup: Json | None = None
    silent: bool = False
    protected: bool = False
    album: str | None = None
    origin: Json | None = None


@dataclass(eq=False)
class Message:
    """One message of one chat."""

    id: int
    chat: "Chat"
    sender: User
    date: int
    content: Json
    manner: Manner
    markup: Json | None = None
    edit_date: int | None = None
    deleted: bool = False
    history: list[Version] = field(default_factory=list)
    reactions: dict[int, list[Json]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text, or the caption."""
        return str(self.content.get("text") or self.content.get("caption") or "")

    @property
    def entities(self) -> list[Json]:
        """The entities of the text or the caption."""
        found: list[Json] = self.content.get("entities") or self.content.get("caption_entities", [])
        return found

    @property
    def buttons(self) -> list[Button]:
        """The buttons that are under the message now."""
        return keyboards.buttons(self.markup)

    @property
    def kind(self) -> str:
        """The Bot API's name for what it holds: text, photo, new_chat_members and so on."""
        return next((kind for kind in ("text", *MEDIA, *SERVICE) if kind in self.content), "other")

    @property
    def is_service(self) -> bool:
        """Whether Telegram itself said it."""
        return self.kind in SERVICE

    @property
    def silent(self) -> bool:
        """Whether it came without a sound."""
        return self.manner.silent

    @property
    def thread_id(self) -> int | None:
        """The topic it is in; nothing for the General one."""
        return self.manner.thread_id

    @property
    def reply_to(self) -> "Message | None":
        """The message it answers."""
        return self.manner.reply_to

    @property
    def file_id(self) -> str | None:
        """The id of the file it carries, the largest size of a photo."""
        held = self.content.get(self.kind) if self.kind in MEDIA else None
        chosen = held[-1] if isinstance(held, list) else held
        return chosen["file_id"] if chosen else None

    @property
    def inline_markup(self) -> Json | None:
        """The inline keyboard; other keyboards are not part of a message for the Bot API."""
        return self.markup if self.markup and "inline_keyboard" in self.markup else None

    def change(self, content: Json, markup: Json | None, now: float) -> None:
        """Replace what it holds and remember what it held."""
        self.history.append(Version(now, self.content, self.markup))
        self.content, self.markup = content, markup

    def as_json(self, *, nested: bool = False) -> Json:
        """Return the Bot API's Message; a nested one shows no further message inside."""
        shown: Json = {
            "message_id": self.id,
            "from": self.sender.as_json(),
            "chat": self.chat.as_json(),
            "date": self.date,
        }
        manner = self.manner
        if manner.thread_id is not None:
            shown |= {"message_thread_id": manner.thread_id, "is_topic_message": True}
        if manner.origin is not None:
            shown["forward_origin"] = manner.origin
        answered = None if nested else self._answered()
        if answered is not None:
            shown["reply_to_message"] = answered.as_json(nested=True)
        if self.edit_date is not None:
            shown["edit_date"] = self.edit_date
        if manner.protected:
            shown["has_protected_content"] = True
        if manner.album is not None:
            shown["media_group_id"] = manner.album
        shown |= self.content
        if self.inline_markup is not None:
            shown["reply_markup"] = self.inline_markup
        return shown

    def as_seen(self) -> Json:
        """Return what a person sees: the Bot API's Message and all that bots are not told."""
        return self.as_json() | {
            "bot_id": self.chat.bot.id if self.chat.bot else None,
            "silent": self.silent,
            "deleted": self.deleted,
            "keyboard": self.markup,
            "reactions": [
                each | {"user": user_id}
                for user_id, given in self.reactions.items()
                for each in given
            ],
            "history": [each.content | {"until": each.until} for each in self.history],
        }

    def _answered(self) -> "Message | None":
        """Return the message answered; in a topic, failing that, the one that opened it."""
        answered = self.manner.reply_to
        if answered is None and self.manner.thread_id is not None:
            answered = self.chat.messages.get(self.manner.thread_id)
        return None if answered is None or answered.deleted or answered is self else answered


@dataclass(eq=False)
class Chat:
    """A private chat of one user with one bot, or a group."""

    id: int
    kind: str
    title: str = ""
    username: str | None = None
    forum: bool = False
    topics_off: bool = False
    user: User | None = None
    bot: Bot | None = None
    started: bool = False
    blocked: bool = False
    deleted: bool = False
    migrated_to: "Chat | None" = None
    last_id: int = 0
    members: dict[int, Member] = field(default_factory=dict, repr=False)
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict, repr=False)
    pinned: list[int] = field(default_factory=list)

    @property
    def is_private(self) -> bool:
        """Whether this is one person's chat with a bot."""
        return self.kind == PRIVATE

    def member(self, user: User) -> Member:
        """Return what the user is here; who never came has left."""
        return self.members.get(user.id) or Member(user, "left")

    def has(self, user: User) -> bool:
        """Whether the user takes part in this chat now."""
        if self.is_private:
            return user is self.user or (self.bot is not None and user is self.bot.user)
        return self.member(user).is_present

    def as_json(self) -> Json:
        """Return the Bot API's Chat."""
        if self.user is not None:
            known: Json = {"id": self.id, "type": self.kind, "first_name": self.user.first_name}
            return known | present(last_name=self.user.last_name, username=self.user.username)
        known = {"id": self.id, "type": self.kind, "title": self.title}
        return known | present(username=self.username, is_forum=self.forum or None)
