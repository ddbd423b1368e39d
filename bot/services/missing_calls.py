"""Calling everybody about whom a watch misses: one message each, and ever more seldom.

Whoever is missing, the backups, commander and leads get it, from the second time on also whoever
is free; the group what is new, and that anybody may stand in where no backup can be asked.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bot.domain.escalation import Target
from bot.domain.onwatch import pause_after
from bot.domain.people import Person, Role, may
from bot.domain.roster import Shift
from bot.domain.team import Team
from bot.services import missing
from bot.services.arming import MISSING
from bot.services.messages import instant, leads, tell, tell_team
from bot.services.missing import Trouble
from bot.services.openings import candidates
from bot.services.own_posts import posts
from bot.services.paging import can_be_paged
from storage import due, people, watchlog
from storage.database import Tx
from storage.due import Due
from storage.watchlog import LogLine

_KEYS = 6  # people for whom a message offers a key of their own
_KINDS = {"late": "shift-call", "silent": "shift-still"}
Key = dict[str, Any]


class Absence(Struct, frozen=True):
    """One person who is missing in one way, wherever that is."""

    person: Person
    how: str
    shifts: tuple[Shift, ...]
    line_id: int
    unable: frozenset[int]  # who cannot stand in


async def call(tx: Tx, team: Team, watch_id: int, params: Mapping[str, Any]) -> None:
    """Tell everybody once who is missing, and again after twice as long, while anybody is."""
    found = [
        (shift, trouble)
        for shift, trouble in await missing.of_watch_now(tx, watch_id)
        if shift.person_id not in trouble.known
    ]
    if not found:
        return
    absent = await _absences(tx, found)
    asked = await _ask_backups(tx, team, absent)
    is_open = not asked
    if params["times"] > 0:
        asked |= await _ask_free(tx, team, absent, asked)
    _remind_the_missing(tx, absent)
    fresh = any(not trouble.told or (is_open and not trouble.is_open) for _, trouble in found)
    await _tell_chiefs(tx, team, absent, asked, fresh=fresh, is_open=is_open)
    for shift, _ in found:
        heard = [id_ for id_, about in asked.items() if shift.id in about]
        details = {"asked": heard, "open": is_open}
        line = LogLine(missing.CALLED, watch_id, shift.id, details=details)
        await watchlog.enter(tx, line)
    policy, times = team.catalog.watch.policy, params["times"] + 1
    lateness = any(one.how == "late" for one in absent)
    again = tx.now + pause_after(times, policy.checkin_late if lateness else policy.still_within)
    if again < max(shift.end for shift, _ in found):
        await due.schedule(tx, Due(MISSING, watch_id, again, {"times": times}))


async def _absences(tx: Tx, found: Sequence[tuple[Shift, Trouble]]) -> list[Absence]:
    """Return who is missing, each person once for each way in which they are."""
    known = await people.of_ids(tx, sorted({shift.person_id for shift, _ in found}))
    together: dict[tuple[int, str], list[tuple[Shift, Trouble]]] = {}
    for shift, trouble in found:
        together.setdefault((shift.person_id, trouble.how), []).append((shift, trouble))
    return [
        Absence(
            known[person_id],
            how,
            tuple(shift for shift, _ in own),
            max(trouble.line_id for _, trouble in own),
            frozenset.intersection(*(trouble.unable for _, trouble in own)),
        )
        for (person_id, how), own in together.items()
    ]


def _remind_the_missing(tx: Tx, absent: Sequence[Absence]) -> None:
    """Ask whoever is missing whether they are coming, or still there."""
    for one in absent:
        if can_be_paged(one.person):
            verb = "checkin" if one.how == "late" else "here"
            key = {"label": f"button-{verb}", "data": f"{verb}:{one.shifts[0].id}"}
            keys = [[key | {"style": "success"}]]
            _tell(tx, one.person, [one], f"missing-{one.how}-you", {"keys": keys})


async def _ask_backups(tx: Tx, team: Team, absent: Sequence[Absence]) -> dict[int, frozenset[int]]:
    """Ask the backups to stand in where they can; returns whom, and for which shifts.

    Who is only silent may still answer; who has not come is no help.
    """
    away = {one.person.id for one in absent if one.how == "late"}
    asked: dict[int, frozenset[int]] = {}
    for backup in await missing.on_duty_as(tx, team, Target.BACKUP):
        theirs = [one for one in absent if backup.id not in {*one.unable, one.person.id}]
        if backup.id in away or not theirs:
            continue
        asked[backup.id] = _ask(tx, backup, theirs)
    return asked


async def _ask_free(
    tx: Tx, team: Team, absent: Sequence[Absence], backups: Mapping[int, frozenset[int]]
) -> dict[int, frozenset[int]]:
    """Ask members who are free to stand in where they can; returns whom, and for which shifts."""
    free: dict[int, tuple[Person, list[Absence]]] = {}
    but = {*backups, *(await missing.replaced_now(tx))}
    for one in absent:
        part = replace(one.shifts[0], start=tx.now)
        for person in await candidates(tx, team, part, (*but, *one.unable)):
            if not may(person, Role.LEAD):  # leads are told with the same key
                free.setdefault(person.id, (person, []))[1].append(one)
    return {id_: _ask(tx, person, theirs) for id_, (person, theirs) in free.items()}


def _ask(tx: Tx, person: Person, theirs: Sequence[Absence]) -> frozenset[int]:
    way = f"missing-{theirs[0].how}-ask" if len(theirs) == 1 else "missing-many-ask"
    _tell(tx, person, theirs, way, {"keys": _ask_keys(theirs)})
    return frozenset(shift.id for one in theirs for shift in one.shifts)


async def _tell_chiefs(
    tx: Tx,
    team: Team,
    absent: Sequence[Absence],
    asked: Mapping[int, frozenset[int]],
    *,
    fresh: bool,
    is_open: bool,
) -> None:
    """Tell commander and leads, and the group what is new; somebody hears of it every time."""
    known = await people.of_ids(tx, sorted(asked))
    names = [known[id_].name for id_ in asked]
    said: dict[str, Any] = {"list": names} if names else {"text": "missing-asked-nobody"}
    text = f"missing-{absent[0].how}" if len(absent) == 1 else "missing-many"
    away = {one.person.id for one in absent}
    told = await missing.chiefs(tx, team, away | set(asked))
    nobody = not told and is_open
    for person in await _anybody(tx, team, away | set(asked)) if nobody else told:
        _tell(tx, person, absent, text, {"keys": chief_keys(absent), "asked": said})
    if fresh or nobody:
        keys = _open_keys(absent) if is_open else []
        _tell(tx, team, absent, text, {"keys": keys, "asked": said})


async def _anybody(tx: Tx, team: Team, away: set[int]) -> list[Person]:
    """Return whom to tell where nobody is known to be reachable: the leads, else all members.

    That somebody could not be reached may be over; the group, if there is one, hears it as well.
    """
    found = [one for one in await leads(tx) if one.id not in away]
    if team.chat_id is not None or any(one.telegram_id is not None for one in found):
        return found
    others = await people.with_roles(tx, (Role.RESPONDER,))
    return [one for one in others if one.id not in away]


def _tell(
    tx: Tx, to: Person | Team, absent: Sequence[Absence], text: str, more: Mapping[str, Any]
) -> None:
    """Tell who is missing: by name and posts if it is one person, else as a list."""
    first = absent[0]
    shift = first.shifts[0]
    if len(absent) == 1:
        kind = _KINDS[first.how]
        said = _line(first) | {"holder_id": first.person.id, "text": text}
    else:
        kind = "shift-missing"
        count = len({one.person.id for one in absent})
        lines = [{"text": f"missing-line-{one.how}", **_line(one)} for one in absent]
        said = {"count": count, "lines": {"lines": lines}, "text": text}
    if isinstance(to, Person):
        tell(tx, to, kind, shift.id, **said, **more)
    else:
        tell_team(tx, to, kind, shift.id, **said, **more)


def _line(one: Absence) -> dict[str, Any]:
    at = instant(min(shift.start for shift in one.shifts))
    return {"name": one.person.name, "post": posts(one.shifts), "at": at}


def _about_all(absent: Sequence[Absence]) -> str:
    """Return what a key about all of them carries: a shift, and up to which line it knows."""
    return f"{absent[0].shifts[0].id}:{max(one.line_id for one in absent)}"


def _ask_keys(absent: Sequence[Absence]) -> list[list[Key]]:
    if len(absent) == 1:
        shift = absent[0].shifts[0]
        take = {"label": "button-stand-in", "data": f"standin:{shift.id}", "style": "primary"}
        return [[take], [{"label": "button-no-stand-in", "data": f"nostandin:{shift.id}"}]]
    none = {"label": "button-no-stand-in", "data": f"nostandin:{_about_all(absent)}"}
    return [*_stand_in_keys(absent), [none]]


def chief_keys(absent: Sequence[Absence]) -> list[list[Key]]:
    """Return what commander and leads can do: know of it, or stand in themselves."""
    if len(absent) == 1:
        shift = absent[0].shifts[0]
        stand_in = {"label": "button-stand-in", "data": f"standin:{shift.id}"}
        return [[{"label": "button-known", "data": f"known:{shift.id}"}], [stand_in]]
    known = {"label": "button-known-all", "data": f"known:{_about_all(absent)}"}
    return [[known], *_stand_in_keys(absent)]


def _open_keys(absent: Sequence[Absence]) -> list[list[Key]]:
    """Return what anybody in the group can do."""
    if len(absent) > 1:
        return _stand_in_keys(absent)
    return [[{"label": "button-stand-in", "data": f"standin:{absent[0].shifts[0].id}"}]]


def _stand_in_keys(absent: Sequence[Absence]) -> list[list[Key]]:
    return [
        [
            {
                "label": "button-stand-in-for",
                "args": {"name": one.person.name},
                "data": f"standin:{one.shifts[0].id}",
            }
        ]
        for one in absent[:_KEYS]
    ]


async def tell_unable(tx: Tx, team: Team, missed: Sequence[Shift], backup: Person) -> None:
    """Tell commander and leads that a backup cannot stand in either."""
    ids = {shift.id for shift in missed}
    found = await missing.of_watch_now(tx, missed[0].watch_id or 0)
    absent = await _absences(tx, [each for each in found if each[0].id in ids])
    if not absent:
        return
    formers = {"list": [one.person.name for one in absent]}
    said = {"name": backup.name, "former": formers, "post": posts(missed)}
    about = {"holder_id": absent[0].person.id, "keys": chief_keys(absent)}
    kind = _KINDS[absent[0].how] if len(absent) == 1 else "shift-missing"
    for chief in await missing.chiefs(tx, team, {backup.id, *(one.person.id for one in absent)}):
        tell(tx, chief, kind, missed[0].id, text="missing-unable", **said, **about)
