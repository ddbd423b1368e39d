"""When nothing has changed for a moment the database is tidied up, once."""

import sqlite3
from datetime import timedelta
from unittest.mock import AsyncMock

import pytest

from bot.quiet import QUIET, TRIED_AGAIN, Tidying
from storage.updates import mark_seen

MOMENT = timedelta(milliseconds=1)


@pytest.fixture
def tidied(database, monkeypatch):
    store = AsyncMock()
    monkeypatch.setattr(database._store, "tidy", store)
    return store


async def changes(database, number):
    async with database.begin() as tx:
        await mark_seen(tx, number)


async def test_it_waits_until_nobody_has_changed_anything_for_a_moment(database, hours, tidied):
    tidying = Tidying(database)
    assert await tidying.step() is None
    await changes(database, 1)
    assert tidying.woken.is_set()
    assert await tidying.step() == hours.now + QUIET
    hours.now += QUIET - MOMENT
    await changes(database, 2)
    assert await tidying.step() == hours.now + QUIET
    assert tidied.await_count == 0
    hours.now += QUIET
    assert await tidying.step() is None
    assert await tidying.step() is None
    assert tidied.await_count == 1


async def test_only_the_first_change_after_it_wakes_it(database, hours, tidied):
    tidying = Tidying(database)
    await changes(database, 1)
    tidying.woken.clear()
    await changes(database, 2)
    assert not tidying.woken.is_set()
    hours.now += QUIET
    await tidying.step()
    await changes(database, 3)
    assert tidying.woken.is_set()


async def test_what_fails_is_told_in_a_line_and_done_some_time_later(
    database, hours, tidied, caplog
):
    """With a full disk it failed every second, each time with a traceback in the log."""
    tidying = Tidying(database)
    await changes(database, 1)
    hours.now += QUIET
    tidied.side_effect = sqlite3.OperationalError("disk I/O error")
    assert await tidying.step() == hours.now + TRIED_AGAIN
    (told,) = caplog.records
    assert (told.message, told.error, told.exc_info) == ("tidying-failed", "disk I/O error", None)
    tidying.woken.clear()
    await changes(database, 2)
    assert not tidying.woken.is_set()
    hours.now += TRIED_AGAIN
    tidied.side_effect = None
    assert await tidying.step() is None
    assert tidied.await_count == 2


async def test_a_clock_that_is_set_back_does_not_put_it_off(database, hours, tidied):
    tidying = Tidying(database)
    await changes(database, 1)
    hours.now -= timedelta(hours=1)
    await tidying.step()
    assert tidied.await_count == 1
