"""What the group is, as Telegram answers; and what a refused call about a topic can do without."""

import pytest
from telegram.error import BadRequest, Forbidden, TimedOut

from bot.delivery.calls import Call
from bot.delivery.forum import Seen, look

ICONS = [
    {"emoji": "✅", "custom_emoji_id": "5"},
    {"emoji": "💘", "custom_emoji_id": "6"},
    {"custom_emoji_id": "7"},
]
PERSON = {"status": "creator", "user": {"id": 1, "is_bot": False}, "can_manage_topics": True}
OWN = {"status": "administrator", "user": {"id": 9, "is_bot": True}}


def telegram(chat, admins):
    answers = {
        "getChat": chat,
        "getChatAdministrators": admins,
        "getForumTopicIconStickers": ICONS,
    }

    async def call(method, params):
        assert params == ({} if "Icon" in method else {"chat_id": -100})
        if isinstance(answers[method], Exception):
            raise answers[method]
        return answers[method]

    return call


@pytest.mark.parametrize(
    ("chat", "admins", "is_forum", "may_manage"),
    [
        ({"is_forum": True}, [PERSON, {**OWN, "can_manage_topics": True}], True, True),
        ({"is_forum": True}, [PERSON, {**OWN, "can_manage_topics": False}], True, False),
        ({"is_forum": True}, [PERSON, OWN], True, False),
        ({"is_forum": True}, [PERSON], True, False),
        ({}, [PERSON, {**OWN, "can_manage_topics": True}], False, True),
    ],
)
async def test_a_group_is_seen_with_its_topics_and_the_bots_own_right(
    chat, admins, is_forum, may_manage
):
    assert await look(telegram(chat, admins), -100) == Seen(is_forum, may_manage, {"✅": "5"})


@pytest.mark.parametrize("refused", [BadRequest("Chat not found"), Forbidden("bot was kicked")])
async def test_a_group_that_refuses_is_not_seen(refused):
    assert await look(telegram(refused, []), -100) is None


async def test_without_a_group_nobody_is_asked():
    assert await look(telegram({}, []), None) is None


async def test_a_telegram_that_is_away_is_asked_again():
    with pytest.raises(TimedOut):
        await look(telegram(TimedOut(), []), -100)


def test_a_topic_is_opened_without_its_icon_rather_than_not_at_all():
    whole = Call("createForumTopic", {"chat_id": -100, "name": "x", "icon_custom_emoji_id": "5"})
    less = whole.without("topic icon")
    assert less is not None
    assert less.params == {"chat_id": -100, "name": "x"}
    assert less.without("topic icon") is None


def test_a_change_of_a_topic_that_is_gone_leaves_nothing_to_try():
    closing = Call("closeForumTopic", {"chat_id": -100, "message_thread_id": 7})
    assert closing.without("topic gone") is None
    into = Call("sendMessage", {"chat_id": -100, "message_thread_id": 7, "text": "x"})
    assert into.without("topic gone") == Call(
        "sendMessage", {"chat_id": -100, "text": "x"}, frozenset({"topic gone"})
    )
