"""Updates by law on both databases: owed once, widened, settled, and owed anew."""

from datetime import timedelta

import pytest

from bot.domain.people import Person, Role
from bot.domain.report import Draft
from bot.services import deadlines, incidents, seriousness
from storage import deadlines as legal
from storage import due, essentials, people
from storage import incidents as stored
from tests.storage.conftest import START
from tests.storage.test_room import TEAM

HOUR = timedelta(hours=1)


@pytest.fixture
async def minh(database) -> Person:
    async with database.begin() as tx:
        return await people.add(tx, Person(0, 11, "Minh", Role.LEAD))


@pytest.fixture
async def told(database, minh) -> int:
    """An incident that was taken, and of which the notice was sent."""
    async with database.begin() as tx:
        incident_id, _ = await incidents.open_incident(tx, TEAM, minh, Draft("malware", "Mã độc"))
        await incidents.acknowledge(tx, TEAM, minh, incident_id)
        notice = (await legal.of_incident(tx, incident_id))[0]
        said = {"sent_at": START, "channel": "mail", "number": "1/TB", "receipt": None}
        await deadlines.done(tx, TEAM, minh, notice.id, said)
    return incident_id


async def marks(database, minh, incident_id, *names):
    async with database.begin() as tx:
        incident = await stored.get(tx, incident_id)
        for name in names:
            await seriousness.mark(tx, TEAM, minh, incident, name)


async def owed(database, incident_id):
    """Return the updates of an incident, and when its alarm clock is set."""
    async with database.read() as tx:
        every = await legal.of_incident(tx, incident_id)
        waiting = await due.waiting(tx, deadlines.DEADLINE, incident_id)
    return [each for each in every if each.run.rule.is_update], waiting


async def test_a_change_is_owed_at_once_and_another_widens_it(database, hours, told, minh):
    assert await owed(database, told) != ([], None)
    hours.now = START + HOUR
    await marks(database, minh, told, "control")
    [update], waiting = await owed(database, told)
    assert (update.run.counted_from, waiting) == (hours.now, hours.now)
    assert update.run.rule.receivers["en"].startswith("system owner, specialised unit, national")
    async with database.begin() as tx:
        await deadlines.wake(tx, TEAM, told, {})
    hours.now = START + 2 * HOUR
    await marks(database, minh, told, "spread")
    [wider], waiting = await owed(database, told)
    assert (wider.id, wider.told.stage, waiting) == (update.id, 0, hours.now)
    [change] = wider.changed
    listed = [each["text"] for each in change["marks"]["list"]]
    assert listed == ["mark-control", "mark-spread"]


async def test_what_was_settled_is_owed_anew_only_for_what_changes_later(
    database, hours, told, minh
):
    hours.now = START + HOUR
    await marks(database, minh, told, "control")
    [update], _ = await owed(database, told)
    said = {"sent_at": START, "channel": "phone", "number": None, "receipt": None}
    async with database.begin() as tx:
        await deadlines.done(tx, TEAM, minh, update.id, said)
    assert [each.is_open for each in (await owed(database, told))[0]] == [False]
    hours.now = START + 2 * HOUR
    await marks(database, minh, told, "spread")
    updates, _ = await owed(database, told)
    assert [each.is_open for each in updates] == [False, True]
    async with database.begin() as tx:
        await deadlines.waive(tx, TEAM, minh, updates[1].id, "đã biết")
    hours.now = START + 3 * HOUR
    await marks(database, minh, told, "control", "spread", "control", "spread")
    assert not any(each.is_open for each in (await owed(database, told))[0])


async def test_what_is_essential_is_kept_with_each_change_and_not_without(
    database, hours, told, minh
):
    hours.now = START + HOUR
    await marks(database, minh, told, "press")
    async with database.read() as tx:
        assert len(await essentials.history(tx, told)) == 1
    await marks(database, minh, told, "control")
    async with database.read() as tx:
        [_, (at, what)] = await essentials.history(tx, told)
    assert (at, what["scope"]) == (hours.now, "control")
