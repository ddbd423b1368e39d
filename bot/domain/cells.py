"""An imported sheet as people wrote it: its header, its lines, its cells.

What is wrong is noted as a `Problem` and reading goes on, so that one try names every mistake.
"""

import re
import unicodedata
from collections.abc import Hashable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from bot.domain.errors import Refused

Rows = Sequence[tuple[int, Sequence[str]]]
"""Line numbers and the cells of each line, the header first; lines without any text left out."""

# In a workbook of ours with several sheets, the one that can be imported again.
IMPORT_SHEET = "import"
# A file of another kind altogether has a problem in every cell.
SHOWN_PROBLEMS = 1_000
UNREADABLE = ("", 0, None)
_INVISIBLE = dict.fromkeys((0x200B, 0x2060, 0xFEFF))
_CODE = re.compile(r"[^\s:]{1,64}")
_ROUNDED = re.compile(r"\d+([.,]\d+)?E\+?\d+", re.IGNORECASE)
# Telegram promises ids of at most 52 bits.
_LARGEST_ID = 2**52


class Register(StrEnum):
    """A list of the team that can be imported."""

    AGENCIES = "agencies"
    PEOPLE = "people"
    SYSTEMS = "systems"
    ROSTER = "roster"
    HOLIDAYS = "holidays"


class Columns(Struct, frozen=True):
    """The columns of a register; without an optional one its values stay as they are."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every column there may be."""
        return self.required + self.optional


COLUMNS = {
    Register.AGENCIES: Columns(("code", "name"), ("kind", "parent")),
    Register.PEOPLE: Columns(
        ("telegram_id", "name", "role"), ("agency", "phone", "email", "language")
    ),
    Register.SYSTEMS: Columns(("code", "name", "agency"), ("level", "url")),
    Register.ROSTER: Columns(("start", "end", "post", "telegram_id")),
    Register.HOLIDAYS: Columns(("date", "day", "name"), ("document",)),
}


class Problem(Struct, frozen=True):
    """What is wrong, and where: line 0 is the file as a whole, no column the whole line."""

    line: int
    column: str
    reason: str
    params: Mapping[str, Any] = field(default_factory=dict)

    def as_text(self) -> dict[str, Any]:
        """Return it as a text with placeholders, to be rendered in the reader's language."""
        reason = {"text": self.reason, **self.params}
        if not self.line:
            return reason
        where = {"line": str(self.line), "reason": reason}
        if not self.column:
            return {"text": "import-problem-line", **where}
        return {"text": "import-problem-cell", "column": self.column, **where}


class ImportRefused(Refused):
    """Nothing of the file was imported; `problems` says everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line))
        first = self.problems[0]
        if not first.line:
            super().__init__(first.reason, **first.params)
            return
        shown = [problem.as_text() for problem in self.problems[:SHOWN_PROBLEMS]]
        if len(self.problems) > SHOWN_PROBLEMS:
            more = len(self.problems) - SHOWN_PROBLEMS
            shown.append({"text": "import-problems-more", "count": more})
        super().__init__("refused-import", count=len(self.problems), problems={"lines": shown})


def refuse_file(reason: str, **params: str) -> ImportRefused:
    """Return the refusal of a whole file for one reason."""
    return ImportRefused([Problem(0, "", reason, params)])


def folded(code: str) -> str:
    """Return a code as it is compared: people do not mind upper and lower case."""
    return code.casefold()


def numbers_in(rows: Rows) -> set[int]:
    """Return whatever could be a Telegram id in a sheet."""
    digits = (cell.strip() for _, cells in rows for cell in cells)
    longest = len(str(_LARGEST_ID))
    return {int(one) for one in digits if one.isascii() and one.isdecimal() and len(one) <= longest}


def tidy(cell: str) -> str:
    """Return a cell's text composed (NFC), on one line, without invisible characters."""
    plain = unicodedata.normalize("NFC", cell.translate(_INVISIBLE))
    return " ".join(plain.split())


def _is_odd(text: str) -> bool:
    return any(unicodedata.category(character) in ("Cc", "Cs") for character in text)


class Entry(Struct, frozen=True):
    """One line read: what it is about, and the values of the columns that the file has."""

    line: int
    key: Any
    values: Mapping[str, Any]


class Line:
    """One line of a sheet; each question returns a usable value or notes what is wrong."""

    def __init__(self, number: int, cells: Mapping[str, str], problems: list[Problem]) -> None:
        self.number = number
        self.cells = cells
        self._problems = problems

    def refuse(self, column: str, reason: str, **params: Any) -> None:  # noqa: ANN401 for the text
        """Note a problem with one column of this line."""
        self._problems.append(Problem(self.number, column, reason, params))

    def has(self, column: str) -> bool:
        """Tell whether the sheet has that column at all."""
        return column in self.cells

    def text(self, column: str, longest: int = 200) -> str | None:
        """Return what is written, None for nothing."""
        written = self.cells.get(column, "")
        if not written.isprintable() and _is_odd(written):
            self.refuse(column, "import-odd-character")
        if len(written) > longest:
            self.refuse(column, "import-too-long", longest=str(longest))
        return written or None

    def needed(self, column: str, longest: int = 200) -> str:
        """Return what must be written."""
        written = self.text(column, longest)
        if written is None:
            self.refuse(column, "import-empty")
        return written or ""

    def code(self, column: str) -> str:
        """Return a code, which must be there and is one word."""
        written = self.needed(column)
        if written and not _CODE.fullmatch(written):
            self.refuse(column, "import-not-code", value=written)
        return written

    def choice(self, column: str, words: Sequence[str], *, needed: bool = True) -> str | None:
        """Return one of several words, however it is capitalised."""
        written = self.needed(column) if needed else self.text(column)
        if written is None or written.lower() in words:
            return written.lower() if written else None
        if written:
            self.refuse(column, "import-not-choice", value=written, words=", ".join(words))
        return None

    def telegram_id(self) -> int:
        """Return the number of a Telegram account, 0 when there is no usable one."""
        written = self.needed("telegram_id")
        if not written:
            return 0
        if written.isascii() and written.isdecimal() and 0 < int(written[:20]) < _LARGEST_ID:
            return int(written)
        reason = "import-rounded" if _ROUNDED.fullmatch(written) else "import-not-telegram-id"
        self.refuse("telegram_id", reason, value=written)
        return 0


class Table:
    """A sheet matched with the columns of its register."""

    def __init__(self, what: Register, rows: Rows) -> None:
        self.problems: list[Problem] = []
        if not rows:
            raise refuse_file("import-file-empty")
        header, *lines = rows
        names = self._header(what, header)
        if not lines and not self.problems:
            raise refuse_file("import-file-header-only")
        self.finish()
        self.columns = frozenset(names)
        self.lines = [self._line(names, number, cells) for number, cells in lines]

    def _header(self, what: Register, header: tuple[int, Sequence[str]]) -> tuple[str, ...]:
        number, cells = header
        names = tuple(tidy(cell).lower() for cell in cells)
        known = COLUMNS[what]
        for name in sorted(set(names) - {"", *known.all}):
            facts = {"columns": ", ".join(known.all)}
            self.problems.append(Problem(number, name, "import-column-unknown", facts))
        for name in known.required:
            if name not in names:
                self.problems.append(Problem(number, name, "import-column-missing"))
        for name in known.all:
            if names.count(name) > 1:
                self.problems.append(Problem(number, name, "import-column-twice"))
        return names

    def _line(self, names: Sequence[str], number: int, cells: Sequence[str]) -> Line:
        written = [tidy(cell) for cell in cells]
        named = dict.fromkeys((name for name in names if name), "")
        for at, cell in enumerate(written):
            if at < len(names) and names[at]:
                named[names[at]] = cell
            elif cell:
                facts = {"value": cell[:40]}
                self.problems.append(Problem(number, "", "import-cell-astray", facts))
        return Line(number, named, self.problems)

    def refuse_repeats(self, entries: Sequence[Entry], column: str) -> None:
        """Note every line that is about the same thing as an earlier one."""
        first: dict[Hashable, int] = {}
        for line, entry in zip(self.lines, entries, strict=True):
            if entry.key in UNREADABLE:
                continue
            earlier = first.setdefault(entry.key, entry.line)
            if earlier != entry.line:
                line.refuse(column, "import-twice", first=str(earlier), second=str(entry.line))

    def finish(self) -> None:
        """Raise ImportRefused when anything was wrong so far."""
        if self.problems:
            raise ImportRefused(self.problems)
