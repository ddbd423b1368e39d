"""Days off and the periods they make, on the law's own years and on small ones made up here."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from bot.domain.calendar import (
    Day,
    Entered,
    Holiday,
    PublicHolidays,
    Swap,
    by_day,
    calendar,
    is_working_day,
    periods,
    read_day,
)
from bot.services.public_holidays import planned_until, public_holidays

YEARS = range(2024, 2030)
LAW = public_holidays(YEARS, "vi")
TET, APRIL, SEPTEMBER = "Tết Nguyên Đán", "Ngày Chiến thắng, Ngày Quốc tế Lao động", "Quốc khánh"
NEW_YEAR, KINGS, CULTURE = "Tết Dương lịch", "Ngày Giỗ Tổ Hùng Vương", "Ngày Văn hóa Việt Nam"
SWAPPED_LATE = (
    Entered(date(2026, 1, 2), True, "Nghỉ Tết Dương lịch", "12729/VPCP-KGVX"),
    Entered(date(2026, 1, 10), False, "Làm bù", "12729/VPCP-KGVX"),
)


def a_law(*days: date, planned: int = 0, swaps: tuple[Swap, ...] = ()) -> PublicHolidays:
    return PublicHolidays({day: Holiday("Lễ", ("Lễ",)) for day in days}, swaps, planned)


def of_year(year: int, *entered: Entered):
    found = periods(calendar(LAW, entered))
    return [period for period in found if period.last.year == year]


def spans(year: int, *entered: Entered):
    return [
        (f"{one.first:%d/%m}", f"{one.last:%d/%m}", one.name) for one in of_year(year, *entered)
    ]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (
            2025,
            [
                ("01/01", "01/01", NEW_YEAR),
                ("25/01", "02/02", TET),
                ("05/04", "07/04", KINGS),
                ("30/04", "04/05", APRIL),
                ("30/08", "02/09", SEPTEMBER),
            ],
        ),
        (
            2026,
            [
                ("01/01", "01/01", NEW_YEAR),
                ("14/02", "22/02", TET),
                ("25/04", "27/04", KINGS),
                ("30/04", "03/05", APRIL),
                ("29/08", "02/09", SEPTEMBER),
                ("24/11", "24/11", CULTURE),
            ],
        ),
        (
            2027,
            [
                ("01/01", "03/01", NEW_YEAR),
                ("04/02", "10/02", TET),
                ("16/04", "18/04", KINGS),
                ("30/04", "03/05", APRIL),
                ("02/09", "05/09", SEPTEMBER),
                ("24/11", "24/11", CULTURE),
            ],
        ),
        (
            2028,
            [
                ("01/01", "03/01", NEW_YEAR),
                ("22/01", "30/01", TET),
                ("04/04", "04/04", KINGS),
                ("29/04", "02/05", APRIL),
                ("01/09", "04/09", SEPTEMBER),
                ("24/11", "26/11", CULTURE),
            ],
        ),
    ],
)
def test_the_periods_off_of_a_year_are_those_the_state_announced_or_the_law_lets_expect(
    year, expected
):
    assert spans(year) == expected


def test_a_period_may_begin_in_one_year_and_end_in_the_next():
    (period, *_) = of_year(2029)
    assert (period.first, period.last, period.length) == (date(2028, 12, 30), date(2029, 1, 1), 3)


def test_a_holiday_on_the_29th_of_february_is_one_of_a_period_across_the_months():
    (period,) = periods(calendar(a_law(date(2028, 2, 29)), [Entered(date(2028, 3, 1), True, "x")]))
    assert (period.first, period.last) == (date(2028, 2, 29), date(2028, 3, 1))


def test_a_swap_that_came_late_is_entered_on_top():
    assert spans(2026)[0] == ("01/01", "01/01", NEW_YEAR)
    assert spans(2026, *SWAPPED_LATE)[0] == ("01/01", "04/01", NEW_YEAR)
    known = by_day(calendar(LAW, SWAPPED_LATE))
    assert not is_working_day(date(2026, 1, 2), known)
    assert is_working_day(date(2026, 1, 10), known)


def test_a_saturday_that_is_worked_ends_the_period_before_it():
    law = a_law(date(2027, 1, 1))
    (whole,) = periods(calendar(law, []))
    (cut,) = periods(calendar(law, [Entered(date(2027, 1, 2), False, "Làm bù")]))
    assert (whole.last, cut.last) == (date(2027, 1, 3), date(2027, 1, 1))


def test_a_holiday_that_is_worked_after_all_is_no_longer_off():
    day = date(2026, 11, 24)
    assert [period.name for period in of_year(2026)][-1] == CULTURE
    worked = Entered(day, False, "Làm việc", "1/TB")
    assert CULTURE not in [period.name for period in of_year(2026, worked)]
    assert by_day(calendar(LAW, [worked]))[day] == Day(day, "Làm việc", False, "1/TB")


def test_an_ordinary_weekend_is_no_period_and_no_working_day():
    assert periods(calendar(a_law(), [])) == ()
    assert not is_working_day(date(2026, 11, 21), {})
    assert is_working_day(date(2026, 11, 23), {})


def test_both_days_of_a_swap_bear_the_name_of_its_holiday():
    known = by_day(calendar(LAW, []))
    off, worked = known[date(2026, 8, 31)], known[date(2026, 8, 22)]
    assert (off.name, off.is_off, off.swapped_with) == (SEPTEMBER, True, worked.day)
    assert (worked.name, worked.is_off, worked.swapped_with) == (SEPTEMBER, False, off.day)


def test_no_day_is_without_a_name():
    assert [
        day for day in calendar(public_holidays(range(2010, 2041), "en"), []) if not day.name
    ] == []


def test_make_up_days_of_other_years_stay_in_their_years():
    worked = [day.day for day in calendar(public_holidays([2027], "vi"), []) if not day.is_off]
    assert worked == []
    swaps = public_holidays([2018], "vi").swaps
    assert swaps == (Swap(date(2018, 12, 31), date(2019, 1, 5)),)


def test_the_plan_that_is_known_ends_with_2026():
    """A newer package may know more: then look at what it says of that year, and go on here."""
    assert planned_until() == 2026
    assert all(period.is_confirmed for period in of_year(2026))
    assert not any(period.is_confirmed for period in of_year(2027))


def test_one_document_confirms_the_whole_period_and_no_other():
    entered = Entered(date(2027, 2, 6), True, TET, "1234/TB-BNV")
    confirmed = {period.name for period in of_year(2027, entered) if period.is_confirmed}
    assert confirmed == {TET}


def test_what_is_entered_without_a_document_confirms_nothing():
    entered = Entered(date(2027, 2, 11), True, "Nghỉ thêm")
    tet = next(period for period in of_year(2027, entered) if period.name == TET)
    assert (tet.last, tet.is_confirmed) == (date(2027, 2, 11), False)


def test_a_period_of_entered_days_alone_is_called_as_they_are():
    days = [Entered(date(2027, 6, 14 + n), True, "Quốc tang") for n in range(2)]
    (period,) = periods(calendar(a_law(), days))
    assert (period.name, period.first, period.last) == (
        "Quốc tang",
        date(2027, 6, 12),
        date(2027, 6, 15),
    )


def test_no_two_periods_have_a_day_in_common_and_a_working_day_parts_them():
    days = calendar(public_holidays(range(2010, 2041), "vi"), [])
    known, found = by_day(days), periods(days)
    for earlier, later in pairwise(found):
        between = [
            earlier.last + timedelta(days=n) for n in range(1, (later.first - earlier.last).days)
        ]
        assert any(is_working_day(day, known) for day in between), (earlier, later)


@pytest.mark.parametrize(("language", "name"), [("vi", TET), ("en", "Lunar New Year"), ("fr", TET)])
def test_names_are_in_the_readers_language_whatever_the_machine_speaks(language, name, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "th")
    law = public_holidays([2027], language)
    tet = [day for day, holiday in law.holidays.items() if holiday.feasts == (name,)]
    assert (tet[0], tet[-1], len(tet)) == (date(2027, 2, 4), date(2027, 2, 10), 7)


def test_the_lunar_new_year_is_vietnams_and_not_chinas():
    """In 2030 they are a day apart."""
    names = {day: holiday.name for day, holiday in public_holidays([2030], "vi").holidays.items()}
    assert names[date(2030, 2, 2)] == TET


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2027-02-11", date(2027, 2, 11)),
        ("11/02/2027", date(2027, 2, 11)),
        ("1/2/2027", date(2027, 2, 1)),
        ("11-02-2027", date(2027, 2, 11)),
        ("11.2.2027", date(2027, 2, 11)),
        ("2027-02-11 00:00", date(2027, 2, 11)),
        ("29/02/2028", date(2028, 2, 29)),
        ("29/02/2027", None),
        ("02/13/2027", None),
        ("11/2-2027", None),
        ("2027-02-11 07:30", None),
        ("11/02/27", None),
        ("11/02/1999", None),
        ("9999-12-31", None),
        ("²027-02-11", None),
        ("", None),
        ("Tết", None),
    ],
)
def test_a_day_is_read_as_people_and_workbooks_write_it_or_not_at_all(written, day):
    assert read_day(written) == day
