"""Whatever is entered: every day off lies in one period, and a working day parts any two."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import (
    Entered,
    Holiday,
    PublicHolidays,
    Swap,
    by_day,
    calendar,
    is_working_day,
    periods,
)

# Across a new year and the end of a February with 29 days.
FIRST = date(2027, 12, 15)
DAYS = st.integers(0, 90).map(lambda number: FIRST + timedelta(days=number))
HOLIDAYS = st.dictionaries(DAYS, st.just(Holiday("Lễ", ("Lễ",))), min_size=1, max_size=12)
SWAPS = st.lists(st.builds(Swap, DAYS, DAYS), max_size=3)
LAWS = st.builds(PublicHolidays, HOLIDAYS, SWAPS.map(tuple), st.sampled_from([2026, 2027, 2028]))
ENTERED = st.lists(
    st.builds(Entered, DAYS, st.booleans(), st.sampled_from("ab"), st.sampled_from(["", "1/TB"])),
    max_size=12,
)


@given(LAWS, ENTERED)
def test_every_day_off_lies_in_one_period_and_periods_have_no_working_day(law, entered):
    days = calendar(law, entered)
    known, found = by_day(days), periods(days)
    for day in days:
        within = [one for one in found if one.first <= day.day <= one.last]
        assert len(within) == day.is_off
    for one in found:
        inside = [one.first + timedelta(days=n) for n in range(one.length)]
        assert not [day for day in inside if is_working_day(day, known)]
        assert is_working_day(one.first - timedelta(days=1), known)
        assert is_working_day(one.last + timedelta(days=1), known)
        assert one.name
    assert all(earlier.last < later.first for earlier, later in pairwise(found))


@given(LAWS, ENTERED)
def test_what_was_entered_last_about_a_day_is_what_counts(law, entered):
    known = by_day(calendar(law, entered))
    for each in {one.day: one for one in entered}.values():
        found = known[each.day]
        assert (found.is_off, found.name, found.document) == (
            each.is_off,
            each.name,
            each.document,
        )


@given(LAWS, ENTERED)
def test_a_period_with_a_document_is_confirmed(law, entered):
    for one in periods(calendar(law, entered)):
        planned = all(day.day.year <= law.planned_until for day in one.days)
        assert one.is_confirmed == (planned or any(day.document for day in one.days))
