"""What is made by itself: last month's report on the first, Mẫu 05 before its deadlines."""

import dataclasses
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

import pytest
from msgspec.structs import replace

from bot.domain.errors import Refused
from bot.domain.paper import Finished
from bot.domain.people import Person, Role
from bot.domain.spans import span_of
from bot.domain.statistics_words import read
from bot.services import case_forms, case_papers, case_pdfs, statistics
from bot.services.case_papers import MadePaper
from bot.services.statistics_facts import Made
from storage import case_forms as kept
from storage import due, people, tables
from tests.storage.provinces import TEAM, team_with
from tests.storage.test_statistics import an_incident

DAY = timedelta(days=1)
OCTOBER_1 = datetime(2026, 10, 1, 0, 30, tzinfo=UTC)  # 07:30 there


@pytest.fixture
async def lead(database, hours):
    """A lead, with one incident of September."""
    async with database.begin() as tx:
        await an_incident(tx, 1)
        return await people.add(tx, Person(0, 7, "Tùng", Role.LEAD))


async def made(database, hours, begin, days):
    """Return what is ordered, and at once made, on each of so many days."""
    found: dict[str, list[Any]] = {}
    for number in range(days):
        hours.now = begin + number * DAY
        async with database.begin() as tx:
            await statistics.daily_due(tx, TEAM, 0, {})
            for row in await due.ripe(tx, 9, due.ALL_SLOW):
                assert await due.finish(tx, row.id)
                found.setdefault(hours.now.date().isoformat(), []).append(await _ordered(tx, row))
    return found


async def _ordered(tx, row):
    """Return the parameters of what was ordered, with the period that a paper is about."""
    if row.kind != case_forms.MAKE:
        return row.params
    paper = await kept.get(tx, row.subject_id)
    assert paper is not None
    return {"what": "form05", "period": paper.period, "version": paper.version, **row.params}


async def test_the_report_of_a_month_is_made_on_the_first_and_once(database, hours, lead):
    found = await made(database, hours, OCTOBER_1 - 2 * DAY, 12)
    assert list(found) == ["2026-10-01"]
    (params,) = found["2026-10-01"]
    assert (params["what"], params["days"]) == ("report", ["2026-09-01", "2026-09-30"])
    assert params["person_id"] is None


async def test_whoever_was_away_on_the_first_still_gets_it_within_a_week(database, hours, lead):
    assert list(await made(database, hours, OCTOBER_1 + 4 * DAY, 3)) == ["2026-10-05"]


async def test_after_a_week_it_is_left_to_who_asks(database, hours, lead):
    assert await made(database, hours, OCTOBER_1 + 7 * DAY, 3) == {}


async def test_a_month_before_the_first_incident_has_no_report(database, hours):
    assert await made(database, hours, OCTOBER_1, 2) == {}


async def test_mau_05_of_a_year_is_drafted_two_weeks_and_three_days_before(database, hours, lead):
    found = await made(database, hours, datetime(2026, 11, 25, 0, 30, tzinfo=UTC), 25)
    drafts = {
        day: [(p["version"], p["period"], p["deadline"]) for p in every if p["what"] == "form05"]
        for day, every in found.items()
    }
    year = ("year.2026-01-01.2026-12-31", "2026-12-14")
    assert {day: each for day, each in drafts.items() if each} == {
        "2026-11-30": [(1, *year)],
        "2026-12-11": [(2, *year)],
    }


async def test_mau_05_of_the_first_half_is_drafted_in_june(database, hours, lead):
    found = await made(database, hours, datetime(2027, 6, 1, 0, 30, tzinfo=UTC), 20)
    drafts = [(day, p["period"]) for day, ps in found.items() for p in ps if p["what"] == "form05"]
    half = "half.2027-01-01.2027-06-30"
    assert drafts == [("2027-06-05", half), ("2027-06-16", half)]


async def test_a_team_without_that_duty_is_not_reminded(database, hours, lead):
    hours.now = datetime(2026, 12, 12, 0, 30, tzinfo=UTC)
    async with database.begin() as tx:
        await statistics.daily_due(tx, team_with(), 0, {})
        assert await due.subjects(tx, case_forms.MAKE) == []


async def drafted(database, hours, now=datetime(2026, 11, 30, 0, 30, tzinfo=UTC), team=TEAM):
    """Have the draft of that morning made; returns its paper's number, 0 when there is none."""
    hours.now = now
    async with database.begin() as tx:
        await statistics.daily_due(tx, team, 0, {})
        rows = [row for row in await due.ripe(tx, 9, due.ALL_SLOW) if row.kind == case_forms.MAKE]
    for row in rows:
        async with database.read() as tx:
            order = await case_papers.gather(tx, team, row.subject_id, row.params)
        assert order is not None
        assert order.figures is not None
        beside = Made({"text": "mau-made", "span": {}, "lines": {"lines": [{"text": "mau-x"}]}})
        made = MadePaper(Finished("a.docx", b"paper"), "[TBSC] a", ("proposals",), beside=beside)
        async with database.begin() as tx:
            assert await due.finish(tx, row.id)
            await case_papers.keep(tx, team, row.subject_id, row.params, made)
    return rows[-1].subject_id if rows else 0


async def test_a_draft_goes_to_all_leads_says_its_deadline_and_can_be_filled_in(
    database, hours, lead
):
    paper_id = await drafted(database, hours)
    async with database.read() as tx:
        queued = await tx.all(tables.outbox.select().order_by(tables.outbox.c.id))
        paper = await kept.get(tx, paper_id)
    assert paper is not None
    assert (paper.ordered_by_id, paper.incident_id, paper.version) == (None, None, 1)
    assert paper.sha256 == sha256(b"paper").hexdigest()
    document, said = (row.params for row in queued)
    assert document["text"] == "official-made"
    first, counted, *_ = said["lines"]["lines"]
    assert first["date"] == {"text": "span-date", "day": 14, "month": 12, "year": 2026}
    assert counted == {"text": "mau-x"}
    pressed = [key["data"] for row in said["keys"] for key in row]
    assert f"formperiod:{paper.period}:05:all" in pressed
    assert f"formsent:{paper_id}" in pressed


async def test_its_pdf_goes_to_all_leads_too(database, hours, lead):
    paper_id = await drafted(database, hours, team=dataclasses.replace(TEAM, pdf=True))
    async with database.begin() as tx:
        [row] = [
            row for row in await due.ripe(tx, 9, due.ALL_SLOW) if row.kind == case_forms.MAKE_PDF
        ]
        assert row.subject_id == paper_id
        before = await tx.all(tables.outbox.select())
        await case_pdfs.keep_pdf(tx, TEAM, paper_id, row.params, Finished("a.pdf", b"%PDF"))
    async with database.read() as tx:
        rows = await tx.all(tables.outbox.select().order_by(tables.outbox.c.id))
    [told] = rows[len(before) :]
    assert (told.person_id, told.params["text"]) == (lead.id, "official-pdf")


async def test_what_was_sent_already_is_not_drafted_again(database, hours, lead):
    paper_id = await drafted(database, hours)
    async with database.begin() as tx:
        said = {"sent_at": hours.now, "number": "12/BC", "channel": "fax"}
        paper, names = await case_forms.sent(tx, TEAM, lead, paper_id, said)
        assert (paper.about, names) == ("year.2026-01-01.2026-12-31", [])
    assert await drafted(database, hours, datetime(2026, 12, 12, 0, 30, tzinfo=UTC)) == 0


async def test_a_period_is_for_leads_and_not_for_whoever_has_led(database, hours, lead):
    paper_id = await drafted(database, hours)
    former = replace(lead, role=Role.RESPONDER)
    async with database.begin() as tx:
        for refused in (
            case_papers.hand_out(tx, TEAM, former, paper_id),
            case_forms.order_pdf(tx, former, paper_id),
            case_forms.draft(tx, TEAM, former, span_of("year.2026-01-01.2026-12-31"), "05"),
        ):
            with pytest.raises(Refused, match="refused-not-allowed"):
                await refused
        with pytest.raises(Refused, match="refused-span-ahead"):
            await case_forms.draft(
                tx, TEAM, lead, span_of("year.2031-01-01.2031-12-31"), case_forms.FORM05
            )


async def test_nobody_gets_what_a_former_lead_asked_for(database, hours, lead):
    asked = read("", hours.now.date())
    async with database.begin() as tx:
        await statistics.order(tx, lead, asked)
        await tx.run(tables.people.update().values(role="responder"))
        (row,) = await due.ripe(tx, 9, due.ALL_SLOW)
    async with database.read() as tx:
        assert await statistics.gather(tx, TEAM, row.subject_id, row.params) is None
