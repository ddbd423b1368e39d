"""Whether a roster covers what it must: openings of a plan, gaps, and all else that is wrong.

Whoever waits to be relieved is not counted on: their time is over.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from bot.domain.escalation import Target
from bot.domain.reliance import problems_of_people
from bot.domain.roster import Shift, ShiftState
from bot.domain.trouble import (
    ORDER,
    Opening,
    Problem,
    Stretch,
    Trouble,
    View,
    joined,
    stretches,
    there,
    touching,
)
from bot.domain.watch import Watch, spans

__all__ = ["Opening", "Problem", "Trouble", "View", "counted", "openings", "problems"]

# These belong to their shifts, however near the next one is.
_OF_SHIFTS = {Trouble.REST, Trouble.DOUBLE, Trouble.UNCONFIRMED, Trouble.DECLINED}


def counted(shifts: Iterable[Shift]) -> list[Shift]:
    """Return drafts as if they were published, so that a draft can be looked at."""
    return [
        replace(shift, state=ShiftState.PLANNED) if shift.state is ShiftState.DRAFT else shift
        for shift in shifts
    ]


def problems(view: View) -> list[Problem]:
    """Return all that is wrong, earliest first and the worst first at the same instant."""
    found = [
        *_of_plans(view),
        *_of_normal_roster(view),
        *_one_deep(view),
        *problems_of_people(view),
    ]
    merged = joined(sorted(found, key=lambda each: (*_same(each), each.start)), _same)
    return sorted(merged, key=lambda each: (each.start, ORDER.index(each.trouble), _same(each)))


def _same(problem: Problem) -> tuple[int, int, tuple[str, ...], tuple[object, ...]]:
    """Return what two problems must have in common to be one."""
    own = problem.shift_ids if problem.trouble in _OF_SHIFTS else ()
    whom = problem.people, problem.left, own
    return ORDER.index(problem.trouble), problem.watch_id or 0, problem.posts, whom


def openings(watch: Watch, shifts: Sequence[Shift], zone: ZoneInfo) -> list[Opening]:
    """Return what a watch's plan asks for and nobody fills, shift by shift, earliest first."""
    found: list[Opening] = []
    for begins, ends in spans(watch.start, watch.end, watch.plan.hours, zone):
        here = touching(shifts, begins, ends)
        for seat, seats in enumerate(watch.plan.seats):
            pieces = [
                Opening(start, end, watch.id, seat, seats.post, people)
                for start, end in stretches(here, begins, ends)
                if len(people := there(here, (seats.post,), start)) < seats.people
            ]
            found += joined(pieces, lambda opening: opening.people)
    return sorted(found)


def _of_plans(view: View) -> Iterator[Problem]:
    """Say where a published watch lacks somebody, and who can be called instead."""
    for watch in view.watches:
        for opening in openings(watch, view.shifts, view.zone):
            for when in view.clipped(opening.start, opening.end):
                yield from _of_opening(view, opening, when)


def _of_opening(view: View, opening: Opening, when: Stretch) -> Iterator[Problem]:
    posts, watch_id = (opening.post,), opening.watch_id
    if opening.people:
        yield Problem(Trouble.SHORT, *when, posts, opening.people, watch_id=watch_id)
        return
    for start, end in stretches(touching(view.shifts, *when), *when):
        yield Problem(Trouble.GAP, start, end, posts, watch_id=watch_id, left=_left(view, start))


def _left(view: View, at: datetime) -> tuple[str, ...]:
    """Return the posts behind ladders that somebody holds at that instant."""
    paging = [post.code for post in view.book.posts if post.paged_as is not None]
    return tuple(post for post in paging if there(view.shifts, (post,), at))


def _of_normal_roster(view: View) -> Iterator[Problem]:
    """Say where nobody is on duty outside of watches, if a roster is kept there at all."""
    on_duty = view.book.posts_for(Target.ON_DUTY)
    kept = [shift for shift in view.shifts if shift.watch_id is None and shift.post in on_duty]
    if not touching(kept, view.start, view.end):
        return
    posts = tuple(post.code for post in view.book.posts if post.code in on_duty)
    for first, last in _outside_watches(view, on_duty):
        for start, end in stretches(touching(view.shifts, first, last), first, last):
            if not there(view.shifts, on_duty, start):
                yield Problem(Trouble.GAP, start, end, posts, left=_left(view, start))


def _outside_watches(view: View, on_duty: frozenset[str]) -> list[Stretch]:
    """Return the time in which no watch says who is on duty."""
    asked = [
        span
        for watch in view.watches
        if any(seats.post in on_duty for seats in watch.plan.seats)
        for span in view.spans(watch)
    ]
    edges = {at for span in asked for at in span if view.start < at < view.end}
    return [
        (first, last)
        for first, last in pairwise(sorted({view.start, view.end} | edges))
        if not any(begins <= first < ends for begins, ends in asked)
    ]


def _one_deep(view: View) -> Iterator[Problem]:
    """Say where fewer than two can act though no deep post that is asked for is empty."""
    deep = tuple(post.code for post in view.book.posts if post.deep)
    for watch in view.watches:
        asked = [seats.post for seats in watch.plan.seats if seats.post in deep]
        periods = view.spans(watch) if watch.plan.two_deep else []
        for when in (part for period in periods for part in view.clipped(*period)):
            here = touching(view.shifts, *when)
            for start, end in stretches(here, *when):
                people = there(here, deep, start)
                is_empty = any(not there(here, (post,), start) for post in asked)
                if len(people) <= 1 and not is_empty:
                    yield Problem(Trouble.ONE_DEEP, start, end, deep, people, watch_id=watch.id)
