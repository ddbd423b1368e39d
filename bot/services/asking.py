"""Somebody else is looked for to stand a shift: who is asked, and told when nobody comes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bot.domain import swaps as rules
from bot.domain.errors import Refused
from bot.domain.escalation import Target
from bot.domain.people import Person
from bot.domain.roster import Shift, on_duty
from bot.domain.swaps import Swap, SwapState
from bot.domain.team import Team
from bot.services import swap_cards, swap_costs
from bot.services.giving import EXPIRE, REMIND, WIDEN, Part, check, give_part, stop_clocks
from bot.services.messages import leads, tell
from bot.services.openings import candidates
from bot.services.swap_words import (
    breaks_words,
    decision_keys,
    give_key,
    reason_words,
    shift_words,
    withdraw_key,
)
from bot.services.wanting import Wanted, must, wanted
from storage import due, people, shifts, swaps, watchlog
from storage.database import Tx
from storage.due import Due
from storage.watchlog import LogLine


class Wish(Struct, frozen=True):
    """What else is wanted of a swap: only a part of the shift, or one certain person."""

    start: datetime | None = None
    end: datetime | None = None
    only: Person | None = None


async def ask(
    tx: Tx,
    team: Team,
    shift: Shift,
    *,
    urgent: bool = False,
    reason: str = "",
    wish: Wish | None = None,
) -> Swap:
    """Look for somebody else to stand a shift; returns the search, the one that goes on if any.

    Urgent: the backup of that time is called at once, the others soon after, no lead must agree.
    """
    search = await going_on(tx, shift)
    if search is not None:
        return await _hurry(tx, team, search, reason) if urgent else search
    wish = wish or Wish()
    start, end = wish.start or shift.start, wish.end or shift.end
    rules.cut_out(shift, start, end)
    if end <= tx.now:
        raise Refused("refused-swap-past")
    only_id = wish.only.id if wish.only is not None else None
    new = Swap(0, shift.id, shift.person_id, start, end, reason, urgent, only_id=only_id)
    search = await swaps.add(tx, new)
    details = {"urgent": urgent, "start": start.isoformat(), "end": end.isoformat()}
    line = LogLine("swap-asked", shift.watch_id, shift.id, shift.person_id, reason or None, details)
    await watchlog.enter(tx, line)
    await due.schedule(tx, Due(EXPIRE, shift.id, start if start > tx.now else end))
    await (_call(tx, team, search) if urgent else _offer(tx, team, search))
    return search


async def going_on(tx: Tx, shift: Shift) -> Swap | None:
    """Return the search for a shift; one for somebody who no longer has it ends here."""
    search = await swaps.live(tx, shift.id)
    if search is None or await wanted(tx, search) is not None:
        return search
    await swap_cards.keep(tx, search, rules.expire(search, tx.now))
    await stop_clocks(tx, shift.id)
    return None


async def _hurry(tx: Tx, team: Team, search: Swap, reason: str) -> Swap:
    """Make a search urgent; whoever has taken it already has the shift without a lead's word."""
    if search.urgent:
        return search
    urgent = replace(search, urgent=True, reason=reason or search.reason)
    if search.state is SwapState.TAKEN and search.taken_by_id is not None:
        found, taker = await must(tx, search), await people.get(tx, search.taken_by_id)
        part = Part(found.shift, search.start, search.end, agreed=True)
        await give_part(tx, team, part, taker, taker, urgent.reason)
        return replace(urgent, state=SwapState.DONE)
    await swap_cards.keep(tx, search, urgent)
    await due.drop(tx, REMIND, search.shift_id)
    await _call(tx, team, urgent)
    return urgent


async def _offer(tx: Tx, team: Team, search: Swap) -> None:
    """Ask whoever could stand it, in private and in the group; or only the one who was named."""
    found = await must(tx, search)
    if search.only_id is not None:
        only = await people.get(tx, search.only_id)
        await check(tx, Part(found.shift, search.start, search.end), only)
        asked = [only]
    else:
        asked = await candidates(tx, team, found.part)
        swap_cards.send_team(tx, team, [found])
    _send(tx, asked, found)
    await remind_later(tx, team, search)
    await _tell_holder(tx, found, asked)
    if not asked:
        said = {"name": found.holder.name, **shift_words(found.part)}
        await tell_leads(tx, found, "notice", "swap-nobody", said)


def _send(tx: Tx, asked: Sequence[Person], found: Wanted) -> None:
    for person in asked:
        swap_cards.send(tx, person, [found])


async def _tell_holder(tx: Tx, found: Wanted, asked: Sequence[Person]) -> None:
    if not found.holder.active:
        return
    names = {"list": [person.name for person in asked]} if asked else {"text": "nobody"}
    text = "swap-looking" if asked else "swap-looking-nobody"
    keys = [[withdraw_key(found.search)]]
    said = {"names": names, "number": found.search.id, **shift_words(found.part), "keys": keys}
    tell(tx, found.holder, "notice", text=text, **said)


async def tell_leads(tx: Tx, found: Wanted, kind: str, text: str, said: Mapping[str, Any]) -> None:
    """Tell every lead but the holder, with the key to give the shift to somebody."""
    keys = [[give_key(found.shift)]]
    for lead in await leads(tx):
        if lead.id != found.holder.id:
            tell(tx, lead, kind, text=text, keys=keys, **said)


async def remind_later(tx: Tx, team: Team, search: Swap, after: datetime | None = None) -> None:
    """Bring a search up again at the next of the set times before its shift, if there is one."""
    policy = team.catalog.watch.policy
    at = rules.next_reminder(search.start, policy, after or tx.now, team.zone)
    if at is not None and not search.urgent:
        await due.schedule(tx, Due(REMIND, search.shift_id, at))


async def _call(tx: Tx, team: Team, search: Swap) -> None:
    """Call the backup of that time at once and everybody else soon after, or all at once."""
    found = await must(tx, search)
    backups = await _backups(tx, team, found)
    asked = backups or await candidates(tx, team, found.part)
    _send(tx, asked, found)
    if not backups:
        swap_cards.send_team(tx, team, [found])
    await _tell_holder(tx, found, asked)
    names = {"list": [person.name for person in asked]} if asked else {"text": "nobody"}
    said = {
        "name": found.holder.name,
        "names": names,
        "reason": reason_words(search.reason),
        **shift_words(found.part),
    }
    await tell_leads(tx, found, "alarm", "swap-urgent", said)
    if backups:
        at = tx.now + team.catalog.watch.policy.swap_others_after
        heard = {"asked": [person.id for person in backups]}
        await due.schedule(tx, Due(WIDEN, search.shift_id, at, heard))


async def _backups(tx: Tx, team: Team, found: Wanted) -> list[Person]:
    """Return who is backup when the part begins, or now if it has begun."""
    at = max(tx.now, found.part.start)
    near = await shifts.between(tx, at, found.part.end)
    ids = on_duty(near, team.catalog.watch.posts_for(Target.BACKUP), at)
    known = await people.of_ids(tx, ids)
    able = (known[each] for each in ids if each != found.holder.id)
    return [each for each in able if each.active and each.telegram_id is not None]


async def ask_others(tx: Tx, team: Team, shift_id: int, params: Mapping[str, Any]) -> None:
    """Ask everybody else and the group, when the backup has not taken the shift."""
    found = await _still_open(tx, shift_id)
    if found is None:
        return
    others = await candidates(tx, team, found.part, params["asked"])
    _send(tx, others, found)
    swap_cards.send_team(tx, team, [found])


async def ask_leads(tx: Tx, team: Team, found: Wanted, taken: Swap) -> None:
    """Ask the leads whether they agree to who has taken it, and say what that would break."""
    taker = await people.get(tx, taken.taken_by_id or 0)
    said = {"former": found.holder.name, "name": taker.name, **shift_words(found.part)}
    said["breaks"] = breaks_words(await swap_costs.of_taking(tx, team, found, taker))
    keys = decision_keys(taken)
    for lead in await leads(tx):
        tell(tx, lead, "notice", text="swap-decide", number=taken.id, keys=keys, **said)


async def _still_open(tx: Tx, shift_id: int) -> Wanted | None:
    search = await swaps.live(tx, shift_id)
    if search is None or search.state is not SwapState.OPEN:
        return None
    return await wanted(tx, search)


async def expire(tx: Tx, team: Team, shift_id: int, params: Mapping[str, Any]) -> None:
    """The shift begins: a search ends and leads hear whose it still is; an urgent one goes on."""
    del team, params
    search = await swaps.live(tx, shift_id)
    if search is None:
        return
    found = await wanted(tx, search)
    if found is not None:
        await _tell_expired(tx, found)
        if search.urgent and search.state is SwapState.OPEN:
            await due.schedule(tx, Due(EXPIRE, shift_id, search.end))
            return
    await swap_cards.keep(tx, search, rules.expire(search, tx.now))
    await stop_clocks(tx, shift_id)
    shift = await shifts.find(tx, shift_id)
    watch_id = shift.watch_id if shift is not None else None
    await watchlog.enter(tx, LogLine("swap-expired", watch_id, shift_id))


async def _tell_expired(tx: Tx, found: Wanted) -> None:
    words, search = shift_words(found.part), found.search
    text = "swap-expired" if found.holder.active else "swap-expired-left"
    if search.taken_by_id is not None:
        taker = await people.get(tx, search.taken_by_id)
        tell(tx, taker, "notice", text="swap-undecided-you", name=found.holder.name, **words)
        text = "swap-undecided"
    await tell_leads(tx, found, "alarm", text, {"name": found.holder.name, **words})
    if found.holder.active:
        tell(tx, found.holder, "notice", text="swap-expired-you", **words)
