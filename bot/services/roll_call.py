"""The roll call: the team and whoever was paged are asked, and what they say is kept and shown."""

from collections.abc import Collection, Mapping
from typing import Any

from bot.domain.incident import Incident
from bot.domain.messages import Outgoing
from bot.domain.people import Person, Role, may
from bot.domain.roll_call import Presence, to_ask
from bot.domain.team import Team
from bot.services import bringing_in, playbooks
from bot.services.in_charge import must_be_open, must_go_on, must_lead
from bot.services.messages import queue
from storage import incidents, outbox, people, roles, shown
from storage import roll_call as kept
from storage.database import Tx
from storage.incidents import Entry

PAGE, ASK, CALL = "incident-roll-call", "incident-roll-ask", bringing_in.CALL
ASKING = (PAGE, ASK, CALL)


async def call(tx: Tx, team: Team, person: Person, incident: Incident) -> int:
    """Call the roll, or ask those once more who are silent; returns how many are asked.

    Whoever calls it counts as there, unless they have said something else.
    """
    await must_lead(tx, person, incident)
    must_go_on(incident)
    before = await kept.of_incident(tx, incident.id)
    wanted = [*await kept.paged(tx, incident.id), *(each.person_id for each in before.people)]
    wanted += [each.person_id for each in (await roles.of_incident(tx, incident.id)).values()]
    if incident.owner_id is not None:
        wanted.append(incident.owner_id)
    asked = to_ask(before, [each for each in wanted if each != person.id])
    able = await people.of_ids(tx, asked)
    asked = tuple(each for each in asked if may(able[each], Role.RESPONDER))
    await kept.keep_begun(tx, incident.id, person.id)
    await kept.ask(tx, incident.id, asked)
    if before.of(person.id) is None:
        await kept.answer(tx, incident.id, person.id, Presence.HERE)
        await bringing_in.heard(tx, team, person, incident, Presence.HERE)
    names = [able[each].name for each in asked]
    said = {"people": names, "group": team.chat_id is not None}
    await incidents.enter(tx, incident.id, Entry("roll-call", person.id, details=said))
    for each in asked:
        _ask(tx, able[each], incident)
    if team.chat_id is not None:
        await playbooks.post_page(tx, PAGE, incident, team.chat_id, None, anew=True)
    await outbox.refresh(tx, incident.id)
    return len(asked)


def _ask(tx: Tx, person: Person, incident: Incident) -> None:
    if person.telegram_id is not None:
        queue(tx, Outgoing(ASK, person.telegram_id, person.id, incident.id))


async def answer(tx: Tx, team: Team, person: Person, incident_id: int, said: Presence) -> Incident:
    """Keep what somebody says; whoever had them called hears it, list and card follow."""
    incident = await incidents.get(tx, incident_id)
    must_be_open(incident)
    before = (await kept.of_incident(tx, incident_id)).of(person.id)
    if before is said:
        return incident
    await kept.answer(tx, incident_id, person.id, said)
    details: Mapping[str, Any] = {"presence": said.value}
    await incidents.enter(tx, incident_id, Entry("presence", person.id, details=details))
    await bringing_in.heard(tx, team, person, incident, said)
    own = [
        row
        for row in await shown.about(tx, (ASK, CALL), [incident_id])
        if row.person_id == person.id
    ]
    await shown.renew(tx, own)
    await outbox.refresh(tx, incident_id)
    return incident


async def asked_last(tx: Tx, chat_id: int, others: Collection[str]) -> int | None:
    """Return the incident whose call is the newest question in a chat, if it is one."""
    row = await outbox.newest_sent(tx, (*others, *ASKING), chat_id)
    return int(row.subject_id) if row is not None and row.kind in ASKING else None
