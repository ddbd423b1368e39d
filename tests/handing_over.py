"""A watch whose first shift ends soon: who is there, and what is in its rows."""

from datetime import timedelta

import pytest

from storage.tables import shifts
from storage.watch_tables import handovers, watch_log
from tests.watches import a_shift, a_watch
from tests.world import START

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
CARD = "Bàn giao ca: Trực ban"
FIRST, SECOND = 1, 2  # the shifts of Minh and of Hà


@pytest.fixture(name="crew")
async def crew_there(world):
    return {
        "minh": await world.member("Minh"),
        "ha": await world.member("Hà"),
        "tung": await world.member("Tùng"),
        "binh": await world.member("Bình", "lead"),
    }


@pytest.fixture(name="minh")
async def minh_there(crew):
    return crew["minh"]


@pytest.fixture(name="ha")
async def ha_there(crew):
    return crew["ha"]


@pytest.fixture(name="watch")
async def watch_there(world, crew):
    """From 08:00: Minh until 14:00, Hà until 20:00, Tùng in command; now it is 13:40."""
    watch = await a_watch(world, start=START + 6 * HOUR, days=0.5)
    await a_shift(world, watch, crew["minh"], length=6 * HOUR)
    await a_shift(world, watch, crew["ha"], after=6 * HOUR, length=6 * HOUR)
    await a_shift(world, watch, crew["tung"], post="commander")
    await world.passes(hours=6)
    for name in ("minh", "tung"):
        await crew[name].says("/checkin")
    await world.passes(hours=4)
    await minh_and_tung_say_still(crew)
    await world.passes(hours=1, minutes=40)
    return watch


async def minh_and_tung_say_still(crew):
    for name in ("minh", "tung"):
        await crew[name].says("còn")


async def log(world):
    return [row["kind"] for row in await world.rows(watch_log)]


async def row(world, shift_id=FIRST):
    (found,) = [each for each in await world.rows(shifts) if each["id"] == shift_id]
    return found


async def handover(world, shift_id=FIRST):
    found = [each for each in await world.rows(handovers) if each["shift_id"] == shift_id]
    return found[0] if found else None


@pytest.fixture(name="dan")
async def dan_there(world):
    return await world.member("Dân", "citizen")
