"""For which period a result counts: the year of a drill, the half-year of a scan or a hunt."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.campaign import Campaign
from bot.domain.counting import asked_for, done_on, is_told_by, key_of, span_of

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
DUE = datetime(2028, 6, 30, 16, 59, 59, tzinfo=UTC)


def campaign(**values):
    usual = {"obligation": "scan", "period": "2028-H1", "feeds": "scan"}
    return Campaign(1, "DY-2028-0001", "Rà quét", DUE, DUE, **usual | values)


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        ("2028", date(2028, 1, 1), date(2028, 12, 31)),
        ("2028-H1", date(2028, 1, 1), date(2028, 6, 30)),
        ("2028-h2", date(2028, 7, 1), date(2028, 12, 31)),
        ("2028-Q1", date(2028, 1, 1), date(2028, 3, 31)),
        ("2028-Q4", date(2028, 10, 1), date(2028, 12, 31)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2028-12", date(2028, 12, 1), date(2028, 12, 31)),
        ("2028-W01", date(2028, 1, 3), date(2028, 1, 9)),
    ],
)
def test_a_period_has_the_days_that_its_key_says(key, first, last):
    found = span_of(key)
    assert found is not None
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    "key", ["", "28", "2028-H3", "2028-H0", "2028-13", "2028-W60", "2028-2029", "0001"]
)
def test_what_is_no_period_has_no_days(key):
    assert span_of(key) is None


@pytest.mark.parametrize(
    ("period", "told", "is_it"),
    [
        ("2028-H1", "2028-H1", True),
        ("2028-H2", "2028", True),  # in December the whole year is told
        ("2028-H2", "2028-H2", True),
        ("2028-H1", "2028", False),
        ("2028", "2028-H2", False),
        ("2028-H2", "2027", False),
        (None, "2028", False),
    ],
)
def test_a_report_tells_of_a_period_that_it_ends_with_and_holds(period, told, is_it):
    span = span_of(told)
    assert span is not None
    assert is_told_by(period, span) is is_it


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({}, "2028-H1"),
        ({"feeds": "hunt"}, "2028-H1"),
        ({"feeds": "drill", "period": "2028"}, "2028"),
        ({"feeds": "drill", "period": "2028-H1"}, "2028-H1"),  # a province that drills twice
        ({"feeds": "drill", "period": "2028-2029"}, "2028"),
        ({"period": "2027-2028"}, "2028-H1"),  # no period of its own: the one of the deadline
        ({"feeds": "backup"}, None),
        ({"feeds": None}, None),
        ({"obligation": None}, None),  # ordered by hand
    ],
)
def test_a_duty_of_the_catalog_asks_once_for_its_period(values, key):
    span = asked_for(campaign(**values), ZONE)
    assert (span and key_of(span)) == key


@pytest.mark.parametrize(
    ("period", "at", "day"),
    [
        (None, datetime(2028, 6, 30, 16, 59, tzinfo=UTC), date(2028, 6, 30)),
        (None, datetime(2028, 6, 30, 17, 0, tzinfo=UTC), date(2028, 7, 1)),
        ("2028-H1", datetime(2028, 7, 5, 3, 0, tzinfo=UTC), date(2028, 6, 30)),
        ("2028-H2", datetime(2028, 6, 20, 3, 0, tzinfo=UTC), date(2028, 7, 1)),
        ("2028", datetime(2028, 7, 5, 3, 0, tzinfo=UTC), date(2028, 7, 5)),
    ],
)
def test_what_is_late_counts_for_its_own_period_and_for_no_other(period, at, day):
    assert done_on(period, at, ZONE) == day
