"""Ends that need a second word: what is handed to the police ends only with a yes."""

import pytest

from storage.tables import timeline
from tests.reporters import UNPAGED, entries, forges, reports

CODE = "SC-2026-0001"
REFER, YES, KEEP = "Đã chuyển công an", "Đúng, đã chuyển", "giữ nguyên"


async def status(world):
    return (await world.incident())["status"]


async def rejects(member):
    await member.says(f"/reject {CODE}")
    for words in ("không phải sự cố", "Chỉ là ảnh quảng cáo", "gửi"):
        await member.says(words)


@pytest.fixture
async def fraud(world, minh, lan):
    """A report of fraud, which waits in the queue; returns its card in the group."""
    await reports(lan, UNPAGED)
    return world.group_sees(CODE, with_button=REFER)


# Handed to the police


async def test_one_press_in_the_group_asks_in_private_and_ends_nothing(world, minh, lan, fraud):
    toast = await minh.presses(REFER, on=fraud)
    assert "tin nhắn riêng" in toast.text
    assert await status(world) == "queued"
    asked = minh.sees(CODE, "đã chuyển công an", with_button=YES)
    assert [b.label for b in asked.buttons if KEEP in b.label]
    lan.does_not_see("chuyển cho cơ quan")


async def test_yes_ends_it_and_the_reporter_is_told(world, minh, lan, fraud):
    await minh.presses(REFER, on=fraud)
    toast = await minh.presses(YES)
    assert "Báo cáo kết thúc" in toast.text
    assert not toast.alert
    assert await status(world) == "referred"
    lan.sees(CODE, "chuyển cho cơ quan có thẩm quyền")
    world.group_sees(CODE, "Đã chuyển cơ quan khác", "Minh")


async def test_keep_leaves_it_where_it_was(world, minh, lan, fraud):
    await minh.presses(REFER, on=fraud)
    before = await world.rows(timeline)
    toast = await minh.presses(KEEP)
    assert "Không có gì thay đổi" in toast.text
    assert await status(world) == "queued"
    assert await world.rows(timeline) == before


async def test_an_impatient_finger_is_asked_once_and_its_second_yes_says_that_it_is_over(
    world, minh, lan, fraud
):
    for _ in range(3):
        world.playground.people.press(minh.user, fraud, "phase:1:referred")
    await world.settles()
    (asked,) = [m for m in minh.messages if YES in str([b.label for b in m.buttons])]
    await minh.presses(YES, on=asked)
    toast = await minh.presses(YES, on=asked)
    assert toast.alert
    assert "đã kết thúc: đã chuyển cơ quan khác" in toast.text
    assert len(await entries(world, "rejected")) == 1


async def test_a_late_press_on_an_old_card_or_question_says_that_it_is_over(
    world, minh, tung, lan, fraud
):
    await minh.presses(REFER, on=fraud)
    await rejects(tung)
    assert await status(world) == "not_incident"
    for label, on in ((REFER, fraud), (YES, minh.sees(CODE, with_button=YES))):
        data = "phase:1:referred" if label is REFER else "refer:1:yes"
        press = world.playground.people.press(minh.user, on, data, forged=True)
        await world.settles()
        toast = world.playground.people.toast(press)
        assert toast.alert
        assert "đã kết thúc: không phải sự cố" in toast.text
    assert await status(world) == "not_incident"


async def test_yes_after_somebody_else_took_it_is_refused(world, minh, ha, lan, fraud):
    await minh.presses(REFER, on=fraud)
    await ha.says(f"/ack {CODE}")
    toast = await minh.presses(YES)
    assert toast.alert
    assert "Chỉ người phụ trách" in toast.text
    assert await status(world) == "verifying"


@pytest.mark.parametrize("data", ["phase:1:referred", "refer:1:yes", "refer:1:keep"])
async def test_whoever_is_not_of_the_team_hands_nothing_over(world, minh, lan, fraud, data):
    toast = await forges(world, lan, data)
    assert toast.alert
    assert toast.url.endswith("?start=enrol")
    assert await status(world) == "queued"
    lan.does_not_see("đã chuyển công an")


@pytest.mark.parametrize(
    "words", ["đã chuyển công an ạ", "Đã chuyển cho công an", "chuyen cong an"]
)
async def test_the_words_below_the_card_ask_the_same(world, minh, lan, fraud, words):
    await minh.says_in_group(words, reply_to=fraud)
    world.group_sees("xác nhận trong tin nhắn riêng")
    assert await status(world) == "queued"
    await minh.says("đúng", reply_to=minh.sees(CODE, with_button=YES))
    assert await status(world) == "referred"
    minh.sees(CODE, "Báo cáo kết thúc")
    assert await entries(world, "note") == []


@pytest.mark.parametrize("words", ["chưa", "Không, giữ nguyên"])
async def test_a_typed_no_below_the_question_keeps_it(world, minh, lan, fraud, words):
    await minh.presses(REFER, on=fraud)
    await minh.says(words, reply_to=minh.sees(CODE, with_button=YES))
    minh.sees(CODE, "Không có gì thay đổi")
    assert await status(world) == "queued"


async def test_taking_it_is_understood_below_the_question_and_talk_is_a_note(
    world, minh, lan, fraud
):
    await minh.presses(REFER, on=fraud)
    asked = minh.sees(CODE, with_button=YES)
    await minh.says("phường 3 xin thêm ảnh", reply_to=asked)
    assert [row["text"] for row in await entries(world, "note")] == ["phường 3 xin thêm ảnh"]
    await minh.says("nhận", reply_to=asked)
    assert await status(world) == "verifying"


async def test_bare_words_hand_nothing_over(world, minh, lan, fraud):
    await minh.presses(REFER, on=fraud)
    for words in ("đúng", "ok"):
        await minh.says(words)
    assert await status(world) == "queued"


async def test_the_same_words_about_what_is_worked_on_are_a_note(world, minh, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    page = minh.sees(CODE, with_button="Xử lý xong")
    await minh.says("đã chuyển công an", reply_to=page)
    assert [row["text"] for row in await entries(world, "note")] == ["đã chuyển công an"]
    assert await status(world) == "verifying"


async def test_the_typed_dialogue_still_hands_it_over(world, minh, lan, fraud):
    await minh.says(f"/reject {CODE}")
    for words in ("chuyển", "đã chuyển công an phường", "gửi"):
        await minh.says(words)
    assert await status(world) == "referred"
