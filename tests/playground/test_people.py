"""What people do and see."""

import pytest

from bot.playground.refusals import Misuse

MARKUP = {
    "inline_keyboard": [
        [{"text": "Nhận", "callback_data": "ack:7"}, {"text": "Trang", "url": "https://a.vn"}]
    ]
}


async def test_a_deep_link_starts_the_bot_with_its_payload(line, playground, alice, bot):
    playground.people.start(alice, bot, "enrol-7")
    (update,) = await line.ok("getUpdates")
    assert update["message"]["text"] == "/start enrol-7"
    assert update["message"]["entities"] == [{"offset": 0, "length": 6, "type": "bot_command"}]
    assert update["message"]["from"]["language_code"] == "vi"


async def test_a_deep_link_is_at_most_64_characters(playground, alice, bot):
    assert playground.people.start(alice, bot, "x" * 64)
    with pytest.raises(Misuse):
        playground.people.start(alice, bot, "x" * 65)


async def test_a_start_lifts_a_block(line, playground, alice, bot, chat):
    playground.people.block(alice, bot)
    playground.people.start(alice, bot)
    assert await line.ok("sendMessage", chat_id=chat.id, text="x")


async def test_an_edit_is_told_and_its_history_kept(line, playground, alice, bot, clock):
    message = playground.people.say(alice, bot, "trước")
    clock.advance(60)
    playground.people.edit(alice, message, "sau")
    first, second = await line.ok("getUpdates")
    assert second["edited_message"]["text"] == "sau"
    assert second["edited_message"]["edit_date"] == first["message"]["date"] + 60
    assert [version.text for version in message.history] == ["trước"]


@pytest.mark.parametrize(("before", "after"), [("trước", "sau"), ("", "sau"), ("trước", "")])
async def test_an_edited_caption_leaves_the_photo_where_it_was(
    line, playground, alice, bot, before, after
):
    message = playground.people.send_photo(alice, bot, b"photo", before)
    playground.people.edit(alice, message, after)
    first, second = await line.ok("getUpdates")
    assert second["edited_message"].get("caption", "") == after
    assert second["edited_message"]["photo"] == first["message"]["photo"]
    assert [version.text for version in message.history] == [before]


async def test_nobody_edits_somebody_elses_words(playground, alice, bot):
    theirs = playground.people.say(alice, bot, "x")
    with pytest.raises(Misuse):
        playground.people.edit(playground.people.add_user("Chi"), theirs, "y")


@pytest.mark.parametrize("button", ["Nhận", "ack:7"])
async def test_a_button_is_pressed_by_its_label_or_its_data(line, playground, alice, chat, button):
    await line.ok("sendMessage", chat_id=chat.id, text="x", reply_markup=MARKUP)
    message = playground.transcript(chat)[-1]
    query = playground.people.press(alice, message, button)
    (update,) = await line.ok("getUpdates")
    assert update["callback_query"]["id"] == query
    assert update["callback_query"]["data"] == "ack:7"
    assert update["callback_query"]["message"]["message_id"] == message.id
    assert playground.people.toast(query) is None


@pytest.mark.parametrize("button", ["Trang", "Không có"])
async def test_a_button_that_is_not_there_or_only_a_link_cannot_be_pressed(
    line, playground, alice, chat, button
):
    await line.ok("sendMessage", chat_id=chat.id, text="x", reply_markup=MARKUP)
    with pytest.raises(Misuse, match="no button"):
        playground.people.press(alice, playground.transcript(chat)[-1], button)


async def test_a_button_taken_away_can_still_be_pressed_late(line, playground, alice, chat):
    sent = await line.ok("sendMessage", chat_id=chat.id, text="x", reply_markup=MARKUP)
    await line.ok("editMessageText", chat_id=chat.id, message_id=sent["message_id"], text="y")
    message = playground.transcript(chat)[-1]
    with pytest.raises(Misuse):
        playground.people.press(alice, message, "Nhận")
    assert playground.people.press(alice, message, "Nhận", late=True)


async def test_data_can_be_forged(line, playground, alice, chat):
    await line.ok("sendMessage", chat_id=chat.id, text="x", reply_markup=MARKUP)
    playground.people.press(alice, playground.transcript(chat)[-1], "ack:8", forged=True)
    (update,) = await line.ok("getUpdates")
    assert update["callback_query"]["data"] == "ack:8"


async def test_a_stranger_cannot_press_in_anothers_chat(line, playground, bob, chat):
    await line.ok("sendMessage", chat_id=chat.id, text="x", reply_markup=MARKUP)
    with pytest.raises(Misuse):
        playground.people.press(bob, playground.transcript(chat)[-1], "Nhận")


async def test_who_is_not_in_a_group_cannot_write_there(playground, group):
    stranger = playground.people.add_user("Carol")
    with pytest.raises(Misuse):
        playground.people.say(stranger, group, "x")


@pytest.mark.usefixtures("chat")
async def test_who_blocked_a_bot_cannot_write_to_it(playground, alice, bot):
    playground.people.block(alice, bot)
    with pytest.raises(Misuse):
        playground.people.say(alice, bot, "x")


async def test_a_forward_says_who_wrote_it(line, playground, alice, bob, bot, group):
    hers = playground.people.say(alice, group, "nguyên văn")
    playground.people.forward(bob, hers, bot)
    (update,) = await line.ok("getUpdates")
    assert update["message"]["forward_origin"]["sender_user"]["id"] == alice.id


async def test_a_contact_is_shared_with_ones_own_id(line, playground, alice, bot):
    playground.people.share_contact(alice, bot, "+84912345678")
    (update,) = await line.ok("getUpdates")
    assert update["message"]["contact"]["user_id"] == alice.id


async def test_a_transcript_shows_what_can_be_seen(line, playground, alice, bot, chat):
    hers = playground.people.say(alice, bot, "câu hỏi")
    await line.ok(
        "sendMessage",
        chat_id=chat.id,
        text="trả lời",
        disable_notification=True,
        reply_parameters={"message_id": hers.id},
        reply_markup=MARKUP,
    )
    gone = await line.ok("sendMessage", chat_id=chat.id, text="xoá")
    await line.ok("deleteMessages", chat_id=chat.id, message_ids=[gone["message_id"], 4711])
    shown = playground.transcript(chat)
    assert [message.text for message in shown] == ["/start", "câu hỏi", "trả lời"]
    assert shown[-1].silent
    assert not shown[-2].silent
    assert shown[-1].reply_to is hers
    assert [button.label for button in shown[-1].buttons] == ["Nhận", "Trang"]


async def test_what_happens_is_written_down_in_order(line, playground, alice, bot):
    playground.people.start(alice, bot)
    await line.ok("sendMessage", chat_id=alice.id, text="x")
    events = playground.events.since(0)
    assert [event["kind"] for event in events] == ["message", "queued", "message"]
    assert [event["seq"] for event in events] == [1, 2, 3]
    assert playground.events.since(2) == events[2:]


@pytest.mark.parametrize(
    ("commands", "answer"),
    [
        ([{"command": "Help", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "help", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "help", "description": "x"}] * 101, "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_a_wrong_menu_is_refused(line, commands, answer):
    refused = await line.refused("setMyCommands", commands=commands)
    assert refused == f"400 Bad Request: {answer}"


async def test_a_menu_is_kept_per_scope_and_language(line, group):
    menu = [{"command": "help", "description": "Trợ giúp"}]
    scope = {"type": "chat", "chat_id": group.id}
    await line.ok("setMyCommands", commands=menu, scope=scope, language_code="vi")
    asked = {"scope": scope, "language_code": "vi"}
    assert await line.ok("getMyCommands", **asked) == menu
    assert await line.ok("getMyCommands") == []
    await line.ok("deleteMyCommands", **asked)
    assert await line.ok("getMyCommands", **asked) == []


async def test_a_bot_describes_itself_per_language(line):
    await line.ok("setMyDescription", description="Mô tả")
    await line.ok("setMyShortDescription", short_description="Short", language_code="en")
    assert await line.ok("getMyDescription", language_code="en") == {"description": "Mô tả"}
    assert await line.ok("getMyShortDescription") == {"short_description": ""}
