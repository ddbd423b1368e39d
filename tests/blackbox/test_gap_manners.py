"""What leads hear of gaps: once, together on the last day, and at the very instant it is so."""

from datetime import timedelta

from bot.domain.roster import Shift, ShiftState
from bot.services import gaps
from storage import shifts, watches
from tests.rosters import a_plan
from tests.swapping import HOUR
from tests.watches import a_shift, a_watch
from tests.world import START

BARE = a_plan("primary")
PLANNED = ShiftState.PLANNED


def told(human, *parts):
    return [m for m in human.messages if all(part in (m.text or "") for part in parts)]


async def published(world, watch):
    """Let a watch have been published so long ago that everybody should have answered."""
    async with world.app.database.begin() as tx:
        await watches.change(tx, watch, published_at=START - 48 * HOUR)


async def plans(world):
    async with world.app.database.begin() as tx:
        await gaps.replan(tx, world.app.team)


async def test_the_last_day_before_a_watch_is_one_message_to_each_lead(world, minh, ha, tung):
    watch = await a_watch(world, start=START + 78 * HOUR, days=2, plan=BARE)
    await published(world, watch)
    await a_shift(world, watch, minh, after=12 * HOUR, state=PLANNED)
    await a_shift(world, watch, ha, after=24 * HOUR, state=ShiftState.DECLINED)
    await a_shift(world, watch, ha, after=36 * HOUR, state=PLANNED)
    await plans(world)
    await world.passes(hours=53)
    before = len(told(tung, "Ca trực sắp đến"))
    await world.passes(hours=1.1)  # a day before
    (said,) = told(tung, "Ca trực sắp đến")[before:]
    assert "không có Trực ban" in said.text
    assert "Minh chưa xác nhận" in said.text
    assert "Hà chưa xác nhận" in said.text
    await world.passes(hours=10)
    assert len(told(tung, "Ca trực sắp đến")) == before + 1


async def test_what_only_waits_for_answers_makes_no_noise(world, tung):
    minh = await world.member("Minh")
    watch = await a_watch(world, start=START + 48 * HOUR, days=1, plan=BARE)
    await published(world, watch)
    await a_shift(world, watch, minh, length=timedelta(days=1), state=PLANNED)
    await plans(world)
    await world.passes(hours=25)
    (said,) = told(tung, "Đợt trực sắp bắt đầu")
    assert "Minh chưa xác nhận 1 ca" in said.text
    assert told(tung, "Ca trực sắp đến") == []


async def test_a_gap_that_begins_this_very_instant_is_said_at_once(world, tung):
    minh = await world.member("Minh")
    await world.on_duty(minh, hours=2)
    world.hand.advance(2 * 3600)
    await plans(world)
    await world.settles()
    assert len(told(tung, "Lúc này đang trống", "không có Trực ban")) == 1
    await plans(world)
    await world.settles()
    assert len(told(tung, "Lúc này đang trống")) == 1


async def test_who_leaves_in_the_middle_of_a_normal_shift_leaves_a_gap_that_is_said(world, tung):
    minh = await world.member("Minh")
    await world.on_duty(minh, hours=10)
    async with world.app.database.begin() as tx:
        later = START + 10 * HOUR, START + 20 * HOUR
        await shifts.add(tx, Shift(0, *later, "primary", tung.person_id))
    await world.passes(hours=1)
    await tung.says("/people off Minh")
    await tung.presses("Đúng")
    assert len(told(tung, "Lúc này đang trống", "không có Trực ban")) == 1
    world.group_sees("Lúc này đang trống")
