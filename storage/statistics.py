"""What statistics are counted from: one narrow row for each incident of a period, and its pages."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Row,
    Select,
    case,
    cast,
    extract,
    func,
    select,
    text,
)

from bot.domain.incident import REJECTED
from bot.domain.people import Role
from bot.domain.statistics import Call, Case
from storage.database import Tx
from storage.statistics_tables import DRILL, PAGED, TURNS
from storage.tables import agencies, incidents, outbox, people, timeline

PIECE = timedelta(days=31)  # read one after another, so that a year holds up nobody
_MINUTE = 60
# Written out as in the partial indexes, which are used for nothing else.
_TURNS, _PAGED = text(f"timeline.{TURNS}"), text(PAGED)
_TAKEN = text("timeline.kind = 'taken'")
_DRILL = text(f"incidents.{DRILL}")


def _seconds(instant: ColumnElement[Any]) -> ColumnElement[int]:
    return cast(extract("epoch", instant), BigInteger)


async def cases(tx: Tx, start: datetime, end: datetime) -> list[Case]:
    """Return the incidents received in a period, as they are counted."""
    found: list[Case] = []
    while start < end:
        rows = await tx.all(_cases(start, min(start + PIECE, end)))
        found += map(_case, rows)
        start += PIECE
    return found


def _cases(start: datetime, end: datetime) -> Select[Any]:
    turns = timeline.c.incident_id == incidents.c.id, _TURNS
    taken_at = select(func.min(timeline.c.at)).where(*turns, _TAKEN).scalar_subquery()
    reopened = select(func.count()).where(*turns, timeline.c.kind != "taken").scalar_subquery()
    return (
        select(
            _seconds(incidents.c.opened_at).label("opened"),
            incidents.c.kind,
            incidents.c.severity,
            incidents.c.agency_id,
            _source().label("source"),
            incidents.c.status,
            incidents.c.pages,
            _seconds(func.coalesce(taken_at, incidents.c.taken_at)).label("taken"),
            _seconds(incidents.c.resolved_at).label("solved"),
            reopened.label("reopened"),
        )
        .outerjoin(people, people.c.id == incidents.c.reporter_id)
        .where(*_opened(start, end), incidents.c.drill.is_(False))
    )


def _opened(start: datetime, end: datetime) -> tuple[ColumnElement[bool], ...]:
    return incidents.c.opened_at >= start, incidents.c.opened_at < end


async def drills(tx: Tx, start: datetime, end: datetime) -> int:
    """Return how many drills a period has, which nothing else here counts."""
    return int(await tx.scalar(select(func.count()).where(*_opened(start, end), _DRILL)))


def _source() -> ColumnElement[str]:
    team = (Role.RESPONDER.value, Role.LEAD.value, Role.ADMIN.value)
    return case(
        (incidents.c.anonymous, "anonymous"),
        (people.c.role == Role.CITIZEN.value, "citizen"),
        (people.c.role == Role.STAFF.value, "staff"),
        (people.c.role.in_(team), "team"),
        else_="unknown",
    )


def _case(row: Row[Any]) -> Case:
    taken = None if row.taken is None else max(0, row.taken - row.opened)
    begun = row.opened if row.taken is None else row.taken
    solved = None if row.solved is None else max(0, row.solved - begun)
    return Case(
        row.opened,
        row.kind,
        row.severity,
        row.agency_id or 0,
        row.source,
        row.status,
        row.pages,
        taken,
        solved,
        bool(row.reopened),
    )


async def calls(tx: Tx, start: datetime, end: datetime) -> list[Call]:
    """Return the pages that went out to people in a period, by person and minute."""
    rows = await tx.all(_calls(start, end))
    found = await tx.all(
        select(people.c.id, people.c.name).where(
            people.c.id.in_(sorted({row.person_id for row in rows}))
        )
    )
    names = {row.id: row.name for row in found}
    return [
        Call(row.person_id, names[row.person_id], row.minute * _MINUTE, row.pages) for row in rows
    ]


def _calls(start: datetime, end: datetime) -> Select[Any]:
    minute = _seconds(outbox.c.sent_at) // _MINUTE
    # What never went out has no `sent_at`; asking for the state would lead SQLite to a worse index.
    return (
        select(outbox.c.person_id, minute.label("minute"), func.count().label("pages"))
        .where(
            _PAGED,
            outbox.c.sent_at >= start,
            outbox.c.sent_at < end,
            outbox.c.person_id.is_not(None),
            outbox.c.subject_id.not_in(
                select(incidents.c.id).where(_DRILL, incidents.c.opened_at < end)
            ),
        )
        .group_by(outbox.c.person_id, minute)
    )


async def agency_names(tx: Tx, ids: Sequence[int]) -> dict[int, str]:
    """Return what agencies are called."""
    rows = await tx.all(select(agencies.c.id, agencies.c.name).where(agencies.c.id.in_(ids)))
    return {row.id: row.name for row in rows}


async def first_opened(tx: Tx) -> datetime | None:
    """Return when the first incident came in, None when none has."""
    found: datetime | None = await tx.scalar(select(func.min(incidents.c.opened_at)))
    return found


async def helped(tx: Tx, start: datetime, end: datetime) -> Sequence[Row[Any]]:
    """Return how many incidents of each kind were solved with whose help, and what was lost."""
    return await tx.all(
        select(
            incidents.c.kind,
            incidents.c.helped_by,
            func.count().label("incidents"),
            func.count(incidents.c.loss).label("estimated"),
            func.sum(incidents.c.loss).label("loss"),
        )
        .where(
            *_opened(start, end),
            incidents.c.status.not_in([status.value for status in REJECTED]),
            incidents.c.drill.is_(False),
        )
        .group_by(incidents.c.kind, incidents.c.helped_by)
        .order_by(incidents.c.kind, incidents.c.helped_by)
    )
