"""The program as a process that others watch: systemd by a socket, somebody outside by pings."""

import asyncio
import socket

import pytest
from aiohttp import web

from tests.faults.bot_process import a_bot_process

PATIENCE = 30.0


@pytest.fixture
def systemd(tmp_path):
    """The end of the socket that systemd holds."""
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    listener.bind(str(tmp_path / "notify"))
    listener.setblocking(False)
    yield listener
    listener.close()


async def next_word(listener):
    async with asyncio.timeout(PATIENCE):
        return (await asyncio.get_running_loop().sock_recv(listener, 4096)).decode()


async def test_systemd_hears_ready_then_alive_then_stopping(tmp_path, systemd):
    async with a_bot_process(tmp_path) as process:
        process.environment |= {"NOTIFY_SOCKET": str(tmp_path / "notify")}
        process.environment |= {"WATCHDOG_USEC": "3000000"}
        await process.start()
        first = [await next_word(systemd) for _ in range(3)]
        assert sorted(first) == ["READY=1", "WATCHDOG=1", "WATCHDOG=1"]
        assert first.index("READY=1") < 2
        await process.stop()
        words = [await next_word(systemd)]
        while words[-1] == "WATCHDOG=1":
            words.append(await next_word(systemd))
        assert words[-1] == "STOPPING=1"


async def test_the_outside_watch_is_pinged_as_soon_as_it_runs(tmp_path):
    pinged = asyncio.Event()

    async def answer(request):
        pinged.set()
        return web.Response(text="OK")

    app = web.Application()
    app.router.add_get("/a-secret-place", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}/a-secret-place"
    try:
        async with a_bot_process(tmp_path) as process:
            process.environment |= {"TRUCBAN_HEARTBEAT_URL": address, "TRUCBAN_LOG": "json"}
            await process.start()
            async with asyncio.timeout(PATIENCE):
                await pinged.wait()
        assert "a-secret-place" not in process.log
        assert '"event": "started"' in process.log
    finally:
        await runner.cleanup()
