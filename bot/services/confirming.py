"""What watchers answer to a published roster: they will be there, or somebody else is found."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import groupby
from typing import Any

from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.roster import Shift, ShiftState
from bot.domain.swaps import is_urgent
from bot.domain.team import Team
from bot.domain.watch import Watch, WatchState
from bot.services import arming, following, gaps, swaps
from bot.services.messages import instant, leads, tell
from bot.services.shift_words import shift_text
from bot.services.showing import Under, offered, show
from storage import due, outbox, people, roster, shifts, watches, watchlog
from storage.database import Tx
from storage.due import Due
from storage.watchlog import LogLine

UNCONFIRMED = "confirm-late"  # about a watch
MOST_KEYS = 20
_YOURS = "your-watch"
_MARKS = {
    ShiftState.PLANNED: "your-shift-open",
    ShiftState.CONFIRMED: "your-shift-confirmed",
    ShiftState.DECLINED: "your-shift-declined",
}
Key = dict[str, Any]


async def ask_all(tx: Tx, team: Team, watch: Watch) -> None:
    """Send everybody on a watch their shifts, and look later who has not answered."""
    found = sorted(await _ahead(tx, watch.id), key=lambda shift: shift.person_id)
    known = await people.of_ids(tx, [shift.person_id for shift in found])
    for person_id, own in groupby(found, key=lambda shift: shift.person_id):
        tell(tx, known[person_id], "notice", **_yours(team, watch, list(own)))
    await _look_later(tx, team, watch)


async def ask(tx: Tx, team: Team, watch: Watch, shift: Shift) -> None:
    """Send somebody a shift they were given after the roster was published."""
    person = await people.get(tx, shift.person_id)
    tell(tx, person, "notice", **_yours(team, watch, [shift]))
    if await due.waiting(tx, UNCONFIRMED, watch.id) is None:
        await _look_later(tx, team, watch)


async def _ahead(tx: Tx, watch_id: int) -> list[Shift]:
    """Return the shifts of a watch that count and are not over."""
    found = await shifts.of_watch(tx, watch_id)
    return [one for one in found if one.end > tx.now and one.state is not ShiftState.DRAFT]


def _yours(team: Team, watch: Watch, own: Sequence[Shift]) -> dict[str, Any]:
    """Return somebody's shifts in a watch as a text with its keys."""
    ordered = sorted(own, key=lambda shift: (shift.start, shift.id))
    lines = [
        {
            "text": _MARKS[shift.state],
            "shift": shift_text(shift.start, shift.end, team.zone),
            "post": {"post": shift.post},
            "number": shift.id,
        }
        for shift in ordered
    ]
    return {
        "text": _YOURS,
        "name": watch.name,
        "count": len(ordered),
        "open": sum(shift.state is ShiftState.PLANNED for shift in ordered),
        "lines": {"lines": lines},
        "keys": _keys(watch, ordered),
    }


def _keys(watch: Watch, own: Sequence[Shift]) -> list[list[Key]]:
    waiting = [shift for shift in own if shift.state is ShiftState.PLANNED]
    if len(own) == 1:
        return [_pair(own[0], "-shift")]
    every = {"label": "button-confirm-all", "data": f"confirmall:{watch.id}", "style": "success"}
    rows = [_pair(shift, "-number") for shift in own[:MOST_KEYS]]
    return [[every], *rows] if waiting else rows


def _pair(shift: Shift, which: str) -> list[Key]:
    args = {"number": shift.id}
    confirm: Key = {"label": f"button-confirm{which}", "data": f"confirm:{shift.id}", "args": args}
    cannot: Key = {"label": f"button-cannot{which}", "data": f"cannot:{shift.id}", "args": args}
    answered = shift.state is ShiftState.DECLINED
    return ([] if shift.state is ShiftState.CONFIRMED else [confirm]) + (
        [] if answered else [cannot]
    )


async def show_yours(tx: Tx, team: Team, person: Person) -> int:
    """Show somebody the shifts ahead of them, watch by watch; returns how many watches."""
    own = [shift for shift in await roster.of_person(tx, person.id, tx.now) if shift.watch_id]
    own.sort(key=lambda shift: shift.watch_id or 0)
    count = 0
    for watch_id, theirs in groupby(own, key=lambda shift: shift.watch_id or 0):
        watch = await watches.get(tx, watch_id)
        if watch.state is WatchState.PUBLISHED:
            tell(tx, person, "answer", **_yours(team, watch, list(theirs)))
            count += 1
    return count


async def follow(tx: Tx, team: Team, person: Person, under: Under | None, watch_id: int) -> None:
    """Let the message with somebody's shifts show what they have just answered below it."""
    row = await outbox.by_message(tx, *under) if under is not None else None
    if row is None or row.params.get("text") != _YOURS:
        return
    watch = await watches.get(tx, watch_id)
    own = [one for one in await _ahead(tx, watch_id) if one.person_id == person.id]
    if own:
        await show(tx, person, under, **_yours(team, watch, own))


async def asked(tx: Tx, chat_id: int, message_id: int | None) -> tuple[int, ...]:
    """Return the shifts that a message of ours asks its reader to answer for, none if it doesn't.

    Without a message it is the last one of the chat.
    """
    datas = [data.split(":") for data in await offered(tx, chat_id, message_id)]
    numbers = [int(data[1]) for data in datas if data[0] in ("confirm", "cannot")]
    return tuple(dict.fromkeys(numbers))


async def watch_of(tx: Tx, shift_id: int) -> int | None:
    """Return the watch a shift belongs to, if it is still there."""
    shift = await shifts.find(tx, shift_id)
    return shift.watch_id if shift is not None else None


async def confirm(tx: Tx, team: Team, person: Person, shift_id: int) -> Shift:
    """Confirm somebody's shift; after "I can't" too, as long as nobody else has it."""
    shift = await _own(tx, person, shift_id)
    if shift.state is ShiftState.CONFIRMED:
        raise Refused("refused-shift-confirmed")
    await _answer(tx, person, shift, ShiftState.CONFIRMED)
    if shift.state is ShiftState.DECLINED:
        await swaps.withdraw(tx, shift, person, team)
        await arming.arm_shift(tx, team, await shifts.get(tx, shift.id))
        await gaps.replan(tx, team)
        await _tell_leads(tx, team, person, shift, "shift-taken-back")
    await _follow(tx, shift)
    return shift


async def confirm_all(tx: Tx, person: Person, watch_id: int | None = None) -> int:
    """Confirm all that somebody has not answered, of one watch or of all; returns how many."""
    own = [
        shift
        for shift in await roster.of_person(tx, person.id, tx.now)
        if shift.watch_id is not None and watch_id in (None, shift.watch_id)
    ]
    waiting = [shift for shift in own if shift.state is ShiftState.PLANNED]
    if not waiting:
        raise Refused("refused-all-confirmed")
    for shift in waiting:
        await _answer(tx, person, shift, ShiftState.CONFIRMED)
    for shift in {shift.watch_id: shift for shift in waiting}.values():
        await _follow(tx, shift)
    return len(waiting)


async def cannot(tx: Tx, team: Team, person: Person, shift_id: int) -> Shift:
    """Somebody can't: it stays theirs until somebody else is found, who is asked for at once."""
    shift = await _own(tx, person, shift_id)
    if shift.state is ShiftState.DECLINED:
        raise Refused("refused-shift-declined")
    await _answer(tx, person, shift, ShiftState.DECLINED)
    await due.drop(tx, arming.NOTICE, shift.id)  # it is not theirs to prepare for any more
    declined = await shifts.get(tx, shift.id)
    urgent = is_urgent(declined, team.catalog.watch.policy, tx.now)
    await swaps.ask(tx, team, declined, urgent=urgent)
    await gaps.replan(tx, team)
    if not urgent:  # the urgent search is an alarm to the leads by itself
        await _tell_leads(tx, team, person, shift, "shift-declined")
    await _follow(tx, shift)
    return declined


async def _own(tx: Tx, person: Person, shift_id: int) -> Shift:
    """Return somebody's own shift that is not over; Refused when it is anything else."""
    shift = await shifts.find(tx, shift_id)
    if shift is None or shift.state is ShiftState.DRAFT or shift.watch_id is None:
        raise Refused("refused-shift-gone")
    if shift.person_id != person.id:
        holder = await people.get(tx, shift.person_id)
        raise Refused("refused-not-your-shift", name=holder.name)
    if shift.end <= tx.now:
        raise Refused("refused-shift-over", at=instant(shift.end))
    return shift


async def _answer(tx: Tx, person: Person, shift: Shift, state: ShiftState) -> None:
    if not await shifts.change(tx, shift, state=state.value, answered_at=tx.now):
        raise Refused("refused-shift-gone")
    await watchlog.enter(tx, LogLine(state.value, shift.watch_id, shift.id, person.id))


async def _follow(tx: Tx, shift: Shift) -> None:
    """Let the pages show an answer; the picture is drawn anew when the last one has come."""
    waiting, _ = await _unanswered(tx, shift.watch_id or 0)
    await following.changed(tx, shift.watch_id, redraw=not waiting)


async def _tell_leads(tx: Tx, team: Team, person: Person, shift: Shift, text: str) -> None:
    said: dict[str, Any] = {
        "name": person.name,
        "shift": shift_text(shift.start, shift.end, team.zone),
        "post": {"post": shift.post},
    }
    for lead in await leads(tx):
        if lead.id != person.id:
            tell(tx, lead, "notice", text=text, **said)


async def _look_later(tx: Tx, team: Team, watch: Watch) -> None:
    """Look for the unconfirmed after the set time, but before the watch begins if there is time."""
    policy = team.catalog.watch.policy
    last_call = watch.start - min(policy.notices, default=timedelta(0))
    at = min(tx.now + policy.confirm_within, max(tx.now, last_call))
    await due.schedule(tx, Due(UNCONFIRMED, watch.id, at))


async def _unanswered(tx: Tx, watch_id: int) -> tuple[list[Shift], list[Person]]:
    """Return the shifts nobody has answered for, and whose they are; who has left answers none."""
    open_ = [one for one in await _ahead(tx, watch_id) if one.state is ShiftState.PLANNED]
    known = await people.of_ids(tx, [shift.person_id for shift in open_])
    silent = {id_: person for id_, person in known.items() if person.active}
    return [shift for shift in open_ if shift.person_id in silent], list(silent.values())


async def unconfirmed(tx: Tx, team: Team, watch_id: int, params: Mapping[str, Any]) -> None:
    """Name the leads who has not answered, once; what is so a day before, `gaps` brings up."""
    del team, params
    watch = await watches.get(tx, watch_id)
    if watch.state is not WatchState.PUBLISHED:
        return
    waiting, silent = await _unanswered(tx, watch.id)
    if not waiting:
        return
    names = {"list": sorted(person.name for person in silent)}
    keys = [[{"label": "button-watch-page", "data": f"watch:{watch.id}"}]]
    for lead in await leads(tx):
        tell(
            tx,
            lead,
            "notice",
            text="watch-unconfirmed",
            name=watch.name,
            names=names,
            people=len(silent),
            count=len(waiting),
            start=instant(watch.start),
            keys=keys,
        )
