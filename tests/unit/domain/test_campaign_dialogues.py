"""Questions as people type them, deadlines as orders write them, answers there and back."""

from datetime import date

import pytest

from bot.domain.answers import SUMMARY, Answer, File, Part, State
from bot.domain.campaign_form import Whom, audience_of, campaign_form, read_deadline
from bot.domain.campaign_questions import in_order, questions_of, read
from bot.domain.errors import Refused
from bot.domain.question_words import read_questions
from bot.domain.task_form import answers_of, files_of, known, task_form
from bot.domain.turn import begin

TODAY = date(2026, 9, 2)


@pytest.mark.parametrize(
    ("line", "kind", "name", "required"),
    [
        ("Có phát hiện mã độc không: có/không", "yes_no", "Có phát hiện mã độc không", True),
        ("1. Số máy chủ: số", "number", "Số máy chủ", True),
        ("- Máy đã quét: số trên tổng số", "number_of", "Máy đã quét", True),
        ("Ghi chú: chữ (không bắt buộc)", "text", "Ghi chú", False),
        ("Ngày xong: ngày", "date", "Ngày xong", True),
        ("Biên bản: tệp", "file", "Biên bản", True),
        ("Thời gian: từ mấy giờ: number", "number", "Thời gian: từ mấy giờ", True),
    ],
)
def test_a_typed_line_is_a_question(line, kind, name, required):
    (asked,) = read_questions(line)
    assert (asked["kind"], asked["names"]["vi"], asked["required"]) == (kind, name, required)
    in_order(questions_of([asked]))


def test_a_choice_names_its_choices():
    (asked,) = read_questions("Ai làm: chọn tự làm, thuê ngoài")
    assert [each["names"]["vi"] for each in asked["choices"]] == ["tự làm", "thuê ngoài"]


BOUND = """Có phát hiện mã độc không: có/không
> Số máy nhiễm: số
nếu có: Số máy đã xử lý / số máy nhiễm: số trên tổng số
Máy đã vá / tổng số máy: số trên tổng số"""


def test_a_typed_question_depends_on_the_yes_before_it_and_names_its_bound():
    asked = questions_of(read_questions(BOUND))
    assert in_order(asked) == asked
    assert [(each.only_if, each.at_most) for each in asked] == [
        (None, None),
        ("q1", None),
        ("q1", "q2"),
        (None, None),
    ]
    assert [each.names["vi"] for each in asked[2:]] == [
        "Số máy đã xử lý",
        "Máy đã vá / tổng số máy",
    ]
    assert read(asked[2], "2/3", TODAY, {"q2": 3}) == [2, 3]
    with pytest.raises(Refused, match="refused-answer-more-than"):
        read(asked[2], "2/4", TODAY, {"q2": 3})


def test_a_condition_without_a_yes_or_no_above_it_is_named():
    with pytest.raises(Refused) as refused:
        read_questions("Số máy: số\n> Số máy nhiễm: số")
    assert (refused.value.text_id, refused.value.params["line"]) == ("refused-questions-if", 2)


def test_a_day_on_which_something_was_done_is_not_to_come_and_a_planned_one_may_be():
    done, planned = questions_of(read_questions("Ngày xong: ngày\nNgày dự kiến xong: ngày"))
    assert read(done, "2/9/2026", TODAY, {}) == "2026-09-02"
    assert read(planned, "3/9/2026", TODAY, {}) == "2026-09-03"
    with pytest.raises(Refused, match="refused-answer-to-come"):
        read(done, "3/9/2026", TODAY, {})


@pytest.mark.parametrize("line", ["Bao nhiêu máy?", "Ai làm: chọn tự làm", ": số", "Máy: nhiều"])
def test_a_line_that_is_no_question_is_named(line):
    with pytest.raises(Refused) as refused:
        read_questions(f"Số máy: số\n\n{line}")
    assert (refused.value.text_id, refused.value.params["line"]) == ("refused-questions-line", 2)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("24/9", date(2026, 9, 24)),
        ("trước 25/9", date(2026, 9, 24)),
        ("Trước 1/10/2026", date(2026, 9, 30)),
        ("hết 24/9", date(2026, 9, 24)),
        ("đến hết 24/9", date(2026, 9, 24)),
        ("before 1/1", date(2026, 12, 31)),
        ("30/6", date(2027, 6, 30)),
    ],
)
def test_a_deadline_is_the_last_day_in_time(words, day):
    assert read_deadline(words, TODAY) == day


def test_words_that_are_no_day_are_refused():
    with pytest.raises(Refused):
        read_deadline("sớm nhất có thể", TODAY)


def test_a_kind_is_meant_by_its_button_however_many_kinds_come_before_it():
    form = campaign_form(Whom(("sở", "phường")), TODAY)
    who = next(question for question in form.questions if question.key == "who")
    code = next(choice.code for choice in who.choices if choice.caption == "Sở")
    state = State(question="who", answers={"who": Answer(choice=code, complete=True)})
    scope, _ = audience_of(state, Whom(("xã", "phường", "sở")))
    assert scope.kinds == ("sở",)


QUESTIONS = questions_of(
    [
        {"code": "scanned", "kind": "number_of", "names": {"vi": "Đã quét"}},
        {"code": "found", "kind": "yes_no", "names": {"vi": "Có mã độc"}},
        {"code": "what", "kind": "text", "names": {"vi": "Mã độc gì"}, "only_if": "found"},
        {
            "code": "who",
            "kind": "choice",
            "names": {"vi": "Ai làm"},
            "choices": [{"code": "own", "names": {"vi": "tự làm"}}],
        },
        {"code": "day", "kind": "date", "names": {"vi": "Ngày"}, "required": False},
        {"code": "paper", "kind": "file", "names": {"vi": "Biên bản"}, "required": False},
    ]
)
ANSWERS = {"scanned": [5, 8], "found": True, "what": "X", "who": "own", "paper": ["a.pdf"]}


def test_what_was_handed_in_comes_back_to_be_corrected_and_goes_out_the_same():
    paper = File(media="document", file_id="1", name="a.pdf")
    before = known(QUESTIONS, ANSWERS, {"paper": [paper]})
    state = begin(task_form(QUESTIONS, "vi", TODAY, {}), known=before)
    assert state.question == SUMMARY
    assert answers_of(QUESTIONS, state, TODAY) == ANSWERS
    assert files_of(QUESTIONS, state) == [("paper", paper)]


def test_nothing_is_known_at_first_and_what_depends_on_a_no_is_not_asked():
    form = task_form(QUESTIONS, "vi", TODAY, {})
    state = begin(form, known=known(QUESTIONS, {}, {}))
    assert state.question == "q0"
    said = Part(chat_id=1, message_id=1, text="5/8")
    state = state.with_answer("q0", Answer(parts=(said,), complete=True))
    state = state.with_answer("q1", Answer(choice="no", complete=True))
    assert form.next_of(state) == "q3"
