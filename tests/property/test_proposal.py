"""Whoever is there and whoever is away: what holds for every roster that is proposed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.duty import Duty, Night, duty_of
from bot.domain.proposal import (
    Candidate,
    Place,
    Task,
    best,
    cost,
    explain,
    loads,
    may_take,
    overlap,
    plain,
    round_robin,
    shares,
    unfairness,
)
from bot.domain.watch import Slot

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
START = datetime(2027, 2, 5, 0, 30, tzinfo=UTC)
TET = frozenset((START + timedelta(days=day)).date() for day in range(3))
hours = st.integers(0, 60).map(lambda count: timedelta(hours=count))


@st.composite
def slots(draw):
    start = START + draw(hours)
    length = timedelta(hours=draw(st.sampled_from((6, 8, 12, 24))))
    return Slot(start, start + length, draw(st.sampled_from(("primary", "backup"))))


def place(slot: Slot) -> Place:
    return Place(slot, duty_of(slot.start, slot.end, HANOI, Night(), TET))


@st.composite
def candidates(draw, number: int):
    start = START + draw(hours)
    return Candidate(
        number,
        f"P{number}",
        past=Duty(draw(hours)),
        away=draw(st.sampled_from(((), ((start, start + timedelta(hours=20)),)))),
        posts=draw(st.sampled_from((frozenset(), frozenset({"primary"})))),
        had_holiday_night=draw(st.booleans()),
    )


@st.composite
def tasks(draw):
    wanted = tuple(place(slot) for slot in draw(st.lists(slots(), max_size=10)))
    members = tuple(draw(candidates(number)) for number in range(1, draw(st.integers(1, 5)) + 1))
    return Task(wanted, members)


@given(tasks())
def test_nobody_is_put_where_they_cannot_be(task):
    for made in (round_robin(task), plain(task), best(task)):
        known = {one.id: one for one in task.candidates}
        own: dict[int, list[Slot]] = {}
        for here, person_id in zip(task.places, made, strict=True):
            if person_id is None:
                continue
            assert may_take(known[person_id], here)
            assert not any(overlap(here.slot, other) for other in own.get(person_id, []))
            own.setdefault(person_id, []).append(here.slot)


@given(tasks())
def test_a_proposal_is_never_less_fair_than_taking_turns(task):
    proposed, turns = best(task), round_robin(task)
    assert cost(task, proposed) <= cost(task, turns)
    if len(explain(task, proposed)) == len(explain(task, turns)) == 0:
        assert unfairness(task, proposed) <= unfairness(task, turns)


@given(tasks())
def test_the_shares_are_all_that_there_is_to_do(task):
    whole = sum(loads(task, tuple(task.candidates[0].id for _ in task.places)).values())
    assert abs(sum(shares(task).values()) - whole) <= len(task.candidates) ** 2


@given(tasks())
def test_every_empty_place_is_named(task):
    made = best(task)
    named = [one.place for one in explain(task, made) if one.wish.value == "empty"]
    empty = [here.slot for here, who in zip(task.places, made, strict=True) if who is None]
    assert sorted(named) == sorted(empty)
