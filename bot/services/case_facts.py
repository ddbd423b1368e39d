"""What official papers say of a case: read from the case, its log and the registers; no names.

Who of the team did something is not told to other bodies, and never who has reported it.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from bot.domain.case_facts import Facts, Moment, Source, Told, Value
from bot.domain.incident import UNOWNED, WORKING, Incident, Status
from bot.domain.legal_deadlines import DeadlineState
from bot.domain.legal_updates import receivers
from bot.domain.people import Person, Role
from bot.domain.seriousness import Assessment, Mark
from bot.domain.team import Team
from storage import assessments, case_forms, deadlines, incidents, playbooks
from storage.database import Tx

OUTSIDE = frozenset(
    {
        *("received", "taken", "note", "phase", "step-done", "resolved", "closed", "reopened"),
        *("report-more", "form-sent", "deadline-done", "decided-serious", "decided-ordinary"),
    }
)
"""The lines of the log that other bodies may read; the rest is how the team works."""

NOTICE, USERS = "notice", "users"


async def facts(tx: Tx, team: Team, incident: Incident, contact: Person | None) -> Facts:
    """Return everything that is known of a case now; the contact is who has the paper made."""
    row = await case_forms.case(tx, incident.id)
    if row is None:
        return Facts(incident.code)
    assessment = await assessments.get(tx, incident.id)
    lines = await incidents.story(tx, incident.id)
    found: dict[Source, Value | None] = {
        **_registers(row, team),
        **contact_of(contact),
        **_incident(row, incident, assessment),
        **await _sent(tx, team, incident),
        Source.MEASURES: await _measures(tx, incident),
        Source.ATTACHMENTS: _attachments(lines),
        Source.STORY: story(lines),
    }
    known = {source: value for source, value in found.items() if value}
    return Facts(incident.code, known, incident.drill)


def _registers(row: Row[Any], team: Team) -> dict[Source, Value | None]:
    letterhead = team.catalog.watch.letterhead
    return {
        Source.ISSUER: letterhead.issuer,
        Source.OPERATOR: row.operator,
        Source.OWNER: row.owner,
        Source.SYSTEM: row.system,
        Source.LEVEL: row.level,
        Source.ADDRESS: row.url,
        Source.KIND: team.catalog.kind(row.kind).names,
    }


def contact_of(contact: Person | None) -> dict[Source, Value | None]:
    """Return whom to ask back: whoever has the paper made."""
    if contact is None:
        return {}
    return {
        Source.CONTACT_NAME: contact.name,
        Source.CONTACT_PHONE: contact.phone,
        Source.CONTACT_MAIL: contact.email,
    }


def _incident(
    row: Row[Any], incident: Incident, assessment: Assessment
) -> dict[Source, Value | None]:
    decision = assessment.decision
    told = (row.summary, row.place)
    return {
        Source.CODE: incident.code,
        Source.DESCRIPTION: "\n".join(words for words in told if words and words.strip()),
        Source.DETECTED: assessment.detected_at or incident.opened_at,
        Source.FOUND_BY: _found_by(row),
        Source.STATE: _state(incident.status),
        Source.BEYOND: "yes" if Mark.BEYOND in assessment.marks else None,
        Source.CONFIDENTIAL: "yes" if incident.confidential else None,
        Source.SERIOUS: None if decision is None else "yes" if decision.serious else "no",
        Source.HELP: row.helped_by,
        Source.CAUSE: row.cause,
        Source.ACTION: row.action,
        Source.SOLVED: incident.resolved_at,
    }


def _found_by(row: Row[Any]) -> str | None:
    """Return how it came to be known, where that is plain: somebody outside the team told it."""
    if row.reporter_role is None or row.anonymous:
        return None
    if row.reporter_role == Role.CITIZEN:
        return USERS
    if row.reporter_role == Role.STAFF and row.reporter_agency:
        return NOTICE
    return None


def _state(status: Status) -> str:
    if status in UNOWNED:
        return "open"
    return "doing" if status in WORKING else "done"


async def _measures(tx: Tx, incident: Incident) -> tuple[Moment, ...]:
    """Return what was done: the steps of the playbook, in the order they were done."""
    under_way = await playbooks.current(tx, incident.id)
    if under_way is None:
        return ()
    done = sorted(
        (tick for tick in under_way.ticks.values() if not tick.reason),
        key=lambda tick: (tick.at, tick.number),
    )
    steps = under_way.playbook.steps
    return tuple(Moment(t.at, "step-done", steps[t.number - 1].do["vi"]) for t in done)


def _attachments(lines: Sequence[Row[Any]]) -> str:
    """Return the names of the files that came with it; pictures have none of their own."""
    names = (line.details.get("name") for line in lines if line.kind == "report-file")
    return "\n".join(dict.fromkeys(name for name in names if name))


async def _sent(tx: Tx, team: Team, incident: Incident) -> dict[Source, Value | None]:
    """Return what has been sent before; the newest initial report is the one referred to."""
    told: list[Told] = []
    initial: tuple[str, datetime] | None = None
    forms = {form.key: form for form in team.catalog.forms.forms}
    entered: set[str] = set()
    for paper in await case_forms.made_for(tx, incident.id):
        form = forms.get(paper.form)
        if form is None or paper.sent_at is None:
            continue
        entered.update(form.satisfies)
        to = tuple(each.names for each in team.catalog.forms.to(form))
        told.append(Told(form.names, paper.number or "", paper.sent_at, to))
        if form.code == "03":
            initial = (paper.number or "", paper.sent_at)
    for each in await deadlines.of_incident(tx, incident.id):
        rule = each.run.rule
        if each.state is not DeadlineState.DONE or each.sent_at is None or rule.code in entered:
            continue
        to = receivers(rule.receivers)
        told.append(Told(rule.names, each.document or "", each.sent_at, to))
        if rule.form == "03" and initial is None:
            initial = (each.document or "", each.sent_at)
    return {
        Source.TOLD: tuple(sorted(told, key=lambda each: each.at)),
        Source.INITIAL_NUMBER: initial[0] if initial else None,
        Source.INITIAL_DATE: initial[1] if initial else None,
    }


def story(lines: Sequence[Row[Any]]) -> tuple[Moment, ...]:
    """Return what other bodies may read of a log; of what was corrected only the last word."""
    last: dict[tuple[int, int], str] = {
        (line.chat_id, line.message_id): line.text
        for line in lines
        if line.kind in ("note-edited", "report-edited") and line.message_id is not None
    }
    return tuple(_moments(lines, last))


def _moments(lines: Sequence[Row[Any]], last: dict[tuple[int, int], str]) -> Iterator[Moment]:
    papers = {line.at for line in lines if line.kind == "form-sent"}
    for line in lines:
        words = last.get((line.chat_id, line.message_id), line.text) or ""
        if line.kind == "deadline-done" and line.at in papers:
            continue  # the paper that satisfied it has said so
        if line.kind in OUTSIDE:
            what = line.details.get("what") or {}
            said = ": ".join(each for each in (what.get("vi", ""), words) if each)
            yield Moment(line.at, line.kind, said, str(line.details.get("status", "")))
        elif line.kind == "report-file" and line.details.get("note") and words:
            yield Moment(line.at, "note", words)
