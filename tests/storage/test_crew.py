"""The crew on both databases: a role is taken once, the last word counts, a call moves on once."""

from zoneinfo import ZoneInfo

import pytest

from bot.catalog import load
from bot.domain.bringing_in import Stand
from bot.domain.people import Person, Role
from bot.domain.report import Draft
from bot.domain.roles import CrewRole
from bot.domain.roll_call import Presence
from bot.domain.team import Team
from bot.services import incidents
from storage import bringing_in, people, roles, roll_call

TEAM = Team(load(), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", None)


@pytest.fixture
async def case(database):
    async with database.begin() as tx:
        minh = await people.add(tx, Person(0, 11, "Minh", Role.RESPONDER))
        ha = await people.add(tx, Person(0, 12, "Hà", Role.RESPONDER))
        incident_id, _ = await incidents.open_incident(tx, TEAM, minh, Draft("malware", "Mã độc"))
    return incident_id, minh, ha


async def test_a_role_is_taken_once_given_over_and_given_back_once(database, case):
    incident_id, minh, ha = case
    async with database.begin() as tx:
        assert await roles.take(tx, incident_id, CrewRole.LEAD, minh.id)
        assert not await roles.take(tx, incident_id, CrewRole.LEAD, ha.id)
        assert await roles.leaders(tx, incident_id) == {minh.id}
        await roles.give(tx, incident_id, CrewRole.LEAD, ha.id, minh.id)
        assert (await roles.of_incident(tx, incident_id))[CrewRole.LEAD].name == "Hà"
        assert not await roles.give_back(tx, incident_id, CrewRole.LEAD, minh.id)
        assert await roles.give_back(tx, incident_id, CrewRole.LEAD, ha.id)
        assert await roles.of_incident(tx, incident_id) == {}


async def test_the_last_answer_counts_and_asking_keeps_it(database, case):
    incident_id, minh, ha = case
    async with database.begin() as tx:
        await roll_call.ask(tx, incident_id, [minh.id, ha.id])
        await roll_call.answer(tx, incident_id, ha.id, Presence.COMING)
        await roll_call.answer(tx, incident_id, ha.id, Presence.REMOTE)
        await roll_call.ask(tx, incident_id, [ha.id])
        await roll_call.keep_begun(tx, incident_id, minh.id)
        await roll_call.keep_begun(tx, incident_id, ha.id)
        roll = await roll_call.of_incident(tx, incident_id)
        assert [(each.name, each.answer) for each in roll.people] == [
            ("Minh", None),
            ("Hà", Presence.REMOTE),
        ]
        assert roll.begun_at == tx.now
        await roll_call.ask_anew(tx, incident_id, ha.id)
        assert (await roll_call.of_incident(tx, incident_id)).answered == 0


async def test_a_call_moves_on_once(database, case):
    incident_id, minh, ha = case
    async with database.begin() as tx:
        asked = await bringing_in.add(tx, incident_id, ha.id, minh.id, "gấp")
        assert await bringing_in.called(tx, incident_id, ha.id) == []
        assert await bringing_in.move(tx, asked, Stand.CALLED)
        assert not await bringing_in.move(tx, asked, Stand.DROPPED)
        [called] = await bringing_in.called(tx, incident_id, ha.id)
        assert (called.id, called.state) == (asked.id, Stand.CALLED)
        assert await bringing_in.get(tx, 999) is None
