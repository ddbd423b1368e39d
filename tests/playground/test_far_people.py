"""People from another process, over HTTP and JSON."""

import base64
from typing import Any

import httpx
import pytest

import bot.playground
from bot.playground.far_people import DEEDS, FarPeople
from bot.playground.people import People
from bot.playground.server import serve
from tests.playground.conftest import TOKEN


@pytest.fixture
async def far(playground):
    base = serve(playground)
    async with base as address, httpx.AsyncClient(base_url=f"{address}/playground/") as client:
        yield client


async def done(far: httpx.AsyncClient, deed: str, **arguments: object) -> Any:
    answer = await far.post(deed, json=arguments)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_every_deed_of_people_is_there():
    deeds = {name for name in dir(People) if not name.startswith("_")}
    assert deeds == DEEDS


async def test_a_citizen_writes_presses_and_sees_the_answer(far, line, bot):
    alice = await done(far, "add_user", first_name="Alice")
    place = {"user": alice["id"], "chat": bot.id}
    await done(far, "start", user=alice["id"], bot=bot.id, payload="x")
    markup = {"inline_keyboard": [[{"text": "Nhận", "callback_data": "ack"}]]}
    await line.ok("sendMessage", chat_id=alice["id"], text="Có sự cố", reply_markup=markup)
    shown = (await far.get("transcript", params=place)).json()
    assert [message["text"] for message in shown] == ["/start x", "Có sự cố"]
    query = await done(far, "press", **place, message=shown[-1]["message_id"], button="Nhận")
    assert await done(far, "toast", query_id=query) is None
    await line.ok("answerCallbackQuery", callback_query_id=query, text="Cảm ơn")
    assert (await done(far, "toast", query_id=query))["text"] == "Cảm ơn"


@pytest.mark.usefixtures("line", "playground")
async def test_files_and_albums_are_sent(far, alice, bot):
    place = {"user": alice.id, "chat": bot.id}
    photo = base64.b64encode(b"photo").decode()
    sent = await done(far, "send_document", **place, content=photo, file_name="a.txt")
    assert sent["document"]["file_name"] == "a.txt"
    kept = await far.get(f"file/{sent['document']['file_id']}")
    assert kept.content == b"photo"
    album = await done(far, "send_album", **place, photos=[photo, photo], caption="x")
    assert [message.get("caption") for message in album] == ["x", None]


async def test_a_forum_is_made_used_and_looked_at(far, line, alice, bot):
    group = await done(
        far, "add_group", title="Sự cố", members=[alice.id], admins=[bot.id], forum=True
    )
    place = {"user": alice.id, "chat": group["id"]}
    topic = await done(far, "add_topic", **place, name="SC-17")
    thread = topic["message_thread_id"]
    first = await done(far, "say", **place, text="a", thread=thread)
    photo = base64.b64encode(b"photo").decode()
    reply = {"reply_to": first["message_id"], "thread": thread}
    await done(far, "send_photo", **place, content=photo, **reply)
    await done(far, "react", **place, message=first["message_id"], emoji=["👍"])
    await done(far, "forward", user=alice.id, from_chat=group["id"], message=3, chat=bot.id)
    everybody = (await far.get("everybody")).json()
    assert everybody["groups"][0]["topics"][0]["name"] == "SC-17"
    assert len(await line.ok("getUpdates")) == 4


async def test_events_can_be_followed(far, playground, alice, bot):
    playground.people.start(alice, bot)
    known = (await far.get("events")).json()
    assert known["events"][0]["message"]["text"] == "/start"
    playground.people.say(alice, bot, "a")
    news = await far.get("events", params={"after": known["last"], "timeout": 10})
    assert [event["kind"] for event in news.json()["events"]] == ["message", "queued"]


@pytest.mark.usefixtures("playground")
async def test_troubles_are_ordered_and_lifted(far, line):
    await done(far, "faults", method="getMe", status=502, times=None)
    assert (await line.answer("getMe")).status == 502
    assert (await far.delete("faults")).status_code == 200
    assert (await line.answer("getMe")).status == 200
    await done(far, "down")
    assert (await far.get("health")).json()["down"]


async def test_a_second_bot_can_be_registered(far, playground):
    await done(far, "add_bot", token="42:" + "xyz", username="other_bot")
    assert playground.bots["42:xyz"].id == 42


@pytest.mark.parametrize(
    ("deed", "arguments", "status"),
    [
        ("say", {"user": 1, "chat": 123456, "text": "x"}, 400),
        ("say", {"text": "x"}, 400),
        ("start", {"user": 123456, "bot": 1}, 400),
        ("fly", {}, 404),
        ("send_photo", {"user": 123456, "chat": 123456, "content": "?"}, 400),
    ],
)
async def test_what_nobody_could_do_is_refused(far, deed, arguments, status):
    answer = await far.post(deed, json=arguments)
    assert (answer.status_code, "error" in answer.json()) == (status, True)


async def test_a_form_of_a_foreign_page_is_refused(far):
    answer = await far.post("add_user", data={"first_name": "Mallory"})
    assert answer.status_code == 400


async def test_the_bot_api_is_beside_it(far, bot):
    answer = await far.get(str(far.base_url).replace("/playground/", f"/bot{TOKEN}/getMe"))
    assert answer.json()["result"]["id"] == bot.id


async def test_everything_that_can_be_asked_from_outside_is_written_down(playground):
    for _, name in FarPeople(playground)._views:
        assert f"/playground/{name}" in bot.playground.__doc__
