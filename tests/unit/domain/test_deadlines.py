from datetime import date

import pytest

from bot.domain.deadlines import (
    add_working_days,
    day_of,
    last_working,
    next_working,
    parse_deadline,
)

HOLIDAYS = {date(2026, 4, 30), date(2026, 5, 1)}
JUNE, HALF, LEAP = date(2026, 6, 30), date(2026, 6, 30), date(2028, 2, 29)


def working(day):
    return day.weekday() < 5 and day not in HOLIDAYS


@pytest.mark.parametrize(
    ("written", "last", "day"),
    [
        ("end of period", HALF, date(2026, 6, 30)),
        ("before 25/6", date(2026, 12, 31), date(2026, 6, 24)),
        ("by 25/6", date(2026, 12, 31), date(2026, 6, 25)),
        ("BEFORE  1/1", date(2026, 12, 31), date(2025, 12, 31)),
        ("before 1/3", date(2028, 12, 31), date(2028, 2, 29)),
        ("before 1/3", date(2027, 12, 31), date(2027, 2, 28)),
        ("by 29/2", date(2028, 12, 31), date(2028, 2, 29)),
        ("by 29/2", date(2027, 12, 31), date(2027, 2, 28)),
        ("by 30/6/2027", date(2027, 6, 30), date(2027, 6, 30)),
        ("by day 5", JUNE, date(2026, 6, 5)),
        ("before day 5", JUNE, date(2026, 6, 4)),
        ("by day 31", JUNE, date(2026, 6, 30)),
        ("by day 31", LEAP, date(2028, 2, 29)),
        ("by day 5 of next month", JUNE, date(2026, 7, 5)),
        ("by day 31 of next month", date(2027, 1, 31), date(2027, 2, 28)),
        ("by day 5 of next month", date(2026, 12, 31), date(2027, 1, 5)),
        ("by weekday 5", date(2026, 6, 28), date(2026, 6, 26)),
        ("before weekday 5", date(2026, 6, 28), date(2026, 6, 25)),
        ("by weekday 7", date(2026, 6, 28), date(2026, 6, 28)),
        ("last working day", date(2026, 5, 31), date(2026, 5, 29)),
        ("last working day", date(2026, 4, 30), date(2026, 4, 29)),
    ],
)
def test_a_deadline_is_the_last_day_on_which_it_is_in_time(written, last, day):
    assert day_of(parse_deadline(written), last, working) == day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("5 working days after", date(2026, 7, 7)),
        ("1 working day after", date(2026, 7, 1)),
        ("5 days after", date(2026, 7, 5)),
    ],
)
def test_the_second_deadline_may_be_counted_from_the_first(written, day):
    assert day_of(parse_deadline(written), HALF, working, date(2026, 6, 30)) == day


@pytest.mark.parametrize(
    "written",
    [
        *("", "25/6", "before 31/4", "before 30/2", "by 29/2/2027", "by day 0", "by day 32"),
        *("by weekday 8", "0 days after", "999 days after", "soon", "before 25/13"),
    ],
)
def test_what_is_no_deadline_is_refused(written):
    with pytest.raises(ValueError, match=r"deadline|calendar"):
        parse_deadline(written)


def test_working_days_go_round_holidays_and_weekends():
    assert add_working_days(date(2026, 4, 29), 1, working) == date(2026, 5, 4)
    assert next_working(date(2026, 4, 29), working) == date(2026, 5, 4)
    assert last_working(date(2026, 5, 3), working) == date(2026, 4, 29)
    assert last_working(date(2026, 5, 4), working) == date(2026, 5, 4)
