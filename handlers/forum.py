"""The group as a forum: what updates tell of its topics and of the bot's right to them."""

from bot.domain.forum import Look
from bot.domain.team import Team
from bot.services import forum
from bot.services.messages import Tx
from handlers.incoming import Membership, Message

_OWNER, _ADMIN = "creator", "administrator"


async def noticed(tx: Tx, team: Team, message: Message) -> None:
    """Learn from any message in the group whether it has topics, and of one that was opened."""
    await forum.learn(tx, team, message.chat.id, is_forum=message.chat.is_forum)
    created, sender = message.forum_topic_created, message.sender
    is_own = sender is not None and sender.is_bot and sender.username == team.bot_username
    if created is not None and is_own:
        look = Look(str(created.get("name", "")), created.get("icon_custom_emoji_id"))
        await forum.adopt(tx, message.chat.id, message.message_id, look)


async def joined(tx: Tx, team: Team, membership: Membership) -> None:
    """Learn from a change of the bot's own standing what it may do with topics."""
    own = membership.new_chat_member
    may_manage = own.status == _OWNER or (own.status == _ADMIN and own.can_manage_topics)
    chat = membership.chat
    await forum.learn(tx, team, chat.id, is_forum=chat.is_forum, may_manage=may_manage)
