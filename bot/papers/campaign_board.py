"""The board of a campaign (bảng tiến độ) as a picture: who, where, how far, on one page for 240.

Promise: every agency is on it, with a letter for what its colour says, and a name is shortened only
where it does not fit on two lines.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from msgspec import Struct

from bot.domain.paper import Finished, file_name
from bot.domain.rollup import Mark, Reply, Standing, alphabetical, standing
from bot.papers.canvas import Box, Canvas, Ink, fitted, shown, width
from bot.papers.colours import GREY, RED
from bot.papers.progress_marks import COLOURS, Cell, cells, last_day
from bot.papers.words import Words, tidy
from bot.services.rollup_facts import Compiled

MOST_CELLS = 240
MARGIN, GAP = 28.0, 12.0
TOP, FOOT = 272.0, 40.0
HEAD, ROW, CHIP, SIGN = 40.0, 38.0, 34.0, 30.0
BAR = 40.0
NAME, LESS, LEAST = Ink(18), Ink(16), Ink(13.5)
OVERDUE = "#FBE1DC"
COLUMNS = ((24, 2, 1080.0), (100, 3, 1240.0), (MOST_CELLS, 4, 1520.0))
_SHORT = (
    (re.compile(r"\bỦy ban nhân dân\b|\bUỷ ban nhân dân\b", re.IGNORECASE), "UBND"),
    (re.compile(r"\bHội đồng nhân dân\b", re.IGNORECASE), "HĐND"),
)


class Section(Struct, frozen=True):
    """A group of agencies below its heading."""

    standing: Standing
    cells: tuple[Cell, ...]


def pictures(given: Compiled) -> list[Finished]:
    """Return the board as PNG pictures of at most 240 agencies each."""
    parts = divided(given)
    return [
        Finished(
            file_name(f"tien do {given.code}" + (f" {n + 1}" if len(parts) > 1 else ""), "png"),
            _Sheet(given, part, (n + 1, len(parts))).drawn(),
            "photo",
        )
        for n, part in enumerate(parts)
    ]


def divided(given: Compiled) -> list[list[Section]]:
    """Return what stands on each picture, group by group; a long group goes on on the next one."""
    rows = [(section.standing, cell) for section in sections(given) for cell in section.cells]
    pages = [rows[at : at + MOST_CELLS] for at in range(0, len(rows), MOST_CELLS)]
    return [
        [
            Section(counted, tuple(cell for _, cell in own))
            for counted, own in groupby(page, key=lambda row: row[0])
        ]
        for page in pages or [[]]
    ]


def sections(given: Compiled) -> Iterator[Section]:
    """Yield the groups in the order of their names."""
    rollup, zone = given.rollup, given.team.zone
    by_group: dict[str, list[Reply]] = {}
    for reply in rollup.replies:
        by_group.setdefault(reply.group, []).append(reply)
    for name in sorted(by_group, key=alphabetical):
        own, now = by_group[name], rollup.made_at
        yield Section(standing(name, own, now), tuple(cells(own, now, zone)))


class _Sheet:
    """One picture."""

    def __init__(self, given: Compiled, parts: Sequence[Section], page: tuple[int, int]) -> None:
        self._given = given
        self._parts = parts
        self._page = page
        self._words = Words(given.team.language, given.team.zone)
        count = sum(len(part.cells) for part in parts)
        self._columns, self._wide = next((c, w) for most, c, w in COLUMNS if count <= most)
        self._column = (self._wide - 2 * MARGIN - GAP * (self._columns - 1)) / self._columns
        high = sum(HEAD + ROW * self._rows(part) + GAP for part in parts)
        self._canvas = Canvas(self._wide, TOP + max(high, ROW) + FOOT)

    def drawn(self) -> bytes:
        """Return the finished picture."""
        self._title()
        self._bar((MARGIN, 168, self._wide - 2 * MARGIN, BAR), self._given.rollup.whole)
        self._legend()
        at = TOP
        for part in self._parts:
            at = self._section(part, at)
        return self._canvas.png()

    def _rows(self, part: Section) -> int:
        return -(-len(part.cells) // self._columns)

    def _say(self, text_id: str, **values: str | int) -> str:
        return self._words.say(text_id, **values)

    def _title(self) -> None:
        given = self._given
        issuer = tidy(given.team.catalog.watch.letterhead.issuer) or self._say("roster-team")
        self._canvas.words(MARGIN, 28, shown(issuer).upper(), Ink(17, GREY, bold=True))
        name, room = shown(tidy(given.name)), self._wide - 2 * MARGIN
        size = max(20.0, min(30.0, 30 * room / width(name, Ink(30, bold=True))))
        title = Ink(size, bold=True)
        self._canvas.words(MARGIN, 66, fitted(name, title, room, 1)[0], title)
        said = self._say("board-deadline", code=given.code, due=self._day(given.due_at))
        if given.rollup_at is not None:
            said += " · " + self._say("board-rollup", day=self._day(given.rollup_at))
        self._canvas.words(MARGIN, 106, said, Ink(19))
        self._canvas.words(MARGIN, 142, self._progress(), Ink(22, bold=True))
        self._corner()

    def _day(self, until: datetime) -> str:
        return self._words.date(last_day(until, self._words.zone), year=True)

    def _progress(self) -> str:
        whole = self._given.rollup.whole
        return self._say(
            "board-progress",
            finished=whole.finished,
            asked=whole.asked,
            percent=(whole.permille or 0) // 10,
        )

    def _corner(self) -> None:
        """Say how old the picture is, and how many are overdue."""
        made_at, right = self._given.rollup.made_at, self._wide - MARGIN
        day = self._words.date(made_at.astimezone(self._words.zone).date(), year=True)
        said = self._say("roster-made", date=day, clock=self._words.clock(made_at))
        if self._page[1] > 1:
            said += " · " + self._say("roster-page", page=self._page[0], pages=self._page[1])
        self._canvas.words(right, 28, said, Ink(16, GREY), at="right")
        overdue = self._given.rollup.whole.overdue
        if overdue:
            red = Ink(22, RED, bold=True)
            said = self._say("board-overdue", count=overdue)
            self._canvas.words(right, 142, said, red, at="right")

    def _bar(self, at: Box, counted: Standing) -> None:
        """Draw how many are how far, as lengths; what is long enough says its number."""
        left, top, wide, high = at
        self._canvas.box(at, COLOURS[Mark.EXEMPT][0])
        for mark in Mark:
            count = counted.counts.get(mark, 0)
            if not count:
                continue
            long, (fill, ink) = wide * count / counted.all, COLOURS[mark]
            self._canvas.box((left, top, long, high), fill)
            said, style = str(count), Ink(high * 0.5, ink, bold=True)
            if width(said, style) + 8 <= long:
                self._canvas.words(left + long / 2, top + high / 2, said, style, at="center")
            left += long

    def _legend(self) -> None:
        """Name every mark that is on the picture, on as many lines as that takes."""
        left, at = MARGIN, 231.0
        for mark in Mark:
            count = self._given.rollup.whole.counts.get(mark, 0)
            if not count:
                continue
            said = f"{self._say(f'mark-{mark}')}: {count}"
            wide = 30 + width(said, Ink(15)) + 20
            if left + wide > self._wide - MARGIN and left > MARGIN:
                left, at = MARGIN, at + 27
            self._sign(left, at, mark, 23)
            self._canvas.words(left + 30, at, said, Ink(15))
            left += wide

    def _sign(self, left: float, middle: float, mark: Mark, size: float) -> None:
        fill, ink = COLOURS[mark]
        self._canvas.chip((left, middle - size / 2, size, size), fill)
        letter = self._say(f"mark-{mark}-letter")
        style = Ink(size * 0.62, ink, bold=True)
        self._canvas.words(left + size / 2, middle, letter, style, at="center")

    def _section(self, part: Section, top: float) -> float:
        counted, middle = part.standing, top + HEAD / 2 - 3
        name = shown(tidy(counted.name)) or self._say("board-no-group")
        said = self._say("board-of", finished=counted.finished, asked=counted.asked)
        bar = self._column * 0.9
        right = self._wide - MARGIN - bar
        room = right - MARGIN - width(said, NAME) - 40
        line = fitted(name, Ink(20, bold=True), room, 1)[0]
        self._canvas.words(MARGIN, middle, line, Ink(20, bold=True))
        self._canvas.words(right - 14, middle, said, NAME, at="right")
        self._bar((right, middle - 11, bar, 22), counted)
        rows = self._rows(part)
        for number, cell in enumerate(part.cells):
            column, row = divmod(number, rows)
            self._cell(cell, MARGIN + column * (self._column + GAP), top + HEAD + row * ROW)
        return top + HEAD + rows * ROW + GAP

    def _cell(self, cell: Cell, left: float, top: float) -> None:
        middle, note = top + ROW / 2, self._note(cell)
        style = Ink(15, RED if cell.days_late else GREY, bold=bool(cell.days_late))
        fill = OVERDUE if cell.days_late else "#F4F6F9"
        self._canvas.box((left, top + 1, self._column, ROW - 2), fill)
        self._sign(left + 4, middle, cell.mark, SIGN)
        right = left + self._column - 8
        self._canvas.words(right, middle, note, style, at="right")
        room = self._column - CHIP - 22 - (width(note, style) + 8 if note else 0)
        lines, ink = named(cell.agency, room)
        at = middle - (len(lines) - 1) * ink.size * 0.6
        for line in lines:
            self._canvas.words(left + CHIP + 8, at, line, ink)
            at += ink.size * 1.2

    def _note(self, cell: Cell) -> str:
        """Say how long it is overdue; where an agency has several, how many are done."""
        said = self._say("board-days", days=cell.days_late) if cell.days_late else ""
        if cell.asked > 1:
            said = f"{cell.finished}/{cell.asked} {said}".strip()
        return said


def named(agency: str, room: float) -> tuple[tuple[str, ...], Ink]:
    """Return an agency's name as large as it fits: on one line, or on two smaller ones."""
    name = shown(tidy(agency))
    for pattern, short in _SHORT:
        name = pattern.sub(short, name)
    for ink in (NAME, LESS):
        if width(name, ink) <= room:
            return (name,), ink
    return fitted(name, LEAST, room, 2), LEAST
