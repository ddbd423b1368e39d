"""A whole watch over National Day: planned, kept for three days, killed once, and reported.

What is proposed is the solver's business; the story asks who stands where and goes from there.
"""

import pytest

from bot.services.deadlines import DEADLINE
from bot.timekeeper import RECURRING
from storage.tables import due_rows
from tests.three_days import WRITTEN, Crew, at, newest_file, sees_button
from tests.world import a_world

START = at("28/8 09:00")
NAME = "Trực lễ Quốc khánh 2/9"
TAKE, SIGN, RECEIVED = "Tôi trực thay", "Ký bàn giao", "Đã nhận"
ALL = "Tôi trực được tất cả"
DEFACED, RANSOM = "Trang chủ phường A bị thay hình lạ", "Máy chủ văn thư bị mã hóa"


@pytest.fixture
async def crew(database_url, tmp_path):
    async with a_world(database_url, tmp_path, start=START) as world:
        yield await Crew.gathered(world)


async def test_a_watch_of_three_days_is_planned_kept_and_reported(crew):
    await is_planned(crew)
    await is_published(crew)
    await is_answered(crew)
    await a_gap_is_filled(crew)
    await is_tested(crew)
    await first_day(crew)
    await first_night(crew)
    await second_morning(crew)
    await second_night(crew)
    await third_day(crew)
    await is_reported(crew)
    await is_over(crew)


async def is_planned(crew):
    """By a dialogue that outlives a restart; who is away gets nothing on those days."""
    lead, an = crew.lead, crew["An"]
    await an.says("/away 3/9 đám cưới em gái")
    an.sees("Đã ghi bạn vắng", "03/09")
    await lead.says("/away 1/9-2/9 họp Tỉnh ủy")
    await lead.says("/watch new")
    for words in (NAME, "1/9", "3/9"):
        await lead.says(words)
    await crew.world.restarts()
    await lead.presses("07:30-19:30")
    await lead.says("trực ban, dự phòng")
    await lead.presses("Có, luôn hai người")
    await lead.presses("Có hỏi")
    await lead.presses("Gửi")
    lead.sees(NAME, "bản nháp", "còn trống 12", with_button="Đề xuất công bằng")
    await lead.presses("Đề xuất công bằng")
    lead.sees("đã xếp 12/12 chỗ", "Mọi nguyện vọng đều được giữ")
    await lead.presses("Xem bảng")
    table = lead.sees(NAME, "🎌 Thứ Tư 02/09 · Quốc khánh", "Trực dự phòng").text
    before, third = table.split("03/09")
    assert "An" not in third
    assert "Tùng" not in before


async def is_published(crew):
    """With one place left empty, which is brought up first; the group sees it all in a picture."""
    lead, world = crew.lead, crew.world
    await lead.says("/watch clear 3/9 19:30 dự phòng")
    await lead.says("/watch publish")
    lead.sees("còn 1 chỗ trống, vẫn công bố?", "Thứ Năm 03/09 19:30-07:30, Trực dự phòng")
    await lead.presses("Vẫn công bố")
    lead.sees("đã công bố", "còn trống 1", "chưa trả lời 11")
    picture = world.group_sees(NAME)
    assert picture.kind == "photo"
    assert world.group.pinned == [picture.id]


async def is_answered(crew):
    """One can't and another takes it, which the lead agrees to; one forgets and is named."""
    lead, day = crew.lead, at("3/9 07:30")
    cannot = next(one for one in await crew.pair(day) if one is not lead)
    slow = next(one for one in await crew.pair("1/9 07:30") if one is not cannot)
    for one in crew.others(cannot, slow):
        if sees_button(one, "❌", "Ca trực của bạn"):
            await one.says("/confirm")
            one.sees("Đã xác nhận")
    posts = [await crew.shift(day, post) for post in ("primary", "backup")]
    (theirs,) = [row["id"] for row in posts if row["person_id"] == cannot.person_id]
    await cannot.says(f"/confirm no {theirs}")
    await cannot.says("/confirm")
    lead.sees(f"{cannot.user.first_name} không trực được", "Thứ Năm 03/09")
    taker = crew.asked(TAKE, "nhờ trực thay", *await crew.pair("2/9 19:30"), slow)
    await taker.presses(TAKE)
    taker.sees("Đang chờ chỉ huy duyệt")
    await lead.presses("Duyệt")
    cannot.sees(f"{taker.user.first_name} trực thay bạn", "Bạn không phải trực ca này nữa")
    crew.world.group_sees("Lịch trực bây giờ", "Thứ Năm 03/09", "⚠️ TRỐNG")
    await crew.until("29/8 10:00")
    lead.sees("1 người chưa xác nhận", slow.user.first_name)
    await slow.presses(ALL if sees_button(slow, ALL) else "Xác nhận")


async def a_gap_is_filled(crew):
    """The lead hears of it in the morning, asks everybody, and the first to say yes has it."""
    lead, world = crew.lead, crew.world
    await crew.until("30/8 08:01")
    lead.sees("Lịch trực 14 ngày tới", "không có Trực dự phòng", "chỉ đến Trực ban")
    await lead.presses("Tìm Trực dự phòng")
    world.group_sees("Cần người trực: Trực dự phòng", with_button=TAKE)
    on = [*await crew.pair("3/9 07:30"), await crew.on("3/9 19:30")]
    taker = crew.asked(TAKE, "Cần người trực", *on)
    await taker.presses(TAKE)
    world.group_sees(f"{taker.user.first_name} nhận ca còn trống", "Lịch trực bây giờ")
    await taker.says("/gaps")
    taker.sees("Không có ca nào còn trống")


async def is_tested(crew):
    """A page to everybody the day before; who is silent is named, and answers late."""
    await crew.until("31/8 07:31")
    silent, *others = [one for one in crew.others(crew.lead) if sees_button(one, RECEIVED)]
    for one in [crew.lead, *others]:
        if sees_button(one, RECEIVED):
            one.sees("cuộc gọi THỬ", NAME)
            await one.presses(RECEIVED)
    await crew.until("31/8 07:41")
    crew.lead.sees("Gọi thử", f"❌ {silent.user.first_name}")
    await silent.says("1")
    silent.sees("Gọi thử thành công")
    crew.lead.sees(f"{silent.user.first_name} đã trả lời cuộc gọi thử", "muộn")
    for one in await crew.pair("1/9 07:30"):
        one.sees("Còn 1 ngày tới ca trực của bạn", "Thứ Ba 01/09")


async def first_day(crew):
    """Both come; one does not answer "still there?" at once, and everybody hears of it."""
    lead, (first, second) = crew.lead, await crew.pair("1/9 07:30")
    await crew.until("1/9 07:20")
    first.sees("Còn 1 giờ tới ca trực của bạn")
    await first.presses("Vào ca")
    await second.says("có")
    second.sees("Đã vào ca Trực dự phòng, đến 19:30")
    await first.says("/log Điều hòa phòng máy kêu to, đã báo hành chính")
    await first.presses("Bảng điều khiển phòng chống mã độc")
    await crew.until("1/9 11:25")
    second.sees("Bạn còn ở vị trí Trực dự phòng chứ?")
    await second.presses("Còn trực")
    await crew.until("1/9 11:40")
    name = first.user.first_name
    second.sees(f"{name} đang trực Trực ban nhưng không trả lời", with_button=TAKE)
    lead.sees(f"{name} không trả lời “Còn trực chứ?”", with_button="Đã biết")
    await first.presses("Còn trực")
    crew.world.group_sees(f"{name} vẫn đang trực Trực ban")
    await crew.stays("1/9 15:41")


async def first_night(crew):
    """A hand-over is late; an incident calls the watch and not whoever is on duty otherwise."""
    day, day_backup = await crew.pair("1/9 07:30")
    night, backup = await crew.pair("1/9 19:30")
    await crew.until("1/9 19:20")
    await night.presses("Vào ca")
    await backup.presses("Vào ca")
    await crew.until("1/9 19:46")
    card = day.sees("Bàn giao ca: Trực ban", "phòng máy kêu to", "Chưa kiểm tra trong ca")
    assert "mã độc" not in card.text
    night.sees("chưa xong: chờ", day.user.first_name)
    await day.says("/handover Máy chủ thư khởi động lại lúc 22:00")
    await day.presses(SIGN)
    night.sees("Máy chủ thư khởi động lại lúc 22:00", with_button=RECEIVED)
    await night.presses(RECEIVED)
    day.sees(f"{night.user.first_name} đã nhận bàn giao Trực ban")
    await day_backup.presses(SIGN)
    await backup.presses(RECEIVED)
    await crew.until("1/9 23:40")
    usual = crew.others(crew.lead, night, backup)[0]
    await crew.world.on_duty(usual, hours=6)
    code = await crew.reports(DEFACED, "Thay đổi giao diện")
    night.sees(code, with_button="Tôi nhận")
    backup.does_not_see(code)
    await crew.world.passes(minutes=5, seconds=5)
    await backup.presses("Tôi nhận")
    night.sees(f"{backup.user.first_name} đã nhận {code}")
    for one in crew.others(night, backup):
        one.does_not_see(code)
    await backup.presses("Trong ngày")
    await backup.says("/note Đã chuyển trang sang chế độ bảo trì")
    await crew.stays("2/9 06:05")


async def second_morning(crew):
    """A report at seven; then somebody is late, and whoever leaves is still called."""
    lead, world = crew.lead, crew.world
    night, night_backup = await crew.pair("2/9 07:29")
    late, second = await crew.pair("2/9 07:30")
    await crew.until("2/9 07:20")
    world.group_sees("Báo cáo trực hằng ngày", NAME, "Sự cố tiếp nhận: 1", "đang xác minh")
    assert newest_file(lead).endswith(".docx")
    await second.presses("Vào ca")
    second.sees("Sự cố đang mở: 1")
    await crew.until("2/9 07:32")
    await night_backup.presses(SIGN)
    second.sees("Sự cố đang mở", "SC-2026-0001", with_button=RECEIVED)
    await second.presses(RECEIVED)
    night.does_not_see("đã thay bạn ở vị trí Trực ban")
    code = await crew.reports(RANSOM, "Mã hóa dữ liệu")
    night.sees(code, with_button="Tôi nhận")
    await somebody_stands_in(crew, night, late, second)
    await crew.solves(night, code)
    await crew.solves(night_backup, "SC-2026-0001")
    await crew.until("2/9 08:15")
    await late.says("/checkin")
    late.sees("Đã vào ca Trực ban")
    second.sees(f"{late.user.first_name} đã có mặt và nhận lại ca Trực ban")
    for told in ("2/9 11:50", "2/9 15:55"):
        await crew.stays(told)


async def somebody_stands_in(crew, night, late, second):
    """The bot is killed for nine minutes; then all that came due meanwhile happens."""
    lead, world, name = crew.lead, crew.world, late.user.first_name
    await world.dies()
    world.hand.advance(9 * 60)
    await world.comes_back()
    lead.sees(f"{name} chưa vào ca Trực ban", f"Đã hỏi trực thay: {second.user.first_name}")
    second.sees(f"{name} chưa vào ca Trực ban", with_button=TAKE)
    await night.presses("Tôi nhận")
    await night.presses(SIGN)
    await second.presses(TAKE)
    night.sees(f"{second.user.first_name} đã thay bạn ở vị trí Trực ban")
    assert "gửi /checkin để nhận lại ca" in late.messages[-1].text
    await second.presses(RECEIVED)


async def second_night(crew):
    """Somebody falls ill: the backup is called at once, then everybody; no lead is waited for."""
    on = await crew.pair("2/9 18:00")
    await crew.until("2/9 18:00")
    ill, backup = await crew.pair("2/9 19:30")
    await ill.says("/swap now sốt cao")
    backup.sees("Cần người trực thay", "sốt cao", with_button=TAKE)
    crew.lead.sees(f"{ill.user.first_name} không trực được", "sốt cao")
    await crew.world.passes(minutes=6)
    await (helper := crew.asked(TAKE, "sốt cao", *on, backup)).presses(TAKE)
    ill.sees(f"{helper.user.first_name} trực thay bạn", "Bạn không phải trực ca này nữa")
    await crew.changes("2/9 19:30")
    assert helper in await crew.pair("2/9 19:30")
    await crew.stays("3/9 06:05")


async def third_day(crew):
    """Nothing happens, and it is done as on all other days."""
    await crew.changes("3/9 07:30")
    for told in ("3/9 11:25", "3/9 15:30"):
        await crew.stays(told)
    await crew.changes("3/9 19:30")
    await crew.stays("4/9 06:05")


async def is_reported(crew):
    """The last one signs for the leads; then the watch ends with its report."""
    lead, (last, _) = crew.lead, await crew.pair("4/9 07:29")
    await crew.until("4/9 07:31")
    await last.presses(SIGN)
    lead.sees("Bàn giao ca: Trực ban", f"Người giao: {last.user.first_name}", "Bàn giao đã xong")
    await crew.until("4/9 08:00")
    report = crew.world.group_sees("Báo cáo kết thúc đợt trực", NAME).text
    for part in ("100,0 %", "1 muộn · 0 vắng", "Sự cố tiếp nhận: 2", "đủ chữ ký"):
        assert part in report
    assert "Thay đổi lịch trực: 5" in report
    assert newest_file(lead).endswith(".docx")
    await lead.says("/log sheet")
    assert newest_file(lead).endswith(".xlsx")
    await lead.says("/watch")
    assert NAME not in lead.messages[-1].text


async def is_over(crew):
    """The log has it all; nothing waits, and nothing was lost."""
    lead, log = crew.lead, ""
    for day in ("28/8", "29/8", "30/8", "31/8", "1/9", "2/9", "3/9", "4/9"):
        await lead.says(f"/log {day}")
        log += lead.messages[-1].text
    for part in WRITTEN:
        assert part in log, part
    await crew.until("5/9 09:00")
    waiting = {row["kind"] for row in await crew.world.rows(due_rows) if row["state"] == "waiting"}
    # What the law gives days for runs on: nobody has entered a report as sent.
    assert waiting - {DEADLINE} == set(RECURRING)
    assert await crew.never_sent() == []
