"""The alarm clocks of a watch: everything its shifts will need, set once and harmless to set again.

All of it is about the shift (`subject_id`), never about its person: whoever holds the shift when a
clock rings is reminded, asked or missed.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.onwatch import late_from, next_notice, next_still, opens_at, stands
from bot.domain.roster import LONGEST_STAY, Shift, ShiftState
from bot.domain.team import Team
from bot.domain.watch import Watch, WatchState
from storage import due, outbox, people, shifts, test_pages, watches, watchlog
from storage.database import Tx
from storage.due import Due

NOTICE, OPEN, LATE, END = "shift-notice", "shift-open", "shift-late", "shift-end"
STILL, SILENT = "shift-still", "shift-silent"
HANDOVER = "handover-unsigned"
TESTS, WATCH_END = "test-pages", "watch-end"  # about a watch
MISSING, UNWATCHED = "watch-missing", "watch-unwatched"  # about a watch


async def arm_watch(tx: Tx, team: Team, watch: Watch) -> None:
    """Set the clocks of every shift of a published watch, of its test page and of its end.

    It ends when its last hand-over should be signed.
    """
    if watch.state is not WatchState.PUBLISHED:
        return
    ends = watch.end + team.catalog.watch.policy.handover_within
    await due.schedule(tx, Due(WATCH_END, watch.id, ends))
    found = [one for one in await shifts.of_watch(tx, watch.id) if one.end > tx.now]
    for shift in found:
        if shift.state is not ShiftState.DRAFT:
            await _arm(tx, team, shift)
    first = min((one.start for one in found), default=tx.now)
    if first > tx.now and not await test_pages.of_watch(tx, watch.id):
        at = max(tx.now, first - team.catalog.watch.policy.test_before)
        await due.schedule(tx, Due(TESTS, watch.id, at))


async def arm_shift(tx: Tx, team: Team, shift: Shift) -> None:
    """Set the clocks of one shift from what is true now; what has run out is not set again."""
    if await _counts(tx, shift) and tx.now < shift.end + LONGEST_STAY:
        await _arm(tx, team, shift)


async def _arm(tx: Tx, team: Team, shift: Shift) -> None:
    if shift.relieved_at is not None:
        await due.drop(tx, END, shift.id)
    elif shift.end > tx.now or shift.checked_in_at is not None:
        await due.schedule(tx, Due(END, shift.id, max(tx.now, shift.end)))
    policy = team.catalog.watch.policy
    at = next_notice(shift, policy, tx.now)
    if at is not None:
        await due.schedule(tx, Due(NOTICE, shift.id, at))
    if shift.checked_in_at is not None:
        await _arm_still(tx, team, shift)
    elif tx.now < shift.end:
        await _arm_checkin(tx, team, shift)


async def _counts(tx: Tx, shift: Shift) -> bool:
    if shift.watch_id is None or shift.state is ShiftState.DRAFT:
        return False
    return (await watches.get(tx, shift.watch_id)).state is WatchState.PUBLISHED


async def _arm_checkin(tx: Tx, team: Team, shift: Shift) -> None:
    """Call for the check-in, unless this holder has been called; miss them, unless a lead knows."""
    policy = team.catalog.watch.policy
    if opens_at(shift, policy) > tx.now or not await was_called(tx, shift):
        await due.schedule(tx, Due(OPEN, shift.id, max(tx.now, opens_at(shift, policy))))
    late = late_from(shift, policy)
    if late > tx.now:
        await due.schedule(tx, Due(LATE, shift.id, late))
    elif await due.waiting(tx, LATE, shift.id) is None and not await is_known(tx, shift):
        await due.schedule(tx, Due(LATE, shift.id, tx.now + policy.checkin_late))


async def was_called(tx: Tx, shift: Shift) -> bool:
    """Tell whether the holder of a shift has been asked to check in."""
    person = await people.get(tx, shift.person_id)
    if person.telegram_id is None:
        return False
    return await outbox.newest(tx, "shift-call", person.telegram_id, shift.id) is not None


async def is_known(tx: Tx, shift: Shift) -> bool:
    """Tell whether a lead knows already that the holder of a shift is missing."""
    lines = await watchlog.of_shift(tx, shift.id, ("known",))
    return any(line.details["holder_id"] == shift.person_id for line in lines)


async def _arm_still(tx: Tx, team: Team, shift: Shift) -> None:
    asked = [await due.waiting(tx, kind, shift.id) for kind in (STILL, SILENT)]
    if stands(shift, tx.now) and asked == [None, None]:
        await schedule_still(tx, team, shift, tx.now)


async def schedule_still(tx: Tx, team: Team, shift: Shift, seen_at: datetime) -> None:
    """Ask the person of a shift "still there?" some time after they were seen, or not again."""
    watch = await watches.get(tx, shift.watch_id or 0)
    policy = team.catalog.watch.policy
    at = next_still(shift, seen_at, policy, team.zone) if watch.plan.still_asked else None
    if at is None:
        await due.drop(tx, STILL, shift.id)
    else:
        await due.schedule(tx, Due(STILL, shift.id, at))


async def beside(tx: Tx, shift: Shift) -> Sequence[Shift]:
    """Return the shifts of watches near one shift, from among which it is relieved."""
    near = await shifts.between(tx, shift.start - LONGEST_STAY, shift.end + LONGEST_STAY)
    return [one for one in near if one.watch_id is not None]
