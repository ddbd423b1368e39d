"""What texts need to know about an incident, read in few statements at the moment of sending."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, exists, func, select

from bot.domain.messages import Op
from storage.database import Tx
from storage.due import WAITING
from storage.outbox import DEAD, OVERTAKEN
from storage.tables import (
    agencies,
    due_rows,
    incidents,
    ladders,
    outbox,
    people,
    systems,
    timeline,
)

_reporter, _owner = people.alias("reporter"), people.alias("owner")
_original, _theirs = incidents.alias("original"), agencies.alias("reporter_agency")


# Read for nearly every message: to build these takes longer than to run them.
_HAS_NEWER = select(
    exists().where(
        outbox.c.kind == bindparam("of_kind"),
        outbox.c.chat_id == bindparam("there"),
        outbox.c.subject_id == bindparam("about"),
        outbox.c.op == Op.SEND,
        outbox.c.id > bindparam("than"),
        outbox.c.state.not_in((DEAD, OVERTAKEN)),
    )
)
_INCIDENT = (
    select(
        incidents,
        agencies.c.name.label("agency"),
        systems.c.name.label("system"),
        systems.c.level.label("level"),
        _reporter.c.name.label("reporter"),
        _theirs.c.name.label("reporter_agency"),
        _owner.c.name.label("owner"),
        _original.c.code.label("duplicate_of"),
    )
    .outerjoin(agencies, agencies.c.id == incidents.c.agency_id)
    .outerjoin(systems, systems.c.id == incidents.c.system_id)
    .outerjoin(_reporter, _reporter.c.id == incidents.c.reporter_id)
    .outerjoin(_theirs, _theirs.c.id == _reporter.c.agency_id)
    .outerjoin(_owner, _owner.c.id == incidents.c.owner_id)
    .outerjoin(_original, _original.c.id == incidents.c.duplicate_of_id)
    .where(incidents.c.id == bindparam("incident_id"))
)
_DRILL = select(incidents.c.drill).where(incidents.c.code == bindparam("code"))
_LADDER = (
    select(ladders)
    .where(ladders.c.incident_id == bindparam("incident_id"))
    .order_by(ladders.c.id.desc())
    .limit(1)
)
_COUNTS = (
    select(timeline.c.kind, func.count().label("rows"))
    .where(timeline.c.incident_id == bindparam("incident_id"))
    .group_by(timeline.c.kind)
)
_LAST = (
    select(timeline, people.c.name)
    .outerjoin(people, people.c.id == timeline.c.person_id)
    .where(timeline.c.incident_id == bindparam("incident_id"))
    .order_by(timeline.c.id.desc())
    .limit(bindparam("most"))
)
_NAMES = select(people.c.id, people.c.name).where(
    people.c.id.in_(bindparam("person_ids", expanding=True))
)
_LAST_OF_KINDS = _LAST.where(timeline.c.kind.in_(bindparam("kinds", expanding=True)))


async def incident(tx: Tx, incident_id: int) -> Row[Any] | None:
    """Return an incident with the names of everything it points to."""
    return await tx.one(_INCIDENT, {"incident_id": incident_id})


async def is_drill(tx: Tx, code: str) -> bool:
    """Tell whether a code is that of an incident that is only practised."""
    return bool(await tx.scalar(_DRILL, {"code": code}))


async def newest_ladder(tx: Tx, incident_id: int) -> Row[Any] | None:
    """Return the last ladder of an incident, running or not."""
    return await tx.one(_LADDER, {"incident_id": incident_id})


async def counts(tx: Tx, incident_id: int) -> dict[str, int]:
    """Return how many rows of each kind the timeline has."""
    rows = await tx.all(_COUNTS, {"incident_id": incident_id})
    return {row.kind: int(row.rows) for row in rows}


async def last(tx: Tx, incident_id: int, limit: int, *kinds: str) -> list[Row[Any]]:
    """Return the newest rows with their authors' names, of these kinds if any, oldest first."""
    values = {"incident_id": incident_id, "most": limit, "kinds": list(kinds)}
    if not kinds:
        del values["kinds"]
    return list(reversed(await tx.all(_LAST_OF_KINDS if kinds else _LAST, values)))


async def due_at(tx: Tx, keys: Iterable[str]) -> datetime | None:
    """Return when the first of these things is due to happen, or None."""
    found: datetime | None = await tx.scalar(
        select(func.min(due_rows.c.due_at)).where(
            due_rows.c.key.in_(list(keys)), due_rows.c.state == WAITING
        )
    )
    return found


async def names(tx: Tx, person_ids: Iterable[int]) -> dict[int, str]:
    """Return the names of people by id."""
    wanted = sorted(set(person_ids))
    if not wanted:
        return {}
    rows = await tx.all(_NAMES, {"person_ids": wanted})
    return {row.id: row.name for row in rows}


async def has_newer(tx: Tx, kind: str, chat_id: int, subject_id: int, than_id: int) -> bool:
    """Tell whether the same chat was sent a newer message of that kind about the same thing."""
    values = {"of_kind": kind, "there": chat_id, "about": subject_id, "than": than_id}
    return bool(await tx.scalar(_HAS_NEWER, values))


async def ender(tx: Tx, incident_id: int) -> Row[Any] | None:
    """Return id and name of whoever wrote the line of the timeline at which the incident ended."""
    return await tx.one(
        select(people.c.id, people.c.name)
        .join(timeline, timeline.c.person_id == people.c.id)
        .join(incidents, incidents.c.id == timeline.c.incident_id)
        .where(incidents.c.id == incident_id, timeline.c.at == incidents.c.ended_at)
        .order_by(timeline.c.id.desc())
        .limit(1)
    )
