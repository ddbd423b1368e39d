"""Owners whom Telegram no longer reaches: what is called out to them goes to somebody else."""

import pytest

from storage.tables import outbox
from tests.ladders import paged
from tests.members import alarms, story

FIRST = "SC-2026-0001"
LOST = "không gọi được Minh qua Telegram (người này đã chặn bot)"


@pytest.fixture
async def lan(world):
    return await world.member("Lan", "citizen")


@pytest.fixture
async def solved(world, minh, ha, tung, lan):
    """Minh has called it solved, and the reporter is asked."""
    await world.receives(lan)
    await world.settles()
    await minh.presses("Tôi nhận")
    await minh.says("/resolve")
    for words in ("lộ mật khẩu", "đã đổi", "1", "tự xử lý", "gửi"):
        await minh.says(words)
    assert (await world.incident())["status"] == "wrapping_up"


def blocks_unnoticed(world, human):
    """Block the bot while it does not hear of it, as during an outage of more than a day."""
    world.playground.people.block(human.user, world.bot)
    world.bot.queue.clear()


@pytest.mark.both_databases
@pytest.mark.usefixtures("solved")
@pytest.mark.parametrize("is_noticed", [True, False])
async def test_what_is_not_solved_goes_to_another_when_its_owner_is_out_of_reach(
    world, minh, ha, tung, lan, is_noticed
):
    before = len(await story(world))
    if is_noticed:
        world.playground.people.block(minh.user, world.bot)
        await world.settles()
    else:
        blocks_unnoticed(world, minh)
    asked_at = world.clock.now()
    await lan.presses("Chưa ổn")
    found = await world.incident()
    assert (found["status"], found["owner_id"]) == ("received", None)
    ha.sees(FIRST, "bạn đang trực dự phòng", with_button="Tôi nhận")
    world.group_sees(LOST)
    tung.sees(LOST)
    world.group_sees(FIRST, "Đang gọi", "Hà")
    assert (await story(world))[before:] == ["reopened", "page-refused", "paged", "nobody-on-duty"]
    assert await alarms(world) == {"ladder"}
    pages = [row for row in await world.rows(outbox) if row["kind"] == "incident-page"]
    (called_at,) = [row["sent_at"] for row in pages if row["chat_id"] == ha.user.id]
    assert (called_at - asked_at).total_seconds() < 10


@pytest.mark.usefixtures("solved")
async def test_an_owner_in_reach_keeps_what_is_not_solved(world, minh, ha, tung, lan):
    before = await paged(world)
    await lan.presses("Chưa ổn")
    minh.sees("chưa ổn", with_button="Xử lý xong")
    found = await world.incident()
    assert (found["status"], found["owner_id"]) == ("containing", minh.person_id)
    assert await paged(world) == before
    assert await alarms(world) == {"still"}
    tung.does_not_see("không gọi được")


@pytest.mark.usefixtures("solved")
async def test_whoever_is_called_instead_can_take_it_and_finish(world, minh, ha, tung, lan):
    blocks_unnoticed(world, minh)
    await lan.presses("Chưa ổn")
    await ha.presses("Tôi nhận")
    found = await world.incident()
    assert (found["status"], found["owner_id"]) == ("verifying", ha.person_id)
    await world.passes(hours=1)
    assert minh.user.id not in (await paged(world))[1:]


@pytest.mark.usefixtures("solved")
async def test_who_comes_back_is_no_longer_its_owner_but_may_take_it_again(
    world, minh, ha, tung, lan
):
    blocks_unnoticed(world, minh)
    await lan.presses("Chưa ổn")
    await minh.starts()
    assert (await world.incident())["owner_id"] is None
    await world.passes(minutes=5, seconds=5)
    await minh.presses("Tôi nhận")
    assert (await world.incident())["owner_id"] == minh.person_id


@pytest.mark.parametrize("call", ["assigned", "still"])
async def test_other_calls_that_do_not_reach_the_owner_pass_it_on_too(
    world, minh, ha, tung, lan, call
):
    await world.receives(lan)
    await world.settles()
    if call == "still":
        await minh.presses("Tôi nhận")
        blocks_unnoticed(world, minh)
        await world.passes(minutes=30, seconds=5)
    else:
        blocks_unnoticed(world, minh)
        await tung.says(f"/assign {FIRST} Minh")
    assert (await world.incident())["owner_id"] is None
    ha.sees(FIRST, with_button="Tôi nhận")
    world.group_sees(LOST)
    tung.sees(LOST)
