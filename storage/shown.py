"""Messages of ours that somebody has before them: found by what they are about, changed in place.

What a row of the outbox says is what its message shows, also after it was changed.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, select, update

from bot.domain.messages import Op, Outgoing
from storage.database import Tx
from storage.outbox import BY_TELEGRAM, CLAIMED, OVERTAKEN, PENDING, SENT, queue
from storage.tables import outbox


async def about(tx: Tx, kinds: Collection[str], subject_ids: Collection[int]) -> Sequence[Row[Any]]:
    """Return the messages of some kinds about something that were sent or will be, oldest first."""
    await tx.flush()
    return await tx.all(
        select(outbox)
        .where(
            outbox.c.subject_id.in_(subject_ids),
            outbox.c.kind.in_(kinds),
            outbox.c.op == Op.SEND,
            BY_TELEGRAM,
            outbox.c.state.in_((PENDING, CLAIMED, SENT)),
        )
        .order_by(outbox.c.id)
    )


async def change(
    tx: Tx,
    row: Row[Any],
    params: Mapping[str, Any],
    *,
    kind: str | None = None,
    subject_id: int | None = None,
) -> None:
    """Let a message say something else from now on; one that waits still is only sent so."""
    kind, subject = kind or row.kind, row.subject_id if subject_id is None else subject_id
    values = {"kind": kind, "subject_id": subject, "params": dict(params)}
    await tx.run(update(outbox).where(outbox.c.id == row.id).values(**values))
    if row.state != PENDING:
        edit = Outgoing(
            kind, row.chat_id, row.person_id, subject, params, op=Op.EDIT, target_id=row.id
        )
        queue(tx, edit)


async def overtake(tx: Tx, row_ids: Collection[int], reason: str) -> None:
    """Let messages that wait still never be sent."""
    waiting = (outbox.c.id.in_(row_ids), outbox.c.state == PENDING)
    await tx.run(update(outbox).where(*waiting).values(state=OVERTAKEN, reason=reason))


async def unpin(tx: Tx, row: Row[Any]) -> None:
    """Have a message that was sent to be pinned unpinned, and remember that it is."""
    params = {name: value for name, value in row.params.items() if name != "pin"}
    await tx.run(update(outbox).where(outbox.c.id == row.id).values(params=params))
    queue(tx, Outgoing("pin", row.chat_id, op=Op.UNPIN, target_id=row.id))


async def renew(tx: Tx, rows: Collection[Row[Any]]) -> None:
    """Have messages that were sent show what is true now; a waiting edit is not doubled."""
    for row in rows:
        if row.state in (SENT, CLAIMED):
            edit = Outgoing(
                row.kind,
                row.chat_id,
                row.person_id,
                row.subject_id,
                row.params,
                op=Op.EDIT,
                key=f"edit:{row.id}",
                target_id=row.id,
            )
            queue(tx, edit)


async def renew_about(tx: Tx, kinds: Collection[str], subject_id: int) -> None:
    """Renew the newest message of each of these kinds about something in every chat."""
    newest = {(row.kind, row.chat_id): row for row in await about(tx, kinds, (subject_id,))}
    await renew(tx, tuple(newest.values()))
