"""Official papers (biểu mẫu), of an incident or a period: what stands in them, and where from.

A paper is a draft by design: number, day and signature are a person's, and what nobody knows stays
a dotted line. What was answered once for an incident or a period is not asked for its next paper.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from pydantic import Field, model_validator

from bot.domain.case_facts import Answers, Facts, Source
from bot.domain.errors import Refused
from bot.domain.kinds import Entry, Names, in_language
from bot.domain.typed import unaccented
from bot.domain.watch_policy import CODE

RESERVED = frozenset(
    {
        *("summary", "change", "marking"),  # stops of a dialogue
        *("to", "boxes", "lines", "draft", "year", "superior", "place", "signer", "signed_by"),
        *("copies", "number", "form", "code", "issuer", "figures"),
    }
)
"""Names that no field may have: templates and dialogues know them as something else."""


class Option(Entry):
    """One box to tick; `code` is what a source may tick by itself."""

    code: str = Field(pattern=CODE)
    names: Names


class Shape(StrEnum):
    """What words must look like in a place; otherwise any will do."""

    PHONE = "phone"
    MAIL = "mail"
    BOX = "box"  # one of its boxes, in no words of one's own


class FormField(Entry):
    """One place of a paper; with a fixed `value` of the team's own, or a `source` in the case.

    With `many` several of its `choices` may be ticked. `hint` goes with the question in chat.
    What is `own` is about whoever has the paper made, and no answer for somebody else's.
    """

    code: str = Field(pattern=r"^[a-z][a-z0-9_]{0,23}$")
    names: Names
    source: Source | None = None
    value: str = ""
    hint: Names | None = None
    choices: tuple[Option, ...] = Field(default=(), max_length=12)
    many: bool = False
    shape: Shape | None = None
    own: bool = False

    @model_validator(mode="after")
    def _is_free(self) -> "FormField":
        if self.code in RESERVED:
            raise ValueError(f"{self.code!r} means something else in templates; name it otherwise")
        if self.many and not self.choices:
            raise ValueError("many needs choices")
        if self.shape is Shape.BOX and not self.choices:
            raise ValueError('shape = "box" needs choices')
        return self

    def name(self, language: str) -> str:
        """Return what the place is called."""
        return in_language(self.names, language)

    def caption(self, code: str, language: str) -> str | None:
        """Return the words beside a box, None when there is no such box."""
        found = (option for option in self.choices if option.code == code)
        return next((in_language(option.names, language) for option in found), None)


class Receiver(Entry):
    """Somebody a paper may be addressed to (Kính gửi); `owner`: the owner of the system."""

    code: str = Field(pattern=CODE)
    names: Names
    owner: bool = False
    mail: str = ""
    checked_on: date | None = None

    def name(self, language: str) -> str:
        """Return how it is addressed."""
        return in_language(self.names, language)


class CaseForm(Entry):
    """One kind of paper: its template, what it must have, to whom it goes, and its basis in law.

    `code` is what people type, `typed` the word for it where that is one of a language; several
    may share a code when they are valid at different times.
    `satisfies` names deadlines of `deadlines.toml` that are done once it is sent. A form of a
    `period` is about the figures of half a year or a year, not about an incident.
    """

    key: str = Field(pattern=r"^[a-z0-9][a-z0-9_]{0,31}$")
    code: str = Field(pattern=r"^[a-z0-9]{1,8}$")
    names: Names
    typed: Names | None = None
    aliases: tuple[str, ...] = ()
    template: str = Field(pattern=r"\.docx$")
    language: str = "vi"
    subject: str = Field(pattern=r"^\[TBSC\] ")
    to: tuple[str, ...] = ()
    fields: tuple[str, ...] = Field(min_length=1)
    required: tuple[str, ...] = ()
    signed: bool = False
    ended: bool = False
    period: bool = False
    satisfies: tuple[str, ...] = ()
    basis: str = Field(min_length=3)
    valid_from: date
    valid_until: date | None = None
    confirmed_by: str = ""

    @model_validator(mode="after")
    def _is_whole(self) -> "CaseForm":
        for code in self.required:
            if code not in self.fields:
                raise ValueError(f"{code!r} is required, but not among the fields")
        if self.valid_until is not None and self.valid_until < self.valid_from:
            raise ValueError("valid_until is before valid_from")
        if self.period and (self.ended or self.satisfies):
            raise ValueError("ended and satisfies are about an incident, not about a period")
        return self

    def name(self, language: str) -> str:
        """Return what people call it."""
        return in_language(self.names, language)

    def in_force(self, day: date) -> bool:
        """Tell whether it is to be used on a day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    def means(self, words: str) -> bool:
        """Tell whether somebody who types these words wants it."""
        known = (self.code, *self.aliases, *self.typed_as.values(), *self.names.values())
        return _bare(words) in {_bare(each) for each in known}

    @property
    def typed_as(self) -> Names:
        """What people type to get it, in each language."""
        return self.typed or {"vi": self.code}


def _bare(words: str) -> str:
    return unaccented(words).removeprefix("mau ").removeprefix("form ")


class FormBook(Entry):
    """All of `forms.toml`."""

    fields: tuple[FormField, ...] = ()
    receivers: tuple[Receiver, ...] = ()
    forms: tuple[CaseForm, ...] = ()

    def in_force(self, day: date, *, period: bool = False) -> tuple[CaseForm, ...]:
        """Return the forms of an incident or a period on a day, of one code the newest."""
        newest: dict[str, CaseForm] = {}
        for form in sorted(self.forms, key=lambda each: each.valid_from):
            if form.in_force(day) and form.period == period:
                newest[form.code] = form
        return tuple(form for form in self.forms if form in newest.values())

    def wanted(self, words: str, day: date, *, period: bool = False) -> CaseForm:
        """Return the form that somebody means; Refused with those there are."""
        there = self.in_force(day, period=period)
        for form in there:
            if form.means(words):
                return form
        forms = {"list": [{"names": form.typed_as} for form in there]}
        raise Refused("refused-no-such-official", words=words[:40], forms=forms)

    def form(self, key: str) -> CaseForm:
        """Return a form by its table's name; Refused when the catalog has it no more."""
        found = next((form for form in self.forms if form.key == key), None)
        if found is None:
            raise Refused("refused-official-gone", form=key)
        return found

    def own(self) -> frozenset[str]:
        """Return the fields that are about whoever has the paper made."""
        return frozenset(place.code for place in self.fields if place.own)

    def of(self, codes: Iterable[str]) -> tuple[FormField, ...]:
        """Return fields by their codes; those no longer in the catalog are left out."""
        known = {each.code: each for each in self.fields}
        return tuple(known[code] for code in codes if code in known)

    def to(self, form: CaseForm) -> tuple[Receiver, ...]:
        """Return to whom a form goes."""
        known = {each.code: each for each in self.receivers}
        return tuple(known[code] for code in form.to)


def is_filled(place: FormField, facts: Facts, answers: Answers) -> bool:
    """Tell whether a place of a paper will hold something."""
    if answers.get(place.code) or place.value.strip():
        return True
    return place.source is not None and place.source in facts.known


def to_ask(
    book: FormBook, form: CaseForm, facts: Facts, answers: Answers, *, every: bool = False
) -> tuple[FormField, ...]:
    """Return what is asked: what is required, or with `every` all, and is not known yet.

    What was answered before comes along, to be corrected. Nobody is asked to tell the whole story.
    """
    wanted = form.fields if every else form.required
    return tuple(
        place
        for place in book.of(form.fields)
        if place.code in answers
        or (
            place.code in wanted
            and place.source is not Source.STORY
            and not is_filled(place, facts, answers)
        )
    )


def subject_line(form: CaseForm, code: str, system: str) -> str:
    """Return the subject under which it is mailed: `[TBSC] …`, on one line, a period by name."""
    said = form.subject.replace("{code}", code).replace("{system}", system or "…")
    return " ".join(said.split())
