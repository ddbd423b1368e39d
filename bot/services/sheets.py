"""CSV and XLSX files as lines of text, whatever program wrote them; and lines of text as either.

What cannot be read as a table at all is refused in one sentence (ImportRefused).
"""

import csv
import warnings
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from itertools import islice
from pathlib import Path
from string import whitespace
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, LargeZipFile, ZipFile, is_zipfile

from bot.domain.cells import IMPORT_SHEET, Rows, refuse_file

MOST_BYTES = 10_000_000
MOST_LINES = 20_000
MOST_COLUMNS = 50
# A workbook is packed; what it unpacks to must fit into memory too.
MOST_UNPACKED_BYTES = 200_000_000
DELIMITERS = ",;\t"
TEXT_SUFFIXES = (".csv", ".tsv", ".txt")
_AS_TEXT = "@"  # what is typed into such a cell is taken as it stands
_HALF_SECOND = timedelta(microseconds=500_000)
_BROKEN = (
    BadZipFile,
    LargeZipFile,
    ParseError,
    AttributeError,
    EOFError,
    IndexError,
    KeyError,
    NotImplementedError,
    OSError,
    TypeError,
    ValueError,
    zlib.error,
)

Numbered = Iterable[tuple[int, Sequence[str]]]


def read_sheet(path: Path) -> Rows:
    """Return the lines of a file that have any text, each with its number in the file."""
    suffix = path.suffix.lower()
    if suffix != ".xlsx" and suffix not in TEXT_SUFFIXES:
        raise refuse_file("import-file-unknown", file=path.name)
    try:
        if not path.is_file():
            raise refuse_file("import-file-missing", file=path.name)
        if path.stat().st_size > MOST_BYTES:
            raise refuse_file("import-file-large", megabytes=str(MOST_BYTES // 1_000_000))
        lines = _workbook(path) if suffix == ".xlsx" else _text(path.read_bytes())
        return _limited(lines)
    except OSError as error:
        raise refuse_file("import-file-unreadable", file=path.name) from error


def _limited(lines: Numbered) -> Rows:
    filled = ((number, cells) for number, cells in lines if any(map(_has_text, cells)))
    # One more than the lines allowed for the header, one more to see that there are too many.
    rows = list(islice(filled, MOST_LINES + 2))
    if not rows:
        raise refuse_file("import-file-empty")
    if len(rows) > MOST_LINES + 1:
        raise refuse_file("import-file-long", lines=f"{MOST_LINES}")
    return rows


def _has_text(cell: str) -> bool:
    return bool(cell.strip(DELIMITERS + whitespace))


def _text(content: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    # Excel's "Unicode text" is UTF-16 and says so in its first two bytes.
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise refuse_file("import-file-not-utf8") from error
    # str.splitlines would also break a cell at a page break or a line separator.
    return _records(list(StringIO(text, newline="")))


def _records(lines: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    skipped, delimiter = _delimiter(lines)
    reader = csv.reader(lines[skipped:], delimiter=delimiter, strict=True)
    number = skipped
    try:
        for cells in reader:
            yield number + 1, cells
            number = skipped + reader.line_num
    except csv.Error as error:
        raise refuse_file("import-file-quotes", line=str(number + 1)) from error


def _delimiter(lines: Sequence[str]) -> tuple[int, str]:
    """Return how many lines to skip (Excel's `sep=`) and what stands between the cells."""
    first = lines[0].strip() if lines else ""
    if first.lower().startswith("sep=") and len(first) == len("sep=;"):
        return 1, first[-1]
    header = next((line for line in lines if _has_text(line)), "")
    return 0, max(DELIMITERS, key=header.count)


def _workbook(path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    if not is_zipfile(path):
        raise refuse_file("import-file-not-workbook", file=path.name)
    try:
        with ZipFile(path) as packed:
            size = sum(part.file_size for part in packed.infolist())
        if size > MOST_UNPACKED_BYTES:
            raise refuse_file("import-file-large", megabytes=str(MOST_BYTES // 1_000_000))
        # Colours, charts and validations that openpyxl does not know are no concern of ours.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            lines = _first_sheet(path)
    except _BROKEN as error:
        raise refuse_file("import-file-not-workbook", file=path.name) from error
    return iter(lines)


def _first_sheet(path: Path) -> list[tuple[int, Sequence[str]]]:
    import openpyxl  # noqa: PLC0415 it takes long to load, and workbooks are rare

    with path.open("rb") as file:
        workbook = openpyxl.load_workbook(file, read_only=True, data_only=True)
        if not workbook.worksheets:
            raise refuse_file("import-file-empty")
        sheet = next(
            (each for each in workbook.worksheets if each.title == IMPORT_SHEET),
            workbook.worksheets[0],
        )
        # The size some programs write down is wrong, and lines beyond it would be lost.
        sheet.reset_dimensions()
        rows = enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), start=1)
        lines = ((number, _trimmed([shown(value) for value in row])) for number, row in rows)
        return list(islice((line for line in lines if line[1]), MOST_LINES + 2))


def _trimmed(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def shown(value: object) -> str:
    """Return a cell's value as it would be written in a CSV file."""
    match value:
        case None:
            return ""
        case datetime():
            # Excel counts days in floating point: 07:30 may be 07:29:59.999999.
            whole = (value + _HALF_SECOND).replace(microsecond=0)
            return whole.isoformat(" ", "seconds" if whole.second else "minutes")
        case date() | time():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)


def written_text(rows: Iterable[Sequence[str]]) -> bytes:
    """Return lines as a CSV file that spreadsheets open and `read_sheet` reads back."""
    text = StringIO(newline="")
    csv.writer(text).writerows(rows)
    # Excel takes a file for UTF-8 only when it begins with a byte order mark.
    return text.getvalue().encode("utf-8-sig")


def written_workbook(rows: Sequence[Sequence[str]]) -> bytes:
    """Return lines as an XLSX file that `read_sheet` reads back; every cell is and stays text."""
    import openpyxl  # noqa: PLC0415 it takes long to load, and workbooks are rare
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row, cells in enumerate(rows, start=1):
        for column, value in enumerate(cells, start=1):
            cell = sheet.cell(row, column, ILLEGAL_CHARACTERS_RE.sub(" ", value))
            # A code such as 007 stays what it is, a name that begins with = is no formula.
            cell.data_type = "s"
            cell.number_format = _AS_TEXT
            cell.font = Font(bold=row == 1)
    for column, longest in enumerate(map(_width, zip(*rows, strict=True)), start=1):
        below = sheet.column_dimensions[get_column_letter(column)]
        below.width, below.number_format = longest, _AS_TEXT
    sheet.freeze_panes = "A2"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _width(cells: Sequence[str]) -> float:
    return float(min(60, max(12, 2 + max(map(len, cells), default=0))))
