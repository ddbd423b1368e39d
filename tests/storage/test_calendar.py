"""The calendar as it is kept: what is entered, and what was said of holidays."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.catalog import load
from bot.domain.calendar import Entered
from bot.domain.errors import Refused
from bot.domain.people import Person, Role
from bot.domain.team import Team
from bot.domain.watch_offer import DECLINED, OFFERED, Word
from bot.services import calendar
from bot.services.exports import export_rows
from bot.services.register import ImportReport, Register, import_rows
from storage import calendar as stored
from storage import people, watchlog
from storage.watchlog import LogLine

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TEAM = Team(load(None), ZONE, "vi", None)
HEADER = ("date", "day", "name", "document")
NEW_YEAR = Entered(date(2026, 1, 2), True, "Nghỉ Tết Dương lịch", "12729/VPCP-KGVX")
MAKE_UP = Entered(date(2026, 1, 10), False, "Làm bù")


@pytest.fixture
async def admin(database) -> Person:
    async with database.begin() as tx:
        return await people.add(tx, Person(0, 1, "Quản trị", Role.ADMIN))


async def test_what_is_entered_twice_is_there_once_as_it_was_entered_last(database, admin):
    async with database.begin() as tx:
        await stored.put(tx, [NEW_YEAR, MAKE_UP], admin.id)
        changed = Entered(MAKE_UP.day, False, "Đi làm bù", "1/TB")
        await stored.put(tx, [changed], None)
        assert await stored.everything(tx) == [NEW_YEAR, changed]
        assert await stored.between(tx, date(2026, 1, 3), date(2026, 1, 10)) == [changed]
        assert await stored.remove(tx, MAKE_UP.day)
        assert not await stored.remove(tx, MAKE_UP.day)
        assert await stored.everything(tx) == [NEW_YEAR]


async def test_what_is_entered_lies_on_top_until_it_is_taken_back(database, admin):
    first, last = date(2026, 1, 1), date(2026, 1, 31)
    async with database.begin() as tx:
        assert await calendar.off_days(tx, TEAM, first, last) == {first}
        await calendar.enter(tx, TEAM, admin, NEW_YEAR)
        await calendar.enter(tx, TEAM, admin, MAKE_UP)
        assert await calendar.off_days(tx, TEAM, first, last) == {first, NEW_YEAR.day}
        days = await calendar.days(tx, TEAM, first, last)
        assert [(day.day.day, day.is_off) for day in days] == [(1, True), (2, True), (10, False)]
        await calendar.take_back(tx, TEAM, admin, NEW_YEAR.day)
        assert await calendar.off_days(tx, TEAM, first, last) == {first}
        with pytest.raises(Refused, match="refused-holiday-not-entered"):
            await calendar.take_back(tx, TEAM, admin, NEW_YEAR.day)


async def test_a_day_without_a_name_keeps_the_one_it_has_or_is_refused(database, admin):
    async with database.begin() as tx:
        await calendar.enter(tx, TEAM, admin, Entered(date(2027, 2, 6), True, "", "1/TB"))
        (entered,) = await stored.everything(tx)
        assert (entered.name, entered.document) == ("Tết Nguyên Đán", "1/TB")
        with pytest.raises(Refused, match="refused-holiday-name"):
            await calendar.enter(tx, TEAM, admin, Entered(date(2027, 3, 3), True, ""))


async def test_a_period_is_seen_whole_from_any_of_its_days(database):
    async with database.read() as tx:
        day = date(2028, 12, 31)
        (period,) = await calendar.periods(tx, TEAM, day, day)
        assert (period.first, period.last) == (date(2028, 12, 30), date(2029, 1, 1))
        assert await calendar.periods(tx, TEAM, date(2028, 12, 20), date(2028, 12, 29)) == ()


async def test_the_day_is_the_teams_and_not_the_machines(database, hours):
    hours.now = datetime(2026, 9, 1, 17, 30, tzinfo=UTC)
    async with database.read() as tx:
        assert calendar.today(tx, TEAM) == date(2026, 9, 2)


@pytest.mark.parametrize(
    ("now", "firsts"),
    [
        (datetime(2026, 2, 15, tzinfo=UTC), ["14/02/2026", "25/04/2026", "30/04/2026"]),
        (datetime(2026, 11, 22, tzinfo=UTC), ["24/11/2026", "01/01/2027", "04/02/2027"]),
        (datetime(2026, 12, 31, 20, tzinfo=UTC), ["01/01/2027", "04/02/2027", "16/04/2027"]),
    ],
)
async def test_the_periods_to_come_are_at_least_three(database, hours, now, firsts):
    hours.now = now
    async with database.read() as tx:
        coming = await calendar.coming(tx, TEAM, "vi")
    assert [f"{period.first:%d/%m/%Y}" for period in coming][:3] == firsts


async def test_what_was_said_of_a_holiday_is_remembered_with_its_local_day(database, hours, admin):
    hours.now = datetime(2027, 1, 4, 17, 30, tzinfo=UTC)
    details = {"first": "2027-02-04", "last": "2027-02-10"}
    async with database.begin() as tx:
        await watchlog.enter(tx, LogLine(OFFERED, details=details))
        await watchlog.enter(tx, LogLine("note", text="khác"))
        await watchlog.enter(tx, LogLine(DECLINED, person_id=admin.id, details=details))
        said = await stored.said_of_holidays(tx, tx.now - timedelta(days=1), ZONE)
        first, last, on = date(2027, 2, 4), date(2027, 2, 10), date(2027, 1, 5)
        assert said == [Word(OFFERED, first, last, on), Word(DECLINED, first, last, on)]
        assert await stored.said_of_holidays(tx, tx.now + timedelta(1), ZONE) == []
        by = await stored.declined_by(tx, last, date(2027, 3, 1), tx.now)
        assert by is not None
        assert (by.name, by.at) == ("Quản trị", tx.now)
        assert await stored.declined_by(tx, date(2027, 2, 11), date(2027, 3, 1), tx.now) is None


async def test_an_import_changes_only_the_days_it_names(database):
    rows = [(1, HEADER), (2, ("2/1/2026", "off", "Tết", "1/TB")), (3, ("10/1/2026", "work", "x"))]
    async with database.begin() as tx:
        assert await import_rows(tx, TEAM, Register.HOLIDAYS, rows) == ImportReport(2, 0, 0)
        again = [(1, HEADER[:3]), (2, ("2026-01-02", "off", "Tết Dương lịch"))]
        assert await import_rows(tx, TEAM, Register.HOLIDAYS, again) == ImportReport(0, 1, 0)
        assert await import_rows(tx, TEAM, Register.HOLIDAYS, again) == ImportReport(0, 0, 1)
        assert await stored.everything(tx) == [
            Entered(date(2026, 1, 2), True, "Tết Dương lịch", "1/TB"),
            Entered(date(2026, 1, 10), False, "x"),
        ]


async def test_what_is_exported_is_what_was_entered_and_can_be_imported(database, admin):
    async with database.begin() as tx:
        await stored.put(tx, [MAKE_UP, NEW_YEAR], admin.id)
        header, *lines = await export_rows(tx, TEAM, Register.HOLIDAYS)
        assert tuple(header) == HEADER
        assert [tuple(line) for line in lines] == [
            ("2026-01-02", "off", "Nghỉ Tết Dương lịch", "12729/VPCP-KGVX"),
            ("2026-01-10", "work", "Làm bù", ""),
        ]
        rows = list(enumerate([header, *lines], start=1))
        assert await import_rows(tx, TEAM, Register.HOLIDAYS, rows) == ImportReport(0, 0, 2)
