import warnings
from contextlib import suppress
from datetime import UTC, date, datetime, time
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation

from bot.domain.cells import ImportRefused
from bot.services import sheets
from bot.services.sheets import read_sheet, shown

GRID = [(1, ["code", "name"]), (2, ["so", "Sở Y tế"])]


def cells(path):
    return [(number, list(line)) for number, line in read_sheet(path)]


def csv_file(tmp_path, content):
    path = tmp_path / "file.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def workbook_file(tmp_path, lines, name="file.xlsx"):
    workbook = openpyxl.Workbook()
    for line in lines:
        workbook.worksheets[0].append(line)
    workbook.save(tmp_path / name)
    workbook.close()
    return tmp_path / name


def reason_of(path):
    with pytest.raises(ImportRefused) as refused:
        read_sheet(path)
    (problem,) = refused.value.problems
    assert problem.line == 0
    return problem.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_text_file_is_read_however_it_was_saved(tmp_path, encoding, delimiter, end):
    text = end.join(delimiter.join(line) for _, line in GRID) + end
    assert cells(csv_file(tmp_path, text.encode(encoding))) == GRID


def test_a_quoted_cell_may_hold_delimiters_quotes_and_line_breaks(tmp_path):
    path = csv_file(tmp_path, 'code;name\na;"Sở ""A""; phòng\nB"\nb;C\n')
    assert cells(path) == [
        (1, ["code", "name"]),
        (2, ["a", 'Sở "A"; phòng\nB']),
        (4, ["b", "C"]),
    ]


def test_blank_lines_are_passed_over_and_counted(tmp_path):
    path = csv_file(tmp_path, "\n;;\ncode;name\n\n ; \nso;Sở Y tế\n")
    assert cells(path) == [(3, ["code", "name"]), (6, ["so", "Sở Y tế"])]


def test_the_first_line_may_say_the_delimiter_as_excel_does(tmp_path):
    path = csv_file(tmp_path, "sep=;\ncode;name\nso;Sở Y tế\n")
    assert cells(path) == [(2, ["code", "name"]), (3, ["so", "Sở Y tế"])]


def test_a_page_break_inside_a_cell_does_not_break_the_line(tmp_path):
    assert cells(csv_file(tmp_path, "code,name\nso,a\x0cb\n"))[1] == (2, ["so", "a\x0cb"])


def test_a_workbook_is_read_from_its_first_sheet(tmp_path):
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].append(["code", "name"])
    workbook.worksheets[0].append([])
    workbook.worksheets[0].append(["so", "Sở Y tế"])
    workbook.create_sheet().append(["other"])
    workbook.save(tmp_path / "file.XLSX")
    assert cells(tmp_path / "file.XLSX") == [(1, ["code", "name"]), (3, ["so", "Sở Y tế"])]


def test_numbers_and_dates_of_a_workbook_become_text(tmp_path):
    path = workbook_file(
        tmp_path,
        [["telegram_id", "start"], [7123456789, datetime(2026, 12, 1, 7, 30)]],  # noqa: DTZ001
    )
    assert cells(path)[1] == (2, ["7123456789", "2026-12-01 07:30"])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (7123456789.0, "7123456789"),
        (1.5, "1.5"),
        (float("inf"), "inf"),
        (True, "True"),
        (
            datetime(2026, 12, 1, 7, 29, 59, 999_999, tzinfo=UTC).replace(tzinfo=None),
            "2026-12-01 07:30",
        ),
        (datetime(2026, 12, 1, 7, 30, 5, tzinfo=UTC).replace(tzinfo=None), "2026-12-01 07:30:05"),
        (date(2026, 12, 1), "2026-12-01"),
        (time(7, 30), "07:30:00"),
    ],
)
def test_a_cell_is_shown_as_it_would_be_typed(value, text):
    assert shown(value) == text


def test_a_workbook_with_a_wrong_size_inside_is_read_wholly(tmp_path):
    path = workbook_file(tmp_path, [["code", "name"], ["so", "Sở Y tế"]])
    broken = tmp_path / "wrong.xlsx"
    with ZipFile(path) as old, ZipFile(broken, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part, content.replace(b'ref="A1:B2"', b'ref="A1"'))
    assert cells(broken) == GRID


def test_what_openpyxl_does_not_know_is_passed_over_silently(tmp_path):
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].append(["code"])
    workbook.worksheets[0].add_data_validation(DataValidation(type="list", formula1='"a,b"'))
    workbook.save(tmp_path / "file.xlsx")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert cells(tmp_path / "file.xlsx") == [(1, ["code"])]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("file.csv", b"", "import-file-empty"),
        ("file.csv", b"\n ; ;\n", "import-file-empty"),
        ("file.csv", "code;tên\n".encode("cp1258", "ignore") + b"\xd0\xe2", "import-file-not-utf8"),
        ("file.csv", b"\xff\xfea", "import-file-not-utf8"),
        ("file.csv", b'code,name\na,"b\nc,d\n', "import-file-quotes"),
        ("file.csv", b'code,name\na,"b"c\n', "import-file-quotes"),
        ("file.csv", b"code\n" + b"x" * 200_000, "import-file-quotes"),
        ("file.xlsx", b"code,name\n", "import-file-not-workbook"),
        ("file.xlsx", b"", "import-file-not-workbook"),
        ("file.xls", b"\xd0\xcf\x11\xe0", "import-file-unknown"),
        ("file", b"code,name\n", "import-file-unknown"),
    ],
)
def test_a_file_that_is_no_table_gets_one_clear_reason(tmp_path, name, content, reason):
    path = tmp_path / name
    path.write_bytes(content)
    assert reason_of(path) == reason


def test_a_missing_file_is_refused(tmp_path):
    assert reason_of(tmp_path / "none.csv") == "import-file-missing"


def test_a_folder_is_refused(tmp_path):
    (tmp_path / "folder.csv").mkdir()
    assert reason_of(tmp_path / "folder.csv") == "import-file-missing"


def test_a_packed_file_that_is_no_workbook_is_refused(tmp_path):
    with ZipFile(tmp_path / "file.xlsx", "w") as packed:
        packed.writestr("letter.txt", "not a workbook")
    assert reason_of(tmp_path / "file.xlsx") == "import-file-not-workbook"


@pytest.mark.parametrize("at", range(100, 4_000, 150))
def test_a_damaged_workbook_is_refused_or_read_but_never_breaks(tmp_path, at):
    path = workbook_file(tmp_path, [["code", "name"], *([f"a{i}", "b" * i] for i in range(50))])
    content = bytearray(path.read_bytes())
    content[at % len(content)] ^= 0xFF
    path.write_bytes(content)
    with suppress(ImportRefused):
        assert read_sheet(path)


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(sheets, "MOST_UNPACKED_BYTES", 1_000)
    assert reason_of(workbook_file(tmp_path, [["code"]])) == "import-file-large"


def test_ten_megabytes_are_too_many(tmp_path):
    path = csv_file(tmp_path, b"code\n" + b"x\n" * 5_000_000)
    assert reason_of(path) == "import-file-large"


@pytest.mark.parametrize(("lines", "fits"), [(20_000, True), (20_001, False)])
def test_twenty_thousand_lines_are_the_most(tmp_path, lines, fits):
    path = csv_file(tmp_path, "code\n" + "x\n" * lines)
    if fits:
        assert len(read_sheet(path)) == lines + 1
    else:
        assert reason_of(path) == "import-file-long"
