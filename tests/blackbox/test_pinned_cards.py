"""The card of an incident stands at the top of a plain group while somebody works on it."""

from datetime import timedelta

import pytest

from bot.domain.messages import Op
from storage.tables import outbox
from tests.members import rejects
from tests.world import a_world

CODE = "SC-2026-0001"
NO_PINS = ("can_manage_chat",)


@pytest.fixture
async def reported(world, minh, tung):
    """Return the card of what is reported and nobody's yet."""
    await world.receives(tung)
    await world.settles()
    return world.group_sees(CODE, with_button="Nhận")


async def pins(world):
    rows = await world.rows(outbox)
    return [row["op"] for row in rows if row["kind"] == "pin" and row["state"] == "sent"]


async def test_it_is_pinned_when_somebody_takes_it_and_unpinned_when_it_is_solved(
    world, minh, tung, reported
):
    assert world.group.pinned == []
    await minh.presses("Tôi nhận")
    assert world.group.pinned == [reported.id]
    await minh.says(f"/note {CODE} đã ngắt mạng")
    await minh.presses("1 giờ")
    await minh.says(f"/resolve {CODE}")
    for words in ("lộ mật khẩu", "đã khôi phục", "1", "tự xử lý", "gửi"):
        await minh.says(words)
    assert world.group.pinned == []
    await tung.presses("Chưa")
    assert world.group.pinned == [reported.id]
    assert await pins(world) == [Op.PIN, Op.UNPIN, Op.PIN]


async def test_what_waits_for_another_owner_stays_pinned_and_is_not_pinned_twice(
    world, minh, ha, tung, reported
):
    await minh.presses("Tôi nhận")
    await world.passes(hours=1)
    assert (await world.incident())["owner_id"] is None
    assert world.group.pinned == [reported.id]
    await ha.says(f"/ack {CODE}")
    assert await pins(world) == [Op.PIN]
    await rejects(tung)
    assert world.group.pinned == []


async def test_a_card_that_is_sent_after_somebody_took_it_is_pinned_when_it_arrives(
    world, minh, tung
):
    await world.receives(tung)
    async with world.app.database.begin() as tx:
        await tx.run(
            outbox.update()
            .where(outbox.c.kind == "incident-card")
            .values(not_before=tx.now + timedelta(minutes=9))
        )
    await world.settles()
    await minh.presses("Tôi nhận")
    assert world.group.pinned == []
    await world.passes(minutes=10)
    assert world.group.pinned == [world.group_sees(CODE, with_button="Phương án").id]


async def test_leads_hear_once_that_the_bot_may_not_pin(world, minh, tung):
    world.group.members[world.bot.id].rights = frozenset(NO_PINS)
    for number in (1, 2):
        await world.receives(tung)
        await world.settles()
        await minh.says(f"/ack SC-2026-000{number}")
    assert len([m for m in tung.messages if "Ghim tin nhắn" in m.text]) == 1
    world.group.members[world.bot.id].rights = frozenset({*NO_PINS, "can_pin_messages"})
    await minh.says("/resolve SC-2026-0001")
    for words in ("lộ mật khẩu", "đã khôi phục", "1", "tự xử lý", "gửi"):
        await minh.says(words)
    await world.receives(tung)
    await world.settles()
    await minh.says("/ack SC-2026-0003")
    assert len(world.group.pinned) == 1
    assert len([m for m in tung.messages if "Ghim tin nhắn" in m.text]) == 1


async def test_a_card_that_moves_into_a_topic_leaves_no_pin_behind(database_url, tmp_path):
    async with a_world(database_url, tmp_path) as world:
        minh = await world.member("Minh")
        await world.on_duty(minh)
        await world.receives(minh)
        await world.settles()
        await minh.presses("Tôi nhận")
        old = world.group_sees(CODE, with_button="Phương án")
        assert world.group.pinned == [old.id]
        world.playground.people.turn_into_forum(world.admin, world.group, on=True)
        await minh.says_in_group("nhóm có chủ đề rồi")
        (topic,) = world.group.topics.values()
        card = world.group_sees(CODE, with_button="Phương án")
        assert (card.thread_id, world.group.pinned) == (topic.id, [card.id])
