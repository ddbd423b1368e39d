"""Keyboards: what is taken and what is refused."""

import pytest

PARSING = "can't parse inline keyboard button: "


def keyboard(**button: object) -> dict[str, object]:
    return {"inline_keyboard": [[{"text": "Nhận", **button}]]}


@pytest.mark.parametrize(
    ("markup", "answer"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ([], "object expected as reply markup"),
        (keyboard(), PARSING + "Text buttons are unallowed in the inline keyboard"),
        (keyboard(callback_data="x" * 65), "BUTTON_DATA_INVALID"),
        (keyboard(callback_data="ế" * 22), "BUTTON_DATA_INVALID"),
        (
            {"inline_keyboard": [[{"callback_data": "x"}]]},
            PARSING + 'Field "text" must be of type String',
        ),
        (keyboard(callback_data="x", style="pink"), PARSING + "invalid button style specified"),
        (keyboard(copy_text={"text": "x" * 257}), "BUTTON_COPY_TEXT_INVALID"),
        (
            keyboard(url="ftp://a.vn"),
            "inline keyboard button URL 'ftp://a.vn' is invalid: Unsupported URL protocol",
        ),
        (
            keyboard(url="http://intranet"),
            "inline keyboard button URL 'http://intranet' is invalid: Wrong HTTP URL",
        ),
        (
            {"inline_keyboard": [[{"text": str(n), "callback_data": "x"}] for n in range(101)]},
            "reply markup is too long",
        ),
    ],
)
async def test_a_wrong_keyboard_is_refused(line, chat, markup, answer):
    refused = await line.refused("sendMessage", chat_id=chat.id, text="x", reply_markup=markup)
    assert refused == f"400 Bad Request: {answer}"


@pytest.mark.parametrize(
    "button",
    [
        {"callback_data": "x" * 64},
        {"callback_data": "x", "style": "danger"},
        {"callback_data": "x", "style": "success"},
        {"callback_data": "x", "style": "primary"},
        {"copy_text": {"text": "x" * 256}},
        {"url": "https://ncsc.gov.vn"},
        {"url": "http://127.0.0.1:8080/x"},
        {"url": "tg://user?id=5"},
    ],
)
async def test_a_right_button_is_kept_as_it_is(line, chat, button):
    markup = keyboard(**button)
    sent = await line.ok("sendMessage", chat_id=chat.id, text="x", reply_markup=markup)
    assert sent["reply_markup"] == markup


async def test_a_reply_keyboard_is_shown_to_people_but_is_no_part_of_the_message(
    line, playground, chat
):
    markup = {"keyboard": [["Báo sự cố"], [{"text": "Gửi số", "request_contact": True}]]}
    sent = await line.ok("sendMessage", chat_id=chat.id, text="x", reply_markup=markup)
    assert "reply_markup" not in sent
    shown = playground.transcript(chat)[-1]
    assert [button.label for button in shown.buttons] == ["Báo sự cố", "Gửi số"]


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(line, chat):
    markup = {"keyboard": [["Báo sự cố"]]}
    sent = await line.ok("sendMessage", chat_id=chat.id, text="x", reply_markup=markup)
    where = {"chat_id": chat.id, "message_id": sent["message_id"]}
    answer = await line.refused("editMessageText", **where, text="y")
    assert answer == "400 Bad Request: message can't be edited"


async def test_an_edit_takes_only_inline_keyboards(line, chat):
    sent = await line.ok("sendMessage", chat_id=chat.id, text="x")
    where = {"chat_id": chat.id, "message_id": sent["message_id"]}
    markup = {"keyboard": [["Báo sự cố"]]}
    answer = await line.refused("editMessageText", **where, text="y", reply_markup=markup)
    assert answer == "400 Bad Request: inline keyboard expected"
