"""Bringing somebody in: asked first when another is on duty, paged with the reason, told of."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.bringing_in import Stand, Wanted
from bot.domain.errors import Refused
from bot.domain.escalation import Target
from bot.domain.incident import Incident
from bot.domain.messages import Outgoing
from bot.domain.people import Person, Role
from bot.domain.roll_call import Presence
from bot.domain.roster import on_duty
from bot.domain.team import Team
from bot.services import listings, paging
from bot.services.in_charge import must_go_on, must_lead
from bot.services.messages import queue, tell
from storage import bringing_in as kept
from storage import due, incidents, outbox, people, roles, roll_call, roster
from storage.bringing_in import Bringing
from storage.database import Tx
from storage.due import Due
from storage.incidents import Entry

CALL = "incident-bring-in"
LATE = "bring-late"  # about a request
Words = dict[str, Any]


async def request(tx: Tx, team: Team, person: Person, incident: Incident, wanted: Wanted) -> Words:
    """Page whoever is wanted, or ask first; returns what to say to whoever asked."""
    await must_lead(tx, person, incident)
    must_go_on(incident)
    if wanted.is_everybody:
        return await _offer_all(tx, person, incident, wanted.why)
    person_id = await listings.responder_named(tx, wanted.who)
    if person_id in (person.id, incident.owner_id):
        raise Refused("refused-bring-there", code=incident.code)
    asked = await people.get(tx, person_id)
    bringing = await kept.add(tx, incident.id, person_id, person.id, wanted.why)
    watching = await _watching(tx, team, incident, person.id, person_id)
    if watching and not await _is_on_duty(tx, team, person_id):
        return _offer(incident, bringing, asked, watching[0])
    if not paging.can_be_paged(asked):
        return _offer(incident, bringing, asked, watching[0] if watching else None)
    await _call(tx, team, incident, bringing, [asked])
    return {"text": "bring-called", "code": incident.code, "name": asked.name}


def _offer(incident: Incident, bringing: Bringing, asked: Person, watcher: Person | None) -> Words:
    """Say who is on duty now, and let whoever asked choose."""
    can = paging.can_be_paged(asked)
    if watcher is None:
        raise Refused("refused-bring-unreachable", name=asked.name)
    keys = [[_duty_key(bringing.id, watcher)]]
    if can:
        all_the_same = {"name": asked.name}
        data = f"bring:{bringing.id}:yes"
        keys.append([{"label": "button-bring-yes", "args": all_the_same, "data": data}])
    said = {"code": incident.code, "name": asked.name, "watcher": watcher.name, "keys": keys}
    return {"text": "bring-on-duty" if can else "bring-unreachable", **said}


def _duty_key(bringing_id: int, watcher: Person) -> Words:
    return {
        "label": "button-bring-duty",
        "args": {"name": watcher.name},
        "data": f"bring:{bringing_id}:duty",
        "style": "primary",
    }


async def _offer_all(tx: Tx, person: Person, incident: Incident, why: str) -> Words:
    everybody = await _everybody(tx, person, incident)
    if not everybody:
        raise Refused("refused-bring-nobody")
    bringing = await kept.add(tx, incident.id, None, person.id, why)
    key = {"label": "button-bring-all", "args": {"count": len(everybody)}}
    key |= {"data": f"bring:{bringing.id}:yes"}
    said = {"code": incident.code, "count": len(everybody), "keys": [[key]]}
    text = "bring-all-sure-confidential" if incident.confidential else "bring-all-sure"
    return {"text": text, **said}


async def _everybody(tx: Tx, person: Person, incident: Incident) -> list[Person]:
    members = await people.with_roles(tx, (Role.RESPONDER, Role.LEAD, Role.ADMIN))
    left_out = {person.id, incident.owner_id}
    return [each for each in members if each.id not in left_out and paging.can_be_paged(each)]


async def decide(tx: Tx, team: Team, person: Person, bringing_id: int, how: str) -> Words:
    """Page whom it was asked for all the same, or whoever is on duty instead."""
    bringing = await kept.get(tx, bringing_id)
    if bringing is None:
        raise Refused("refused-message-gone")
    incident = await incidents.get(tx, bringing.incident_id)
    await must_lead(tx, person, incident)
    must_go_on(incident)
    if how == "duty":
        return await _call_watcher(tx, team, person, incident, bringing)
    if bringing.state is not Stand.OFFERED:
        raise Refused("refused-bring-settled", code=incident.code)
    if bringing.person_id is None:
        everybody = await _everybody(tx, person, incident)
        await _call(tx, team, incident, bringing, everybody)
        return {"text": "toast-bring-all", "count": len(everybody)}
    asked = await people.get(tx, bringing.person_id)
    if not paging.can_be_paged(asked):
        raise Refused("refused-bring-unreachable", name=asked.name)
    await _call(tx, team, incident, bringing, [asked])
    return {"text": "toast-bring", "name": asked.name}


async def _call_watcher(
    tx: Tx, team: Team, person: Person, incident: Incident, bringing: Bringing
) -> Words:
    watching = await _watching(tx, team, incident, person.id, bringing.person_id)
    if not watching:
        raise Refused("refused-bring-no-watch")
    if bringing.state is Stand.DROPPED or not await kept.move(tx, bringing, Stand.DROPPED):
        raise Refused("refused-bring-settled", code=incident.code)
    await due.drop(tx, LATE, bringing.id)
    instead = await kept.add(tx, incident.id, watching[0].id, person.id, bringing.reason)
    await _call(tx, team, incident, instead, watching[:1])
    return {"text": "toast-bring", "name": watching[0].name}


async def _call(
    tx: Tx, team: Team, incident: Incident, bringing: Bringing, called: Sequence[Person]
) -> None:
    """Page people, give them the ladder's time to answer, and enter it."""
    if not await kept.move(tx, bringing, Stand.CALLED):
        raise Refused("refused-bring-settled", code=incident.code)
    by = await people.get(tx, bringing.asked_by_id)
    params = {"by": by.name, "reason": bringing.reason, "bringing": bringing.id}
    for each in called:
        await roll_call.ask_anew(tx, incident.id, each.id)
        queue(tx, Outgoing(CALL, each.telegram_id or 0, each.id, incident.id, params))
    names = {"people": [each.name for each in called]}
    said = Entry("brought-in", bringing.asked_by_id, bringing.reason or None, names)
    await incidents.enter(tx, incident.id, said)
    policy = await paging.policy_of(tx, team, incident)
    await due.schedule(tx, Due(LATE, bringing.id, tx.now + policy.answer_within))
    await outbox.refresh(tx, incident.id)


async def heard(tx: Tx, team: Team, person: Person, incident: Incident, said: Presence) -> None:
    """Tell whoever had somebody called what they have answered."""
    for bringing in await kept.called(tx, incident.id, person.id):
        await kept.move(tx, bringing, Stand.ANSWERED)
        await due.drop(tx, LATE, bringing.id)
        keys: list[list[Words]] = []
        if said is Presence.CANNOT:
            keys = await _keys_instead(tx, team, incident, bringing)
        by = await people.get(tx, bringing.asked_by_id)
        told = {"text": f"presence-{said.value}"}
        words: Words = {"code": incident.code, "name": person.name, "answer": told, "keys": keys}
        tell(tx, by, "notice", text="bring-answered", **words)


async def late(tx: Tx, team: Team, bringing_id: int, params: Mapping[str, Any]) -> None:
    """Who was called has not answered: whoever asked is told, and who is on duty is offered."""
    del params
    bringing = await kept.get(tx, bringing_id)
    if bringing is None or bringing.state is not Stand.CALLED:
        return
    incident = await incidents.get(tx, bringing.incident_id)
    roll = await roll_call.of_incident(tx, incident.id)
    silent = [each for each in roll.silent if bringing.person_id in (None, each.person_id)]
    await kept.move(tx, bringing, Stand.UNANSWERED)
    if incident.ended_at is not None or not silent:
        return
    names = [each.name for each in silent]
    entry = Entry("bring-unanswered", None, details={"people": names})
    await incidents.enter(tx, incident.id, entry)
    by = await people.get(tx, bringing.asked_by_id)
    keys = await _keys_instead(tx, team, incident, bringing)
    said: Words = {"code": incident.code, "names": {"list": names}, "keys": keys}
    tell(tx, by, "alarm", text="bring-silent", **said)


async def _keys_instead(
    tx: Tx, team: Team, incident: Incident, bringing: Bringing
) -> list[list[Words]]:
    watching = await _watching(tx, team, incident, bringing.asked_by_id, bringing.person_id)
    return [[_duty_key(bringing.id, watching[0])]] if watching else []


async def _watching(tx: Tx, team: Team, incident: Incident, *without: int | None) -> list[Person]:
    """Return who is on duty now, can be paged and is not in it yet, some people left out.

    Whoever owns it is on duty as a rule: then the backup is free.
    """
    shifts, ids = await roster.around(tx, tx.now), list[int]()
    for target in (Target.ON_DUTY, Target.BACKUP):
        ids += on_duty(shifts, team.catalog.watch.posts_for(target), tx.now)
    left_out = {incident.owner_id, *without, *await _are_in(tx, incident)}
    ids = [each for each in dict.fromkeys(ids) if each not in left_out]
    known = await people.of_ids(tx, ids)
    return [known[each] for each in ids if each in known and paging.can_be_paged(known[each])]


async def _are_in(tx: Tx, incident: Incident) -> set[int]:
    """Return who has said whether they help, has a role, or is being called already."""
    roll = await roll_call.of_incident(tx, incident.id)
    has_said = {each.person_id for each in roll.people if each.answer is not None}
    held = (await roles.of_incident(tx, incident.id)).values()
    return has_said | {each.person_id for each in held} | await kept.being_called(tx, incident.id)


async def _is_on_duty(tx: Tx, team: Team, person_id: int) -> bool:
    shifts = await roster.around(tx, tx.now)
    posts = [team.catalog.watch.posts_for(target) for target in paging.OF_POSTS]
    return any(person_id in on_duty(shifts, each, tx.now) for each in posts)
