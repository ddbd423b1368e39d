"""The one way in which a published shift, or a part of it, changes hands."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bot.domain.absence import period
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.roster import Shift, ShiftState, is_running
from bot.domain.swaps import SwapState, check_gives, collide, handed
from bot.domain.team import Team
from bot.services import arming, following, gaps, rosters, swap_cards
from bot.services.messages import leads, tell, tell_team
from bot.services.swap_words import answer_keys, seek_key, shift_words
from storage import due, people, roster, shifts, swaps, watchlog
from storage.database import Tx
from storage.watchlog import LogLine

REMIND, EXPIRE, WIDEN = "swap-reminder", "swap-expiry", "swap-others"
AROUND = timedelta(days=2)


class Part(Struct, frozen=True):
    """What is to change hands: a shift from `start` up to `end`.

    `insists`: to somebody who stands another post meanwhile. `agreed`: they have said yes to it.
    `quiet`: whoever has had it hears of it in other words. `text`: how leads and group are told.
    """

    shift: Shift
    start: datetime
    end: datetime
    insists: bool = False
    agreed: bool = False
    quiet: bool = False
    text: str = "swap-given"


async def give(  # noqa: PLR0913 who gives what to whom, and why
    tx: Tx,
    team: Team,
    shift: Shift,
    to: Person,
    by: Person | None,
    why: str,
    *,
    insists: bool = False,
) -> Shift:
    """Give a whole shift to somebody else and tell everybody; returns what they have now."""
    agreed = by is None or by.id == to.id
    part = Part(shift, shift.start, shift.end, insists, agreed)
    return await give_part(tx, team, part, to, by, why)


async def check(tx: Tx, part: Part, to: Person) -> Shift:
    """Return the part as a shift of its own; Refused when it cannot be theirs."""
    wanted = replace(part.shift, start=part.start, end=part.end)
    theirs = [
        each
        for each in await roster.of_person(tx, to.id, part.start - AROUND)
        if each.id != part.shift.id
    ]
    check_gives(wanted, to, theirs, tx.now, insists=part.insists)
    return wanted


async def give_part(
    tx: Tx, team: Team, part: Part, to: Person, by: Person | None, why: str
) -> Shift:
    """Give a part of a shift to somebody else; what is left stays with whom it was."""
    shift, former = part.shift, await people.get(tx, part.shift.person_id)
    if shift.state is ShiftState.DRAFT:
        raise Refused("refused-shift-gone")
    part = _from_now(part, tx.now)
    await check(tx, part, to)
    pieces = await _cut(tx, part, to)
    given = next(each for each in pieces if each.start == part.start)
    await _end_search(tx, part.shift, to, by)
    for piece in pieces:
        await arming.arm_shift(tx, team, piece)
    details = {
        "from": former.name,
        "to": to.name,
        "to_id": to.id,
        "start": given.start.isoformat(),
        "end": given.end.isoformat(),
    }
    author = by.id if by is not None else to.id
    line = LogLine("given", shift.watch_id, given.id, author, why or None, details)
    await watchlog.enter(tx, line)
    if former.active and not part.quiet:
        said = {"name": to.name, **shift_words(given)}
        tell(tx, former, "notice", text="swap-given-former", **said)
    await _tell(tx, team, given, (former, to, by), part)
    await following.changed(tx, shift.watch_id)
    await gaps.replan(tx, team)
    return given


def _from_now(part: Part, now: datetime) -> Part:
    """Leave the holder the time in which they stood there; who never came has none."""
    stood = part.shift.checked_in_at is not None and is_running(part.shift, now)
    if not stood or part.start >= now:
        return part
    return replace(part, start=max(part.shift.start, now.replace(second=0, microsecond=0)))


async def _cut(tx: Tx, part: Part, to: Person) -> list[Shift]:
    """Keep the pieces; the first has the old row, and whoever is taken over from may go."""
    state = ShiftState.CONFIRMED if part.agreed else ShiftState.PLANNED
    kept: list[Shift] = []
    for piece in handed(part.shift, part.start, part.end, to.id):
        own = replace(piece, state=state) if piece.person_id == to.id else piece
        if own.id:
            goes = own.person_id != to.id and own.end <= tx.now
            await _change(tx, part.shift, replace(own, relieved_at=tx.now) if goes else own)
            kept.append(await shifts.get(tx, own.id))
        else:
            kept.append(await shifts.get(tx, await shifts.add(tx, own)))
    return kept


async def _change(tx: Tx, before: Shift, after: Shift) -> None:
    values: dict[str, Any] = {"end_at": after.end}
    if after.person_id != before.person_id:
        values |= {"person_id": after.person_id, "state": after.state.value}
        confirmed = after.state is ShiftState.CONFIRMED
        values |= {"answered_at": tx.now if confirmed else None, "checked_in_at": None}
    values["relieved_at"] = after.relieved_at
    if not await shifts.change(tx, before, **values):
        raise Refused("refused-swap-changed")


async def _end_search(tx: Tx, shift: Shift, to: Person, by: Person | None) -> None:
    """End the search for somebody, if one goes on: there is somebody now."""
    search = await swaps.live(tx, shift.id)
    if search is not None:
        done = replace(
            search,
            state=SwapState.DONE,
            taken_by_id=to.id,
            taken_at=search.taken_at or tx.now,
            decided_by_id=by.id if by is not None else None,
            decided_at=tx.now,
        )
        await swap_cards.keep(tx, search, done)
    await stop_clocks(tx, shift.id)


async def stop_clocks(tx: Tx, *shift_ids: int) -> None:
    """Call off what the searches for somebody to stand these shifts would still do."""
    await due.drop_all(tx, (REMIND, EXPIRE, WIDEN), shift_ids)


async def _tell(
    tx: Tx,
    team: Team,
    shift: Shift,
    who: tuple[Person, Person, Person | None],
    part: Part,
) -> None:
    """Tell whoever has it now, and show leads and group the roster as it is from now on."""
    former, to, by = who
    said: dict[str, Any] = {"former": former.name, "name": to.name, **shift_words(shift)}
    if by is None or by.id != to.id:
        keys = [] if part.agreed else answer_keys(shift)
        text = "swap-given-you" if part.agreed else "swap-given-ask"
        tell(tx, to, "notice", text=text, keys=keys, **said)
    said["roster"] = await effective(tx, team, shift)
    others = await _elsewhere(tx, shift)
    said["twice"] = _twice(to, shift, others) if others else ""
    keys = [[seek_key(each)] for each in others]
    known = {each.id for each in (former, to) if each.active}
    for lead in await leads(tx):
        if lead.id not in known:
            tell(tx, lead, "notice", text=part.text, keys=keys, **said)
    tell_team(tx, team, "notice", text=part.text, **said)


async def _elsewhere(tx: Tx, shift: Shift) -> list[Shift]:
    """Return what its person stands besides at the same time."""
    theirs = await roster.of_person(tx, shift.person_id, shift.start)
    return [each for each in theirs if collide(shift, each)]


def _twice(to: Person, shift: Shift, others: Sequence[Shift]) -> dict[str, Any]:
    posts = [{"post": each.post} for each in (shift, *others)]
    return {"text": "swap-given-twice", "name": to.name, "posts": {"list": posts}}


async def effective(tx: Tx, team: Team, shift: Shift) -> dict[str, Any]:
    """Return the roster of the day on which a shift begins, as it is now, as lines of a text."""
    day = shift.start.astimezone(team.zone).date()
    return await rosters.effective(tx, team, *period(day, day, team.zone))


async def tell_change(tx: Tx, team: Team, text: str, shift: Shift, but: Sequence[int]) -> None:
    """Show leads and group how the roster is after a place was filled."""
    holder = await people.get(tx, shift.person_id)
    said = {"name": holder.name, **shift_words(shift), "roster": await effective(tx, team, shift)}
    for lead in await leads(tx):
        if lead.id not in but:
            tell(tx, lead, "notice", text=text, **said)
    tell_team(tx, team, "notice", text=text, **said)
