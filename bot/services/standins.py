"""Standing in for somebody who is missing, until the end of the shift or until they come."""

from dataclasses import replace
from typing import Any

from bot.domain.errors import Refused
from bot.domain.people import Person, Role, may
from bot.domain.roster import Shift, is_running
from bot.domain.team import Team
from bot.services import missing
from bot.services.arming import SILENT
from bot.services.giving import Part, give_part
from bot.services.messages import instant, tell
from bot.services.relieving import of_watch, stand
from storage import due, people, roster, watchlog
from storage.database import Tx
from storage.watchlog import LogLine

_CHANGES = ("stood-in", "came-back")


async def stand_in(tx: Tx, team: Team, person: Person, shift_id: int) -> Shift:
    """Let a backup who was asked, a lead or the commander take a missing person's shift at once."""
    shift, former = await missing.must_miss(tx, shift_id)
    if former.id == person.id:
        raise Refused("refused-stand-in-self")
    if not may(person, Role.LEAD) and not await missing.was_asked(tx, team, shift, person):
        raise Refused("refused-not-asked", name=former.name)
    taken = await _given(tx, team, shift, person)
    await missing.tell_asked(tx, shift, "solved-stood-in", (person, former))
    if taken.id != shift.id:
        await _let_go(tx, shift, person)
    details = {"for": former.name, "for_id": former.id}
    line = LogLine("stood-in", shift.watch_id, taken.id, person.id, details=details)
    await stand(tx, team, taken, replace(taken, checked_in_at=tx.now), line)
    here: dict[str, Any] = {"post": {"post": shift.post}, "until": instant(shift.end)}
    tell(tx, former, "notice", text="stood-in-for-you", name=person.name, **here)
    return taken


async def _given(tx: Tx, team: Team, shift: Shift, to: Person) -> Shift:
    """Give a running shift from now on to somebody who has a post of their own meanwhile."""
    part = Part(shift, shift.start, shift.end, insists=True, agreed=True, quiet=True)
    return await give_part(tx, team, part, to, to, "")


async def _let_go(tx: Tx, shift: Shift, by: Person) -> None:
    """Let whoever fell silent keep what they stood, and be missed no longer."""
    await due.drop(tx, SILENT, shift.id)
    details = {"by": by.name}
    line = LogLine("relieved", shift.watch_id, shift.id, shift.person_id, details=details)
    await watchlog.enter(tx, line)


async def cannot(tx: Tx, team: Team, person: Person, shift_id: int) -> Person:
    """A backup cannot stand in; commander and leads hear it; returns who is missing."""
    shift, former = await missing.must_miss(tx, shift_id)
    if not await missing.was_asked(tx, team, shift, person):
        raise Refused("refused-not-asked", name=former.name)
    trouble = await missing.trouble_of(tx, shift)
    if trouble is not None and person.id not in trouble.unable:
        await watchlog.enter(tx, LogLine("no-stand-in", shift.watch_id, shift.id, person.id))
        await missing.tell_unable(tx, team, shift, person, former)
    return former


async def may_come_back(tx: Tx, shift: Shift, person: Person) -> bool:
    """Tell whether somebody stands in for this person in a shift that still runs."""
    if not is_running(shift, tx.now):
        return False
    lines = await watchlog.of_shift(tx, shift.id, _CHANGES)
    is_filled_in = bool(lines) and lines[-1].kind == "stood-in"
    return is_filled_in and lines[-1].details["for_id"] == person.id


async def come_back(tx: Tx, team: Team, person: Person, shift: Shift) -> Shift:
    """Give a shift back to whoever came late to it; who stood in and all who heard it are told."""
    helper = await people.get(tx, shift.person_id)
    own = await _given(tx, team, shift, person)
    line = LogLine("came-back", shift.watch_id, own.id, person.id, details={"from": helper.name})
    await stand(tx, team, own, replace(own, checked_in_at=tx.now), line)
    said: dict[str, Any] = {"post": {"post": shift.post}, "at": instant(tx.now)}
    tell(tx, helper, "notice", text="came-back-to-you", name=person.name, **said)
    return own


async def replaced(tx: Tx, person: Person) -> Shift | None:
    """Return the running shift in which somebody stands in for this person, if there is one."""
    for shift in await roster.around(tx, tx.now):
        if await of_watch(tx, shift.id) is not None and await may_come_back(tx, shift, person):
            return shift
    return None
