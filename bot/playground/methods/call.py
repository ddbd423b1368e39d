"""One call of one method by one bot, its parameters already checked."""

from dataclasses import dataclass
from typing import Any

from bot.playground import access, keyboards, texts
from bot.playground.accounts import Bot
from bot.playground.chats import Chat, Manner, Message
from bot.playground.files import Upload
from bot.playground.refusals import bad_request
from bot.playground.world import World

Json = dict[str, Any]


# These change how something looks or is counted, never what it says or who gets it.
HARMLESS = {
    "allow_paid_broadcast",
    "cache_time",
    "disable_content_type_detection",
    "duration",
    "has_spoiler",
    "ip_address",
    "is_big",
    "message_effect_id",
    "revoke_messages",
    "show_caption_above_media",
    "thumbnail",
}


@dataclass(frozen=True)
class Described:
    """A result that Telegram sends together with a sentence."""

    result: object
    description: str


class Asked(Json):
    """The parameters of a call; it remembers which of them were looked at."""

    def __init__(self, values: Json) -> None:
        super().__init__(values)
        self.seen: set[str] = set()

    def get(self, name: str, default: object = None) -> Any:  # noqa: ANN401 - as a dict's
        """Return the parameter's value, or the default."""
        self.seen.add(name)
        return super().get(name, default)

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - as a dict's
        self.seen.add(name)
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        self.seen.add(str(name))
        return super().__contains__(name)

    def unseen(self) -> list[str]:
        """Return what was asked for and made no difference, though it should have."""
        return sorted(self.keys() - self.seen - HARMLESS)


@dataclass(frozen=True)
class Call:
    """What a method works with."""

    world: World
    bot: Bot
    method: str
    values: Asked
    uploads: dict[str, Upload]

    def text(self, name: str) -> str:
        """Return a string parameter, empty when it was not given."""
        return str(self.values.get(name, ""))

    def number(self, name: str) -> int | None:
        """Return an integer parameter."""
        value = self.values.get(name)
        return None if value is None else int(value)

    def flag(self, name: str) -> bool:
        """Whether a boolean parameter was given and true."""
        return bool(self.values.get(name))

    def readable(self, name: str = "chat_id") -> Chat:
        """Return a chat the bot knows."""
        return access.readable(self.world, self.bot, self.values.get(name))

    def writable(self) -> Chat:
        """Return the chat to send to."""
        return access.writable(self.world, self.bot, self.values.get("chat_id"))

    def charge(self, chat: Chat, count: int = 1) -> None:
        """Count the call against Telegram's flood limits, or refuse it with 429."""
        self.world.meters.charge(self.bot.id, chat.id, count, self.world.now())

    def markup(self, *, inline_only: bool = False) -> Json | None:
        """Return the keyboard to put under the message."""
        return keyboards.accepted(self.values.get("reply_markup"), inline_only=inline_only)

    def written(self) -> Json:
        """Return the content of a text message out of text, parse_mode and entities."""
        raw, mode = self.text("text"), self.text("parse_mode")
        content = texts.message_text(raw, mode, self.values.get("entities"))
        options = self.values.get("link_preview_options")
        return self._introduced(content, "entities") | (
            {"link_preview_options": options} if options else {}
        )

    def captioned(self) -> Json:
        """Return the caption part of a content out of caption, parse_mode and entities."""
        raw, mode = self.text("caption"), self.text("parse_mode")
        content = texts.caption(raw, mode, self.values.get("caption_entities"))
        return self._introduced(content, "caption_entities")

    def _introduced(self, content: Json, where: str) -> Json:
        """Put known users into mentions by id; those of nobody are no mentions at all."""
        if not any(each["type"] == "text_mention" for each in content.get(where, [])):
            return content
        known = []
        for each in content[where]:
            user = self.world.users.get(each.get("user", {}).get("id", 0))
            if each["type"] != "text_mention":
                known.append(each)
            elif user is not None:
                known.append({**each, "user": user.as_json()})
        return {**content, where: known}

    def manner(self, chat: Chat, **more: Any) -> Manner:  # noqa: ANN401 - fields of Manner
        """Return how the message to be sent comes into the chat."""
        reply_to = self._reply_to(chat)
        thread_id = access.thread(self.bot, chat, self.number("message_thread_id"))
        if thread_id is None and reply_to is not None:
            thread_id = reply_to.thread_id
        return Manner(
            thread_id=thread_id,
            reply_to=reply_to,
            markup=self.markup(),
            silent=self.flag("disable_notification"),
            protected=self.flag("protect_content"),
            **more,
        )

    def _reply_to(self, chat: Chat) -> Message | None:
        asked = self.values.get("reply_parameters")
        if not asked:
            return None
        if asked.get("chat_id", chat.id) != chat.id:
            raise bad_request("the playground does not cover replies to other chats")
        found = chat.messages.get(asked.get("message_id", 0))
        if found is not None and not found.deleted:
            return found
        if asked.get("allow_sending_without_reply"):
            return None
        raise bad_request("message to be replied not found")
