"""Swaps: who may take, who is asked, what becomes of the shift."""

from datetime import UTC, datetime, time, timedelta

import pytest
from msgspec.structs import replace

from bot.domain.errors import Refused
from bot.domain.people import Role
from bot.domain.roster import ShiftState
from bot.domain.swaps import (
    Swap,
    SwapState,
    able,
    check_gives,
    collide,
    cut,
    decide,
    expire,
    handed,
    is_urgent,
    next_reminder,
    part_between,
    take,
    withdraw,
)
from tests.rosters import (
    ANNA,
    BINH,
    BOOK,
    CHI,
    DUNG,
    VIETNAM,
    a_person,
    a_shift,
    at,
    normal,
)

POLICY = BOOK.policy
SHIFT = a_shift(ANNA, 0, 12)
OPEN = Swap(1, SHIFT.id, ANNA, SHIFT.start, SHIFT.end)
TAKEN = take(OPEN, BINH, at(-10), needs_lead=True)
LEAD = 9


def refusal(function, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        function(*args, **kwargs)
    return refused.value.text_id


@pytest.mark.parametrize(
    ("urgent", "needs_lead", "state"),
    [(False, True, "taken"), (False, False, "done"), (True, True, "done"), (True, False, "done")],
)
def test_a_swap_waits_for_a_lead_only_where_one_is_needed_and_there_is_time(
    urgent, needs_lead, state
):
    taken = take(replace(OPEN, urgent=urgent), BINH, at(-10), needs_lead=needs_lead)
    assert (taken.state, taken.taken_by_id, taken.taken_at) == (state, BINH, at(-10))


@pytest.mark.parametrize("needs_lead", [True, False])
def test_the_first_to_take_wins_and_the_second_is_told_who(needs_lead):
    taken = take(OPEN, BINH, at(-10), needs_lead=needs_lead)
    with pytest.raises(Refused) as refused:
        take(taken, CHI, at(-9), needs_lead=needs_lead)
    assert refused.value.text_id == "refused-swap-taken"
    assert refused.value.params == {"name": BINH, "at": {"instant": at(-10).isoformat()}}


@pytest.mark.parametrize(("agrees", "state"), [(True, "done"), (False, "refused")])
def test_a_lead_decides_once(agrees, state):
    decided = decide(TAKEN, LEAD, at(-8), agrees=agrees)
    assert (decided.state, decided.decided_by_id, decided.taken_by_id) == (state, LEAD, BINH)
    assert refusal(decide, decided, LEAD, at(-7), agrees=agrees) == "refused-swap-decided"


def test_nobody_decides_what_nobody_has_taken():
    assert refusal(decide, OPEN, LEAD, at(-8), agrees=True) == "refused-swap-over"


@pytest.mark.parametrize("before", [OPEN, TAKEN])
def test_a_live_swap_can_be_withdrawn_or_run_out(before):
    assert withdraw(before, ANNA, at(-5)).state is SwapState.WITHDRAWN
    assert expire(before, at(0)).state is SwapState.EXPIRED


@pytest.mark.parametrize("state", ["done", "refused", "withdrawn", "expired"])
def test_nothing_happens_to_a_swap_that_is_over(state):
    over = replace(OPEN, state=SwapState(state), taken_by_id=BINH, taken_at=at(-10))
    assert refusal(withdraw, over, ANNA, at(-5)) == "refused-swap-over"
    assert refusal(expire, over, at(0)) == "refused-swap-over"
    late = "refused-swap-taken" if state == "done" else "refused-swap-over"
    assert refusal(take, over, CHI, at(-5), needs_lead=False) == late


@pytest.mark.parametrize(
    ("now", "urgent"), [(-24.1, False), (-24, True), (0, True), (11.9, True), (12, False)]
)
def test_a_shift_within_a_day_or_running_is_urgent(now, urgent):
    assert is_urgent(SHIFT, POLICY, at(now)) is urgent


@pytest.mark.parametrize(
    ("start", "end", "pieces"),
    [
        (0, 12, [(0, 12)]),
        (0, 4, [(0, 4), (4, 12)]),
        (8, 12, [(0, 8), (8, 12)]),
        (3, 5, [(0, 3), (3, 5), (5, 12)]),
    ],
)
def test_a_shift_is_cut_where_the_part_begins_and_ends(start, end, pieces):
    cuts = cut(SHIFT, at(start), at(end))
    assert [(each.start, each.end) for each in cuts] == [(at(a), at(b)) for a, b in pieces]
    assert [each.id for each in cuts] == [SHIFT.id] + [0] * (len(pieces) - 1)


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 13), (4, 4), (5, 4)])
def test_what_is_no_part_of_a_shift_is_refused(start, end):
    assert refusal(cut, SHIFT, at(start), at(end)) == "refused-swap-part"


@pytest.mark.parametrize(
    ("shift", "first", "last", "part"),
    [
        (a_shift(ANNA, 12, 24), "22:00", "02:00", (14.5, 18.5)),
        (a_shift(ANNA, 12, 24), "19:30", "22:00", (12, 14.5)),
        (a_shift(ANNA, 12, 24), "01:00", "07:30", (17.5, 24)),
        (a_shift(ANNA, 0, 24), "07:30", "07:30", (0, 24)),
    ],
)
def test_a_part_is_read_as_times_of_day_after_the_shift_begins(shift, first, last, part):
    clocks = time.fromisoformat(first), time.fromisoformat(last)
    assert part_between(shift, *clocks, VIETNAM) == (at(part[0]), at(part[1]))


@pytest.mark.parametrize(("first", "last"), [("06:00", "08:00"), ("18:00", "20:00")])
def test_times_beyond_the_shift_are_refused(first, last):
    clocks = time.fromisoformat(first), time.fromisoformat(last)
    assert refusal(part_between, SHIFT, *clocks, VIETNAM) == "refused-swap-part"


def test_only_the_earliest_piece_remembers_who_checked_in():
    cuts = cut(replace(SHIFT, checked_in_at=at(0)), at(3), at(5))
    assert [each.checked_in_at for each in cuts] == [at(0), None, None]


def test_the_part_changes_hands_and_the_rest_stays():
    pieces = handed(replace(SHIFT, checked_in_at=at(0)), at(3), at(5), BINH)
    assert [each.person_id for each in pieces] == [ANNA, BINH, ANNA]
    (whole,) = handed(replace(SHIFT, checked_in_at=at(0)), at(0), at(12), BINH)
    assert (whole.person_id, whole.checked_in_at) == (BINH, None)


@pytest.mark.parametrize(
    ("other", "collides"),
    [
        (a_shift(BINH, 11, 20, "backup"), True),
        (a_shift(BINH, 12, 20, "backup"), False),
        (a_shift(BINH, 6, 6, "backup"), False),
        (normal(BINH, 0, 12), False),
        (SHIFT, False),
    ],
)
def test_two_shifts_collide_when_one_person_cannot_stand_both(other, collides):
    assert collide(SHIFT, other) is collides
    assert collide(other, SHIFT) is collides


@pytest.mark.parametrize(
    ("to", "theirs", "now", "insists", "text_id"),
    [
        (a_person(BINH), [], 12, True, "refused-swap-past"),
        (a_person(ANNA), [], 0, True, "refused-swap-same"),
        (a_person(BINH, role=Role.STAFF), [], 0, True, "refused-swap-role"),
        (a_person(BINH, active=False), [], 0, True, "refused-swap-role"),
        (a_person(BINH), [a_shift(BINH, 6, 18)], 0, True, "refused-swap-there"),
        (a_person(BINH), [a_shift(BINH, 6, 18, "backup")], 0, False, "refused-swap-double"),
    ],
)
def test_a_shift_is_not_given_to_whoever_may_or_can_not_stand_it(to, theirs, now, insists, text_id):
    assert refusal(check_gives, SHIFT, to, theirs, at(now), insists=insists) == text_id


@pytest.mark.parametrize(
    ("theirs", "now", "insists"),
    [
        ([], 11.9, False),
        ([a_shift(BINH, 12, 24)], 0, False),
        ([a_shift(BINH, 6, 18, "backup")], 0, True),
    ],
)
def test_a_shift_is_given_to_whoever_can_stand_it_or_on_insisting(theirs, now, insists):
    check_gives(SHIFT, a_person(BINH), theirs, at(now), insists=insists)


def test_who_is_asked_can_be_reached_is_free_and_not_away():
    people = [
        a_person(ANNA),
        a_person(BINH),
        a_person(CHI, telegram_id=None),
        a_person(DUNG, reachable=False),
        a_person(5, active=False),
        a_person(6, role=Role.STAFF),
        a_person(7),
        a_person(8),
        a_person(9, role=Role.LEAD, reachable=None),
    ]
    shifts = {8: [a_shift(8, 10, 14, "backup")]}
    asked = able(SHIFT, people, shifts, {7}, POLICY.rest)
    assert [person.id for person in asked] == [BINH, 9]


def test_who_has_rested_is_asked_first():
    people = [a_person(BINH), a_person(CHI), a_person(DUNG)]
    shifts = {
        BINH: [a_shift(BINH, -12, 0)],
        CHI: [a_shift(CHI, -36, -12)],
        DUNG: [a_shift(DUNG, 20, 24)],
    }
    asked = able(SHIFT, people, shifts, set(), POLICY.rest)
    assert [person.id for person in asked] == [CHI, BINH, DUNG]


def local(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 9, day, hour, minute, tzinfo=VIETNAM).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (local(5, 0), local(5, 8)),  # 7 days before 02:00 is at night: in the morning after
        (local(5, 8), local(9, 8)),
        (local(9, 8), local(11, 8)),
        (local(11, 8), local(11, 14)),  # 12 hours before, whenever that is
        (local(11, 14), None),
        (local(12, 1), None),
    ],
)
def test_reminders_come_by_day_but_for_the_last(now, expected):
    assert next_reminder(local(12, 2), POLICY, now, VIETNAM) == expected


def test_the_last_reminder_may_come_at_night():
    start = local(12, 11)
    assert next_reminder(start, POLICY, local(11, 20), VIETNAM) == local(11, 23)
    assert next_reminder(start, POLICY, local(11, 23), VIETNAM) is None


@pytest.mark.parametrize(
    ("hour", "expected"), [(19, local(11, 19)), (20, local(12, 8)), (7, local(11, 8))]
)
def test_the_day_for_reminders_begins_at_eight_and_ends_at_twenty(hour, expected):
    lengths = {"swap_reminders": (timedelta(hours=24), timedelta(minutes=1))}
    policy = POLICY.model_copy(update=lengths)
    assert next_reminder(local(12, hour), policy, local(10, 0), VIETNAM) == expected


def test_a_reminder_in_the_evening_waits_for_the_next_morning():
    late = POLICY.model_copy(
        update={"swap_reminders": (timedelta(hours=36), timedelta(minutes=30))}
    )
    assert next_reminder(local(12, 8, 30), late, local(10, 0), VIETNAM) == local(11, 8)


def test_no_reminder_comes_when_the_shift_has_begun():
    late = POLICY.model_copy(update={"swap_reminders": (timedelta(hours=6), timedelta(hours=1))})
    assert next_reminder(local(12, 6), late, local(12, 0), VIETNAM) == local(12, 5)
    assert next_reminder(local(12, 6), late, local(12, 5), VIETNAM) is None


def test_a_swap_of_a_declined_shift_leaves_it_declined_until_it_is_given():
    declined = replace(SHIFT, state=ShiftState.DECLINED)
    assert {each.state for each in cut(declined, at(3), at(5))} == {ShiftState.DECLINED}
