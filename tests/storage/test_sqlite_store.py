"""SQLite's side of a transaction: others that write, calls cut off in the middle, and the log."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from storage import sqlite_store
from storage.database import Database
from storage.tables import seen_updates
from storage.updates import mark_seen
from tests.databases import copy_sqlite

NOW = datetime(2027, 2, 6, 19, 0, tzinfo=UTC)


@pytest.fixture
def file(sqlite_template, tmp_path):
    copy_sqlite(sqlite_template, tmp_path / "own.db")
    return tmp_path / "own.db"


async def seen(database):
    async with database.read() as tx:
        return await tx.scalar(select(func.count()).select_from(seen_updates))


@pytest.fixture
async def database(file):
    database = Database(f"sqlite:///{file}", lambda: NOW)
    assert await seen(database) == 0
    yield database
    await database.close()


async def test_who_writes_waits_for_another_process_and_lets_the_loop_go_on(database, file):
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def write():
        async with database.begin() as tx:
            await mark_seen(tx, 1)

    writing = asyncio.create_task(write())
    await asyncio.wait([writing], timeout=0.05)
    assert not writing.done()
    assert await seen(database) == 0
    other.execute("COMMIT")
    other.close()
    await writing
    assert await seen(database) == 1


async def test_who_waits_too_long_is_told_and_the_next_one_writes(database, file, monkeypatch):
    monkeypatch.setattr(sqlite_store, "BUSY_MS", 20)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        async with database.begin():
            pass
    other.close()
    async with database.begin() as tx:
        await mark_seen(tx, 1)
    assert await seen(database) == 1


async def test_one_that_is_cut_off_while_it_waits_leaves_nothing_open(database, file):
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def write():
        async with database.begin() as tx:
            await mark_seen(tx, 1)

    writing = asyncio.create_task(write())
    await asyncio.wait([writing], timeout=0.02)
    writing.cancel()
    await asyncio.wait([writing], timeout=0.02)
    other.close()
    with pytest.raises(asyncio.CancelledError):
        await writing
    async with database.begin() as tx:
        await mark_seen(tx, 2)
    assert await seen(database) == 1


async def test_one_that_is_cut_off_in_the_middle_is_taken_back(database):
    begun, never = asyncio.Event(), asyncio.Event()

    async def write():
        async with database.begin() as tx:
            await mark_seen(tx, 1)
            begun.set()
            await never.wait()

    writing = asyncio.create_task(write())
    await begun.wait()
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing
    async with database.begin() as tx:
        await mark_seen(tx, 2)
    assert await seen(database) == 1


async def test_a_part_is_taken_back_alone_and_parts_lie_within_parts(database):
    async with database.begin() as tx:
        await mark_seen(tx, 1)
        with pytest.raises(RuntimeError):
            async with tx.apart():
                await mark_seen(tx, 2)
                async with tx.apart():
                    await mark_seen(tx, 3)
                raise RuntimeError
        async with tx.apart():
            await mark_seen(tx, 4)
    async with database.read() as tx:
        found = await tx.all(select(seen_updates.c.update_id).order_by(seen_updates.c.update_id))
    assert [row.update_id for row in found] == [1, 4]


async def test_a_view_stays_as_it_was_while_others_write(database):
    async with database.read() as before:
        assert await before.scalar(select(func.count()).select_from(seen_updates)) == 0
        async with database.begin() as tx:
            await mark_seen(tx, 1)
        assert await before.scalar(select(func.count()).select_from(seen_updates)) == 0
    assert await seen(database) == 1


@pytest.mark.parametrize("lasting", [True, False])
async def test_the_log_is_written_back_before_it_gets_long(database, file, monkeypatch, lasting):
    monkeypatch.setattr(sqlite_store, "WRITE_BACK_LATE", 1_000)
    rows = [{"update_id": number, "at": NOW} for number in range(2_000)]
    for _ in range(40):
        async with database.begin(lasting=lasting) as tx:
            await tx.run(seen_updates.delete())
            await tx.run(seen_updates.insert(), rows)
    log = file.with_name(f"{file.name}-wal")
    assert log.stat().st_size < 2_000 * 4_096
    assert await seen(database) == 2_000


async def test_tidied_up_the_file_itself_holds_what_was_written(database, file, tmp_path):
    for number in range(3):
        async with database.begin(lasting=number > 0) as tx:
            await mark_seen(tx, number)
    assert _seen_without_its_log(file, tmp_path / "before.db") == 0
    assert database.changed_at == NOW
    await database.tidy()
    assert _seen_without_its_log(file, tmp_path / "after.db") == 3
    assert database.changed_at is None


def _seen_without_its_log(file, copy):
    copy.write_bytes(file.read_bytes())
    with closing(sqlite3.connect(copy)) as connection:
        return connection.execute("SELECT count(*) FROM seen_updates").fetchone()[0]
