"""The words of the crew: whom a call names, what an answer means, who is asked again."""

import pytest

from bot.domain.bringing_in import Wanted, read
from bot.domain.kinds import Severity
from bot.domain.roles import CrewBook, CrewRole, empty
from bot.domain.roll_call import Called, Presence, RollCall, said, to_ask

CODE = "SC-2026-0012"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (f"@ha {CODE} máy chủ thư", Wanted("@ha", "máy chủ thư", CODE)),
        (f"Trần Hà {CODE}: máy chủ thư", Wanted("Trần Hà", "máy chủ thư", CODE)),
        (f"{CODE} @ha máy chủ thư", Wanted("@ha", "máy chủ thư", CODE)),
        (f"{CODE} Trần Hà: máy chủ thư", Wanted("Trần Hà", "máy chủ thư", CODE)),
        ("@ha máy chủ thư: hỏng", Wanted("@ha", "máy chủ thư: hỏng")),
        ("Trần Hà: máy chủ thư", Wanted("Trần Hà", "máy chủ thư")),
        (f"nhóm {CODE}", Wanted("nhóm", "", CODE)),
        (CODE, Wanted("", "", CODE)),
        ("", Wanted("", "")),
    ],
)
def test_whom_and_why_are_read_around_the_code(words, wanted):
    assert read(words) == wanted


@pytest.mark.parametrize(
    ("who", "is_everybody"),
    [("nhóm", True), ("Cả đội", True), ("group", True), ("Hà", False), ("", False)],
)
def test_the_whole_team_has_its_words(who, is_everybody):
    assert Wanted(who, "").is_everybody is is_everybody


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Đang đến", Presence.COMING),
        ("on my way", Presence.COMING),
        ("làm từ xa", Presence.REMOTE),
        ("Không thể!", Presence.CANNOT),
        ("I can't", Presence.CANNOT),
        ("đang đến máy chủ thứ hai", None),
        ("", None),
    ],
)
def test_an_answer_is_short_words_and_nothing_longer(words, answer):
    assert said(words) is answer


def test_only_the_silent_are_asked_again_and_each_once():
    roll = RollCall((Called(1, "Hà", Presence.COMING), Called(2, "Minh")))
    assert to_ask(roll, [2, 1, 3, 2]) == (2, 3)
    assert (roll.answered, [each.name for each in roll.silent]) == (1, ["Minh"])
    assert roll.of(1) is Presence.COMING
    assert roll.of(2) is roll.of(9) is None


def test_roles_that_nobody_has_are_named_and_a_calm_severity_has_no_rhythm():
    assert empty([CrewRole.SCRIBE]) == (CrewRole.LEAD, CrewRole.LIAISON)
    assert empty(list(CrewRole)) == ()
    book = CrewBook.model_validate({"high": {"roles_within": "30m"}})
    assert book.rhythm(Severity.HIGH).roles_within is not None
    assert book.rhythm(Severity.LOW).roles_within is None
