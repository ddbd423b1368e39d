"""What an incident has cost, as whoever solved it or a lead estimates it: for Mẫu 05."""

from bot.domain.errors import Refused
from bot.domain.incident import Incident, Status
from bot.domain.losses import written
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from storage import incidents
from storage.database import Tx
from storage.incidents import Entry

_SOLVED = (Status.WRAPPING_UP, Status.CLOSED)


async def enter(tx: Tx, team: Team, person: Person, incident_id: int, amount: int) -> Incident:
    """Keep the estimate in đồng, in place of an earlier one; its owner's or a lead's to give."""
    incident = await incidents.get(tx, incident_id)
    if incident.owner_id != person.id and not may(person, Role.LEAD):
        raise Refused("refused-not-yours", code=incident.code)
    if incident.status not in _SOLVED:
        raise Refused("refused-loss-open", code=incident.code)
    await incidents.save(tx, incident, incident, loss=amount)
    said = written(amount, team.language)
    await incidents.enter(tx, incident.id, Entry("loss", person.id, said, {"amount": amount}))
    return incident
