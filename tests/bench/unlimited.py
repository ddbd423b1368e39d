"""The bot as `trucban run` starts it, but without Telegram's limits: how fast it could be."""

import asyncio
import signal
from datetime import timedelta

import uvloop

from bot.app import App
from bot.config import read_settings
from bot.delivery.pacing import Limits
from bot.logs import set_up

PLENTY = 1_000_000
NONE = Limits(PLENTY, PLENTY, timedelta(0), PLENTY, 0, 0, timedelta(0))


async def serve() -> None:
    """Run until told to stop."""
    settings = read_settings()
    set_up(settings.log, (settings.token.get_secret_value(),))
    stopping = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)
    await App(settings, limits=NONE).run(stopping)


if __name__ == "__main__":
    uvloop.run(serve())
