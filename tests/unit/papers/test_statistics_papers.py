"""What is made of statistics: the text for a phone, picture, workbooks, documents for signature."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document
from msgspec.structs import replace
from openpyxl import load_workbook
from PIL import Image

from bot.domain.improvements import Progress
from bot.domain.statistics_words import What
from bot.papers.statistics_papers import make
from bot.services.statistics_facts import Days
from bot.texts.length import plain
from bot.texts.values import voice
from bot.worker import a_process
from tests.unit.papers.statistics import MADE_AT, TEAM, given


def said(made, language="vi"):
    return plain(str(voice(TEAM, MADE_AT, language).value(dict(made.said))))


def file(made, ending):
    return next(one.content for _, one in made.papers if one.name.endswith(ending))


def words_of(content):
    document = Document(BytesIO(content))
    rows = [" | ".join(cell.text for cell in row.cells) for t in document.tables for row in t.rows]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + rows)


def values(content, page):
    return [list(row) for row in load_workbook(BytesIO(content))[page].iter_rows(values_only=True)]


def test_the_figures_of_a_month_stand_in_a_few_lines_beside_those_of_the_month_before():
    text = said(make(given()))
    for part in (
        "Thống kê tháng 9/2026\n",
        "cùng thời gian kỳ trước, 1/8/2026 – 31/8/2026",  # noqa: RUF001 a dash people read
        "Sự cố được báo: 31 (kỳ trước 15)",
        "9 trên 10 lần không quá",
        "• 🔴 Khẩn cấp (trong 3 phút): 1/4\n",
        "• 🟠 Cao (trong 5 phút): 6/14 (42 %)\n",
        "Loại: Mã độc, virus (14), Giả mạo",
        "Trần Thị Hà (8, đêm 2)",
    ):
        assert part in text
    assert "Mới tính đến" not in text


def test_of_few_there_is_no_per_cent_and_no_nine_of_ten():
    text = said(make(given(incidents=4)))
    assert "%" not in text
    assert "9 trên 10" not in text
    assert "lâu nhất" in text
    assert "Nhiều nhất: " not in text.replace("Gọi nhiều nhất: ", "")


def test_a_month_that_still_runs_says_so_and_is_compared_with_as_many_days():
    made_at = datetime(2026, 9, 10, 3, tzinfo=UTC)
    text = said(make(given(made_at=made_at)))
    assert "Mới tính đến hết 10/9/2026" in text
    assert "1/8/2026 – 10/8/2026" in text  # noqa: RUF001 a dash people read


@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_empty_month_is_told_kindly_and_nothing_is_drawn(language):
    nothing = Days(MADE_AT.date(), MADE_AT.date())
    made = make(given(now=nothing, then=nothing, language=language))
    assert made.papers == ()
    kindly = {"vi": "Không có sự cố nào được báo", "en": "No incident was reported"}
    assert kindly[language] in said(made, language)


def test_the_picture_is_upright_and_large_enough_for_a_phone():
    with Image.open(BytesIO(file(make(given()), ".png"))) as picture:
        wide, high = picture.size
    assert wide >= 1000
    assert 1.2 < high / wide < 2.6


def test_many_kinds_and_people_are_drawn_as_six_bars():
    from bot.papers.statistics_chart import MOST, _panels  # noqa: PLC0415 heavy
    from bot.papers.statistics_speech import Speech  # noqa: PLC0415 heavy

    month = given()
    cases = month.now.cases
    kinds = [case._replace(kind=f"k{number}") for number, case in enumerate(cases)]
    many = given(now=Days(month.now.first, month.now.last, tuple(kinds)))
    first, *_ = _panels(Speech(many), many.counted()[0])
    assert len(first.bars) == MOST
    assert (first.bars[-1].name, first.bars[-1].value) == ("khác", len(kinds) - MOST + 1)


def test_the_workbook_has_a_page_for_every_way_of_looking_and_says_how_it_counts():
    content = file(make(given()), ".xlsx")
    pages = load_workbook(BytesIO(content)).sheetnames
    assert pages[0] == "Tổng hợp"
    assert pages[-1] == "Cách tính"
    assert len(pages) == 10
    assert values(content, "Tổng hợp")[1][:3] == ["Sự cố được báo", 31, 15]
    assert values(content, "Loại")[1][:2] == ["Mã độc, virus", 14]
    assert len(values(content, "Giờ trong ngày")) == 25
    assert values(content, "Người được gọi")[1] == ["Trần Thị Hà", 8, 2]
    assert values(content, "Cơ quan")[1][0] == "(không rõ cơ quan)"


def test_a_name_in_the_workbook_is_never_a_formula():
    content = file(make(given(agencies={1: "=1+1", 2: "B", 3: "C"})), ".xlsx")
    book = load_workbook(BytesIO(content))
    kinds = {cell.value: cell.data_type for cell in book["Cơ quan"]["A"]}
    assert kinds["=1+1"] == "s"


def test_the_report_of_a_month_only_lacks_number_day_remarks_and_signature():
    made = make(given(What.REPORT))
    written = words_of(file(made, ".docx"))
    for part in (
        "Kết quả tiếp nhận và xử lý sự cố tháng 9/2026",
        "Tiếp nhận 31 sự cố (kỳ trước: 15).",
        "Mã độc, virus | 14 | 7",
        "Sở Y tế | 8",
        "Cao | 5 phút | 6/14 (42 %)",
        "Trần Thị Hà | 8 | 2",
        "IV. NHẬN XÉT, KIẾN NGHỊ",
        "(Ký số, hoặc chữ ký và dấu)",
    ):
        assert part in written
    assert len(Document(BytesIO(file(made, ".docx"))).inline_shapes) == 1
    assert "đã sẵn sàng để trình ký" in said(made)


def test_the_report_of_an_empty_month_says_so_without_a_chart():
    nothing = Days(MADE_AT.date(), MADE_AT.date())
    content = file(make(given(What.REPORT, now=nothing)), ".docx")
    assert "Không tiếp nhận sự cố nào" in words_of(content)
    assert "Không phải gọi trực lần nào." in words_of(content)
    assert not Document(BytesIO(content)).inline_shapes


def test_it_can_be_made_in_a_process_of_its_own():
    with a_process() as pool:
        made = pool.submit(make, given(incidents=5)).result(timeout=150)
    assert [one.media for _, one in made.papers] == ["photo", "document"]


def test_drills_and_improvements_are_told_beside_the_figures_and_on_every_paper():
    figures = given(improved=Progress(5, 2, 3))
    figures = replace(figures, now=replace(figures.now, drills=4))
    made = make(figures)
    assert "Diễn tập, không tính vào số liệu trên: 4" in said(made)
    assert "xong trong kỳ 3, đang mở 5, trong đó quá hạn 2" in said(made)
    summary = {row[0]: row[1] for row in values(file(made, "xlsx"), "Tổng hợp")}
    assert summary["Diễn tập (không tính ở các dòng khác)"] == 4
    assert summary["Trong đó quá hạn"] == 2
    report = words_of(file(make(replace(figures, what=What.REPORT)), "docx"))
    assert "Ngoài ra có 4 cuộc diễn tập" in report
    assert "Việc cải thiện: xong trong kỳ 3, đang mở 5" in report
