"""Asking the reporter through the bot, and what comes back."""

import pytest

from storage.tables import incidents, outbox
from tests.members import answer_to, story
from tests.reporters import forges, reports, sends_photo

CODE = "SC-2026-0001"


@pytest.fixture
async def lan(world, minh):
    """Who has reported it; Minh has taken it."""
    lan = await world.citizen("Lan")
    await reports(lan)
    await minh.presses("Tôi nhận")
    return lan


async def test_question_and_answer_go_through_the_bot_and_stand_on_the_card(world, minh, lan):
    assert "đã chuyển" in await answer_to(minh, f"/ask {CODE} máy nào bị trước?")
    asked = lan.sees("Minh (Đội ứng cứu) hỏi", "máy nào bị trước?")
    assert "Đã hỏi người báo" in world.group_sees(CODE, with_button="Phương án").text
    await lan.says("máy kế toán", reply_to=asked)
    minh.sees("máy kế toán", with_button="Hỏi người báo")
    assert "Người báo trả lời" in world.group_sees(CODE, with_button="Phương án").text
    await minh.presses("Hỏi người báo", on=minh.sees("máy kế toán"))
    await minh.says("còn máy nào nữa không?")
    lan.sees("còn máy nào nữa không?")
    await lan.says("không còn")
    minh.sees("không còn")
    kinds = await story(world)
    assert (kinds.count("asked-reporter"), kinds.count("report-more")) == (2, 2)


async def test_names_are_kept_from_a_nameless_reporter(world, minh, lan):
    async with world.app.database.begin() as tx:
        await tx.run(incidents.update().values(anonymous=True))
    await minh.says(f"/ask {CODE} máy nào bị trước?")
    asked = lan.sees("Đội ứng cứu hỏi", "máy nào bị trước?")
    assert "Minh" not in asked.text
    await lan.says("máy kế toán")
    assert "Lan" not in minh.sees("máy kế toán").text


async def test_a_reporter_who_has_blocked_the_bot_is_said_to_have(world, minh, lan):
    world.playground.people.block(lan.user, world.bot)
    await minh.says(f"/ask {CODE} máy nào bị trước?")
    minh.sees("đã chặn bot")
    assert "asked-reporter" not in await story(world)


async def test_a_question_that_telegram_refuses_is_told_to_whoever_asked(world, minh, lan):
    world.playground.people.say(minh.user, world.bot, f"/ask {CODE} máy nào bị trước?")
    world.playground.people.block(lan.user, world.bot)
    await world.settles()
    minh.sees("câu hỏi không đến được người báo")
    assert (await story(world))[-1] == "reporter-unreached"
    assert "không liên lạc được" in world.group_sees(CODE, with_button="Phương án").text


async def test_only_who_has_a_part_in_it_asks(world, minh, lan, ha):
    assert "Chỉ người phụ trách" in await answer_to(ha, f"/ask {CODE} gì?")
    assert (await forges(world, ha, "relay:1")).alert
    await forges(world, ha, "crew:1:liaison:take")
    assert "đã chuyển" in await answer_to(ha, f"/ask {CODE} gì?")


async def test_whoever_asked_and_whoever_speaks_with_the_agency_hear_the_answer(
    world, minh, lan, ha, tung
):
    await forges(world, ha, "crew:1:liaison:take")
    await tung.says(f"/ask {CODE} máy nào bị trước?")
    await lan.says("máy kế toán", reply_to=lan.sees("máy nào bị trước?"))
    for person in (minh, ha, tung):
        person.sees("máy kế toán", with_button="Hỏi người báo")
    await sends_photo(world, lan, "ảnh màn hình")
    assert [m for m in ha.messages if m.kind == "photo"]


async def test_an_answer_counts_though_telegram_has_not_told_us_yet_that_the_question_was_sent(
    world, minh, lan
):
    await minh.says(f"/ask {CODE} máy nào bị trước?")
    async with world.app.database.begin() as tx:
        asked = outbox.update().where(outbox.c.kind == "report-question")
        await tx.run(asked.values(state="claimed", sent_at=None))
    await lan.says("máy kế toán")
    minh.sees("máy kế toán", with_button="Hỏi người báo")
