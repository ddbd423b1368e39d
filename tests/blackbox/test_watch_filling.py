"""The places of a draft are filled: by hand, by typing, and with last time's people."""

from datetime import date, timedelta

import pytest

from bot.domain.absence import Absence
from bot.domain.roster import ShiftState
from storage import absence
from tests.drafts import FIRST, NAME, a_draft, is_filled, of_watches, who_stands
from tests.reporters import forges

AGAIN = date(2026, 9, 20), date(2026, 9, 21)


async def test_places_are_filled_one_after_the_other_in_one_message(world, tung, minh, ha):
    await a_draft(world)
    await tung.says("/watch 1")
    before = len(tung.messages)
    await tung.presses("Xếp tay")
    await tung.presses("Thứ Năm 10/09 · 0/4")
    await tung.presses("07:30-19:30 Trực ban")
    tung.sees("Thứ Năm 10/09 07:30-19:30, Trực ban: còn trống", with_button="Minh · 0 giờ")
    assert (await tung.presses("Minh · 0 giờ")).text == "Đã xếp."
    tung.sees("07:30-19:30, Trực dự phòng", with_button="⛔ Minh · trùng giờ")
    await tung.presses("Hà · 0 giờ")
    tung.sees("19:30-07:30, Trực ban: còn trống", with_button="Hà · 12 giờ")
    await tung.presses("Trang đợt trực")
    tung.sees("2/8", with_button="Công bố")
    assert len(tung.messages) == before
    assert await who_stands(world) == [
        ("10/09 07:30", "backup", ha.person_id),
        ("10/09 07:30", "primary", minh.person_id),
    ]


async def test_a_place_is_pressed_empty_again(world, tung, minh):
    await is_filled(world, await a_draft(world), minh, None)
    await forges(world, tung, "slot:1:0")
    await tung.presses("Để trống chỗ này")
    assert len(await who_stands(world)) == 3
    toast = await forges(world, tung, "fill:1:0:0")
    assert toast is None or not toast.text


async def test_who_is_away_or_busy_is_offered_last_and_marked(world, tung, minh, ha):
    watch = await a_draft(world)
    async with world.app.database.begin() as tx:
        start, end = watch.start, watch.start + timedelta(hours=6)
        await absence.add(tx, Absence(0, minh.person_id, start, end, "khám bệnh"))
    await tung.says("/watch put 10/9 07:30 dự phòng Hà")
    tung.does_not_see("đã có ca khác cùng giờ")
    await forges(world, tung, "slot:1:0")
    shown = [button.label for button in tung.messages[-1].buttons]
    assert shown[-4:-2] == ["⛔ Hà · trùng giờ", "🚫 Minh · vắng"]


async def test_a_place_is_typed_full_given_away_and_typed_empty(world, tung, minh, ha):
    await a_draft(world)
    await tung.says("/watch put 10/9 07:30 trực ban minh")
    tung.sees("Thứ Năm 10/09 07:30-19:30, Trực ban: Minh", "Còn trống 7")
    await tung.says("/watch xep 10/9 7h30 truc ban Hà")
    tung.sees("Trực ban: Hà (trước đó: Minh)")
    assert [person_id for *_, person_id in await who_stands(world)] == [ha.person_id]
    await tung.says("/watch clear 10/9 07:30 trực ban")
    tung.sees("Trực ban: còn trống (trước đó: Hà)")
    assert await who_stands(world) == []
    await tung.says("/watch clear 10/9 07:30 trực ban")
    tung.sees("đang trống")


async def test_words_that_name_no_place_are_refused(world, tung, minh):
    await a_draft(world)
    for words, reason in (
        ("put", "Cách gõ"),
        ("put 10/9 08:00 trực ban Minh", "Không đợt trực nào có ca bắt đầu 08:00"),
        ("put 15/9 07:30 trực ban Minh", "Không đợt trực nào có ca"),
        ("put 32/9 07:30 trực ban Minh", "không phải ngày"),
        ("put 10/9 07:30 chỉ huy Minh", "không có vị trí"),
        ("put 10/9 07:30 trực ban Tuấn", "Không tìm thấy thành viên"),
        ("put 10/9 07:30 trực ban", "Không tìm thấy thành viên"),
        ("put 77 10/9 07:30 trực ban Minh", "Không tìm thấy đợt trực"),
        ("clear 10/9 07:30 trực ban Minh", "không phải của người ấy"),
    ):
        await tung.says(f"/watch {words}")
        tung.sees(reason)
    assert await who_stands(world) == []


async def test_several_drafts_of_the_same_days_are_told_apart_by_number(world, tung, minh):
    await a_draft(world)
    second = await a_draft(world, name="Trực bão")
    await tung.says("/watch put 10/9 07:30 trực ban Minh")
    tung.sees("Có nhiều đợt trực phù hợp")
    await tung.says(f"/watch put {second.id} 10/9 07:30 trực ban Minh")
    [row] = await of_watches(world)
    assert row["watch_id"] == second.id
    # The same person may be tried in both; only one of them can be published.
    await tung.says("/watch put 1 10/9 07:30 trực ban Minh")
    assert len(await of_watches(world)) == 2


async def test_a_post_that_only_one_draft_has_needs_no_number(world, tung, minh):
    await a_draft(world)
    await a_draft(world, name="Trực cổng", seats="gác cổng")
    await tung.says("/watch put 10/9 07:30 gac cong Minh")
    tung.sees("Trực cổng", "gác cổng: Minh", "Còn trống 3 chỗ")
    await tung.says("/watch put 10/9 07:30 trực kỹ thuật Minh")
    tung.sees("Có nhiều đợt trực phù hợp", "/watch put 3")


async def test_a_second_post_at_the_same_time_is_pointed_out(world, tung, minh):
    await a_draft(world)
    await tung.says("/watch put 10/9 07:30 trực ban Minh")
    tung.does_not_see("đã có ca khác cùng giờ")
    await tung.says("/watch put 10/9 07:30 dự phòng Minh")
    tung.sees("Trực dự phòng: Minh", "đã có ca khác cùng giờ")


async def test_several_seats_of_a_post_are_filled_and_told_apart(world, tung, minh, ha):
    await a_draft(world, seats="trực ban 2")
    await tung.says("/watch put 10/9 07:30 trực ban Minh")
    await tung.says("/watch put 10/9 07:30 trực ban Minh")
    tung.sees("đã có mặt ở đúng ca")
    await tung.says("/watch put 10/9 07:30 trực ban Hà")
    await tung.says("/watch put 10/9 07:30 trực ban Tùng")
    tung.sees("đã đủ người")
    await tung.says("/watch clear 10/9 07:30 trực ban")
    tung.sees("có nhiều người")
    await tung.says("/watch clear 10/9 07:30 trực ban Minh")
    assert [person_id for *_, person_id in await who_stands(world)] == [ha.person_id]


async def test_an_own_post_is_filled_by_its_name(world, tung, minh):
    await a_draft(world, seats="trực ban, gác cổng B")
    await tung.says("/watch put 10/9 07:30 gac cong b Minh")
    assert await who_stands(world) == [("10/09 07:30", "gác cổng B", minh.person_id)]


@pytest.mark.parametrize("role", ["citizen", "staff", "inactive"])
async def test_who_is_no_member_never_gets_in(world, tung, role):
    an = await world.member("An", "responder" if role == "inactive" else role)
    if role == "inactive":
        await tung.says("/people off An")
        await tung.presses("Đúng, cho An nghỉ")
    await a_draft(world)
    await tung.says("/watch put 10/9 07:30 trực ban An")
    tung.sees("Không tìm thấy thành viên")
    assert "không trực được: An" in (await forges(world, tung, f"fill:1:0:{an.person_id}")).text
    await forges(world, tung, "slot:1:0")
    assert "An ·" not in str([button.label for button in tung.messages[-1].buttons])
    assert await who_stands(world) == []


async def test_last_times_people_stand_again_a_turn_on(world, tung, minh, ha):
    await is_filled(world, await a_draft(world, seats="trực ban"), minh, ha)
    await tung.says("/watch publish")
    again = await a_draft(world, seats="trực ban", name="Trực bão", days=AGAIN)
    await tung.says(f"/watch {again.id}")
    assert "Đã xếp 4 chỗ" in (await tung.presses("Như lần trước")).text
    tung.sees("Trực bão", "4/4")
    people = [person_id for *_, person_id in await who_stands(world)]
    assert people == [minh.person_id, ha.person_id] * 2 + [ha.person_id, minh.person_id] * 2


async def test_without_a_watch_before_there_is_nothing_to_repeat(world, tung):
    await a_draft(world)
    await tung.says("/watch last")
    tung.sees("Chưa có đợt trực nào trước đó")


async def test_what_is_wrong_with_a_draft_is_on_its_page(world, tung, minh):
    await a_draft(world)
    await tung.says("/watch put 10/9 07:30 trực ban Minh")
    await tung.says("/watch put 10/9 19:30 trực ban Minh")
    await tung.says("/watch 1")
    tung.sees("2/8", "Cần xem lại", "Minh")


async def test_the_roster_is_shown_in_words_and_as_a_picture(world, tung, minh):
    await is_filled(world, await a_draft(world), minh, None)
    await tung.says("/watch table")
    tung.sees(f"📋 {NAME}", "Thứ Năm 10/09", "Minh", "TRỐNG")
    assert [message for message in tung.messages if "photo" in message.content]


async def test_a_draft_counts_for_nothing_yet(world, tung, minh):
    await a_draft(world, days=(FIRST, FIRST))
    await tung.says("/watch put 10/9 07:30 trực ban Minh")
    minh.does_not_see(NAME)
    [row] = await of_watches(world)
    assert row["state"] == ShiftState.DRAFT
