"""The HTTP side: Telegram's webhook and the health page, over loopback."""

import asyncio
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.web import SECRET_HEADER, Web

SECRET = "a-secret"


class Taken:
    """Takes updates in, or fails to."""

    def __init__(self):
        self.updates = []
        self.error = None

    async def take_in(self, updates):
        if self.error is not None:
            raise self.error
        self.updates += updates

    async def health(self):
        return {"ok": self.error is None}


@asynccontextmanager
async def a_server(taken, secret=SECRET):
    web = Web("127.0.0.1:0", taken.take_in, taken.health, secret)
    port = await web.start()
    try:
        async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as client:
            yield client
    finally:
        await web.stop()


async def test_an_update_with_the_right_secret_is_taken_in():
    taken = Taken()
    async with a_server(taken) as client:
        answer = await client.post(
            "/telegram", json={"update_id": 1}, headers={SECRET_HEADER: SECRET}
        )
        assert answer.status == 200
    assert taken.updates == [{"update_id": 1}]


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: "wrong"}, {SECRET_HEADER: ""}])
async def test_a_forged_update_is_refused(headers):
    taken = Taken()
    async with a_server(taken) as client:
        answer = await client.post("/telegram", json={"update_id": 1}, headers=headers)
        assert answer.status == 403
    assert taken.updates == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"update_id": "x"}', b"null"])
async def test_what_is_no_update_is_refused(body):
    taken = Taken()
    async with a_server(taken) as client:
        answer = await client.post("/telegram", data=body, headers={SECRET_HEADER: SECRET})
        assert answer.status == 400
    assert taken.updates == []


async def test_an_update_that_could_not_be_committed_is_not_confirmed():
    taken = Taken()
    taken.error = OSError("disk full")
    async with a_server(taken) as client:
        answer = await client.post(
            "/telegram", json={"update_id": 1}, headers={SECRET_HEADER: SECRET}
        )
        assert answer.status == 500


async def test_without_a_secret_there_is_no_webhook():
    async with a_server(Taken(), secret="") as client:
        answer = await client.post("/telegram", json={"update_id": 1})
        assert answer.status == 404


async def test_health_is_200_or_503():
    taken = Taken()
    async with a_server(taken) as client:
        assert (await client.get("/healthz")).status == 200
        taken.error = OSError()
        assert (await client.get("/healthz")).status == 503


async def test_ten_updates_at_once_are_all_taken_in():
    taken = Taken()
    async with a_server(taken) as client:
        posts = [
            client.post("/telegram", json={"update_id": n}, headers={SECRET_HEADER: SECRET})
            for n in range(10)
        ]
        assert {answer.status for answer in await asyncio.gather(*posts)} == {200}
    assert sorted(u["update_id"] for u in taken.updates) == list(range(10))
