"""How an incident ends: solved, rejected, confirmed by the reporter, or opened again."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.domain import incident as rules
from bot.domain.errors import Refused
from bot.domain.incident import ENDED, REJECTED, Incident, Status
from bot.domain.messages import Outgoing
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.services import (
    forum,
    lessons,
    likeness,
    paging,
    room,
    situation_digest,
    unfinished,
)
from bot.services.incidents import named, tell_reporter
from bot.services.messages import leads, queue, tell, tell_team
from storage import due, facts, incidents, outbox, people
from storage.database import Tx
from storage.due import Due
from storage.incidents import Entry

WRAP_UP, ASK_AGAIN = "wrap-up", "ask-again"
# The reporter's silence means yes after three days; the owner keeps the incident until then.
REPORTER_ANSWERS_WITHIN = timedelta(hours=72)
# Whose objection was looked at once, and who comes back so late, is not paged for at once.
REOPENED_FOR = timedelta(days=30)
OBJECTED_AGAIN_AFTER = timedelta(hours=24)
_LOOKED_AT = 50


async def may_close(tx: Tx, person: Person, incident_id: int) -> Incident:
    """Return the incident if this person may end it; Refused otherwise, before any question."""
    incident = await incidents.get(tx, incident_id)
    rules.resolve(incident, person.id, tx.now, is_lead=_decides(incident, person))
    return incident


def _decides(incident: Incident, person: Person) -> bool:
    """Leads decide about everything; what waits in the queue is anybody's of the team."""
    return may(person, Role.LEAD) or incident.status is Status.QUEUED


async def resolve(
    tx: Tx, team: Team, person: Person, incident_id: int, answers: Mapping[str, Any]
) -> Incident:
    """Call it solved; the reporter is asked, or it is closed at once when there is none to ask."""
    incident = await incidents.get(tx, incident_id)
    resolved = rules.resolve(incident, person.id, tx.now, is_lead=_decides(incident, person))
    kind = answers.get("kind")
    if kind and kind != resolved.kind:
        resolved = rules.change_kind(resolved, team.catalog.kind(kind))
    told = {name: answers.get(name) for name in ("cause", "action", "helped_by")}
    await incidents.save(tx, incident, resolved, **told)
    await incidents.enter(
        tx, incident_id, Entry("resolved", person.id, told["action"], {**told, "kind": kind})
    )
    await _work_ends(tx, incident_id)
    await room.changed(tx, team, resolved)
    asked = incident.reporter_id != person.id and await tell_reporter(
        tx, resolved, "report-solved", action=told["action"] or ""
    )
    await likeness.tell_twins(tx, resolved, "twin-solved", told["action"])
    if asked:
        await due.schedule(tx, Due(WRAP_UP, incident_id, tx.now + REPORTER_ANSWERS_WITHIN))
    else:
        resolved = await _close(tx, resolved, None)
    await unfinished.give_up(tx, resolved, but_of=person.id)
    await outbox.refresh(tx, incident_id)
    return resolved


async def reject(
    tx: Tx, team: Team, person: Person, incident_id: int, answers: Mapping[str, Any]
) -> Incident:
    """End what was no incident of ours; the reporter hears why in plain words."""
    incident = await incidents.get(tx, incident_id)
    outcome = Status(answers["outcome"])
    original = None
    if outcome is Status.DUPLICATE:
        original = await named(tx, str(answers.get("original", "")))
    rejected = rules.reject(
        incident,
        outcome,
        person.id,
        tx.now,
        is_lead=_decides(incident, person),
        original=original,
    )
    reason = answers.get("reason")
    await incidents.save(tx, incident, rejected, reason=reason)
    await forum.over(tx, rejected)
    await incidents.enter(
        tx, incident_id, Entry("rejected", person.id, reason, {"status": outcome.value})
    )
    await _work_ends(tx, incident_id)
    await _ask_no_more(tx, incident_id)
    await unfinished.give_up(tx, rejected, but_of=person.id)
    await situation_digest.over(tx, rejected)
    await tell_reporter(tx, rejected, "report-rejected")
    if outcome is not Status.DUPLICATE:
        await likeness.tell_twins(tx, rejected, f"twin-{outcome.value.replace('_', '-')}", reason)
    await room.changed(tx, team, rejected)
    await outbox.refresh(tx, incident_id)
    return rejected


async def ask_referral(tx: Tx, person: Person, incident_id: int) -> None:
    """Ask in private whether it was really handed to the police, since that ends it."""
    await may_close(tx, person, incident_id)
    if person.telegram_id is not None:
        to, key = person.telegram_id, f"refer:{incident_id}:{person.id}"
        queue(tx, Outgoing("incident-refer", to, person.id, incident_id, key=key))


async def refer(tx: Tx, team: Team, person: Person, incident_id: int) -> Incident:
    """Note that a fraud report from the queue was handed to the police."""
    await may_close(tx, person, incident_id)
    answers = {"outcome": Status.REFERRED, "reason": None}
    return await reject(tx, team, person, incident_id, answers)


async def _work_ends(tx: Tx, incident_id: int) -> None:
    await paging.stop(tx, incident_id)
    await paging.unwatch_owner(tx, incident_id)
    await due.drop(tx, paging.QUEUE, incident_id)


async def confirm(tx: Tx, person: Person, incident_id: int) -> Incident:
    """The reporter says it is solved."""
    incident = await _asked(tx, person, incident_id)
    closed = await _close(tx, incident, person)
    await unfinished.give_up(tx, closed)
    await tell_reporter(tx, closed, "report-closed")
    await outbox.refresh(tx, incident_id)
    return closed


async def close_unanswered(tx: Tx, team: Team, incident_id: int, params: Mapping[str, Any]) -> None:
    """The reporter has not answered in time: what was called solved is closed."""
    del team, params
    incident = await incidents.get(tx, incident_id)
    if incident.status is Status.WRAPPING_UP:
        await unfinished.give_up(tx, await _close(tx, incident, None))
        await tell_reporter(tx, incident, "report-closed")
        await outbox.refresh(tx, incident_id)


async def _close(tx: Tx, incident: Incident, person: Person | None) -> Incident:
    closed = rules.confirm(incident, tx.now)
    await incidents.save(tx, incident, closed)
    await forum.over(tx, closed)
    await incidents.enter(tx, incident.id, Entry("closed", person.id if person else None))
    await lessons.closed(tx, closed)
    await situation_digest.over(tx, closed)
    await _ask_no_more(tx, incident.id)
    return closed


async def _ask_no_more(tx: Tx, incident_id: int) -> None:
    await due.drop(tx, WRAP_UP, incident_id)
    await due.drop(tx, ASK_AGAIN, incident_id)


async def hear(tx: Tx, incident: Incident) -> None:
    """The reporter has said something else: silence no longer means yes, and they are asked anew.

    Three days later they are asked once more, and then silence counts again.
    """
    await due.drop(tx, WRAP_UP, incident.id)
    await due.schedule(tx, Due(ASK_AGAIN, incident.id, tx.now + REPORTER_ANSWERS_WITHIN))
    await tell_reporter(tx, incident, "report-solved")
    await outbox.refresh(tx, incident.id)


async def ask_again(tx: Tx, team: Team, incident_id: int, params: Mapping[str, Any]) -> None:
    """Ask the reporter once more whether it is solved; from now on silence means yes."""
    del team, params
    incident = await incidents.get(tx, incident_id)
    if incident.status is Status.WRAPPING_UP:
        await due.schedule(tx, Due(WRAP_UP, incident_id, tx.now + REPORTER_ANSWERS_WITHIN))
        await tell_reporter(tx, incident, "report-solved")
        await outbox.refresh(tx, incident_id)


async def reopen(tx: Tx, team: Team, person: Person, incident_id: int) -> Incident:
    """The reporter says it is not solved: its owner goes on, or the ladder finds a new one.

    Nobody is paged for a second objection: the leads decide about it.
    """
    incident = await _asked(tx, person, incident_id)
    if incident.reporter_id != person.id:
        return await take_up(tx, team, person, incident_id)
    if incident.ended_at is not None and incident.ended_at + REOPENED_FOR <= tx.now:
        raise Refused("refused-ended-long-ago", code=incident.code)
    if incident.status in ENDED and await _has_objected(tx, person, incident):
        await _ask_leads(tx, person, incident)
        return incident
    was_rejected = incident.status in REJECTED
    again = await _opened(tx, person, incident, "objected" if was_rejected else "reopened")
    await tell_reporter(tx, again, "report-reopened", rejected=was_rejected)
    nudge = "nudge-objected" if was_rejected else "nudge-reopened"
    tell_team(tx, team, "incident-nudge", incident_id, text=nudge)
    if again.owner_id is not None:
        owner = await people.get(tx, again.owner_id)
        tell(tx, owner, "incident-reopened", incident_id, owner_id=owner.id)
    await _goes_on(tx, team, again)
    return again


async def take_up(tx: Tx, team: Team, lead: Person, incident_id: int) -> Incident:
    """A lead has it worked on again, however long ago it ended and whatever the reporter says."""
    incident = await incidents.get(tx, incident_id)
    again = await _opened(tx, lead, incident, "taken-up")
    if again.reporter_id != lead.id:
        await tell_reporter(tx, again, "report-reopened", by_lead=True)
    tell_team(tx, team, "incident-nudge", incident_id, text="nudge-taken-up", name=lead.name)
    if again.owner_id is not None and again.owner_id != lead.id:
        owner = await people.get(tx, again.owner_id)
        said = {"text": "incident-taken-up", "name": lead.name, "owner_id": owner.id}
        tell(tx, owner, "incident-reopened", incident_id, **said)
    await _goes_on(tx, team, again)
    return again


async def _opened(tx: Tx, person: Person, incident: Incident, line: str) -> Incident:
    """Store that it is open again, by whom, and nobody waits any more for it to be closed."""
    owner = await people.get(tx, incident.owner_id) if incident.owner_id else None
    owner_is_here = owner is not None and may(owner, Role.RESPONDER)
    again = rules.reopen(incident, tx.now, owner_is_here=owner_is_here)
    await incidents.save(tx, incident, again)
    details = {"from": incident.status.value}
    await incidents.enter(tx, incident.id, Entry(line, person.id, details=details))
    await _ask_no_more(tx, incident.id)
    return again


async def _goes_on(tx: Tx, team: Team, again: Incident) -> None:
    await room.changed(tx, team, again)
    await forum.again(tx, team, again)
    if again.owner_id is None:
        await paging.wait_for_owner(tx, team, again)
    else:
        await paging.watch_owner(tx, team, again)
    await outbox.refresh(tx, again.id)


async def _has_objected(tx: Tx, person: Person, incident: Incident) -> bool:
    """Tell whether the reporter, who is no lead, has had it taken up again before."""
    if may(person, Role.LEAD):
        return False
    lines = await facts.last(tx, incident.id, _LOOKED_AT, "objected", "reopened")
    ended = {status.value for status in ENDED}
    return any(row.person_id == person.id and row.details.get("from") in ended for row in lines)


async def _ask_leads(tx: Tx, person: Person, incident: Incident) -> None:
    tell(tx, person, "answer", text="report-objected-again", code=incident.code)
    before = await facts.last(tx, incident.id, 1, "objected-again")
    if before and before[0].at + OBJECTED_AGAIN_AFTER > tx.now:
        return
    await incidents.enter(tx, incident.id, Entry("objected-again", person.id))
    key = {"label": "button-reopen", "data": f"unsolved:{incident.id}"}
    status = {"status": incident.status.value}
    said: dict[str, Any] = {"code": incident.code, "status": status, "keys": [[key]]}
    for lead in await leads(tx):
        tell(tx, lead, "notice", text="report-objected-notice", **said)


async def _asked(tx: Tx, person: Person, incident_id: int) -> Incident:
    """Return the incident if this person is the one who was asked, or a lead."""
    incident = await incidents.get(tx, incident_id)
    if incident.reporter_id != person.id and not may(person, Role.LEAD):
        raise Refused("refused-not-your-report")
    return incident
