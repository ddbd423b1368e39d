"""Indicators and likely twins on both databases: kept once, matched, merged, told to the end."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.catalog import load
from bot.domain.errors import Refused
from bot.domain.people import Person, Role
from bot.domain.report import Draft
from bot.domain.team import Team
from bot.services import closing, incidents, indicators, likeness
from bot.services.incidents import Note
from storage import incidents as stored
from storage import indicators as kept
from storage import people
from storage.tables import agencies, outbox, systems

TEAM = Team(load(), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", None)
LINK = "Nhận thư có hxxps://xau[.]top/tai"


@pytest.fixture
async def minh(database) -> Person:
    async with database.begin() as tx:
        await people.add(tx, Person(0, 13, "An", Role.STAFF))
        return await people.add(tx, Person(0, 11, "Minh", Role.LEAD))


async def reported(database, person, words, **more) -> int:
    async with database.begin() as tx:
        draft = Draft("phishing", words, **more)
        incident_id, _ = await incidents.open_incident(tx, TEAM, person, draft)
    return incident_id


async def noted(database, person, incident_id, words) -> None:
    async with database.begin() as tx:
        await incidents.note(tx, TEAM, person, incident_id, Note(words, (1, incident_id)))


async def values(database, incident_id) -> list[str]:
    async with database.begin() as tx:
        return [each.value for each in await kept.of_incident(tx, incident_id)]


async def twin(database, incident_id):
    async with database.begin() as tx:
        return await kept.twin(tx, incident_id)


async def test_report_and_notes_give_each_indicator_once_with_where_else_it_was_seen(
    database, minh, hours
):
    await reported(database, minh, LINK)
    hours.now += timedelta(days=30)
    second = await reported(database, minh, "Máy lạ gọi ra ngoài")
    await noted(database, minh, second, "tên miền xau.top, xau[.]top và 8.8.8.8")
    await noted(database, minh, second, "xau.top lần nữa")
    assert await values(database, second) == ["xau.top", "8.8.8.8"]
    async with database.begin() as tx:
        assert await indicators.seen_in(tx, second) == ("SC-2026-0001",)
        shown = await indicators.page(tx, minh, await stored.get(tx, second))
    lines = shown["lines"]["lines"]
    assert [line["value"] for line in lines] == ["xau[.]top", "8[.]8[.]8[.]8"]
    assert [line.get("codes") for line in lines] == [{"list": ["SC-2026-0001"]}, None]
    hours.now += timedelta(days=61)
    async with database.begin() as tx:
        assert await indicators.seen_in(tx, second) == ()


async def test_the_victims_own_addresses_are_no_indicators(database, minh):
    async with database.begin() as tx:
        agency = await tx.add(agencies, code="A", name="Phường A")
        url = "https://phuonga.gov.vn/"
        await tx.add(systems, code="web", name="Trang", agency_id=agency, url=url)
    told = "https://phuonga.gov.vn/bihack và https://dangxa.vn/la, https://xau.top/a"
    incident_id = await reported(database, minh, told, place="dangxa.vn")
    assert await values(database, incident_id) == ["https://xau.top/a", "xau.top"]


async def test_an_incident_without_indicators_says_so(database, minh):
    incident_id = await reported(database, minh, "Mất mạng")
    async with database.begin() as tx:
        incident = await stored.get(tx, incident_id)
        with pytest.raises(Refused, match="refused-no-indicators"):
            await indicators.page(tx, minh, incident)


@pytest.mark.parametrize(
    ("later", "words", "reason"),
    [
        (timedelta(hours=23), "bấm vào xau.top", "indicator"),
        (timedelta(hours=23), "máy in không chạy, khac.top", None),
        (timedelta(hours=24), "bấm vào xau.top", None),
    ],
)
async def test_a_report_within_a_day_of_an_open_one_may_be_the_same(
    database, minh, hours, later, words, reason
):
    await reported(database, minh, LINK)
    hours.now += later
    second = await reported(database, minh, words)
    found = await twin(database, second)
    assert (found.reason if found else None) == reason


async def test_what_was_said_to_be_another_matter_is_asked_no_more(database, minh):
    await reported(database, minh, LINK)
    second = await reported(database, minh, LINK)
    async with database.begin() as tx:
        incident = await stored.get(tx, second)
        assert await likeness.keep_apart(tx, minh, incident) == "SC-2026-0001"
    assert await twin(database, second) is None
    async with database.begin() as tx:
        with pytest.raises(Refused, match="refused-likeness-settled"):
            await likeness.keep_apart(tx, minh, incident)


async def test_whoever_reported_the_same_hears_the_end_of_the_other(database, minh):
    first = await reported(database, minh, LINK)
    async with database.begin() as tx:
        an = await people.by_telegram(tx, 13)
    second = await reported(database, an, LINK)
    async with database.begin() as tx:
        code = await likeness.other_of(tx, await stored.get(tx, second))
        answers = {"outcome": "duplicate", "original": code, "reason": None}
        await closing.reject(tx, TEAM, minh, second, answers)
        await incidents.acknowledge(tx, TEAM, minh, first)
        await closing.resolve(tx, TEAM, minh, first, {"action": "Đã chặn"})
    async with database.begin() as tx:
        rows = await tx.all(select(outbox.c.chat_id, outbox.c.params))
    told = [row.params for row in rows if row.chat_id == 13 and "action" in row.params]
    assert [(each["text"], each["code"], each["action"]) for each in told] == [
        ("twin-solved", "SC-2026-0002", "Đã chặn")
    ]
    assert await twin(database, second) is None
