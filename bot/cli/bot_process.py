"""The demo's bot as a process of its own, so that it can be killed; led through its input.

The first line is its settings as JSON, with `ahead`, the distance of the demo's clock from the
machine's; each later line is a new such distance in seconds. It ends when the input does.
"""

import asyncio
import json
import signal
import sys
from datetime import timedelta

from pydantic import SecretStr

from bot.app import App
from bot.cli.movable_clock import MovableClock
from bot.config import Settings
from bot.logs import set_up

# Of the whole line of settings, not of one clock's reading.
LONGEST_LINE = 1 << 20


async def serve() -> None:
    """Run the bot until the input ends."""
    lines = asyncio.StreamReader(limit=LONGEST_LINE)
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    given = json.loads(await lines.readline())
    clock = MovableClock(timedelta(seconds=given.pop("ahead")))
    token = SecretStr(given.pop("token"))
    settings = Settings(**given, token=token)
    set_up("text", (token.get_secret_value(),))
    stopping = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stopping.set)
    led = asyncio.create_task(_led(lines, clock, stopping))
    await App(settings, clock=clock).run(stopping)
    led.cancel()


async def _led(lines: asyncio.StreamReader, clock: MovableClock, stopping: asyncio.Event) -> None:
    """Move the clock as the input says; the input's end is the bot's."""
    while line := await lines.readline():
        clock.set(timedelta(seconds=float(line)))
    stopping.set()


if __name__ == "__main__":
    asyncio.run(serve())
