"""Official papers of an incident or a period: begun, ordered, shown, entered as sent by a person.

Promise: a version stays as it was made. The bot sends nothing to anybody but whoever leads or owns
the incident: a person signs and sends.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from bot.domain import case_forms as rules
from bot.domain.case_forms import CaseForm
from bot.domain.errors import Refused
from bot.domain.incident import Incident, Status
from bot.domain.people import Person, Role, may
from bot.domain.periods import start_of
from bot.domain.spans import Span
from bot.domain.team import Team
from bot.services import deadlines
from bot.services import paper_subjects as subjects
from bot.services.messages import instant
from bot.services.paper_subjects import Subject
from storage import case_forms as kept
from storage import deadlines as legal
from storage import due, incidents
from storage.case_forms import CasePaper
from storage.database import Tx
from storage.due import Due
from storage.incidents import Entry

MAKE, MAKE_PDF = "make-case-paper", "make-case-pdf"  # about the paper
FORM05 = "05"
FORM05_OBLIGATION = "incident_summary"  # its deadlines in the catalog are those of Mẫu 05
MOST_LISTED = 8
_ENDED = frozenset({Status.WRAPPING_UP, Status.CLOSED})


async def draft(
    tx: Tx, team: Team, person: Person, subject: Subject, words: str, *, every: bool = False
) -> tuple[int, str | None]:
    """Begin a paper; returns it, and how to begin what is asked. Else it is ordered at once."""
    subjects.may_write(person, subject)
    form = _form(tx, team, subject, words)
    facts = await subjects.facts(tx, team, subject, person)
    about = subjects.about(subject)
    before = await kept.answers(tx, about, person.id, team.catalog.forms.own())
    left = await kept.left_by(tx, about, form.key, person.id)
    is_left = not left.items() <= before.items()
    before |= left
    asked = rules.to_ask(team.catalog.forms, form, facts, before, every=every)
    codes = [place.code for place in asked]
    known = {code: before[code] for code in form.fields if code in before}
    paper_id = await kept.add(tx, about, form.key, person.id, codes, known)
    if not asked:
        await order(tx, person, await found(tx, paper_id), {})
        return paper_id, None
    if is_left:
        return paper_id, "form-lead-official-left"
    if every:
        return paper_id, "form-lead-official-every"
    is_new = any(code not in known for code in codes)
    return paper_id, "form-lead-official" if is_new else "form-lead-official-again"


async def leave(
    tx: Tx, team: Team, person: Person, paper: CasePaper, told: Mapping[str, str]
) -> list[list[dict[str, Any]]]:
    """Keep for a while what somebody has answered and no version says; returns the key to go on."""
    form, subject = team.catalog.forms.form(paper.form), await subjects.of_paper(tx, paper)
    before = await kept.answers(tx, paper.about, person.id, team.catalog.forms.own())
    said = {code: words for code, words in told.items() if before.get(code) != words}
    await kept.leave(tx, paper.id, said)
    if not said or not subjects.is_theirs(person, subject):
        return []
    every = not set(paper.asked) <= {*form.required, *told}
    data = subjects.button(subject, form.code, every=every)
    return [[{"label": "button-official-go-on", "data": data}]]


def _form(tx: Tx, team: Team, subject: Subject, words: str) -> CaseForm:
    """Return the form that is meant; Refused when it is not to be used yet."""
    is_period = isinstance(subject, Span)
    form = team.catalog.forms.wanted(words, _today(tx, team), period=is_period)
    if isinstance(subject, Span):
        if subject.first > _today(tx, team):
            raise Refused("refused-span-ahead")
    elif form.ended and subject.status not in _ENDED:
        raise Refused("refused-official-too-early", code=subject.code, form={"names": form.names})
    return form


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
    subjects.may_write(person, await subjects.of_paper(tx, paper))
    version = await kept.order(tx, paper, told)
    await due.schedule(tx, Due(MAKE, paper.id, tx.now))
    return version


async def prepare(tx: Tx, team: Team, span: Span, deadline: date, before: timedelta) -> None:
    """Have the paper of a period made for all leads, so long before its deadline, once.

    Nothing is asked: what was answered for it so far comes along, the rest stays open.
    """
    forms = team.catalog.forms.in_force(_today(tx, team), period=True)
    form = next((form for form in forms if form.means(FORM05)), None)
    last = await kept.last_by_itself(tx, span.key, form.key) if form is not None else None
    if form is None or (last is not None and last >= start_of(deadline - before, team.zone)):
        return
    versions = await kept.made_for(tx, span.key)
    if any(paper.form == form.key and paper.entered_at is not None for paper in versions):
        return
    known = await kept.answers(tx, span.key, own=team.catalog.forms.own())
    known = {code: known[code] for code in form.fields if code in known}
    paper_id = await kept.add(tx, span.key, form.key, None, (), known)
    await kept.order(tx, await found(tx, paper_id), {})
    await due.schedule(tx, Due(MAKE, paper_id, tx.now, {"deadline": deadline.isoformat()}))


async def order_pdf(tx: Tx, person: Person, paper_id: int) -> None:
    """Have a version turned into a PDF for somebody to look at."""
    paper = await found(tx, paper_id)
    subjects.may_write(person, await subjects.of_paper(tx, paper))
    if paper.state != kept.MADE:
        raise Refused("refused-official-not-made")
    await due.schedule(tx, Due(MAKE_PDF, paper.id, tx.now, {"person_id": person.id}))


async def was_made(tx: Tx, subject: Subject) -> bool:
    """Tell whether there is a version of any paper about something."""
    return bool(await kept.made_for(tx, subjects.about(subject)))


async def page(tx: Tx, team: Team, person: Person, subject: Subject) -> dict[str, Any]:
    """Return what `/form CODE` shows: the forms there are, and the versions made so far."""
    subjects.may_write(person, subject)
    is_period = isinstance(subject, Span)
    made = await kept.made_for(tx, subjects.about(subject))
    lines = [_line(team, paper) for paper in made[-MOST_LISTED:]]
    there = team.catalog.forms.in_force(_today(tx, team), period=is_period)
    rows = [[_new_key(subject, form)] for form in there]
    rows += [[_old_key(team, paper)] for paper in made[-MOST_LISTED:]]
    return {
        "text": "official-page-period" if is_period else "official-page",
        "code": subjects.called(subject),
        "lines": {"lines": lines or [{"text": "official-none"}]},
        "keys": rows,
    }


def _line(team: Team, paper: CasePaper) -> dict[str, Any]:
    said: dict[str, Any] = {
        "form": form_name(team, paper),
        "version": paper.version or 1,
        "at": instant(paper.ordered_at),
        "by": paper.by or {"text": "official-by-itself"},
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


def _new_key(subject: Subject, form: CaseForm) -> dict[str, Any]:
    name = {"form": {"names": form.names}}
    data = subjects.button(subject, form.code)
    return {"label": "button-official-new", "args": name, "data": data}


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
    await kept.sent(tx, paper.id, lead.id, said)
    subject = await subjects.of_paper(tx, paper)
    if isinstance(subject, Incident):
        return paper, await _sent_of(tx, team, lead, subject, paper, said)
    return paper, []


async def _sent_of(
    tx: Tx,
    team: Team,
    lead: Person,
    incident: Incident,
    paper: CasePaper,
    said: Mapping[str, Any],
) -> list[dict[str, Any]]:
    """Write it into the incident's log; returns the names of the deadlines that this satisfies."""
    form = team.catalog.forms.form(paper.form)
    told = {name: str(value) for name, value in said.items() if value and name != "sent_at"}
    details = {"form": form.key, "version": paper.version, "paper": paper.id, **told}
    details["sent_at"] = said["sent_at"].isoformat()
    words = [f"{form.names['vi']}, bản {paper.version}"]
    words += [told[name] for name in ("number", "receipt") if name in told]
    entry = Entry("form-sent", lead.id, " · ".join(words), details)
    await incidents.enter(tx, incident.id, entry)
    names = await _satisfied(tx, team, lead, form, incident.id, said)
    await deadlines.sync(tx, team, await incidents.get(tx, incident.id))
    return names


async def _satisfied(
    tx: Tx, team: Team, lead: Person, form: CaseForm, incident_id: int, said: Mapping[str, Any]
) -> list[dict[str, Any]]:
    names: list[dict[str, Any]] = []
    every = await legal.of_incident(tx, incident_id)
    # An update first: what else this satisfies would make it needless.
    for each in sorted(every, key=lambda one: not one.run.rule.is_update):
        if each.is_open and each.run.rule.code in form.satisfies:
            await deadlines.done(tx, team, lead, each.id, said)
            names.append({"names": each.run.rule.names})
    return names
