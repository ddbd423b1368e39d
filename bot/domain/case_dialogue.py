"""What is asked for an official paper: each place that nobody knows yet; any may be left open."""

import re
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from bot.domain.answers import Answer, Part, State
from bot.domain.case_facts import Answers
from bot.domain.case_forms import FormField, Shape
from bot.domain.errors import Refused
from bot.domain.form import Form, Question, Takes
from bot.domain.kinds import in_language
from bot.domain.legal_forms import sent_form
from bot.domain.typed import Choice, chosen

CASE_FORM, FORM_SENT = "caseform", "formsent"
LONGEST = 4_000
_BETWEEN = re.compile(r"[,;\n]+| và | and |(?<=\d)\s+(?=\d)")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_DIGITS = 3


def case_form(places: Sequence[FormField], language: str, required: Sequence[str] = ()) -> Form:
    """Return a question for each place, in the words of the catalog.

    With what is `required` answered the rest may stay open: the paper can be had at any time.
    """
    codes = [place.code for place in places]
    return Form(
        CASE_FORM,
        tuple(
            Question(
                place.code,
                Takes.TEXT,
                choices_of(place, language),
                optional=True,
                check=partial(_fits, place, choices_of(place, language)),
                caption=place.name(language),
                how=_how(place),
                hint=in_language(place.hint, language) if place.hint else "",
            )
            for place in places
        ),
        urgent_after=frozenset(code for code in required if code in codes) or frozenset(codes[:1]),
    )


def _how(place: FormField) -> str:
    if place.many:
        return "form-caseform-how-many"
    if place.shape is Shape.BOX:
        return "form-caseform-how-box"
    return "form-caseform-how-choice" if place.choices else "form-caseform-how-text"


def choices_of(place: FormField, language: str) -> tuple[Choice, ...]:
    """Return the boxes of a place as buttons."""
    return tuple(
        Choice(f"c{n}", caption=in_language(each.names, language), words=(each.names["vi"],))
        for n, each in enumerate(place.choices)
    )


def _fits(place: FormField, choices: Sequence[Choice], words: str) -> None:
    """Refuse what is too long, a box that is not there, and what is plainly something else."""
    if len(words) > LONGEST:
        raise Refused("refused-official-too-long", most=LONGEST)
    if place.shape is Shape.MAIL and not _MAIL.search(words):
        raise Refused("refused-official-mail", words=words[:40])
    if place.shape is Shape.PHONE and sum(sign.isdecimal() for sign in words) < _DIGITS:
        raise Refused("refused-official-phone", words=words[:40])
    if not choices:
        return
    for each in _parts(words) if place.many else [words.strip()]:
        if chosen(each, choices, loosely=False) is not None:
            continue
        if each.isdecimal() or place.shape is Shape.BOX:
            there = ", ".join(f"{n}. {choice.caption}" for n, choice in enumerate(choices, start=1))
            raise Refused("refused-official-box", words=each[:40], boxes=there)


def answers_of(places: Sequence[FormField], state: State, language: str) -> dict[str, str]:
    """Return what was answered, in the paper's language; what was left open is empty."""
    return {
        place.code: _told(place, state.answer(place.code), language)
        for place in places
        if state.answer(place.code).complete
    }


def _told(place: FormField, answer: Answer, language: str) -> str:
    if answer.choice is not None:
        # A catalog that was changed meanwhile may no longer have the box.
        there = place.choices[int(answer.choice.removeprefix("c")) :][:1]
        return in_language(there[0].names, language) if there else ""
    said = answer.text.strip()
    if not place.many:
        return said
    choices = choices_of(place, language)
    picked = (_picked(words, choices) for words in _parts(said))
    return "\n".join(dict.fromkeys(words for words in picked if words))


def _parts(said: str) -> list[str]:
    """Return what was listed: numbers and names of boxes, and words of one's own."""
    return [words for each in _BETWEEN.split(said) if (words := each.strip())]


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
