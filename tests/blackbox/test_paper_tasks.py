"""Form 05 that was entered as sent is handed in where the plan asks the standing body for it."""

import pytest

from bot.domain.audience import Audience
from storage.campaign_tables import assignments, campaign_log
from storage.tables import people
from tests.campaigns import NAME, a_province

QUESTIONS = (
    {"code": "number", "kind": "text", "names": {"vi": "Số báo cáo"}},
    {"code": "sent_on", "kind": "date", "names": {"vi": "Ngày gửi"}, "past": True},
    {"code": "report", "kind": "file", "names": {"vi": "Báo cáo"}, "required": False},
)
HEALTH, SCHOOLS = 1, 2


@pytest.fixture
async def province(world):
    return await a_province(world)


async def opens(province, period="2026-H2", agency_ids=(HEALTH,), **facts):
    """Open the campaign that asks an agency for form 05 of a period."""
    facts = {"obligation": "incident_summary", "period": period, **facts}
    scope = Audience(agency_ids=agency_ids)
    return await province.opens(questions=QUESTIONS, scope=scope, facts=facts)


async def sends(lead, span="2026"):
    """Have form 05 made with what is known, and enter it as sent."""
    await lead.says(f"/form 05 {span}")
    for words in ("Đội", "Số 1 Trần Phú", *("bỏ qua",) * 4, "gửi"):
        await lead.says(words)
    await lead.presses("Đã gửi")
    for words in ("01/09 08:00", "thư điện tử", "15/BC-ĐƯCSC", "bỏ qua", "gửi"):
        await lead.says(words)


async def states(world):
    return [row["state"] for row in await world.rows(assignments)]


@pytest.mark.both_databases
async def test_what_was_sent_is_handed_in_with_number_and_day_and_all_hear_it(world, province):
    lan, tung = province.lan, province.tung
    await opens(province)
    lan.sees(NAME, "chưa bắt đầu")
    await sends(tung)
    tung.sees("Đã ghi: Mẫu 05", f"Việc №1 của đợt {NAME} được tính là đã nộp")
    lan.sees(NAME, "đã nộp, chờ Đội duyệt (Tùng nộp")
    province.hoa.sees("Tùng vừa ghi đã gửi Mẫu 05", with_button="Sửa kết quả")
    province.nam.does_not_see("Mẫu 05")
    task = await province.task()
    assert (task["state"], task["late"]) == ("done", False)
    assert task["answers"] == {"number": "15/BC-ĐƯCSC", "sent_on": "2026-09-01"}
    assert "handed-in" in [row["event"] for row in await world.rows(campaign_log)]
    await lan.presses("Sửa kết quả")
    lan.sees("Kết quả sẽ nộp", "Số báo cáo: 15/BC-ĐƯCSC")


@pytest.mark.parametrize(
    "facts",
    [
        {"period": "2026-H1"},
        {"period": "2025-H2"},
        {"obligation": "annual_report"},
        {"agency_ids": (HEALTH, SCHOOLS)},
    ],
)
async def test_what_asks_for_something_else_or_not_surely_for_this_stays_open(
    world, province, facts
):
    await opens(province, **facts)
    await sends(province.tung)
    province.tung.sees("Đã ghi: Mẫu 05")
    province.tung.does_not_see("được tính là đã nộp")
    assert set(await states(world)) == {"assigned"}


async def test_of_several_agencies_it_is_the_senders_own(world, province):
    await opens(province, agency_ids=(HEALTH, SCHOOLS))
    async with world.app.database.begin() as tx:
        own = people.c.id == province.tung.person_id
        await tx.run(people.update().where(own).values(agency_id=SCHOOLS))
    await sends(province.tung)
    assert await states(world) == ["assigned", "done"]
    province.nam.sees("Tùng vừa ghi đã gửi Mẫu 05")


async def test_what_the_agency_has_answered_itself_or_was_given_back_stays(world, province):
    lan, tung = province.lan, province.tung
    await opens(province)
    await lan.says("/tasks 1 xong")
    for words in ("12/BC", "01/09/2026", "bỏ qua", "gửi"):
        await lan.says(words)
    await sends(tung)
    assert (await province.task())["answers"]["number"] == "12/BC"
    await tung.says("/campaign tra 1 Thiếu bản đã ký")
    await tung.says("/form 05 2026")
    await tung.presses("Mẫu 05")
    await tung.says("gửi")
    await tung.presses("Đã gửi")
    for words in ("02/09 01:00", "fax", "16/BC-ĐƯCSC", "bỏ qua", "gửi"):
        await tung.says(words)
    assert await states(world) == ["returned"]
