"""Official papers of an incident, made beside everything else: each version kept with its hash."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain import case_forms as rules
from bot.domain.case_forms import Answers, CaseForm, Facts, FormField, Source
from bot.domain.errors import Refused
from bot.domain.incident import Incident
from bot.domain.outside import for_outside
from bot.domain.paper import Finished
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.domain.watch_policy import Letterhead
from bot.services import case_facts
from bot.services.case_forms import MAKE_PDF, form_name, found, is_theirs
from bot.services.messages import instant, leads, tell
from storage import case_forms as kept
from storage import due, incidents, papers, people
from storage.case_forms import CasePaper
from storage.database import Tx
from storage.due import Due
from storage.incidents import Entry

MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Order:
    """What a paper is made from; places with an answer or a value need nothing of the facts."""

    form: CaseForm
    places: tuple[FormField, ...]
    to: tuple[str, ...]
    facts: Facts
    answers: Answers
    version: int
    made_at: datetime
    zone: ZoneInfo
    letterhead: Letterhead


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A finished paper; `blank` are the places left open, `masked` what must not leave the house.

    `unknown` are names in the template that mean nothing here.
    """

    file: Finished
    blank: tuple[str, ...] = ()
    addresses: int = 0
    secrets: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unusable:
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
    incident = await incidents.get(tx, paper.incident_id)
    author = await people.get(tx, paper.ordered_by_id)
    facts = await case_facts.facts(tx, team, incident, author)
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
    )


def _addressed(team: Team, form: CaseForm, facts: Facts) -> list[str]:
    """Return to whom it goes; the owner of the system by name where the register knows it."""
    owner = facts.known.get(Source.OWNER)
    return [
        owner if each.owner and isinstance(owner, str) else each.name(form.language)
        for each in team.catalog.forms.to(form)
    ]


async def keep(
    tx: Tx,
    team: Team,
    subject_id: int,
    params: Mapping[str, Any],
    made: MadePaper | Unusable,
) -> None:
    """Keep the version with a line in the log, and give it to whoever ordered it."""
    del params
    paper = await found(tx, subject_id)
    person = await people.get(tx, paper.ordered_by_id)
    form = team.catalog.forms.form(paper.form)
    if isinstance(made, Unusable):
        await kept.fail(tx, paper.id)
        tell(tx, person, "notice", text="official-template-wrong", form=_names(form), why=made.why)
        return
    digest = hashlib.sha256(made.file.content).hexdigest()
    if not await kept.keep(tx, paper.id, made.file.name, made.file.content, digest):
        return
    incident = await incidents.get(tx, paper.incident_id)
    words = f"{form.names['vi']}, bản {paper.version}"
    details = {"form": form.key, "version": paper.version, "sha256": digest, "paper": paper.id}
    await incidents.enter(tx, incident.id, Entry("form-made", person.id, words, details))
    if is_theirs(person, incident):
        await hand_out(tx, team, person, paper.id)
        await _explain(tx, team, person, incident, paper, made)
        if not may(person, Role.LEAD):
            await _ask_to_send(tx, team, person, incident, paper)
        if team.pdf:
            wish = {"person_id": person.id, "unasked": True}
            await due.schedule(tx, Due(MAKE_PDF, paper.id, tx.now, wish))


def _names(form: CaseForm) -> dict[str, Any]:
    return {"names": form.names}


async def hand_out(
    tx: Tx, team: Team, person: Person, paper_id: int, *, again: bool = False
) -> None:
    """Send a version to somebody, as it was made; given out again with what can be done now."""
    paper, content = await found(tx, paper_id), await kept.content(tx, paper_id)
    incident = await incidents.get(tx, paper.incident_id)
    if not is_theirs(person, incident):
        raise Refused("refused-not-yours", code=incident.code)
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
        code=incident.code,
        version=paper.version or 1,
        at=instant(paper.ordered_at),
        paper=file_id,
        keys=keys(incident, paper, form, person, has_blank=False) if again else [],
    )


async def _ask_to_send(
    tx: Tx, team: Team, person: Person, incident: Incident, paper: CasePaper
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
            code=incident.code,
            version=paper.version or 1,
            by=person.name,
            keys=[[get, sent]],
        )


async def _explain(
    tx: Tx, team: Team, person: Person, incident: Incident, paper: CasePaper, made: MadePaper
) -> None:
    """Say what a person has to do now: what is open, what was masked, how it is sent."""
    book = team.catalog.forms
    form = book.form(paper.form)
    facts = await case_facts.facts(tx, team, incident, person)
    system = paper.answers.get("system") or facts.known.get(Source.SYSTEM) or ""
    blank = [{"names": place.names} for place in book.of(made.blank)]
    lines: list[dict[str, Any]] = [_subject(form, incident, str(system)), _mails(team, form)]
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
        "answer",
        text="official-next" if form.signed else "official-next-notice",
        form=_names(form),
        code=incident.code,
        lines={"lines": [line for line in lines if line]},
        basis=form.basis,
        keys=keys(incident, paper, form, person, has_blank=bool(blank)),
    )


def _subject(form: CaseForm, incident: Incident, system: str) -> dict[str, Any]:
    return {
        "text": "official-subject",
        "subject": for_outside(rules.subject_line(form, incident.code, system)).text,
    }


def _mails(team: Team, form: CaseForm) -> dict[str, Any]:
    mails = [
        {
            "text": "official-mail" if each.checked_on else "official-mail-unchecked",
            "mail": each.mail,
        }
        for each in team.catalog.forms.to(form)
        if each.mail
    ]
    return {"text": "official-mails", "mails": {"list": mails}} if mails else {}


def keys(
    incident: Incident, paper: CasePaper, form: CaseForm, person: Person, *, has_blank: bool
) -> list[list[dict[str, Any]]]:
    """Return what can be done with a version."""
    rows = [[{"label": "button-official-pdf", "data": f"formpdf:{paper.id}"}]]
    if has_blank:
        whole = {"label": "button-official-fill", "data": f"formall:{incident.id}:{form.code}"}
        rows[0].append(whole)
    if may(person, Role.LEAD) and paper.entered_at is None:
        rows.append([{"label": "button-official-sent", "data": f"formsent:{paper.id}"}])
    return rows


async def give_up(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell whoever ordered a paper that it cannot be made."""
    del params
    paper = await kept.get(tx, subject_id)
    if paper is not None and await kept.fail(tx, subject_id):
        person = await people.get(tx, paper.ordered_by_id)
        tell(tx, person, "notice", text="official-not-made", form=form_name(team, paper))


@dataclass(frozen=True, slots=True)
class NoPdf:
    """Why there is no PDF: LibreOffice is `missing` on this machine, or it `failed`."""

    why: str


async def gather_pdf(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]
) -> Finished | None:
    """Return the version to be turned into a PDF."""
    del team, params
    paper, content = await kept.get(tx, subject_id), await kept.content(tx, subject_id)
    if paper is None or paper.name is None or content is None:
        return None
    return Finished(paper.name, content)


async def keep_pdf(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any], made: Finished | NoPdf
) -> None:
    """Send the PDF to whoever wants it, or say why there is none.

    Whom nobody has asked is told nothing of a LibreOffice that is not there.
    """
    paper = await found(tx, subject_id)
    person = await people.get(tx, params["person_id"])
    name = form_name(team, paper)
    if made == NoPdf("missing") and params.get("unasked"):
        return
    if not is_theirs(person, await incidents.get(tx, paper.incident_id)):
        return
    if isinstance(made, NoPdf):
        text = "official-pdf-missing" if made.why == "missing" else "official-pdf-failed"
        tell(tx, person, "answer", text=text, form=name)
        return
    file_id = await papers.add(tx, made.name, made.content)
    tell(tx, person, "paper", text="official-pdf", form=name, version=paper.version, paper=file_id)


async def give_up_pdf(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell whoever wants a PDF that there will be none."""
    await keep_pdf(tx, team, subject_id, params, NoPdf("failed"))
