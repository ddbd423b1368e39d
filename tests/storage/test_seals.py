"""The sealed timeline on a real database: each way to tamper with it is found."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import delete, text, update

from bot import catalog
from bot.domain.seals import Fault, Line, anchor, code, seal
from bot.domain.team import Team
from bot.services.sealing import anchor_due, look
from storage import incidents, outbox, seals
from storage.incidents import Entry
from storage.seal_tables import anchors
from storage.tables import timeline
from tests.storage.test_facts import scene

TEAM = Team(catalog.load(), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", -100)
UNLOCK = {
    "sqlite": ("DROP TRIGGER timeline_no_update", "DROP TRIGGER timeline_no_delete"),
    "postgresql": ("DROP TRIGGER timeline_append_only ON timeline",),
}


@pytest.fixture
async def written(database, hours):
    """Five sealed lines of one incident, an anchor over them, one line more; and no triggers."""
    async with database.begin() as tx:
        incident = (await scene(tx)).incident
        for n in range(5):
            details = {"severity": "high", "n": [n, None, 1.5]}
            await incidents.enter(tx, incident.id, Entry("note", None, f"dòng {n}", details))
    async with database.begin() as tx:
        await anchor_due(tx, TEAM, 0, {})
    hours.now += timedelta(minutes=1)
    async with database.begin() as tx:
        await incidents.enter(tx, incident.id, Entry("note", None, "sau mốc"))
        for statement in UNLOCK[tx.dialect]:
            await tx.run(text(statement))
    return incident


async def found(database):
    async with database.read() as tx:
        return [(each.fault, each.id) for each in (await look(tx)).found]


async def tamper(database, statement):
    async with database.begin() as tx:
        assert (await tx.run(statement)).rowcount == 1


async def test_what_nobody_touched_is_whole(database, written):
    async with database.read() as tx:
        looked = await look(tx)
    assert (looked.incidents, looked.lines, looked.unsealed, looked.found) == (1, 6, 0, ())
    assert looked.newest == 1
    assert [each.lines for each in looked.anchors] == [5]


async def test_a_changed_line_is_found(database, written):
    await tamper(database, update(timeline).where(timeline.c.id == 3).values(text="khác"))
    assert await found(database) == [(Fault.CHANGED, 3)]


async def test_a_missing_line_is_found_and_the_anchor_knows_it_too(database, written):
    await tamper(database, delete(timeline).where(timeline.c.id == 3))
    assert await found(database) == [(Fault.CHANGED, 4), (Fault.ANCHOR, 1)]


async def test_an_added_line_is_found(database, written, hours):
    row = {"incident_id": written.id, "at": hours.now, "kind": "note", "details": {}}
    await tamper(database, timeline.insert().values(**row, id=100))
    assert await found(database) == [(Fault.CHANGED, 100)]


async def test_a_whole_timeline_sealed_anew_by_a_knowing_hand_breaks_head_and_anchor(
    database, written
):
    async with database.begin() as tx:
        lines = [line async for chain in seals.by_incident(tx) for line in chain.lines]
        before = ""
        for line in lines:
            words = "đã sửa" if line.id == 2 else line.text
            new = Line(line.incident_id, line.at, line.kind, None, words, line.details)
            before = seal(before, new)
            values = {"text": words, "seal": before}
            await tx.run(update(timeline).where(timeline.c.id == line.id).values(**values))
    assert await found(database) == [(Fault.HEAD, 6), (Fault.ANCHOR, 1)]


async def test_a_timeline_that_vanished_breaks_head_and_anchor(database, written):
    async with database.begin() as tx:
        await tx.run(delete(timeline))
    assert await found(database) == [(Fault.GONE, 6), (Fault.ANCHOR, 1)]


async def test_an_anchor_that_was_changed_is_found(database, written):
    await tamper(database, update(anchors).values(digest=anchor("", ["x"])))
    assert await found(database) == [(Fault.ANCHOR, 1)]


async def test_lines_older_than_the_seals_are_counted_and_not_accused(database, hours):
    async with database.begin() as tx:
        incident = (await scene(tx)).incident
        row = {"incident_id": incident.id, "at": hours.now, "kind": "note", "details": {}}
        await tx.run(timeline.insert().values(**row))
        tx.seals.clear()
        for n in range(2):
            await incidents.enter(tx, incident.id, Entry("note", None, f"dòng {n}"))
        looked = await look(tx)
    assert (looked.lines, looked.unsealed, looked.found) == (3, 1, ())


async def test_the_group_gets_the_code_once_for_what_is_new(database, written, hours):
    for _ in range(2):
        async with database.begin() as tx:
            await anchor_due(tx, TEAM, 0, {})
    async with database.read() as tx:
        told = [row for row in await outbox.pending(tx, 20) if row.kind == "notice"]
        kept = await seals.all_anchors(tx)
    assert [row.params["lines"] for row in told] == [5, 1]
    assert [row.params["code"] for row in told] == [code(each.digest) for each in kept]
    assert {row.chat_id for row in told} == {TEAM.chat_id}


async def test_many_lines_are_read_in_pages_without_losing_one(database, written, monkeypatch):
    monkeypatch.setattr(seals, "PAGE", 2)
    assert await found(database) == []
    await tamper(database, delete(timeline).where(timeline.c.id == 2))
    assert (Fault.CHANGED, 3) in await found(database)


async def test_a_part_that_failed_leaves_the_chain_as_it_was(database, written):
    async with database.begin() as tx:
        await incidents.enter(tx, written.id, Entry("note", None, "trước"))
        with pytest.raises(ZeroDivisionError):
            async with tx.apart():
                await incidents.enter(tx, written.id, Entry("note", None, "mất"))
                _ = 1 / 0
        await incidents.enter(tx, written.id, Entry("note", None, "sau"))
    assert await found(database) == []
