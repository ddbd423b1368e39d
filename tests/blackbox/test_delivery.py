"""Telegram on bad days: limits, lost replies, outages, groups that move, copies that vanish."""

from datetime import timedelta

import pytest

from bot.playground.meters import Limits
from storage.tables import chat_moves, outbox, people
from tests.world import a_world

PAGE = "SC-2026-0001"


@pytest.fixture
async def lan(world):
    return await world.member("Lan", "citizen")


async def sent(world, kind, op="send"):
    return [r for r in await world.rows(outbox) if (r["kind"], r["op"]) == (kind, op)]


def copies(human, *parts):
    return [m for m in human.messages if all(part in m.text for part in parts)]


async def until_rest(world, *, minutes=3):
    """Let the clock run in small steps, as it does beside a Telegram that is in trouble."""
    for _ in range(minutes * 12):
        await world.breathes()
        world.hand.advance(5)


async def test_too_many_requests_hold_the_chat_and_nothing_is_lost(world, minh, lan):
    world.playground.fail("sendMessage", chat=minh.user.id, retry_after=7)
    began = world.clock.now()
    await world.receives(lan)
    await world.breathes()
    assert copies(minh, PAGE) == []
    world.hand.advance(6)
    await world.breathes()
    assert copies(minh, PAGE) == []
    world.hand.advance(1.5)
    await world.breathes()
    assert len(copies(minh, PAGE)) == 1
    (page,) = await sent(world, "incident-page")
    assert (page["attempts"], page["sent_at"] - began >= timedelta(seconds=7)) == (2, True)


async def test_a_page_whose_reply_is_lost_is_sent_again_but_a_toast_is_not(world, minh, lan):
    world.playground.fail("sendMessage", chat=minh.user.id, drop="after")
    await world.receives(lan)
    await until_rest(world, minutes=1)
    assert len(copies(minh, PAGE)) == 2
    toast = world.playground.fail("answerCallbackQuery", drop="after", times=None)
    await minh.presses("hận", on=copies(minh, PAGE)[-1])
    await until_rest(world, minutes=1)
    assert toast.met == 1
    (row,) = await sent(world, "toast", "toast")
    assert (row["state"], row["reason"]) == ("dead", "outcome unknown")
    assert (await world.incident())["owner_id"] == minh.person_id


@pytest.mark.both_databases
async def test_a_burst_of_server_errors_delays_and_keeps_everything(world, minh, ha, lan):
    world.playground.fail(status=502, times=25)
    await lan.says("/status")
    await world.receives(lan)
    await until_rest(world, minutes=2)
    assert len(copies(minh, PAGE)) == 1
    assert len(copies(lan, PAGE)) == 1
    world.group_sees(PAGE, with_button="Chi tiết")
    assert [r for r in await world.rows(outbox) if r["state"] in {"dead", "pending"}] == []


async def test_ten_minutes_without_telegram_lose_nothing_and_keep_the_order(world, minh, ha, lan):
    world.playground.down()
    for second in range(0, 600, 10):
        if second in {0, 90, 100, 500}:
            await world.receives(lan, summary=f"Sự cố lúc {second}")
            async with world.app.database.begin() as tx:
                await tx.run(outbox.insert().values(**_answer(tx, lan, f"/{second}")))
        await world.breathes()
        world.hand.advance(10)
    assert copies(minh, "SC-") == []
    world.playground.up()
    await until_rest(world)
    for number in (1, 2, 3, 4):
        assert copies(minh, f"SC-2026-000{number}")
        assert len(copies(lan, f"SC-2026-000{number}")) == 1
        assert len([m for m in world.in_group() if f"SC-2026-000{number}" in m.text]) >= 1
    heard = [m.text for m in lan.messages if "SC-" in m.text or "Không có lệnh" in m.text]
    in_order = [f"SC-2026-000{n // 2 + 1}" if n % 2 == 0 else "Không có lệnh" for n in range(8)]
    assert [part in text for part, text in zip(in_order, heard, strict=True)] == [True] * 8
    waiting = {r["state"] for r in await world.rows(outbox)} & {"pending", "claimed", "dead"}
    assert waiting == set()


def _answer(tx, human, command):
    said = {"text": "refused-unknown-command", "command": command}
    row = {"kind": "answer", "op": "send", "priority": 2, "params": said, "state": "pending"}
    row |= {"chat_id": human.user.id, "person_id": human.person_id, "attempts": 0}
    return row | {"created_at": tx.now, "not_before": tx.now}


@pytest.mark.both_databases
async def test_a_group_that_becomes_a_supergroup_keeps_its_cards_and_calls(database_url, tmp_path):
    async with a_world(database_url, tmp_path, group_kind="group") as world:
        minh = await world.member("Minh")
        await world.on_duty(minh)
        lan = await world.member("Lan", "citizen")
        await world.receives(lan)
        await world.settles()
        old, card = world.group, world.group_sees(PAGE)
        world.group = world.playground.people.migrate(old)
        # Whatever else the bot says first in the new group may get the number of the old card.
        for _ in range(card.id):
            world.playground.people.say(world.admin, world.group, "chào cả nhóm")
        await world.receives(lan, summary="Máy chủ thứ hai")
        await world.settles()
        world.group_sees(PAGE, with_button="Nhận")
        world.group_sees("SC-2026-0002", with_button="Nhận")
        await minh.presses("Nhận", on=world.group_sees(PAGE, with_button="Nhận"))
        assert "Minh" in world.group_sees(PAGE, with_button="Nhận").text
        assert "Máy chủ thứ hai" in world.group_sees("SC-2026-0002", with_button="Nhận").text
        await world.restarts()
        assert world.app.team.chat_id == world.group.id
        await world.receives(lan)
        await world.settles()
        world.group_sees("SC-2026-0003", with_button="Nhận")
        assert len(await world.rows(chat_moves)) == 1
        assert [m for m in world.playground.transcript(old) if "SC-2026-0002" in m.text] == []


async def test_a_card_somebody_deleted_is_put_up_again(world, minh, lan):
    await world.receives(lan)
    await world.settles()
    world.playground.people.delete(world.admin, world.group_sees(PAGE))
    await minh.presses("hận")
    assert "Minh" in world.group_sees(PAGE, with_button="Chi tiết").text
    assert len([m for m in world.in_group() if PAGE in m.text]) == 1


@pytest.mark.both_databases
async def test_a_deleted_page_is_not_sent_twice_when_it_is_repeated(world, minh, lan):
    await world.receives(lan)
    await world.settles()
    world.playground.people.delete(minh.user, copies(minh, PAGE)[0])
    await world.passes(minutes=3, seconds=5)
    assert len(copies(minh, PAGE)) == 1


async def test_markup_that_telegram_cannot_read_is_sent_as_plain_words(world, minh, lan):
    refusal = "Bad Request: can't parse entities: unsupported start tag at byte offset 3"
    world.playground.fail("sendMessage", chat=minh.user.id, status=400, description=refusal)
    await world.receives(lan, summary="<script> & <b>")
    await world.settles()
    (page,) = copies(minh, PAGE)
    assert page.entities == [e for e in page.entities if e["type"] not in {"bold", "blockquote"}]
    assert "<script> & <b>" in page.text
    minh.sees(PAGE, with_button="hận")


async def test_blocking_the_bot_between_page_and_edit_leaves_the_work_going_on(
    world, minh, ha, lan
):
    await world.receives(lan)
    await world.settles()
    world.playground.people.block(minh.user, world.bot)
    await world.passes(minutes=3, seconds=5)
    await ha.presses("hận")
    assert (await world.incident())["owner_id"] == ha.person_id
    dead = [r for r in await world.rows(outbox) if r["state"] == "dead"]
    assert {r["reason"] for r in dead} <= {"blocked"}
    (found,) = [r for r in await world.rows(people) if r["name"] == "Minh"]
    assert found["reachable"] is False
    await minh.starts()
    (found,) = [r for r in await world.rows(people) if r["name"] == "Minh"]
    assert found["reachable"] is True


@pytest.mark.both_databases
async def test_what_a_dead_process_was_sending_is_settled_by_its_kind(world, minh, lan):
    await world.receives(lan)
    await world.settles()
    world.playground.people.press(minh.user, copies(minh, PAGE)[-1], "details:1", forged=True)
    await world.app.intake.step()
    await world.receives(lan)
    await world.app.dispatcher.step()
    await world.app.dispatcher.landed()
    claimed = [r for r in await world.rows(outbox) if r["state"] == "claimed"]
    assert {"toast", "incident-page"} <= {r["kind"] for r in claimed}
    await world.dies()
    await world.comes_back()
    assert len(copies(minh, "SC-2026-0002")) == 2
    after = {r["id"]: r for r in await world.rows(outbox)}
    for row in claimed:
        expected = "dead" if row["op"] == "toast" else "sent"
        assert after[row["id"]]["state"] == expected, row["kind"]


async def test_a_storm_of_reports_keeps_telegrams_limits_and_an_urgent_page_its_second(
    database_url, tmp_path
):
    async with a_world(database_url, tmp_path, limits=Limits()) as world:
        lan = await world.member("Lan", "citizen")
        ha = await world.member("Hà")
        await world.receives(lan, "online_fraud", times=300, summary="Giả công an đòi tiền")
        for _ in range(10):
            await world.breathes()
            world.hand.advance(1.1)
        await world.on_duty(ha)
        asked = world.clock.now()
        await world.receives(lan, "ransomware")
        await world.breathes()
        for _ in range(6):
            world.hand.advance(0.3)
            await world.breathes()
        ha.sees("SC-2026-0301", with_button="hận")
        pages = await sent(world, "incident-page")
        assert pages[0]["sent_at"] - asked < timedelta(seconds=2)
        for _ in range(45):
            await world.breathes()
            world.hand.advance(3)
        cards = [r for r in await sent(world, "incident-card") if r["state"] == "sent"]
        assert 25 <= len(cards) <= 20 * 3
        assert world.playground.meters.floods == []


async def test_calls_to_one_overrun_officer_do_not_hide_the_call_to_another(database_url, tmp_path):
    async with a_world(database_url, tmp_path, limits=Limits()) as world:
        lan = await world.member("Lan", "citizen")
        minh, ha = await world.member("Minh"), await world.member("Hà")
        await world.on_duty(minh)
        await world.receives(lan, times=250)
        await world.breathes()
        await world.on_duty(ha, "primary")
        asked = world.clock.now()
        await world.receives(lan)
        await world.breathes()
        world.hand.advance(1)
        await world.breathes()
        ha.sees("SC-2026-0251", with_button="hận")
        (page,) = [r for r in await sent(world, "incident-page") if r["chat_id"] == ha.user.id]
        assert page["sent_at"] - asked < timedelta(seconds=2)


async def test_somebody_who_left_the_team_is_not_told_how_it_goes_on(world, minh, ha, tung, lan):
    await world.receives(lan)
    await world.passes(minutes=3, seconds=5)
    before = [m.text for m in copies(minh, PAGE)]
    await tung.says("/people off Minh")
    await tung.presses("cho Minh nghỉ")
    await ha.presses("hận")
    await ha.says("/note mật khẩu quản trị bị lộ")
    assert [m.text for m in copies(minh, PAGE)] == before
    world.group_sees("mật khẩu quản trị bị lộ")
