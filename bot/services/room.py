"""The incident's room: what is kept with an incident from the moment that somebody takes it."""

from bot.domain.incident import Incident
from bot.domain.team import Team
from bot.services import deadlines, playbooks, roles, situation
from storage.database import Tx


async def taken(tx: Tx, team: Team, incident: Incident) -> None:
    """Somebody has taken it: it keeps its playbook as it is, and the law's deadlines run."""
    await playbooks.adopt(tx, team, incident, incident.owner_id)
    await deadlines.sync(tx, team, incident)
    await roles.sync(tx, team, incident)
    await situation.sync(tx, team, incident)


async def opened(tx: Tx, team: Team, incident: Incident) -> None:
    """Somebody looks at it: what an older version of this program had let be taken gets it too."""
    if incident.taken_at is not None and incident.ended_at is None:
        await taken(tx, team, incident)


async def changed(tx: Tx, team: Team, incident: Incident) -> None:
    """It was solved, rejected, opened again or judged anew: other deadlines may run."""
    await deadlines.sync(tx, team, incident)
    await roles.sync(tx, team, incident)
    await situation.sync(tx, team, incident)
