"""The answers as a workbook: numbers that can be summed, nothing that is a formula."""

from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.domain.rollup import Mark, Question
from bot.papers.campaign_sheet import TOP, workbook
from tests.unit.papers.campaigns import a_campaign, a_reply


def pages(campaign):
    return load_workbook(BytesIO(workbook(campaign).content)).worksheets


def rows_of(page):
    return [list(row) for row in page.iter_rows(min_row=TOP, values_only=True)]


def test_an_agency_is_a_row_and_a_question_a_column():
    page = pages(a_campaign())[0]
    head, first, *_ = rows_of(page)
    row = dict(zip(head, first, strict=True))
    assert row["Cơ quan"] == "Xã số 1"
    assert row["Mức độ"] == "Đã nộp"
    assert row["Hạn"] == datetime(2027, 6, 24)  # noqa: DTZ001 a day in a cell
    assert row["Số máy đã cài phần mềm phòng, chống mã độc: số lượng"] == 9
    assert row["Số máy đã cài phần mềm phòng, chống mã độc: trên tổng số"] == 10
    assert (row["Đã chia sẻ dữ liệu mã độc?"], row["Phần mềm"]) == ("Có", "Loại B")
    assert row["Biên bản"] == "bienban.pdf"
    assert row["Ngày rà quét"] == datetime(2027, 6, 3)  # noqa: DTZ001 a day in a cell
    assert row["Đầu mối"] == "Nguyễn Văn A 0912345678"


def test_the_last_row_has_the_sums():
    head, *_, last = rows_of(pages(a_campaign())[0])
    sums = dict(zip(head, last, strict=True))
    assert sums["Cơ quan"] == "Cộng (các cơ quan đã nộp)"
    assert sums["Số máy đã cài phần mềm phòng, chống mã độc: số lượng"] == 18
    assert sums["Số máy nhiễm"] == 8
    assert sums["Đã chia sẻ dữ liệu mã độc?"] == "Có: 2; không: 0"
    assert sums["Phần mềm"] == "Loại A: 0; Loại B: 2"
    assert sums["Kiến nghị"] == "2 trả lời"


@pytest.mark.parametrize("words", ["=1+1", "@SUM(A1)", "+84912345678", "-2"])
def test_what_an_agency_writes_is_never_a_formula(words):
    replies = [a_reply(1, agency=words, answers={"wishes": words})]
    campaign = a_campaign(replies, questions=(Question("wishes", "text", words),))
    page = pages(campaign)[0]
    assert "f" not in {cell.data_type for row in page.iter_rows() for cell in row}
    assert rows_of(page)[1][1] == words


def test_the_second_page_ranks_agencies():
    head, *rows = rows_of(pages(a_campaign())[1])
    table = [dict(zip(head, row, strict=True)) for row in rows]
    assert [(row["Hạng"], row["Cơ quan"]) for row in table[:3]] == [
        (1, "Xã số 1"),
        (2, "Xã số 2"),
        (3, "Xã số 4"),
    ]
    assert table[0]["Nộp trước hạn (ngày, trung bình)"] == 3


def test_without_anything_due_there_is_no_table():
    assert len(pages(a_campaign([a_reply(1, Mark.EXEMPT)]))) == 1


def test_nobody_asked_is_a_sheet_without_agencies():
    assert len(rows_of(pages(a_campaign([]))[0])) == 2
