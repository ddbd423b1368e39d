"""Topics of forums: createForumTopic, editForumTopic, close, reopen, delete, and their icons."""

from bot.playground import access, icons
from bot.playground.chats import Chat, Manner, Topic
from bot.playground.gatherings import ICON_COLOR, open_topic, remove_topic
from bot.playground.methods.call import Call, Json
from bot.playground.methods.registry import method
from bot.playground.refusals import bad_request

NAME_LIMIT = 128
COLORS = {0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F}


@method("createForumTopic")
def create_forum_topic(call: Call) -> Json:
    """Open a topic."""
    chat = call.writable()
    access.check_forum(call.bot, chat, "create a topic")
    color = call.number("icon_color")
    if color is not None and color not in COLORS:
        raise bad_request("TOPIC_ICON_COLOR_INVALID")
    icon = _icon(call.text("icon_custom_emoji_id"))
    asked = Topic(0, _name(call), color or ICON_COLOR, icon)
    call.charge(chat)
    return open_topic(call.world, chat, call.bot.user, asked).as_json()


@method("editForumTopic")
def edit_forum_topic(call: Call) -> bool:
    """Give a topic another name or icon."""
    chat, topic = _topic(call)
    name = _name(call) if call.text("name") else topic.name
    icon = _icon(call.values.get("icon_custom_emoji_id", topic.icon_custom_emoji_id))
    call.charge(chat)
    if (name, icon) == (topic.name, topic.icon_custom_emoji_id):
        raise bad_request("TOPIC_NOT_MODIFIED")
    changed = {"name": name} if name != topic.name else {}
    if icon != topic.icon_custom_emoji_id:
        changed["icon_custom_emoji_id"] = icon or ""
    topic.name, topic.icon_custom_emoji_id = name, icon
    _tell(call, chat, topic, {"forum_topic_edited": changed})
    return True


@method("getForumTopicIconStickers")
def get_forum_topic_icon_stickers(call: Call) -> list[Json]:
    """Return the icons that any topic may have."""
    del call
    return [icons.sticker(emoji) for emoji in icons.EMOJI]


@method("closeForumTopic")
def close_forum_topic(call: Call) -> bool:
    """Close a topic: only administrators can write into it."""
    chat, topic = _topic(call)
    call.charge(chat)
    if topic.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = True
    _tell(call, chat, topic, {"forum_topic_closed": {}})
    return True


@method("reopenForumTopic")
def reopen_forum_topic(call: Call) -> bool:
    """Open a closed topic again."""
    chat, topic = _topic(call)
    call.charge(chat)
    if not topic.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = False
    _tell(call, chat, topic, {"forum_topic_reopened": {}})
    return True


@method("deleteForumTopic")
def delete_forum_topic(call: Call) -> bool:
    """Delete a topic with all its messages."""
    chat, topic = _topic(call)
    if not chat.member(call.bot.user).may("can_delete_messages"):
        raise bad_request("not enough rights to delete the topic")
    call.charge(chat)
    remove_topic(call.world, chat, topic)
    return True


def _icon(given: str | None) -> str | None:
    if given and given not in icons.IDS:
        raise bad_request("DOCUMENT_INVALID")
    return given or None


def _name(call: Call) -> str:
    name = call.text("name").strip()
    if not 1 <= len(name) <= NAME_LIMIT:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "TOPIC_TITLE_TOO_LONG")
    return name


def _topic(call: Call) -> tuple[Chat, Topic]:
    chat = call.writable()
    return chat, access.topic(call.bot, chat, call.number("message_thread_id") or 0)


def _tell(call: Call, chat: Chat, topic: Topic, content: Json) -> None:
    call.world.post(chat, call.bot.user, content, Manner(thread_id=topic.id))
