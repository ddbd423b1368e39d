"""Which updates of Telegram have had their effect, and which could not be handled."""

from datetime import datetime
from functools import cache

from sqlalchemy import delete

from storage.database import ConflictInsert, Tx, insert_for
from storage.tables import failed_updates, seen_updates


@cache
def _seeing(dialect: str) -> ConflictInsert:
    return insert_for(dialect, seen_updates).on_conflict_do_nothing(index_elements=["update_id"])


async def mark_seen(tx: Tx, update_id: int) -> bool:
    """Remember an update; False when it has had its effect before."""
    statement = _seeing(tx.dialect)
    return await tx.change(statement, {"update_id": update_id, "at": tx.now})


async def record_failure(tx: Tx, update_id: int, raw: str, traceback: str) -> int:
    """Keep an update that could not be handled; returns the number shown to the person."""
    return await tx.add(
        failed_updates, update_id=update_id, at=tx.now, raw=raw, traceback=traceback
    )


async def forget_before(tx: Tx, instant: datetime) -> int:
    """Forget updates older than Telegram can ever repeat; returns how many."""
    result = await tx.run(delete(seen_updates).where(seen_updates.c.at < instant))
    await tx.run(delete(failed_updates).where(failed_updates.c.at < instant))
    return result.rowcount
