"""The calendar in the chat: looked at by the team, edited by administrators, told to the leads."""

from datetime import UTC, datetime

import pytest

from storage.tables import failed_updates
from storage.watch_tables import calendar_days, watch_log
from tests.world import Human

NOVEMBER = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@pytest.fixture
async def boss(world):
    return await world.member("Sếp", "admin")


@pytest.fixture
async def calm(world):
    """22 November 2026, 10:00."""
    world.hand.advance((NOVEMBER - world.clock.now()).total_seconds())
    return world


def last(human: Human) -> str:
    return str(human.messages[-1].text)


async def test_the_days_off_to_come_are_shown_with_weekday_and_what_is_only_expected(calm, minh):
    await minh.says("/holidays")
    shown = last(minh)
    assert "Ngày Văn hóa Việt Nam: Thứ Ba 24/11/2026" in shown
    assert (
        "Tết Dương lịch (dự kiến): Thứ Sáu 01/01/2027 \N{EN DASH} Chủ Nhật 03/01/2027, 3 ngày"
        in shown
    )
    assert (
        "Tết Nguyên Đán (dự kiến): Thứ Năm 04/02/2027 \N{EN DASH} Thứ Tư 10/02/2027, 7 ngày"
        in shown
    )
    assert "Quốc khánh" not in shown
    assert "<code>" not in shown


async def test_a_year_is_shown_with_its_swapped_days_and_leads_to_its_neighbours(world, minh):
    await minh.says("/ngaynghi 2026")
    shown = last(minh)
    assert "Ngày nghỉ năm 2026\n" in shown
    assert "Thứ Hai 31/08/2026: Quốc khánh (hoán đổi với 22/08/2026)" in shown
    assert "Thứ Bảy 22/08/2026: Quốc khánh, đi làm (hoán đổi với 31/08/2026)" in shown
    await minh.presses("2027")
    assert "Ngày nghỉ năm 2027 (dự kiến)" in last(minh)
    await minh.says("/holidays 2525")
    assert "Cách dùng" in last(minh)


async def test_the_group_may_ask_and_is_answered_there(world, minh):
    await minh.says_in_group("/holidays 24/11/2026")
    world.group_sees("Thứ Ba 24/11/2026: Ngày Văn hóa Việt Nam")
    toast = await minh.says_in_group("/holidays 2027")
    assert toast is not None
    world.group_sees("Ngày nghỉ năm 2027")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("24/11/2026", "Ngày Văn hóa Việt Nam"),
        ("2026-11-23", "Thứ Hai 23/11/2026: ngày làm việc bình thường"),
        ("21/11/2026", "Thứ Bảy 21/11/2026: nghỉ cuối tuần"),
        ("29/08/2026", "Quốc khánh: Thứ Bảy 29/08/2026 \N{EN DASH} Thứ Tư 02/09/2026, 5 ngày"),
        ("22/08/2026", "Thứ Bảy 22/08/2026: Quốc khánh, đi làm"),
    ],
)
async def test_a_day_says_what_it_is(world, minh, day, said):
    await minh.says(f"/holidays {day}")
    assert said in last(minh)


async def test_english_readers_read_english(world):
    ann = await world.member("Ann")
    await ann.says("/language")
    await ann.presses("English")
    await ann.says("/holidays 2027")
    shown = last(ann)
    assert "Days off in 2027 (expected)" in shown
    assert (
        "Lunar New Year (expected): Thursday 4 Feb 2027 \N{EN DASH} Wednesday 10 Feb 2027" in shown
    )
    assert "29 of Lunar New Year" not in shown


async def test_an_admin_enters_a_swap_and_the_leads_hear_of_it(world, boss, minh, tung):
    await boss.says("/holidays 02/01/2026 off Nghỉ Tết Dương lịch 12729/VPCP-KGVX")
    assert "Thứ Sáu 02/01/2026: Nghỉ Tết Dương lịch [12729/VPCP-KGVX]" in last(boss)
    assert "Tết Dương lịch: Thứ Năm 01/01/2026 \N{EN DASH} Chủ Nhật 04/01/2026, 4 ngày" in last(
        boss
    )
    await boss.says("/holidays 10/01/2026 work Làm bù cho ngày 02/01/2026 12729/VPCP-KGVX")
    tung.sees("Sếp vừa sửa lịch nghỉ", "Thứ Bảy 10/01/2026: Làm bù cho ngày 02/01/2026, đi làm")
    minh.does_not_see("vừa sửa lịch nghỉ")
    await minh.says("/holidays 2026")
    assert "12729/VPCP-KGVX" in last(minh)
    assert [(row["day"], row["is_off"]) for row in await world.rows(calendar_days)] == [
        ("2026-01-02", True),
        ("2026-01-10", False),
    ]
    kinds = [(row["kind"], row["text"]) for row in await world.rows(watch_log)]
    assert kinds[0] == ("holiday-set", "Nghỉ Tết Dương lịch")


async def test_a_document_makes_an_expected_holiday_certain(world, boss):
    await boss.says("/holidays 06/02/2027 off Tết Nguyên Đán 1234/TB-BNV")
    assert "Tết Nguyên Đán: Thứ Năm 04/02/2027" in last(boss)
    await boss.says("/holidays 2027")
    assert "Tết Nguyên Đán: Thứ Năm" in last(boss)
    assert "Quốc khánh (dự kiến)" in last(boss)


async def test_only_administrators_change_the_calendar(world, minh, tung, boss):
    for human in (minh, tung):
        for words in ("off Nghỉ", "work Làm", "reset"):
            await human.says(f"/holidays 02/01/2026 {words}")
            assert "chỉ dành cho" in last(human)
    assert await world.rows(calendar_days) == []
    await boss.says("/holidays 02/01/2026 off Nghỉ")
    assert len(await world.rows(calendar_days)) == 1


async def test_what_was_entered_is_taken_back_only_after_a_question(world, boss, tung):
    await boss.says("/holidays 24/11/2026 work Vẫn làm việc 1/TB")
    assert "Vẫn làm việc, đi làm [1/TB]" in last(boss)
    await boss.presses("Bỏ điều đã nhập")
    assert "Bỏ điều đã nhập cho ngày này?" in last(boss)
    question = boss.messages[-1]
    toast = await boss.presses("giữ nguyên")
    assert "Không có gì thay đổi" in toast.text
    assert len(await world.rows(calendar_days)) == 1
    await boss.presses("Đúng, bỏ", on=question)
    assert "Ngày Văn hóa Việt Nam" in last(boss)
    assert await world.rows(calendar_days) == []
    toast = await boss.presses("Đúng, bỏ", on=question)
    assert "chưa ai nhập gì" in toast.text
    tung.sees("Sếp vừa sửa lịch nghỉ", "Ngày Văn hóa Việt Nam")


async def test_it_can_be_taken_back_by_typing_too(world, boss):
    await boss.says("/holidays 2026-11-24 work Vẫn làm")
    await boss.says("/ngaynghi 24/11/2026 bỏ")
    assert "/holidays 24/11/2026 reset ok" in last(boss)
    assert len(await world.rows(calendar_days)) == 1
    await boss.says("/holidays 24/11/2026 reset ok")
    assert await world.rows(calendar_days) == []


async def test_a_day_entered_anew_says_what_it_was_before(world, boss, tung):
    await boss.says("/holidays 02/01/2026 off Nghỉ bù")
    await boss.says("/holidays 02/01/2026 off Nghỉ Tết 1/TB")
    assert "Trước đó đã nhập:\n• Thứ Sáu 02/01/2026: Nghỉ bù" in last(boss)
    told = len(tung.messages)
    await boss.says("/holidays 02/01/2026 off Nghỉ Tết 1/TB")
    assert len(tung.messages) == told


async def test_what_makes_no_sense_is_explained(world, boss):
    for words in ("hôm nay", "02/01/2026 có lẽ"):
        await boss.says(f"/holidays {words}")
        assert "Cách dùng" in last(boss)
    await boss.says("/holidays 31/02/2026 off x")
    assert "Không có ngày 31/02/2026 trên lịch" in last(boss)
    await boss.says("/holidays 03/03/2027 off")
    assert "Hãy ghi thêm tên" in last(boss)
    await boss.says("/holidays 03/03/2027 reset")
    assert "chưa ai nhập gì" in last(boss)
    assert await world.rows(failed_updates) == []
