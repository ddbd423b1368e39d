"""The league table of agencies over all campaigns of a period: in the chat, and as a workbook."""

from io import BytesIO

import openpyxl
import pytest

from bot.domain import campaign as rules
from bot.domain.spans import Unit, part_of
from bot.services import leagues, rollup_facts
from storage import assignments, campaigns
from storage.watch_tables import papers
from tests.campaigns import NAME, a_province
from tests.members import answer_to
from tests.storage.provinces import TEAM


@pytest.fixture
async def province(world):
    """Three agencies with one campaign that is over: one in time, one late, one silent."""
    found = await a_province(world)
    await found.opens(questions=())
    await found.lan.says("/tasks 1 xong")
    await found.lan.says("gửi")
    world.hand.advance(30 * 86_400)
    await world.settles()
    await found.nam.says("/tasks 2 xong")
    await found.nam.says("gửi")
    return found


def shown(place):
    record = place.record
    return place.rank, record.agency, record.on_time, record.late, record.owed


async def test_agencies_are_ranked_over_a_year(world, province):
    said = await answer_to(province.tung, "/campaigns xếp hạng")
    assert "Xếp hạng cơ quan, năm 2026" in said
    assert "1 đợt, 3 việc đã đến hạn, đúng hạn 33 %" in said
    lines = [line for line in said.splitlines() if "đúng hạn ·" in line]
    assert lines == [
        "1. Sở Y tế: 1/1 đúng hạn · 100 %",
        "2. Sở Giáo dục: 0/1 đúng hạn · 0 % · muộn 1",
        "3. Phường 5: 0/1 đúng hạn · 0 % · 🔴 chưa nộp 1",
    ]


async def test_another_period_is_one_press_or_a_few_words_away(world, province):
    tung = province.tung
    assert "chưa có việc nào đến hạn" in await answer_to(tung, "/campaigns league quý 1")
    await tung.presses("🏁 2025-Q4")
    tung.sees("Xếp hạng cơ quan, quý 4/2025", with_button="🏁 2026-Q1")
    assert "Xếp hạng tính theo năm" in await answer_to(tung, "/campaigns league tuần này")
    for words in ("lúc nãy", "0001", "2026-H3"):
        assert "Xếp hạng tính theo năm" in await answer_to(tung, f"/campaigns league {words}")


async def test_the_workbook_holds_every_agency_and_the_sum(world, province):
    await province.tung.says("/campaigns")
    await province.tung.presses("Xếp hạng cơ quan")
    await province.tung.presses("Bảng tính")
    papers_by_name = {row["name"]: row for row in await world.rows(papers)}
    paper = papers_by_name["xep-hang-2026.xlsx"]
    book = openpyxl.load_workbook(BytesIO(paper["content"]))
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(min_row=6)]
    assert rows[0] == [1, "Sở Y tế", "sở", 1, 1, 0, 0, 100]
    assert rows[-1][3:] == [3, 1, 1, 1, 33]


@pytest.mark.both_databases
async def test_it_counts_as_the_table_of_one_campaign_does(world, province):
    async with world.app.database.begin() as tx:
        campaign = await campaigns.get(tx, 1)
        for each in await assignments.of_campaign(tx, campaign.id):
            if each.agency_id == 2:
                back = rules.give_back(campaign, each, "thiếu biên bản")
                await assignments.save(tx, each, back)
            if each.agency_id == 3:
                none = rules.not_applicable(campaign, each, 1, "không có máy", tx.now)
                await assignments.save(tx, each, none)
        span = part_of(tx.now.date(), Unit.YEAR)
        many = (await leagues.table(tx, TEAM, span, "vi")).places
        one = (await rollup_facts.compiled(tx, TEAM, campaign.id)).table
    shape = [shown(place) for place in one]
    assert shape == [shown(place) for place in many]
    assert len(shape) == 2


async def test_what_was_called_off_or_is_not_due_counts_for_nobody(world):
    found = await a_province(world)
    await found.opens()
    assert "chưa có việc nào đến hạn" in await answer_to(found.tung, "/campaigns league")
    await found.tung.says(f"/campaign huyhan {NAME}")
    world.hand.advance(40 * 86_400)
    await world.settles()
    assert "chưa có việc nào đến hạn" in await answer_to(found.tung, "/campaigns league")
