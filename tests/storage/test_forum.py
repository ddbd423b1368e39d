"""The forum on both databases: who is told what, and topics that open twice or are lost."""

from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace
from sqlalchemy import func, select

from bot.catalog import load
from bot.domain.forum import Forum, Look, Step
from bot.domain.incident import Status
from bot.domain.messages import Op
from bot.domain.people import Person, Role
from bot.domain.report import Draft
from bot.domain.team import Team
from bot.services import forum, incidents
from bot.services.forum import CARD, CLOSED, GONE, Move
from storage import forum as kept
from storage import incidents as stored
from storage import people
from storage.outbox import PENDING, SENT
from storage.tables import outbox

GROUP = -1001234567890
TEAM = Team(load(), ZoneInfo("Asia/Ho_Chi_Minh"), "vi", GROUP)
LOOK = Look("SC-2026-0001 · Mã độc", "5")


@pytest.fixture
async def case(database):
    """An incident in a forum, its topic ordered."""
    async with database.begin() as tx:
        tung = await people.add(tx, Person(0, 11, "Tùng", Role.LEAD))
        await forum.learn(tx, TEAM, GROUP, is_forum=True, may_manage=True)
        incident_id, _ = await incidents.open_incident(tx, TEAM, tung, Draft("malware", "Mã độc"))
    return incident_id


async def queued(tx, kind, state=PENDING):
    await tx.flush()
    found = select(outbox).where(outbox.c.kind == kind, outbox.c.state == state)
    return await tx.all(found.order_by(outbox.c.id))


async def opened(tx, thread_id, step=Step.OPEN, status=Status.RECEIVED):
    """Telegram has done what the newest order asked for."""
    order = (await queued(tx, kept.TOPIC))[-1]
    moved = Move(step, None if step is Step.OPEN else thread_id, LOOK, status)
    await forum.moved(tx, order, moved, thread_id)


async def say(tx, incident_id):
    """Return the topic that news for the group would go to."""
    about = (outbox.c.kind == CARD, outbox.c.subject_id == incident_id)
    return await forum.thread_for(tx, await tx.one(select(outbox).where(*about)))


async def test_leads_are_told_once_each_time_the_right_is_missing(database, case):
    del case
    async with database.begin() as tx:
        for may_manage in (False, False, True, False):
            await forum.learn(tx, TEAM, GROUP, may_manage=may_manage)
        assert len(await queued(tx, "notice")) == 2
        assert await kept.known(tx, GROUP) == Forum(is_forum=True, may_manage=False, icons={})


@pytest.mark.parametrize(("seen", "told"), [({"is_forum": True}, 1), ({}, 0)])
async def test_who_has_no_topics_lacks_no_right_to_them(database, seen, told):
    async with database.begin() as tx:
        await people.add(tx, Person(0, 11, "Tùng", Role.LEAD))
        await forum.learn(tx, TEAM, GROUP, may_manage=False, **seen)
        assert len(await queued(tx, "notice")) == told


async def test_the_topic_is_ordered_before_the_card_and_followed_by_what_changes(database, case):
    async with database.begin() as tx:
        rows = await tx.all(select(outbox).where(outbox.c.chat_id == GROUP).order_by(outbox.c.id))
        assert [(row.kind, row.op) for row in rows][:3] == [
            (kept.TOPIC, Op.OPEN_TOPIC),
            (CARD, Op.SEND),
            (forum.POINTER, Op.SEND),
        ]
        await opened(tx, 7)
        await tx.run(outbox.update().values(state=SENT))
        before = await stored.get(tx, case)
        await stored.save(tx, before, replace(before, progress_at=tx.now))
        assert await queued(tx, kept.TOPIC) == []
        await stored.save(tx, before, replace(before, status=Status.VERIFYING))
        assert [row.op for row in await queued(tx, kept.TOPIC)] == [Op.TOPIC]


async def test_of_two_topics_the_first_known_counts_and_both_are_listened_to(database, case):
    async with database.begin() as tx:
        await forum.adopt(tx, GROUP, 7, LOOK)
        await opened(tx, 8)
        assert await say(tx, case) == 7
        assert [await forum.incident_in(tx, GROUP, each) for each in (7, 8, 9, None)] == [
            case,
            case,
            None,
            None,
        ]


@pytest.mark.parametrize("tells_first", ["update", "answer"])
async def test_a_second_topic_is_closed_once_and_says_where_the_other_is(
    database, case, tells_first
):
    async with database.begin() as tx:
        await forum.adopt(tx, GROUP, 7, LOOK)
        if tells_first == "update":
            await forum.adopt(tx, GROUP, 8, LOOK)
        await opened(tx, 8)
        await forum.adopt(tx, GROUP, 8, LOOK)
        (line,) = [row for row in await queued(tx, forum.POINTER) if row.thread_id is not None]
        assert (line.thread_id, line.params) == (8, {"text": "pointer-spare"})
        (order,) = [row for row in await queued(tx, kept.TOPIC) if row.thread_id is not None]
        incident = await stored.get(tx, case)
        closing = await forum.move(tx, order, LOOK.name, incident)
        assert closing is not None
        assert closing == Move(Step.CLOSE, 8, closing.look, incident.status)
        await forum.moved(tx, order, closing, None)
        await forum.refused(tx, TEAM, order, GONE)
        assert await say(tx, case) == 7


@pytest.mark.parametrize("status", [Status.RECEIVED, Status.CLOSED])
async def test_a_group_that_becomes_a_forum_orders_topics_for_what_still_runs(database, status):
    async with database.begin() as tx:
        tung = await people.add(tx, Person(0, 11, "Tùng", Role.LEAD))
        incident_id, _ = await incidents.open_incident(tx, TEAM, tung, Draft("malware", "Mã độc"))
        before = await stored.get(tx, incident_id)
        await stored.save(tx, before, replace(before, status=status))
        for is_forum in (True, False, True):
            await forum.learn(tx, TEAM, GROUP, is_forum=is_forum)
        orders = [row.op for row in await queued(tx, kept.TOPIC)]
        assert orders == ([Op.OPEN_TOPIC] if status is Status.RECEIVED else [])


async def test_a_start_orders_the_topics_that_are_missing_all_the_same(database, case):
    async with database.begin() as tx:
        await tx.run(outbox.update().values(state=SENT))
        there = await kept.of_incident(tx, case)
        assert there is not None
        await kept.lose(tx, there.id)
        await forum.learn(tx, TEAM, GROUP, is_forum=True, may_manage=True)
        assert await queued(tx, kept.TOPIC) == []
        await forum.learn(tx, TEAM, GROUP, is_forum=True, may_manage=True, icons={})
        assert [row.op for row in await queued(tx, kept.TOPIC)] == [Op.OPEN_TOPIC]


async def test_topics_that_a_group_without_topics_refuses_are_there_when_it_has_them_again(
    database, case
):
    async with database.begin() as tx:
        await opened(tx, 7)
        await forum.shut_out(tx, TEAM, GROUP, 7, GONE)
        assert await say(tx, case) is None
        await forum.learn(tx, TEAM, GROUP, is_forum=False)
        await forum.shut_out(tx, TEAM, GROUP, 7, GONE)
        assert await say(tx, case) is None
        await forum.learn(tx, TEAM, GROUP, is_forum=True)
        assert await say(tx, case) == 7


@pytest.mark.parametrize(
    ("chat_id", "name"), [(GROUP - 1, LOOK.name), (GROUP, "Ăn trưa"), (GROUP, "SC-2026-0099 · x")]
)
async def test_a_topic_of_somebody_else_is_not_taken(database, case, chat_id, name):
    async with database.begin() as tx:
        await forum.adopt(tx, chat_id, 7, Look(name))
        assert await forum.incident_in(tx, chat_id, 7) is None
        assert await forum.link(tx, case) is None


async def test_an_answer_that_comes_after_the_news_of_it_changes_nothing(database, case):
    async with database.begin() as tx:
        await forum.adopt(tx, GROUP, 7, LOOK)
        await opened(tx, 7)
        await forum.adopt(tx, GROUP, 7, LOOK)
        assert await say(tx, case) == 7
        assert len(await queued(tx, CARD)) == 1


async def test_a_card_that_was_sent_before_its_topic_was_there_comes_again(database, case):
    async with database.begin() as tx:
        await tx.run(outbox.update().where(outbox.c.kind == CARD).values(state=SENT))
        await opened(tx, 7)
        assert [row.op for row in await queued(tx, CARD)] == [Op.SEND, Op.EDIT]
        assert case


async def test_a_deleted_topic_is_replaced_as_long_as_there_is_work(database, case):
    async with database.begin() as tx:
        await opened(tx, 7)
        await tx.run(outbox.update().values(state=SENT))
        for _ in range(2):
            await forum.shut_out(tx, TEAM, GROUP, 7, GONE)
        assert [row.op for row in await queued(tx, kept.TOPIC)] == [Op.OPEN_TOPIC]
        await tx.run(outbox.update().where(outbox.c.kind == CARD).values(thread_id=7))
        assert await say(tx, case) is None
        assert await forum.incident_in(tx, GROUP, 7) == case


async def test_a_topic_closed_to_the_bot_is_left_alone_until_it_has_the_right_again(database, case):
    async with database.begin() as tx:
        await opened(tx, 7)
        await forum.shut_out(tx, TEAM, GROUP, 7, CLOSED)
        assert await say(tx, case) is None
        await forum.learn(tx, TEAM, GROUP, may_manage=True)
        assert await say(tx, case) == 7


@pytest.mark.parametrize("now", [{"is_forum": False}, {"may_manage": False}])
async def test_nothing_is_ordered_where_topics_are_off(database, case, now):
    async with database.begin() as tx:
        await forum.learn(tx, TEAM, GROUP, **now)
        before = await tx.scalar(select(func.count()).where(outbox.c.kind == kept.TOPIC))
        tung = await people.get(tx, 1)
        await incidents.open_incident(tx, TEAM, tung, Draft("malware", "Mã độc"))
        await tx.flush()
        after = await tx.scalar(select(func.count()).where(outbox.c.kind == kept.TOPIC))
        assert (before, after) == (1, 1)
        order = (await queued(tx, kept.TOPIC))[0]
        assert await forum.move(tx, order, LOOK.name, await stored.get(tx, case)) is None
