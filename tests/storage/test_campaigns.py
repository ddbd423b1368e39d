from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from bot.domain import campaign as rules
from bot.domain.audience import Audience, Per
from bot.domain.campaign import AssignmentState, CampaignState
from bot.domain.errors import Refused
from bot.services import campaigns, opening
from storage import assigning, assignments, campaign_facts, findings, tables
from storage import campaigns as stored
from storage.campaign_tables import assignment_answers, campaign_log
from tests.statements import noted
from tests.storage.provinces import (
    DAY,
    DUE,
    MONDAY,
    TEAM,
    contact,
    opened,
    queued,
    sent,
    settle,
)


@pytest.fixture
async def leads(database, hours):
    """Six agencies, each with a system and a contact person; two leads."""
    hours.now = MONDAY
    return await settle(database, 6)


async def given(database, campaign):
    async with database.read() as tx:
        return await assignments.of_campaign(tx, campaign.id)


async def refusal(awaited):
    with pytest.raises(Refused) as refused:
        await awaited
    return refused.value.text_id


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


async def test_an_agency_without_anybody_is_a_finding_from_the_first_day(database, leads):
    async with database.begin() as tx:
        await tx.run(tables.people.update().where(tables.people.c.agency_id == 3).values(active=0))
        await tx.run(
            tables.people.update().where(tables.people.c.agency_id == 4).values(reachable=False)
        )
    await opened(database, leads)
    async with database.begin() as tx:
        found = await findings.open_ones(tx, kind=findings.NO_CONTACT)
        assert [row.agency_id for row in found] == [3, 4]
        assert await findings.look_for_silence(tx) == 0
        await tx.run(tables.people.insert(), contact(3, tx.now, telegram_id=2003))
        await findings.look_for_silence(tx)
        assert [row.agency_id for row in await findings.open_ones(tx)] == [4]
    told = [params for _, params in await queued(database, "campaign-notice")]
    (said, _) = [params for params in told if params["text"] == "finding-no-contact"]
    assert said["count"] == 2


async def test_a_finding_is_open_once_and_can_come_back(database, leads):
    about = findings.Finding("backup", "system:2", system_id=2, params={"copies": 1})
    async with database.begin() as tx:
        assert await findings.keep(tx, about)
        assert not await findings.keep(tx, replace(about, params={"copies": 2}))
        assert [row.params for row in await findings.open_ones(tx, system_id=2)] == [{"copies": 2}]
        assert await findings.close(tx, "backup", "system:2")
        assert not await findings.close(tx, "backup", "system:2")
        assert await findings.keep(tx, about)


async def test_the_figures_of_a_campaign_add_up(database, leads, hours):
    campaign = await opened(database, leads)
    first, _ = leads
    async with database.begin() as tx:
        one, two, three, four, five, _ = await assignments.of_campaign(tx, campaign.id)
        done = rules.finish(campaign, one, first.id, {}, tx.now)
        late = rules.finish(campaign, two, first.id, {}, campaign.due_at + DAY)
        await assignments.save(tx, one, rules.accept(campaign, done, first.id, tx.now))
        await assignments.save(tx, two, late)
        exempt = rules.not_applicable(campaign, three, first.id, "không có máy", tx.now)
        await assignments.save(tx, three, exempt)
        await assignments.save(tx, four, rules.start(campaign, four, tx.now))
        await assignments.save(tx, five, rules.see(five, tx.now))
    hours.now = campaign.due_at + 2 * DAY
    async with database.read() as tx:
        counted = (await campaign_facts.progress(tx, [campaign.id]))[campaign.id]
        table = await campaign_facts.table(tx, campaign.id)
    assert counted == campaign_facts.Progress(
        given=6, done=2, accepted=1, late=1, exempt=1, started=1, seen=1, silent=1, overdue=3
    )
    assert [row.agency for row in table] == [f"Cơ quan {number}" for number in range(1, 7)]
    assert {row.reachable for row in table} == {True}


async def test_two_deeds_at_once_do_not_overwrite_each_other(database, leads):
    campaign = await opened(database, leads)
    first, _ = leads
    async with database.begin() as tx:
        (before, *_) = await assignments.of_campaign(tx, campaign.id)
        await assignments.save(tx, before, rules.finish(campaign, before, first.id, {}, tx.now))
        late = rules.start(campaign, before, tx.now)
        assert await refusal(assignments.save(tx, before, late)) == "refused-task-changed"


async def test_cards_that_were_sent_count_as_delivered(database, leads, hours):
    campaign = await opened(database, leads)
    async with database.begin() as tx:
        await campaign_facts.mark_delivered(tx)
    assert {each.delivered_at for each in await given(database, campaign)} == {None}
    await sent(database)
    hours.now = MONDAY + DAY
    async with database.begin() as tx:
        await campaign_facts.mark_delivered(tx)
    assert {each.delivered_at for each in await given(database, campaign)} == {MONDAY}


async def test_cards_show_that_a_campaign_is_over(database, leads):
    first, _ = leads
    campaign = await opened(database, leads)
    await sent(database)
    async with database.begin() as tx:
        await campaigns.cancel(tx, first, campaign.id)
        await assigning.refresh_cards(tx, campaign.id)
    edits = await queued(database, "campaign-card")
    assert sorted(chat for chat, _ in edits) == list(range(1001, 1007))


async def test_nothing_is_written_over_in_the_log_and_among_the_answers(database, leads):
    campaign = await opened(database, leads)
    async with database.begin() as tx:
        (first, *_) = await assignments.of_campaign(tx, campaign.id)
        await assignments.keep_answers(tx, first.id, leads[0].id, {"found": 1})
        await assignments.keep_answers(tx, first.id, leads[0].id, {"found": 2})
    for table in (campaign_log, assignment_answers):
        for statement in (table.update().values(at=MONDAY + DAY), table.delete()):
            with pytest.raises(DBAPIError, match="append-only"):
                async with database.begin() as tx:
                    await tx.run(statement)
    async with database.read() as tx:
        versions = await assignments.versions(tx, first.id)
        events = [row.event for row in await stored.story(tx, campaign_id=campaign.id)]
    assert [row.answers for row in versions] == [{"found": 1}, {"found": 2}]
    assert events == ["drafted", "proposed", "confirmed", "opened"]


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
        cards = select(func.count()).where(tables.outbox.c.kind == "campaign-card")
        assert await tx.scalar(cards) == 1_006
        assert (await campaign_facts.progress(tx, [campaign.id]))[campaign.id].given == 1_000
