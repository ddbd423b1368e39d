"""One turn of a form: a button, a message or an edit, as a pure rule over (form, state, event).

    question ─answer─▶ next unanswered … ─▶ summary ─send─▶ SEND
       ▲ back │             │                  │ change ▲
       └──────┘             └─ urgent: SEND    └ question ┘        cancel, anywhere: CANCEL

Promise: whatever arrives, the state stays valid, no answer is lost by going back, and answering
each question once leads to the end.
"""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from bot.domain.answers import CHANGE, SUMMARY, Answer, Part, State
from bot.domain.errors import Refused
from bot.domain.form import Form, Question, Takes
from bot.domain.typed import Control, chosen, control_of, is_no, is_yes, may_cancel

MOST_PARTS = 30
FEWEST_WORDS = 3  # what is shorter than this at a question with buttons is a slip, not a story
_CONTROLS = {control.value: control for control in Control}


class Then(StrEnum):
    """What is to be done after an event."""

    ASK = "ask"
    QUIET = "quiet"
    SEND = "send"
    CANCEL = "cancel"


class Turn(Struct, frozen=True):
    """The state after an event; `note` names a sentence said before the next question."""

    state: State
    then: Then = Then.ASK
    note: str | None = None


def begin(
    form: Form, first: Part | None = None, known: Mapping[str, Answer] | None = None
) -> State:
    """Return a fresh state; what is `known` and the message that started it are answers already."""
    state = State(question=SUMMARY, answers=known or {})
    if first is not None and form.spill:
        state = _spilled(form, state, first)
    return state.model_copy(update={"question": form.next_of(state)})


def settled(form: Form, state: State) -> State:
    """Return the state at a question that exists, whatever changed since it was stored."""
    if form.stands(state, state.question):
        return state
    return state.model_copy(update={"question": form.next_of(state)})


def pressed(form: Form, state: State, key: str, value: str) -> Turn:
    """Apply a button of the question `key`, which may be an old one."""
    control = _CONTROLS.get(value)
    if control is Control.CANCEL or control is Control.URGENT:
        return _controlled(form, state, control)
    if key != state.question:
        return _late(form, state, key, value)
    if control is not None:
        return _controlled(form, state, control)
    if key == CHANGE:
        return _turned_to(form, state, value)
    return _chose(form, state, value)


def typed(form: Form, state: State, part: Part) -> Turn:
    """Apply a message: more of an album, a control in words, a choice in words, or an answer."""
    if (album := _album_of(state, part)) is not None:
        return Turn(_appended(state, album, part), Then.QUIET)
    control = control_of(part.text) if part.file is None else None
    if control is not None and _means(form, state, control):
        return _controlled(form, state, control)
    question = form.question(state, state.question)
    if state.question == SUMMARY and is_yes(part.text):
        return _controlled(form, state, Control.SEND)
    if question is None:
        return _at_stop(form, state, part)
    if question.takes is Takes.CHOICE:
        return _typed_choice(form, state, question, part)
    return _typed_answer(form, state, question, part)


def added(form: Form, state: State, part: Part) -> Turn:
    """Keep a message without it being the answer to the question that is asked."""
    if not form.spill:
        raise Refused("refused-form-choice")
    now_known = _spilled(form, state, part)
    return Turn(settled(form, now_known), note="form-note-added")


def edited(state: State, part: Part) -> Turn | None:
    """Put a message's new words in the place of the old; None when no answer holds it."""
    for key, answer in state.answers.items():
        if any(_same(old, part) for old in answer.parts):
            parts = tuple(part if _same(old, part) else old for old in answer.parts)
            changed = state.with_answer(key, answer.model_copy(update={"parts": parts, "at": None}))
            return Turn(changed, Then.ASK if state.question == SUMMARY else Then.QUIET)
    return None


def taken_up(form: Form, state: State, part: Part) -> Turn:
    """Apply a message that was set aside: an edit, an answer, or else something more to keep."""
    turn = edited(state, part)
    if turn is None:
        question = form.question(state, state.question)
        takes_it = question is not None and question.takes is not Takes.CHOICE
        turn = (typed if takes_it else added)(form, state, part)
    return replace(turn, then=Then.ASK)


def _same(old: Part, new: Part) -> bool:
    return (old.chat_id, old.message_id) == (new.chat_id, new.message_id)


def _album_of(state: State, part: Part) -> str | None:
    """Return the question whose answer holds the rest of the album."""
    if part.album is None:
        return None
    for key, answer in state.answers.items():
        if any(old.album == part.album for old in answer.parts):
            return key
    return None


def _appended(state: State, key: str, part: Part) -> State:
    answer = state.answer(key)
    if any(_same(old, part) for old in answer.parts):
        return state
    if len(answer.parts) >= MOST_PARTS:
        raise Refused("refused-form-full", most=MOST_PARTS)
    return state.with_answer(key, answer.model_copy(update={"parts": (*answer.parts, part)}))


def _spilled(form: Form, state: State, part: Part) -> State:
    asked = [key for key in form.spill if form.question(state, key) is not None]
    key = next((key for key in asked if not state.answer(key).complete), asked[-1])
    kept = _appended(state, key, part)
    question = form.question(state, key)
    if question is None or question.takes is Takes.MANY:
        return kept
    return kept.with_answer(key, kept.answer(key).model_copy(update={"complete": True}))


def _gone_to(state: State, key: str) -> State:
    """Return the state at another stop, with the way back behind it."""
    left = () if state.question == CHANGE else (state.question,)
    trail = tuple(old for old in state.trail if old not in (state.question, key))
    return state.model_copy(update={"question": key, "trail": (*trail, *left)})


def _advanced(form: Form, state: State) -> Turn:
    onward = form.next_of(state)
    if onward == SUMMARY and not form.confirm:
        return Turn(state, Then.SEND)
    return Turn(_gone_to(state, onward))


def _answered(form: Form, state: State, answer: Answer) -> Turn:
    timed = form.timed(state, answer)
    return _advanced(form, _with_answer(form, state, state.question, timed))


def _with_answer(form: Form, state: State, key: str, answer: Answer) -> State:
    """Return the state with a complete answer; what followed from the old one is open again."""
    state = state.with_answer(key, answer.model_copy(update={"complete": True}))
    for question in form.questions:
        if question.follows == key and question.key in state.answers:
            again = state.answer(question.key).model_copy(update={"complete": False})
            state = state.with_answer(question.key, again)
    return state


def _controlled(form: Form, state: State, control: Control) -> Turn:
    """Do what a control says, or refuse with the reason it is not to be had here."""
    if control is Control.CANCEL:
        return Turn(state, Then.CANCEL)
    if control in (Control.SEND, Control.URGENT):
        ready = state.question in (SUMMARY, CHANGE) or form.is_urgent(state)
        if not ready:
            raise Refused("refused-form-unready")
        return Turn(state, Then.SEND)
    if (control := _taken(form, state, control)) not in form.controls(state):
        raise Refused(_REFUSALS.get(control, "refused-question-past"))
    match control:
        case Control.BACK:
            return Turn(_stepped_back(form, state))
        case Control.CHANGE:
            return Turn(_gone_to(state, CHANGE))
        case Control.SKIP:
            return _answered(form, state, Answer())
        case _:
            return _answered(form, state, state.answer(state.question))


_REFUSALS = {Control.BACK: "refused-form-first", Control.SKIP: "refused-form-required"}


def _taken(form: Form, state: State, control: Control) -> Control:
    """Return what is meant: whoever skips where nothing need be sent is done with it."""
    question = form.question(state, state.question)
    ends = question is not None and question.optional and question.takes is Takes.MANY
    return Control.DONE if ends and control is Control.SKIP else control


def _stepped_back(form: Form, state: State) -> State:
    key = form.before(state)
    if key is None:
        raise Refused("refused-form-first")
    trail = state.trail[: state.trail.index(key)]
    return state.model_copy(update={"question": key, "trail": trail})


def _late(form: Form, state: State, key: str, value: str) -> Turn:
    """Change an earlier answer by its old button: the person is still where they were."""
    question = form.question(state, key)
    codes = [choice.code for choice in question.choices] if question is not None else []
    before = state.answer(key)
    if not before.complete or value not in codes:
        raise Refused("refused-question-past")
    if before.choice == value:
        return Turn(state, Then.QUIET)
    changed = _with_answer(form, state, key, Answer(choice=value))
    return Turn(settled(form, changed), note="form-note-changed")


def _turned_to(form: Form, state: State, key: str) -> Turn:
    if key not in [choice.code for choice in form.changeable(state)]:
        raise Refused("refused-form-choice")
    # Back from what is being changed leads to the summary.
    return Turn(_gone_to(state.model_copy(update={"question": SUMMARY}), key))


def _chose(form: Form, state: State, code: str) -> Turn:
    question = form.question(state, state.question)
    if question is None or code not in [choice.code for choice in question.choices]:
        raise Refused("refused-form-choice")
    return _answered(form, state, Answer(choice=code))


def _means(form: Form, state: State, control: Control) -> bool:
    """Tell whether the words are a control here; some are ordinary words elsewhere."""
    shared = control in (Control.DONE, Control.KEEP, Control.CHANGE)
    return not shared or control in form.controls(state)


def _at_stop(form: Form, state: State, part: Part) -> Turn:
    """Apply a message behind the last question: a name of what to change, or more to say."""
    if state.question == CHANGE and part.file is None:
        key = chosen(part.text, form.changeable(state), shown=form.shown)
        if key is not None:
            return _turned_to(form, state, key)
    return _kept_aside(form, state, part)


def _kept_aside(form: Form, state: State, part: Part) -> Turn:
    if part.file is None and may_cancel(part.text):
        raise Refused("refused-form-cancel")
    if part.file is None and len(part.text.split()) < FEWEST_WORDS:
        raise Refused("refused-form-choice")
    return added(form, state, part)


def _typed_choice(form: Form, state: State, question: Question, part: Part) -> Turn:
    if part.file is None and (code := chosen(part.text, question.choices, shown=form.shown)):
        return _answered(form, state, Answer(choice=code))
    if question.optional and part.file is None and is_no(part.text):
        return _answered(form, state, Answer())
    return _kept_aside(form, state, part)


def _typed_answer(form: Form, state: State, question: Question, part: Part) -> Turn:
    choices, is_words = question.choices, part.file is None
    if is_words and (code := chosen(part.text, choices, loosely=False, shown=form.shown)):
        return _answered(form, state, Answer(choice=code))
    if part.file is None and is_no(part.text) and (question.optional or _is_many(question)):
        return _answered(form, state, state.answer(question.key))
    if _is_many(question):
        if part.file is None:
            question.check(part.text)
        return Turn(_appended(state, question.key, part), note="form-note-added")
    if part.file is not None and question.takes is Takes.TEXT:
        if form.spill:
            return added(form, state, part)
        raise Refused("refused-form-text")
    question.check(part.text)
    return _answered(form, state, Answer(parts=(part,)))


def _is_many(question: Question) -> bool:
    return question.takes is Takes.MANY
