"""The duty sheet as a workbook: numbers an accountant can add up, and nothing made up."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

from msgspec.structs import replace
from openpyxl import load_workbook

from bot.domain.duty import Night
from bot.domain.duty_sheet import Measure, rows, sums
from bot.domain.roster_table import Member
from bot.domain.stood import Event
from bot.domain.watch_policy import Letterhead
from bot.papers.watch_papers import sheet
from bot.services.duty_sheets import DutySheet
from bot.worker import a_process
from tests.rosters import ANNA, BINH, CHI, VIETNAM, a_shift, at

MEASURE = Measure(VIETNAM, Night(), frozenset({date(2026, 9, 2)}))
MEMBERS = {
    ANNA: Member("An", agency="Sở Khoa học"),
    BINH: Member("=Bình"),
    CHI: Member("Chi"),
}
DAY, NIGHT = a_shift(ANNA, 0, 12), a_shift(BINH, 12, 24)
MISSED = a_shift(ANNA, 24, 36)
STOOD_IN = replace(a_shift(ANNA, 36, 48), person_id=BINH)
AHEAD = a_shift(ANNA, 96, 108)
LOG = {
    DAY.id: [Event("checked-in", at(0.5), DAY.id, ANNA)],
    NIGHT.id: [Event("checked-in", at(12), NIGHT.id, BINH)],
    STOOD_IN.id: [Event("stood-in", at(37), STOOD_IN.id, BINH, {"for_id": ANNA})],
}


def a_sheet(**more):
    found = rows([DAY, NIGHT, MISSED, STOOD_IN, AHEAD], LOG, MEASURE, at(72))
    outside = {CHI: 2}
    listed = sums(found, outside, MEASURE, lambda person_id: MEMBERS[person_id].name)
    given: dict[str, Any] = {
        "title": "Trực lễ 2/9",
        "start": at(0),
        "end": at(120),
        "made_at": at(72),
        "zone": VIETNAM,
        "language": "vi",
        "rows": tuple(found),
        "sums": tuple(listed),
        "members": MEMBERS,
        "posts": {"primary": "Trực ban"},
        "night": Night(),
        "letterhead": Letterhead(signer="Đội trưởng", signed_by="Lê Tùng"),
    }
    return DutySheet(**given | more)


def pages(given):
    return load_workbook(BytesIO(sheet(given).content)).worksheets


def values(page, first=6):
    return [list(row) for row in page.iter_rows(min_row=first, values_only=True)]


def test_the_first_page_sums_up_everybody():
    people, _, _ = pages(a_sheet())
    head = [cell.value for cell in people[5]]
    assert head[1] == "Họ và tên"
    assert values(people)[:4] == [
        [1, "=Bình", None, 1, 12.0, 2, 23.0, 16.0, 11.0, 0],
        [2, "An", "Sở Khoa học", 4, 48.0, 1, 11.5, 0, 0, 0],
        [3, "Chi", None, 0, 0, 0, 0, 0, 0, 2],
        [None, "CỘNG", None, 5, 60.0, 3, 34.5, 16.0, 11.0, 2],
    ]
    assert people["B6"].data_type == "s"
    assert people["G6"].number_format == "0.00"
    assert "ĐỘI TRƯỞNG" in [cell.value for row in people for cell in row]
    assert people["A2"].value == "BẢNG CHẤM TRỰC · Trực lễ 2/9"


def test_the_second_page_has_every_shift_with_plan_and_proof():
    _, shifts, _ = pages(a_sheet())
    found = values(shifts)
    assert [row[3] for row in found] == ["An", "=Bình", "An", "An", "=Bình", "An"]
    assert found[0][:10] == [
        "01/09/2026",
        "07:30\N{EN DASH}19:30",
        "Trực ban",
        "An",
        12.0,
        "08:00 01/09",
        "19:30 01/09",
        11.5,
        0.0,
        0.0,
    ]
    assert found[1][1] == "19:30\N{EN DASH}07:30 (+1)"
    assert found[2][4:] == [
        12.0,
        None,
        None,
        None,
        None,
        None,
        "không vào ca, chỉ có theo lịch",
    ]
    assert found[3][10] == "không vào ca, chỉ có theo lịch"
    assert (found[4][4], found[4][7], found[4][10]) == (None, 11.0, "trực thay An")
    assert found[5][10] == "chưa đến ca"


def test_who_is_on_watch_now_is_counted_so_far_and_who_stayed_is_named():
    running = a_sheet(made_at=at(5))
    held = replace(DAY, relieved_at=at(12.5))
    found = rows([held], LOG, MEASURE, at(72))
    _, shifts, _ = pages(replace(running, rows=tuple(rows([DAY], LOG, MEASURE, at(5)))))
    assert values(shifts)[0][7:11] == [4.5, 0, 0, "đang trực, tính đến lúc lập bảng"]
    _, shifts, _ = pages(a_sheet(rows=tuple(found)))
    assert values(shifts)[0][10] == "ở lại đến khi có người thay"


def test_the_third_page_says_how_it_is_counted():
    _, _, rules = pages(a_sheet(night=Night()))
    said = [row[0] for row in values(rules, 1)]
    assert "Giờ đêm: từ 22:00 đến 06:00." in said
    assert len(said) == 8


def test_a_period_without_anything_is_an_empty_sheet():
    empty = a_sheet(title="", rows=(), sums=(), members={}, posts={})
    people, shifts, _ = pages(empty)
    assert people["A2"].value == "BẢNG CHẤM TRỰC"
    assert values(people)[0] == [None, "CỘNG", None, 0, 0, 0, 0, 0, 0, 0]
    assert values(shifts) == []
    assert sheet(empty).name == "bang-cham-truc-2026-09-01.xlsx"


def test_hours_are_rounded_to_the_hundredth():
    third = Event("checked-in", at(0) + timedelta(minutes=20), DAY.id, ANNA)
    found = rows([DAY], {DAY.id: [third]}, MEASURE, at(72))
    _, shifts, _ = pages(a_sheet(rows=tuple(found)))
    assert values(shifts)[0][7] == 11.67


def test_it_can_be_made_in_a_process_of_its_own():
    with a_process() as pool:
        made = pool.submit(sheet, a_sheet()).result(timeout=50)
    assert made.name == "bang-cham-truc-truc-le-2-9.xlsx"
