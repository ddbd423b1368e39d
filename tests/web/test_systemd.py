"""systemd is told over a real datagram socket: ready, alive while every loop turns, stopping."""

import socket
from datetime import UTC, datetime, timedelta

import pytest

from bot.health.systemd import EVERY, Systemd, Watchdog

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


class Listener:
    """systemd's end of the socket."""

    def __init__(self, address):
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(address)
        self._socket.setblocking(False)

    def heard(self):
        """Return every datagram that has come since the last time."""
        found = []
        while True:
            try:
                found.append(self._socket.recv(4096).decode())
            except BlockingIOError:
                return found

    def close(self):
        self._socket.close()


@pytest.fixture(params=["a file", "an abstract name"])
def place(request, tmp_path):
    """The address as systemd gives it, and as a socket takes it."""
    if request.param == "a file":
        return str(tmp_path / "notify"), str(tmp_path / "notify")
    name = f"trucban-test-{tmp_path.name}"
    return f"@{name}", f"\0{name}"


@pytest.fixture
def listener(place):
    listener = Listener(place[1])
    yield listener
    listener.close()


def test_each_word_is_one_datagram(place, listener):
    systemd = Systemd(place[0])
    systemd.tell("READY=1", "STATUS=well")
    systemd.tell("STOPPING=1")
    assert listener.heard() == ["READY=1\nSTATUS=well", "STOPPING=1"]


async def test_alive_is_said_only_while_every_loop_turns(place, listener, caplog):
    stuck: list[str] = []
    watchdog = Watchdog(Systemd(place[0]), lambda: list(stuck), lambda: NOW)
    await watchdog.step()
    assert listener.heard() == ["WATCHDOG=1"]
    stuck.append("deliver")
    await watchdog.step()
    await watchdog.step()
    assert listener.heard() == []
    assert [(r.message, r.loops) for r in caplog.records] == [("loops-stuck", "deliver")]
    stuck.clear()
    await watchdog.step()
    assert listener.heard() == ["WATCHDOG=1"]


@pytest.mark.parametrize(
    ("watchdog", "pause"),
    [
        (None, EVERY),
        (timedelta(seconds=120), EVERY),
        (timedelta(seconds=30), timedelta(seconds=10)),
        (timedelta(seconds=1), timedelta(seconds=1)),
    ],
)
async def test_alive_is_said_three_times_as_often_as_it_must(watchdog, pause):
    loop = Watchdog(Systemd(None, watchdog), list, lambda: NOW)
    assert await loop.step() == NOW + pause


def test_where_nobody_listens_nothing_fails(tmp_path, caplog):
    Systemd(None).tell("READY=1")
    assert caplog.records == []
    Systemd(str(tmp_path / "gone")).tell("READY=1")
    assert [record.message for record in caplog.records] == ["systemd-unheard"]


@pytest.mark.parametrize(
    ("environment", "address", "watchdog"),
    [
        ({}, None, None),
        ({"NOTIFY_SOCKET": ""}, None, None),
        ({"NOTIFY_SOCKET": "/run/n"}, "/run/n", None),
        ({"NOTIFY_SOCKET": "/run/n", "WATCHDOG_USEC": "120000000"}, "/run/n", 120),
        ({"NOTIFY_SOCKET": "/run/n", "WATCHDOG_USEC": "5", "WATCHDOG_PID": "1"}, "/run/n", None),
        ({"NOTIFY_SOCKET": "/run/n", "WATCHDOG_USEC": "soon"}, "/run/n", None),
    ],
)
def test_what_systemd_has_set_is_read(environment, address, watchdog):
    found = Systemd.found(environment)
    length = found.watchdog.total_seconds() if found.watchdog is not None else None
    assert (found.address, length) == (address, watchdog)
