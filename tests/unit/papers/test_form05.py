"""Mẫu 05 from its template: ten rows, whom it goes to, what is asked, the table beside it."""

from io import BytesIO

from docx import Document
from msgspec.structs import replace
from openpyxl import load_workbook

from bot.domain.case_facts import Source
from bot.domain.case_forms import to_ask
from bot.domain.form05 import Solved, table
from bot.domain.outside import INTERNAL
from bot.domain.statistics_words import What
from bot.papers.case_forms import DOTS
from bot.papers.case_papers import paper
from bot.services.case_papers import MadePaper
from bot.services.paper_subjects import NOBODY, helped
from bot.services.statistics_facts import Made
from bot.texts.length import plain
from bot.texts.values import voice
from tests.unit.papers.official import BOOK, periodic
from tests.unit.papers.statistics import MADE_AT, TEAM, given

HALF = "6 tháng đầu năm"
[FORM] = [form for form in BOOK.forms if form.period]


def finished(ordered):
    """Return the paper and what comes with it."""
    made = paper(ordered)
    assert isinstance(made, MadePaper), made
    assert made.beside is not None
    return made, made.beside


def words_of(made):
    document = Document(BytesIO(made.file.content))
    rows = [" | ".join(cell.text for cell in row.cells) for t in document.tables for row in t.rows]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + rows)


def told(made: Made):
    """Return the lines about what was counted, as the chat shows them."""
    return plain(str(voice(TEAM, MADE_AT, "vi").value(dict(made.said))))


def test_it_has_its_ten_rows_their_sum_and_what_somebody_must_know():
    made, beside = finished(periodic(given(What.FORM05, HALF), version=2))
    written = words_of(made)
    for part in (
        "về tình hình sự cố an toàn thông tin mạng, 6 tháng đầu năm 2026",
        "1 | Từ chối dịch vụ | 0 | 0 | 0 | 0 | 0 | 0",
        "2 | Tấn công giả mạo | 9 | 9 | 0 | 0 | 0 | chưa ước tính",
        "3 | Tấn công sử dụng mã độc | 14 | 12 | 2 | 0 | 0 | 165.000.000",
        "8 | Nghe trộm, gián điệp, lấy cắp thông tin, dữ liệu | 1 | 0 | 0 | 1 | 0",
        " | Tổng số | 27 | 21 | 2 | 1 | 1 | 1.665.000.000",
        "- Viettel Cyber Security (2)",
        "4. Các tổ chức nước ngoài đã hỗ trợ\nKhông có",
        "Có 2 sự cố chưa ghi",
        "Có 22 sự cố chưa có thiệt hại ước tính",
        "Lỗi kỹ thuật, mất kết nối: 5",
        f"Mã thành viên mạng lưới | {DOTS}",
    ):
        assert part in written
    assert made.file.name == "mau-05-2026-01-01-2026-06-30-ban-2.docx"
    assert made.subject == "[TBSC] Báo cáo tổng hợp sự cố 6 tháng đầu năm 2026"
    assert {"reporter_address", "member_code", "proposals"} <= set(made.blank)
    [(text, file)] = beside.papers
    assert text == "mau-table"
    rows = [*load_workbook(BytesIO(file.content))["Mẫu 05"].iter_rows(values_only=True)]
    assert list(rows[15][1:]) == ["Tổng số", 27, 21, 2, 1, 1, 1_665_000_000]
    assert "Số sự cố trong bảng: 27" in told(beside)


def test_it_goes_to_the_national_co_ordinator_says_it_is_a_draft_and_holds_nothing_internal():
    known = {Source.HELPERS: "- VNPT (10.1.2.3) (1)"}
    answers = {"reporter_address": "Số 1 Trần Phú", "proposals": "Tập huấn, mật khẩu: Abc@12345"}
    made, _ = finished(periodic(given(What.FORM05, "2025"), known=known, answers=answers))
    written = words_of(made)
    assert "Kính gửi:\n- Cơ quan điều phối quốc gia" in written
    assert "Chủ quản hệ thống" not in written
    assert "Đơn vị chuyên trách" not in written
    assert "Địa chỉ | Số 1 Trần Phú" in written
    assert f"VNPT ({INTERNAL}) (1)" in written
    assert "Abc@12345" not in written
    assert (made.addresses, made.secrets) == (1, ("password",))
    [head] = Document(BytesIO(made.file.content)).sections[0].first_page_header.paragraphs
    assert "DỰ THẢO chưa ký · năm 2025, bản 1" in head.text


def test_a_complete_one_has_nothing_to_warn_of():
    figures = given(What.FORM05, "2025", solved=(Solved("malware", "own", 2, 2, 0),))
    made, beside = finished(periodic(figures))
    assert "•" not in told(beside)
    assert " | Tổng số | 2 | 2 | 0 | 0 | 0 | 0" in words_of(made)


def test_it_says_how_many_drills_it_leaves_out():
    figures = given(What.FORM05, HALF)
    assert "diễn tập" not in words_of(finished(periodic(figures))[0])
    made, beside = finished(periodic(replace(figures, now=replace(figures.now, drills=4))))
    assert "Không tính 4 cuộc diễn tập" in words_of(made)
    assert "4 cuộc diễn tập không tính vào bảng" in told(beside)


def test_what_the_incidents_do_not_tell_is_asked_and_what_they_tell_is_not():
    def asked(*solved):
        facts = periodic(None, known=helped(table(solved, {"malware": 3}))).facts
        known = {source: value for source, value in facts.known.items() if value}
        return [each.code for each in to_ask(BOOK, FORM, replace(facts, known=known), {})]

    always = ["reporter", "reporter_address", "member_code"]
    assert asked(Solved("malware", "own", 2)) == [*always, "proposals"]
    assert asked(Solved("malware", None, 1)) == [*always, "helpers", "foreign_helpers", "proposals"]
    assert asked(Solved("malware", "VNPT", 1)) == [*always, "proposals"]
    assert asked(Solved("malware", "other", 1)) == [*always, "helpers", "proposals"]
    assert asked(Solved("malware", "abroad", 1)) == [*always, "foreign_helpers", "proposals"]
    assert helped(table([], {}))[Source.HELPERS] == NOBODY
