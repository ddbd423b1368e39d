"""The digest from the rows: what is in it, for whom, and that many long reports fit into it."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.catalog import load
from bot.domain.people import Person, Role
from bot.domain.report import Draft
from bot.domain.situation import Situation
from bot.domain.team import Team
from bot.services import incidents as working
from bot.services import situation, situation_digest, situation_words
from bot.services.facts import Facts
from bot.texts import render
from storage import due, incidents, people, situations
from storage.tables import outbox

TEAM = Team(load(), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", None)


@pytest.fixture
async def minh(database):
    async with database.begin() as tx:
        await people.add(tx, Person(0, 12, "Tùng", Role.LEAD))
        return await people.add(tx, Person(0, 11, "Minh", Role.RESPONDER))


async def reported(tx, minh, kind="malware", *told):
    """Let Minh take an incident and report on it; returns it."""
    incident_id, _ = await working.open_incident(tx, TEAM, minh, Draft(kind, "Mã độc"))
    await working.acknowledge(tx, TEAM, minh, incident_id)
    for said in told:
        await situation.report(tx, TEAM, minh, await incidents.get(tx, incident_id), said)
    return await incidents.get(tx, incident_id)


async def the_digest(database):
    """Let the digest be told, as by day; returns its row of the outbox."""
    async with database.begin() as tx:
        waits = await situations.waiting_digest(tx, situation_digest.DIGEST)
        assert waits is not None
        await situation_digest.digest_due(tx, TEAM, 0, {"from": waits.first})
    async with database.read() as tx:
        rows = await tx.all(select(outbox).where(outbox.c.kind == "notice"))
    return next(row for row in rows if row.params["text"] == "situation-digest")


@pytest.mark.parametrize("many", [3, 10])
async def test_many_long_reports_fit_into_one_message_and_the_worst_come_first(
    database, hours, minh, many
):
    said = Situation("tình <hình> " * 80, "đã làm & " * 80, "cần " * 80)
    async with database.begin() as tx:
        for kind in ["malware"] * (many - 1) + ["ransomware"]:
            last = await reported(tx, minh, kind, said, said, said, said)
    row = await the_digest(database)
    told = render(row._mapping, Facts(), TEAM, hours.now, "vi")
    codes = [f"SC-2026-{n:04}" for n in range(1, many + 1)]
    assert sum(code in told.html for code in codes) == min(many, situation_words.SHOWN)
    assert told.html.index(last.code) < told.html.index(codes[0])
    assert ("Còn 2 sự cố nữa" in told.html) is (many == 10)
    assert "Trước đó còn" in told.html
    assert told.html.rstrip().endswith(("/incidents", "…"))


async def test_whoever_need_not_know_reads_its_code_and_how_it_stands(database, minh):
    async with database.begin() as tx:
        case = await reported(tx, minh, "malware", Situation("lộ danh sách"))
        rows = await situations.since(tx, 0)
        cases = list((await situations.about(tx, [case.id])).values())
        hidden = await situation_words.digest(tx, cases, rows, {case.id})
        seen = await situation_words.digest(tx, cases, rows, ())
    assert "lộ danh sách" in str(seen)
    _, head, *rest = hidden
    assert rest == [{"text": "kept-in-private"}]
    assert head["kind"] == {"kind": "confidential"}
    assert "malware" not in str(hidden)


async def test_a_digest_is_brought_forward_but_never_put_off_and_forgets_no_report(database, minh):
    async with database.begin() as tx:
        case = await reported(tx, minh, "malware", Situation("một máy"))
        first = await situations.waiting_digest(tx, situation_digest.DIGEST)
        assert first is not None
        await situation.report(tx, TEAM, minh, case, Situation("hai máy"))
        assert await situations.waiting_digest(tx, situation_digest.DIGEST) == first
        await reported(tx, minh, "ransomware", Situation("ba máy"), Situation("bốn máy"))
        now = await situations.waiting_digest(tx, situation_digest.DIGEST)
        assert now is not None
        assert (now.first, now.at <= first.at) == (first.first, True)
        assert now.at <= tx.now + timedelta(hours=1)
        assert await due.waiting(tx, situation_digest.DIGEST, 0) == now.at


async def test_the_end_of_what_was_never_reported_on_is_in_no_digest(database, minh):
    async with database.begin() as tx:
        case = await reported(tx, minh, "malware")
        await incidents.enter(tx, case.id, incidents.Entry("closed"))
        await situation_digest.over(tx, case)
        assert await situations.waiting_digest(tx, situation_digest.DIGEST) is None
        assert list(await situations.since(tx, 0)) == []
