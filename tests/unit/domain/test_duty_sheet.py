"""The duty sheet: hours for the accountant, exact, and none of them made up."""

from datetime import date, timedelta

from msgspec.structs import replace

from bot.domain.duty import Duty, Night
from bot.domain.duty_sheet import Measure, call_outs, rows, sums
from bot.domain.stood import Event
from tests.rosters import ANNA, BINH, CHI, VIETNAM, a_shift, at

HOUR = timedelta(hours=1)
MEASURE = Measure(VIETNAM, Night(), frozenset({date(2026, 9, 2)}))
DAY = a_shift(ANNA, 0, 12)  # 07:30 to 19:30 on 1 September
NIGHT = a_shift(BINH, 12, 24)  # 19:30 to 07:30 on 2 September
NAMES = {ANNA: "An", BINH: "Bình", CHI: "Chi"}


def came(shift, hours=None, kind="checked-in", person=None, **details):
    when = shift.start if hours is None else at(hours)
    return Event(kind, when, shift.id, person or shift.person_id, details)


def log(*events):
    found: dict[int, list[Event]] = {}
    for event in events:
        found.setdefault(event.shift_id, []).append(event)
    return found


def test_a_night_before_a_holiday_is_counted_by_the_clock():
    (row,) = rows([NIGHT], log(came(NIGHT)), MEASURE, at(30))
    assert (row.person_id, row.planned) == (BINH, 12 * HOUR)
    assert row.duty == Duty(12 * HOUR, 8 * HOUR, 7.5 * HOUR)


def test_without_a_check_in_there_is_only_the_plan():
    (row,) = rows([DAY], {}, MEASURE, at(30))
    assert (row.planned, row.stay, row.duty) == (12 * HOUR, None, Duty())
    (sum_,) = sums([row], {}, MEASURE, NAMES.__getitem__)
    assert (sum_.planned_shifts, sum_.planned, sum_.stood_shifts) == (1, 12 * HOUR, 0)
    assert sum_.duty == Duty()


def test_who_comes_late_has_less_and_who_waits_for_relief_more():
    late = replace(DAY, checked_in_at=at(1), relieved_at=at(12.5))
    (row,) = rows([late], log(came(DAY, 1)), MEASURE, at(30))
    assert (row.planned, row.duty.all) == (12 * HOUR, 11.5 * HOUR)


def test_who_stands_in_has_the_time_and_the_other_the_plan():
    held = replace(DAY, person_id=BINH)
    stood_in = came(DAY, 0.5, "stood-in", BINH, for_id=ANNA)
    missed, helped = rows([held], log(stood_in), MEASURE, at(30))
    assert (missed.person_id, missed.planned, missed.stay) == (ANNA, 12 * HOUR, None)
    assert (helped.person_id, helped.planned, helped.stood_in_for) == (BINH, 0 * HOUR, ANNA)
    assert helped.duty.all == 11.5 * HOUR


def test_a_shift_stood_in_two_parts_is_planned_once():
    events = log(
        came(DAY, 0),
        came(DAY, 4, "stood-in", BINH, for_id=ANNA),
        came(DAY, 6, "came-back", ANNA),
    )
    found = rows([DAY], events, MEASURE, at(30))
    assert [(row.person_id, row.planned, row.duty.all) for row in found] == [
        (ANNA, 12 * HOUR, 4 * HOUR),
        (BINH, 0 * HOUR, 2 * HOUR),
        (ANNA, 0 * HOUR, 6 * HOUR),
    ]
    an, binh = sums(found, {}, MEASURE, NAMES.__getitem__)
    assert (an.planned_shifts, an.stood_shifts, an.duty.all) == (1, 1, 10 * HOUR)
    assert (binh.planned_shifts, binh.stood_shifts, binh.duty.all) == (0, 1, 2 * HOUR)


def test_parts_of_one_place_of_the_plan_are_one_shift():
    first = a_shift(ANNA, 0, 4, id=1)
    second = a_shift(BINH, 4, 12, id=2)
    events = log(came(first), came(second, 4, "stood-in", for_id=ANNA))
    found = rows([first, second], events, MEASURE, at(30))
    an, binh = sums(found, {}, MEASURE, NAMES.__getitem__, lambda shift: shift.post)
    assert (an.planned_shifts, an.planned, an.stood_shifts) == (1, 12 * HOUR, 1)
    assert (binh.planned_shifts, binh.stood_shifts) == (0, 1)
    an, _ = sums(found, {}, MEASURE, NAMES.__getitem__)
    assert an.planned_shifts == 2


def test_two_posts_at_once_are_counted_once():
    other = a_shift(ANNA, 6, 18, "commander", id=99)
    found = rows([DAY, other], log(came(DAY), came(other)), MEASURE, at(30))
    assert [row.duty.all for row in found] == [12 * HOUR, 12 * HOUR]
    (an,) = sums(found, {}, MEASURE, NAMES.__getitem__)
    assert (an.stood_shifts, an.duty.all, an.planned) == (2, 18 * HOUR, 24 * HOUR)


def test_a_running_shift_is_counted_so_far():
    (row,) = rows([DAY], log(came(DAY)), MEASURE, at(5))
    assert (row.planned, row.duty.all) == (12 * HOUR, 5 * HOUR)


def taken(person, hours):
    return Event("taken", at(hours), None, person, {}, 1)


def test_a_call_out_is_a_page_taken_outside_of_ones_own_shifts():
    held = replace(NIGHT, relieved_at=at(25))
    early = replace(DAY, checked_in_at=at(-0.2))
    events = [
        *(taken(ANNA, hours) for hours in (-0.1, 0, 11.9)),
        *(taken(ANNA, hours) for hours in (12, 30)),
        *(taken(BINH, hours) for hours in (11.9, 24.5)),
        taken(CHI, 1),
        Event("taken", at(1), None, None, {}, 1),
    ]
    assert call_outs(events, [early, held]) == {ANNA: 2, BINH: 1, CHI: 1}


def test_who_was_only_called_out_is_listed_too_and_all_by_name():
    found = rows([NIGHT, DAY], log(came(DAY)), MEASURE, at(30))
    assert [row.person_id for row in found] == [ANNA, BINH]
    listed = sums(found, {CHI: 2}, MEASURE, NAMES.__getitem__)
    assert [(each.person_id, each.call_outs) for each in listed] == [(ANNA, 0), (BINH, 0), (CHI, 2)]
    assert listed[2].duty == Duty()
