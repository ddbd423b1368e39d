"""What is due is done once, late rather than never, whatever falls due beside it."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.services import paging
from bot.timekeeper import DUE_KINDS
from storage import due
from storage.due import Due
from storage.tables import timeline
from tests.ladders import live, paged, waiting

MINUTE = timedelta(minutes=1)


@pytest.fixture
async def lan(world):
    return await world.member("Lan", "citizen")


async def test_a_loop_that_stood_still_fires_everything_once_and_the_oldest_first(
    world, minh, ha, tung, lan
):
    await world.receives(lan)
    world.hand.advance(60)
    await world.receives(lan, "defacement")
    await world.receives(lan)
    before = len(await world.rows(timeline))
    world.hand.advance(600)
    late = world.clock.now()
    await world.breathes()
    fired = [r for r in (await world.rows(timeline))[before:] if r["kind"] == "paged"]
    assert [(r["incident_id"], r["at"]) for r in fired] == [(1, late), (3, late), (2, late)]
    assert (await live(world, 1))["next_at"] == late + 5 * MINUTE
    assert await paged(world, 1) == [minh.user.id, minh.user.id, ha.user.id]


async def test_codes_begin_anew_at_the_local_new_year(world, minh, lan):
    await world.receives(lan)
    await minh.says("/ack SC-2026-0001")
    eve = datetime(2026, 12, 31, 16, 59, 50, tzinfo=UTC)
    world.hand.advance((eve - world.clock.now()).total_seconds())
    assert (await world.receives(lan))["code"] == "SC-2026-0002"
    world.hand.advance(10)
    assert (await world.receives(lan))["code"] == "SC-2027-0001"
    assert (await world.receives(lan))["code"] == "SC-2027-0002"
    await minh.says("/ack SC-2027-0001")
    assert (await world.incident(3))["owner_id"] == minh.person_id


async def test_a_due_row_that_fails_is_tried_again_and_does_not_hold_up_others(world, minh, lan):
    calls = []

    async def breaks(tx, team, subject_id, params):
        calls.append(subject_id)
        if len(calls) < 3:
            raise RuntimeError("the disk is full")

    async with world.app.database.begin() as tx:
        await due.schedule(tx, Due("breaks", 7, tx.now + MINUTE))
    world.app.timekeeper._kinds = {"breaks": breaks, **DUE_KINDS}
    await world.receives(lan)
    world.hand.advance(240)
    await world.breathes()
    assert calls == [7]
    assert (await live(world))["step"] == 2
    (row,) = await waiting(world, "breaks")
    assert (row["attempts"], "disk is full" in row["error"]) == (1, True)
    for _ in range(2):
        world.hand.advance(30)
        await world.breathes()
    assert calls == [7, 7, 7]
    assert await waiting(world, "breaks") == []


async def test_a_refusal_and_a_step_due_together_climb_one_step(world, minh, ha, tung, lan):
    world.playground.people.block(minh.user, world.bot)
    world.bot.queue.clear()
    await world.receives(lan)
    for _ in range(2):
        await world.app.dispatcher.step()
        await world.app.dispatcher.landed()
    await world.app.dispatcher.record()
    assert [r["kind"] for r in await waiting(world, paging.REFUSED)] == [paging.REFUSED]
    world.hand.advance(181)
    late = world.clock.now()
    await world.breathes()
    assert await paged(world) == [minh.user.id, ha.user.id]
    assert (await live(world))["next_at"] == late + 5 * MINUTE
