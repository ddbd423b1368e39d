"""Confidential incidents: who sees them, set and lifted, and told to those who must know."""

from collections.abc import Iterable

from bot.domain import confidence as rules
from bot.domain.errors import Refused
from bot.domain.incident import Incident
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.services.in_charge import must_lead
from bot.services.messages import leads, tell, tell_team
from storage import confidence as kept
from storage import forum, incidents, outbox
from storage.database import Tx
from storage.incidents import Entry


async def sees(tx: Tx, person: Person, incident: Incident) -> bool:
    """Tell whether somebody may read what an incident is about."""
    if not incident.confidential:
        return True
    return rules.may_see(
        person,
        is_owner=incident.owner_id == person.id,
        is_called=_is_untaken(incident) and await kept.was_called(tx, incident.id, person.id),
        is_brought_in=await kept.was_brought_in(tx, incident.id, person.id),
    )


async def must_see(tx: Tx, person: Person, incident: Incident) -> None:
    """Refuse whoever does not need to know what a confidential incident is about."""
    if await sees(tx, person, incident):
        return
    is_for_all = await _is_for_all(tx, incident)
    why = "refused-confidential-untaken" if is_for_all else "refused-confidential"
    raise Refused(why, code=incident.code)


async def must_be_asked(tx: Tx, person: Person, incident: Incident) -> None:
    """Refuse to take a confidential incident whoever neither may read it nor was called to it.

    Who was called with the whole team reads it by taking it: not unseen, as all could otherwise.
    """
    if not await _is_for_all(tx, incident):
        await must_see(tx, person, incident)


async def _is_for_all(tx: Tx, incident: Incident) -> bool:
    return _is_untaken(incident) and await kept.was_team_called(tx, incident.id)


def _is_untaken(incident: Incident) -> bool:
    return incident.owner_id is None and incident.ended_at is None


async def has_spoken(tx: Tx, person: Person, incident: Incident, message: tuple[int, int]) -> bool:
    """Tell whether somebody has written there before this (chat, message) since it is kept."""
    return await kept.has_spoken(tx, incident.id, person.id, message)


async def unseen(tx: Tx, person: Person | None, incident_ids: Iterable[int]) -> frozenset[int]:
    """Return which of these are kept from a reader; without one, from the many."""
    among = await kept.among(tx, incident_ids)
    if person is None:
        return among
    found = [await incidents.get(tx, each) for each in sorted(among)]
    return frozenset([each.id for each in found if not await sees(tx, person, each)])


async def keep(tx: Tx, team: Team, person: Person, incident: Incident) -> None:
    """Make an incident confidential at once, also where the group has read of it already."""
    await must_lead(tx, person, incident)
    if not await kept.put(tx, incident.id, confidential=True):
        raise Refused("refused-confidential-already", code=incident.code)
    await incidents.enter(tx, incident.id, Entry("confidential", person.id))
    tell_team(tx, team, "incident-nudge", incident.id, text="nudge-confidential", name=person.name)
    await _renew(tx, incident)


def may_lift(person: Person, incident: Incident) -> None:
    """Refuse whoever does not lead the team, and where there is nothing to lift."""
    if not may(person, Role.LEAD):
        raise Refused("refused-not-allowed", role={"role": Role.LEAD.value})
    if not incident.confidential:
        raise Refused("refused-not-confidential", code=incident.code)


async def lift(tx: Tx, person: Person, incident: Incident) -> None:
    """Let the whole team read it again; for whoever leads the team."""
    may_lift(person, incident)
    if not await kept.put(tx, incident.id, confidential=False):
        raise Refused("refused-not-confidential", code=incident.code)
    await incidents.enter(tx, incident.id, Entry("confidence-lifted", person.id))
    await _renew(tx, incident)


async def _renew(tx: Tx, incident: Incident) -> None:
    await kept.renew_copies(tx, incident.id)
    await outbox.refresh(tx, incident.id)
    await forum.follow(tx, incident.id)


async def begun(tx: Tx, incident: Incident) -> None:
    """Tell the leads of what is confidential by its kind; they may think otherwise."""
    if not incident.confidential:
        return
    await incidents.enter(tx, incident.id, Entry("confidential"))
    key = {"label": "button-lift", "data": f"lift:{incident.id}:ask"}
    for lead in await leads(tx):
        tell(tx, lead, "notice", text="confidential-by-kind", code=incident.code, keys=[[key]])
