"""HTTP to Telegram over real sockets: what arrives there, and what each kind of failure means."""

import asyncio

import pytest
from aiohttp import web
from telegram import InputFile
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.delivery.verdict import Outcome, judge
from bot.delivery.wire import NotSentError, Wire

GOOD = {"ok": True, "result": {"message_id": 7}}


def data(**values):
    return RequestData([RequestParameter.from_input(name, each) for name, each in values.items()])


@pytest.fixture
async def wire():
    wire = Wire()
    yield wire
    await wire.shutdown()


@pytest.fixture
async def served():
    """Serve with any handler; returns the address."""
    runners = []

    async def serve(handle):
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", handle)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        runners.append(runner)
        return f"http://127.0.0.1:{runner.addresses[0][1]}"

    yield serve
    for runner in runners:
        await runner.cleanup()


async def test_parameters_travel_as_json_and_the_result_comes_back(wire, served):
    asked = []

    async def handle(request):
        asked.append((request.method, request.path, await request.json()))
        return web.json_response(GOOD)

    address = await served(handle)
    markup = {"inline_keyboard": [[{"text": "Tôi nhận", "callback_data": "ack:1"}]]}
    found = await wire.post(
        f"{address}/bot1:a/sendMessage",
        data(chat_id=5, text="Máy chủ bị mã hóa", reply_markup=markup),
    )
    assert found == {"message_id": 7}
    body = {"chat_id": 5, "text": "Máy chủ bị mã hóa", "reply_markup": markup}
    assert asked == [("POST", "/bot1:a/sendMessage", body)]


async def test_a_file_travels_as_a_form_beside_its_parameters(wire, served):
    asked = {}

    async def handle(request):
        async for part in await request.multipart():
            asked[part.name] = (part.filename, bytes(await part.read()))
        return web.json_response(GOOD)

    address = await served(handle)
    document = InputFile(b"%PDF", filename='mẫu 05 "nháp".pdf')
    await wire.post(f"{address}/x", data(chat_id=5, caption="Bản 1", document=document))
    assert asked["chat_id"] == (None, b"5")
    assert asked["caption"] == (None, "Bản 1".encode())
    assert asked["document"] == ('mẫu 05 "nháp".pdf', b"%PDF")


async def test_a_file_is_fetched(wire, served):
    async def handle(request):
        return web.Response(body=b"\xff\xd8picture")

    assert await wire.retrieve(f"{await served(handle)}/file/bot1:a/p.jpg") == b"\xff\xd8picture"


async def test_every_answer_tells_its_date_be_it_a_refusal(served):
    dates: list[str | None] = []
    wire = Wire(note=dates.append)

    async def handle(request):
        refusal = {"ok": False, "error_code": 400, "description": "Bad Request: chat not found"}
        return web.json_response(refusal, status=400, headers={"Date": "Sun, 22 Nov 2026"})

    address = await served(handle)
    with pytest.raises(BadRequest, match="Chat not found"):
        await wire.post(f"{address}/x", data(chat_id=5))
    assert dates == ["Sun, 22 Nov 2026"]
    await wire.shutdown()


async def test_a_429_says_how_long(wire, served):
    async def handle(request):
        refusal = {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 9",
        }
        return web.json_response(refusal | {"parameters": {"retry_after": 9}}, status=429)

    with pytest.raises(RetryAfter) as raised:
        await wire.post(f"{await served(handle)}/x", data(chat_id=5))
    assert judge(raised.value, 1).wait.total_seconds() == 9


async def test_a_refused_connection_proves_that_nothing_has_left(wire, served):
    async def handle(request):
        return web.json_response(GOOD)

    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    with pytest.raises(NotSentError) as raised:
        await wire.post(f"http://127.0.0.1:{port}/bot1:secret/x", data(chat_id=5))
    assert judge(raised.value, 1).outcome is Outcome.AGAIN
    assert "secret" not in str(raised.value)


async def test_a_reply_that_is_lost_proves_nothing(wire, served):
    async def handle(request):
        await request.read()
        request.transport.abort()
        return web.Response()

    with pytest.raises(NetworkError) as raised:
        await wire.post(f"{await served(handle)}/x", data(chat_id=5))
    assert judge(raised.value, 1).outcome is Outcome.UNKNOWN
    assert not isinstance(raised.value, NotSentError)


async def test_a_reply_that_takes_too_long_proves_nothing(wire, served):
    answered = asyncio.Event()

    async def handle(request):
        await answered.wait()
        return web.json_response(GOOD)

    with pytest.raises(TimedOut) as raised:
        await wire.post(f"{await served(handle)}/x", data(chat_id=5), read_timeout=0.05)
    answered.set()
    assert judge(raised.value, 1).outcome is Outcome.UNKNOWN


async def test_what_is_no_json_is_an_answer_nobody_can_read(wire, served):
    async def handle(request):
        return web.Response(status=502, text="<html>Bad Gateway</html>")

    with pytest.raises(NetworkError, match="Bad Gateway"):
        await wire.post(f"{await served(handle)}/x", data(chat_id=5))


async def test_it_goes_through_the_proxy_if_there_is_one(served):
    asked = []

    async def handle(request):
        asked.append((request.headers["Host"], request.headers["Proxy-Authorization"]))
        return web.json_response(GOOD)

    proxy = (await served(handle)).replace("//", "//trucban:pass@")
    wire = Wire(proxy)
    assert await wire.post("http://telegram.invalid/x", data(chat_id=5)) == GOOD["result"]
    assert asked == [("telegram.invalid", "Basic dHJ1Y2JhbjpwYXNz")]
    await wire.shutdown()


async def test_a_proxy_that_is_not_there_proves_that_nothing_has_left(served):
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()
    wire = Wire(f"http://127.0.0.1:{port}")
    with pytest.raises(NotSentError):
        await wire.post("http://telegram.invalid/x", data(chat_id=5))
    await wire.shutdown()
