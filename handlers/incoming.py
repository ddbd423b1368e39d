"""A raw Telegram update, read into just the fields that are used; the rest is ignored."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field


class User(BaseModel):
    """Who wrote or pressed."""

    id: int
    is_bot: bool = False
    first_name: str = ""
    last_name: str = ""
    username: str | None = None
    language_code: str | None = None

    @property
    def full_name(self) -> str:
        """First and last name as Telegram shows them."""
        return f"{self.first_name} {self.last_name}".strip() or str(self.id)


class Chat(BaseModel):
    """Where it happened."""

    id: int
    type: str
    title: str | None = None
    is_forum: bool = False


class Attachment(BaseModel):
    """One file of a message, as Telegram names it; `size` in bytes."""

    media: str
    file_id: str
    file_unique_id: str
    name: str | None = None
    size: int | None = None


class Message(BaseModel):
    """A message, new or edited."""

    message_id: int
    date: datetime
    chat: Chat
    sender: User | None = Field(None, alias="from")
    sender_chat: Chat | None = None
    text: str | None = None
    caption: str | None = None
    media_group_id: str | None = None
    message_thread_id: int | None = None
    is_topic_message: bool = False
    reply_to_message: "Message | None" = None
    forward_origin: Mapping[str, Any] | None = None
    migrate_to_chat_id: int | None = None
    forum_topic_created: Mapping[str, Any] | None = None
    photo: list[Mapping[str, Any]] | None = None
    document: Mapping[str, Any] | None = None
    voice: Mapping[str, Any] | None = None
    video: Mapping[str, Any] | None = None
    audio: Mapping[str, Any] | None = None
    animation: Mapping[str, Any] | None = None
    video_note: Mapping[str, Any] | None = None
    location: Mapping[str, Any] | None = None

    @property
    def words(self) -> str:
        """The text or the caption; a shared location reads as its coordinates."""
        if self.location:
            return f"{self.location.get('latitude')}, {self.location.get('longitude')}"
        return (self.text or self.caption or "").strip()

    @property
    def attachment(self) -> Attachment | None:
        """The file of the message, the largest size of a photo."""
        if self.photo:
            return _attachment("photo", max(self.photo, key=lambda size: size.get("width", 0)))
        for media in ("animation", "document", "voice", "video", "audio", "video_note"):
            found: Mapping[str, Any] | None = getattr(self, media)
            if found:
                return _attachment(media, found)
        return None

    @property
    def topic_id(self) -> int | None:
        """The topic it was written in; the General one has none, nor has a thread of replies."""
        return self.message_thread_id if self.is_topic_message else None

    @property
    def is_private(self) -> bool:
        """True in a conversation between one person and the bot."""
        return self.chat.type == "private"


def _attachment(media: str, found: Mapping[str, Any]) -> Attachment:
    return Attachment(
        media=media,
        file_id=found["file_id"],
        file_unique_id=found["file_unique_id"],
        name=found.get("file_name"),
        size=found.get("file_size"),
    )


class Press(BaseModel):
    """A press of an inline button; `message` is missing when Telegram no longer knows it."""

    id: str
    sender: User = Field(alias="from")
    message: Message | None = None
    data: str = ""


class Member(BaseModel):
    """A person's standing in a chat."""

    status: str
    can_manage_topics: bool = False


class Membership(BaseModel):
    """The bot itself was blocked, unblocked, added or removed."""

    chat: Chat
    sender: User = Field(alias="from")
    new_chat_member: Member


class Sign(BaseModel):
    """One sign of a reaction; `emoji` is missing for what only some people can choose."""

    emoji: str = ""


class Reaction(BaseModel):
    """Somebody changed the signs they put below a message; `user` is missing when they hide."""

    chat: Chat
    message_id: int
    user: User | None = None
    old_reaction: list[Sign] = []
    new_reaction: list[Sign] = []

    @property
    def signs_before(self) -> list[str]:
        """The signs there were."""
        return [sign.emoji for sign in self.old_reaction]

    @property
    def signs(self) -> list[str]:
        """The signs there are now."""
        return [sign.emoji for sign in self.new_reaction]


class Update(BaseModel):
    """One update; kinds that the program does not ask for stay empty."""

    update_id: int
    message: Message | None = None
    edited_message: Message | None = None
    callback_query: Press | None = None
    my_chat_member: Membership | None = None
    message_reaction: Reaction | None = None

    @property
    def sender(self) -> User | None:
        """Whoever caused the update."""
        for part in (self.callback_query, self.message, self.edited_message, self.my_chat_member):
            if part is not None:
                return part.sender
        return None

    @property
    def chat(self) -> Chat | None:
        """Where the answer belongs."""
        if self.callback_query is not None:
            pressed = self.callback_query.message
            return pressed.chat if pressed is not None else None
        for part in (self.message, self.edited_message, self.my_chat_member):
            if part is not None:
                return part.chat
        return None


def command_of(words: str, bot_username: str) -> tuple[str, str] | None:
    """Split "/ack@bot SC-2026-0001" into ("ack", "SC-2026-0001"); None for another bot's."""
    if not words.startswith("/"):
        return None
    head, _, rest = words[1:].partition(" ")
    if "\n" in head:
        head, _, more = head.partition("\n")
        rest = f"{more} {rest}"
    name, _, addressed = head.partition("@")
    if addressed and addressed.lower() != bot_username.lower():
        return None
    return name.lower(), rest.strip()
