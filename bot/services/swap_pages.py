"""What members see of swaps: their shifts, whom to ask, what goes on, and what leads can give."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot.domain.people import Person, Role, may
from bot.domain.roster import Shift
from bot.domain.swaps import SwapState, is_urgent, least_rest
from bot.domain.team import Team
from bot.services.messages import instant, tell
from bot.services.openings import candidates
from bot.services.swap_words import Key, shift_words, withdraw_key
from bot.services.wanting import Wanted, wanted
from storage import people, roster, shifts, swaps
from storage.database import Tx

MOST = 20
FAR = timedelta(days=92)
_IN_A_ROW = 2


async def has_shifts(tx: Tx, person: Person) -> bool:
    """Tell whether somebody has a shift that runs or is to come."""
    return bool(await roster.of_person(tx, person.id, tx.now))


async def show_mine(tx: Tx, person: Person) -> None:
    """Show somebody their shifts to come, and the searches that concern them."""
    mine = (await roster.of_person(tx, person.id, tx.now))[:MOST]
    keys = [[_shift_key(each, "swap")] for each in mine]
    lines = [{"text": "swap-shift", "number": each.id, **shift_words(each)} for each in mine]
    text = "swap-mine" if mine else "swap-mine-none"
    tell(tx, person, "answer", text=text, lines={"lines": lines}, keys=keys)
    searches = await _going_on(tx)
    if searches:
        lines = [_search_line(each) for each in searches]
        keys = [_search_keys(each, person) for each in searches]
        count = len(searches)
        said: dict[str, Any] = {"lines": {"lines": lines}, "keys": keys}
        tell(tx, person, "answer", text="swap-searches", count=count, **said)


def _shift_key(shift: Shift, verb: str) -> Key:
    args = {"number": shift.id, "start": instant(shift.start), "post": {"post": shift.post}}
    data = f"swap:{shift.id}" if verb == "swap" else f"swapgive:{shift.id}"
    return {"label": "button-swap-shift", "data": data, "args": args}


async def _going_on(tx: Tx) -> list[Wanted]:
    found = [await wanted(tx, search) for search in await swaps.all_live(tx, tx.now + FAR)]
    return [each for each in found if each is not None][:MOST]


def _search_line(found: Wanted) -> dict[str, Any]:
    waits = found.search.state is SwapState.TAKEN
    return {
        "text": "swap-search-waits" if waits else "swap-search",
        "number": found.search.id,
        "name": found.holder.name,
        **shift_words(found.part),
    }


def _search_keys(found: Wanted, person: Person) -> list[Key]:
    search, args = found.search, {"number": found.search.id}
    if found.holder.id == person.id:
        return [withdraw_key(search)]
    if search.state is SwapState.TAKEN:
        if not may(person, Role.LEAD):
            return []
        yes = {"label": "button-swap-agree-number", "data": f"swapok:{search.id}", "args": args}
        no = {"label": "button-swap-refuse-number", "data": f"swapno:{search.id}", "args": args}
        return [yes, no]
    return [{"label": "button-swap-take-number", "data": f"swaptake:{search.id}", "args": args}]


def show_choice(tx: Tx, team: Team, person: Person, shift: Shift) -> None:
    """Show what can be done about a shift somebody cannot stand."""
    everybody = {"label": "button-swap-all", "data": f"swapask:{shift.id}", "style": "primary"}
    one = {"label": "button-swap-one", "data": f"swapto:{shift.id}"}
    keys = [[everybody, one]]
    if is_urgent(shift, team.catalog.watch.policy, tx.now):
        now = {"label": "button-swap-now", "data": f"swapnow:{shift.id}", "style": "danger"}
        keys.append([now])
    said: dict[str, Any] = {"number": shift.id, **shift_words(shift), "keys": keys}
    tell(tx, person, "answer", text="swap-what", **said)


async def show_candidates(tx: Tx, team: Team, person: Person, shift: Shift, *, gives: bool) -> None:
    """Show who could stand a shift, those who have rested first."""
    able = [each for each in await candidates(tx, team, shift) if gives or each.id != person.id]
    around = await shifts.between(tx, shift.start - FAR, shift.end + FAR)
    keys: list[Key] = []
    for each in able[:MOST]:
        theirs = [one for one in around if one.person_id == each.id and one.id != shift.id]
        is_tired = least_rest(shift, theirs) < team.catalog.watch.policy.rest
        label = "button-swap-tired" if is_tired else "button-swap-person"
        data = f"swapgive:{shift.id}:{each.id}" if gives else f"swapto:{shift.id}:{each.id}"
        keys.append({"label": label, "data": data, "args": {"name": each.name}})
    rows = [keys[at : at + _IN_A_ROW] for at in range(0, len(keys), _IN_A_ROW)]
    text = "swap-give-whom" if gives else "swap-whom"
    said: dict[str, Any] = {"number": shift.id, **shift_words(shift), "keys": rows}
    tell(tx, person, "answer", text=text, count=len(keys), **said)


async def show_all(tx: Tx, team: Team, lead: Person) -> None:
    """Show a lead the shifts to come with their people, each to be given to somebody else."""
    until = tx.now + team.catalog.watch.policy.gaps_ahead
    coming = [each for each in await shifts.between(tx, tx.now, until) if each.end > tx.now]
    shown: Sequence[Shift] = coming[:MOST]
    known = await people.of_ids(tx, sorted({each.person_id for each in shown}))
    lines = [
        {
            "text": "swap-shift-of",
            "number": each.id,
            "name": known[each.person_id].name,
            **shift_words(each),
        }
        for each in shown
    ]
    more = {"text": "cover-more", "count": len(coming) - MOST} if len(coming) > MOST else ""
    keys = [[_shift_key(each, "give")] for each in shown]
    said: dict[str, Any] = {"lines": {"lines": lines}, "more": more, "keys": keys}
    tell(tx, lead, "answer", text="swap-all" if shown else "swap-all-none", **said)
