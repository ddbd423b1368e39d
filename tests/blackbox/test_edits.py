"""What is added later, or changed: kept beside the old words, told once, and screened."""

import pytest

from storage.tables import timeline
from tests.reporters import PICTURE, edits, entries, reports

SECRET = "TUYỆT MẬT - ke hoach.docx"


async def test_many_edits_are_one_waiting_notice(world, minh, lan):
    sent = await lan.says("Trang bị hack")
    for button in ("Tiếng Việt", "Thay đổi giao diện", "Gửi ngay"):
        await lan.presses(button)
    await minh.presses("Tôi nhận")
    before = len(minh.messages)
    for number in range(30):
        world.playground.people.edit(lan.user, sent, f"Trang bị hack lần {number}")
    await world.settles()
    assert len(minh.messages) - before <= 3
    minh.sees("lần 29")


async def test_words_that_wait_together_are_one_notice_with_all_of_them(world, minh, lan):
    receipt = await reports(lan)
    await minh.presses("Tôi nhận")
    for words in ("thứ nhất", "thứ hai", "thứ ba"):
        world.playground.people.say(lan.user, world.bot, words, reply_to=receipt)
    await world.settles()
    told = "\n".join(m.text for m in minh.messages)
    assert all(told.count(words) == 1 for words in ("thứ nhất", "thứ hai", "thứ ba"))


# Edits


async def test_an_edited_command_leaves_no_command_in_the_story(world, minh, lan):
    sent = await lan.says("/report Trang bị thay hình")
    for button in ("Tiếng Việt", "Thay đổi giao diện"):
        await lan.presses(button)
    await edits(world, lan, sent, "/report Trang phường B bị thay hình")
    await lan.presses("Gửi ngay")
    assert (await world.incident())["summary"] == "Trang phường B bị thay hình"
    await edits(world, lan, sent, "/report Trang phường C bị thay hình")
    edited = (await entries(world, "report-edited"))[0]
    assert edited["text"] == "Trang phường C bị thay hình"


async def test_an_edited_note_is_kept_beside_the_old_words(world, minh, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    page = minh.sees("SC-2026-0001", with_button="Chi tiết")
    sent = await minh.says("Máy chủ 10.0.0.5", reply_to=page)
    await edits(world, minh, sent, "Máy chủ 10.0.0.6")
    found = (await entries(world, "note-edited"))[0]
    assert (found["text"], found["details"]["before"]) == ("Máy chủ 10.0.0.6", "Máy chủ 10.0.0.5")
    minh.sees("lời cũ và lời mới")
    world.group_sees("10.0.0.6")


async def test_an_edited_note_command_and_one_in_the_group_are_kept_too(world, minh, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    sent = await minh.says("/note SC-2026-0001 đang quét")
    await edits(world, minh, sent, "/note SC-2026-0001 đã quét xong")
    card = world.group_sees("SC-2026-0001")
    said = await minh.says_in_group("đã rút dây mạng", reply_to=card)
    world.playground.people.edit(minh.user, said, "đã cắm lại dây mạng")
    await world.settles()
    texts = [row["text"] for row in await entries(world, "note-edited")]
    assert texts == ["đã quét xong", "đã cắm lại dây mạng"]


@pytest.mark.parametrize("where", ["private", "group"])
async def test_an_edited_caption_of_a_noted_file_is_kept_beside_the_old_words(
    world, minh, lan, where
):
    await reports(lan)
    await minh.presses("Tôi nhận")
    page, card = minh.sees("SC-2026-0001"), world.group_sees("SC-2026-0001")
    place, under = (world.bot, page) if where == "private" else (world.group, card)
    sent = world.playground.people.send_photo(
        minh.user, place, PICTURE, "cổng số 4", reply_to=under
    )
    await world.settles()
    await edits(world, minh, sent, "cổng số 5")
    await edits(world, minh, sent, "cổng số 6")
    found = [(row["text"], row["details"]["before"]) for row in await entries(world, "note-edited")]
    assert found == [("cổng số 5", "cổng số 4"), ("cổng số 6", "cổng số 5")]
    world.group_sees("cổng số 6", with_button="Chi tiết")
    assert len(await entries(world, "report-file")) == 1


async def test_the_caption_of_a_file_in_a_note_command_and_of_ones_own_report_is_a_note_too(
    world, minh
):
    await world.receives(minh)
    await world.settles()
    people = world.playground.people
    sent = people.send_photo(minh.user, world.bot, PICTURE, "/note SC-2026-0001 cổng số 4")
    await world.settles()
    await edits(world, minh, sent, "/note SC-2026-0001 cổng số 5")
    (edited,) = await entries(world, "note-edited")
    assert (edited["text"], edited["details"]["before"]) == ("cổng số 5", "cổng số 4")
    assert await entries(world, "report-edited") == []


async def test_a_caption_given_later_to_a_noted_file_becomes_its_words(world, minh, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    page = minh.sees("SC-2026-0001")
    sent = world.playground.people.send_photo(minh.user, world.bot, PICTURE, reply_to=page)
    await world.settles()
    await edits(world, minh, sent, "ảnh tủ mạng")
    (edited,) = await entries(world, "note-edited")
    assert (edited["text"], edited["details"]["before"]) == ("ảnh tủ mạng", "")


async def test_an_edit_of_anything_else_is_left_alone(world, minh, lan):
    await reports(lan)
    said = await minh.says_in_group("đi ăn cơm")
    world.playground.people.edit(minh.user, said, "đi ăn phở")
    await world.settles()
    assert await entries(world, "note-edited") == []


# State secrets and passwords


async def test_a_file_with_a_marked_name_is_not_added_to_a_report(world, minh, lan):
    receipt = await reports(lan)
    people = world.playground.people
    people.send_document(lan.user, world.bot, b"abc", file_name=SECRET)
    await world.settles()
    lan.sees("dấu hiệu độ mật")
    assert SECRET not in repr(await world.rows(timeline))
    await lan.says("Độ: TỐI MẬT", reply_to=receipt)
    assert "TỐI MẬT" not in repr(await world.rows(timeline))


async def test_a_members_note_is_screened_like_a_reporters(world, minh, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await minh.says("/note SC-2026-0001 Độ: TUYỆT MẬT kế hoạch")
    minh.sees("dấu hiệu độ mật")
    assert await entries(world, "note") == []
    await minh.says("/note SC-2026-0001 mật khẩu: Hue@2026xyz")
    assert "Hue@2026xyz" not in repr(await world.rows(timeline))
    minh.sees("đã che mật khẩu")
