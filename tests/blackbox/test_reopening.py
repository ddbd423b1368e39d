"""What has ended is opened again, by a lead or a reporter who objects, and somebody is called."""

import pytest

from storage.tables import due_rows, outbox, people, timeline
from tests.reporters import UNPAGED, edits, entries, reports

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
