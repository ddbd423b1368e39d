from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.cells import ImportRefused
from bot.domain.people import Person, Role
from bot.domain.register import changes
from bot.domain.roster import Post, Shift
from bot.domain.roster_rows import read_roster, stored_by_key
from tests.unit.domain.sheets import problems_of, rows

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
AN = Person(1, 100, "Nguyễn An", Role.RESPONDER)
BINH = Person(2, 200, "Trần Bình", Role.RESPONDER, active=False)
CHI = Person(3, 300, "Lê Chi", Role.STAFF)
POSTS = ("primary", "backup", "commander")
PEOPLE = {person.telegram_id or 0: person for person in (AN, BINH, CHI)}


def local(text):
    return datetime.fromisoformat(text).replace(tzinfo=HANOI).astimezone(UTC)


def roster(text, shifts=()):
    return read_roster(rows(text), PEOPLE, HANOI, POSTS).beside(shifts)


def roster_problems(text, shifts=()):
    return problems_of(roster, text, shifts)


def test_shifts_are_read_on_the_clocks_of_the_team():
    (entry,) = roster("start|end|post|telegram_id\n2026-12-01T19:30|2026-12-02T07:30|Primary|100")
    assert entry.values == {
        "start_at": datetime(2026, 12, 1, 12, 30, tzinfo=UTC),
        "end_at": datetime(2026, 12, 2, 0, 30, tzinfo=UTC),
        "post": Post.PRIMARY,
        "person_id": 1,
    }


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2026-12-01|2026-12-02T07:30|primary|100", ("start", "import-time-unreadable")),
        ("01/12/2026 07:30|2026-12-02T07:30|primary|100", ("start", "import-time-unreadable")),
        ("2026-12-01T07:30||primary|100", ("end", "import-empty")),
        ("2026-12-01T07:30|2026-12-01T07:30|primary|100", ("end", "import-ends-early")),
        ("2026-12-02T07:30|2026-12-01T07:30|primary|100", ("end", "import-ends-early")),
        ("2026-12-01T07:30|2026-12-01T19:30|cook|100", ("post", "import-not-choice")),
        ("2026-12-01T07:30|2026-12-01T19:30|primary|999", ("telegram_id", "import-person-unknown")),
        (
            "2026-12-01T07:30|2026-12-01T19:30|primary|200",
            ("telegram_id", "import-person-inactive"),
        ),
        ("2026-12-01T07:30|2026-12-01T19:30|primary|300", ("telegram_id", "import-person-may-not")),
    ],
)
def test_a_wrong_shift_is_named(line, expected):
    assert roster_problems(f"start|end|post|telegram_id\n{line}") == [(2, *expected)]


OVERLAPPING = """start|end|post|telegram_id
2026-12-01T07:30|2026-12-01T19:30|primary|100
2026-12-01T19:00|2026-12-02T07:30|primary|100"""


def test_shifts_of_one_person_at_one_post_may_not_overlap():
    assert roster_problems(OVERLAPPING) == [(3, "start", "import-overlaps-line")]


@pytest.mark.parametrize(
    "second",
    [
        "2026-12-01T19:30|2026-12-02T07:30|primary|100",
        "2026-12-01T19:00|2026-12-02T07:30|backup|100",
    ],
)
def test_shifts_may_touch_or_be_at_different_posts(second):
    first = OVERLAPPING.splitlines()[:2]
    assert len(roster("\n".join([*first, second]))) == 2


def test_an_overlap_with_a_stored_shift_names_it():
    stored = Shift(5, local("2026-12-01T01:00"), local("2026-12-01T08:00"), Post.PRIMARY, AN.id)
    with pytest.raises(ImportRefused) as refused:
        roster("\n".join(OVERLAPPING.splitlines()[:2]), [stored])
    (problem,) = refused.value.problems
    assert (problem.line, problem.reason) == (2, "import-overlaps-stored")
    assert problem.params == {"start": "2026-12-01 01:00", "end": "2026-12-01 08:00"}


def test_every_line_within_a_long_stored_shift_is_named():
    sheet = """start|end|post|telegram_id
2026-12-01T07:30|2026-12-01T08:30|primary|100
2026-12-01T09:30|2026-12-01T10:30|primary|100
2026-12-03T09:30|2026-12-03T10:30|primary|100"""
    stored = Shift(5, local("2026-12-01T00:00"), local("2026-12-02T00:00"), Post.PRIMARY, AN.id)
    assert [line for line, *_ in roster_problems(sheet, [stored])] == [2, 3]


def test_the_same_shift_stored_already_is_no_problem():
    stored = Shift(5, local("2026-12-01T07:30"), local("2026-12-01T19:30"), Post.PRIMARY, AN.id)
    entries = roster("\n".join(OVERLAPPING.splitlines()[:2]), [stored])
    assert changes(entries, stored_by_key([stored])) == ([], [], 1)


def test_a_repeated_shift_is_one_problem_not_two():
    line = OVERLAPPING.splitlines()[1]
    sheet = f"start|end|post|telegram_id\n{line}\n{line}"
    assert roster_problems(sheet) == [(3, "start", "import-twice")]


def test_the_period_of_a_roster_spans_its_readable_lines():
    sheet = read_roster(rows(OVERLAPPING + "\nx|y|primary|100"), PEOPLE, HANOI, POSTS)
    assert sheet.period is not None
    start, end = sheet.period
    assert end - start == timedelta(days=1)
