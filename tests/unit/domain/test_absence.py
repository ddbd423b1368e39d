"""Absences as people write them."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.absence import period, read_period
from bot.domain.errors import Refused
from tests.rosters import VIETNAM

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("words", "first", "last", "reason"),
    [
        ("28/4-30/4 về quê", date(2027, 4, 28), date(2027, 4, 30), "về quê"),
        ("28-30/4", date(2027, 4, 28), date(2027, 4, 30), ""),
        ("từ 28/4 đến 30/4: việc nhà", date(2027, 4, 28), date(2027, 4, 30), "việc nhà"),
        ("28.4", date(2027, 4, 28), date(2027, 4, 28), ""),
        ("2027-04-28 - 2027-04-30, họp", date(2027, 4, 28), date(2027, 4, 30), "họp"),
        ("30/12-2/1", date(2026, 12, 30), date(2027, 1, 2), ""),
        ("29/2", date(2028, 2, 29), date(2028, 2, 29), ""),
        ("hôm nay - 24/11 ốm", date(2026, 11, 22), date(2026, 11, 24), "ốm"),
        ("mai", date(2026, 11, 23), date(2026, 11, 23), ""),
        ("tomorrow to 25/11", date(2026, 11, 23), date(2026, 11, 25), ""),
        ("20/11-24/11", date(2026, 11, 20), date(2026, 11, 24), ""),
        ("22/11/2026", date(2026, 11, 22), date(2026, 11, 22), ""),
    ],
)
def test_days_are_read_as_they_are_written(words, first, last, reason):
    assert read_period(words, TODAY) == (first, last, reason)


@pytest.mark.parametrize(
    ("words", "text_id"),
    [
        ("", "refused-away-usage"),
        ("về quê", "refused-away-usage"),
        ("30/4-28/4", "refused-away-usage"),
        ("1/1/2027-1/1/2028", "refused-away-usage"),
        ("35-2/12", "refused-away-usage"),
        ("31/4", "refused-watch-day"),
        ("20/11/2026", "refused-away-past"),
    ],
)
def test_what_is_no_period_to_come_is_refused(words, text_id):
    with pytest.raises(Refused) as refused:
        read_period(words, TODAY)
    assert refused.value.text_id == text_id


def test_a_long_reason_is_cut():
    *_, reason = read_period(f"mai {'x' * 500}", TODAY)
    assert len(reason) == 200


def test_days_are_whole_on_the_teams_clocks():
    assert period(date(2026, 11, 22), date(2026, 11, 23), VIETNAM) == (
        datetime(2026, 11, 21, 17, tzinfo=UTC),
        datetime(2026, 11, 23, 17, tzinfo=UTC),
    )
