"""What was written in a dialogue that can no longer be sent."""

import pytest

from bot.domain.answers import Answer, Part, State
from bot.domain.closing import RESOLVE
from bot.domain.report import REPORT
from bot.domain.situation import SITUATION
from bot.domain.unfinished import NOT_WHEN_ENDED, WRITTEN, written


def said(**answers: str) -> State:
    """Return a state in which these questions were answered in words."""
    parts = {
        key: Answer(parts=(Part(chat_id=1, message_id=n, text=words),))
        for n, (key, words) in enumerate(answers.items())
    }
    return State(question="?", answers=parts)


def test_words_are_kept_in_the_order_of_the_questions():
    state = said(actions="đã ngắt mạng", conditions=" ba máy ")
    assert list(written(SITUATION, state).items()) == [
        ("conditions", "ba máy"),
        ("actions", "đã ngắt mạng"),
    ]


@pytest.mark.parametrize("kind", [SITUATION, REPORT])
def test_of_a_dialogue_without_words_nothing_is_kept(kind):
    assert written(kind, said(summary="một báo cáo")) == {}


def test_a_button_is_no_word():
    state = said(cause="lộ mật khẩu").with_answer("kind", Answer(choice="malware"))
    assert written(RESOLVE, state) == {"cause": "lộ mật khẩu"}


def test_whatever_an_end_overtakes_has_words_to_keep():
    assert set(NOT_WHEN_ENDED) <= set(WRITTEN)
