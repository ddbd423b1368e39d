"""What looks like a confidential incident: told in private to those who may know, nobody else.

Promise: for everybody else a match leaves no trace, on no card, in no log, in no list.
"""

from collections.abc import Collection, Mapping
from typing import Any

from bot.domain.incident import Incident
from bot.domain.indicators import Indicator, What
from bot.domain.likeness import Why
from bot.domain.people import Person
from bot.services import confidence
from bot.services.messages import leads, tell
from storage import incidents, indicators, links, people
from storage.database import Tx

MOST_SHOWN = 3


async def seen(tx: Tx, incident_id: int, fresh: Collection[Indicator]) -> frozenset[int]:
    """Tell of indicators an incident has just got that a confidential one has; returns which.

    Whoever has heard of the pair before, by another indicator, hears nothing again.
    """
    rows = await indicators.elsewhere(tx, incident_id, tx.now - indicators.SEEN_WITHIN)
    kept_back = await confidence.unseen(tx, None, {row.id for row in rows})
    shared: dict[int, list[Indicator]] = {}
    for row in rows:
        if row.id in kept_back:
            shared.setdefault(row.id, []).append(Indicator(What(row.kind), row.value))
    for other_id, both in sorted(shared.items()):
        if all(each in fresh for each in both):
            what = [each.defanged for each in both[:MOST_SHOWN]]
            await _tell(tx, incident_id, other_id, Why.INDICATOR, what)
    return frozenset(shared)


async def alike(tx: Tx, incident_id: int, other_id: int, why: Why) -> None:
    """Tell that a new report may be about the same as a confidential incident."""
    await _tell(tx, incident_id, other_id, why, [])


async def _tell(tx: Tx, incident_id: int, other_id: int, why: Why, what: list[str]) -> None:
    one, other = await incidents.get(tx, incident_id), await incidents.get(tx, other_id)
    if await links.are_linked(tx, one.id, other.id):
        return
    said = _words(one, other, why, what)
    for person in (await _concerned(tx, other)).values():
        if await confidence.sees(tx, person, one) and await confidence.sees(tx, person, other):
            tell(tx, person, "notice", **said)


async def _concerned(tx: Tx, other: Incident) -> Mapping[int, Person]:
    found = {lead.id: lead for lead in await leads(tx)}
    if other.owner_id is not None:
        found[other.owner_id] = await people.get(tx, other.owner_id)
    return found


def _words(one: Incident, other: Incident, why: Why, what: list[str]) -> dict[str, Any]:
    return {
        "text": "confidential-alike" if what else "confidential-alike-plain",
        "code": one.code,
        "other": other.code,
        "why": {"text": f"likeness-{why.value}"},
        "what": {"list": what},
        "keys": [
            [
                {"label": "button-relate", "data": f"tie:{one.id}:{other.id}:yes"},
                {"label": "button-tie-no", "data": f"tie:{one.id}:{other.id}:no"},
            ]
        ],
    }
