"""Improvements (việc cải thiện): given by who is in charge, reminded of, done or not needed."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bot.domain import improvements as rules
from bot.domain.deadlines import Working
from bot.domain.errors import Refused
from bot.domain.improvements import Improvement, ImprovementState
from bot.domain.incident import Incident
from bot.domain.people import Person, Role, may
from bot.domain.reminders import next_hour
from bot.domain.team import Team
from bot.services import calendar, opening, screening
from bot.services.improvement_words import day_text
from bot.services.in_charge import must_lead
from bot.services.messages import leads, tell
from storage import due, incidents, people
from storage import improvements as kept
from storage.database import Tx
from storage.due import Due
from storage.incidents import Entry

REMIND = "improvement"  # about one
Words = dict[str, Any]


async def add(
    tx: Tx, team: Team, person: Person, incident: Incident, said: tuple[str, int, date]
) -> Improvement:
    """Give somebody something to make better by a day; it outlives the incident."""
    await must_lead(tx, person, incident)
    what, owner_id, due_on = said
    owner = await _member(tx, owner_id)
    clean = screening.kept(team.catalog, person, what).text
    number = await kept.add(tx, incident.id, clean, owner.id, due_on, person.id)
    details = {"people": [owner.name], "number": number, "due_on": due_on.isoformat()}
    await incidents.enter(tx, incident.id, Entry("improvement-added", person.id, clean, details))
    one = await found(tx, number)
    await _arm(tx, team, one, calendar.today(tx, team))
    if owner.id != person.id:
        tell(tx, owner, "notice", text="improvement-yours", by=person.name, **_said(one))
    return one


async def _member(tx: Tx, person_id: int) -> Person:
    person = (await people.of_ids(tx, [person_id])).get(person_id)
    if person is None or not may(person, Role.RESPONDER):
        raise Refused("refused-no-such-member", name=person.name if person else "?")
    return person


async def found(tx: Tx, improvement_id: int) -> Improvement:
    """Return one; Refused when there is none."""
    one = await kept.get(tx, improvement_id)
    if one is None:
        raise Refused("refused-no-such-improvement", number=str(improvement_id))
    return one


def _said(one: Improvement) -> Words:
    """Return one as the placeholders of a text, with its keys."""
    keys = [
        {"label": "button-improved", "data": f"improved:{one.id}", "style": "success"},
        {"label": "button-unneeded", "data": f"unneeded:{one.id}"},
    ]
    known = {"code": one.code, "number": one.id, "what": one.what, "name": one.owner}
    return {**known, "due": day_text(one.due_on), "keys": [keys]}


async def must_settle(tx: Tx, person: Person, improvement_id: int) -> Improvement:
    """Return an open one if this person may say what became of it; Refused otherwise."""
    one = await found(tx, improvement_id)
    if one.owner_id != person.id:
        await must_lead(tx, person, await incidents.get(tx, one.incident_id))
    if not one.is_open:
        state = {"text": f"improvement-is-{one.state}"}
        raise Refused("refused-improvement-settled", number=one.id, state=state, by=one.settled_by)
    return one


async def done(tx: Tx, person: Person, improvement_id: int) -> Improvement:
    """Enter that it is done; whoever gave it and the leads hear it."""
    one = await must_settle(tx, person, improvement_id)
    await _settle(tx, person, one, ImprovementState.DONE, None)
    return one


async def waive(
    tx: Tx, team: Team, person: Person, improvement_id: int, reason: str
) -> Improvement:
    """Enter that it is not needed after all, and why; whoever gave it and the leads hear it."""
    one = await must_settle(tx, person, improvement_id)
    clean = screening.kept(team.catalog, person, reason).text
    await _settle(tx, person, one, ImprovementState.DROPPED, clean)
    return one


async def _settle(
    tx: Tx, person: Person, one: Improvement, state: ImprovementState, reason: str | None
) -> None:
    if not await kept.settle(tx, one.id, state, person.id, reason):
        raise Refused("refused-changed-meanwhile", code=one.code)
    await due.drop(tx, REMIND, one.id)
    words = one.what if reason is None else f"{one.what} — {reason}"
    line = Entry(f"improvement-{state}", person.id, words, {"number": one.id})
    await incidents.enter(tx, one.incident_id, line)
    told = {lead.id: lead for lead in await leads(tx)}
    told |= await people.of_ids(tx, [one.added_by_id, one.owner_id])
    said = _said(one) | {"keys": [], "by": person.name, "reason": reason or ""}
    for each in told.values():
        if each.id != person.id and may(each, Role.RESPONDER):
            tell(tx, each, "notice", text=f"improvement-{state}", **said)


async def give(
    tx: Tx, team: Team, person: Person, improvement_id: int, owner_id: int
) -> Improvement:
    """Let somebody else do it; both hear it."""
    one = await found(tx, improvement_id)
    await must_lead(tx, person, await incidents.get(tx, one.incident_id))
    await must_settle(tx, person, improvement_id)
    owner = await _member(tx, owner_id)
    if owner.id != one.owner_id:
        await _pass(tx, team, one, owner, person.name)
    return await found(tx, improvement_id)


async def _pass(tx: Tx, team: Team, one: Improvement, owner: Person, by: str) -> None:
    await kept.give(tx, one.id, owner.id)
    details = {"people": [owner.name], "number": one.id}
    await incidents.enter(tx, one.incident_id, Entry("improvement-given", None, one.what, details))
    now = await found(tx, one.id)
    await _arm(tx, team, now, calendar.today(tx, team))
    tell(tx, owner, "notice", text="improvement-yours", **_said(now), by=by)
    former = await people.get(tx, one.owner_id)
    if former.active:
        tell(tx, former, "notice", text="improvement-gone", **_said(now) | {"keys": []})


async def leave(tx: Tx, team: Team, leaver: Person, successor: Person | None = None) -> int:
    """Pass what a leaver was to make better on to who takes over; else the leads must decide."""
    left = await kept.open_ones(tx, leaver.id)
    for one in left:
        if successor is not None and may(successor, Role.RESPONDER):
            await _pass(tx, team, one, successor, leaver.name)
    if left and successor is None:
        lines = [{"text": "improvement-left", **_said(one) | {"keys": []}} for one in left]
        for lead in await leads(tx):
            if lead.id != leaver.id:
                said: Words = {"name": leaver.name, "lines": {"lines": lines}}
                tell(tx, lead, "notice", text="improvements-left", **said)
    return len(left)


async def _arm(tx: Tx, team: Team, one: Improvement, heard_on: date) -> None:
    """Set the next reminder, at the beginning of a working day."""
    working = await opening.working_days(tx, team)
    day = rules.next_reminder(one.due_on, heard_on, working)
    policy = team.catalog.campaigns.policy
    at = datetime.combine(day, policy.work_from, team.zone).astimezone(tx.now.tzinfo)
    await due.schedule(tx, Due(REMIND, one.id, max(at, tx.now)))


async def remind(tx: Tx, team: Team, improvement_id: int, params: Mapping[str, Any]) -> None:
    """Bring one up to who is to do it; what is overdue, and whose owner has left, to leads too."""
    del params
    one = await kept.get(tx, improvement_id)
    if one is None or not one.is_open:
        return
    at = _hour(tx, team, await opening.working_days(tx, team))
    if at > tx.now:
        await due.schedule(tx, Due(REMIND, one.id, at))
        return
    today = calendar.today(tx, team)
    owner = await people.get(tx, one.owner_id)
    is_here = may(owner, Role.RESPONDER)
    is_late = one.is_overdue(today)
    said = _said(one)
    if is_here:
        text = "improvement-overdue" if is_late else "improvement-reminder"
        tell(tx, owner, "notice", text=text, **said)
    for lead in await leads(tx) if is_late or not is_here else ():
        if lead.id != owner.id:
            text = "improvement-overdue-lead" if is_here else "improvement-nobody"
            tell(tx, lead, "notice", text=text, **said)
    await _arm(tx, team, one, today)


def _hour(tx: Tx, team: Team, working: Working) -> datetime:
    policy = team.catalog.campaigns.policy
    return next_hour(tx.now, policy.work_from, policy.work_until, team.zone, working)
