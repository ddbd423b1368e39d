"""Official papers in chat: asked for what is missing, made, given out again, entered as sent."""

import re

from bot.domain.outside import INTERNAL
from storage.form_tables import case_papers
from storage.room_tables import incident_deadlines
from storage.tables import timeline
from tests.case_papers import (  # noqa: F401 fixtures are asked for by name
    CODE,
    NOTICE,
    case_taken,
    fills,
    made,
)
from tests.members import answer_to, rejects, solves_again, story
from tests.reporters import forges

# Organisation, address, phone, mail; contact's phone, mail; operator; how found; told whom; secret.
ANSWERS = ("Đội ứng cứu", "Số 1 Trần Phú", "bỏ qua", "bỏ qua", "0912 345 678", "bỏ qua")
REST = ("Sở Y tế", "1, 3", "Cơ quan điều phối quốc gia", "có", "gửi")


async def test_what_is_missing_is_asked_one_by_one_and_the_paper_comes_as_a_draft(taken, minh):
    world = taken
    await minh.says(f"/form {CODE} 03")
    minh.sees("Tên tổ chức báo cáo", "Câu 1/10", "vài ô bắt buộc")
    await fills(minh, *ANSWERS, *REST)
    minh.sees("Mẫu 03: Báo cáo ban đầu sự cố mạng", "bản 1", "dự thảo, chưa ký")
    shown = minh.sees("Việc tiếp theo", "[TBSC] Báo cáo ban đầu sự cố SC-2026-0001").text
    assert "Điện thoại của tổ chức" in shown
    assert "Đã che 1 địa chỉ nội bộ" in shown
    row, words = await made(world)
    assert "Số 1 Trần Phú" in words
    assert f"Máy chủ {INTERNAL} bị mã hóa" in words
    assert not re.search(r"192\.168|Abc@12345", words)
    assert (row["version"], row["form"], len(row["sha256"])) == (1, "initial_2017", 64)
    [line] = [line for line in await world.rows(timeline) if line["kind"] == "form-made"]
    assert line["details"]["sha256"] == row["sha256"]
    assert line["text"].endswith("bản 1")


async def test_the_next_version_asks_nothing_again_and_the_first_stays(taken, minh):
    world = taken
    await minh.says(f"/form {CODE} 03")
    await fills(minh, *ANSWERS, *REST)
    await minh.says(f"/bieumau {CODE} mẫu 03")
    minh.sees("Xem lại rồi gửi để lập văn bản", "Số 1 Trần Phú")
    await minh.says("gửi")
    versions = [row["version"] for row in await world.rows(case_papers)]
    assert versions == [1, 2]
    await minh.says(f"/form {CODE}")
    minh.sees("bản 1: 02:00", "bản 2", "chưa gửi", with_button="Bản 1")
    before = len(minh.messages)
    await minh.presses("Bản 1")
    [again] = minh.messages[before:]
    assert "bản 1" in again.text


async def test_every_open_place_is_asked_on_demand(taken, minh):
    await minh.says(f"/form {CODE} notice")
    await fills(minh, *NOTICE)
    await minh.presses("Điền ô còn trống")
    minh.sees("Điện thoại của tổ chức", "các ô còn trống")
    assert "không giống số điện thoại" in await answer_to(minh, "chưa có")
    await minh.says("0238 3844 001")
    await minh.presses("Gửi ngay")
    minh.sees("bản 2", "dự thảo, chưa ký")


async def test_a_lead_enters_it_as_sent_and_its_deadline_is_done(taken, minh, tung):
    world = taken
    await tung.says(f"/form {CODE} thông báo")
    await fills(tung, "Đội ứng cứu", "Số 1 Trần Phú", "Bệnh án điện tử", "Đề nghị hỗ trợ", "gửi")
    assert "dành cho" in (await forges(world, minh, "formsent:1")).text
    await tung.presses("Đã gửi")
    await fills(tung, "02:00", "thư điện tử", "11/TB-ĐƯCSC", "PA05 xác nhận 01:45", "gửi")
    tung.sees("Thông báo sự cố gửi lúc 02:00", "Thời hạn đã xong: Thông báo sự cố (5 ngày)")
    states = {row["code"]: row["state"] for row in await world.rows(incident_deadlines)}
    assert states["notice_2017"] == "done"
    assert states["report_2026"] == "open"
    assert [kind for kind in await story(world) if kind.startswith("form-")] == [
        "form-made",
        "form-sent",
    ]
    assert "đã được ghi là gửi" in (await forges(world, tung, "formsent:1")).text
    await tung.says(f"/form {CODE}")
    tung.sees("✅ đã gửi 02:00", "số 11/TB-ĐƯCSC")


async def test_whom_to_contact_is_whoever_has_the_paper_made_in_every_detail(taken, minh, tung):
    await minh.says(f"/form {CODE} 03")
    await fills(minh, *ANSWERS, *REST)
    await tung.says(f"/form {CODE} 03")
    tung.sees("Người liên hệ: điện thoại")
    await fills(tung, "0905 000 111", "tung@example.vn", "gửi")
    _, words = await made(taken)
    assert "0905 000 111" in words
    assert "0912 345 678" not in words
    assert "Số 1 Trần Phú" in words


async def test_a_lead_enters_as_sent_what_somebody_else_has_drafted(taken, minh, tung):
    await minh.says(f"/form {CODE} notice")
    await fills(minh, *NOTICE)
    minh.does_not_see("chờ chỉ huy Đội")
    waits = tung.sees("Minh đã lập Thông báo sự cố, bản 1", with_button="Đã gửi")
    await tung.presses("Xem bản thảo", on=waits)
    await tung.presses("Đã gửi", on=tung.sees("bản 1 · 02:00", with_button="Xem bản PDF"))
    await fills(tung, "vừa xong", "fax", "11/TB-ĐƯCSC", "bỏ qua", "gửi")
    tung.sees("Đã ghi: Thông báo sự cố gửi lúc 02:00")
    await tung.says(f"/form {CODE}")
    await tung.presses("Bản 1")
    assert [key.label for key in tung.messages[-1].buttons] == ["👁 Xem bản PDF"]


async def test_only_the_owner_and_leads_make_papers_and_what_is_in_them_stays_private(
    taken, minh, ha, tung
):
    world = taken
    assert "Chỉ người phụ trách" in await answer_to(ha, f"/form {CODE} 03")
    await tung.says_in_group(f"/form {CODE}")
    world.group_sees("tin nhắn riêng")
    tung.sees("Biểu mẫu", "Chưa lập bản nào", with_button="Mẫu 04")
    assert "Không có biểu mẫu “99”. Có: 03, 04, thông báo" in await answer_to(
        minh, f"/form {CODE} 99"
    )
    assert await world.rows(case_papers) == []


async def test_the_closing_report_waits_for_the_end_and_knows_the_initial_one(taken, minh, tung):
    world = taken
    assert "chỉ lập khi" in await answer_to(minh, f"/form {CODE} 04")
    await forges(world, minh, "mark:1:beyond")
    await minh.says(f"/playbook {CODE} xong 1")
    await tung.says(f"/form {CODE} 03")
    await fills(tung, *ANSWERS, *REST)
    await tung.presses("Đã gửi")
    await fills(tung, "02:00", "fax", "12/BC-ĐƯCSC", "bỏ qua", "gửi")
    await solves_again(minh, "Khôi phục từ bản sao 10.0.0.9")
    await tung.says(f"/form {CODE} kết thúc")
    await fills(tung, "Sao lưu ngoại tuyến đã cứu dữ liệu", "gửi")
    _, words = await made(world)
    assert "báo cáo ban đầu số 12/BC-ĐƯCSC, ngày 02/09/2026" in words
    assert f"Khôi phục từ bản sao {INTERNAL}" in words
    assert "Sao lưu ngoại tuyến đã cứu dữ liệu" in words
    assert "lộ mật khẩu quản trị" in words
    assert re.search(r"Đã thực hiện: \w+", words)
    assert words.count("12/BC-ĐƯCSC") == 2  # in the reference, and once among the events


async def test_there_is_no_paper_about_what_is_no_incident(taken, minh, tung):
    await rejects(minh)
    assert "không phải sự cố" in await answer_to(tung, f"/form {CODE} notice")


async def test_a_broken_template_is_told_with_the_reason(world, taken, minh):
    world = taken
    forms = world.app.team.catalog.forms
    broken = tuple(form.model_copy(update={"template": "/nowhere.docx"}) for form in forms.forms)
    book = forms.model_copy(update={"forms": broken})
    world.app.team.catalog = world.app.team.catalog.model_copy(update={"forms": book})
    await minh.says(f"/form {CODE} notice")
    await fills(minh, *NOTICE)
    minh.sees("tệp mẫu bị lỗi")
    assert [row["state"] for row in await world.rows(case_papers)] == ["failed"]
