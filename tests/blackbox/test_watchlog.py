"""The watch log: written by people and by what happens, looked at, and the checklist of a shift."""

from datetime import timedelta

import pytest

from storage.tables import timeline
from storage.watch_tables import watch_log
from tests.members import rejects
from tests.watches import a_shift, a_watch

CONSOLE, ANTIVIRUS = "Màn hình giám sát", "phòng chống mã độc"


@pytest.fixture
async def reporter(world):
    return await world.member("Lan", "citizen")


@pytest.fixture
async def watch(world):
    return await a_watch(world)


@pytest.fixture
async def nam(world, watch):
    """On watch for twelve hours, checked in."""
    nam = await world.member("Nam")
    await a_shift(world, watch, nam)
    await nam.says("/checkin")
    return nam


def last(human):
    return str(human.messages[-1].text)


async def lines(world, *kinds):
    return [row for row in await world.rows(watch_log) if row["kind"] in kinds]


async def test_a_line_is_entered_in_the_shift_that_its_author_stands(world, nam, watch):
    await nam.says("/log đã kiểm tra phòng máy, bình thường")
    assert "Đã ghi vào nhật ký trực, ca Trực ban" in last(nam)
    (row,) = await lines(world, "note")
    assert (row["text"], row["person_id"]) == ("đã kiểm tra phòng máy, bình thường", nam.person_id)
    assert (row["watch_id"], row["shift_id"]) == (watch.id, 1)


async def test_a_line_of_somebody_off_duty_belongs_to_the_watch_that_runs(world, nam, watch):
    tung = await world.member("Tùng", "lead")
    await tung.says("/nhatky gọi nhắc kíp trực")
    (row,) = await lines(world, "note")
    assert (row["watch_id"], row["shift_id"]) == (watch.id, None)
    assert "Đã ghi vào nhật ký trực. Xem lại" in last(tung)


async def test_without_a_watch_a_line_is_entered_too(world, minh):
    await minh.says("/log đổi mật khẩu máy trực")
    assert [row["watch_id"] for row in await lines(world, "note")] == [None]
    await minh.says("/log")
    assert "Minh: đổi mật khẩu máy trực" in last(minh)


async def test_an_empty_or_endless_line_is_refused_and_a_secret_is_masked(world, nam):
    await nam.says("/log " + "x" * 2001)
    assert "dài nhất 2000" in last(nam)
    await nam.says("/log mật khẩu: Abc@12345")
    nam.sees("Tôi đã che mật khẩu")
    (row,) = await lines(world, "note")
    assert "Abc@12345" not in row["text"]


async def test_a_photo_can_be_a_line(world, nam):
    photo = world.playground.people.send_photo
    photo(nam.user, world.bot, b"photo", "/log đèn tủ mạng đỏ")
    await world.settles()
    (row,) = await lines(world, "note")
    assert (row["text"], row["details"]["media"]) == ("đèn tủ mạng đỏ", "photo")
    await nam.says("/log")
    assert "Nam gửi tệp" in last(nam)


async def test_citizens_neither_read_nor_write_it(world, lan, nam):
    for words in ("/log", "/log xin chào", "/log check"):
        await lan.says(words)
        assert "chỉ dành cho" in last(lan)
    assert await lines(world, "note") == []


async def test_the_log_of_a_shift_holds_everything_in_order(world, nam, reporter):
    await world.receives(reporter)
    await world.settles()
    await world.passes(minutes=2)
    await nam.presses("Tôi nhận")
    await world.passes(seconds=1)
    await nam.says("/log đã gọi nhà mạng")
    await nam.presses(CONSOLE)
    await nam.says("/log")
    shown = last(nam)
    order = (
        "Thứ Tư 02/09",
        "02:00 ✅ Nam vào ca Trực ban",
        "02:00 🆕 SC-2026-0001 Mã hóa dữ liệu",
        "02:00 📣 SC-2026-0001: gọi Nam",
        "02:02 ✋ SC-2026-0001: Nam nhận",
        "02:02 📝 Nam: đã gọi nhà mạng",
        f"02:02 ☑ Nam đã kiểm tra: {CONSOLE}",
    )
    places = [shown.find(words) for words in order]
    assert -1 not in places, shown
    assert places == sorted(places)
    assert "Lan" not in shown


async def test_a_day_is_looked_at_by_its_date_and_turned_to_its_neighbours(world, nam):
    await nam.says("/log ghi ngày hai")
    await world.passes(hours=30)
    await nam.says("/log 2/9")
    assert "ghi ngày hai" in last(nam)
    before = len(nam.messages)
    await nam.presses("03/09")
    assert "ghi ngày hai" not in last(nam)
    await nam.presses("02/09")
    assert "ghi ngày hai" in last(nam)
    assert len(nam.messages) == before
    await nam.says("/log 4/9/2026")
    assert "chưa đến" in last(nam)


async def test_a_long_day_has_pages(world, nam):
    for number in range(18):
        await nam.says(f"/log dòng {number} " + "chữ " * 100)
    await nam.says("/log")
    assert "dòng 17 " in last(nam)
    assert "Trang 3/3" in last(nam)
    assert "dòng 0 " not in last(nam)
    await nam.presses("Cũ hơn")
    await nam.presses("Cũ hơn")
    assert "dòng 0 " in last(nam)
    await nam.presses("Mới hơn")
    assert "Trang 2/3" in last(nam)


async def test_the_group_is_answered_where_it_asks_and_presses_lead_to_private(world, nam):
    await nam.says_in_group("/log bảo vệ báo có khách")
    world.group_sees("Đã ghi vào nhật ký trực")
    await nam.says_in_group("/log 2/9")
    shown = world.group_sees("bảo vệ báo có khách")
    toast = await nam.presses("01/09", on=shown)
    assert "tin nhắn riêng" in toast.text
    assert "Thứ Ba 01/09" in last(nam)


@pytest.mark.parametrize("data", ["log:99999999", "log:20260230", "log:2", "shiftlog:77:0"])
async def test_a_forged_page_is_refused_and_changes_nothing(world, nam, data):
    await nam.says("/log")
    toast = world.playground.people.press(nam.user, nam.messages[-1], data, forged=True)
    await world.settles()
    assert world.playground.people.toast(toast).text


async def test_a_note_goes_to_the_open_incident_else_to_the_watch_log(world, nam, reporter):
    await nam.says("/note yên ắng")
    assert "nhật ký trực" in last(nam)
    await world.receives(reporter)
    await world.settles()
    await nam.says("/note đã rút cáp")
    assert "nhật ký SC-2026-0001" in last(nam)
    await nam.says("/log đổi ca ăn trưa")
    assert [row["text"] for row in await lines(world, "note")] == ["yên ắng", "đổi ca ăn trưa"]
    noted = [row["text"] for row in await world.rows(timeline) if row["kind"] == "note"]
    assert noted == ["đã rút cáp"]


async def test_a_note_after_the_incident_is_over_goes_to_the_watch_log_unless_it_is_named(
    world, nam, reporter
):
    await world.receives(reporter)
    await world.settles()
    tung = await world.member("Tùng", "lead")
    await rejects(tung)
    await nam.says("/note hết việc")
    assert [row["text"] for row in await lines(world, "note")] == ["hết việc"]
    await nam.says("/note SC-2026-0001 nhầm máy")
    noted = [row["text"] for row in await world.rows(timeline) if row["kind"] == "note"]
    assert noted == ["nhầm máy"]
    await nam.says("/note SC-2026-0099 nhầm máy")
    assert "Không tìm thấy" in last(nam)


async def test_who_checks_in_gets_the_checklist_and_ticks_it_in_place(world, nam):
    shown = nam.sees("Kiểm tra trong ca Trực ban", with_button=CONSOLE)
    assert len(shown.buttons) == 4
    toast = await nam.presses(CONSOLE)
    assert "Đã ghi" in toast.text
    now = nam.sees("Kiểm tra trong ca Trực ban")
    assert now.id == shown.id
    assert f"☑ {CONSOLE}" in now.text
    assert "(Nam, 02:00" in now.text
    assert len(now.buttons) == 3
    (row,) = await lines(world, "checked")
    assert (row["details"], row["shift_id"]) == ({"check": "monitoring"}, 1)


async def test_a_second_tick_says_who_was_first(world, nam):
    shown = nam.sees("Kiểm tra trong ca", with_button=CONSOLE)
    data = next(b.data for b in shown.buttons if CONSOLE in b.label)
    for _ in range(2):
        query = world.playground.people.press(nam.user, shown, data, late=True)
    await world.settles()
    assert "Nam đã kiểm tra lúc 02:00" in world.playground.people.toast(query).text
    assert len(await lines(world, "checked")) == 1


async def test_it_can_be_typed_and_a_whole_list_says_so(world, nam):
    for number in (1, 2, 3, 4):
        await nam.says(f"/log check {number}")
    assert "Kiểm tra trong ca Trực ban: đủ" in last(nam)
    await nam.says("/log kiểm tra 5")
    assert "không còn nữa" in last(nam)
    await nam.says("/nhatky kiểm tra")
    assert "đủ" in last(nam)


async def test_only_who_stands_the_shift_or_a_lead_ticks(world, nam, watch):
    ha, tung = await world.member("Hà"), await world.member("Tùng", "lead")
    shown = nam.sees("Kiểm tra trong ca", with_button=CONSOLE)
    data = next(b.data for b in shown.buttons if CONSOLE in b.label)
    await ha.says("/log check")
    assert "không đang trực" in last(ha)
    for human, said in ((ha, "Ca này của Nam"), (tung, "Đã ghi")):
        await human.says("/log 2/9")
        press = world.playground.people.press
        query = press(human.user, human.messages[-1], data, forged=True)
        await world.settles()
        assert said in world.playground.people.toast(query).text
    (row,) = await lines(world, "checked")
    assert row["person_id"] == tung.person_id


async def test_what_is_unticked_stands_in_the_hand_over(world, nam, watch):
    ha = await world.member("Hà")
    await a_shift(world, watch, ha, after=timedelta(hours=12))
    await nam.presses(CONSOLE)
    await world.passes(hours=12)
    card = nam.sees(ANTIVIRUS, with_button="Ký")
    assert CONSOLE not in card.text


async def test_who_stays_on_gets_a_list_of_their_own(world, nam, watch):
    await a_shift(world, watch, nam, after=timedelta(hours=12))
    await nam.presses(CONSOLE)
    await world.passes(hours=12, minutes=1)
    shown = nam.sees("Kiểm tra trong ca Trực ban", with_button=CONSOLE)
    assert len(shown.buttons) == 4


async def test_after_the_shift_nobody_ticks_any_more(world, nam):
    shown = nam.sees("Kiểm tra trong ca", with_button=CONSOLE)
    await world.passes(hours=13)
    toast = await nam.presses(CONSOLE, on=shown)
    assert "đã hết" in toast.text
    assert await lines(world, "checked") == []
