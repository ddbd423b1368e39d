from datetime import UTC, datetime, timedelta

from bot.domain.limits import Limits, free_at

NOW = datetime(2026, 9, 2, 8, 0, tzinfo=UTC)
LIMITS = Limits(per_person=2, overall=3)


def ago(*minutes: int) -> list[datetime]:
    return [NOW - timedelta(minutes=each) for each in sorted(minutes, reverse=True)]


def test_a_report_below_the_limits_is_free():
    assert free_at(LIMITS, ago(10), ago(10, 20), NOW) is None


def test_a_person_waits_until_their_oldest_report_is_an_hour_old():
    assert free_at(LIMITS, ago(50, 10), ago(50, 10), NOW) == NOW + timedelta(minutes=10)


def test_everybody_waits_when_all_together_sent_too_many():
    assert free_at(LIMITS, [], ago(40, 30, 5), NOW) == NOW + timedelta(minutes=20)


def test_the_later_of_both_limits_counts():
    assert free_at(LIMITS, ago(30, 5), ago(59, 30, 5), NOW) == NOW + timedelta(minutes=30)


def test_a_report_exactly_an_hour_old_no_longer_counts():
    assert free_at(LIMITS, ago(60, 10), ago(60, 10), NOW) is None
