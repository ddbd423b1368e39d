from datetime import date, timedelta

import pytest

from bot.domain.calendar import Period
from bot.domain.watch_offer import DECLINED, OFFERED, Word, is_offered
from bot.domain.watch_policy import WatchPolicy

POLICY = WatchPolicy()
TET = Period(date(2027, 2, 4), date(2027, 2, 10), "Tết Nguyên Đán", ())


def before(days: int) -> date:
    return TET.first - timedelta(days=days)


def said(kind: str, days: int) -> Word:
    return Word(kind, TET.first, TET.last, before(days))


@pytest.mark.parametrize(
    ("days", "expected"), [(31, False), (30, True), (1, True), (0, False), (-1, False)]
)
def test_a_holiday_is_offered_from_thirty_days_ahead_until_it_begins(days, expected):
    assert is_offered(TET, before(days), POLICY, [], watched=False) is expected


def test_a_holiday_with_a_watch_is_not_offered():
    assert not is_offered(TET, before(20), POLICY, [], watched=True)


@pytest.mark.parametrize(
    ("words", "days", "expected"),
    [
        ([said(OFFERED, 30)], 29, False),
        ([said(OFFERED, 30)], 15, False),
        ([said(OFFERED, 30)], 14, True),
        ([said(OFFERED, 30)], 5, True),
        ([said(OFFERED, 30), said(OFFERED, 14)], 13, False),
        ([said(OFFERED, 14)], 10, False),
        ([said(OFFERED, 10)], 9, False),
        ([said(OFFERED, 30), said(DECLINED, 29)], 14, False),
        ([said(DECLINED, 29)], 20, False),
    ],
)
def test_it_is_offered_once_more_when_nobody_has_answered(words, days, expected):
    assert is_offered(TET, before(days), POLICY, words, watched=False) is expected


def test_a_holiday_that_was_moved_meanwhile_is_still_the_same():
    moved = Word(OFFERED, date(2027, 2, 3), date(2027, 2, 9), before(30))
    assert not is_offered(TET, before(20), POLICY, [moved], watched=False)
    other = Word(OFFERED, date(2027, 1, 1), date(2027, 1, 3), before(30))
    assert is_offered(TET, before(20), POLICY, [other], watched=False)


def test_the_team_says_how_long_before():
    policy = WatchPolicy(offer_before=timedelta(days=60))
    assert is_offered(TET, before(60), policy, [], watched=False)
    assert not is_offered(TET, before(60), POLICY, [], watched=False)
