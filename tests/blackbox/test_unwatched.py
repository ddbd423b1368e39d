"""The bot was away: which shifts passed unseen, and what is known of who stood there."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from storage.tables import failed_updates, incidents, shifts
from storage.watch_tables import watch_log
from tests.watches import a_shift, a_watch
from tests.world import START

HOUR = timedelta(hours=1)
UNSEEN = "ca không có người vào và bot không gọi được ai"


@pytest.fixture
async def minh(world):
    return await world.member("Minh")


@pytest.fixture
async def ha(world):
    return await world.member("Hà")


async def is_away(world, **length):
    """Let the bot be dead for so long, and come back."""
    await world.dies()
    world.hand.advance(timedelta(**length).total_seconds())
    await world.comes_back()


def times(human, words):
    return len([m for m in human.messages if words in m.text])


@pytest.mark.both_databases
async def test_shifts_that_passed_unseen_are_one_message_to_each_lead(world, minh, ha, tung):
    watch = await a_watch(world, start=START + 6 * HOUR)
    for number, who in enumerate((minh, ha, minh)):
        after, length = number * 4 * HOUR, 4 * HOUR
        await a_shift(world, watch, who, after=after, length=length)
    await is_away(world, hours=15)  # until 17:00; the third shift, from 16:00 on, still runs
    said = tung.sees("2 ca không có người vào", "từ 02:00 ICT đến 17:00 ICT").text
    assert "• Minh, Trực ban: 08:00" in said
    assert "• Hà, Trực ban: 12:00" in said
    world.group_sees("2 ca không có người vào")
    tung.sees("Minh chưa vào ca Trực ban", "16:00")
    await world.passes(hours=4)
    assert times(tung, UNSEEN) == 1
    await tung.says("/log")
    tung.sees("Bot ngừng hoạt động; 2 ca trôi qua")


async def test_a_missed_shift_that_was_called_about_is_not_told_again(world, minh, tung):
    watch = await a_watch(world, start=START + HOUR)
    await a_shift(world, watch, minh, length=2 * HOUR)
    await world.passes(hours=1, minutes=15)
    tung.sees("Minh chưa vào ca")
    await is_away(world, hours=4)
    tung.does_not_see(UNSEEN)


async def the_end_of(world, shift_id=1):
    """When the person of a shift was let go, and whether that is proven."""
    (row,) = [row for row in await world.rows(shifts) if row["id"] == shift_id]
    (line,) = [
        row
        for row in await world.rows(watch_log)
        if row["kind"] == "relieved" and row["shift_id"] == shift_id
    ]
    return row["relieved_at"], line["details"].get("proven", True)


@pytest.mark.parametrize(("comes", "proven"), [("before", True), ("after", False)])
async def test_who_left_while_the_bot_was_away_is_counted_to_the_end(
    world, minh, ha, tung, comes, proven
):
    watch = await a_watch(world, start=START + HOUR)
    shift = await a_shift(world, watch, minh, length=4 * HOUR)
    await a_shift(world, watch, ha, after=4 * HOUR)
    await world.passes(minutes=50)
    await minh.says("/checkin")
    await world.passes(hours=3, minutes=58)
    if comes == "before":
        await ha.says("/checkin")
    await is_away(world, hours=3)
    if comes == "after":
        await ha.says("/checkin")
    assert await the_end_of(world) == (shift.end, proven)


async def test_whoever_waits_for_relief_while_the_bot_is_there_is_counted_until_it_comes(
    world, minh, ha
):
    watch = await a_watch(world, start=START + HOUR)
    await a_shift(world, watch, minh, length=4 * HOUR)
    await a_shift(world, watch, ha, after=4 * HOUR)
    await world.passes(minutes=50)
    await minh.says("/checkin")
    await world.passes(hours=5)
    await ha.says("/checkin")
    left_at, proven = await the_end_of(world)
    assert proven
    assert left_at - (START + 5 * HOUR) >= timedelta(minutes=50)


@pytest.mark.both_databases
async def test_a_sign_of_life_that_fails_leaves_the_deed(world, minh):
    watch = await a_watch(world)
    await a_shift(world, watch, minh)
    await minh.says("/checkin")
    await world.receives(await world.member("Dân", "citizen"))
    await world.settles()
    async with world.app.database.begin() as tx:
        await tx.run(text("ALTER TABLE watch_log RENAME TO lost"))
    await minh.presses("Tôi nhận")
    (incident,) = await world.rows(incidents)
    assert incident["owner_id"] == minh.person_id
    assert await world.rows(failed_updates) == []


async def test_the_report_of_a_watch_is_asked_for_by_either_command(world, minh, tung):
    watch = await a_watch(world)
    await a_shift(world, watch, minh)
    await minh.says("/checkin")
    await world.passes(hours=1)
    for command in ("/log report", "/watch report", "/dottruc báocáo", f"/watch report {watch.id}"):
        before = times(tung, "Báo cáo")
        await tung.says(command)
        assert times(tung, "Báo cáo") > before, command
