"""From the chat a call names to the chat it may use, or Telegram's reason why not."""

from bot.playground.accounts import Bot
from bot.playground.chats import GENERAL_TOPIC, Chat, Message, Topic
from bot.playground.refusals import bad_request, forbidden
from bot.playground.world import World

Given = int | str | None


def readable(world: World, bot: Bot, given: Given) -> Chat:
    """Return a chat the bot knows."""
    if given in (None, ""):
        raise bad_request("chat_id is empty")
    if isinstance(given, int) and given > 0:
        return _private(world, bot, given)
    chat = _group(world, given)
    if chat is None or (bot.id not in chat.members and chat.migrated_to is None):
        raise bad_request("chat not found")
    if chat.migrated_to is not None:
        raise bad_request(
            "group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to.id
        )
    _check_membership(bot, chat)
    return chat


def writable(world: World, bot: Bot, given: Given) -> Chat:
    """Return a chat the bot may send to."""
    chat = readable(world, bot, given)
    if chat.is_private:
        _check_person(chat)
    elif not chat.member(bot.user).may_write:
        raise bad_request("not enough rights to send text messages to the chat")
    return chat


def thread(bot: Bot, chat: Chat, given: int | None) -> int | None:
    """Return the topic to write into; the General one has no id and takes none."""
    if given is None:
        return None
    topic = chat.topics.get(given) if chat.forum else None
    if topic is None or given == GENERAL_TOPIC:
        raise bad_request("message thread not found")
    if topic.closed and not chat.member(bot.user).may("can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")
    return given


def topic(bot: Bot, chat: Chat, given: int) -> Topic:
    """Return a topic the bot may manage."""
    check_forum(bot, chat, "manage topics")
    if given not in chat.topics:
        raise bad_request("TOPIC_ID_INVALID")
    return chat.topics[given]


def check_forum(bot: Bot, chat: Chat, deed: str) -> None:
    """Refuse where there are no topics, or no right to them."""
    if not chat.forum:
        raise bad_request("the chat is not a forum")
    if not chat.member(bot.user).may("can_manage_topics"):
        raise bad_request(f"not enough rights to {deed}")


def message(chat: Chat, number: int | None, deed: str) -> Message:
    """Return a message that is there, or refuse in the words for that deed."""
    found = chat.messages.get(number or 0)
    if found is None or found.deleted:
        raise bad_request(f"message to {deed} not found")
    return found


def _group(world: World, given: Given) -> Chat | None:
    if isinstance(given, int):
        return world.groups.get(given)
    name = str(given).removeprefix("@").lower()
    groups = world.groups.values()
    return next((chat for chat in groups if (chat.username or "").lower() == name), None)


def _private(world: World, bot: Bot, user_id: int) -> Chat:
    user = world.users.get(user_id)
    if user is None:
        raise bad_request("chat not found")
    return world.private(user, bot)


def _check_person(chat: Chat) -> None:
    user = chat.user
    if user is not None and user.is_bot:
        raise forbidden("the bot can't send messages to the bot")
    if user is not None and user.deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")


def _check_membership(bot: Bot, chat: Chat) -> None:
    status = chat.member(bot.user).status
    if chat.deleted:
        raise forbidden("the group chat was deleted")
    if status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    if status == "left":
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
