"""Test pages: to whom they went on which channel, and when they were acknowledged."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Row, select, update

from storage.database import Tx
from storage.watch_tables import test_pages


class TestPage(Struct, frozen=True):
    """One test page; `watch_id` is None when somebody asked for their own."""

    __test__ = False

    id: int
    watch_id: int | None
    person_id: int
    channel: str
    sent_at: datetime
    answer_by: datetime
    answered_at: datetime | None


def _page(row: Row[Any]) -> TestPage:
    return TestPage(**dict(row._mapping))  # noqa: SLF001 Row's documented view


async def add(
    tx: Tx, person_id: int, answer_by: datetime, *, watch_id: int | None, channel: str
) -> int:
    """Remember that a test page is sent now; returns its id."""
    return await tx.add(
        test_pages,
        watch_id=watch_id,
        person_id=person_id,
        channel=channel,
        sent_at=tx.now,
        answer_by=answer_by,
    )


async def find(tx: Tx, page_id: int) -> TestPage | None:
    """Return a test page, None when there is none."""
    row = await tx.one(select(test_pages).where(test_pages.c.id == page_id))
    return None if row is None else _page(row)


async def of_watch(tx: Tx, watch_id: int) -> Sequence[TestPage]:
    """Return every test page of a watch, oldest first."""
    rows = await tx.all(
        select(test_pages).where(test_pages.c.watch_id == watch_id).order_by(test_pages.c.id)
    )
    return [_page(row) for row in rows]


async def running(tx: Tx, watch_id: int | None, person_id: int | None = None) -> Sequence[TestPage]:
    """Return the test pages of a watch, or somebody's own, for which there is time to answer."""
    same = [test_pages.c.watch_id.is_not_distinct_from(watch_id), test_pages.c.answer_by > tx.now]
    if person_id is not None:
        same.append(test_pages.c.person_id == person_id)
    rows = await tx.all(select(test_pages).where(*same).order_by(test_pages.c.id))
    return [_page(row) for row in rows]


async def together(tx: Tx, page: TestPage) -> Sequence[TestPage]:
    """Return the pages that were sent in one go with this one."""
    if page.watch_id is not None:
        return [one for one in await of_watch(tx, page.watch_id) if one.sent_at == page.sent_at]
    own = (test_pages.c.watch_id.is_(None), test_pages.c.person_id == page.person_id)
    rows = await tx.all(
        select(test_pages)
        .where(*own, test_pages.c.sent_at == page.sent_at)
        .order_by(test_pages.c.id)
    )
    return [_page(row) for row in rows]


async def answer(tx: Tx, page_id: int) -> bool:
    """Remember that it was acknowledged now; False when it was before."""
    return await tx.change(
        update(test_pages)
        .where(test_pages.c.id == page_id, test_pages.c.answered_at.is_(None))
        .values(answered_at=tx.now)
    )
