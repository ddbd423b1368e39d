"""What reporters do once they have reported: add, correct, ask, report again."""

import pytest

from storage.tables import agencies, incidents, people, systems
from tests.reporters import UNPAGED, edits, entries, forges, open_forms, reports, sends_photo

pytestmark = pytest.mark.usefixtures("minh")


async def test_an_edit_after_sending_keeps_both_versions(world, lan):
    sent = await lan.says("Trang chủ bị thay hình")
    await lan.presses("Tiếng Việt")
    await lan.presses("Thay đổi giao diện")
    await lan.presses("Gửi ngay")
    await edits(world, lan, sent, "Trang chủ phường B bị thay hình")
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
    await sends_photo(world, lan, "thêm ảnh")
    lan.sees("Đã thêm vào SC-2026-0001")
    assert len(await entries(world, "report-file")) == 1


async def test_a_picture_a_day_later_begins_a_new_report(world, lan):
    await reports(lan, kind=UNPAGED)
    await world.passes(hours=25)
    await sends_photo(world, lan, "ảnh khác")
    assert len(await open_forms(world)) == 1


async def test_words_soon_after_a_receipt_may_be_added_to_that_report(world, lan):
    await reports(lan)
    await lan.says("Bây giờ máy khác cũng bị")
    await lan.presses("Bổ sung cho SC-2026-0001")
    lan.sees("Đã thêm vào SC-2026-0001")
    assert [row["text"] for row in await entries(world, "report-more")] == [
        "Bây giờ máy khác cũng bị"
    ]
    assert await open_forms(world) == []


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
    assert (await forges(world, other, f"join:{incident['id']}")).alert
    assert await entries(world, "report-more") == []


async def test_the_sixth_report_in_an_hour_waits_and_is_not_lost(world, lan):
    await reports(lan, kind=UNPAGED)
    for number in range(2, 6):
        await lan.says(f"Sự cố khác số {number}")
        await lan.presses(UNPAGED)
        await lan.presses("Gửi ngay")
    await lan.says("Sự cố thứ sáu")
    await lan.presses(UNPAGED)
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


async def test_closing_an_incident_gives_up_a_report_half_told(world, minh, lan):
    await reports(lan)
    await minh.presses("nhận")
    await minh.says("Máy tôi cũng bị chậm")
    await minh.says("/resolve")
    minh.sees("đang làm dở trước đó đã bỏ", "Nguyên nhân là gì?")


async def test_a_duplicate_needs_the_code_of_another_incident(world, minh, lan):
    await reports(lan)
    await minh.presses("nhận")
    await minh.says("/reject")
    await minh.says("trùng")
    await minh.says("cái hôm qua")
    minh.sees("không phải mã sự cố")
    for words in ("SC-2026-0099", "Đã có người báo rồi", "gửi"):
        await minh.says(words)
    minh.sees("Không tìm thấy sự cố")
    assert (await world.incident())["status"] == "verifying"
