"""The sealed timeline: once a day an anchor goes to the group; whether all is as it was written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.seals import Anchor, Fault, Found, anchor, broken, code
from bot.domain.team import Team
from bot.services.messages import instant, leads, tell, tell_team
from storage import seals
from storage.database import Tx

ANCHOR = "anchor"


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked at and found; `unsealed` lines are older than the seals."""

    incidents: int
    lines: int
    unsealed: int
    anchors: tuple[Anchor, ...]
    found: tuple[Found, ...]


async def anchor_due(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Seal what was written since the last anchor, and give the group the code to keep.

    Without a group the leads get it; when nothing was written nothing is said.
    """
    del subject_id, params
    before = await seals.last_anchor(tx)
    after, upto = before.upto if before else 0, await seals.newest_line(tx)
    written = await seals.between(tx, after, upto)
    if not written:
        return
    digest = anchor(before.digest if before else "", written)
    await seals.drop_anchor(tx, upto, len(written), digest)
    said: dict[str, Any] = {
        "text": "timeline-anchor",
        "lines": len(written),
        "code": code(digest),
        "until": instant(tx.now),
    }
    tell_team(tx, team, "notice", **said)
    if team.chat_id is None:
        for lead in await leads(tx):
            tell(tx, lead, "notice", **said)


async def look(tx: Tx) -> Looked:
    """Go through every timeline and every anchor; nothing is changed."""
    incidents = lines = unsealed = 0
    found: list[Found] = []
    async for chain in seals.by_incident(tx):
        sealed = [line for n, line in enumerate(chain) if line.seal or (n and chain[n - 1].seal)]
        incidents, lines = incidents + 1, lines + len(chain)
        unsealed += len(chain) - len(sealed)
        found += broken(sealed)
    anchors = await seals.all_anchors(tx)
    after, digest = 0, ""
    for each in anchors:
        written = await seals.between(tx, after, each.upto)
        if each.lines != len(written) or each.digest != anchor(digest, written):
            found.append(Found(Fault.ANCHOR, each.id))
        after, digest = each.upto, each.digest
    return Looked(incidents, lines, unsealed, tuple(anchors), tuple(found))
