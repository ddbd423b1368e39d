"""Signs of life: who is on watch is asked "still there?", and all they do is an answer."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.errors import Refused
from bot.domain.onwatch import asked_from, stands
from bot.domain.people import Person, Role, may
from bot.domain.roster import Shift
from bot.domain.team import Team
from bot.services import missing
from bot.services.arming import SILENT, STILL, schedule_still
from bot.services.messages import instant, tell
from bot.services.own_posts import posts, standing_with
from bot.services.relieving import must_count, of_watch
from storage import due, people, roster, watchlog
from storage.database import Tx
from storage.due import Due
from storage.watchlog import LogLine

_QUESTION = "still-asked"
_ABOUT = (_QUESTION, *missing.BEGINS, *missing.ENDS, "known")
_OPEN = (_QUESTION, *missing.BEGINS, "known")


async def ask_still(tx: Tx, team: Team, shift_id: int, params: Mapping[str, Any]) -> None:
    """Ask whoever is on watch whether they are, unless it is night or nearly over."""
    del params
    found = await of_watch(tx, shift_id)
    if found is None or not stands(found[0], tx.now) or not found[1].plan.still_asked:
        return
    shift, policy = found[0], team.catalog.watch.policy
    at = asked_from(shift, tx.now, policy, team.zone)
    if at is None:
        return
    if at > tx.now:
        await due.schedule(tx, Due(STILL, shift.id, at))
        return
    until = tx.now + policy.still_within
    person = await people.get(tx, shift.person_id)
    mine = [
        one for one in await standing_with(tx, shift) if one == shift or await _waits(tx, team, one)
    ]
    key = {"label": "button-here", "data": f"here:{shift.id}", "style": "success"}
    said = {"post": posts(mine), "until": instant(until), "holder_id": person.id}
    tell(tx, person, "shift-still", shift.id, text="still-there", keys=[[key]], **said)
    for one in mine:
        await watchlog.enter(tx, LogLine(_QUESTION, one.watch_id, one.id, person.id))
        await due.drop(tx, STILL, one.id)
        await due.schedule(tx, Due(SILENT, one.id, until))


async def _waits(tx: Tx, team: Team, shift: Shift) -> bool:
    """Tell whether a shift waits to be asked about, and may be asked about now."""
    at = asked_from(shift, tx.now, team.catalog.watch.policy, team.zone)
    may_be_asked = at is not None and at <= tx.now
    return may_be_asked and await due.waiting(tx, STILL, shift.id) is not None


async def is_asked(tx: Tx, shift: Shift) -> bool:
    """Tell whether "still there?" waits for an answer, however long."""
    lines = await watchlog.of_shift(tx, shift.id, _ABOUT)
    return bool(lines) and shift.checked_in_at is not None and lines[-1].kind in _OPEN


async def seen(tx: Tx, team: Team, person: Person, mine: Sequence[Shift] | None = None) -> None:
    """Count whatever somebody on watch does as a sign that they are there, at all their posts."""
    await _seen(tx, team, await standing(tx, person) if mine is None else mine, person)


async def standing(tx: Tx, person: Person) -> list[Shift]:
    """Return where somebody is on watch now."""
    return await roster.standing(tx, person.id)


async def here(tx: Tx, team: Team, person: Person, shift_id: int) -> list[Shift]:
    """Whoever is asked says that they are there; a lead may say it for them."""
    shift = await must_count(tx, shift_id)
    if shift.person_id != person.id and not may(person, Role.LEAD):
        raise Refused("refused-shift-of", name=(await people.get(tx, shift.person_id)).name)
    if not stands(shift, tx.now) or tx.now >= shift.end:
        raise Refused("refused-shift-over", at=instant(shift.end))
    mine = await standing_with(tx, shift)
    await _seen(tx, team, mine, person)
    return mine


async def _seen(tx: Tx, team: Team, mine: Sequence[Shift], by: Person) -> None:
    asked = [shift for shift in mine if await is_asked(tx, shift)]
    if asked:
        holder = await people.get(tx, asked[0].person_id)
        await missing.solved(tx, team, asked, "solved-here", (holder, holder))
        details = {} if by.id == holder.id else {"by": by.name}
        for one in asked:
            line = LogLine("still-there", one.watch_id, one.id, holder.id, details=details)
            await watchlog.enter(tx, line)
            await due.drop(tx, SILENT, one.id)
    for shift in mine:
        await schedule_still(tx, team, shift, tx.now)
