"""Situation reports: asked in the rhythm of the severity, told to the group, missed.

Leads get the first of a critical incident at once, the others in `situation_digest`.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.domain.answers import State
from bot.domain.errors import Refused
from bot.domain.form import Form
from bot.domain.incident import WORKING, Incident
from bot.domain.kinds import Severity
from bot.domain.people import Person, Role, may
from bot.domain.roles import CrewRole
from bot.domain.situation import (
    LATER,
    Situation,
    leads_hear,
    pause,
    situation_form,
    situation_of,
)
from bot.domain.team import Team
from bot.services import paging, screening, situation_digest, situation_words
from bot.services.in_charge import must_go_on, must_have_part
from bot.services.messages import instant, leads, tell, tell_team
from storage import due, facts, incidents, people, roles
from storage.database import Tx
from storage.due import Due
from storage.forms import FormRow
from storage.incidents import Entry

ASK = "situation"  # about an incident
_ASKED, _REPORTED = "situation-asked", "situation"
_KEPT = {
    "form-situation-done": "form-situation-kept",
    "form-situation-done-later": "form-situation-kept-later",
    "form-situation-done-needs": "form-situation-kept-needs",
}
_LOOKED_AT = 20
# So near to "still on it?" an owner is not asked for a report as well.
_SOON, _AFTERWARDS = timedelta(minutes=5), timedelta(minutes=1)
HOPELESS = frozenset({"refused-already-ended", "refused-already-resolved", "refused-not-yours"})


async def sync(tx: Tx, team: Team, incident: Incident) -> None:
    """Ask in the rhythm of the severity while it is worked on, and not otherwise."""
    every = team.catalog.crew.rhythm(incident.severity).report_every
    if every is None or incident.taken_at is None or incident.status not in WORKING:
        await due.drop(tx, ASK, incident.id)
    elif await due.waiting(tx, ASK, incident.id) is None:
        await due.schedule(tx, Due(ASK, incident.id, tx.now + every))


async def ask_due(tx: Tx, team: Team, incident_id: int, params: Mapping[str, Any]) -> None:
    """Ask whoever is in charge; twice without a report, the leads hear of it."""
    del params
    incident = await incidents.get(tx, incident_id)
    every = team.catalog.crew.rhythm(incident.severity).report_every
    if every is None or incident.taken_at is None or incident.status not in WORKING:
        return
    missed = await _missed(tx, incident_id)
    person = await _in_charge(tx, incident)
    busy_until = await _busy_until(tx, team, incident, person)
    if busy_until is not None:
        await due.schedule(tx, Due(ASK, incident_id, busy_until))
        return
    if person is not None:
        keys = _keys(incident)
        tell(tx, person, "incident-situation", incident_id, text="situation-ask", keys=keys)
        await incidents.enter(tx, incident_id, Entry(_ASKED, None, details=_people(person)))
        missed += 1
        if leads_hear(missed - 1):
            await _tell_leads(tx, incident, person, missed - 1)
    await due.schedule(tx, Due(ASK, incident_id, tx.now + pause(every, missed)))


async def _busy_until(
    tx: Tx, team: Team, incident: Incident, person: Person | None
) -> datetime | None:
    """Return until when an owner has "still on it?" to answer, which goes before a report."""
    if person is None or person.id != incident.owner_id:
        return None
    silence = await due.waiting(tx, paging.SILENCE, incident.id)
    if silence is not None:
        return max(silence, tx.now) + _AFTERWARDS
    still = await due.waiting(tx, paging.STILL, incident.id)
    if still is None or still > tx.now + _SOON:
        return None
    within = (await paging.policy_of(tx, team, incident)).answer_within
    return max(still, tx.now) + within + _AFTERWARDS


async def _missed(tx: Tx, incident_id: int) -> int:
    """Count how often it was asked for since the last report."""
    found = 0
    for line in await facts.last(tx, incident_id, _LOOKED_AT, _ASKED, _REPORTED):
        found = 0 if line.kind == _REPORTED else found + 1
    return found


async def _in_charge(tx: Tx, incident: Incident) -> Person | None:
    """Return who leads it, else who owns it; whoever has left the team is passed over."""
    holder = (await roles.of_incident(tx, incident.id)).get(CrewRole.LEAD)
    wanted = [holder.person_id if holder is not None else None, incident.owner_id]
    known = await people.of_ids(tx, [each for each in wanted if each is not None])
    able = (known[each] for each in wanted if each is not None)
    return next((each for each in able if may(each, Role.RESPONDER)), None)


def _people(person: Person) -> dict[str, Any]:
    return {"people": [person.name]}


def _keys(incident: Incident) -> list[list[dict[str, Any]]]:
    later = [
        {"label": f"button-later-{minutes}", "data": f"sitlater:{incident.id}:{minutes}"}
        for minutes in LATER
    ]
    now = {"label": "button-sitrep", "data": f"sitrep:{incident.id}", "style": "primary"}
    return [[now], later]


async def _tell_leads(tx: Tx, incident: Incident, silent: Person, missed: int) -> None:
    for lead in await leads(tx):
        if lead.id != silent.id:
            said: dict[str, Any] = {"code": incident.code, "name": silent.name, "count": missed}
            tell(tx, lead, "alarm", text="situation-overdue", **said)


async def later(tx: Tx, person: Person, incident: Incident, minutes: str) -> None:
    """Ask again after a while; for whoever has a part in it."""
    if minutes not in LATER:
        raise Refused("refused-unknown-button")
    await must_have_part(tx, person, incident)
    must_go_on(incident)
    if await due.waiting(tx, ASK, incident.id) is None:
        raise Refused("refused-situation-unasked", code=incident.code)
    await due.schedule(tx, Due(ASK, incident.id, tx.now + LATER[minutes]))
    details = {"minutes": int(minutes)}
    await incidents.enter(tx, incident.id, Entry("situation-later", person.id, details=details))


async def may_report(tx: Tx, person: Person, incident: Incident) -> None:
    """Refuse whoever has no part in it, and an incident that is over or solved."""
    await must_have_part(tx, person, incident)
    must_go_on(incident)


async def report(
    tx: Tx, team: Team, person: Person, incident: Incident, said: Situation
) -> dict[str, Any]:
    """Enter a report and tell the group; the rhythm begins anew. Returns the answer to its writer.

    Leads hear at once of the first one of a critical incident, else by the next digest.
    """
    await may_report(tx, person, incident)
    clean = {
        name: screening.kept(team.catalog, person, getattr(said, name)).text
        for name in Situation.__struct_fields__
    }
    is_first = incident.severity is Severity.CRITICAL and not await facts.last(
        tx, incident.id, 1, _REPORTED
    )
    words = " · ".join(each for each in clean.values() if each)
    details = clean | ({situation_digest.AT_ONCE: True} if is_first else {})
    await incidents.enter(tx, incident.id, Entry(_REPORTED, person.id, words, details))
    told = await _told(tx, person, incident, clean)
    tell_team(tx, team, "incident-sitrep", incident.id, **told)
    every = team.catalog.crew.rhythm(incident.severity).report_every
    if every is not None:
        await due.schedule(tx, Due(ASK, incident.id, tx.now + every))
    if not is_first:
        at = await situation_digest.gather(tx, team, incident)
        return _gathered(incident, at, needs=bool(clean["needs"]))
    for lead in await leads(tx):
        if lead.id != person.id:
            tell(tx, lead, "incident-sitrep-first", incident.id, **told)
    return {"text": _answer(incident, "form-situation-done"), "code": incident.code}


async def _told(
    tx: Tx, person: Person, incident: Incident, clean: Mapping[str, str]
) -> dict[str, Any]:
    """Return what a report says, and who had the incident last when nobody has it."""
    told: dict[str, Any] = {
        "name": person.name,
        "lines": {"lines": situation_words.lines(clean)},
    }
    lost = await situation_words.lost(tx, incident.id) if incident.owner_id is None else None
    return told if lost is None else told | {"by": lost.name, "at": instant(lost.until)}


def _gathered(incident: Incident, at: datetime, *, needs: bool) -> dict[str, Any]:
    """Return the answer when leads hear of it later: until then help is one press away."""
    said: dict[str, Any] = {"code": incident.code, "at": instant(at)}
    if not needs:
        return {"text": _answer(incident, "form-situation-done-later"), **said}
    key = {"label": "button-help", "data": f"escalate:{incident.id}"}
    return {"text": _answer(incident, "form-situation-done-needs"), **said, "keys": [[key]]}


def _answer(incident: Incident, text: str) -> str:
    """Return what its author hears: of what is confidential the group knows only that it came."""
    return _KEPT[text] if incident.confidential else text


async def build(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Ask for conditions, actions and needs."""
    del tx, team, person, subject_id
    return situation_form()


async def finish(tx: Tx, team: Team, person: Person, row: FormRow, state: State) -> int | None:
    """Tell what was reported."""
    incident = await incidents.get(tx, row.subject_id or 0)
    answer = await report(tx, team, person, incident, situation_of(state))
    tell(tx, person, "answer", **answer)
    return incident.id
