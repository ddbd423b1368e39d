"""Ordered troubles, as a client meets them in the same process and over a socket."""

import httpx
import pytest

from bot.playground import HandClock, Playground
from bot.playground.chats import Chat
from bot.playground.server import serve
from tests.playground.conftest import TOKEN


@pytest.fixture
async def client(playground, bot):
    base = f"http://playground/bot{bot.token}/"
    async with httpx.AsyncClient(transport=playground.transport(), base_url=base) as client:
        yield client


def count(playground: Playground, chat: Chat) -> int:
    return len(playground.transcript(chat))


async def send(client: httpx.AsyncClient, chat: Chat) -> httpx.Response:
    return await client.post("sendMessage", json={"chat_id": chat.id, "text": "x"})


async def test_a_call_dropped_before_had_no_effect(client, playground, chat):
    playground.fail("sendMessage", drop="before")
    before = count(playground, chat)
    with pytest.raises(httpx.ConnectError):
        await send(client, chat)
    assert count(playground, chat) == before
    assert (await send(client, chat)).status_code == 200


async def test_a_reply_dropped_after_had_its_effect(client, playground, chat):
    playground.fail("sendMessage", drop="after")
    before = count(playground, chat)
    with pytest.raises(httpx.ReadTimeout):
        await send(client, chat)
    assert count(playground, chat) == before + 1


async def test_a_trouble_meets_only_its_method_and_its_chat(client, playground, chat, group):
    playground.fail("sendMessage", chat=group.id, status=500, times=None)
    assert (await send(client, chat)).status_code == 200
    assert (await send(client, group)).status_code == 500
    assert (await client.get("getMe")).status_code == 200


async def test_a_trouble_comes_as_often_as_ordered(client, playground, chat):
    playground.fail("sendMessage", status=502, times=2)
    assert [(await send(client, chat)).status_code for _ in range(3)] == [502, 502, 200]


async def test_a_gateway_error_is_a_page_and_no_envelope(client, playground, chat):
    playground.fail("sendMessage", status=502)
    answer = await send(client, chat)
    assert answer.headers["content-type"] == "text/html"
    assert "<h1>502" in answer.text


@pytest.mark.parametrize(
    ("trouble", "status", "description"),
    [
        ({"retry_after": 7}, 429, "Too Many Requests: retry after 7"),
        ({"status": 401}, 401, "Unauthorized"),
        ({"status": 400, "description": "Bad Request: chat not found"}, 400, None),
        ({"status": 500, "description": "Internal Server Error"}, 500, None),
    ],
)
async def test_an_ordered_refusal_has_telegrams_form(
    client, playground, chat, trouble, status, description
):
    playground.fail("sendMessage", **trouble)
    answer = await send(client, chat)
    assert answer.status_code == answer.json()["error_code"] == status
    assert answer.json()["description"] == (description or trouble["description"])
    assert answer.headers.get("retry-after") == (
        str(status == 429 and 7) if status == 429 else None
    )


@pytest.mark.usefixtures("chat")
async def test_any_body_can_be_ordered(client, playground):
    playground.fail("getUpdates", body="not json")
    answer = await client.get("getUpdates")
    assert (answer.status_code, answer.text) == (200, "not json")


async def test_nothing_is_reached_while_telegram_is_down(client, playground, chat):
    playground.down()
    with pytest.raises(httpx.ConnectError):
        await send(client, chat)
    playground.up()
    assert (await send(client, chat)).status_code == 200


async def test_a_reply_later_than_the_client_waits_is_lost_with_its_effect(
    client, playground, chat
):
    playground.fail("sendMessage", delay=30)
    before = count(playground, chat)
    with pytest.raises(httpx.ReadTimeout):
        await send(client, chat)
    assert count(playground, chat) == before + 1


async def test_a_delay_within_patience_passes_on_the_playgrounds_clock():
    clock = HandClock()
    waited = []

    async def wait(seconds):
        waited.append(seconds)

    playground = Playground(now=clock, wait=wait, limits=None)
    playground.add_bot(TOKEN, "truc_ban_bot")
    playground.fail("getMe", delay=3)
    base = f"http://playground/bot{TOKEN}/"
    async with httpx.AsyncClient(transport=playground.transport(), base_url=base) as client:
        assert (await client.get("getMe")).status_code == 200
    assert waited == [3]


async def test_a_lifted_trouble_troubles_nobody(client, playground, chat):
    fault = playground.fail("sendMessage", status=500, times=None)
    assert (await send(client, chat)).status_code == 500
    playground.faults.lift(fault)
    assert (await send(client, chat)).status_code == 200
    assert fault.met == 1


@pytest.mark.parametrize("trouble", ["before", "after", "down"])
async def test_over_a_socket_a_trouble_breaks_the_connection(playground, chat, trouble):
    before = count(playground, chat)
    async with serve(playground) as base, httpx.AsyncClient(base_url=f"{base}/bot{TOKEN}/") as far:
        if trouble == "down":
            playground.down()
        else:
            playground.fail("sendMessage", drop=trouble)
        with pytest.raises(httpx.TransportError):
            await send(far, chat)
        playground.up()
        assert (await send(far, chat)).status_code == 200
    assert count(playground, chat) == before + (2 if trouble == "after" else 1)
