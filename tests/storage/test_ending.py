"""A watch that is called off costs as many statements however many shifts it has."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.catalog import load
from bot.domain.people import Person, Role
from bot.domain.roster import Shift, ShiftState
from bot.domain.team import Team
from bot.domain.watch import Plan, Seats, Watch, WatchState
from bot.domain.watch_words import read_hours
from bot.services import arming
from bot.services import watches as calling_off
from storage import due, people, shifts, watches
from tests.statements import noted

TEAM = Team(load(), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", None)
PLAN = Plan(seats=(Seats(post="primary"),), hours=read_hours("07:30-07:30"), two_deep=False)
DAY = timedelta(days=1)


@pytest.fixture
def statements():
    """What has been asked of the database so far."""
    with noted() as asked:
        yield asked


async def a_watch(database, days: int) -> tuple[Watch, Person]:
    async with database.begin() as tx:
        lead = await people.add(tx, Person(0, 700 + days, "Tùng", Role.LEAD))
        start = tx.now - DAY / 2
        new = Watch(0, f"Trực {days}", start, start + days * DAY, PLAN, WatchState.PUBLISHED)
        watch = await watches.get(tx, await watches.add(tx, new))
        for day in range(days):
            begins = start + day * DAY
            own = Shift(0, begins, begins + DAY, "primary", lead.id, watch.id)
            shift = await shifts.get(tx, await shifts.add(tx, own))
            await arming.arm_shift(tx, TEAM, shift)
        return watch, lead


async def cost_of(database, statements, days: int) -> int:
    watch, lead = await a_watch(database, days)
    async with database.begin() as tx:
        before = len(statements)
        await calling_off.cancel(tx, TEAM, lead, watch.id)
        cost = len(statements) - before
    async with database.read() as tx:
        states = [shift.state for shift in await shifts.of_watch(tx, watch.id)]
        assert states == [ShiftState.PLANNED, *[ShiftState.DRAFT] * (days - 1)]
        assert await due.subjects(tx, arming.LATE) == []
    return cost


async def test_forty_shifts_cost_as_many_statements_as_three(database, statements):
    few, many = [await cost_of(database, statements, days) for days in (3, 40)]
    assert many == few
    assert few < 40
