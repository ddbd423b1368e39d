"""Who is on duty now, at another instant or on a day, and how to reach them."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from storage import shifts as stored_shifts
from storage.tables import people
from tests.watches import a_shift, a_watch

MORNING = datetime(2026, 9, 2, 0, 30, tzinfo=UTC)  # 07:30 in Vietnam
HALF = timedelta(hours=12)


@pytest.fixture
async def watch(world):
    """Three days of two shifts and three posts, from the morning of 2 September."""
    return await a_watch(world, start=MORNING)


async def phone(world, human, number):
    async with world.app.database.begin() as tx:
        await tx.run(update(people).where(people.c.id == human.person_id).values(phone=number))


# /oncall


async def test_oncall_says_who_stands_there_since_when_until_when_and_who_comes_next(
    world, watch, tung
):
    minh, ha = await world.member("Minh"), await world.member("Hà")
    await a_shift(world, watch, minh)
    await a_shift(world, watch, ha, after=HALF)
    await world.passes(hours=6)
    await tung.says("/oncall")
    lines = tung.sees("Lịch trực lúc 08:00 ICT").text.splitlines()
    assert lines[1:] == [
        "Đợt trực: Trực lễ Quốc khánh 2/9",
        "⚠️ Trực chỉ huy: TRỐNG, từ 07:30 ICT đến 19:30 ICT",
        "▶ Trực ban: Minh, từ 07:30 ICT đến 19:30 ICT",
        "⚠️ Trực dự phòng: TRỐNG, từ 07:30 ICT đến 19:30 ICT",
        "Tiếp theo",
        "⚠️ Trực chỉ huy: TRỐNG, từ 19:30 ICT đến 07:30 ICT ngày 03/09",
        "Trực ban: Hà, từ 19:30 ICT đến 07:30 ICT ngày 03/09",
        "⚠️ Trực dự phòng: TRỐNG, từ 19:30 ICT đến 07:30 ICT ngày 03/09",
    ]


@pytest.mark.parametrize(
    ("words", "who"),
    [("2/9 14:00", "Minh"), ("2/9 20h", "Hà"), ("2026-09-02T14:00", "Minh"), ("14h", "Minh")],
)
async def test_oncall_looks_at_any_instant(world, watch, tung, words, who):
    await a_shift(world, watch, await world.member("Minh"))
    await a_shift(world, watch, await world.member("Hà"), after=HALF)
    await tung.says(f"/aitruc {words}")
    assert f"▶ Trực ban: {who}" in tung.sees("Lịch trực lúc").text


async def test_oncall_of_a_day_lists_the_day(world, watch, tung):
    await a_shift(world, watch, await world.member("Minh"))
    await tung.says("/oncall 2/9")
    tung.sees("Lịch trực Thứ Tư 02/09", "Trực ban: Minh ✓")


async def test_oncall_of_no_time_at_all_says_how_to_ask(world, tung):
    await tung.says("/oncall bao giờ")
    tung.sees("/oncall 2/9 14:00")


async def test_telephone_numbers_are_for_leads_and_never_in_the_group(world, minh, tung):
    await phone(world, minh, "0912345678")
    await tung.says("/oncall")
    assert "0912345678" in tung.messages[-1].text
    await minh.says("/oncall")
    assert "Minh" in minh.messages[-1].text
    minh.does_not_see("0912345678")
    await tung.says_in_group("/oncall")
    assert "0912345678" not in world.group_sees("Lịch trực").text


async def test_who_has_not_been_relieved_is_still_named(world, tung):
    minh = await world.member("Minh")
    watch = await a_watch(world)
    shift = await a_shift(world, watch, minh, length=timedelta(hours=2))
    await a_shift(world, watch, await world.member("Hà"), after=timedelta(hours=2))
    async with world.app.database.begin() as tx:
        await stored_shifts.change(tx, shift, checked_in_at=tx.now)
    await world.passes(hours=2, minutes=5)
    await tung.says("/oncall")
    tung.sees("Trực ban: Minh, chưa bàn giao")
    await tung.says("/oncall 5:00")
    assert "Minh" not in tung.sees("Lịch trực lúc 05:00").text


async def test_an_empty_roster_says_who_is_called_instead(world, tung):
    await tung.says("/oncall")
    tung.sees("Không có ai trong lịch trực")
