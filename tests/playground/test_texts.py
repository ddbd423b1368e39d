"""Texts as TDLib reads them."""

import pytest

from bot.playground import texts


async def test_offsets_count_utf_16_units(line, chat):
    sent = await line.ok("sendMessage", chat_id=chat.id, text="😀 <b>Sự cố</b>", parse_mode="HTML")
    assert sent["text"] == "😀 Sự cố"
    assert sent["entities"] == [{"offset": 3, "length": 5, "type": "bold"}]


async def test_blanks_around_a_text_are_taken_off_and_entities_move(line, chat):
    sent = await line.ok("sendMessage", chat_id=chat.id, text="\n <i>a</i> \n", parse_mode="html")
    assert (sent["text"], sent["entities"]) == (
        "a",
        [{"offset": 0, "length": 1, "type": "italic"}],
    )


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("/ack 7", ["bot_command"]),
        ("gửi @alice", ["mention"]),
        ("xem https://ncsc.gov.vn/a", ["url"]),
        ("#SC17 a@b.vn", ["hashtag", "email"]),
        ("<code>/ack</code>", ["code"]),
        ('<a href="https://a.vn">https://b.vn</a>', ["text_link"]),
        ("<b>/ack</b>", ["bold", "bot_command"]),
        ("<blockquote expandable>x</blockquote>", ["expandable_blockquote"]),
        ('<pre><code class="language-py">x</code></pre>', ["pre"]),
        ("<tg-spoiler>x</tg-spoiler> <u>y</u> <s>z</s>", ["spoiler", "underline", "strikethrough"]),
    ],
)
async def test_telegram_finds_and_reads_entities(line, chat, text, kinds):
    sent = await line.ok("sendMessage", chat_id=chat.id, text=text, parse_mode="HTML")
    assert [entity["type"] for entity in sent["entities"]] == kinds


async def test_entities_can_be_given_instead_of_markup(line, chat):
    bold = [{"type": "bold", "offset": 0, "length": 2}]
    sent = await line.ok("sendMessage", chat_id=chat.id, text="Sự cố", entities=bold)
    assert sent["entities"] == bold


async def test_a_mention_by_id_names_a_known_user_and_nobody_else(line, chat, alice):
    text = f'<a href="tg://user?id={alice.id}">A</a> <a href="tg://user?id=5">B</a>'
    sent = await line.ok("sendMessage", chat_id=chat.id, text=text, parse_mode="HTML")
    assert [entity["user"]["first_name"] for entity in sent["entities"]] == ["Alice"]


def test_a_piece_is_what_an_entity_covers():
    assert texts.piece("😀 /ack@bot", {"offset": 3, "length": 8}) == "/ack@bot"


async def test_an_edit_with_the_same_text_in_other_markup_is_a_change(line, chat):
    sent = await line.ok("sendMessage", chat_id=chat.id, text="x")
    where = {"chat_id": chat.id, "message_id": sent["message_id"]}
    edited = await line.ok("editMessageText", **where, text="<b>x</b>", parse_mode="HTML")
    assert edited["entities"] == [{"offset": 0, "length": 1, "type": "bold"}]
    assert edited["edit_date"]
