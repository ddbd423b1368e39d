"""Parties that nobody here wrote: a bot on aiogram, and aiogram's models for every answer."""

import asyncio
import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.playground import Playground
from bot.playground.accounts import Bot, User
from bot.playground.chats import Chat, Message
from bot.playground.playground import Exchange
from bot.playground.server import serve
from bot.playground.updates import KINDS
from tests.playground.conftest import TOKEN, Line

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv-foreign" / "bin" / "python"
PROGRAMS = Path(__file__).parent / "foreign"
PATIENCE = 90
ANSWERS = {
    "copyMessage": "MessageId",
    "createForumTopic": "ForumTopic",
    "getChat": "ChatFullInfo",
    "getFile": "File",
    "getMe": "User",
    "getWebhookInfo": "WebhookInfo",
}
LISTS = {"getMyCommands": "BotCommand", "getUpdates": "Update", "sendMediaGroup": "Message"}
MEMBERS = {
    "administrator": "ChatMemberAdministrator",
    "creator": "ChatMemberOwner",
    "kicked": "ChatMemberBanned",
    "left": "ChatMemberLeft",
    "member": "ChatMemberMember",
    "restricted": "ChatMemberRestricted",
}
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x80\x00\x00\x01\xe0..."


@pytest.fixture(scope="module", autouse=True)
def _foreign():
    if PYTHON.exists():
        return
    reason = f"no {PYTHON.relative_to(ROOT)}: it is built from requirements-foreign.txt"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


async def answered(playground: Playground, chat: Chat, count: int) -> list[Message]:
    """Return the chat's transcript once it has that many messages."""
    seen = 0
    while len(playground.transcript(chat)) < count:
        await asyncio.wait_for(playground.events.wait(PATIENCE), PATIENCE)
        assert playground.events.last > seen, "the bot said nothing"
        seen = playground.events.last
    return playground.transcript(chat)


async def edited(playground: Playground, message: Message) -> None:
    while not message.history:
        await asyncio.wait_for(playground.events.wait(PATIENCE), PATIENCE)


@pytest.fixture
async def echo():
    """A playground on the machine's clock with the aiogram bot polling it."""
    playground = Playground(limits=None)
    bot = playground.add_bot(TOKEN, "echo_bot")
    async with serve(playground) as base:
        program = await asyncio.create_subprocess_exec(
            PYTHON, PROGRAMS / "echo_bot.py", base, TOKEN, stderr=asyncio.subprocess.PIPE
        )
        yield playground, bot
        program.terminate()
        await asyncio.wait_for(program.communicate(), PATIENCE)


async def test_a_bot_on_aiogram_talks_answers_presses_and_carries_files(echo):
    playground, bot = echo
    alice = playground.people.add_user("Alice")
    chat = playground.people.start(alice, bot, "x").chat
    page = (await answered(playground, chat, 2))[-1]
    assert [entity["type"] for entity in page.entities] == ["bold", "hashtag"]
    query = playground.people.press(alice, page, "Nhận")
    await edited(playground, page)
    assert page.text == "Alice đã nhận"
    assert playground.people.toast(query).text == "Đã nhận"
    playground.people.send_document(alice, bot, b"abc", file_name="a.txt")
    turned = (await answered(playground, chat, 4))[-1]
    assert playground.files.get(turned.file_id).content == b"cba"
    hers = playground.people.say(alice, bot, "xin chào")
    echoed = (await answered(playground, chat, 6))[-1]
    assert (echoed.text, echoed.reply_to) == ("xin chào", hers)
    assert playground.complaints == []


async def in_private(line: Line, alice: User, bot: Bot, chat: Chat) -> None:
    """Make a bit of everything happen between one person and the bot."""
    playground, people = line.playground, line.playground.people
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "x", "style": "danger"}]]}
    text = f'<b>x</b> <a href="tg://user?id={alice.id}">A</a> #a /b https://a.vn <pre>p</pre>'
    asked = {"text": text, "parse_mode": "HTML", "reply_markup": markup}
    sent = await line.ok("sendMessage", chat_id=chat.id, **asked)
    where = {"chat_id": chat.id, "message_id": sent["message_id"]}
    people.press(alice, playground.transcript(chat)[-1], "x")
    people.react(alice, playground.transcript(chat)[-1], "👍")
    await line.ok("editMessageText", **where, text="y")
    await line.ok("copyMessage", **where, from_chat_id=chat.id)
    await line.ok("forwardMessage", **where, from_chat_id=chat.id)
    people.send_voice(alice, bot, b"ogg")
    people.share_contact(alice, bot, "+84912345678")
    people.share_location(alice, bot, 21.0, 105.8)
    people.edit(alice, people.say(alice, bot, "a"), "b")


async def with_files(line: Line, alice: User, bot: Bot, chat: Chat) -> None:
    """Send files both ways."""
    hers = line.playground.people.send_photo(alice, bot, PNG, "ảnh")
    line.playground.people.send_album(alice, bot, [PNG, PNG])
    await line.ok("getFile", file_id=hers.file_id)
    media = [{"type": "photo", "media": hers.file_id}] * 2
    await line.ok("sendMediaGroup", chat_id=chat.id, media=media)
    await line.ok("sendDocument", chat_id=chat.id, document=hers.file_id, protect_content=True)


async def in_groups(line: Line, alice: User, bob: User, bot: Bot, forum: Chat) -> None:
    """Write in topics, and let people come, go and move."""
    people = line.playground.people
    topic = await line.ok("createForumTopic", chat_id=forum.id, name="SC-17")
    inside = {"chat_id": forum.id, "message_thread_id": topic["message_thread_id"]}
    pinned = await line.ok("sendMessage", **inside, text="x")
    await line.ok("pinChatMessage", chat_id=forum.id, message_id=pinned["message_id"])
    people.say(bob, forum, "trong chủ đề", thread=topic["message_thread_id"])
    people.close_topic(alice, forum, people.add_topic(alice, forum, "SC-18"))
    people.restrict(forum, bob)
    people.kick(forum, bob, alice)
    people.join(forum, people.add_user("Carol"), alice)
    people.migrate(people.add_group("Tổ", members=[alice, bot], kind="group"))
    people.block(alice, bot)


async def asking(line: Line, chats: list[Chat], members: list[User | Bot]) -> None:
    """Ask for everything that can be asked for."""
    await line.ok("setMyCommands", commands=[{"command": "a", "description": "b"}])
    forum = chats[-1]
    for each in members:
        await line.ok("getChatMember", chat_id=forum.id, user_id=each.id)
    await line.ok("getChatAdministrators", chat_id=forum.id)
    for chat in chats:
        await line.ok("getChat", chat_id=chat.id)
    for method in ("getMe", "getUpdates", "getMyCommands", "getWebhookInfo"):
        await line.ok(method)


def items(exchange: Exchange) -> list[dict[str, Any]]:
    """Return what an exchange's answer is made of, each with the name of its model."""
    result = json.loads(exchange.answer).get("result")
    if exchange.method in {"getChatMember", "getChatAdministrators"}:
        members = result if isinstance(result, list) else [result]
        return [{"model": MEMBERS[each["status"]], "value": each} for each in members]
    if exchange.method in LISTS:
        return [{"model": LISTS[exchange.method], "value": each} for each in result]
    model = ANSWERS.get(exchange.method, "Message")
    return [{"model": model, "value": result}] if isinstance(result, dict) else []


Complaints = Callable[[list[dict[str, Any]]], list[str]]


@pytest.fixture(scope="module")
def complaints() -> Iterator[Complaints]:
    """Return what aiogram's models find wrong; they are loaded once, which takes long."""
    with subprocess.Popen(
        [PYTHON, PROGRAMS / "validate.py"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as judge:
        assert judge.stdin is not None
        assert judge.stdout is not None
        told, said = judge.stdin, judge.stdout

        def judged(recorded: list[dict[str, Any]]) -> list[str]:
            told.write(json.dumps(recorded) + "\n")
            told.flush()
            found: list[str] = json.loads(said.readline())
            return found

        yield judged
        told.close()
        judge.wait(PATIENCE)


async def test_every_answer_and_update_fits_models_of_another_library(
    line, alice, bob, forum, chat, complaints
):
    playground, bot = line.playground, line.playground.bots[TOKEN]
    await line.ok("getUpdates", allowed_updates=[*KINDS])
    await in_private(line, alice, bot, chat)
    await with_files(line, alice, bot, chat)
    await in_groups(line, alice, bob, bot, forum)
    await asking(line, [chat, forum], [alice, bob, bot])
    recorded = [item for exchange in playground.exchanges for item in items(exchange)]
    assert len(recorded) > 30
    assert complaints(recorded) == []
    assert playground.complaints == []


def test_an_answer_that_lacks_something_would_be_noticed(complaints):
    message = {"message_id": 1, "chat": {"id": 1, "type": "private"}, "colour": "red"}
    assert "date" in complaints([{"model": "Message", "value": message}])[0]
    dated = {"model": "Message", "value": message | {"date": 1}}
    assert complaints([dated]) == ["Message: unknown field .colour"]
