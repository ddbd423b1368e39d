"""Who should stand there and does not: the backup is asked, commander, leads and group are told.

`late`: nobody checked in. `silent`: nobody answered "still there?". Both go on until somebody
stands there or a lead knows; whoever is missing may come at any time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Row

from bot.domain.errors import Refused
from bot.domain.escalation import Target
from bot.domain.onwatch import is_missing, stands
from bot.domain.people import Person, Role, may
from bot.domain.roster import Shift, on_duty
from bot.domain.team import Team
from bot.services.arming import LATE, SILENT
from bot.services.messages import instant, leads, tell, tell_team
from bot.services.paging import can_be_paged
from bot.services.relieving import must_count, of_watch
from storage import due, people, roster, shifts, watchlog
from storage.database import Tx
from storage.due import Due
from storage.watchlog import LogLine

_INSTANT = timedelta(seconds=1)
# What is missing from when on, and what ends it.
BEGINS = ("late", "silent")
ENDS = ("checked-in", "came-back", "stood-in", "still-there", "relieved")
TOLD = ("known", "no-stand-in")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Somebody is missing and that was told `times`; who was asked, and who of them cannot."""

    times: int
    asked: frozenset[int]
    unable: frozenset[int]


async def trouble_of(tx: Tx, shift: Shift) -> Trouble | None:
    """Return what is wrong with a shift and has been told; None when nothing is."""
    lines = _since_last_end(await watchlog.of_shift(tx, shift.id, (*BEGINS, *ENDS, *TOLD)))
    begun = [line for line in lines if line.kind in BEGINS]
    if not begun:
        return None
    asked = frozenset(id_ for line in begun for id_ in line.details["asked"])
    unable = frozenset(line.person_id for line in lines if line.kind == "no-stand-in")
    return Trouble(len(begun), asked, unable)


def _since_last_end(lines: Sequence[Row[Any]]) -> Sequence[Row[Any]]:
    ended = [place for place, line in enumerate(lines) if line.kind in ENDS]
    return lines[ended[-1] + 1 :] if ended else lines


async def late(tx: Tx, team: Team, shift_id: int, params: Mapping[str, Any]) -> None:
    """Nobody has checked in: somebody else is asked, and asked again until somebody is there."""
    del params
    found = await of_watch(tx, shift_id)
    if found is None or not is_missing(found[0], tx.now):
        return
    shift = found[0]
    asked = await _escalate(tx, team, shift, "late", "shift-call")
    details = {"asked": list(asked)}
    await watchlog.enter(
        tx, LogLine("late", shift.watch_id, shift.id, shift.person_id, details=details)
    )
    again = tx.now + team.catalog.watch.policy.checkin_late
    if again < shift.end:
        await due.schedule(tx, Due(LATE, shift.id, again))


async def silent(tx: Tx, team: Team, shift_id: int, params: Mapping[str, Any]) -> None:
    """Nobody has answered "still there?": the same is done as if they had never come."""
    del params
    found = await of_watch(tx, shift_id)
    if found is None or not stands(found[0], tx.now) or tx.now >= found[0].end:
        return
    shift = found[0]
    asked = await _escalate(tx, team, shift, "silent", "shift-still")
    details = {"asked": list(asked)}
    await watchlog.enter(
        tx, LogLine("silent", shift.watch_id, shift.id, shift.person_id, details=details)
    )
    again = tx.now + team.catalog.watch.policy.still_within
    if again < shift.end:
        await due.schedule(tx, Due(SILENT, shift.id, again))


async def _escalate(tx: Tx, team: Team, shift: Shift, how: str, kind: str) -> Sequence[int]:
    """Ask the missing one again and the backups, tell commander and leads; returns who is asked."""
    trouble = await trouble_of(tx, shift)
    person = await people.get(tx, shift.person_id)
    said: dict[str, Any] = {
        "name": person.name,
        "post": {"post": shift.post},
        "at": instant(shift.start),
        "holder_id": person.id,
    }
    if can_be_paged(person):
        own = {"label": f"button-{'checkin' if how == 'late' else 'here'}"}
        data = f"checkin:{shift.id}" if how == "late" else f"here:{shift.id}"
        keys = [[own | {"data": data, "style": "success"}]]
        tell(tx, person, kind, shift.id, text=f"missing-{how}-you", keys=keys, **said)
    unable = trouble.unable if trouble else frozenset()
    backups = [one for one in await _backups(tx, team, shift) if one.id not in unable]
    for backup in backups:
        tell(tx, backup, kind, shift.id, text=f"missing-{how}-ask", keys=_ask_keys(shift), **said)
    said["asked"] = (
        {"list": [one.name for one in backups]} if backups else {"text": "missing-asked-nobody"}
    )
    known = {person.id, *(one.id for one in backups)}
    chiefs = await _chiefs(tx, team, known) if _tells_chiefs(trouble) else []
    for chief in chiefs:
        tell(tx, chief, kind, shift.id, text=f"missing-{how}", keys=_chief_keys(shift), **said)
    if trouble is None:
        tell_team(tx, team, kind, shift.id, text=f"missing-{how}", **said)
    return [one.id for one in backups]


def _tells_chiefs(trouble: Trouble | None) -> bool:
    """Tell them at the first time, the second, the fourth, the eighth …: louder is not clearer."""
    times = trouble.times if trouble else 0
    return times & (times + 1) == 0


def _ask_keys(shift: Shift) -> list[list[dict[str, Any]]]:
    stand_in = {"label": "button-stand-in", "data": f"standin:{shift.id}", "style": "primary"}
    return [[stand_in], [{"label": "button-no-stand-in", "data": f"nostandin:{shift.id}"}]]


def _chief_keys(shift: Shift) -> list[list[dict[str, Any]]]:
    stand_in = {"label": "button-stand-in", "data": f"standin:{shift.id}"}
    return [[{"label": "button-known", "data": f"known:{shift.id}"}], [stand_in]]


async def on_duty_as(tx: Tx, team: Team, target: Target) -> list[Person]:
    """Return who stands the posts behind a ladder's target now and can be reached."""
    posts = team.catalog.watch.posts_for(target)
    ids = on_duty(await roster.around(tx, tx.now), posts, tx.now)
    known = await people.of_ids(tx, ids)
    return [known[id_] for id_ in ids if can_be_paged(known[id_])]


async def _backups(tx: Tx, team: Team, shift: Shift) -> list[Person]:
    found = await on_duty_as(tx, team, Target.BACKUP)
    return [one for one in found if one.id != shift.person_id]


async def _chiefs(tx: Tx, team: Team, but: set[int]) -> list[Person]:
    """Return the commander on duty and the leads, each once, without those asked already."""
    found = [*await on_duty_as(tx, team, Target.COMMANDER), *await leads(tx)]
    known = {one.id: one for one in found if one.reachable is not False}
    return [one for one in known.values() if one.id not in but]


async def solved(
    tx: Tx, team: Team, shift: Shift, text: str, change: tuple[Person, Person]
) -> None:
    """Tell everybody who heard that somebody is missing who is there now, and instead of whom.

    To be called before the line of the log that ends it.
    """
    if await trouble_of(tx, shift) is None:
        return
    said = await tell_asked(tx, shift, text, change)
    told = {*(await _asked(tx, shift)), *(person.id for person in change)}
    for chief in await _chiefs(tx, team, told):
        tell(tx, chief, "notice", text=text, **said)
    tell_team(tx, team, "notice", text=text, **said)


async def tell_asked(
    tx: Tx, shift: Shift, text: str, change: tuple[Person, Person]
) -> dict[str, Any]:
    """Tell whoever was asked to stand in that it is over; returns what is told."""
    who, former = change
    post = {"post": shift.post}
    said: dict[str, Any] = {"name": who.name, "former": former.name, "post": post}
    said["at"] = instant(tx.now)
    for one in (await people.of_ids(tx, sorted(await _asked(tx, shift)))).values():
        if one.id not in (who.id, former.id):
            tell(tx, one, "notice", text=text, **said)
    return said


async def _asked(tx: Tx, shift: Shift) -> frozenset[int]:
    trouble = await trouble_of(tx, shift)
    return frozenset() if trouble is None else trouble.asked


async def tell_unable(tx: Tx, team: Team, shift: Shift, backup: Person, holder: Person) -> None:
    """Tell commander and leads that a backup cannot stand in either."""
    kind = "shift-call" if shift.checked_in_at is None else "shift-still"
    said = {"name": backup.name, "former": holder.name, "post": {"post": shift.post}}
    about = {"holder_id": holder.id, "keys": _chief_keys(shift)}
    for chief in await _chiefs(tx, team, {backup.id, holder.id}):
        tell(tx, chief, kind, shift.id, text="missing-unable", **said, **about)


async def know(tx: Tx, team: Team, person: Person, shift_id: int) -> Person:
    """A lead, or the commander on duty, knows: nobody is reminded again; returns who is missing."""
    shift, holder = await must_miss(tx, shift_id)
    if not may(person, Role.LEAD) and not await _commands(tx, team, person):
        raise Refused("refused-only-chiefs")
    await due.drop(tx, LATE, shift.id)
    await due.drop(tx, SILENT, shift.id)
    details = {"holder_id": shift.person_id}
    await watchlog.enter(tx, LogLine("known", shift.watch_id, shift.id, person.id, details=details))
    return holder


async def named(tx: Tx, words: str) -> int:
    """Return the shift that misses the person who is named, or the only one that misses anybody."""
    wanted = {person.id for person in await people.find(tx, words)} if words.strip() else None
    found = [
        shift.id
        for shift in await shifts.between(tx, tx.now, tx.now + _INSTANT)
        if shift.watch_id is not None and (wanted is None or shift.person_id in wanted)
        if await trouble_of(tx, shift) is not None
    ]
    if len(found) != 1:
        raise Refused("refused-who-is-missing", count=len(found))
    return found[0]


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
