"""A watch of a few days, and people whose only difference is what the test says."""

from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from bot.domain.duty import Duty, Night, duty_of
from bot.domain.proposal import (
    Candidate,
    Place,
    Task,
    Wish,
    best,
    cost,
    explain,
    loads,
    plain,
    round_robin,
    shares,
)
from bot.domain.watch import Slot
from bot.papers.solver import propose

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
START = datetime(2027, 2, 5, 0, 30, tzinfo=UTC)
HALF = timedelta(hours=12)
HOUR = timedelta(hours=1)
TET = frozenset((START + timedelta(days=day)).date() for day in range(1, 3))
MAKERS = [round_robin, plain, best, lambda task: propose(task, seconds=1)]


def places(count: int, *posts: str) -> tuple[Place, ...]:
    found = []
    for number in range(count):
        start = START + number * HALF
        for post in posts or ("primary",):
            slot = Slot(start, start + HALF, post)
            found.append(Place(slot, duty_of(slot.start, slot.end, HANOI, Night(), TET)))
    return tuple(found)


def people(count: int, **same: Any) -> tuple[Candidate, ...]:
    return tuple(Candidate(number, f"P{number}", **same) for number in range(1, count + 1))


def task(count: int, members: int, *posts: str) -> Task:
    return Task(places(count, *posts), people(members))


@pytest.mark.parametrize("make", MAKERS)
def test_nobody_stands_in_two_places_at_once(make):
    wanted = task(6, 4, "primary", "backup")
    chosen = make(wanted)
    taken = [(place.slot.start, who) for place, who in zip(wanted.places, chosen, strict=True)]
    assert len(set(taken)) == len(taken)
    assert None not in chosen


@pytest.mark.parametrize("make", MAKERS)
def test_nobody_is_called_while_away_and_the_place_stays_empty(make):
    away = ((START + HALF, START + 2 * HALF),)
    chosen = make(Task(places(3), people(2, away=away)))
    assert chosen[1] is None
    assert chosen[0] is not None
    assert chosen[2] is not None


@pytest.mark.parametrize("make", MAKERS)
def test_a_post_is_only_for_those_who_may_have_it(make):
    leads = (Candidate(1, "Lead"), Candidate(2, "Member", posts=frozenset({"primary"})))
    wanted = Task(places(2, "commander", "primary"), leads)
    assert make(wanted) == (1, 2, 1, 2)


@pytest.mark.parametrize("make", MAKERS)
def test_what_was_chosen_by_hand_stays(make):
    first, *others = places(3)
    held = replace(first, held_by=3)
    chosen = make(Task((held, *others), (*people(2), Candidate(3, "Hand", posts=frozenset({""})))))
    assert chosen[0] == 3
    assert 3 not in chosen[1:]


@pytest.mark.parametrize("make", MAKERS)
def test_without_people_every_place_stays_empty(make):
    assert make(Task(places(2), ())) == (None, None)


def test_who_did_less_in_the_past_year_gets_more():
    rested, tired = Candidate(1, "Rested"), Candidate(2, "Tired", past=Duty(72 * HOUR))
    wanted = Task(places(6), (rested, tired))
    got = loads(wanted, propose(wanted, seconds=1))
    assert got[1] > got[2]


def test_the_shares_bring_everybody_to_one_level():
    wanted = Task(places(2), (Candidate(1, "A", past=Duty(100 * HOUR)), *people(4)[1:]))
    due = shares(wanted)
    assert due[1] == 0
    assert due[2] == due[3] == due[4] > 0


def test_somebody_gets_the_night_of_two_holidays_in_a_row_only_when_nobody_else_can():
    again, fresh = Candidate(1, "Again", had_holiday_night=True), Candidate(2, "Fresh")
    wanted = Task(places(4)[3:], (again, fresh))
    assert wanted.places[0].holiday_night
    assert propose(wanted, seconds=1) == (2,)
    alone = Task(wanted.places, (again,))
    assert propose(alone, seconds=1) == (1,)
    assert [one.wish for one in explain(alone, (1,))] == [Wish.HOLIDAY_NIGHT]


def test_too_little_rest_is_explained_by_why_nobody_else_was_better():
    away = ((START, START + timedelta(days=9)),)
    wanted = Task(
        tuple(
            Place(
                Slot(START + number * 8 * HOUR, START + (number + 1) * 8 * HOUR, "primary"),
                Duty(8 * HOUR),
            )
            for number in range(2)
        ),
        (
            Candidate(1, "Only"),
            Candidate(2, "Away", away=away),
            Candidate(3, "Other", posts=frozenset({"x"})),
        ),
    )
    (broken,) = explain(wanted, (1, 1))
    assert (broken.wish, broken.person_id, broken.place) == (Wish.REST, 1, wanted.places[1].slot)
    assert broken.others == {"away": 1, "post": 1}


def test_an_empty_place_costs_more_than_everything_else():
    wanted = task(4, 2)
    assert cost(wanted, (None, 1, 2, 1)) > cost(wanted, (1, 1, 1, 1))


@pytest.mark.parametrize("members", [2, 3, 5, 8])
@pytest.mark.parametrize("posts", [("primary",), ("primary", "backup")])
def test_a_proposal_is_never_less_fair_than_taking_turns(members, posts):
    wanted = task(10, members, *posts)
    proposed, turns = propose(wanted, seconds=0.3), round_robin(wanted)
    assert cost(wanted, proposed) <= cost(wanted, turns)


def test_the_solver_finds_what_the_plain_rule_misses():
    """The dearest place first leaves two shifts in a row to one person; looking ahead does not."""
    away = ((START + 2 * HALF, START + 3 * HALF),)
    wanted = Task(places(4), (Candidate(1, "A", away=away), Candidate(2, "B")))
    assert cost(wanted, propose(wanted, seconds=1)) < cost(wanted, plain(wanted))


def test_a_great_task_keeps_to_its_time_all_told():
    """Ten days of two shifts and three posts for thirty people; the model is built in that time."""
    wanted = task(20, 30, "primary", "backup", "commander")
    began = monotonic()
    proposed = propose(wanted, seconds=1.5)
    assert monotonic() - began < 4  # what a loaded machine may add
    assert cost(wanted, proposed) <= cost(wanted, best(wanted))


@pytest.mark.parametrize("make", [plain, best, lambda task: propose(task, seconds=1)])
def test_who_cannot_be_reached_gets_a_place_only_when_nobody_else_can_stand_there(make):
    lost = Candidate(9, "Lost", unreachable=True)
    assert 9 not in make(Task(places(4), (*people(2), lost)))
    away = ((START, START + HALF),)
    wanted = Task(places(2), (*people(2, away=away), lost))
    chosen = make(wanted)
    assert chosen[0] == 9
    assert chosen[1] != 9
    assert [(one.wish, one.person_id) for one in explain(wanted, chosen)] == [(Wish.UNREACHABLE, 9)]


def test_who_cannot_be_reached_has_no_share_unless_nobody_can_be():
    lost = Candidate(9, "Lost", unreachable=True)
    assert shares(Task(places(2), (*people(2), lost)))[9] == 0
    assert shares(Task(places(2), (lost,)))[9] > 0


@pytest.mark.parametrize("make", [plain, best, lambda task: propose(task, seconds=1)])
def test_the_only_lead_commands_and_where_somebody_else_does_it_is_said(make):
    others = (replace(one, unwanted=frozenset({"commander"})) for one in people(5))
    wanted = Task(places(2, "primary", "commander"), (Candidate(9, "Lead"), *others))
    chosen = make(wanted)
    assert (chosen[1], chosen[3]).count(9) == 1
    assert 9 not in (chosen[0], chosen[2])
    (broken,) = explain(wanted, chosen)
    assert (broken.wish, broken.others["post"]) == (Wish.NOT_LEAD, 4)
