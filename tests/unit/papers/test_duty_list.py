"""The duty list for signature: the form of an official document, and nothing made up in it."""

from io import BytesIO

import docx
import pytest
from docx.shared import Pt
from msgspec.structs import replace

from bot.domain.watch_policy import Letterhead
from bot.papers.duty_list import duty_list
from tests.unit.papers.rosters import PEOPLE, START, a_roster, named

OURS = Letterhead(
    superior="UBND tỉnh X",
    issuer="Đội ứng cứu sự cố",
    place="Thành phố X",
    number="Số:      /DS-ĐƯC",
    signer="Đội trưởng",
    signed_by="Nguyễn Văn A",
    copies=("Như trên", "Lưu: VT"),
)


def opened(roster):
    return docx.Document(BytesIO(duty_list(roster).content))


def words_of(roster):
    """Return every paragraph of a document, those of its tables too, in order."""
    document = opened(roster)
    found = []
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            cells = {cell._tc: cell for row in part.rows for cell in row.cells}
            found += [each.text for cell in cells.values() for each in cell.paragraphs]
        else:
            found.append(part.text)
    return found


def test_it_has_the_form_of_an_official_document():
    words = words_of(replace(a_roster(2), letterhead=OURS))
    expected = [
        "UBND TỈNH X",
        "ĐỘI ỨNG CỨU SỰ CỐ",
        "Số:      /DS-ĐƯC",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Thành phố X, ngày …… tháng …… năm 2026",
        "DANH SÁCH TRỰC",
        "Trực lễ Quốc khánh 2/9",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "ĐỘI TRƯỞNG",
        "Nguyễn Văn A",
    ]
    assert [line for line in words if line in expected] == expected


def test_what_the_team_has_not_named_is_left_blank():
    blank = words_of(a_roster(1))
    assert blank[0] == blank[1] == "………………………………"
    assert "Số: ………/…………" in blank
    assert "……………, ngày …… tháng …… năm 2026" in blank


def test_paper_and_letters_are_those_of_official_documents():
    document = opened(a_roster(1))
    section = document.sections[0]
    assert [round(side.mm) for side in (section.page_width, section.page_height)] == [210, 297]
    assert [round(side.mm) for side in (section.left_margin, section.right_margin)] == [30, 15]
    usual = document.styles["Normal"].font
    assert (usual.name, usual.size) == ("Times New Roman", Pt(14))
    wide = opened(a_roster(1, posts=tuple("abcde"))).sections[0]
    assert round(wide.page_width.mm) == 297


def test_the_table_names_everybody_and_what_is_not_assigned():
    roster = named(a_roster(2, empty={3}), "09-02", "Quốc khánh")
    words = words_of(roster)
    assert {*PEOPLE, "(chưa phân công)", "Trực chỉ huy", "Trực ban"} <= set(words)
    assert "Thời gian: từ 07 giờ 30 phút ngày 01 tháng 9 năm 2026" in words[10]
    assert "Ngày nghỉ lễ trong thời gian này: 02/09 (Quốc khánh)." in words


def test_telephone_numbers_are_there_only_where_they_may_be():
    roster = a_roster(1)
    assert "0900000001" not in words_of(roster)
    assert {"0900000001", "Số điện thoại"} <= set(words_of(replace(roster, with_phones=True)))


def test_shifts_and_hours_are_counted():
    table = opened(a_roster(2)).tables[-2]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["TT", "Họ và tên", "Đơn vị", "Số ca", "Số giờ"]
    assert rows[1] == ["1", PEOPLE[0], "Sở Khoa học và Công nghệ", "3", "36"]


@pytest.mark.parametrize(
    ("month", "written"), [(1, "tháng 01"), (2, "tháng 02"), (3, "tháng 3"), (12, "tháng 12")]
)
def test_months_are_written_as_officials_write_them(month, written):
    roster = a_roster(1, begins=START.replace(month=month))
    assert f"ngày 01 {written} năm 2026 đến" in " ".join(words_of(roster))


def test_a_draft_says_so_and_no_name_breaks_the_document():
    words = words_of(a_roster(1, ("a\x00b\x07c", "<b>&", "🔥"), is_draft=True, title="\x01"))
    assert {"BẢN DỰ THẢO", "a b c", "<b>&", "🔥"} <= set(words)
