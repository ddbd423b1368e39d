"""Who may come in: the page's own browser, and no page from elsewhere."""

import httpx
import pytest

from bot.playground.server import serve

LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104 on purpose, and only for a moment


@pytest.fixture
async def far(playground):
    async with serve(playground) as address, httpx.AsyncClient(base_url=address) as client:
        yield client


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:1", 200),
        ("localhost", 200),
        ("[::1]:80", 200),
        ("127.8.9.1", 200),
        ("evil.example", 403),
        ("localhost.evil.example", 403),
        ("127.0.0.1.evil.example", 403),
        ("192.168.1.5", 403),
        ("[", 403),
        ("", 403),
    ],
)
@pytest.mark.parametrize("path", ["/", "/playground/everybody"])
async def test_only_this_machines_names_are_answered(far, host, status, path):
    assert (await far.get(path, headers={"Host": host})).status_code == status


async def test_a_name_that_was_asked_for_is_answered_too_and_no_other(playground):
    serving = serve(playground, host="127.0.0.2")
    async with serving as address, httpx.AsyncClient(base_url=address) as client:
        assert (await client.get("/")).status_code == 200
        assert (await client.get("/", headers={"Host": "evil.example"})).status_code == 403


async def test_who_listens_everywhere_answers_to_every_name(playground):
    serving = serve(playground, host=EVERYWHERE)
    async with serving as address, httpx.AsyncClient() as client:
        near = address.replace(EVERYWHERE, LOOPBACK)
        assert (await client.get(near, headers={"Host": "demo.example"})).status_code == 200


@pytest.mark.parametrize("path", ["/playground/down", "/playground/say", "/bot1:A/getMe"])
async def test_a_page_from_elsewhere_can_do_nothing(far, path):
    foreign = await far.post(path, headers={"Origin": "http://evil.example"})
    assert foreign.status_code == 403
    own = await far.post(path, headers={"Origin": str(far.base_url).rstrip("/")})
    assert own.status_code != 403


async def test_the_page_may_load_nothing_from_elsewhere(far):
    answer = await far.get("/")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "http" not in answer.text.split("<body>")[0].replace("http-equiv", "")


@pytest.mark.parametrize("path", ["/page/..%2fserver.py", "/page/server.py", "/page/nothing.js"])
async def test_only_the_pages_own_files_are_given_out(far, path):
    assert (await far.get(path)).status_code == 404
