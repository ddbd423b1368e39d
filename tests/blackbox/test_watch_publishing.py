"""A draft becomes a roster that counts: its people are asked, the group sees it, it may end."""

from datetime import date, timedelta

import pytest

from bot.domain.roster import ShiftState
from bot.domain.watch import WatchState
from storage import people
from storage.tables import due_rows
from storage.watch_tables import watch_log
from tests.drafts import NAME, a_draft, is_filled, of_watches, state_of, states
from tests.watches import PLAN, a_watch

TODAY = date(2026, 9, 2)


async def due_of_watches(world) -> list[str]:
    """Return what still waits for its hour because of a watch."""
    kinds = ("shift-", "handover", "test-pages", "confirm-late")
    return sorted(
        row["kind"]
        for row in await world.rows(due_rows)
        if row["state"] == "waiting" and row["kind"].startswith(kinds)
    )


@pytest.fixture
async def full(world, minh, ha):
    """A draft without an empty place."""
    watch = await a_draft(world)
    await is_filled(world, watch, minh, ha)
    return watch


async def test_a_full_draft_is_published_at_one_press(world, tung, minh, ha, full):
    await tung.says("/watch 1")
    assert "Đã công bố" in (await tung.presses("Công bố")).text
    assert await state_of(world, full) is WatchState.PUBLISHED
    tung.sees(NAME, "đã công bố", "chưa trả lời 8")
    minh.sees(f"Ca trực của bạn: {NAME}", "Thứ Năm 10/09 07:30-19:30, Trực ban")
    assert {row["state"] for row in await of_watches(world)} == {ShiftState.PLANNED}
    pictures = [message for message in world.in_group() if "photo" in message.content]
    assert pictures
    assert pictures[0].id in world.group.pinned
    assert "watch-published" in [row["kind"] for row in await world.rows(watch_log)]
    assert await due_of_watches(world)


async def test_empty_places_are_brought_up_once(world, tung, minh):
    watch = await a_draft(world)
    await is_filled(world, watch, minh, None)
    await tung.says("/watch 1")
    await tung.presses("Công bố")
    tung.sees("còn 4 chỗ trống, vẫn công bố?", "Trực dự phòng")
    assert await state_of(world, watch) is WatchState.DRAFT
    minh.does_not_see(NAME)
    await tung.presses("Vẫn công bố")
    assert await state_of(world, watch) is WatchState.PUBLISHED
    minh.sees(NAME)


async def test_who_cannot_be_reached_is_named_before_a_full_draft_is_published(
    world, tung, minh, full
):
    async with world.app.database.begin() as tx:
        await people.lose(tx, minh.person_id)
    await tung.says("/watch 1")
    await tung.presses("Công bố")
    tung.sees("đủ người, vẫn công bố?", "Bot không gọi được: Minh")
    assert await state_of(world, full) is WatchState.DRAFT
    await tung.presses("Vẫn công bố")
    assert await state_of(world, full) is WatchState.PUBLISHED


async def test_an_empty_place_of_a_published_watch_is_filled_at_once(world, tung, minh, ha):
    watch = await a_draft(world)
    await is_filled(world, watch, minh, None)
    await tung.says("/watch sure 1")
    ha.does_not_see(NAME)
    await tung.says("/watch put 10/9 07:30 dự phòng Hà")
    tung.sees("Trực dự phòng: Hà", "Còn trống 3")
    ha.sees(NAME, with_button="Xác nhận")
    assert await states(world, ha) == [ShiftState.PLANNED]
    await tung.says("/watch clear 10/9 07:30 dự phòng")
    tung.sees("không để trống được")


async def test_a_published_shift_goes_to_somebody_else_by_hand(world, tung, minh, ha, full):
    await tung.says("/watch publish")
    await tung.says("/watch put 10/9 07:30 trực ban Tùng")
    assert len(await states(world, minh)) == 3
    assert len(await states(world, tung)) == 1


async def test_by_hand_somebody_gets_a_second_post_only_with_a_mark_behind_the_name(
    world, tung, minh, ha, full
):
    await tung.says("/watch publish")
    await tung.says("/watch put 10/9 07:30 trực ban Hà")
    tung.sees("/watch put", "dấu ! sau tên")
    assert len(await states(world, ha)) == 4
    await tung.says("/watch put 10/9 07:30 trực ban Hà !")
    assert len(await states(world, ha)) == 5
    assert len(await states(world, minh)) == 3


async def test_an_empty_draft_is_not_published_at_all(world, tung):
    watch = await a_draft(world)
    await tung.says("/watch sure 1")
    tung.sees("Chưa xếp ai cả")
    assert await state_of(world, watch) is WatchState.DRAFT


async def test_a_second_press_does_nothing_more(world, tung, minh, full):
    await tung.says("/watch 1")
    page = tung.messages[-1]
    await tung.presses("Công bố", on=page)
    seen = len(minh.messages)
    await tung.says("/watch publish 1")
    tung.sees("không còn là bản nháp")
    assert len(minh.messages) == seen


async def test_two_watches_do_not_hold_the_same_posts_at_once(world, tung, minh, full):
    await a_watch(world, start=full.start - timedelta(days=1), name="Trực tuần")
    await tung.says(f"/watch publish {full.id}")
    tung.sees("Trùng thời gian", "Trực tuần", "Trực ban")
    assert await state_of(world, full) is WatchState.DRAFT


async def test_a_watch_that_ends_as_the_other_begins_is_no_conflict(world, tung, full):
    await a_watch(world, start=full.start - timedelta(days=2), days=2, name="Trực tuần")
    await tung.says(f"/watch publish {full.id}")
    assert await state_of(world, full) is WatchState.PUBLISHED


async def test_nobody_stands_in_two_watches_at_once(world, tung, minh, full):
    gate = await a_draft(world, seats="gác cổng", name="Trực cổng")
    await is_filled(world, gate, minh, None)
    await tung.says(f"/watch sure {gate.id}")
    assert await state_of(world, gate) is WatchState.PUBLISHED
    await tung.says(f"/watch publish {full.id}")
    tung.sees("cùng giờ trong đợt trực khác: Minh")
    assert await state_of(world, full) is WatchState.DRAFT


async def test_somebody_who_left_meanwhile_keeps_the_draft_back(world, tung, minh, full):
    await tung.says("/people off Minh")
    await tung.presses("Đúng, cho Minh nghỉ")
    await tung.says("/watch publish")
    tung.sees("không trực được: Minh")
    assert await state_of(world, full) is WatchState.DRAFT


async def test_a_draft_whose_time_is_over_is_neither_published_nor_listed(world, tung, full):
    await world.passes(days=12)
    await tung.says(f"/watch publish {full.id}")
    tung.sees("đã kết thúc hoặc đã hủy")
    await tung.says("/watch")
    tung.sees("Chưa có đợt trực nào")


async def test_a_draft_is_dropped_without_a_word_to_anybody(world, tung, minh, full):
    await tung.says("/watch 1")
    await tung.presses("Hủy đợt trực")
    tung.sees("Hủy bản nháp", NAME)
    await tung.presses("Đúng, hủy")
    assert await state_of(world, full) is WatchState.CANCELLED
    minh.does_not_see(NAME)


async def test_a_published_watch_is_called_off_with_everything(world, tung, minh, ha, full):
    await tung.says("/watch publish")
    await tung.says("/watch cancel")
    tung.sees("Mọi ca chưa trực sẽ bị bỏ")
    assert await state_of(world, full) is WatchState.PUBLISHED
    await tung.says("/watch gone 1")
    for watcher in (minh, ha):
        watcher.sees("Tùng đã hủy đợt trực", "Các ca của bạn")
    world.group_sees("Tùng đã hủy đợt trực")
    assert await due_of_watches(world) == []
    assert {row["state"] for row in await of_watches(world)} == {ShiftState.DRAFT}
    before = len(minh.messages), len(ha.messages)
    await world.passes(days=10)
    assert (len(minh.messages), len(ha.messages)) == before
    await tung.says("/watch gone 1")
    tung.sees("đã kết thúc hoặc đã hủy")


async def test_who_has_left_the_team_hears_nothing_more_of_its_watches(world, tung, minh, ha, full):
    await tung.says("/watch publish")
    await tung.says("/people off Minh")
    await tung.presses("Đúng, cho Minh nghỉ")
    await tung.says("/watch gone 1")
    ha.sees("Tùng đã hủy đợt trực")
    minh.does_not_see("đã hủy đợt trực")


@pytest.mark.both_databases
async def test_the_same_roster_is_published_again_after_it_was_called_off(
    world, tung, minh, ha, full
):
    await tung.says("/watch publish")
    await tung.says("/watch gone 1")
    again = await a_draft(world)
    await is_filled(world, again, minh, ha)
    await tung.says(f"/watch publish {again.id}")
    assert await state_of(world, again) is WatchState.PUBLISHED


async def test_a_running_watch_that_is_called_off_keeps_what_was_stood(world, tung, minh, ha):
    three = "02:10-02:20, 02:20-02:40, 02:40-03:00"
    await is_filled(world, await a_draft(world, days=(TODAY, TODAY), hours=three), minh, ha)
    await tung.says("/watch publish")
    await world.passes(minutes=25)  # the second shift runs
    await tung.says("/watch gone 1")
    rows = await of_watches(world)
    now = world.clock.now()
    counted = [row for row in rows if row["state"] != ShiftState.DRAFT]
    assert len(counted) == 4
    assert max(row["end_at"] for row in counted) == now


async def test_a_watch_with_the_days_of_another_can_be_planned_beside_a_draft(world, tung, minh):
    await a_watch(world, plan=PLAN, state=WatchState.CANCELLED, name="Cũ")
    await tung.says("/watch")
    tung.sees("Chưa có đợt trực nào")
