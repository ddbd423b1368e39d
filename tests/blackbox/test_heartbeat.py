"""The outside watch hears a ping a minute while all is well, and nothing when it is not."""

import sqlite3
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from unittest.mock import AsyncMock

import pytest
from aiohttp import web

from storage import due
from storage.due import Due
from tests.world import a_world

PLACE = "/ping/a-secret-place"


class Watch:
    """Somebody else's machine that counts the pings it gets."""

    def __init__(self):
        self.asked = []
        self.status = 200
        self.port = 0

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}{PLACE}"

    async def answer(self, request):
        self.asked.append(request.raw_path)
        return web.Response(status=self.status)


@asynccontextmanager
async def listening(watch):
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", watch.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    watch.port = runner.addresses[0][1]
    try:
        yield
    finally:
        await runner.cleanup()


@pytest.fixture
async def watch(caplog):
    caplog.set_level("INFO")
    watch = Watch()
    async with listening(watch):
        yield watch


@pytest.fixture
async def world(database_url, tmp_path, watch):
    async with a_world(database_url, tmp_path, heartbeat_url=watch.url) as world:
        yield world


def heart(world):
    return world.app.heartbeat


async def goes_on(world, minutes):
    """Let the loops work and the heartbeat beat, a few seconds at a time."""
    for _ in range(minutes * 6):
        world.hand.advance(10)
        await world.breathes()
        await heart(world).step()


def noted(caplog):
    """Return what the heartbeat has logged, with its reasons."""
    own = [r for r in caplog.records if r.name == "bot.health.heartbeat"]
    return [(record.message, getattr(record, "reason", "")) for record in own]


async def fails_for_ever(world):
    """Write down something that can never happen."""
    async with world.app.database.begin() as tx:
        await due.schedule(tx, Due("nonsense", 1, tx.now))


async def test_while_all_is_well_there_is_a_ping_a_minute(world, watch):
    await heart(world).step()
    assert watch.asked == [PLACE]
    await goes_on(world, 5)
    assert watch.asked == [PLACE] * 6
    assert world.clock.now() - heart(world).pinged_at < timedelta(minutes=1)


async def test_a_due_row_that_is_stuck_silences_it_until_it_is_gone(world, watch, caplog):
    await fails_for_ever(world)
    await goes_on(world, 1)
    assert watch.asked == [PLACE]
    await goes_on(world, 5)
    assert watch.asked == [PLACE]
    async with world.app.database.begin() as tx:
        await due.drop(tx, "nonsense", 1)
    await goes_on(world, 1)
    assert watch.asked == [PLACE] * 2
    assert noted(caplog) == [("heartbeat-missed", "withheld: due-late"), ("heartbeat-back", "")]


async def test_telegram_being_away_silences_it_until_it_is_back(world, watch):
    await goes_on(world, 1)
    world.playground.down()
    await goes_on(world, 2)
    heard = len(watch.asked)
    await goes_on(world, 10)
    assert len(watch.asked) == heard
    world.playground.up()
    await goes_on(world, 2)
    assert len(watch.asked) > heard


async def test_what_nobody_can_write_down_silences_it_until_it_is_written(
    world, watch, caplog, monkeypatch
):
    lan = await world.member("Lan", "citizen")
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    with monkeypatch.context() as patch:
        patch.setattr(world.app.desk, "handle", AsyncMock(side_effect=full))
        world.playground.people.say(lan.user, world.bot, "/help")
        for _ in range(3 * 6):
            world.hand.advance(10)
            with suppress(sqlite3.OperationalError):
                await world.app.intake.step()
            await heart(world).step()
    assert len(watch.asked) == 1
    said = await world.app.health()
    assert (said["why"], said["updates_seconds"]) == (["updates-unkept"], 0)
    await goes_on(world, 1)
    assert len(watch.asked) == 2
    assert (await world.app.health())["updates_unkept_since"] is None
    missed = ("heartbeat-missed", "withheld: updates-unkept")
    assert noted(caplog) == [missed, ("heartbeat-back", "")]


async def test_a_page_that_cannot_be_sent_silences_it(world, watch):
    minh, lan = await world.member("Minh"), await world.member("Lan", "citizen")
    await world.on_duty(minh)
    trouble = world.playground.fail("sendMessage", chat=minh.user.id, status=502, times=None)
    await world.receives(lan)
    await goes_on(world, 2)
    heard = len(watch.asked)
    await goes_on(world, 3)
    assert len(watch.asked) == heard
    world.playground.faults.lift(trouble)
    await goes_on(world, 2)
    assert len(watch.asked) > heard


async def test_an_answer_that_waits_does_not_silence_it(world, watch):
    lan = await world.member("Lan", "citizen")
    world.playground.fail("sendMessage", chat=lan.user.id, status=502, times=None)
    world.playground.people.say(lan.user, world.bot, "/help")
    await goes_on(world, 4)
    assert len(watch.asked) == 4


@pytest.mark.parametrize(("status", "said"), [(404, "HTTP 404"), (500, "HTTP 500")])
async def test_a_refused_ping_is_told_once_without_its_address(world, watch, caplog, status, said):
    watch.status = status
    await goes_on(world, 4)
    watch.status = 204
    await goes_on(world, 2)
    assert noted(caplog) == [("heartbeat-missed", said), ("heartbeat-back", "")]
    assert "a-secret-place" not in caplog.text


async def test_nobody_there_stops_nothing(database_url, tmp_path, caplog):
    gone = Watch()
    async with listening(gone):
        pass
    async with a_world(database_url, tmp_path, heartbeat_url=gone.url) as world:
        await goes_on(world, 3)
        assert heart(world).pinged_at is None
    (reason,) = [reason for _, reason in noted(caplog)]
    assert reason.startswith("Connect")


async def test_it_goes_through_the_proxy_if_there_is_one(database_url, tmp_path, watch):
    proxy = f"http://127.0.0.1:{watch.port}"
    there = "http://watch.example/abc"
    async with a_world(database_url, tmp_path, heartbeat_url=there, proxy=proxy) as world:
        await heart(world).step()
    assert watch.asked == [there]


async def test_a_clock_set_back_does_not_make_it_pause(world, watch):
    await heart(world).step()
    world.hand.advance(-3600)
    await heart(world).step()
    assert len(watch.asked) == 2


async def test_without_an_address_nobody_is_pinged(database_url, tmp_path):
    async with a_world(database_url, tmp_path) as world:
        assert world.app.heartbeat is None
