"""What is made by itself: last month's report on the first, Mẫu 05 before its deadlines."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.people import Person, Role
from bot.domain.statistics_words import read
from bot.services import statistics
from bot.services.statistics_facts import Made
from storage import due, people, tables
from tests.storage.provinces import TEAM, team_with
from tests.storage.test_statistics import an_incident

DAY = timedelta(days=1)
OCTOBER_1 = datetime(2026, 10, 1, 0, 30, tzinfo=UTC)  # 07:30 there


@pytest.fixture
async def lead(database, hours):
    """A lead, with one incident of September."""
    async with database.begin() as tx:
        await an_incident(tx, 1)
        return await people.add(tx, Person(0, 7, "Tùng", Role.LEAD))


async def made(database, hours, begin, days):
    """Return what is ordered, and at once made, on each of so many days."""
    found: dict[str, list[Any]] = {}
    for number in range(days):
        hours.now = begin + number * DAY
        async with database.begin() as tx:
            await statistics.daily_due(tx, TEAM, 0, {})
            for row in await due.ripe(tx, 9, due.ALL_SLOW):
                assert await due.finish(tx, row.id)
                found.setdefault(hours.now.date().isoformat(), []).append(row.params)
    return found


async def test_the_report_of_a_month_is_made_on_the_first_and_once(database, hours, lead):
    found = await made(database, hours, OCTOBER_1 - 2 * DAY, 12)
    assert list(found) == ["2026-10-01"]
    (params,) = found["2026-10-01"]
    assert (params["what"], params["days"]) == ("report", ["2026-09-01", "2026-09-30"])
    assert params["person_id"] is None


async def test_whoever_was_away_on_the_first_still_gets_it_within_a_week(database, hours, lead):
    assert list(await made(database, hours, OCTOBER_1 + 4 * DAY, 3)) == ["2026-10-05"]


async def test_after_a_week_it_is_left_to_who_asks(database, hours, lead):
    assert await made(database, hours, OCTOBER_1 + 7 * DAY, 3) == {}


async def test_a_month_before_the_first_incident_has_no_report(database, hours):
    assert await made(database, hours, OCTOBER_1, 2) == {}


async def test_mau_05_of_a_year_is_drafted_two_weeks_and_three_days_before(database, hours, lead):
    found = await made(database, hours, datetime(2026, 11, 25, 0, 30, tzinfo=UTC), 25)
    drafts = {
        day: [(p["what"], *p["days"], p["deadline"]) for p in all_of if p["what"] == "form05"]
        for day, all_of in found.items()
    }
    year = ("form05", "2026-01-01", "2026-12-31", "2026-12-14")
    assert {day: each for day, each in drafts.items() if each} == {
        "2026-11-30": [year],
        "2026-12-11": [year],
    }


async def test_mau_05_of_the_first_half_is_drafted_in_june(database, hours, lead):
    found = await made(database, hours, datetime(2027, 6, 1, 0, 30, tzinfo=UTC), 20)
    drafts = [(day, p["days"]) for day, ps in found.items() for p in ps if p["what"] == "form05"]
    half = ["2027-01-01", "2027-06-30"]
    assert drafts == [("2027-06-05", half), ("2027-06-16", half)]


async def test_a_team_without_that_duty_is_not_reminded(database, hours, lead):
    hours.now = datetime(2026, 12, 12, 0, 30, tzinfo=UTC)
    async with database.begin() as tx:
        await statistics.daily_due(tx, team_with(), 0, {})
        assert await due.subjects(tx, statistics.MAKE) == []


async def test_a_draft_says_until_when_it_is_to_be_sent(database, hours, lead):
    hours.now = datetime(2026, 11, 30, 0, 30, tzinfo=UTC)
    async with database.begin() as tx:
        await statistics.daily_due(tx, TEAM, 0, {})
        (row,) = await due.ripe(tx, 9, due.ALL_SLOW)
    async with database.read() as tx:
        given = await statistics.gather(tx, TEAM, row.subject_id, row.params)
    text = Made({"text": "mau-made", "span": {}, "lines": {"lines": []}})
    async with database.begin() as tx:
        await statistics.keep(tx, TEAM, row.subject_id, row.params, text)
    async with database.read() as tx:
        (queued,) = await tx.all(tables.outbox.select())
    assert given is not None
    first, rest = queued.params["lines"]["lines"]
    assert first["date"] == {"text": "span-date", "day": 14, "month": 12, "year": 2026}
    assert rest == {"lines": []}


async def test_nobody_gets_what_a_former_lead_asked_for(database, hours, lead):
    asked = read("", hours.now.date())
    async with database.begin() as tx:
        await statistics.order(tx, lead, asked)
        await tx.run(tables.people.update().values(role="responder"))
        (row,) = await due.ripe(tx, 9, due.ALL_SLOW)
    async with database.read() as tx:
        assert await statistics.gather(tx, TEAM, row.subject_id, row.params) is None
