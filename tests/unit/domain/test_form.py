import pytest

from bot.domain.answers import CHANGE, SUMMARY
from bot.domain.errors import Refused
from bot.domain.form import Form, Question, Takes
from bot.domain.turn import Then, begin, pressed, typed
from bot.domain.typed import Control
from tests.unit.domain.trial_form import FORM, at_summary, said, says


def test_questions_are_asked_in_order():
    state = begin(FORM)
    asked = [state.question]
    for text in ("malware", "nó chậm", "Sở Y tế", "xong"):
        state = says(state, text)
        asked.append(state.question)
    assert asked == ["kind", "what", "where", "more", SUMMARY]


def test_a_question_that_the_first_message_answers_is_not_asked_again():
    state = begin(FORM, said("máy chủ bị mã hoá"))
    assert state.question == "kind"
    assert says(state, "malware").question == "where"


def test_a_question_is_asked_only_when_an_earlier_answer_calls_for_it():
    assert says(begin(FORM), "khác", "nó chậm", "Sở Y tế").question == "which"


@pytest.mark.parametrize(
    "words", ["2", "LUA DAO", "đảo trực", "lừa đảo trực tuyến", "fraud", "online fraud"]
)
def test_a_choice_may_be_typed_as_number_code_or_name(words):
    assert says(begin(FORM), words).answer("kind").choice == "fraud"


@pytest.mark.parametrize("words", ["4", "0", "zzz", "!!!"])
def test_what_names_no_choice_is_refused(words):
    with pytest.raises(Refused) as refused:
        says(begin(FORM), words)
    assert refused.value.text_id == "refused-form-choice"


def test_the_answer_before_stays_when_going_back_and_forward():
    state = says(begin(FORM), "malware", "nó chậm", "quay lại")
    assert state.question == "what"
    assert state.answer("what").text == "nó chậm"
    kept = pressed(FORM, state, "what", Control.KEEP).state
    assert (kept.question, kept.answer("what").text) == ("where", "nó chậm")


def test_a_name_that_reads_like_cancelling_answers_where_a_name_may_stand():
    state = says(begin(FORM), "khác", "nó chậm", "Sở Y tế", "Huy")
    assert (state.question, state.answer("which").text) == ("more", "Huy")


def test_the_same_word_where_no_name_may_stand_neither_answers_nor_cancels():
    for state in (begin(FORM), at_summary()):
        with pytest.raises(Refused) as refused:
            says(state, "huy")
        assert refused.value.text_id == "refused-form-cancel"


def test_back_at_the_first_question_is_refused():
    with pytest.raises(Refused) as refused:
        says(begin(FORM), "back")
    assert refused.value.text_id == "refused-form-first"


def test_an_optional_question_may_be_skipped():
    state = says(begin(FORM), "malware", "nó chậm", "bỏ qua")
    assert state.question == "more"
    assert state.answer("where").complete


def test_a_question_that_is_needed_may_not_be_skipped():
    with pytest.raises(Refused) as refused:
        says(begin(FORM), "malware", "skip")
    assert refused.value.text_id == "refused-form-required"


def test_a_plain_no_to_an_optional_question_skips_it():
    assert says(begin(FORM), "malware", "nó chậm", "không").question == "more"


def test_words_that_cannot_be_an_answer_are_refused():
    with pytest.raises(Refused):
        says(begin(FORM), "malware", "nó chậm", "nhà 12")


def test_the_short_cut_opens_once_enough_is_known():
    state = says(begin(FORM), "malware", "nó chậm")
    assert Control.URGENT in FORM.controls(state)
    assert pressed(FORM, state, "where", Control.URGENT).then is Then.SEND
    assert typed(FORM, state, said("gửi ngay")).then is Then.SEND


def test_the_short_cut_is_closed_before_that():
    state = says(begin(FORM), "malware")
    assert Control.URGENT not in FORM.controls(state)
    with pytest.raises(Refused) as refused:
        typed(FORM, state, said("gửi"))
    assert refused.value.text_id == "refused-form-unready"


@pytest.mark.parametrize("words", ["gửi", "Send", "ok", "Đúng rồi"])
def test_the_summary_may_be_confirmed_in_words(words):
    assert typed(FORM, at_summary(), said(words)).then is Then.SEND


def test_a_form_without_summary_is_sent_with_its_last_answer():
    form = Form("short", (Question("why", Takes.TEXT),), confirm=False)
    turn = typed(form, begin(form), said("vì vậy"))
    assert (turn.then, turn.state.answer("why").text) == (Then.SEND, "vì vậy")


@pytest.mark.parametrize("name", ["where", "Nơi xảy ra", "3"])
def test_an_answer_is_changed_from_the_summary_and_the_summary_comes_again(name):
    state = says(at_summary(), "sửa", name)
    assert state.question == "where"
    state = says(state, "Sở Tài chính")
    assert (state.question, state.answer("where").text) == (SUMMARY, "Sở Tài chính")


def test_back_from_what_is_being_changed_leads_to_the_summary():
    state = says(at_summary(), "sửa")
    assert state.question == CHANGE
    state = pressed(FORM, state, CHANGE, "what").state
    assert says(state, "quay lại").question == SUMMARY


def test_a_changed_answer_may_bring_a_new_question():
    state = pressed(FORM, says(at_summary(), "sửa"), CHANGE, "kind").state
    assert says(state, "khác").question == "which"


def test_progress_counts_the_questions_that_are_asked():
    assert FORM.progress(says(begin(FORM), "malware")) == (2, 4)
    assert FORM.progress(says(begin(FORM), "khác")) == (2, 5)
    assert FORM.progress(at_summary()) is None
