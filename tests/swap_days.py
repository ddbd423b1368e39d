"""A watch three days ahead, with a shift of Minh's to be swapped."""

import pytest

from tests.swapping import HOUR
from tests.watches import a_shift, a_watch
from tests.world import START


@pytest.fixture(name="an")
async def an_there(world):
    """A member whose time is their own."""
    return await world.member("An")


@pytest.fixture(name="watch")
async def watch_there(world):
    """Three days from 07:30 on 5 September on, three days ahead."""
    return await a_watch(world, start=START + 3 * 24 * HOUR + 5.5 * HOUR)


@pytest.fixture(name="shift")
async def shift_there(world, watch, minh):
    """Minh's: the first day, 07:30-19:30."""
    return await a_shift(world, watch, minh)
