"""A roster for a draft from a file: all of it is right, or every bad line is named."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from bot.domain.watch import WatchState
from storage.watch_tables import watches
from tests.drafts import NAME, a_draft, is_filled, of_watches, who_stands
from tests.reporters import open_forms

DAY, NIGHT = "2026-09-10T07:30,2026-09-10T19:30", "2026-09-10T19:30,2026-09-11T07:30"
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//a team//EN
BEGIN:VEVENT
UID:1@team
DTSTAMP:20260901T000000Z
DTSTART;TZID=Asia/Ho_Chi_Minh:20260910T073000
DTEND;TZID=Asia/Ho_Chi_Minh:20260910T193000
SUMMARY:Trực ban: Minh
END:VEVENT
BEGIN:VEVENT
UID:2@team
DTSTAMP:20260901T000000Z
DTSTART:20260910T123000Z
DTEND:20260911T003000Z
SUMMARY:Trực dự phòng
ATTENDEE;CN=Hà:mailto:ha@example.org
END:VEVENT
END:VCALENDAR
"""


async def sends(world, human, content: bytes | str, name: str, caption: str = "") -> None:
    """Send a file to the bot in private."""
    written = content if isinstance(content, bytes) else content.encode()
    world.playground.people.send_document(human.user, world.bot, written, caption, name)
    await world.settles()


@pytest.fixture
async def draft(world):
    return await a_draft(world)


@pytest.fixture
def both(draft, minh, ha):
    """Who stands on the first day when a file was taken."""
    return [("10/09 07:30", "primary", minh.person_id), ("10/09 19:30", "backup", ha.person_id)]


async def test_a_file_is_asked_for_and_fills_the_draft(world, tung, minh, ha, both):
    await tung.says("/watch 1")
    await tung.presses("Từ tệp")
    tung.sees("Gửi tệp lịch trực vào đây")
    account = minh.user.id
    text = f"start,end,post,telegram_id\n{DAY},primary,{account}\n{NIGHT},Trực dự phòng,Hà\n"
    await sends(world, tung, text, "lich.csv")
    tung.sees("Đã xếp 2 chỗ theo tệp")
    tung.sees(NAME, "2/8", with_button="Công bố")
    assert await who_stands(world) == both
    assert await open_forms(world) == []


async def test_times_beside_the_shifts_are_fitted_and_each_line_says_how(
    world, tung, minh, ha, draft
):
    lines = [
        "2026-09-10T08:00,2026-09-10T17:00,trực ban,Minh",
        "2026-09-10T07:30,2026-09-11T07:30,dự phòng,Hà",
    ]
    await sends(world, tung, "\n".join(["start,end,post,name", *lines]), "l.csv", "/watch file")
    said = tung.sees("Đã xếp 3 chỗ theo tệp").text
    assert "Dòng 2: Thứ Năm 10/09 08:00-17:00 → xếp trọn ca Thứ Năm 10/09 07:30-19:30" in said
    assert "Dòng 3: 07:30 Thứ Năm 10/09" in said
    assert "07:30 Thứ Sáu 11/09 → chia thành 2 ca: Thứ Năm 10/09 07:30-19:30, " in said
    assert len(await who_stands(world)) == 3


async def test_a_workbook_with_vietnamese_columns_comes_with_its_caption(world, tung, both):
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (
        ("Bắt đầu", "Kết thúc", "Vị trí", "Họ và tên"),
        ("10/09/2026 07:30", "10/09/2026 19:30", "trực ban", "MINH"),
        ("10/09/2026 19h30", "11/09/2026 7h30", "du phong", "Hà"),
    ):
        sheet.append(row)
    content = BytesIO()
    workbook.save(content)
    await sends(world, tung, content.getvalue(), "Lịch trực.xlsx", "/watch file")
    tung.sees("Đã xếp 2 chỗ theo tệp")
    assert await who_stands(world) == both


async def test_a_calendar_names_post_and_person(world, tung, both):
    moved = CALENDAR.replace("DTSTART:20260910T123000Z", "DTSTART:20260910T123000Z")
    await sends(world, tung, moved.replace("\n", "\r\n"), "lich.ics", "/watch file 1")
    stands = [(start, post, who) for start, post, who in both if post == "primary"]
    stands += [("10/09 19:30", "backup", both[1][2])]
    assert await who_stands(world) == stands


async def test_nothing_is_taken_from_a_file_with_a_mistake_and_each_is_named(
    world, tung, minh, ha, draft
):
    await is_filled(world, draft, minh, ha)
    before = await of_watches(world)
    an = await world.member("An", "staff")
    lines = [
        f"{DAY},trực ban,Minh",
        f"{DAY},trực ban,Hà",  # the post is full
        f"{NIGHT},trực ban,Tuấn",
        f"{NIGHT},trực ban,An",
        f"{NIGHT},gác cổng,Hà",
        "2026-09-10T08:00,2026-09-10T19:30,trực ban,Hà",
        "2026-09-10,2026-09-10T19:30,trực ban,Hà",
        f"{DAY},dự phòng,Minh",  # at two places
        f"{NIGHT},trực ban,",
    ]
    await sends(world, tung, "\n".join(["start,end,post,name", *lines]), "lich.csv", "/watch file")
    said = tung.sees("lỗi").text
    for number in range(3, 11):
        assert f"Dòng {number}" in said
    assert an.user.first_name in said
    assert await of_watches(world) == before


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        ("start,end,post\n", "lich.csv", "thiếu cột này"),
        ("start,end,post,name\n", "lich.csv", "chỉ có dòng tiêu đề"),
        ("", "lich.ics", "không phải tệp lịch iCalendar"),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "lich.ics", "không có nội dung"),
        (CALENDAR.replace("SUMMARY:Trực ban", "RRULE:FREQ=DAILY\nSUMMARY:Trực ban"), "l.ics",
         "sự kiện lặp lại"),
        (b"\x00\x01", "lich.xlsx", "không phải bảng tính"),
        (b"%PDF", "lich.pdf", "Chỉ nhập được"),
        (b"%PDF", "", "Chỉ nhập được"),
    ],
)  # fmt: skip
async def test_a_file_that_is_no_roster_is_refused_in_words(
    world, tung, draft, content, name, reason
):
    await sends(world, tung, content, name, "/watch file")
    tung.sees(reason)
    assert await of_watches(world) == []


async def test_words_instead_of_a_file_are_refused_and_the_question_stays(world, tung, draft):
    await tung.says("/watch file")
    await tung.says("đây là lịch")
    tung.sees("Hãy gửi một tệp")
    assert len(await open_forms(world)) == 1
    await tung.presses("Hủy")
    tung.sees("bản nháp giữ nguyên")


async def test_a_file_for_what_is_no_draft_any_more_changes_nothing(world, tung, minh, draft):
    await is_filled(world, draft, minh, None)
    await tung.says("/watch file")
    await tung.says("/watch sure 1")
    before = await of_watches(world)
    await sends(world, tung, f"start,end,post,name\n{DAY},trực ban,Minh\n", "lich.csv")
    tung.sees("không còn là bản nháp")
    assert await of_watches(world) == before
    assert [row["state"] for row in await world.rows(watches)] == [WatchState.PUBLISHED]
    assert await open_forms(world) == []
