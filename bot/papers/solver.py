"""The fairest roster CP-SAT finds in a few seconds; the plain rule where there is no solver."""

from itertools import combinations
from typing import Any

from bot.domain.proposal import (
    EMPTY,
    HOLIDAY_NIGHT,
    REST,
    Assignment,
    Candidate,
    Task,
    best,
    may_take,
    overlap,
    rests_too_little,
    shares,
    weight,
)

SECONDS = 3.0


def proposed(task: Task) -> tuple[Task, Assignment]:
    """Return a proposal with the task it is for, as the workshop keeps it."""
    return task, propose(task)


def propose(task: Task, seconds: float = SECONDS) -> Assignment:
    """Return the best of what the solver finds in time, the plain rule and everybody in turn."""
    if not task.places or not task.candidates:
        return tuple(None for _ in task.places)
    try:
        from ortools.sat.python import cp_model  # noqa: PLC0415 an extra that need not be installed
    except ImportError:
        return best(task)
    return best(task, _solved(task, cp_model, seconds))


def _solved(task: Task, cp_model: Any, seconds: float) -> Assignment | None:  # noqa: ANN401 a module without types
    model = cp_model.CpModel()
    takes = {
        (at, one.id): model.new_bool_var(f"{at}-{one.id}")
        for at, place in enumerate(task.places)
        for one in task.candidates
        if may_take(one, place)
    }
    price = [*_empty(task, model, takes), *_apart(task, model, takes)]
    price += _again(task, takes)
    price += _unfair(task, model, takes)
    model.minimize(sum(price))
    hint = best(task)
    for (at, person_id), variable in takes.items():
        model.add_hint(variable, int(hint[at] == person_id))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    solver.parameters.random_seed = 1
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    chosen: list[int | None] = [None] * len(task.places)
    for (at, person_id), variable in takes.items():
        if solver.value(variable):
            chosen[at] = person_id
    return tuple(chosen)


def _empty(task: Task, model: Any, takes: Any) -> list[Any]:  # noqa: ANN401 the solver has no types
    """Let each place have one person, or stay empty at a price."""
    price = []
    for at in range(len(task.places)):
        here = [takes[at, one.id] for one in task.candidates if (at, one.id) in takes]
        empty = model.new_bool_var(f"empty-{at}")
        model.add_exactly_one([*here, empty])
        price.append(EMPTY * empty)
    return price


def _apart(task: Task, model: Any, takes: Any) -> list[Any]:  # noqa: ANN401 the solver has no types
    """Keep anybody from two places at once; too little rest between two has a price."""
    price = []
    for one, other in combinations(range(len(task.places)), 2):
        first, second = task.places[one].slot, task.places[other].slot
        both_at_once = overlap(first, second)
        if not both_at_once and not rests_too_little(first, second, task.rest):
            continue
        for candidate in task.candidates:
            pair = (one, candidate.id), (other, candidate.id)
            if pair[0] not in takes or pair[1] not in takes:
                continue
            if both_at_once:
                model.add_at_most_one([takes[pair[0]], takes[pair[1]]])
            else:
                tired = model.new_bool_var("")
                model.add(tired >= takes[pair[0]] + takes[pair[1]] - 1)
                price.append(REST * tired)
    return price


def _again(task: Task, takes: Any) -> list[Any]:  # noqa: ANN401 the solver has no types
    """Give a holiday's night to somebody who had one in the last holiday only at a price."""
    again = {candidate.id for candidate in task.candidates if candidate.had_holiday_night}
    return [
        HOLIDAY_NIGHT * variable
        for (at, person_id), variable in takes.items()
        if person_id in again and task.places[at].holiday_night
    ]


def _unfair(task: Task, model: Any, takes: Any) -> list[Any]:  # noqa: ANN401 the solver has no types
    """Let every minute that somebody gets beside their share have its price."""
    due, most = shares(task), sum(weight(place.duty) for place in task.places)

    def beside(candidate: Candidate) -> Any:  # noqa: ANN401 the solver has no types
        got = sum(
            weight(place.duty) * takes[at, candidate.id]
            for at, place in enumerate(task.places)
            if (at, candidate.id) in takes
        )
        distance = model.new_int_var(0, most + due[candidate.id], f"beside-{candidate.id}")
        model.add(distance >= got - due[candidate.id])
        model.add(distance >= due[candidate.id] - got)
        return distance

    return [beside(candidate) for candidate in task.candidates]
