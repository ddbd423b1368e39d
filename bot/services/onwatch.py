"""Before and at the start of a shift: its person is reminded, called, and checks in."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.domain import onwatch as rules
from bot.domain.errors import Refused
from bot.domain.escalation import Target
from bot.domain.people import Person, Role, may
from bot.domain.roster import Shift, ShiftState, is_running, on_duty
from bot.domain.team import Team
from bot.services import checklist, handover, missing, signs, standins
from bot.services.arming import NOTICE, beside
from bot.services.messages import instant, tell
from bot.services.relieving import must_count, of_watch, stand
from storage import due, incidents, people, roster
from storage.database import Tx
from storage.due import Due
from storage.watchlog import LogLine

_MANY = 100
_MINUTE = timedelta(minutes=1)


def period(shift: Shift) -> dict[str, Any]:
    """Mark from when until when a shift is; the reader sees it with the days of the week."""
    return {"period": [shift.start.isoformat(), shift.end.isoformat()]}


async def remind(tx: Tx, team: Team, shift_id: int, params: Mapping[str, Any]) -> None:
    """Remind somebody of their shift some time before it begins; once begun it is no news."""
    del params
    found = await of_watch(tx, shift_id)
    if found is None or tx.now >= found[0].start:
        return
    shift = found[0]
    at = rules.next_notice(shift, team.catalog.watch.policy, tx.now)
    if at is not None:
        await due.schedule(tx, Due(NOTICE, shift.id, at))
    person = await people.get(tx, shift.person_id)
    if person.active:
        said = await _about(tx, team, shift)
        tell(tx, person, "shift-notice", shift.id, text="shift-soon", keys=_keys(shift), **said)


def _keys(shift: Shift) -> list[list[dict[str, Any]]]:
    confirm = {"label": "button-confirm-soon", "data": f"confirm:{shift.id}", "style": "success"}
    cannot = {"label": "button-cannot-soon", "data": f"cannot:{shift.id}"}
    return [[confirm, cannot]] if shift.state is ShiftState.PLANNED else [[cannot]]


async def _about(tx: Tx, team: Team, shift: Shift) -> dict[str, Any]:
    """Return what a shift is: its post and period, who is before and after, and the commander."""
    near = await beside(tx, shift)
    before, after = rules.previous_of(shift, near), rules.next_of(shift, near)
    return {
        "post": {"post": shift.post},
        "period": period(shift),
        "before": await _name(tx, before),
        "after": await _name(tx, after),
        "commander": await _commander(tx, team, near, shift),
        "wait": {"duration": max(0, round((shift.start - tx.now) / _MINUTE) * 60)},
        "holder_id": shift.person_id,
    }


async def _name(tx: Tx, shift: Shift | None) -> Any:  # noqa: ANN401 a value of a text
    return {"text": "nobody"} if shift is None else (await people.get(tx, shift.person_id)).name


async def _commander(tx: Tx, team: Team, near: Sequence[Shift], shift: Shift) -> Any:  # noqa: ANN401
    ids = on_duty(near, team.catalog.watch.posts_for(Target.COMMANDER), shift.start)
    known = await people.of_ids(tx, ids)
    return {"list": [known[id_].name for id_ in ids]} if ids else {"text": "nobody"}


async def call(tx: Tx, team: Team, shift_id: int, params: Mapping[str, Any]) -> None:
    """Ask somebody to check in, from shortly before their shift on; who stays on is not asked."""
    del params
    found = await of_watch(tx, shift_id)
    if found is None or found[0].checked_in_at is not None or tx.now >= found[0].end:
        return
    shift = found[0]
    person = await people.get(tx, shift.person_id)
    before = rules.previous_of(shift, await beside(tx, shift))
    stays = before is not None and before.person_id == person.id and rules.stands(before, tx.now)
    if stays or not person.active:
        return
    said = await _about(tx, team, shift)
    key = {"label": "button-checkin", "data": f"checkin:{shift.id}", "style": "success"}
    late = {"at": instant(rules.late_from(shift, team.catalog.watch.policy))}
    tell(tx, person, "shift-call", shift.id, text="shift-call", keys=[[key]], **said, **late)


async def check_in(tx: Tx, team: Team, person: Person, shift_id: int) -> Shift:
    """Somebody is there, early, in time or late; whoever heard they were missing is told."""
    shift = await must_count(tx, shift_id)
    if shift.person_id != person.id:
        if await standins.may_come_back(tx, shift, person):
            return await _come_back(tx, team, person, shift)
        if not may(person, Role.LEAD):
            holder = await people.get(tx, shift.person_id)
            raise Refused("refused-shift-of", name=holder.name)
    came = rules.check_in(shift, team.catalog.watch.policy, tx.now)
    holder = await people.get(tx, shift.person_id)
    await missing.solved(tx, team, shift, "solved-came", (holder, holder))
    late = tx.now - shift.start
    details: dict[str, Any] = {} if person.id == holder.id else {"by": person.name}
    if tx.now > rules.late_from(shift, team.catalog.watch.policy):
        details["late_minutes"] = int(late.total_seconds()) // 60
    line = LogLine("checked-in", shift.watch_id, shift.id, holder.id, details=details)
    await stand(tx, team, shift, came, line)
    await welcome(tx, team, holder, came)
    return came


async def vouch(tx: Tx, team: Team, lead: Person, words: str) -> Shift:
    """A lead says that somebody named is there: checked in, or still there."""
    named = {person.id for person in await people.find(tx, words)}
    running = [one for one in await roster.around(tx, tx.now) if one.person_id in named]
    for shift in running:
        if await of_watch(tx, shift.id) is not None and is_running(shift, tx.now):
            is_there = shift.checked_in_at is not None
            return await (signs.here if is_there else check_in)(tx, team, lead, shift.id)
    raise Refused("refused-not-on-watch", name=words[:40])


async def stand_in(tx: Tx, team: Team, person: Person, shift_id: int) -> Shift:
    """Let somebody stand in for whoever is missing, and tell them what they come to."""
    taken = await standins.stand_in(tx, team, person, shift_id)
    await welcome(tx, team, person, taken)
    return taken


async def _come_back(tx: Tx, team: Team, person: Person, shift: Shift) -> Shift:
    own = await standins.come_back(tx, team, person, shift)
    await welcome(tx, team, person, own)
    return own


async def welcome(tx: Tx, team: Team, person: Person, shift: Shift) -> None:
    """Tell who has come what they come to, and give them the hand-over that waits for them."""
    said = await _about(tx, team, shift)
    opened = len(await incidents.open_ones(tx, _MANY))
    tell(tx, person, "shift-notice", shift.id, text="shift-begun", count=opened, **said)
    await checklist.offer(tx, team, person, shift)
    await handover.give_to(tx, team, shift)


async def check_in_now(tx: Tx, team: Team, person: Person) -> Shift:
    """Check in where a person is wanted now, or next; on watch already it says "still there"."""
    coming = [one for one in await roster.of_person(tx, person.id, tx.now) if one.watch_id]
    mine = [one for one in coming if await of_watch(tx, one.id) is not None]
    wanted = [one for one in mine if one.checked_in_at is None]
    come = [one for one in mine if rules.stands(one, tx.now)]
    policy = team.catalog.watch.policy
    for shift in wanted:
        if rules.opens_at(shift, policy) <= tx.now:
            return await check_in(tx, team, person, shift.id)
    if come:
        return await signs.here(tx, team, person, come[0].id)
    former = await standins.replaced(tx, person)
    if former is not None:
        return await _come_back(tx, team, person, former)
    if not wanted:
        raise Refused("refused-no-shift")
    at = instant(rules.opens_at(wanted[0], policy))
    raise Refused("refused-checkin-early", at=at)
