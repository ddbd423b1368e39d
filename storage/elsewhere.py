"""Rows of the outbox that go by other channels than Telegram, and the times Telegram was away."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Row, and_, func, or_, select, update

from bot.domain.channels import TELEGRAM
from bot.domain.messages import Op, Priority
from storage.database import Tx
from storage.outbox import CLAIMED, DEAD, PENDING, SENT
from storage.tables import outbox, people
from storage.watch_tables import outages

# A page that was not even tried for so long waits behind a call that does not end.
UNTRIED = timedelta(seconds=10)
_IS_ELSEWHERE = outbox.c.channel != TELEGRAM


async def pending(tx: Tx, channels: Collection[str], limit: int) -> Sequence[Row[Any]]:
    """Return the rows that may go now by these channels, oldest first, with their reader."""
    return await tx.all(
        select(outbox, people.c.language)
        .join(people, people.c.id == outbox.c.person_id)
        .where(
            _IS_ELSEWHERE,
            outbox.c.channel.in_(tuple(channels)),
            outbox.c.state == PENDING,
            outbox.c.not_before <= tx.now,
        )
        .order_by(outbox.c.priority, outbox.c.id)
        .limit(limit)
    )


async def next_at(tx: Tx) -> datetime | None:
    """Return the next instant at which a row becomes due, or None."""
    found: datetime | None = await tx.scalar(
        select(func.min(outbox.c.not_before)).where(_IS_ELSEWHERE, outbox.c.state == PENDING)
    )
    return found


async def claimed(tx: Tx) -> Sequence[Row[Any]]:
    """Return the rows whose outcome a dead process has left unknown."""
    return await tx.all(select(outbox).where(_IS_ELSEWHERE, outbox.c.state == CLAIMED))


async def orphans(tx: Tx, channels: Collection[str]) -> Sequence[Row[Any]]:
    """Return the rows that wait for a channel that is no longer set up."""
    return await tx.all(
        select(outbox).where(
            _IS_ELSEWHERE,
            outbox.c.channel.not_in(tuple(channels)),
            outbox.c.state == PENDING,
        )
    )


async def begun(tx: Tx, since: datetime) -> Sequence[Row[Any]]:
    """Return (channel, sent_at) of what was sent lately, oldest first, after a restart."""
    return await tx.all(
        select(outbox.c.channel, outbox.c.sent_at)
        .where(_IS_ELSEWHERE, outbox.c.state == SENT, outbox.c.sent_at > since)
        .order_by(outbox.c.sent_at)
    )


def _is_page() -> ColumnElement[bool]:
    return and_(
        outbox.c.channel == TELEGRAM,
        outbox.c.op == Op.SEND,
        outbox.c.priority == Priority.PAGE,
        outbox.c.person_id.is_not(None),
    )


async def stuck_pages(tx: Tx) -> Sequence[Row[Any]]:
    """Return the pages to people that Telegram could not be given, oldest first."""
    tried = or_(
        and_(outbox.c.state == PENDING, outbox.c.attempts >= 1),
        and_(outbox.c.state == CLAIMED, outbox.c.attempts > 1),
        and_(outbox.c.state.in_((PENDING, CLAIMED)), outbox.c.created_at <= tx.now - UNTRIED),
    )
    return await tx.all(select(outbox).where(_is_page(), tried).order_by(outbox.c.id))


async def one(tx: Tx, row_id: int) -> Row[Any] | None:
    """Return one row."""
    return await tx.one(select(outbox).where(outbox.c.id == row_id))


async def twins(tx: Tx, rows: Sequence[Row[Any]]) -> frozenset[tuple[int, str]]:
    """Return (id, channel) of each of these pages that goes, or went, by another channel too."""
    if not rows:
        return frozenset()
    await tx.flush()
    found = await tx.all(
        select(outbox).where(_IS_ELSEWHERE, outbox.c.created_at >= min(r.created_at for r in rows))
    )
    return frozenset((row.id, twin.channel) for row in rows for twin in found if _same(row, twin))


def _same(row: Row[Any], twin: Row[Any]) -> bool:
    if twin.target_id is not None:
        return bool(twin.target_id == row.id)
    mine = (row.kind, row.subject_id, row.person_id, row.created_at)
    return mine == (twin.kind, twin.subject_id, twin.person_id, twin.created_at)


class Outage(Struct, frozen=True):
    """A time during which Telegram was not there; `ended_at` is None while it lasts."""

    id: int
    silent_since: datetime
    noticed_at: datetime
    ended_at: datetime | None


def _outage(row: Row[Any] | None) -> Outage | None:
    return None if row is None else Outage(**dict(row._mapping))  # noqa: SLF001 Row's documented view


async def outage(tx: Tx) -> Outage | None:
    """Return the outage that lasts, if any."""
    return _outage(await tx.one(select(outages).where(outages.c.ended_at.is_(None))))


async def newest_outage(tx: Tx) -> Outage | None:
    """Return the last outage, over or not."""
    return _outage(await tx.one(select(outages).order_by(outages.c.id.desc()).limit(1)))


async def outage_by_id(tx: Tx, outage_id: int) -> Outage | None:
    """Return one outage."""
    return _outage(await tx.one(select(outages).where(outages.c.id == outage_id)))


async def begin_outage(tx: Tx, silent_since: datetime) -> int:
    """Remember that Telegram has been away since then; returns the outage's id."""
    return await tx.add(outages, silent_since=silent_since, noticed_at=tx.now)


async def end_outage(tx: Tx, outage_id: int) -> bool:
    """Remember that Telegram is back; False when that was known."""
    return await tx.change(
        update(outages)
        .where(outages.c.id == outage_id, outages.c.ended_at.is_(None))
        .values(ended_at=tx.now)
    )


async def late_pages(tx: Tx, found: Outage) -> Sequence[Row[Any]]:
    """Return the pages of an outage that Telegram took late, or never, with their readers' names.

    The longest delay comes first.
    """
    late = and_(
        outbox.c.created_at < found.ended_at,
        or_(outbox.c.sent_at > found.noticed_at, outbox.c.sent_at.is_(None)),
        outbox.c.created_at > found.silent_since - timedelta(minutes=1),
    )
    return await tx.all(
        select(outbox, people.c.name)
        .outerjoin(people, people.c.id == outbox.c.person_id)
        .where(
            outbox.c.channel == TELEGRAM,
            outbox.c.op == Op.SEND,
            outbox.c.priority == Priority.PAGE,
            late,
        )
        .order_by(outbox.c.created_at, outbox.c.id)
    )


async def went_elsewhere(tx: Tx, found: Outage) -> Sequence[Row[Any]]:
    """Return what went, or should have gone, by other channels in an outage, oldest first."""
    return await tx.all(
        select(outbox, people.c.name)
        .join(people, people.c.id == outbox.c.person_id)
        .where(
            _IS_ELSEWHERE,
            outbox.c.created_at > found.silent_since - timedelta(minutes=1),
            outbox.c.created_at <= found.ended_at,
            outbox.c.state.in_((SENT, DEAD)),
        )
        .order_by(outbox.c.id)
    )
