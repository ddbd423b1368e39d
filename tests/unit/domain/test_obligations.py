"""The shipped obligations, and what people are told when their own file is wrong."""

import re
from datetime import date

import pytest

from bot.catalog import CatalogError, load, read
from bot.catalog.obligations import campaign_book
from bot.domain.backups import backup_of, shortfalls
from bot.domain.campaign_questions import Question
from bot.domain.obligations import Confidence, Opening

BOOK = load().campaigns
GOOD = """\
[obligations.scan]
names = { vi = "Rà quét" }
why = { vi = "vì" }
basis = "Chỉ thị 18"
confidence = "R2"
every = "half_year"
due = "end of period"
receiver = { vi = "Đội" }
questions = [
  { code = "found", kind = "number", names = { vi = "Phát hiện" } },
  { code = "fixed", kind = "number", names = { vi = "Khắc phục" }, at_most = "found" },
]
"""


def written(tmp_path, text):
    (tmp_path / "obligations.toml").write_text(text, encoding="utf-8")
    return campaign_book(read("obligations.toml", tmp_path))


@pytest.mark.parametrize("duty", BOOK.obligations, ids=lambda duty: duty.code)
def test_every_obligation_says_in_both_languages_what_and_why(duty):
    for language in ("vi", "en"):
        assert 3 <= len(duty.names[language]) <= 90
        assert len(duty.why[language]) > 10
        assert duty.receiver[language]
        assert all(question.names[language] for question in duty.questions)
    assert duty.questions
    assert duty.reminders in BOOK.reminders


def test_what_nobody_has_read_in_the_law_of_2026_is_never_opened_unasked():
    alone = [duty for duty in BOOK.obligations if duty.opening is Opening.AUTO]
    assert {duty.code for duty in alone} >= {"scan", "hunt", "drill", "plans", "backup"}
    assert not [duty.code for duty in alone if "331/2026" in duty.basis]
    assert not [duty.code for duty in alone if duty.confidence is Confidence.MEMORY]


def test_the_old_decree_ends_where_the_new_law_begins():
    old = [duty for duty in BOOK.obligations if "85/2016" in duty.basis and duty.valid_until]
    assert {f"{duty.valid_until}" for duty in old} == {"2026-06-30"}
    assert len(old) == 3


def test_the_questions_on_backups_are_those_that_the_rule_understands():
    duty = BOOK.obligation("backup")
    assert duty is not None
    codes = {question.code for question in duty.questions}
    assert codes >= {"copies", "media", "offline", "restore_tested", "restore_hours"}
    good = {"copies": 3, "media": 2, "offline": True, "restore_hours": 5}
    tested = good | {"restore_tested": "2026-09-01"}
    today = date(2026, 10, 1)
    assert shortfalls(backup_of(tested), today) == ()
    assert shortfalls(backup_of(good), today) != ()


@pytest.mark.parametrize(
    ("key", "vi", "en"),
    [
        ("2026-H1", "kỳ 1/2026", "half 1 of 2026"),
        ("2026-Q4", "quý 4/2026", "quarter 4 of 2026"),
        ("2026-05", "tháng 5/2026", "month 5 of 2026"),
        ("2026-W07", "tuần 7/2026", "week 7 of 2026"),
        ("2026", "năm 2026", "2026"),
        ("2026-2027", "giai đoạn 2026-2027", "2026-2027"),
    ],
)
def test_periods_have_names(key, vi, en):
    assert BOOK.label(key, "vi") == vi
    assert BOOK.label(key, "en") == en


def test_an_own_file_takes_the_place_of_the_shipped_one(tmp_path):
    book = written(tmp_path, GOOD)
    assert [duty.code for duty in book.obligations] == ["scan"]
    assert book.obligation("drill") is None
    assert book.label("2026-H1", "vi") == "2026-H1"
    assert book.reminders_for("usual").before == (30, 14, 7, 3, 1)


def test_a_team_may_have_no_obligations(tmp_path):
    assert written(tmp_path, "[policy]\nfour_eyes = false\n").obligations == ()


def line(said):
    found = re.search(r"obligations\.toml, line (\d+)", said)
    return int(found[1]) if found else 0


@pytest.mark.parametrize(
    ("instead", "by", "at", "words"),
    [
        ('confidence = "R2"', 'confidence = "sure"', 5, "'R', 'R2' or 'M'"),
        ('every = "half_year"', 'every = "often"', 6, "'half_year'"),
        ('due = "end of period"', 'due = "someday"', 7, "not a deadline"),
        ('due = "end of period"', 'due = ["by 1/3", "by 31/6"]', 7, "no 31/6 in the calendar"),
        ('due = "end of period"', 'due = ["by 1/3", "by 1/4", "by 1/5"]', 1, "write 1 or 2"),
        ('receiver = { vi = "Đội" }', 'receiver = { en = "Team" }', 8, "Vietnamese"),
        ('receiver = { vi = "Đội" }', 'reciever = { vi = "Đội" }', 1, "'receiver' is missing"),
        ('kind = "number", names = { vi = "Kh', 'kind = "digit", names = { vi = "Kh', 11, "kind"),
        ('at_most = "found"', 'at_most = "fixed"', 9, "must name an earlier number"),
        ('code = "fixed"', 'code = "found"', 9, "stands there twice"),
        ('basis = "Chỉ thị 18"', 'basis = "Chỉ thị 18"\nreminders = "loud"', 5, "reminders.loud"),
    ],
)
def test_a_wrong_entry_is_told_with_its_line(tmp_path, instead, by, at, words):
    assert instead in GOOD
    with pytest.raises(CatalogError) as wrong:
        written(tmp_path, GOOD.replace(instead, by))
    assert words in str(wrong.value)
    assert line(str(wrong.value)) == at


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("[duties.x]\n", 1, "not a table that is known here"),
        ("[policy]\nfour_eyes = true\nwork_until = '07:00'\n", 1, "later than work_from"),
        ("[reminders.usual]\nbefore = [0]\n", 2, "from 1 to 366"),
        ("[labels]\nhalf_year = { vi = '{half}' }\n", 2, "{year} and {number}"),
        ("[labels]\ndecade = { vi = '{year}' }\n", 2, "is no period"),
    ],
)
def test_a_wrong_habit_is_told_with_its_line(tmp_path, text, at, words):
    with pytest.raises(CatalogError) as wrong:
        written(tmp_path, text)
    assert words in str(wrong.value)
    assert line(str(wrong.value)) == at


def test_questions_survive_their_snapshot():
    for duty in BOOK.obligations:
        for question in duty.questions:
            assert Question.model_validate(question.model_dump(mode="json")) == question
