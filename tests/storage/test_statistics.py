"""What statistics are counted from, on both databases, and by which indexes."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.dialects import sqlite

from bot.domain.incident import Incident, Status
from bot.domain.kinds import Severity
from bot.domain.messages import Op, Outgoing
from bot.domain.people import Person, Role
from storage import incidents, people, statistics
from storage.incidents import Entry
from storage.outbox import queue
from storage.tables import incidents as table
from storage.tables import outbox
from tests.storage.conftest import START

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
EVER = START - 100 * DAY, START + 100 * DAY


@pytest.fixture
async def minh(database):
    async with database.begin() as tx:
        return await people.add(tx, Person(0, 1, "Minh", Role.RESPONDER))


async def an_incident(tx, number, *, story=None, **more):
    values = {"kind": "malware", "severity": Severity.HIGH, "status": Status.RECEIVED, **more}
    new = Incident(0, f"SC-2026-{number:04}", opened_at=tx.now, **values)
    return await incidents.add(tx, new, (2026, number), summary="x", **(story or {}))


async def at(database, hours, minutes, deed):
    hours.now = START + minutes * MINUTE
    async with database.begin() as tx:
        return await deed(tx)


async def cases(database, start=EVER[0], end=EVER[1]):
    async with database.read() as tx:
        return await statistics.cases(tx, start, end)


async def test_the_first_taking_counts_and_the_last_solving(database, hours, minh):
    incident_id = await at(database, hours, 0, lambda tx: an_incident(tx, 1))
    for minutes, kind in ((3, "taken"), (5, "released"), (9, "taken"), (20, "reopened")):
        await at(
            database,
            hours,
            minutes,
            lambda tx, kind=kind: incidents.enter(tx, incident_id, Entry(kind, minh.id)),
        )
    await at(
        database,
        hours,
        63,
        lambda tx: tx.run(table.update().values(resolved_at=tx.now, taken_at=tx.now)),
    )
    (case,) = await cases(database)
    assert case.opened == int(START.timestamp())
    assert (case.until_taken, case.until_solved, case.reopened) == (180, 3600, True)


async def test_who_took_it_without_a_word_in_the_timeline_took_it_all_the_same(database, hours):
    await at(database, hours, 0, lambda tx: an_incident(tx, 1, taken_at=START + 2 * MINUTE))
    await at(database, hours, 1, lambda tx: an_incident(tx, 2))
    first, second = sorted(await cases(database))
    assert (first.until_taken, first.until_solved, first.reopened) == (120, None, False)
    assert second.until_taken is None


async def test_a_source_is_what_the_reporter_is_to_the_team(database, minh):
    async with database.begin() as tx:
        found: dict[Role, int] = {}
        for role in (Role.CITIZEN, Role.STAFF, Role.LEAD):
            person = await people.add(tx, Person(0, 10 + len(found), role.value, role))
            found[role] = person.id
        await an_incident(tx, 1, reporter_id=found[Role.CITIZEN])
        await an_incident(tx, 2, reporter_id=found[Role.CITIZEN], anonymous=True)
        await an_incident(tx, 3, reporter_id=found[Role.STAFF])
        await an_incident(tx, 4, reporter_id=found[Role.LEAD])
        await an_incident(tx, 5)
    sources = sorted(case.source for case in await cases(database))
    assert sources == ["anonymous", "citizen", "staff", "team", "unknown"]


async def test_a_long_time_is_read_in_pieces_and_its_end_is_left_out(database, hours):
    for number, day in enumerate((0, 30, 31, 70, 99), start=1):
        hours.now = START + day * DAY
        async with database.begin() as tx:
            await an_incident(tx, number)
    found = await cases(database, START, START + 99 * DAY)
    assert [(case.opened - int(START.timestamp())) // 86400 for case in found] == [0, 30, 31, 70]


async def test_pages_are_counted_by_person_and_minute_if_they_went_out(database, hours, minh):
    async def paged(tx, state="sent", kind="incident-page"):
        queue(tx, Outgoing(kind, minh.telegram_id, minh.id, 1, {}, op=Op.SEND))
        await tx.flush()
        now = {"state": state, "sent_at": tx.now if state == "sent" else None}
        await tx.run(outbox.update().where(outbox.c.state == "pending").values(**now))

    await at(database, hours, 0, paged)
    await at(database, hours, 0.5, paged)
    await at(database, hours, 7, paged)
    await at(database, hours, 8, lambda tx: paged(tx, "dead"))
    await at(database, hours, 9, lambda tx: paged(tx, kind="incident-still"))
    async with database.read() as tx:
        found = await statistics.calls(tx, *EVER)
    begun = int(START.timestamp())
    assert sorted((call.name, call.at - begun, call.pages) for call in found) == [
        ("Minh", 0, 2),
        ("Minh", 420, 1),
    ]


async def test_help_and_losses_are_counted_without_what_was_rejected(database):
    async with database.begin() as tx:
        for number, (helped_by, loss, status) in enumerate(
            (
                ("own", 5_000_000_000, Status.CLOSED),
                ("own", None, Status.CLOSED),
                ("VNPT", 7, Status.WRAPPING_UP),
                (None, None, Status.RECEIVED),
                ("own", 9, Status.NOT_INCIDENT),
            ),
            start=1,
        ):
            await an_incident(
                tx, number, status=status, story={"helped_by": helped_by, "loss": loss}
            )
    async with database.read() as tx:
        rows = await statistics.helped(tx, *EVER)
    found = {row.helped_by: (row.incidents, row.estimated, row.loss) for row in rows}
    assert found == {"own": (2, 1, 5_000_000_000), "VNPT": (1, 1, 7), None: (1, 0, None)}


async def test_the_first_incident_of_all_is_known(database, hours):
    async with database.read() as tx:
        assert await statistics.first_opened(tx) is None
    await at(database, hours, 0, lambda tx: an_incident(tx, 1))
    await at(database, hours, 5, lambda tx: an_incident(tx, 2))
    async with database.read() as tx:
        assert await statistics.first_opened(tx) == START


async def test_agencies_are_named(database):
    async with database.read() as tx:
        assert await statistics.agency_names(tx, []) == {}


# PostgreSQL plans by what a table holds, and this one holds nothing.
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_month_of_a_million_is_found_by_indexes(database):
    async with database.read() as tx:
        bound: dict[str, Any] = {"compile_kwargs": {"literal_binds": True}}
        statement = statistics._cases(*EVER).compile(dialect=sqlite.dialect(), **bound)
        plan = str(await tx.all(text(f"EXPLAIN QUERY PLAN {statement}")))
        pages = str(statistics._calls(*EVER).compile(dialect=sqlite.dialect(), **bound))
        plan += str(await tx.all(text(f"EXPLAIN QUERY PLAN {pages}")))
    assert "ix_incidents_opened_at" in plan
    assert plan.count("COVERING INDEX ix_timeline_turns") == 2
    assert "USING INDEX ix_outbox_paged" in plan
    assert "SCAN" not in plan
