import pytest

from bot.domain.answers import SUMMARY, from_json
from bot.domain.errors import Refused
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
from bot.domain.typed import Control
from tests.unit.domain.trial_form import BARE, FORM, at_summary, photo, said, says


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


def test_json_keeps_a_state_whole():
    state = typed(FORM, says(begin(FORM), "malware"), photo("a1", "xem ảnh")).state
    state = state.model_copy(update={"marking": 5, "cleared": True, "reminded": True})
    assert from_json(state.question, state.to_json()) == state
