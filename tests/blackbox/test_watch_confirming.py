"""Watchers answer: they confirm their shifts, or somebody else is found; leads hear of silence."""

from datetime import date

import pytest

from bot.domain.roster import ShiftState
from storage.watch_tables import swaps
from tests.drafts import NAME, a_draft, is_filled, of_watches, states
from tests.reporters import forges, open_forms

OPEN, CONFIRMED, DECLINED = ShiftState.PLANNED, ShiftState.CONFIRMED, ShiftState.DECLINED


@pytest.fixture
async def published(world, tung, minh, ha):
    """Minh has four shifts, Hà the other four."""
    watch = await a_draft(world)
    await is_filled(world, watch, minh, ha)
    await tung.says("/watch publish")
    return watch


async def first_of(world, human) -> int:
    """Return the number of somebody's first shift."""
    rows = await of_watches(world)
    return int(next(row["id"] for row in rows if row["person_id"] == human.person_id))


async def test_all_shifts_are_confirmed_at_one_press(world, minh, ha, published):
    toast = await minh.presses("Tôi trực được tất cả")
    assert "Đã xác nhận 4 ca" in toast.text
    assert await states(world, minh) == [CONFIRMED] * 4
    assert await states(world, ha) == [OPEN] * 4
    message = minh.sees("Ca trực của bạn", "✅ Thứ Năm 10/09 07:30-19:30")
    assert "⏳" not in message.text
    assert "Tôi trực được" not in str([button.label for button in message.buttons])


async def test_shifts_are_confirmed_one_by_one(world, minh, published):
    number = await first_of(world, minh)
    before = len(minh.messages)
    await minh.presses(f"✅ Ca {number}")
    assert await states(world, minh) == [CONFIRMED, OPEN, OPEN, OPEN]
    assert len(minh.messages) == before
    assert "đã xác nhận ca này rồi" in (await forges(world, minh, f"confirm:{number}")).text


async def test_shifts_are_confirmed_by_typing(world, minh, published):
    number = await first_of(world, minh)
    await minh.says(f"/confirm {number}")
    minh.sees("Đã xác nhận", "Trực ban")
    assert await states(world, minh) == [CONFIRMED, OPEN, OPEN, OPEN]
    await minh.says("/xacnhan")
    minh.sees("Đã xác nhận 3 ca")
    assert await states(world, minh) == [CONFIRMED] * 4
    await minh.says("/confirm")
    minh.sees("không còn ca nào chờ xác nhận")


@pytest.mark.parametrize("words", ["no", "no x", "57.1", "no 99999999999999999999", "có lẽ"])
async def test_words_that_name_no_shift_are_refused(world, minh, published, words):
    await minh.says(f"/confirm {words}")
    minh.sees("Cách gõ")
    assert await states(world, minh) == [OPEN] * 4


async def test_who_cannot_is_replaced_and_the_lead_hears_it(world, tung, minh, published):
    number = await first_of(world, minh)
    toast = await minh.presses(f"❌ Ca {number}")
    assert "đang tìm người thay" in toast.text
    assert await states(world, minh) == [DECLINED, OPEN, OPEN, OPEN]
    tung.sees("Minh không trực được", "Thứ Năm 10/09 07:30-19:30, Trực ban")
    minh.sees("đang tìm người thay", with_button=f"✅ Ca {number}")
    [search] = await world.rows(swaps)
    assert (search["shift_id"], search["state"], search["urgent"]) == (number, "open", False)
    assert "đã báo không trực được" in (await forges(world, minh, f"cannot:{number}")).text
    assert len(await world.rows(swaps)) == 1


async def test_who_can_after_all_ends_the_search(world, tung, minh, published):
    number = await first_of(world, minh)
    await minh.says(f"/confirm no {number}")
    await minh.says(f"/confirm {number}")
    assert await states(world, minh) == [CONFIRMED, OPEN, OPEN, OPEN]
    tung.sees("Minh trực được lại")
    [search] = await world.rows(swaps)
    assert search["state"] == "withdrawn"


async def test_nobody_answers_for_somebody_else(world, minh, ha, tung, lan, published):
    number = await first_of(world, minh)
    for other in (ha, tung):
        for verb in ("confirm", "cannot"):
            assert "ca của Minh" in (await forges(world, other, f"{verb}:{number}")).text
    await lan.starts()
    assert "start=enrol" in (await forges(world, lan, f"confirm:{number}")).url
    assert await states(world, minh) == [OPEN] * 4


async def test_a_shift_that_is_over_or_gone_is_not_answered(world, tung, minh):
    today = date(2026, 9, 2)
    watch = await a_draft(world, seats="trực ban", days=(today, today), hours="02:10-02:20")
    await is_filled(world, watch, minh)
    await tung.says("/watch publish")
    number = await first_of(world, minh)
    await world.passes(minutes=30)
    assert "đã hết" in (await forges(world, minh, f"confirm:{number}")).text
    assert "không còn trong lịch" in (await forges(world, minh, "confirm:4711")).text


async def test_a_single_shift_has_two_plain_buttons(world, tung, minh):
    await a_draft(world, seats="trực ban")
    await tung.says("/watch put 10/9 07:30 trực ban Minh")
    await tung.says("/watch sure")
    minh.sees(NAME, with_button="Không trực được")
    await minh.presses("Xác nhận")
    assert await states(world, minh) == [CONFIRMED]


async def test_the_lead_hears_once_who_has_not_confirmed(world, tung, minh, ha, published):
    await minh.presses("Tôi trực được tất cả")
    await world.passes(hours=23)
    tung.does_not_see("chưa xác nhận")
    await world.passes(hours=2)
    tung.sees(NAME, "1 người chưa xác nhận 4 ca: Hà", with_button="Trang đợt trực")
    assert len([m for m in tung.messages if "người chưa xác nhận" in m.text]) == 1


async def test_the_lead_hears_again_a_day_before_if_it_is_still_so(
    world, tung, minh, ha, published
):
    await minh.presses("Tôi trực được tất cả")
    await world.passes(days=7, hours=6)  # 08:00 on the 9th; the watch begins at 07:30 on the 10th
    assert len([m for m in tung.messages if "người chưa xác nhận 4 ca" in m.text]) == 1
    (again,) = [m for m in tung.messages if "Đợt trực sắp bắt đầu" in m.text]
    assert again.text.count("Hà chưa xác nhận 4 ca") == 1


async def test_who_has_left_the_team_is_not_named_as_silent(world, tung, minh, ha, published):
    await minh.presses("Tôi trực được tất cả")
    await tung.says("/people off Hà")
    await tung.presses("Đúng, cho Hà nghỉ")
    await world.passes(hours=25)
    tung.does_not_see("người chưa xác nhận")


async def test_nobody_is_told_when_all_have_confirmed(world, tung, minh, ha, published):
    await minh.presses("Tôi trực được tất cả")
    await ha.says("/confirm all")
    await world.passes(days=8)
    tung.does_not_see("người chưa xác nhận")


async def test_who_has_no_shifts_is_told_so(world, tung, minh):
    await minh.says("/confirm list")
    minh.sees("không có ca nào sắp tới")
    await minh.says("/confirm")
    minh.sees("không còn ca nào chờ xác nhận")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Dạ vâng ạ", [CONFIRMED] * 4),
        ("em nhận ạ", [CONFIRMED] * 4),
        ("ok ca {number}", [CONFIRMED, OPEN, OPEN, OPEN]),
        ("tôi không trực được ca {number}", [DECLINED, OPEN, OPEN, OPEN]),
        ("không", [OPEN] * 4),  # which one?
        ("không trực được ca 4711", [OPEN] * 4),
    ],
)
async def test_a_reply_in_plain_words_is_an_answer(world, minh, published, words, expected):
    number = await first_of(world, minh)
    await minh.says(words.format(number=number), reply_to=minh.sees("Ca trực của bạn"))
    assert await states(world, minh) == expected
    if expected == [OPEN] * 4:
        minh.sees("Cách gõ", "/confirm no 57")


async def test_bare_words_answer_the_last_message_and_nothing_older(world, minh, published):
    await minh.says("ok")
    assert await states(world, minh) == [CONFIRMED] * 4
    assert await open_forms(world) == []


async def test_bare_words_after_something_else_are_no_answer(world, minh, published):
    await minh.says("/help")
    await minh.says("ok")
    assert await states(world, minh) == [OPEN] * 4
    minh.sees("không có lời gọi nào chờ bạn trả lời", "/shifts")
    assert await open_forms(world) == []


async def test_who_says_in_other_words_that_they_cannot_come_is_shown_where_to_say_it(
    world, minh, lan, published
):
    await minh.says("/confirm")
    await minh.says("Toi bi om khong truc duoc, nho anh em")
    minh.sees("Chưa có gì thay đổi", "/swap now")
    minh.sees("Ca trực sắp tới của bạn", with_button="№")
    assert await states(world, minh) == [CONFIRMED] * 4
    assert await open_forms(world) == []
    await lan.says("tôi ốm không trực được")
    lan.does_not_see("Ca trực sắp tới")


async def test_a_page_that_rings_is_answered_first(world, minh, published):
    await world.receives(await world.member("An", "staff"), "ransomware")
    await world.settles()
    await minh.says("ok")
    assert (await world.incident())["owner_id"] == minh.person_id
    assert await states(world, minh) == [OPEN] * 4
