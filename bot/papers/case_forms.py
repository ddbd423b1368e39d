"""Official papers from Word templates: filled with what may leave the house, the rest dotted.

A template holds names in double braces, as `forms.toml` lists them. What it holds besides is the
team's; that it says it is a draft is seen to here.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from jinja2.sandbox import SandboxedEnvironment

from bot.domain.case_facts import Facts, Moment, Source, Told, Value
from bot.domain.case_forms import FormField, is_filled, subject_line
from bot.domain.kinds import in_language
from bot.domain.outside import Outside, for_outside
from bot.domain.paper import Finished, file_name
from bot.domain.typed import unaccented
from bot.papers.statistics_speech import Speech
from bot.papers.words import Words
from bot.services.case_papers import MadePaper, Order, Unusable
from bot.services.paper_subjects import NOBODY
from bot.texts.fluent import has_text

DOTS = "………………………………"
MOST_ABOVE = 5
TICKED, OPEN = "☒", "☐"
BROKEN = (
    *(TemplateError, OpcError, SyntaxError, BadZipFile),
    *(ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError),
)
"""What a template made by hand can come to."""
_HELP = frozenset({"own", "national", "abroad"})
_DATES = frozenset({Source.INITIAL_DATE})


def document(order: Order) -> MadePaper | Unusable:
    """Return the paper as a DOCX file."""
    return _Paper(order).made()


class _Paper:
    """One paper: its words, and what was masked in them."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.words = Words(order.form.language, order.zone)
        self.code = Speech(order.figures).span if order.figures else order.facts.code
        self.addresses = 0
        self.secrets: dict[str, None] = {}
        self.seen: set[str] = set()

    def made(self) -> MadePaper | Unusable:
        """Return the filled paper."""
        order, context = self.order, self._context()
        try:
            filled, unknown = _filled(order.form.template, context)
        except BROKEN as error:
            return Unusable(f"{type(error).__name__}: {error}"[:300])
        self._stamp(filled, context["draft"])
        out = BytesIO()
        filled.save(out)
        name = file_name(f"{_named(order)} ban {order.version}", "docx")
        blank = (place.code for place in order.places if not self._is_filled(place))
        file = Finished(name, out.getvalue())
        masked = self.addresses, tuple(self.secrets)
        return MadePaper(file, self._subject(), tuple(blank), *masked, unknown)

    def _subject(self) -> str:
        """Return the subject under which it is mailed."""
        order = self.order
        system = order.answers.get("system") or order.facts.known.get(Source.SYSTEM) or ""
        return for_outside(subject_line(order.form, self.code, str(system))).text

    def _is_filled(self, place: FormField) -> bool:
        return is_filled(place, self.order.facts, self.order.answers)

    def _context(self) -> dict[str, Any]:
        order, paper = self.order, self.order.letterhead
        local = order.made_at.astimezone(order.zone)
        return {
            **{place.code: self._place(place) for place in order.places},
            "boxes": {place.code: self._boxes(place) for place in order.places if place.choices},
            "lines": {
                place.code: self._lines(place)
                for place in order.places
                if place.source in (Source.STORY, Source.MEASURES)
            },
            **self._figures(),
            "code": self.code,
            "form": order.form.name(order.form.language),
            "to": self._addressed(order.to),
            "draft": self._draft(),
            "year": str(local.year),
            "issuer": self._own(paper.issuer).upper() or DOTS,
            "superior": self._own(paper.superior).upper() or DOTS,
            "place": self._own(paper.place) or "……………",
            "number": self._own(paper.number) or self.words.say("paper-number"),
            "signer": self._own(paper.signer).upper() or DOTS,
            "signed_by": self._own(paper.signed_by) or DOTS,
            "copies": "\n".join(_listed(self._own(each) for each in paper.copies or (DOTS,) * 2)),
        }

    def _figures(self) -> dict[str, Any]:
        if self.order.figures is None:
            return {}
        from bot.papers.statistics_form05 import figures  # noqa: PLC0415 heavy

        return {"figures": figures(self.order.figures)}

    def _own(self, said: str) -> str:
        return self._outside(" ".join(said.split()))

    def _outside(self, said: str) -> str:
        """Return words as they may leave the house, and count what was masked."""
        clean: Outside = for_outside(said)
        # The same words may be made twice, for boxes and in a line: once on paper, one count.
        self.addresses += clean.addresses if said not in self.seen else 0
        self.seen.add(said)
        self.secrets |= dict.fromkeys(clean.secrets)
        return clean.text

    def _draft(self) -> str:
        order = self.order
        made = self._short(order.made_at)
        return self.words.say("official-draft", code=self.code, version=order.version, at=made)

    def _addressed(self, to: Sequence[str]) -> str:
        return "\n".join(_listed(self._own(each) for each in to)) or DOTS

    def _place(self, place: FormField) -> str:
        """Return what stands in a place: what somebody answered, the team's value, the case's."""
        return self._outside(self._said(place)) or DOTS

    def _said(self, place: FormField) -> str:
        order = self.order
        said = order.answers.get(place.code) or place.value.strip()
        if said or place.source is None or place.source not in order.facts.known:
            return said
        return self._known(place, place.source, order.facts.known[place.source])

    def _known(self, place: FormField, source: Source, value: Value) -> str:
        match value:
            case datetime():
                return self._date(value) if source in _DATES else self.words.long_moment(value)
            case int():
                return self.words.say(f"official-{source.replace('_', '-')}", number=value)
            case str():
                return self._told(place, source, value)
            case Mapping():
                return in_language(dict(value), self.order.form.language)
            case _:
                return "\n".join(self._several(value))

    def _told(self, place: FormField, source: Source, said: str) -> str:
        """Return a word of the case as people say it: a box, who helped, yes or no."""
        if place.choices:
            return place.caption(said, self.order.form.language) or said
        if source is Source.HELP and said in _HELP:
            return self.words.say(f"official-help-{said}")
        if source in (Source.HELPERS, Source.FOREIGN) and said == NOBODY:
            return self.words.say("official-helped-by-nobody")
        if source in (Source.BEYOND, Source.SERIOUS):
            return self.words.say(f"official-{source}-{said}")
        return said

    def _several(self, values: Iterable[Moment | Told]) -> Iterable[str]:
        for each in values:
            if isinstance(each, Told):
                name = in_language(each.names, self.order.form.language)
                number = each.number or "…"
                date = self._date(each.at)
                to = ", ".join(in_language(names, self.order.form.language) for names in each.to)
                said = self.words.say("official-told", name=name, number=number, date=date)
                yield f"{said}: {to}" if to else said
            else:
                yield f"- {self._short(each.at)}: {self._outside(self._event(each))}"

    def _lines(self, place: FormField) -> list[dict[str, str]]:
        """Return rows for a table: what happened, and when."""
        known = self.order.facts.known.get(place.source or Source.STORY)
        several = known if isinstance(known, tuple) else ()
        moments = [each for each in several if isinstance(each, Moment)]
        return [
            {"at": self._short(each.at), "words": self._outside(self._event(each))}
            for each in moments
        ]

    def _event(self, moment: Moment) -> str:
        """Return what happened, in words for other bodies."""
        text = f"official-event-{moment.kind}"
        status = f"status-{moment.status.replace('_', '-')}"
        if moment.kind == "phase":
            phase = self.words.say(status) if has_text(status) else moment.status
            return self.words.say(text, status=phase)
        said = self.words.say(text)
        if moment.kind == "note":
            return moment.words or said
        return f"{said}: {moment.words}" if moment.words else said

    def _boxes(self, place: FormField) -> str:
        """Return a line for each box, ticked or not; what fits none of them stands below."""
        said = [line for line in self._said(place).split("\n") if line.strip()]
        captions = [in_language(each.names, self.order.form.language) for each in place.choices]
        ticked = {*said, *self._reached(place, captions)}
        lines = [f"{TICKED if each in ticked else OPEN} {each}" for each in captions]
        others = [line for line in said if line not in captions]
        if others:
            words = self._outside("; ".join(others))
            lines.append(f"{TICKED} {self.words.say('official-other', words=words)}")
        return "\n".join(lines)

    def _reached(self, place: FormField, captions: Sequence[str]) -> Iterable[str]:
        """Return the boxes of bodies that have got something by what the case knows."""
        if self.order.answers.get(place.code) or place.value.strip():
            return ()
        known = self.order.facts.known.get(place.source or Source.STORY)
        sent = (
            [each for each in known if isinstance(each, Told)] if isinstance(known, tuple) else []
        )
        names = [unaccented(name) for each in sent for to in each.to for name in to.values()]
        return [each for each in captions if any(unaccented(each) in name for name in names)]

    def _date(self, at: datetime) -> str:
        local = at.astimezone(self.order.zone)
        return self.words.date(local.date(), year=True)

    def _short(self, at: datetime) -> str:
        return f"{self.words.clock(at)} {self._date(at)}"

    def _stamp(self, filled: Document, draft: str) -> None:
        """Let the paper say that it is a draft, whatever its template says; and who made it."""
        if not _says(filled, draft):
            first = filled.paragraphs[0] if filled.paragraphs else filled.add_paragraph()
            first.insert_paragraph_before(draft).alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if self.order.facts.drill:
            head = filled.paragraphs[0] if filled.paragraphs else filled.add_paragraph()
            stamp = head.insert_paragraph_before()
            stamp.add_run(self.words.say("drill-paper")).bold = True
            stamp.alignment = WD_ALIGN_PARAGRAPH.CENTER
        known, at = filled.core_properties, self.order.made_at.replace(tzinfo=None)
        known.author, known.last_modified_by, known.comments = "Trực Ban", "", ""
        known.created = known.modified = at


def _named(order: Order) -> str:
    """Return what begins the name of a paper's file: the case and the form, or form and days."""
    if order.figures is None:
        return f"{named(order.facts)} {order.form.code}"
    return f"mau {order.form.code} {order.figures.now.first} {order.figures.now.last}"


def named(facts: Facts) -> str:
    """Return what begins the name of a file about a case."""
    return f"{facts.code} dien tap" if facts.drill else facts.code


def _filled(template: str, context: Mapping[str, Any]) -> tuple[Document, tuple[str, ...]]:
    """Return a template with its places filled, and the names in it that mean nothing."""
    paper = DocxTemplate(template)
    # A template is a file that somebody brought: it may show what it is given, and do nothing else.
    environment = SandboxedEnvironment(autoescape=True)
    unknown = sorted(paper.get_undeclared_template_variables(environment) - context.keys())
    paper.render({**context, **dict.fromkeys(unknown, DOTS)}, environment)
    # Only a document that is read again shows its headers as they are now.
    rendered = BytesIO()
    paper.docx.save(rendered)
    return docx.Document(rendered), tuple(unknown)


def _says(filled: Document, draft: str) -> bool:
    """Tell whether the first page says it: at its head, its foot or its beginning."""
    section = filled.sections[0]
    is_apart = section.different_first_page_header_footer
    head = section.first_page_header if is_apart else section.header
    foot = section.first_page_footer if is_apart else section.footer
    near = (*head.paragraphs, *foot.paragraphs, *filled.paragraphs[:MOST_ABOVE])
    return any(draft in paragraph.text for paragraph in near)


def _listed(lines: Iterable[str]) -> Iterable[str]:
    every = [line for line in lines if line]
    for number, line in enumerate(every, start=1):
        yield f"- {line}{';' if number < len(every) else '.'}"
