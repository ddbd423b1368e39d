"""What one person stands at once: called to all of it once, checked in once, asked once."""

from collections.abc import Iterable, Sequence
from typing import Any

from bot.domain import onwatch as rules
from bot.domain.roster import Shift
from bot.domain.team import Team
from bot.services.arming import beside
from bot.services.relieving import of_watch
from storage import roster
from storage.database import Tx


def posts(shifts: Iterable[Shift]) -> dict[str, Any]:
    """Return the posts of some shifts as a value of a text, each once."""
    return {"list": [{"post": code} for code in dict.fromkeys(one.post for one in shifts)]}


def period(shift: Shift) -> dict[str, Any]:
    """Mark from when until when a shift is; the reader sees it with the days of the week."""
    return {"period": [shift.start.isoformat(), shift.end.isoformat()]}


def periods(shifts: Sequence[Shift]) -> dict[str, Any]:
    """Mark from when until when some shifts are; once if it is the same for all of them."""
    if len({(one.start, one.end) for one in shifts}) == 1:
        return period(shifts[0])
    return {
        "lines": [
            {"text": "shift-post-period", "post": {"post": one.post}, "period": period(one)}
            for one in shifts
        ]
    }


async def _coming(tx: Tx, person_id: int) -> list[Shift]:
    """Return somebody's running and coming shifts of watches that count."""
    found = await roster.of_person(tx, person_id, tx.now)
    return [one for one in found if one.watch_id and await of_watch(tx, one.id) is not None]


def _with(shift: Shift, others: Iterable[Shift]) -> list[Shift]:
    return [shift, *(one for one in others if one.id != shift.id)]


async def beginning_with(tx: Tx, shift: Shift) -> list[Shift]:
    """Return a shift and what else its person begins with it."""
    mine = await _coming(tx, shift.person_id)
    return _with(shift, (one for one in mine if one.start == shift.start))


async def wanted_with(tx: Tx, team: Team, shift: Shift) -> list[Shift]:
    """Return a shift and where else its person is wanted now and has not checked in.

    Who stays on at a post is not wanted there anew.
    """
    policy = team.catalog.watch.policy
    open_ones = rules.open_for_check_in(await _coming(tx, shift.person_id), policy, tx.now)
    return _with(shift, [one for one in open_ones if not await stays_on(tx, one)])


async def stays_on(tx: Tx, shift: Shift) -> bool:
    """Tell whether its person stands the shift before it at the post and need not come."""
    before = rules.previous_of(shift, await beside(tx, shift))
    return (
        before is not None and before.person_id == shift.person_id and rules.stands(before, tx.now)
    )


async def standing_with(tx: Tx, shift: Shift) -> list[Shift]:
    """Return a shift and what else its person stands now."""
    return _with(shift, await roster.standing(tx, shift.person_id))


async def ending_with(tx: Tx, shift: Shift) -> list[Shift]:
    """Return a stood shift and what else its person has stood that ends with it."""
    same = [
        one
        for one in await beside(tx, shift)
        if (one.person_id, one.end, one.watch_id) == (shift.person_id, shift.end, shift.watch_id)
        and one.checked_in_at is not None
    ]
    return sorted(_with(shift, same), key=lambda one: one.id)
