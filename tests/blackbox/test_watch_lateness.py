"""What an outage does to the clocks of a watch: each rings once, if it still makes sense."""

from datetime import timedelta

import pytest

from bot.services.arming import arm_watch
from storage.tables import due_rows, shifts
from storage.watch_tables import watch_log
from tests.watches import a_shift, a_watch
from tests.world import START

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


@pytest.fixture
async def minh(world):
    return await world.member("Minh")


@pytest.fixture
async def ha(world):
    return await world.member("Hà")


@pytest.fixture
async def watch(world, minh, ha, tung):
    """Minh stands from 08:00, Hà is the backup and has checked in beforehand."""
    watch = await a_watch(world, start=START + 6 * HOUR)
    await a_shift(world, watch, minh, length=6 * HOUR)
    await a_shift(world, watch, ha, post="backup")
    return watch


async def stands_still(world, **length):
    """Let time pass while nothing runs, and then everything at once."""
    world.hand.advance(timedelta(**length).total_seconds())
    await world.breathes()
    await world.settles()


def count(human, words):
    return len([m for m in human.messages if words in (m.text or "")])


@pytest.mark.parametrize("outage", [{"minutes": 10}, {"hours": 3}])
async def test_a_reminder_of_a_shift_that_has_begun_is_not_sent(world, minh, watch, outage):
    await world.passes(hours=4, minutes=59)
    minh.does_not_see("tới ca trực")
    await stands_still(world, **outage)
    is_past = world.clock.now() >= watch.start
    assert count(minh, "tới ca trực") == (0 if is_past else 1)


async def test_one_reminder_is_sent_where_two_fell_due(world, minh, ha):
    watch = await a_watch(world, start=START + 30 * HOUR)
    await a_shift(world, watch, minh)
    await world.passes(hours=5)
    await stands_still(world, hours=24, minutes=30)
    assert count(minh, "tới ca trực") == 1
    minh.sees("Còn 30 phút tới ca trực")


@pytest.mark.parametrize("outage", [{"minutes": 10}, {"hours": 3}])
async def test_a_missed_check_in_is_brought_up_once_and_then_in_its_rhythm(
    world, minh, ha, tung, watch, outage
):
    await world.passes(hours=5, minutes=50)
    await ha.says("/checkin")
    await world.passes(minutes=15)
    await stands_still(world, **outage)
    assert count(ha, "Minh chưa vào ca") == 1
    assert count(tung, "Minh chưa vào ca") == 1
    await world.passes(minutes=10)
    assert count(ha, "Minh chưa vào ca") == 2
    await minh.presses("Vào ca")
    assert count(tung, "Minh đã vào ca") == 1


async def test_a_call_that_fell_due_in_the_outage_still_goes_out(world, minh, watch):
    await world.passes(hours=5, minutes=40)
    await stands_still(world, hours=1)
    minh.sees("Đến giờ vào ca", with_button="Vào ca")
    await minh.says("/checkin")
    minh.sees("Đã vào ca Trực ban")


async def test_after_the_end_nobody_is_called_missed_or_asked(world, minh, ha, tung, watch):
    await world.passes(hours=5, minutes=40)
    await stands_still(world, hours=9)
    minh.does_not_see("Đến giờ vào ca")
    ha.does_not_see("Minh chưa vào ca Trực ban")
    kinds = [row["kind"] for row in await world.rows(watch_log)]
    assert kinds.count("missed") == 1
    assert kinds.count("late") == 1  # the backup's, whose shift still runs


async def test_a_question_due_in_the_outage_is_asked_once(world, minh, ha, watch):
    await world.passes(hours=6)
    await minh.says("/checkin")
    await world.passes(hours=3)
    await stands_still(world, hours=1, minutes=30)
    assert count(minh, "Bạn còn ở vị trí Trực ban chứ?") == 1
    ha.does_not_see("không trả lời")


async def test_a_hand_over_due_in_the_outage_is_opened_late_and_relieves(world, minh, ha, watch):
    nga = await world.member("Nga")
    await a_shift(world, watch, nga, after=6 * HOUR, length=6 * HOUR)
    await world.passes(hours=6)
    await minh.says("/checkin")
    await world.passes(hours=4)
    await minh.says("còn")
    world.hand.advance(5 * 3600)
    world.playground.people.say(nga.user, world.bot, "/checkin")
    await world.breathes()
    await world.settles()
    minh.sees("Bàn giao ca: Trực ban", with_button="Ký bàn giao")
    (first,) = [row for row in await world.rows(shifts) if row["person_id"] == minh.person_id]
    assert first["relieved_at"] is not None
    assert count(minh, "Bàn giao ca: Trực ban") == 1


async def test_test_pages_due_in_the_outage_are_sent_unless_the_watch_is_over(world, minh, ha):
    watch = await a_watch(world, start=START + 30 * HOUR, days=1)
    await a_shift(world, watch, minh)
    async with world.app.database.begin() as tx:
        await arm_watch(tx, world.app.team, watch)
    await stands_still(world, hours=9)
    assert count(minh, "cuộc gọi THỬ") == 1


async def test_a_restart_rings_nothing_twice_and_forgets_nothing(world, minh, ha, watch):
    await world.passes(hours=5, minutes=46)
    assert count(minh, "Đến giờ vào ca") == 1

    async def waiting():
        rows = await world.rows(due_rows)
        return sorted(
            (row["kind"], row["subject_id"], row["due_at"])
            for row in rows
            if row["state"] == "waiting" and row["kind"].startswith(("shift-", "handover-"))
        )

    before = await waiting()
    await world.restarts()
    assert await waiting() == before
    assert count(minh, "Đến giờ vào ca") == 1
    await minh.presses("Vào ca")
    await world.dies()
    await world.comes_back()
    await world.passes(hours=4, minutes=15)
    minh.sees("Bạn còn ở vị trí Trực ban chứ?")
