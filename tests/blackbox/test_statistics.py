"""`/stats` and `/loss` in the chat: what a lead gets, and who may not."""

import pytest

from storage.tables import incidents
from storage.watch_tables import papers
from tests.members import answer_to, solves, story
from tests.reporters import DEFACED


@pytest.fixture
async def lan(world):
    """A citizen who knows the bot."""
    return await world.member("Lan", "citizen")


async def reported(lan):
    await lan.says(DEFACED)
    await lan.presses("Thay đổi giao diện")
    await lan.presses("Gửi ngay")


async def test_a_lead_gets_text_picture_and_workbook_of_a_month(world, minh, tung, lan):
    await reported(lan)
    await solves(minh)
    said = await answer_to(tung, "/stats tháng này")
    assert "Đang tính số liệu tháng 9/2026" in said
    assert "Sự cố được báo: 1 (kỳ trước 0)" in said
    assert "Loại: Thay đổi giao diện (1)" in said
    assert "Người báo: người dân (1)" in said
    assert "Tin gọi trực: 1" in said
    assert "Biểu đồ tháng 9/2026" in said
    names = [row["name"] for row in await world.rows(papers)]
    assert names == ["thong-ke-2026-09-01-2026-09-02.png", "thong-ke-2026-09-01-2026-09-02.xlsx"]


async def test_an_empty_time_and_words_without_sense_are_answered_kindly(world, tung):
    assert "Không có sự cố nào được báo" in await answer_to(tung, "/thongke quý 1")
    assert "Tôi chưa hiểu kỳ “hôm kia”" in await answer_to(tung, "/stats hôm kia")
    assert "chưa có số liệu" in await answer_to(tung, "/stats 2031")
    assert not await world.rows(papers)


async def test_only_leads_see_figures_and_never_in_the_group(world, minh, tung, lan):
    refused = await answer_to(minh, "/stats")
    assert "Thống kê" not in refused
    assert refused
    await reported(lan)
    await tung.says_in_group("/stats")
    assert "Sự cố được báo: 1" in tung.sees("📊 Thống kê tháng 9/2026").text


async def test_mau_05_knows_what_was_lost_once_somebody_has_said_it(world, minh, ha, tung, lan):
    await reported(lan)
    await solves(minh)
    assert "thiệt hại" in minh.sees("/loss SC-2026-0001").text
    assert "đang phụ trách" not in await answer_to(minh, "/loss SC-2026-0001 nhiều lắm")
    await ha.says("/loss SC-2026-0001 5 triệu")
    await minh.says("/loss SC-2026-0001 1,5 tỷ")
    minh.sees("1.500.000.000 đồng")
    (row,) = await world.rows(incidents)
    assert row["loss"] == 1_500_000_000
    assert (await story(world)).count("loss") == 1
    assert "Mẫu 05, năm 2026" in await answer_to(tung, "/stats mẫu 05")
    for words in ("Đội ứng cứu", "Số 1 Trần Phú", "TV-0123", "bỏ qua"):
        await tung.says(words)
    said = await answer_to(tung, "gửi")
    assert "Số sự cố trong bảng: 1" in said
    assert "chưa có thiệt hại" not in said


async def test_no_loss_is_one_press_and_an_open_incident_has_none_yet(world, minh, lan):
    await reported(lan)
    await minh.presses("Tôi nhận")
    assert "chưa xử lý xong" in await answer_to(minh, "/loss SC-2026-0001 5 triệu")
    await minh.says("/resolve SC-2026-0001")
    for words in ("lộ mật khẩu quản trị", "Đã khôi phục", "1", "tự xử lý", "gửi"):
        await minh.says(words)
    await minh.presses("Không có thiệt hại")
    (row,) = await world.rows(incidents)
    assert row["loss"] == 0


async def test_a_report_is_made_for_signature_at_a_leads_word(world, tung):
    said = await answer_to(tung, "/stats báo cáo tháng 8")
    assert "Báo cáo tháng 8/2026 đã sẵn sàng để trình ký" in said
    (paper,) = await world.rows(papers)
    assert paper["name"] == "bao-cao-su-co-2026-08-01-2026-08-31.docx"
