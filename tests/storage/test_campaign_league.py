from datetime import UTC, datetime

import pytest

from bot.domain import campaign as rules
from bot.domain.audience import Audience, Per
from bot.services import campaign_board
from storage import assignments
from tests.storage.provinces import DAY, TEAM, opened, settle


async def ranked(database, hours, done, **values):
    """Let some agencies of six hand in; returns by what they are compared, and the places."""
    hours.now = datetime(2026, 5, 4, 1, 30, tzinfo=UTC)
    leads = await settle(database, 6)
    campaign = await opened(database, leads, **values)
    async with database.begin() as tx:
        for one in await assignments.of_campaign(tx, campaign.id):
            if one.agency_id in done:
                after = rules.finish(campaign, one, leads[0].id, {}, tx.now)
                await assignments.save(tx, one, after)
        league = (await campaign_board.words(tx, TEAM, campaign))["league"]
    return league["by"], [(each["rank"], each["name"]) for each in league["lines"]["lines"]]


@pytest.mark.parametrize(
    ("done", "ranks"), [({1, 2}, [1, 1]), ({2}, [1, 2]), ({1, 2, 3, 4, 5, 6}, [1, 1])]
)
async def test_equal_shares_have_one_rank(database, hours, done, ranks):
    by, places = await ranked(database, hours, done)
    assert (by, [rank for rank, _ in places]) == ("kind", ranks)


async def test_agencies_are_compared_where_each_system_is_asked_for(database, hours):
    asked = {"scope": Audience(system_ids=(2, 4, 5)), "per": Per.SYSTEM}
    by, places = await ranked(database, hours, {4}, **asked)
    assert by == "agency"
    assert places == [(1, "Cơ quan 4"), (2, "Cơ quan 2"), (2, "Cơ quan 5")]


async def test_systems_that_are_behind_stand_in_brackets_beside_their_agencies(database, hours):
    hours.now = datetime(2026, 5, 4, 1, 30, tzinfo=UTC)
    leads = await settle(database, 2)
    campaign = await opened(database, leads, per=Per.SYSTEM)
    hours.now = campaign.due_at + DAY
    async with database.begin() as tx:
        behind = (await campaign_board.words(tx, TEAM, campaign))["behind"]
    assert behind["names"] == {"list": ["Cơ quan 1 (Hệ thống 1)", "Cơ quan 2 (Hệ thống 2)"]}
