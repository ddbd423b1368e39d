"""Any watch is divided so that its shifts fill it, and last time's people never stand twice."""

from datetime import date, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.last_time import as_last_time
from bot.domain.roster import Shift
from bot.domain.watch import Plan, Seats, Watch, filled, period, slots, spans
from bot.domain.watch_policy import Hours
from bot.domain.watch_words import hours_text, read_day, read_hours

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
ZONES = st.sampled_from(
    [ZoneInfo(name) for name in ("Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "UTC")]
)
DAYS = st.dates(date(2026, 1, 1), date(2032, 12, 31))
LENGTHS = st.integers(0, 12)


@st.composite
def whole_days(draw) -> tuple[Hours, ...]:
    """Return shifts that follow each other round the clock."""
    quarters = draw(st.lists(st.integers(0, 95), min_size=1, max_size=6, unique=True))
    edges = [time(quarter // 4, quarter % 4 * 15) for quarter in sorted(quarters)]
    return tuple(
        Hours(start=start, end=end)
        for start, end in zip(edges, [*edges[1:], edges[0]], strict=True)
    )


@given(DAYS, LENGTHS, whole_days())
def test_shifts_round_the_clock_fill_a_watch_without_gap_or_overlap(first, length, hours):
    start, end = period(first, first + timedelta(days=length), hours, VIETNAM)
    found = spans(start, end, hours, VIETNAM)
    assert (found[0][0], found[-1][1]) == (start, end)
    assert all(one[1] == other[0] for one, other in pairwise(found))


@given(DAYS, LENGTHS, whole_days(), ZONES)
def test_where_clocks_change_no_moment_is_without_a_shift_either(first, length, hours, zone):
    start, end = period(first, first + timedelta(days=length), hours, zone)
    covered = start
    for begins, ends in spans(start, end, hours, zone):
        assert start <= begins < ends <= end
        assert begins <= covered
        covered = max(covered, ends)
    assert covered == end


@given(whole_days(), st.integers(1, 5))
def test_hours_that_were_read_are_written_so_that_they_are_read_again(hours, left_out):
    kept = hours[left_out:] or hours[:1]
    assert read_hours(hours_text(kept)) == tuple(sorted(kept, key=lambda one: one.start))


@given(DAYS, DAYS)
def test_a_day_without_a_year_is_the_next_one(day, after):
    found = read_day(f"{day.day}/{day.month}", after)
    assert (found.day, found.month) == (day.day, day.month)
    assert after <= found <= after + timedelta(days=366 * 8)


@given(DAYS, LENGTHS, LENGTHS, whole_days(), st.lists(st.integers(1, 5), min_size=1, max_size=12),
       st.integers(1, 3))  # fmt: skip
def test_last_times_people_are_never_at_two_places_at_once(
    first, length, before, hours, people, seats
):
    plan = Plan(seats=(Seats(post="primary", people=seats), Seats(post="backup")), hours=hours)
    old, new = (
        slots(
            Watch(1, "Trực", *period(day, day + timedelta(days=days), hours, VIETNAM), plan),
            VIETNAM,
        )
        for day, days in ((first - timedelta(days=60), before), (first, length))
    )
    stood = [
        Shift(number, slot.start, slot.end, slot.post, people[number % len(people)], 1)
        for number, slot in enumerate(old)
    ]
    given_to = as_last_time(new, stood, set(people))
    for one, other in pairwise(sorted(given_to, key=lambda slot: (given_to[slot], slot.start))):
        if given_to[one] == given_to[other]:
            assert one.end <= other.start
    shifts = [
        Shift(number, slot.start, slot.end, slot.post, person_id, 2)
        for number, (slot, person_id) in enumerate(given_to.items())
    ]
    assert sum(shift is not None for _, shift in filled(new, shifts)) == len(given_to)
