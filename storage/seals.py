"""The seals on the timeline, the head of each, and the anchors over all of them."""

from collections.abc import AsyncIterator, Sequence
from itertools import groupby
from typing import Any

from msgspec import Struct
from sqlalchemy import Row, bindparam, exists, func, select

from bot.domain.last_said import Own
from bot.domain.seals import Anchor, Head, Line
from storage.database import Tx
from storage.seal_tables import anchors, heads
from storage.tables import incidents, timeline

PAGE = 5_000
_LAST = (
    select(timeline.c.seal)
    .where(timeline.c.incident_id == bindparam("about"))
    .order_by(timeline.c.id.desc())
    .limit(1)
)
_HEAD = (heads.c.lines, heads.c.line_id, heads.c.seal.label("head_seal"))
_OWN = tuple(incidents.c[name] for name in Own.__struct_fields__)


class Chain(Struct, frozen=True):
    """The lines of one incident in their order, at least one, its head, and its own row."""

    lines: list[Line]
    head: Head | None
    own: Own | None


async def last(tx: Tx, incident_id: int) -> str:
    """Return the seal of an incident's newest line; empty before its first."""
    if incident_id not in tx.seals:
        tx.seals[incident_id] = await tx.scalar(_LAST, {"about": incident_id}) or ""
    return tx.seals[incident_id]


async def by_incident(tx: Tx) -> AsyncIterator[Chain]:
    """Give the lines of each incident in their order, one incident after the other.

    Head and row are read together with its last line: a bot that goes on writing is no fault.
    """
    rest: list[Row[Any]] = []
    lines = (
        select(timeline, *_HEAD, *_OWN)
        .outerjoin(heads, heads.c.incident_id == timeline.c.incident_id)
        .outerjoin(incidents, incidents.c.id == timeline.c.incident_id)
    )
    place = (0, 0)
    while True:
        c = timeline.c
        after = (c.incident_id > place[0]) | ((c.incident_id == place[0]) & (c.id > place[1]))
        rows = await tx.all(lines.where(after).order_by(c.incident_id, c.id).limit(PAGE))
        groups = [list(group) for _, group in groupby([*rest, *rows], lambda row: row.incident_id)]
        if len(rows) < PAGE:
            for group in groups:
                yield _chain(group)
            return
        *whole, rest = groups
        for group in whole:
            yield _chain(group)
        place = (rows[-1].incident_id, rows[-1].id)


async def without_lines(tx: Tx) -> list[Head]:
    """Return the heads of timelines of which no line is there."""
    is_there = exists().where(timeline.c.incident_id == heads.c.incident_id)
    rows = await tx.all(select(heads).where(~is_there).order_by(heads.c.incident_id))
    return [Head(row.incident_id, row.lines, row.line_id, row.seal) for row in rows]


async def code_of(tx: Tx, incident_id: int) -> str | None:
    """Return an incident's code whatever else its row says, None when there is no row."""
    code: str | None = await tx.scalar(
        select(incidents.c.code).where(incidents.c.id == incident_id)
    )
    return code


async def between(tx: Tx, after: int, upto: int) -> list[str]:
    """Return the seals of the lines whose ids lie in (after, upto], in order."""
    rows = await tx.all(
        select(timeline.c.seal)
        .where(timeline.c.id > after, timeline.c.id <= upto)
        .order_by(timeline.c.id)
    )
    return [row.seal for row in rows]


async def newest_line(tx: Tx) -> int:
    """Return the id of the newest line of any timeline; 0 when there is none."""
    return int(await tx.scalar(select(func.max(timeline.c.id))) or 0)


async def all_anchors(tx: Tx) -> list[Anchor]:
    """Return every anchor, oldest first."""
    return [_anchor(row) for row in await tx.all(select(anchors).order_by(anchors.c.id))]


async def last_anchor(tx: Tx) -> Anchor | None:
    """Return the newest anchor."""
    row = await tx.one(select(anchors).order_by(anchors.c.id.desc()).limit(1))
    return None if row is None else _anchor(row)


async def drop_anchor(tx: Tx, upto: int, lines: int, digest: str) -> Anchor:
    """Keep a new anchor."""
    row_id = await tx.add(anchors, at=tx.now, upto=upto, lines=lines, digest=digest)
    return Anchor(row_id, tx.now, upto, lines, digest)


def _chain(rows: Sequence[Row[Any]]) -> Chain:
    row = rows[-1]
    has_head = row.head_seal is not None
    head = Head(row.incident_id, row.lines, row.line_id, row.head_seal) if has_head else None
    own = None
    if row.status is not None:
        own = Own(row.status, row.ended_at, row.severity, row.confidential, row.drill)
    return Chain([_line(each) for each in rows], head, own)


def _line(row: Row[Any]) -> Line:
    return Line(
        row.incident_id,
        row.at,
        row.kind,
        row.person_id,
        row.text,
        row.details,
        row.chat_id,
        row.message_id,
        row.id,
        row.seal,
    )


def _anchor(row: Row[Any]) -> Anchor:
    return Anchor(row.id, row.at, row.upto, row.lines, row.digest)
