"""Somebody cannot come, now or within a day: the backup is called at once, without a lead."""

import pytest

from storage.tables import outbox, shifts
from tests.swapping import HOUR, TAKE, holder, holders, logged, searches, waits_for
from tests.watches import a_shift, a_watch
from tests.world import START


@pytest.fixture
async def minh(world):
    return await world.member("Minh")


@pytest.fixture
async def ha(world):
    return await world.member("Hà")


@pytest.fixture
async def an(world):
    return await world.member("An")


@pytest.fixture
async def watch(world):
    """It begins at 07:30, five and a half hours from now."""
    return await a_watch(world, start=START + 5.5 * HOUR)


@pytest.fixture
async def shift(world, watch, minh, ha):
    """Minh's; Hà is the backup."""
    own = await a_shift(world, watch, minh)
    await a_shift(world, watch, ha, post="backup")
    return own


async def test_the_backup_is_called_at_once_and_has_it_without_a_lead(
    world, shift, minh, ha, an, tung
):
    await minh.says("/swap now sốt cao")
    ha.sees("Cần người trực thay Minh ngay", "Trực ban", "sốt cao", with_button=TAKE)
    tung.sees("Minh không trực được", "sốt cao", "Đã hỏi ngay: Hà", with_button="Giao cho")
    an.does_not_see("Cần người trực thay")
    assert (await world.rows(shifts))[0]["state"] == "declined"
    await ha.presses(TAKE)
    assert await holder(world, shift.id) == ha.person_id
    minh.sees("Hà", "trực thay bạn")
    tung.sees("Hà", "trực thay Minh", "Lịch trực bây giờ")
    world.group_sees("Hà", "trực thay Minh")
    assert await logged(world) == ["declined", "swap-asked", "swap-taken", "given"]
    assert await waits_for(world, "swap") == set()


async def test_a_backup_who_steps_in_stands_two_posts_and_leads_can_find_another_backup(
    world, shift, minh, ha, an, tung
):
    await minh.says("/swap now")
    await ha.presses(TAKE)
    tung.sees("Hà nay giữ hai vị trí cùng lúc: Trực ban, Trực dự phòng")
    await tung.presses("Tìm Trực dự phòng")
    an.sees("Cần người trực thay Hà ngay", "Trực dự phòng", with_button=TAKE)
    await an.presses(TAKE)
    assert await holder(world, 2) == an.person_id
    assert await holder(world, shift.id) == ha.person_id


async def test_a_call_to_the_backup_rings_like_a_page(world, shift, minh, ha, tung):
    await minh.says("/swap now")
    rows = await world.rows(outbox)
    calls = [row for row in rows if row["kind"] in ("alarm", "swap-call")]
    assert {row["person_id"] for row in calls} >= {ha.person_id, tung.person_id}
    assert {row["priority"] for row in calls} == {0}


async def test_everybody_else_is_asked_five_minutes_later(world, shift, minh, ha, an, tung):
    await minh.says("/swap now")
    await world.passes(minutes=4)
    an.does_not_see("Cần người trực thay")
    await world.passes(minutes=2)
    an.sees("Cần người trực thay Minh ngay", with_button=TAKE)
    world.group_sees("Cần người trực thay Minh ngay", with_button=TAKE)
    assert len([m for m in ha.messages if "Cần người trực thay" in m.text]) == 1
    await an.presses(TAKE)
    assert await holder(world, shift.id) == an.person_id
    ha.sees("Trực thay Minh", "An đã nhận")
    await ha.says("/swap take 1")
    ha.sees("Đã có An nhận lúc")


async def test_without_a_backup_everybody_is_asked_at_once(world, watch, minh, an, tung):
    own = await a_shift(world, watch, minh)
    await minh.says("/swap now")
    an.sees("Cần người trực thay Minh ngay", with_button=TAKE)
    tung.sees("Đã hỏi ngay: An, Tùng")
    minh.sees("Đang tìm người trực thay bạn", "Đã hỏi: An, Tùng")
    world.group_sees("Cần người trực thay Minh ngay", with_button=TAKE)
    await an.presses(TAKE)
    assert await holder(world, own.id) == an.person_id


async def test_who_goes_in_the_middle_of_a_shift_is_relieved_then_and_called_no_more(
    world, shift, minh, ha, an, tung
):
    await world.passes(hours=5.5)
    await minh.says("/checkin")
    await world.passes(hours=3)
    await minh.says("/swap now đau bụng")
    await world.passes(minutes=6)
    await an.presses(TAKE)
    first, second = [each for each in await holders(world) if each[0] != ha.person_id]
    assert (first[0], second[0]) == (minh.person_id, an.person_id)
    assert first[1:] == pytest.approx((0, 3.1), abs=0.02)
    assert second[1:] == pytest.approx((3.1, 12), abs=0.02)
    rows = {row["person_id"]: row for row in await world.rows(shifts)}
    assert rows[minh.person_id]["relieved_at"] is not None
    assert rows[an.person_id]["checked_in_at"] is None
    await world.receives(await world.member("Bình", "staff"), "ransomware")
    await world.settles()
    an.sees("SC-2026-0001")
    minh.does_not_see("SC-2026-0001")


async def test_who_never_came_has_no_part_of_the_shift(world, shift, minh, an, tung):
    await world.passes(hours=6)
    await tung.says(f"/swap give {shift.id} An")
    assert await holder(world, shift.id) == an.person_id
    assert len(await world.rows(shifts)) == 2
    an.sees("Chỉ huy giao bạn trực thay Minh", with_button="Xác nhận")


async def test_while_nobody_comes_the_shift_begins_and_the_search_goes_on(
    world, shift, minh, ha, an, tung
):
    await minh.says("/swap now")
    await world.passes(hours=6)
    tung.sees("Chưa có ai trực thay Minh", "vẫn là của Minh")
    assert await searches(world) == ["open"]
    await an.presses(TAKE)
    assert await holder(world, shift.id) == an.person_id
    assert await searches(world) == ["done"]


async def test_a_search_that_nobody_answered_ends_with_the_shift(world, shift, minh, ha, tung):
    await minh.says("/swap now")
    await world.passes(hours=18)
    assert await searches(world) == ["expired"]
    ha.sees("Trực thay Minh", "hết hạn, không tìm nữa")
    await ha.says("/swap take 1")
    ha.sees("đã kết thúc")


async def test_it_becomes_urgent_when_the_same_person_cannot_come_at_all(
    world, shift, minh, ha, an, tung
):
    await minh.says(f"/swap {shift.id}")
    await an.presses(TAKE)
    assert await searches(world) == ["taken"]
    await minh.says("/swap now sốt")
    assert await holder(world, shift.id) == an.person_id
    assert await searches(world) == ["done"]


async def test_a_search_under_way_turns_into_a_call(world, shift, minh, ha, an, tung):
    await minh.says(f"/swap {shift.id}")
    ha.does_not_see("nhờ trực thay")
    await minh.presses("vẫn trực")
    await minh.says(f"/swap {shift.id}")
    await minh.says("/swap now sốt")
    ha.sees("Cần người trực thay Minh ngay", "sốt", with_button=TAKE)
    assert await searches(world) == ["withdrawn", "open"]
    await ha.presses(TAKE)
    assert await holder(world, shift.id) == ha.person_id


async def test_who_says_it_twice_is_told_that_somebody_is_looked_for(world, shift, minh, ha, tung):
    await minh.says("/swap now")
    await minh.says("/swap now sốt 40 độ")
    minh.sees("đang được tìm người thay rồi")
    assert await searches(world) == ["open"]


async def test_the_button_below_a_shift_does_the_same(world, shift, minh, ha, tung):
    await minh.says("/swap")
    await minh.presses(f"№{shift.id}")
    await minh.presses("cần người ngay")
    ha.sees("Cần người trực thay Minh ngay", with_button=TAKE)


async def test_a_lead_gives_a_shift_and_insists_where_it_is_a_second_post(
    world, shift, minh, ha, an, tung
):
    await tung.says("/swap give")
    tung.sees(f"№{shift.id}", "Trực ban", "Minh")
    await tung.says(f"/swap give {shift.id} Hà")
    tung.sees("Hà đã có ca trùng giờ", "Trực dự phòng", "!")
    assert await holder(world, shift.id) == minh.person_id
    await tung.says(f"/swap give {shift.id} Hà !")
    assert await holder(world, shift.id) == ha.person_id
    ha.sees("Chỉ huy giao bạn trực thay Minh", with_button="Xác nhận")
    minh.sees("Hà", "trực thay bạn")
    assert (await world.rows(shifts))[0]["state"] == "planned"
    await tung.presses("№1")
    await tung.presses("An")
    assert await holder(world, shift.id) == an.person_id


async def test_the_same_by_buttons_asks_once_more_before_a_second_post(
    world, shift, minh, ha, tung
):
    people_ = world.playground.people
    await minh.says("/swap now")
    message = tung.sees("Minh không trực được", with_button="Giao cho")
    people_.press(tung.user, message, f"swapgive:{shift.id}:{ha.person_id}", forged=True)
    await world.settles()
    tung.sees("Vẫn giao chứ", with_button="Vẫn giao")
    assert await holder(world, shift.id) == minh.person_id
    await tung.presses("Vẫn giao")
    assert await holder(world, shift.id) == ha.person_id


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("1 Minh", "đang là của Minh"),
        ("1 Lan", "không phải thành viên"),
        ("2 Hà", "đang là của Hà"),
        ("9 An", "không còn trong lịch trực"),
        ("1 Ai Đó", "Không tìm thấy thành viên"),
    ],
)
async def test_a_shift_is_not_given_to_whoever_cannot_have_it(world, shift, tung, words, answer):
    await world.member("An")
    await tung.says(f"/swap give {words}")
    if "Lan" not in words:
        tung.sees(answer)
    assert await logged(world) == []


async def test_what_is_over_is_not_given_any_more(world, shift, an, tung):
    await world.passes(hours=18)
    await tung.says(f"/swap give {shift.id} An")
    tung.sees("Ca này đã qua")
    assert "given" not in await logged(world)


async def test_who_leaves_the_team_leaves_shifts_that_are_looked_after_at_once(
    world, watch, minh, ha, an, tung
):
    shift = await a_shift(world, watch, minh)
    await a_shift(world, watch, ha, post="backup")
    later = await a_shift(world, watch, minh, after=48 * HOUR)
    await tung.says("/people off Minh")
    await tung.presses("Đúng")
    ha.sees("Cần người trực thay Minh", "đã rời Đội", with_button=TAKE)
    assert await searches(world) == ["open", "open"]
    await world.passes(minutes=6)
    await an.presses(TAKE)
    taken = [await holder(world, shift.id), await holder(world, later.id)]
    assert an.person_id in taken
    minh.does_not_see("trực thay bạn")
    await tung.says("/people on Minh")
    assert sorted(await searches(world)) == ["done", "withdrawn"]


async def test_who_takes_over_from_a_leaver_confirms_and_checks_in_anew(
    world, shift, minh, ha, an, tung
):
    await minh.says("/swap 1")
    await tung.says("/people replace Minh An")
    assert await holder(world, shift.id) == an.person_id
    (row,) = [each for each in await world.rows(shifts) if each["id"] == shift.id]
    assert row["state"] == "planned"
    assert await searches(world) == ["withdrawn"]
    assert "given" in await logged(world)
    assert await waits_for(world, "swap") == set()
