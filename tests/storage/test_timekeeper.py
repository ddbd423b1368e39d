"""When the machine's clock is set back, a page comes as long after its cause as was promised."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.catalog import load
from bot.domain.team import Team
from bot.services import arming, paging
from bot.timekeeper import Timekeeper
from storage import due
from storage.due import Due

TEAM = Team(load(), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", None)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


class Steady:
    """A clock that nobody sets."""

    def __init__(self, start):
        self.now = start


@pytest.fixture
async def kept(database, hours):
    """A timekeeper that has turned once, what has happened, and both its clocks."""
    happened = []

    async def happen(tx, team, subject_id, params):
        happened.append((subject_id, tx.now))

    steady = Steady(hours.now)
    kinds = {paging.LADDER: happen, arming.NOTICE: happen}
    keeper = Timekeeper(database, TEAM, kinds, lambda: steady.now)
    async with database.begin() as tx:
        await due.schedule(tx, Due(paging.LADDER, 1, hours.now + 5 * MINUTE))
        await due.schedule(tx, Due(arming.NOTICE, 2, hours.now + 5 * MINUTE))
    await keeper.step()
    return keeper, happened, steady


async def passes(hours, steady, keeper, real, *, seen):
    hours.now += seen
    steady.now += real
    return await keeper.step()


async def test_the_next_step_of_a_ladder_is_not_put_off_by_a_clock_set_back(kept, hours):
    keeper, happened, steady = kept
    await passes(hours, steady, keeper, MINUTE, seen=MINUTE - HOUR)
    assert happened == []
    await passes(hours, steady, keeper, 4 * MINUTE, seen=4 * MINUTE)
    assert [subject for subject, _ in happened] == [1]


async def test_what_happens_at_a_time_of_day_waits_for_that_time(kept, hours):
    keeper, happened, steady = kept
    next_at = await passes(hours, steady, keeper, 5 * MINUTE, seen=5 * MINUTE - HOUR)
    assert [subject for subject, _ in happened] == [1]
    assert next_at == hours.now + HOUR


@pytest.mark.parametrize("correction", [timedelta(seconds=-4), timedelta(0), 2 * MINUTE])
async def test_small_corrections_and_a_clock_set_forward_move_nothing(kept, hours, correction):
    keeper, happened, steady = kept
    next_at = hours.now + 5 * MINUTE
    assert await passes(hours, steady, keeper, MINUTE, seen=MINUTE + correction) == next_at
    assert happened == []
