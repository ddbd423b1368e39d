"""A gap in the roster is told aloud as it nears, as it begins and while it goes on."""

import pytest

from bot.domain.watch import Plan, Seats
from storage.tables import outbox, shifts
from tests.gap_days import (  # noqa: F401 fixtures are asked for by name
    in_group,
    morning,
    plans,
    told,
    tung_there,
)
from tests.members import (  # noqa: F401 fixtures are asked for by name
    ha_there,
    minh_there,
)
from tests.swapping import HOUR, logged, with_policy
from tests.watches import PLAN, a_shift, a_watch
from tests.world import START

DAY = 24 * HOUR
BARE = Plan(seats=(Seats(post="primary"),), hours=PLAN.hours, two_deep=False)


async def test_a_gap_is_told_aloud_as_it_nears_and_to_the_group_at_last(world, minh, ha, tung):
    watch = await a_watch(world, start=morning(3), days=1, plan=BARE)
    await a_shift(world, watch, ha, after=12 * HOUR)
    await plans(world)
    await world.passes(hours=29)
    assert told(tung, "Ca trực sắp đến") == []
    await world.passes(hours=0.6)  # 07:36, 48 hours before
    assert len(told(tung, "Ca trực sắp đến", "không có Trực ban")) == 1
    await world.passes(hours=24)
    assert len(told(tung, "Ca trực sắp đến")) == 2
    assert in_group(world, "sắp bắt đầu") == []
    await world.passes(hours=22)
    assert len(told(tung, "Ca trực sắp đến")) == 3
    assert len(in_group(world, "sắp bắt đầu", "không có Trực ban", "/gaps")) == 1
    loud = [row for row in await world.rows(outbox) if row["params"].get("text") == "gap-nears"]
    assert {row["kind"] for row in loud} == {"alarm"}
    assert told(minh, "sắp đến") == []


async def test_what_begins_is_an_alarm_to_leads_and_group_every_hour_until_somebody_knows(
    world, minh, ha, tung
):
    son = await world.member("Sơn", "lead")
    watch = await a_watch(world, start=morning(1), days=1, plan=BARE)
    await a_shift(world, watch, ha, after=12 * HOUR)
    await plans(world)
    await world.passes(hours=29.6)
    assert len(told(tung, "Lúc này đang trống")) == 1
    assert len(in_group(world, "Lúc này đang trống", "không có Trực ban")) == 1
    await world.passes(hours=2)
    assert len(told(tung, "Lúc này đang trống")) == 3
    toast = await tung.presses("Đã biết")
    assert "không nhắc lại" in toast.text
    son.sees("Tùng đã biết")
    again = await son.presses("Đã biết")
    assert "đã có chỉ huy biết" in again.text
    await world.passes(hours=4)
    assert len(told(tung, "Lúc này đang trống")) == 3
    assert [kind for kind in await logged(world) if "gap" in kind] == ["gap-began", "gap-known"]


async def test_a_gap_that_goes_on_begins_only_once_whoever_else_comes_or_goes(
    world, minh, ha, tung
):
    watch = await a_watch(world, start=morning(1), days=1)
    await a_shift(world, watch, minh, post="commander", length=24 * HOUR)
    await a_shift(world, watch, ha, post="backup")
    await plans(world)
    await world.passes(hours=29.6)
    assert len(told(tung, "Lúc này đang trống", "Trực ban")) == 1
    await tung.presses("Đã biết")
    await world.passes(hours=12)
    (again,) = told(tung, "Lúc này đang trống")[1:]
    assert "không có Trực dự phòng." in again.text
    assert [kind for kind in await logged(world) if kind == "gap-began"] == ["gap-began"] * 2


@pytest.mark.both_databases
async def test_once_somebody_is_there_no_more_is_said(world, minh, ha, tung):
    watch = await a_watch(world, start=morning(1), days=1, plan=BARE)
    await a_shift(world, watch, ha, after=12 * HOUR)
    await plans(world)
    await world.passes(hours=30)
    assert len(told(tung, "Lúc này đang trống")) == 1
    await minh.says("/gaps")
    minh.sees("Ca còn trống: 1", "Trực ban")
    await minh.says("/gaps take 1")
    minh.sees("Ca này là của bạn")
    await world.passes(hours=3)
    assert len(told(tung, "Lúc này đang trống")) == 1
    world.group_sees("Minh nhận ca còn trống", "Lịch trực bây giờ")
    row = next(r for r in await world.rows(shifts) if r["person_id"] == minh.person_id)
    assert row["start_at"] == START + 30 * HOUR
    assert row["end_at"] == watch.start + 12 * HOUR
    assert row["state"] == "confirmed"


async def test_a_late_clock_says_it_once(world, minh, ha, tung):
    watch = await a_watch(world, start=morning(3), days=1, plan=BARE)
    await a_shift(world, watch, ha, after=12 * HOUR)
    await plans(world)
    world.hand.advance(70 * 3600)
    await world.settles()
    assert len(told(tung, "Ca trực sắp đến")) == 1


async def test_the_lengths_are_the_teams_own(world, minh, ha, tung):
    with_policy(world, loud=(6 * HOUR,), gap_repeat=3 * HOUR)
    watch = await a_watch(world, start=morning(1), days=1, plan=BARE)
    await a_shift(world, watch, ha, after=12 * HOUR)
    await plans(world)
    await world.passes(hours=23.6)
    assert len(told(tung, "Ca trực sắp đến")) == 1
    assert len(in_group(world, "sắp bắt đầu")) == 1
    await world.passes(hours=8)
    assert len(told(tung, "Lúc này đang trống")) == 1
    await world.passes(hours=1.1)
    assert len(told(tung, "Lúc này đang trống")) == 2
