"""The library the program uses, against the playground: in the same process and over a socket."""

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, RetryAfter, TimedOut
from telegram.request import HTTPXRequest

from bot.playground.server import serve
from tests.playground.conftest import TOKEN


@pytest.fixture(params=["in process", "over a socket"])
async def ptb(request, playground, bot):
    async with serve(playground) as base:
        near = request.param == "in process"
        how = {"transport": playground.transport()} if near else {}
        requests = [HTTPXRequest(httpx_kwargs=how) for _ in range(2)]
        client = Bot(
            bot.token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=requests[0],
            get_updates_request=requests[1],
        )
        async with client:
            yield client


async def test_a_dialogue_runs(ptb, playground, alice, bot):
    playground.people.start(alice, bot, "x")
    (update,) = await ptb.get_updates(timeout=1)
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Nhận", callback_data="ack")]])
    sent = await update.message.reply_html("<b>Sự cố</b>", reply_markup=keyboard)
    message = playground.transcript(playground.private(alice, bot))[-1]
    query = playground.people.press(alice, message, "Nhận")
    (press,) = await ptb.get_updates(offset=update.update_id + 1)
    await press.callback_query.answer("Đã nhận", show_alert=True)
    await press.callback_query.edit_message_text("Alice đã nhận")
    assert sent.parse_entities() == {sent.entities[0]: "Sự cố"}
    assert playground.people.toast(query).alert
    assert message.text == "Alice đã nhận"
    assert playground.complaints == []


@pytest.mark.usefixtures("alice", "bot")
async def test_files_go_both_ways(ptb, playground, chat):
    sent = await ptb.send_document(chat.id, b"\x00nh\r\n\xff", filename="b.bin", caption="x")
    file = await sent.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"\x00nh\r\n\xff"
    album = await ptb.send_media_group(chat.id, [InputMediaPhoto(b"a"), InputMediaPhoto(b"b")])
    assert album[0].media_group_id == album[1].media_group_id
    assert playground.complaints == []


async def test_a_forum_is_managed(ptb, playground, forum):
    topic = await ptb.create_forum_topic(forum.id, "SC-17")
    where = {"chat_id": forum.id, "message_thread_id": topic.message_thread_id}
    sent = await ptb.send_message(text="x", **where)
    await ptb.pin_chat_message(forum.id, sent.message_id)
    await ptb.edit_forum_topic(name="SC-17 xong", **where)
    await ptb.close_forum_topic(**where)
    full = await ptb.get_chat(forum.id)
    assert full.pinned_message.message_id == sent.message_id
    assert (await ptb.get_chat_member(forum.id, ptb.id)).status == "administrator"
    assert playground.complaints == []


@pytest.mark.usefixtures("bob")
async def test_refusals_become_the_librarys_errors(ptb, playground, alice, bot, chat):
    playground.people.block(alice, bot)
    group = playground.people.add_group("Tổ", members=[alice, bot], kind="group")
    grown = playground.people.migrate(group)
    with pytest.raises(Forbidden, match="blocked by the user"):
        await ptb.send_message(chat.id, "x")
    with pytest.raises(BadRequest, match="not found"):
        await ptb.send_message(4711, "x")
    with pytest.raises(ChatMigrated) as moved:
        await ptb.send_message(group.id, "x")
    assert moved.value.new_chat_id == grown.id


async def test_troubles_become_the_librarys_errors(ptb, playground, chat, monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    playground.fail("sendMessage", retry_after=7)
    with pytest.raises(RetryAfter):
        await ptb.send_message(chat.id, "x")
    playground.fail("getUpdates", status=409)
    with pytest.raises(Conflict):
        await ptb.get_updates()


async def test_a_lost_reply_is_a_time_out_and_the_message_is_there(playground, chat):
    playground.fail("sendMessage", drop="after")
    request = HTTPXRequest(httpx_kwargs={"transport": playground.transport()})
    async with Bot(TOKEN, base_url="http://playground/bot", request=request) as client:
        with pytest.raises(TimedOut):
            await client.send_message(chat.id, "x")
    assert playground.transcript(chat)[-1].text == "x"
