"""Ends that need a second word, and what is opened again after its end."""

import pytest

from storage.tables import due_rows, outbox, people, timeline
from tests.reporters import UNPAGED, edits, entries, forges, reports

CODE = "SC-2026-0001"
REFER, YES, KEEP = "Đã chuyển công an", "Đúng, đã chuyển", "giữ nguyên"


async def status(world):
    return (await world.incident())["status"]


async def rejects(member):
    await member.says(f"/reject {CODE}")
    for words in ("không phải sự cố", "Chỉ là ảnh quảng cáo", "gửi"):
        await member.says(words)


async def solves(member):
    await member.says(f"/resolve {CODE}")
    for words in ("lộ mật khẩu quản trị", "Đã khôi phục", "1", "tự xử lý", "gửi"):
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


# Opened again by a lead


async def test_a_lead_reopens_what_was_rejected_and_somebody_is_called(world, minh, tung, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await rejects(minh)
    await world.passes(days=40)
    await world.on_duty(minh)
    await tung.says(f"/reopen {CODE} có thêm nạn nhân ở phường 5")
    assert await status(world) == "received"
    tung.sees("Đã mở lại", CODE, "đang gọi người nhận")
    tung.does_not_see("Muốn ghi lý do")
    world.group_sees("Tùng mở lại SC-2026-0001")
    lan.sees("Đội đã mở lại báo cáo", CODE)
    minh.sees("Trang chủ phường A", with_button="Tôi nhận")
    world.group_sees(CODE, "có thêm nạn nhân ở phường 5", with_button="Nhận")
    await tung.says(f"/incident {CODE}")
    tung.sees("Nhật ký", "Tùng mở lại", "có thêm nạn nhân ở phường 5")


async def test_without_a_reason_it_is_opened_too_and_the_lead_learns_where_to_write_one(
    world, minh, tung, lan
):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await solves(minh)
    await lan.presses("Đã ổn")
    await tung.says(f"/molai {CODE}")
    found = await world.incident()
    assert (found["status"], found["owner_id"]) == ("containing", minh.person_id)
    tung.sees("Người phụ trách tiếp tục", f"/note {CODE}")
    minh.sees(CODE, "Tùng mở lại sự cố này")
    assert await entries(world, "note") == []
    await world.passes(minutes=60, seconds=5)
    minh.sees("còn đang xử lý")


async def test_what_waits_for_the_reporters_word_is_opened_too_and_not_closed_by_itself(
    world, minh, tung, lan
):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await solves(minh)
    card = world.group_sees(CODE, with_button="Chi tiết")
    await tung.says_in_group("/reopen trang vẫn còn mã lạ", reply_to=card)
    assert await status(world) == "containing"
    alarms = [row["kind"] for row in await world.rows(due_rows) if row["state"] == "waiting"]
    assert "wrap-up" not in alarms
    assert [row["text"] for row in await entries(world, "note")] == ["trang vẫn còn mã lạ"]


async def test_what_nobody_is_paged_for_goes_back_to_the_queue(world, minh, tung, lan, fraud):
    await rejects(tung)
    await tung.says(f"/reopen {CODE}")
    assert await status(world) == "queued"
    tung.sees("Đã mở lại", "giờ hành chính")
    await minh.presses(REFER, on=world.group_sees(CODE, with_button=REFER))
    minh.sees(CODE, with_button=YES)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (f"/reopen {CODE}", "vẫn đang được xử lý"),
        ("/reopen SC-2026-0077 nhầm", "Không tìm thấy"),
        ("/reopen SC-2026 nhầm", "Không tìm thấy"),
        ("/reopen", "sự cố nào"),
        ("/reopen kết luận nhầm", "sự cố nào"),
    ],
)
async def test_what_cannot_be_opened_again_is_refused_with_its_reason(
    world, minh, tung, lan, words, answer
):
    await reports(lan)
    before = await world.rows(timeline)
    await tung.says(words)
    tung.sees(answer)
    assert await world.rows(timeline) == before


async def test_only_leads_reopen(world, minh, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await rejects(minh)
    for human in (minh, lan):
        await human.says(f"/reopen {CODE} thử")
        human.sees("chỉ dành cho")
    assert await status(world) == "not_incident"


async def test_a_secret_in_the_reason_is_masked_and_a_marked_reason_opens_nothing(
    world, minh, tung, lan
):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await rejects(minh)
    await tung.says(f"/reopen {CODE} Độ: TUYỆT MẬT kế hoạch")
    tung.sees("dấu hiệu độ mật")
    assert await status(world) == "not_incident"
    await tung.says(f"/reopen {CODE} mật khẩu: Hue@2026xyz")
    tung.sees("đã che mật khẩu")
    assert await status(world) == "received"
    assert "Hue@2026xyz" not in repr(await world.rows(timeline))


async def test_an_edited_reason_is_kept_beside_the_old_one(world, minh, tung, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await rejects(minh)
    sent = await tung.says(f"/reopen {CODE} phường 5 cũng bị")
    await edits(world, tung, sent, f"/reopen {CODE} phường 6 cũng bị")
    (edited,) = await entries(world, "note-edited")
    assert (edited["text"], edited["details"]["before"]) == ("phường 6 cũng bị", "phường 5 cũng bị")


async def test_a_lead_who_presses_for_the_reporter_is_named_and_not_said_to_be_the_reporter(
    world, minh, tung, lan
):
    await reports(lan)
    await minh.presses("Tôi nhận")
    for _ in range(2):
        await rejects(minh)
        await lan.presses("không đồng ý")
        if await status(world) == "received":
            await minh.presses("Tôi nhận")
    await tung.presses("Mở lại")
    world.group_sees("Tùng mở lại")
    lan.sees("Đội đã mở lại báo cáo")


# Nobody is named who wished not to be


async def test_an_anonymous_reporters_objections_name_nobody(world, minh, tung):
    secret = await world.citizen("Nguyễn Thị Bí Mật")
    await secret.says("Trưởng phòng dùng máy cơ quan đào tiền ảo")
    await secret.presses("Tiếng Việt")
    await secret.presses("Mã độc")
    for button in ("Bỏ qua", "Vừa", "Vậy là đủ", "Ẩn danh", "Gửi"):
        await secret.presses(button)
    for _ in range(2):
        await rejects(tung)
        await secret.presses("không đồng ý")
    await tung.says(f"/incident {CODE}")
    tung.sees("Nhật ký", "Người báo không đồng ý", "Người báo lại đề nghị mở lại")
    said = [m.text for human in (minh, tung) for m in human.messages] + [
        m.text for m in world.in_group()
    ]
    assert not [text for text in said if "Bí Mật" in (text or "")]


async def test_nothing_is_said_to_a_reporter_who_was_blocked(world, minh, tung, lan):
    await reports(lan)
    await minh.presses("Tôi nhận")
    await rejects(minh)
    await tung.says(f"/block {CODE}")
    before = len(lan.messages)
    await tung.says(f"/reopen {CODE}")
    assert await status(world) == "received"
    assert len(lan.messages) == before
    assert [row["blocked"] for row in await world.rows(people) if row["name"] == "Lan"] == [True]
    assert not [row for row in await world.rows(outbox) if row["state"] == "dead"]
