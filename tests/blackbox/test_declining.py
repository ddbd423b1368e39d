"""[Can't]: the next is called at once, and a second press changes nothing any more."""

import pytest

from storage.tables import incidents, ladders, outbox, timeline
from tests.ladders import live, paged

FIRST = "SC-2026-0001"


@pytest.fixture
async def lan(world):
    return await world.member("Lan", "citizen")


@pytest.fixture
async def page(world, minh, lan):
    """The page by which Minh is called, its buttons as they are at first."""
    await world.receives(lan)
    await world.settles()
    return minh.sees(FIRST, with_button="Không thể")


async def declines(world):
    return [row["person_id"] for row in await world.rows(timeline) if row["kind"] == "declined"]


def nudges(world, name):
    return [m for m in world.in_group() if f"{name} không thể nhận" in m.text]


async def state(world):
    """Return what a press can change, but for its own toast."""
    sent = [row for row in await world.rows(outbox) if row["kind"] != "toast"]
    return [await world.rows(table) for table in (incidents, ladders, timeline)], len(sent)


async def test_a_second_press_gets_its_toast_and_changes_nothing(world, minh, ha, page):
    first = await minh.presses("Không thể", on=page)
    before, next_at = await state(world), (await live(world))["next_at"]
    world.hand.advance(20)
    second = await minh.presses("Không thể", on=page)
    assert first.text == second.text == "Đã ghi. Đang gọi người khác."
    assert not second.alert
    assert await state(world) == before
    assert (await live(world))["next_at"] == next_at
    assert await declines(world) == [minh.person_id]
    assert len(nudges(world, "Minh")) == 1
    assert await paged(world) == [minh.user.id, ha.user.id]


async def test_presses_in_one_batch_count_once(world, minh, ha, page):
    for _ in range(20):
        world.playground.people.press(minh.user, page, "decline:1")
    await world.settles()
    assert await declines(world) == [minh.person_id]
    assert len(nudges(world, "Minh")) == 1
    assert await paged(world) == [minh.user.id, ha.user.id]


@pytest.mark.both_databases
async def test_the_ladder_goes_on_after_two_presses(world, minh, ha, tung, page):
    for _ in range(2):
        await minh.presses("Không thể", on=page)
    await world.passes(minutes=5, seconds=5)
    assert await paged(world) == [minh.user.id, ha.user.id, world.admin.id, tung.user.id]
    await ha.presses("Tôi nhận")
    assert (await world.incident())["owner_id"] == ha.person_id


async def test_the_word_after_the_button_counts_as_a_second_press(world, minh, ha, page):
    await minh.presses("Không thể", on=page)
    await minh.says("không thể", reply_to=page)
    minh.sees(FIRST, "Đang gọi người khác")
    assert await declines(world) == [minh.person_id]


async def test_who_declined_may_still_take_it(world, minh, ha, page):
    await minh.presses("Không thể", on=page)
    await minh.presses("Tôi nhận", on=page)
    assert (await world.incident())["owner_id"] == minh.person_id


async def test_after_a_silent_owner_the_next_ladder_asks_anew(world, minh, ha, page):
    await minh.presses("Không thể", on=page)
    await ha.presses("Tôi nhận")
    await world.passes(minutes=36)
    assert (await world.incident())["owner_id"] is None
    await minh.presses("Không thể")
    assert await declines(world) == [minh.person_id, minh.person_id]


# Where no ladder is climbed there is nothing to pass on


async def test_while_another_is_asked_a_second_press_changes_nothing_either(
    world, minh, ha, tung, page
):
    await tung.says(f"/assign {FIRST} Hà")
    await minh.presses("Không thể", on=page)
    before = await state(world)
    await minh.presses("Không thể", on=page)
    assert await state(world) == before
    assert await declines(world) == [minh.person_id]
    assert (await world.incident())["owner_id"] == ha.person_id


async def test_what_waits_in_the_queue_is_declined_once(world, minh, lan):
    await world.receives(lan, "online_fraud")
    await minh.says(f"/incident {FIRST}")
    for _ in range(2):
        await minh.presses("Không thể")
    assert await declines(world) == [minh.person_id]
    assert len(nudges(world, "Minh")) == 1
    assert (await world.incident())["status"] == "queued"
