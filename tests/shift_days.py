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


@pytest.fixture(name="minh")
async def minh_there(world):
    return await world.member("Minh")


@pytest.fixture(name="ha")
async def ha_there(world):
    return await world.member("Hà")


async def until(world, at, **more):
    """Let time pass up to an instant."""
    length = at + timedelta(**more) - world.clock.now()
    await world.passes(seconds=length.total_seconds())
