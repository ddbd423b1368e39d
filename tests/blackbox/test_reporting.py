"""The report's dialogue as citizens and staff meet it, with every way off the straight road."""

import pytest

from storage.tables import agencies, due_rows, forms, incidents, people, systems, timeline

pytestmark = [
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
    pytest.mark.usefixtures("minh"),
]

PICTURE = b"\x89PNG a screen that asks for money"
MARKED = "Độ: TUYỆT MẬT\nKế hoạch bảo vệ mạng nội bộ"


async def begins(human, words="Trang chủ phường A bị thay hình lạ", kind="Thay đổi giao diện"):
    """Come as far as the question where it happened."""
    await human.says(words)
    await human.presses("Tiếng Việt")
    await human.presses(kind)
    human.sees("Ở đâu?")


async def reports(human, **told):
    """Send a report by the short cut and return its receipt."""
    await begins(human, **told)
    await human.presses("Gửi ngay")
    return human.sees("SC-2026-")


async def entries(world, kind):
    return [row for row in await world.rows(timeline) if row["kind"] == kind]


async def open_form(world):
    return [row for row in await world.rows(forms) if row["state"] == "open"]


def people_of(world):
    return world.playground.people


async def test_a_whole_report_is_told_question_by_question(world, lan):
    await begins(lan)
    await lan.says("Phường A")
    await lan.presses("Hôm qua")
    await lan.says("https://phuong-a.example.vn")
    await lan.presses("Vậy là đủ")
    await lan.says("0912 345 678")
    lan.sees("Xem lại", "Phường A", "Hôm qua", "0912 345 678", with_button="Gửi")
    await lan.presses("Gửi")
    found = await world.incident()
    assert (found["kind"], found["place"], found["noticed"], found["contact"]) == (
        "defacement",
        "Phường A",
        "01/09/2026",
        "0912 345 678",
    )
    assert [row["text"] for row in await entries(world, "report-more")] == [
        "https://phuong-a.example.vn"
    ]
    assert await open_form(world) == []


async def test_the_first_message_is_never_asked_for_again(lan):
    await begins(lan)
    lan.does_not_see("Bạn thấy gì?")


async def test_a_greeting_is_no_report_but_begins_one(lan):
    await lan.says("Xin chào")
    lan.sees("Chào bạn", "Không gửi bí mật nhà nước")
    await lan.presses("Tiếng Việt")
    await lan.presses("virus")
    lan.sees("Bạn thấy gì?")


async def test_the_notice_is_shown_once_in_a_lifetime(world, lan):
    await reports(lan)
    stored = next(row for row in await world.rows(people) if row["name"] == "Lan")
    assert stored["privacy_at"] is not None
    before = len(lan.messages)
    await lan.says("/report")
    assert not [m for m in lan.messages[before:] if "bí mật nhà nước" in m.text]


async def test_the_notice_lets_the_person_choose_english(lan):
    await lan.says("My computer shows a ransom note")
    await lan.presses("English")
    lan.sees("What has happened?", with_button="Ransomware")


async def test_everything_may_be_typed(world, lan):
    for words in ("/baocao may chu bi ma hoa", "dong y", "ma hoa du lieu", "Sở Y tế", "2"):
        await lan.says(words)
    for words in ("xong", "an danh", "gui"):
        await lan.says(words)
    found = await world.incident()
    assert (found["kind"], found["place"], found["anonymous"]) == ("ransomware", "Sở Y tế", True)


async def test_an_anonymous_reporter_is_told_but_not_named(minh, lan):
    await begins(lan)
    for words in ("bỏ qua", "bỏ qua", "xong", "ẩn danh", "gửi"):
        await lan.says(words)
    lan.sees("SC-2026-0001")
    assert not [m for m in minh.messages if "Lan" in m.text]


async def test_back_skip_and_change_lose_nothing(lan):
    await begins(lan)
    await lan.says("Phường A")
    await lan.presses("Quay lại")
    lan.sees("Ở đâu?", "Đang ghi: Phường A")
    await lan.presses("Giữ nguyên")
    await lan.presses("Bỏ qua")
    for words in ("xong", "ẩn danh", "sửa", "nơi", "Phường B"):
        await lan.says(words)
    lan.sees("Xem lại", "Phường B")


async def test_a_cancelled_report_leaves_nothing(world, lan):
    await begins(lan)
    await lan.says("/cancel")
    lan.sees("Đã hủy báo cáo")
    assert await world.rows(incidents) == []
    assert (await world.rows(forms))[-1]["answers"] == {}
    await lan.says("/huy")
    lan.sees("không có việc nào đang làm dở")


async def test_a_button_of_a_sent_report_says_that_it_is_over(world, lan):
    await begins(lan)
    asked = lan.sees("Ở đâu?")
    await lan.presses("Gửi ngay")
    toast = await lan.presses("Gửi ngay", on=asked)
    assert "đã gửi" in toast.text
    assert len(await world.rows(incidents)) == 1


async def test_a_half_finished_report_goes_on_after_a_restart(world, lan):
    await begins(lan)
    await world.restarts()
    await lan.says("Phường A")
    lan.sees("phát hiện lúc nào")


async def test_silence_is_reminded_once_and_forgotten_after_a_day(world, lan):
    await begins(lan)
    await world.passes(minutes=16)
    lan.sees("chưa gửi đi", "Ở đâu?")
    await world.passes(hours=5)
    assert len([m for m in lan.messages if "chưa gửi đi" in m.text]) == 1
    await world.passes(hours=19)
    lan.sees("quá 24 giờ", with_button="Báo sự cố mới")
    assert await open_form(world) == []
    assert (await world.rows(forms))[-1]["answers"] == {}


async def test_an_answered_question_starts_the_patience_anew(world, lan):
    await begins(lan)
    await world.passes(minutes=14)
    await lan.says("Phường A")
    await world.passes(minutes=14)
    lan.does_not_see("chưa gửi đi")


async def test_a_sent_report_is_neither_reminded_nor_expired(world, lan):
    await reports(lan)
    waiting = [row["kind"] for row in await world.rows(due_rows) if row["state"] == "waiting"]
    assert not [kind for kind in waiting if kind.startswith("form-")]


async def test_a_password_is_masked_before_it_is_kept(world, lan):
    await begins(lan, words="Email bị chiếm, mật khẩu: Hue@2026xyz")
    lan.sees("đã che mật khẩu")
    await lan.presses("Gửi ngay")
    assert "Hue@2026xyz" not in repr(await world.rows(incidents))
    assert "Hue@2026xyz" not in repr(await world.rows(timeline))


async def test_a_marked_message_is_never_stored_and_yes_erases_everything(world, lan):
    await begins(lan)
    await lan.says(MARKED)
    asked = lan.sees("bí mật nhà nước không?", with_button="Có, chứa")
    assert MARKED in asked.reply_to.text
    assert "Kế hoạch bảo vệ" not in repr(await world.rows(forms))
    await lan.presses("Có, chứa")
    lan.sees("đã xóa toàn bộ", "Xóa tin nhắn đó")
    assert await world.rows(forms) == []
    assert await world.rows(incidents) == []


async def test_no_takes_the_words_from_the_message_that_was_asked_about(world, lan):
    await begins(lan)
    await lan.says(MARKED)
    await lan.presses("Không", on=lan.sees("bí mật nhà nước không?"))
    lan.sees("phát hiện lúc nào")
    await lan.presses("Gửi ngay")
    assert "Kế hoạch bảo vệ" in (await world.incident())["place"]


async def test_a_typed_no_asks_for_the_message_again_and_does_not_ask_twice(lan):
    await begins(lan)
    await lan.says(MARKED)
    await lan.says("không")
    lan.sees("gửi lại", "Ở đâu?")
    await lan.says(MARKED)
    lan.sees("phát hiện lúc nào")


async def test_nothing_is_taken_while_the_marking_is_in_question(world, lan):
    await lan.says(MARKED)
    await lan.says("Đây là trang thứ hai của văn bản đó")
    assert "trang thứ hai" not in repr(await world.rows(forms))
    await lan.says("có")
    assert await world.rows(forms) == []


async def test_a_first_message_with_a_marking_may_still_become_a_report(world, lan):
    await lan.says(MARKED)
    await lan.presses("Không", on=lan.sees("bí mật nhà nước không?"))
    await lan.presses("Tiếng Việt")
    await lan.presses("Mã hóa")
    await lan.presses("Gửi ngay")
    assert "Kế hoạch bảo vệ" in (await world.incident())["summary"]


async def test_pictures_voice_and_files_are_kept_with_the_report(world, lan):
    people_of(world).send_photo(lan.user, world.bot, PICTURE, "Màn hình đòi tiền")
    await world.settles()
    await lan.presses("Tiếng Việt")
    await lan.presses("Mã hóa")
    await lan.presses("Gửi ngay")
    assert (await world.incident())["summary"] == "Màn hình đòi tiền"
    assert [row["details"]["media"] for row in await entries(world, "report-file")] == ["photo"]


async def test_an_album_is_one_answer(world, lan):
    people_of(world).send_album(lan.user, world.bot, [PICTURE] * 3)
    await world.settles()
    asked = [m for m in lan.messages if "Không gửi bí mật nhà nước" in m.text]
    assert len(asked) == 1
    await lan.presses("Tiếng Việt")
    await lan.presses("Mã hóa")
    await lan.presses("Gửi ngay")
    assert len(await entries(world, "report-file")) == 3


async def test_an_edit_of_an_answer_changes_it(world, lan):
    sent = await lan.says("Trang chủ bị thay hình")
    people_of(world).edit(lan.user, sent, "Trang chủ phường B bị thay hình")
    await world.settles()
    await lan.presses("Tiếng Việt")
    await lan.presses("Thay đổi giao diện")
    await lan.presses("Gửi ngay")
    assert (await world.incident())["summary"] == "Trang chủ phường B bị thay hình"


async def test_an_edit_after_sending_keeps_both_versions(world, lan):
    sent = await lan.says("Trang chủ bị thay hình")
    await lan.presses("Tiếng Việt")
    await lan.presses("Thay đổi giao diện")
    await lan.presses("Gửi ngay")
    people_of(world).edit(lan.user, sent, "Trang chủ phường B bị thay hình")
    await world.settles()
    edited = (await entries(world, "report-edited"))[0]
    assert edited["text"] == "Trang chủ phường B bị thay hình"
    assert edited["details"]["before"] == "Trang chủ bị thay hình"
    lan.sees("lời cũ và lời mới")


async def test_a_reply_to_the_receipt_joins_the_report(world, minh, lan):
    receipt = await reports(lan)
    await minh.presses("nhận")
    await lan.says("Giờ cả trang con cũng bị", reply_to=receipt)
    lan.sees("Đã thêm vào SC-2026-0001")
    minh.sees("SC-2026-0001", "Giờ cả trang con cũng bị")
    assert len(await world.rows(incidents)) == 1


async def test_a_picture_after_the_receipt_joins_without_a_reply(world, lan):
    await reports(lan)
    people_of(world).send_photo(lan.user, world.bot, PICTURE, "thêm ảnh")
    await world.settles()
    lan.sees("Đã thêm vào SC-2026-0001")
    assert len(await entries(world, "report-file")) == 1


async def test_a_picture_two_days_later_begins_a_new_report(world, minh, lan):
    await reports(lan)
    await minh.presses("nhận")
    await world.passes(hours=25)
    people_of(world).send_photo(lan.user, world.bot, PICTURE, "ảnh khác")
    await world.settles()
    assert len(await open_form(world)) == 1


async def test_words_soon_after_a_receipt_may_be_added_to_that_report(world, lan):
    await reports(lan)
    await lan.says("Bây giờ máy khác cũng bị")
    await lan.presses("Bổ sung cho SC-2026-0001")
    lan.sees("Đã thêm vào SC-2026-0001")
    assert [row["text"] for row in await entries(world, "report-more")] == [
        "Bây giờ máy khác cũng bị"
    ]
    assert await open_form(world) == []


async def test_a_report_that_has_ended_takes_nothing_more(world, minh, lan):
    receipt = await reports(lan)
    await minh.presses("nhận")
    await minh.says("/reject")
    for words in ("không phải sự cố", "Chỉ là ảnh quảng cáo của phường", "gửi"):
        await minh.says(words)
    assert (await world.incident())["status"] == "not_incident"
    await lan.says("Thế còn cái này?", reply_to=receipt)
    lan.sees("đã kết thúc nên không bổ sung được")


async def test_nobody_joins_somebody_elses_report(world, lan):
    await reports(lan)
    other = await world.citizen("Cường")
    await other.says("Xin chào")
    incident = await world.incident()
    query = people_of(world).press(
        other.user, other.messages[-1], f"join:{incident['id']}", forged=True
    )
    await world.settles()
    assert people_of(world).toast(query).alert
    assert await entries(world, "report-more") == []


async def test_the_sixth_report_in_an_hour_waits_and_is_not_lost(world, lan):
    await reports(lan)
    for number in range(2, 6):
        await lan.says(f"Sự cố khác số {number}")
        await lan.presses("Thay đổi giao diện")
        await lan.presses("Gửi ngay")
    await lan.says("Sự cố thứ sáu")
    await lan.presses("Thay đổi giao diện")
    toast = await lan.presses("Gửi ngay")
    assert "156" in toast.text
    assert len(await world.rows(incidents)) == 5
    await world.passes(hours=1)
    await lan.presses("Gửi ngay")
    assert len(await world.rows(incidents)) == 6


async def test_staff_choose_a_system_of_their_agency(world):
    hoa = await world.member("Hoa", "staff")
    async with world.app.database.begin() as tx:
        agency_id = await tx.add(agencies, code="SYT", name="Sở Y tế", kind="so")
        await tx.add(systems, code="HIS", name="Quản lý bệnh viện", agency_id=agency_id)
        await tx.run(people.update().where(people.c.name == "Hoa").values(agency_id=agency_id))
    await hoa.says("Máy chủ bệnh viện không mở được tệp")
    await hoa.presses("Mã hóa")
    await hoa.presses("Quản lý bệnh viện")
    await hoa.presses("Gửi ngay")
    found = await world.incident()
    assert (found["agency_id"], found["system_id"]) == (agency_id, 1)


async def test_status_tells_where_every_report_stands(minh, lan):
    await lan.says("/status")
    lan.sees("chưa báo sự cố nào", with_button="Báo sự cố mới")
    await lan.presses("Báo sự cố mới")
    await lan.presses("Tiếng Việt")
    await lan.presses("Thay đổi giao diện")
    await lan.says("Trang chủ bị thay hình")
    await lan.presses("Gửi ngay")
    await minh.presses("nhận")
    await lan.says("/trangthai")
    lan.sees("SC-2026-0001", "Có người nhận, đang xác minh")


async def test_a_form_of_somebody_else_cannot_be_pressed(world, lan):
    await begins(lan)
    form = (await open_form(world))[0]
    stranger = await world.citizen("Cường")
    await stranger.says("Xin chào")
    query = people_of(world).press(
        stranger.user, stranger.messages[-1], f"form:{form['id']}:where:-urgent", forged=True
    )
    await world.settles()
    assert people_of(world).toast(query).alert
    assert await world.rows(incidents) == []
