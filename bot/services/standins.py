"""Standing in for somebody who is missing, until the end of the shift or until they come."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from bot.domain.errors import Refused
from bot.domain.people import Person, Role, may
from bot.domain.roster import Shift, is_running
from bot.domain.team import Team
from bot.services import missing, missing_calls
from bot.services.arming import SILENT
from bot.services.giving import Part, give_part
from bot.services.messages import instant, tell
from bot.services.openings import candidates
from bot.services.own_posts import posts
from bot.services.relieving import of_watch, stand
from storage import due, people, roster, watchlog
from storage.database import Tx
from storage.watchlog import LogLine

_CHANGES = ("stood-in", "came-back")


async def stand_in(tx: Tx, team: Team, person: Person, shift_id: int) -> list[Shift]:
    """Let who was asked, a lead or the commander take over at once from who is missing.

    Wherever that one is missing, so that nobody is needed a second time. Where no backup could be
    asked, whoever is free may.
    """
    shift, former = await missing.must_miss(tx, shift_id)
    if former.id == person.id:
        raise Refused("refused-stand-in-self")
    if await may_come_back(tx, shift, person):
        return await come_back(tx, team, person)
    missed = [
        one
        for one in await missing.missed_with(tx, shift_id, None)
        if may(person, Role.LEAD)
        or await missing.was_asked(tx, team, one, person)
        or await _may_volunteer(tx, team, one, person)
    ]
    if not missed:
        raise Refused("refused-not-asked", name=former.name)
    await missing.tell_asked(tx, missed, "solved-stood-in", (person, former))
    taken = [await _take_over(tx, team, person, one, former) for one in missed]
    until = instant(max(one.end for one in missed))
    here: dict[str, Any] = {"post": posts(missed), "until": until}
    tell(tx, former, "notice", text="stood-in-for-you", name=person.name, **here)
    return taken


async def _may_volunteer(tx: Tx, team: Team, shift: Shift, person: Person) -> bool:
    """Tell whether the group was asked to stand in for whom a shift misses, and who is free."""
    trouble = await missing.trouble_of(tx, shift)
    if trouble is None or not trouble.is_open:
        return False
    free = await candidates(tx, team, replace(shift, start=tx.now))
    return person.id in {one.id for one in free}


async def _take_over(tx: Tx, team: Team, person: Person, shift: Shift, former: Person) -> Shift:
    taken = await _given(tx, team, shift, person)
    if taken.id != shift.id:
        await _let_go(tx, shift, person)
    details = {"for": former.name, "for_id": former.id}
    line = LogLine("stood-in", shift.watch_id, taken.id, person.id, details=details)
    await stand(tx, team, taken, replace(taken, checked_in_at=tx.now), line)
    return taken


async def _given(tx: Tx, team: Team, shift: Shift, to: Person, text: str = "swap-given") -> Shift:
    """Give a running shift from now on to somebody who has a post of their own meanwhile."""
    part = Part(shift, shift.start, shift.end, insists=True, agreed=True, quiet=True, text=text)
    return await give_part(tx, team, part, to, to, "")


async def _let_go(tx: Tx, shift: Shift, by: Person) -> None:
    """Let whoever fell silent keep what they stood, and be missed no longer."""
    await due.drop(tx, SILENT, shift.id)
    details = {"by": by.name}
    line = LogLine("relieved", shift.watch_id, shift.id, shift.person_id, details=details)
    await watchlog.enter(tx, line)


async def cannot(
    tx: Tx, team: Team, person: Person, shift_id: int, line_id: int | None = None
) -> list[Person]:
    """A backup cannot stand in; commander and leads hear it; returns who is missing.

    `line_id` is the newest line that the message knew of; without it, it is about one person.
    """
    missed = await missing.missed_with(tx, shift_id, line_id)
    formers = await missing.holders(tx, missed)
    asked = [one for one in missed if await missing.was_asked(tx, team, one, person)]
    if not asked:
        raise Refused("refused-not-asked", name=formers[0].name)
    new: list[Shift] = []
    for shift in asked:
        trouble = await missing.trouble_of(tx, shift)
        if trouble is not None and person.id not in trouble.unable:
            await watchlog.enter(tx, LogLine("no-stand-in", shift.watch_id, shift.id, person.id))
            new.append(shift)
    if new:
        await missing_calls.tell_unable(tx, team, new, person)
    return formers


async def may_come_back(tx: Tx, shift: Shift, person: Person) -> bool:
    """Tell whether somebody stands in for this person in a shift that still runs."""
    if not is_running(shift, tx.now):
        return False
    lines = await watchlog.of_shift(tx, shift.id, _CHANGES)
    is_filled_in = bool(lines) and lines[-1].kind == "stood-in"
    return is_filled_in and lines[-1].details["for_id"] == person.id


async def come_back(tx: Tx, team: Team, person: Person) -> list[Shift]:
    """Give their shifts back to whoever came late; who stood in and all who heard it are told."""
    theirs = await replaced(tx, person)
    for shift in theirs:
        helper = await people.get(tx, shift.person_id)
        await missing.solved(tx, team, [shift], "solved-back", (person, helper))
    own = [await _take_back(tx, team, person, shift) for shift in theirs]
    for helper in await missing.holders(tx, theirs):
        post = posts(one for one in theirs if one.person_id == helper.id)
        said: dict[str, Any] = {"name": person.name, "post": post, "at": instant(tx.now)}
        tell(tx, helper, "notice", text="came-back-to-you", **said)
    return own


async def _take_back(tx: Tx, team: Team, person: Person, shift: Shift) -> Shift:
    helper = await people.get(tx, shift.person_id)
    own = await _given(tx, team, shift, person, "standin-over")
    line = LogLine("came-back", shift.watch_id, own.id, person.id, details={"from": helper.name})
    await stand(tx, team, own, replace(own, checked_in_at=tx.now), line)
    return own


async def replaced(tx: Tx, person: Person) -> Sequence[Shift]:
    """Return the running shifts in which somebody stands in for this person."""
    return [
        shift
        for shift in await roster.around(tx, tx.now)
        if await of_watch(tx, shift.id) is not None and await may_come_back(tx, shift, person)
    ]
