"""Second thoughts: the reporter's word after "solved", edits, objections, and forms overtaken."""

import pytest

from storage.tables import due_rows, forms, timeline
from tests.reporters import edits, entries, open_forms, reports, sends_photo

SECRET = "TUYỆT MẬT - ke hoach.docx"


async def solves(member, action: str = "Đã khôi phục"):
    await member.presses("Tôi nhận")
    await solves_again(member, action)


async def solves_again(member, action: str = "Đã khôi phục"):
    await member.says("/resolve SC-2026-0001")
    for words in ("lộ mật khẩu quản trị", action, "1", "tự xử lý", "gửi"):
        await member.says(words)


async def rejects(member):
    await member.says("/reject SC-2026-0001")
    for words in ("không phải sự cố", "Chỉ là ảnh quảng cáo", "gửi"):
        await member.says(words)


async def waiting(world, prefix: str) -> list[str]:
    rows = await world.rows(due_rows)
    return [r["kind"] for r in rows if r["state"] == "waiting" and r["kind"].startswith(prefix)]


# What a reporter answers to "is it solved for you?"


@pytest.mark.parametrize("words", ["Chưa ổn, vẫn bị đòi tiền", "chưa", "Không", "vẫn chưa được ạ"])
async def test_a_typed_no_under_the_question_opens_it_again(world, minh, lan, words):
    await reports(lan)
    await solves(minh)
    await lan.says(words, reply_to=lan.sees("đã ổn chưa"))
    assert (await world.incident())["status"] == "containing"
    minh.sees("Người báo cho biết", "chưa ổn")
    assert await waiting(world, "wrap-up") == []


@pytest.mark.parametrize("words", ["ổn rồi", "Dạ ổn rồi ạ, cảm ơn", "rồi", "có", "ok"])
async def test_a_typed_yes_under_the_question_closes_it(world, minh, lan, words):
    await reports(lan)
    await solves(minh)
    await lan.says(words, reply_to=lan.sees("đã ổn chưa"))
    assert (await world.incident())["status"] == "closed"
    lan.sees("đã đóng")


@pytest.mark.parametrize(("words", "status"), [("chưa ổn", "containing"), ("ổn rồi", "closed")])
async def test_a_bare_answer_counts_while_one_report_waits_for_it(world, minh, lan, words, status):
    await reports(lan)
    await solves(minh)
    await lan.says(words)
    assert (await world.incident())["status"] == status
    assert await open_forms(world) == []


async def test_other_bare_words_days_later_may_still_belong_to_what_waits(world, minh, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await solves_again(minh)
    await world.passes(hours=30)
    await lan.says("Máy in lại in ra chữ lạ")
    await lan.presses("Bổ sung cho SC-2026-0001")
    assert await waiting(world, "wrap-up") == []
    assert len([m for m in lan.messages if "đã ổn chưa" in m.text]) == 2


async def test_an_answer_is_heard_in_the_middle_of_another_report(world, minh, lan):
    await reports(lan)
    await solves(minh)
    asked = lan.sees("đã ổn chưa")
    await lan.says("/report")
    await lan.says("chưa ổn", reply_to=asked)
    assert (await world.incident())["status"] == "containing"


async def test_other_words_are_added_and_the_question_is_asked_again(world, minh, lan):
    await reports(lan)
    await solves(minh)
    await lan.says("Máy in thì sao?", reply_to=lan.sees("đã ổn chưa"))
    minh.sees("Máy in thì sao?")
    assert len([m for m in lan.messages if "đã ổn chưa" in m.text]) == 2
    await world.passes(hours=71)
    assert (await world.incident())["status"] == "wrapping_up"
    await lan.presses("Chưa ổn")
    assert (await world.incident())["status"] == "containing"


async def test_what_was_called_off_by_other_words_is_asked_once_more_and_then_closed(
    world, minh, lan
):
    await reports(lan)
    await solves(minh)
    await sends_photo(world, lan, "xem giúp")
    await world.passes(hours=73)
    assert (await world.incident())["status"] == "wrapping_up"
    assert len([m for m in lan.messages if "đã ổn chưa" in m.text]) == 3
    lan.sees("Nếu bạn không trả lời trước")
    await world.passes(hours=73)
    assert (await world.incident())["status"] == "closed"
    assert await waiting(world, "wrap-up") + await waiting(world, "ask-") == []


# Objections


async def test_the_first_objection_pages_and_a_second_one_is_for_the_leads(world, minh, tung, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await rejects(minh)
    await lan.presses("không đồng ý")
    lan.sees("Đội sẽ xem lại")
    world.group_sees("không đồng ý với kết luận")
    assert (await world.incident())["status"] == "received"
    await minh.presses("Tôi nhận")
    await rejects(minh)
    for _ in range(3):
        await lan.presses("không đồng ý")
    assert (await world.incident())["status"] == "not_incident"
    assert len([m for m in tung.messages if "lại đề nghị" in m.text]) == 1
    lan.sees("chỉ huy Đội")
    await tung.presses("Mở lại")
    assert (await world.incident())["status"] == "received"


async def test_what_ended_a_month_ago_is_reported_anew(world, minh, lan):
    await reports(lan)
    await solves(minh)
    await lan.presses("Đã ổn")
    again = lan.sees("đã đóng", with_button="Sự cố lại xảy ra")
    await world.passes(days=31)
    toast = await lan.presses("Sự cố lại xảy ra", on=again)
    assert "/report" in toast.text
    assert (await world.incident())["status"] == "closed"


async def test_many_edits_are_one_waiting_notice(world, minh, lan):
    sent = await lan.says("Trang bị hack")
    for button in ("Tiếng Việt", "Thay đổi giao diện", "Gửi ngay"):
        await lan.presses(button)
    await minh.presses("Tôi nhận")
    before = len(minh.messages)
    for number in range(40):
        world.playground.people.edit(lan.user, sent, f"Trang bị hack lần {number}")
    await world.settles()
    assert len(minh.messages) - before <= 3
    minh.sees("lần 39")


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


# Forms that events overtake


async def test_a_form_about_what_somebody_else_solved_ends_and_says_so(world, minh, tung, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await minh.says("/resolve SC-2026-0001")
    await minh.says("lộ mật khẩu")
    await solves_again(tung)
    minh.sees("SC-2026-0001", "đã bỏ")
    assert await open_forms(world) == []
    assert await waiting(world, "form-") == []


async def test_sending_what_may_no_longer_be_sent_ends_the_form(world, minh, tung, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await minh.says("/resolve SC-2026-0001")
    for words in ("lộ mật khẩu", "đã đổi", "1", "tự xử lý"):
        await minh.says(words)
    await world.member("Bình")
    await tung.says("/assign SC-2026-0001 Bình")
    await minh.presses("Gửi")
    assert await open_forms(world) == []
    assert (await world.incident())["status"] == "verifying"
    assert await waiting(world, "form-") == []


async def test_a_form_of_whoever_gives_an_incident_back_is_given_up(world, minh, ha, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await minh.says("/resolve SC-2026-0001")
    await minh.says("lộ mật khẩu")
    await minh.says("/incident SC-2026-0001")
    await minh.presses("Trả lại")
    assert await open_forms(world) == []


async def test_a_form_given_up_for_another_leaves_no_alarm_behind(world, minh, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await minh.says("/report")
    await minh.says("/resolve SC-2026-0001")
    rows = [row["id"] for row in await world.rows(forms) if row["state"] == "open"]
    alarms = [r for r in await world.rows(due_rows) if r["state"] == "waiting"]
    assert {r["subject_id"] for r in alarms if r["kind"].startswith("form-")} == set(rows)


async def test_every_question_on_the_end_of_an_incident_names_it(minh, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await minh.says("/resolve SC-2026-0001")
    for words in ("lộ mật khẩu", "đã đổi", "1", "khác", "VNPT"):
        assert "SC-2026-0001" in minh.messages[-1].text
        await minh.says(words)
    minh.sees("Xem lại rồi gửi", "SC-2026-0001")
    await minh.says("hủy")
    await minh.says("/reject SC-2026-0001")
    for words in ("trùng", "SC-2026-0009", "như trên"):
        assert "SC-2026-0001" in minh.messages[-1].text
        await minh.says(words)
    minh.sees("Xem lại rồi gửi", "SC-2026-0001")


async def test_solving_an_own_report_says_that_it_is_closed(world, minh):
    await world.receives(minh)
    await world.settles()
    await solves(minh)
    assert (await world.incident())["status"] == "closed"
    minh.sees("xử lý xong và đóng", "SC-2026-0001")


# Huy is a name


async def test_a_name_does_not_cancel_a_report(world, minh, lan):
    await lan.says("Trang bị thay hình")
    for button in ("Tiếng Việt", "Thay đổi giao diện"):
        await lan.presses(button)
    for words in ("Phường A", "vừa xong", "xong", "điện thoại", "Huy"):
        await lan.says(words)
    lan.sees("Xem lại", "Huy")
    await lan.says("huy")
    lan.sees("/cancel")
    await lan.says("Hủy")
    lan.sees("Đã hủy báo cáo")
