"""A roster that lacks somebody: told once a day, aloud as it nears, and an alarm when it is so."""

import pytest

from bot.domain.roster import ShiftState
from bot.domain.watch import Plan, Seats
from bot.services import gaps
from storage import people, watches
from storage.tables import outbox, shifts
from tests.swapping import HOUR, TAKE, logged, waits_for, with_policy
from tests.watches import PLAN, a_shift, a_watch
from tests.world import START

DAY = 24 * HOUR
BARE = Plan(seats=(Seats(post="primary"),), hours=PLAN.hours, two_deep=False)


@pytest.fixture
async def minh(world):
    return await world.member("Minh")


@pytest.fixture
async def ha(world):
    return await world.member("Hà")


@pytest.fixture
async def tung(world):
    return await world.member("Tùng", "lead")


def morning(days):
    """Return 07:30 so many days from now, when watches begin."""
    return START + days * DAY + 5.5 * HOUR


def told(human, *parts):
    return [m for m in human.messages if all(part in m.text for part in parts)]


def in_group(world, *parts):
    return [m for m in world.in_group() if all(part in m.text for part in parts)]


async def plans(world):
    """Let the clocks be set as they are when a roster has changed."""
    async with world.app.database.begin() as tx:
        await gaps.replan(tx, world.app.team)


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
