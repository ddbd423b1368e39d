from datetime import UTC, date, datetime

import pytest

from bot.domain import campaign as rules
from bot.domain.audience import Per
from bot.domain.campaign import CampaignState
from bot.domain.errors import Refused
from bot.services import campaign_plan, campaigns, opening
from storage import assignments, due, tables
from storage import campaigns as stored
from tests.storage.provinces import DAY, DUE, TEAM, contact, duty, opened, queued, settle, team_with

# 07:45 on the clocks of the province.
APRIL_30 = datetime(2026, 4, 30, 0, 45, tzinfo=UTC)
ALL = tuple(CampaignState)


@pytest.fixture
async def leads(database, hours):
    """Six agencies and two leads, on the day before the first of May."""
    hours.now = APRIL_30
    return await settle(database, 6)


async def lives(database, hours, team, *, days, since=APRIL_30):
    """Let the daily clocks ring on so many days, one after another."""
    for number in range(days):
        hours.now = since + number * DAY
        async with database.begin() as tx:
            await campaign_plan.plan_due(tx, team, 0, {})
            for row in await due.ripe(tx, 50):
                assert await due.finish(tx, row.id)
                await opening.open_due(tx, team, row.subject_id, row.params)


async def known(database, *states):
    async with database.read() as tx:
        return await stored.in_states(tx, states or ALL)


async def test_an_obligation_becomes_a_campaign_on_its_day(database, leads, hours):
    team = team_with(duty())
    await lives(database, hours, team, days=1)
    assert await known(database) == []
    await lives(database, hours, team, days=2)
    (campaign,) = await known(database, CampaignState.OPEN)
    assert (campaign.name, campaign.period) == ("Làm sạch mã độc, 2026", "2026")
    assert f"{campaign.due_at:%d/%m %H:%M:%S}" == "24/06 16:59:59"
    assert f"{campaign.rollup_at:%d/%m}" == "29/06"
    assert (campaign.basis, campaign.receiver) == ("Công văn 25/4/2023", "UBND tỉnh")
    async with database.read() as tx:
        assert len(await assignments.of_campaign(tx, campaign.id)) == 6


async def test_its_cards_wait_for_the_hours_of_offices(database, leads, hours):
    await lives(database, hours, team_with(duty()), days=2)
    async with database.read() as tx:
        rows = await tx.all(tables.outbox.select().where(tables.outbox.c.kind == "campaign-card"))
    # The first of May is a holiday, and the two days after it are a weekend.
    assert {row.not_before for row in rows} == {datetime(2026, 5, 4, 1, 0, tzinfo=UTC)}


async def test_it_is_opened_once_however_often_the_clock_rings(database, leads, hours):
    team = team_with(duty())
    await lives(database, hours, team, days=10)
    await lives(database, hours, team, days=10)
    assert len(await known(database)) == 1


async def test_an_outage_opens_late_rather_than_never(database, leads, hours):
    team = team_with(duty())
    await lives(database, hours, team, days=1)
    await lives(database, hours, team, days=1, since=APRIL_30 + 20 * DAY)
    (campaign,) = await known(database, CampaignState.OPEN)
    assert campaign.opened_at == APRIL_30 + 20 * DAY


async def test_what_was_missed_until_after_its_deadline_is_not_asked_any_more(
    database, leads, hours
):
    team = team_with(duty())
    await lives(database, hours, team, days=1)
    await lives(database, hours, team, days=1, since=APRIL_30 + 60 * DAY)
    assert await known(database) == []


async def test_what_began_before_the_program_was_there_is_not_opened_by_itself(
    database, leads, hours
):
    team = team_with(duty())
    await lives(database, hours, team, days=5, since=APRIL_30 + 10 * DAY)
    assert await known(database) == []
    async with database.begin() as tx:
        campaign = await campaign_plan.open_turn(tx, team, leads[0], "cleanup", "2026")
    assert campaign.state is CampaignState.OPEN


async def test_a_skipped_period_is_never_opened(database, leads, hours):
    team = team_with(duty())
    async with database.begin() as tx:
        await campaign_plan.skip_turn(tx, team, leads[0], "cleanup", "2026")
        with pytest.raises(Refused, match="refused-turn-taken"):
            await campaign_plan.open_turn(tx, team, leads[0], "cleanup", "2026")
        with pytest.raises(Refused, match="refused-no-such-obligation"):
            await campaign_plan.open_turn(tx, team, leads[0], "cleanup", "2026-H1")
    await lives(database, hours, team, days=5)
    assert [each.state for each in await known(database)] == [CampaignState.CANCELLED]


async def test_what_must_be_asked_first_is_put_before_the_leads(database, leads, hours):
    team = team_with(duty(opening="ask"))
    await lives(database, hours, team, days=2)
    (campaign,) = await known(database)
    assert campaign.state is CampaignState.PROPOSED
    told = await queued(database, "campaign-notice")
    assert [(chat, params["text"], params["agencies"]) for chat, params in told] == [
        (1, "campaign-proposed", 6),
        (2, "campaign-proposed", 6),
    ]
    async with database.begin() as tx:
        confirmed = await campaigns.confirm(tx, team, leads[0], campaign.id)
    assert confirmed.state is CampaignState.OPEN


async def test_what_nobody_confirms_is_brought_up_weekly_and_at_last_called_off(
    database, leads, hours
):
    team = team_with(duty(opening="ask"))
    await lives(database, hours, team, days=17)
    await lives(database, hours, team, days=1, since=APRIL_30 + 56 * DAY)
    (campaign,) = await known(database)
    assert campaign.state is CampaignState.CANCELLED
    told = [
        params["text"] for chat, params in await queued(database, "campaign-notice") if chat == 1
    ]
    assert told == ["campaign-proposed"] * 3 + ["campaign-missed"]


@pytest.mark.parametrize("values", [{"opening": "off"}, {"kinds": ("Phường",)}])
async def test_what_is_off_or_addresses_nobody_is_not_opened(database, leads, hours, values):
    await lives(database, hours, team_with(duty(**values)), days=5)
    assert await known(database) == []


async def test_whoever_is_added_meanwhile_is_taken_in_on_the_next_morning(database, leads, hours):
    team = team_with(duty(per="system", levels={"least": 3}))
    await lives(database, hours, team, days=3)
    (campaign,) = await known(database, CampaignState.OPEN)
    assert (campaign.per, campaign.scope.levels) == (Per.SYSTEM, (3, 4, 5))
    async with database.begin() as tx:
        new = {"code": "HT90", "name": "Mới", "agency_id": 6, "level": 4}
        await tx.add(tables.systems, id=90, **new)
    await lives(database, hours, team, days=1, since=APRIL_30 + 3 * DAY)
    async with database.read() as tx:
        found = await assignments.of_campaign(tx, campaign.id)
    assert [each.system_id for each in found] == [3, 4, 90]


async def test_a_campaign_closes_when_all_is_accepted_and_its_time_is_over(database, leads, hours):
    team = team_with(duty())
    await lives(database, hours, team, days=2)
    (campaign,) = await known(database)
    async with database.begin() as tx:
        for before in await assignments.of_campaign(tx, campaign.id):
            done = rules.finish(campaign, before, leads[0].id, {}, tx.now)
            await assignments.save(tx, before, rules.accept(campaign, done, leads[0].id, tx.now))
    await lives(database, hours, team, days=1, since=APRIL_30 + 58 * DAY)
    assert (await known(database))[0].state is CampaignState.OPEN
    await lives(database, hours, team, days=1, since=APRIL_30 + 61 * DAY)
    assert (await known(database))[0].state is CampaignState.CLOSED


async def test_what_is_not_done_stays_open_until_the_next_of_its_kind_opens(database, leads, hours):
    team = team_with(duty())
    await lives(database, hours, team, days=2)
    await lives(database, hours, team, days=1, since=APRIL_30 + 300 * DAY)
    assert [each.state for each in await known(database)] == [CampaignState.OPEN]
    await lives(database, hours, team, days=2, since=APRIL_30 + 366 * DAY)
    assert [(each.period, each.state) for each in await known(database)] == [
        ("2026", CampaignState.CLOSED),
        ("2027", CampaignState.OPEN),
    ]


async def test_the_plan_of_the_next_twelve_months_is_in_order(database, leads, hours):
    half = duty(code="scan", names={"vi": "Rà quét"}, every="half_year", due="end of period")
    team = team_with(duty(), half.model_copy(update={"rollup": ()}), duty(code="o", opening="off"))
    async with database.begin() as tx:
        planned = await campaign_plan.ahead(tx, team)
    assert [(each.name, each.due, each.addressed.assignments) for each in planned] == [
        ("Làm sạch mã độc", date(2026, 6, 24), 6),
        ("Rà quét", date(2026, 6, 30), 6),
        ("Rà quét", date(2026, 12, 31), 6),
    ]
    await lives(database, hours, team, days=2)
    await opened(database, leads, name="Việc riêng", due=DUE)
    async with database.begin() as tx:
        planned = await campaign_plan.ahead(tx, team)
    assert [(each.name, each.campaign is None) for each in planned][:3] == [
        ("Làm sạch mã độc, 2026", False),
        ("Việc riêng", False),
        ("Rà quét", True),
    ]


async def test_the_shipped_year_opens_what_it_says(database, leads, hours):
    async with database.begin() as tx:
        values = contact(6, tx.now, telegram_id=2000)
        await tx.run(tables.people.insert(), values)
        planned = await campaign_plan.ahead(tx, TEAM)
    codes = {each.obligation.code for each in planned if each.obligation}
    assert codes >= {"scan", "hunt", "drill", "backup", "plans", "contacts", "incident_summary"}
    assert "weekly_warnings" not in codes
    assert [each.due for each in planned] == sorted(each.due for each in planned)
