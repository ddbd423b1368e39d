"""Groups: what a bot sees in them, who is in them, topics."""

import pytest

from bot.playground.refusals import Misuse
from tests.playground.conftest import Line


async def seen(line: Line) -> list[str | None]:
    """Return what the bot was told, and confirm it."""
    updates = await line.ok("getUpdates")
    if updates:
        await line.ok("getUpdates", offset=updates[-1]["update_id"] + 1)
    return [update["message"].get("text") for update in updates if "message" in update]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("nói chuyện riêng", False),
        ("/help", True),
        ("/help@truc_ban_bot", True),
        ("/help@other_bot", False),
        ("xin @truc_ban_bot", False),
    ],
)
async def test_in_privacy_mode_a_bot_hears_only_commands(
    line, playground, alice, group, text, heard
):
    playground.people.say(alice, group, text)
    assert await seen(line) == ([text] if heard else [])


async def test_in_privacy_mode_a_bot_hears_replies_to_itself_and_to_nobody_else(
    line, playground, alice, bob, group
):
    await line.ok("sendMessage", chat_id=group.id, text="x")
    own = playground.transcript(group)[-1]
    answer = playground.people.say(alice, group, "với bot", reply_to=own)
    playground.people.say(bob, group, "với Alice", reply_to=answer)
    assert await seen(line) == ["với bot"]


async def test_without_privacy_mode_a_bot_hears_everything(line, playground, alice, bot, group):
    bot.privacy = False
    playground.people.say(alice, group, "nói chuyện")
    assert await seen(line) == ["nói chuyện"]


async def test_an_administrator_hears_everything(line, playground, alice, bot, group):
    playground.people.promote(group, bot)
    playground.people.say(alice, group, "nói chuyện")
    assert await seen(line) == ["nói chuyện"]


async def test_a_bot_hears_nothing_of_itself_and_of_groups_it_is_not_in(
    line, playground, alice, group
):
    await line.ok("sendMessage", chat_id=group.id, text="x")
    elsewhere = playground.people.add_group("Nơi khác", members=[alice])
    playground.people.say(alice, elsewhere, "/help")
    assert await seen(line) == []


@pytest.mark.usefixtures("alice")
async def test_who_comes_and_goes_is_told_to_the_bot(line, playground, group):
    carol = playground.people.add_user("Carol")
    playground.people.join(group, carol)
    playground.people.leave(group, carol)
    came, went = (update["message"] for update in await line.ok("getUpdates"))
    assert came["new_chat_members"][0]["first_name"] == "Carol"
    assert went["left_chat_member"]["id"] == carol.id


async def test_a_bot_is_told_what_becomes_of_itself(line, playground, alice, bot, group):
    playground.people.promote(group, bot, ["can_pin_messages"], by=alice)
    playground.people.kick(group, bot, alice)
    updates = await line.ok("getUpdates")
    changes = [update["my_chat_member"] for update in updates if "my_chat_member" in update]
    assert [
        (each["old_chat_member"]["status"], each["new_chat_member"]["status"]) for each in changes
    ] == [("member", "administrator"), ("administrator", "kicked")]


@pytest.mark.usefixtures("chat")
async def test_a_block_is_told_to_the_bot(line, playground, alice, bot):
    playground.people.block(alice, bot)
    (update,) = await line.ok("getUpdates")
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert update["my_chat_member"]["chat"]["id"] == alice.id


async def test_administrators_hear_of_members_when_they_ask(line, playground, bob, forum):
    await line.ok("getUpdates", allowed_updates=["chat_member"])
    playground.people.restrict(forum, bob)
    (update,) = await line.ok("getUpdates")
    assert update["chat_member"]["new_chat_member"]["status"] == "restricted"


async def test_members_and_administrators_can_be_asked_for(line, alice, bob, forum, bot):
    owner = await line.ok("getChatMember", chat_id=forum.id, user_id=alice.id)
    plain = await line.ok("getChatMember", chat_id=forum.id, user_id=bob.id)
    admins = await line.ok("getChatAdministrators", chat_id=forum.id)
    assert (owner["status"], plain["status"]) == ("creator", "member")
    assert [each["user"]["id"] for each in admins] == [alice.id, bot.id]


async def test_who_never_was_in_a_group_has_left_it(line, playground, group):
    carol = playground.people.add_user("Carol")
    assert (await line.ok("getChatMember", chat_id=group.id, user_id=carol.id))["status"] == "left"
    answer = await line.refused("getChatMember", chat_id=group.id, user_id=99)
    assert answer == "400 Bad Request: invalid user_id specified"


@pytest.mark.usefixtures("playground")
async def test_a_chat_can_be_asked_for(line, forum, chat):
    full = await line.ok("getChat", chat_id=forum.id)
    assert (full["title"], full["is_forum"], full["type"]) == ("Sự cố", True, "supergroup")
    assert (await line.ok("getChat", chat_id=chat.id))["username"] == "alice"


async def test_a_private_chat_has_no_administrators(line, chat):
    answer = await line.refused("getChatAdministrators", chat_id=chat.id)
    assert answer == "400 Bad Request: there are no administrators in the private chat"


async def test_a_bot_that_left_is_out(line, group):
    assert await line.ok("leaveChat", chat_id=group.id)
    answer = await line.refused("sendMessage", chat_id=group.id, text="x")
    assert answer == "403 Forbidden: bot is not a member of the supergroup chat"


async def test_messages_of_a_supergroup_are_numbered_for_themselves(line, playground, alice, bot):
    one = playground.people.add_group("Một", members=[alice, bot])
    two = playground.people.add_group("Hai", members=[alice, bot])
    numbers = [
        (await line.ok("sendMessage", chat_id=each.id, text="x"))["message_id"]
        for each in (one, one, two)
    ]
    assert numbers == [2, 3, 2]


@pytest.mark.usefixtures("line")
async def test_messages_of_private_chats_share_one_row_of_numbers(playground, alice, bot):
    bob = playground.people.add_user("Bob")
    first = playground.people.start(alice, bot)
    second = playground.people.start(bob, bot)
    assert second.id == first.id + 1


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


async def test_a_bot_reacts_with_known_emoji_only(line, playground, chat):
    sent = await line.ok("sendMessage", chat_id=chat.id, text="x")
    where = {"chat_id": chat.id, "message_id": sent["message_id"]}
    for emoji, expected in (("👍", "ok"), ("🐉", "400 Bad Request: REACTION_INVALID")):
        answer = await line.call(
            "setMessageReaction", **where, reaction=[{"type": "emoji", "emoji": emoji}]
        )
        assert answer.get("description", "ok").endswith(expected.removeprefix("400 "))
    (given,) = playground.transcript(chat)[-1].reactions.values()
    assert given == [{"type": "emoji", "emoji": "👍"}]


async def test_what_is_pinned_already_is_pinned_again_without_a_word(
    line, playground, alice, bot, group
):
    playground.people.promote(group, bot, ["can_pin_messages"], by=alice)
    sent = await line.ok("sendMessage", chat_id=group.id, text="x")
    for _ in range(2):
        pin = {"chat_id": group.id, "message_id": sent["message_id"]}
        await line.ok("pinChatMessage", **pin, disable_notification=True)
    assert group.pinned == [sent["message_id"]]
    assert len([m for m in playground.transcript(group) if "pinned_message" in m.content]) == 1
    assert playground.complaints == []
