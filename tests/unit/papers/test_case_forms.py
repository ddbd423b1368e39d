"""Official papers from templates: filled, masked, dotted where nobody knows, and always drafts."""

import re
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.shared import Mm
from docxtpl import DocxTemplate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.domain.case_facts import Moment, Source, Told
from bot.domain.case_forms import RESERVED
from bot.domain.outside import INTERNAL
from bot.domain.watch_policy import Letterhead
from bot.papers.case_forms import DOTS, OPEN, TICKED
from bot.papers.case_papers import paper
from bot.services.case_papers import MadePaper, Unusable
from tests.unit.papers.official import BOOK, KNOWN, MADE_AT, order

EVERY = [form.code for form in BOOK.forms if not form.period]
EDGES = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def finished(given) -> MadePaper:
    """Return a paper whose template could be used."""
    made = paper(given)
    assert isinstance(made, MadePaper), made
    return made


def opened(made):
    return docx.Document(BytesIO(made.file.content))


def words_of(made):
    """Return everything that somebody can read in a paper, row by row."""
    document = opened(made)
    lines = [p.text for p in document.paragraphs]
    for table in document.tables:
        lines += [" | ".join(cell.text for cell in row.cells) for row in table.rows]
    return "\n".join(lines)


def everything_in(made):
    """Return all the file holds, also what nobody sees."""
    with ZipFile(BytesIO(made.file.content)) as parts:
        return "\n".join(
            parts.read(name).decode()
            for name in parts.namelist()
            if name.endswith((".xml", "rels"))
        )


@pytest.fixture
def template(tmp_path):
    """Return how to write a template of the team's own."""

    def written(*lines):
        document = docx.Document()
        for line in lines:
            document.add_paragraph(line)
        document.save(tmp_path / "own.docx")
        return tmp_path / "own.docx"

    return written


def test_a_report_is_filled_from_the_case_and_from_what_was_answered():
    made = finished(order())
    said = words_of(made)
    assert "Đơn vị vận hành (*) | Sở Y tế & Dân số" in said
    assert "Tên hệ thống | Hệ thống quản lý bệnh viện <HIS>" in said
    assert "Cấp độ hệ thống | Cấp độ 4" in said
    assert "Địa chỉ (*) | Số 1 đường Trần Phú" in said
    assert "04 giờ 30 phút ngày 22 tháng 11 năm 2026" in said
    assert "- 05:30 22/11/2026: Đã thực hiện: Ngắt mạng máy chủ bị mã hóa\n- 06:30" in said
    assert "ĐỘI ỨNG CỨU SỰ CỐ AN TOÀN THÔNG TIN MẠNG" in said
    assert made.file.name == "sc-2026-0001-03-ban-1.docx"


def test_boxes_are_ticked_and_what_fits_none_stands_below_them():
    said = words_of(finished(order()))
    assert f"{OPEN} Đã được xử lý\n{TICKED} Đang được xử lý\n{OPEN} Chưa được xử lý" in said
    assert f"{TICKED} Nhận được thông báo" in said
    assert f"{TICKED} Cơ quan điều phối quốc gia\n{OPEN} Chưa gửi cho ai" in said
    assert f"{TICKED} Khác: báo miệng cho PA05" in said


def test_what_was_sent_before_is_named_when_nobody_says_otherwise():
    said = words_of(finished(order(answers={})))
    assert f"{TICKED} Khác: Thông báo sự cố (số 11/TB, ngày 22/11/2026)" in said


def test_what_nobody_knows_is_a_dotted_line_and_is_told():
    made = finished(order())
    assert f"Nhà cung cấp dịch vụ Internet | {DOTS}" in words_of(made)
    assert {"isp", "os", "proposals", "reporter_mail"} <= set(made.blank)
    assert not {"operator", "detected", "told"} & set(made.blank)
    assert made.unknown == ()


@pytest.mark.parametrize("code", EVERY)
def test_number_day_and_signature_are_left_to_a_person(code):
    made = finished(order(code, letterhead=Letterhead()))
    said = words_of(made)
    assert "Số: ………/…………" in said
    assert "ngày …… tháng …… năm 2026" in said
    assert "(Ký số, hoặc chữ ký và dấu)" in said
    section = opened(made).sections[0]
    assert "DỰ THẢO chưa ký · SC-2026-0001, bản 1" in section.first_page_header.paragraphs[0].text
    assert "DỰ THẢO" in section.header.paragraphs[-1].text
    assert "DỰ THẢO" not in said


@pytest.mark.parametrize("code", EVERY)
def test_no_internal_address_and_no_secret_is_anywhere_in_the_file(code):
    made = finished(order(code))
    inside = everything_in(made)
    for secret in ("10.1.2.3", "192.168.10.5", "fd00::5", "Abc@12345"):
        assert secret not in inside
    assert INTERNAL in words_of(made)
    assert made.addresses
    assert made.secrets == ("password",)


def test_an_internal_address_that_somebody_types_is_masked_too_and_a_public_one_stays():
    said = words_of(
        finished(order(answers={"isp": "VNPT, 172.16.4.4", "os": "Ubuntu 203.0.113.9"}))
    )
    assert f"Nhà cung cấp dịch vụ Internet | VNPT, {INTERNAL}" in said
    assert "Ubuntu 203.0.113.9" in said
    assert "203.0.113.7" in said


def test_the_closing_report_tells_the_course_of_events_without_names():
    known = KNOWN | {Source.INITIAL_NUMBER: "12/BC", Source.INITIAL_DATE: MADE_AT}
    said = words_of(finished(order("04", known=known)))
    assert "Tiếp theo báo cáo ban đầu số 12/BC, ngày 22/11/2026." in said
    assert "04:30 22/11/2026 | Tiếp nhận thông tin sự cố: Máy chủ bị mã hóa" in said
    assert "05:30 22/11/2026 | Chuyển giai đoạn: đang ngăn chặn" in said
    assert f"06:30 22/11/2026 | Kẻ tấn công vào từ {INTERNAL} qua VPN" in said


def test_a_case_of_which_nothing_is_known_still_makes_a_paper():
    for code in EVERY:
        made = finished(order(code, known={}, answers={}, letterhead=Letterhead()))
        assert DOTS in words_of(made)


def test_it_is_a4_with_the_margins_of_administration():
    section = opened(finished(order())).sections[0]
    size = (section.page_width, section.page_height, section.left_margin, section.right_margin)
    assert [round(each / Mm(1)) for each in size] == [210, 297, 30, 15]


@pytest.mark.parametrize("form", BOOK.forms, ids=lambda form: form.code)
def test_every_field_of_a_shipped_form_is_in_its_template_and_nothing_else(form):
    template = DocxTemplate(form.template)
    named = template.get_undeclared_template_variables()
    with ZipFile(form.template) as parts:
        inside = re.sub(r"<[^>]+>", "", parts.read("word/document.xml").decode())
    ours = set(re.findall(r"(?:boxes|lines)\.(\w+)", inside))
    assert (named - RESERVED) | ours == set(form.fields)


def test_a_template_of_the_teams_own_gets_its_values_and_says_that_it_is_a_draft(template):
    made = finished(order(template=template("Gửi {{ owner }}", "Tại {{ opreator }}")))
    lines = [p.text for p in opened(made).paragraphs]
    assert lines[0].startswith("DỰ THẢO chưa ký")
    assert lines[1:] == ["Gửi Ủy ban nhân dân tỉnh A", f"Tại {DOTS}"]
    assert made.unknown == ("opreator",)


@pytest.mark.parametrize(
    "line",
    [
        "{{ owner",
        "{% for a in b %}",
        "{{ owner.nothing.more }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ 1 / 0 }}",
        "{{ owner + 1 }}",
    ],
)
def test_a_template_that_cannot_be_used_is_told_of(template, line):
    made = paper(order(template=template(line)))
    assert isinstance(made, Unusable)
    assert made.why


def test_a_file_that_is_no_document_is_told_of(tmp_path):
    (tmp_path / "own.docx").write_bytes(b"no document")
    assert isinstance(paper(order(template=tmp_path / "own.docx")), Unusable)
    assert isinstance(paper(order(template=tmp_path / "gone.docx")), Unusable)


@EDGES
@given(st.text(max_size=60))
def test_whatever_somebody_wrote_makes_a_document_and_is_never_run(said):
    story = (Moment(MADE_AT, "note", said), Moment(MADE_AT, "note", "{{ 7 * 7 }} <w:p/> ]]>"))
    known = KNOWN | {Source.STORY: story, Source.OPERATOR: said}
    assert "{{ 7 * 7 }} <w:p/> ]]>" in words_of(finished(order("04", known=known)))


@pytest.mark.parametrize("code", EVERY)
def test_the_paper_of_a_drill_begins_with_it_and_is_named_so(code):
    given = order(code)
    assert "DIỄN TẬP" not in words_of(finished(given))
    made = finished(replace(given, facts=replace(given.facts, drill=True)))
    assert "DIỄN TẬP" in opened(made).paragraphs[0].text
    assert "dien-tap" in made.file.name


def test_who_has_got_something_before_is_ticked_and_named():
    to = ({"vi": "UBND tỉnh"}, {"vi": "cơ quan điều phối quốc gia"})
    sent = (Told({"vi": "Thông báo sự cố"}, "11/TB", MADE_AT, to),)
    words = words_of(finished(order(known={Source.TOLD: sent}, answers={})))
    assert "☒ Cơ quan điều phối quốc gia" in words
    assert "☐ Nhà cung cấp dịch vụ Internet (ISP)" in words
    assert "số 11/TB" in words
    assert "UBND tỉnh, cơ quan điều phối quốc gia" in words


def test_an_address_that_stands_once_on_paper_is_counted_once():
    story = (Moment(MADE_AT, "note", "Ngắt mạng máy chủ 10.1.2.3"),)
    assert finished(order("04", known={Source.STORY: story}, answers={})).addresses == 1
