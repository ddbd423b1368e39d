"""The team's side of a campaign: a dialogue, a second person, the board, agency by agency."""

import pytest

from storage.campaign_tables import assignments, campaigns
from tests.blackbox.test_watch_files import sends
from tests.campaigns import NAME, a_province
from tests.members import answer_to

QUESTIONS = """Số máy đã rà quét: số trên tổng số
Có phát hiện mã độc không: có/không
Biên bản: tệp (không bắt buộc)"""

ASKED = """Ai làm: chọn tự làm, thuê ngoài
Có mã độc không: có/không
> Số máy nhiễm: số
> Số máy đã xử lý / số máy nhiễm: số"""


@pytest.fixture
async def province(world):
    return await a_province(world)


async def test_a_campaign_is_told_in_a_dialogue_and_opened_by_a_second_person(world, province):
    tung, binh = province.tung, province.binh
    await tung.says("/campaign new")
    for words in (NAME, "Rà quét mọi máy.", "Công văn 12/UBND", "tất cả", "trước 25/9"):
        await tung.says(words)
    assert "phải từ hạn của cơ quan (24/09/2026)" in await answer_to(tung, "20/9")
    await tung.says("30/9")
    assert "Dòng 1 chưa rõ kiểu trả lời" in await answer_to(tung, "Bao nhiêu máy?")
    await tung.says(QUESTIONS)
    await tung.says("Biên bản có chữ ký")
    await tung.says("bỏ qua")
    tung.sees("Đợt yêu cầu mới", NAME, "Tất cả cơ quan", "Công văn 12/UBND")
    await tung.says("gửi")
    tung.sees(
        "Minh chứng: Biên bản có chữ ký",
        "3 cơ quan, 3 việc",
        "1 cơ quan chưa có đầu mối",
        with_button="Trình duyệt",
    )
    await tung.presses("Trình duyệt")
    binh.sees("Tùng trình một đợt yêu cầu", NAME)
    assert "phải một người khác duyệt" in (await tung.presses("Duyệt và gửi")).text
    province.lan.does_not_see(NAME)
    await binh.presses("Xem đợt")
    await binh.presses("Duyệt và gửi")
    province.lan.sees(NAME, "hết Thứ Năm 24/09", "trả lời 3 câu hỏi", with_button="Đã xong")
    world.group_sees("📊", NAME, "0/3 đã nộp", "1 cơ quan chưa có người nhận tin: Phường 5")


async def test_a_draft_is_changed_taken_back_and_called_off(world, province):
    tung, binh = province.tung, province.binh
    await tung.says("/campaign new")
    for words in (NAME, "bỏ qua", "bỏ qua", "SYT, giao duc", "24/9", "bỏ qua", "không hỏi"):
        await tung.says(words)
    for words in ("bỏ qua", "bỏ qua", "gửi"):
        await tung.says(words)
    tung.sees("Gửi đến: Sở Giáo dục, Sở Y tế", "2 cơ quan, 2 việc", "Không có câu hỏi")
    await tung.presses("Sửa")
    await tung.says("Gửi ai")
    assert "Không có cơ quan nào khớp" in await answer_to(tung, "Sở Thuế")
    await tung.says("phường")
    tung.sees("Gửi đến: cơ quan loại phường", "1 cơ quan, 1 việc")
    await tung.says("/campaign trinh DY-2026-0001")
    assert "không còn là bản nháp" in await answer_to(tung, "/campaign sua DY-2026-0001")
    await binh.says("/campaign laylai DY-2026-0001")
    await tung.says("/campaign huy DY-2026-0001")
    tung.sees("Chưa cơ quan nào được báo gì")
    await tung.presses("Đúng, hủy")
    assert (await world.rows(campaigns))[0]["state"] == "cancelled"


async def test_the_board_in_the_group_follows_in_place(world, province):
    await province.opens(questions=())
    board = world.group_sees("📊", NAME, "0/3")
    await province.lan.presses("Đã xong")
    await province.lan.says("gửi")
    await world.passes(seconds=10)
    assert world.group_sees("📊", NAME).id == board.id
    world.group_sees("33 %", "1/3 đã nộp", "1. sở: 1/2", "2. phường: 0/1")
    await world.passes(days=24)
    world.group_sees("Quá hạn 2:", "Phường 5")


async def test_leads_go_through_it_agency_by_agency(world, province):
    await province.opens(questions=())
    for human in (province.lan, province.nam):
        await human.presses("Đã xong")
        await human.says("gửi")
    tung = province.tung
    await tung.says("/campaigns")
    tung.sees("Các đợt yêu cầu: 1", NAME, "2/3")
    await tung.presses(NAME)
    await tung.presses("Chờ Đội duyệt (2)")
    tung.sees("Chờ Đội duyệt: 2", "Sở Y tế", "Sở Giáo dục")
    await tung.presses("Sở Giáo dục")
    await tung.presses("Duyệt")
    province.nam.sees("Đội đã duyệt")
    assert "Chưa nộp: 1" in await answer_to(tung, "/campaign coquan DY-2026-0001 chưa nộp")
    assert "việc №1" in await answer_to(tung, "/campaign xem DY-2026-0001 y te")
    await tung.says("/campaign duyethetluon DY-2026-0001")
    province.lan.sees("Đội đã duyệt kết quả của bạn", NAME)
    assert [row["state"] for row in await world.rows(assignments)].count("accepted") == 2
    await tung.says("/campaign close DY-2026-0001")
    await tung.presses("Đúng, đóng")
    assert (await world.rows(campaigns))[0]["state"] == "closed"
    await tung.presses("Làm lại cho năm sau")
    tung.sees(NAME, "DY-2026-0002", "hết Thứ Sáu 24/09/2027", with_button="Trình duyệt")


async def test_the_plan_of_twelve_months_is_shown_month_by_month(world, province):
    said = await answer_to(province.tung, "/campaigns plan")
    assert "Kế hoạch 12 tháng tới" in said
    assert "/campaigns open" in said
    assert "· trang 2/" in await answer_to(province.tung, "/campaigns plan trang 2")


async def test_the_second_person_can_open_the_order_and_sees_what_can_be_chosen(world, province):
    tung, binh = province.tung, province.binh
    await tung.says("/campaign new")
    for words in (NAME, "bỏ qua"):
        await tung.says(words)
    await sends(world, tung, b"%PDF", "CV-12.pdf")
    for words in ("tất cả", "24/9", "27/9", ASKED, "bỏ qua", "UBND tỉnh", "gửi"):
        await tung.says(words)
    await tung.presses("Trình duyệt")
    await binh.presses("Xem đợt")
    binh.sees("Văn bản: CV-12.pdf", "Ai làm (chọn: tự làm, thuê ngoài)", "27/09 (⚠ ngày nghỉ")
    binh.sees(
        "Nơi nhận báo cáo: UBND tỉnh",
        "Số máy nhiễm (số, chỉ hỏi khi “Có mã độc không” trả lời có)",
        "Số máy đã xử lý (số, không quá “Số máy nhiễm”, chỉ hỏi khi",
    )
    await binh.presses("Văn bản")
    assert binh.messages[-1].kind == "document"
