"""What is asked for an official paper: each place that nobody knows yet; any may be left open."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.answers import Answer, Part, State
from bot.domain.case_forms import Answers, FormField
from bot.domain.errors import Refused
from bot.domain.form import Form, Question, Takes
from bot.domain.kinds import in_language
from bot.domain.legal_forms import sent_form
from bot.domain.typed import Choice, chosen

CASE_FORM, FORM_SENT = "caseform", "formsent"
LONGEST = 4_000
_BETWEEN = re.compile(r"[,;\n]+| và | and ")


def case_form(places: Sequence[FormField], language: str) -> Form:
    """Return a question for each place, in the words of the catalog."""
    return Form(
        CASE_FORM,
        tuple(
            Question(
                place.code,
                Takes.TEXT,
                choices_of(place, language),
                optional=True,
                check=_short_enough,
                caption=place.name(language),
                how=_how(place),
                hint=in_language(place.hint, language) if place.hint else "",
            )
            for place in places
        ),
    )


def _how(place: FormField) -> str:
    if place.many:
        return "form-caseform-how-many"
    return "form-caseform-how-choice" if place.choices else "form-caseform-how-text"


def choices_of(place: FormField, language: str) -> tuple[Choice, ...]:
    """Return the boxes of a place as buttons."""
    return tuple(
        Choice(f"c{n}", caption=in_language(each.names, language), words=(each.names["vi"],))
        for n, each in enumerate(place.choices)
    )


def _short_enough(words: str) -> None:
    if len(words) > LONGEST:
        raise Refused("refused-official-too-long", most=LONGEST)


def answers_of(places: Sequence[FormField], state: State, language: str) -> dict[str, str]:
    """Return what was answered, in the paper's language; what was left open is empty."""
    return {
        place.code: _told(place, state.answer(place.code), language)
        for place in places
        if state.answer(place.code).complete
    }


def _told(place: FormField, answer: Answer, language: str) -> str:
    if answer.choice is not None:
        number = int(answer.choice.removeprefix("c"))
        return in_language(place.choices[number].names, language)
    said = answer.text.strip()
    if not place.many:
        return said
    choices = choices_of(place, language)
    picked = (_picked(words.strip(), choices) for words in _BETWEEN.split(said))
    return "\n".join(dict.fromkeys(words for words in picked if words))


def _picked(words: str, choices: Sequence[Choice]) -> str:
    code = chosen(words, choices, loosely=False)
    return next((choice.caption or "" for choice in choices if choice.code == code), words)


def known(codes: Sequence[str], answers: Answers) -> dict[str, Answer]:
    """Return what was answered before as answers of the dialogue, also what was left open."""
    return {code: _again(answers[code]) for code in codes if code in answers}


def _again(said: str) -> Answer:
    parts = (Part(chat_id=0, message_id=0, text=said),) if said else ()
    return Answer(parts=parts, complete=True)


def form_sent_form(
    now: datetime, zone: ZoneInfo, *, signed: bool, since: datetime | None = None
) -> Form:
    """Ask how a paper was sent, not before `since`; what must be signed has a number."""
    return replace(sent_form(now, zone, signed=signed, since=since), kind=FORM_SENT)
