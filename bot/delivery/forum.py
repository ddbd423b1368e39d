"""What Telegram says of the team's group when it is asked: whether it has topics, and who may."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from msgspec import Struct
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.domain.forum import wanted_icons

Call = Callable[[str, Mapping[str, Any]], Awaitable[Any]]


class Seen(Struct, frozen=True):
    """What was seen of the group."""

    is_forum: bool
    may_manage: bool
    icons: Mapping[str, str]


async def look(call: Call, chat_id: int | None) -> Seen | None:
    """Return what the group is; None when there is none to look at. Raises TelegramError."""
    if chat_id is None:
        return None
    try:
        chat = await call("getChat", {"chat_id": chat_id})
        admins = await call("getChatAdministrators", {"chat_id": chat_id})
        offered = await call("getForumTopicIconStickers", {})
    except (BadRequest, ChatMigrated, Forbidden):
        # Where the bot is not in it, or it has moved, others notice it and say so.
        return None
    # Of the bots among them Telegram names only the one that asks.
    own = [each for each in admins if each["user"]["is_bot"]]
    may_manage = any(bool(each.get("can_manage_topics")) for each in own)
    icons = {each["emoji"]: each["custom_emoji_id"] for each in offered if "emoji" in each}
    return Seen(bool(chat.get("is_forum")), may_manage, wanted_icons(icons))
