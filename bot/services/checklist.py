"""The checklist of a shift: what its person looks at, ticked with name and time in the log."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from bot.domain.errors import Refused
from bot.domain.onwatch import stands
from bot.domain.people import Person, Role, may
from bot.domain.roster import Shift
from bot.domain.team import Team
from bot.services.messages import instant, tell
from bot.services.own_posts import posts
from bot.services.showing import Under, show
from storage import people, roster, shifts, watchlog
from storage.database import Tx
from storage.watchlog import LogLine

CHECKED = "checked"


async def offer(tx: Tx, team: Team, person: Person, mine: Sequence[Shift]) -> None:
    """Give somebody who has come the checklist, once, if any of their posts looks at it."""
    looking = _looking(team, mine)
    if looking:
        tell(tx, person, "notice", **await _list(tx, team, looking))


def _looking(team: Team, mine: Sequence[Shift]) -> list[Shift]:
    """Return the shifts at posts that look at the checklist; none where there is no checklist."""
    book = team.catalog.watch
    codes = book.posts_that_check() if book.checks else frozenset()
    return [shift for shift in mine if shift.post in codes]


async def show_mine(tx: Tx, team: Team, person: Person) -> None:
    """Show somebody on watch their checklist."""
    tell(tx, person, "answer", **await _list(tx, team, await _mine(tx, team, person)))


async def _mine(tx: Tx, team: Team, person: Person) -> list[Shift]:
    if not team.catalog.watch.checks:
        raise Refused("refused-no-checks")
    mine = await standing(tx, person)
    if not mine:
        raise Refused("refused-check-nobody")
    looking = _looking(team, mine)
    if not looking:
        raise Refused("refused-check-post", post={"post": mine[0].post})
    return looking


async def standing(tx: Tx, person: Person) -> list[Shift]:
    """Return the shifts of watches that somebody has come to, also before and after their time."""
    around, ahead = await roster.around(tx, tx.now), await roster.of_person(tx, person.id, tx.now)
    known = {shift.id: shift for shift in (*around, *ahead)}.values()
    own = [each for each in known if each.person_id == person.id and each.watch_id is not None]
    return [shift for shift in own if stands(shift, tx.now)]


async def unticked(tx: Tx, team: Team, mine: Sequence[Shift]) -> list[str]:
    """Return the codes of what nobody has checked in these shifts, in the catalog's order."""
    looking = _looking(team, mine)
    done = await _ticks(tx, looking)
    codes = [check.code for check in team.catalog.watch.checks] if looking else []
    return [code for code in codes if code not in done]


async def _ticks(tx: Tx, mine: Sequence[Shift]) -> dict[str, Row[Any]]:
    """Return who has looked at what first in these shifts."""
    rows = [row for shift in mine for row in await watchlog.of_shift(tx, shift.id, (CHECKED,))]
    rows.sort(key=lambda row: row.id, reverse=True)
    return {row.details["check"]: row for row in rows}


async def _list(tx: Tx, team: Team, mine: Sequence[Shift]) -> dict[str, Any]:
    """Return the checklist as it stands now, with a key for each thing still to be looked at."""
    done = await _ticks(tx, mine)
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
        "post": posts(mine),
        "lines": {"lines": lines},
        "keys": [_keys(mine[0], code) for code in left],
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
    mine = await _beside(tx, team, shift)
    before = (await _ticks(tx, mine)).get(code)
    if before is not None:
        by = (await people.get(tx, before.person_id)).name
        check = {"check": code}
        raise Refused("refused-check-done", check=check, name=by, at=instant(before.at))
    for one in mine:
        details = {"check": code} | ({} if one is shift else {"twin": True})
        line = LogLine(CHECKED, one.watch_id, one.id, person.id, details=details)
        await watchlog.enter(tx, line)
    await show(tx, person, under, **await _list(tx, team, mine))


async def _beside(tx: Tx, team: Team, shift: Shift) -> list[Shift]:
    """Return a shift and what else its person stands now and looks at: one checklist for all.

    Their ticks are kept for each shift, as each is handed over; the log shows the first.
    """
    holder = await people.get(tx, shift.person_id)
    others = [one for one in await standing(tx, holder) if one.id != shift.id]
    return [shift, *_looking(team, others)]


async def tick_number(tx: Tx, team: Team, person: Person, words: str) -> None:
    """Tick what stands under a number in one's checklist."""
    mine = await _mine(tx, team, person)
    checks = team.catalog.watch.checks
    number = int(words[:4])
    if not 1 <= number <= len(checks):
        raise Refused("refused-check-gone")
    await tick(tx, team, person, mine[0].id, checks[number - 1].code)
