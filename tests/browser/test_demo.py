"""The demo as it is started: in a terminal, without one, and for other bots."""

import asyncio
import contextlib
import os
import pty
import re
import signal
import sys
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.clock import Clock

ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
PATIENCE = 50
COMMAND = (sys.executable, "-m", "bot", "demo")

pytestmark = pytest.mark.timeout(100)


def environment(tmp_path):
    """Nothing of the person's own settings reaches the demo."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
        "HOME": str(tmp_path),
        "TERM": "dumb",
        "TRUCBAN_TOKEN": "9:NOT_THIS_ONE",
    }


@asynccontextmanager
async def in_a_terminal(tmp_path, *arguments):
    """Start the demo in a terminal of its own; gives the process and what it says."""
    own, its = pty.openpty()
    process = await asyncio.create_subprocess_exec(
        *COMMAND, *arguments, cwd=tmp_path, env=environment(tmp_path),
        stdin=its, stdout=its, stderr=its, start_new_session=True,
    )  # fmt: skip
    os.close(its)
    said = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    pipe = os.fdopen(own, "rb", buffering=0)
    transport, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(said), pipe)
    try:
        yield process, said
    finally:
        transport.close()
        if process.returncode is None:
            process.kill()
            await process.wait()


async def says(said, pattern):
    """Read on until this is there."""
    text = ""
    async with asyncio.timeout(PATIENCE):
        while not re.search(pattern, text):
            more = await said.read(1000)
            assert more, text
            text += more.decode()
    return text


async def rest_of(said):
    """What is said to the end; a terminal ends by an error of its own."""
    text = b""
    with contextlib.suppress(OSError):
        while more := await said.read(1000):
            text += more
    return text.decode()


async def test_in_a_terminal_it_prints_one_address_and_ends_cleanly_on_ctrl_c(tmp_path):
    async with in_a_terminal(tmp_path) as (process, said):
        (address,) = ADDRESS.findall(await says(said, r"Ctrl\+C"))
        async with httpx.AsyncClient(base_url=address) as client:
            assert "<main" in (await client.get("/")).text
            assert len((await client.get("/playground/board")).json()["stories"]) >= 4
        process.send_signal(signal.SIGINT)
        async with asyncio.timeout(PATIENCE):
            assert await process.wait() == 0
            assert "Traceback" not in await rest_of(said)


async def test_another_night_begins_at_the_same_address(tmp_path):
    async with in_a_terminal(tmp_path) as (process, said):
        (address,) = ADDRESS.findall(await says(said, r"Ctrl\+C"))
        async with httpx.AsyncClient(base_url=address) as client:
            first = (await client.get("/playground/board")).json()["world"]
            assert (await client.post("/playground/bot", json={"do": "anew"})).status_code == 200
            assert await another(client, first) != first
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(PATIENCE):
            assert await process.wait() == 0
            assert "http" not in await rest_of(said)


async def another(client, world):
    """The next world that this address shows; there is nothing to wait on while it changes."""
    never, clock = asyncio.Event(), Clock()
    found = world
    async with asyncio.timeout(PATIENCE):
        while found == world:
            await clock.wait(never, clock.now() + timedelta(seconds=0.2))
            with contextlib.suppress(httpx.TransportError):
                found = (await client.get("/playground/board")).json()["world"]
    return found


async def test_without_a_terminal_it_plays_a_night_prints_it_and_exits_with_0(tmp_path):
    process = await asyncio.create_subprocess_exec(
        *COMMAND, cwd=tmp_path, env=environment(tmp_path),
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    async with asyncio.timeout(PATIENCE + 30):
        said, _ = await process.communicate()
    text = said.decode()
    assert process.returncode == 0, text
    assert re.search(r"SC-\d{4}-0001 · closed", text)
    assert "Tôi nhận" in text
    assert "Traceback" not in text


async def test_for_other_bots_it_serves_only_the_local_telegram(tmp_path):
    async with in_a_terminal(tmp_path, "--bot-api", "--token", "7:OTHER") as (process, said):
        address = ADDRESS.findall(await says(said, r"Ctrl\+C"))[0]
        async with httpx.AsyncClient(base_url=address) as client:
            me = (await client.get("/bot7:OTHER/getMe")).json()
            assert me["result"]["id"] == 7
            told = {"token": "8:LATER", "username": "later_bot", "name": "Later"}
            await client.post("/playground/add_bot", json=told)
            assert (await client.get("/bot8:LATER/getMe")).json()["ok"]
            board = (await client.get("/playground/board")).json()
            assert (board["demo"], board["stories"]) == (False, [])
        process.send_signal(signal.SIGINT)
        async with asyncio.timeout(PATIENCE):
            assert await process.wait() == 0


async def test_a_port_that_is_taken_is_named(tmp_path):
    taken = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    port = taken.sockets[0].getsockname()[1]
    async with taken, in_a_terminal(tmp_path, "--bot-api", "--port", str(port)) as (process, said):
        text = await says(said, r"cannot be served")
        assert str(port) in text
        assert await process.wait() == 2
