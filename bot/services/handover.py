"""Hand-over (bàn giao ca): opened when a shift ends, and brought up until both have signed."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from bot.domain.escalation import Target
from bot.domain.onwatch import next_of, relief_of
from bot.domain.people import Person
from bot.domain.roster import LONGEST_STAY, Shift
from bot.domain.team import Team
from bot.services import checklist, unwatched
from bot.services.arming import END, HANDOVER, LATE, SILENT, STILL, beside
from bot.services.handover_card import card
from bot.services.messages import leads, tell
from bot.services.missing import on_duty_as
from bot.services.own_posts import ending_with, posts
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
        await unwatched.missed(tx, shift)
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
        await checklist.offer(tx, team, await people.get(tx, after.person_id), [after])
    return True


async def _open_at_end(tx: Tx, team: Team, shift: Shift) -> None:
    """Open what this person hands over at this end, from all their posts, and ask for it once."""
    mine = await to_hand_over(tx, team, shift)
    if shift.id not in {one.id for one in mine}:
        return
    opened_ones = [(one, await opened(tx, one)) for one in mine]
    if all(handover.is_done for _, handover in opened_ones):
        return
    for one in mine:
        if await _was_asked(tx, one):
            return
    await ask_to_sign(tx, team, mine)
    at = tx.now + team.catalog.watch.policy.handover_within
    await due.schedule(tx, Due(HANDOVER, shift.id, at, {"times": 0}))


async def to_hand_over(tx: Tx, team: Team, shift: Shift) -> list[Shift]:
    """Return what the person of a shift hands over when it ends: to somebody, or to the leads."""
    always = team.catalog.watch.posts_for(Target.ON_DUTY)
    mine: list[Shift] = []
    for one in await ending_with(tx, shift):
        relief = await taking_over(tx, one)
        stays = relief is not None and relief.person_id == one.person_id
        if not stays and (relief is not None or one.post in always):
            mine.append(one)
    return mine


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


async def ask_to_sign(tx: Tx, team: Team, mine: Sequence[Shift]) -> None:
    """Give whoever leaves the hand-over to sign; once signed, give it to who takes over."""
    unsigned = [one for one in mine if (await handovers.get(tx, one.id)).signed_at is None]
    await give_signed(tx, team, [one for one in mine if one not in unsigned])
    if not unsigned:
        return
    person = await people.get(tx, unsigned[0].person_id)
    if person.active:
        said = await card(tx, team, unsigned)
        key = {"label": "button-sign", "data": f"sign:{unsigned[0].id}", "style": "primary"}
        about = {"keys": [[key]], "holder_id": person.id}
        tell(tx, person, "shift-notice", unsigned[0].id, **about, **said)


async def give_signed(tx: Tx, team: Team, mine: Sequence[Shift]) -> None:
    """Give signed hand-overs to who takes over, once they are there; each person gets one."""
    theirs: dict[int, list[Shift]] = {}
    reliefs: dict[int, Shift] = {}
    for one in mine:
        relief = await shifts.find(tx, (await handovers.get(tx, one.id)).next_shift_id or 0)
        if relief is not None and relief.checked_in_at is not None:
            theirs.setdefault(relief.person_id, []).append(one)
            reliefs.setdefault(relief.person_id, relief)
    for person_id, signed in theirs.items():
        said = await card(tx, team, signed)
        key = {"label": "button-received", "data": f"received:{signed[0].id}", "style": "success"}
        about = {"keys": [[key]], "holder_id": person_id}
        person = await people.get(tx, person_id)
        tell(tx, person, "shift-notice", reliefs[person_id].id, **about, **said)


async def give_to(tx: Tx, team: Team, came: Sequence[Shift]) -> None:
    """Give who has come the hand-overs that wait for them: signed, or still to be signed."""
    ids = {one.id for one in came}
    found = {
        one.id: one
        for shift in came
        for one in await beside(tx, shift)
        if one.post == shift.post and one.id not in ids and one.checked_in_at is not None
    }
    signed: list[Shift] = []
    unsigned: dict[int, list[Shift]] = {}
    for one in found.values():
        relief = await taking_over(tx, one)
        if relief is None or relief.id not in ids or await handovers.find(tx, one.id) is None:
            continue
        handover = await opened(tx, one)
        if handover.signed_at is None:
            unsigned.setdefault(one.person_id, []).append(one)
        elif not handover.is_done:
            signed.append(one)
    await give_signed(tx, team, signed)
    for theirs in unsigned.values():
        await _show_unsigned(tx, team, theirs, came[0])


async def _show_unsigned(tx: Tx, team: Team, mine: Sequence[Shift], came: Shift) -> None:
    """Let who has come read what they come to; there is nothing yet to confirm."""
    person, leaver = await people.get(tx, came.person_id), await people.get(tx, mine[0].person_id)
    said = await card(tx, team, mine)
    said["doing"] = {"text": "handover-unsigned-yet", "name": leaver.name}
    tell(tx, person, "shift-notice", came.id, holder_id=person.id, **said)


async def remind(tx: Tx, team: Team, shift_id: int, params: Mapping[str, Any]) -> None:
    """Bring up a hand-over that is not signed, to both and the commander; at last to the leads."""
    found = await of_watch(tx, shift_id, ENDING)
    if found is None:
        return
    shift, times = found[0], params["times"] + 1
    mine = [one for one in await to_hand_over(tx, team, shift) if one.id != shift.id]
    open_ones: list[tuple[Shift, Handover]] = []
    for one in (shift, *mine):
        before, handover = await handovers.find(tx, one.id), await opened(tx, one)
        if not handover.is_done:
            open_ones.append((one, handover))
        elif before is not None and not before.is_done:
            await give_to_leads(tx, team, [one])
    if open_ones:
        await _remind(tx, team, shift_id, open_ones, times)


async def _remind(
    tx: Tx, team: Team, shift_id: int, open_ones: Sequence[tuple[Shift, Handover]], times: int
) -> None:
    (shift, handover), *_ = open_ones
    leaver, comer = await parties(tx, shift, handover)
    waits = _waits(handover, leaver, comer)
    for one, _ in open_ones:
        details = {"times": times, "for": waits["name"]}
        line = LogLine("handover-unsigned", one.watch_id, one.id, details=details)
        await watchlog.enter(tx, line)
    said: dict[str, Any] = {
        "post": posts(one for one, _ in open_ones),
        "waits": waits,
        "count": times,
    }
    if times > MOST_REMINDERS:
        keys = [[_key_for_others(shift, handover, waits["name"])]]
        for lead in await leads(tx):
            tell(tx, lead, "notice", text="handover-never", keys=keys, **said)
        return
    await _remind_parties(tx, team, shift, handover, (leaver, comer), said)
    at = tx.now + team.catalog.watch.policy.handover_within
    await due.schedule(tx, Due(HANDOVER, shift_id, at, {"times": times}))


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


async def give_to_leads(tx: Tx, team: Team, mine: Sequence[Shift]) -> None:
    """Give signed hand-overs that nobody takes over to the leads, as one."""
    said = await card(tx, team, mine)
    for lead in await leads(tx):
        tell(tx, lead, "notice", **said)
