"""Form 05 in chat: about a period, for leads, given out again, entered as sent."""

from bot.domain.outside import INTERNAL
from storage.form_tables import case_papers
from tests.case_papers import (  # noqa: F401 fixtures are asked for by name
    CODE,
    case_taken,
    fills,
    made,
)
from tests.members import answer_to
from tests.reporters import forges


async def test_form_05_is_about_a_period_and_for_leads(taken, minh, tung):
    assert "chỉ huy Đội" in await answer_to(minh, "/form 05")
    assert "chỉ huy Đội" in await answer_to(minh, f"/form {CODE} 05")
    said = await answer_to(minh, f"/form {CODE} 99")
    assert "Có: 03, 04, thông báo" in said
    half = "formperiod:half.2026-01-01.2026-06-30:05"
    assert "chỉ huy Đội" in (await forges(taken, minh, half)).text
    assert "Nút này" in (await forges(taken, tung, "formperiod:half.2026-06-30:05")).text
    assert await taken.rows(case_papers) == []


async def test_form_05_is_asked_made_given_again_and_entered_as_sent(taken, tung):
    world = taken
    await tung.says("/form 05 2026")
    tung.sees("Mẫu 05, năm 2026", "Tên tổ chức báo cáo", "Câu 1/6")
    await fills(tung, "Đội ứng cứu", "Số 1 Trần Phú", "TV-0123", "Không có", "bỏ qua")
    await tung.says("Đề nghị tập huấn, máy 10.0.0.9")
    await tung.presses("Gửi")
    files = [m.content["document"]["file_name"] for m in tung.messages if m.kind == "document"]
    name = "mau-05-2026-01-01-2026-09-02"
    assert files == [f"{name}-ban-1.docx", f"{name}.xlsx"]
    said = tung.sees("Việc tiếp theo", "[TBSC] Báo cáo tổng hợp sự cố năm 2026").text
    assert "Số sự cố trong bảng: 1" in said
    assert "Các tổ chức nước ngoài đã hỗ trợ" in said
    row, words = await made(world)
    assert f"Đề nghị tập huấn, máy {INTERNAL}" in words
    assert "TV-0123" in words
    assert (row["incident_id"], row["version"], len(row["sha256"])) == (None, 1, 64)
    await tung.presses("Đã gửi")
    await fills(tung, "01:30", "thư điện tử", "15/BC-ĐƯCSC", "đã xác nhận", "gửi")
    tung.sees("Đã ghi: Mẫu 05: Báo cáo tổng hợp sự cố gửi lúc")
    await tung.says("/stats mau05 2026")
    tung.sees("Mẫu 05 · năm 2026", "✅ đã gửi 01:30", "số 15/BC-ĐƯCSC", with_button="Bản 1")
    await tung.presses("Mẫu 05")
    tung.sees("Xem lại rồi gửi để lập văn bản", "TV-0123")
    await tung.says("gửi")
    assert [row["version"] for row in await world.rows(case_papers)] == [1, 2]


async def test_the_figures_of_a_year_lead_to_form_05_and_what_is_open_can_be_filled_in(taken, tung):
    await tung.says("/stats 2026")
    await tung.presses("Lập Mẫu 05")
    await fills(tung, *("bỏ qua",) * 6, "gửi")
    await tung.presses("Điền ô còn trống")
    tung.sees("Mẫu 05, năm 2026: các ô còn trống")
    await fills(tung, "0912 345 678", "gửi ngay")
    assert [row["version"] for row in await taken.rows(case_papers)] == [1, 2]
    await tung.says("/form 05 6 tháng đầu năm đủ")
    tung.sees("Mẫu 05, 6 tháng đầu năm 2026: các ô còn trống")
