"""What outlives an incident, on both databases: relations, improvements, drills told apart."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text

from bot.domain.improvements import ImprovementState, Progress
from bot.domain.incident import Incident, Status
from bot.domain.kinds import Severity
from bot.domain.messages import Op, Outgoing
from bot.domain.people import Person, Role
from storage import facts, improvements, incidents, indicators, links, people, statistics
from storage.outbox import queue
from storage.tables import outbox
from tests.storage.conftest import START

DAY = timedelta(days=1)
EVER = START - DAY, START + 100 * DAY
DUE = date(2026, 9, 20)


@pytest.fixture
async def minh(database):
    async with database.begin() as tx:
        return await people.add(tx, Person(0, 1, "Minh", Role.RESPONDER))


async def an_incident(tx, number, **more):
    values = {"kind": "malware", "severity": Severity.HIGH, "status": Status.RECEIVED, **more}
    new = Incident(0, f"SC-2026-{number:04}", opened_at=tx.now, **values)
    return await incidents.add(tx, new, (2026, number), summary="Máy chủ bị mã hóa")


async def test_two_incidents_are_related_once_whichever_is_named_first(database, minh):
    async with database.begin() as tx:
        one, other, third = [await an_incident(tx, number) for number in (1, 2, 3)]
        assert await links.link(tx, other, one, minh.id)
        assert not await links.link(tx, one, other, minh.id)
        assert await links.link(tx, one, third, minh.id)
        assert [r.code for r in await links.of_incident(tx, one)] == [
            "SC-2026-0002",
            "SC-2026-0003",
        ]
        assert [r.id for r in await links.of_incident(tx, other)] == [one]
        assert await links.unlink(tx, one, other)
        assert not await links.unlink(tx, other, one)
        assert await links.of_incident(tx, other) == ()


async def test_of_a_confidential_one_only_the_code_is_told(database, minh):
    async with database.begin() as tx:
        one, hidden = await an_incident(tx, 1), await an_incident(tx, 2, confidential=True)
        await links.link(tx, one, hidden, minh.id)
        (related,) = await links.of_incident(tx, one)
    assert (related.code, related.kind) == ("SC-2026-0002", "confidential")


async def test_an_improvement_is_settled_once(database, minh):
    async with database.begin() as tx:
        number = await improvements.add(
            tx, await an_incident(tx, 1), "Bật sao lưu", minh.id, DUE, 1
        )
        (one,) = await improvements.of_incident(tx, 1)
        assert (one.owner, one.due_on, one.code, one.is_open) == ("Minh", DUE, "SC-2026-0001", True)
        dropped, done = ImprovementState.DROPPED, ImprovementState.DONE
        assert await improvements.settle(tx, number, dropped, minh.id, "thừa")
        assert not await improvements.settle(tx, number, done, minh.id)
        assert not await improvements.give(tx, number, minh.id)
        (one,) = await improvements.of_incident(tx, 1)
        assert await improvements.get(tx, number) == one
        assert await improvements.get(tx, number + 1) is None
    assert (one.state, one.settled_by, one.reason) == (ImprovementState.DROPPED, "Minh", "thừa")


async def test_what_is_open_stands_in_the_order_of_its_days(database, minh):
    async with database.begin() as tx:
        first = await an_incident(tx, 1)
        for what, due in (("sau", DUE + 5 * DAY), ("trước", DUE), ("xong", DUE)):
            await improvements.add(tx, first, what, minh.id, due, minh.id)
        await improvements.settle(tx, 3, ImprovementState.DONE, minh.id)
        assert [each.what for each in await improvements.open_ones(tx)] == ["trước", "sau"]
        assert await improvements.open_ones(tx, minh.id + 1) == []
        assert len(await improvements.of_incident(tx, first)) == 3
        assert await improvements.progress(tx, DUE + DAY, *EVER) == Progress(2, 1, 1)
        assert await improvements.progress(tx, DUE, START + DAY, EVER[1]) == Progress(2, 0, 0)


async def test_a_drill_is_counted_apart_and_its_pages_nowhere(database, minh):
    async with database.begin() as tx:
        for number, drill in ((1, False), (2, True)):
            incident_id = await an_incident(tx, number, drill=drill)
            queue(tx, Outgoing("incident-page", 1, minh.id, incident_id, {}, op=Op.SEND))
        await tx.flush()
        await tx.run(outbox.update().values(state="sent", sent_at=tx.now))
    async with database.read() as tx:
        assert len(await statistics.cases(tx, *EVER)) == 1
        assert [row.incidents for row in await statistics.helped(tx, *EVER)] == [1]
        assert [call.pages for call in await statistics.calls(tx, *EVER)] == [1]
        assert await statistics.drills(tx, *EVER) == 1
        assert await statistics.drills(tx, EVER[0], START) == 0


async def test_a_drill_is_kept_with_its_incident_and_known_by_its_code(database):
    async with database.begin() as tx:
        incident_id = await an_incident(tx, 1, drill=True)
        assert (await incidents.get(tx, incident_id)).drill
        assert await facts.is_drill(tx, "SC-2026-0001")
        assert not await facts.is_drill(tx, "SC-2026-0002")


async def test_a_report_is_never_compared_with_a_drill(database):
    async with database.begin() as tx:
        await an_incident(tx, 1, drill=True)
        real, new = await an_incident(tx, 2), await an_incident(tx, 3)
        assert [each.id for each in await indicators.candidates(tx, new)] == [real]


# PostgreSQL plans by what a table holds, and this one holds nothing.
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_related_incidents_of_a_million_are_found_by_indexes(database):
    async with database.read() as tx:
        plan = str(
            await tx.all(
                text(f"EXPLAIN QUERY PLAN {links._RELATED}"), {"incident_id": 1, "param_1": "x"}
            )
        )
    assert "SCAN" not in plan
