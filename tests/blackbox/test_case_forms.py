"""Official papers in chat: asked for what is missing, made, given out again, entered as sent."""

import os
import re
from io import BytesIO

import docx
import pytest

from bot.domain.outside import INTERNAL
from storage.form_tables import case_papers
from storage.room_tables import incident_deadlines
from storage.tables import timeline
from tests.members import answer_to, rejects, solves_again, story
from tests.reporters import forges

CODE = "SC-2026-0001"
# Organisation, address, phone, mail; contact's phone, mail; operator; how found; told whom; secret.
ANSWERS = ("Đội ứng cứu", "Số 1 Trần Phú", "bỏ qua", "bỏ qua", "0912 345 678", "bỏ qua")
REST = ("Sở Y tế", "1, 3", "Cơ quan điều phối quốc gia", "có", "gửi")


@pytest.fixture
async def taken(world, minh):
    """Minh has taken a case of ransomware that somebody told with an internal address."""
    reporter = await world.member("An", "staff")
    await world.receives(reporter, summary="Máy chủ 192.168.10.5 bị mã hóa, mật khẩu: Abc@12345")
    await world.settles()
    await minh.presses("Tôi nhận")
    return world


async def made(world):
    """Return the newest paper's row and the words in it."""
    row = [row for row in await world.rows(case_papers) if row["state"] == "made"][-1]
    document = docx.Document(BytesIO(row["content"]))
    cells = [cell.text for table in document.tables for cell in table._cells]
    return row, "\n".join([*(p.text for p in document.paragraphs), *cells])


async def fills(person, *answers):
    for words in answers:
        await person.says(words)


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
    await fills(minh, "Đội ứng cứu", "Số 1 Trần Phú", "Bệnh án điện tử", "bỏ qua", "gửi")
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
    await fills(minh, "Đội ứng cứu", "Số 1 Trần Phú", "Bệnh án điện tử", "bỏ qua", "gửi")
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


async def test_without_libreoffice_the_pdf_is_refused_in_plain_words(
    taken, minh, monkeypatch, tmp_path
):
    monkeypatch.setenv("PATH", str(tmp_path))
    await minh.says(f"/form {CODE} notice")
    await fills(minh, "Đội ứng cứu", "Số 1 Trần Phú", "Bệnh án điện tử", "bỏ qua", "gửi")
    await minh.presses("Xem bản PDF")
    minh.sees("chưa có LibreOffice", "lưu thành PDF")


async def test_form_05_is_about_a_period_and_for_leads(taken, minh, tung):
    assert "chỉ huy Đội" in await answer_to(minh, "/form 05")
    assert "chỉ huy Đội" in await answer_to(minh, f"/form {CODE} 05")
    said = await answer_to(minh, f"/form {CODE} 99")
    assert "Có: 03, 04, thông báo" in said
    half = "formperiod:half.2026-01-01.2026-06-30:05"
    assert "chỉ huy Đội" in (await forges(taken, minh, half)).text
    assert "Nút này" in (await forges(taken, tung, "formperiod:half.2026-06-30:05")).text
    assert await taken.rows(case_papers) == []


async def test_form_05_is_asked_made_given_again_and_entered_as_sent(taken, tung):
    world = taken
    await tung.says("/form 05 2026")
    tung.sees("Mẫu 05, năm 2026", "Tên tổ chức báo cáo", "Câu 1/6")
    await fills(tung, "Đội ứng cứu", "Số 1 Trần Phú", "TV-0123", "Không có", "bỏ qua")
    await tung.says("Đề nghị tập huấn, máy 10.0.0.9")
    await tung.presses("Gửi")
    files = [m.content["document"]["file_name"] for m in tung.messages if m.kind == "document"]
    name = "mau-05-2026-01-01-2026-09-02"
    assert files == [f"{name}-ban-1.docx", f"{name}.xlsx"]
    said = tung.sees("Việc tiếp theo", "[TBSC] Báo cáo tổng hợp sự cố năm 2026").text
    assert "Số sự cố trong bảng: 1" in said
    assert "Các tổ chức nước ngoài đã hỗ trợ" in said
    row, words = await made(world)
    assert f"Đề nghị tập huấn, máy {INTERNAL}" in words
    assert "TV-0123" in words
    assert (row["incident_id"], row["version"], len(row["sha256"])) == (None, 1, 64)
    await tung.presses("Đã gửi")
    await fills(tung, "01:30", "thư điện tử", "15/BC-ĐƯCSC", "đã xác nhận", "gửi")
    tung.sees("Đã ghi: Mẫu 05: Báo cáo tổng hợp sự cố gửi lúc")
    await tung.says("/stats mau05 2026")
    tung.sees("Mẫu 05 · năm 2026", "✅ đã gửi 01:30", "số 15/BC-ĐƯCSC", with_button="Bản 1")
    await tung.presses("Mẫu 05")
    tung.sees("Xem lại rồi gửi để lập văn bản", "TV-0123")
    await tung.says("gửi")
    assert [row["version"] for row in await world.rows(case_papers)] == [1, 2]


async def test_the_figures_of_a_year_lead_to_form_05_and_what_is_open_can_be_filled_in(taken, tung):
    await tung.says("/stats 2026")
    await tung.presses("Lập Mẫu 05")
    await fills(tung, *("bỏ qua",) * 6, "gửi")
    await tung.presses("Điền ô còn trống")
    tung.sees("Mẫu 05, năm 2026: các ô còn trống")
    await fills(tung, "0912 345 678", "gửi ngay")
    assert [row["version"] for row in await taken.rows(case_papers)] == [1, 2]
    await tung.says("/form 05 6 tháng đầu năm đủ")
    tung.sees("Mẫu 05, 6 tháng đầu năm 2026: các ô còn trống")


NOTICE = ("Đội ứng cứu", "Số 1 Trần Phú", "Bệnh án điện tử", "bỏ qua", "gửi")


@pytest.fixture
def soffice(monkeypatch, tmp_path):
    """Return how to have a LibreOffice that does what it is told; at first there is none."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def that(does):
        (folder / "soffice").write_text(f"#!/bin/sh\n{does}\n")
        (folder / "soffice").chmod(0o755)

    return that


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("printf '%%PDF' > paper.pdf", ["PDF để xem"]),
        ("exit 1", ["Không chuyển được"]),
        (None, []),
    ],
)
async def test_a_pdf_comes_beside_the_paper_where_libreoffice_is(taken, minh, soffice, does, said):
    if does is not None:
        soffice(does)
    taken.app.team.pdf = True
    await minh.says(f"/form {CODE} notice")
    await fills(minh, *NOTICE)
    files = [m.content["document"]["file_name"] for m in minh.messages if m.kind == "document"]
    kinds = [name.rpartition(".")[2] for name in files]
    assert kinds == ["docx", "pdf"][: 1 + (said == ["PDF để xem"])]
    words = "\n".join(message.text or "" for message in minh.messages)
    known = ("PDF để xem", "Không chuyển được", "chưa có LibreOffice")
    assert [each for each in known if each in words] == said
    assert "Việc tiếp theo" in words


async def test_a_libreoffice_that_hangs_holds_up_nothing_else(taken, minh, soffice, tmp_path):
    word = tmp_path / "word"
    os.mkfifo(word)
    soffice(f"read nothing < {word}")
    taken.app.team.pdf = True
    hanging = taken.converts_beside()
    await minh.says(f"/form {CODE} notice")
    await fills(minh, *NOTICE)
    await minh.says("/roster png")
    came = [m.kind for m in minh.messages if m.kind in ("photo", "document")]
    assert came == ["document", "photo"]
    assert not hanging[-1].done()
    minh.does_not_see("Không chuyển được")
    word.write_text("")
    await hanging[-1]
    await taken.settles()
    minh.sees("Không chuyển được")


async def test_a_broken_template_is_told_with_the_reason(world, taken, minh):
    world = taken
    forms = world.app.team.catalog.forms
    broken = tuple(form.model_copy(update={"template": "/nowhere.docx"}) for form in forms.forms)
    book = forms.model_copy(update={"forms": broken})
    world.app.team.catalog = world.app.team.catalog.model_copy(update={"forms": book})
    await minh.says(f"/form {CODE} notice")
    await fills(minh, "Đội ứng cứu", "Số 1 Trần Phú", "Bệnh án điện tử", "bỏ qua", "gửi")
    minh.sees("tệp mẫu bị lỗi")
    assert [row["state"] for row in await world.rows(case_papers)] == ["failed"]
