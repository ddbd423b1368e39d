"""Related incidents: two that stay apart, each with the other's code in card, log and case file."""

from bot.domain.errors import Refused
from bot.domain.incident import Incident
from bot.domain.people import Person
from storage import incidents, links, outbox
from storage.database import Tx
from storage.incidents import Entry


async def link(tx: Tx, person: Person, one: Incident, other: Incident) -> None:
    """Relate two incidents; Refused when they are the same, or related already."""
    if one.id == other.id:
        raise Refused("refused-link-itself", code=one.code)
    if not await links.link(tx, one.id, other.id, person.id):
        raise Refused("refused-linked", code=one.code, other=other.code)
    await _enter(tx, "linked", person, one, other)


async def unlink(tx: Tx, person: Person, one: Incident, other: Incident) -> None:
    """Relate two incidents no more; Refused when they are not related."""
    if not await links.unlink(tx, one.id, other.id):
        raise Refused("refused-not-linked", code=one.code, other=other.code)
    await _enter(tx, "unlinked", person, one, other)


async def _enter(tx: Tx, kind: str, person: Person, one: Incident, other: Incident) -> None:
    for here, there in ((one, other), (other, one)):
        await incidents.enter(tx, here.id, Entry(kind, person.id, there.code))
        await outbox.refresh(tx, here.id)
