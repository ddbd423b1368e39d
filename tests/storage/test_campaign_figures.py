import pytest
from msgspec.structs import replace
from sqlalchemy.exc import DBAPIError

from bot.domain import campaign as rules
from bot.services import campaigns
from storage import assigning, assignments, campaign_facts, findings, tables
from storage import campaigns as stored
from storage.campaign_tables import assignment_answers, campaign_log
from tests.storage.provinces import (
    DAY,
    MONDAY,
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
