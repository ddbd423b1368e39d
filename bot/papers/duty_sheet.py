"""The duty sheet as a workbook for the accountant: sums per person, every shift, and the rules."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.duty import Duty, total
from bot.domain.duty_sheet import Row
from bot.domain.paper import Finished, file_name
from bot.papers.words import Words, tidy
from bot.services.duty_sheets import DutySheet

TOP = 5  # the row of the headings
PEOPLE = {
    "no": 5,
    "name": 26,
    "agency": 26,
    "planned-shifts": 11,
    "planned-hours": 11,
    "stood-shifts": 11,
    "hours": 11,
    "night": 11,
    "holiday": 11,
    "call-outs": 11,
}
SHIFTS = {
    "day": 13,
    "shift": 15,
    "post": 20,
    "name": 26,
    "planned-hours": 11,
    "came": 18,
    "left": 18,
    "hours": 11,
    "night": 11,
    "holiday": 11,
    "remark": 36,
}
HOURS = "0.00"
_HOUR = timedelta(hours=1)
_LINE = Side(style="thin", color="B9C2CD")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_HEAD = PatternFill("solid", start_color="DDE5EE")
_BOLD = Font(bold=True)
Value = str | int | float


def workbook(given: DutySheet) -> Finished:
    """Return the sheet as an XLSX file of three pages."""
    book = Workbook()
    book.properties.creator = "Trực Ban"
    book.properties.created = book.properties.modified = given.made_at.replace(tzinfo=None)
    first = book.active
    if not isinstance(first, Worksheet):
        raise TypeError("a new workbook has a sheet")
    words = Words(given.language, given.zone)
    _People(first, given, words).fill()
    _Shifts(book.create_sheet(words.say("sheet-shifts")), given, words).fill()
    _rules(book.create_sheet(words.say("sheet-rules")), given, words)
    out = BytesIO()
    book.save(out)
    local = given.start.astimezone(given.zone)
    name = file_name(f"bang cham truc {given.title or f'{local:%Y-%m-%d}'}", "xlsx")
    return Finished(name, out.getvalue())


class _Page:
    """One table below a heading."""

    def __init__(self, sheet: Worksheet, given: DutySheet, words: Words) -> None:
        self.sheet = sheet
        self.given = given
        self.words = words
        self.row = TOP

    def head(self, columns: dict[str, int]) -> None:
        """Write what it is, of when, and the headings of the columns."""
        given, words = self.given, self.words
        issuer = tidy(given.letterhead.issuer) or words.say("roster-team")
        title = words.say("sheet-title")
        title += f" · {tidy(given.title)}" if given.title else ""
        start, end = words.moment(given.start), words.moment(given.end)
        zone = words.zone_words(given.start)
        day = words.date(given.made_at.astimezone(given.zone).date(), year=True)
        made = words.say("roster-made", date=day, clock=words.clock(given.made_at))
        period = words.say("sheet-period", start=start, end=end, zone=zone)
        fonts = (_BOLD, Font(bold=True, size=16), Font(), Font(color="5B6675"))
        lines = (issuer.upper(), title, period, made)
        for row, (said, font) in enumerate(zip(lines, fonts, strict=True), start=1):
            write(self.sheet, row, 1, said).font = font
        self.put([words.say(f"sheet-{name}") for name in columns], _BOLD, fill=_HEAD)
        self.sheet.row_dimensions[2].height, self.sheet.row_dimensions[TOP].height = 24, 48
        for number, wide in enumerate(columns.values(), start=1):
            self.sheet.column_dimensions[get_column_letter(number)].width = wide

    def put(
        self, values: Sequence[Value], font: Font | None = None, *, fill: PatternFill | None = None
    ) -> None:
        """Write the next row; hours have two decimals, numbers stay numbers."""
        for column, value in enumerate(values, start=1):
            cell = write(self.sheet, self.row, column, value)
            cell.border = _GRID
            cell.alignment = _LEFT if isinstance(value, str) and font is None else _MIDDLE
            cell.font = font or Font()
            if fill is not None:
                cell.fill = fill
        self.row += 1

    def printed(self, freeze: int) -> None:
        """Have it printed on A4, the heading on every page."""
        self.sheet.freeze_panes = f"{get_column_letter(freeze)}{TOP + 1}"
        self.sheet.print_title_rows = f"{TOP}:{TOP}"
        _printed(self.sheet)

    def name(self, person_id: int) -> str:
        """Return what somebody is called."""
        return tidy(self.given.members[person_id].name)


class _People(_Page):
    """What everybody was to stand and stood, with the sums, to be signed."""

    def fill(self) -> None:
        """Write the page."""
        self.sheet.title = self.words.say("sheet-people")
        self.head(PEOPLE)
        sums = self.given.sums
        for number, one in enumerate(sums, start=1):
            agency = tidy(self.given.members[one.person_id].agency or "")
            counts = (one.planned_shifts, hours(one.planned), one.stood_shifts)
            self.put(
                [number, self.name(one.person_id), agency, *counts, *_duty(one.duty), one.call_outs]
            )
        planned = sum((one.planned for one in sums), timedelta(0))
        counts = (
            sum(one.planned_shifts for one in sums),
            hours(planned),
            sum(one.stood_shifts for one in sums),
        )
        stood = _duty(total(one.duty for one in sums))
        called = sum(one.call_outs for one in sums)
        self.put(["", self.words.say("sheet-total"), "", *counts, *stood, called], _BOLD)
        self._signed()
        self.printed(3)

    def _signed(self) -> None:
        """Leave room for whoever drew it up and whoever signs it."""
        paper = self.given.letterhead
        author, signer = self.words.say("sheet-author"), tidy(paper.signer).upper()
        for column, said in ((2, author), (8, signer or "………………………")):
            cell = write(self.sheet, self.row + 1, column, said)
            cell.font, cell.alignment = _BOLD, Alignment(horizontal="center")
        cell = write(self.sheet, self.row + 6, 8, tidy(paper.signed_by))
        cell.font, cell.alignment = _BOLD, Alignment(horizontal="center")


class _Shifts(_Page):
    """Every shift with who was to stand it, who did, and from when until when."""

    def fill(self) -> None:
        """Write the page."""
        self.head(SHIFTS)
        for row in self.given.rows:
            self.put(self._row(row))
        self.printed(5)

    def _row(self, row: Row) -> list[Value]:
        shift, stay, words = row.shift, row.stay, self.words
        later = words.ends_later(shift.start, shift.end)
        span = words.span(shift.start, shift.end) + (f" (+{later})" if later else "")
        day = words.date(shift.start.astimezone(words.zone).date(), year=True)
        planned: Value = hours(row.planned) if row.planned else ""
        came, left, stood = "", "", ["", "", ""]
        values: list[Value] = [day, span, tidy(self.given.posts[shift.post])]
        values += [self.name(row.person_id), planned]
        if stay is None:
            return [*values, came, left, *stood, self._remark(row)]
        moments = [self._moment(stay.start), self._moment(stay.end)]
        return [*values, *moments, *_duty(row.duty), self._remark(row)]

    def _moment(self, at: datetime) -> str:
        return f"{self.words.clock(at)} {self.words.date(at.astimezone(self.words.zone).date())}"

    def _remark(self, row: Row) -> str:
        made_at, say = self.given.made_at, self.words.say
        if row.stay is None:
            is_ahead = row.shift.start > made_at
            return say("sheet-remark-ahead" if is_ahead else "sheet-remark-missed")
        said = []
        if row.stood_in_for is not None:
            said.append(say("sheet-remark-for", name=self.name(row.stood_in_for)))
        if row.stay.end >= made_at:
            said.append(say("sheet-remark-running"))
        elif row.stay.end > row.shift.end:
            said.append(say("sheet-remark-longer"))
        if not row.stay.proven:
            said.append(say("sheet-remark-unproven"))
        return "; ".join(said)


def _printed(sheet: Worksheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _rules(sheet: Worksheet, given: DutySheet, words: Words) -> None:
    """Write how it was counted."""
    night = {"start": f"{given.night.start:%H:%M}", "end": f"{given.night.end:%H:%M}"}
    names = ("stood", "missed", "night", "holiday", "twice", "call-outs", "whole")
    sheet.column_dimensions["A"].width = 110
    _printed(sheet)
    write(sheet, 1, 1, words.say("sheet-rules")).font = Font(bold=True, size=14)
    for row, name in enumerate(names, start=2):
        said = words.say(f"sheet-rule-{name}", **(night if name == "night" else {}))
        write(sheet, row, 1, said).alignment = Alignment(wrap_text=True, vertical="top")


def _duty(duty: Duty) -> list[Value]:
    return [hours(duty.all), hours(duty.night), hours(duty.holiday)]


def hours(span: timedelta) -> float:
    """Return a length of time in hours, to the hundredth."""
    return round(span / _HOUR, 2)


def write(sheet: Worksheet, row: int, column: int, value: Value) -> Cell:
    """Write words as words, so that a name that begins with = is no formula, and hours as hours."""
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError("this cell is part of a merged one")
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    elif isinstance(value, float):
        cell.number_format = HOURS
    return cell
