"""A whole year of campaigns with the clock moved: who is reminded of what on which day.

The table was worked out by hand from the orders: clean-up before 25/6, a scan by the end of each
half year, a drill before 30/11; 30, 14, 7, 3 and 1 days before, on the day, then every working day,
the head after 3 days, the leads after 7. What falls on a day off is said the working day before.
"""

from datetime import date, timedelta

import pytest
from sqlalchemy import update

from bot.domain.obligations import Opening
from bot.domain.paper import Finished
from bot.domain.people import Role
from bot.services import campaign_reminders, rollups
from bot.workshop import Work
from storage.tables import agencies, outbox, people
from tests.campaign_years import Year, day
from tests.province import a_province

ASKED = {"scan", "malware_cleanup", "drill"}

# Sở has a system of level 3, Xã has none. Each line: the day, and who hears of how much.
EXPECTED = """
25/05 Xã
31/05 Sở
10/06 Xã
16/06 Sở
17/06 Xã
21/06 Xã
23/06 Xã
24/06 Xã
25/06 Xã
28/06 Xã, Chủ tịch xã
29/06 Xã
30/06 Xã
01/07 Xã, Tùng, Vân
02/07 Xã
29/10 Sở
15/11 Sở
22/11 Sở
26/11 Sở
29/11 Sở
30/11 Sở
01/12 Sở
02/12 Sở
17/12 Sở
"""
CLOCKS = (
    (timedelta(hours=8, minutes=5), rollups.rollup_due),
    (timedelta(hours=8, minutes=30), campaign_reminders.remind_due),
)
REPORTED = [
    ("25/06 08:05", "rollup-made"),
    ("01/07 08:05", "rollup-made"),
    ("05/07 08:00", "rollup-remade"),
    ("30/11 08:05", "rollup-made"),
    ("02/12 13:00", "rollup-remade"),
]
OPENED = {
    "2027 malware_cleanup": ("01/05 07:45", "24/06", "29/06"),
    "2027-H1 scan": ("01/05 07:45", "30/06", "07/07"),
    "2027 drill": ("02/06 07:45", "29/11", "14/12"),
    "2027-H2 scan": ("01/11 07:45", "31/12", "10/01"),
}


def blank(given: object) -> list[Finished]:
    """Make empty papers in no time."""
    del given
    return [Finished("bao-cao.docx", b""), Finished("ket-qua.xlsx", b"")]


@pytest.fixture
async def province(database_url):
    """A department, a commune and its chairman; three obligations."""
    works = {rollups.MAKE_REPORT: Work(rollups.gather_report, blank, rollups.keep_report)}
    async with a_province(database_url, "2027-01-01 00:00", paper_works=works) as found:
        book = found.team.catalog.campaigns
        chosen = tuple(
            each.model_copy(update={"opening": Opening.AUTO})
            for each in book.obligations
            if each.code in ASKED
        )
        mine = book.model_copy(update={"obligations": chosen})
        found.team.catalog = found.team.catalog.model_copy(update={"campaigns": mine})
        await found.agency("Sở", "Sở", 3)
        await found.agency("Xã", "Xã")
        head = await found.person("Chủ tịch xã", Role.STAFF)
        async with found.database.begin() as tx:
            is_xa = agencies.c.name == "Xã"
            await tx.run(update(agencies).where(is_xa).values(head_id=head.id))
        yield found


CLEAN = {"protected": [10, 10], "updated": True, "infected": 0, "cleaned": 0, "shares": True}
SCAN = {"scanned_on": "2027-06-10", "found": 2, "serious": 0, "fixed": 2, "takeover": False}
DRILL = {
    "drilled_on": "2027-11-30",
    "people": 9,
    "outside": False,
    "found": 0,
    "fixed": 0,
    "takeover": False,
}


OPENINGS = (date(2027, 5, 1), date(2027, 6, 2), date(2027, 11, 1))


async def reported(province):
    leads = {row["id"] for row in await province.rows(people) if row["name"] == "Tùng"}
    return [
        (day(row["created_at"], "%d/%m %H:%M"), row["params"]["text"])
        for row in await province.rows(outbox)
        if row["person_id"] in leads and str(row["params"].get("text")).startswith("rollup-")
    ]


async def test_a_year_of_reminders_is_the_one_worked_out_by_hand(province):
    year = Year(province, CLOCKS, OPENINGS)
    clean_up, drill = "2027 malware_cleanup", "2027 drill"
    await year.hands_in("2027-05-10 09:00", "Sở", clean_up, CLEAN)
    await year.hands_in("2027-06-17 09:00", "Sở", "2027-H1 scan", SCAN)
    await year.hands_in("2027-07-05 07:00", "Xã", clean_up, CLEAN)
    await year.hands_in("2027-12-02 12:00", "Sở", drill, DRILL)
    await year.hands_in("2027-12-20 09:00", "Sở", "2027-H2 scan", SCAN)
    await year.lives("2028-01-01 00:00")
    assert await year.opened() == OPENED
    assert await year.heard() == EXPECTED.strip().splitlines()
    assert await reported(province) == REPORTED
