"""What a swap breaks for whoever takes the shift: rest, one place at a time, holidays' nights."""

from typing import Any

from msgspec.structs import replace

from bot.domain.cover import problems
from bot.domain.duty import duty_of
from bot.domain.people import Person
from bot.domain.roster import Shift
from bot.domain.swaps import handed
from bot.domain.team import Team
from bot.domain.trouble import Problem, Trouble, View
from bot.services import calendar, cover, proposals
from bot.services.messages import instant
from bot.services.wanting import Wanted
from storage import watches
from storage.database import Tx

_COSTS = (Trouble.REST, Trouble.DOUBLE)


async def of_taking(tx: Tx, team: Team, found: Wanted, taker: Person) -> list[dict[str, Any]]:
    """Return each thing that is wrong only when this person has the part, as a line of a text."""
    part, rest = found.part, team.catalog.watch.policy.rest
    view = await cover.look(tx, team, part.start - rest, part.end + rest)
    pieces = handed(found.shift, part.start, part.end, taker.id)
    others = [shift for shift in view.shifts if shift.id != found.shift.id]
    known = _of(view, taker)
    new = [
        problem
        for problem in _of(replace(view, shifts=[*others, *pieces]), taker)
        if problem not in known
    ]
    lines = [_line(problem, taker) for problem in new]
    if await _has_holiday_night_again(tx, team, part, taker):
        lines.append({"text": "swap-breaks-holiday-night", "name": taker.name})
    return lines


def _of(view: View, taker: Person) -> list[Problem]:
    return [
        problem
        for problem in problems(view)
        if problem.trouble in _COSTS and taker.id in problem.people
    ]


def _line(problem: Problem, taker: Person) -> dict[str, Any]:
    rest = (problem.end - problem.start).total_seconds()
    text = f"swap-breaks-{problem.trouble.value}"
    if problem.trouble is Trouble.REST and rest <= 0:
        text = "swap-breaks-rest-none"
    return {
        "text": text,
        "name": taker.name,
        "when": cover.period(problem.start, problem.end),
        "post": {"list": [{"post": post} for post in problem.posts]},
        "rest": {"duration": rest},
        "ended": instant(problem.start),
        "back": instant(problem.end),
    }


async def _has_holiday_night_again(tx: Tx, team: Team, part: Shift, taker: Person) -> bool:
    """Tell whether the part is a holiday's night and its taker had one in the watch before."""
    if part.watch_id is None:
        return False
    watch = await watches.get(tx, part.watch_id)
    since = watch.start - proposals.YEAR
    first, last = (at.astimezone(team.zone).date() for at in (since, part.end))
    holidays = await calendar.off_days(tx, team, first, last)
    duty = duty_of(part.start, part.end, team.zone, proposals.night_of(team), holidays)
    if not (duty.night and duty.holiday):
        return False
    return taker.id in await proposals.had_holiday_night(tx, team, watch, holidays)
