"""Indicators: taken from what people write, matched with other incidents, shown defanged."""

from typing import Any

from bot.domain.errors import Refused
from bot.domain.incident import Incident
from bot.domain.indicators import Indicator, find, hosts
from bot.domain.people import Person
from bot.services import confidence, quiet_twins
from storage import facts
from storage import indicators as kept
from storage.database import Tx
from storage.indicators import Twin

MOST_LISTED, MOST_CODES = 30, 3


async def take(tx: Tx, incident_id: int, *texts: str | None) -> frozenset[int]:
    """Keep the indicators in texts of an incident; what stands at the own house is none.

    Returns the confidential incidents that have them too; who may know of those is told.
    """
    words = "\n".join(text for text in texts if text)
    if not find(words):
        return frozenset()
    row = await facts.incident(tx, incident_id)
    # Where it happened is the victim's address, not the attacker's.
    attacked = hosts(row.place or "") if row is not None else frozenset[str]()
    fresh = await kept.add(tx, incident_id, find(words, await kept.own_hosts(tx) | attacked))
    return await quiet_twins.seen(tx, incident_id, fresh) if fresh else frozenset()


async def seen_in(tx: Tx, incident_id: int) -> tuple[str, ...]:
    """Return the codes of incidents of the last 90 days that share an indicator, newest first."""
    found = await kept.elsewhere(tx, incident_id, tx.now - kept.SEEN_WITHIN)
    # The card is read by many: what they need not know of is not like anything either.
    unseen = await confidence.unseen(tx, None, {row.id for row in found})
    rows = [row for row in found if row.id not in unseen]
    return tuple(dict.fromkeys(row.code for row in rows))


async def twin(tx: Tx, incident_id: int) -> Twin | None:
    """Return what an incident may repeat, as the card may say it."""
    found = await kept.twin(tx, incident_id)
    is_hidden = found is not None and await confidence.unseen(tx, None, (found.id,))
    return None if is_hidden else found


async def page(tx: Tx, person: Person, incident: Incident) -> dict[str, Any]:
    """Return the list of an incident's indicators, each with where else it was seen."""
    await confidence.must_see(tx, person, incident)
    found = await kept.of_incident(tx, incident.id)
    if not found:
        raise Refused("refused-no-indicators", code=incident.code)
    codes: dict[tuple[str, str], list[str]] = {}
    others = await kept.elsewhere(tx, incident.id)
    unseen = await confidence.unseen(tx, person, {row.id for row in others})
    for row in others:
        if row.id in unseen:
            continue
        codes.setdefault((row.kind, row.value), []).append(row.code)
    shown = found[:MOST_LISTED]
    lines = [_line(each, codes.get((each.what.value, each.value), [])) for each in shown]
    more = len(found) - len(shown)
    return {
        "text": "indicators-list",
        "code": incident.code,
        "count": len(found),
        "lines": {"lines": lines},
        "more": {"text": "indicators-more", "count": more} if more else "",
        "kept": incident.confidential,
    }


def _line(each: Indicator, codes: list[str]) -> dict[str, Any]:
    said = {"what": {"text": f"indicator-{each.what}"}, "value": each.defanged}
    if not codes:
        return {"text": "indicators-line", **said}
    return {"text": "indicators-line-seen", **said, "codes": {"list": codes[:MOST_CODES]}}
