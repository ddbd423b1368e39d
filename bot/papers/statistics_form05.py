"""The figures of Mẫu 05: for its template, and as a workbook; filled as far as incidents tell."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.form05 import ROWS, Line, Table
from bot.domain.paper import Finished, file_name
from bot.domain.spans import Unit
from bot.papers.duty_sheet import Value, write
from bot.papers.statistics_speech import Speech
from bot.services.statistics_facts import Given

COLUMNS = ("no", "kind", "incidents", "alone", "others", "abroad", "national", "loss")
SHEET_WIDTHS = (6, 52, 12, 12, 16, 16, 16, 20)
TOP = 5  # the row of the headings on the sheet
_LINE = Side(style="thin", color="8A97A6")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_WRAPPED = Alignment(horizontal="center", vertical="center", wrap_text=True)


def figures(given: Given) -> dict[str, Any]:
    """Return what a template shows: the rows, their sum, which days, what is not counted."""
    speech, counted = Speech(given), given.form05()
    *rows, total = (
        {name: str(value) for name, value in zip(COLUMNS, row, strict=True)}
        for row in _rows(speech, counted)
    )
    span = speech.days(given.now.first, given.now.last)
    return {
        "rows": rows,
        "total": total,
        "period": _period(given, speech),
        "days": speech.say("mau-period", days=span, at=speech.made),
        "notes": "\n".join(notes(speech, counted, given.now.drills)),
    }


def workbook(given: Given) -> Finished:
    """Return the table as an XLSX file."""
    return _sheet(given)


def _name(given: Given, ending: str) -> str:
    return file_name(f"mau 05 {given.now.first} {given.now.last}", ending)


def _rows(speech: Speech, counted: Table) -> Iterator[list[Value]]:
    for row, line in zip(ROWS, counted.lines, strict=True):
        yield [row, speech.say(f"mau-row-{row}"), *_counts(speech, line)]
    yield ["", speech.say("mau-total"), *_counts(speech, counted.total)]


def _counts(speech: Speech, line: Line) -> list[Value]:
    counts = [line.incidents, line.alone, line.others, line.abroad, line.national]
    return [*counts, _loss(speech, line)]


def _loss(speech: Speech, line: Line) -> str:
    """Return what is known of the loss: nothing is made up where nobody has estimated it."""
    if not line.incidents:
        return "0"
    return speech.money(line.loss) if line.estimated else speech.say("mau-no-loss")


def _period(given: Given, speech: Speech) -> str:
    which = given.span.unit if given.span.unit in (Unit.HALF, Unit.YEAR) else "other"
    return speech.say(f"mau-of-{which}", span=speech.span)


def notes(speech: Speech, counted: Table, drills: int = 0) -> list[str]:
    """Return what whoever signs it should know: what is not counted, and what nobody has said."""
    found = []
    if counted.total.unsaid:
        found.append(speech.say("mau-note-unsaid", count=counted.total.unsaid))
    missing = counted.total.incidents - counted.total.estimated
    if missing:
        found.append(speech.say("mau-note-loss", count=missing))
    if counted.apart:
        names = ", ".join(
            f"{speech.shown({'kind': kind})}: {count}" for kind, count in counted.apart.items()
        )
        found.append(speech.say("mau-note-apart", names=names))
    if drills:
        found.append(speech.say("mau-note-drills", count=drills))
    return found


def _sheet(given: Given) -> Finished:
    speech, counted = Speech(given), given.form05()
    book = Workbook()
    made = given.made_at.replace(tzinfo=None)
    book.properties.creator = "Trực Ban"
    book.properties.created = book.properties.modified = made
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook has a sheet")
    sheet.title = speech.say("mau-sheet")
    write(sheet, 1, 1, speech.say("mau-title")).font = Font(bold=True, size=14)
    write(sheet, 2, 1, _period(given, speech)).font = Font(bold=True)
    span = speech.days(given.now.first, given.now.last)
    write(sheet, 3, 1, speech.say("mau-period", days=span, at=speech.made))
    titles = [speech.say(f"mau-column-{name}") for name in COLUMNS]
    last = TOP
    rows: list[list[Value]] = [list(titles), *_sheet_rows(speech, counted)]
    for row, values in enumerate(rows, start=TOP):
        last = row
        _put(sheet, row, values)
    for row, said in enumerate(notes(speech, counted, given.now.drills), start=last + 2):
        write(sheet, row, 1, said)
    _shaped(sheet)
    out = BytesIO()
    book.save(out)
    return Finished(_name(given, "xlsx"), out.getvalue())


def _sheet_rows(speech: Speech, counted: Table) -> Iterator[list[Value]]:
    """Yield the rows with losses as numbers, so that they can be reckoned with."""
    lines = [*counted.lines, counted.total]
    for row, line in zip(_rows(speech, counted), lines, strict=True):
        yield [*row[:-1], line.loss if line.estimated else row[-1]]


def _put(sheet: Worksheet, row: int, values: Sequence[Value]) -> None:
    for column, value in enumerate(values, start=1):
        cell = write(sheet, row, column, value)
        cell.border = _GRID
        is_name = column == COLUMNS.index("kind") + 1
        cell.alignment = Alignment(vertical="center", wrap_text=True) if is_name else _WRAPPED
        if row in (TOP, TOP + len(ROWS) + 1):
            cell.font = Font(bold=True)
        if row == TOP:
            cell.fill = PatternFill("solid", start_color="DDE5EE")
        elif column == len(COLUMNS) and isinstance(value, int):
            cell.number_format = "#,##0"


def _shaped(sheet: Worksheet) -> None:
    for number, wide in enumerate(SHEET_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = wide
    sheet.row_dimensions[TOP].height = 48
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
