"""The bugs a public audit found in another on-call program, F0 to F22: none of them is ours.

F6 and F7 of ladders, F11 (a notice before it is kept) and F15 (incidents) are held by the tests of
paging; here is what they mean for rosters, shifts and swaps.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from bot.domain.cover import openings, problems
from bot.domain.errors import Refused
from bot.domain.roster import Post, Shift, ShiftState, on_duty
from bot.domain.swaps import Swap, cut, handed, take
from bot.domain.watch import Plan, Seats, Slot, Watch, slots, spans
from bot.domain.watch_policy import Hours
from tests.rosters import (
    ANNA,
    BINH,
    CHI,
    TWELVES,
    VIETNAM,
    a_plan,
    a_shift,
    a_view,
    a_watch,
    at,
    normal,
)

BERLIN = ZoneInfo("Europe/Berlin")
PRIMARY = (Post.PRIMARY,)
BOTH = (Post.PRIMARY, Post.BACKUP)
EIGHTS = tuple(
    Hours(start=start, end=end)
    for start, end in (("06:00", "14:00"), ("14:00", "22:00"), ("22:00", "06:00"))
)
WHOLE = (Hours(start="07:30", end="07:30"),)


def local(text: str, zone: ZoneInfo = VIETNAM) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


def of(person_id: int, start: str, end: str) -> Shift:
    return Shift(person_id, local(start), local(end), "primary", person_id, 1)


MONTH_END = [
    of(ANNA, "2026-08-31T00:00", "2026-09-01T00:00"),
    of(BINH, "2026-09-01T00:00", "2026-10-01T00:00"),
]
TET = [
    of(ANNA, "2026-12-31T19:30", "2027-01-01T07:30"),
    of(BINH, "2027-01-01T07:30", "2027-01-01T19:30"),
]
LEAP = [
    of(ANNA, "2028-02-28T07:30", "2028-02-29T07:30"),
    of(BINH, "2028-02-29T07:30", "2028-03-01T07:30"),
]
TURNS = [a_shift(ANNA, 0, 12), a_shift(BINH, 12, 24)]
TAKEN_OVER = [*handed(a_shift(ANNA, 0, 12), at(3), at(5), BINH)]


@dataclass(frozen=True)
class Case:
    """Who is on duty at those posts at that instant."""

    name: str
    shifts: Sequence[Shift]
    when: datetime
    people: tuple[int, ...]
    posts: Sequence[Post] = PRIMARY


CASES = (
    Case("F0 the last minute of a month", MONTH_END, local("2026-08-31T23:59"), (ANNA,)),
    Case("F0 the first instant of a month", MONTH_END, local("2026-09-01T00:00"), (BINH,)),
    Case("F0 the year ends in the middle of a shift", TET, local("2027-01-01T00:00"), (ANNA,)),
    Case("F0 the first morning of the year", TET, local("2027-01-01T07:30"), (BINH,)),
    Case("F0 the night before 29/2", LEAP, local("2028-02-29T00:00"), (ANNA,)),
    Case("F0 29/2 is a day like any other", LEAP, local("2028-02-29T23:59"), (BINH,)),
    Case(
        "F3 the normal roster calls nobody while a watch runs",
        [normal(CHI, 0, 24), *TURNS],
        at(1),
        (ANNA,),
    ),
    Case("F3 and calls again after it", [normal(CHI, 0, 30), *TURNS], at(24), (CHI,)),
    Case(
        "F3 a draft calls nobody",
        [replace(shift, state=ShiftState.DRAFT) for shift in TURNS],
        at(1),
        (),
    ),
    Case("F4 before a stand-in the holder", TAKEN_OVER, at(2.99), (ANNA,)),
    Case("F4 a stand-in counts from its first instant on", TAKEN_OVER, at(3), (BINH,)),
    Case("F4 and not from its last on", TAKEN_OVER, at(5), (ANNA,)),
    Case(
        "F6 one person at two posts is named once",
        [a_shift(ANNA, 0, 12), a_shift(ANNA, 0, 12, "backup"), a_shift(BINH, 0, 12, "backup")],
        at(1),
        (BINH, ANNA),
        BOTH,
    ),
    Case(
        "F14 who has not confirmed is called all the same",
        [a_shift(ANNA, 0, 12, state=ShiftState.PLANNED)],
        at(1),
        (ANNA,),
    ),
    Case(
        "F14 who has declined is, until somebody else has the shift",
        [a_shift(ANNA, 0, 12, state=ShiftState.DECLINED)],
        at(1),
        (ANNA,),
    ),
    Case(
        "F16 who has come stays until relieved",
        [a_shift(ANNA, 0, 12, checked_in_at=at(0))],
        at(13),
        (ANNA,),
    ),
    Case(
        "F16 relieved, they go",
        [a_shift(ANNA, 0, 12, checked_in_at=at(0), relieved_at=at(12))],
        at(13),
        (),
    ),
    Case("F20 a roster with nothing in it calls nobody", [], at(1), ()),
    Case(
        "F22 a shift without length hides nobody",
        [a_shift(CHI, 1, 1), *TURNS],
        at(1),
        (ANNA,),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_right_person_is_on_duty(case):
    found = on_duty(case.shifts, case.posts, case.when)
    assert sorted(found) == sorted(case.people)
    assert len(set(found)) == len(found)


def hours_of(start: str, end: str, hours: Sequence[Hours], zone: ZoneInfo) -> list[float]:
    found = spans(local(start, zone), local(end, zone), hours, zone)
    return [(end - begins) / timedelta(hours=1) for begins, end in found]


@pytest.mark.parametrize(
    ("name", "start", "end", "hours", "zone", "lengths"),
    [
        ("F0 31/12", "2026-12-31T07:30", "2027-01-02T07:30", TWELVES, VIETNAM, [12] * 4),
        ("F0 29/2", "2028-02-28T07:30", "2028-03-01T07:30", WHOLE, VIETNAM, [24, 24]),
        ("F2 cut first", "2026-09-01T18:00", "2026-09-02T19:30", TWELVES, VIETNAM, [1.5, 12, 12]),
        ("F2 cut last", "2026-09-01T07:30", "2026-09-01T20:00", TWELVES, VIETNAM, [12, 0.5]),
        ("F8 spring", "2026-03-28T22:00", "2026-03-29T14:00", EIGHTS, BERLIN, [7, 8]),
        ("F8 autumn", "2026-10-24T22:00", "2026-10-25T14:00", EIGHTS, BERLIN, [9, 8]),
        ("F20 day", "2026-09-01T07:30", "2026-09-02T07:30", WHOLE, VIETNAM, [24]),
        ("F22 empty watch", "2026-09-01T07:30", "2026-09-01T07:30", TWELVES, VIETNAM, []),
    ],
)
def test_a_watch_is_divided_without_a_hole(name, start, end, hours, zone, lengths):
    assert hours_of(start, end, hours, zone) == lengths, name
    found = spans(local(start, zone), local(end, zone), hours, zone)
    assert all(one[1] == other[0] for one, other in pairwise(found))


def test_f1_f9_a_long_watch_is_divided_to_its_last_day():
    watch = a_watch(days=92)
    places = slots(watch, VIETNAM)
    assert len(places) == 184
    assert places[-1] == Slot(at(92 * 24 - 12), at(92 * 24), "primary")
    shifts = [
        a_shift(1 + number % 7, number * 12, number * 12 + 12, id=number) for number in range(184)
    ]
    assert openings(watch, shifts, VIETNAM) == []
    assert on_duty(shifts, PRIMARY, at(92 * 24 - 1)) == (1 + 183 % 7,)
    assert [each.start for each in openings(watch, shifts[:-1], VIETNAM)] == [at(92 * 24 - 12)]


def test_f2_who_has_a_cut_first_shift_does_not_lose_the_next_turn():
    watch = a_watch(start=at(10.5), end=at(36))
    first, second, _ = slots(watch, VIETNAM)
    assert (first.start, first.end) == (at(10.5), at(12))
    assert (second.start, second.end) == (at(12), at(24))


def test_f5_a_part_given_twice_changes_hands_once():
    shift = a_shift(ANNA, 0, 12)
    kept, given, rest = handed(shift, at(3), at(5), BINH)
    again = [*handed(given, at(3), at(5), BINH)]
    assert again == [given]
    everybody = [on_duty([kept, *again, rest], PRIMARY, at(hour)) for hour in (2, 4, 6)]
    assert everybody == [(ANNA,), (BINH,), (ANNA,)]
    with pytest.raises(Refused):
        cut(kept, at(3), at(5))


def test_f7_f13_of_two_who_take_one_shift_one_has_it():
    swap = Swap(1, 1, ANNA, at(0), at(12))
    taken = take(swap, BINH, at(-5), needs_lead=False)
    with pytest.raises(Refused):
        take(taken, CHI, at(-5), needs_lead=False)
    assert taken.taken_by_id == BINH


@pytest.mark.parametrize("machine", ["UTC", "America/Los_Angeles", "Asia/Ho_Chi_Minh"])
def test_f10_the_zone_of_the_machine_does_not_matter(machine, monkeypatch):
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", machine)
        time.tzset()
        found = slots(a_watch(days=2), VIETNAM)
    time.tzset()
    assert [(slot.start, slot.end) for slot in found] == [
        (at(start), at(start + 12)) for start in (0, 12, 24, 36)
    ]


def test_f10_a_watch_given_in_another_zone_is_the_same_watch():
    watch = a_watch(days=2)
    elsewhere = replace(
        watch, start=watch.start.astimezone(BERLIN), end=watch.end.astimezone(BERLIN)
    )
    assert slots(elsewhere, VIETNAM) == slots(watch, VIETNAM)


def test_f20_a_plan_that_asks_for_little_breaks_nothing():
    bare = Plan(seats=(Seats(post="Trực điện"),), hours=WHOLE, two_deep=True)
    watch = Watch(1, "Trực", at(0), at(24), bare)
    told = [str(each.trouble) for each in problems(a_view([], watch))]
    assert told == ["gap", "one-deep"]
    assert problems(a_view([])) == []


def test_f22_nothing_is_asked_of_a_watch_or_a_shift_without_length():
    empty = a_watch(end=at(0))
    assert problems(a_view([], empty)) == []
    nothing = a_shift(ANNA, 3, 3, state=ShiftState.DECLINED)
    assert problems(a_view([*TURNS, nothing], a_watch(plan=a_plan()))) == []
    with pytest.raises(Refused):
        cut(a_shift(ANNA, 0, 12), at(3), at(3))
