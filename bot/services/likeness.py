"""Reports that may be the same: found when one comes in, merged, related or kept apart."""

from typing import Any

from bot.domain.errors import Refused
from bot.domain.incident import Incident
from bot.domain.likeness import alike
from bot.domain.people import Person
from bot.domain.report import Draft
from bot.services import indicators as taking
from bot.services import quiet_twins, relations
from bot.services.messages import tell
from storage import incidents, indicators, outbox, people
from storage.database import Tx
from storage.incidents import Entry


async def compare(tx: Tx, incident_id: int, draft: Draft) -> None:
    """Keep a new report's indicators, and which open incident of the last day it may repeat.

    A confidential one is on no card: it is told to those who may know of it.
    """
    told = (draft.summary, draft.noticed, *(part.text for part in draft.more))
    heard = await taking.take(tx, incident_id, *told)
    others = await indicators.candidates(tx, incident_id)
    open_ones = [each for each in others if not each.confidential]
    kept_back = [each for each in others if each.confidential and each.id not in heard]
    found = alike(draft.summary, draft.system_id, open_ones)
    if found is not None:
        other_id, why = found
        await indicators.resembles(tx, incident_id, other_id, why.value)
    hidden = alike(draft.summary, draft.system_id, kept_back)
    if hidden is not None:
        await quiet_twins.alike(tx, incident_id, *hidden)


async def other_of(tx: Tx, incident: Incident) -> str:
    """Return the code of what an incident may repeat; Refused when that is settled."""
    found = await taking.twin(tx, incident.id)
    if found is None:
        raise Refused("refused-likeness-settled", code=incident.code)
    return found.code


async def relate(tx: Tx, person: Person, incident: Incident) -> str:
    """They are related, yet not the same: both go on and name each other; returns its code."""
    found = await taking.twin(tx, incident.id)
    if found is None:
        raise Refused("refused-likeness-settled", code=incident.code)
    other = await incidents.get(tx, found.id)
    await indicators.dismiss(tx, incident.id, person.id)
    await relations.link(tx, person, incident, other)
    return other.code


async def keep_apart(tx: Tx, person: Person, incident: Incident) -> str:
    """It is another matter: the card asks no more; returns the other's code."""
    code = await other_of(tx, incident)
    await indicators.dismiss(tx, incident.id, person.id)
    await incidents.enter(tx, incident.id, Entry("kept-apart", person.id, code))
    await outbox.refresh(tx, incident.id)
    return code


async def tell_twins(tx: Tx, incident: Incident, text: str, action: str | None) -> None:
    """Whoever reported the same hears the end of the one that was worked on."""
    for row in await indicators.duplicates(tx, incident.id):
        twin = await incidents.get(tx, row.id)
        if twin.reporter_id is None or twin.reporter_id == incident.reporter_id:
            continue
        reporter = await people.get(tx, twin.reporter_id)
        if not reporter.blocked:
            said: dict[str, Any] = {
                "code": twin.code,
                "other": incident.code,
                "action": "—" if incident.confidential else action or "—",
            }
            tell(tx, reporter, "notice", text=text, **said)
