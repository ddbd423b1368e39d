"""No sequence of messages, presses and edits brings a form into a state it cannot leave."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answers import CHANGE, SUMMARY, File, Part, State, from_json
from bot.domain.catalog import Kind, Severity
from bot.domain.closing import reject_form, resolve_form
from bot.domain.errors import Refused
from bot.domain.form import Form, Takes
from bot.domain.report import System, report_form
from bot.domain.turn import Then, Turn, begin, edited, pressed, typed
from bot.domain.typed import Control

KINDS = tuple(
    Kind(code=code, names={"vi": code}, severity=Severity.HIGH, icon="x")
    for code in ("malware", "fraud")
)
SYSTEMS = (System(1, "Cổng thông tin", 1), System(2, "Thư điện tử", 1))
FORMS = (
    report_form(KINDS, SYSTEMS, "vi", knows_privacy=False),
    report_form(KINDS, (), "vi", knows_privacy=True),
    resolve_form(KINDS, "fraud", "vi", may_skip=False),
    resolve_form(KINDS, "gone", "vi", may_skip=True),
    reject_form(),
)
WORDS = st.sampled_from(
    [
        *("quay lại", "bỏ qua", "xong", "sửa", "gửi", "gửi ngay", "giữ nguyên", "không", "có"),
        *(
            "1",
            "2",
            "malware",
            "khác",
            "trùng",
            "SC-2026-0001",
            "máy chủ của sở bị chậm",
            "ẩn danh",
        ),
    ]
)
FILES = st.none() | st.just(File(media="photo", file_id="f"))
PARTS = st.builds(
    Part,
    chat_id=st.just(1),
    message_id=st.integers(1, 12),
    text=WORDS | st.text(min_size=1, max_size=30),
    file=FILES,
    album=st.none() | st.sampled_from(["a", "b"]),
)


@st.composite
def presses(draw: st.DrawFn, form: Form) -> tuple[str, str]:
    keys = [question.key for question in form.questions]
    codes = [choice.code for question in form.questions for choice in question.choices]
    key = draw(st.sampled_from([*keys, SUMMARY, CHANGE]))
    return key, draw(st.sampled_from([*codes, *Control, *keys]))


@st.composite
def journeys(draw: st.DrawFn) -> tuple[Form, State, list[Any]]:
    form = draw(st.sampled_from(FORMS))
    first = draw(st.none() | PARTS) if form.spill else None
    events = st.one_of(PARTS, presses(form), st.tuples(st.just("edit"), PARTS), st.just("here"))
    return form, begin(form, first), draw(st.lists(events, max_size=25))


def apply(form: Form, state: State, event: Any) -> State:
    """The state after an event; one that is refused, sent or cancelled leaves it as it was."""
    turn: Turn | None
    try:
        if event == "here":
            turn = pressed(form, state, state.question, first_choice(form, state))
        elif isinstance(event, Part):
            turn = typed(form, state, event)
        elif event[0] == "edit":
            turn = edited(state, event[1])
        else:
            turn = pressed(form, state, *event)
    except Refused:
        return state
    return state if turn is None or turn.then in (Then.SEND, Then.CANCEL) else turn.state


def first_choice(form: Form, state: State) -> str:
    question = form.question(state, state.question)
    choices = question.choices if question else form.changeable(state)
    return choices[0].code if choices else Control.SKIP


def after(form: Form, state: State, events: list[Any]) -> State:
    for event in events:
        state = apply(form, state, event)
    return state


def answered(state: State) -> set[str]:
    return {key for key, answer in state.answers.items() if answer.complete or answer.parts}


def answer_plainly(form: Form, state: State, number: int) -> Turn:
    """Give whatever question is asked a plain answer."""
    question = form.question(state, state.question)
    if question is None:
        return pressed(form, state, state.question, Control.SEND)
    if question.choices:
        return pressed(form, state, question.key, question.choices[0].code)
    if question.takes is Takes.MANY:
        control = Control.KEEP if state.answer(question.key).complete else Control.DONE
        return pressed(form, state, question.key, control)
    return typed(form, state, Part(chat_id=1, message_id=1000 + number, text="SC-2026-0001"))


@given(journeys())
def test_every_state_stands_at_a_question_that_is_asked(journey):
    form, state, events = journey
    for event in events:
        state = apply(form, state, event)
        assert form.stands(state, state.question)
        assert form.controls(state)
        assert len(set(state.trail)) == len(state.trail)


@given(journeys())
def test_no_answer_is_ever_lost(journey):
    form, state, events = journey
    for event in events:
        before, state = answered(state), apply(form, state, event)
        assert before <= answered(state)


@given(journeys())
def test_back_after_an_answer_returns_to_its_question(journey):
    form, state, events = journey
    state = after(form, state, events)
    question = form.question(state, state.question)
    if question is None:
        return
    turn = answer_plainly(form, state, 0)
    assert turn.state.question != question.key
    back = typed(form, turn.state, Part(chat_id=1, message_id=2000, text="quay lại")).state
    assert back.question == question.key
    assert back.answers == turn.state.answers


@given(journeys())
def test_any_state_can_be_finished_by_answering_each_question_once(journey):
    form, state, events = journey
    state = after(form, state, events)
    for number in range(len(form.questions) + 2):
        turn = answer_plainly(form, state, number)
        if turn.then is Then.SEND:
            return
        state = turn.state
    raise AssertionError(f"still at {state.question}")


@given(journeys())
def test_a_state_survives_json(journey):
    form, state, events = journey
    state = after(form, state, events)
    assert from_json(state.question, json.loads(json.dumps(state.to_json()))) == state
