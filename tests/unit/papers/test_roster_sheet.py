"""The roster as a workbook: a table to print, and rows that the import reads back."""

from io import BytesIO

import openpyxl
import pytest
from msgspec.structs import replace

from bot.domain.cells import COLUMNS, Register
from bot.domain.roster_table import Member
from bot.papers.roster_sheet import workbook
from bot.services.sheets import read_sheet
from tests.unit.papers.rosters import a_roster, named


@pytest.fixture
def rows(tmp_path):
    """Write a workbook and read it as the import does."""

    def read(paper):
        path = tmp_path / paper.name
        path.write_bytes(paper.content)
        return [list(cells) for _, cells in read_sheet(path)]

    return read


def table_of(paper):
    sheet = openpyxl.load_workbook(BytesIO(paper.content)).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_the_first_sheet_is_the_table_of_the_picture():
    paper = workbook(named(a_roster(2, empty={2}), "09-02", "Quốc khánh"))
    assert (paper.name, paper.media) == ("lich-truc-truc-le-quoc-khanh-2-9.xlsx", "document")
    found = table_of(paper)
    assert found[1][0] == "LỊCH TRỰC · Trực lễ Quốc khánh 2/9"
    assert found[4] == ["Ngày", "Ca", "Trực chỉ huy", "Trực ban"]
    assert found[5][0] == "Thứ Ba\n01/09/2026"
    assert found[5][2:] == ["Nguyễn Thị Phương Thảo ✓", "Trần Quốc Bảo"]
    assert found[6][2:] == ["TRỐNG", "Nguyễn Thị Phương Thảo ✓"]
    assert found[7][0] == "Thứ Tư\n02/09/2026\nQuốc khánh"


def test_the_import_reads_the_other_sheet(rows):
    found = rows(workbook(a_roster(1, empty={3})))
    assert found == [
        list(COLUMNS[Register.ROSTER].all),
        ["2026-09-01T07:30", "2026-09-01T19:30", "commander", "1001"],
        ["2026-09-01T07:30", "2026-09-01T19:30", "primary", "1002"],
        ["2026-09-01T19:30", "2026-09-02T07:30", "commander", "1003"],
    ]


def test_somebody_without_telegram_is_in_the_table_but_not_among_the_rows_to_import(rows):
    roster = a_roster(1, ("Lê Hoàng Minh Đức",), posts=("primary",))
    roster = replace(roster, members={1: Member("Lê Hoàng Minh Đức")})
    paper = workbook(roster)
    assert len(rows(paper)) == 1
    assert "Lê Hoàng Minh Đức ✓" in str(table_of(paper))


def test_two_people_at_one_post_are_two_rows_of_one_shift():
    sheet = openpyxl.load_workbook(BytesIO(workbook(a_roster(1, seats=2)).content)).worksheets[0]
    assert sorted(map(str, sheet.merged_cells.ranges)) == ["A6:A9", "B6:B7", "B8:B9"]
    assert [sheet.cell(row, 3).value for row in (6, 7)] == [
        "Nguyễn Thị Phương Thảo ✓",
        "Trần Quốc Bảo",
    ]


def test_a_name_is_never_a_formula_and_no_sign_breaks_the_file():
    paper = workbook(a_roster(1, ("=HYPERLINK(1)", "a\x00b\x07c", "🔥 Lửa"), title="=1+1"))
    sheet = openpyxl.load_workbook(BytesIO(paper.content)).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert "=HYPERLINK(1) ✓" in [cell.value for cell in cells]
