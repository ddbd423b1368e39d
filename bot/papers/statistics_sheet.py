"""Statistics as a workbook: a page for every way of looking at them, and how it was counted."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.incident import Status
from bot.domain.paper import Finished, file_name
from bot.domain.statistics import Group, Statistics, Times
from bot.papers.duty_sheet import Value, write
from bot.papers.statistics_speech import Speech
from bot.papers.words import tidy
from bot.services.statistics_facts import Given
from bot.services.statistics_words import kind_texts, source_texts

_BOLD = Font(bold=True)
_MINUTE, _HOUR = 60, 3600
FIRST, OTHERS = 40, 13  # widths of columns
_COLUMNS = (
    *("name", "incidents", "taken", "taken-mean", "taken-median", "taken-ninth", "taken-worst"),
    *("solved", "solved-mean", "solved-median", "solved-ninth", "solved-worst"),
)
_RULES = (
    *("received", "taken", "solved", "ninth", "kept", "pages", "before", "few", "rejected"),
    "drills",
)


def workbook(given: Given, now: Statistics, then: Statistics) -> Finished:
    """Return the XLSX file."""
    return _Book(given, now, then).finished()


class _Book:
    """One workbook while it is filled."""

    def __init__(self, given: Given, now: Statistics, then: Statistics) -> None:
        self._given, self._now, self._then = given, now, then
        self._speech = Speech(given)
        self._book = Workbook()

    def finished(self) -> Finished:
        made = self._given.made_at.replace(tzinfo=None)
        known = self._book.properties
        known.creator, known.created, known.modified = "Trực Ban", made, made
        self._summary()
        self._groups()
        self._kept()
        self._called()
        self._rules()
        out = BytesIO()
        self._book.save(out)
        days = self._given.now
        name = file_name(f"thong ke {days.first} {days.last}", "xlsx")
        return Finished(name, out.getvalue())

    def _say(self, text_id: str) -> str:
        return self._speech.say(f"stats-sheet-{text_id}")

    def _page(self, name: str, titles: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
        sheet = self._sheet(self._say(name))
        for number, line in enumerate([titles, *rows], start=1):
            for column, value in enumerate(line, start=1):
                cell = write(sheet, number, column, value)
                if number == 1:
                    cell.font = _BOLD
                    cell.alignment = Alignment(wrap_text=True, vertical="top")
        for column in range(1, len(titles) + 1):
            letter = get_column_letter(column)
            sheet.column_dimensions[letter].width = FIRST if column == 1 else OTHERS
        sheet.freeze_panes = "B2"
        sheet.print_title_rows = "1:1"

    def _sheet(self, title: str) -> Worksheet:
        active = self._book.active
        is_new = (
            isinstance(active, Worksheet) and active.max_row == 1 and active["A1"].value is None
        )
        sheet = active if is_new and isinstance(active, Worksheet) else self._book.create_sheet()
        sheet.title = title
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        return sheet

    def _summary(self) -> None:
        speech, given = self._speech, self._given
        titles = [
            speech.say("stats-chart-title", span=speech.span),
            speech.days(given.now.first, given.now.last),
            speech.days(given.then.first, given.then.last),
        ]
        sides = [list(_summary(counted)) for counted in (self._now, self._then)]
        names = [name for name, _ in sides[0]]
        rows: list[list[Value]] = [
            [self._say(name), *(side[number][1] for side in sides)]
            for number, name in enumerate(names)
        ]
        counted = given.improved
        rows += [
            [self._say("drills"), given.now.drills, given.then.drills],
            [self._say("improvements-open"), counted.open, ""],
            [self._say("improvements-overdue"), counted.overdue, ""],
            [self._say("improvements-done"), counted.done, ""],
        ]
        self._page("summary", titles, [*rows, [self._say("made-at"), speech.made, ""]])
        self._book.worksheets[0].column_dimensions["B"].width = 30
        self._book.worksheets[0].column_dimensions["C"].width = 30

    def _groups(self) -> None:
        now, shown = self._now, self._speech.shown
        agencies = [
            (tidy(self._given.agencies.get(int(group.key), "")) or self._say("no-agency"), group)
            for group in now.agencies
        ]
        self._table("kinds", [(shown(name), group) for name, group in kind_texts(now)])
        self._table("severities", [(shown({"severity": one.key}), one) for one in now.severities])
        self._table("agencies", agencies)
        self._table("sources", [(shown(name), group) for name, group in source_texts(now)])
        self._table("hours", [(f"{int(one.key):02}:00", one) for one in now.hours])
        days = [(shown({"text": f"weekday-{one.key}"}), one) for one in now.weekdays]
        self._table("weekdays", days)

    def _table(self, name: str, named: Sequence[tuple[str, Group]]) -> None:
        titles = [self._say(f"column-{each}") for each in _COLUMNS]
        rows = [
            [said, group.incidents, *_spread(group.taken, _MINUTE), *_spread(group.solved, _HOUR)]
            for said, group in named
        ]
        self._page(name, titles, rows)

    def _kept(self) -> None:
        names = ("severity", "within", "asked", "kept")
        rows: list[list[Value]] = [
            [
                self._speech.shown({"severity": one.severity}),
                round(one.within / _MINUTE, 1),
                one.asked,
                one.kept,
            ]
            for one in self._now.kept
        ]
        self._page("kept", [self._say(f"column-{name}") for name in names], rows)

    def _called(self) -> None:
        names = ("person", "pages", "night")
        rows: list[list[Value]] = [
            [tidy(one.name), one.pages, one.by_night] for one in self._now.called
        ]
        self._page("people", [self._say(f"column-{name}") for name in names], rows)

    def _rules(self) -> None:
        sheet = self._sheet(self._say("rules"))
        sheet.column_dimensions["A"].width = 110
        for row, name in enumerate(_RULES, start=1):
            cell = write(sheet, row, 1, self._say(f"rule-{name}"))
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _spread(times: Times, unit: int) -> list[Value]:
    lengths = (times.mean, times.median, times.ninth, times.worst)
    return [times.count, *("" if each is None else round(each / unit, 1) for each in lengths)]


def _summary(counted: Statistics) -> list[tuple[str, Value]]:
    taken = _spread(counted.all.taken, _MINUTE)
    solved = _spread(counted.all.solved, _HOUR)
    names = ("", "mean", "median", "ninth", "worst")
    return [
        ("incidents", counted.all.incidents),
        *((f"column-taken{'-' * bool(n)}{n}", v) for n, v in zip(names, taken, strict=True)),
        *((f"column-solved{'-' * bool(n)}{n}", v) for n, v in zip(names, solved, strict=True)),
        ("false", counted.ended(Status.NOT_INCIDENT)),
        ("twice", counted.ended(Status.DUPLICATE)),
        ("referred", counted.ended(Status.REFERRED)),
        ("reopened", counted.reopened),
        ("pages", counted.pages),
        ("night", counted.by_night),
    ]
