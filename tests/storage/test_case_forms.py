"""Official papers on both databases: versions counted, kept once, entered as sent once."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from bot.catalog import load
from bot.domain.errors import Refused
from bot.domain.paper import Finished
from bot.domain.people import Person, Role
from bot.domain.report import Draft
from bot.domain.team import Team
from bot.services import case_facts, case_papers, incidents
from bot.services.case_papers import MadePaper
from storage import case_forms as kept
from storage import incidents as stored
from storage import people
from storage.database import Database
from storage.migrate import upgrade
from storage.tables import agencies, systems
from tests.storage.test_statistics import an_incident

TEAM = Team(load(), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", None)
FORM = "initial_2017"
NOW = datetime(2026, 9, 2, 2, 0, tzinfo=UTC)


@pytest.fixture
async def minh(database) -> Person:
    async with database.begin() as tx:
        return await people.add(tx, Person(0, 11, "Minh", Role.RESPONDER, phone="0912 345 678"))


@pytest.fixture
async def case(database, minh) -> int:
    """A case at a system whose operator has an owner above it."""
    async with database.begin() as tx:
        above = await tx.add(agencies, code="UBND", name="UBND tỉnh")
        own = await tx.add(agencies, code="SYT", name="Sở Y tế", parent_id=above)
        system = await tx.add(
            systems,
            code="HIS",
            name="Bệnh án",
            agency_id=own,
            level=4,
            url="https://his.example.vn",
        )
        draft = Draft("ransomware", "Máy chủ bị mã hóa", system_id=system)
        incident_id, _ = await incidents.open_incident(tx, TEAM, minh, draft)
    return incident_id


async def ordered(database, minh, case, answers):
    async with database.begin() as tx:
        paper_id = await kept.add(tx, case, FORM, minh.id, list(answers), {})
        paper = await kept.get(tx, paper_id)
        assert paper is not None
        version = await kept.order(tx, paper, answers)
    return paper_id, version


async def test_versions_are_counted_and_each_is_kept_once(database, minh, case):
    first, one = await ordered(database, minh, case, {"isp": "VNPT", "os": "Ubuntu"})
    second, two = await ordered(database, minh, case, {"isp": "Viettel"})
    assert (one, two) == (1, 2)
    async with database.begin() as tx:
        assert await kept.keep(tx, first, "a.docx", b"first", "1f")
        assert not await kept.keep(tx, first, "a.docx", b"again", "2f")
        assert not await kept.fail(tx, first)
        assert await kept.fail(tx, second)
    async with database.read() as tx:
        [made] = await kept.made_for(tx, case)
        assert (made.id, made.version, made.sha256, made.by) == (first, 1, "1f", "Minh")
        assert await kept.content(tx, first) == b"first"
        assert await kept.content(tx, second) is None
        assert await kept.answers(tx, case) == {"isp": "Viettel", "os": "Ubuntu"}


async def test_versions_of_a_period_are_counted_apart_from_those_of_a_case(database, minh, case):
    await ordered(database, minh, case, {"isp": "VNPT"})
    half, year = "half.2026-01-01.2026-06-30", "year.2026-01-01.2026-12-31"
    found = []
    async with database.begin() as tx:
        for about in (half, half, year):
            paper_id = await kept.add(tx, about, FORM, minh.id, [], {})
            paper = await kept.get(tx, paper_id)
            assert paper is not None
            found.append((paper.about, await kept.order(tx, paper, {"os": about})))
            assert await kept.keep(tx, paper_id, "a.docx", b"", "f")
        assert found == [(half, 1), (half, 2), (year, 1)]
        assert await kept.answers(tx, half) == {"os": half}
        assert await kept.answers(tx, case) == {"isp": "VNPT"}
        assert [paper.version for paper in await kept.made_for(tx, half)] == [1, 2]
        assert await kept.made_for(tx, case) == []


async def test_a_paper_that_was_begun_and_left_is_begun_anew(database, minh, case):
    async with database.begin() as tx:
        first = await kept.add(tx, case, FORM, minh.id, ["os"], {})
        again = await kept.add(tx, case, FORM, minh.id, ["os", "isp"], {"isp": "VNPT"})
        other = await kept.add(tx, case, "closing_2017", minh.id, [], {})
        paper = await kept.get(tx, again)
        assert paper is not None
        assert await kept.answers(tx, case) == {}
    assert (first, paper.asked, paper.answers) == (again, ["os", "isp"], {"isp": "VNPT"})
    assert other != first


async def test_it_is_entered_as_sent_once_and_only_when_it_is_made(database, minh, case):
    paper_id, _ = await ordered(database, minh, case, {})
    said = {"sent_at": datetime(2026, 9, 2, tzinfo=UTC), "number": "12/BC", "channel": "mail"}
    async with database.begin() as tx:
        assert not await kept.sent(tx, paper_id, minh.id, said)
        await kept.keep(tx, paper_id, "a.docx", b"", "f")
        assert await kept.sent(tx, paper_id, minh.id, said)
        assert not await kept.sent(tx, paper_id, minh.id, {**said, "number": "13/BC"})
        paper = await kept.get(tx, paper_id)
    assert paper is not None
    assert (paper.number, paper.sent_at) == ("12/BC", said["sent_at"])


async def test_the_case_is_told_from_the_registers_without_a_reporters_name(database, minh, case):
    async with database.read() as tx:
        facts = await case_facts.facts(tx, TEAM, await stored.get(tx, case), minh)
    known: dict[str, Any] = {source.value: value for source, value in facts.known.items()}
    assert known["operator"] == "Sở Y tế"
    assert known["owner"] == "UBND tỉnh"
    assert (known["system"], known["level"]) == ("Bệnh án", 4)
    assert known["contact_phone"] == "0912 345 678"
    assert known["state"] == "open"
    assert "found_by" not in known
    assert [moment.kind for moment in known["story"]] == ["received"]


async def test_who_has_lost_the_case_meanwhile_is_not_given_its_paper(database, minh, case):
    paper_id, _ = await ordered(database, minh, case, {})
    made = MadePaper(Finished("a.docx", b"paper"))
    async with database.begin() as tx:
        await case_papers.keep(tx, TEAM, paper_id, {}, made)
        assert not [row for row in tx.queued if row.kind == "paper"]
        assert await kept.content(tx, paper_id) == b"paper"
        assert (await stored.story(tx, case))[-1].kind == "form-made"
        with pytest.raises(Refused, match="refused-not-yours"):
            await case_papers.hand_out(tx, TEAM, minh, paper_id)


async def test_papers_of_an_older_version_are_kept_when_those_of_a_period_come(empty_database_url):
    await upgrade(empty_database_url, "0017")
    database = Database(empty_database_url, lambda: NOW)
    old = {
        "form": FORM,
        "state": "made",
        "version": 1,
        "asked": "[]",
        "answers": "{}",
        "ordered_at": "2026-09-01 00:00:00+00:00",
        "content": b"paper",
        "sha256": "1f",
    }
    async with database.begin() as tx:
        old["ordered_by_id"] = (await people.add(tx, Person(0, 11, "Minh", Role.RESPONDER))).id
        old["incident_id"] = case = await an_incident(tx, 1)
        marks = {"asked": ":asked", "answers": ":answers"}
        if tx.dialect == "postgresql":
            marks = {name: f"CAST({mark} AS JSONB)" for name, mark in marks.items()}
            old["ordered_at"] = NOW
        values = ", ".join(marks.get(name, f":{name}") for name in old)
        columns = ", ".join(old)
        statement = text(f"INSERT INTO case_papers ({columns}) VALUES ({values})")  # noqa: S608
        await tx.run(statement, old)
    await database.close()
    await upgrade(empty_database_url)
    database = Database(empty_database_url, lambda: NOW)
    async with database.begin() as tx:
        [paper] = await kept.made_for(tx, case)
        assert (paper.about, paper.version, paper.by) == (case, 1, "Minh")
        assert await kept.content(tx, paper.id) == b"paper"
        new = await kept.add(tx, "year.2026-01-01.2026-12-31", FORM, None, [], {})
        assert new > paper.id
    await database.close()
