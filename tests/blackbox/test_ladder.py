"""The ladder on bad nights: empty rosters, people who can't, and changes on the way."""

from datetime import timedelta
from itertools import pairwise

import pytest

from storage import due
from storage.due import Due
from storage.tables import failed_updates, outbox, people, timeline
from tests.ladders import live, paged, pages, roster
from tests.world import START, a_world

MINUTE = timedelta(minutes=1)


@pytest.fixture
async def lan(world):
    return await world.member("Lan", "citizen")


async def story(world, incident_id=1):
    return [r["kind"] for r in await world.rows(timeline) if r["incident_id"] == incident_id]


POLICY = """
[{severity}]
repeat_every = "5h"
acknowledge_expires = "1m"
steps = [{{ after = "1m", notify = ["leads"] }}]
"""


async def test_a_running_ladder_keeps_the_policy_it_began_with(
    world, minh, ha, tung, lan, tmp_path
):
    await world.receives(lan)
    await world.settles()
    catalog = tmp_path / "catalog"
    catalog.mkdir()
    policy = "".join(POLICY.format(severity=each) for each in ("low", "normal", "high", "critical"))
    (catalog / "escalation.toml").write_text(policy)
    await world.passes(minutes=1)
    await world.restarts(catalog=catalog)
    await world.receives(lan)
    await world.passes(minutes=1, seconds=30)
    assert await paged(world, 1) == [minh.user.id]
    assert await paged(world, 2) == [world.admin.id, tung.user.id]
    await world.passes(seconds=31)
    assert await paged(world, 1) == [minh.user.id, minh.user.id, ha.user.id]
    await minh.says("/ack SC-2026-0001")
    await world.passes(minutes=29)
    minh.does_not_see("còn đang xử lý")
    await world.passes(minutes=2)
    minh.sees("còn đang xử lý")


async def test_who_is_called_is_found_when_the_step_is_due(world, minh, tung, lan):
    ha, binh = await world.member("Hà"), await world.member("Bình")
    await roster(world, ha, 1, 90)
    await roster(world, binh, 2, 90, "backup")
    await world.receives(lan)
    await world.passes(minutes=3, seconds=1)
    assert await paged(world) == [minh.user.id, minh.user.id, ha.user.id, binh.user.id]


async def test_a_shift_that_ends_at_the_very_instant_of_a_step_has_ended(world, tung, lan):
    minh, ha = await world.member("Minh"), await world.member("Hà")
    await roster(world, minh, 0, 3)
    await roster(world, ha, 3, 60)
    await world.receives(lan)
    assert await paged(world) == [minh.user.id]
    async with world.app.database.begin() as tx:
        await due.schedule(tx, Due("ladder", 1, START + 3 * MINUTE))
    world.hand.advance((START + 3 * MINUTE - world.clock.now()).total_seconds())
    await world.breathes()
    assert await paged(world) == [minh.user.id, ha.user.id]


async def test_shifts_without_length_and_double_shifts_call_nobody_and_once(world, tung, lan):
    minh, ghost = await world.member("Minh"), await world.member("Bóng")
    for start, end in ((-60, 60), (-30, 90)):
        await roster(world, minh, start, end)
    await roster(world, ghost, 0, 0)
    await roster(world, ghost, -60, 0)
    world.hand.advance((START - world.clock.now()).total_seconds())
    await world.receives(lan)
    assert await paged(world) == [minh.user.id]


async def test_somebody_with_two_posts_is_called_once_a_step(world, minh, lan):
    await world.on_duty(minh, "backup")
    await world.on_duty(minh, "commander")
    await world.receives(lan)
    await world.passes(minutes=9)
    assert [p[1:] for p in await pages(world) if p[0] == minh.user.id] == [(0, 0), (1, 0), (2, 0)]
    minh.sees("trực ban")


async def test_a_page_still_waiting_when_somebody_takes_it_is_dropped_with_its_reason(
    world, minh, tung, lan
):
    world.playground.fail("sendMessage", chat=minh.user.id, retry_after=30)
    await world.receives(lan)
    await world.breathes()
    minh.does_not_see("SC-2026-0001")
    world.playground.people.say(tung.user, world.bot, "/ack SC-2026-0001")
    await world.breathes()
    await world.passes(minutes=1)
    minh.does_not_see("SC-2026-0001")
    (page,) = [r for r in await world.rows(outbox) if r["kind"] == "incident-page"]
    assert (page["state"], page["reason"]) == ("overtaken", "taken")


async def test_a_hundred_presses_of_escalate_call_each_step_once(world, minh, ha, tung, lan):
    await world.receives(lan)
    await world.settles()
    card = world.group_sees("SC-2026-0001", with_button="Chuyển")
    for _ in range(4):
        for _ in range(25):
            world.playground.people.press(ha.user, card, "escalate:1", forged=True)
        await world.passes(seconds=16)
    assert [p[1:] for p in await pages(world) if p[0] == tung.user.id] == [(2, 0)]
    assert [p[1:] for p in await pages(world) if p[0] == ha.user.id] == [(1, 0)]
    assert len([m for m in tung.messages if "hỗ trợ" in m.text]) == 1
    assert (await live(world))["round"] == 0
    await world.passes(minutes=6)
    await ha.presses("Chuyển", on=card)
    assert len([m for m in tung.messages if "hỗ trợ" in m.text]) == 2


async def test_when_everybody_says_they_cannot_all_are_told_again_at_each_repeat(
    world, minh, ha, tung, lan
):
    await world.receives(lan)
    await world.settles()
    for human in (minh, ha, tung):
        await human.presses("Không thể")
    await human_declines(world, world.admin)
    assert (await live(world))["live"]
    counted = [len(await paged(world))]
    for _ in range(3):
        await world.passes(minutes=10, seconds=5)
        counted.append(len(await paged(world)))
        world.group_sees("Chưa ai nhận")
    assert all(later > earlier for earlier, later in pairwise(counted))


async def human_declines(world, user):
    card = world.group_sees("SC-2026-0001", with_button="Chi tiết")
    world.playground.people.press(user, card, "decline:1", forged=True)
    await world.settles()


@pytest.mark.parametrize("trouble", ["empty roster", "blocked", "never opened the bot", "inactive"])
async def test_nobody_to_reach_goes_to_the_lead_within_a_tick_and_stands_on_the_card(
    world, tung, lan, trouble
):
    minh = await world.member("Minh", started=trouble != "never opened the bot")
    if trouble != "empty roster":
        await world.on_duty(minh)
    if trouble == "blocked":
        world.playground.people.block(minh.user, world.bot)
        await world.settles()
    if trouble == "inactive":
        async with world.app.database.begin() as tx:
            await tx.run(people.update().where(people.c.name == "Minh").values(active=False))
    started = world.clock.now()
    await world.receives(lan)
    await world.settles()
    tung.sees("SC-2026-0001", with_button="hận")
    (sent,) = [
        r["sent_at"]
        for r in await world.rows(outbox)
        if (r["kind"], r["op"], r["chat_id"]) == ("incident-page", "send", tung.user.id)
    ]
    assert sent - started < timedelta(seconds=10)
    world.group_sees("SC-2026-0001", "Đang gọi", "Tùng")
    assert "nobody-on-duty" in await story(world) or "page-refused" in await story(world)


async def test_without_members_and_without_a_group_the_ladder_stays_alive(database_url, tmp_path):
    async with a_world(database_url, tmp_path, team_chat=None, admins="") as world:
        lan = await world.member("Lan", "citizen")
        await world.receives(lan)
        await world.passes(hours=3)
        assert await paged(world) == []
        assert (await live(world))["round"] > 5
        assert await world.rows(failed_updates) == []
        minh = await world.member("Minh", "lead")
        await world.passes(minutes=11)
        minh.sees("SC-2026-0001", with_button="hận")


async def test_all_leads_blocked_leaves_the_group_and_does_not_spin(world, lan):
    world.playground.people.block(world.admin, world.bot)
    await world.receives(lan)
    await world.settles()
    world.group_sees("Chưa ai nhận")
    assert (await live(world))["round"] <= 1
    assert len(await world.rows(timeline)) < 12


async def test_raising_the_severity_calls_anew_and_lowering_it_wakes_nobody(world, minh, tung, lan):
    await world.receives(lan, "defacement")
    await world.settles()
    await world.passes(minutes=1)
    await tung.says("/severity SC-2026-0001 critical")
    assert await paged(world) == [minh.user.id, minh.user.id]
    ladder = await live(world)
    assert ladder["policy"]["repeat_every"] != "PT15M"
    await tung.says("/severity SC-2026-0001 low")
    assert await paged(world) == [minh.user.id, minh.user.id]
    assert await live(world) == ladder


async def test_a_page_telegram_refuses_for_any_reason_passes_on_at_once(world, minh, ha, lan):
    refusal = {"status": 400, "description": "Bad Request: PEER_ID_INVALID"}
    world.playground.fail("sendMessage", chat=minh.user.id, **refusal)
    await world.receives(lan)
    await world.breathes()
    assert await paged(world) == [minh.user.id, ha.user.id]
    world.group_sees("không gọi được Minh")
