"""A register that is exported and imported again is the same, whichever file carried it."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.cells import COLUMNS, Register, folded, tidy
from bot.domain.register import changes, read_agencies, read_systems
from bot.papers.register_file import read_register_file
from bot.services.sheets import read_sheet, written_text, written_workbook

CODES = st.text("ABCĐ0123456789.-_=+@", min_size=1, max_size=8)
# Whatever can be typed, as the import keeps it: on one line, composed.
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=30).map(tidy)
NAMES = WORDS.filter(bool)
URLS = st.none() | st.from_regex(r"https?://[a-z]{1,9}\.vn/[a-z0-9=&?_-]{0,9}", fullmatch=True)
WAYS = {"csv": written_text, "xlsx": written_workbook}


@st.composite
def agencies(draw):
    """Agencies as they are stored, by folded code; some are below an earlier one."""
    codes = draw(st.lists(CODES, min_size=1, max_size=6, unique_by=folded))
    found: dict[str, Any] = {}
    for code in codes:
        parent = draw(st.none() | st.sampled_from(list(found))) if found else None
        values = {"code": code, "name": draw(NAMES), "kind": draw(WORDS), "parent": parent}
        found[folded(code)] = values
    return found


@st.composite
def systems(draw):
    """Systems of two agencies as they are stored, by folded code."""
    codes = draw(st.lists(CODES, min_size=1, max_size=6, unique_by=folded))
    return {
        folded(code): {
            "code": code,
            "name": draw(NAMES),
            "agency_id": draw(st.sampled_from([1, 2])),
            "level": draw(st.none() | st.integers(1, 5)),
            "url": draw(URLS),
        }
        for code in codes
    }


def carried(rows, form):
    """Return lines after they were written to a file and read from it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"register.{form}"
        path.write_bytes(WAYS[form](rows))
        return read_sheet(path)


def text(value):
    return "" if value is None else str(value)


ODD = {"code": "007", "name": "=SUM(A1:A9)", "kind": "'; sep=;", "parent": None}


@pytest.mark.parametrize("form", WAYS)
@given(agencies())
@example({"007": ODD})
@example({"1e5": {"code": "1E5", "name": "_x0041_ Sở", "kind": "0912345678", "parent": None}})
def test_agencies_come_back_unchanged(form, stored):
    codes = {key: values["code"] for key, values in stored.items()}
    lines = [
        [one["code"], one["name"], one["kind"], codes.get(one["parent"], "")]
        for one in stored.values()
    ]
    rows = carried([COLUMNS[Register.AGENCIES].all, *lines], form)
    parents = {key: values["parent"] for key, values in stored.items()}
    done = changes(read_agencies(rows, parents), stored)
    assert (done.added, done.changed, done.unchanged) == ([], [], len(stored))


@pytest.mark.parametrize("form", WAYS)
@given(systems())
def test_systems_come_back_unchanged(form, stored):
    lines = [
        [one["code"], one["name"], f"A{one['agency_id']}", text(one["level"]), text(one["url"])]
        for one in stored.values()
    ]
    rows = carried([COLUMNS[Register.SYSTEMS].all, *lines], form)
    done = changes(read_systems(rows, {"a1": 1, "a2": 2}), stored)
    assert (done.added, done.changed, done.unchanged) == ([], [], len(stored))


@pytest.mark.parametrize("form", WAYS)
def test_the_reader_of_sent_files_takes_what_was_written(form):
    rows = [["code", "name"], ["007", "Sở Y tế"]]
    read = read_register_file(f"x.{form}", WAYS[form](rows))
    assert not isinstance(read, dict)
    assert [list(cells) for _, cells in read] == rows
