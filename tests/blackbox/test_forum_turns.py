"""A group that gets topics while incidents run, or loses them again: nothing said is lost."""

import pytest

from bot.playground.faults import Fault
from tests.blackbox.test_forum import notes, one, said, topics
from tests.world import Human, a_world


@pytest.fixture
async def world(database_url, tmp_path):
    async with a_world(database_url, tmp_path) as world:
        yield world


@pytest.fixture
async def minh(world):
    minh = await world.member("Minh")
    await world.on_duty(minh)
    return minh


async def turned(world, *, on=True):
    """The group has topics, or has none any more; nobody tells the bot."""
    world.playground.people.turn_into_forum(world.admin, world.group, on=on)
    await world.settles()


def codes(world):
    return sorted(topic.name.split(" · ")[0] for topic in topics(world))


@pytest.mark.parametrize("sign", ["words", "own message", "start"])
async def test_what_runs_moves_into_topics_as_soon_as_the_bot_can_know(world, minh, sign):
    await world.receives(minh, times=2)
    await world.settles()
    old = said(world)[0]
    await minh.presses("hận")
    await turned(world)
    assert topics(world) == []
    match sign:
        case "words":
            await minh.says_in_group("giờ có chủ đề rồi")
        case "own message":
            await minh.says("/note SC-2026-0002 đã gọi nhà mạng")
        case _:
            await world.restarts()
    assert codes(world) == ["SC-2026-0001", "SC-2026-0002"]
    for topic in topics(world):
        card = said(world, topic)[0]
        assert topic.name.split(" · ")[0] in card.text
        assert card.id in world.group.pinned
    assert old.text == "⤵ SC-2026-0001: thẻ đã chuyển vào chủ đề riêng của sự cố."
    assert [button.url.rpartition("/")[2] for button in old.buttons] == [str(topics(world)[0].id)]


async def test_what_has_ended_stays_where_it_was(world, minh):
    tung = await world.member("Tùng", "lead")
    await world.receives(minh)
    await tung.says("/reject SC-2026-0001")
    await tung.presses("Không phải sự cố")
    await tung.says("Máy in hết giấy")
    await tung.presses("Gửi")
    await world.receives(minh)
    await turned(world)
    await minh.says_in_group("giờ có chủ đề rồi")
    assert codes(world) == ["SC-2026-0002"]


async def test_what_is_said_about_it_later_is_said_in_its_topic(world, minh):
    await world.receives(minh)
    await turned(world)
    await minh.says_in_group("giờ có chủ đề rồi")
    (topic,) = topics(world)
    await minh.presses("Không thể")
    assert [m for m in said(world, topic) if "Minh không thể nhận" in m.text]
    await minh.says_in_group("đã ngắt mạng", thread=topic.id)
    assert await notes(world) == ["đã ngắt mạng"]


async def test_without_topics_again_all_hangs_below_the_card_until_they_are_back(world, minh):
    await turned(world)
    await minh.says_in_group("giờ có chủ đề rồi")
    topic = await one(world, minh)
    card = said(world, topic)[0]
    await turned(world, on=False)
    await minh.presses("Không thể")
    await minh.says("/note SC-2026-0001 đã gọi nhà mạng")
    assert "đã gọi nhà mạng" in card.text
    await minh.says("/ack SC-2026-0001")
    await world.passes(minutes=50)
    words = [m for m in world.in_group() if (m.text or "").startswith(("Minh không", "⏰ Minh"))]
    assert [m.reply_to for m in words] == [card, card]
    await one(world, minh)
    assert codes(world) == ["SC-2026-0001"]
    await turned(world)
    await minh.says_in_group("lại có chủ đề")
    assert codes(world) == ["SC-2026-0001", "SC-2026-0002"]
    await minh.says("/ack SC-2026-0001")
    await world.passes(minutes=50)
    assert [m for m in said(world, topic) if m.text.startswith("⏰ Minh")]


async def test_what_ended_without_topics_has_its_topic_closed_when_they_are_back(world, minh):
    tung = await world.member("Tùng", "lead")
    await turned(world)
    await minh.says_in_group("giờ có chủ đề rồi")
    topic = await one(world, minh)
    await turned(world, on=False)
    await minh.says_in_group("hết chủ đề rồi")
    await tung.says("/reject SC-2026-0001")
    await tung.presses("Không phải sự cố")
    await tung.says("Máy in hết giấy")
    await tung.presses("Gửi")
    assert not [m for m in world.in_group() if "🏁" in (m.text or "")]
    await turned(world)
    assert not topic.closed
    await minh.says_in_group("lại có chủ đề")
    assert topic.closed


async def test_a_death_in_the_middle_of_moving_in_leaves_nobody_without_a_topic(world, minh):
    await world.receives(minh, times=3)
    await world.settles()
    await turned(world)
    world.playground.people.say(minh.user, world.group, "giờ có chủ đề rồi")
    await world.app.intake.step()
    while len(topics(world)) < 2:
        await world.app.dispatcher.step()
        await world.app.dispatcher.landed()
        world.hand.advance(1)
    await world.dies()
    await world.comes_back()
    assert codes(world) == ["SC-2026-0001", "SC-2026-0002", "SC-2026-0003"]
    assert all(len([m for m in said(world, topic) if m.buttons]) == 1 for topic in topics(world))


async def test_a_topic_opened_twice_is_closed_leads_to_the_other_and_is_listened_to(world, minh):
    await turned(world)
    await minh.says_in_group("giờ có chủ đề rồi")
    world.playground.faults.add(Fault(method="createForumTopic", drop="after"))
    silence = world.playground.faults.add(Fault(method="getUpdates", drop="before", times=None))
    await world.receives(minh)
    for _ in range(3):
        await world.breathes()
        world.hand.advance(3)
    assert codes(world) == ["SC-2026-0001"] * 2
    world.playground.faults.lift(silence)
    await world.settles()
    (spare, topic) = topics(world)
    assert (spare.closed, topic.closed) == (True, False)
    (line,) = said(world, spare)
    assert "mở thừa" in line.text
    assert [button.url.rpartition("/")[2] for button in line.buttons] == [str(topic.id)]
    await Human(world, world.admin).says_in_group("đã ngắt mạng", thread=spare.id)
    assert await notes(world) == ["đã ngắt mạng"]
    await minh.presses("Không thể")
    assert [m for m in said(world, topic) if "Minh không thể nhận" in m.text]
    assert not topic.closed
