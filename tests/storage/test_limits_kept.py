"""Telegram's limits are kept across restarts, and whatever somebody does to the clock."""

from datetime import timedelta

import pytest
from telegram.error import RetryAfter

from bot.delivery.dispatcher import Dispatcher
from storage.tables import outbox
from tests.storage.posting import TEAM, queued, works

SECOND = timedelta(seconds=1)


async def test_what_telegram_asked_to_wait_for_is_kept_after_a_restart(
    database, hours, post, dispatcher
):
    post.trouble = [RetryAfter(9)]
    await queued(database, "one")
    await works(dispatcher)
    again = Dispatcher(database, TEAM, post)
    await again.recover()
    await queued(database, "page", kind="alarm")
    hours.now += 8 * SECOND
    await works(again)
    assert len(post.calls) == 1
    hours.now += SECOND
    await works(again)
    assert post.commands[1:] == ["page"]


async def test_what_was_sent_before_a_restart_counts_against_the_limits_after_it(
    database, post, dispatcher
):
    await queued(database, "one", "two", "three")
    await works(dispatcher)
    again = Dispatcher(database, TEAM, post)
    await again.recover()
    await queued(database, "four")
    await works(again)
    assert post.commands == ["one", "two", "three"]


@pytest.mark.parametrize("leap", [timedelta(hours=1), timedelta(hours=-1)])
@pytest.mark.parametrize("later", [1, 40])
async def test_a_clock_that_was_set_hides_nothing_from_the_limits_after_a_restart(
    database, hours, post, leap, later
):
    steady = hours.now - timedelta(days=9)
    dispatcher = Dispatcher(database, TEAM, post, steady=lambda: steady)
    await queued(database, *"abc")
    await works(dispatcher)
    hours.now += leap
    steady += later * SECOND
    again = Dispatcher(database, TEAM, post, steady=lambda: steady)
    await again.recover()
    await queued(database, "d")
    await works(again)
    assert post.commands == ["a", "b", "c", *("d" * (later > 1))]


async def test_after_the_machine_began_anew_the_other_clock_tells_what_was_sent(
    database, hours, post
):
    steady = hours.now
    dispatcher = Dispatcher(database, TEAM, post, steady=lambda: steady)
    await queued(database, *"abc")
    await works(dispatcher)
    hours.now += SECOND
    steady -= timedelta(days=1)
    again = Dispatcher(database, TEAM, post, steady=lambda: steady)
    await again.recover()
    await queued(database, "d")
    await works(again)
    assert post.commands == ["a", "b", "c"]


async def test_what_was_in_the_air_when_the_process_died_counts_too(database, post):
    await queued(database, *"abc")
    async with database.begin() as tx:
        await tx.run(outbox.update().values(state="claimed", attempts=1))
    again = Dispatcher(database, TEAM, post)
    await again.recover()
    await works(again)
    assert post.calls == []


async def test_limits_are_kept_by_a_clock_that_nobody_sets(database, hours, post):
    steady = hours.now
    dispatcher = Dispatcher(database, TEAM, post, steady=lambda: steady)
    await queued(database, *"abc")
    await works(dispatcher)
    for leap in (timedelta(hours=1), timedelta(hours=-2)):
        hours.now += leap
        await queued(database, "d")
        assert await works(dispatcher) > hours.now
        assert post.commands == ["a", "b", "c"]
    steady += 4 * SECOND
    await works(dispatcher)
    assert post.commands == ["a", "b", "c", "d", "d"]
