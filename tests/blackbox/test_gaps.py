"""A roster that lacks somebody: told to the leads once a day, and the place to be had."""

import pytest

from bot.domain.roster import ShiftState
from bot.domain.watch import Plan, Seats
from storage import people, watches
from storage.tables import shifts
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
from tests.swapping import HOUR, TAKE, logged, waits_for
from tests.watches import PLAN, a_shift, a_watch
from tests.world import START

DAY = 24 * HOUR
BARE = Plan(seats=(Seats(post="primary"),), hours=PLAN.hours, two_deep=False)


async def test_leads_hear_once_a_day_what_is_wrong_and_what_it_costs(world, minh, ha, tung):
    watch = await a_watch(world, start=morning(5), days=1)
    await a_shift(world, watch, minh)
    await world.passes(hours=6.1)  # 08:06
    (message,) = told(tung, "14 ngày tới")
    assert (
        "không có Trực dự phòng, Trực chỉ huy. Cảnh báo nghiêm trọng chỉ đến Trực ban"
        in message.text
    )
    assert "không có Trực ban, Trực dự phòng, Trực chỉ huy. Mọi cuộc gọi chỉ đến" in message.text
    assert "07:30" in message.text
    assert "07/09" in message.text
    minh.does_not_see("14 ngày tới")
    assert in_group(world, "14 ngày tới") == []
    await world.passes(hours=24)
    assert len(told(tung, "14 ngày tới")) == 2


async def test_a_roster_in_order_makes_no_message(world, minh, ha, tung):
    watch = await a_watch(world, start=morning(5), days=1, plan=BARE)
    await a_shift(world, watch, minh)
    await a_shift(world, watch, ha, after=12 * HOUR)
    before = len(tung.messages)
    await world.passes(hours=80)
    assert told(tung, "ngày tới") == []
    assert len(tung.messages) == before
    await tung.says("/gaps")
    tung.sees("đủ người, mọi người đều nhận được tin")


async def test_nothing_is_said_of_the_past_nor_beyond_the_days_looked_at(world, minh, tung):
    await a_watch(world, start=START - 3 * DAY, days=2, plan=BARE)
    await a_watch(world, start=morning(20), days=1, plan=BARE)
    await world.passes(hours=7)
    assert told(tung, "ngày tới") == []


async def test_without_any_roster_there_is_no_gap(world, tung):
    await world.passes(hours=31)
    assert told(tung, "ngày tới") == []


async def test_a_long_list_is_cut_and_counted(world, minh, tung):
    watch = await a_watch(world, start=morning(2), days=10, plan=BARE)
    for day in range(10):
        await a_shift(world, watch, minh, after=day * DAY, state=ShiftState.DECLINED)
    await world.passes(hours=7)
    (message,) = told(tung, "14 ngày tới")
    assert message.text.count("•") == 12
    assert "… và" in message.text
    assert len(message.buttons) <= 6


async def test_who_cannot_be_reached_has_not_confirmed_or_stands_twice_is_named(
    world, minh, ha, tung
):
    chi = await world.member("Chi", started=False)
    watch = await a_watch(world, start=morning(4), days=1)
    async with world.app.database.begin() as tx:
        await watches.change(tx, watch, published_at=START - 2 * DAY)
    await a_shift(world, watch, chi)
    await a_shift(world, watch, minh, after=12 * HOUR, state=ShiftState.PLANNED)
    await a_shift(world, watch, ha, post="backup", length=24 * HOUR)
    await a_shift(world, watch, ha, post="commander", length=24 * HOUR)
    await world.passes(hours=7)
    (message,) = told(tung, "14 ngày tới")
    assert "Bot không nhắn được cho Chi" in message.text
    assert "Minh chưa xác nhận 1 ca" in message.text
    assert "Hà có hai ca trùng giờ" in message.text


async def test_a_lead_can_have_some_days_of_quiet_and_others_still_hear(world, minh, tung):
    son = await world.member("Sơn", "lead")
    await a_watch(world, start=morning(6), days=1, plan=BARE)
    await world.passes(hours=7)
    toast = await tung.presses("Tắt đến 08:00 ICT ngày 04/09")
    assert "tạm ngừng đến" in toast.text
    await world.passes(hours=24)
    assert (len(told(tung, "14 ngày tới")), len(told(son, "14 ngày tới"))) == (1, 2)
    await world.passes(hours=24)
    assert (len(told(tung, "14 ngày tới")), len(told(son, "14 ngày tới"))) == (2, 3)
    await tung.says("/gaps mute 8/9")
    tung.sees("tạm ngừng đến 08:00 ICT ngày 08/09")
    await world.passes(hours=48)
    assert len(told(tung, "14 ngày tới")) == 2


@pytest.mark.parametrize("words", ["1/9/2027", "1/10", "mãi mãi"])
async def test_nobody_is_left_in_peace_for_ever(world, tung, words):
    await a_watch(world, start=morning(6), days=1, plan=BARE)
    await tung.says(f"/gaps mute {words}")
    assert await waits_for(world, "muted") == set()


async def test_the_first_of_those_asked_has_the_empty_place(world, minh, ha, tung):
    watch = await a_watch(world, start=morning(5), days=1, plan=BARE)
    await a_shift(world, watch, tung, after=12 * HOUR)
    await world.passes(hours=7)
    toast = await tung.presses("Tìm Trực ban")
    assert "Đã hỏi 2 người" in toast.text
    for asked in (minh, ha):
        asked.sees("Cần người trực: Trực ban", "07/09", with_button=TAKE)
    world.group_sees("Cần người trực: Trực ban", with_button=TAKE)
    await ha.presses(TAKE)
    world.group_sees("Hà nhận ca còn trống", "Trực ban: Hà")
    late = await minh.presses(TAKE)
    assert "đã có người nhận" in late.text
    assert len(await world.rows(shifts)) == 2
    assert await logged(world) == ["opening-asked", "opening-filled"]
    await world.passes(hours=24)
    assert len(told(tung, "14 ngày tới")) == 1


async def test_a_place_is_not_for_who_stands_elsewhere_then(world, minh, ha, tung):
    watch = await a_watch(world, start=morning(5), days=1)
    await a_shift(world, watch, minh)
    await tung.says("/gaps seek 1")
    tung.sees("Đã hỏi 1 người")
    minh.does_not_see("Cần người trực")
    await minh.says("/gaps take 1")
    minh.sees("đã có ca trùng giờ")
    assert len(await world.rows(shifts)) == 1


async def test_a_lead_looks_for_a_stand_in_for_who_cannot_be_reached(world, minh, ha, tung):
    chi = await world.member("Chi", started=False)
    watch = await a_watch(world, start=morning(5), days=1, plan=BARE)
    await a_shift(world, watch, chi)
    await a_shift(world, watch, ha, after=12 * HOUR)
    await world.passes(hours=7)
    await tung.presses("Tìm người thay")
    minh.sees("Chi nhờ trực thay", with_button=TAKE)
    again = await tung.presses("Tìm người thay")
    assert "đang được tìm người thay rồi" in again.text


async def test_a_normal_roster_that_ends_is_told_and_one_that_is_not_kept_is_not(world, minh, tung):
    await world.on_duty(minh, hours=60)
    await plans(world)
    await world.passes(hours=7)
    (message,) = told(tung, "14 ngày tới")
    assert "không có Trực ban. Mọi cuộc gọi chỉ đến chỉ huy Đội" in message.text
    await world.passes(hours=53.1)
    assert len(told(tung, "Lúc này đang trống")) == 1
    await world.passes(hours=30)
    assert len(told(tung, "Lúc này đang trống")) == 1
    assert len(told(tung, "14 ngày tới")) == 3


async def test_only_leads_look_mute_and_know(world, minh, tung):
    await a_watch(world, start=morning(5), days=1, plan=BARE)
    for words in ("seek 1", "mute 5/9", "known"):
        await minh.says(f"/gaps {words}")
        minh.sees("chỉ dành cho")
    await tung.says("/gaps known")
    tung.sees("đã có người, hoặc đã có chỉ huy biết")


async def test_a_place_left_by_who_is_gone_changes_hands_and_is_not_doubled(world, minh, ha, tung):
    watch = await a_watch(world, start=morning(5), days=1, plan=BARE)
    await a_shift(world, watch, minh)
    await a_shift(world, watch, tung, after=12 * HOUR)
    async with world.app.database.begin() as tx:
        await people.change(tx, minh.person_id, active=False)
    await ha.says("/gaps take 1")
    ha.sees("Ca này là của bạn")
    rows = await world.rows(shifts)
    assert [row["person_id"] for row in rows] == [ha.person_id, tung.person_id]
