from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

import storage
from bot.domain.messages import Op, Outgoing
from storage import due, health, outbox
from storage.columns import metadata
from storage.database import Database, DatabaseInUseError, driver_url
from storage.due import Due
from storage.migrate import newest, revision_of, upgrade, within
from storage.tables import due_rows, seen_updates, timeline
from storage.tables import incidents as incidents_table
from storage.updates import mark_seen

NOW = datetime(2026, 9, 2, 2, 0, tzinfo=UTC)


async def test_what_is_committed_is_read_back_aware_and_in_utc(database):
    async with database.begin() as tx:
        await mark_seen(tx, 7)
    async with database.read() as tx:
        assert await tx.scalar(select(seen_updates.c.at)) == NOW


async def test_an_error_rolls_everything_back(database):
    with pytest.raises(RuntimeError):
        async with database.begin() as tx:
            await mark_seen(tx, 7)
            outbox.queue(tx, Outgoing("answer", 1, params={"text": "x"}))
            raise RuntimeError
    async with database.read() as tx:
        assert await tx.all(select(seen_updates)) == []
        assert await outbox.pending(tx, 10) == []


async def test_a_naive_instant_is_refused(database):
    with pytest.raises(Exception, match="naive"):
        async with database.begin() as tx:
            await tx.run(seen_updates.insert().values(update_id=1, at=NOW.replace(tzinfo=None)))


async def test_a_document_and_a_part_of_it_are_compared_with_their_like(database):
    params = {"text": "a", "of": [1]}
    async with database.begin() as tx:
        await due.schedule(tx, Due("x", 1, NOW, params))
        await due.schedule(tx, Due("x", 2, NOW, params | {"of": [2]}))
        kept = due_rows.c.params
        same = await tx.all(select(due_rows.c.subject_id).where(kept == params))
        part = select(due_rows.c.subject_id).where(kept["text"].as_string() == "a")
        assert (same, len(await tx.all(part))) == ([(1,)], 2)


async def test_the_same_update_is_new_only_once(database):
    async with database.begin() as tx:
        assert await mark_seen(tx, 7)
        assert not await mark_seen(tx, 7)
        assert await mark_seen(tx, 3)


async def test_a_second_process_on_the_same_database_is_refused_and_told_why(
    database, database_url
):
    second = Database(database_url, lambda: NOW)
    with pytest.raises(DatabaseInUseError):
        await second.open()
    await second.close()


async def test_a_command_may_work_on_the_database_of_a_running_bot(database, database_url):
    second = Database(database_url, lambda: NOW)
    await second.open(alone=False)
    async with second.begin() as tx:
        assert await mark_seen(tx, 7)
    await second.close()
    async with database.begin() as tx:
        assert not await mark_seen(tx, 7)


async def test_the_timeline_only_grows(database):
    async with database.begin() as tx:
        incident_id = await tx.add(
            incidents_table,
            year=2026,
            number=1,
            code="SC-2026-0001",
            kind="malware",
            severity="high",
            status="received",
            pages=True,
            summary="x",
            anonymous=False,
            opened_at=NOW,
        )
        await tx.add(timeline, incident_id=incident_id, at=NOW, kind="note", details={})
    for statement in (timeline.update().values(text="changed"), timeline.delete()):
        with pytest.raises(DBAPIError, match="append-only"):
            async with database.begin() as tx:
                await tx.run(statement)


def _is_declared(name, kind, parents):
    # The index of /search is each database's own, and made of tables of its own on SQLite.
    return not (name or "").startswith("search_index")


def _differences(connection):
    options = {"include_name": _is_declared}
    return compare_metadata(MigrationContext.configure(connection, opts=options), metadata)


async def test_the_migrations_make_exactly_the_tables_of_the_program(empty_database_url):
    for file in Path(storage.__file__).parent.glob("*_tables.py"):
        import_module(f"storage.{file.stem}")
    assert await revision_of(empty_database_url) is None
    await upgrade(empty_database_url)
    assert await revision_of(empty_database_url) == newest()
    assert await within(empty_database_url, _differences) == []


async def test_a_waiting_edit_swallows_the_same_edit_but_a_page_is_kept(database):
    edit = Outgoing("incident-card", -1, op=Op.EDIT, key="edit:1")
    async with database.begin() as tx:
        outbox.queue(tx, edit)
        outbox.queue(tx, edit)
        await tx.flush()
        outbox.queue(tx, edit)
        outbox.queue(tx, Outgoing("incident-page", 5))
    async with database.read() as tx:
        rows = await outbox.pending(tx, 10)
    assert [row.kind for row in rows] == ["incident-page", "incident-card"]


async def test_a_due_row_is_replaced_while_it_waits_and_called_off(database):
    async with database.begin() as tx:
        await due.schedule(tx, Due("ladder", 1, NOW + timedelta(minutes=3)))
        await due.schedule(tx, Due("ladder", 1, NOW + timedelta(minutes=5)))
        await due.schedule(tx, Due("ladder", 2, NOW - timedelta(minutes=5)))
    async with database.begin() as tx:
        assert await due.waiting(tx, "ladder", 1) == NOW + timedelta(minutes=5)
        assert [row.subject_id for row in await due.ripe(tx, 10)] == [2]
        await due.drop(tx, "ladder", 1)
        assert await due.waiting(tx, "ladder", 1) is None


async def test_what_is_next_can_be_told_without_some_kinds_and_within_a_span(database):
    minute = timedelta(minutes=1)
    async with database.begin() as tx:
        assert await due.next_row(tx) is None
        assert await due.next_between(tx, NOW, NOW + minute) is None
        await due.schedule(tx, Due("forget", 0, NOW))
        await due.schedule(tx, Due("ladder", 1, NOW + minute))
    async with database.read() as tx:
        found = [await due.next_row(tx, but) for but in ((), ("forget",), ("forget", "ladder"))]
        assert [row.kind if row else None for row in found] == ["forget", "ladder", None]
        assert await due.next_between(tx, NOW, NOW + minute) == NOW + minute
        assert await due.next_between(tx, NOW, NOW + minute / 2) is None


async def test_what_waits_to_be_sent_is_counted_until_it_is_settled(database):
    async with database.begin() as tx:
        outbox.queue(tx, Outgoing("incident-page", 5))
        outbox.queue(tx, Outgoing("incident-page", 6))
    async with database.begin() as tx:
        rows = await outbox.pending(tx, 10)
        await outbox.claim(tx, [rows[0].id])
        assert sum(row.messages for row in await health.unsent(tx)) == 2
        await outbox.sent(tx, rows[0].id, 1)
        assert sum(row.messages for row in await health.unsent(tx)) == 1


async def test_a_due_row_is_done_once(database):
    async with database.begin() as tx:
        await due.schedule(tx, Due("ladder", 1, NOW))
    async with database.begin() as tx:
        (row,) = await due.ripe(tx, 10)
        assert await due.finish(tx, row.id)
        assert not await due.finish(tx, row.id)


async def test_a_failed_due_row_keeps_its_due_time(database):
    async with database.begin() as tx:
        await due.schedule(tx, Due("ladder", 1, NOW))
        (row,) = await due.ripe(tx, 10)
        await due.postpone(tx, row.id, NOW + timedelta(seconds=5), "boom")
        assert await due.ripe(tx, 10) == []
        kept = await tx.one(select(due_rows))
    assert (kept.due_at, kept.attempts, kept.error) == (NOW, 1, "boom")


@pytest.mark.parametrize(
    ("address", "driver"),
    [
        ("sqlite:///a.db", "sqlite"),
        ("postgresql://u@h/d", "postgresql+asyncpg"),
    ],
)
def test_addresses_name_no_driver(address, driver):
    assert driver_url(address).drivername == driver


def test_another_kind_of_database_is_refused():
    with pytest.raises(ValueError, match="mysql"):
        driver_url("mysql://u@h/d")
