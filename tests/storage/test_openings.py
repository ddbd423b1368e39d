"""An empty place that two people press at the same moment: one has it, on either database."""

import asyncio
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.catalog import load
from bot.domain.errors import Refused
from bot.domain.people import Person, Role
from bot.domain.team import Team
from bot.domain.watch import Plan, Seats, Watch, WatchState
from bot.domain.watch_words import read_hours
from bot.services import openings
from storage import people, shifts, watches
from storage.database import Database

TEAM = Team(load(), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", None)
PLAN = Plan(seats=(Seats(post="primary"),), hours=read_hours("07:30-07:30"), two_deep=False)


@pytest.fixture
async def second(database_url, hours):
    """Another writer on the same database, as after a failed take-over."""
    opened = Database(database_url, lambda: hours.now)
    await opened.open(alone=False)
    yield opened
    await opened.close()


@pytest.fixture
async def watch(database):
    async with database.begin() as tx:
        start = tx.now + timedelta(days=2)
        new = Watch(0, "Trực", start, start + timedelta(days=1), PLAN, WatchState.PUBLISHED)
        return await watches.get(tx, await watches.add(tx, new))


@pytest.fixture
async def both(database):
    async with database.begin() as tx:
        return [
            await people.add(tx, Person(0, number, f"Người {number}", Role.RESPONDER))
            for number in (701, 702)
        ]


async def fills(database, watch, person, meet):
    """Look which place is empty, wait until the other has looked too, and fill it."""
    async with database.read() as tx:
        place = (await openings.ahead(tx, TEAM))[0]
    await meet.wait()
    async with database.begin() as tx:
        await openings.fill(tx, TEAM, place, person, by=person)


async def test_of_two_who_fill_a_place_at_once_one_is_refused(database, second, watch, both):
    meet = asyncio.Barrier(2)
    ways = zip((database, second), both, strict=True)
    done = await asyncio.gather(
        *(fills(way, watch, person, meet) for way, person in ways), return_exceptions=True
    )
    refused = [one for one in done if one is not None]
    assert [getattr(one, "text_id", one) for one in refused] == ["refused-opening-gone"]
    assert isinstance(refused[0], Refused)
    async with database.read() as tx:
        assert len(await shifts.of_watch(tx, watch.id)) == 1


async def test_a_watch_that_is_over_holds_nobody(database, watch):
    async with database.begin() as tx:
        assert await watches.hold(tx, watch.id)
        await watches.change(tx, watch, state=WatchState.CANCELLED.value)
        assert not await watches.hold(tx, watch.id)
