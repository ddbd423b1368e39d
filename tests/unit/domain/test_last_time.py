from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.catalog import load
from bot.domain.last_time import as_last_time
from bot.domain.roster import Shift
from bot.domain.watch import Plan, Seats, Slot, Watch, period, slots

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
TWELVES = load().watch.patterns[1].shifts
AN, BINH, CHI, DUNG = 1, 2, 3, 4


def places(first: str, last: str, *seats: Seats) -> list[Slot]:
    plan = Plan(seats=seats, hours=TWELVES)
    start, end = period(date.fromisoformat(first), date.fromisoformat(last), TWELVES, VIETNAM)
    return slots(Watch(1, "Trực", start, end, plan), VIETNAM)


def stood(old: list[Slot], *people: int) -> list[Shift]:
    """Return who stood in the old places, in turn."""
    return [
        Shift(number, slot.start, slot.end, slot.post, people[number % len(people)], 1)
        for number, slot in enumerate(old)
    ]


PRIMARY = Seats(post="primary")
OLD = places("2026-08-31", "2026-09-02", PRIMARY)
NEW = places("2027-04-29", "2027-05-01", PRIMARY)


@pytest.mark.parametrize("people", [(AN, BINH), (AN, BINH, CHI), (AN, BINH, CHI, DUNG)])
def test_nobody_has_the_shift_again_that_was_theirs(people):
    before = stood(OLD, *people)
    given = as_last_time(NEW, before, people)
    assert set(given) == set(NEW)
    for old, slot in zip(before, NEW, strict=True):
        assert given[slot] != old.person_id


def test_everybody_keeps_the_order():
    given = as_last_time(NEW, stood(OLD, AN, BINH, CHI), (AN, BINH, CHI))
    assert [given[slot] for slot in NEW] == [BINH, CHI, AN, BINH, CHI, AN]


def test_a_single_person_stands_alone_again():
    assert set(as_last_time(NEW, stood(OLD, AN), (AN,)).values()) == {AN}


def test_who_left_is_passed_over_and_others_take_their_turns():
    given = as_last_time(NEW, stood(OLD, AN, BINH, CHI), (AN, CHI))
    assert set(given) == set(NEW)
    assert set(given.values()) == {AN, CHI}


def test_nobody_is_at_two_places_at_once():
    both = (Seats(post="primary"), Seats(post="backup"))
    old, new = places("2026-08-31", "2026-09-02", *both), places("2027-04-29", "2027-05-01", *both)
    given = as_last_time(new, stood(old, AN, BINH, BINH, AN), (AN, BINH))
    for slot in new:
        same = [given[other] for other in given if other.start == slot.start]
        assert len(same) == len(set(same)) == 2


def test_seats_of_one_post_are_different_people():
    two = Seats(post="primary", people=2)
    given = as_last_time(
        places("2027-04-29", "2027-04-30", two), stood(OLD, AN, BINH, CHI), (AN, BINH, CHI)
    )
    for slot in given:
        assert len({given[other] for other in given if other.start == slot.start}) == 2


def test_a_post_that_was_not_there_last_time_stays_empty():
    new = places("2027-04-29", "2027-04-29", PRIMARY, Seats(post="backup"))
    given = as_last_time(new, stood(OLD, AN, BINH), (AN, BINH))
    assert {slot.post for slot in given} == {"primary"}


def test_more_people_are_asked_for_than_there_were_and_the_rest_stays_empty():
    new = places("2027-04-29", "2027-04-29", Seats(post="primary", people=3))
    given = as_last_time(new, stood(OLD, AN, BINH), (AN, BINH))
    assert len(given) == 4


def test_without_anybody_of_last_time_nothing_is_given():
    assert as_last_time(NEW, stood(OLD, AN), ()) == {}
    assert as_last_time(NEW, [], (AN,)) == {}
