from datetime import date

import pytest
from pydantic import ValidationError

from bot.domain import campaign_questions as rules
from bot.domain.campaign_questions import Question, QuestionKind
from bot.domain.errors import Refused

TODAY = date(2026, 6, 1)
NAMES = {"vi": "Câu hỏi"}


def question(kind, code="q", **values):
    return Question.model_validate({"code": code, "kind": kind, "names": NAMES} | values)


CHOICE = question(
    "choice",
    choices=[
        {"code": "drafting", "names": {"vi": "Đang lập"}},
        {"code": "approved", "names": {"vi": "Đã phê duyệt", "en": "Approved"}},
    ],
)
MACHINES = (
    question("number", "all"),
    question("number", "infected", at_most="all"),
    question("yes_no", "takeover", finding="takeover"),
    question("text", "which", only_if="takeover"),
    question("file", "report", required=False),
)


def refused(asked, words, answers=None):
    with pytest.raises(Refused) as said:
        rules.read(asked, words, TODAY, answers or {})
    return said.value.text_id


@pytest.mark.parametrize(
    ("asked", "words", "answer"),
    [
        (question("yes_no"), "Có", True),
        (question("yes_no"), "không", False),
        (question("yes_no"), "no", False),
        (question("number"), "12", 12),
        (question("number"), " 0 ", 0),
        (question("number"), "1.234", 1234),
        (question("number"), "1 234 567", 1234567),
        (question("number"), "12 máy tính", 12),
        (question("number"), "12máy", 12),
        (question("number_of"), "118/120", [118, 120]),
        (question("number_of"), "118 / 120 máy", [118, 120]),
        (question("number_of"), "1.118 trên 1.120", [1118, 1120]),
        (question("number_of"), "0 of 0", [0, 0]),
        (question("text"), " Đã xong. ", "Đã xong."),
        (question("date"), "24/6/2026", "2026-06-24"),
        (question("date"), "2026-06-24", "2026-06-24"),
        (question("date"), "24/6", "2026-06-24"),
        (question("date"), "31/12", "2025-12-31"),
        (question("date"), "29/2/2028", "2028-02-29"),
        (CHOICE, "2", "approved"),
        (CHOICE, "approved", "approved"),
        (CHOICE, "dang lap", "drafting"),
        (CHOICE, "đã phê duyệt", "approved"),
    ],
)
def test_typed_words_are_read_as_answers(asked, words, answer):
    assert rules.read(asked, words, TODAY, {}) == answer


@pytest.mark.parametrize(
    ("asked", "words", "text"),
    [
        (question("yes_no"), "có lẽ", "refused-answer-yes-no"),
        (question("number"), "nhiều", "refused-answer-number"),
        (question("number"), "-3", "refused-answer-number"),
        (question("number"), "1.5", "refused-answer-number"),
        (question("number"), "118/120", "refused-answer-number"),
        (question("number"), "999999999", "refused-answer-number"),
        (question("number_of"), "118", "refused-answer-number-of"),
        (question("number_of"), "121/120", "refused-answer-part"),
        (question("text"), "  ", "refused-answer-text"),
        (question("text"), "x" * 2001, "refused-answer-long"),
        (question("date"), "31/6/2026", "refused-answer-date"),
        (question("date"), "hôm qua", "refused-answer-date"),
        (question("file"), "đây", "refused-answer-file"),
        (CHOICE, "3", "refused-answer-choice"),
        (CHOICE, "xong", "refused-answer-choice"),
    ],
)
def test_what_is_no_answer_is_refused_in_words(asked, words, text):
    assert refused(asked, words) == text


def test_no_more_machines_are_infected_than_there_are():
    infected = MACHINES[1]
    assert rules.read(infected, "5", TODAY, {"all": 5}) == 5
    assert refused(infected, "6", {"all": 5}) == "refused-answer-more-than"


def test_what_depends_on_a_yes_is_asked_after_it_only():
    answers: dict[str, int | None] = {"all": 5, "infected": 0}
    asked = []
    while (following := rules.next_question(MACHINES, answers)) is not None:
        asked.append(following.code)
        answers[following.code] = False if following.code == "takeover" else None
    assert asked == ["takeover", "report"]
    assert rules.next_question(MACHINES, answers | {"takeover": True}) == MACHINES[3]


def test_a_changed_number_is_looked_at_again_before_it_is_handed_in():
    whole = {"all": 5, "infected": 5, "takeover": False}
    assert rules.check(MACHINES, whole | {"which": "cũ"}) == whole
    with pytest.raises(Refused, match="refused-answer-more-than"):
        rules.check(MACHINES, whole | {"all": 4})


@pytest.mark.parametrize("missing", ["all", "infected", "takeover"])
def test_every_required_answer_must_be_there(missing):
    whole = {"all": 5, "infected": 0, "takeover": False}
    with pytest.raises(Refused, match="refused-answer-missing"):
        rules.check(MACHINES, {code: value for code, value in whole.items() if code != missing})


def test_only_a_yes_that_was_asked_for_brings_something_to_light():
    assert rules.findings(MACHINES, {"takeover": True}) == ("takeover",)
    assert rules.findings(MACHINES, {"takeover": False}) == ()
    assert rules.findings(MACHINES, {}) == ()


@pytest.mark.parametrize(
    "values",
    [
        {"kind": "choice"},
        {"kind": "number", "choices": [{"code": "a", "names": NAMES}]},
        {"kind": "text", "at_most": "all"},
        {"kind": "number", "finding": "takeover"},
        {"kind": "number", "code": "Số máy"},
        {"kind": "number", "names": {"en": "Machines"}},
    ],
)
def test_a_question_must_make_sense(values):
    with pytest.raises(ValidationError):
        Question.model_validate({"code": "q", "kind": "number", "names": NAMES} | values)


@pytest.mark.parametrize(
    "questions",
    [
        (MACHINES[1],),
        (MACHINES[3],),
        (MACHINES[0], MACHINES[0]),
        (MACHINES[1], MACHINES[0]),
    ],
)
def test_questions_refer_to_earlier_ones(questions):
    assert rules.in_order(MACHINES) == MACHINES
    with pytest.raises(ValueError, match=r"must name an earlier|stands there twice"):
        rules.in_order(questions)


def test_every_kind_of_question_is_read():
    assert set(rules._READS) == set(QuestionKind)
