"""A shift whose holder has not come, and the others who have."""

from datetime import timedelta

import pytest

from storage.tables import shifts
from storage.watch_tables import watch_log
from tests.watches import a_shift, a_watch
from tests.world import START

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
MISSING = "Minh chưa vào ca Trực ban"
CALL = "Đến giờ vào ca"


@pytest.fixture(name="crew")
async def crew_there(world):
    """Minh is to stand from 08:00, with Hà as backup and Tùng, a lead, in command."""
    return {
        "minh": await world.member("Minh"),
        "ha": await world.member("Hà"),
        "tung": await world.member("Tùng", "lead"),
        "binh": await world.member("Bình", "lead"),
        "nga": await world.member("Nga"),
    }


@pytest.fixture(name="shift")
async def shift_there(world, crew):
    """All have checked in a quarter before the start but Minh."""
    watch = await a_watch(world, start=START + 6 * HOUR)
    shift = await a_shift(world, watch, crew["minh"])
    await a_shift(world, watch, crew["ha"], post="backup")
    await a_shift(world, watch, crew["tung"], post="commander")
    await world.passes(hours=5, minutes=50)
    for name in ("ha", "tung"):
        await crew[name].says("/checkin")
    await world.passes(minutes=10)
    return shift


async def now_at(world, post="primary"):
    """Who of a post has checked in and stands there now."""
    now = world.clock.now()
    return [
        row["person_id"]
        for row in await world.rows(shifts)
        if row["post"] == post and row["checked_in_at"] and row["start_at"] <= now < row["end_at"]
    ]


async def log(world):
    return [row["kind"] for row in await world.rows(watch_log)]


def times(human, words):
    return len([m for m in human.messages if words in m.text])
