"""Webhooks: setting them, and what is delivered to them."""

import asyncio
import json
from typing import Any

import httpx
import pytest

from bot.playground.postman import SECRET_HEADER, Postman
from bot.playground.server import serve

HOOK = "http://127.0.0.1:1/hook"
SIGN = "bi-mat"


class Receiver:
    """A program that takes updates, or does not."""

    def __init__(self) -> None:
        self.taken: list[dict[str, Any]] = []
        self.headers: list[httpx.Headers] = []
        self.answers: list[httpx.Response | Exception] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.headers.append(request.headers)
        answer = self.answers.pop(0) if self.answers else httpx.Response(200)
        if isinstance(answer, Exception):
            raise answer
        if answer.is_success:
            self.taken.append(json.loads(request.content))
        return answer

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.taken]


@pytest.fixture
def receiver():
    return Receiver()


@pytest.fixture
async def postman(playground, receiver):
    async with httpx.AsyncClient(transport=httpx.MockTransport(receiver)) as client:
        yield Postman(playground, client)


@pytest.mark.parametrize(
    ("url", "secret", "answer"),
    [
        ("http://a.vn/x", "", "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            "https://a.vn:8080/x",
            "",
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ("https://a.vn/x", "s" * 257, "secret token is too long"),
        ("https://a.vn/x", "dấu", "secret token contains unallowed characters"),
    ],
)
async def test_a_wrong_webhook_is_refused(line, url, secret, answer):
    refused = await line.refused("setWebhook", url=url, secret_token=secret)
    assert refused == f"400 Bad Request: {answer}"


@pytest.mark.parametrize("url", ["https://a.vn/x", "https://a.vn:8443/x", HOOK])
async def test_a_right_webhook_is_set_and_shown(line, url):
    await line.ok("setWebhook", url=url, secret_token=SIGN, allowed_updates=["message"])
    shown = await line.ok("getWebhookInfo")
    assert (shown["url"], shown["allowed_updates"]) == (url, ["message"])


async def test_setting_and_deleting_say_what_was_done(line):
    said = [
        (await line.call(method, **given))["description"]
        for method, given in [
            ("setWebhook", {"url": HOOK}),
            ("setWebhook", {"url": HOOK}),
            ("deleteWebhook", {}),
            ("deleteWebhook", {}),
        ]
    ]
    assert said == [
        "Webhook was set",
        "Webhook is already set",
        "Webhook was deleted",
        "Webhook is already deleted",
    ]


async def test_pending_updates_can_be_dropped(line, playground, alice, bot):
    playground.people.start(alice, bot)
    await line.ok("deleteWebhook", drop_pending_updates=True)
    assert await line.ok("getUpdates") == []


async def test_updates_are_posted_with_the_secret_and_then_gone(
    line, playground, alice, bot, postman, receiver
):
    await line.ok("setWebhook", url=HOOK, secret_token=SIGN)
    playground.people.say(alice, bot, "a")
    playground.people.say(alice, bot, "b")
    assert (await line.ok("getWebhookInfo"))["pending_update_count"] == 2
    assert await postman.step() is None
    assert receiver.texts() == ["a", "b"]
    assert receiver.headers[0][SECRET_HEADER] == SIGN
    assert receiver.headers[0]["content-type"] == "application/json"
    assert (await line.ok("getWebhookInfo"))["pending_update_count"] == 0


async def test_a_failed_delivery_holds_its_chat_and_no_other(
    line, alice, bob, bot, postman, receiver
):
    playground = line.playground
    await line.ok("setWebhook", url=HOOK)
    playground.people.say(alice, bot, "a")
    playground.people.say(alice, bot, "b")
    receiver.answers = [httpx.Response(500)]
    assert await postman.step() == 0
    playground.people.say(bob, bot, "c")
    receiver.answers = [httpx.Response(200)]
    await postman.step()
    assert sorted(receiver.texts()) == ["a", "b", "c"]
    assert receiver.texts().index("a") < receiver.texts().index("b")


async def test_a_delivery_is_tried_at_once_and_then_after_growing_pauses(
    line, alice, bot, postman, receiver, clock
):
    playground = line.playground
    await line.ok("setWebhook", url=HOOK)
    playground.people.say(alice, bot, "a")
    receiver.answers = [httpx.Response(500)] * 8
    pauses = []
    for _ in range(8):
        pauses.append(await postman.step())
        clock.advance(pauses[-1])
    assert pauses == [0, 2, 4, 8, 16, 32, 60, 60]
    await postman.step()
    assert receiver.texts() == ["a"]


async def test_the_last_error_is_shown(line, alice, bot, postman, receiver, clock):
    playground = line.playground
    await line.ok("setWebhook", url=HOOK)
    playground.people.say(alice, bot, "a")
    receiver.answers = [httpx.Response(500)]
    await postman.step()
    shown = await line.ok("getWebhookInfo")
    assert shown["last_error_message"] == (
        "Wrong response from the webhook: 500 Internal Server Error"
    )
    assert shown["last_error_date"] == int(clock())


async def test_a_receiver_may_ask_for_a_pause(line, playground, alice, bot, postman, receiver):
    await line.ok("setWebhook", url=HOOK)
    playground.people.say(alice, bot, "a")
    receiver.answers = [httpx.Response(503, headers={"Retry-After": "90"})]
    assert await postman.step() == 90


async def test_a_broken_connection_is_a_failed_delivery(
    line, playground, alice, bot, postman, receiver
):
    await line.ok("setWebhook", url=HOOK)
    playground.people.say(alice, bot, "a")
    receiver.answers = [httpx.ConnectError("refused")]
    await postman.step()
    assert len(bot.queue) == 1


async def test_an_expired_update_is_no_longer_delivered(line, alice, bot, postman, receiver, clock):
    playground = line.playground
    await line.ok("setWebhook", url=HOOK)
    playground.people.say(alice, bot, "a")
    receiver.answers = [httpx.Response(500)]
    await postman.step()
    clock.advance(86_400)
    assert await postman.step() is None
    assert receiver.taken == []


async def test_a_call_in_the_answer_is_made(line, playground, alice, bot, postman, receiver):
    await line.ok("setWebhook", url=HOOK)
    hers = playground.people.say(alice, bot, "a")
    reply = {"method": "sendMessage", "chat_id": alice.id, "text": "b"}
    receiver.answers = [httpx.Response(200, json=reply)]
    await postman.step()
    assert [shown.text for shown in playground.transcript(hers.chat)] == ["a", "b"]


async def test_a_served_playground_delivers_by_itself(playground, line, alice, bot):
    arrived = asyncio.Event()

    async def receive(reader, writer):
        head = await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await writer.drain()
        writer.close()
        if b"POST /hook" in head:
            arrived.set()

    server = await asyncio.start_server(receive, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, serve(playground):
        await line.ok("setWebhook", url=f"http://127.0.0.1:{port}/hook")
        playground.people.say(alice, bot, "a")
        await asyncio.wait_for(arrived.wait(), 10)
