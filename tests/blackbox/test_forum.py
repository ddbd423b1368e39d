"""A group with topics: one for each incident, and whatever is said there is written down."""

import pytest

from bot.playground.faults import Fault
from bot.playground.icons import IDS
from storage.tables import outbox, timeline
from tests.world import a_world

SHORT_OF_TOPICS = ("can_manage_chat", "can_pin_messages")


@pytest.fixture
async def world(database_url, tmp_path):
    async with a_world(database_url, tmp_path, forum=True) as world:
        yield world


@pytest.fixture
async def minh(world):
    minh = await world.member("Minh")
    await world.on_duty(minh)
    return minh


@pytest.fixture
async def ha(world):
    return await world.member("Hà")


def topics(world):
    return list(world.group.topics.values())


def icons(world):
    return [IDS.get(topic.icon_custom_emoji_id) for topic in topics(world)]


def said(world, topic=None):
    """Return what the bot has said in a topic, in the General one without any."""
    thread = topic.id if topic is not None else None
    return [m for m in world.in_group() if m.thread_id == thread and not m.is_service]


async def notes(world):
    kinds = ("note", "note-edited")
    return [row["text"] for row in await world.rows(timeline) if row["kind"] in kinds]


async def one(world, reporter):
    """Have an incident and return its topic."""
    await world.receives(reporter)
    await world.settles()
    return topics(world)[-1]


async def test_an_incident_has_a_topic_with_its_card_pinned_and_a_line_in_general(world, minh):
    topic = await one(world, minh)
    assert topic.name == "SC-2026-0001 · Mã hóa dữ liệu, tống tiền · 🔴 Khẩn cấp"
    assert icons(world) == ["‼️"]
    card = said(world, topic)[0]
    assert "SC-2026-0001" in card.text
    assert world.group.pinned == [card.id]
    (line,) = said(world)
    assert line.text.startswith("🆕 SC-2026-0001")
    address = f"https://t.me/c/{-world.group.id - 10**12}/{topic.id}"
    assert [button.url for button in line.buttons] == [address]


async def test_name_and_icon_follow_and_the_topic_is_closed_and_opened_with_the_incident(
    world, minh
):
    tung, topic = await world.member("Tùng", "lead"), await one(world, minh)
    await minh.presses("hận")
    assert icons(world) == ["🔎"]
    await tung.says_in_group("/severity low", thread=topic.id)
    assert topic.name.endswith("⚪ Thấp")
    await tung.says_in_group("/reject", thread=topic.id)
    await tung.presses("Không phải sự cố")
    await tung.says("Máy in hết giấy")
    await tung.presses("Gửi")
    assert (icons(world), topic.closed) == (["💬"], True)
    assert "🏁 SC-2026-0001" in said(world)[-1].text
    await tung.says("/reopen SC-2026-0001")
    assert (icons(world), topic.closed) == (["‼️"], False)
    assert "↩️ SC-2026-0001" in said(world)[-1].text
    assert len(topics(world)) == 1


async def test_what_members_say_in_a_topic_is_noted_without_a_word_and_edits_beside_it(
    world, minh, ha
):
    topic = await one(world, minh)
    await minh.presses("hận")
    before = len(said(world, topic))
    first = await ha.says_in_group("Máy chủ đã ngắt mạng", thread=topic.id)
    await minh.says_in_group("tốt, đang sao chép ổ đĩa", thread=topic.id, reply_to=first)
    world.playground.people.edit(ha.user, first, "Hai máy chủ đã ngắt mạng")
    await world.settles()
    assert await notes(world) == [
        "Máy chủ đã ngắt mạng",
        "tốt, đang sao chép ổ đĩa",
        "Hai máy chủ đã ngắt mạng",
    ]
    assert said(world, topic)[before:] == []
    assert "Hai máy chủ đã ngắt mạng" in said(world, topic)[0].text


async def test_what_is_said_in_general_or_by_strangers_is_talk(world, minh):
    topic = await one(world, minh)
    stranger = await world.citizen("Người lạ")
    world.playground.people.join(world.group, stranger.user)
    await minh.says_in_group("tối nay ăn gì")
    await stranger.says_in_group("tôi biết vì sao", thread=topic.id)
    other = world.playground.people.add_topic(minh.user, world.group, "Ăn trưa")
    await minh.says_in_group("bún chả", thread=other.id)
    assert await notes(world) == []


async def test_words_in_a_topic_take_what_is_nobodys_and_an_ok_takes_nothing_from_others(
    world, minh, ha
):
    topic = await one(world, minh)
    await ha.says_in_group("nhận", thread=topic.id)
    assert (await world.incident())["owner_id"] == ha.person_id
    said_before = len(said(world, topic))
    await minh.says_in_group("ok", thread=topic.id)
    assert (await world.incident())["owner_id"] == ha.person_id
    assert len(said(world, topic)) == said_before
    assert await notes(world) == ["ok"]


async def test_a_command_in_a_topic_means_its_incident_and_is_answered_there(world, minh, ha):
    first = await one(world, minh)
    await one(world, minh)
    asked = await ha.says_in_group("/note đã gọi nhà mạng", thread=first.id)
    rows = [row for row in await world.rows(timeline) if row["kind"] == "note"]
    assert [(row["incident_id"], row["text"]) for row in rows] == [(1, "đã gọi nhà mạng")]
    answer = said(world, first)[-1]
    assert (answer.reply_to, "SC-2026-0001" in answer.text) == (asked, True)


async def test_a_deleted_topic_loses_no_message_and_is_opened_anew_with_the_card(world, minh, ha):
    topic = await one(world, minh)
    world.playground.people.delete_topic(world.group, topic)
    await minh.presses("Không thể")
    (again,) = topics(world)
    assert again.name == topic.name
    assert [m for m in said(world) if "Minh không thể nhận" in m.text]
    assert "SC-2026-0001" in said(world, again)[0].text
    assert world.group.pinned == [said(world, again)[0].id]
    await ha.says_in_group("vẫn ghi được", thread=again.id)
    assert await notes(world) == ["vẫn ghi được"]


async def test_without_the_right_all_is_as_in_any_group_and_leads_hear_once_what_is_missing(
    world, minh
):
    tung = await world.member("Tùng", "lead")
    world.playground.people.promote(world.group, world.bot, SHORT_OF_TOPICS, by=world.admin)
    await world.settles()
    await world.receives(minh, times=2)
    await world.settles()
    assert topics(world) == []
    assert len([m for m in said(world) if m.buttons]) >= 2
    assert len([m for m in tung.messages if "Quản lý chủ đề" in m.text]) == 1
    world.playground.people.promote(world.group, world.bot, by=world.admin)
    await world.settles()
    await one(world, minh)
    assert sorted(topic.name.split(" · ")[0] for topic in topics(world)) == [
        "SC-2026-0001",
        "SC-2026-0002",
        "SC-2026-0003",
    ]
    assert len([m for m in tung.messages if "Quản lý chủ đề" in m.text]) == 1


async def test_a_right_that_telegram_denies_is_learnt_from_the_refusal(world, minh):
    tung = await world.member("Tùng", "lead")
    world.group.members[world.bot.id].rights = frozenset(SHORT_OF_TOPICS)
    await world.receives(minh, times=2)
    await world.settles()
    assert topics(world) == []
    assert len([m for m in tung.messages if "Quản lý chủ đề" in m.text]) == 1
    asked = [row for row in await world.rows(outbox) if row["kind"] == "incident-topic"]
    assert [row["reason"] for row in asked] == ["no rights in the group", "nothing to do"]


async def test_a_topic_closed_to_the_bot_sends_its_messages_to_general(world, minh):
    topic = await one(world, minh)
    world.group.members[world.bot.id].rights = frozenset(SHORT_OF_TOPICS)
    world.playground.people.close_topic(world.admin, world.group, topic)
    await minh.presses("Không thể")
    assert [m for m in said(world) if "Minh không thể nhận" in m.text]


@pytest.mark.parametrize("moment", ["before", "after"])
async def test_a_lost_answer_opens_no_second_topic(world, minh, moment):
    world.playground.faults.add(Fault(method="createForumTopic", drop=moment))
    topic = await one(world, minh)
    assert len(topics(world)) == 1
    assert "SC-2026-0001" in said(world, topic)[0].text
    await minh.presses("hận")
    assert icons(world) == ["🔎"]


async def test_a_death_while_a_topic_is_opened_opens_no_second_one(world, minh):
    await world.receives(minh)
    while not topics(world):
        await world.app.dispatcher.step()
        await world.app.dispatcher.landed()
    await world.dies()
    await world.comes_back()
    (topic,) = topics(world)
    assert "SC-2026-0001" in said(world, topic)[0].text


async def test_a_page_to_the_group_does_not_wait_for_a_topic(world, minh):
    world.playground.faults.add(Fault(method="createForumTopic", drop="before", times=None))
    await world.receives(minh)
    for _ in range(9):
        await world.breathes()
        world.hand.advance(60)
    (page,) = [row for row in await world.rows(outbox) if row["kind"] == "incident-team-page"]
    assert (page["state"], len(said(world))) == ("sent", 1)
    world.playground.faults.lift()
    await world.settles()
    assert "SC-2026-0001" in said(world, topics(world)[0])[0].text


async def test_too_many_topics_at_once_hold_up_nothing_but_the_topic(world, minh):
    trouble = Fault(method="createForumTopic", status=429, retry_after=300)
    world.playground.faults.add(trouble)
    await world.receives(minh)
    await world.settles()
    assert (trouble.met, topics(world)) == (1, [])
    assert "SC-2026-0001" in said(world)[0].text
    await world.passes(minutes=6)
    (topic,) = topics(world)
    assert "SC-2026-0001" in said(world, topic)[0].text
    assert world.group.pinned == [said(world, topic)[0].id]
    assert said(world)[0].text == "⤵ SC-2026-0001: thẻ đã chuyển vào chủ đề riêng của sự cố."
    assert [button.label for button in said(world)[0].buttons] == ["💬 Vào chủ đề"]
