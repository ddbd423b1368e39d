"""The report's dialogue as citizens and staff meet it, with every way off the straight road."""

import pytest

from storage.tables import due_rows, forms, incidents, people, timeline
from tests.reporters import (
    PICTURE,
    begins,
    edits,
    entries,
    forges,
    open_forms,
    reports,
    sends_photo,
)

pytestmark = pytest.mark.usefixtures("minh")
MARKED = "Độ: TUYỆT MẬT\nKế hoạch bảo vệ mạng nội bộ"


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
    assert await open_forms(world) == []


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
    assert await open_forms(world) == []
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
    await sends_photo(world, lan, "Màn hình đòi tiền")
    await lan.presses("Tiếng Việt")
    await lan.presses("Mã hóa")
    await lan.presses("Gửi ngay")
    assert (await world.incident())["summary"] == "Màn hình đòi tiền"
    assert [row["details"]["media"] for row in await entries(world, "report-file")] == ["photo"]


async def test_a_voice_message_is_taken_and_a_typed_line_asked_for(world, minh, lan):
    world.playground.people.send_voice(lan.user, world.bot, b"OggS")
    await world.settles()
    lan.sees("Đã nhận tin thoại", "gõ thêm một câu")
    await lan.presses("Tiếng Việt")
    await lan.presses("Mã hóa")
    await lan.presses("Gửi ngay")
    minh.sees("SC-2026-0001", "🎤 ghi âm")


async def test_an_album_is_one_answer(world, lan):
    world.playground.people.send_album(lan.user, world.bot, [PICTURE] * 3)
    await world.settles()
    asked = [m for m in lan.messages if "Không gửi bí mật nhà nước" in m.text]
    assert len(asked) == 1
    await lan.presses("Tiếng Việt")
    await lan.presses("Mã hóa")
    await lan.presses("Gửi ngay")
    assert len(await entries(world, "report-file")) == 3


async def test_an_edit_of_an_answer_changes_it(world, lan):
    sent = await lan.says("Trang chủ bị thay hình")
    await edits(world, lan, sent, "Trang chủ phường B bị thay hình")
    await lan.presses("Tiếng Việt")
    await lan.presses("Thay đổi giao diện")
    await lan.presses("Gửi ngay")
    assert (await world.incident())["summary"] == "Trang chủ phường B bị thay hình"


async def test_a_report_begun_twice_is_one(world, lan):
    await begins(lan)
    await lan.says("/report cả máy thứ hai")
    lan.sees("Đã ghi thêm", "Ở đâu?")
    assert len(await world.rows(forms)) == 1


async def test_a_form_of_somebody_else_cannot_be_pressed(world, lan):
    await begins(lan)
    form = (await open_forms(world))[0]
    stranger = await world.citizen("Cường")
    await stranger.says("Xin chào")
    assert (await forges(world, stranger, f"form:{form['id']}:where:-urgent")).alert
    assert await world.rows(incidents) == []
