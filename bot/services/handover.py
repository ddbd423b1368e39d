"""Hand-over (bàn giao ca): opened when a shift ends, and brought up until both have signed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.domain.escalation import Target
from bot.domain.onwatch import next_of, relief_of
from bot.domain.people import Person
from bot.domain.roster import LONGEST_STAY, Shift
from bot.domain.team import Team
from bot.services import checklist
from bot.services.arming import END, HANDOVER, LATE, SILENT, STILL, beside
from bot.services.handover_card import card
from bot.services.messages import leads, tell
from bot.services.missing import on_duty_as
from bot.services.relieving import ENDING, of_watch, relieve, stand
from storage import due, handovers, people, shifts, watchlog
from storage.database import Tx
from storage.due import Due
from storage.handovers import Handover
from storage.watchlog import LogLine

MOST_REMINDERS = 4


async def end_due(tx: Tx, team: Team, shift_id: int, params: Mapping[str, Any]) -> None:
    """A shift is over: its hand-over is opened, and whoever is relieved already may go."""
    del params
    found = await of_watch(tx, shift_id, ENDING)
    if found is None:
        return
    shift = found[0]
    if tx.now < shift.end:
        await due.schedule(tx, Due(END, shift.id, shift.end))
        return
    await due.drop(tx, LATE, shift.id)
    await due.drop(tx, STILL, shift.id)
    await due.drop(tx, SILENT, shift.id)
    if shift.checked_in_at is None:
        await watchlog.enter(tx, LogLine("missed", shift.watch_id, shift.id, shift.person_id))
    elif tx.now < shift.end + LONGEST_STAY and not await _stays_on(tx, team, shift):
        await _open_at_end(tx, team, shift)
    await relieve(tx, shift)


async def _stays_on(tx: Tx, team: Team, shift: Shift) -> bool:
    """Check in who has the next shift at the post as well: there is nothing to hand over."""
    after = next_of(shift, await beside(tx, shift))
    if after is None or after.person_id != shift.person_id:
        return False
    if after.checked_in_at is None and tx.now < after.end:
        line = LogLine("stayed-on", after.watch_id, after.id, after.person_id)
        await stand(tx, team, after, replace(after, checked_in_at=tx.now), line)
        await checklist.offer(tx, team, await people.get(tx, after.person_id), after)
    return True


async def _open_at_end(tx: Tx, team: Team, shift: Shift) -> None:
    relief = await taking_over(tx, shift)
    if relief is None and shift.post not in team.catalog.watch.posts_for(Target.ON_DUTY):
        return
    handover = await opened(tx, shift)
    if handover.is_done or await _was_asked(tx, shift):
        return
    await ask_to_sign(tx, team, shift, handover)
    at = tx.now + team.catalog.watch.policy.handover_within
    await due.schedule(tx, Due(HANDOVER, shift.id, at, {"times": 0}))


async def _was_asked(tx: Tx, shift: Shift) -> bool:
    """Tell whether the hand-over of a shift is being brought up already."""
    waits = await due.waiting(tx, HANDOVER, shift.id)
    return waits is not None or await due.last_done(tx, HANDOVER, shift.id) is not None


async def taking_over(tx: Tx, shift: Shift) -> Shift | None:
    """Return the shift whose person takes over from this one, None when nobody does."""
    return relief_of(shift, await beside(tx, shift), tx.now)


async def opened(tx: Tx, shift: Shift) -> Handover:
    """Return the hand-over of a shift, opened if it was not, to whoever takes over as of now."""
    relief = await taking_over(tx, shift)
    next_id = None if relief is None else relief.id
    found = await handovers.find(tx, shift.id)
    if found is None:
        await handovers.add(tx, shift.id, next_id)
    elif found.next_shift_id != next_id and not found.is_done:
        await handovers.change(tx, found, next_shift_id=next_id)
    return await handovers.get(tx, shift.id)


async def ask_to_sign(tx: Tx, team: Team, shift: Shift, handover: Handover) -> None:
    """Give whoever leaves the hand-over to sign; once signed, give it to who takes over."""
    if handover.signed_at is not None:
        await give_signed(tx, team, shift, handover)
        return
    person = await people.get(tx, shift.person_id)
    if person.active:
        said = await card(tx, team, shift, handover)
        key = {"label": "button-sign", "data": f"sign:{shift.id}", "style": "primary"}
        tell(tx, person, "shift-notice", shift.id, keys=[[key]], holder_id=person.id, **said)


async def give_signed(tx: Tx, team: Team, shift: Shift, handover: Handover) -> None:
    """Give the signed hand-over to who takes over, once they are there."""
    relief = await shifts.find(tx, handover.next_shift_id or 0)
    if relief is None or relief.checked_in_at is None:
        return
    person = await people.get(tx, relief.person_id)
    said = await card(tx, team, shift, handover)
    key = {"label": "button-received", "data": f"received:{shift.id}", "style": "success"}
    tell(tx, person, "shift-notice", relief.id, keys=[[key]], holder_id=person.id, **said)


async def give_to(tx: Tx, team: Team, came: Shift) -> None:
    """Give who has come the hand-over that waits for them."""
    for one in await beside(tx, came):
        if one.post != came.post or one.id == came.id or one.checked_in_at is None:
            continue
        handover = await handovers.find(tx, one.id)
        relief = await taking_over(tx, one)
        if handover is not None and relief is not None and relief.id == came.id:
            handover = await opened(tx, one)
            if handover.signed_at is None:
                await _show_unsigned(tx, team, one, handover, came)
            elif not handover.is_done:
                await give_signed(tx, team, one, handover)


async def _show_unsigned(tx: Tx, team: Team, shift: Shift, handover: Handover, came: Shift) -> None:
    """Let who has come read what they come to; there is nothing yet to confirm."""
    person, leaver = await people.get(tx, came.person_id), await people.get(tx, shift.person_id)
    said = await card(tx, team, shift, handover)
    said["doing"] = {"text": "handover-unsigned-yet", "name": leaver.name}
    tell(tx, person, "shift-notice", came.id, holder_id=person.id, **said)


async def remind(tx: Tx, team: Team, shift_id: int, params: Mapping[str, Any]) -> None:
    """Bring up a hand-over that is not signed, to both and the commander; at last to the leads."""
    found = await of_watch(tx, shift_id, ENDING)
    if found is None:
        return
    shift, times = found[0], params["times"] + 1
    before, handover = await handovers.find(tx, shift.id), await opened(tx, shift)
    if handover.is_done:
        if before is not None and not before.is_done:
            await give_to_leads(tx, team, shift, handover)
        return
    leaver, comer = await parties(tx, shift, handover)
    waits = _waits(handover, leaver, comer)
    details = {"times": times, "for": waits["name"]}
    line = LogLine("handover-unsigned", shift.watch_id, shift.id, details=details)
    await watchlog.enter(tx, line)
    said = {"post": {"post": shift.post}, "waits": waits, "count": times}
    if times > MOST_REMINDERS:
        keys = [[_key_for_others(shift, handover, waits["name"])]]
        for lead in await leads(tx):
            tell(tx, lead, "notice", text="handover-never", keys=keys, **said)
        return
    await _remind_parties(tx, team, shift, handover, (leaver, comer), said)
    at = tx.now + team.catalog.watch.policy.handover_within
    await due.schedule(tx, Due(HANDOVER, shift.id, at, {"times": times}))


def _key_for_others(shift: Shift, handover: Handover, name: str) -> dict[str, Any]:
    """Let a lead do what somebody does not: sign, or confirm what is signed."""
    verb = "sign" if handover.signed_at is None else "received"
    label = {"label": f"button-{verb}-for", "data": f"{verb}:{shift.id}"}
    return label | {"args": {"name": name}}


async def parties(tx: Tx, shift: Shift, handover: Handover) -> tuple[Person, Person | None]:
    """Return who leaves and who takes over; the second only once they have checked in."""
    leaver = await people.get(tx, shift.person_id)
    after = await shifts.find(tx, handover.next_shift_id or 0)
    if after is None or after.checked_in_at is None:
        return leaver, None
    return leaver, await people.get(tx, after.person_id)


def _waits(handover: Handover, leaver: Person, comer: Person | None) -> dict[str, Any]:
    """Say for whom a hand-over waits."""
    if handover.signed_at is None:
        return {"text": "handover-waits-signature", "name": leaver.name}
    if comer is None:
        return {"text": "handover-waits-arrival", "name": leaver.name}
    return {"text": "handover-waits-confirmation", "name": comer.name}


async def _remind_parties(
    tx: Tx,
    team: Team,
    shift: Shift,
    handover: Handover,
    both: tuple[Person, Person | None],
    said: Mapping[str, Any],
) -> None:
    leaver, comer = both
    to_sign = {"label": "button-sign", "data": f"sign:{shift.id}", "style": "primary"}
    to_confirm = {"label": "button-received", "data": f"received:{shift.id}", "style": "success"}
    is_signed = handover.signed_at is not None
    if leaver.active:
        keys = [] if is_signed else [[to_sign]]
        tell(tx, leaver, "notice", text="handover-waits", keys=keys, **said)
    if comer is not None:
        keys = [[to_confirm]] if is_signed else []
        tell(tx, comer, "notice", text="handover-waits", keys=keys, **said)
    known = {one.id for one in both if one is not None}
    for chief in await on_duty_as(tx, team, Target.COMMANDER):
        if chief.id not in known:
            tell(tx, chief, "notice", text="handover-waits", **said)


async def give_to_leads(tx: Tx, team: Team, shift: Shift, handover: Handover) -> None:
    """Give a signed hand-over that nobody takes over to the leads."""
    await due.drop(tx, HANDOVER, shift.id)
    said = await card(tx, team, shift, handover)
    for lead in await leads(tx):
        tell(tx, lead, "notice", **said)
