"""What happened in a period, for the watch log's list and for reports: read, never changed."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, exists, func, or_, select

from bot.domain.messages import Op
from bot.domain.watch import WatchState
from storage.database import Tx
from storage.outbox import SENT
from storage.tables import due_rows, incidents, outbox, people, seen_updates, shifts, timeline
from storage.watch_tables import handovers, watch_log, watches

PAGE, CALLS = "incident-page", ("incident-page", "incident-assigned")


def _in(
    column: ColumnElement[Any], start: datetime, end: datetime
) -> tuple[ColumnElement[bool], ...]:
    return column >= start, column < end


async def received(tx: Tx, start: datetime, end: datetime) -> Sequence[Row[Any]]:
    """Return the incidents that came in, oldest first."""
    return await tx.all(
        select(incidents)
        .where(*_in(incidents.c.opened_at, start, end))
        .order_by(incidents.c.opened_at, incidents.c.id)
    )


async def timeline_of(
    tx: Tx, start: datetime, end: datetime, kinds: Collection[str]
) -> Sequence[Row[Any]]:
    """Return what happened to incidents, with their codes and the authors' names, oldest first."""
    return await tx.all(
        select(
            timeline,
            incidents.c.code,
            incidents.c.kind.label("incident_kind"),
            incidents.c.severity,
            incidents.c.drill,
            incidents.c.confidential,
            people.c.name,
        )
        .join(incidents, incidents.c.id == timeline.c.incident_id)
        .outerjoin(people, people.c.id == timeline.c.person_id)
        .where(*_in(timeline.c.at, start, end), timeline.c.kind.in_(tuple(kinds)))
        .order_by(timeline.c.id)
    )


async def stories(
    tx: Tx, start: datetime, end: datetime, kinds: Collection[str]
) -> Sequence[Row[Any]]:
    """Return the lines of some kinds up to `end` of every incident that has one in the period."""
    of_kinds = timeline.c.kind.in_(tuple(kinds))
    touched = select(timeline.c.incident_id).where(*_in(timeline.c.at, start, end), of_kinds)
    return await tx.all(
        select(timeline)
        .where(timeline.c.incident_id.in_(touched), of_kinds, timeline.c.at < end)
        .order_by(timeline.c.id)
    )


async def pages(tx: Tx, start: datetime, end: datetime) -> list[datetime]:
    """Return when pages were sent; those that never went out do not count."""
    rows = await tx.all(
        select(outbox.c.sent_at).where(
            outbox.c.kind == PAGE,
            outbox.c.op == Op.SEND,
            outbox.c.state == SENT,
            *_in(outbox.c.sent_at, start, end),
        )
    )
    return [row.sent_at for row in rows]


async def taken_when_called(tx: Tx, start: datetime, end: datetime) -> Sequence[Row[Any]]:
    """Return each time somebody took an incident to which they had been called before."""
    called = exists().where(
        outbox.c.kind.in_(CALLS),
        outbox.c.op == Op.SEND,
        outbox.c.state == SENT,
        outbox.c.subject_id == timeline.c.incident_id,
        outbox.c.person_id == timeline.c.person_id,
        outbox.c.sent_at <= timeline.c.at,
    )
    return await tx.all(
        select(timeline)
        .where(timeline.c.kind == "taken", *_in(timeline.c.at, start, end), called)
        .order_by(timeline.c.id)
    )


async def log_between(tx: Tx, start: datetime, end: datetime) -> Sequence[Row[Any]]:
    """Return the watch log of a period with the authors' names and the shifts' posts, by time."""
    return await tx.all(
        select(watch_log, people.c.name, shifts.c.post)
        .outerjoin(people, people.c.id == watch_log.c.person_id)
        .outerjoin(shifts, shifts.c.id == watch_log.c.shift_id)
        .where(*_in(watch_log.c.at, start, end))
        .order_by(watch_log.c.id)
    )


async def of_shifts(tx: Tx, shift_ids: Collection[int], before: datetime) -> Sequence[Row[Any]]:
    """Return the lines of the watch log about some shifts before an instant, oldest first."""
    return await tx.all(
        select(watch_log)
        .where(watch_log.c.shift_id.in_(tuple(shift_ids)), watch_log.c.at < before)
        .order_by(watch_log.c.id)
    )


async def unsigned(tx: Tx, watch_id: int) -> Sequence[Row[Any]]:
    """Return the opened hand-overs of a watch that lack a signature, with who leaves, by time."""
    lacks = or_(
        handovers.c.signed_at.is_(None),
        handovers.c.next_shift_id.is_not(None) & handovers.c.confirmed_at.is_(None),
    )
    return await tx.all(
        select(handovers, shifts.c.post, shifts.c.end_at, people.c.name)
        .join(shifts, shifts.c.id == handovers.c.shift_id)
        .join(people, people.c.id == shifts.c.person_id)
        .where(shifts.c.watch_id == watch_id, lacks)
        .order_by(shifts.c.end_at, shifts.c.post, handovers.c.id)
    )


async def latest_watch_id(tx: Tx) -> int | None:
    """Return the published or ended watch that began last."""
    found: int | None = await tx.scalar(
        select(watches.c.id)
        .where(
            watches.c.state.in_((WatchState.PUBLISHED.value, WatchState.ENDED.value)),
            watches.c.start_at <= tx.now,
        )
        .order_by(watches.c.start_at.desc(), watches.c.id.desc())
        .limit(1)
    )
    return found


async def last_seen_alive(tx: Tx, before: datetime) -> datetime | None:
    """Return when the bot last did anything before an instant: heard, sent, or did what was due."""
    found = [
        await tx.scalar(select(func.max(column)).where(column < before))
        for column in (seen_updates.c.at, outbox.c.sent_at, due_rows.c.done_at)
    ]
    return max((at for at in found if at is not None), default=None)
