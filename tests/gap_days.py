"""People and days for gaps in a roster, and what was told of them."""

import pytest

from bot.domain.watch import Plan, Seats
from bot.services import gaps
from tests.swapping import HOUR
from tests.watches import PLAN
from tests.world import START

DAY = 24 * HOUR
BARE = Plan(seats=(Seats(post="primary"),), hours=PLAN.hours, two_deep=False)


@pytest.fixture(name="tung")
async def tung_there(world):
    return await world.member("Tùng", "lead")


def morning(days):
    """Return 07:30 so many days from now, when watches begin."""
    return START + days * DAY + 5.5 * HOUR


def told(human, *parts):
    return [m for m in human.messages if all(part in m.text for part in parts)]


def in_group(world, *parts):
    return [m for m in world.in_group() if all(part in m.text for part in parts)]


async def plans(world):
    """Let the clocks be set as they are when a roster has changed."""
    async with world.app.database.begin() as tx:
        await gaps.replan(tx, world.app.team)
