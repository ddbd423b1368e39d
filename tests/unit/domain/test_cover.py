"""What is wrong with a roster, and from when until when."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.domain.cover import counted, openings, problems
from bot.domain.roster import ShiftState
from bot.domain.trouble import Trouble
from bot.domain.watch import Seats
from bot.domain.watch_policy import Hours
from tests.rosters import (
    ANNA,
    BINH,
    BOOK,
    CHI,
    START,
    VIETNAM,
    a_plan,
    a_shift,
    a_view,
    a_watch,
    at,
    normal,
)

PLANNED, DECLINED = ShiftState.PLANNED, ShiftState.DECLINED


def told(view, *troubles):
    """Return what is wrong as (trouble, hours from, hours until, posts, people)."""
    return [
        (
            str(each.trouble),
            (each.start - START) / timedelta(hours=1),
            (each.end - START) / timedelta(hours=1),
            each.posts,
            each.people,
        )
        for each in problems(view)
        if not troubles or each.trouble in troubles
    ]


def test_a_roster_in_order_has_no_problem():
    shifts = [a_shift(ANNA, 0, 12), a_shift(BINH, 12, 24)]
    assert told(a_view(shifts, a_watch())) == []


def test_a_post_with_nobody_is_a_gap_from_the_last_to_the_next_shift():
    shifts = [a_shift(ANNA, 0, 5), a_shift(BINH, 8, 24)]
    assert told(a_view(shifts, a_watch())) == [("gap", 5, 8, ("primary",), ())]


def test_a_gap_over_several_shifts_is_told_once():
    assert told(a_view([], a_watch(days=3), end=at(72))) == [("gap", 0, 72, ("primary",), ())]


def test_a_gap_says_which_posts_can_still_be_called():
    shifts = [a_shift(ANNA, 0, 12, "backup"), a_shift(CHI, 0, 24, "commander")]
    watch = a_watch("primary", "backup", "commander")
    gaps = [each for each in problems(a_view(shifts, watch)) if each.trouble is Trouble.GAP]
    assert [(each.posts, each.left) for each in gaps] == [
        (("primary",), ("commander", "backup")),
        (("backup",), ("commander",)),
        (("primary",), ("commander",)),
    ]


def test_the_past_and_what_lies_beyond_the_window_are_left_out():
    view = a_view([], a_watch(days=3), start=at(6), end=at(18))
    assert told(view) == [("gap", 6, 18, ("primary",), ())]


def test_drafts_fill_nothing_until_they_are_counted():
    drafts = [a_shift(ANNA, 0, 24, state=ShiftState.DRAFT)]
    assert told(a_view(drafts, a_watch())) == [("gap", 0, 24, ("primary",), ())]
    assert told(a_view(counted(drafts), a_watch(published_at=None))) == []


def test_a_shift_of_another_post_or_of_the_normal_roster_fills_what_it_stands_for():
    assert told(a_view([a_shift(ANNA, 0, 24, "backup")], a_watch()), Trouble.GAP) != []
    assert told(a_view([normal(ANNA, 0, 24)], a_watch())) == []


def test_a_plan_without_night_hours_lacks_nobody_at_night():
    days = a_plan(hours=(Hours(start="07:30", end="17:30"),))
    assert told(a_view([a_shift(ANNA, 0, 10)], a_watch(plan=days))) == []


def test_where_two_are_asked_for_one_is_too_few_and_none_is_a_gap():
    two = a_plan(seats=(Seats(post="primary", people=2),))
    shifts = [a_shift(ANNA, 0, 18), a_shift(BINH, 0, 6)]
    assert told(a_view(shifts, a_watch(plan=two))) == [
        ("short", 6, 18, ("primary",), (ANNA,)),
        ("gap", 18, 24, ("primary",), ()),
    ]


def test_one_person_at_both_deep_posts_is_one_deep():
    watch = a_watch(plan=a_plan("primary", "backup", two_deep=True))
    shifts = [
        a_shift(ANNA, 0, 24),
        a_shift(ANNA, 0, 12, "backup"),
        a_shift(BINH, 12, 24, "backup"),
    ]
    deep = ("primary", "technical", "backup")
    view = a_view(shifts, watch)
    assert told(view, Trouble.ONE_DEEP) == [("one-deep", 0, 12, deep, (ANNA,))]


@pytest.mark.parametrize("two_deep", [False, True])
def test_one_deep_is_told_only_where_the_plan_wants_two(two_deep):
    watch = a_watch(plan=a_plan("primary", two_deep=two_deep))
    assert bool(told(a_view([a_shift(ANNA, 0, 24)], watch))) is two_deep


def test_where_a_deep_post_is_empty_only_the_gap_is_told():
    watch = a_watch(plan=a_plan("primary", "backup", two_deep=True))
    shifts = [a_shift(ANNA, 0, 24)]
    assert [line[0] for line in told(a_view(shifts, watch))] == ["gap"]


def test_overlapping_shifts_of_one_person_are_a_double_booking():
    shifts = [a_shift(ANNA, 0, 12), a_shift(ANNA, 10, 24, "backup"), a_shift(BINH, 10, 24)]
    assert told(a_view(shifts, a_watch()), Trouble.DOUBLE) == [
        ("double", 10, 12, ("primary", "backup"), (ANNA,))
    ]


def test_shifts_of_the_normal_roster_are_not_counted_against_a_watch():
    shifts = [a_shift(ANNA, 0, 12), a_shift(BINH, 12, 24), normal(ANNA, 6, 18)]
    assert told(a_view(shifts, a_watch())) == []


@pytest.mark.parametrize(("between", "is_told"), [(0, True), (11.9, True), (12, False)])
def test_less_rest_than_the_policy_wants_is_told(between, is_told):
    shifts = [a_shift(ANNA, -12, 0), a_shift(ANNA, between, between + 4, "backup")]
    found = told(a_view(shifts), Trouble.REST)
    assert found == ([("rest", 0, between, ("primary", "backup"), (ANNA,))] if is_told else [])


def test_the_normal_roster_may_have_the_same_person_day_after_day():
    days = [normal(ANNA, -24, 0), normal(ANNA, 0, 24)]
    assert told(a_view(days)) == []
    assert told(a_view([days[0], a_shift(ANNA, 0, 24)], a_watch()), Trouble.REST)


def test_rest_is_counted_from_the_later_end_and_only_for_one_person():
    shifts = [a_shift(ANNA, -20, 0), a_shift(ANNA, -19, -10, "backup"), a_shift(ANNA, 11, 12)]
    assert told(a_view(shifts, now=at(-30)), Trouble.REST) == [
        ("rest", 0, 11, ("primary",), (ANNA,))
    ]
    assert told(a_view([a_shift(ANNA, -12, 0), a_shift(BINH, 0, 12)]), Trouble.REST) == []


def test_who_has_declined_is_told_until_somebody_else_has_the_shift():
    declined = a_shift(ANNA, 0, 24, state=DECLINED)
    assert told(a_view([declined], a_watch())) == [("declined", 0, 24, ("primary",), (ANNA,))]
    given = replace(declined, person_id=BINH, state=ShiftState.CONFIRMED)
    assert told(a_view([given], a_watch())) == []


@pytest.mark.parametrize(
    ("published", "now", "is_told"),
    [(-240, -216.1, False), (-240, -216, True), (-30, -24.1, False), (-30, -24, True)],
)
def test_who_has_not_confirmed_is_told_after_a_day_or_a_day_before(published, now, is_told):
    watch = a_watch(published_at=at(published))
    view = a_view([a_shift(ANNA, 0, 24, state=PLANNED)], watch, now=at(now))
    assert told(view) == ([("unconfirmed", 0, 24, ("primary",), (ANNA,))] if is_told else [])


def test_nobody_confirms_a_shift_of_the_normal_roster_or_one_that_runs():
    assert told(a_view([normal(ANNA, 0, 24, state=PLANNED)])) == []
    running = a_shift(ANNA, 0, 24, state=PLANNED)
    assert told(a_view([running], a_watch(), now=at(1))) == []


def test_who_cannot_be_told_anything_is_named_once_for_shifts_that_touch():
    shifts = [a_shift(ANNA, 0, 12), a_shift(ANNA, 12, 24), a_shift(BINH, 12, 24, "backup")]
    view = a_view(shifts, a_watch(), unreachable=frozenset({ANNA}))
    assert told(view, Trouble.UNREACHABLE) == [("unreachable", 0, 24, ("primary",), (ANNA,))]


def test_a_shift_that_is_over_is_nobodys_problem():
    shifts = [a_shift(ANNA, 0, 6, state=DECLINED), a_shift(BINH, 6, 24)]
    assert told(a_view(shifts, a_watch(), now=at(7), start=at(7))) == []


def test_outside_of_watches_gaps_are_told_only_where_a_roster_is_kept():
    assert told(a_view([])) == []
    assert told(a_view([normal(ANNA, 30, 40)])) == []
    assert told(a_view([normal(ANNA, 4, 10)])) == [
        ("gap", 0, 4, ("primary",), ()),
        ("gap", 10, 24, ("primary",), ()),
    ]


def test_outside_of_watches_the_backup_need_not_be_there():
    assert told(a_view([normal(ANNA, 0, 24)])) == []


def test_a_watch_and_the_normal_roster_take_turns():
    watch = a_watch(start=at(6), end=at(12))
    assert told(a_view([normal(ANNA, 0, 6), a_shift(BINH, 6, 12)], watch)) == [
        ("gap", 12, 24, ("primary",), ())
    ]
    assert told(a_view([normal(ANNA, 0, 6), normal(CHI, 12, 24)], watch)) == [
        ("gap", 6, 12, ("primary",), ())
    ]


def test_a_watch_without_an_on_duty_post_leaves_it_to_the_normal_roster():
    shifts = [normal(ANNA, 0, 6), a_shift(BINH, 0, 24, "commander")]
    assert told(a_view(shifts, a_watch("commander"))) == [("gap", 6, 24, ("primary",), ())]


def test_a_post_that_only_this_watch_has_is_watched_over_too():
    assert told(a_view([a_shift(ANNA, 0, 20, "Trực điện")], a_watch("Trực điện"))) == [
        ("gap", 20, 24, ("Trực điện",), ())
    ]


def test_the_nearest_comes_first_and_the_worst_of_one_instant():
    watch = a_watch("primary", "backup")
    shifts = [a_shift(ANNA, 0, 12, state=DECLINED), a_shift(BINH, 12, 20)]
    assert [line[:2] for line in told(a_view(shifts, watch))] == [
        ("gap", 0),
        ("declined", 0),
        ("gap", 20),
        ("gap", 20),
    ]


def test_openings_are_the_places_of_the_plan_shift_by_shift():
    shifts = [a_shift(ANNA, 0, 12), a_shift(BINH, 12, 20), a_shift(CHI, 0, 24, "backup")]
    watch = a_watch("primary", "backup", "commander")
    found = openings(watch, shifts, VIETNAM)
    assert [(each.seat, each.post, each.start, each.end) for each in found] == [
        (2, "commander", at(0), at(12)),
        (2, "commander", at(12), at(24)),
        (0, "primary", at(20), at(24)),
    ]


def test_the_length_of_rest_is_the_policys():
    short = BOOK.model_copy(
        update={"policy": BOOK.policy.model_copy(update={"rest": timedelta(hours=8)})}
    )
    shifts = [a_shift(ANNA, -12, 0), a_shift(ANNA, 9, 12)]
    assert told(a_view(shifts), Trouble.REST) != []
    assert told(a_view(shifts, book=short), Trouble.REST) == []
