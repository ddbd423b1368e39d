"""A published watch that is called off: its shifts, its clocks, and everybody who relied on it."""

from typing import Any

from bot.domain.people import Person
from bot.domain.roster import Shift, ShiftState
from bot.domain.team import Team
from bot.domain.watch import Watch
from bot.services import arming, confirming, gaps, swaps
from bot.services.messages import leads, tell, tell_team
from storage import due, people, shifts
from storage.database import Tx


async def call_off(tx: Tx, team: Team, watch: Watch, by: Person) -> None:
    """Let nothing of a watch count or ring from now on; what was stood so far stays."""
    await due.drop(tx, arming.TESTS, watch.id)
    await due.drop(tx, confirming.UNCONFIRMED, watch.id)
    told: set[int] = set()
    for shift in await shifts.of_watch(tx, watch.id):
        if shift.state is not ShiftState.DRAFT and not _is_over(shift, tx):
            told.add(shift.person_id)
            await _silence(tx, shift)
            await swaps.withdraw(tx, shift, by)
            await _end(tx, shift)
    await gaps.replan(tx, team)
    await _tell(tx, team, watch, by, told)


def _is_over(shift: Shift, tx: Tx) -> bool:
    waits = shift.checked_in_at is not None and shift.relieved_at is None
    return shift.end <= tx.now and not waits


async def _silence(tx: Tx, shift: Shift) -> None:
    await due.drop(tx, arming.NOTICE, shift.id)
    await due.drop(tx, arming.OPEN, shift.id)
    await due.drop(tx, arming.LATE, shift.id)
    await due.drop(tx, arming.END, shift.id)
    await due.drop(tx, arming.STILL, shift.id)
    await due.drop(tx, arming.SILENT, shift.id)
    await due.drop(tx, arming.HANDOVER, shift.id)


async def _end(tx: Tx, shift: Shift) -> None:
    if shift.start >= tx.now:
        await shifts.change(tx, shift, state=ShiftState.DRAFT.value)
    else:
        relieved = {"relieved_at": tx.now} if shift.checked_in_at is not None else {}
        await shifts.change(tx, shift, end_at=min(shift.end, tx.now), **relieved)


async def _tell(tx: Tx, team: Team, watch: Watch, by: Person, told: set[int]) -> None:
    said: dict[str, Any] = {"name": watch.name, "by": by.name}
    reached = {person.id: person for person in await leads(tx)} | await people.of_ids(
        tx, sorted(told)
    )
    for person in reached.values():
        if person.id != by.id and person.active:
            text = "watch-called-off-yours" if person.id in told else "watch-called-off"
            tell(tx, person, "notice", text=text, **said)
    tell_team(tx, team, "notice", text="watch-called-off", **said)
