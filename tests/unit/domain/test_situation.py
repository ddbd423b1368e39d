"""The rhythm of situation reports, and how long one may be."""

from datetime import timedelta

import pytest

from bot.domain.errors import Refused
from bot.domain.situation import LONGEST, check, leads_hear, pause

HALF = timedelta(minutes=30)


@pytest.mark.parametrize(
    ("missed", "times"), [(-1, 1), (0, 1), (1, 1), (2, 2), (3, 2), (4, 4), (6, 8), (60, 8)]
)
def test_whoever_stays_silent_is_asked_less_and_less_often(missed, times):
    assert pause(HALF, missed) == times * HALF


@pytest.mark.parametrize(("missed", "hear"), [(0, False), (1, False), (2, True), (3, False)])
def test_the_leads_hear_of_every_second_report_that_is_missing(missed, hear):
    assert leads_hear(missed) is hear


def test_a_report_has_a_length():
    check("x" * LONGEST)
    with pytest.raises(Refused):
        check("x" * (LONGEST + 1))
