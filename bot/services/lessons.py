"""The draft after an incident (rút kinh nghiệm): ordered by its end or by somebody, made beside."""

from bot.domain.after_action import WORTH_IT
from bot.domain.incident import Incident
from bot.domain.people import Person
from bot.services.watch_reports import number_of
from storage import due
from storage.database import Tx
from storage.due import Due

MAKE = "make-after-action"  # about the order itself: the same one is not made twice


async def order(tx: Tx, incident: Incident, person: Person | None = None) -> None:
    """Have a draft made, for one person or for all who are to finish it."""
    params = {"incident_id": incident.id, "person_id": None if person is None else person.id}
    await due.schedule(tx, Due(MAKE, number_of(params), tx.now, params))


async def closed(tx: Tx, incident: Incident) -> None:
    """What was serious is closed: a draft is made by itself."""
    if incident.severity in WORTH_IT:
        await order(tx, incident)
