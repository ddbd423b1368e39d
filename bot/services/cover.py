"""The roster as it is kept, looked at with the rules of cover, and what they find in words."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import replace

from bot.domain.channels import ways
from bot.domain.cover import openings, problems
from bot.domain.escalation import Target
from bot.domain.people import Person
from bot.domain.roster import Shift
from bot.domain.team import Team
from bot.domain.trouble import ORDER, Opening, Problem, Trouble, View
from bot.domain.watch import Watch, WatchState
from bot.services.messages import instant
from storage import people, shifts, watches
from storage.database import Tx

# A lack of rest is seen only together with the shift before.
AROUND = timedelta(days=2)
_PER_PERSON = {Trouble.UNREACHABLE, Trouble.UNCONFIRMED}
_COSTS = {
    Target.ON_DUTY: "cover-cost-on-duty",
    Target.BACKUP: "cover-cost-backup",
    Target.COMMANDER: "cover-cost-commander",
}


async def look(tx: Tx, team: Team, start: datetime, end: datetime) -> View:
    """Return what is planned from `start` up to `end`, without the people who have left."""
    found = await shifts.between(tx, start - AROUND, end + AROUND)
    known = await people.of_ids(tx, sorted({shift.person_id for shift in found}))
    return View(
        start,
        end,
        tx.now,
        [shift for shift in found if known[shift.person_id].active],
        await watches.touching(tx, start, end, (WatchState.PUBLISHED,)),
        team.catalog.watch,
        team.zone,
        frozenset(person.id for person in known.values() if not _is_reachable(person)),
    )


def _is_reachable(person: Person) -> bool:
    return person.telegram_id is not None and bool(person.reachable)


def is_lost(team: Team, person: Person) -> bool:
    """Tell whether no page can reach somebody: they never opened the bot, or have blocked it."""
    return not _is_reachable(person) and not ways(team.channels, person)


async def of_plan(tx: Tx, team: Team, watch: Watch, planned: Sequence[Shift]) -> list[Problem]:
    """Return what is wrong with a watch when these are its shifts, published yet or not."""
    start = max(tx.now, watch.start)
    if start >= watch.end:
        return []
    around = await look(tx, team, start, watch.end)
    others = [shift for shift in around.shifts if shift.watch_id != watch.id]
    ids = sorted({shift.person_id for shift in planned})
    known = await people.of_ids(tx, ids)
    silent = {person.id for person in known.values() if not _is_reachable(person)}
    view = replace(
        around,
        shifts=[*others, *(shift for shift in planned if known[shift.person_id].active)],
        watches=[*(each for each in around.watches if each.id != watch.id), watch],
        unreachable=around.unreachable | silent,
    )
    return [each for each in problems(view) if each.watch_id == watch.id]


async def ahead(tx: Tx, team: Team) -> list[Problem]:
    """Return what is wrong from now on, as far ahead as the policy looks."""
    until = tx.now + team.catalog.watch.policy.gaps_ahead
    return problems(await look(tx, team, tx.now, until))


def opening_at(view: View, problem: Problem) -> Opening | None:
    """Return the first place of a plan that stands empty in a gap; the normal roster has none."""
    watch = next((each for each in view.watches if each.id == problem.watch_id), None)
    if watch is None or problem.trouble is not Trouble.GAP:
        return None
    found = (
        each
        for each in openings(watch, view.shifts, view.zone)
        if each.post in problem.posts and each.end > problem.start and each.end > view.now
    )
    return next(found, None)


def nearest_first(found: Iterable[Problem]) -> list[Problem]:
    """Return problems by nearness, where several shifts of one person are one matter."""
    apart = sorted(found, key=lambda each: (each.start, ORDER.index(each.trouble)))
    seen: set[tuple[Trouble, int]] = set()
    kept: list[Problem] = []
    for each in apart:
        if each.trouble in _PER_PERSON:
            if (each.trouble, each.people[0]) in seen:
                continue
            seen.add((each.trouble, each.people[0]))
        kept.append(each)
    return kept


async def names_of(tx: Tx, found: Iterable[Problem]) -> dict[int, str]:
    """Return the names of everybody these problems are about."""
    ids = sorted({person_id for each in found for person_id in each.people})
    return {person.id: person.name for person in (await people.of_ids(tx, ids)).values()}


def period(start: datetime, end: datetime) -> dict[str, Any]:
    """Mark from when until when; the reader sees it with the days of the week."""
    return {"period": [start.isoformat(), end.isoformat()]}


def lines(team: Team, found: Sequence[Problem], names: Mapping[int, str]) -> list[dict[str, Any]]:
    """Return each problem as a line of a text that says when, what, and what it costs."""
    counts = Counter(map(_matter, found))
    return [
        _line(team, each, names) | {"count": counts[_matter(each)]}
        for each in nearest_first(_together(team, found))
    ]


def _together(team: Team, found: Iterable[Problem]) -> list[Problem]:
    """Return gaps of the same time as one, the post that costs most first."""
    kept: dict[tuple[object, ...], Problem] = {}
    for each in found:
        own = () if each.trouble is Trouble.GAP else (each.posts, each.people, each.shift_ids)
        key = each.trouble, each.watch_id, each.start, each.end, own
        known = kept.get(key)
        posts = each.posts if known is None else _by_cost(team, {*known.posts, *each.posts})
        kept[key] = replace(each, posts=posts)
    return list(kept.values())


def _by_cost(team: Team, posts: Collection[str]) -> tuple[str, ...]:
    costs = list(_COSTS)

    def rank(post: str) -> tuple[int, str]:
        paged_as = team.catalog.watch.post(post).paged_as
        return costs.index(paged_as) if paged_as in costs else len(costs), post

    return tuple(sorted(posts, key=rank))


def _matter(problem: Problem) -> tuple[str, tuple[int, ...]]:
    return problem.trouble.value, problem.people


def _line(team: Team, problem: Problem, names: Mapping[int, str]) -> dict[str, Any]:
    who = [names.get(person_id, str(person_id)) for person_id in problem.people]
    cost = _cost(team, problem)
    text = f"cover-{problem.trouble.value}"
    if problem.trouble is Trouble.GAP and not cost:
        text = "cover-gap-only"
    if problem.trouble is Trouble.ONE_DEEP and not who:
        text = "cover-none-deep"
    if problem.trouble is Trouble.REST and problem.end <= problem.start:
        text = "cover-rest-none"
    return {
        "text": text,
        "when": period(problem.start, problem.end),
        "post": _posts(problem.posts),
        "names": {"list": who} if who else {"text": "nobody"},
        "cost": cost,
        "rest": {"duration": (problem.end - problem.start).total_seconds()},
        "back": instant(problem.end),
    }


def _posts(posts: Sequence[str]) -> dict[str, Any]:
    return {"list": [{"post": post} for post in posts]}


def _cost(team: Team, problem: Problem) -> dict[str, Any] | str:
    """Say what happens to a call while a post is empty."""
    if problem.trouble is not Trouble.GAP:
        return ""
    if not problem.left:
        return {"text": "cover-cost-alone"}
    paged_as = team.catalog.watch.post(problem.posts[0]).paged_as
    return {"text": _COSTS[paged_as], "left": _posts(problem.left)} if paged_as in _COSTS else ""
