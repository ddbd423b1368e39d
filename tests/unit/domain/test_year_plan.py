"""The plan of twelve months: its months, its rows, and what is on it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.year_plan import Planned, months_later, year_plan_of

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2027, 2, 28, 17, 0, tzinfo=UTC)  # midnight of 1 March in Vietnam


def plan(*planned):
    return year_plan_of(planned, NOW, VIETNAM, language="vi")


def one(starts, due, *, line="scan", rollup=None):
    return Planned(f"{line}-{due}", line, line, starts, due, rollup)


@pytest.mark.parametrize(
    ("number", "first"),
    [(0, date(2027, 3, 1)), (9, date(2027, 12, 1)), (10, date(2028, 1, 1)), (12, date(2028, 3, 1))],
)
def test_months_pass_the_end_of_the_year(number, first):
    assert months_later(date(2027, 3, 15), number) == first


def test_the_month_is_that_of_the_team_s_clocks():
    assert (plan().first, plan().end) == (date(2027, 3, 1), date(2028, 3, 1))


def test_campaigns_of_one_duty_share_a_row_and_the_nearest_deadline_comes_first():
    late = one(date(2027, 9, 1), date(2027, 12, 10))
    early = one(date(2027, 4, 1), date(2027, 6, 10))
    other = one(date(2027, 3, 1), date(2027, 7, 1), line="drill")
    assert plan(late, other, early).lines() == ((early, late), (other,))


@pytest.mark.parametrize(
    ("planned", "is_on_it"),
    [
        (one(date(2026, 1, 1), date(2027, 2, 28)), False),
        (one(date(2026, 1, 1), date(2027, 3, 1)), True),
        (one(date(2026, 1, 1), date(2027, 2, 20), rollup=date(2027, 3, 1)), True),
        (one(date(2028, 2, 29), date(2028, 6, 1)), True),
        (one(date(2028, 3, 1), date(2028, 6, 1)), False),
    ],
)
def test_what_touches_the_year_is_on_it(planned, is_on_it):
    assert bool(plan(planned).lines()) is is_on_it
