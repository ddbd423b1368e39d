"""Who may send for people and give out work in an incident, and whether it still goes on."""

from bot.domain.errors import Refused
from bot.domain.incident import ENDED, Incident, Status
from bot.domain.people import Person, Role, may
from storage import roles
from storage.database import Tx


async def must_lead(tx: Tx, person: Person, incident: Incident) -> None:
    """Refuse whoever neither owns the incident, nor leads it or the team."""
    if incident.owner_id == person.id or may(person, Role.LEAD):
        return
    if person.id not in await roles.leaders(tx, incident.id):
        raise Refused("refused-not-yours", code=incident.code)


async def must_have_part(tx: Tx, person: Person, incident: Incident) -> None:
    """Refuse whoever neither leads it nor has any role in it."""
    held = await roles.of_incident(tx, incident.id)
    if all(holder.person_id != person.id for holder in held.values()):
        await must_lead(tx, person, incident)


def must_go_on(incident: Incident) -> None:
    """Refuse what has ended, or is solved and waits for the reporter's word."""
    if incident.status is Status.WRAPPING_UP:
        raise Refused("refused-already-resolved", code=incident.code)
    must_be_open(incident)


def must_be_open(incident: Incident) -> None:
    """Refuse what has ended."""
    if incident.status in ENDED:
        status = {"status": incident.status.value}
        raise Refused("refused-already-ended", code=incident.code, status=status)
