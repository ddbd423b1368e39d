"""The desk: what nobody asked for, what cannot be read, and who writes too much."""

from datetime import timedelta

from bot.domain.flood import MOST
from storage.tables import failed_updates, forms, incidents, outbox, people


async def answers(world):
    return [row["params"].get("text") for row in await world.rows(outbox) if row["op"] == "send"]


async def test_an_update_that_cannot_be_read_is_kept_and_the_next_one_is_answered(world, lan):
    broken = {"update_id": 1, "message": {"message_id": "x", "chat": 7}}
    await world.app.intake.take_in([broken])
    await lan.says("/help")
    (kept,) = await world.rows(failed_updates)
    assert kept["update_id"] == 1
    assert '"message_id": "x"' in kept["raw"]
    assert "ValidationError" in kept["traceback"]
    lan.sees("/report")


async def test_an_update_of_a_kind_nobody_knows_is_passed_over(world):
    await world.app.intake.take_in([{"update_id": 2, "purchased_paid_media": {"from": 1}}])
    assert await world.rows(failed_updates) == []
    assert world.app.intake.offset >= 3


async def test_who_writes_too_fast_is_told_once_and_heard_again_a_minute_later(world, lan, minh):
    for _ in range(MOST + 20):
        world.playground.people.say(lan.user, world.bot, "/help")
    await world.settles()
    assert (await answers(world)).count("refused-too-fast") == 1
    world.hand.advance(timedelta(minutes=2).total_seconds())
    before = (await answers(world)).count("help")
    await lan.says("/help")
    assert (await answers(world)).count("help") == before + 1


async def test_edits_count_like_messages_and_who_edits_too_fast_is_told_once(world, lan):
    sent = await lan.says("/help")
    for number in range(MOST + 20):
        world.playground.people.edit(lan.user, sent, f"/help {number}")
    await world.settles()
    assert (await answers(world)).count("refused-too-fast") == 1
    world.playground.people.say(lan.user, world.bot, "/help")
    await world.settles()
    assert (await answers(world)).count("help") == 1
    world.hand.advance(timedelta(minutes=2).total_seconds())
    await lan.says("/help")
    assert (await answers(world)).count("help") == 2


async def test_an_edit_under_the_limit_corrects_the_open_form_and_one_over_it_does_not(world, lan):
    sent = await lan.says("Trang bị hack")
    await lan.presses("Tiếng Việt")
    for number in range(MOST - 1):
        world.playground.people.edit(lan.user, sent, f"Trang phường {number} bị hack")
    await world.settles()
    assert f"Trang phường {MOST - 2} bị hack" in str(await world.rows(forms))
    world.playground.people.edit(lan.user, sent, "Trang huyện bị hack")
    await world.settles()
    assert "Trang huyện" not in str(await world.rows(forms))
    lan.sees("quá nhanh", "chỗ sửa")


async def test_the_edits_of_a_stranger_and_in_the_group_are_answered_by_nothing(world, minh):
    said = await minh.says_in_group("đi ăn cơm")
    before = await world.rows(outbox)
    someone = {"id": 7_654_321, "first_name": "Lạ", "is_bot": False}
    chat = {"id": someone["id"], "type": "private"}
    edited = {"message_id": 1, "date": 1, "chat": chat, "from": someone, "text": "x"}
    raws = [{"update_id": 10_000 + n, "edited_message": edited} for n in range(MOST + 5)]
    await world.app.intake.take_in(raws)
    for number in range(MOST + 5):
        world.playground.people.edit(minh.user, said, f"đi ăn phở {number}")
    await world.settles()
    assert await world.rows(outbox) == before


async def test_a_flood_from_one_person_does_not_delay_the_page_of_another(world, minh, lan):
    mai = await world.citizen("Mai")
    await mai.says("Máy chủ bị mã hóa")
    await mai.presses("Tiếng Việt")
    await mai.presses("Mã hóa")
    for _ in range(300):
        world.playground.people.say(lan.user, world.bot, "/help")
    started = world.clock.now()
    await mai.presses("Gửi ngay")
    (page,) = [row for row in await world.rows(outbox) if row["kind"] == "incident-page"]
    assert page["sent_at"] - started < timedelta(seconds=2)


async def test_an_unknown_command_is_answered_in_private_and_ignored_in_the_group(world, minh):
    await minh.says("/dance")
    minh.sees("/dance")
    before = len(world.in_group())
    await minh.says_in_group("/dance")
    assert len(world.in_group()) == before


async def test_talk_in_the_group_is_nobodys_report(world, minh):
    world.playground.bots["123456:TEST"].privacy = False
    await minh.says_in_group("Tối nay ai trực?")
    assert await world.rows(incidents) == []


async def test_a_message_in_another_group_is_not_heard(world, lan):
    other = world.playground.people.add_group("Nhóm khác", members=[lan.user, world.bot])
    world.playground.people.say(lan.user, other, "/report cháy nhà")
    await world.settles()
    assert [m for m in world.playground.transcript(other) if m.sender.id == world.bot.user.id] == []
    assert await world.rows(incidents) == []


async def test_an_admin_who_adds_the_bot_to_a_group_learns_its_number(world):
    group = world.playground.people.add_group("Nhóm mới", members=[world.admin])
    world.playground.people.join(group, world.bot, by=world.admin)
    await world.settles()
    texts = [
        m.text
        for m in world.playground.transcript(world.playground.private(world.admin, world.bot))
    ]
    assert any(str(group.id) in (text or "") for text in texts)


async def test_who_blocks_the_bot_is_known_at_once_and_who_comes_back_too(world, minh):
    async def reachable():
        return {row["name"]: row["reachable"] for row in await world.rows(people)}["Minh"]

    assert await reachable() is True
    world.playground.people.block(minh.user, world.bot)
    await world.settles()
    assert await reachable() is False
    world.playground.people.unblock(minh.user, world.bot)
    await minh.starts()
    assert await reachable() is True


async def test_a_vietnamese_alias_is_the_same_command(world, lan):
    await lan.says("/trogiup")
    lan.sees("/report", "/baocao")


async def test_a_command_for_another_bot_is_not_ours(world, minh):
    before = len(world.in_group())
    await minh.says_in_group("/incidents@other_bot")
    assert len(world.in_group()) == before
    await minh.says_in_group("/incidents@trucban_bot")
    world.group_sees("Không có sự cố nào đang mở")
