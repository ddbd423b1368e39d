"""A campaign as a workbook: an agency a row, a question a column, and the sums below."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.league import Place
from bot.domain.paper import Finished, file_name
from bot.domain.rollup import NO, YES, Question, Reply, Sum, alphabetical
from bot.papers.duty_sheet import Value, write
from bot.papers.progress_marks import COLOURS, last_day
from bot.papers.words import Words, tidy
from bot.services.rollup_facts import Compiled

TOP = 6  # the row of the headings
FIXED = {"no": 5, "agency": 36, "group": 20, "mark": 17, "due": 12, "done": 17}
TABLE = {"rank": 8, "agency": 40, "asked": 11, "on-time": 11, "late": 11, "owed": 11, "early": 14}
ANSWER, REASON = 16, 26
PAIRS = {"number_of": ("part", "of")}
DAY, NUMBER = "DD/MM/YYYY", "#,##0"
_LINE = Side(style="thin", color="B9C2CD")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_HEAD = PatternFill("solid", start_color="DDE5EE")
_BOLD = Font(bold=True)
_DAY_SECONDS = 86_400
Cell = Value | date


def workbook(given: Compiled) -> Finished:
    """Return the answers as an XLSX file; the second page is the league table."""
    book = Workbook()
    book.properties.creator = "Trực Ban"
    made_at = given.rollup.made_at.replace(tzinfo=None)
    book.properties.created = book.properties.modified = made_at
    first = book.active
    if not isinstance(first, Worksheet):
        raise TypeError("a new workbook has a sheet")
    words = Words(given.team.language, given.team.zone)
    _Answers(first, given, words).fill()
    if given.table:
        title = words.say("answers-table")
        _Table(book.create_sheet(title), given, words).fill()
    out = BytesIO()
    book.save(out)
    return Finished(file_name(f"ket qua {given.code}", "xlsx"), out.getvalue())


class _Page:
    """One table below a heading."""

    def __init__(self, sheet: Worksheet, given: Compiled, words: Words) -> None:
        self.sheet = sheet
        self.given = given
        self.words = words
        self.row = TOP

    def head(self, title: str, columns: Sequence[tuple[str, float]]) -> None:
        """Write what it is, until when, how old, and the headings of the columns."""
        given, words = self.given, self.words
        made_at = given.rollup.made_at
        day = words.date(made_at.astimezone(words.zone).date(), year=True)
        due = words.date(last_day(given.due_at, words.zone), year=True)
        whole = given.rollup.whole
        issuer = tidy(given.team.catalog.watch.letterhead.issuer) or words.say("roster-team")
        lines = (
            (issuer.upper(), _BOLD),
            (f"{title} · {tidy(given.name)}", Font(bold=True, size=14)),
            (words.say("board-deadline", code=given.code, due=due), Font()),
            (
                words.say("answers-progress", finished=whole.finished, asked=whole.asked)
                + " · "
                + words.say("roster-made", date=day, clock=words.clock(made_at)),
                Font(color="5B6675"),
            ),
        )
        for row, (said, font) in enumerate(lines, start=1):
            write(self.sheet, row, 1, said).font = font
        self.put([name for name, _ in columns], bold=True, fill=_HEAD)
        self.sheet.row_dimensions[TOP].height = 96
        for number, (_, wide) in enumerate(columns, start=1):
            self.sheet.column_dimensions[get_column_letter(number)].width = wide

    def put(
        self, values: Iterable[Cell], *, bold: bool = False, fill: PatternFill | None = None
    ) -> None:
        """Write the next row; numbers and days stay what they are."""
        for column, value in enumerate(values, start=1):
            cell = write(self.sheet, self.row, column, "" if isinstance(value, date) else value)
            if isinstance(value, date):
                cell.value, cell.number_format = value, DAY
            elif isinstance(value, int):
                cell.number_format = NUMBER
            cell.border, cell.font = _GRID, _BOLD if bold else Font()
            cell.alignment = _LEFT if isinstance(value, str) and not bold else _MIDDLE
            if fill is not None:
                cell.fill = fill
        self.row += 1

    def printed(self, freeze: str) -> None:
        """Have it printed on A4, the heading on every page."""
        sheet = self.sheet
        sheet.freeze_panes = f"{freeze}{TOP + 1}"
        sheet.print_title_rows = f"{TOP}:{TOP}"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


class _Answers(_Page):
    """What every agency has answered, group by group, with the sums."""

    def fill(self) -> None:
        """Write the page."""
        say, rollup = self.words.say, self.given.rollup
        self.sheet.title = say("answers-page")
        columns = [(say(f"answers-{name}"), float(wide)) for name, wide in FIXED.items()]
        for each in rollup.sums:
            columns += [(name, float(ANSWER)) for name in self._headings(each.question)]
        columns += [(say("answers-reason"), REASON), (say("answers-contacts"), REASON)]
        self.head(say("answers-title"), columns)
        for number, reply in enumerate(sorted(rollup.replies, key=_place), start=1):
            self._row(number, reply)
        sums: list[Cell] = ["", say("answers-sum"), *[""] * (len(FIXED) - 2)]
        for each in rollup.sums:
            sums += self._sum(each)
        self.put([*sums, "", ""], bold=True, fill=_HEAD)
        self.sheet.auto_filter.ref = (
            f"A{TOP}:{get_column_letter(len(columns))}{max(TOP, self.row - 2)}"
        )
        self.printed("C")

    def _headings(self, question: Question) -> list[str]:
        name = tidy(question.name)
        if question.kind not in PAIRS:
            return [name]
        return [self.words.say(f"answers-{part}", question=name) for part in PAIRS[question.kind]]

    def _row(self, number: int, reply: Reply) -> None:
        say = self.words.say
        values: list[Cell] = [
            number,
            tidy(reply.name),
            tidy(reply.group),
            say(f"mark-{reply.mark}"),
            last_day(reply.due_at, self.words.zone),
            self._moment(reply.done_at),
        ]
        for each in self.given.rollup.sums:
            values += self._answer(each.question, reply.answers.get(each.question.code))
        self.put([*values, tidy(reply.reason), ", ".join(map(tidy, reply.contacts))])
        fill, ink = COLOURS[reply.mark]
        cell = self.sheet.cell(self.row - 1, list(FIXED).index("mark") + 1)
        cell.fill, cell.font = PatternFill("solid", start_color=fill[1:]), Font(color=ink[1:])

    def _moment(self, at: datetime | None) -> str:
        if at is None:
            return ""
        return f"{self.words.clock(at)} {self.words.date(at.astimezone(self.words.zone).date())}"

    def _answer(self, question: Question, answer: Any) -> list[Cell]:  # noqa: ANN401 as answered
        """Return the cells of one answer, empty ones for none."""
        if answer in (None, "", []):
            return [""] * len(self._headings(question))
        if question.kind in PAIRS:
            return list(answer)
        return [self._shown(question, answer)]

    def _shown(self, question: Question, answer: Any) -> Cell:  # noqa: ANN401 as answered
        match question.kind:
            case "yes_no":
                return self.words.say(f"answers-say-{YES if answer else NO}")
            case "choice":
                return tidy(question.choices.get(answer, str(answer)))
            case "date":
                return answer if isinstance(answer, date) else date.fromisoformat(answer)
            case "number":
                return int(answer)
            case _:
                said = answer if isinstance(answer, list) else [answer]
                return tidy(", ".join(map(str, said)))

    def _sum(self, each: Sum) -> list[Cell]:
        match each.question.kind:
            case "number_of":
                return [each.total, each.whole]
            case "number":
                return [each.total]
            case "yes_no":
                counts = {name: each.counts[name] for name in (YES, NO)}
                return [self.words.say("answers-yes-no", **counts)]
            case "choice":
                names = each.question.choices
                counted = (f"{names.get(code, code)}: {n}" for code, n in each.counts.items())
                return [tidy("; ".join(counted))]
            case _:
                return [self.words.say("answers-answered", count=each.answered)]


class _Table(_Page):
    """How reliably each agency does what is asked of it."""

    def fill(self) -> None:
        """Write the page."""
        say = self.words.say
        columns = [(say(f"answers-{name}"), float(wide)) for name, wide in TABLE.items()]
        self.head(say("answers-table"), columns)
        for place in self.given.table:
            self.put(_record(place))
        self.printed("C")


def _record(place: Place) -> list[Cell]:
    one = place.record
    early = one.early.total_seconds() / one.on_time / _DAY_SECONDS if one.on_time else 0.0
    counts = (one.asked, one.on_time, one.late, one.owed)
    return [place.rank, tidy(one.agency), *counts, round(early, 1)]


def _place(reply: Reply) -> tuple[Any, Any, str]:
    return alphabetical(reply.group), alphabetical(reply.agency), reply.system.casefold()
