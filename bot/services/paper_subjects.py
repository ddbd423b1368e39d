"""What an official paper is about, an incident or a period: whose it is, and what is known."""

from typing import Any

from bot.domain.case_facts import Facts, Source, Value
from bot.domain.errors import Refused
from bot.domain.form05 import Table
from bot.domain.incident import REJECTED, Incident
from bot.domain.people import Person, Role, may
from bot.domain.spans import Span, span_of
from bot.domain.statistics_words import Asked, What
from bot.domain.team import Team
from bot.services import case_facts
from bot.services.messages import leads
from bot.services.statistics_facts import Given, given
from bot.services.statistics_words import label
from storage import incidents, people
from storage.case_forms import About, CasePaper
from storage.database import Tx
from storage.incidents import Entry

Subject = Incident | Span

NOBODY = "none"  # has helped


async def of_paper(tx: Tx, paper: CasePaper) -> Subject:
    """Return what a paper is about."""
    if paper.period is not None:
        return span_of(paper.period)
    return await incidents.get(tx, paper.incident_id or 0)


def about(subject: Subject) -> About:
    """Return by what it is kept."""
    return subject.key if isinstance(subject, Span) else subject.id


def button(subject: Subject, code: str, *, every: bool = False) -> str:
    """Return what a button carries that begins a paper about it, or asks for every place."""
    if isinstance(subject, Span):
        data = f"formperiod:{subject.key}:{code}"
        return f"{data}:all" if every else data
    data = f"formnew:{subject.id}:{code}"
    if every:
        data = f"formall:{subject.id}:{code}"
    return data


def called(subject: Subject) -> str | dict[str, Any]:
    """Return what it is called: a code, or a value of a text."""
    return label(subject) if isinstance(subject, Span) else subject.code


def titled(subject: Subject) -> str | dict[str, Any]:
    """Return what it is called where no form is named beside it."""
    if isinstance(subject, Span):
        return {"text": "mau-named", "span": label(subject)}
    return subject.code


def is_theirs(person: Person, subject: Subject) -> bool:
    """Tell whether its papers are for a person: leads', those of an incident its owner's, too."""
    if isinstance(subject, Incident) and subject.owner_id == person.id:
        return True
    return may(person, Role.LEAD)


def must_be_theirs(person: Person, subject: Subject) -> None:
    """Refuse whoever its papers are not for."""
    if is_theirs(person, subject):
        return
    if isinstance(subject, Incident):
        raise Refused("refused-not-yours", code=subject.code)
    raise Refused("refused-not-allowed", role={"role": Role.LEAD.value})


def may_write(person: Person, subject: Subject) -> None:
    """Refuse whoever its papers are not for, and papers about what is no incident."""
    must_be_theirs(person, subject)
    if isinstance(subject, Incident) and subject.status in REJECTED:
        status = {"status": subject.status.value}
        raise Refused("refused-already-ended", code=subject.code, status=status)


async def readers(tx: Tx, paper: CasePaper) -> list[Person]:
    """Return who is given a paper: who has ordered it; all leads what nobody has."""
    if paper.ordered_by_id is None:
        return list(await leads(tx))
    person = await people.get(tx, paper.ordered_by_id)
    return [person] if is_theirs(person, await of_paper(tx, paper)) else []


async def enter(tx: Tx, subject: Subject, entry: Entry) -> None:
    """Write what was done into the log of an incident; a period has none."""
    if isinstance(subject, Incident):
        await incidents.enter(tx, subject.id, entry)


async def figures(tx: Tx, team: Team, span: Span, language: str) -> Given:
    """Return the figures of a period as far as it has begun."""
    return await given(tx, team, Asked(What.FORM05, span), language)


async def facts(
    tx: Tx, team: Team, subject: Subject, contact: Person | None, counted: Given | None = None
) -> Facts:
    """Return everything that is known now; the contact is who has the paper made."""
    if isinstance(subject, Incident):
        return await case_facts.facts(tx, team, subject, contact)
    counted = counted or await figures(tx, team, subject, team.language)
    found = {
        Source.ISSUER: team.catalog.watch.letterhead.issuer,
        **case_facts.contact_of(contact),
        **helped(counted.form05()),
    }
    return Facts(subject.key, {source: value for source, value in found.items() if value})


def helped(table: Table) -> dict[Source, Value | None]:
    """Return who has helped, as far as it was said; nobody only where all of it was said."""
    total = table.total
    named = "\n".join(f"- {name} ({count})" for name, count in table.helpers)
    nobody = None if total.unsaid else NOBODY
    return {
        Source.HELPERS: named or (None if total.others else nobody),
        Source.FOREIGN: None if total.abroad else nobody,
    }
