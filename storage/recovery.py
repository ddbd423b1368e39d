"""What the dispatcher must learn of its rows after a start, or when its clock was set back."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, func, or_, select, update

from bot.domain.messages import Op
from storage.database import Tx
from storage.outbox import BY_TELEGRAM, CLAIMED, PENDING, TOO_MANY
from storage.tables import outbox

# More rows than Telegram takes in a minute, with those that were overtaken between them.
LATELY = 20_000
# Longer than any wait between two tries that Telegram has not asked for.
LONGEST_WAIT = timedelta(minutes=1)


async def claimed(tx: Tx) -> Sequence[Row[Any]]:
    """Return the rows whose outcome a dead process has left unknown."""
    return await tx.all(select(outbox).where(BY_TELEGRAM, outbox.c.state == CLAIMED))


async def put_off(tx: Tx) -> Sequence[Row[Any]]:
    """Return the rows that wait for another try, for the line in front of each chat."""
    tried = (outbox.c.attempts > 0, outbox.c.not_before > tx.now)
    return await tx.all(select(outbox).where(BY_TELEGRAM, outbox.c.state == PENDING, *tried))


async def set_right(tx: Tx) -> None:
    """Let go now what a clock that was ahead of this one has put off."""
    queued = outbox.c.created_at > tx.now
    tried = and_(
        outbox.c.attempts > 0,
        outbox.c.reason != TOO_MANY,
        outbox.c.not_before > tx.now + LONGEST_WAIT,
    )
    late = update(outbox).where(outbox.c.state == PENDING, outbox.c.not_before > tx.now)
    await tx.run(late.where(or_(queued, tried)).values(not_before=tx.now))


async def recently_sent(tx: Tx, steady: datetime, within: timedelta) -> list[tuple[int, datetime]]:
    """Return (chat_id, when) of what was sent lately, for the meters after a restart, in order.

    The instants are of the clock that `steady` is of. Where the two clocks disagree, because one
    was set or the machine began anew, counts the one that calls it more recent.
    """
    newest = select(func.max(outbox.c.id)).scalar_subquery()
    now, earliest = steady.timestamp(), (steady - within).timestamp()
    is_recent = or_(outbox.c.sent_at > tx.now - within, outbox.c.sent_steady.between(earliest, now))
    rows = await tx.all(
        select(outbox.c.chat_id, outbox.c.sent_at, outbox.c.sent_steady)
        .where(outbox.c.id > newest - LATELY)
        .where(BY_TELEGRAM, is_recent, outbox.c.op != Op.TOAST)
    )
    found = [(row.chat_id, steady - _ago(row, tx.now, now)) for row in rows]
    return sorted(found, key=lambda one: one[1])


def _ago(row: Row[Any], now: datetime, steady: float) -> timedelta:
    told = [now - row.sent_at]
    if row.sent_steady is not None:
        told.append(timedelta(seconds=steady - row.sent_steady))
    # What lies ahead of a clock was sent before that clock was set back.
    return min((ago for ago in told if ago >= timedelta(0)), default=timedelta(0))
