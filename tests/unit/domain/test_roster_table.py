"""A roster as a table: who stands where, what is empty, and what a watch leaves of the usual."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.roster import Shift, ShiftState
from bot.domain.roster_table import (
    Member,
    Roster,
    Stay,
    days,
    divided,
    left_over,
    place_of,
    places,
    stay_of,
    without,
)
from bot.domain.watch import Slot

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOON = datetime(2026, 9, 2, 5, 0, tzinfo=UTC)  # 12:00 in Vietnam
AN, BINH, CHI = 1, 2, 3


def at(hours):
    return NOON + timedelta(hours=hours)


def shift(number, start, end, who, post="primary", **more):
    return Shift(number, at(start), at(end), post, who, **more)


def slot(start, end, post="primary", seat=0):
    return Slot(at(start), at(end), post, seat)


def stays_of(found):
    return [
        [((s.start - NOON) / timedelta(hours=1), (s.end - NOON) / timedelta(hours=1), s.person_id)
         for s in place.stays]
        for place in found
    ]  # fmt: skip


def test_a_place_is_whose_shift_fills_it():
    (place,) = places([slot(0, 12)], [shift(7, 0, 12, AN, watch_id=3)])
    assert place.stays == (
        Stay(at(0), at(12), "primary", AN, ShiftState.PLANNED, 7, 3),
    )  # fmt: skip


def test_a_place_nobody_has_is_empty_over_its_whole_length():
    assert stays_of(places([slot(0, 12)], [])) == [[(0, 12, None)]]


def test_another_post_does_not_fill_a_place():
    found = places([slot(0, 12)], [shift(1, 0, 12, AN, "backup")])
    assert [place.post for place in found] == ["primary", "backup"]
    assert stays_of(found) == [[(0, 12, None)], [(0, 12, AN)]]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ([(0, 5, AN), (5, 12, BINH)], [(0, 5, AN), (5, 12, BINH)]),
        ([(5, 12, BINH)], [(0, 5, None), (5, 12, BINH)]),
        ([(0, 5, AN)], [(0, 5, AN), (5, 12, None)]),
        ([(0, 4, AN), (6, 12, BINH)], [(0, 4, AN), (4, 6, None), (6, 12, BINH)]),
        ([(0, 7, AN), (5, 12, BINH)], [(0, 7, AN), (7, 12, BINH)]),
        ([(0, 0, AN)], [(0, 12, None)]),
    ],
)
def test_a_place_divided_in_the_middle_of_a_shift_shows_every_part_and_every_hole(given, shown):
    shifts = [shift(n, *span) for n, span in enumerate(given)]
    assert stays_of(places([slot(0, 12)], shifts))[0] == shown


def test_one_long_stand_in_fills_two_places():
    found = places([slot(0, 12), slot(12, 24)], [shift(1, 0, 24, AN)])
    assert stays_of(found) == [[(0, 12, AN)], [(12, 24, AN)]]


def test_two_seats_are_filled_by_two_people():
    found = places([slot(0, 12), slot(0, 12, seat=1)], [shift(1, 0, 12, AN), shift(2, 0, 6, CHI)])
    assert stays_of(found) == [[(0, 12, AN)], [(0, 6, CHI), (6, 12, None)]]


@pytest.mark.parametrize(
    ("holes", "left"),
    [
        ([], [(0, 12)]),
        ([(0, 12)], []),
        ([(-5, 20)], []),
        ([(3, 5)], [(0, 3), (5, 12)]),
        ([(5, 7), (1, 3), (2, 6)], [(0, 1), (7, 12)]),
        ([(-2, 2), (11, 15)], [(2, 11)]),
        ([(4, 4)], [(0, 12)]),
    ],
)
def test_what_is_left_when_times_are_taken_out(holes, left):
    spans = [(at(start), at(end)) for start, end in holes]
    assert without((at(0), at(12)), spans) == [(at(start), at(end)) for start, end in left]


def test_a_watch_counts_instead_of_the_usual_roster_at_its_posts_and_those_that_stand_for_them():
    usual = [shift(1, 0, 24, AN), shift(2, 0, 24, BINH, "backup"), shift(3, 0, 24, CHI, "desk")]
    watch = [shift(4, 6, 12, CHI, watch_id=1), shift(5, 6, 12, AN, "technical", watch_id=1)]
    groups = {"primary": "on_duty", "backup": "backup", "technical": "backup"}
    found = left_over(usual, watch, groups)
    assert [(s.post, s.start, s.end) for s in found] == [
        ("primary", at(0), at(6)),
        ("primary", at(12), at(24)),
        ("backup", at(0), at(6)),
        ("backup", at(12), at(24)),
        ("desk", at(0), at(24)),
    ]


def test_days_are_those_on_the_teams_calendar_and_lines_are_its_shifts():
    night = place_of(stay_of(shift(1, 10, 18, AN)))  # 22:00 to 06:00
    late = place_of(stay_of(shift(2, 12, 13, BINH)))  # 00:00 of the next day
    beside = place_of(stay_of(shift(3, 10, 18, CHI, "backup")))
    found = days([late, night, beside], ZONE)
    assert [day.day for day in found] == [date(2026, 9, 2), date(2026, 9, 3)]
    (line,) = found[0].lines
    assert {post: [s.person_id for s in stays] for post, stays in line.cells.items()} == {
        "primary": [AN],
        "backup": [CHI],
    }


def a_roster(count, *, seats=1):
    found = [
        place_of(stay_of(shift(n, 24 * n, 24 * n + 12, AN)))
        for n in range(count)
        for _ in range(seats)
    ]
    return Roster(
        at(0), at(24 * count), ZONE, "vi", at(0), (("primary", "Trực ban"),), days(found, ZONE),
        {AN: Member("An")},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("count", "seats", "parts"),
    [(0, 1, [0]), (1, 1, [1]), (14, 1, [14]), (15, 1, [8, 7]), (30, 1, [10, 10, 10]),
     (10, 4, [5, 5]), (3, 30, [1, 1, 1])],
)  # fmt: skip
def test_a_long_roster_is_divided_evenly(count, seats, parts):
    found = divided(a_roster(count, seats=seats), 14, 24)
    assert [len(part.days) for part in found] == parts
    assert [day for part in found for day in part.days] == list(a_roster(count, seats=seats).days)


def test_the_stays_of_a_roster_are_in_the_tables_order():
    assert [stay.start for stay in a_roster(3).stays()] == [at(0), at(24), at(48)]
