"""The rows behind "why": what was to be sent about an incident, and what people did."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row, select

from bot.domain.messages import Op
from bot.domain.why import Call
from storage.database import Tx
from storage.tables import outbox, people, timeline

# A ladder that rings all night makes a few hundred; of more nobody reads the rest.
MOST = 5_000


async def calls(tx: Tx, incident_id: int, kinds: Collection[str]) -> list[Call]:
    """Return what was sent or to be sent of these kinds, oldest first."""
    rows = await tx.all(
        select(outbox, people.c.name)
        .outerjoin(people, people.c.id == outbox.c.person_id)
        .where(
            outbox.c.subject_id == incident_id,
            outbox.c.kind.in_(tuple(kinds)),
            outbox.c.op == Op.SEND,
        )
        .order_by(outbox.c.id.desc())
        .limit(MOST)
    )
    return [_call(row) for row in reversed(rows)]


def _call(row: Row[Any]) -> Call:
    return Call(
        at=row.created_at,
        kind=row.kind,
        state=row.state,
        person_id=row.person_id,
        name=row.name,
        step=row.params.get("step"),
        round=row.params.get("round", 0),
        attempts=row.attempts,
        reason=row.reason,
        sent_at=row.sent_at,
        number=row.message_id,
        channel=row.channel,
    )


async def events(tx: Tx, incident_id: int, kinds: Collection[str]) -> Sequence[Row[Any]]:
    """Return the lines of the timeline of these kinds with their author's `name`, oldest first."""
    rows = await tx.all(
        select(timeline, people.c.name)
        .outerjoin(people, people.c.id == timeline.c.person_id)
        .where(timeline.c.incident_id == incident_id, timeline.c.kind.in_(tuple(kinds)))
        .order_by(timeline.c.id.desc())
        .limit(MOST)
    )
    return list(reversed(rows))
