from typing import Any

import pytest

from bot.domain.answers import CHANGE, SUMMARY, File, Part, State, from_json
from bot.domain.errors import Refused
from bot.domain.form import Form, Question, Takes
from bot.domain.turn import (
    MOST_PARTS,
    Then,
    added,
    begin,
    edited,
    pressed,
    settled,
    taken_up,
    typed,
)
from bot.domain.typed import Choice, Control, chosen, control_of, is_greeting, unaccented

KINDS = (
    Choice("malware", caption="🦠 Mã độc, virus", words=("Malware",)),
    Choice("fraud", caption="💸 Lừa đảo trực tuyến", words=("Online fraud",)),
    Choice("other", caption="❓ Khác"),
)


def no_digits(text: str) -> None:
    if any(letter.isdigit() for letter in text):
        raise Refused("refused-digits")


FORM = Form(
    "trial",
    (
        Question("kind", Takes.CHOICE, KINDS),
        Question("what", Takes.ANY),
        Question("where", Takes.TEXT, optional=True, words=("nơi xảy ra",), check=no_digits),
        Question("which", Takes.TEXT, ask_if=lambda state: state.answer("kind").choice == "other"),
        Question("more", Takes.MANY),
    ),
    urgent_after=frozenset({"kind", "what"}),
    spill=("what", "more"),
)
BARE = Form("bare", (Question("kind", Takes.CHOICE, KINDS), Question("why", Takes.TEXT)))
_numbers = iter(range(1, 10_000))


def said(text: str = "", **more: Any) -> Part:
    return Part(chat_id=1, message_id=next(_numbers), text=text, **more)


def photo(album: str | None = None, text: str = "") -> Part:
    return said(text, file=File(media="photo", file_id="f"), album=album)


def says(state: State, *texts: str, form: Form = FORM) -> State:
    for text in texts:
        state = typed(form, state, said(text)).state
    return state


def at_summary() -> State:
    state = says(begin(FORM), "malware", "Máy chủ bị chậm", "Sở Y tế", "xong")
    assert state.question == SUMMARY
    return state


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


def test_a_part_of_a_name_that_two_choices_share_is_no_choice():
    two = (Choice("a", caption="Lộ dữ liệu"), Choice("b", caption="Mã hóa dữ liệu"))
    assert chosen("dữ liệu", two) is None
    assert chosen("mã hóa", two) == "b"


def test_a_telephone_number_is_not_the_number_of_a_choice():
    assert chosen("0001", KINDS) is None


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


def test_many_messages_are_one_answer_until_that_is_all():
    state = says(begin(FORM), "malware", "nó chậm", "bỏ qua", "một", "hai")
    assert state.question == "more"
    assert state.answer("more").text == "một\nhai"
    assert pressed(FORM, state, "more", Control.DONE).state.question == SUMMARY


def test_more_messages_than_a_form_holds_are_refused():
    state = says(begin(FORM), "malware", "nó chậm", "bỏ qua", *["ảnh"] * MOST_PARTS)
    with pytest.raises(Refused) as refused:
        says(state, "một nữa")
    assert refused.value.text_id == "refused-form-full"


def test_an_album_is_one_answer_and_its_later_pictures_ask_nothing():
    state = says(begin(FORM), "malware")
    first = typed(FORM, state, photo("a1"))
    second = typed(FORM, first.state, photo("a1"))
    assert (first.then, second.then) == (Then.ASK, Then.QUIET)
    assert second.state.question == "where"
    assert len(second.state.answer("what").files) == 2


def test_a_picture_of_another_album_is_kept_as_evidence():
    state = typed(FORM, says(begin(FORM), "malware"), photo("a1")).state
    other = typed(FORM, state, photo("a2"))
    assert other.state.question == "where"
    assert len(other.state.answer("more").files) == 1
    assert other.note == "form-note-added"


def test_a_story_at_a_question_with_buttons_is_not_lost():
    turn = typed(FORM, begin(FORM), said("trang web của sở đã bị đổi"))
    assert turn.state.question == "kind"
    assert says(turn.state, "malware").question == "where"


def test_a_picture_where_only_words_count_is_refused_if_there_is_no_place_for_it():
    state = says(begin(BARE), "malware", form=BARE)
    with pytest.raises(Refused) as refused:
        typed(BARE, state, photo())
    assert refused.value.text_id == "refused-form-text"


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


def test_an_old_button_changes_the_old_answer():
    state = says(begin(FORM), "malware", "nó chậm")
    turn = pressed(FORM, state, "kind", "fraud")
    assert turn.state.answer("kind").choice == "fraud"
    assert (turn.state.question, turn.note) == ("where", "form-note-changed")


def test_an_old_button_pressed_twice_changes_nothing():
    state = says(begin(FORM), "malware", "nó chậm")
    turn = pressed(FORM, state, "kind", "malware")
    assert (turn.state, turn.then) == (state, Then.QUIET)


@pytest.mark.parametrize("value", [Control.BACK, Control.SKIP, Control.SEND, "nonsense"])
def test_an_old_control_is_refused(value):
    state = says(begin(FORM), "malware", "nó chậm")
    with pytest.raises(Refused) as refused:
        pressed(FORM, state, "kind", value)
    assert refused.value.text_id == "refused-question-past"


def test_cancel_works_from_any_button_and_in_words():
    state = says(begin(FORM), "malware")
    assert pressed(FORM, state, "kind", Control.CANCEL).then is Then.CANCEL
    assert typed(FORM, state, said("HUỶ")).then is Then.CANCEL


def test_an_edited_message_changes_the_answer_that_holds_it():
    story = said("nó chậm")
    state = typed(FORM, says(begin(FORM), "malware"), story).state
    turn = edited(state, story.model_copy(update={"text": "nó chết"}))
    assert turn is not None
    assert (turn.state.answer("what").text, turn.then) == ("nó chết", Then.QUIET)


def test_an_edit_of_anything_else_is_none_of_the_forms_business():
    assert edited(at_summary(), said("khác")) is None


def test_a_message_set_aside_is_taken_up_where_it_fits():
    assert taken_up(FORM, begin(FORM), said("một")).state.answer("what").text == "một"
    asked = says(begin(FORM), "malware")
    assert taken_up(FORM, asked, said("hai")).state.question == "where"


def test_what_is_added_goes_to_the_story_first_and_then_to_the_evidence():
    once = added(FORM, begin(FORM), said("một")).state
    twice = added(FORM, once, said("hai")).state
    assert (twice.answer("what").text, twice.answer("more").text) == ("một", "hai")


def test_a_question_that_is_gone_gives_way_to_the_next():
    state = begin(FORM).model_copy(update={"question": "vanished"})
    assert settled(FORM, state).question == "kind"


def test_progress_counts_the_questions_that_are_asked():
    assert FORM.progress(says(begin(FORM), "malware")) == (2, 4)
    assert FORM.progress(says(begin(FORM), "khác")) == (2, 5)
    assert FORM.progress(at_summary()) is None


def test_json_keeps_a_state_whole():
    state = typed(FORM, says(begin(FORM), "malware"), photo("a1", "xem ảnh")).state
    state = state.model_copy(update={"marking": 5, "cleared": True, "reminded": True})
    assert from_json(state.question, state.to_json()) == state


@pytest.mark.parametrize(
    ("words", "control"),
    [
        ("quay lại", Control.BACK),
        ("QUAY LAI", Control.BACK),
        ("bỏ qua", Control.SKIP),
        ("huỷ", Control.CANCEL),
        ("hủy", Control.CANCEL),
        ("cancel", Control.CANCEL),
        ("gửi", Control.SEND),
        ("send", Control.SEND),
        ("Gửi ngay!", Control.URGENT),
        ("tôi muốn gửi", None),
        ("Hủy bỏ.", Control.CANCEL),
        ("hu\u0309y", Control.CANCEL),
        ("Huy", None),
        ("huy", None),
        ("", None),
    ],
)
def test_controls_are_understood_with_accents_or_without(words, control):
    assert control_of(words) is control


def test_accents_case_and_punctuation_do_not_matter():
    assert unaccented("  Đúng,  RỒI! ") == "dung roi"


@pytest.mark.parametrize(("words", "greets"), [("Xin chào!", True), ("máy bị mã hoá", False)])
def test_a_greeting_tells_nothing(words, greets):
    assert is_greeting(words) is greets
