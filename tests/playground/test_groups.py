"""Groups: what a bot sees in them, and who is in them."""

import pytest

from tests.playground.conftest import seen


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
