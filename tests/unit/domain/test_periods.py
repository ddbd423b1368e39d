from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from bot.catalog import load
from bot.domain.deadlines import DAY
from bot.domain.obligations import Obligation
from bot.domain.periods import end_of, start_of, titled, turn_of, turns_due, turns_opening

BOOK = load().campaigns
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
TETS = {date(2027, 2, day) for day in range(4, 11)}
WRITTEN = {
    "code": "x",
    "names": {"vi": "X"},
    "why": {"vi": "vì"},
    "basis": "Chỉ thị 18",
    "confidence": "R",
    "every": "year",
    "due": "before 25/6",
    "receiver": {"vi": "Đội"},
}


def working(day):
    return day.weekday() < 5 and day not in TETS


def obligation(**values):
    return Obligation.model_validate(WRITTEN | values)


def dues(year, **values):
    found = turns_due(obligation(**values), date(year, 1, 1), date(year + 1, 1, 1), working)
    return [(turn.key, turn.due) for turn in found]


def test_before_the_25th_of_june_is_the_end_of_the_24th_on_the_teams_clocks():
    ((_, due),) = dues(2026)
    assert end_of(due, HANOI) == datetime(2026, 6, 24, 16, 59, 59, tzinfo=UTC)
    assert start_of(due, HANOI) == datetime(2026, 6, 23, 17, 0, tzinfo=UTC)


def test_half_years_have_a_date_each():
    assert dues(2026, every="half_year", due=["before 20/6", "before 15/12"]) == [
        ("2026-H1", date(2026, 6, 19)),
        ("2026-H2", date(2026, 12, 14)),
    ]


def test_quarters_end_with_their_months_and_years_with_december():
    assert [due for _, due in dues(2028, every="quarter", due="end of period")] == [
        date(2028, 3, 31),
        date(2028, 6, 30),
        date(2028, 9, 30),
        date(2028, 12, 31),
    ]
    assert dues(2028, due="end of period") == [("2028", date(2028, 12, 31))]


def test_every_month_has_its_turn_also_february_of_a_leap_year():
    found = dues(2028, every="month", due="end of period")
    assert len(found) == 12
    assert found[1] == ("2028-02", date(2028, 2, 29))
    assert found[11] == ("2028-12", date(2028, 12, 31))


def test_what_is_due_in_the_next_month_belongs_to_the_month_before():
    found = dues(2027, every="month", due="by day 5 of next month")
    assert found[0] == ("2026-12", date(2027, 1, 5))
    assert len(found) == 12


def test_every_week_has_its_friday_and_the_years_week_number():
    found = dues(2026, every="week", due="by weekday 5")
    assert found[0] == ("2026-W01", date(2026, 1, 2))
    assert found[-1] == ("2026-W52", date(2026, 12, 25))
    assert len({key for key, _ in found}) == len(found) == 52


def test_two_years_begin_with_an_even_one():
    assert dues(2027, every="two_years", due="end of period") == [("2026-2027", date(2027, 12, 31))]
    assert dues(2026, every="two_years", due="end of period") == []


def test_what_is_asked_once_has_one_turn():
    assert dues(2027, every="once", due="before 1/7/2027") == [("2027-07-01", date(2027, 6, 30))]
    assert dues(2028, every="once", due="before 1/7/2027") == []


def test_a_deadline_on_a_day_off_moves_back_only_where_it_says_so():
    assert dues(2027, due="by 8/2") == [("2027", date(2027, 2, 8))]
    assert dues(2027, due="by 8/2", on_working_day=True) == [("2027", date(2027, 2, 3))]


@pytest.mark.parametrize(
    ("since", "until", "keys"),
    [
        (None, None, ["2025", "2026", "2027"]),
        (date(2026, 6, 24), None, ["2026", "2027"]),
        (date(2026, 6, 25), None, ["2027"]),
        (None, date(2026, 6, 24), ["2025", "2026"]),
        (None, date(2026, 6, 23), ["2025"]),
    ],
)
def test_a_turn_counts_while_its_deadline_is_valid(since, until, keys):
    duty = obligation(valid_from=since, valid_until=until)
    found = turns_due(duty, date(2025, 1, 1), date(2028, 1, 1), working)
    assert [turn.key for turn in found] == keys


def test_a_turn_opens_so_many_days_before_its_deadline():
    duty = obligation(opens_before=54, rollup="before 30/6")
    (turn,) = turns_opening(duty, date(2026, 5, 1), date(2026, 5, 2), working)
    assert (turn.opens, turn.due, turn.rollup) == (
        date(2026, 5, 1),
        date(2026, 6, 24),
        date(2026, 6, 29),
    )
    assert turns_opening(duty, date(2026, 5, 2), date(2027, 4, 1), working) == ()


def test_a_campaign_that_opens_a_year_ahead_is_not_missed():
    duty = obligation(opens_before=366, due="end of period")
    (turn,) = turns_opening(duty, date(2025, 12, 30), date(2025, 12, 31), working)
    assert turn.key == "2026"


def test_the_second_deadline_is_never_before_the_first():
    (turn,) = turns_due(obligation(rollup="by 1/6"), date(2026, 1, 1), date(2027, 1, 1), working)
    assert turn.rollup == turn.due == date(2026, 6, 24)


def test_a_turn_is_found_by_its_key():
    duty = obligation(every="month", due="end of period")
    found = turn_of(duty, "2027-02", date(2026, 10, 1), working)
    assert found is not None
    assert found.due == date(2027, 2, 28)
    assert turn_of(duty, "2027-13", date(2026, 10, 1), working) is None


@pytest.mark.parametrize(
    "values",
    [
        {"every": "once"},
        {"due": "by 30/6/2027"},
        {"every": "month"},
        {"every": "week", "due": "by 5/6"},
        {"due": ["by 5/6", "by 6/6"]},
        {"every": "half_year", "due": ["by 5/6"] * 3},
        {"due": "5 days after"},
        {"due": []},
    ],
)
def test_a_deadline_must_fit_how_often_it_comes_back(values):
    with pytest.raises(ValidationError):
        obligation(**values)


@pytest.mark.parametrize("duty", BOOK.obligations, ids=lambda duty: duty.code)
def test_the_turns_of_every_shipped_obligation_follow_one_another(duty):
    found = turns_due(duty, date(2026, 1, 1), date(2029, 1, 1), working)
    assert len({turn.key for turn in found}) == len(found)
    for turn in found:
        assert turn.opens < turn.due <= (turn.rollup or turn.due)
        assert BOOK.label(turn.key, "vi") != turn.key or duty.every == "once"
        assert turn.due - turn.last < 62 * DAY


@pytest.mark.parametrize(
    ("name", "label", "said"),
    [
        ("Xử lý cảnh báo tháng", "tháng 4/2027", "Xử lý cảnh báo tháng 4/2027"),
        ("Giám sát 6 tháng", "6 tháng đầu năm 2027", "Giám sát 6 tháng đầu năm 2027"),
        ("Làm sạch mã độc", "năm 2027", "Làm sạch mã độc, năm 2027"),
    ],
)
def test_a_name_and_its_period_say_nothing_twice(name, label, said):
    assert titled(name, label) == said
