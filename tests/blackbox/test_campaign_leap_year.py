"""The same in a leap year: 2028, where February has a 29th day, as worked out by hand.

A monthly duty is due on 29/2 and the next one opens on that very day; the head of the commune hears
of it 3 days later. The scan of the first half is due on a Friday, that of the second on a Sunday;
3 days before the drill is a Sunday, and the Friday before that a holiday (24/11).
"""

from datetime import date, timedelta

import pytest
from sqlalchemy import update

from bot.domain.obligations import Opening
from bot.domain.people import Role
from bot.services import campaign_reminders
from storage.tables import agencies
from tests.campaign_years import Year
from tests.province import a_province
from tests.storage.provinces import duty

EXPECTED = """
15/02 Xã
22/02 Xã
25/02 Xã
28/02 Xã
29/02 Xã
01/03 Xã
02/03 Xã
03/03 Xã, Chủ tịch xã
06/03 Xã
17/03 Xã
24/03 Xã
28/03 Xã
30/03 Xã
31/05 Sở
16/06 Sở
23/06 Sở
27/06 Sở
30/10 Sở
15/11 Sở
22/11 Sở
23/11 Sở
28/11 Sở
01/12 Sở
15/12 Sở
22/12 Sở
28/12 Sở
29/12 Sở
"""
OPENED = {
    "2028-02 monthly": ("29/01 07:45", "29/02", "05/03"),
    "2028-03 monthly": ("29/02 07:45", "31/03", "05/04"),
    "2028-H1 scan": ("01/05 07:45", "30/06", "07/07"),
    "2028 drill": ("02/06 07:45", "29/11", "14/12"),
    "2028-H2 scan": ("01/11 07:45", "31/12", "08/01"),
}
OPENINGS = (
    *(date(2028, 1, 29), date(2028, 2, 29), date(2028, 5, 1)),
    *(date(2028, 6, 2), date(2028, 11, 1)),
)
CLOCKS = ((timedelta(hours=8, minutes=30), campaign_reminders.remind_due),)
MONTHLY = duty(
    code="monthly",
    names={"vi": "Báo cáo tháng"},
    kinds=("Xã",),
    every="month",
    due="end of period",
    rollup="by day 5 of next month",
    opens_before=31,
    valid_from=date(2028, 2, 1),
    valid_until=date(2028, 3, 31),
)
SCAN = {"scanned_on": "2028-06-10", "found": 2, "serious": 0, "fixed": 2, "takeover": False}
DRILL = {
    "drilled_on": "2028-11-28",
    "people": 9,
    "outside": False,
    "found": 0,
    "fixed": 0,
    "takeover": False,
}


@pytest.fixture
async def province(database_url):
    """A department with a system of level 3, a commune and its chairman; three obligations."""
    async with a_province(database_url, "2028-01-25 00:00") as found:
        book = found.team.catalog.campaigns
        chosen = [each for each in book.obligations if each.code in {"scan", "drill"}]
        auto = [each.model_copy(update={"opening": Opening.AUTO}) for each in chosen]
        mine = book.model_copy(update={"obligations": (MONTHLY, *auto)})
        found.team.catalog = found.team.catalog.model_copy(update={"campaigns": mine})
        await found.agency("Sở", "Sở", 3)
        await found.agency("Xã", "Xã")
        head = await found.person("Chủ tịch xã", Role.STAFF)
        async with found.database.begin() as tx:
            is_xa = agencies.c.name == "Xã"
            await tx.run(update(agencies).where(is_xa).values(head_id=head.id))
        yield found


async def test_a_leap_year_of_reminders_is_the_one_worked_out_by_hand(province):
    year = Year(province, CLOCKS, OPENINGS)
    await year.hands_in("2028-03-06 09:00", "Xã", "2028-02 monthly", {})
    await year.hands_in("2028-03-30 12:00", "Xã", "2028-03 monthly", {})
    await year.hands_in("2028-06-28 09:00", "Sở", "2028-H1 scan", SCAN)
    await year.hands_in("2028-11-29 07:00", "Sở", "2028 drill", DRILL)
    await year.lives("2029-01-01 00:00")
    assert await year.opened() == OPENED
    assert await year.heard() == EXPECTED.strip().splitlines()
