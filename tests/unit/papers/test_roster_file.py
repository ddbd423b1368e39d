"""A roster's file as people send it: what is read of it, and what is said of its mistakes."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook

from bot.catalog import load
from bot.domain.people import Person, Role
from bot.domain.watch import Watch, period, slots
from bot.domain.watch_form import usual_plan
from bot.domain.watch_rows import Event, Placed, Sought, rows_of
from bot.papers.roster_file import read_roster_file

EXAMPLES = Path(__file__).parents[3] / "docs" / "operators" / "examples"
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
BOOK = load().watch
MINH = Person(1, 700000003, "Lê Minh", Role.RESPONDER, email="minh@example.vn")
HA = Person(2, 700000004, "Phạm Thị Hà", Role.RESPONDER)
TUNG = Person(3, 700000002, "Trần Văn Tùng", Role.ADMIN)
LAN = Person(4, 700000005, "Nguyễn Thị Lan", Role.STAFF)
PEOPLE = (MINH, HA, TUNG, LAN)


def sought(file: str, *people: Person, zone: ZoneInfo = VIETNAM) -> Sought:
    """Return what a file is read against: one day of two shifts, three posts."""
    plan = usual_plan(BOOK, None)
    start, end = period(date(2027, 4, 29), date(2027, 4, 29), plan.hours, zone)
    places = slots(Watch(1, "Trực lễ", start, end, plan), zone)
    posts = [BOOK.post(seats.post) for seats in plan.seats]
    return Sought(places, posts, people or PEOPLE, zone, file)


def read(content: str | bytes, file: str = "lich.csv", *people: Person) -> Any:
    written = content.encode() if isinstance(content, str) else content
    return read_roster_file(sought(file, *people), written)


def stands(found: Any) -> list[tuple[str, str, int]]:
    assert isinstance(found, Placed), found
    return [
        (f"{slot.start.astimezone(VIETNAM):%H:%M}", slot.post, person_id)
        for slot, person_id in sorted(found.given.items())
    ]


def mistakes(found: dict[Any, Any]) -> list[tuple[str, str]]:
    """Return what is wrong: the line, and the text that says why."""
    assert found["text"] == "refused-import", found
    return [(one["line"], one["reason"]["text"]) for one in found["problems"]["lines"]]


@pytest.mark.parametrize("name", ["watch.csv", "watch.ics"])
def test_the_examples_of_the_documents_are_taken(name):
    assert stands(read((EXAMPLES / name).read_bytes(), name)) == [
        ("07:30", "backup", TUNG.id),
        ("07:30", "primary", MINH.id),
        ("19:30", "backup", MINH.id),
        ("19:30", "primary", HA.id),
    ]


DAY = "2027-04-29T07:30,2027-04-29T19:30"
NIGHT = "2027-04-29T19:30,2027-04-30T07:30"


@pytest.mark.parametrize(
    "line",
    [
        f"{DAY},primary,700000003",
        f"{DAY},Trực ban,Lê Minh",
        f"{DAY},truc ban,minh",
        f"{DAY},Duty officer,LE MINH",
        f"{DAY},chính,minh@example.vn",
        "29/04/2027 07:30,29/04/2027 19:30,primary,700000003",
        "29.4.2027 7h30,29.4.2027 19h30,primary,700000003",
        "2027-04-29T00:30+00:00,2027-04-29T12:30Z,primary,700000003",
    ],
)
def test_a_line_is_read_in_many_ways(line):
    found = read(f"start,end,post,telegram_id\n{line}\n")
    assert stands(found) == [("07:30", "primary", MINH.id)]


@pytest.mark.parametrize(
    ("times", "begins", "is_divided"),
    [
        ("2027-04-29T07:30,2027-04-30T07:30", ["07:30", "19:30"], True),
        ("2027-04-29T07:00,2027-04-30T08:00", ["07:30", "19:30"], False),
        ("2027-04-29T08:00,2027-04-29T17:00", ["07:30"], False),
        ("2027-04-29T09:00,2027-04-29T11:00", ["07:30"], False),
        ("2027-04-28T20:00,2027-04-29T19:30", ["07:30"], False),
        ("2027-04-29T17:00,2027-04-30T07:00", ["19:30"], False),
    ],
)
def test_times_that_are_no_shifts_are_fitted_and_said_to_be(times, begins, is_divided):
    found = read(f"start,end,post,name\n{times},primary,Lê Minh\n{NIGHT},backup,Hà\n")
    primary = [start for start, post, _ in stands(found) if post == "primary"]
    assert primary == begins
    (fitted,) = found.fitted
    assert (fitted.line, len(fitted.spans), fitted.is_divided) == (2, len(begins), is_divided)


def test_of_two_who_share_one_shift_the_second_cannot_be_placed():
    half = "2027-04-29T07:30,2027-04-29T13:30", "2027-04-29T13:30,2027-04-29T19:30"
    found = read(f"start,end,post,name\n{half[0]},primary,Lê Minh\n{half[1]},primary,Hà\n")
    assert mistakes(found) == [("3", "roster-row-full")]


@pytest.mark.parametrize(
    "header",
    [
        "start,end,post,name",
        "Bắt đầu,Kết thúc,Vị trí,Họ và tên",
        "Từ;Đến;Vị trí;Người trực",
        "START\tEND\tPOST\tTELEGRAM_ID",
    ],
)
def test_columns_may_be_called_as_in_vietnamese(header):
    between = next(sign for sign in ",;\t" if sign in header)
    line = f"{DAY},trực ban,Lê Minh".replace(",", between)
    assert stands(read(f"{header}\n{line}\n")) == [("07:30", "primary", MINH.id)]


def test_a_name_beside_an_empty_number_says_who():
    found = read(
        "start,end,post,name,telegram_id\n"
        f"{DAY},primary,Somebody,700000003\n"
        f"{NIGHT},primary,Phạm Thị Hà,\n"
    )
    assert stands(found) == [("07:30", "primary", MINH.id), ("19:30", "primary", HA.id)]


def test_a_workbook_with_real_times_is_read():
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(("start", "end", "post", "telegram_id"))
    begins = datetime(2027, 4, 29, 7, 30)  # noqa: DTZ001 a workbook knows no zones
    sheet.append((begins, begins + timedelta(hours=12), "primary", 700000003))
    content = BytesIO()
    workbook.save(content)
    assert stands(read(content.getvalue(), "lich.XLSX")) == [("07:30", "primary", MINH.id)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["2027-04-29T19:30,2027-04-29T07:30,primary,Lê Minh"], [("2", "import-ends-early")]),
        (["2027-04-29T18:00,2027-04-29T21:00,primary,Lê Minh"], [("2", "roster-row-no-shift")]),
        (["2027-04-30T07:30,2027-04-30T19:30,primary,Lê Minh"], [("2", "roster-row-no-shift")]),
        (["2027-04-29,2027-04-29T19:30,primary,Lê Minh"], [("2", "import-time-unreadable")]),
        ([f"{DAY},technical,Lê Minh"], [("2", "roster-row-no-post")]),
        ([f"{DAY},gác cổng,Lê Minh"], [("2", "roster-row-no-post")]),
        ([f"{DAY},primary,Tuấn"], [("2", "roster-row-nobody")]),
        ([f"{DAY},primary,4711"], [("2", "roster-row-nobody")]),
        ([f"{DAY},primary,an@example.vn"], [("2", "roster-row-nobody")]),
        ([f"{DAY},primary,Nguyễn Thị Lan"], [("2", "import-person-may-not")]),
        ([f"{DAY},primary,thị"], [("2", "roster-row-several")]),
        ([f"{DAY},,Lê Minh"], [("2", "import-empty")]),
        ([f"{DAY},primary,Lê Minh", f"{DAY},primary,Hà"], [("3", "roster-row-full")]),
        ([f"{DAY},primary,Lê Minh", f"{DAY},primary,Lê Minh"], [("3", "roster-row-twice")]),
        ([f"{DAY},primary,Lê Minh", f"{DAY},backup,Lê Minh"], [("3", "roster-row-busy")]),
        (
            [f"{DAY},primary,Tuấn", f"{NIGHT},primary,Hà", f"{DAY},x,Lê Minh"],
            [("2", "roster-row-nobody"), ("4", "roster-row-no-post")],
        ),
    ],
)  # fmt: skip
def test_every_mistake_is_named_with_its_line_and_nothing_is_taken(lines, expected):
    found = read("\n".join(["start,end,post,telegram_id", *lines]))
    assert mistakes(found) == expected


def test_the_name_of_two_people_needs_more_of_it():
    other = Person(5, 700000009, "Trần Minh", Role.RESPONDER)
    line = f"start,end,post,name\n{DAY},primary,"
    assert mistakes(read(f"{line}Minh", "l.csv", MINH, other)) == [("2", "roster-row-several")]
    assert stands(read(f"{line}Trần Minh", "l.csv", MINH, other))[0][2] == other.id


@pytest.mark.parametrize(
    ("content", "file", "reason"),
    [
        (b"", "lich.csv", "import-file-empty"),
        (b"start,end,post,name\n", "lich.csv", "import-file-header-only"),
        (b"%PDF", "lich.pdf", "import-file-unknown"),
        (b"%PDF", "", "import-file-unknown"),
        (b"%PDF", "../../etc/passwd", "import-file-unknown"),
        (b"PK\x03\x04", "lich.xlsx", "import-file-not-workbook"),
        (b"\xff\xfe\xfd", "lich.csv", "import-file-not-utf8"),
        (b"x" * 10_000_001, "lich.csv", "import-file-large"),
        (b"hello", "lich.ics", "roster-file-not-calendar"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "lich.ics", "import-file-empty"),
    ],
)
def test_what_is_no_roster_is_refused_in_one_sentence(content, file, reason):
    assert read(content, file)["text"] == reason


def calendar(*events: str) -> str:
    inside = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{inside}END:VCALENDAR\n".replace("\n", "\r\n")


AT_DAY = "DTSTART:20270429T003000Z\nDTEND:20270429T123000Z\n"
HOME = "TZID=Asia/Ho_Chi_Minh"
AT_HOME = f"DTSTART;{HOME}:20270429T073000\nDTEND;{HOME}:20270429T193000\n"


@pytest.mark.parametrize(
    "event",
    [
        f"{AT_DAY}SUMMARY:Trực ban: Lê Minh",
        f"{AT_DAY}SUMMARY:Lê Minh - Trực ban",
        f"{AT_DAY}SUMMARY:Trực ban (Lê Minh)",
        f"{AT_DAY}SUMMARY:Trực ban\nATTENDEE;CN=Lê Minh:mailto:x@example.vn",
        f"{AT_DAY}SUMMARY:Trực ban\nATTENDEE:mailto:Minh@example.vn",
        f"{AT_DAY}SUMMARY:Trực ban\nDESCRIPTION:Lê Minh",
        "DTSTART:20270429T073000\nDTEND:20270429T193000\nSUMMARY:Trực ban: Lê Minh",
        f"{AT_HOME}SUMMARY:Trực ban: Lê Minh",
    ],
)
def test_an_event_is_read_in_many_ways(event):
    assert stands(read(calendar(event), "lich.ics")) == [("07:30", "primary", MINH.id)]


def test_what_was_cancelled_in_a_calendar_does_not_count():
    gone = f"{AT_DAY}SUMMARY:Trực ban: Phạm Thị Hà\nSTATUS:CANCELLED"
    found = read(calendar(gone, f"{AT_DAY}SUMMARY:Trực ban: Lê Minh"), "lich.ics")
    assert stands(found) == [("07:30", "primary", MINH.id)]


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (f"{AT_DAY}SUMMARY:Trực ban: Lê Minh\nRRULE:FREQ=DAILY", "roster-row-repeats"),
        ("DTSTART;VALUE=DATE:20270429\nSUMMARY:Trực ban: Lê Minh", "import-time-unreadable"),
        (f"{AT_DAY}SUMMARY:Họp giao ban", "roster-row-no-post"),
        (f"{AT_DAY}SUMMARY:Trực ban", "import-empty"),
    ],
)
def test_an_event_that_is_no_shift_is_named_by_its_place(event, reason):
    found = mistakes(read(calendar(f"{AT_DAY}SUMMARY:Dự phòng: Hà", event), "lich.ics"))
    assert ("2", reason) in found


def test_events_become_lines_counted_from_one():
    rows = rows_of([Event("a", "b", "Trực ban: Lê Minh")], BOOK.posts)
    assert rows == [
        (0, ("start", "end", "post", "telegram_id")),
        (1, ("a", "b", "Trực ban", "Lê Minh")),
    ]


def test_times_are_the_teams_wherever_that_is():
    berlin = ZoneInfo("Europe/Berlin")
    line = f"start,end,post,name\n{DAY},primary,Lê Minh\n"
    found = read_roster_file(sought("l.csv", zone=berlin), line.encode())
    assert isinstance(found, Placed)
    [slot] = found.given
    assert slot.start == datetime(2027, 4, 29, 5, 30, tzinfo=UTC)
