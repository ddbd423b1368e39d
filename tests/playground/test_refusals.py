"""Telegram's refusals, word for word."""

import pytest

NOT_MODIFIED = (
    "400 Bad Request: message is not modified: specified new message content and reply markup are"
    " exactly the same as a current content and reply markup of the message"
)
TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
ONE_BUTTON = {"inline_keyboard": [[{"text": "Nhận", "callback_data": "ack"}]]}


async def test_an_edit_that_changes_nothing_is_refused(line, chat):
    sent = await line.ok("sendMessage", chat_id=chat.id, text="Sự cố", reply_markup=ONE_BUTTON)
    where = {"chat_id": chat.id, "message_id": sent["message_id"]}
    same = await line.refused("editMessageText", **where, text="Sự cố", reply_markup=ONE_BUTTON)
    assert same == NOT_MODIFIED
    assert await line.refused("editMessageReplyMarkup", **where, reply_markup=ONE_BUTTON) == same


async def test_an_edit_that_takes_only_the_keyboard_away_is_a_change(line, chat):
    sent = await line.ok("sendMessage", chat_id=chat.id, text="Sự cố", reply_markup=ONE_BUTTON)
    where = {"chat_id": chat.id, "message_id": sent["message_id"]}
    edited = await line.ok("editMessageText", **where, text="Sự cố")
    assert "reply_markup" not in edited


@pytest.mark.parametrize(
    ("method", "more", "deed"),
    [
        ("editMessageText", {"text": "x"}, "edit"),
        ("editMessageCaption", {"caption": "x"}, "edit"),
        ("editMessageReplyMarkup", {}, "edit"),
        ("deleteMessage", {}, "delete"),
        ("pinChatMessage", {}, "pin"),
        ("unpinChatMessage", {}, "unpin"),
        ("setMessageReaction", {"reaction": []}, "react"),
        ("copyMessage", {"from_chat_id": ...}, "copy"),
        ("forwardMessage", {"from_chat_id": ...}, "forward"),
    ],
)
async def test_a_message_that_is_not_there_is_named_by_the_deed(line, chat, method, more, deed):
    more = {name: chat.id if value is ... else value for name, value in more.items()}
    answer = await line.refused(method, chat_id=chat.id, message_id=4711, **more)
    assert answer == f"400 Bad Request: message to {deed} not found"


async def test_a_reply_to_a_message_that_is_not_there_is_refused(line, chat):
    lost = {"message_id": 4711}
    answer = await line.refused("sendMessage", chat_id=chat.id, text="x", reply_parameters=lost)
    assert answer == "400 Bad Request: message to be replied not found"


async def test_a_reply_may_be_sent_without_its_message_when_asked_so(line, chat):
    lost = {"message_id": 4711, "allow_sending_without_reply": True}
    sent = await line.ok("sendMessage", chat_id=chat.id, text="x", reply_parameters=lost)
    assert "reply_to_message" not in sent


async def test_what_a_person_wrote_cannot_be_edited(line, playground, alice, chat, bot):
    hers = playground.people.say(alice, bot, "xin chào")
    answer = await line.refused("editMessageText", chat_id=chat.id, message_id=hers.id, text="khác")
    assert answer == "400 Bad Request: message can't be edited"


async def test_a_message_older_than_48_hours_cannot_be_deleted(line, clock, chat):
    sent = await line.ok("sendMessage", chat_id=chat.id, text="x")
    clock.advance(48 * 3600)
    where = {"chat_id": chat.id, "message_id": sent["message_id"]}
    answer = await line.refused("deleteMessage", **where)
    assert answer == "400 Bad Request: message can't be deleted"


async def test_a_message_of_47_hours_can_be_deleted(line, clock, chat):
    sent = await line.ok("sendMessage", chat_id=chat.id, text="x")
    clock.advance(47 * 3600)
    assert await line.ok("deleteMessage", chat_id=chat.id, message_id=sent["message_id"])


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("", "400 Bad Request: message text is empty"),
        (" \n ", "400 Bad Request: message text is empty"),
        ("x" * 4097, "400 Bad Request: message is too long"),
        ("ế" * 10_923, "400 Bad Request: text is too long"),
    ],
)
async def test_a_text_must_have_1_to_4096_characters(line, chat, text, answer):
    assert await line.refused("sendMessage", chat_id=chat.id, text=text) == answer


async def test_the_limit_counts_characters_after_the_markup_is_gone(line, chat):
    text = f"<b>{'x' * 4096}</b>"
    sent = await line.ok("sendMessage", chat_id=chat.id, text=text, parse_mode="HTML")
    assert len(sent["text"]) == 4096


@pytest.mark.parametrize(
    ("text", "mode", "answer"),
    [
        (
            "<b>x</i>",
            "HTML",
            (
                'can\'t parse entities: Unmatched end tag at byte offset 4, expected "</b>",'
                ' found "</i>"'
            ),
        ),
        (
            "a.b",
            "MarkdownV2",
            (
                "can't parse entities: Character '.' is reserved and must be escaped with the"
                " preceding '\\'"
            ),
        ),
        ("x", "BBCode", "unsupported parse_mode"),
    ],
)
async def test_broken_markup_is_refused_in_the_parsers_words(line, chat, text, mode, answer):
    refused = await line.refused("sendMessage", chat_id=chat.id, text=text, parse_mode=mode)
    assert refused == f"400 Bad Request: {answer}"


async def test_a_press_is_answered_once(line, playground, alice, chat):
    await line.ok("sendMessage", chat_id=chat.id, text="x", reply_markup=ONE_BUTTON)
    query = playground.people.press(alice, playground.transcript(chat)[-1], "Nhận")
    await line.ok("answerCallbackQuery", callback_query_id=query, text="Đã nhận")
    assert await line.refused("answerCallbackQuery", callback_query_id=query) == TOO_OLD
    assert playground.people.toast(query).text == "Đã nhận"


async def test_a_press_is_not_answered_after_150_seconds(line, playground, alice, chat, clock):
    await line.ok("sendMessage", chat_id=chat.id, text="x", reply_markup=ONE_BUTTON)
    query = playground.people.press(alice, playground.transcript(chat)[-1], "Nhận")
    clock.advance(150)
    assert await line.refused("answerCallbackQuery", callback_query_id=query) == TOO_OLD


async def test_an_unknown_press_is_too_old(line):
    assert await line.refused("answerCallbackQuery", callback_query_id="7") == TOO_OLD


async def test_an_answer_to_a_press_has_at_most_200_characters(line, playground, alice, chat):
    await line.ok("sendMessage", chat_id=chat.id, text="x", reply_markup=ONE_BUTTON)
    query = playground.people.press(alice, playground.transcript(chat)[-1], "Nhận")
    long = await line.refused("answerCallbackQuery", callback_query_id=query, text="x" * 201)
    assert long == "400 Bad Request: MESSAGE_TOO_LONG"
    assert await line.ok("answerCallbackQuery", callback_query_id=query, text="x" * 200)


@pytest.mark.parametrize(
    ("chat_id", "answer"),
    [
        ("", "400 Bad Request: chat_id is empty"),
        (987_654, "400 Bad Request: chat not found"),
        (-1001, "400 Bad Request: chat not found"),
        ("@nobody_here", "400 Bad Request: chat not found"),
        (123456, "403 Forbidden: the bot can't send messages to the bot"),
    ],
)
async def test_a_chat_that_cannot_be_is_refused(line, chat_id, answer):
    assert await line.refused("sendMessage", chat_id=chat_id, text="x") == answer


async def test_a_person_who_never_started_the_bot_gets_nothing(line, alice):
    answer = await line.refused("sendMessage", chat_id=alice.id, text="x")
    assert answer == "403 Forbidden: bot can't initiate conversation with a user"


async def test_a_person_who_wrote_to_the_bot_can_be_answered(line, playground, alice, bot):
    playground.people.say(alice, bot, "xin chào")
    assert await line.ok("sendMessage", chat_id=alice.id, text="x")


async def test_a_bot_blocked_and_unblocked_again(line, playground, alice, bot, chat):
    playground.people.block(alice, bot)
    answer = await line.refused("sendMessage", chat_id=chat.id, text="x")
    assert answer == "403 Forbidden: bot was blocked by the user"
    playground.people.unblock(alice, bot)
    assert await line.ok("sendMessage", chat_id=chat.id, text="x")


async def test_an_account_that_is_gone_gets_nothing(line, playground, alice, chat):
    playground.people.deactivate(alice)
    answer = await line.refused("sendMessage", chat_id=chat.id, text="x")
    assert answer == "403 Forbidden: user is deactivated"


@pytest.mark.parametrize(
    ("kind", "deed", "answer"),
    [
        ("group", "kick", "403 Forbidden: bot was kicked from the group chat"),
        ("supergroup", "kick", "403 Forbidden: bot was kicked from the supergroup chat"),
        ("group", "leave", "403 Forbidden: bot is not a member of the group chat"),
        ("supergroup", "leave", "403 Forbidden: bot is not a member of the supergroup chat"),
        ("group", "disband", "403 Forbidden: the group chat was deleted"),
        (
            "supergroup",
            "restrict",
            "400 Bad Request: not enough rights to send text messages to the chat",
        ),
    ],
)
async def test_a_bot_out_of_a_group_is_told_how_it_got_out(line, alice, bot, kind, deed, answer):
    playground = line.playground
    group = playground.people.add_group("Tổ trực", members=[alice, bot], kind=kind)
    assert await line.ok("sendMessage", chat_id=group.id, text="x")
    others = {"kick": (bot, alice), "leave": (bot,), "restrict": (bot,), "disband": ()}[deed]
    getattr(playground.people, deed)(group, *others)
    assert await line.refused("sendMessage", chat_id=group.id, text="x") == answer


async def test_a_group_that_moved_says_where_to(line, playground, alice, bot):
    group = playground.people.add_group("Tổ trực", members=[alice, bot], kind="group")
    grown = playground.people.migrate(group)
    answer = await line.call("sendMessage", chat_id=group.id, text="x")
    assert answer == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": grown.id},
    }
    assert await line.ok("sendMessage", chat_id=grown.id, text="x")
    updates = await line.ok("getUpdates")
    assert [update["message"].get("migrate_to_chat_id") for update in updates] == [grown.id, None]
    assert updates[1]["message"]["migrate_from_chat_id"] == group.id


async def test_a_pin_needs_the_right_to_it(line, playground, bot, group):
    sent = await line.ok("sendMessage", chat_id=group.id, text="x")
    where = {"chat_id": group.id, "message_id": sent["message_id"]}
    answer = await line.refused("pinChatMessage", **where)
    assert answer == ("400 Bad Request: not enough rights to manage pinned messages in the chat")
    playground.people.promote(group, bot)
    assert await line.ok("pinChatMessage", **where)
    assert group.pinned == [sent["message_id"]]


async def test_an_http_status_is_the_error_code(line):
    answer = await line.answer("sendMessage", chat_id="", text="x")
    assert answer.status == 400
