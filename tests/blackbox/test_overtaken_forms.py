"""Dialogues about an end: overtaken by others, ended by a word, and naming what they are about."""

from storage.tables import due_rows, forms
from tests.members import solves, solves_again, waiting
from tests.reporters import open_forms, reports


async def test_a_form_about_what_somebody_else_solved_ends_and_says_so(world, minh, tung, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await minh.says("/resolve SC-2026-0001")
    await minh.says("lộ mật khẩu")
    await solves_again(tung)
    minh.sees("SC-2026-0001", "giữ trong nhật ký")
    assert await open_forms(world) == []
    assert await waiting(world, "form-") == []


async def test_sending_what_may_no_longer_be_sent_ends_the_form(world, minh, tung, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await minh.says("/resolve SC-2026-0001")
    for words in ("lộ mật khẩu", "đã đổi", "1", "tự xử lý"):
        await minh.says(words)
    await world.member("Bình")
    await tung.says("/assign SC-2026-0001 Bình")
    await minh.presses("Gửi")
    assert await open_forms(world) == []
    assert (await world.incident())["status"] == "verifying"
    assert await waiting(world, "form-") == []


async def test_a_form_of_whoever_gives_an_incident_back_is_given_up(world, minh, ha, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await minh.says("/resolve SC-2026-0001")
    await minh.says("lộ mật khẩu")
    await minh.says("/incident SC-2026-0001")
    await minh.presses("Trả lại")
    assert await open_forms(world) == []


async def test_a_form_given_up_for_another_leaves_no_alarm_behind(world, minh, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await minh.says("/report")
    await minh.says("/resolve SC-2026-0001")
    rows = [row["id"] for row in await world.rows(forms) if row["state"] == "open"]
    alarms = [r for r in await world.rows(due_rows) if r["state"] == "waiting"]
    assert {r["subject_id"] for r in alarms if r["kind"].startswith("form-")} == set(rows)


async def test_every_question_on_the_end_of_an_incident_names_it(minh, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await minh.says("/resolve SC-2026-0001")
    for words in ("lộ mật khẩu", "đã đổi", "1", "khác", "VNPT"):
        assert "SC-2026-0001" in minh.messages[-1].text
        await minh.says(words)
    minh.sees("Xem lại rồi gửi", "SC-2026-0001")
    await minh.says("hủy")
    await minh.says("/reject SC-2026-0001")
    for words in ("trùng", "SC-2026-0009", "như trên"):
        assert "SC-2026-0001" in minh.messages[-1].text
        await minh.says(words)
    minh.sees("Xem lại rồi gửi", "SC-2026-0001")


async def test_solving_an_own_report_says_that_it_is_closed(world, minh):
    await world.receives(minh)
    await world.settles()
    await solves(minh)
    assert (await world.incident())["status"] == "closed"
    minh.sees("xử lý xong và đóng", "SC-2026-0001")


# Huy is a name


async def test_a_name_does_not_cancel_a_report(world, minh, lan):
    await lan.says("Trang bị thay hình")
    for button in ("Tiếng Việt", "Thay đổi giao diện"):
        await lan.presses(button)
    for words in ("Phường A", "vừa xong", "xong", "điện thoại", "Huy"):
        await lan.says(words)
    lan.sees("Xem lại", "Huy")
    await lan.says("huy")
    lan.sees("/cancel")
    await lan.says("Hủy")
    lan.sees("Đã hủy báo cáo")
