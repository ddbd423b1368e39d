"""The league table of agencies as a workbook, to be sorted and printed."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.counting import key_of
from bot.domain.league import Place, Record
from bot.domain.paper import Finished, file_name
from bot.papers.duty_sheet import Value, write
from bot.papers.words import Words, tidy
from bot.services.leagues import Table

TOP = 5  # the row of the headings
COLUMNS = {"rank": 8, "agency": 42, "kind": 22, "asked": 11, "on-time": 11, "late": 11, "owed": 11}
SHARE = 12
_LINE = Side(style="thin", color="B9C2CD")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_HEAD = PatternFill("solid", start_color="DDE5EE")


def made(given: Table) -> list[Finished]:
    """Return the table as an XLSX file."""
    book = Workbook()
    book.properties.creator = "Trực Ban"
    at = given.made_at.replace(tzinfo=None)
    book.properties.created = book.properties.modified = at
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook has a sheet")
    _fill(sheet, given, Words(given.language, given.team.zone))
    out = BytesIO()
    book.save(out)
    return [Finished(file_name(f"xep hang {key_of(given.span)}", "xlsx"), out.getvalue())]


def _fill(sheet: Worksheet, given: Table, words: Words) -> None:
    sheet.title = words.say("answers-table")
    local = given.made_at.astimezone(words.zone)
    first, last = (words.date(day, year=True) for day in (given.span.first, given.span.last))
    made_at = words.say(
        "roster-made", date=words.date(local.date(), year=True), clock=words.clock(given.made_at)
    )
    issuer = tidy(given.team.catalog.watch.letterhead.issuer) or words.say("roster-team")
    write(sheet, 1, 1, issuer.upper()).font = Font(bold=True)
    title = words.say("league-title", first=first, last=last)
    write(sheet, 2, 1, title).font = Font(bold=True, size=14)
    counted = words.say("league-counted", campaigns=given.campaigns, asked=given.whole.asked)
    write(sheet, 3, 1, f"{counted} · {made_at}").font = Font(color="5B6675")
    heads = [words.say(f"answers-{name}") for name in COLUMNS if name != "kind"]
    heads.insert(2, words.say("answers-group"))
    _row(sheet, TOP, [*heads, words.say("league-share")], bold=True)
    sheet.row_dimensions[TOP].height = 32
    for row, place in enumerate(given.places, start=TOP + 1):
        _row(sheet, row, _values(place))
    end = TOP + len(given.places)
    total = ["", words.say("rollup-sum"), "", *_counts(given.whole)]
    _row(sheet, end + 1, total, bold=True)
    _print(sheet, end)


def _values(place: Place) -> list[Value]:
    one = place.record
    return [place.rank, tidy(one.agency), tidy(one.kind), *_counts(one)]


def _counts(one: Record) -> list[Value]:
    return [one.asked, one.on_time, one.late, one.owed, one.percent]


def _row(sheet: Worksheet, row: int, values: list[Value], *, bold: bool = False) -> None:
    for column, value in enumerate(values, start=1):
        cell = write(sheet, row, column, value)
        cell.border, cell.font = _GRID, Font(bold=bold)
        cell.alignment = _LEFT if isinstance(value, str) and not bold else _MIDDLE
        if bold:
            cell.fill = _HEAD


def _print(sheet: Worksheet, end: int) -> None:
    """Have it printed on A4, the heading on every page; it can be filtered by group."""
    widths = [*COLUMNS.values(), SHARE]
    for number, wide in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = wide
    sheet.auto_filter.ref = f"A{TOP}:{get_column_letter(len(widths))}{max(TOP, end)}"
    sheet.freeze_panes = f"C{TOP + 1}"
    sheet.print_title_rows = f"{TOP}:{TOP}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
