"""The roster as a workbook: the table to print, and its rows as the import reads them back."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.cells import COLUMNS, IMPORT_SHEET, Register
from bot.domain.paper import Finished, file_name
from bot.domain.roster import ShiftState
from bot.domain.roster_table import Day, Line, Roster, Stay
from bot.papers.colours import GREY, HEADING, INK, RED, of_day, of_people
from bot.papers.words import Words, tidy

TOP = 5  # the row of the headings
TITLE, LINE = 16, 16  # points
DAY_WIDTH, SHIFT_WIDTH, POST_WIDTH = 17, 16, 30
FOLDED = 26  # letters of a name that fit on a line in any font
MARKS: Mapping[ShiftState | None, str] = {ShiftState.CONFIRMED: " ✓", ShiftState.DECLINED: " ✗"}
_LINE = Side(style="thin", color="B9C2CD")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)


def workbook(roster: Roster) -> Finished:
    """Return the roster as an XLSX file of two sheets."""
    book = Workbook()
    book.properties.creator = "Trực Ban"
    book.properties.created = book.properties.modified = roster.made_at.replace(tzinfo=None)
    table = book.active
    if not isinstance(table, Worksheet):
        raise TypeError("a new workbook has a sheet")
    _Table(table, roster).fill()
    _rows(book.create_sheet(IMPORT_SHEET), roster)
    out = BytesIO()
    book.save(out)
    name = roster.title or f"{roster.start.astimezone(roster.zone):%Y-%m-%d}"
    return Finished(file_name(f"lich truc {name}", "xlsx"), out.getvalue())


def _font(**more: Any) -> Font:  # noqa: ANN401 openpyxl's own
    return Font(name="Calibri", **{"size": 11, **more})


class _Table:
    """The sheet people print."""

    def __init__(self, sheet: Worksheet, roster: Roster) -> None:
        self._sheet = sheet
        self._roster = roster
        self._words = Words(roster.language, roster.zone)
        self._colours = of_people(roster)

    def fill(self) -> None:
        """Write the heading, the table, and how it is printed."""
        sheet, words = self._sheet, self._words
        sheet.title = words.say("roster-sheet")
        self._heading()
        titles = [words.say("roster-day"), words.say("roster-shift")]
        titles += [tidy(name) for _, name in self._roster.posts]
        for column, title in enumerate(titles, start=1):
            self._put(TOP, column, title, HEADING, _font(bold=True, color="FFFFFF"))
            width = (DAY_WIDTH, SHIFT_WIDTH)[column - 1] if column <= 2 else POST_WIDTH  # noqa: PLR2004 two columns before the posts
            sheet.column_dimensions[get_column_letter(column)].width = width
        row = TOP + 1
        for day in self._roster.days:
            row = self._day(day, row)
        self._printed()

    def _heading(self) -> None:
        roster, words = self._roster, self._words
        title = words.title(roster)
        title += f" · {words.say('roster-draft')}" if roster.is_draft else ""
        lines = (
            (words.issuer(roster).upper(), _font(bold=True, color=GREY[1:])),
            (title, _font(bold=True, size=TITLE)),
            (words.period(roster), _font(size=11)),
            (words.made(roster), _font(size=11, color=GREY[1:])),
        )
        for row, (said, font) in enumerate(lines, start=1):
            _write(self._sheet, row, 1, said).font = font
            self._sheet.row_dimensions[row].height = 26 if font.size == TITLE else 17

    def _day(self, day: Day, top: int) -> int:
        dark, light = of_day(day)
        row = top
        for line in day.lines:
            row = self._line(line, row, light)
        said = [self._words.weekday(day.day), self._words.date(day.day, year=True)]
        said += [tidy(day.name)] if day.name else []
        font = _font(bold=True, color=(RED if day.is_off else INK)[1:])
        self._put(top, 1, "\n".join(said), dark, font)
        self._merge(top, row - 1, 1, dark)
        for at in range(top, row):
            # Lines that are folded make no room for themselves.
            folded = max(
                -(-len(str(cell.value or "")) // POST_WIDTH) for cell in self._sheet[at][2:]
            )
            height = LINE * max(1.0, folded, len(said) / (row - top)) + 5
            self._sheet.row_dimensions[at].height = height
        return row

    def _line(self, line: Line, top: int, light: str) -> int:
        deep = max([1, *(len(stays) for stays in line.cells.values())])
        span = self._words.span(line.start, line.end)
        later = self._words.ends_later(line.start, line.end)
        self._put(top, 2, f"{span} (+{later})" if later else span, light, _font())
        self._merge(top, top + deep - 1, 2, light)
        for column, (code, _) in enumerate(self._roster.posts, start=3):
            stays = line.cells.get(code, ())
            for number in range(deep):
                stay = stays[number] if number < len(stays) else None
                self._stay(top + number, column, line, stay, light)
        return top + deep

    def _stay(self, row: int, column: int, line: Line, stay: Stay | None, light: str) -> None:
        if stay is None:
            self._put(row, column, "", light, _font())
            return
        is_part = (stay.start, stay.end) != (line.start, line.end)
        time = f" ({self._words.span(stay.start, stay.end)})" if is_part else ""
        if stay.person_id is None:
            loud = _font(bold=True, color="FFFFFF")
            self._put(row, column, self._words.say("roster-empty") + time, RED, loud)
            return
        name = tidy(self._roster.members[stay.person_id].name) + MARKS.get(stay.state, "")
        self._put(row, column, name + time, self._colours[stay.person_id], _font())
        self._sheet.cell(row, column).alignment = _LEFT

    def _put(self, row: int, column: int, said: str, fill: str, font: Font) -> None:
        cell = _write(self._sheet, row, column, said)
        cell.font, cell.border, cell.alignment = font, _GRID, _MIDDLE
        cell.fill = PatternFill("solid", start_color=fill[1:])

    def _merge(self, first: int, last: int, column: int, fill: str) -> None:
        for row in range(first + 1, last + 1):
            self._put(row, column, "", fill, _font())
        if last > first:
            self._sheet.merge_cells(
                start_row=first, end_row=last, start_column=column, end_column=column
            )

    def _printed(self) -> None:
        sheet = self._sheet
        sheet.freeze_panes = f"C{TOP + 1}"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_title_rows = f"{TOP}:{TOP}"
        sheet.print_options.horizontalCentered = True


def _rows(sheet: Worksheet, roster: Roster) -> None:
    """Write every shift as a line of the import, one that nobody has or can be linked left out."""
    names = COLUMNS[Register.ROSTER].all
    for column, name in enumerate(names, start=1):
        _write(sheet, 1, column, name).font = _font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = 22
    row = 2
    for stay in roster.stays():
        member = roster.members.get(stay.person_id or 0)
        if member is None or member.telegram_id is None:
            continue
        times = (at.astimezone(roster.zone).replace(tzinfo=None) for at in (stay.start, stay.end))
        written = [*(at.isoformat(timespec="minutes") for at in times), stay.post]
        for column, value in enumerate([*written, str(member.telegram_id)], start=1):
            _write(sheet, row, column, value)
        row += 1


def _write(sheet: Worksheet, row: int, column: int, said: str) -> Cell:
    """Write words into a cell as words: a name that begins with = is no formula."""
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError("this cell is part of a merged one")
    cell.value = said
    cell.data_type = "s"
    return cell
