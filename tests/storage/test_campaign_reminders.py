from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain import campaign as rules
from bot.services import campaign_reminders, campaign_words, campaigns
from storage import assignments, tables
from tests.storage.provinces import DAY, TEAM, opened, queued, sent, settle

# 08:30 on Friday the first of May 2026, a holiday.
MAY_1 = datetime(2026, 5, 1, 1, 30, tzinfo=UTC)


@pytest.fixture
async def leads(database, hours):
    """Two agencies, the first with a head; two leads; a campaign that is due before 25/6."""
    hours.now = MAY_1
    both = await settle(database, 2)
    async with database.begin() as tx:
        head = await tx.add(
            tables.people,
            telegram_id=3001,
            name="Thủ trưởng",
            role="staff",
            language="vi",
            active=True,
            blocked=False,
            created_at=tx.now,
        )
        first = tables.agencies.update().where(tables.agencies.c.id == 1)
        await tx.run(first.values(head_id=head))
    return both


@pytest.fixture
async def campaign(database, leads):
    return await opened(database, leads)


async def rings(database, hours, at):
    """Let the clock ring once; returns who is reminded, and as what."""
    hours.now = at
    async with database.begin() as tx:
        await campaign_reminders.remind_due(tx, TEAM, 0, {})
    told = await queued(database, "campaign-reminder")
    await sent(database)
    return {chat: params["as"] for chat, params in told}


async def lives(database, hours, until, since=MAY_1):
    """Let the clock ring every day; returns each day on which anybody is reminded, and who."""
    days = {}
    at = since
    while at.date() < until:
        at += DAY
        if told := await rings(database, hours, at):
            days[f"{at:%d/%m}"] = told
    return days


async def test_the_reminders_of_the_clean_up_are_those_of_the_calendar(database, campaign, hours):
    days = await lives(database, hours, date(2026, 7, 2))
    own, head = {1001: ["contact"], 1002: ["contact"]}, {3001: ["head"]}
    leaders = {1: ["leader"], 2: ["leader"]}
    assert days == {
        **dict.fromkeys(("25/05", "10/06", "17/06", "19/06", "23/06", "24/06"), own),
        **dict.fromkeys(("25/06", "26/06", "30/06", "02/07"), own),
        "29/06": own | head,
        "01/07": own | leaders,
    }


async def test_nobody_is_reminded_of_what_is_done(database, campaign, leads, hours):
    await rings(database, hours, MAY_1 + 20 * DAY)
    async with database.begin() as tx:
        one, _ = await assignments.of_campaign(tx, campaign.id)
        await assignments.save(tx, one, rules.finish(campaign, one, leads[0].id, {}, tx.now))
    days = await lives(database, hours, date(2026, 7, 2), since=MAY_1 + 50 * DAY)
    assert {chat for told in days.values() for chat in told} == {1002, 1, 2}


async def test_what_was_returned_is_asked_for_again(database, campaign, leads, hours):
    async with database.begin() as tx:
        one, _ = await assignments.of_campaign(tx, campaign.id)
        done = rules.finish(campaign, one, leads[0].id, {}, tx.now)
        await assignments.save(tx, one, rules.give_back(campaign, done, "thiếu biên bản"))
    assert await rings(database, hours, MAY_1 + 24 * DAY) == {1001: ["contact"], 1002: ["contact"]}


async def test_twenty_campaigns_are_one_message_for_each_person(database, campaign, leads, hours):
    for number in range(4):
        await opened(database, leads, name=f"Đợt {number}")
    await sent(database)
    told = await rings(database, hours, MAY_1 + 24 * DAY)
    assert told == {1001: ["contact"], 1002: ["contact"]}
    assert await rings(database, hours, hours.now + timedelta(hours=1)) == {}
    async with database.read() as tx:
        rows = await tx.all(
            tables.outbox.select().where(tables.outbox.c.kind == "campaign-reminder")
        )
        said = await campaign_words.facts(tx, TEAM, dict(rows[0]._mapping))
    assert said is not None
    (part,) = said["parts"]["lines"]
    assert (part["text"], part["count"]) == ("campaign-reminder-own", 5)


@pytest.mark.parametrize(
    ("at", "is_told"),
    [
        (datetime(2026, 6, 24, 1, 30, tzinfo=UTC), True),
        (datetime(2026, 6, 24, 0, 59, tzinfo=UTC), False),
        (datetime(2026, 6, 24, 10, 0, tzinfo=UTC), False),
        (datetime(2026, 6, 27, 1, 30, tzinfo=UTC), False),
        (datetime(2026, 4, 30, 1, 30, tzinfo=UTC), False),
    ],
)
async def test_nobody_is_reminded_outside_the_hours_of_offices(
    database, campaign, hours, at, is_told
):
    assert bool(await rings(database, hours, at)) is is_told


async def test_more_time_moves_the_reminders(database, campaign, hours):
    async with database.begin() as tx:
        one, _ = await assignments.of_campaign(tx, campaign.id)
        longer = rules.extend(campaign, one, campaign.due_at + 20 * DAY, tx.now)
        await assignments.save(tx, one, longer)
    await rings(database, hours, datetime(2026, 6, 23, 1, 30, tzinfo=UTC))
    late = datetime(2026, 6, 25, 1, 30, tzinfo=UTC)
    assert list(await rings(database, hours, late)) == [1002]


async def test_a_campaign_that_is_over_reminds_nobody(database, campaign, leads, hours):
    async with database.begin() as tx:
        await campaigns.cancel(tx, leads[0], campaign.id)
    assert await lives(database, hours, date(2026, 7, 2), since=MAY_1 + 50 * DAY) == {}


async def test_a_head_who_is_a_contact_person_too_gets_one_message(database, campaign, hours):
    async with database.begin() as tx:
        own = tables.people.update().where(tables.people.c.telegram_id == 3001)
        await tx.run(own.values(agency_id=1))
    days = await lives(database, hours, date(2026, 6, 29), since=MAY_1 + 54 * DAY)
    assert days["29/06"][3001] == ["contact", "head"]


async def test_what_is_done_before_it_is_sent_is_not_said(database, campaign, leads, hours):
    hours.now = datetime(2026, 6, 24, 1, 30, tzinfo=UTC)
    async with database.begin() as tx:
        await campaign_reminders.remind_due(tx, TEAM, 0, {})
        await tx.flush()
        for before in await assignments.of_campaign(tx, campaign.id):
            done = rules.finish(campaign, before, leads[0].id, {}, tx.now)
            await assignments.save(tx, before, done)
        rows = await tx.all(
            tables.outbox.select().where(tables.outbox.c.kind == "campaign-reminder")
        )
        said = [await campaign_words.facts(tx, TEAM, dict(row._mapping)) for row in rows]
    assert said == [None, None]


async def parts(database, chat):
    """Return what a person's newest reminder says, part by part."""
    async with database.read() as tx:
        mine = (tables.outbox.c.kind == "campaign-reminder", tables.outbox.c.chat_id == chat)
        rows = await tx.all(tables.outbox.select().where(*mine).order_by(tables.outbox.c.id))
        said = await campaign_words.facts(tx, TEAM, dict(rows[-1]._mapping))
    assert said is not None
    return said["parts"]["lines"]


async def test_who_had_not_handed_in_hears_once_that_it_is_closed(database, campaign, leads, hours):
    async with database.begin() as tx:
        one, _ = await assignments.of_campaign(tx, campaign.id)
        await assignments.save(tx, one, rules.finish(campaign, one, leads[0].id, {}, tx.now))
    hours.now = MAY_1 + 59 * DAY
    async with database.begin() as tx:
        await campaigns.close(tx, leads[0], campaign.id)
    assert await rings(database, hours, MAY_1 + 60 * DAY) == {1002: ["closed"]}
    (part,) = await parts(database, 1002)
    assert part["names"] == {"list": [f"{campaign.name} ({campaign.code})"]}
    assert await rings(database, hours, MAY_1 + 61 * DAY) == {}


async def test_leads_hear_each_morning_how_much_waits_to_be_accepted(
    database, campaign, leads, hours
):
    async with database.begin() as tx:
        for one in await assignments.of_campaign(tx, campaign.id):
            await assignments.save(tx, one, rules.finish(campaign, one, leads[0].id, {}, tx.now))
    waiting = {1: ["waiting"], 2: ["waiting"]}
    assert await rings(database, hours, MAY_1 + 10 * DAY) == waiting
    ((line,),) = [part["lines"]["lines"] for part in await parts(database, 1)]
    assert (line["code"], line["count"]) == (campaign.code, 2)
    async with database.begin() as tx:
        for one in await assignments.of_campaign(tx, campaign.id):
            after = rules.accept(campaign, one, leads[1].id, tx.now)
            await assignments.save(tx, one, after)
    assert await rings(database, hours, MAY_1 + 11 * DAY) == {}


async def test_a_head_who_is_the_contact_person_is_not_told_that_somebody_was_reminded(
    database, campaign, hours
):
    own = tables.people.update().where(tables.people.c.telegram_id == 3001)
    told = {}
    for agency_id in (None, 1):
        async with database.begin() as tx:
            await tx.run(own.values(agency_id=agency_id))
        hours.now = datetime(2026, 6, 29, 1, 30, tzinfo=UTC)
        await rings(database, hours, hours.now)
        told[agency_id] = (await parts(database, 3001))[-1]["own"]
    assert told == {None: False, 1: True}
