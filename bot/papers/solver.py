"""The fairest roster CP-SAT finds in a few seconds; the plain rule where there is no solver."""

from itertools import combinations
from time import monotonic
from typing import Any

from bot.domain.proposal import (
    EMPTY,
    REST,
    Assignment,
    Candidate,
    Task,
    best,
    cost,
    may_take,
    overlap,
    rests_too_little,
    shares,
    weight,
    wishes_cost,
)
from bot.domain.watch import Slot

SECONDS = 3.0  # for all of it: to build the model, to search, and the plain rule
LEAST_SEARCH = 0.5
_AFTERWARDS = 0.3  # what is found is compared with the plain rule


def proposed(task: Task) -> tuple[Task, Assignment]:
    """Return a proposal with the task it is for, as the workshop keeps it."""
    return task, propose(task)


def propose(task: Task, seconds: float = SECONDS) -> Assignment:
    """Return the best of what the solver finds in time, the plain rule and everybody in turn."""
    ends = monotonic() + seconds
    if not task.places or not task.candidates:
        return tuple(None for _ in task.places)
    try:
        from ortools.sat.python import cp_model  # noqa: PLC0415 an extra that need not be installed
    except ImportError:
        return best(task)
    plain = best(task)
    found = _solved(task, plain, cp_model, ends)
    return found if found is not None and cost(task, found) < cost(task, plain) else plain


def _solved(
    task: Task,
    hint: Assignment,
    cp_model: Any,  # noqa: ANN401 a module without types
    ends: float,
) -> Assignment | None:
    model = cp_model.CpModel()
    takes = {
        (at, one.id): model.new_bool_var(f"{at}-{one.id}")
        for at, place in enumerate(task.places)
        for one in task.candidates
        if may_take(one, place)
    }
    price = [*_empty(task, model, takes), *_apart(task, model, takes)]
    price += _wishes(task, takes)
    price += _unfair(task, model, takes)
    model.minimize(sum(price))
    for (at, person_id), variable in takes.items():
        model.add_hint(variable, int(hint[at] == person_id))
    solver = cp_model.CpSolver()
    left = ends - monotonic() - _AFTERWARDS
    solver.parameters.max_time_in_seconds = max(LEAST_SEARCH, left)
    # Presolving takes longer here than all the search that is worth waiting for.
    solver.parameters.cp_model_presolve = False
    solver.parameters.num_workers = 4
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
    """Keep anybody from two places at once; too little rest between two has a price.

    Places of the same time are one to the person: they stand at that time, or do not.
    """
    times = _by_time(task)
    pairs = list(combinations(times, 2))
    at_once = [pair for pair in pairs if overlap(*pair)]
    too_soon = [pair for pair in pairs if rests_too_little(*pair, task.rest)]
    price = []
    for candidate in task.candidates:
        stands = {}
        for time, places in times.items():
            here = [takes[at, candidate.id] for at in places if (at, candidate.id) in takes]
            if here:
                stands[time] = model.new_bool_var("")
                model.add(sum(here) == stands[time])
        for pair in at_once:
            model.add_at_most_one([stands[time] for time in pair if time in stands])
        for one, other in too_soon:
            if one in stands and other in stands:
                tired = model.new_bool_var("")
                model.add(tired >= stands[one] + stands[other] - 1)
                price.append(REST * tired)
    return price


def _by_time(task: Task) -> dict[Slot, list[int]]:
    """Return the numbers of the places of each time, which a slot without a post stands for."""
    times: dict[Slot, list[int]] = {}
    for at, place in enumerate(task.places):
        times.setdefault(Slot(place.slot.start, place.slot.end, ""), []).append(at)
    return times


def _wishes(task: Task, takes: Any) -> list[Any]:  # noqa: ANN401 the solver has no types
    """Give a place to somebody who should rather not have it only at a price."""
    known = {candidate.id: candidate for candidate in task.candidates}
    return [
        wishes_cost(known[person_id], task.places[at]) * variable
        for (at, person_id), variable in takes.items()
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
