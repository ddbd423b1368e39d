"""Bots that have learned everything before they are born: a process that loads the program once.

Each bot is a fork of it, a process of its own that is killed and replaced like any other. To load
the program takes longer than a whole night; that `python -m bot run` does is shown elsewhere.
"""

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

ROOT = Path(__file__).parents[2]
LONGEST_ORDER = 1 << 16


class Bot:
    """One bot, with what the tests use of an asyncio process; `life` ends when it does."""

    def __init__(self, pid: int, life: asyncio.StreamReader, pipe: asyncio.BaseTransport) -> None:
        self.pid = pid
        self._life = life
        self._pipe = pipe

    @property
    def returncode(self) -> int | None:
        """None while it runs; a fork tells nobody but its mother how it ended."""
        return 0 if self._life.at_eof() else None

    def send_signal(self, number: int) -> None:
        """Send it a signal; ProcessLookupError when it is no more."""
        os.kill(self.pid, number)

    def kill(self) -> None:
        """End it as the kernel would."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    async def wait(self) -> int:
        """Wait until it is no more."""
        await self._life.read()
        self._pipe.close()
        return 0


class Nursery:
    """Where bots come from; `orders` is the line to the process that makes them."""

    def __init__(self, orders: socket.socket) -> None:
        self._orders = orders

    async def bears(self, environment: dict[str, str], folder: Path, log: Path) -> Bot:
        """Start `run` with this environment in a folder; what it says is added to the log."""
        ours, its = os.pipe()
        with log.open("ab") as said:
            order = {"environment": environment, "folder": str(folder)}
            socket.send_fds(self._orders, [json.dumps(order).encode()], [said.fileno(), its])
        os.close(its)
        pid = int(self._orders.recv(LONGEST_ORDER))
        life = asyncio.StreamReader()
        pipe, _ = await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(life), os.fdopen(ours, "rb", buffering=0)
        )
        return Bot(pid, life, pipe)


@contextmanager
def a_nursery() -> Iterator[Nursery]:
    """Load the program in a process that lasts as long as the context."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    command = [sys.executable, "-m", "tests.faults.nursery", str(its.fileno())]
    environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment |= {"PYTHONWARNINGS": "error", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, pass_fds=[its.fileno()]), ours:
        its.close()
        yield Nursery(ours)
        ours.close()


def _nurse(orders: socket.socket) -> None:
    """Fork a bot for every order, until the line is closed; then none is left behind."""
    import bot.app  # noqa: PLC0415 only here, not where the tests are
    import bot.cli  # noqa: PLC0415

    del bot.app
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    # An order that comes before a bot can hear it must not end it.
    signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    born = []
    while True:
        order, files, _, _ = socket.recv_fds(orders, LONGEST_ORDER, 2)
        if not order:
            break
        pid = os.fork()
        if pid == 0:
            orders.close()
            _live(json.loads(order), files[0])
        for file in files:
            os.close(file)
        born.append(pid)
        orders.sendall(str(pid).encode())
    for pid in born:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _live(order: dict[str, Any], log: int) -> NoReturn:
    """Be a bot, from the command line to the end."""
    from bot.cli import main  # noqa: PLC0415 loaded already
    from tests.faults import jumpy_bot  # noqa: PLC0415

    code = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.environ.clear()
        os.environ.update(order["environment"])
        # The program says this before it loads its library; here that is loaded already.
        os.environ.setdefault("PTB_TIMEDELTA", "1")
        os.chdir(order["folder"])
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(log, 1)
        os.dup2(log, 2)
        sys.argv = ["bot", "run"]
        if jumpy_bot.ORDERS in os.environ:
            jumpy_bot.main()
        else:
            main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001 said as the interpreter would
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as line:
        _nurse(line)
