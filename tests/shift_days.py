"""A watch that begins in thirty hours."""

from datetime import timedelta

import pytest

from tests.watches import a_watch
from tests.world import START

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
CALL = "Đến giờ vào ca"


@pytest.fixture(name="watch")
async def watch_there(world):
    """It begins in 30 hours, at 08:00 on 3 September."""
    return await a_watch(world, start=START + 30 * HOUR)


async def until(world, at, **more):
    """Let time pass up to an instant."""
    length = at + timedelta(**more) - world.clock.now()
    await world.passes(seconds=length.total_seconds())
