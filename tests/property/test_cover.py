"""Of any roster: nobody is missing unnoticed, and no swap changes what is covered."""

from collections import Counter
from datetime import timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.domain.cover import openings, problems
from bot.domain.escalation import Target
from bot.domain.reliance import rest_between
from bot.domain.roster import Shift, ShiftState, on_duty
from bot.domain.swaps import able, handed
from bot.domain.trouble import Trouble, there
from bot.domain.watch import Plan, Seats
from tests.rosters import BOOK, START, TWELVES, VIETNAM, a_person, a_view, a_watch

MINUTE = timedelta(minutes=1)
DAYS = 3
LENGTH = DAYS * 24 * 60  # minutes
POSTS = ("primary", "backup", "technical", "commander", "Trực điện")
ZONES = st.sampled_from([VIETNAM, ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")])
MINUTES = st.integers(-600, LENGTH + 600)
STATES = st.sampled_from(list(ShiftState))
SHIFTS = st.lists(
    st.builds(
        lambda start, length, post, person, watch, state: Shift(
            0,
            START + start * MINUTE,
            START + (start + length) * MINUTE,
            post,
            person,
            watch,
            state,
        ),
        MINUTES,
        st.integers(0, 2000),
        st.sampled_from(POSTS),
        st.integers(1, 5),
        st.sampled_from([1, None]),
        STATES,
    ),
    max_size=14,
).map(lambda shifts: [replace(each, id=number + 1) for number, each in enumerate(shifts)])
PLANS = st.builds(
    lambda posts, people, two_deep: Plan(
        seats=tuple(Seats(post=post, people=people) for post in posts),
        hours=TWELVES,
        two_deep=two_deep,
    ),
    st.lists(st.sampled_from(POSTS), min_size=1, max_size=4, unique=True),
    st.integers(1, 3),
    st.booleans(),
)
TIMES = st.lists(st.integers(0, LENGTH - 1), min_size=1, max_size=12)


def edges(shifts, minutes):
    """Return the instants to look at: any, and those at which something changes."""
    within = (START, START + LENGTH * MINUTE)
    changes = {at for shift in shifts for at in (shift.start, shift.end)}
    return sorted(
        {START + minute * MINUTE for minute in minutes}
        | {at for at in changes if within[0] <= at < within[1]}
    )


def seen(shifts, plan, zone=VIETNAM):
    watch = a_watch(days=DAYS, plan=plan)
    return watch, a_view(shifts, watch, end=START + LENGTH * MINUTE, zone=zone)


@given(SHIFTS, PLANS, ZONES, TIMES)
def test_at_every_instant_of_a_watch_a_post_is_held_or_a_gap_is_declared(
    shifts, plan, zone, minutes
):
    watch, view = seen(shifts, plan, zone)
    gaps = [each for each in problems(view) if each.trouble is Trouble.GAP]
    for at in edges(shifts, minutes):
        for seats in watch.plan.seats:
            told = any(gap.lasts_at(at) and seats.post in gap.posts for gap in gaps)
            assert told or on_duty(shifts, (seats.post,), at), (at, seats.post)
            assert told != bool(there(shifts, (seats.post,), at))


@given(SHIFTS, PLANS, TIMES)
def test_at_every_instant_of_a_normal_roster_somebody_is_on_duty_or_a_gap_is_declared(
    shifts, plan, minutes
):
    normal = [replace(shift, watch_id=None) for shift in shifts]
    _, watched = seen(normal, plan)
    view = replace(watched, watches=())
    gaps = [each for each in problems(view) if each.trouble is Trouble.GAP]
    posts = BOOK.posts_for(Target.ON_DUTY)
    is_kept = any(
        shift.post in posts and max(shift.start, view.start) < min(shift.end, view.end)
        for shift in normal
    )
    for at in edges(normal, minutes):
        told = any(gap.lasts_at(at) for gap in gaps)
        assert told == (is_kept and not there(normal, posts, at))
        assert told or not is_kept or on_duty(normal, posts, at)


@given(SHIFTS, PLANS, TIMES)
def test_where_a_plan_wants_two_deep_one_alone_is_never_passed_over(shifts, plan, minutes):
    _, view = seen(shifts, plan)
    told = [each for each in problems(view) if each.trouble in (Trouble.ONE_DEEP, Trouble.GAP)]
    deep = [post.code for post in BOOK.posts if post.deep]
    for at in edges(shifts, minutes):
        is_shallow = len(there(shifts, deep, at)) < 2
        assert not (plan.two_deep and is_shallow) or any(each.lasts_at(at) for each in told)


@given(SHIFTS, PLANS)
def test_problems_lie_in_the_window_and_the_same_one_is_told_once(shifts, plan):
    _, view = seen(shifts, plan)
    found = problems(view)
    assert found == sorted(found, key=lambda each: each.start)
    for each in found:
        if each.trouble is not Trouble.REST:
            assert view.start <= each.start < each.end <= view.end
    kept = [(e.trouble, e.watch_id, e.posts, e.people, e.left, e.start) for e in found]
    gaps = [line for line, e in zip(kept, found, strict=True) if e.trouble is Trouble.GAP]
    assert len(set(gaps)) == len(gaps)


@given(SHIFTS, PLANS, TIMES)
def test_filling_every_opening_leaves_no_gap(shifts, plan, minutes):
    watch, _ = seen(shifts, plan)
    filled = list(shifts)
    for _ in range(3):  # at most three people at a post: one more for each round
        filled += [
            Shift(1000 + n, each.start, each.end, each.post, 100 + len(each.people) + 7 * n, 1)
            for n, each in enumerate(openings(watch, filled, VIETNAM))
        ]
    assert openings(watch, filled, VIETNAM) == []
    for at in edges(filled, minutes):
        for seats in plan.seats:
            assert len(there(filled, (seats.post,), at)) >= seats.people


def covered(shifts, at):
    """Return how many stand at each post."""
    return Counter(
        shift.post
        for shift in shifts
        if shift.state is not ShiftState.DRAFT and shift.start <= at < shift.end
    )


@given(SHIFTS.filter(bool), st.data(), TIMES)
def test_a_swap_never_changes_what_is_covered(shifts, data, minutes):
    shift = data.draw(st.sampled_from(shifts))
    length = (shift.end - shift.start) // MINUTE
    if length < 1:
        return
    first = data.draw(st.integers(0, length - 1))
    last = data.draw(st.integers(first + 1, length))
    start, end = shift.start + first * MINUTE, shift.start + last * MINUTE
    pieces = handed(shift, start, end, 99)
    after = [each for each in shifts if each.id != shift.id] + [*pieces]
    for at in edges([*shifts, *after], minutes):
        assert covered(after, at) == covered(shifts, at)
    assert sum((each.end - each.start for each in pieces), timedelta(0)) == shift.end - shift.start
    assert {each.person_id for each in pieces if each.start == start} == {99}
    assert {each.person_id for each in pieces if each.start != start} <= {shift.person_id}


@given(SHIFTS.filter(bool), st.sets(st.integers(1, 5)))
def test_whoever_is_asked_is_free_and_the_rested_are_asked_before_the_tired(shifts, away):
    part = shifts[0]
    theirs = {n: [each for each in shifts if each.person_id == n] for n in range(1, 6)}
    people = [a_person(number) for number in range(1, 6)]
    asked = able(part, people, theirs, away, BOOK.policy.rest)
    tired = [
        any(rest_between(part, other) < BOOK.policy.rest for other in theirs[person.id])
        for person in asked
    ]
    assert tired == sorted(tired)
    assert {person.id for person in asked}.isdisjoint(away | {part.person_id})
    for person in asked:
        for other in theirs[person.id]:
            same = (other.watch_id is None) == (part.watch_id is None)
            assert not (same and max(other.start, part.start) < min(other.end, part.end))
