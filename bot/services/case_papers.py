"""Official papers made beside everything else: each version kept with its file and its hash."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.domain.case_facts import Answers, Facts, Source
from bot.domain.case_forms import CaseForm, FormField
from bot.domain.errors import Refused
from bot.domain.paper import Finished
from bot.domain.people import Person, Role, may
from bot.domain.spans import Span
from bot.domain.team import Team
from bot.domain.watch_policy import Letterhead
from bot.services import paper_subjects as subjects
from bot.services.case_forms import MAKE_PDF, form_name, found
from bot.services.messages import instant, leads, tell
from bot.services.paper_subjects import Subject
from bot.services.statistics_facts import Given, Made
from bot.services.statistics_words import date_text
from storage import case_forms as kept
from storage import due, papers, people
from storage.case_forms import CasePaper
from storage.database import Tx
from storage.due import Due
from storage.incidents import Entry

MOST_NAMED = 12


class Order(Struct, frozen=True):
    """What a paper is made from; places with an answer or a value need nothing of the facts.

    That of a period has its `figures`.
    """

    form: CaseForm
    places: tuple[FormField, ...]
    to: tuple[str, ...]
    facts: Facts
    answers: Answers
    version: int
    made_at: datetime
    zone: ZoneInfo
    letterhead: Letterhead
    figures: Given | None = None


class MadePaper(Struct, frozen=True):
    """A finished paper; `blank` are the places left open, `masked` what must not leave the house.

    `unknown` are names in the template that mean nothing here. With the paper of a period come
    words about what is counted in it, and its table, `beside` it.
    """

    file: Finished
    subject: str = ""
    blank: tuple[str, ...] = ()
    addresses: int = 0
    secrets: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    beside: Made | None = None


class Unusable(Struct, frozen=True):
    """A template that cannot be used, and why."""

    why: str


async def gather(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> Order | None:
    """Return what a paper is made from; None when it is made, or its form is gone."""
    del params
    paper = await kept.get(tx, subject_id)
    if paper is None or paper.state != kept.ORDERED:
        return None
    book = team.catalog.forms
    form = book.form(paper.form)
    subject = await subjects.of_paper(tx, paper)
    by = paper.ordered_by_id
    author = None if by is None else await people.get(tx, by)
    figures = None
    if isinstance(subject, Span):
        figures = await subjects.figures(tx, team, subject, form.language)
    facts = await subjects.facts(tx, team, subject, author, figures)
    return Order(
        form,
        book.of(form.fields),
        tuple(_addressed(team, form, facts)),
        facts,
        paper.answers,
        paper.version or 1,
        paper.ordered_at,
        team.zone,
        team.catalog.watch.letterhead,
        figures,
    )


def _addressed(team: Team, form: CaseForm, facts: Facts) -> list[str]:
    """Return to whom it goes; the owner of the system by name where the register knows it.

    A period is about many systems, so none of their owners is addressed.
    """
    owner = facts.known.get(Source.OWNER)
    return [
        owner if each.owner and isinstance(owner, str) else each.name(form.language)
        for each in team.catalog.forms.to(form)
        if not (form.period and each.owner)
    ]


async def keep(
    tx: Tx,
    team: Team,
    subject_id: int,
    params: Mapping[str, Any],
    made: MadePaper | Unusable,
) -> None:
    """Keep the version with a line in the log, and give it to whoever is to have it."""
    paper = await found(tx, subject_id)
    subject = await subjects.of_paper(tx, paper)
    form, to = team.catalog.forms.form(paper.form), await subjects.readers(tx, paper)
    if isinstance(made, Unusable):
        await kept.fail(tx, paper.id)
        wrong = {"text": "official-template-wrong", "form": _names(form), "why": made.why}
        await _tell_of_failure(tx, paper, wrong)
        return
    digest = hashlib.sha256(made.file.content).hexdigest()
    if not await kept.keep(tx, paper.id, made.file.name, made.file.content, digest):
        return
    words = f"{form.names['vi']}, bản {paper.version}"
    details = {"form": form.key, "version": paper.version, "sha256": digest, "paper": paper.id}
    await subjects.enter(tx, subject, Entry("form-made", paper.ordered_by_id, words, details))
    counted = [*_deadline(params), *_counted(made)]
    table = [(text, await papers.add(tx, *one)) for text, one in _beside(made)]
    for person in to:
        await hand_out(tx, team, person, paper.id)
        for text, paper_id in table:
            tell(tx, person, "paper", text=text, span=subjects.called(subject), paper=paper_id)
        _explain(tx, team, person, subject, paper, made, counted)
        if not may(person, Role.LEAD):
            await _ask_to_send(tx, team, person, subject, paper)
    if team.pdf and to:
        wish = {"person_id": paper.ordered_by_id, "unasked": True}
        await due.schedule(tx, Due(MAKE_PDF, paper.id, tx.now, wish))


async def _tell_of_failure(tx: Tx, paper: CasePaper, said: Mapping[str, Any]) -> None:
    """Tell whoever has ordered a paper, or all leads, that there is none."""
    by = paper.ordered_by_id
    for person in await leads(tx) if by is None else [await people.get(tx, by)]:
        tell(tx, person, "notice", **said)


def _beside(made: MadePaper) -> Iterator[tuple[str, tuple[str, bytes, str]]]:
    for text, one in made.beside.papers if made.beside is not None else ():
        yield text, (one.name, one.content, one.media)


def _counted(made: MadePaper) -> list[dict[str, Any]]:
    """Return the lines about what the paper of a period counts, and what it does not."""
    return [] if made.beside is None else list(made.beside.said["lines"]["lines"])


def _deadline(params: Mapping[str, Any]) -> list[dict[str, Any]]:
    if "deadline" not in params:
        return []
    return [{"text": "mau-deadline", "date": date_text(date.fromisoformat(params["deadline"]))}]


def _names(form: CaseForm) -> dict[str, Any]:
    return {"names": form.names}


async def hand_out(
    tx: Tx, team: Team, person: Person, paper_id: int, *, again: bool = False
) -> None:
    """Send a version to somebody, as it was made; given out again with what can be done now."""
    paper, content = await found(tx, paper_id), await kept.content(tx, paper_id)
    subject = await subjects.of_paper(tx, paper)
    subjects.must_be_theirs(person, subject)
    if content is None or paper.name is None:
        raise Refused("refused-official-not-made")
    file_id = await papers.add(tx, paper.name, content)
    form = team.catalog.forms.form(paper.form)
    tell(
        tx,
        person,
        "paper",
        text="official-made",
        form=_names(form),
        code=subjects.called(subject),
        version=paper.version or 1,
        at=instant(paper.ordered_at),
        paper=file_id,
        keys=keys(subject, paper, form, person, has_blank=False) if again else [],
    )


async def _ask_to_send(
    tx: Tx, team: Team, person: Person, subject: Subject, paper: CasePaper
) -> None:
    """Tell those who may enter it as sent that somebody else's draft waits for them."""
    get = {"label": "button-official-look", "data": f"formget:{paper.id}"}
    sent = {"label": "button-official-sent", "data": f"formsent:{paper.id}"}
    for lead in await leads(tx):
        tell(
            tx,
            lead,
            "notice",
            text="official-waits",
            form=form_name(team, paper),
            code=subjects.called(subject),
            version=paper.version or 1,
            by=person.name,
            keys=[[get, sent]],
        )


def _explain(  # noqa: PLR0913, PLR0917 what is told to whom about which paper
    tx: Tx,
    team: Team,
    person: Person,
    subject: Subject,
    paper: CasePaper,
    made: MadePaper,
    counted: Sequence[Mapping[str, Any]],
) -> None:
    """Say what a person has to do now: what is open, what was masked, how it is sent."""
    book = team.catalog.forms
    form = book.form(paper.form)
    blank = [{"names": place.names} for place in book.of(made.blank)]
    mail = [{"text": "official-subject", "subject": made.subject}, _mails(team, form)]
    lines: list[Mapping[str, Any]] = [*counted, *mail]
    if blank:
        more = max(0, len(blank) - MOST_NAMED)
        names = {"list": blank[:MOST_NAMED]}
        lines.append({"text": "official-blank", "count": len(blank), "names": names, "more": more})
    if made.addresses:
        lines.append({"text": "official-masked-addresses", "count": made.addresses})
    if made.secrets:
        lines.append({"text": "official-masked-secrets"})
    if made.unknown:
        lines.append({"text": "official-unknown-names", "names": ", ".join(made.unknown)})
    tell(
        tx,
        person,
        "answer" if paper.ordered_by_id is not None else "notice",
        text="official-next" if form.signed else "official-next-notice",
        form=_names(form),
        code=subjects.called(subject),
        lines={"lines": [line for line in lines if line]},
        basis=form.basis,
        keys=keys(subject, paper, form, person, has_blank=bool(blank)),
    )


def _mails(team: Team, form: CaseForm) -> dict[str, Any]:
    mails = [
        {
            "text": "official-mail" if each.checked_on else "official-mail-unchecked",
            "mail": each.mail,
        }
        for each in team.catalog.forms.to(form)
        if each.mail and not (form.period and each.owner)
    ]
    return {"text": "official-mails", "mails": {"list": mails}} if mails else {}


def keys(
    subject: Subject, paper: CasePaper, form: CaseForm, person: Person, *, has_blank: bool
) -> list[list[dict[str, Any]]]:
    """Return what can be done with a version."""
    rows = [[{"label": "button-official-pdf", "data": f"formpdf:{paper.id}"}]]
    if has_blank:
        data = subjects.button(subject, form.code, every=True)
        rows[0].append({"label": "button-official-fill", "data": data})
    if may(person, Role.LEAD) and paper.entered_at is None:
        rows.append([{"label": "button-official-sent", "data": f"formsent:{paper.id}"}])
    return rows


async def give_up(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell whoever ordered a paper that it cannot be made."""
    del params
    paper = await kept.get(tx, subject_id)
    if paper is not None and await kept.fail(tx, subject_id):
        said = {"text": "official-not-made", "form": form_name(team, paper)}
        await _tell_of_failure(tx, paper, said)
