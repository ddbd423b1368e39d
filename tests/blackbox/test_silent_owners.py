"""Owners who fall silent, cannot, or were only named: the ladder goes on, and solved is solved."""

import pytest

from storage.tables import timeline
from tests.ladders import live, paged, waiting


@pytest.fixture
async def lan(world):
    return await world.member("Lan", "citizen")


async def story(world, incident_id=1):
    return [r["kind"] for r in await world.rows(timeline) if r["incident_id"] == incident_id]


async def test_reassigning_while_it_rings_stops_the_ringing_until_that_person_cannot(
    world, minh, ha, tung, lan
):
    await world.receives(lan)
    await world.settles()
    await tung.says("/assign SC-2026-0001 Hà")
    ha.sees("giao sự cố này cho", with_button="Không thể")
    await world.passes(minutes=4)
    assert await paged(world) == [minh.user.id]
    await ha.presses("Không thể")
    assert await paged(world) == [minh.user.id, minh.user.id]
    await world.passes(minutes=4, seconds=1)
    assert ha.user.id not in await paged(world)
    assert (await live(world))["declined"] == [ha.person_id]


async def test_whoever_is_assigned_and_says_nothing_is_replaced(world, minh, ha, tung, lan):
    await world.receives(lan)
    await world.settles()
    await tung.says("/assign SC-2026-0001 Hà")
    await world.passes(minutes=5, seconds=5)
    found = await world.incident()
    assert (found["owner_id"], found["status"]) == (None, "received")
    assert (await live(world))["paged"] == [minh.person_id]


async def test_a_late_answer_after_the_release_says_so_and_taking_it_again_works(
    world, minh, tung, lan
):
    await world.receives(lan)
    await world.settles()
    await minh.presses("hận")
    await world.passes(minutes=30, seconds=5)
    question = minh.sees("còn đang xử lý", with_button="Còn")
    await world.passes(minutes=6)
    assert (await world.incident())["owner_id"] is None
    toast = await minh.presses("Còn", on=question)
    assert toast.alert
    assert (await world.incident())["owner_id"] is None
    await minh.presses("Tôi nhận", on=minh.sees("không trả lời", with_button="nhận"))
    assert (await world.incident())["owner_id"] == minh.person_id


async def test_a_lead_solves_what_nobody_took_and_silence_of_the_reporter_closes_it(
    world, minh, tung, lan
):
    await world.receives(lan)
    await world.settles()
    await tung.says("/resolve SC-2026-0001")
    for words in ("báo động giả của máy quét", "đã tắt máy quét"):
        await tung.says(words)
    await tung.presses("Mã hóa")
    await tung.presses("tự xử lý")
    await tung.presses("Gửi")
    assert (await world.incident())["status"] == "wrapping_up"
    assert await waiting(world, "ladder") == []
    lan.sees("xử lý xong", with_button="Đã ổn")
    await world.passes(hours=73)
    assert (await world.incident())["status"] == "closed"
    assert await paged(world) == [minh.user.id]


async def test_the_reporters_no_finds_a_new_owner_when_the_old_one_has_left(
    world, minh, ha, tung, lan
):
    await _solved_by(world, minh, lan)
    await tung.says("/people off Minh")
    await tung.presses("cho Minh nghỉ")
    assert (await world.incident())["status"] == "wrapping_up"
    assert await waiting(world, "ladder") == []
    await lan.presses("Chưa ổn")
    found = await world.incident()
    assert (found["status"], found["owner_id"]) == ("received", None)
    assert (await live(world))["paged"] == [ha.person_id]


async def _solved_by(world, minh, lan):
    await world.receives(lan)
    await world.settles()
    await minh.presses("hận")
    await minh.says("/resolve")
    for words in ("lộ mật khẩu", "đổi mật khẩu, khôi phục"):
        await minh.says(words)
    await minh.presses("Mã hóa")
    await minh.presses("tự xử lý")
    await minh.presses("Gửi")


async def test_an_old_button_does_not_undo_what_is_solved(world, minh, ha, lan):
    await _solved_by(world, minh, lan)
    card = world.group_sees("SC-2026-0001", with_button="Chi tiết")
    for data in ("decline:1", "release:1", "still:1"):
        world.playground.people.press(minh.user, card, data, forged=True)
        await world.settles()
        assert (await world.incident())["status"] == "wrapping_up", data
    await lan.presses("Đã ổn")
    before = await story(world)
    world.playground.people.press(minh.user, card, "still:1", forged=True)
    await world.settles()
    assert await story(world) == before
