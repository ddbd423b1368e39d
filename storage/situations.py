"""Situation reports over all incidents: what leads have not been told yet."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Row, exists, func, select

from storage.database import Tx
from storage.due import WAITING
from storage.tables import due_rows, incidents, people, timeline

REPORTED = "situation"
ENDED = ("closed", "rejected")
_its_report = timeline.alias("its_report")


async def newest_line(tx: Tx, incident_id: int, kinds: Collection[str]) -> int:
    """Return the number of the newest line of these kinds in an incident's timeline; 0 for none."""
    wanted = (timeline.c.incident_id == incident_id, timeline.c.kind.in_(tuple(kinds)))
    return int(await tx.scalar(select(func.max(timeline.c.id)).where(*wanted)) or 0)


class Waiting(Struct, frozen=True):
    """A digest that waits: when it is due, and the line it begins with."""

    at: datetime
    first: int


async def waiting_digest(tx: Tx, kind: str) -> Waiting | None:
    """Return the digest that waits as a due row of that kind, if one does."""
    row = await tx.one(
        select(due_rows.c.due_at, due_rows.c.params).where(
            due_rows.c.key == f"{kind}:0", due_rows.c.state == WAITING
        )
    )
    return None if row is None else Waiting(row.due_at, int(row.params["from"]))


async def since(tx: Tx, line_id: int) -> Sequence[Row[Any]]:
    """Return reports from that line on, and the ends of whatever was reported on, oldest first."""
    has_report = exists().where(
        _its_report.c.incident_id == timeline.c.incident_id, _its_report.c.kind == REPORTED
    )
    return await tx.all(
        select(timeline, people.c.name)
        .outerjoin(people, people.c.id == timeline.c.person_id)
        .where(timeline.c.id >= line_id, timeline.c.kind.in_((REPORTED, *ENDED)), has_report)
        .order_by(timeline.c.id)
    )


async def about(tx: Tx, incident_ids: Collection[int]) -> dict[int, Row[Any]]:
    """Return these incidents by id, each with its owner's name and how many reports it has."""
    reports = (
        select(func.count())
        .where(timeline.c.incident_id == incidents.c.id, timeline.c.kind == REPORTED)
        .scalar_subquery()
    )
    rows = await tx.all(
        select(incidents, people.c.name.label("owner"), reports.label("reports"))
        .outerjoin(people, people.c.id == incidents.c.owner_id)
        .where(incidents.c.id.in_(sorted(incident_ids)))
    )
    return {row.id: row for row in rows}
