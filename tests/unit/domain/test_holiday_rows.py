import pytest

from bot.domain.cells import Entry, ImportRefused
from bot.domain.holiday_rows import read_holidays

HEADER = ("date", "day", "name", "document")


def sheet(*lines: tuple[str, ...], header: tuple[str, ...] = HEADER):
    return list(enumerate((header, *lines), start=1))


def test_days_are_read_as_people_write_them():
    rows = sheet(("02/01/2026", "OFF", " Nghỉ  Tết ", "1/TB"), ("2026-01-10", "work", "Làm bù", ""))
    assert read_holidays(rows) == [
        Entry(2, "2026-01-02", {"is_off": True, "name": "Nghỉ Tết", "document": "1/TB"}),
        Entry(3, "2026-01-10", {"is_off": False, "name": "Làm bù", "document": ""}),
    ]


def test_without_the_column_nothing_is_said_of_documents():
    (entry,) = read_holidays(sheet(("2/1/2026", "off", "Tết"), header=HEADER[:3]))
    assert "document" not in entry.values


@pytest.mark.parametrize(
    ("line", "column", "reason"),
    [
        (("30/02/2026", "off", "x", ""), "date", "import-not-day"),
        (("", "off", "x", ""), "date", "import-empty"),
        (("2026-01-02 07:30", "off", "x", ""), "date", "import-not-day"),
        (("2/1/2026", "nghỉ", "x", ""), "day", "import-not-choice"),
        (("2/1/2026", "", "x", ""), "day", "import-empty"),
        (("2/1/2026", "off", "", ""), "name", "import-empty"),
        (("2/1/2026", "off", "x" * 121, ""), "name", "import-too-long"),
        (("2/1/2026", "off", "x", "1" * 81), "document", "import-too-long"),
    ],
)
def test_a_wrong_cell_is_named(line, column, reason):
    with pytest.raises(ImportRefused) as refused:
        read_holidays(sheet(line))
    assert [(p.line, p.column, p.reason) for p in refused.value.problems] == [(2, column, reason)]


def test_a_day_that_is_there_twice_is_named_however_it_is_written():
    rows = sheet(("02/01/2026", "off", "x", ""), ("2026-01-02", "work", "y", ""))
    with pytest.raises(ImportRefused) as refused:
        read_holidays(rows)
    assert [(p.line, p.reason) for p in refused.value.problems] == [(3, "import-twice")]
