"""Indicators of attack by incident, which incidents share them, and which may be the same."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import Row, and_, bindparam, exists, or_, select, update

from bot.domain.incident import OPEN
from bot.domain.indicators import Indicator, What, host_of
from bot.domain.likeness import WITHIN, Other
from storage.database import Tx
from storage.evidence_tables import indicators, likenesses
from storage.tables import incidents, systems

SEEN_WITHIN = timedelta(days=90)
MOST_COMPARED = 200
_mine, _theirs = indicators.alias("mine"), indicators.alias("theirs")
_new = incidents.alias("new")
_same = and_(
    _mine.c.kind == _theirs.c.kind,
    _mine.c.value == _theirs.c.value,
    _mine.c.incident_id != _theirs.c.incident_id,
)
_shared = exists(
    select(_mine.c.id)
    .join(_theirs, _same)
    .where(_mine.c.incident_id == bindparam("new_id"), _theirs.c.incident_id == incidents.c.id)
)
# Asked of every new report while its page waits: to build it takes longer than to run it.
_CANDIDATES = (
    select(
        *(incidents.c.id, incidents.c.summary, incidents.c.system_id, incidents.c.confidential),
        _shared.label("shares"),
    )
    .where(
        incidents.c.id != bindparam("new_id"),
        incidents.c.status.in_(OPEN),
        incidents.c.opened_at > bindparam("since"),
        incidents.c.drill.is_(False),
    )
    .order_by(incidents.c.id.desc())
    .limit(MOST_COMPARED)
)
_RESEMBLES = likenesses.insert()


async def add(tx: Tx, incident_id: int, found: Iterable[Indicator]) -> list[Indicator]:
    """Keep what an incident did not have yet, and return it."""
    known = set(await of_incident(tx, incident_id))
    fresh = [each for each in found if each not in known]
    if fresh:
        rows = [
            {
                "incident_id": incident_id,
                "kind": each.what.value,
                "value": each.value,
                "seen_at": tx.now,
            }
            for each in fresh
        ]
        await tx.run(indicators.insert().values(rows))
    return fresh


async def of_incident(tx: Tx, incident_id: int) -> list[Indicator]:
    """Return an incident's indicators, oldest first."""
    rows = await tx.all(
        select(indicators.c.kind, indicators.c.value)
        .where(indicators.c.incident_id == incident_id)
        .order_by(indicators.c.id)
    )
    return [Indicator(What(row.kind), row.value) for row in rows]


async def own_hosts(tx: Tx) -> set[str]:
    """Return the hosts of the register's systems."""
    rows = await tx.all(select(systems.c.url).where(systems.c.url.is_not(None)))
    found = {host_of(row.url) for row in rows}
    return {host for host in found if host}


async def elsewhere(tx: Tx, incident_id: int, since: datetime | None = None) -> Sequence[Row[Any]]:
    """Return (kind, value, code, id) of each indicator that others have too, newest first."""
    query = (
        select(_mine.c.kind, _mine.c.value, incidents.c.code, incidents.c.id)
        .join(_theirs, _same)
        .join(incidents, incidents.c.id == _theirs.c.incident_id)
        .where(_mine.c.incident_id == incident_id)
        .order_by(incidents.c.id.desc(), _mine.c.id)
        .limit(MOST_COMPARED)
    )
    return await tx.all(query.where(incidents.c.opened_at >= since) if since else query)


async def candidates(tx: Tx, incident_id: int) -> list[Other]:
    """Return what a new report is compared with: open real ones of the last day, newest first."""
    rows = await tx.all(_CANDIDATES, {"new_id": incident_id, "since": tx.now - WITHIN})
    return [
        Other(row.id, row.summary, row.system_id, bool(row.shares), bool(row.confidential))
        for row in rows
    ]


async def resembles(tx: Tx, incident_id: int, other_id: int, reason: str) -> None:
    """Remember that an incident may be the same as another."""
    values = {"incident_id": incident_id, "other_id": other_id, "reason": reason}
    await tx.run(_RESEMBLES, values)


class Twin(Struct, frozen=True):
    """What an incident may repeat, and by what that was seen."""

    code: str
    reason: str
    id: int = 0


async def twin(tx: Tx, incident_id: int) -> Twin | None:
    """Return what an open incident may repeat, while nobody has said no."""
    row = await tx.one(
        select(incidents.c.code, likenesses.c.reason, incidents.c.id)
        .join(likenesses, likenesses.c.other_id == incidents.c.id)
        .join(_new, _new.c.id == likenesses.c.incident_id)
        .where(
            likenesses.c.incident_id == incident_id,
            likenesses.c.dismissed_at.is_(None),
            _new.c.status.in_(OPEN),
        )
    )
    return Twin(row.code, row.reason, row.id) if row is not None else None


async def dismiss(tx: Tx, incident_id: int, person_id: int) -> bool:
    """Remember who has said that it is another matter; False when it was said already."""
    return await tx.change(
        update(likenesses)
        .where(likenesses.c.incident_id == incident_id, likenesses.c.dismissed_at.is_(None))
        .values(dismissed_at=tx.now, dismissed_by_id=person_id)
    )


async def duplicates(tx: Tx, incident_id: int) -> Sequence[Row[Any]]:
    """Return (id, code) of what was ended as a duplicate of an incident, or of such a one."""
    direct = select(incidents.c.id).where(incidents.c.duplicate_of_id == incident_id)
    return await tx.all(
        select(incidents.c.id, incidents.c.code)
        .where(
            or_(
                incidents.c.duplicate_of_id == incident_id,
                incidents.c.duplicate_of_id.in_(direct),
            ),
            incidents.c.id != incident_id,
        )
        .order_by(incidents.c.id)
    )
