"""Drills (diễn tập): a lead tells them apart; no clock of the law runs, no figure counts them."""

from bot.domain.drill import turned
from bot.domain.incident import Incident
from bot.domain.people import Person
from bot.domain.team import Team
from bot.services import room
from bot.services.messages import tell_team
from storage import incidents, outbox
from storage.database import Tx
from storage.incidents import Entry


async def turn(tx: Tx, team: Team, lead: Person, incident: Incident, *, drill: bool) -> Incident:
    """Make an incident a drill, or a real one again; the group hears it, every page shows it."""
    changed = turned(incident, drill=drill)
    await incidents.save(tx, incident, changed)
    line = "drill-on" if drill else "drill-off"
    await incidents.enter(tx, incident.id, Entry(line, lead.id))
    await room.changed(tx, team, changed)
    tell_team(tx, team, "incident-nudge", incident.id, text=f"nudge-{line}", name=lead.name)
    await outbox.refresh(tx, incident.id)
    return changed
