"""The times of a shift in words: a day long, its end has the day as well."""

from datetime import datetime, timedelta

import pytest

from bot.services.shift_words import clocks_text, shift_text
from tests.rosters import VIETNAM

HOUR = timedelta(hours=1)
SATURDAY = datetime(2026, 2, 14, 7, 30, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (12, "07:30-19:30"),
        (23, "07:30-06:30"),
        (24, "07:30-07:30 (15/02)"),
        (26, "07:30-09:30 (15/02)"),
    ],
)
def test_clocks_alone_are_said_only_where_they_tell_how_long_it_is(hours, said):
    assert clocks_text(SATURDAY, SATURDAY + hours * HOUR, VIETNAM) == said


def test_a_night_has_the_day_on_which_it_begins_and_a_day_both():
    night = shift_text(SATURDAY + 12 * HOUR, SATURDAY + 24 * HOUR, VIETNAM)
    assert (night["text"], night["hours"]) == ("watch-shift", "19:30-07:30")
    whole = shift_text(SATURDAY, SATURDAY + 24 * HOUR, VIETNAM)
    assert whole["text"] == "watch-shift-long"
    assert [whole["day"]["day"], whole["last"]["day"]] == [14, 15]
