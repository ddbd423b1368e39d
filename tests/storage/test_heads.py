"""The heads of timelines: an end that was cut off shows at once, before any anchor stands."""

from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError

from bot.domain.seals import Fault
from bot.services.sealing import look
from storage import incidents
from storage.database import Database
from storage.incidents import Entry
from storage.migrate import upgrade
from storage.seal_tables import heads
from storage.tables import incidents as incidents_table
from storage.tables import timeline
from tests.storage.conftest import START
from tests.storage.test_facts import scene

TABLES = ("timeline", "heads")
FILE = next((Path(__file__).parents[2] / "storage/migrations/versions").glob("v*_the_heads.py"))
MIGRATION = import_module(f"storage.migrations.versions.{FILE.stem}")


async def unlock(database):
    """Do what somebody with the database in hand would do first."""
    async with database.begin() as tx:
        for table in TABLES:
            if database.dialect != "sqlite":
                await tx.run(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
                continue
            named = text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :t")
            for row in await tx.all(named.bindparams(t=table)):
                await tx.run(text(f"DROP TRIGGER {row.name}"))


@pytest.fixture
async def written(database):
    """Four sealed lines of one incident and three of another, of which no anchor knows."""
    async with database.begin() as tx:
        first = (await scene(tx)).incident
        row = dict((await tx.one(select(incidents_table)))._mapping)
        row |= {"id": first.id + 1, "number": row["number"] + 1, "code": "SC-2026-0777"}
        await tx.run(incidents_table.insert().values(**row))
        for n in range(4):
            await incidents.enter(tx, first.id, Entry("note", None, f"dòng {n}"))
    async with database.begin() as tx:
        for n in range(3):
            await incidents.enter(tx, first.id + 1, Entry("note", None, f"khác {n}"))
    return first


async def found(database):
    async with database.read() as tx:
        return [(each.fault, each.incident_id, each.id) for each in (await look(tx)).found]


async def tamper(database, *statements):
    await unlock(database)
    async with database.begin() as tx:
        for statement in statements:
            await tx.run(statement)


async def test_a_head_follows_every_line_of_its_timeline(database, written):
    async with database.read() as tx:
        kept = [tuple(row) for row in await tx.all(select(heads).order_by(heads.c.incident_id))]
        newest = {
            row.id: row.seal
            for row in await tx.all(select(timeline.c.id, timeline.c.seal).order_by(timeline.c.id))
        }
    assert kept == [(written.id, 4, 4, newest[4]), (written.id + 1, 3, 7, newest[7])]
    assert await found(database) == []


@pytest.mark.parametrize("gone", [(4,), (3, 4), (2, 3, 4)])
async def test_an_end_that_was_cut_off_is_found_before_the_next_anchor(database, written, gone):
    await tamper(database, delete(timeline).where(timeline.c.id.in_(gone)))
    assert await found(database) == [(Fault.CUT, written.id, gone[0] - 1)]


async def test_a_whole_timeline_that_is_missing_is_found(database, written):
    await tamper(database, delete(timeline).where(timeline.c.incident_id == written.id))
    assert await found(database) == [(Fault.GONE, written.id, 4)]


async def test_an_incident_that_is_missing_with_all_its_lines_is_found(database, written):
    other = written.id + 1
    await tamper(
        database,
        delete(timeline).where(timeline.c.incident_id == other),
        delete(incidents_table).where(incidents_table.c.id == other),
    )
    assert await found(database) == [(Fault.GONE, other, 7)]


@pytest.mark.parametrize(
    "forged",
    [
        update(heads).where(heads.c.line_id == 4).values(seal="x"),
        update(heads).where(heads.c.line_id == 4).values(lines=3),
        update(heads).where(heads.c.line_id == 4).values(line_id=3),
        delete(heads).where(heads.c.line_id == 4),
    ],
)
async def test_a_head_that_was_changed_or_removed_is_found(database, written, forged):
    await tamper(database, forged)
    assert await found(database) == [(Fault.HEAD, written.id, 4)]


async def test_a_last_line_that_was_replaced_with_its_seal_is_found(database, written):
    """Whoever knows how to seal a line leaves the chain whole; its head was made for another."""
    async with database.begin() as tx:
        before = await tx.one(select(timeline).where(timeline.c.id == 3))
        tx.seals[written.id] = before.seal
        await incidents.enter(tx, written.id, Entry("note", None, "viết lại"))
    await tamper(database, delete(timeline).where(timeline.c.id == 4))
    assert await found(database) == [(Fault.HEAD, written.id, 8)]


async def test_a_line_without_a_seal_that_is_missing_is_counted(database, written):
    """Lines from before the seals cannot be judged one by one, but their number is known."""
    await tamper(database, update(timeline).values(seal=""), update(heads).values(seal=""))
    assert await found(database) == []
    await tamper(database, delete(timeline).where(timeline.c.id == 2))
    assert await found(database) == [(Fault.HEAD, written.id, 4)]


async def test_a_line_missing_in_the_middle_is_one_fault_not_two(database, written):
    await tamper(database, delete(timeline).where(timeline.c.id == 2))
    assert await found(database) == [(Fault.CHANGED, written.id, 3)]


@pytest.mark.parametrize(
    "forbidden",
    [
        heads.update().values(lines=1),
        heads.update().values(lines=heads.c.lines + 1),
        heads.update().values(lines=heads.c.lines + 1, line_id=99),
        heads.delete(),
    ],
)
async def test_a_head_is_not_changed_by_hand(database, written, forbidden):
    with pytest.raises(DBAPIError, match="only follows"):
        async with database.begin() as tx:
            await tx.run(forbidden)
    assert await found(database) == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("table", [timeline, heads])
async def test_insert_or_replace_is_no_way_around(database, written, table):
    async with database.read() as tx:
        row = dict((await tx.one(select(table).order_by(table.c.incident_id)))._mapping)
    with pytest.raises(DBAPIError, match="only follows"):
        async with database.begin() as tx:
            await tx.run(table.insert().prefix_with("OR REPLACE").values(**row | {"seal": "x"}))
    assert await found(database) == []


async def test_a_part_that_was_taken_back_leaves_the_head_as_it_was(database, written):
    async with database.begin() as tx:
        with pytest.raises(ZeroDivisionError):
            async with tx.apart():
                await incidents.enter(tx, written.id, Entry("note", None, "mất"))
                _ = 1 / 0
    assert await found(database) == []
    async with database.begin() as tx:
        await incidents.enter(tx, written.id, Entry("note", None, "sau"))
    assert await found(database) == []


async def test_timelines_from_before_the_heads_get_theirs(empty_database_url):
    await upgrade(empty_database_url, MIGRATION.down_revision)
    database = Database(empty_database_url, lambda: START)
    await database.open()
    async with database.begin() as tx:
        for n in (1, 2, 3):
            await tx.run(
                text(
                    "INSERT INTO incidents (id, code, year, number, kind, severity, status, pages,"
                    " summary, anonymous, opened_at) VALUES (:n, :code, 2026, :n, 'phishing',"
                    " 'normal', 'received', true, '', false, '2026-09-02 02:00:00')"
                ).bindparams(n=n, code=f"SC-2026-000{n}")
            )
        for incident_id in (2, 1, 2):
            await incidents.enter(tx, incident_id, Entry("note", None, "cũ"))
    await upgrade(empty_database_url)
    assert await found(database) == []
    async with database.read() as tx:
        kept = await tx.all(select(heads).order_by(heads.c.incident_id))
    assert [(row.incident_id, row.lines, row.line_id) for row in kept] == [(1, 1, 2), (2, 2, 3)]
    async with database.begin() as tx:
        await incidents.enter(tx, 2, Entry("note", None, "mới"))
    assert await found(database) == []
    await tamper(database, delete(timeline).where(timeline.c.id == 4))
    assert await found(database) == [(Fault.CUT, 2, 3)]
    await database.close()


@pytest.mark.parametrize(
    ("forged", "fault"),
    [({"status": "closed"}, Fault.ENDING), ({"severity": "low"}, Fault.SEVERITY)],
)
async def test_a_row_that_says_otherwise_than_its_timeline_is_found(
    database, written, forged, fault
):
    async with database.begin() as tx:
        worse = Entry("severity", None, details={"from": "low", "to": "critical"})
        await incidents.enter(tx, written.id, worse)
    assert await found(database) == []
    row = update(incidents_table).where(incidents_table.c.id == written.id)
    await tamper(database, row.values(**forged))
    assert await found(database) == [(fault, written.id, 8)]
