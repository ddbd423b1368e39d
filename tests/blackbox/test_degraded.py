"""Degraded mode: Telegram is away, pages go by other channels, and its return is told."""

import pytest

from storage.tables import outbox
from storage.watch_tables import outages
from tests.elsewhere import (  # noqa: F401 fixtures are asked for by name
    an_elsewhere_world,
    browser,
    code_in,
    elsewhere,
    lan_known,
    minh_reached,
    pressed,
)
from tests.world import Human


async def test_a_page_that_waits_for_telegram_goes_by_everything_else_after_two_minutes(
    world, minh, lan
):
    world.playground.down()
    await world.receives(lan)
    await world.waits(minutes=1, seconds=50)
    assert world.gateway.taken == []
    await world.waits(seconds=10)
    assert len(world.gateway.to("0912345678")) == 1
    assert len(world.mail.to("minh@example.vn")) == 1


@pytest.mark.both_databases
async def test_each_page_goes_once_by_each_channel_however_long_it_lasts(world, minh, lan):
    world.playground.down()
    await world.waits(minutes=3)
    await world.receives(lan)
    await world.waits(minutes=2)
    pages = [row for row in await world.rows(outbox) if row["kind"] == "incident-page"]
    assert sorted(row["channel"] for row in pages) == ["email", "sms", "telegram"]
    assert len(world.gateway.to("0912345678")) == 1
    await world.waits(minutes=2)
    assert len(world.gateway.to("0912345678")) == 2, "the next step names SMS"
    assert len(world.mail.to("minh@example.vn")) == 2


async def test_a_short_trouble_is_no_outage(world, minh, lan):
    world.playground.down()
    await world.receives(lan)
    await world.waits(seconds=90)
    world.playground.faults.lift()
    await world.waits(minutes=1)
    assert world.gateway.taken == []
    assert await world.rows(outages) == []
    minh.sees("SC-2026-0001")


async def test_a_machine_that_slept_does_not_take_its_own_sleep_for_an_outage(world, minh, lan):
    await world.waits(seconds=20)
    world.hand.advance(8 * 3600.0)
    await world.app.sender.step()
    await world.waits(seconds=60)
    assert await world.rows(outages) == []
    world.playground.down()
    await world.waits(minutes=3)
    assert len(await world.rows(outages)) == 1, "a real one is noticed as ever"


async def test_updates_alone_failing_is_none_while_messages_are_taken(world, minh, tung, lan):
    world.playground.fail("getUpdates", status=502, times=None)
    for _ in range(4):
        await world.receives(lan)
        await world.waits(seconds=60)
    assert await world.rows(outages) == []


async def test_its_return_is_told_with_what_was_late_and_what_went_elsewhere(
    world, minh, tung, lan
):
    world.playground.down()
    await world.receives(lan)
    await world.waits(minutes=2, seconds=50)
    world.playground.faults.lift()
    await world.waits(minutes=2)
    for told in (world.group_sees("Telegram đã trở lại"), tung.sees("Telegram đã trở lại")):
        assert "SC-2026-0001 → Minh: muộn" in told.text
        assert "SC-2026-0001 → Minh qua SMS lúc 02:02" in told.text
        assert "qua thư điện tử" in told.text
    (row,) = await world.rows(outages)
    assert row["ended_at"] is not None


async def test_who_is_taken_by_link_is_not_paged_by_telegram_afterwards(world, minh, lan):
    world.playground.down()
    await world.receives(lan)
    await world.waits(minutes=2)
    async with browser(world) as client:
        status, _ = await pressed(client, code_in(world.gateway.to("0912345678")[0]))
    assert status == 200
    world.playground.faults.lift()
    await world.waits(minutes=2)
    rows = [row for row in await world.rows(outbox) if row["kind"] == "incident-page"]
    assert {(row["channel"], row["state"]) for row in rows} == {
        ("telegram", "overtaken"),
        ("sms", "sent"),
        ("email", "sent"),
    }
    world.group_sees("không gửi nữa, đã có người xử lý")


async def test_health_says_since_when_it_is_so_and_that_it_is_over(world):
    before = await world.app.health()
    assert (before["telegram_away_since"], before["channels"]) == (None, ["email", "sms"])
    world.playground.down()
    await world.waits(minutes=3)
    during = await world.app.health()
    assert during["telegram_away_since"] == "2026-09-01T19:00:00+00:00"
    assert not during["ok"]
    world.playground.faults.lift()
    await world.waits(minutes=1)
    assert (await world.app.health())["telegram_away_since"] is None
    await world.settles()
    admin = Human(world, world.admin)
    await admin.says("/health")
    said = admin.sees("Kênh khác").text
    assert "SMS" in said
    assert "mất liên lạc" in said


async def test_an_outage_goes_on_through_a_restart(world, minh, lan):
    world.playground.down()
    await world.receives(lan)
    await world.waits(minutes=2)
    await world.app.close()
    await world.comes_back_unseen()
    await world.waits(seconds=50)
    assert len(world.gateway.to("0912345678")) == 1
    assert len(await world.rows(outages)) == 1
    world.playground.faults.lift()
    await world.waits(minutes=2)
    world.group_sees("Telegram đã trở lại")


async def test_without_other_channels_the_banner_still_tells_what_was_late(database_url, tmp_path):
    off = {"sms_url": "", "email_url": "", "public_url": "", "http": ""}
    async with an_elsewhere_world(database_url, tmp_path, **off) as world:
        minh = await world.member("Minh")
        await world.on_duty(minh)
        lan = await world.member("Lan", "citizen")
        world.playground.down()
        await world.receives(lan)
        await world.waits(minutes=3)
        world.playground.faults.lift()
        await world.waits(minutes=2)
        world.group_sees("SC-2026-0001 → Minh: muộn", "Không có cuộc gọi nào đi qua kênh khác")
