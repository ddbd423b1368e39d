"""Signing a hand-over: a word first if there is one, then who leaves, then who takes over."""

from typing import Any

from bot.domain.errors import Refused
from bot.domain.onwatch import stands
from bot.domain.people import Person, Role, may
from bot.domain.roster import LONGEST_STAY, Shift, is_running
from bot.domain.team import Team
from bot.services import screening
from bot.services.handover import give_signed, give_to_leads, opened, to_hand_over
from bot.services.handover_card import card
from bot.services.messages import instant, tell
from bot.services.own_posts import ending_with, posts
from bot.services.relieving import ENDING, of_watch, relieve
from storage import handovers, people, shifts, watchlog
from storage.database import Tx
from storage.handovers import Handover
from storage.watchlog import LogLine


async def giving(tx: Tx, person: Person) -> int:
    """Return the shift whose hand-over a person is to sign; Refused when there is none."""
    shift = await _giving(tx, person)
    if shift is None:
        raise Refused("refused-no-handover")
    return shift.id


async def receiving(tx: Tx, person: Person) -> int:
    """Return the shift whose hand-over a person is to confirm; Refused when there is none."""
    shift = await _receiving(tx, person)
    if shift is None:
        raise Refused("refused-no-handover")
    return shift.id


async def named(tx: Tx, words: str) -> Person | None:
    """Return the one member whom words name; None when they name nobody, or several."""
    found = [person for person in await people.find(tx, words) if may(person, Role.RESPONDER)]
    return found[0] if len(found) == 1 else None


async def _giving(tx: Tx, person: Person) -> Shift | None:
    """Return the oldest shift of a person that is not signed, else what ends first of theirs."""
    mine = [
        one
        for one in await shifts.between(tx, tx.now - LONGEST_STAY, tx.now)
        if one.person_id == person.id and one.checked_in_at is not None
        if await of_watch(tx, one.id, ENDING) is not None
    ]
    for shift in mine:
        handover = await handovers.find(tx, shift.id)
        if handover is not None and handover.signed_at is None:
            return shift
    here = [one for one in mine if is_running(one, tx.now) and stands(one, tx.now)]
    return min(here, key=lambda one: (one.end, one.id), default=None)


async def _receiving(tx: Tx, person: Person) -> Shift | None:
    """Return the signed shift that a person is to confirm, None when there is none."""
    for shift in await shifts.between(tx, tx.now - LONGEST_STAY, tx.now):
        handover = await handovers.find(tx, shift.id)
        if handover is None or handover.signed_at is None or handover.is_done:
            continue
        after = await shifts.find(tx, handover.next_shift_id or 0)
        if after is not None and after.person_id == person.id:
            return shift
    return None


async def show(tx: Tx, team: Team, person: Person) -> dict[str, Any]:
    """Return the hand-over that waits for a person, with its key; Refused when none does."""
    confirms = await _receiving(tx, person)
    shift = confirms or await _giving(tx, person)
    if shift is None:
        raise Refused("refused-no-handover")
    mine = await (_received_with if confirms else _signed_with)(tx, team, shift)
    verb, style = ("received", "success") if confirms else ("sign", "primary")
    key = {"label": f"button-{verb}", "data": f"{verb}:{shift.id}", "style": style}
    return await card(tx, team, mine) | {"keys": [[key]]}


async def _signed_with(tx: Tx, team: Team, shift: Shift) -> list[Shift]:
    """Return a shift and what else its person hands over with it, opened and not signed yet."""
    others = [one for one in await to_hand_over(tx, team, shift) if one.id != shift.id]
    mine: list[Shift] = []
    for one in (shift, *others):
        handover = await opened(tx, one)
        if one is shift or handover.signed_at is None:
            mine.append(one)
    return mine


async def _received_with(tx: Tx, team: Team, shift: Shift) -> list[Shift]:
    """Return a shift and what else the same two hand over with it, signed but not confirmed."""
    del team
    first = await opened(tx, shift)
    relief = await shifts.find(tx, first.next_shift_id or 0)
    mine = [shift]
    for one in await ending_with(tx, shift):
        handover = await handovers.find(tx, one.id)
        if one.id == shift.id or handover is None or handover.signed_at is None:
            continue
        to = await shifts.find(tx, handover.next_shift_id or 0)
        same = relief is not None and to is not None and to.person_id == relief.person_id
        if same and not handover.is_done:
            mine.append(one)
    return mine


async def _mine(tx: Tx, person: Person, shift_id: int) -> tuple[Shift, Handover]:
    """Return a shift of this person, or any for a lead, that was stood, with its hand-over."""
    found = await of_watch(tx, shift_id, ENDING)
    if found is None or found[0].checked_in_at is None:
        raise Refused("refused-no-handover")
    shift = found[0]
    if shift.person_id != person.id and not may(person, Role.LEAD):
        holder = await people.get(tx, shift.person_id)
        raise Refused("refused-shift-of", name=holder.name)
    handover = await opened(tx, shift)
    if handover.signed_at is not None:
        raise Refused("refused-handover-signed", at=instant(handover.signed_at))
    return shift, handover


async def _keep(tx: Tx, before: Handover, **values: Any) -> None:  # noqa: ANN401 columns of any type
    """Change a hand-over as it was read; Refused when somebody was quicker."""
    if not await handovers.change(tx, before, **values):
        raise Refused("refused-handover-changed")


async def add_note(tx: Tx, team: Team, person: Person, shift_id: int, words: str) -> Shift:
    """Add words to a hand-over before it is signed; it is the watch log's as well."""
    shift, handover = await _mine(tx, person, shift_id)
    kept = screening.kept(team.catalog, person, words)
    note = "\n".join(part for part in (handover.note, kept.text.strip()) if part)
    await _keep(tx, handover, note=note)
    line = LogLine("handover-note", shift.watch_id, shift.id, person.id, kept.text)
    await watchlog.enter(tx, line)
    if kept.found:
        tell(tx, person, "answer", text="form-lead-masked", found=screening.named(kept.found))
    return shift


async def sign(tx: Tx, team: Team, person: Person, shift_id: int) -> Handover:
    """Whoever leaves signs, for all their posts: who takes over gets it, else the leads."""
    shift, _ = await _mine(tx, person, shift_id)
    opens = shift.end - team.catalog.watch.policy.checkin_opens
    if tx.now < opens:
        raise Refused("refused-handover-early", at=instant(opens))
    mine = await _signed_with(tx, team, shift)
    for one in mine:
        await _keep(tx, await handovers.get(tx, one.id), signed_at=tx.now)
        await watchlog.enter(tx, LogLine("signed", one.watch_id, one.id, person.id))
    done = [one for one in mine if (await handovers.get(tx, one.id)).is_done]
    if done:
        await give_to_leads(tx, team, done)
    waiting = [one for one in mine if one not in done]
    await give_signed(tx, team, waiting)
    return await handovers.get(tx, (waiting or mine)[0].id)


async def confirm(tx: Tx, team: Team, person: Person, shift_id: int) -> Shift:
    """Whoever takes over has received it, at all their posts: now who leaves may go."""
    found = await of_watch(tx, shift_id, ENDING)
    handover = await handovers.find(tx, shift_id)
    if found is None or handover is None:
        raise Refused("refused-no-handover")
    shift, leaver = found[0], await people.get(tx, found[0].person_id)
    if handover.confirmed_at is not None:
        raise Refused("refused-handover-confirmed", at=instant(handover.confirmed_at))
    await _must_receive(tx, person, handover)
    if handover.signed_at is None:
        raise Refused("refused-handover-unsigned", name=leaver.name)
    mine = await _received_with(tx, team, shift)
    for one in mine:
        await _keep(tx, await handovers.get(tx, one.id), confirmed_at=tx.now)
        await watchlog.enter(tx, LogLine("handover-confirmed", one.watch_id, one.id, person.id))
    said: dict[str, Any] = {"name": person.name, "post": posts(mine), "at": instant(tx.now)}
    tell(tx, leaver, "notice", text="handover-confirmed", **said)
    for one in mine:
        await relieve(tx, one)
    return shift


async def _must_receive(tx: Tx, person: Person, handover: Handover) -> None:
    after = await shifts.find(tx, handover.next_shift_id or 0)
    if after is None:
        raise Refused("refused-no-handover")
    if after.person_id != person.id and not may(person, Role.LEAD):
        holder = await people.get(tx, after.person_id)
        raise Refused("refused-shift-of", name=holder.name)
