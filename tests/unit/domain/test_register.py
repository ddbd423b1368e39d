from typing import Any

import pytest

from bot.domain.cells import ImportRefused
from bot.domain.people import Role
from bot.domain.register import changes, read_agencies, read_people, read_systems
from tests.unit.domain.sheets import problems_of, rows


def people_problems(text, agencies=None, admins=(), watchers=()):
    return problems_of(read_people, rows(text), agencies or {}, admins, watchers)


def test_a_header_may_come_in_any_order_and_case():
    (entry,) = read_people(rows(" NAME |Role|Telegram_ID\nAn|Lead|100"), {}, (), ())
    assert (entry.line, entry.key) == (2, 100)
    assert entry.values["name"] == "An"
    assert entry.values["role"] is Role.LEAD


def test_a_column_that_the_file_lacks_is_left_alone():
    (entry,) = read_people(rows("telegram_id|name|role\n100|An|staff"), {}, (), ())
    assert "phone" not in entry.values
    assert "language" not in entry.values


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("telegram_id|name", (1, "role", "import-column-missing")),
        ("telegram_id|name|role|tel", (1, "tel", "import-column-unknown")),
        ("telegram_id|name|role|Name", (1, "name", "import-column-twice")),
    ],
)
def test_a_wrong_header_is_named(header, expected):
    assert people_problems(f"{header}\n1|2|3|4") == [expected]


def test_a_file_with_nothing_under_its_header_is_refused():
    assert people_problems("telegram_id|name|role") == [(0, "", "import-file-header-only")]


def test_a_file_without_any_line_is_refused_in_one_sentence():
    with pytest.raises(ImportRefused) as refused:
        read_people([], {}, (), ())
    assert (refused.value.text_id, refused.value.params) == ("import-file-empty", {})
    assert [problem.line for problem in refused.value.problems] == [0]


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("telegram_id", "", "import-empty"),
        ("telegram_id", "abc", "import-not-telegram-id"),
        ("telegram_id", "-100123", "import-not-telegram-id"),
        ("telegram_id", "0", "import-not-telegram-id"),
        ("telegram_id", "١٢٣", "import-not-telegram-id"),
        ("telegram_id", str(2**52), "import-not-telegram-id"),
        ("telegram_id", "9" * 100, "import-not-telegram-id"),
        ("telegram_id", "1.23457E+09", "import-rounded"),
        ("telegram_id", "1,23E+09", "import-rounded"),
        ("name", "", "import-empty"),
        ("name", "x" * 201, "import-too-long"),
        ("name", "a\0b", "import-odd-character"),
        ("role", "", "import-empty"),
        ("role", "citizen", "import-not-choice"),
        ("role", "boss", "import-not-choice"),
        ("agency", "khong-co", "import-agency-unknown"),
        ("phone", "gọi An", "import-not-phone"),
        ("email", "an.example.vn", "import-not-email"),
        ("language", "fr", "import-not-choice"),
    ],
)
def test_a_wrong_cell_of_a_person_is_named(column, value, reason):
    good = {
        "telegram_id": "100",
        "name": "An",
        "role": "staff",
        "agency": "stttt",
        "phone": "+84 (24) 3.936-1234",
        "email": "an@so.tinh.gov.vn",
        "language": "vi",
    }
    wanted = [(1, tuple(good)), (2, tuple((good | {column: value}).values()))]
    assert problems_of(read_people, wanted, {"stttt": 1}, (), ()) == [(2, column, reason)]
    read_people([(1, tuple(good)), (2, tuple(good.values()))], {"stttt": 1}, (), ())


def test_every_problem_of_a_file_is_named_in_the_order_of_its_lines():
    found = people_problems("telegram_id|name|role\n100||boss\n100|An|staff\n|Bình|lead")
    assert found == [
        (2, "role", "import-not-choice"),
        (2, "name", "import-empty"),
        (3, "telegram_id", "import-twice"),
        (4, "telegram_id", "import-empty"),
    ]


@pytest.mark.parametrize(("lines", "said"), [(1_000, 1_000), (1_001, 1_001), (5_000, 1_001)])
def test_so_many_problems_are_said_and_how_many_more_there_are(lines, said):
    sheet = [(1, ("telegram_id", "name", "role"))]
    sheet += [(n + 2, (str(n + 1), "", "staff")) for n in range(lines)]
    with pytest.raises(ImportRefused) as refused:
        read_people(sheet, {}, (), ())
    assert len(refused.value.problems) == refused.value.params["count"] == lines
    shown: Any = refused.value.params["problems"]
    assert len(shown["lines"]) == said


def test_a_repeated_line_names_both_lines():
    with pytest.raises(ImportRefused) as refused:
        read_people(rows("telegram_id|name|role\n1|A|staff\n2|B|staff\n1|C|staff"), {}, (), ())
    assert refused.value.problems[0].params == {"first": "2", "second": "4"}


def test_a_cell_without_a_column_is_named():
    found = people_problems("telegram_id|name|role\n100|Nguyễn|staff|An")
    assert found == [(2, "", "import-cell-astray")]


def test_empty_cells_without_a_column_are_ignored():
    assert len(read_people(rows("telegram_id|name|role||\n100|An|staff||"), {}, (), ())) == 1


def test_text_is_composed_and_tidied():
    (entry,) = read_people(
        rows("telegram_id|name|role\n100|\ufeff Nguye\u0302\u0303n\u00a0 An |staff"), {}, (), ()
    )
    assert entry.values["name"] == "Nguyễn An"


@pytest.mark.parametrize(
    ("written", "kept"), [("912345678", "0912345678"), ("0912345678", "0912345678"), ("113", "113")]
)
def test_the_first_zero_of_a_mobile_number_comes_back(written, kept):
    (entry,) = read_people(rows(f"telegram_id|name|role|phone\n1|A|staff|{written}"), {}, (), ())
    assert entry.values["phone"] == kept


def test_the_last_admin_cannot_be_imported_away():
    sheet = "telegram_id|name|role\n100|An|staff"
    assert people_problems(sheet, admins=(100,)) == [(2, "role", "import-last-admin")]


@pytest.mark.parametrize("admins", [(), (100, 200)])
def test_an_admin_may_step_down_when_another_stays(admins):
    sheet = rows("telegram_id|name|role\n100|An|staff")
    assert len(read_people(sheet, {}, admins, ())) == 1


def test_an_admin_may_be_followed_by_another_in_the_same_file():
    sheet = rows("telegram_id|name|role\n100|An|staff\n200|Bình|admin")
    assert len(read_people(sheet, {}, (100,), ())) == 2


def test_somebody_with_shifts_ahead_stays_a_responder():
    sheet = "telegram_id|name|role\n100|An|staff"
    assert people_problems(sheet, watchers=(100,)) == [(2, "role", "import-has-shifts")]
    kept = rows("telegram_id|name|role\n100|An|lead")
    assert len(read_people(kept, {}, (), (100,))) == 1


def test_a_parent_may_be_defined_later_in_the_file():
    entries = read_agencies(rows("code|name|parent\nphong|Phòng|SO\nso|Sở|"), {})
    assert [entry.values["parent"] for entry in entries] == ["so", None]


def test_a_parent_may_be_stored_already():
    assert len(read_agencies(rows("code|name|parent\nphong|Phòng|so"), {"so": None})) == 1


def test_an_unknown_parent_is_named():
    found = problems_of(read_agencies, rows("code|name|parent\nphong|Phòng|so"), {})
    assert found == [(2, "parent", "import-agency-unknown")]


@pytest.mark.parametrize(
    ("sheet", "stored", "lines"),
    [
        ("code|name|parent\na|A|a", {}, [2]),
        ("code|name|parent\na|A|b\nb|B|c\nc|C|a\nd|D|a", {}, [2, 3, 4]),
        ("code|name|parent\na|A|b", {"b": "a", "a": None}, [2]),
    ],
)
def test_a_circle_of_parents_is_refused(sheet, stored, lines):
    found = problems_of(read_agencies, rows(sheet), stored)
    assert found == [(line, "parent", "import-agency-circle") for line in lines]


def test_a_stored_circle_may_be_opened_by_the_file():
    assert read_agencies(rows("code|name|parent\na|A|"), {"a": "b", "b": "a"})


@pytest.mark.parametrize("code", ["so tttt", "so:tttt", "x" * 65])
def test_an_agency_code_is_one_word(code):
    found = problems_of(read_agencies, rows(f"code|name\n{code}|Sở"), {})
    assert found == [(2, "code", "import-not-code")]


def test_codes_that_differ_in_case_only_are_the_same():
    found = problems_of(read_agencies, rows("code|name\nSTTTT|Sở\nstttt|Sở"), {})
    assert found == [(3, "code", "import-twice")]


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("agency", "", "import-empty"),
        ("agency", "xxx", "import-agency-unknown"),
        ("level", "0", "import-not-level"),
        ("level", "6", "import-not-level"),
        ("level", "3.5", "import-not-level"),
        ("level", "ba", "import-not-level"),
        ("url", "dichvucong.gov.vn", "import-not-url"),
        ("url", "javascript:alert(1)", "import-not-url"),
        ("url", "https://", "import-not-url"),
        ("url", "https://a b.vn", "import-not-url"),
        ("url", "https://a.vn:99999", "import-not-url"),
        ("url", "https://[::1", "import-not-url"),
    ],
)
def test_a_wrong_cell_of_a_system_is_named(column, value, reason):
    good = {"code": "dvc", "name": "Dịch vụ công", "agency": "SO", "level": "3"}
    good["url"] = "https://dichvucong.tinh.gov.vn/"
    sheet = [(1, tuple(good)), (2, tuple((good | {column: value}).values()))]
    assert problems_of(read_systems, sheet, {"so": 7}) == [(2, column, reason)]


def test_a_system_may_have_neither_level_nor_address():
    (entry,) = read_systems(rows("code|name|agency|level|url\ndvc|DVC|So||"), {"so": 7})
    assert entry.values == {
        "code": "dvc",
        "name": "DVC",
        "agency_id": 7,
        "level": None,
        "url": None,
    }


def test_changes_tell_new_from_changed_from_known():
    entries = read_agencies(rows("code|name\na|A\nb|B\nc|C"), {})
    stored = {"a": {"code": "a", "name": "A", "id": 1}, "b": {"code": "b", "name": "Z", "id": 2}}
    done = changes(entries, stored)
    assert [entry.key for entry in done.added] == ["c"]
    assert [before["id"] for _, before in done.changed] == [2]
    assert done.unchanged == 1
