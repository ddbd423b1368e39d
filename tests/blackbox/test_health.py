"""What /healthz says of messages that wait: a page not sent for a minute is an alarm."""

from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.web import Web

FIRST, SECOND = "SC-2026-0001", "SC-2026-0002"


@pytest.fixture
async def lan(world):
    return await world.member("Lan", "citizen")


@asynccontextmanager
async def health_of(world):
    """Give a way to ask for the health page over loopback: (status, what it says)."""
    web = Web("127.0.0.1:0", world.app.intake.take_in, world.app.health, "")
    port = await web.start()

    async def ask():
        async with client.get("/healthz") as answer:
            return answer.status, await answer.json()

    try:
        async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as client:
            yield ask
    finally:
        await web.stop()


async def goes_on(world, seconds):
    """Let the loops work through some seconds, a few at a time."""
    for _ in range(seconds // 3):
        world.hand.advance(3)
        await world.breathes()


def reaches_nobody(world, human):
    """Let Telegram answer with errors whatever is sent to one person, until that is lifted."""
    return world.playground.fail("sendMessage", chat=human.user.id, status=502, times=None)


@pytest.mark.both_databases
async def test_a_page_that_waits_for_a_minute_is_an_alarm_until_it_is_sent(world, minh, lan):
    trouble = reaches_nobody(world, minh)
    await world.receives(lan)
    await world.breathes()
    async with health_of(world) as ask:
        await goes_on(world, 57)
        status, said = await ask()
        assert (status, said["ok"], round(said["late_seconds"])) == (200, True, 57)
        await goes_on(world, 6)
        status, said = await ask()
        assert (status, said["ok"], round(said["late_seconds"])) == (503, False, 63)
        world.playground.faults.lift(trouble)
        await goes_on(world, 33)
        minh.sees(FIRST, with_button="Tôi nhận")
        status, said = await ask()
        assert (status, said["ok"], said["late_seconds"]) == (200, True, 0)


async def test_the_oldest_page_counts_whatever_is_sent_after_it(world, minh, lan):
    reaches_nobody(world, minh)
    await world.receives(lan)
    await world.breathes()
    await goes_on(world, 30)
    ha = await world.member("Hà", started=False)
    world.playground.people.start(ha.user, world.bot, "")
    await world.on_duty(ha)
    await world.receives(lan)
    await goes_on(world, 33)
    ha.sees(SECOND, with_button="Tôi nhận")
    async with health_of(world) as ask:
        status, said = await ask()
        assert (status, round(said["late_seconds"])) == (503, 63)


async def test_a_page_that_nobody_needs_any_more_is_no_alarm(world, minh, tung, lan):
    reaches_nobody(world, minh)
    await world.receives(lan)
    await world.breathes()
    await goes_on(world, 63)
    async with health_of(world) as ask:
        assert (await ask())[0] == 503
        world.playground.people.say(tung.user, world.bot, f"/ack {FIRST}")
        await goes_on(world, 33)
        assert (await ask())[0] == 200
    minh.does_not_see(FIRST)


async def test_an_answer_that_waits_however_long_is_no_alarm(world, lan):
    trouble = reaches_nobody(world, lan)
    world.playground.people.say(lan.user, world.bot, "/help")
    await goes_on(world, 300)
    lan.does_not_see("/report")
    async with health_of(world) as ask:
        status, said = await ask()
        assert (status, said["late_seconds"]) == (200, 0)
    world.playground.faults.lift(trouble)
    await goes_on(world, 33)
    lan.sees("/report")
