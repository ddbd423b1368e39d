"""However people come and go: what is covered and what is not are together what was asked."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.duty import Night
from bot.domain.duty_sheet import Measure, Row, sums
from bot.domain.stood import Stay
from bot.domain.watch import slots
from bot.domain.watch_figures import Wait, answers, cover
from tests.rosters import VIETNAM, a_plan, a_shift, a_watch, at

MINUTES = st.integers(-120, 60 * 50)
NOTHING = timedelta(0)
MEASURE = Measure(VIETNAM, Night(), frozenset())


@st.composite
def stays(draw):
    found = []
    for number in range(draw(st.integers(0, 8))):
        start, length = draw(MINUTES), draw(st.integers(1, 60 * 20))
        post = draw(st.sampled_from(["primary", "backup"]))
        person = draw(st.integers(1, 3))
        times = at(start / 60), at((start + length) / 60)
        found.append(Stay(number, person, post, *times))
    return found


def places(people):
    watch = a_watch("primary", "backup", days=2)
    seats = tuple(each.model_copy(update={"people": people}) for each in watch.plan.seats)
    plan = a_plan("primary").model_copy(update={"seats": seats})
    return slots(a_watch(days=2, plan=plan), VIETNAM)


@given(stays(), st.integers(1, 3), st.integers(0, 48), st.integers(0, 48))
def test_time_stood_and_time_missed_are_the_time_asked_for(found, people, first, last):
    start, end = at(min(first, last)), at(max(first, last))
    whole = cover(places(people), found, start, end)
    missed = sum((gap.length * (gap.asked - gap.stood) for gap in whole.gaps), NOTHING)
    assert whole.stood + missed == whole.asked
    assert whole.asked == 2 * people * (end - start)
    assert all(start <= gap.start < gap.end <= end for gap in whole.gaps)
    assert whole.permille is None or (whole.permille == 1000) == (not whole.gaps)


@given(stays(), stays(), st.integers(1, 3))
def test_more_people_never_cover_less(found, more, people):
    period = at(0), at(48)
    few = cover(places(people), found, *period)
    assert cover(places(people), [*found, *more], *period).stood >= few.stood


@given(stays())
def test_nobody_is_paid_for_the_same_minute_twice_nor_for_less_than_their_longest_stay(found):
    rows = [Row(a_shift(stay.person_id, 0, 1), stay.person_id, NOTHING, stay) for stay in found]
    for one in sums(rows, {}, MEASURE, str):
        theirs = [stay for stay in found if stay.person_id == one.person_id]
        lengths = [stay.end - stay.start for stay in theirs]
        whole = max(stay.end for stay in theirs) - min(stay.start for stay in theirs)
        assert max(lengths) <= one.duty.all <= min(whole, sum(lengths, NOTHING))


@given(st.lists(st.integers(0, 10_000), min_size=1))
def test_the_median_lies_among_the_answers(seconds):
    calls = [Wait(n, at(0), at(0) + timedelta(seconds=s)) for n, s in enumerate(seconds)]
    found = answers(calls)
    assert found.median is not None
    assert found.worst == timedelta(seconds=max(seconds))
    below = sum(timedelta(seconds=s) <= found.median for s in seconds)
    above = sum(timedelta(seconds=s) >= found.median for s in seconds)
    assert min(below, above) * 2 >= len(seconds)
