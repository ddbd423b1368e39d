"""The duty sheet asked for in chat: whose hours, of which watch or days, and for whom."""

from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from storage.tables import people
from storage.watch_tables import papers
from tests.members import solves
from tests.watches import a_shift, a_watch


@pytest.fixture
async def nam(world):
    return await world.member("Nam")


@pytest.fixture
async def ha(world):
    return await world.member("Hà")


@pytest.fixture
async def watch(world, nam, ha):
    """From 02:00 on 2 September: Nam for four hours, then Hà, who will not come."""
    watch = await a_watch(world, days=1 / 3)
    await a_shift(world, watch, nam, length=timedelta(hours=4))
    await a_shift(world, watch, ha, after=timedelta(hours=4), length=timedelta(hours=4))
    return watch


async def sheets(world):
    """Return the newest sheet's pages as rows of values."""
    made = [row for row in await world.rows(papers) if row["name"].endswith(".xlsx")]
    book = load_workbook(BytesIO(made[-1]["content"]))
    return [[list(row) for row in page.iter_rows(min_row=6, values_only=True)] for page in book]


async def test_only_what_was_stood_counts_and_the_plan_stands_beside_it(
    world, watch, nam, ha, tung
):
    await nam.says("/checkin")
    await world.passes(hours=4)
    await tung.says("/log sheet")
    tung.sees("Bảng chấm trực", "Trực lễ Quốc khánh 2/9")
    people_, shifts, _ = await sheets(world)
    assert [row[1:9] for row in people_[:2]] == [
        ["Hà", None, 1, 4, 0, 0, 0, 0],
        ["Nam", None, 1, 4, 1, 4, 4, 4],
    ]
    assert [row[3] for row in shifts] == ["Nam", "Hà"]


async def test_a_page_taken_off_duty_is_a_call_out(world, watch, nam, ha, tung):
    lan = await world.member("Lan", "citizen")
    await nam.says("/checkin")
    await world.receives(lan)
    await world.settles()
    await world.passes(minutes=9)
    await solves(tung)
    await world.passes(minutes=1)
    await tung.says("/log sheet #1")
    people_, _, _ = await sheets(world)
    assert {row[1]: row[9] for row in people_ if row[1] and row[0]} == {
        "Hà": 0,
        "Nam": 0,
        "Tùng": 1,
    }


async def test_days_include_the_normal_roster_as_planned_only(world, watch, nam, ha, tung, minh):
    await tung.says("/nhatky bảng chấm 1/9-2/9")
    tung.sees("Bảng chấm trực", "theo thời gian")
    _, shifts, _ = await sheets(world)
    assert [(row[3], row[4]) for row in shifts] == [("Nam", 4), ("Minh", 24), ("Hà", 4)]
    await tung.says("/log sheet 8/2026")
    people_, shifts, _ = await sheets(world)
    assert shifts == []
    assert people_[0][1] == "CỘNG"


async def test_only_leads_get_it(world, watch, nam, ha, tung):
    await nam.says("/log sheet")
    assert "chỉ dành cho" in nam.messages[-1].text
    assert await world.rows(papers) == []
    await tung.says("/log sheet")
    assert len(await world.rows(papers)) == 1
    nam.does_not_see("Bảng chấm trực")


async def test_who_is_no_lead_any_more_when_it_is_made_does_not_get_it(world, watch, tung):
    world.playground.people.say(tung.user, world.bot, "/log sheet")
    await world.app.intake.step()
    async with world.app.database.begin() as tx:
        await tx.run(people.update().values(role="responder"))
    await world.settles()
    assert await world.rows(papers) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("/log sheet 9", "Không"),
        ("/log sheet 1/10/2026", "chưa đến"),
        ("/log sheet 9/9999", "chưa đến"),
        ("/log sheet 3/9/2026-1/9/2026", "từ trước đến sau"),
        ("/log sheet 2020-01-01 - 2026-09-01", "không quá một năm"),
    ],
)
async def test_what_there_is_no_sheet_of_is_said(world, watch, tung, words, said):
    await tung.says(words)
    assert said in tung.messages[-1].text
    assert await world.rows(papers) == []


async def test_without_a_watch_there_is_nothing_to_sum_up(world, tung):
    await tung.says("/log sheet")
    assert "Chưa có đợt trực nào" in tung.messages[-1].text


async def test_in_the_group_it_is_sent_in_private(world, watch, tung):
    await tung.says_in_group("/log sheet")
    world.group_sees("tin nhắn riêng")
    tung.sees("Bảng chấm trực")
    assert not [m for m in world.in_group() if "Chỉ tính thời gian" in (m.text or "")]
