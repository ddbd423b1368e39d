"""Roles in an incident: taken, given, given back; owner and leads reminded of what is empty."""

from collections.abc import Mapping
from typing import Any

from bot.domain import roles as rules
from bot.domain.errors import Refused
from bot.domain.incident import WORKING, Incident
from bot.domain.people import Person, Role, may
from bot.domain.roles import CrewRole
from bot.domain.team import Team
from bot.services.in_charge import must_be_open, must_lead
from bot.services.messages import leads, tell
from storage import due, facts, incidents, outbox, people
from storage import roles as kept
from storage.database import Tx
from storage.due import Due
from storage.incidents import Entry

PAGE = "incident-roles"
EMPTY = "crew-roles"  # about an incident
_REMINDED = "roles-reminded"
SHOWN = 20
Key = dict[str, Any]


async def take(tx: Tx, person: Person, incident: Incident, role: CrewRole) -> None:
    """Let somebody have a role that nobody has; Refused with who has it."""
    must_be_open(incident)
    if not await kept.take(tx, incident.id, role, person.id):
        holder = (await kept.of_incident(tx, incident.id))[role]
        raise Refused("refused-role-held", role=name_of(role), name=holder.name)
    await _enter(tx, incident, Entry("role-taken", person.id, details=_said(role)))


async def give(tx: Tx, person: Person, incident: Incident, role: CrewRole, to_id: int) -> Person:
    """Let a member have a role, in place of whoever has it; both hear it."""
    await must_lead(tx, person, incident)
    must_be_open(incident)
    to = (await people.of_ids(tx, [to_id])).get(to_id)
    if to is None or not may(to, Role.RESPONDER):
        raise Refused("refused-no-such-member", name="?")
    before = (await kept.of_incident(tx, incident.id)).get(role)
    if before is not None and before.person_id == to_id:
        return to
    await kept.give(tx, incident.id, role, to_id, person.id)
    details = {**_said(role), "people": [to.name]}
    await _enter(tx, incident, Entry("role-given", person.id, details=details))
    said: dict[str, Any] = {"code": incident.code, "role": name_of(role), "by": person.name}
    if to_id != person.id:
        tell(tx, to, "notice", text="role-yours", **said, keys=_keys(incident))
    if before is not None and before.person_id != person.id:
        lost = await people.get(tx, before.person_id)
        tell(tx, lost, "notice", text="role-gone", **said, name=to.name)
    return to


async def give_back(tx: Tx, person: Person, incident: Incident, role: CrewRole) -> None:
    """Let nobody have a role; for whoever has it, and for whoever is in charge."""
    must_be_open(incident)
    holder = (await kept.of_incident(tx, incident.id)).get(role)
    if holder is None:
        raise Refused("refused-role-empty", role=name_of(role))
    if holder.person_id != person.id:
        await must_lead(tx, person, incident)
    await kept.give_back(tx, incident.id, role, holder.person_id)
    details = {**_said(role), "people": [holder.name]}
    await _enter(tx, incident, Entry("role-back", person.id, details=details))


async def _enter(tx: Tx, incident: Incident, line: Entry) -> None:
    await incidents.enter(tx, incident.id, line)
    await outbox.refresh(tx, incident.id)


async def offer(tx: Tx, person: Person, incident: Incident, role: CrewRole) -> list[list[Key]]:
    """Return the members as keys, two in a row; Refused for whoever may not give out roles."""
    await must_lead(tx, person, incident)
    must_be_open(incident)
    members = await people.with_roles(tx, (Role.RESPONDER, Role.LEAD, Role.ADMIN))
    keys: list[Key] = [
        {"caption": each.name, "data": f"crewto:{incident.id}:{role.value}:{each.id}"}
        for each in members
        if each.telegram_id is not None
    ]
    return [keys[start : start + 2] for start in range(0, len(keys), 2)][:SHOWN]


def name_of(role: CrewRole) -> dict[str, str]:
    """Return the name of a role as a value for a text."""
    return {"text": f"crew-{role.value}"}


def _said(role: CrewRole) -> dict[str, str]:
    return {"role": role.value}


def _keys(incident: Incident) -> list[list[dict[str, Any]]]:
    return [[{"label": "button-roles", "data": f"roles:{incident.id}"}]]


async def sync(tx: Tx, team: Team, incident: Incident) -> None:
    """Remind of empty roles once, after the time of its severity, while it is worked on."""
    within = team.catalog.crew.rhythm(incident.severity).roles_within
    if within is None or incident.taken_at is None or incident.status not in WORKING:
        await due.drop(tx, EMPTY, incident.id)
        return
    if await due.waiting(tx, EMPTY, incident.id) is not None:
        return
    if not await facts.last(tx, incident.id, 1, _REMINDED):
        at = max(incident.taken_at + within, tx.now)
        await due.schedule(tx, Due(EMPTY, incident.id, at))


async def remind(tx: Tx, team: Team, incident_id: int, params: Mapping[str, Any]) -> None:
    """Tell owner and leads which roles are empty."""
    del params
    incident = await incidents.get(tx, incident_id)
    within = team.catalog.crew.rhythm(incident.severity).roles_within
    missing = rules.empty(await kept.of_incident(tx, incident_id))
    if incident.status not in WORKING or within is None or not missing:
        return
    line = Entry(_REMINDED, None, details={"roles": [role.value for role in missing]})
    await incidents.enter(tx, incident_id, line)
    names = {"list": [name_of(role) for role in missing]}
    told = {each.id: each for each in await leads(tx)}
    if incident.owner_id is not None:
        told[incident.owner_id] = await people.get(tx, incident.owner_id)
    for each in told.values():
        keys = _keys(incident)
        tell(tx, each, "notice", text="roles-reminder", code=incident.code, roles=names, keys=keys)
