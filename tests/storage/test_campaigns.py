from datetime import date

import pytest

from bot.domain.audience import Audience
from bot.domain.campaign import AssignmentState, CampaignState
from bot.services import campaigns, opening
from tests.storage.provinces import (
    DAY,
    DUE,
    MONDAY,
    TEAM,
    given,
    opened,
    queued,
    refusal,
    settle,
)


@pytest.fixture
async def leads(database, hours):
    """Six agencies, each with a system and a contact person; two leads."""
    hours.now = MONDAY
    return await settle(database, 6)


async def test_opening_gives_it_to_every_agency_and_queues_a_card_for_each(database, leads):
    campaign = await opened(database, leads)
    assert campaign.state is CampaignState.OPEN
    assert campaign.code == "DY-2026-0001"
    found = await given(database, campaign)
    assert [(each.agency_id, each.state) for each in found] == [
        (number, AssignmentState.ASSIGNED) for number in range(1, 7)
    ]
    assert {each.due_at for each in found} == {campaign.due_at}
    cards = await queued(database, "campaign-card")
    assert sorted(chat for chat, _ in cards) == list(range(1001, 1007))


async def test_the_deadline_is_the_last_second_of_its_day(database, leads):
    campaign = await opened(database, leads, rollup=date(2026, 6, 29))
    assert f"{campaign.due_at:%d/%m %H:%M:%S}" == "24/06 16:59:59"
    assert f"{campaign.rollup_at:%d/%m %H:%M:%S}" == "29/06 16:59:59"


async def test_leads_and_group_hear_that_it_is_open_and_the_proposer_of_the_confirmation(
    database, leads
):
    await opened(database, leads)
    told = await queued(database, "campaign-notice")
    assert sorted((chat, params["text"]) for chat, params in told) == [
        (1, "campaign-confirmed"),
        (1, "campaign-opened"),
        (2, "campaign-opened"),
        (2, "campaign-proposed"),
    ]
    assert [chat for chat, _ in await queued(database, "campaign-board")] == [-100]


async def test_nobody_confirms_their_own(database, leads):
    first, _ = leads
    async with database.begin() as tx:
        campaign = await campaigns.create(tx, TEAM, first, campaigns.Draft("Thử", DUE))
        await campaigns.propose(tx, TEAM, first, campaign.id)
        own = await refusal(campaigns.confirm(tx, TEAM, first, campaign.id))
    assert own == "refused-campaign-own"
    assert await given(database, campaign) == []


async def test_a_campaign_for_a_later_day_waits_for_its_clock(database, leads, hours):
    campaign = await opened(database, leads, starts=date(2026, 6, 8))
    assert campaign.state is CampaignState.CONFIRMED
    hours.now = MONDAY + 7 * DAY
    async with database.begin() as tx:
        await opening.open_due(tx, TEAM, campaign.id, {})
    assert len(await given(database, campaign)) == 6


async def test_a_campaign_called_off_before_its_day_stays_so(database, leads, hours):
    first, _ = leads
    campaign = await opened(database, leads, starts=date(2026, 6, 8))
    hours.now = MONDAY + 7 * DAY
    async with database.begin() as tx:
        await campaigns.cancel(tx, first, campaign.id)
        await opening.open_due(tx, TEAM, campaign.id, {})
    assert await given(database, campaign) == []


async def test_last_years_campaign_is_drafted_once_more(database, leads, hours):
    campaign = await opened(
        database, leads, name="Làm sạch mã độc 2026", rollup=date(2026, 6, 29), body="Rà quét"
    )
    hours.now = MONDAY + 300 * DAY
    async with database.begin() as tx:
        again = await campaigns.copy(tx, TEAM, leads[0], campaign.id)
    assert (again.name, again.body) == ("Làm sạch mã độc 2027", "Rà quét")
    assert f"{again.due_at:%d/%m/%Y}" == "24/06/2027"
    assert f"{again.rollup_at:%d/%m/%Y}" == "29/06/2027"
    assert (again.state, again.code) == (CampaignState.DRAFT, "DY-2027-0001")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("DY-2026-0001", None),
        ("đy 2026 1", None),
        ("lam sach", None),
        ("mã", "refused-campaign-which"),
        ("diễn tập", "refused-no-such-campaign"),
        ("DY-2026-0009", "refused-no-such-campaign"),
    ],
)
async def test_a_campaign_is_meant_by_its_code_or_its_name(database, leads, words, text):
    campaign = await opened(database, leads)
    await opened(database, leads, name="Mã hóa dữ liệu")
    async with database.read() as tx:
        if text is None:
            assert (await campaigns.found(tx, words)).id == campaign.id
        else:
            assert await refusal(campaigns.found(tx, words)) == text


async def test_a_draft_can_be_changed_until_it_is_proposed(database, leads):
    first, _ = leads
    async with database.begin() as tx:
        draft = await campaigns.create(tx, TEAM, first, campaigns.Draft("Thử", DUE))
        named = await campaigns.change(tx, first, draft.id, name="Rà quét", scope=Audience())
        await campaigns.propose(tx, TEAM, first, draft.id)
        changed = campaigns.change(tx, first, draft.id, name="Khác")
        assert await refusal(changed) == "refused-campaign-not-draft"
        await campaigns.take_back(tx, first, draft.id)
        assert (await campaigns.change(tx, first, draft.id, name="Khác")).name == "Khác"
    assert named.name == "Rà quét"
