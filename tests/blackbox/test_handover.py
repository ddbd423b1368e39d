"""The end of a shift: what is handed over, and who signs and confirms it."""

from datetime import timedelta

import pytest

from storage.watch_tables import watch_log
from tests.handing_over import (  # noqa: F401 fixtures are asked for by name
    crew_there,
    dan_there,
    ha_there,
    handover,
    log,
    minh_and_tung_say_still,
    minh_there,
    row,
    watch_there,
)

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
CARD = "Bàn giao ca: Trực ban"
FIRST, SECOND = 1, 2  # the shifts of Minh and of Hà


async def test_what_only_the_leaver_may_read_is_named_with_how_to_bring_the_next_one_in(
    world, watch, minh, ha, crew
):
    await world.receives(crew["tung"], summary="rorihoso")
    await world.settles()
    await minh.presses("Tôi nhận")
    await crew["binh"].says("/baomat SC-2026-0001")
    await world.passes(minutes=20)
    line = "SC-2026-0001 vẫn do Minh giữ: Hà chưa đọc được"
    minh.sees(CARD, line, "/page Hà SC-2026-0001 bàn giao ca")
    await ha.says("/checkin")
    assert "rorihoso" not in ha.sees(CARD, line).text
    await minh.says("/page Hà SC-2026-0001 bàn giao ca")
    await minh.presses("Ký bàn giao")
    assert line not in ha.sees(CARD, "Người giao đã ký").text
    await ha.says("/incident SC-2026-0001")
    ha.sees("rorihoso", "Nhật ký")


async def test_at_the_end_of_a_shift_there_is_a_hand_over_to_sign(world, watch, minh, ha):
    await world.passes(minutes=19)
    minh.does_not_see(CARD)
    await world.passes(minutes=1)
    card = minh.sees(CARD, "Người giao: Minh. Người nhận: Hà.", with_button="Ký bàn giao")
    assert "14:00 ICT, Thứ Tư 02/09" in card.text
    assert "Không có sự cố nào đang mở" in card.text
    assert "Bạn vẫn được gọi cho tới khi" in card.text
    for check in ("Màn hình giám sát", "phòng chống mã độc"):
        assert check in card.text
    ha.does_not_see(CARD)


async def test_who_comes_before_it_is_signed_reads_it_and_gets_it_again_to_confirm(
    world, watch, minh, ha
):
    await world.passes(minutes=22)
    await ha.says("/checkin")
    assert ha.sees(CARD, "Minh chưa ký bàn giao").buttons == []
    await minh.presses("Ký bàn giao")
    await ha.presses("Đã nhận")
    assert (await handover(world))["confirmed_at"] is not None


async def test_it_lists_what_is_open_with_its_owner_and_what_is_due_next(world, watch, minh, dan):
    await world.receives(dan)
    await world.settles()
    await minh.presses("Tôi nhận")
    await world.receives(dan, "defacement")
    await world.settles()
    await world.passes(minutes=21)
    card = minh.sees(CARD).text
    assert "SC-2026-0001</code>" not in card
    assert "SC-2026-0001" in card
    assert "đang xác minh · Minh" in card
    assert "SC-2026-0002" in card
    assert "chưa có người phụ trách" in card
    assert "hỏi lại người phụ trách SC-2026-0001" in card
    assert "gọi người tiếp theo cho SC-2026-0002" in card


@pytest.mark.both_databases
async def test_both_sign_and_who_leaves_may_go(world, watch, minh, ha, dan):
    await world.passes(minutes=21)
    toast = await minh.presses("Ký bàn giao")
    assert "Đã ký bàn giao" in toast.text
    ha.does_not_see(CARD)
    assert (await row(world))["relieved_at"] is None
    await ha.says("/checkin")
    assert (await row(world))["relieved_at"] is not None
    minh.sees("Hà đã thay bạn ở vị trí Trực ban")
    ha.sees(CARD, "Người giao đã ký lúc 14:01 ICT", with_button="Đã nhận")
    toast = await ha.presses("Đã nhận")
    assert "Đã nhận bàn giao" in toast.text
    minh.sees("Hà đã nhận bàn giao Trực ban lúc")
    done = await handover(world)
    assert done["signed_at"] is not None
    assert done["confirmed_at"] is not None
    ends = ("signed", "relieved", "handover-confirmed")
    assert [kind for kind in await log(world) if kind in ends] == [*ends]
    await world.passes(hours=2)
    minh.does_not_see("chưa xong")


@pytest.mark.parametrize("way", ["reply", "/handover"])
async def test_a_word_before_it_is_handed_over_and_stands_in_the_log(world, watch, minh, ha, way):
    await world.passes(minutes=20)
    words = "Máy chủ thư đang vá, xong lúc 16 giờ"
    if way == "reply":
        await minh.says(words, reply_to=minh.sees(CARD))
    else:
        await minh.says(f"/handover {words}")
    minh.sees("Đã ghi vào bàn giao", with_button="Ký bàn giao")
    await minh.says("/bangiao Chìa khóa ở bảo vệ")
    await minh.says("/handover ký")
    await ha.says("/checkin")
    card = ha.sees(CARD, words, "Chìa khóa ở bảo vệ")
    assert "Lời bàn giao" in card.text
    lines = [r["text"] for r in await world.rows(watch_log) if r["kind"] == "handover-note"]
    assert lines == [words, "Chìa khóa ở bảo vệ"]


@pytest.mark.parametrize(
    ("signs", "confirms"),
    [("ký", "đã nhận"), ("/handover sign", "/handover received")],
)
async def test_all_of_it_can_be_typed(world, watch, minh, ha, signs, confirms):
    await world.passes(minutes=20)
    await ha.says("/checkin")
    await minh.says(signs, reply_to=minh.sees(CARD))
    minh.sees("Đã ký bàn giao")
    await ha.says(confirms, reply_to=ha.sees(CARD))
    ha.sees("Đã nhận bàn giao")
    assert (await handover(world))["confirmed_at"] is not None


async def test_the_hand_over_may_be_prepared_before_the_end_and_signed_when_near(
    world, watch, minh, ha
):
    await minh.says("/handover")
    minh.sees(CARD, with_button="Ký bàn giao")
    toast = await minh.presses("Ký bàn giao")
    assert "ký được từ 13:45 ICT" in toast.text
    await world.passes(minutes=6)
    await minh.presses("Ký bàn giao")
    await ha.says("/checkin")
    await ha.presses("Đã nhận")
    assert (await row(world))["relieved_at"] is None
    await world.passes(minutes=15)
    assert (await row(world))["relieved_at"] == watch.start + 6 * HOUR
    assert len([m for m in minh.messages if CARD in m.text]) == 1


async def test_an_unsigned_one_is_brought_up_to_both_and_the_commander_four_times(
    world, crew, watch, minh, ha
):
    await world.passes(minutes=20)
    await ha.says("/checkin")
    await world.passes(minutes=14)
    minh.does_not_see("chưa xong")
    await world.passes(minutes=1)
    minh.sees("chưa xong", "chờ Minh ký", with_button="Ký bàn giao")
    ha.sees("chưa xong", "chờ Minh ký")
    crew["tung"].sees("chưa xong", "chờ Minh ký")
    crew["binh"].does_not_see("chưa xong")
    await world.passes(minutes=46)
    for human in (minh, ha, crew["tung"]):
        assert len([m for m in human.messages if "chưa xong" in m.text]) == 4
    crew["binh"].does_not_see("chưa xong")
    await world.passes(minutes=15)
    crew["binh"].sees("vẫn chưa xong", "chờ Minh ký", "Bot không nhắc nữa")
    await world.passes(hours=3)
    assert len([m for m in minh.messages if "chưa xong" in m.text]) == 4
    await crew["binh"].presses("Ký thay Minh")
    await crew["binh"].says("/handover nhận Hà")
    assert None not in [(await handover(world))[at] for at in ("signed_at", "confirmed_at")]


async def test_a_signed_one_waits_for_the_one_who_takes_over(world, crew, watch, minh, ha):
    await world.passes(minutes=20)
    await ha.says("/checkin")
    await minh.presses("Ký bàn giao")
    await world.passes(minutes=15)
    ha.sees("chưa xong", "chờ Hà xác nhận", with_button="Đã nhận")
    minh.sees("chưa xong", "chờ Hà xác nhận")
    await ha.presses("Đã nhận")
    await world.passes(hours=1)
    assert len([m for m in minh.messages if "chưa xong" in m.text]) == 1


async def test_nobody_signs_or_confirms_for_others_but_a_lead(world, crew, watch, minh, ha):
    await world.passes(minutes=20)
    await ha.says("/checkin")
    people = world.playground.people
    for who, data in ((ha, "sign:1"), (minh, "received:1"), (crew["tung"], "sign:1")):
        press = people.press(who.user, who.messages[-1], data, forged=True)
        await world.settles()
        assert people.toast(press).alert, data
    await ha.says("/handover nhận")
    ha.sees("không có bàn giao ca nào")
    press = people.press(ha.user, ha.messages[-1], "received:1", forged=True)
    await world.settles()
    assert "Minh chưa ký bàn giao" in people.toast(press).text
    for data in ("sign:1", "received:1"):
        binh = crew["binh"]
        press = people.press(binh.user, binh.messages[-1], data, forged=True)
        await world.settles()
        assert not people.toast(press).alert, data
    done = await handover(world)
    assert None not in (done["signed_at"], done["confirmed_at"])


async def test_a_second_press_says_when_it_was_done(world, watch, minh, ha):
    await world.passes(minutes=20)
    await ha.says("/checkin")
    card = minh.sees(CARD)
    await minh.presses("Ký bàn giao", on=card)
    toast = await minh.presses("Ký bàn giao", on=card)
    assert "đã ký lúc 14:00" in toast.text
    card = ha.sees(CARD)
    await ha.presses("Đã nhận", on=card)
    toast = await ha.presses("Đã nhận", on=card)
    assert "đã được xác nhận lúc 14:00" in toast.text


async def test_a_word_marked_secret_is_not_kept(world, watch, minh):
    await world.passes(minutes=20)
    await minh.says("/handover Tài liệu TUYỆT MẬT để trong tủ")
    assert (await handover(world))["note"] == ""
    assert "handover-note" not in await log(world)
