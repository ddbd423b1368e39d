"""Somebody else stands a shift: asked for, taken, agreed to by a lead, shown to everybody."""

import pytest

from storage import people
from storage.tables import due_rows, shifts
from storage.watch_tables import swaps
from tests.members import (  # noqa: F401 fixtures are asked for by name
    ha_there,
    minh_there,
)
from tests.swap_days import (  # noqa: F401 fixtures are asked for by name
    an_there,
    shift_there,
    watch_there,
)
from tests.swapping import HOUR, TAKE, holders, logged, searches, waits_for, with_policy
from tests.watches import a_shift


@pytest.mark.both_databases
async def test_a_swap_is_asked_taken_agreed_to_and_shown(world, shift, minh, ha, an, tung):
    await minh.says("/swap")
    minh.sees("№1", "Trực ban", "07:30", "19:30", "05/09")
    await minh.says("/swap 1 đi viện")
    minh.sees("Đang tìm người trực thay bạn", "Hà", "An", with_button="vẫn trực")
    for asked in (ha, an, tung):
        asked.sees("Minh nhờ trực thay", "Trực ban", "đi viện", with_button=TAKE)
    world.group_sees("Minh nhờ trực thay", with_button=TAKE)
    assert await ha.presses(TAKE) is not None
    tung.sees("Hà", "nhận trực thay", "Minh", with_button="Duyệt")
    minh.sees("Hà nhận trực thay bạn", "chờ chỉ huy duyệt")
    assert [row["person_id"] for row in await world.rows(shifts)] == [minh.person_id]
    await tung.presses("Duyệt")
    minh.sees("Hà", "trực thay bạn", "không phải trực")
    ha.sees("Bạn trực thay Minh")
    world.group_sees("Hà", "trực thay Minh", "Lịch trực bây giờ", "Trực ban: Hà")
    tung.sees("Hà", "trực thay Minh", "Lịch trực bây giờ", "Trực ban: Hà")
    (row,) = await world.rows(shifts)
    assert (row["person_id"], row["state"]) == (ha.person_id, "confirmed")
    assert await logged(world) == ["swap-asked", "swap-taken", "swap-agreed", "given"]
    assert await searches(world) == ["done"]
    assert await waits_for(world, "swap") == set()


async def test_without_the_policy_the_first_to_take_has_it_at_once(world, shift, minh, ha, an):
    with_policy(world, swap_approval=False)
    await minh.says("/swap 5/9")
    await ha.presses(TAKE)
    assert (await world.rows(shifts))[0]["person_id"] == ha.person_id
    await an.says("/swap take 1")
    an.sees("Đã có Hà nhận lúc")
    assert (await world.rows(shifts))[0]["person_id"] == ha.person_id


async def test_of_two_who_press_the_second_is_told_who_was_first(world, shift, minh, ha, an, tung):
    await minh.says("/swap 1")
    await ha.presses(TAKE)
    an.sees("Trực thay Minh", "Hà đã nhận, chờ chỉ huy duyệt")
    await an.says("/swap take 1")
    an.sees("Đã có Hà nhận lúc")
    assert (await world.rows(swaps))[0]["taken_by_id"] == ha.person_id


async def test_without_a_leads_yes_it_stays_whose_it_was(world, shift, minh, ha, tung):
    await minh.says("/swap 1")
    await ha.says("/swap take 1")
    await tung.says("/swap refuse 1")
    for told in (minh, ha):
        told.sees("Tùng không duyệt", "Ca vẫn là của Minh")
    assert (await world.rows(shifts))[0]["person_id"] == minh.person_id
    assert await searches(world) == ["refused"]
    again = await tung.presses("Duyệt")
    assert "đã bị từ chối" in again.text
    await minh.says("/swap 1")
    await ha.presses(TAKE)
    await tung.says("/swap agree 2")
    assert (await world.rows(shifts))[0]["person_id"] == ha.person_id


@pytest.mark.parametrize("who", ["asker", "taker"])
async def test_what_a_lead_takes_or_asks_for_needs_nobodys_yes(world, watch, minh, tung, who):
    own = await a_shift(world, watch, minh if who == "taker" else tung)
    await (minh if who == "taker" else tung).says(f"/swap {own.id}")
    taker = tung if who == "taker" else minh
    await taker.presses(TAKE)
    assert (await world.rows(shifts))[0]["person_id"] == taker.person_id


async def test_who_stands_elsewhere_is_away_or_cannot_be_reached_is_not_asked(
    world, watch, minh, ha, an, tung
):
    await a_shift(world, watch, minh)
    await a_shift(world, watch, ha, post="backup")
    await an.says("/away 5/9 đám cưới")
    chi, dung = await world.member("Chi"), await world.member("Dũng", "staff")
    world.playground.people.block(chi.user, world.bot)
    await world.settles()
    await minh.says("/swap 1")
    minh.sees("Đã hỏi: Tùng.")
    for other in (ha, an, dung):
        other.does_not_see("nhờ trực thay")


async def test_who_has_rested_is_asked_before_who_has_not(world, watch, minh, ha, an):
    night = await a_shift(world, watch, minh, after=12 * HOUR)
    await a_shift(world, watch, ha)
    await minh.says(f"/swap {night.id}")
    minh.sees("Đã hỏi: An, Hà.")
    await minh.presses("vẫn trực")
    await minh.says("/swap")
    await minh.presses(f"№{night.id}")
    await minh.presses("Hỏi một người")
    await minh.presses("😴 Hà")
    ha.sees("Minh nhờ trực thay")
    assert [row["only_id"] for row in await world.rows(swaps)] == [None, ha.person_id]


@pytest.mark.parametrize("words", ["@ha_99 đi viện", "Hà đi viện"])
async def test_one_person_can_be_asked_alone(world, shift, minh, an, words):
    ha = await world.member("Hà", username="ha_99")
    async with world.app.database.begin() as tx:
        await people.change(tx, ha.person_id, username="ha_99")
    await minh.says(f"/swap 1 {words}")
    ha.sees("Minh nhờ trực thay", "đi viện", with_button=TAKE)
    an.does_not_see("nhờ trực thay")
    assert not [m for m in world.in_group() if "nhờ trực thay" in m.text]


async def test_a_part_of_a_shift_is_given_and_the_rest_stays(world, watch, minh, ha, tung):
    night = await a_shift(world, watch, minh, after=12 * HOUR)
    await minh.says(f"/swap {night.id} 22:00-02:00 con ốm")
    ha.sees("Minh nhờ trực thay", "22:00", "02:00", "con ốm")
    await ha.presses(TAKE)
    await tung.presses("Duyệt")
    assert await holders(world) == [
        (minh.person_id, 0, 2.5),
        (ha.person_id, 2.5, 6.5),
        (minh.person_id, 6.5, 12),
    ]
    rows = sorted(await world.rows(shifts), key=lambda row: row["start_at"])
    assert rows[0]["id"] == night.id
    armed = {row["subject_id"] for row in await world.rows(due_rows) if row["kind"] == "shift-end"}
    assert {row["id"] for row in rows} <= armed


async def test_hours_outside_of_the_shift_are_refused(world, shift, minh):
    await minh.says("/swap 1 18:00-22:00")
    minh.sees("không nằm trong ca trực")
    assert await searches(world) == []


async def test_asking_twice_goes_on_with_the_first_search(world, shift, minh, ha):
    await minh.says("/swap 1")
    await minh.says("/swap 1 lần nữa")
    minh.sees("đang được tìm người thay rồi")
    assert await searches(world) == ["open"]
    await ha.says("/swap")
    ha.sees("Đang tìm người trực thay", "1. Minh", with_button="Nhận đề nghị 1")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("9", "không còn trong lịch trực"),
        ("6/9", "không có ca trực nào bắt đầu ngày 06/09"),
        ("nghỉ nhé", "Hãy ghi số"),
        ("2 lý do", "Chỉ người giữ ca này"),
        ("take x", "Hãy ghi số"),
        ("take 9", "đã kết thúc"),
        ("give 1 Hà", "chỉ dành cho"),
        ("agree 1", "chỉ dành cho"),
        ("now mệt", "Không có ca nào của bạn đang chạy"),
        ("1 @nobody", "Không tìm thấy thành viên"),
        ("1 Minh", "đang là của Minh"),
    ],
)
async def test_what_makes_no_sense_is_refused_with_what_would(world, watch, minh, words, answer):
    await a_shift(world, watch, minh)
    await a_shift(world, watch, await world.member("Hà"), post="backup")
    await minh.says(f"/swap {words}")
    minh.sees(answer)
    assert await searches(world) == []


@pytest.fixture
async def an_by_night(world, watch, an):
    """An, who has the night after Minh's day."""
    await a_shift(world, watch, an, after=12 * HOUR)
    return an


async def test_a_lead_sees_what_a_swap_breaks_before_agreeing_and_so_does_the_taker(
    shift, minh, ha, an_by_night, tung
):
    an = an_by_night
    await minh.says("/swap 1")
    await an.presses(TAKE)
    tung.sees("nhận trực thay", "An không được nghỉ", "Bạn có duyệt không", with_button="Duyệt")
    an.sees("chờ chỉ huy duyệt", "An không được nghỉ")
    await tung.presses("Không duyệt")
    await minh.says("/swap 1")
    await ha.presses(TAKE)
    assert "được nghỉ" not in ha.messages[-1].text
