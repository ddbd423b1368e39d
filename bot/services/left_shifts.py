"""What somebody who has left the team leaves: others are asked, one card for each watch."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from bot.domain.people import Person
from bot.domain.roster import Shift, is_running
from bot.domain.swaps import Swap, is_urgent
from bot.domain.team import Team
from bot.services import following, gaps, reminding, swap_cards
from bot.services.asking import ask, going_on, remind_later
from bot.services.giving import EXPIRE
from bot.services.messages import instant, leads, tell
from bot.services.swap_words import shift_words
from bot.services.wanting import Wanted, must
from storage import due, roster, swaps, watches, watchlog
from storage.database import Tx
from storage.due import Due
from storage.watchlog import LogLine

MOST_KEYS = 20


async def leave(tx: Tx, team: Team, leaver: Person) -> None:
    """Look for somebody for every shift of a watch that a leaver has left without anybody.

    What runs or is near is called for at once; all else of one watch is asked for together.
    """
    theirs = await roster.of_person(tx, leaver.id, tx.now)
    own = [shift for shift in theirs if shift.watch_id is not None]
    near = [shift for shift in own if is_urgent(shift, team.catalog.watch.policy, tx.now)]
    for shift in near:
        await ask(tx, team, shift, urgent=True)
    later = sorted((shift for shift in own if shift not in near), key=_watch_of)
    for watch_id, group in groupby(later, key=_watch_of):
        await _ask_for(tx, team, watch_id, list(group))
    for watch_id in {_watch_of(shift) for shift in own}:
        await following.changed(tx, watch_id)
    await gaps.replan(tx, team)
    if any(shift.watch_id is None and is_running(shift, tx.now) for shift in theirs):
        await gaps.opened(tx, team)


def _watch_of(shift: Shift) -> int:
    return shift.watch_id or 0


async def _ask_for(tx: Tx, team: Team, watch_id: int, left: Sequence[Shift]) -> None:
    """Ask whoever could stand any of it, the group and, in one message, the leads."""
    searches = [await _begin(tx, team, shift) for shift in left]
    found = [await must(tx, search) for search in searches if search is not None]
    if not found:
        return
    theirs = await reminding.for_each(tx, team, found)
    for person, own in theirs:
        swap_cards.send(tx, person, own)
    swap_cards.send_team(tx, team, found)
    able = {each.search.id for _, own in theirs for each in own}
    said = _said_to_leads(found, able, (await watches.get(tx, watch_id)).name)
    for lead in await leads(tx):
        tell(tx, lead, "notice", **said)


def _said_to_leads(found: Sequence[Wanted], able: set[int], watch: str) -> dict[str, Any]:
    """Return what leads hear of it, with the keys to give each shift to somebody."""
    lines = [
        {
            "text": "swap-left-line" if each.search.id in able else "swap-left-line-nobody",
            "number": each.shift.id,
            **shift_words(each.part),
        }
        for each in found
    ]
    keys = [
        {
            "label": "button-swap-shift",
            "data": f"swapgive:{each.shift.id}",
            "args": {
                "number": each.shift.id,
                "start": instant(each.part.start),
                "post": {"post": each.part.post},
            },
        }
        for each in found[:MOST_KEYS]
    ]
    return {
        "text": "swap-left",
        "name": found[0].holder.name,
        "watch": watch,
        "count": len(found),
        "lines": {"lines": lines},
        "keys": [[key] for key in keys],
    }


async def _begin(tx: Tx, team: Team, shift: Shift) -> Swap | None:
    """Begin a search for a whole shift without asking anybody yet; None when one goes on."""
    if await going_on(tx, shift) is not None:
        return None
    search = await swaps.add(tx, Swap(0, shift.id, shift.person_id, shift.start, shift.end))
    times = {"start": shift.start.isoformat(), "end": shift.end.isoformat()}
    details = {"urgent": False, **times}
    line = LogLine("swap-asked", shift.watch_id, shift.id, shift.person_id, details=details)
    await watchlog.enter(tx, line)
    await due.schedule(tx, Due(EXPIRE, shift.id, shift.start))
    await remind_later(tx, team, search)
    return search
