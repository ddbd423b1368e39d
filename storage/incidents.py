"""Incidents and their timeline, which only grows."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from sqlalchemy import Row, bindparam, func, select, update

from bot.domain.codes import code_for
from bot.domain.errors import Refused
from bot.domain.incident import OPEN, Incident, Status
from bot.domain.kinds import Severity
from bot.domain.seals import Line, seal
from storage import forum, pins, seals
from storage.database import Tx
from storage.tables import agencies, incidents, people, systems, timeline

_RENAMED = {"duplicate_of": "duplicate_of_id"}
_FIELDS = Incident.__struct_fields__
_COLUMNS = tuple(incidents.c[_RENAMED.get(name, name)] for name in _FIELDS)
_IN_TOPICS = frozenset({"status", "severity", "kind"})  # what a topic's name and icon show
_ENTERING = timeline.insert()
_BY_ID = select(*_COLUMNS).where(incidents.c.id == bindparam("incident_id"))
_LAST_NUMBER = select(func.max(incidents.c.number)).where(incidents.c.year == bindparam("of_year"))
_SAVE = update(incidents).where(
    incidents.c.id == bindparam("same_id"),
    incidents.c.status == bindparam("same_status"),
    incidents.c.owner_id.is_not_distinct_from(bindparam("same_owner")),
)


def of_row(row: Row[Any]) -> Incident:
    """Return the incident in a row that has all of its columns, and perhaps others."""
    columns = row._mapping  # noqa: SLF001 Row's documented view
    values = {name: columns[name] for name in _FIELDS if name not in _RENAMED}
    values |= {name: columns[column] for name, column in _RENAMED.items()}
    values["severity"] = Severity(values["severity"])
    values["status"] = Status(values["status"])
    return Incident(**values)


async def next_code(tx: Tx, year: int) -> tuple[int, str]:
    """Return the next free number of a year, and its code."""
    number = int(await tx.scalar(_LAST_NUMBER, {"of_year": year}) or 0) + 1
    return number, code_for(year, number)


_OPEN_ONES = (
    select(
        incidents,
        people.c.name.label("owner"),
        agencies.c.name.label("agency"),
        systems.c.name.label("system"),
    )
    .outerjoin(people, people.c.id == incidents.c.owner_id)
    .outerjoin(agencies, agencies.c.id == incidents.c.agency_id)
    .outerjoin(systems, systems.c.id == incidents.c.system_id)
    .where(incidents.c.status.in_(OPEN))
    .order_by(incidents.c.id.desc())
    .limit(bindparam("most"))
)


async def add(tx: Tx, incident: Incident, number: tuple[int, int], **story: Any) -> int:  # noqa: ANN401
    """Store a new incident under (year, number) with what was told; its given id is ignored."""
    values = {_RENAMED.get(name, name): getattr(incident, name) for name in _FIELDS}
    del values["id"]
    year, serial = number
    incident_id = await tx.add(incidents, year=year, number=serial, **values, **story)
    tx.seals[incident_id] = ""
    tx.opened.add(incident_id)
    return incident_id


async def get(tx: Tx, incident_id: int) -> Incident:
    """Return an incident; Refused when there is none."""
    row = await tx.one(_BY_ID, {"incident_id": incident_id})
    if row is None:
        raise Refused("refused-no-such-incident")
    return of_row(row)


async def find(tx: Tx, year: int, number: int) -> Incident | None:
    """Return the incident with a code, or None."""
    row = await tx.one(
        select(*_COLUMNS).where(incidents.c.year == year, incidents.c.number == number)
    )
    return of_row(row) if row is not None else None


async def save(tx: Tx, before: Incident, after: Incident, **story: Any) -> None:  # noqa: ANN401
    """Store the change from `before` to `after`; Refused when it is no longer as it was before."""
    values = {
        _RENAMED.get(name, name): getattr(after, name)
        for name in _FIELDS
        if getattr(after, name) != getattr(before, name)
    } | story
    if not values:
        return
    same = {"same_id": before.id, "same_status": before.status, "same_owner": before.owner_id}
    if not await tx.change(_SAVE, values | same):
        raise Refused("refused-changed-meanwhile", code=before.code)
    if not _IN_TOPICS.isdisjoint(values):
        await forum.follow(tx, before.id)
    if "status" in values:
        await pins.follow(tx, before, after)


class Entry(Struct, frozen=True):
    """One line of the timeline; `source` is the (chat, message) it was written in."""

    kind: str
    person_id: int | None = None
    text: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    source: tuple[int, int] | None = None


async def enter(tx: Tx, incident_id: int, entry: Entry) -> None:
    """Add a line to an incident's timeline, sealed behind the line before it."""
    chat_id, message_id = entry.source or (None, None)
    before = await seals.last(tx, incident_id)
    line: dict[str, Any] = {
        "incident_id": incident_id,
        "at": tx.now,
        "person_id": entry.person_id,
        "kind": entry.kind,
        "text": entry.text,
        "details": dict(entry.details),
        "chat_id": chat_id,
        "message_id": message_id,
    }
    tx.seals[incident_id] = seal(before, Line(**line))
    await tx.run(_ENTERING, {**line, "seal": tx.seals[incident_id]})


async def story(tx: Tx, incident_id: int) -> Sequence[Row[Any]]:
    """Return the whole timeline with names, oldest first."""
    return await tx.all(
        select(timeline, people.c.name)
        .outerjoin(people, people.c.id == timeline.c.person_id)
        .where(timeline.c.incident_id == incident_id)
        .order_by(timeline.c.id)
    )


async def of_message(tx: Tx, chat_id: int, message_id: int) -> Row[Any] | None:
    """Return the timeline line that was written in a message, to follow its edits."""
    return await tx.one(
        select(timeline)
        .where(timeline.c.chat_id == chat_id, timeline.c.message_id == message_id)
        .order_by(timeline.c.id.desc())
        .limit(1)
    )


async def open_ones(tx: Tx, limit: int) -> Sequence[Row[Any]]:
    """Return the open incidents, newest first, with the names of owner, agency and system."""
    return await tx.all(_OPEN_ONES, {"most": limit})


async def owned_by(tx: Tx, person_id: int) -> list[Incident]:
    """Return the open incidents a person owns, oldest first."""
    rows = await tx.all(
        select(*_COLUMNS)
        .where(incidents.c.owner_id == person_id, incidents.c.status.in_(OPEN))
        .order_by(incidents.c.id)
    )
    return [of_row(row) for row in rows]
