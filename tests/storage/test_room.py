"""Playbooks, assessments and deadlines on both databases: kept once, settled once, told in time."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bot.catalog import load
from bot.domain.errors import Refused
from bot.domain.people import Person, Role
from bot.domain.report import Draft
from bot.domain.seriousness import Mark
from bot.domain.team import Team
from bot.services import deadlines, incidents, playbooks, seriousness
from storage import assessments, due, people
from storage import deadlines as legal
from storage import incidents as stored
from storage import playbooks as kept
from storage.tables import agencies, outbox, systems
from tests.storage.conftest import START

HOUR = timedelta(hours=1)
TEAM = Team(load(), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", None)


@pytest.fixture
async def minh(database) -> Person:
    async with database.begin() as tx:
        await people.add(tx, Person(0, 12, "Tùng", Role.LEAD))
        return await people.add(tx, Person(0, 11, "Minh", Role.RESPONDER))


@pytest.fixture
async def taken(database, minh) -> int:
    async with database.begin() as tx:
        incident_id, _ = await incidents.open_incident(tx, TEAM, minh, Draft("malware", "Mã độc"))
        await incidents.acknowledge(tx, TEAM, minh, incident_id)
    return incident_id


async def rung(database, hours, incident_id):
    """Let the alarm clock of an incident ring when it is set; return what people were told."""
    async with database.begin() as tx:
        at = await due.waiting(tx, deadlines.DEADLINE, incident_id)
    assert at is not None
    hours.now = max(hours.now, at)
    async with database.begin() as tx:
        await deadlines.wake(tx, TEAM, incident_id, {})
        await tx.flush()
        rows = await tx.all(
            select(outbox).where(outbox.c.created_at == tx.now).order_by(outbox.c.id)
        )
    return [
        (row.kind, line["text"], line["name"])
        for row in rows
        if str(row.params.get("text")).startswith("deadline-reminder")
        for line in row.params["lines"]["lines"]
    ]


async def test_a_playbook_is_kept_once_and_a_step_is_ticked_once(database, taken, minh):
    async with database.begin() as tx:
        incident = await stored.get(tx, taken)
        await playbooks.adopt(tx, TEAM, incident, minh.id)
        await playbooks.settle(tx, minh, incident, (1, 2))
        assert await kept.progress(tx, taken) == (2, 17)
    under_way = None
    async with database.read() as tx:
        under_way = await kept.current(tx, taken)
    assert under_way is not None
    assert under_way.id is not None
    assert [tick.name for tick in under_way.ticks.values()] == ["Minh", "Minh"]
    with pytest.raises(IntegrityError):
        async with database.begin() as tx:
            await kept.tick(tx, under_way.id, 1, minh.id, None)
    async with database.begin() as tx:
        assert await kept.take_back(tx, under_way.id, 1)
        assert not await kept.take_back(tx, under_way.id, 1)
        assert await kept.progress(tx, taken) == (1, 17)


async def test_an_agencys_own_playbook_is_the_one_its_incidents_keep(database, minh):
    own = TEAM.catalog.playbooks[0].model_copy(
        update={"code": "ours", "kinds": ("malware",), "agency": "SYT"}
    )
    catalog = TEAM.catalog.model_copy(update={"playbooks": (*TEAM.catalog.playbooks, own)})
    team = replace(TEAM, catalog=catalog)
    async with database.begin() as tx:
        syt, other = [
            await tx.add(agencies, code=code, name=code, kind="sở") for code in ("SYT", "STC")
        ]
        system = await tx.add(systems, code="HIS", name="Bệnh án", agency_id=syt)
        kept_codes = []
        for where in ({"agency_id": syt}, {"agency_id": other}, {"system_id": system}, {}):
            draft = Draft("malware", "Mã độc", **where)
            incident_id, _ = await incidents.open_incident(tx, team, minh, draft)
            await incidents.acknowledge(tx, team, minh, incident_id)
            under_way = await kept.current(tx, incident_id)
            kept_codes.append(under_way.playbook.code if under_way else None)
    assert kept_codes == ["ours", "malware", "ours", "malware"]


async def test_marks_and_the_moment_of_detection_are_read_as_they_were_kept(database, taken, minh):
    async with database.begin() as tx:
        incident = await stored.get(tx, taken)
        await seriousness.mark(tx, TEAM, minh, incident, "beyond")
        await deadlines.detected(tx, TEAM, minh, incident, START - HOUR)
    async with database.read() as tx:
        assessment = await assessments.get(tx, taken)
        running = {each.run.rule.code: each for each in await legal.of_incident(tx, taken)}
    assert assessment.marks == {Mark.BEYOND: START}
    assert assessment.detected_at == START - HOUR
    assert running["report_2026"].run.due_at == START + 71 * HOUR
    assert running["beyond_2026"].run.due_at == START


async def test_owner_and_leads_are_told_at_each_part_of_the_time_and_no_more_once_it_is_sent(
    database, hours, taken, minh
):
    told = []
    while hours.now < START + 72 * HOUR:
        told += [(hours.now - START, *each) for each in await rung(database, hours, taken)]
    name = {"names": TEAM.catalog.deadlines[8].names}
    mine = [(at, kind, text) for at, kind, text, which in told if which == name]
    assert [(kind, text) for _, kind, text in mine] == [
        *[("notice", "deadline-left")] * 4,  # half and 80 %, for two people
        *[("alarm", "deadline-left")] * 2,
        *[("alarm", "deadline-overdue")] * 2,
    ]
    assert mine[-1][0] == 72 * HOUR
    async with database.begin() as tx:
        [report] = [
            each
            for each in await legal.of_incident(tx, taken)
            if each.run.rule.code == "report_2026"
        ]
        await deadlines.done(tx, TEAM, minh, report.id, {"sent_at": tx.now, "channel": "mail"})
        with pytest.raises(Refused, match="refused-deadline-settled"):
            await deadlines.done(tx, TEAM, minh, report.id, {"channel": "mail"})
    while hours.now < START + 100 * HOUR:
        assert name not in [which for *_, which in await rung(database, hours, taken)]


async def test_the_alarm_is_off_when_nothing_is_left_to_do(database, taken, minh):
    async with database.begin() as tx:
        for each in await legal.of_incident(tx, taken):
            await deadlines.done(tx, TEAM, minh, each.id, {"sent_at": tx.now, "channel": "fax"})
        assert await due.waiting(tx, deadlines.DEADLINE, taken) is None


async def test_what_presses_at_the_same_moment_is_one_message(database, hours, taken, minh):
    async with database.begin() as tx:
        incident = await stored.get(tx, taken)
        await seriousness.mark(tx, TEAM, minh, incident, "beyond")
        assert await due.waiting(tx, deadlines.DEADLINE, taken) == START
    told = await rung(database, hours, taken)
    assert [text for _, text, _ in told] == ["deadline-at-once"] * 4  # two things, two people
    async with database.read() as tx:
        rows = await tx.all(select(outbox).where(outbox.c.kind == "alarm"))
    assert len(rows) == 2
    assert await rung(database, hours, taken)
    assert hours.now == START + timedelta(minutes=30)
