"""Which messages a bot gets to see: privacy mode and its exceptions."""

from bot.playground import texts
from bot.playground.accounts import Bot
from bot.playground.chats import Message

# What Telegram itself says about a bot's own deeds comes back to that bot.
TOLD_TO_ITSELF = (
    *("forum_topic_closed", "forum_topic_created", "forum_topic_edited", "forum_topic_reopened"),
    *("new_chat_title", "pinned_message"),
)


def sees(bot: Bot, message: Message) -> bool:
    """Whether the bot gets an update about a message in a chat it takes part in."""
    if message.sender.is_bot:
        return message.sender is bot.user and message.kind in TOLD_TO_ITSELF
    if message.chat.is_private or message.is_service or not bot.privacy:
        return True
    if message.chat.member(bot.user).is_admin:
        return True
    answered = message.reply_to
    return (answered is not None and answered.sender is bot.user) or _commands(bot, message)


def _commands(bot: Bot, message: Message) -> bool:
    """Whether the message holds a command for this bot, or for any."""
    for entity in message.entities:
        if entity["type"] == "bot_command":
            named = texts.piece(message.text, entity).partition("@")[2]
            if not named or named.lower() == (bot.user.username or "").lower():
                return True
    return False
