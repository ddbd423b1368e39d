from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from bot.domain import onwatch
from bot.domain.errors import Refused
from bot.domain.roster import Shift, ShiftState
from bot.domain.watch_policy import WatchPolicy

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
BERLIN = ZoneInfo("Europe/Berlin")
MORNING = datetime(2026, 9, 2, 0, 30, tzinfo=UTC)  # 07:30 in Vietnam
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
POLICY = WatchPolicy()


def policy(**changes) -> WatchPolicy:
    return POLICY.model_copy(update=changes)


def shift(number: int, start: float, end: float, *, post="primary", who=None, came=None, **more):
    """Hours are counted from 07:30; `came` is the hour of the check-in."""
    begins, ends = MORNING + start * HOUR, MORNING + end * HOUR
    at = None if came is None else MORNING + came * HOUR
    given: dict[str, Any] = {
        "watch_id": 1,
        "checked_in_at": at,
        "state": ShiftState.CONFIRMED,
    } | more
    return Shift(number, begins, ends, post, who or number, **given)


def local(hours: int, minutes: int = 0, day: int = 2) -> datetime:
    return datetime(2026, 9, day, hours, minutes, tzinfo=VIETNAM).astimezone(UTC)


@pytest.mark.parametrize(
    ("hours_before", "expected"),
    [(30, -24), (24, -1), (23.99, -1), (1.01, -1), (1, None), (0.5, None), (-1, None)],
)
def test_the_next_notice_is_the_first_one_still_ahead(hours_before, expected):
    found = onwatch.next_notice(shift(1, 0, 12), POLICY, MORNING - hours_before * HOUR)
    assert found == (None if expected is None else MORNING + expected * HOUR)


def test_a_notice_of_no_length_is_never_sent():
    nothing = policy(notices=(timedelta(0),))
    assert onwatch.next_notice(shift(1, 0, 12), nothing, MORNING - HOUR) is None


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (-15.1, "refused-checkin-early"),
        (-15, None),
        (0, None),
        (12 * 60 - 0.1, None),
        (12 * 60, "refused-shift-over"),
    ],
)
def test_somebody_checks_in_from_a_quarter_before_until_the_end(minutes, text):
    now = MORNING + minutes * MINUTE
    if text is None:
        came = onwatch.check_in(shift(1, 0, 12, state=ShiftState.DECLINED), POLICY, now)
        assert (came.checked_in_at, came.state) == (now, ShiftState.CONFIRMED)
    else:
        with pytest.raises(Refused, match=text):
            onwatch.check_in(shift(1, 0, 12), POLICY, now)


def test_nobody_checks_in_twice():
    with pytest.raises(Refused, match="refused-checked-in"):
        onwatch.check_in(shift(1, 0, 12, came=0), POLICY, MORNING + HOUR)


@pytest.mark.parametrize(
    ("came", "hour", "missing"),
    [(None, -0.1, False), (None, 0, True), (None, 11.9, True), (None, 12, False), (1, 2, False)],
)
def test_who_has_not_checked_in_is_missing_while_the_shift_runs(came, hour, missing):
    assert onwatch.is_missing(shift(1, 0, 12, came=came), MORNING + hour * HOUR) is missing


@pytest.mark.parametrize(
    ("came", "relieved", "hour", "there"),
    [
        (None, None, 1, False),
        (0, None, 1, True),
        (-0.2, None, -0.1, True),
        (0, None, 13, True),
        (0, None, 36, False),
        (0, 12, 13, False),
    ],
)
def test_somebody_stands_from_the_check_in_until_they_are_relieved(came, relieved, hour, there):
    at = None if relieved is None else MORNING + relieved * HOUR
    one = shift(1, 0, 12, came=came, relieved_at=at)
    assert onwatch.stands(one, MORNING + hour * HOUR) is there


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        (local(21, 59), local(21, 59)),
        (local(22), local(6, day=3)),
        (local(23, 59), local(6, day=3)),
        (local(0, day=3), local(6, day=3)),
        (local(5, 59, day=3), local(6, day=3)),
        (local(6, day=3), local(6, day=3)),
    ],
)
def test_what_falls_into_the_night_waits_for_the_morning(clock, expected):
    assert onwatch.after_night(clock, POLICY, VIETNAM) == expected
    assert onwatch.is_night(clock, POLICY, VIETNAM) is (clock != expected)


def test_a_night_may_lie_within_one_day_or_be_none():
    siesta = policy(night_start=time(12), night_end=time(14))
    assert onwatch.after_night(local(13), siesta, VIETNAM) == local(14)
    assert onwatch.after_night(local(11), siesta, VIETNAM) == local(11)
    never = policy(night_start=time(6), night_end=time(6))
    assert not onwatch.is_night(local(6), never, VIETNAM)


def test_a_night_ends_by_the_clocks_of_the_team_when_they_are_changed():
    in_the_night = datetime(2026, 10, 25, 0, 30, tzinfo=BERLIN).astimezone(UTC)
    morning = datetime(2026, 10, 25, 6, tzinfo=BERLIN).astimezone(UTC)
    assert onwatch.after_night(in_the_night, POLICY, BERLIN) == morning
    assert morning - in_the_night == timedelta(hours=6, minutes=30)


@pytest.mark.parametrize(
    ("seen", "every", "expected"),
    [
        (0, 4, 4),
        (1, 4, 5),
        (7, 4, 11),  # an hour before the end is the last moment
        (7.1, 4, None),
        (0, 0.25, 1),  # never in the first hour
        (10.5, 0.5, 11),
        (0, 0, None),
    ],
)
def test_still_there_is_asked_so_long_after_somebody_was_seen(seen, every, expected):
    one, often = shift(1, 0, 12, came=0), policy(still_every=every * HOUR)
    found = onwatch.next_still(one, MORNING + seen * HOUR, often, VIETNAM)
    assert found == (None if expected is None else MORNING + expected * HOUR)


def test_nobody_is_asked_before_they_have_come():
    assert onwatch.next_still(shift(1, 0, 12), MORNING, POLICY, VIETNAM) is None


def test_by_night_nobody_is_asked_unless_the_policy_wants_it():
    night = shift(1, 12, 24, came=12)  # 19:30 to 07:30
    seen = MORNING + 12 * HOUR
    assert onwatch.next_still(night, seen, POLICY, VIETNAM) == local(6, day=3)
    awake = policy(still_at_night=True)
    assert onwatch.next_still(night, seen, awake, VIETNAM) == local(23, 30)
    short = shift(1, 12, 23, came=12)  # over at 06:30: the morning is too near its end
    assert onwatch.next_still(short, seen, POLICY, VIETNAM) is None


def test_who_comes_next_at_the_post_takes_over():
    first, second, other = shift(1, 0, 12), shift(2, 12, 24), shift(3, 12, 24, post="backup")
    near = [other, second, first]
    assert onwatch.next_of(first, near) == second
    assert onwatch.previous_of(second, near) == first
    assert onwatch.next_of(second, near) is None
    assert onwatch.previous_of(first, near) is None


@pytest.mark.parametrize(
    "after",
    [
        shift(2, 13, 24),  # an hour later: a gap
        shift(2, 6, 12),  # ends together
        shift(2, 12, 12),  # without length
        shift(2, 12, 24, state=ShiftState.DRAFT),
        shift(2, 12, 24, watch_id=None),  # of the normal roster, who never check in
    ],
)
def test_in_front_of_a_gap_nobody_takes_over(after):
    first = shift(1, 0, 12)
    assert onwatch.next_of(first, [first, after]) is None


def test_an_overlap_does_not_keep_somebody_from_taking_over():
    first, second = shift(1, 0, 12), shift(2, 11.5, 24)
    assert onwatch.next_of(first, [first, second]) == second


def test_where_shifts_are_staggered_the_one_that_begins_nearest_takes_over():
    one, two, three = shift(1, 0, 12), shift(2, 6, 18), shift(3, 12, 24)
    assert onwatch.next_of(one, [one, two, three]) == three


def test_several_people_at_a_post_pair_by_order():
    leaving, coming = [shift(1, 0, 12), shift(2, 0, 12)], [shift(3, 12, 24), shift(4, 12, 24)]
    near = [*reversed(coming), *leaving]
    assert [onwatch.next_of(one, near) for one in leaving] == coming
    assert onwatch.next_of(leaving[1], [*leaving, coming[0]]) is None


def test_who_stays_on_takes_over_from_themselves():
    near = [shift(1, 0, 12, who=7), shift(2, 0, 12, who=8), shift(3, 12, 24, who=9)]
    near.append(shift(4, 12, 24, who=7))
    assert onwatch.next_of(near[0], near) == near[3]
    assert onwatch.next_of(near[1], near) == near[2]


@pytest.mark.parametrize(
    ("came", "hour", "relieved"),
    [
        (None, 11.9, False),
        (11.8, 11.9, False),  # who came early relieves nobody before the end
        (11.8, 12, True),
        (None, 12, False),
        (None, 13, False),
    ],
)
def test_somebody_may_go_once_their_relief_has_come(came, hour, relieved):
    first, second = shift(1, 0, 12, came=0), shift(2, 12, 24, came=came)
    assert onwatch.is_relieved(first, [first, second], MORNING + hour * HOUR) is relieved


def test_where_nobody_takes_over_the_end_is_the_end():
    assert onwatch.is_relieved(shift(1, 0, 12, came=0), [], MORNING + 12 * HOUR)


def test_who_never_came_is_passed_over_once_their_shift_is_over():
    first, never = shift(1, 0, 8, came=0), shift(2, 8, 16)
    third = shift(3, 16, 24)
    near = [first, never, third]
    assert onwatch.relief_of(first, near, MORNING + 15 * HOUR) == never
    assert onwatch.relief_of(first, near, MORNING + 16 * HOUR) == third
    assert not onwatch.is_relieved(first, near, MORNING + 17 * HOUR)
    assert onwatch.is_relieved(first, [first, never], MORNING + 16 * HOUR)


@pytest.mark.parametrize("what", ["checkin_late", "still_within", "gap_repeat", "handover_within"])
@pytest.mark.parametrize(("length", "is_meant"), [("0s", False), ("59s", False), ("1m", True)])
def test_what_is_said_again_and_again_has_a_pause_between(what, length, is_meant):
    if is_meant:
        assert getattr(WatchPolicy.model_validate({what: length}), what) == MINUTE
    else:
        with pytest.raises(ValidationError, match="at least 1m"):
            WatchPolicy.model_validate({what: length})
