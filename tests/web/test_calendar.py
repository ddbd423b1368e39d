"""A calendar at its private address, over loopback: for who knows it, and kept by nobody."""

import asyncio
from contextlib import asynccontextmanager

import aiohttp
import pytest
from icalendar import Calendar

from bot.web import Web
from storage import people
from tests.watches import a_shift, a_watch
from tests.world import a_world

UNKNOWN = "x" * 32


@asynccontextmanager
async def a_server(world):
    app = world.app
    web = Web("127.0.0.1:0", app.intake.take_in, app.health, "", app.calendar)
    port = await web.start()
    try:
        async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as client:
            yield client
    finally:
        await web.stop()


@pytest.fixture
async def world(database_url, tmp_path):
    async with a_world(database_url, tmp_path) as world:
        yield world


async def token_of(world, human):
    await human.says("/shifts ics")
    async with world.app.database.read() as tx:
        return await people.calendar_token(tx, human.person_id)


async def test_everybody_gets_their_own_shifts_and_no_cache_keeps_them(world):
    minh, ha = await world.member("Minh"), await world.member("Hà")
    watch = await a_watch(world)
    mine = await a_shift(world, watch, minh)
    await a_shift(world, watch, ha, post="backup")
    path = f"/calendar/{await token_of(world, minh)}.ics"
    async with a_server(world) as client:
        answer = await client.get(path)
        assert answer.status == 200
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert answer.headers["Cache-Control"] == "private, no-store"
        (event,) = Calendar.from_ical(await answer.read()).walk("VEVENT")
        assert str(event["uid"]) == f"shift-{mine.id}-{minh.user.id}@trucban"
        head = await client.head(path)
        assert (head.status, await head.read()) == (200, b"")


@pytest.mark.parametrize(
    "path",
    [f"{UNKNOWN}.ics", "short.ics", ".ics", f"{UNKNOWN}", "..%2Fhealthz.ics", "a%00b.ics"],
)
async def test_an_address_that_is_nobodys_is_not_found(world, path):
    await token_of(world, await world.member("Minh"))
    async with a_server(world) as client:
        assert (await client.get(f"/calendar/{path}")).status == 404
        assert (await client.post(f"/calendar/{UNKNOWN}.ics")).status == 405


async def test_reading_a_calendar_waits_for_no_writer(world):
    minh = await world.member("Minh")
    path = f"/calendar/{await token_of(world, minh)}.ics"
    async with a_server(world) as client, asyncio.timeout(20), world.app.database.begin():
        assert (await client.get(path)).status == 200


async def test_without_calendars_the_page_does_not_exist(world):
    web = Web("127.0.0.1:0", world.app.intake.take_in, world.app.health, "")
    port = await web.start()
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as client:
        assert (await client.get(f"/calendar/{UNKNOWN}.ics")).status == 404
    await web.stop()
