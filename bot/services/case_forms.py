"""Official papers of an incident: begun, ordered, shown, entered as sent by a person.

Promise: a version stays as it was made. The bot sends nothing to anybody but whoever leads or owns
the incident: a person signs and sends.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.domain import case_forms as rules
from bot.domain.case_forms import CaseForm
from bot.domain.errors import Refused
from bot.domain.incident import REJECTED, Incident, Status
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.services import case_facts, deadlines
from bot.services.messages import instant
from storage import case_forms as kept
from storage import deadlines as legal
from storage import due, incidents
from storage.case_forms import CasePaper
from storage.database import Tx
from storage.due import Due
from storage.incidents import Entry

MAKE, MAKE_PDF = "make-case-paper", "make-case-pdf"  # about the paper
MOST_LISTED = 8
_ENDED = frozenset({Status.WRAPPING_UP, Status.CLOSED})


def is_theirs(person: Person, incident: Incident) -> bool:
    """Tell whether papers of an incident are for a person: its owner's, and leads'."""
    return incident.owner_id == person.id or may(person, Role.LEAD)


def may_write(person: Person, incident: Incident) -> None:
    """Refuse whoever neither leads nor owns the incident, and papers about what is none."""
    if not is_theirs(person, incident):
        raise Refused("refused-not-yours", code=incident.code)
    if incident.status in REJECTED:
        status = {"status": incident.status.value}
        raise Refused("refused-already-ended", code=incident.code, status=status)


async def draft(
    tx: Tx, team: Team, person: Person, incident: Incident, words: str, *, every: bool = False
) -> tuple[int, str | None]:
    """Begin a paper; returns it, and how to begin what is asked. Else it is ordered at once."""
    may_write(person, incident)
    form = team.catalog.forms.wanted(words, _today(tx, team))
    if form.ended and incident.status not in _ENDED:
        raise Refused("refused-official-too-early", code=incident.code, form={"names": form.names})
    facts = await case_facts.facts(tx, team, incident, person)
    before = await kept.answers(tx, incident.id, person.id, team.catalog.forms.own())
    asked = rules.to_ask(team.catalog.forms, form, facts, before, every=every)
    codes = [place.code for place in asked]
    known = {code: before[code] for code in form.fields if code in before}
    paper_id = await kept.add(tx, incident.id, form.key, person.id, codes, known)
    if not asked:
        await order(tx, person, await found(tx, paper_id), {})
        return paper_id, None
    if every:
        return paper_id, "form-lead-official-every"
    is_new = any(code not in known for code in codes)
    return paper_id, "form-lead-official" if is_new else "form-lead-official-again"


def _today(tx: Tx, team: Team) -> date:
    return tx.now.astimezone(team.zone).date()


async def found(tx: Tx, paper_id: int) -> CasePaper:
    """Return a paper; Refused when there is none."""
    paper = await kept.get(tx, paper_id)
    if paper is None:
        raise Refused("refused-no-such-paper")
    return paper


async def order(tx: Tx, person: Person, paper: CasePaper, told: Mapping[str, str]) -> int:
    """Have a paper made with what was answered."""
    if paper.state != kept.ASKED:
        raise Refused("refused-form-over")
    may_write(person, await incidents.get(tx, paper.incident_id))
    version = await kept.order(tx, paper, told)
    await due.schedule(tx, Due(MAKE, paper.id, tx.now))
    return version


async def order_pdf(tx: Tx, person: Person, paper_id: int) -> None:
    """Have a version turned into a PDF for somebody to look at."""
    paper = await found(tx, paper_id)
    may_write(person, await incidents.get(tx, paper.incident_id))
    if paper.state != kept.MADE:
        raise Refused("refused-official-not-made")
    await due.schedule(tx, Due(MAKE_PDF, paper.id, tx.now, {"person_id": person.id}))


async def page(tx: Tx, team: Team, person: Person, incident: Incident) -> dict[str, Any]:
    """Return what `/form CODE` shows: the forms there are, and the versions made so far."""
    may_write(person, incident)
    made = await kept.made_for(tx, incident.id)
    lines = [_line(team, paper) for paper in made[-MOST_LISTED:]]
    there = team.catalog.forms.in_force(_today(tx, team))
    rows = [[_new_key(incident, form)] for form in there]
    rows += [[_old_key(team, paper)] for paper in made[-MOST_LISTED:]]
    return {
        "text": "official-page",
        "code": incident.code,
        "lines": {"lines": lines or [{"text": "official-none"}]},
        "keys": rows,
    }


def _line(team: Team, paper: CasePaper) -> dict[str, Any]:
    said: dict[str, Any] = {
        "form": form_name(team, paper),
        "version": paper.version or 1,
        "at": instant(paper.ordered_at),
        "by": paper.by,
    }
    if paper.sent_at is None:
        return {"text": "official-line-made", **said}
    del said["at"], said["by"]
    when = instant(paper.sent_at)
    return {"text": "official-line-sent", **said, "at": when, "number": paper.number or "—"}


def form_name(team: Team, paper: CasePaper) -> dict[str, Any]:
    """Return what a paper is called; one that is no longer in the catalog by its table's name."""
    forms = (form.names for form in team.catalog.forms.forms if form.key == paper.form)
    return {"names": next(forms, {"vi": paper.form})}


def _new_key(incident: Incident, form: CaseForm) -> dict[str, Any]:
    name = {"form": {"names": form.names}}
    return {
        "label": "button-official-new",
        "args": name,
        "data": f"formnew:{incident.id}:{form.code}",
    }


def _old_key(team: Team, paper: CasePaper) -> dict[str, Any]:
    name = {"form": form_name(team, paper), "version": paper.version or 1}
    return {"label": "button-official-get", "args": name, "data": f"formget:{paper.id}"}


async def must_be_unsent(tx: Tx, paper_id: int) -> CasePaper:
    """Return a version that was made and nobody has entered as sent; Refused otherwise."""
    paper = await found(tx, paper_id)
    if paper.state != kept.MADE:
        raise Refused("refused-official-not-made")
    if paper.entered_at is not None:
        at = instant(paper.sent_at or paper.entered_at)
        raise Refused("refused-official-sent", at=at, number=paper.number or "—")
    return paper


async def sent(
    tx: Tx, team: Team, lead: Person, paper_id: int, said: Mapping[str, Any]
) -> tuple[CasePaper, Sequence[dict[str, Any]]]:
    """Enter how a paper was sent; returns it and the names of the deadlines that this satisfies."""
    if not may(lead, Role.LEAD):
        raise Refused("refused-not-allowed", role={"role": Role.LEAD.value})
    paper = await must_be_unsent(tx, paper_id)
    form = team.catalog.forms.form(paper.form)
    await kept.sent(tx, paper.id, lead.id, said)
    told = {name: str(value) for name, value in said.items() if value and name != "sent_at"}
    details = {"form": form.key, "version": paper.version, "paper": paper.id, **told}
    details["sent_at"] = said["sent_at"].isoformat()
    words = [f"{form.names['vi']}, bản {paper.version}"]
    words += [told[name] for name in ("number", "receipt") if name in told]
    await incidents.enter(
        tx, paper.incident_id, Entry("form-sent", lead.id, " · ".join(words), details)
    )
    names = await _satisfied(tx, team, lead, form, paper, said)
    await deadlines.sync(tx, team, await incidents.get(tx, paper.incident_id))
    return paper, names


async def _satisfied(
    tx: Tx, team: Team, lead: Person, form: CaseForm, paper: CasePaper, said: Mapping[str, Any]
) -> list[dict[str, Any]]:
    names: list[dict[str, Any]] = []
    every = await legal.of_incident(tx, paper.incident_id)
    # An update first: what else this satisfies would make it needless.
    for each in sorted(every, key=lambda one: not one.run.rule.is_update):
        if each.is_open and each.run.rule.code in form.satisfies:
            await deadlines.done(tx, team, lead, each.id, said)
            names.append({"names": each.run.rule.names})
    return names
