"""Running ladders: the snapshot of the policy they started with, and where they stand."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from bot.domain.escalation import Ladder, Policy
from storage.database import Tx
from storage.tables import ladders

# A page waits for these: to build them takes longer than to run them.
_OF = ladders.c.incident_id == bindparam("of_incident")
_ADD = ladders.insert()
_LIVE = select(ladders).where(_OF, ladders.c.live)
_NEWEST = select(ladders).where(_OF).order_by(ladders.c.id.desc()).limit(1)
_KEEP = update(ladders).where(_OF, ladders.c.live)


def _ladder(row: Row[Any]) -> Ladder:
    return Ladder(
        incident_id=row.incident_id,
        policy=Policy.model_validate(row.policy),
        step=row.step,
        round=row.round,
        declined=frozenset(row.declined),
        paged=frozenset(row.paged),
        live=row.live,
    )


async def add(tx: Tx, ladder: Ladder, next_at: datetime) -> None:
    """Store a ladder that starts now."""
    values = {
        "incident_id": ladder.incident_id,
        "policy": ladder.policy.model_dump(mode="json"),
        "started_at": tx.now,
        "next_at": next_at,
    }
    await tx.run(_ADD, values | _position(ladder))


async def live(tx: Tx, incident_id: int) -> Ladder | None:
    """Return the ladder that is being climbed for an incident, if any."""
    row = await tx.one(_LIVE, {"of_incident": incident_id})
    return _ladder(row) if row is not None else None


async def ringing(tx: Tx, person_id: int) -> list[Ladder]:
    """Return the live ladders whose latest climb called a person, oldest first."""
    rows = await tx.all(select(ladders).where(ladders.c.live).order_by(ladders.c.id))
    return [ladder for ladder in map(_ladder, rows) if person_id in ladder.paged]


async def newest(tx: Tx, incident_id: int) -> Ladder | None:
    """Return the last ladder of an incident, live or not, for its policy."""
    row = await tx.one(_NEWEST, {"of_incident": incident_id})
    return _ladder(row) if row is not None else None


async def keep(tx: Tx, ladder: Ladder, next_at: datetime | None = None) -> None:
    """Store where the live ladder of an incident stands now."""
    values: dict[str, Any] = {"of_incident": ladder.incident_id, **_position(ladder)}
    if next_at is not None:
        values["next_at"] = next_at
    await tx.run(_KEEP, values)


def _position(ladder: Ladder) -> dict[str, Any]:
    return {
        "step": ladder.step,
        "round": ladder.round,
        "declined": sorted(ladder.declined),
        "paged": sorted(ladder.paged),
        "live": ladder.live,
    }
