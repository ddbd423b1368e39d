"""Topics of a group: opened, written into, changed, closed and deleted, by whoever may."""

import pytest

from bot.playground.refusals import Misuse


async def test_a_topic_is_opened_written_into_and_read_in(line, playground, alice, forum):
    topic = await line.ok("createForumTopic", chat_id=forum.id, name="SC-17")
    thread = topic["message_thread_id"]
    sent = await line.ok("sendMessage", chat_id=forum.id, message_thread_id=thread, text="x")
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (thread, True)
    playground.people.say(alice, forum, "trong chủ đề", thread=thread)
    playground.people.say(alice, forum, "ở chung")
    opened, inside, outside = (update["message"] for update in await line.ok("getUpdates"))
    assert (opened["message_id"], opened["from"]["is_bot"]) == (thread, True)
    assert inside["message_thread_id"] == thread
    assert inside["reply_to_message"]["forum_topic_created"]["name"] == "SC-17"
    assert "message_thread_id" not in outside


@pytest.mark.parametrize("thread", [1, 4711])
async def test_a_topic_that_is_not_there_is_refused_the_general_one_included(line, forum, thread):
    where = {"chat_id": forum.id, "message_thread_id": thread}
    answer = await line.refused("sendMessage", **where, text="x")
    assert answer == "400 Bad Request: message thread not found"


async def test_a_topic_in_a_private_chat_is_refused(line, chat):
    answer = await line.refused("sendMessage", chat_id=chat.id, message_thread_id=7, text="x")
    assert answer == "400 Bad Request: message thread not found"


async def test_a_closed_topic_takes_messages_only_from_its_managers(
    line, playground, alice, bot, forum
):
    topic = playground.people.add_topic(alice, forum, "SC-17")
    where = {"chat_id": forum.id, "message_thread_id": topic.id}
    await line.ok("closeForumTopic", **where)
    assert await line.ok("sendMessage", **where, text="x")
    playground.people.promote(forum, bot, ["can_pin_messages"])
    assert await line.refused("sendMessage", **where, text="x") == ("400 Bad Request: TOPIC_CLOSED")


@pytest.mark.parametrize(
    ("steps", "method", "more"),
    [
        (["closeForumTopic"], "closeForumTopic", {}),
        ([], "reopenForumTopic", {}),
        (["closeForumTopic", "reopenForumTopic"], "reopenForumTopic", {}),
        ([], "editForumTopic", {"name": "SC-17"}),
    ],
)
async def test_a_change_that_changes_nothing_in_a_topic_is_refused(
    line, forum, steps, method, more
):
    topic = await line.ok("createForumTopic", chat_id=forum.id, name="SC-17")
    where = {"chat_id": forum.id, "message_thread_id": topic["message_thread_id"]}
    for step in steps:
        assert await line.ok(step, **where)
    assert await line.refused(method, **where, **more) == "400 Bad Request: TOPIC_NOT_MODIFIED"


async def test_a_topic_can_be_renamed(line, forum):
    topic = await line.ok("createForumTopic", chat_id=forum.id, name="SC-17")
    where = {"chat_id": forum.id, "message_thread_id": topic["message_thread_id"]}
    assert await line.ok("editForumTopic", **where, name="SC-17 đã khoanh vùng")
    assert forum.topics[where["message_thread_id"]].name == "SC-17 đã khoanh vùng"


async def test_a_bot_hears_what_it_did_to_a_topic_itself_and_only_what_changed(line, forum):
    icons = await line.ok("getForumTopicIconStickers")
    done = next(each["custom_emoji_id"] for each in icons if each["emoji"] == "✅")
    topic = await line.ok("createForumTopic", chat_id=forum.id, name="SC-17")
    where = {"chat_id": forum.id, "message_thread_id": topic["message_thread_id"]}
    await line.ok("editForumTopic", **where, icon_custom_emoji_id=done)
    await line.ok("closeForumTopic", **where)
    await line.ok("reopenForumTopic", **where)
    said = [update["message"] for update in await line.ok("getUpdates")]
    assert said[1]["forum_topic_edited"] == {"icon_custom_emoji_id": done}
    assert ["forum_topic_closed" in each for each in said] == [False, False, True, False]
    assert "forum_topic_reopened" in said[3]
    assert forum.topics[topic["message_thread_id"]].icon_custom_emoji_id == done


async def test_an_icon_must_be_one_that_is_offered(line, forum):
    where = {"chat_id": forum.id, "name": "SC-17", "icon_custom_emoji_id": "5"}
    answer = await line.refused("createForumTopic", **where)
    assert answer == "400 Bad Request: DOCUMENT_INVALID"


def test_people_write_only_in_topics_that_are_there_and_open(playground, alice, bob, forum):
    people, topic = playground.people, playground.people.add_topic(alice, forum, "SC-17")
    people.close_topic(alice, forum, topic)
    assert people.say(alice, forum, "x", thread=topic.id).thread_id == topic.id
    with pytest.raises(Misuse, match="SC-17 is closed"):
        people.say(bob, forum, "x", thread=topic.id)
    people.delete_topic(forum, topic)
    with pytest.raises(Misuse, match="no such topic"):
        people.say(alice, forum, "x", thread=topic.id)


def test_a_supergroup_becomes_a_forum_by_its_administrators(playground, alice, bob):
    plain = playground.people.add_group("Đội", members=[alice, bob])
    with pytest.raises(Misuse):
        playground.people.turn_into_forum(bob, plain)
    playground.people.turn_into_forum(alice, plain)
    assert plain.as_json()["is_forum"]


async def test_a_deleted_topic_takes_its_messages_along(line, playground, forum):
    topic = await line.ok("createForumTopic", chat_id=forum.id, name="SC-17")
    where = {"chat_id": forum.id, "message_thread_id": topic["message_thread_id"]}
    await line.ok("sendMessage", **where, text="x")
    assert await line.ok("deleteForumTopic", **where)
    assert playground.transcript(forum) == []
    assert await line.refused("sendMessage", **where, text="x") == (
        "400 Bad Request: message thread not found"
    )
    assert await line.refused("closeForumTopic", **where) == "400 Bad Request: TOPIC_ID_INVALID"


@pytest.mark.parametrize(
    ("name", "answer"),
    [("", "TOPIC_TITLE_EMPTY"), ("x" * 129, "TOPIC_TITLE_TOO_LONG")],
)
async def test_a_topic_name_has_1_to_128_characters(line, forum, name, answer):
    refused = await line.refused("createForumTopic", chat_id=forum.id, name=name)
    assert refused == f"400 Bad Request: {answer}"


async def test_topics_need_a_forum_and_the_right_to_them(line, playground, alice, bot, group):
    answer = await line.refused("createForumTopic", chat_id=group.id, name="x")
    assert answer == "400 Bad Request: the chat is not a forum"
    weak = playground.people.add_group("Sự cố", members=[alice, bot], forum=True)
    answer = await line.refused("createForumTopic", chat_id=weak.id, name="x")
    assert answer == "400 Bad Request: not enough rights to create a topic"
