"""Codes by which a page is answered outside Telegram: only their hashes, each good once."""

from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import delete, select, update

from storage.database import Tx
from storage.watch_tables import reply_codes

# What is over is kept for a while, so that a late reader learns that it is.
KEPT = timedelta(days=7)


class ReplyCode(Struct, frozen=True):
    """Whose a code is, and what it answers: an incident, a shift, a test page."""

    id: int
    person_id: int
    kind: str
    subject_id: int
    channel: str
    expires_at: datetime
    used_at: datetime | None


async def add(tx: Tx, hashed: str, code: ReplyCode) -> int:
    """Store a new code; the given id is ignored."""
    return await tx.add(
        reply_codes,
        hash=hashed,
        person_id=code.person_id,
        kind=code.kind,
        subject_id=code.subject_id,
        channel=code.channel,
        created_at=tx.now,
        expires_at=code.expires_at,
    )


async def find(tx: Tx, hashed: str) -> ReplyCode | None:
    """Return the code with that hash, used and expired ones included."""
    names = (*ReplyCode.__struct_fields__,)
    row = await tx.one(
        select(*(reply_codes.c[name] for name in names)).where(reply_codes.c.hash == hashed)
    )
    return None if row is None else ReplyCode(**dict(row._mapping))  # noqa: SLF001 Row's documented view


async def use(tx: Tx, code_id: int) -> bool:
    """Use a code up; False when it was used before or is over."""
    return await tx.change(
        update(reply_codes)
        .where(
            reply_codes.c.id == code_id,
            reply_codes.c.used_at.is_(None),
            reply_codes.c.expires_at > tx.now,
        )
        .values(used_at=tx.now)
    )


async def forget(tx: Tx) -> None:
    """Drop what has been over for a week."""
    await tx.run(delete(reply_codes).where(reply_codes.c.expires_at < tx.now - KEPT))
