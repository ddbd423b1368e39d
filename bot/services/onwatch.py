"""Before and at the start of a shift: its person is reminded, called, and checks in.

Whoever stands several posts at once is reminded, called and checked in once for all of them.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.domain import onwatch as rules
from bot.domain.errors import Refused
from bot.domain.escalation import Target
from bot.domain.people import Person, Role, may
from bot.domain.roster import Shift, ShiftState, is_running, on_duty
from bot.domain.team import Team
from bot.services import checklist, handover, missing, own_posts, signs, standins
from bot.services.arming import NOTICE, OPEN, beside
from bot.services.messages import instant, tell
from bot.services.relieving import must_count, of_watch, stand
from storage import due, incidents, people, roster, watches
from storage.database import Tx
from storage.due import Due
from storage.watchlog import LogLine

_MANY = 100
_MINUTE = timedelta(minutes=1)


async def remind(tx: Tx, team: Team, shift_id: int, params: Mapping[str, Any]) -> None:
    """Remind somebody of their shift some time before it begins; once begun it is no news."""
    del params
    found = await of_watch(tx, shift_id)
    if found is None or tx.now >= found[0].start:
        return
    mine = await own_posts.beginning_with(tx, found[0])
    for one in mine:
        await _next_notice(tx, team, one)
    person = await people.get(tx, found[0].person_id)
    if person.active:
        said = await _about(tx, team, mine)
        tell(tx, person, "shift-notice", shift_id, text="shift-soon", keys=_keys(mine), **said)


async def _next_notice(tx: Tx, team: Team, shift: Shift) -> None:
    at = rules.next_notice(shift, team.catalog.watch.policy, tx.now)
    if at is None:
        await due.drop(tx, NOTICE, shift.id)
    else:
        await due.schedule(tx, Due(NOTICE, shift.id, at))


def _keys(mine: Sequence[Shift]) -> list[list[dict[str, Any]]]:
    """Let somebody confirm each of these shifts that waits for it, and say that they can't."""
    name = "soon" if len(mine) == 1 else "post"
    rows: list[list[dict[str, Any]]] = []
    for one in mine:
        args = {"args": {"post": {"post": one.post}}} if name == "post" else {}
        confirm = {"label": f"button-confirm-{name}", "data": f"confirm:{one.id}", **args}
        cannot = {"label": f"button-cannot-{name}", "data": f"cannot:{one.id}", **args}
        waits = one.state is ShiftState.PLANNED
        rows.append([confirm | {"style": "success"}, cannot] if waits else [cannot])
    return rows


async def _about(tx: Tx, team: Team, mine: Sequence[Shift]) -> dict[str, Any]:
    """Return what shifts are: posts and period, who is before and after, and the commander."""
    shift = mine[0]
    near = await beside(tx, shift)
    before = [rules.previous_of(one, near) for one in mine]
    after = [rules.next_of(one, near) for one in mine]
    return {
        "post": own_posts.posts(mine),
        "period": own_posts.periods(mine),
        "before": await _names(tx, before),
        "after": await _names(tx, after),
        "commander": await _commander(tx, team, near, mine),
        "wait": {"duration": max(0, round((shift.start - tx.now) / _MINUTE) * 60)},
        "holder_id": shift.person_id,
    }


async def _names(tx: Tx, found: Sequence[Shift | None]) -> dict[str, Any]:
    ids = list(dict.fromkeys(one.person_id for one in found if one is not None))
    known = await people.of_ids(tx, ids)
    return {"list": [known[id_].name for id_ in ids]} if ids else {"text": "nobody"}


async def _commander(
    tx: Tx, team: Team, near: Sequence[Shift], mine: Sequence[Shift]
) -> dict[str, Any] | str:
    """Say who commands the watch; nothing where it has no such post, or to its holder."""
    codes = team.catalog.watch.posts_for(Target.COMMANDER)
    watch = await watches.get(tx, mine[0].watch_id or 0)
    planned = {seats.post for seats in watch.plan.seats} | {one.post for one in near}
    if not codes & planned or any(one.post in codes for one in mine):
        return ""
    ids = on_duty(near, codes, max(tx.now, mine[0].start))
    known = await people.of_ids(tx, ids)
    names = {"list": [known[id_].name for id_ in ids]} if ids else {"text": "nobody"}
    return {"text": "shift-commander", "names": names}


async def call(tx: Tx, team: Team, shift_id: int, params: Mapping[str, Any]) -> None:
    """Ask somebody to check in, from shortly before their shift on; who stays on is not asked."""
    del params
    found = await of_watch(tx, shift_id)
    if found is None or found[0].checked_in_at is not None or tx.now >= found[0].end:
        return
    shift = found[0]
    person = await people.get(tx, shift.person_id)
    if not person.active or await own_posts.stays_on(tx, shift):
        return
    mine = await own_posts.wanted_with(tx, team, shift)
    for one in mine:
        await due.drop(tx, OPEN, one.id)
    said = await _about(tx, team, mine)
    key = {"label": "button-checkin", "data": f"checkin:{shift.id}", "style": "success"}
    hours = sorted(rules.late_from(one, team.catalog.watch.policy) for one in mine)
    late = {"at": instant(next((at for at in hours if at > tx.now), hours[-1]))}
    tell(tx, person, "shift-call", shift.id, text="shift-call", keys=[[key]], **said, **late)


async def check_in(tx: Tx, team: Team, person: Person, shift_id: int) -> list[Shift]:
    """Somebody is there, early, in time or late; whoever heard they were missing is told.

    It counts wherever else they are wanted now.
    """
    shift = await must_count(tx, shift_id)
    if shift.person_id != person.id:
        if await standins.may_come_back(tx, shift, person):
            return await _come_back(tx, team, person)
        if not may(person, Role.LEAD):
            holder = await people.get(tx, shift.person_id)
            raise Refused("refused-shift-of", name=holder.name)
    rules.check_in(shift, team.catalog.watch.policy, tx.now)
    mine = await own_posts.wanted_with(tx, team, shift)
    holder = await people.get(tx, shift.person_id)
    await missing.solved(tx, team, mine, "solved-came", (holder, holder))
    came = [await _check_in(tx, team, person, one) for one in mine]
    await welcome(tx, team, holder, came)
    return came


async def _check_in(tx: Tx, team: Team, by: Person, shift: Shift) -> Shift:
    policy = team.catalog.watch.policy
    came = rules.check_in(shift, policy, tx.now)
    details: dict[str, Any] = {} if by.id == shift.person_id else {"by": by.name}
    if tx.now > rules.late_from(shift, policy):
        details["late_minutes"] = int((tx.now - shift.start).total_seconds()) // 60
    line = LogLine("checked-in", shift.watch_id, shift.id, shift.person_id, details=details)
    await stand(tx, team, shift, came, line)
    return came


async def vouch(tx: Tx, team: Team, lead: Person, words: str) -> list[Shift]:
    """A lead says that somebody named is there: checked in, or still there."""
    named = {person.id for person in await people.find(tx, words)}
    running = [
        one
        for one in await roster.around(tx, tx.now)
        if one.person_id in named and is_running(one, tx.now)
    ]
    for shift in sorted(running, key=lambda one: one.checked_in_at is not None):
        if await of_watch(tx, shift.id) is not None:
            is_there = shift.checked_in_at is not None
            return await (signs.here if is_there else check_in)(tx, team, lead, shift.id)
    raise Refused("refused-not-on-watch", name=words[:40])


async def stand_in(tx: Tx, team: Team, person: Person, shift_id: int) -> list[Shift]:
    """Let somebody stand in for whoever is missing, and tell them what they come to."""
    taken = await standins.stand_in(tx, team, person, shift_id)
    await welcome(tx, team, person, taken)
    return taken


async def _come_back(tx: Tx, team: Team, person: Person) -> list[Shift]:
    own = await standins.come_back(tx, team, person)
    await welcome(tx, team, person, own)
    return own


async def welcome(tx: Tx, team: Team, person: Person, mine: Sequence[Shift]) -> None:
    """Tell who has come what they come to, and give them the hand-overs that wait for them."""
    said = await _about(tx, team, mine)
    opened = len(await incidents.open_ones(tx, _MANY))
    tell(tx, person, "shift-notice", mine[0].id, text="shift-begun", count=opened, **said)
    await checklist.offer(tx, team, person, mine)
    await handover.give_to(tx, team, mine)


async def check_in_now(tx: Tx, team: Team, person: Person) -> list[Shift]:
    """Check in where a person is wanted now, or next; on watch already it says "still there"."""
    coming = [one for one in await roster.of_person(tx, person.id, tx.now) if one.watch_id]
    mine = [one for one in coming if await of_watch(tx, one.id) is not None]
    wanted = [one for one in mine if one.checked_in_at is None]
    come = [one for one in mine if rules.stands(one, tx.now)]
    policy = team.catalog.watch.policy
    for shift in rules.open_for_check_in(wanted, policy, tx.now):
        return await check_in(tx, team, person, shift.id)
    if come:
        return await signs.here(tx, team, person, come[0].id)
    if await standins.replaced(tx, person):
        return await _come_back(tx, team, person)
    if not wanted:
        raise Refused("refused-no-shift")
    at = instant(rules.opens_at(wanted[0], policy))
    raise Refused("refused-checkin-early", at=at)
