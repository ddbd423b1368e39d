"""The checklist of a shift: what its person looks at, ticked with name and time in the log."""

from typing import Any

from sqlalchemy import Row

from bot.domain.errors import Refused
from bot.domain.onwatch import stands
from bot.domain.people import Person, Role, may
from bot.domain.roster import Shift
from bot.domain.team import Team
from bot.services.messages import instant, tell
from bot.services.showing import Under, show
from storage import people, roster, shifts, watchlog
from storage.database import Tx
from storage.watchlog import LogLine

CHECKED = "checked"


async def offer(tx: Tx, team: Team, person: Person, shift: Shift) -> None:
    """Give somebody who has come the checklist of their shift, if the team has one."""
    if team.catalog.watch.checks:
        tell(tx, person, "notice", **await _list(tx, team, shift))


async def show_mine(tx: Tx, team: Team, person: Person) -> None:
    """Show somebody on watch the checklist of each of their shifts."""
    for shift in await _mine(tx, team, person):
        tell(tx, person, "answer", **await _list(tx, team, shift))


async def _mine(tx: Tx, team: Team, person: Person) -> list[Shift]:
    if not team.catalog.watch.checks:
        raise Refused("refused-no-checks")
    mine = await standing(tx, person)
    if not mine:
        raise Refused("refused-check-nobody")
    return mine


async def standing(tx: Tx, person: Person) -> list[Shift]:
    """Return the shifts of watches that somebody has come to, also before and after their time."""
    around, ahead = await roster.around(tx, tx.now), await roster.of_person(tx, person.id, tx.now)
    known = {shift.id: shift for shift in (*around, *ahead)}.values()
    own = [each for each in known if each.person_id == person.id and each.watch_id is not None]
    return [shift for shift in own if stands(shift, tx.now)]


async def unticked(tx: Tx, team: Team, shift: Shift) -> list[str]:
    """Return the codes of what nobody has checked in a shift, in the catalog's order."""
    done = await _ticks(tx, shift)
    return [check.code for check in team.catalog.watch.checks if check.code not in done]


async def _ticks(tx: Tx, shift: Shift) -> dict[str, Row[Any]]:
    rows = await watchlog.of_shift(tx, shift.id, (CHECKED,))
    return {row.details["check"]: row for row in reversed(rows)}


async def _list(tx: Tx, team: Team, shift: Shift) -> dict[str, Any]:
    """Return the checklist as it stands now, with a key for each thing still to be looked at."""
    done = await _ticks(tx, shift)
    known = await people.of_ids(tx, sorted({row.person_id for row in done.values()}))
    codes = [check.code for check in team.catalog.watch.checks]
    lines: list[dict[str, Any]] = []
    for number, code in enumerate(codes, start=1):
        check = {"check": code}
        if code not in done:
            lines.append({"text": "checklist-open", "number": number, "check": check})
            continue
        by = known[done[code].person_id].name
        at = instant(done[code].at)
        lines.append({"text": "checklist-done", "check": check, "name": by, "at": at})
    left = [code for code in codes if code not in done]
    return {
        "text": "checklist" if left else "checklist-whole",
        "post": {"post": shift.post},
        "lines": {"lines": lines},
        "keys": [_keys(shift, code) for code in left],
    }


def _keys(shift: Shift, code: str) -> list[dict[str, Any]]:
    args = {"check": {"check": code}}
    return [{"label": "button-tick", "args": args, "data": f"tick:{shift.id}:{code}"}]


async def tick(
    tx: Tx, team: Team, person: Person, shift_id: int, code: str, under: Under | None = None
) -> None:
    """Somebody has looked: entered once, and shown where it was pressed."""
    shift = await shifts.get(tx, shift_id)
    if code not in {check.code for check in team.catalog.watch.checks}:
        raise Refused("refused-check-gone")
    if shift.person_id != person.id and not may(person, Role.LEAD):
        raise Refused("refused-check-not-yours", name=(await people.get(tx, shift.person_id)).name)
    if shift.watch_id is None or not stands(shift, tx.now):
        raise Refused("refused-check-not-standing")
    before = (await _ticks(tx, shift)).get(code)
    if before is not None:
        by = (await people.get(tx, before.person_id)).name
        check = {"check": code}
        raise Refused("refused-check-done", check=check, name=by, at=instant(before.at))
    details = {"check": code}
    line = LogLine(CHECKED, shift.watch_id, shift.id, person.id, details=details)
    await watchlog.enter(tx, line)
    await show(tx, person, under, **await _list(tx, team, shift))


async def tick_number(tx: Tx, team: Team, person: Person, words: str) -> None:
    """Tick what stands under a number in one's checklist, in the first shift that lacks it."""
    mine = await _mine(tx, team, person)
    checks = team.catalog.watch.checks
    number = int(words[:4])
    if not 1 <= number <= len(checks):
        raise Refused("refused-check-gone")
    code = checks[number - 1].code
    lacking = [shift for shift in mine if code in await unticked(tx, team, shift)]
    await tick(tx, team, person, (lacking or mine)[0].id, code)
