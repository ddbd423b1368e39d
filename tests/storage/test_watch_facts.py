"""What happened in a period, read for the watch log's list and for reports."""

from datetime import timedelta

import pytest

from bot.domain.incident import Incident, Status
from bot.domain.kinds import Severity
from bot.domain.messages import Op, Outgoing
from bot.domain.people import Person, Role
from bot.domain.roster import Shift
from bot.domain.watch import Plan, Seats, Watch, WatchState
from bot.domain.watch_policy import Hours
from storage import handovers, incidents, people, shifts, watch_facts, watches, watchlog
from storage.incidents import Entry
from storage.outbox import queue
from storage.tables import outbox
from storage.watchlog import LogLine
from tests.storage.conftest import START

HOUR = timedelta(hours=1)
PLAN = Plan(seats=(Seats(post="primary"),), hours=(Hours(start="08:00", end="20:00"),))
ALWAYS = START - 100 * HOUR, START + 100 * HOUR


@pytest.fixture
async def minh(database):
    async with database.begin() as tx:
        return await people.add(tx, Person(0, 1, "Minh", Role.RESPONDER))


async def an_incident(tx, number):
    new = Incident(
        0, f"SC-2026-{number:04}", "deface", Severity.HIGH, Status.RECEIVED, opened_at=tx.now
    )
    return await incidents.add(tx, new, (2026, number), summary="x")


async def a_page(tx, person, incident_id, kind="incident-page", state="sent"):
    queue(tx, Outgoing(kind, person.telegram_id, person.id, incident_id, {}, op=Op.SEND))
    await tx.flush()
    await tx.run(
        outbox.update()
        .where(outbox.c.state == "pending")
        .values(state=state, sent_at=tx.now if state == "sent" else None)
    )


async def test_incidents_of_a_period_are_those_received_in_it(database, hours):
    for number in (1, 2, 3):
        async with database.begin() as tx:
            await an_incident(tx, number)
        hours.now += HOUR
    async with database.read() as tx:
        found = await watch_facts.received(tx, START, START + 2 * HOUR)
    assert [row.code for row in found] == ["SC-2026-0001", "SC-2026-0002"]


async def test_a_story_is_whole_when_any_of_it_lies_in_the_period(database, hours, minh):
    async with database.begin() as tx:
        first, second = [await an_incident(tx, number) for number in (1, 2)]
        for incident_id in (first, second):
            await incidents.enter(tx, incident_id, Entry("paged"))
    hours.now += 2 * HOUR
    async with database.begin() as tx:
        await incidents.enter(tx, first, Entry("taken", minh.id))
        await incidents.enter(tx, first, Entry("note", minh.id, "x"))
    async with database.read() as tx:
        period = START + HOUR, START + 3 * HOUR
        found = await watch_facts.stories(tx, *period, ("paged", "taken"))
        shown = await watch_facts.timeline_of(tx, *period, ("paged", "taken"))
    assert [(row.incident_id, row.kind) for row in found] == [(first, "paged"), (first, "taken")]
    assert [(row.code, row.kind, row.name) for row in shown] == [("SC-2026-0001", "taken", "Minh")]


async def test_only_pages_that_went_out_are_counted(database, hours, minh):
    async with database.begin() as tx:
        incident_id = await an_incident(tx, 1)
        await a_page(tx, minh, incident_id)
        await a_page(tx, minh, incident_id, state="dead")
        await a_page(tx, minh, incident_id, kind="incident-card")
    async with database.read() as tx:
        assert await watch_facts.pages(tx, *ALWAYS) == [START]
        assert await watch_facts.pages(tx, START + HOUR, START + 2 * HOUR) == []


@pytest.mark.parametrize(
    ("kind", "state", "count"),
    [
        ("incident-page", "sent", 1),
        ("incident-assigned", "sent", 1),
        ("incident-page", "dead", 0),
        ("incident-card", "sent", 0),
    ],
)
async def test_taking_counts_only_for_whom_was_called(database, minh, kind, state, count):
    async with database.begin() as tx:
        ha = await people.add(tx, Person(0, 2, "Hà", Role.RESPONDER))
        called, other = [await an_incident(tx, number) for number in (1, 2)]
        await a_page(tx, minh, called, kind=kind, state=state)
        for incident_id, person in ((called, minh), (called, ha), (other, minh)):
            await incidents.enter(tx, incident_id, Entry("taken", person.id))
        found = await watch_facts.taken_when_called(tx, *ALWAYS)
    assert [(row.incident_id, row.person_id) for row in found] == [(called, minh.id)] * count


async def test_the_log_of_a_period_names_authors_and_posts(database, hours, minh):
    async with database.begin() as tx:
        shift = Shift(0, tx.now, tx.now + 12 * HOUR, "commander", minh.id)
        shift_id = await shifts.add(tx, shift)
        await watchlog.enter(tx, LogLine("checked-in", None, shift_id, minh.id))
        await watchlog.enter(tx, LogLine("note", text="gone", shift_id=999))
    async with database.read() as tx:
        found = await watch_facts.log_between(tx, *ALWAYS)
        of_shift = await watch_facts.of_shifts(tx, [shift_id], START + HOUR)
        before = await watch_facts.of_shifts(tx, [shift_id], START)
    assert [(row.kind, row.name, row.post) for row in found] == [
        ("checked-in", "Minh", "commander"),
        ("note", None, None),
    ]
    assert [row.kind for row in of_shift] == ["checked-in"]
    assert before == []


async def a_watch(tx, start, state):
    return await watches.add(tx, Watch(0, "Tết", start, start + 24 * HOUR, PLAN, state))


async def test_hand_overs_lack_a_signature_until_all_have_signed_who_were_to(database, minh):
    async with database.begin() as tx:
        watch_id = await a_watch(tx, tx.now, WatchState.PUBLISHED)
        first, second = [
            await shifts.add(tx, Shift(0, start, start + 12 * HOUR, "primary", minh.id, watch_id))
            for start in (tx.now, tx.now + 12 * HOUR)
        ]
        await handovers.add(tx, first, second)
        await handovers.add(tx, second, None)
        lacking = []
        for shift_id, values in (
            (None, {}),
            (first, {"signed_at": tx.now}),
            (second, {"signed_at": tx.now}),
            (first, {"confirmed_at": tx.now}),
        ):
            if shift_id:
                await handovers.change(tx, await handovers.get(tx, shift_id), **values)
            lacking.append([row.shift_id for row in await watch_facts.unsigned(tx, watch_id)])
    assert lacking == [[first, second], [first, second], [first], []]


async def test_the_latest_watch_is_the_one_that_began_last_and_counts(database):
    async with database.begin() as tx:
        assert await watch_facts.latest_watch_id(tx) is None
        await a_watch(tx, tx.now - 90 * HOUR, WatchState.ENDED)
        wanted = await a_watch(tx, tx.now - HOUR, WatchState.PUBLISHED)
        await a_watch(tx, tx.now + HOUR, WatchState.PUBLISHED)
        await a_watch(tx, tx.now, WatchState.DRAFT)
        await a_watch(tx, tx.now, WatchState.CANCELLED)
        assert await watch_facts.latest_watch_id(tx) == wanted
