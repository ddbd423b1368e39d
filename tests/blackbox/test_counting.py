"""What is done counts wherever the catalog asks for it once in the same period."""

from datetime import date

import pytest

from bot.domain.audience import Audience, Per
from bot.services import opening
from storage import campaign_facts, campaigns
from storage.campaign_tables import assignments, campaign_log
from storage.tables import people
from tests.province import a_province

ASKED = {"code": "scanned_on", "kind": "date", "names": {"vi": "Ngày"}}
END_OF_JUNE, END_OF_YEAR = date(2028, 6, 30), date(2028, 12, 31)
SAID = {"scanned_on": "2028-04-10"}


@pytest.fixture
async def province(database_url):
    """Two agencies with systems, in the spring of a leap year."""
    async with a_province(database_url, "2028-04-10 09:00") as found:
        await found.agency("Sở Tài chính", "Sở", 3, 2)
        await found.agency("UBND xã Hạ Lang", "Xã", 2)
        yield found


def duty(feeds, period="2028-H1"):
    return {"facts": {"obligation": feeds, "period": period}, "feeds": feeds}


async def states(province, campaign_id):
    rows = await province.rows(assignments)
    return [row["state"] for row in rows if row["campaign_id"] == campaign_id]


@pytest.mark.parametrize("feeds", ["scan", "hunt"])
async def test_a_scan_and_a_hunt_count_for_their_half_year(province, feeds):
    first = await province.opens("Nửa năm đầu", END_OF_JUNE, ASKED, **duty(feeds))
    second = await province.opens("Nửa năm sau", END_OF_YEAR, **duty(feeds, "2028-H2"))
    own = await province.opens("Đợt riêng", date(2028, 5, 1), ASKED, feeds=feeds)
    await province.answers("Sở Tài chính", own, **SAID)
    assert await states(province, first) == ["done", "assigned"]
    assert await states(province, second) == ["assigned", "assigned"]
    (told,) = await province.told("task-counted")
    assert (told["name"], told["count"]) == ("Nửa năm đầu", 1)


@pytest.mark.both_databases
async def test_what_was_done_before_counts_when_its_duty_is_opened(province):
    own = await province.opens("Đợt riêng", date(2028, 5, 1), ASKED, feeds="scan", per=Per.SYSTEM)
    await province.answers("UBND xã Hạ Lang", own, **SAID)
    duties = await province.opens("Nửa năm đầu", END_OF_JUNE, ASKED, **duty("scan"), per=Per.SYSTEM)
    found = [row for row in await province.rows(assignments) if row["campaign_id"] == duties]
    assert [(row["state"], row["answers"]) for row in found if row["state"] == "done"] == [
        ("done", SAID)
    ]
    assert len(found) == 3
    (line,) = [row for row in await province.rows(campaign_log) if row["event"] == "counted"]
    assert (line["campaign_id"], line["params"]) == (duties, {"of": "DY-2028-0001"})


async def test_what_an_agency_did_for_all_its_systems_counts_for_each(province):
    whole = await province.opens("Toàn cơ quan", date(2028, 5, 1), feeds="scan")
    await province.answers("Sở Tài chính", whole)
    duties = await province.opens("Nửa năm đầu", END_OF_JUNE, **duty("scan"), per=Per.SYSTEM)
    assert await states(province, duties) == ["done", "done", "assigned"]
    (told,) = await province.told("task-counted")
    assert told["count"] == 2
    async with province.database.read() as tx:
        never = await campaign_facts.never_done(tx, "scan")
    assert [row.agency for row in never] == ["UBND xã Hạ Lang"]


async def test_what_is_ordered_by_hand_is_done_by_doing_it(province):
    duties = await province.opens("Nửa năm đầu", END_OF_JUNE, **duty("hunt"))
    await province.answers("Sở Tài chính", duties)
    agency_id = province.agency_ids["Sở Tài chính"]
    order = {"feeds": "hunt", "scope": Audience(agency_ids=(agency_id,))}
    ordered = await province.opens("Săn lùng ngay", date(2028, 4, 17), **order)
    assert await states(province, ordered) == ["assigned"]


async def test_a_late_scan_counts_for_no_second_half_year(province):
    first = await province.opens("Nửa năm đầu", END_OF_JUNE, **duty("scan"))
    await province.until("2028-07-05 09:00")
    await province.answers("Sở Tài chính", first)
    second = await province.opens("Nửa năm sau", END_OF_YEAR, **duty("scan", "2028-H2"))
    assert await states(province, second) == ["assigned", "assigned"]


async def test_who_has_left_hears_nothing_of_what_still_counts(province):
    own = await province.opens("Đợt riêng", date(2028, 5, 1), feeds="scan")
    await province.answers("Sở Tài chính", own)
    async with province.database.begin() as tx:
        gone = people.c.id == province.contacts["Sở Tài chính"].id
        await tx.run(people.update().where(gone).values(active=False))
    duties = await province.opens("Nửa năm đầu", END_OF_JUNE, **duty("scan"))
    assert await states(province, duties) == ["done", "assigned"]
    assert await province.told("task-counted") == []


async def test_what_was_given_back_is_not_handed_in_again_by_another_result(province):
    duties = await province.opens("Nửa năm đầu", END_OF_JUNE, ASKED, **duty("scan"))
    own = await province.opens("Đợt riêng", date(2028, 5, 1), feeds="scan")
    other = await province.opens("Đợt khác", date(2028, 5, 2), feeds="scan")
    await province.answers("Sở Tài chính", own)
    async with province.database.begin() as tx:
        mine = (assignments.c.campaign_id == duties, assignments.c.state == "done")
        back = {"state": "returned", "reason": "thiếu biên bản", "answers": SAID}
        await tx.run(assignments.update().where(*mine).values(**back))
    await province.answers("Sở Tài chính", other)
    await province.agency("Sở Nội vụ", "Sở", 2)
    async with province.database.begin() as tx:
        await opening.take_in(tx, province.team, await campaigns.get(tx, duties))
    rows = [row for row in await province.rows(assignments) if row["campaign_id"] == duties]
    assert [row["state"] for row in rows] == ["returned", "assigned", "assigned"]
    assert (rows[0]["reason"], rows[0]["answers"]) == ("thiếu biên bản", SAID)


async def test_what_does_not_apply_is_no_scan(province):
    own = await province.opens("Đợt riêng", date(2028, 5, 1), feeds="scan")
    async with province.database.begin() as tx:
        await tx.run(
            assignments.update()
            .where(assignments.c.campaign_id == own)
            .values(state="accepted", reason="không có", done_at=tx.now)
        )
        assert len(await campaign_facts.never_done(tx, "scan")) == 3
    duties = await province.opens("Nửa năm đầu", END_OF_JUNE, **duty("scan"))
    assert await states(province, duties) == ["assigned", "assigned"]
