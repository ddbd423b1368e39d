"""The form: what a dialogue asks, in which order, and what can be done at each question."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from bot.domain.answers import CHANGE, SUMMARY, Answer, State
from bot.domain.typed import Choice, Control, Shown, unshown


class Takes(StrEnum):
    """What answers a question; MANY goes on until the person says that is all."""

    CHOICE = "choice"
    TEXT = "text"
    ANY = "any"
    MANY = "many"


def _always(state: State) -> bool:
    del state
    return True


def _anything(text: str) -> None:
    del text


class Question(Struct, frozen=True):
    """One question; its texts are `form-<form>-<key>` and, as a heading, the same with `-name`.

    One that `follows` another is asked again when that is answered anew. One that is not `listed`
    is not in the summary. `check` raises Refused for typed words that cannot be an answer, and so
    does `moment`, which reads the instant that is meant.
    With a `caption` what is asked are those words, below them `how` (a text) and a `hint`.
    """

    key: str
    takes: Takes
    choices: tuple[Choice, ...] = ()
    columns: int = 1
    optional: bool = False
    ask_if: Callable[[State], bool] = _always
    listed: bool = True
    follows: str | None = None
    words: tuple[str, ...] = ()
    check: Callable[[str], None] = _anything
    moment: Callable[[Answer], datetime] | None = None
    caption: str = ""
    how: str = ""
    hint: str = ""


class Form(Struct, frozen=True):
    """The questions of one dialogue, in order.

    Once `urgent_after` is answered it may be sent at any time; what arrives at a question that
    cannot take it goes to the first unanswered of `spill`, or to its last. `shown` says what its
    buttons show.
    """

    kind: str
    questions: tuple[Question, ...]
    confirm: bool = True
    urgent_after: frozenset[str] = frozenset()
    spill: tuple[str, ...] = ()
    shown: Shown = unshown

    def applicable(self, state: State) -> tuple[Question, ...]:
        """Return the questions that are asked given the answers so far."""
        return tuple(question for question in self.questions if question.ask_if(state))

    def question(self, state: State, key: str) -> Question | None:
        """Return the question with that key if it is asked at all."""
        return next((q for q in self.applicable(state) if q.key == key), None)

    def timed(self, state: State, answer: Answer) -> Answer:
        """Return an answer to the current question with the instant that it means, if it does."""
        question = self.question(state, state.question)
        is_said = answer.choice is not None or bool(answer.parts)
        if question is None or question.moment is None or answer.at is not None or not is_said:
            return answer
        return answer.model_copy(update={"at": question.moment(answer)})

    def next_of(self, state: State) -> str:
        """Return the first question without a complete answer, else the summary."""
        asked = (q.key for q in self.applicable(state) if not state.answer(q.key).complete)
        return next(asked, SUMMARY)

    def is_urgent(self, state: State) -> bool:
        """Tell whether the short cut is open: enough is known to send at once."""
        return bool(self.urgent_after) and all(
            state.answer(key).complete for key in self.urgent_after
        )

    def changeable(self, state: State) -> tuple[Choice, ...]:
        """Return what the person may choose to change, named by the questions' headings."""
        return tuple(
            Choice(q.key, caption=q.caption, words=q.words)
            if q.caption
            else Choice(q.key, label=f"form-{self.kind}-{q.key}-name", words=q.words)
            for q in self.applicable(state)
            if q.listed and q.follows is None
        )

    def progress(self, state: State) -> tuple[int, int] | None:
        """Return which question of how many this is; None behind the last."""
        keys = [question.key for question in self.applicable(state)]
        if state.question not in keys:
            return None
        return keys.index(state.question) + 1, len(keys)

    def stands(self, state: State, key: str) -> bool:
        """Tell whether the form may stop there: at a question, or behind the last one."""
        if key in (SUMMARY, CHANGE):
            return self.next_of(state) == SUMMARY
        return self.question(state, key) is not None

    def before(self, state: State) -> str | None:
        """Return where going back leads; None at the beginning."""
        trail = (key for key in reversed(state.trail) if key != state.question)
        return next((key for key in trail if self.stands(state, key)), None)

    def controls(self, state: State) -> tuple[Control, ...]:
        """Return what can be done here besides answering."""
        back = (Control.BACK,) if self.before(state) is not None else ()
        if state.question == SUMMARY:
            return (Control.SEND, Control.CHANGE, *back, Control.CANCEL)
        question = self.question(state, state.question)
        if question is None:
            return (*back, Control.SEND, Control.CANCEL)
        onward: tuple[Control, ...] = (Control.SKIP,) if question.optional else ()
        answer = state.answer(question.key)
        if question.takes is Takes.MANY and not answer.complete:
            onward = (Control.DONE,)
        elif answer.complete or answer.parts:
            onward = (Control.KEEP,)
        urgent = (Control.URGENT,) if self.is_urgent(state) else ()
        return (*back, *onward, *urgent, Control.CANCEL)
