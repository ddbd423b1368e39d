"""What may stand in an imported list of holidays: each day once, off or worked, under a name."""

from typing import Any

from bot.domain.calendar import read_day
from bot.domain.cells import Entry, Line, Register, Rows, Table
from bot.domain.holiday_words import LONGEST_DOCUMENT, LONGEST_NAME

OFF, WORK = "off", "work"


def read_holidays(rows: Rows) -> list[Entry]:
    """Read days of the calendar, each under its date as 2027-02-11."""
    table = Table(Register.HOLIDAYS, rows)
    entries = [_entry(line) for line in table.lines]
    table.refuse_repeats(entries, "date")
    table.finish()
    return entries


def _entry(line: Line) -> Entry:
    values: dict[str, Any] = {
        "is_off": line.choice("day", (OFF, WORK)) == OFF,
        "name": line.needed("name", LONGEST_NAME),
    }
    if line.has("document"):
        values["document"] = line.text("document", LONGEST_DOCUMENT) or ""
    return Entry(line.number, _day(line), values)


def _day(line: Line) -> str | None:
    written = line.needed("date")
    day = read_day(written)
    if day is None and written:
        line.refuse("date", "import-not-day", value=written)
    return day.isoformat() if day else None
