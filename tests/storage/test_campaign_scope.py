import pytest
from sqlalchemy import func, select

from bot.domain.audience import Audience, Per
from bot.services import opening
from storage import assigning, campaign_facts, tables
from storage.tables import outbox
from tests.statements import noted
from tests.storage.provinces import (
    DAY,
    MONDAY,
    TEAM,
    contact,
    given,
    opened,
    queued,
    refusal,
    sent,
    settle,
)


@pytest.fixture
async def leads(database, hours):
    """Six agencies, each with a system and a contact person; two leads."""
    hours.now = MONDAY
    return await settle(database, 6)


@pytest.mark.parametrize(
    ("scope", "per", "agencies"),
    [
        (Audience(), Per.AGENCY, [1, 2, 3, 4, 5, 6]),
        (Audience(kinds=("SO",)), Per.AGENCY, [2, 4, 6]),
        (Audience(but_kinds=("sở",)), Per.AGENCY, [1, 3, 5]),
        (Audience(kinds=("phường",)), Per.AGENCY, []),
        (Audience(agency_ids=(3, 4)), Per.AGENCY, [3, 4]),
        (Audience(levels=(3, 4, 5)), Per.AGENCY, [3, 4]),
        (Audience(levels=(3, 4, 5)), Per.SYSTEM, [3, 4]),
        (Audience(kinds=("xã",), levels=(1,)), Per.SYSTEM, [1]),
        (Audience(system_ids=(2, 5)), Per.SYSTEM, [2, 5]),
        (Audience(system_ids=(2, 5)), Per.AGENCY, [2, 5]),
    ],
)
async def test_the_audience_is_who_was_chosen(database, leads, scope, per, agencies):
    async with database.read() as tx:
        counted = await assigning.addressed(tx, scope, per)
    assert (counted.agencies, counted.assignments) == (len(agencies), len(agencies))
    if not agencies:
        assert await refusal(opened(database, leads, scope=scope)) == "refused-campaign-nobody"
        return
    campaign = await opened(database, leads, scope=scope, per=per)
    found = await given(database, campaign)
    assert [each.agency_id for each in found] == agencies
    assert {each.system_id is None for each in found} == {per is Per.AGENCY}


async def test_whoever_is_added_is_taken_in_once(database, leads, hours):
    campaign = await opened(database, leads)
    await sent(database)
    hours.now = MONDAY + DAY
    async with database.begin() as tx:
        await tx.add(tables.agencies, id=7, code="CQ7", name="Cơ quan 7", kind="Sở")
        await tx.run(tables.people.insert(), contact(7, tx.now))
        assert await opening.take_in(tx, TEAM, campaign) == 1
        assert await opening.take_in(tx, TEAM, campaign) == 0
    assert [chat for chat, _ in await queued(database, "campaign-card")] == [1007]


async def test_a_system_added_to_an_agency_is_taken_in(database, leads, hours):
    campaign = await opened(database, leads, per=Per.SYSTEM)
    hours.now = MONDAY + DAY
    async with database.begin() as tx:
        await tx.add(tables.systems, id=60, code="HT60", name="Mới", agency_id=6, level=2)
        assert await opening.take_in(tx, TEAM, campaign) == 1
    assert (await given(database, campaign))[-1].system_id == 60


async def test_nobody_is_taken_in_after_the_deadline(database, leads, hours):
    campaign = await opened(database, leads)
    hours.now = campaign.due_at + DAY
    async with database.begin() as tx:
        await tx.add(tables.agencies, id=7, code="CQ7", name="Cơ quan 7", kind="Sở")
        assert await opening.take_in(tx, TEAM, campaign) == 0


async def test_every_contact_person_of_an_agency_gets_a_card(database, leads):
    async with database.begin() as tx:
        others = [
            contact(1, tx.now, telegram_id=2001),
            contact(1, tx.now, telegram_id=2002, active=False),
            contact(1, tx.now, telegram_id=2003, blocked=True),
            contact(1, tx.now, telegram_id=2004, reachable=False),
            contact(1, tx.now, telegram_id=2005, reachable=None),
            contact(1, tx.now, telegram_id=None),
            contact(1, tx.now, telegram_id=2006, role="responder"),
        ]
        await tx.run(tables.people.insert(), others)
    await opened(database, leads)
    cards = await queued(database, "campaign-card")
    assert sorted(chat for chat, _ in cards if chat > 2000 or chat == 1001) == [1001, 2001, 2005]


async def test_whoever_would_get_many_cards_gets_one_list(database, leads):
    async with database.begin() as tx:
        for number in range(3):
            code = f"HT6{number}"
            values = {"code": code, "name": code, "agency_id": 6, "level": 1}
            await tx.add(tables.systems, id=60 + number, **values)
    await opened(database, leads, per=Per.SYSTEM)
    cards = await queued(database, "campaign-card")
    assert sorted(chat for chat, _ in cards) == list(range(1001, 1006))
    ((chat, params),) = await queued(database, "campaign-reminder")
    assert (chat, params["as"]) == (1006, ["contact"])
    async with database.read() as tx:
        own = outbox.c.kind == "campaign-reminder"
        assert await tx.scalar(select(outbox.c.expires_at).where(own)) is None


async def test_a_thousand_agencies_take_no_more_statements_than_six(database, leads, hours):
    with noted() as run:
        await opened(database, leads, name="Sáu")
    few = len(run)
    async with database.begin() as tx:
        numbers = range(7, 1_001)
        rows = [{"id": n, "code": f"CQ{n}", "name": f"Cơ quan {n}", "kind": "Xã"} for n in numbers]
        await tx.run(tables.agencies.insert(), rows)
        await tx.run(tables.people.insert(), [contact(n, tx.now) for n in numbers])
    with noted() as run:
        campaign = await opened(database, leads, name="Nghìn")
    assert len(run) == few
    async with database.read() as tx:
        cards = select(func.count()).where(outbox.c.kind == "campaign-card")
        assert await tx.scalar(cards) == 1_006
        assert (await campaign_facts.progress(tx, [campaign.id]))[campaign.id].given == 1_000
