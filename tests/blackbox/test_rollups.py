"""Roll-ups when they are due, made anew for late answers, and what else an answer leads to."""

from datetime import date
from io import BytesIO

import docx
import pytest

from bot.domain.people import Role
from bot.services import plans, rollups
from bot.services.register_checks import finding_words
from storage import campaign_facts, campaigns, findings, people
from storage.campaign_tables import assignments, campaign_log
from storage.campaign_tables import campaigns as kept
from storage.tables import incidents
from storage.watch_tables import papers
from tests.province import a_province

COVERED = {"code": "covered", "kind": "number_of", "names": {"vi": "Máy đã cài"}}
WEAK = {
    "code": "weak",
    "kind": "yes_no",
    "names": {"vi": "Có điểm yếu cho phép chiếm quyền?"},
    "finding": "takeover",
}
BACKUP = [
    {"code": code, "kind": kind, "names": {"vi": code}, "required": False}
    for code, kind in (
        ("copies", "number"),
        ("media", "number"),
        ("offline", "yes_no"),
        ("restore_tested", "date"),
        ("restore_hours", "number"),
    )
]
DUE, ROLLUP = date(2027, 6, 24), date(2027, 6, 29)


@pytest.fixture
async def province(database_url):
    """Three agencies and two leads, on Monday 21 June 2027."""
    async with a_province(database_url, "2027-06-21 09:00") as found:
        await found.agency("Sở Tài chính", "Sở", 3)
        await found.agency("UBND xã Đàm Thủy", "Xã")
        await found.agency("UBND xã Hạ Lang", "Xã")
        yield found


@pytest.fixture
async def clean_up(province):
    return await province.opens(
        "Làm sạch mã độc", DUE, COVERED, rollup=ROLLUP, receiver="UBND tỉnh"
    )


async def said_in_report(province):
    reports = [row for row in await province.rows(papers) if row["name"].endswith(".docx")]
    document = docx.Document(BytesIO(reports[-1]["content"]))
    rows = [" | ".join(cell.text for cell in row.cells) for t in document.tables for row in t.rows]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *rows])


async def test_the_roll_up_is_there_on_the_working_morning_after_the_deadline(province, clean_up):
    await province.starts(rollups.ROLLUP)
    await province.answers("Sở Tài chính", clean_up, covered=[9, 10])
    await province.until("2027-06-25 08:04")
    assert await province.told("rollup-made") == []
    await province.until("2027-06-25 08:06")
    assert len(await province.told("rollup-made")) == 2  # both leads
    assert len(await province.told("answers-made")) == 2
    written = await said_in_report(province)
    assert "9 trên 10" in written
    assert "Chưa nộp: 2 đầu việc." in written


async def test_it_waits_for_the_end_of_the_weekend_unless_that_is_too_late(province):
    await province.starts(rollups.ROLLUP)
    patient = await province.opens("A", date(2027, 6, 25), rollup=ROLLUP)  # a Friday
    urgent = await province.opens("B", date(2027, 6, 25), rollup=date(2027, 6, 26))
    await province.until("2027-06-26 09:00")
    assert [told["name"] for told in await province.told("rollup-made")] == ["B", "B"]
    await province.until("2027-06-28 09:00")
    assert [told["name"] for told in await province.told("rollup-made")] == ["B", "B", "A", "A"]
    assert patient < urgent


async def test_late_answers_of_one_hour_are_one_new_roll_up(province, clean_up):
    await province.starts(rollups.ROLLUP)
    await province.until("2027-06-25 09:00")
    await province.answers("Sở Tài chính", clean_up, covered=[9, 10])
    await province.until("2027-06-25 09:30")
    await province.answers("UBND xã Đàm Thủy", clean_up, covered=[1, 10])
    await province.until("2027-06-25 10:01")
    assert len(await province.told("rollup-remade")) == 2
    written = await said_in_report(province)
    assert "10 trên 20" in written
    assert "Nộp muộn: 2 đầu việc." in written


@pytest.mark.both_databases
async def test_a_corrected_answer_makes_it_anew_too(province, clean_up):
    await province.starts(rollups.ROLLUP)
    await province.answers("Sở Tài chính", clean_up, covered=[9, 10])
    await province.until("2027-06-25 09:00")
    await province.answers("Sở Tài chính", clean_up, covered=[10, 10])
    await province.until("2027-06-25 11:00")
    assert "10 trên 10" in await said_in_report(province)


async def test_without_anything_new_it_is_made_once(province, clean_up):
    await province.starts(rollups.ROLLUP)
    await province.until("2027-06-28 12:00")
    assert len(await province.told("rollup-made")) == 2
    assert await province.told("rollup-remade") == []


async def test_before_the_deadline_an_answer_makes_nothing(province, clean_up):
    await province.starts(rollups.ROLLUP)
    await province.answers("Sở Tài chính", clean_up, covered=[9, 10])
    await province.until("2027-06-23 12:00")
    assert await province.rows(papers) == []


@pytest.mark.parametrize(
    ("form", "text", "name"),
    [
        ("png", "board-made", "tien-do-dy-2027-0001.png"),
        ("xlsx", "answers-made", "ket-qua-dy-2027-0001.xlsx"),
    ],
)
async def test_whoever_asks_gets_the_board_or_the_answers(province, clean_up, form, text, name):
    async with province.database.begin() as tx:
        lead = next(iter(await people.with_roles(tx, (Role.LEAD,))))
        await rollups.order(tx, province.team, lead, await campaigns.get(tx, clean_up), form)
    await province.works()
    assert len(await province.told(text, lead)) == 1
    assert [row["name"] for row in await province.rows(papers)] == [name]


async def test_a_report_on_demand_is_not_the_one_that_is_due(province, clean_up):
    await province.starts(rollups.ROLLUP)
    async with province.database.begin() as tx:
        lead = next(iter(await people.with_roles(tx, (Role.LEAD,))))
        await rollups.order(tx, province.team, lead, await campaigns.get(tx, clean_up), "docx")
    await province.until("2027-06-25 09:00")
    assert len(await province.told("rollup-made", lead)) == 2


async def test_who_leads_no_more_gets_no_report(province, clean_up):
    async with province.database.begin() as tx:
        lead = next(iter(await people.with_roles(tx, (Role.LEAD,))))
        await rollups.order(tx, province.team, lead, await campaigns.get(tx, clean_up), "docx")
        await people.change(tx, lead.id, role=Role.STAFF)
    await province.works()
    assert await province.rows(papers) == []


@pytest.mark.parametrize("form", ["png", "ics"])
async def test_the_plan_of_a_year_is_sent_in_the_form_asked_for(province, clean_up, form):
    async with province.database.begin() as tx:
        lead = next(iter(await people.with_roles(tx, (Role.LEAD,))))
        await plans.order(tx, province.team, lead, form)
    await province.works()
    (paper,) = await province.rows(papers)
    assert paper["name"] == f"ke-hoach-dot-yeu-cau-2027-06.{form}"
    if form == "ics":
        assert "Làm sạch mã độc" in paper["content"].decode().replace("\r\n ", "")


async def test_a_weakness_that_allows_a_takeover_opens_an_incident_and_a_hunt_at_once(province):
    scan = await province.opens("Rà quét", DUE, WEAK, feeds="scan")
    await province.answers("Sở Tài chính", scan, weak=True)
    (incident,) = await province.rows(incidents)
    assert (incident["kind"], incident["status"]) == ("intrusion", "received")
    assert incident["agency_id"] == province.agency_ids["Sở Tài chính"]
    hunt = (await province.rows(kept))[-1]
    assert (hunt["feeds"], hunt["state"]) == ("hunt", "open")
    owed = [row for row in await province.rows(assignments) if row["campaign_id"] == hunt["id"]]
    assert [row["agency_id"] for row in owed] == [incident["agency_id"]]
    told = await province.told("outcome-takeover")
    assert {one["incident"] for one in told} == {incident["code"]}
    async with province.database.read() as tx:
        (finding,) = await findings.open_ones(tx, kind="takeover")
    assert finding.params == {"code": incident["code"], "hunt": hunt["code"]}


async def test_a_corrected_answer_opens_no_second_incident(province):
    scan = await province.opens("Rà quét", DUE, WEAK, feeds="scan")
    for weak in (True, False, True):
        await province.answers("Sở Tài chính", scan, weak=weak)
    assert len(await province.rows(incidents)) == 1
    async with province.database.read() as tx:
        (finding,) = await findings.open_ones(tx, kind="takeover")
    assert set(finding.params) == {"code", "hunt"}  # the page of the system goes on naming both


async def test_what_a_hunt_brings_to_light_is_told_as_it_was_asked(province):
    traces = {
        "code": "traces",
        "kind": "yes_no",
        "finding": "intrusion",
        "names": {"vi": "Có dấu hiệu bị xâm nhập"},
    }
    hunt = await province.opens("Săn lùng", DUE, traces, feeds="hunt")
    await province.answers("Sở Tài chính", hunt, traces=True)
    async with province.database.read() as tx:
        (finding,) = await findings.open_ones(tx, kind="intrusion")
        said = finding_words(finding.kind, finding.params)["said"]
    assert said == {"text": "rollup-finding-other", "kind": "Có dấu hiệu bị xâm nhập"}


async def test_a_scan_that_finds_nothing_opens_nothing(province):
    scan = await province.opens("Rà quét", DUE, WEAK, feeds="scan")
    await province.answers("Sở Tài chính", scan, weak=False)
    assert await province.rows(incidents) == []
    assert len(await province.rows(kept)) == 1


async def test_backups_that_fall_short_are_findings_until_they_do_not(province):
    check = await province.opens("Sao lưu", DUE, *BACKUP, feeds="backup")
    good = {"copies": 3, "media": 2, "offline": True, "restore_hours": 24}
    tested = {"restore_tested": "2027-01-05"}
    await province.answers("Sở Tài chính", check, **good | {"copies": 2})
    assert await gaps(province) == [("copies", 2), ("untested", None)]
    await province.answers("Sở Tài chính", check, **good | {"restore_tested": "2025-03-01"})
    assert await gaps(province) == [("test-old", "01/03/2025")]
    await province.answers("Sở Tài chính", check, **good | tested)
    assert await gaps(province) == []


async def gaps(province):
    async with province.database.read() as tx:
        found = await findings.open_ones(tx, kind="backup-rule")
    return [(row.params["gap"], row.params["found"]) for row in found]


async def test_a_drill_done_counts_for_its_year(province):
    asked = {"code": "held_on", "kind": "date", "names": {"vi": "Ngày"}}
    duty = {"facts": {"obligation": "drill", "period": "2027"}, "feeds": "drill"}
    yearly = await province.opens("Diễn tập năm", date(2027, 11, 30), asked, **duty)
    own = await province.opens("Diễn tập của Đội", DUE, asked, WEAK, feeds="drill")
    await province.answers("Sở Tài chính", own, held_on="2027-06-21", weak=False)
    states = {
        row["agency_id"]: (row["state"], row["answers"])
        for row in await province.rows(assignments)
        if row["campaign_id"] == yearly
    }
    assert states.pop(province.agency_ids["Sở Tài chính"]) == ("done", {"held_on": "2027-06-21"})
    assert {state for state, _ in states.values()} == {"assigned"}
    counted = [row for row in await province.rows(campaign_log) if row["event"] == "counted"]
    assert [row["campaign_id"] for row in counted] == [yearly]


async def test_a_drill_of_this_year_does_not_count_for_the_next(province):
    duty = {"facts": {"obligation": "drill", "period": "2028"}, "feeds": "drill"}
    later = await province.opens("Diễn tập năm sau", date(2028, 3, 1), **duty)
    own = await province.opens("Diễn tập", DUE, feeds="drill")
    await province.answers("Sở Tài chính", own)
    states = [r["state"] for r in await province.rows(assignments) if r["campaign_id"] == later]
    assert set(states) == {"assigned"}


@pytest.mark.both_databases
async def test_systems_never_scanned_stand_in_the_report_of_a_scan(province):
    scan = await province.opens("Rà quét", DUE, WEAK, feeds="scan", rollup=ROLLUP)
    async with province.database.begin() as tx:
        await rollups.order(tx, province.team, None, await campaigns.get(tx, scan), "docx")
        assert len(await campaign_facts.never_done(tx, "scan")) == 1
    await province.works()
    said = await said_in_report(province)
    assert "Sở Tài chính | Hệ thống Hệ thống 1 Sở Tài chính chưa từng được rà quét." in said
