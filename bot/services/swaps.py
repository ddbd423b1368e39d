"""Swaps (đổi ca): the first to take a shift has it, unless a lead must agree to it."""

from bot.domain import swaps as rules
from bot.domain.errors import Refused
from bot.domain.people import Person, Role, may
from bot.domain.roster import Shift, ShiftState
from bot.domain.swaps import LIVE, Swap, SwapState, is_urgent
from bot.domain.team import Team
from bot.services import arming, following, gaps, swap_cards, swap_costs
from bot.services.asking import Wish, ask, ask_leads, going_on
from bot.services.giving import Part, check, give, give_part, stop_clocks
from bot.services.messages import instant, tell, tell_team
from bot.services.swap_words import breaks_words, shift_words
from bot.services.wanting import Wanted, wanted
from storage import due, people, roster, shifts, swaps, watchlog
from storage.database import Tx
from storage.watchlog import LogLine

__all__ = ["Wish", "ask", "decide", "give", "take", "withdraw"]


async def take(tx: Tx, team: Team, person: Person, swap_id: int) -> SwapState:
    """Take a shift that somebody is looked for; it is theirs at once, or when a lead agrees."""
    search = await _known(tx, swap_id)
    if search.state in (SwapState.TAKEN, SwapState.DONE):
        raise await _taken(tx, search)
    if search.only_id not in (None, person.id) and not (search.urgent or may(person, Role.LEAD)):
        raise Refused("refused-swap-only", name=(await people.get(tx, search.only_id or 0)).name)
    found = await _open(tx, search)
    needs_lead = _needs_lead(team, found, person)
    after = rules.take(search, person.id, tx.now, needs_lead=needs_lead)
    part = Part(found.shift, search.start, search.end, insists=search.urgent, agreed=True)
    await check(tx, part, person)
    if not await swap_cards.keep(tx, search, after):
        raise await _taken(tx, await _known(tx, swap_id))
    details = {"to": person.name, "to_id": person.id}
    line = LogLine("swap-taken", found.shift.watch_id, found.shift.id, person.id, details=details)
    await watchlog.enter(tx, line)
    if after.state is SwapState.DONE:
        await give_part(tx, team, part, person, person, search.reason)
    else:
        await _await_lead(tx, team, found, person, after)
    return after.state


def _needs_lead(team: Team, found: Wanted, taker: Person) -> bool:
    """Tell whether a lead must agree: never to what a lead does, nor for who has left."""
    by_lead = may(taker, Role.LEAD) or may(found.holder, Role.LEAD)
    return team.catalog.watch.policy.swap_approval and not by_lead and found.holder.active


async def _known(tx: Tx, swap_id: int) -> Swap:
    search = await swaps.find(tx, swap_id)
    if search is None:
        raise Refused("refused-swap-over")
    return search


async def _open(tx: Tx, search: Swap) -> Wanted:
    found = await wanted(tx, search)
    if found is None:
        raise Refused("refused-swap-over")
    return found


async def _taken(tx: Tx, search: Swap) -> Refused:
    taker = await people.get(tx, search.taken_by_id or 0)
    return Refused("refused-swap-taken", name=taker.name, at=instant(search.taken_at or tx.now))


async def _await_lead(tx: Tx, team: Team, found: Wanted, taker: Person, search: Swap) -> None:
    await ask_leads(tx, team, found, search)
    said = {"former": found.holder.name, "name": taker.name, **shift_words(found.part)}
    breaks = breaks_words(await swap_costs.of_taking(tx, team, found, taker))
    tell(tx, taker, "notice", text="swap-waits-taker", breaks=breaks, **said)
    tell(tx, found.holder, "notice", text="swap-waits-holder", **said)


async def decide(tx: Tx, team: Team, lead: Person, swap_id: int, *, agrees: bool) -> None:
    """Let a lead agree to a swap or not; without it the shift stays whose it was."""
    search = await _known(tx, swap_id)
    after = rules.decide(search, lead.id, tx.now, agrees=agrees)
    found, taker = await _open(tx, search), await people.get(tx, search.taken_by_id or 0)
    part = Part(found.shift, search.start, search.end, agreed=True)
    if agrees:
        await check(tx, part, taker)
    if not await swap_cards.keep(tx, search, after):
        raise Refused("refused-swap-over")
    kind = "swap-agreed" if agrees else "swap-refused"
    shift = found.shift
    details = {"to": taker.name, "to_id": taker.id}
    await watchlog.enter(tx, LogLine(kind, shift.watch_id, shift.id, lead.id, details=details))
    if agrees:
        await give_part(tx, team, part, taker, lead, search.reason)
        return
    await stop_clocks(tx, shift.id)
    said = {"former": found.holder.name, "name": taker.name, **shift_words(found.part)}
    for person in (taker, found.holder):
        tell(tx, person, "notice", text="swap-not-agreed", by=lead.name, **said)


async def withdraw(tx: Tx, shift: Shift, person: Person, team: Team | None = None) -> bool:
    """End the search for somebody, whose shift stays as it is; False when none goes on."""
    search = await swaps.live(tx, shift.id)
    if search is None:
        return False
    if not await swap_cards.keep(tx, search, rules.withdraw(search, person.id, tx.now)):
        raise Refused("refused-swap-over")
    await stop_clocks(tx, shift.id)
    await watchlog.enter(tx, LogLine("swap-withdrawn", shift.watch_id, shift.id, person.id))
    holder = await people.get(tx, shift.person_id)
    said = {"name": holder.name, **shift_words(shift)}
    if search.taken_by_id is not None:
        taker = await people.get(tx, search.taken_by_id)
        tell(tx, taker, "notice", text="swap-withdrawn", **said)
    if team is not None and search.only_id is None:
        tell_team(tx, team, "notice", text="swap-withdrawn", **said)
    return True


async def stay(tx: Tx, team: Team, person: Person, swap_id: int) -> Shift:
    """Let the holder, or a lead for them, end the search: they stand the shift after all."""
    search = await _known(tx, swap_id)
    if search.state not in LIVE:
        raise Refused("refused-swap-over")
    found = await _open(tx, search)
    if found.holder.id != person.id and not may(person, Role.LEAD):
        raise Refused("refused-swap-not-yours")
    shift = found.shift
    await withdraw(tx, shift, person, team)
    if shift.state is ShiftState.DECLINED and found.holder.id == person.id:
        values = {"state": ShiftState.CONFIRMED.value, "answered_at": tx.now}
        if not await shifts.change(tx, shift, **values):
            raise Refused("refused-swap-changed")
        await arming.arm_shift(tx, team, await shifts.get(tx, shift.id))
        await gaps.replan(tx, team)
    await following.changed(tx, shift.watch_id, redraw=False)
    return shift


async def goes_on(tx: Tx, shift: Shift) -> bool:
    """Tell whether somebody is being looked for to stand a shift."""
    return await going_on(tx, shift) is not None


async def own(tx: Tx, person: Person, shift_id: int) -> Shift:
    """Return somebody's own shift that is not over, or any for a lead; Refused otherwise."""
    shift = await shifts.find(tx, shift_id)
    if shift is None or shift.state is ShiftState.DRAFT:
        raise Refused("refused-shift-gone")
    if shift.person_id != person.id and not may(person, Role.LEAD):
        raise Refused("refused-swap-not-yours")
    if shift.end <= tx.now:
        raise Refused("refused-swap-past")
    return shift


async def cannot_now(
    tx: Tx, team: Team, person: Person, reason: str, shift_id: int | None = None
) -> Shift:
    """Somebody cannot stand the shift that runs or is next: somebody else is called at once."""
    policy = team.catalog.watch.policy
    if shift_id is None:
        coming = await roster.of_person(tx, person.id, tx.now)
        shift = next((each for each in coming if is_urgent(each, policy, tx.now)), None)
    else:
        shift = await own(tx, person, shift_id)
    if shift is None or not is_urgent(shift, policy, tx.now):
        raise Refused("refused-swap-not-near", within={"duration": _seconds(team)})
    search = await going_on(tx, shift)
    if shift.state is ShiftState.DECLINED and search is not None and search.urgent:
        raise Refused("refused-swap-asked")
    if shift.state is not ShiftState.DECLINED:
        values = {"state": ShiftState.DECLINED.value, "answered_at": tx.now}
        if not await shifts.change(tx, shift, **values):
            raise Refused("refused-swap-changed")
        line = LogLine("declined", shift.watch_id, shift.id, person.id, reason or None)
        await watchlog.enter(tx, line)
    declined = await shifts.get(tx, shift.id)
    await due.drop(tx, arming.NOTICE, shift.id)
    await ask(tx, team, declined, urgent=True, reason=reason)
    await following.changed(tx, shift.watch_id, redraw=False)
    await gaps.replan(tx, team)
    return declined


def _seconds(team: Team) -> float:
    return team.catalog.watch.policy.swap_urgent.total_seconds()


async def come_back(tx: Tx, person: Person, by: Person) -> None:
    """End every search for shifts that somebody has again who is back in the team."""
    for shift in await roster.of_person(tx, person.id, tx.now):
        await withdraw(tx, shift, by)
        await following.changed(tx, shift.watch_id)


async def taken_over(
    tx: Tx, team: Team, before: list[Shift], successor: Person, by: Person
) -> None:
    """Note that shifts of a watch went to a successor, who must confirm and check in anew."""
    for shift in before:
        now = await shifts.find(tx, shift.id)
        if now is None or now.watch_id is None or now.person_id != successor.id:
            continue
        anew = {"state": ShiftState.PLANNED.value, "answered_at": None, "checked_in_at": None}
        await shifts.change(tx, now, **anew)
        await withdraw(tx, now, by)
        await following.changed(tx, now.watch_id)
        former = await people.get(tx, shift.person_id)
        details = {"from": former.name, "to": successor.name, "to_id": successor.id}
        line = LogLine("given", shift.watch_id, shift.id, by.id, details=details)
        await watchlog.enter(tx, line)
    await gaps.replan(tx, team)
