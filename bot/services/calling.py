"""One step of a ladder as messages: every person it calls, by every channel it names."""

from bot.domain.channels import TELEGRAM, chosen, ways
from bot.domain.escalation import Climb, Page
from bot.domain.messages import Outgoing
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.services.elsewhere import queue_by
from bot.services.messages import queue
from storage import incidents, outbox, people
from storage.database import Tx
from storage.incidents import Entry


def can_be_paged(person: Person) -> bool:
    """Tell whether a page by Telegram could reach somebody who may take it."""
    return (
        person.telegram_id is not None
        and person.reachable is not False
        and may(person, Role.RESPONDER)
    )


def can_be_called(team: Team, person: Person) -> bool:
    """Tell whether a page could reach somebody who may take it, by whatever channel."""
    if can_be_paged(person):
        return True
    return may(person, Role.RESPONDER) and bool(ways(team.channels, person))


async def call(tx: Tx, team: Team, incident_id: int, climbed: Climb) -> None:
    """Page everybody of a climb, and enter it into the timeline."""
    paged = await people.of_ids(tx, [page.person_id for page in climbed.pages])
    for page in climbed.pages:
        await _call_one(tx, team, incident_id, page, paged[page.person_id])
    said = {
        "people": [paged[page.person_id].name for page in climbed.pages],
        "step": climbed.ladder.step,
        "round": climbed.ladder.round,
        "next_at": climbed.next_at.isoformat(),
    }
    await incidents.enter(tx, incident_id, Entry("paged", details=said))


async def _call_one(tx: Tx, team: Team, incident_id: int, page: Page, person: Person) -> None:
    params = {"step": page.step, "round": page.round, "channels": list(page.channels)}
    key = f"page:{incident_id}:{page.step}:{page.round}:{person.id}"
    chat_id = person.telegram_id or 0
    message = Outgoing("incident-page", chat_id, person.id, incident_id, params, key=key)
    for channel in chosen(team.channels, person, page.channels):
        if channel == TELEGRAM:
            await outbox.collapse_pages(tx, incident_id, chat_id)
            queue(tx, message)
        else:
            queue_by(tx, channel, person, message)
