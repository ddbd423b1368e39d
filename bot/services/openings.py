"""Places of a published watch that nobody fills: the first who is asked and says yes has it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from bot.domain.cover import openings
from bot.domain.errors import Refused
from bot.domain.people import Person, Role
from bot.domain.roster import Shift, ShiftState
from bot.domain.swaps import able, check_gives
from bot.domain.team import Team
from bot.domain.trouble import Opening
from bot.domain.watch import Watch, WatchState
from bot.services import arming, cover, following, gaps
from bot.services.giving import AROUND, Part, give_part, tell_change
from bot.services.messages import instant, tell, tell_team
from bot.services.swap_words import answer_keys, shift_words
from storage import absence, people, roster, shifts, watches, watchlog
from storage.database import Tx
from storage.watchlog import LogLine

_INSTANT = timedelta(microseconds=1)
ASKED_LATELY = timedelta(minutes=10)
ASKED = (Role.RESPONDER, Role.LEAD)  # whoever only runs the bot is not asked


async def ahead(tx: Tx, team: Team) -> list[Opening]:
    """Return the empty places of published watches that are not over, earliest first."""
    until = tx.now + team.catalog.watch.policy.gaps_ahead
    view = await cover.look(tx, team, tx.now, until)
    return sorted(
        opening
        for watch in view.watches
        for opening in openings(watch, view.shifts, view.zone)
        if opening.end > tx.now and opening.start < until
    )


async def numbered(tx: Tx, team: Team, number: int) -> Opening:
    """Return the empty place with that number in the list; Refused when there is none."""
    found = await ahead(tx, team)
    if not 0 < number <= len(found):
        raise Refused("refused-opening-gone")
    return found[number - 1]


async def _must(tx: Tx, team: Team, watch_id: int, start: int, seat: int) -> Opening:
    """Return an empty place by watch, beginning (in seconds) and post; Refused when filled."""
    watch = await watches.get(tx, watch_id)
    if watch.state is not WatchState.PUBLISHED or not 0 <= seat < len(watch.plan.seats):
        raise Refused("refused-opening-gone")
    for opening in await _of_watch(tx, team, watch):
        if (int(opening.start.timestamp()), opening.seat) == (start, seat):
            return opening
    raise Refused("refused-opening-gone")


async def _of_watch(tx: Tx, team: Team, watch: Watch) -> list[Opening]:
    view = await cover.look(tx, team, watch.start, watch.end)
    found = openings(watch, view.shifts, view.zone)
    return [opening for opening in found if opening.end > tx.now]


def _as_shift(opening: Opening, person_id: int = 0) -> Shift:
    start, end, post = opening.start, opening.end, opening.post
    return Shift(0, start, end, post, person_id, opening.watch_id, ShiftState.CONFIRMED)


async def seek(
    tx: Tx, team: Team, lead: Person, watch_id: int, start: int, seat: int
) -> list[Person]:
    """Ask whoever could stand at an empty place, and the group; returns who was asked."""
    opening = await _must(tx, team, watch_id, start, seat)
    await _not_just_asked(tx, opening)
    wanted = _as_shift(opening)
    asked = [each for each in await candidates(tx, team, wanted) if each.id != lead.id]
    data = f"opening:{watch_id}:{start}:{seat}"
    keys = [[{"label": "button-swap-take", "data": data, "style": "primary"}]]
    said: dict[str, Any] = {"text": "opening-card", **shift_words(wanted), "keys": keys}
    for person in asked:
        tell(tx, person, "notice", **said)
    tell_team(tx, team, "notice", **said)
    names = [person.name for person in asked]
    details = {"post": opening.post, "start": opening.start.isoformat(), "asked": names}
    await watchlog.enter(tx, LogLine("opening-asked", watch_id, None, lead.id, details=details))
    return asked


async def _not_just_asked(tx: Tx, opening: Opening) -> None:
    """Refuse to ask everybody again who was asked a moment ago, by a second press or lead."""
    place = (opening.post, opening.start.isoformat())
    for line in await watchlog.between(
        tx, tx.now - ASKED_LATELY, tx.now + _INSTANT, opening.watch_id
    ):
        asked = line.details.get("post"), line.details.get("start")
        if line.kind == "opening-asked" and asked == place:
            raise Refused("refused-opening-asked", at=instant(line.at))


async def candidates(tx: Tx, team: Team, part: Shift, but: Sequence[int] = ()) -> list[Person]:
    """Return who could stand a part of a shift, the rested first."""
    members = [each for each in await people.with_roles(tx, ASKED) if each.id not in but]
    around = await shifts.between(tx, part.start - AROUND, part.end + AROUND)
    theirs: dict[int, list[Shift]] = {}
    for shift in around:
        if shift.id != part.id or not part.id:
            theirs.setdefault(shift.person_id, []).append(shift)
    away = {each.person_id for each in await absence.between(tx, part.start, part.end)}
    return able(part, members, theirs, away, team.catalog.watch.policy.rest)


async def take(tx: Tx, team: Team, person: Person, watch_id: int, start: int, seat: int) -> Shift:
    """Fill an empty place with whoever was first to say that they will stand there."""
    opening = await _must(tx, team, watch_id, start, seat)
    return await fill(tx, team, opening, person, by=person)


async def fill(
    tx: Tx, team: Team, opening: Opening, person: Person, *, by: Person, insists: bool = False
) -> Shift:
    """Fill an empty place; the shift of somebody who has left the team changes hands instead.

    Of two who would fill it at once the second is refused.
    """
    await _hold(tx, team, opening)
    agreed = by.id == person.id
    left = await _left_behind(tx, opening)
    if left is not None:
        part = Part(left, opening.start, opening.end, insists, agreed)
        return await give_part(tx, team, part, person, by, "")
    wanted = _as_shift(opening)
    if opening.start < tx.now:
        wanted = replace(wanted, start=tx.now.replace(second=0, microsecond=0))
    theirs = await roster.of_person(tx, person.id, wanted.start)
    check_gives(wanted, person, theirs, tx.now, insists=insists)
    state = ShiftState.CONFIRMED if agreed else ShiftState.PLANNED
    new_id = await shifts.add(tx, replace(wanted, person_id=person.id, state=state))
    shift = await shifts.get(tx, new_id)
    details = {"post": shift.post, "to": person.name, "to_id": person.id}
    line = LogLine("opening-filled", shift.watch_id, shift.id, by.id, details=details)
    await watchlog.enter(tx, line)
    await arming.arm_shift(tx, team, shift)
    if not agreed:
        said = {"name": by.name, **shift_words(shift), "keys": answer_keys(shift)}
        tell(tx, person, "notice", text="opening-yours", **said)
    await tell_change(tx, team, "opening-filled", shift, (person.id,))
    await following.changed(tx, shift.watch_id)
    await gaps.replan(tx, team)
    return shift


async def _hold(tx: Tx, team: Team, opening: Opening) -> None:
    """Let nobody else fill places meanwhile; Refused when this one is not empty any more."""
    if not await watches.hold(tx, opening.watch_id):
        raise Refused("refused-opening-gone")
    empty = await _of_watch(tx, team, await watches.get(tx, opening.watch_id))
    place = (opening.start, opening.end, opening.seat)
    if place not in {(each.start, each.end, each.seat) for each in empty}:
        raise Refused("refused-opening-gone")


async def _left_behind(tx: Tx, opening: Opening) -> Shift | None:
    """Return the shift of somebody inactive that stands in an empty place."""
    found = [
        each
        for each in await shifts.of_watch(tx, opening.watch_id)
        if each.post == opening.post
        and each.state is not ShiftState.DRAFT
        and each.start <= opening.start
        and opening.end <= each.end
    ]
    known = await people.of_ids(tx, sorted({each.person_id for each in found}))
    return next((each for each in found if not known[each.person_id].active), None)
