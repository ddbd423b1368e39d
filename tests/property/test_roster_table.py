"""Whatever the roster: every place is shown whole, and nobody's time is lost or invented."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.roster import Shift
from bot.domain.roster_table import days, divided, left_over, places
from bot.domain.watch import Slot
from tests.unit.papers.rosters import a_roster

START = datetime(2026, 2, 28, 17, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
POSTS = ("primary", "backup")
hours = st.integers(-6, 54)
spans = st.tuples(hours, hours, st.sampled_from(POSTS), st.integers(1, 4))
slots = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(POSTS), st.integers(0, 1)), unique=True
)


def shifts_of(drawn):
    return [
        Shift(number, START + min(a, b) * HOUR, START + max(a, b) * HOUR, post, who)
        for number, (a, b, post, who) in enumerate(drawn)
    ]


def slots_of(drawn):
    return sorted(
        Slot(START + 12 * n * HOUR, START + 12 * (n + 1) * HOUR, post, seat)
        for n, post, seat in drawn
    )


def time_of_each(stays):
    spent: Counter[tuple[int, str]] = Counter()
    for stay in stays:
        if stay.person_id is not None:
            spent[stay.person_id, stay.post] += (stay.end - stay.start) // HOUR
    return +spent


@given(slots, st.lists(spans, max_size=8))
def test_every_place_is_shown_whole_and_everybodys_time_is_there_once(wanted, drawn):
    asked, shifts = slots_of(wanted), shifts_of(drawn)
    table = places(asked, shifts)
    for slot, place in zip(asked, table, strict=False):
        assert (place.start, place.end, place.post) == (slot.start, slot.end, slot.post)
        edges = [place.start, *(stay.end for stay in place.stays)]
        assert [stay.start for stay in place.stays] == edges[:-1]
        assert edges[-1] == place.end
    stays = [stay for place in table for stay in place.stays]
    assert time_of_each(stays) == time_of_each(shifts)
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    drawn_again = [
        stay
        for day in days(table, zone)
        for line in day.lines
        for cell in line.cells.values()
        for stay in cell
    ]
    assert Counter(drawn_again) == Counter(stays)


@given(st.lists(spans, max_size=6), st.lists(spans, max_size=6), hours)
def test_the_usual_roster_counts_exactly_where_no_watch_has_anybody(usual, watch, hour):
    at = START + hour * HOUR
    ours, theirs = shifts_of(usual), shifts_of(watch)
    left = left_over(ours, theirs, {})
    for post in POSTS:
        taken = any(s.post == post and s.start <= at < s.end for s in theirs)
        expected = Counter(
            s.person_id for s in ours if s.post == post and s.start <= at < s.end and not taken
        )
        shown = Counter(s.person_id for s in left if s.post == post and s.start <= at < s.end)
        assert shown == expected


@given(st.integers(0, 40), st.integers(1, 14), st.integers(2, 30), st.integers(1, 3))
def test_pages_hold_every_day_once_in_order(count, most_days, most_lines, seats):
    roster = a_roster(max(count, 1), seats=seats)
    parts = divided(roster, most_days, most_lines)
    assert tuple(day for part in parts for day in part.days) == roster.days
    assert max(len(part.days) for part in parts) <= most_days
    assert all(part.days for part in parts)
