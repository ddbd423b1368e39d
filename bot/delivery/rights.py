"""What the bot is to Telegram and in its group, asked once by `trucban check`."""

from msgspec import Struct
from telegram.error import TelegramError

from bot.config import Settings
from bot.delivery.forum import look
from bot.delivery.telegram import Telegram, connect


class Standing(Struct, frozen=True):
    """The bot's own name, and what is wrong, if anything."""

    username: str | None
    problem: str | None = None


async def standing(settings: Settings) -> Standing:
    """Ask Telegram who the bot is and whether it may do its work in the group."""
    telegram = connect(settings)
    try:
        me = await telegram.call("getMe", {})
        return Standing(me["username"], await _problem(telegram, settings.team_chat, me["id"]))
    except TelegramError as error:
        return Standing(None, f"does not answer as it should: {error}")
    finally:
        await telegram.disconnect()


async def _problem(telegram: Telegram, group: int | None, bot_id: int) -> str | None:
    if group is None:
        return "TRUCBAN_TEAM_CHAT is not set: cards and calls have no group"
    member = await telegram.call("getChatMember", {"chat_id": group, "user_id": bot_id})
    if member["status"] not in {"administrator", "creator"}:
        return (
            "the bot is not an administrator of the group:"
            " it cannot pin, manage topics or see reactions"
        )
    seen = await look(telegram.call, group)
    if seen is not None and seen.is_forum and not seen.may_manage:
        return "the group has topics, but the bot lacks the right to manage them"
    return None
