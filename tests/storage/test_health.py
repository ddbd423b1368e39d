"""What waits and what failed, counted on both databases: the oldest first, nothing yet to come."""

from datetime import timedelta

from msgspec.structs import replace

from bot.domain.health import Waiting
from bot.domain.kinds import Severity
from bot.domain.messages import Op, Outgoing
from bot.domain.people import Person, Role
from bot.domain.why import CALLS, EVENTS
from storage import due, health, outbox, people, tables, why
from storage.due import Due
from storage.outbox import CLAIMED, DEAD, SENT, queue

MINUTE = timedelta(minutes=1)


async def sent_rows(tx, *kinds, **told):
    """Queue messages and return their ids."""
    for kind in kinds:
        queue(tx, Outgoing(kind, 501, **told))
    await tx.flush()
    return [row.id for row in await tx.all(tables.outbox.select().order_by(tables.outbox.c.id))]


async def an_incident(tx, number, *, severity="high", status="received"):
    return await tx.add(
        tables.incidents,
        year=2026,
        number=number,
        code=f"SC-2026-{number:04}",
        kind="ransomware",
        severity=severity,
        status=status,
        summary="?",
        opened_at=tx.now,
    )


async def test_the_oldest_due_row_is_the_one_that_should_have_happened_first(database, hours):
    async with database.begin() as tx:
        assert await health.oldest_due(tx) is None
        await due.schedule(tx, Due("later", 1, tx.now + MINUTE))
        await due.schedule(tx, Due("late", 1, tx.now - MINUTE))
        await due.schedule(tx, Due("latest", 1, tx.now - 2 * MINUTE))
        await due.schedule(tx, Due("make-picture", 1, tx.now - 5 * MINUTE))
        quick, slow = await health.oldest_due(tx), await health.oldest_due(tx, slow=True)
    assert quick == Waiting("latest", hours.now - 2 * MINUTE)
    assert slow == Waiting("make-picture", hours.now - 5 * MINUTE)


async def test_a_row_that_fails_stays_late_and_tells_its_error_without_contents(database, hours):
    async with database.begin() as tx:
        await due.schedule(tx, Due("late", 1, tx.now))
    hours.now += 3 * MINUTE
    async with database.begin() as tx:
        (row,) = await due.ripe(tx, 5)
        error = repr(KeyError("0912 345 678"))
        await due.postpone(tx, row.id, tx.now + 10 * MINUTE, error)
        found = await health.oldest_due(tx)
    assert found == Waiting("late", hours.now - 3 * MINUTE, 1, "KeyError")


async def test_the_oldest_page_is_unsent_and_an_answer_is_none(database, hours):
    async with database.begin() as tx:
        await sent_rows(tx, "answer")
        assert await health.oldest_page(tx) is None
        first, second = (await sent_rows(tx, "alarm", "alarm"))[1:]
    hours.now += MINUTE
    async with database.begin() as tx:
        await outbox.claim(tx, [first])
        await outbox.retry(tx, first, tx.now + MINUTE, "network")
        found = await health.oldest_page(tx)
        assert found == Waiting("alarm", hours.now - MINUTE, 1, "network")
        for row_id in (first, second):
            await outbox.sent(tx, row_id)
        assert await health.oldest_page(tx) is None


async def test_what_is_unsent_is_counted_by_state_and_priority(database, hours):
    async with database.begin() as tx:
        rows = await sent_rows(tx, "alarm", "alarm", "notice", "answer")
        await outbox.claim(tx, rows[:1])
        await outbox.sent(tx, rows[3])
        found = [(row.state, row.priority, row.messages) for row in await health.unsent(tx)]
        assert found == [(CLAIMED, 0, 1), ("pending", 0, 1), ("pending", 4, 1)]
        assert {row.since for row in await health.unsent(tx)} == {hours.now}


async def test_what_died_lately_is_counted_by_its_reason(database, hours):
    async with database.begin() as tx:
        for row_id in await sent_rows(tx, "notice"):
            await outbox.settle(tx, row_id, DEAD, "group deleted")
    hours.now += timedelta(hours=25)
    async with database.begin() as tx:
        for row_id, reason in zip(
            (await sent_rows(tx, *["notice"] * 3))[1:], ("empty", "blocked", "blocked"), strict=True
        ):
            await outbox.settle(tx, row_id, DEAD, reason)
        found = await health.dead_since(tx, tx.now - timedelta(hours=24))
    assert [(row.reason, row.messages) for row in found] == [("blocked", 2), ("empty", 1)]


async def test_members_whom_no_page_reaches_are_named_and_nobody_else(database):
    asked = {"An": True, "Bình": False, "Em": False, "Giang": False}
    async with database.begin() as tx:
        for number, (name, role) in enumerate(
            [
                ("An", Role.RESPONDER),
                ("Bình", Role.RESPONDER),
                ("Chi", Role.LEAD),
                ("Em", Role.STAFF),
                ("Giang", Role.RESPONDER),
            ]
        ):
            known = Person(0, 500 + number, name, role, reachable=asked.get(name))
            await people.add(tx, replace(known, active=name != "Giang"))
        await people.add(tx, Person(0, None, "Dung", Role.ADMIN, reachable=True))
        found = {row.name: row.reachable for row in await health.unreachable(tx)}
    assert found == {"Bình": False, "Chi": None, "Dung": True}


async def test_open_incidents_are_counted_by_severity_and_ladders_while_they_live(database):
    async with database.begin() as tx:
        for number, severity in enumerate(["high", "high", "low", "critical"]):
            await an_incident(tx, number + 1, severity=severity)
        ended = await an_incident(tx, 9, severity="critical", status="closed")
        for incident_id, live in ((1, True), (2, True), (ended, False)):
            await tx.add(
                tables.ladders,
                incident_id=incident_id,
                policy={},
                step=0,
                round=0,
                declined=[],
                paged=[],
                live=live,
                started_at=tx.now,
                next_at=tx.now,
            )
        found = await health.open_by_severity(tx)
        assert found == {Severity.HIGH: 2, Severity.LOW: 1, Severity.CRITICAL: 1}
        assert await health.live_ladders(tx) == 2


async def test_failed_updates_are_counted_from_an_instant_on(database, hours):
    async with database.begin() as tx:
        for ago in (1, 3):
            said = {"update_id": ago, "raw": "{}", "traceback": "?"}
            await tx.add(tables.failed_updates, at=tx.now - ago * MINUTE, **said)
        assert await health.failed_since(tx, tx.now - 2 * MINUTE) == 1


async def test_the_calls_of_one_incident_are_read_in_their_order_with_names(database, hours):
    async with database.begin() as tx:
        minh = await people.add(tx, Person(0, 501, "Minh", Role.RESPONDER))
        one, other = [await an_incident(tx, number) for number in (1, 2)]
        told = {"step": 1, "round": 2, "channels": ["telegram"]}
        about = {"person_id": minh.id, "subject_id": one}
        rows = await sent_rows(tx, "incident-page", params=told, **about)
        await sent_rows(tx, "incident-team-page", subject_id=one)
        await sent_rows(tx, "incident-promise", **about)
        await sent_rows(tx, "incident-page", person_id=minh.id, subject_id=other)
        await outbox.claim(tx, rows)
        await outbox.sent(tx, rows[0], 17)
        queue(tx, Outgoing("incident-page", 501, op=Op.EDIT, **about, target_id=rows[0]))
        await tx.flush()
        page, team = await why.calls(tx, one, CALLS)
        assert await why.events(tx, one, EVENTS) == []
    assert (page.name, page.step, page.round, page.number) == ("Minh", 1, 2, 17)
    assert (page.state, page.attempts, page.sent_at) == (SENT, 1, hours.now)
    assert (team.kind, team.person_id, team.name) == ("incident-team-page", None, None)
