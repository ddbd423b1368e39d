"""Pictures and documents the program has made: kept until nobody needs to be sent them again."""

from datetime import datetime

from msgspec import Struct
from sqlalchemy import delete, select, update

from storage.database import Tx
from storage.watch_tables import papers


class Paper(Struct, frozen=True):
    """A finished file; `media` is `photo` or `document`, `file_id` Telegram's once it was sent."""

    id: int
    name: str
    media: str
    content: bytes
    file_id: str | None


async def add(tx: Tx, name: str, content: bytes, media: str = "document") -> int:
    """Keep a new paper under a file name; returns its id, the `paper` of a message's parameters."""
    return await tx.add(papers, name=name, media=media, content=content, created_at=tx.now)


async def get(tx: Tx, paper_id: int) -> Paper | None:
    """Return a paper, None when it is no longer kept."""
    row = await tx.one(select(papers).where(papers.c.id == paper_id))
    if row is None:
        return None
    return Paper(row.id, row.name, row.media, row.content, row.file_id)


async def uploaded(tx: Tx, paper_id: int, file_id: str | None) -> None:
    """Remember that Telegram has it, so that it travels only once; None when it has it no more."""
    await tx.run(update(papers).where(papers.c.id == paper_id).values(file_id=file_id))


async def forget(tx: Tx, before: datetime) -> None:
    """Drop what was made before an instant; it can be made again."""
    await tx.run(delete(papers).where(papers.c.created_at < before))
