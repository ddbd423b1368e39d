"""What is decided about an incident from above: whose it is, and how urgent."""

from bot.domain import incident as rules
from bot.domain.errors import Refused
from bot.domain.incident import Incident
from bot.domain.kinds import Severity
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.services import paging, room
from bot.services.incidents import acknowledge
from bot.services.messages import instant, tell
from storage import due, incidents, outbox, people
from storage.database import Tx
from storage.incidents import Entry


async def assign(tx: Tx, team: Team, lead: Person, incident_id: int, person_id: int) -> Person:
    """Give an incident to a member; they are paged and can still say that they cannot."""
    incident = await incidents.get(tx, incident_id)
    person = (await people.of_ids(tx, [person_id])).get(person_id)
    if person is None:
        raise Refused("refused-no-such-member", name=str(person_id))
    if not may(person, Role.RESPONDER):
        raise Refused("refused-not-a-responder", name=person.name)
    assigned = rules.assign(incident, person.id, tx.now)
    await incidents.save(tx, incident, assigned)
    await incidents.enter(tx, incident_id, Entry("assigned", lead.id, details={"to": person.name}))
    await paging.stop(tx, incident_id)
    await due.drop(tx, paging.QUEUE, incident_id)
    if incident.owner_id is not None:
        former = await people.get(tx, incident.owner_id)
        tell(tx, former, "incident-released", incident_id, text="released-assigned", to=person.name)
    if person.id == lead.id:
        await acknowledge(tx, team, person, incident_id)
        return person
    until = instant(await paging.await_answer(tx, team, assigned))
    said = {"owner_id": person.id, "name": lead.name, "until": until}
    tell(tx, person, "incident-assigned", incident_id, **said)
    await outbox.refresh(tx, incident_id)
    return person


async def change_severity(
    tx: Tx, team: Team, person: Person, incident_id: int, severity: Severity
) -> Incident:
    """Change how urgent it is; what nobody owns and has become worse is paged anew.

    A ladder that runs keeps its policy when things turn out less bad: nobody is woken twice.
    """
    incident = await incidents.get(tx, incident_id)
    changed = rules.change_severity(incident, severity)
    await incidents.save(tx, incident, changed)
    details = {"from": incident.severity.value, "to": severity.value}
    await incidents.enter(tx, incident_id, Entry("severity", person.id, details=details))
    if rules.needs_ladder(changed) and changed.severity > incident.severity:
        await paging.start(tx, team, changed)
    await room.changed(tx, team, changed)
    await outbox.refresh(tx, incident_id)
    return changed
