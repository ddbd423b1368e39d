"""Mẫu 05 as a document for signature and as a workbook, filled as far as the incidents tell."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm, Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.form05 import ROWS, Line, Table
from bot.domain.outside import for_outside
from bot.domain.paper import Finished, file_name
from bot.domain.spans import Unit
from bot.papers.duty_sheet import Value, write
from bot.papers.letter import BLANK, CENTRE, TABLE, Letter, Style
from bot.papers.statistics_speech import Speech
from bot.papers.words import tidy
from bot.services.statistics_facts import Given

COLUMNS = ("no", "kind", "incidents", "alone", "others", "abroad", "national", "loss")
WIDTHS = (0.04, 0.37, 0.07, 0.07, 0.11, 0.11, 0.11, 0.12)
SHEET_WIDTHS = (6, 52, 12, 12, 16, 16, 16, 20)
TOP = 5  # the row of the headings on the sheet
HELPERS = 3  # empty lines at least, to write on
ADDRESS = "reporter_address"  # a place of the other papers
_LINE = Side(style="thin", color="8A97A6")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_WRAPPED = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT, _MIDDLE = Style(TABLE), Style(TABLE, align=CENTRE)
_BOLD, _BOLD_LEFT = Style(TABLE, bold=True, align=CENTRE), Style(TABLE, bold=True)


def document(given: Given) -> Finished:
    """Return the report as a DOCX file that only lacks what a person must add, and a signature."""
    return _Document(given).finished()


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


class _Document:
    """One report while it is written."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._speech = Speech(given)
        self._counted = given.form05()
        self._letter = Letter(self._speech.words, given.team.catalog.watch.letterhead, wide=True)

    def finished(self) -> Finished:
        given = self._given
        head = self._letter.document.sections[0].first_page_header.paragraphs[0]
        head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        head.add_run(self._say("draft", at=self._speech.made)).italic = True
        self._letter.head(given.made_at.astimezone(given.team.zone).year)
        self._letter.title(self._say("title"), _period(given, self._speech))
        self._addressed()
        self._about()
        self._table()
        self._notes()
        self._lists()
        self._letter.end()
        return Finished(_name(given, "docx"), self._letter.content(given.made_at))

    def _say(self, text_id: str, **values: object) -> str:
        return self._speech.say(f"mau-{text_id}", **values)

    def _addressed(self) -> None:
        """Write to whom it goes: whom the team reports to, but no owner of a system."""
        book = self._given.team.catalog.forms
        names = [
            for_outside(each.name(self._given.language)).text
            for each in book.receivers
            if not each.owner
        ]
        said = self._say("to", names="; ".join(names) or BLANK * 2)
        self._letter.paragraph(said, Style(TABLE)).paragraph_format.space_after = Pt(0)

    def _about(self) -> None:
        paper, speech, days = self._given.team.catalog.watch.letterhead, self._speech, self._given
        issuer = tidy(paper.issuer) or BLANK
        span = speech.days(days.now.first, days.now.last)
        for line in (
            self._say("period", days=span, at=speech.made),
            self._say("issuer", name=issuer),
            self._say("address", blank=self._address() or BLANK * 2),
            self._say("member", blank=BLANK),
        ):
            self._letter.paragraph(line, Style(TABLE)).paragraph_format.space_after = Pt(0)

    def _address(self) -> str:
        """Return where the team is, as its other papers say it."""
        places = self._given.team.catalog.forms.of([ADDRESS])
        return next((for_outside(tidy(place.value)).text for place in places), "")

    def _table(self) -> None:
        titles = [self._say(f"column-{name}") for name in COLUMNS]
        table = self._letter.table(titles, WIDTHS)
        rows = list(_rows(self._speech, self._counted))
        for number, row in enumerate(rows):
            is_last = number == len(rows) - 1
            left, middle = (_BOLD_LEFT, _BOLD) if is_last else (_LEFT, _MIDDLE)
            cells = [(str(value), left if n == 1 else middle) for n, value in enumerate(row)]
            self._letter.row(table, cells, WIDTHS)
        self._letter.paragraph("", Style(6)).paragraph_format.space_after = Pt(0)

    def _notes(self) -> None:
        for said in notes(self._speech, self._counted, self._given.now.drills):
            self._letter.paragraph(said, Style(TABLE, italic=True))

    def _lists(self) -> None:
        helpers = [
            f"{for_outside(tidy(name)).text} ({count})" for name, count in self._counted.helpers
        ]
        for heading, known in (("helpers", helpers), ("foreign", []), ("proposals", [])):
            is_last = heading == "proposals"
            paragraph = self._letter.paragraph(self._say(heading), Style(bold=True))
            paragraph.paragraph_format.keep_with_next = True
            for said in known:
                self._letter.paragraph(f"- {said}")
            for _ in range(HELPERS - len(known)):
                self._blank(keeps=is_last)

    def _blank(self, *, keeps: bool) -> None:
        line = self._letter.paragraph("\t").paragraph_format
        line.tab_stops.add_tab_stop(
            Mm(self._letter.width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )
        line.keep_with_next = keeps


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
