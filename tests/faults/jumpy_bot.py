"""`trucban run` on a clock that jumps and a disk that is full, as a file of orders says.

SIGUSR1 has it read the orders again. A full disk is RLIMIT_FSIZE: the kernel then refuses to let
any file grow beyond it, and SQLite meets the error it meets when nothing is left.
"""

import asyncio
import json
import os
import resource
import signal
from datetime import datetime, timedelta
from pathlib import Path

import uvloop

from bot.app import App
from bot.cli.movable_clock import MovableClock
from bot.clock import Clock
from bot.config import read_settings
from bot.logs import set_up

ORDERS = "FAULTS_ORDERS"


class JumpyClock(MovableClock):
    """A clock that is set forward and back, beside time that goes on."""

    def steady(self) -> datetime:
        """Return what nobody can set."""
        return Clock.steady(self)


def obey(path: Path, clock: JumpyClock) -> None:
    """Set the clock and fill the disk as ordered."""
    orders = json.loads(path.read_text(encoding="utf-8"))
    clock.set(timedelta(seconds=orders["ahead"]))
    most = resource.RLIM_INFINITY if orders["most_bytes"] is None else orders["most_bytes"]
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


async def serve() -> None:
    """Run until told to stop."""
    settings = read_settings()
    set_up(settings.log, (settings.token.get_secret_value(),))
    clock, path = JumpyClock(), Path(os.environ[ORDERS])
    stopping, loop = asyncio.Event(), asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stopping.set)
    loop.add_signal_handler(signal.SIGUSR1, obey, path, clock)
    obey(path, clock)
    await App(settings, clock=clock).run(stopping)


def main() -> None:
    """Run on the loop that `trucban run` uses."""
    uvloop.run(serve())
