"""Who should stand there and does not: when that begins, who knows of it, and what ends it.

`late`: nobody checked in. `silent`: nobody answered "still there?". Both go on until somebody
stands there or a lead knows; whoever is missing may come at any time.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import Row

from bot.domain.errors import Refused
from bot.domain.escalation import Target
from bot.domain.onwatch import is_missing, stands
from bot.domain.people import Person, Role, may
from bot.domain.roster import Shift, on_duty
from bot.domain.team import Team
from bot.services.arming import LATE, MISSING, SILENT
from bot.services.messages import instant, leads, tell, tell_team
from bot.services.own_posts import posts
from bot.services.paging import can_be_paged
from bot.services.relieving import must_count, of_watch
from storage import due, people, roster, shifts, watchlog
from storage.database import Tx
from storage.due import Due
from storage.watchlog import LogLine

_INSTANT = timedelta(seconds=1)
# What is missing from when on, who was called about it, and what ends it.
BEGINS = ("late", "silent")
CALLED = "missing-called"
ENDS = ("checked-in", "came-back", "stood-in", "still-there", "relieved")
TOLD = ("known", "no-stand-in", CALLED)


class Trouble(Struct, frozen=True):
    """What is wrong with a shift: `about` whom that was written, who was asked and cannot.

    `is_open`: nobody on duty could be asked, so that anybody who is free may stand in.
    `line_id` is that of the line by which it began, `known` whose absence a lead knows of.
    """

    how: str
    line_id: int
    about: frozenset[int]
    known: frozenset[int]
    asked: frozenset[int]
    unable: frozenset[int]
    told: bool
    is_open: bool


async def trouble_of(tx: Tx, shift: Shift) -> Trouble | None:
    """Return what is wrong with a shift; None when nothing is."""
    lines = _since_last_end(await watchlog.of_shift(tx, shift.id, (*BEGINS, *ENDS, *TOLD)))
    begun = [line for line in lines if line.kind in BEGINS]
    if not begun:
        return None
    return Trouble(
        begun[-1].kind,
        begun[-1].id,
        frozenset(line.person_id for line in begun),
        frozenset(line.details["holder_id"] for line in lines if line.kind == "known"),
        frozenset(id_ for line in lines for id_ in line.details.get("asked", ())),
        frozenset(line.person_id for line in lines if line.kind == "no-stand-in"),
        any(line.kind == CALLED and line.id > begun[-1].id for line in lines),
        any(line.kind == CALLED and line.details.get("open", False) for line in lines),
    )


def _since_last_end(lines: Sequence[Row[Any]]) -> Sequence[Row[Any]]:
    ended = [place for place, line in enumerate(lines) if line.kind in ENDS]
    return lines[ended[-1] + 1 :] if ended else lines


async def late(tx: Tx, team: Team, shift_id: int, params: Mapping[str, Any]) -> None:
    """Nobody has checked in: they are missed from now on."""
    del team, params
    found = await of_watch(tx, shift_id)
    if found is not None and is_missing(found[0], tx.now):
        shift = found[0]
        await _miss(tx, shift, LogLine("late", shift.watch_id, shift.id, shift.person_id))


async def silent(tx: Tx, team: Team, shift_id: int, params: Mapping[str, Any]) -> None:
    """Nobody has answered "still there?": the same is done as if they had never come."""
    del team, params
    found = await of_watch(tx, shift_id)
    if found is not None and stands(found[0], tx.now) and tx.now < found[0].end:
        shift = found[0]
        await _miss(tx, shift, LogLine("silent", shift.watch_id, shift.id, shift.person_id))


async def _miss(tx: Tx, shift: Shift, line: LogLine) -> None:
    """Have everybody called about whom a watch misses, at once if this one is new among them."""
    trouble, watch_id = await trouble_of(tx, shift), shift.watch_id or 0
    if trouble is None or shift.person_id not in trouble.about:
        await watchlog.enter(tx, line)
    elif await due.waiting(tx, MISSING, watch_id) is not None:
        return
    await due.schedule(tx, Due(MISSING, watch_id, tx.now, {"times": 0}))


async def of_watch_now(tx: Tx, watch_id: int) -> list[tuple[Shift, Trouble]]:
    """Return the running shifts of a watch that miss their people, and how."""
    found: list[tuple[Shift, Trouble]] = []
    for shift in await shifts.between(tx, tx.now, tx.now + _INSTANT):
        if shift.watch_id == watch_id and await of_watch(tx, shift.id) is not None:
            trouble = await trouble_of(tx, shift)
            if trouble is not None and shift.person_id in trouble.about:
                found.append((shift, trouble))
    return sorted(found, key=lambda each: (each[0].start, each[0].id))


async def replaced_now(tx: Tx) -> set[int]:
    """Return for whom somebody stands in, or did, in a shift that runs."""
    return {
        line.details["for_id"]
        for shift in await shifts.between(tx, tx.now, tx.now + _INSTANT)
        for line in await watchlog.of_shift(tx, shift.id, ("stood-in",))
    }


async def on_duty_as(tx: Tx, team: Team, target: Target) -> list[Person]:
    """Return who stands the posts behind a ladder's target now and can be reached."""
    codes = team.catalog.watch.posts_for(target)
    ids = on_duty(await roster.around(tx, tx.now), codes, tx.now)
    known = await people.of_ids(tx, ids)
    return [known[id_] for id_ in ids if can_be_paged(known[id_])]


async def chiefs(tx: Tx, team: Team, but: set[int]) -> list[Person]:
    """Return the commander on duty and the leads, each once, without those asked already."""
    found = [*await on_duty_as(tx, team, Target.COMMANDER), *await leads(tx)]
    known = {one.id: one for one in found if one.reachable is not False}
    return [one for one in known.values() if one.id not in but]


async def solved(
    tx: Tx, team: Team, mine: Sequence[Shift], text: str, change: tuple[Person, Person]
) -> None:
    """Tell everybody who heard that somebody is missing who is there now, and instead of whom.

    To be called before the lines of the log that end it.
    """
    missed = [shift for shift in mine if await trouble_of(tx, shift) is not None]
    if not missed:
        return
    said = await tell_asked(tx, missed, text, change)
    told = {*(await _asked(tx, missed)), *(person.id for person in change)}
    for chief in await chiefs(tx, team, told):
        tell(tx, chief, "notice", text=text, **said)
    tell_team(tx, team, "notice", text=text, **said)


async def tell_asked(
    tx: Tx, missed: Sequence[Shift], text: str, change: tuple[Person, Person]
) -> dict[str, Any]:
    """Tell whoever was asked to stand in that it is over; returns what is told."""
    who, former = change
    said: dict[str, Any] = {"name": who.name, "former": former.name, "post": posts(missed)}
    said["at"] = instant(tx.now)
    for one in (await people.of_ids(tx, sorted(await _asked(tx, missed)))).values():
        if one.id not in (who.id, former.id):
            tell(tx, one, "notice", text=text, **said)
    return said


async def _asked(tx: Tx, missed: Sequence[Shift]) -> set[int]:
    found = [await trouble_of(tx, shift) for shift in missed]
    return {id_ for trouble in found if trouble is not None for id_ in trouble.asked}


async def know(
    tx: Tx, team: Team, person: Person, shift_id: int, line_id: int | None = None
) -> list[Person]:
    """A lead, or the commander on duty, knows: nobody is reminded again of these who are missing.

    `line_id` is the newest line that the message knew of; without it, it is about one person.
    """
    missed = await missed_with(tx, shift_id, line_id)
    if not may(person, Role.LEAD) and not await _commands(tx, team, person):
        raise Refused("refused-only-chiefs")
    for shift in missed:
        await due.drop(tx, LATE, shift.id)
        await due.drop(tx, SILENT, shift.id)
        about = {"holder_id": shift.person_id}
        line = LogLine("known", shift.watch_id, shift.id, person.id, details=about)
        await watchlog.enter(tx, line)
    return await holders(tx, missed)


async def holders(tx: Tx, missed: Sequence[Shift]) -> list[Person]:
    """Return whom some shifts miss, each once."""
    ids = list(dict.fromkeys(shift.person_id for shift in missed))
    known = await people.of_ids(tx, ids)
    return [known[id_] for id_ in ids]


async def missed_with(tx: Tx, shift_id: int, line_id: int | None) -> list[Shift]:
    """Return where else the one is missed whom a shift misses, or with `line_id` the whole watch.

    Refused when nobody of them is missing any more.
    """
    shift = await must_count(tx, shift_id)
    found = await of_watch_now(tx, shift.watch_id or 0)
    if line_id is None:
        await must_miss(tx, shift_id)
        others = [one for one, _ in found if one.person_id == shift.person_id]
    else:
        others = [one for one, trouble in found if trouble.line_id <= line_id]
        if not others:
            await must_miss(tx, shift_id)
    return others or [shift]


async def named(tx: Tx, words: str) -> int:
    """Return the shift that misses the person who is named, or the only one that misses anybody."""
    wanted = {person.id for person in await people.find(tx, words)} if words.strip() else None
    found = {
        shift.person_id: shift.id
        for shift in await shifts.between(tx, tx.now, tx.now + _INSTANT)
        if shift.watch_id is not None and (wanted is None or shift.person_id in wanted)
        if await trouble_of(tx, shift) is not None
    }
    if len(found) != 1:
        raise Refused("refused-who-is-missing", count=len(found))
    return next(iter(found.values()))


async def was_asked(tx: Tx, team: Team, shift: Shift, person: Person) -> bool:
    """Tell whether somebody was asked to stand in for whom a shift misses, or commands it."""
    trouble = await trouble_of(tx, shift)
    asked = trouble is not None and person.id in trouble.asked
    return asked or await _commands(tx, team, person)


async def _commands(tx: Tx, team: Team, person: Person) -> bool:
    return person.id in {one.id for one in await on_duty_as(tx, team, Target.COMMANDER)}


async def must_miss(tx: Tx, shift_id: int) -> tuple[Shift, Person]:
    """Return a shift and whom it misses; Refused with the name of who stands there."""
    shift = await must_count(tx, shift_id)
    holder = await people.get(tx, shift.person_id)
    if tx.now >= shift.end:
        raise Refused("refused-shift-over", at=instant(shift.end))
    if await trouble_of(tx, shift) is None:
        raise Refused("refused-somebody-there", name=holder.name, post={"post": shift.post})
    return shift, holder
