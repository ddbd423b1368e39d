"""Telegram's answers tell that it is there and what time it is."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.hearing import EVERY, Hearing

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class Hours:
    def __init__(self):
        self.now = NOON


@pytest.fixture
def hours():
    return Hours()


@pytest.fixture
def hearing(hours):
    return Hearing(lambda: hours.now)


@pytest.mark.parametrize(
    ("date", "ahead"),
    [
        ("Sun, 22 Nov 2026 12:00:00 GMT", -0.5),
        ("Sun, 22 Nov 2026 11:58:00 GMT", 119.5),
        ("Sun, 22 Nov 2026 13:00:00 GMT", -3600.5),
    ],
)
def test_the_date_of_an_answer_tells_how_far_our_clock_is_ahead(hearing, date, ahead):
    hearing.heed(date)
    assert hearing.clock_ahead.total_seconds() == ahead


@pytest.mark.parametrize("date", [None, "", "soon", "Sun, 22 Nov 2026 12:00:00"])
def test_an_answer_without_a_readable_date_tells_nothing_of_clocks(hearing, date):
    hearing.heed(date)
    assert hearing.clock_ahead is None
    assert hearing.answered_at == NOON


def test_a_refusal_is_an_answer_too(hearing, hours):
    hours.now += timedelta(seconds=5)
    hearing.heed("Sun, 22 Nov 2026 12:00:05 GMT")
    assert hearing.answered_at == hours.now


def test_the_date_is_looked_at_once_in_a_while(hearing, hours):
    hearing.heed("Sun, 22 Nov 2026 12:00:00 GMT")
    hours.now += EVERY - timedelta(seconds=1)
    hearing.heed("Sun, 22 Nov 2026 11:00:00 GMT")
    assert hearing.clock_ahead == timedelta(seconds=-0.5)
    hours.now += timedelta(seconds=1)
    hearing.heed("Sun, 22 Nov 2026 11:00:10 GMT")
    assert hearing.clock_ahead == timedelta(seconds=3599.5)
