"""Who leaves the team while they are called: others are, or their successor at once."""

from msgspec.structs import replace

from bot.domain.escalation import Ladder
from bot.domain.messages import Outgoing
from bot.domain.people import Person
from bot.domain.team import Team
from bot.services import paging
from bot.services.messages import queue
from storage import incidents, ladders, outbox
from storage.database import Tx
from storage.incidents import Entry


async def leave_ladders(
    tx: Tx, team: Team, leaver: Person, successor: Person | None = None
) -> None:
    """Leave somebody who goes out of every ladder that calls them; call who takes over at once."""
    for ladder in await ladders.ringing(tx, leaver.id):
        if successor is not None and paging.can_be_paged(successor):
            await _call_instead(tx, ladder, successor)
        incident = await incidents.get(tx, ladder.incident_id)
        await paging.decline(tx, team, incident, leaver)
        await outbox.refresh(tx, incident.id)


async def _call_instead(tx: Tx, ladder: Ladder, person: Person) -> None:
    """Call one more person at the step that was climbed last, unless they were or can't."""
    if person.telegram_id is None or person.id in ladder.paged | ladder.declined:
        return
    incident_id, step = ladder.incident_id, max(0, ladder.step - 1)
    params = {"step": step, "round": ladder.round, "channels": ["telegram"]}
    key = f"page:{incident_id}:{step}:{ladder.round}:{person.id}"
    queue(
        tx,
        Outgoing("incident-page", person.telegram_id, person.id, incident_id, params, key=key),
    )
    said = {"people": [person.name], "step": step, "round": ladder.round}
    await incidents.enter(tx, incident_id, Entry("paged", details=said))
    await ladders.keep(tx, replace(ladder, paged=ladder.paged | {person.id}))
