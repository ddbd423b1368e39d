"""A published watch that is called off: its shifts, its clocks, and everybody who relied on it."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.people import Person
from bot.domain.roster import Shift, ShiftState
from bot.domain.team import Team
from bot.domain.watch import Watch, WatchState
from bot.services import arming, confirming, following, gaps, giving, rosters, swap_cards
from bot.services.messages import leads, tell, tell_team
from storage import due, people, shifts, swaps, watches, watchlog
from storage.database import Tx
from storage.watchlog import LogLine

_OF_WATCH = (arming.TESTS, arming.MISSING, arming.UNWATCHED, confirming.UNCONFIRMED)
_CLOCKS = (
    *(arming.NOTICE, arming.OPEN, arming.LATE, arming.END),
    *(arming.STILL, arming.SILENT, arming.HANDOVER),
    *(giving.REMIND, giving.EXPIRE, giving.WIDEN),
)


async def call_off(tx: Tx, team: Team, watch: Watch, by: Person) -> None:
    """Let nothing of a watch count or ring from now on; what was stood so far stays."""
    await due.drop_all(tx, _OF_WATCH, (watch.id,))
    found = [
        shift
        for shift in await shifts.of_watch(tx, watch.id)
        if shift.state is not ShiftState.DRAFT and not _is_over(shift, tx)
    ]
    await due.drop_all(tx, _CLOCKS, [shift.id for shift in found])
    await _end(tx, found)
    await _end_searches(tx, found, by)
    await following.stop(tx, watch.id)
    was_pinned = await rosters.unpin(tx, watch.id)
    await gaps.replan(tx, team)
    told = {shift.person_id for shift in found}
    more = {"pinned": was_pinned, "applies": await _applies(tx, watch)}
    await _tell(tx, team, watch, by, told, more)


def _is_over(shift: Shift, tx: Tx) -> bool:
    waits = shift.checked_in_at is not None and shift.relieved_at is None
    return shift.end <= tx.now and not waits


async def _end(tx: Tx, found: Sequence[Shift]) -> None:
    """Take off what is to come; what has begun ends now, and who came is relieved."""
    coming = [shift.id for shift in found if shift.start >= tx.now]
    begun = [shift.id for shift in found if shift.start < tx.now]
    if coming:
        await shifts.take_off(tx, coming)
    if begun:
        await shifts.end_now(tx, begun)


async def _end_searches(tx: Tx, found: Sequence[Shift], by: Person) -> None:
    """Look for nobody any more, and let the cards that asked say so."""
    searches = await swaps.live_of(tx, [shift.id for shift in found])
    if not searches:
        return
    await swaps.withdraw_all(tx, [search.id for search in searches], by.id)
    watch_of = {shift.id: shift.watch_id for shift in found}
    for each in searches:
        line = LogLine("swap-withdrawn", watch_of[each.shift_id], each.shift_id, by.id)
        await watchlog.enter(tx, line)
    await swap_cards.follow(tx, searches)


async def _applies(tx: Tx, watch: Watch) -> dict[str, Any]:
    """Say which roster holds instead, and from when on: another watch's or the normal one."""
    start = max(tx.now, watch.start)
    others = await watches.touching(tx, start, watch.end, (WatchState.PUBLISHED,))
    text = "watch-applies-other" if others else "watch-applies-normal"
    names = {"list": [other.name for other in others]}
    return {"text": text, "names": names, "begun": watch.start <= tx.now}


async def _tell(
    tx: Tx, team: Team, watch: Watch, by: Person, told: set[int], more: Mapping[str, Any]
) -> None:
    said: dict[str, Any] = {"name": watch.name, "by": by.name, "applies": more["applies"]}
    reached = {person.id: person for person in await leads(tx)} | await people.of_ids(
        tx, sorted(told)
    )
    for person in reached.values():
        if person.id != by.id and person.active:
            text = "watch-called-off-yours" if person.id in told else "watch-called-off"
            tell(tx, person, "notice", text=text, **said)
    unpinned = {"text": "watch-unpinned"} if more["pinned"] else ""
    tell_team(tx, team, "notice", text="watch-called-off-team", **said, unpinned=unpinned)
