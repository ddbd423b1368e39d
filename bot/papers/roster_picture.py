"""The roster as a picture for the wall: days and shifts downwards, posts across.

Promise: a name is never cut while it fits on three lines, and an empty place is louder than a name.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from bot.domain.paper import Finished, file_name
from bot.domain.roster import ShiftState
from bot.domain.roster_table import Day, Line, Roster, Stay, divided
from bot.papers.canvas import Canvas, Ink, fitted, shown, width
from bot.papers.colours import GREEN, GREY, GRID, INK, OFF, RED, RULE, WEEKEND, of_day, of_people
from bot.papers.colours import HEADING as DARK
from bot.papers.words import Words, tidy

MOST_DAYS, MOST_LINES = 14, 46
MARGIN, DAY, SHIFT = 28.0, 142.0, 156.0
LEAST_POST, MOST_POST, LEAST_WIDTH, MOST_WIDTH = 190.0, 330.0, 1140.0, 1700.0
TOP, FOOT = 132.0, 70.0
ROW, GAP, LEAD = 34.0, 4.0, 22.0
SIGN = 26.0  # room for the mark behind a name

NAME, SMALL, HEADING = Ink(19), Ink(15, GREY), Ink(17, "#FFFFFF", bold=True)
EMPTY = Ink(19, "#FFFFFF", bold=True)
MARKS: Mapping[ShiftState | None, tuple[str, str]] = {
    ShiftState.CONFIRMED: ("✓", GREEN),
    ShiftState.DECLINED: ("✗", RED),
}


class _Chip(Struct, frozen=True):
    """One stay as it is drawn: its name on as many lines as it needs, its time when it differs."""

    stay: Stay
    lines: tuple[str, ...]
    time: str

    @property
    def high(self) -> float:
        """Its height."""
        return ROW + LEAD * (len(self.lines) - 1 + bool(self.time))


def pictures(roster: Roster) -> list[Finished]:
    """Return the roster as PNG pictures of at most fourteen days each."""
    parts = divided(roster, MOST_DAYS, MOST_LINES)
    colours = of_people(roster)
    name = roster.title or f"{roster.start.astimezone(roster.zone):%Y-%m-%d}"
    return [
        Finished(
            file_name(f"lich truc {name}" + (f" {n + 1}" if len(parts) > 1 else ""), "png"),
            _Sheet(part, colours, (n + 1, len(parts))).drawn(),
            "photo",
        )
        for n, part in enumerate(parts)
    ]


class _Row(Struct, frozen=True):
    """One shift as it is drawn: its chips by column, and its height."""

    line: Line
    cells: tuple[tuple[_Chip, ...], ...]
    high: float


class _Sheet:
    """One picture: everything is measured first, then drawn."""

    def __init__(self, roster: Roster, colours: Mapping[int, str], page: tuple[int, int]) -> None:
        self._roster = roster
        self._colours = colours
        self._page = page
        self._words = Words(roster.language, roster.zone)
        self._post = self._post_width()
        self._wide = 2 * MARGIN + DAY + SHIFT + self._post * max(1, len(roster.posts))
        self._columns = self._headings()
        self._body = TOP + 24 + LEAD * max(len(lines) for _, lines in self._columns)
        self._days = [self._rows(day) for day in roster.days]
        self._end = self._body + max(ROW, sum(row.high for rows in self._days for row in rows))
        self._canvas = Canvas(self._wide, self._end + FOOT)

    def drawn(self) -> bytes:
        """Return the finished picture."""
        self._title()
        self._head()
        at = self._body
        for day, rows in zip(self._roster.days, self._days, strict=True):
            at = self._day(day, rows, at)
        if not self._roster.days:
            said = self._words.say("roster-nothing")
            self._canvas.words(self._wide / 2, at + ROW / 2, said, NAME, at="center")
        self._frame()
        self._legend()
        return self._canvas.png()

    def _post_width(self) -> float:
        """Return the width of a post's column: the longest name's, within what a picture bears."""
        named = {stay.person_id for stay in self._roster.stays()}
        names = [self._name(person_id) for person_id in named]
        longest = max((width(name, NAME) for name in names), default=0)
        count = max(1, len(self._roster.posts))
        most = min(MOST_POST, (MOST_WIDTH - 2 * MARGIN - DAY - SHIFT) / count)
        least = max(LEAST_POST, (LEAST_WIDTH - 2 * MARGIN - DAY - SHIFT) / count)
        return max(least, min(longest + SIGN + 30, most))

    def _name(self, person_id: int | None) -> str:
        if person_id is None:
            return self._words.say("roster-empty")
        return shown(tidy(self._roster.members[person_id].name)) or f"#{person_id}"

    def _headings(self) -> list[tuple[float, tuple[str, ...]]]:
        """Return every column's width and heading."""
        titles = [(DAY, self._words.say("roster-day")), (SHIFT, self._words.say("roster-shift"))]
        titles += [(self._post, shown(tidy(name))) for _, name in self._roster.posts]
        return [(wide, fitted(title, HEADING, wide - 12)) for wide, title in titles]

    def _rows(self, day: Day) -> list[_Row]:
        """Return a day's shifts, high enough together for the day's own name."""
        least = (2 * LEAD + 18 * len(self._called(day)) + 12) / len(day.lines) if day.name else 0
        rows = []
        for line in day.lines:
            cells = tuple(
                tuple(self._chip(line, stay) for stay in line.cells.get(code, ()))
                for code, _ in self._roster.posts
            )
            high = max([ROW + GAP, *(sum(chip.high + GAP for chip in cell) for cell in cells)])
            rows.append(_Row(line, cells, max(high + GAP, least)))
        return rows

    def _called(self, day: Day) -> tuple[str, ...]:
        return fitted(shown(tidy(day.name)), Ink(14), DAY - 14) if day.name else ()

    def _chip(self, line: Line, stay: Stay) -> _Chip:
        is_part = (stay.start, stay.end) != (line.start, line.end)
        time = self._words.span(stay.start, stay.end) if is_part else ""
        ink = NAME if stay.person_id is not None else EMPTY
        room = self._post - SIGN - 26
        return _Chip(stay, fitted(self._name(stay.person_id), ink, room), time)

    def _title(self) -> None:
        roster, words = self._roster, self._words
        title = shown(words.title(roster))
        room = self._wide - 2 * MARGIN - (200 if roster.is_draft else 0)
        size = min(32.0, 32 * room / width(title, Ink(32, bold=True)))
        self._canvas.words(
            MARGIN, 26, shown(words.issuer(roster)).upper(), Ink(17, GREY, bold=True)
        )
        self._canvas.words(MARGIN, 62, title, Ink(size, bold=True))
        self._canvas.words(MARGIN, 102, words.period(roster), Ink(17))
        self._corner()

    def _corner(self) -> None:
        """Say how old the picture is, and whatever is wrong with it."""
        roster, words = self._roster, self._words
        said = words.made(roster)
        if self._page[1] > 1:
            said += " · " + words.say("roster-page", page=self._page[0], pages=self._page[1])
        right, red = self._wide - MARGIN, Ink(19, RED, bold=True)
        self._canvas.words(right, 26, said, Ink(16, GREY), at="right")
        if roster.is_draft:
            self._canvas.words(right, 62, words.say("roster-draft"), red, at="right")
        count = sum(stay.person_id is None for stay in roster.stays())
        if count:
            empty = words.say("roster-empty-count", count=count)
            self._canvas.words(right, 102, empty, red, at="right")

    def _head(self) -> None:
        high = self._body - TOP
        self._canvas.box((MARGIN, TOP, self._wide - 2 * MARGIN, high), DARK)
        left = MARGIN
        for wide, lines in self._columns:
            at = TOP + (high - LEAD * (len(lines) - 1)) / 2
            for line in lines:
                self._canvas.words(left + wide / 2, at, line, HEADING, at="center")
                at += LEAD
            left += wide

    def _day(self, day: Day, rows: Sequence[_Row], top: float) -> float:
        high = sum(row.high for row in rows)
        dark, light = of_day(day)
        self._canvas.box((MARGIN, top, DAY, high), dark)
        self._canvas.box((MARGIN + DAY, top, self._wide - 2 * MARGIN - DAY, high), light)
        self._named(day, top, high)
        at = top
        for row in rows:
            if at > top:
                self._rule(MARGIN + DAY, at, GRID)
            self._shift(row, at)
            at += row.high
        self._rule(MARGIN, at, RULE)
        return at

    def _named(self, day: Day, top: float, high: float) -> None:
        """Write weekday, date and the day's own name, on one line where there is only one."""
        colour = RED if day.is_off else INK
        weekday, date = self._words.weekday(day.day), self._words.date(day.day)
        lines = [(weekday, Ink(18, colour, bold=True)), (date, Ink(18, colour))]
        if high < 2 * LEAD:
            lines = [(f"{weekday} {date}", Ink(15, colour, bold=True))]
        lines += [(part, Ink(14, colour)) for part in self._called(day)]
        at = top + high / 2 - sum(ink.size + 4 for _, ink in lines) / 2
        for words, ink in lines:
            at += (ink.size + 4) / 2
            self._canvas.words(MARGIN + DAY / 2, at, words, ink, at="center")
            at += (ink.size + 4) / 2

    def _shift(self, row: _Row, top: float) -> None:
        line, middle, left = row.line, top + row.high / 2, MARGIN + DAY
        span = self._words.span(line.start, line.end)
        self._canvas.words(left + 14, middle, span, Ink(18))
        later = self._words.ends_later(line.start, line.end)
        if later:
            after = left + 17 + width(span, Ink(18))
            self._canvas.words(after, middle - 6, f"+{later}", Ink(12, GREY))
        left += SHIFT
        for cell in row.cells:
            at = middle - sum(chip.high + GAP for chip in cell) / 2 + GAP / 2
            for chip in cell:
                self._draw(chip, left, at)
                at += chip.high + GAP
            left += self._post

    def _draw(self, chip: _Chip, left: float, top: float) -> None:
        stay, at = chip.stay, top + ROW / 2
        fill = RED if stay.person_id is None else self._colours[stay.person_id]
        self._canvas.chip((left + 5, top, self._post - 10, chip.high), fill)
        if stay.person_id is None:
            for words in (*chip.lines, *([chip.time] if chip.time else [])):
                self._canvas.words(left + self._post / 2, at, words, EMPTY, at="center")
                at += LEAD
            return
        for words in chip.lines:
            self._canvas.words(left + 14, at, words, NAME)
            at += LEAD
        self._canvas.words(left + 14, at - 1, chip.time, SMALL)
        sign, colour = MARKS.get(stay.state, ("", GREEN))
        right, ink = left + self._post - 14, Ink(19, colour, bold=True)
        self._canvas.words(right, top + ROW / 2, sign, ink, at="right")

    def _rule(self, left: float, at: float, colour: str) -> None:
        self._canvas.line((left, at), (self._wide - MARGIN, at), colour)

    def _frame(self) -> None:
        left = MARGIN + DAY
        for wide in (SHIFT, *[self._post] * len(self._roster.posts)):
            self._canvas.line((left, self._body), (left, self._end), GRID)
            left += wide

    def _legend(self) -> None:
        at, left = self._end + 30, MARGIN
        for sign, colour in MARKS.values():
            self._canvas.words(left, at, sign, Ink(18, colour, bold=True))
            key = "confirmed" if colour == GREEN else "declined"
            left = self._said(left + 22, at, f"roster-legend-{key}")
        left = self._said(left, at, "roster-legend-unconfirmed")
        for colour, key in ((OFF[0], "holiday"), (WEEKEND[0], "weekend")):
            self._canvas.box((left, at - 9, 18, 18), colour, RULE)
            left = self._said(left + 25, at, f"roster-legend-{key}")
        self._canvas.words(left, at - 3, "+1", Ink(12, GREY))
        self._said(left + 22, at, "roster-legend-overnight")

    def _said(self, left: float, at: float, text_id: str) -> float:
        words = self._words.say(text_id)
        self._canvas.words(left, at, words, SMALL)
        return left + width(words, SMALL) + 22
