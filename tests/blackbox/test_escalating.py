"""[Escalate]: the next step at once, but an impatient thumb climbs no more than one."""

import pytest

from bot.services.incidents import DOUBLE_PRESS
from storage.tables import timeline
from tests.ladders import live, paged

FIRST = "SC-2026-0001"
SOON = DOUBLE_PRESS.total_seconds() - 1
NEXT, HELP = "⬆ Đang gọi bước tiếp theo.", "⬆ Đã báo chỉ huy Đội hỗ trợ."


@pytest.fixture
async def lan(world):
    return await world.member("Lan", "citizen")


@pytest.fixture
async def page(world, minh, lan):
    """The page by which Minh is called, its buttons as they are at first."""
    await world.receives(lan)
    await world.settles()
    return minh.sees(FIRST, with_button="Chuyển cấp trên")


async def presses(world, human, message=None):
    """Press [Escalate] at this very instant; returns what popped up."""
    message = message or human.sees(FIRST, with_button="Chuyển cấp trên")
    press = world.playground.people.press(human.user, message, "escalate:1")
    await world.breathes()
    return world.playground.people.toast(press)


async def escalations(world):
    return [row for row in await world.rows(timeline) if row["kind"] == "escalated"]


def calls_for_help(human):
    return [m for m in human.messages if "đề nghị hỗ trợ" in m.text]


async def test_two_presses_are_one_step_and_each_gets_its_toast(world, minh, ha, tung, page):
    first = await presses(world, minh, page)
    before = await live(world)
    world.hand.advance(SOON)
    second = await presses(world, minh, page)
    assert first.text == second.text == NEXT
    assert not second.alert
    assert await live(world) == before
    assert len(await escalations(world)) == 1
    assert await paged(world) == [minh.user.id, minh.user.id, ha.user.id]


async def test_a_press_after_that_runs_the_next_step(world, minh, ha, tung, page):
    await presses(world, minh, page)
    world.hand.advance(SOON + 2)
    toast = await presses(world, minh, page)
    await world.settles()
    assert toast.text == NEXT
    assert (await live(world))["step"] == 3
    assert (await paged(world))[3:] == [world.admin.id, tung.user.id]
    tung.sees(FIRST, with_button="Tôi nhận")
    assert len(await escalations(world)) == 2


async def test_the_press_that_changes_nothing_does_not_hold_back_the_next(
    world, minh, ha, tung, page
):
    await presses(world, minh, page)
    for _ in range(3):
        world.hand.advance(6)
        await presses(world, minh)
    assert len(await escalations(world)) == 2
    assert (await live(world))["step"] == 3


async def test_two_people_who_press_at_once_climb_one_step(world, minh, ha, tung, page):
    card = world.group_sees(FIRST, with_button="Chuyển cấp trên")
    world.playground.people.press(minh.user, page, "escalate:1")
    world.playground.people.press(ha.user, card, "escalate:1")
    await world.settles()
    assert len(await escalations(world)) == 1
    assert tung.user.id not in await paged(world)


@pytest.mark.both_databases
async def test_the_next_step_counts_from_the_press(world, minh, ha, tung, page):
    await world.passes(seconds=100)
    pressed_at = world.clock.now()
    await presses(world, minh, page)
    assert ((await live(world))["next_at"] - pressed_at).total_seconds() == 300
    await world.passes(seconds=299)
    assert tung.user.id not in await paged(world)
    await world.passes(seconds=2)
    assert tung.user.id in await paged(world)


async def test_who_takes_it_may_ask_for_help_at_once(world, minh, ha, tung, page):
    await presses(world, minh, page)
    await ha.presses("Tôi nhận")
    toast = await ha.presses("Chuyển cấp trên", on=world.group_sees(FIRST, with_button="Chuyển"))
    assert toast.text == HELP
    assert len(calls_for_help(tung)) == 1
    again = await ha.presses("Chuyển cấp trên", on=world.group_sees(FIRST, with_button="Chuyển"))
    assert again.text == HELP
    assert len(calls_for_help(tung)) == 1


async def test_after_the_last_step_the_leads_are_asked_once_in_a_while(world, minh, tung, page):
    for _ in range(2):
        await presses(world, minh)
        world.hand.advance(SOON + 2)
    before = await live(world)
    for minutes, asked in ((1, 1), (1, 1), (4, 1), (1, 2)):
        toast = await presses(world, minh)
        await world.settles()
        assert toast.text == HELP
        assert len(calls_for_help(tung)) == asked
        world.hand.advance(minutes * 60)
    assert before["step"] == len(before["policy"]["steps"])
    assert (await live(world))["round"] == 0
