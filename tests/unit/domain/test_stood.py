"""Who really stood a shift: proved by the watch log, counted to the minute."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.domain.stood import Arrival, Event, arrival, counted, of_shifts, planned_for, stays, within
from bot.domain.watch_policy import WatchPolicy
from tests.rosters import ANNA, BINH, a_shift, at

POLICY = WatchPolicy()
SHIFT = replace(a_shift(ANNA, 0, 12), id=7)


def event(kind, hours, person=ANNA, **details):
    return Event(kind, at(hours), SHIFT.id, person, details)


CAME = event("checked-in", -0.25)


def times(found):
    return [(stay.person_id, stay.start, stay.end) for stay in found]


def test_without_a_check_in_nobody_stood():
    assert stays(SHIFT, [], at(12)) == []
    assert stays(SHIFT, [event("late", 0.2), event("known", 1), event("missed", 12)], at(13)) == []


def test_a_shift_is_stood_from_the_check_in_to_its_end():
    late = [event("checked-in", 0.5)]
    assert times(stays(SHIFT, late, at(20))) == [(ANNA, at(0.5), at(12))]
    assert times(stays(SHIFT, late, at(3))) == [(ANNA, at(0.5), at(3))]


def test_coming_early_covers_but_is_not_counted():
    assert times(stays(SHIFT, [CAME], at(12))) == [(ANNA, at(-0.25), at(12))]
    assert times(counted(SHIFT, [CAME], at(12))) == [(ANNA, at(0), at(12))]
    assert counted(SHIFT, [CAME], at(-0.1)) == []


def test_staying_until_relief_comes_is_counted():
    stood = replace(SHIFT, checked_in_at=at(-0.25))
    assert times(counted(stood, [CAME], at(12.5))) == [(ANNA, at(0), at(12.5))]
    relieved = replace(stood, relieved_at=at(13))
    assert times(counted(relieved, [CAME], at(20))) == [(ANNA, at(0), at(13))]


def test_who_was_never_relieved_is_counted_to_the_end_only():
    stood = replace(SHIFT, checked_in_at=at(0))
    assert times(counted(stood, [CAME], at(12 + 25))) == [(ANNA, at(0), at(12))]


def test_who_stands_in_is_counted_from_then_and_until_the_other_comes_back():
    events = [
        event("stood-in", 0.5, BINH, for_id=ANNA),
        event("came-back", 2, ANNA),
    ]
    assert times(counted(SHIFT, events, at(12))) == [
        (BINH, at(0.5), at(2)),
        (ANNA, at(2), at(12)),
    ]
    assert planned_for(replace(SHIFT, person_id=BINH), events) == ANNA
    assert planned_for(SHIFT, [CAME]) == ANNA


def test_who_gives_a_shift_away_after_coming_early_has_not_stood_it():
    events = [CAME, event("given", -0.1, BINH)]
    assert counted(replace(SHIFT, person_id=BINH), events, at(12)) == []
    events.append(event("checked-in", 0, BINH))
    assert times(counted(replace(SHIFT, person_id=BINH), events, at(12))) == [(BINH, at(0), at(12))]


@pytest.mark.parametrize(("told", "proven"), [({}, True), ({"proven": False}, False)])
def test_an_end_at_which_the_bot_was_away_is_not_proven(told, proven):
    stood = replace(SHIFT, relieved_at=at(12))
    (stay,) = counted(stood, [CAME, event("relieved", 15, **told)], at(20))
    assert (stay.end, stay.proven) == (at(12), proven)


def test_stays_are_cut_to_a_period():
    found = stays(SHIFT, [CAME], at(12))
    assert times(within(found, at(6), at(24))) == [(ANNA, at(6), at(12))]
    assert within(found, at(12), at(24)) == []


@pytest.mark.parametrize(
    ("events", "now", "how"),
    [
        ([], 0.1, None),
        ([], 10 / 60, None),
        ([], 10 / 60 + 0.001, Arrival.MISSED),
        ([CAME], 0, Arrival.ON_TIME),
        ([event("checked-in", 10 / 60)], 1, Arrival.ON_TIME),
        ([event("checked-in", 10 / 60 + 0.001)], 1, Arrival.LATE),
        ([event("late", 0.2), event("stood-in", 0.3, BINH, for_id=ANNA)], 1, Arrival.LATE),
        ([event("stayed-on", 0)], 1, Arrival.ON_TIME),
        ([event("missed", 12)], 13, Arrival.MISSED),
        ([CAME], -1, None),
    ],
)
def test_an_arrival_is_in_time_up_to_the_policys_patience(events, now, how):
    assert POLICY.checkin_late == timedelta(minutes=10)
    assert arrival(SHIFT, events, POLICY, at(now)) is how


def test_a_shift_shorter_than_the_patience_is_missed_at_its_end():
    short = replace(SHIFT, end=at(0.1))
    assert arrival(short, [], POLICY, at(0.11)) is Arrival.MISSED


def test_events_are_sorted_to_their_shifts():
    other = Event("note", at(1), None, ANNA)
    assert of_shifts([CAME, other]) == {SHIFT.id: [CAME]}
