"""Deadlines by law and seriousness: counted on the card, told of in time, settled by people."""

import pytest

from storage.room_tables import incident_deadlines
from tests.members import answer_to, rejects, solves_again, story
from tests.reporters import forges

CODE = "SC-2026-0001"


@pytest.fixture
async def taken(world, minh):
    """Minh has taken a case of ransomware."""
    await world.receives(await world.member("An", "staff"), "ransomware")
    await world.settles()
    await minh.presses("Tôi nhận")
    return world


def card_of(world):
    return world.group_sees("Phương án:", with_button="Thời hạn").text


async def state_of(world, code):
    found = [row["state"] for row in await world.rows(incident_deadlines) if row["code"] == code]
    return found[0] if found else None


async def test_the_card_counts_down(taken, minh):
    world = taken
    assert "(72 giờ): còn 2 ngày 23 giờ, trước 02:00 ICT ngày 05/09" in card_of(world)
    await solves_again(minh)
    await world.passes(hours=7)
    assert "(72 giờ): còn 2 ngày 17 giờ, trước 02:00 ICT ngày 05/09" in card_of(world)


async def test_what_was_sent_is_entered_in_a_dialogue_and_kept(taken, minh):
    world = taken
    await minh.says(f"/deadlines {CODE}")
    page = minh.sees("Thời hạn theo quy định", "⚠ Chưa có người", with_button="✔ 3. Đã gửi")
    await minh.presses("✔ 3. Đã gửi", on=page)
    assert "trước lúc bắt đầu tính (02:00 Thứ Tư, 02/09/2026)" in await answer_to(minh, "01:30")
    for words in ("2 giờ", "thư điện tử", "12/BC-ĐƯCSC", "PA05 xác nhận 01:45"):
        await minh.says(words)
    minh.sees("Gửi lúc: “2 giờ”, hiểu là 02:00 Thứ Tư, 02/09/2026")
    await minh.says("gửi")
    minh.sees("✅ Đã ghi: Báo cáo sự cố", "gửi lúc 02:00 Thứ Tư, 02/09/2026")
    shown = minh.sees("✅ 3. Báo cáo sự cố")
    assert "số 12/BC-ĐƯCSC, biên nhận: PA05 xác nhận 01:45 (Minh ghi)" in shown.text
    assert "72 giờ" not in card_of(world)
    assert "deadline-done" in await story(world)
    await minh.says(f"/incident {CODE}")
    minh.sees("Minh ghi đã gửi: Báo cáo sự cố", ": 12/BC-ĐƯCSC · PA05 xác nhận 01:45")
    assert "đã gửi (Minh" in (await forges(world, minh, "sent:3")).text


async def test_a_lead_says_what_does_not_apply_and_nobody_else_does(taken, minh, tung):
    world = taken
    refused = await answer_to(minh, f"/deadlines {CODE} bỏ qua 1 báo theo ngành")
    assert "chỉ huy Đội trở lên" in refused
    told = await answer_to(tung, f"/deadlines {CODE} bỏ qua 1 báo theo ngành")
    assert "không áp dụng: Thông báo sự cố" in told
    assert await state_of(world, "notice_2017") == "waived"
    assert "deadline-waived" in await story(world)


async def test_detection_before_the_report_moves_every_deadline(taken, minh):
    await minh.says(f"/deadlines {CODE}")
    await minh.presses("Giờ phát hiện")
    assert "phía trước" in await answer_to(minh, "05/09/2026 10:00")
    await minh.says("22:15 hôm qua")
    await minh.says("gửi")
    minh.sees("đã ghi phát hiện lúc 22:15 Thứ Ba, 01/09/2026")
    minh.sees("Phát hiện lúc 22:15 ICT ngày 01/09")
    assert "trước 22:15 ICT ngày 04/09" in card_of(taken)
    await minh.says(f"/incident {CODE}")
    minh.sees("Minh ghi phát hiện lúc 22:15 ICT ngày 01/09")


async def test_two_conditions_a_proposal_and_the_decision(taken, minh, tung, ha):
    world = taken
    await minh.says(f"/serious {CODE}")
    page = minh.sees("Điều kiện A chưa đủ", "Điều kiện B chưa đủ")
    assert "Chỉ người phụ trách" in (await forges(world, ha, "mark:1:beyond")).text
    await minh.presses("Đề xuất nghiêm trọng", on=page)
    minh.sees("chưa đủ hai điều kiện", with_button="Vẫn đề xuất")
    assert await state_of(world, "first_notice_2026") is None
    for label in ("Hệ thống cấp độ 4 hoặc 5", "a) Gián đoạn", "Vượt khả năng"):
        await minh.presses(label, on=page)
    minh.sees("Điều kiện A đủ", "Điều kiện B đủ", with_button="☑ a) Gián đoạn")
    minh.sees("Báo cáo ban đầu, khẩn cấp", "ngay")
    await minh.presses("Đề xuất nghiêm trọng", on=page)
    assert "Đề xuất nghiêm trọng: Minh, 02:00 ICT. Chờ quyết định." in card_of(world)
    assert await state_of(world, "first_notice_2026") == "open"
    await tung.says(f"/serious {CODE}")
    await tung.presses("Ghi quyết định")
    for words in ("nghiêm trọng", "Công an tỉnh", "vừa xong", "88/QĐ", "gửi"):
        await tung.says(words)
    assert "SỰ CỐ NGHIÊM TRỌNG theo quyết định của Công an tỉnh, 02:00 ICT, 88/QĐ" in card_of(world)
    await tung.presses("Ghi quyết định")
    await tung.says("không nghiêm trọng")
    tung.sees("Ai quyết định")
    await tung.says("/cancel")
    assert "đã có quyết định" in (await forges(world, minh, "propose:1:withdraw")).text
    told = await story(world)
    assert [k for k in told if "serious" in k] == ["serious-proposed", "decided-serious"]
    await minh.says(f"/incident {CODE}")
    minh.sees("Minh đánh dấu: Vượt khả năng xử lý", "ghi quyết định: nghiêm trọng: Công an tỉnh")


async def test_a_mark_taken_back_and_a_rejection_stop_what_they_set_running(taken, minh):
    world = taken
    await forges(world, minh, "mark:1:sensitive")
    assert await state_of(world, "subjects_2026") == "open"
    assert await state_of(world, "personal_2026") == "open"
    await forges(world, minh, "mark:1:sensitive")
    assert await state_of(world, "subjects_2026") == "dropped"
    assert await state_of(world, "personal_2026") == "open"
    await rejects(minh)
    assert "open" not in {row["state"] for row in await world.rows(incident_deadlines)}


async def test_the_closing_report_is_due_five_days_after_the_end(taken, minh, tung):
    world = taken
    await solves_again(minh)
    assert await state_of(world, "closing_2017") == "open"
    assert await state_of(world, "report_2026") == "open"
    await tung.says(f"/reopen {CODE} chưa ổn")
    assert await state_of(world, "closing_2017") == "dropped"


async def sends(person, number, *words):
    """Enter a deadline as sent."""
    await person.says(f"/deadlines {CODE} xong {number}")
    for said in (*words, "bỏ qua", "gửi"):
        await person.says(said)


NOW = ("vừa xong", "thư điện tử", "12/TB-ĐƯCSC")
OWED = "cập nhật ngay cho đúng nơi đã nhận"
THE_SAME = "chủ quản hệ thống, đơn vị chuyên trách, cơ quan điều phối quốc gia"


async def test_what_changes_after_a_report_is_owed_to_whoever_got_it(taken, minh, tung):
    world = taken
    await forges(world, minh, "mark:1:interrupted")
    minh.does_not_see(OWED)
    await sends(minh, 1, *NOW)
    minh.does_not_see(OWED)
    await forges(world, minh, "mark:1:spread")
    owed = minh.sees(OWED, with_button="Đã gửi").text
    assert f"thêm: đ) Có thể lan rộng, dây chuyền). Phải {OWED}: {THE_SAME}." in owed
    tung.sees(OWED)
    assert "Cập nhật cho nơi đã nhận (TT 20): ngay" in card_of(world)
    await world.passes(minutes=31)
    await minh.presses("Đã gửi", on=minh.sees(OWED))
    for words in ("vừa xong", "điện thoại", "bỏ qua", "A05 xác nhận", "gửi"):
        await minh.says(words)
    assert await state_of(world, "update_2017:1") == "done"
    assert "Cập nhật" not in card_of(world)
    await world.passes(minutes=1)
    assert "Thấp" in await answer_to(tung, f"/severity {CODE} low")
    assert await state_of(world, "update_2017:2") == "open"
    told = await story(world)
    assert told.count("update-owed") == 2
    await minh.says(f"/incident {CODE}")
    minh.sees("Có thay đổi sau khi báo cáo, phải cập nhật: chủ quản hệ thống")


async def test_an_update_is_dropped_when_all_is_as_it_was_told_and_waived_by_a_lead(
    taken, minh, tung
):
    world = taken
    await sends(minh, 1, *NOW)
    await forges(world, minh, "mark:1:control")
    assert await state_of(world, "update_2017:1") == "open"
    await forges(world, minh, "mark:1:control")
    assert await state_of(world, "update_2017:1") == "dropped"
    await rejects(minh)
    assert "không phải sự cố" in minh.sees(OWED).text
    assert await state_of(world, "update_2017:2") == "open"
    number = len(await world.rows(incident_deadlines))
    await tung.says(f"/deadlines {CODE} bỏ qua {number} đã báo qua điện thoại")
    assert await state_of(world, "update_2017:2") == "waived"
