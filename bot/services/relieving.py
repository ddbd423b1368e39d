"""Who comes and who may go: a shift is stood from its check-in until somebody relieves it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.domain.errors import Refused
from bot.domain.onwatch import is_relieved, relief_of, was_away
from bot.domain.roster import Shift, ShiftState, is_held
from bot.domain.team import Team
from bot.domain.watch import Watch, WatchState
from bot.services.arming import (
    END,
    LATE,
    OPEN,
    SILENT,
    STILL,
    beside,
    schedule_still,
)
from bot.services.messages import instant, tell
from storage import due, handovers, people, shifts, watches, watchlog
from storage.database import Tx
from storage.watchlog import LogLine

ALIVE = (WatchState.PUBLISHED,)
ENDING = (WatchState.PUBLISHED, WatchState.ENDED)


async def of_watch(
    tx: Tx, shift_id: int, states: Sequence[WatchState] = ALIVE
) -> tuple[Shift, Watch] | None:
    """Return a shift with its watch; None when it is not, or no longer, one that counts."""
    shift = await shifts.find(tx, shift_id)
    if shift is None or shift.watch_id is None or shift.state is ShiftState.DRAFT:
        return None
    watch = await watches.get(tx, shift.watch_id)
    return (shift, watch) if watch.state in states else None


async def must_count(tx: Tx, shift_id: int) -> Shift:
    """Return a shift of a published watch; Refused when there is none."""
    found = await of_watch(tx, shift_id)
    if found is None:
        raise Refused("refused-shift-gone")
    return found[0]


async def stand(tx: Tx, team: Team, before: Shift, after: Shift, line: LogLine) -> None:
    """Keep that the person of a shift is there; who waited for them at the post may go."""
    values = {"checked_in_at": after.checked_in_at, "state": after.state.value}
    if not await shifts.change(tx, before, **values):
        raise Refused("refused-shift-gone")
    await watchlog.enter(tx, line)
    await due.drop(tx, OPEN, after.id)
    await due.drop(tx, LATE, after.id)
    await due.drop(tx, SILENT, after.id)
    await schedule_still(tx, team, after, tx.now)
    await relieve(tx, after)


async def relieve(tx: Tx, shift: Shift) -> None:
    """Let everybody go who stayed at the post of a shift beyond their own, and need no longer."""
    known = await beside(tx, shift)
    for one in known:
        if one.post != shift.post or not is_held(one, tx.now):
            continue
        if is_relieved(one, known, tx.now) or await _is_confirmed(tx, one):
            await _let_go(tx, one, relief_of(one, known, tx.now))


async def _is_confirmed(tx: Tx, shift: Shift) -> bool:
    handover = await handovers.find(tx, shift.id)
    return handover is not None and handover.confirmed_at is not None


async def _let_go(tx: Tx, shift: Shift, relief: Shift | None) -> None:
    at, proven = await _left_at(tx, shift, relief)
    if not await shifts.change(tx, shift, relieved_at=at):
        return
    await due.drop(tx, STILL, shift.id)
    await due.drop(tx, SILENT, shift.id)
    by = None if relief is None else await people.get(tx, relief.person_id)
    details: dict[str, Any] = {} if by is None else {"by": by.name}
    details |= {} if proven else {"proven": False}
    await watchlog.enter(
        tx, LogLine("relieved", shift.watch_id, shift.id, shift.person_id, details=details)
    )
    if by is not None and by.id == shift.person_id:
        return
    person = await people.get(tx, shift.person_id)
    said = {"post": {"post": shift.post}, "at": instant(shift.end), "holder_id": person.id}
    if by is None:
        tell(tx, person, "shift-notice", shift.id, text="relieved-over", **said)
    else:
        tell(tx, person, "shift-notice", shift.id, text="relieved-by", name=by.name, **said)


async def _left_at(tx: Tx, shift: Shift, relief: Shift | None) -> tuple[datetime, bool]:
    """Return when somebody could go as far as is known, and whether that is proven.

    Nobody is counted for the hours in which the bot was away: only to the end of the shift, or
    until they signed.
    """
    if relief is None:
        near = await beside(tx, shift)
        ends = (one.end for one in near if one.post == shift.post and one.end <= tx.now)
        return max(ends, default=shift.end), True
    if not await _was_away(tx, shift):
        return tx.now, True
    came = relief.checked_in_at
    if came is not None and came <= shift.end:
        return shift.end, True
    handover = await handovers.find(tx, shift.id)
    signed = handover.signed_at if handover is not None else None
    return max(shift.end, signed or shift.end), False


async def _was_away(tx: Tx, shift: Shift) -> bool:
    """Tell whether the bot was not there when a shift ended."""
    ended_at = await due.last_done(tx, END, shift.id)
    return was_away(shift.end, ended_at or tx.now)
