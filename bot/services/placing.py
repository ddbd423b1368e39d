"""Filling a watch by hand: a day, a place on it, a person, and on to the next empty place."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.roster import Shift
from bot.domain.team import Team
from bot.domain.watch import Slot, WatchState
from bot.domain.watch_words import post_named, read_clock, read_day
from bot.services import drafting, watch_page
from bot.services.drafting import Filling
from bot.services.messages import tell
from bot.services.shift_words import clocks_text, day_text, shift_text
from bot.services.showing import Under, show
from storage import absence, people
from storage.database import Tx

Key = dict[str, Any]

MOST_KEYS = 90
_FREE, _BUSY, _AWAY = "person", "busy", "away"
_FEWEST_WORDS = 3  # a day, a time and a post
_HOUR = timedelta(hours=1)


async def show_days(
    tx: Tx, team: Team, person: Person, watch_id: int, under: Under | None = None
) -> None:
    """Show the days of a watch as buttons, each with how much of it is filled."""
    found = await drafting.filling(tx, team, watch_id)
    keys = [
        {
            "label": "button-watch-day",
            "args": {"day": day_text(day), "filled": filled, "total": total},
            "data": f"watchday:{watch_id}:{number}",
        }
        for number, (day, filled, total) in enumerate(_days(found, team))
    ]
    await show(
        tx,
        person,
        under,
        text="watch-hand-days",
        name=found.watch.name,
        keys=[*_rows(keys, 2), _back_to_page(found)],
    )


def _days(found: Filling, team: Team) -> list[tuple[date, int, int]]:
    """Return each day on which shifts begin, how many of its places are filled, and of how many."""
    empty = set(found.empty)
    days: dict[date, list[bool]] = {}
    for slot, _ in found.places:
        days.setdefault(_day_of(slot, team), []).append(slot not in empty)
    return [(day, sum(filled), len(filled)) for day, filled in days.items()]


def _day_of(slot: Slot, team: Team) -> date:
    return slot.start.astimezone(team.zone).date()


def _rows(keys: list[Key], columns: int) -> list[list[Key]]:
    shown = keys[:MOST_KEYS]
    return [shown[at : at + columns] for at in range(0, len(shown), columns)]


def _back_to_page(found: Filling) -> list[Key]:
    return [{"label": "button-watch-page", "data": f"watch:{found.watch.id}"}]


def _to_days(found: Filling) -> Key:
    return {"label": "button-watch-days", "data": f"watch:{found.watch.id}:hand"}


async def show_day(
    tx: Tx, team: Team, person: Person, watch_id: int, number: int, under: Under | None = None
) -> None:
    """Show the places of one day as buttons, each with who fills it."""
    found = await drafting.filling(tx, team, watch_id)
    days = [day for day, _, _ in _days(found, team)]
    if not 0 <= number < len(days):
        raise Refused("refused-unknown-button")
    names = await _names(tx, found)
    keys = [
        {
            "label": "button-watch-slot",
            "args": {
                "hours": clocks_text(slot.start, slot.end, team.zone),
                "post": {"post": slot.post},
                "who": names[held.person_id] if held else {"text": "watch-table-nobody"},
            },
            "data": f"slot:{watch_id}:{at}",
        }
        for at, (slot, held) in enumerate(found.places)
        if _day_of(slot, team) == days[number]
    ]
    await show(
        tx,
        person,
        under,
        text="watch-hand-day",
        name=found.watch.name,
        day=day_text(days[number]),
        keys=[*_rows(keys, 1), [_to_days(found), *_back_to_page(found)]],
    )


async def _names(tx: Tx, found: Filling) -> dict[int, str]:
    known = await people.of_ids(tx, [shift.person_id for shift in found.shifts])
    return {person_id: one.name for person_id, one in known.items()}


async def show_slot(
    tx: Tx, team: Team, person: Person, watch_id: int, number: int, under: Under | None = None
) -> None:
    """Show who could take one place, those with the fewest hours first, with what they have."""
    found = await drafting.filling(tx, team, watch_id)
    slot, held = found.place(number)
    names = await _names(tx, found)
    keys = [_person_key(found, number, *each) for each in await _candidates(tx, found, slot)]
    open_key = {"label": "button-watch-clear", "data": f"fill:{watch_id}:{number}:0"}
    day = [day for day, _, _ in _days(found, team)].index(_day_of(slot, team))
    to_day = {"label": "button-watch-that-day", "data": f"watchday:{watch_id}:{day}"}
    await show(
        tx,
        person,
        under,
        text="watch-hand-slot",
        name=found.watch.name,
        shift=shift_text(slot.start, slot.end, team.zone),
        post={"post": slot.post},
        who=names[held.person_id] if held else {"text": "watch-table-nobody"},
        empty=len(found.empty),
        keys=[*_rows(keys, 2), [open_key] if held else [], [to_day, *_back_to_page(found)]],
    )


async def _candidates(tx: Tx, found: Filling, slot: Slot) -> list[tuple[Person, str]]:
    """Return who may watch and how they are then: free first, and whoever has the fewest hours."""
    away = {each.person_id for each in await absence.between(tx, slot.start, slot.end)}
    members = await drafting.able(tx)
    states = [(member, _state(found, member, slot, away)) for member in members]
    order = [_FREE, _BUSY, _AWAY]
    return sorted(
        states, key=lambda each: (order.index(each[1]), found.hours_of(each[0].id), each[0].id)
    )


def _state(found: Filling, member: Person, slot: Slot, away: Collection[int]) -> str:
    if member.id in away:
        return _AWAY
    return _BUSY if found.is_busy(member.id, slot) else _FREE


def _person_key(found: Filling, number: int, member: Person, state: str) -> Key:
    return {
        "label": f"button-watch-{state}",
        "args": {"name": member.name, "hours": found.hours_of(member.id) // _HOUR},
        "data": f"fill:{found.watch.id}:{number}:{member.id}",
    }


async def meant(tx: Tx, team: Team, words: str) -> tuple[Filling, list[int], str]:
    """Return the watch, the places of one shift and post, and the words left over.

    `[number of the watch] day time post …`; without a number it is the only watch that has such
    a shift and post, a draft before a published one.
    """
    written = words.split()
    watch_id = int(written.pop(0)) if written and written[0].isdecimal() else None
    if len(written) < _FEWEST_WORDS:
        raise Refused("refused-watch-put-usage")
    day, clock, *rest = written
    found = [await drafting.filling(tx, team, one) for one in await _ids(tx, watch_id)]
    fitting = [(one, at) for one in found if (at := _numbers(one, team, day, clock))]
    if not fitting:
        raise Refused("refused-watch-no-shift", day=day[:20], clock=clock[:20])
    drafts = [each for each in fitting if each[0].watch.state is WatchState.DRAFT] or fitting
    if len(drafts) > 1:
        drafts = [each for each in drafts if _has_post(*each, team, rest)]
    if len(drafts) != 1:
        raise Refused("refused-watch-which")
    ((filling, numbers),) = drafts
    return filling, *_at_post(filling, numbers, team, rest)


async def _ids(tx: Tx, watch_id: int | None) -> list[int]:
    return [watch_id] if watch_id is not None else [one.id for one in await watch_page.alive(tx)]


def _numbers(found: Filling, team: Team, day: str, clock: str) -> list[int]:
    """Return the numbers of the places in the shift that begins on that day at that time."""
    first = found.watch.start.astimezone(team.zone).date()
    wanted = (read_day(day, first), read_clock(clock))
    begins = [slot.start.astimezone(team.zone) for slot, _ in found.places]
    return [at for at, local in enumerate(begins) if (local.date(), local.time()) == wanted]


def _has_post(found: Filling, numbers: list[int], team: Team, words: list[str]) -> bool:
    try:
        return bool(_at_post(found, numbers, team, words))
    except Refused:
        return False


def _at_post(
    found: Filling, numbers: list[int], team: Team, words: list[str]
) -> tuple[list[int], str]:
    """Return the places of the post that the words begin with, the longest name first."""
    posts = {found.places[at][0].post for at in numbers}
    kinds = [team.catalog.watch.post(code) for code in sorted(posts)]
    for length in range(len(words), 0, -1):
        code = post_named(" ".join(words[:length]), kinds)
        if code is not None:
            fitting = [at for at in numbers if found.places[at][0].post == code]
            return fitting, " ".join(words[length:])
    raise Refused("refused-watch-no-post", words=" ".join(words)[:40])


async def person_named(tx: Tx, words: str) -> Person:
    """Return the one person who may watch and is called so; Refused for none or several."""
    members = {person.id for person in await drafting.able(tx)}
    found = [person for person in await people.find(tx, words) if person.id in members]
    if not found:
        raise Refused("refused-no-such-member", name=words[:40])
    if len(found) > 1:
        names = {"list": [person.name for person in found[:5]]}
        raise Refused("refused-which-member", name=words[:40], names=names)
    return found[0]


def seat_for(found: Filling, numbers: list[int]) -> int:
    """Return the place to fill among several of one post: an empty one, or else the only one."""
    empty = [at for at in numbers if found.places[at][1] is None]
    if empty:
        return empty[0]
    if len(numbers) > 1:
        raise Refused("refused-watch-full")
    return numbers[0]


async def seat_of(tx: Tx, found: Filling, numbers: list[int], words: str) -> int:
    """Return the place to leave empty among several of one post: that of whoever is named."""
    taken = {at: held for at in numbers if (held := found.places[at][1]) is not None}
    if words:
        person = await person_named(tx, words)
        taken = {at: held for at, held in taken.items() if held.person_id == person.id}
    if len(taken) != 1:
        raise Refused("refused-watch-nobody-there" if not taken else "refused-watch-who")
    return next(iter(taken))


async def show_next(
    tx: Tx, team: Team, person: Person, watch_id: int, number: int, under: Under | None = None
) -> None:
    """Go on to the next empty place, or back to the page when there is none."""
    onward = (await drafting.filling(tx, team, watch_id)).next_empty(number)
    if onward is None:
        await watch_page.page(tx, team, person, watch_id, under)
    else:
        await show_slot(tx, team, person, watch_id, onward, under)


async def say_put(
    tx: Tx, team: Team, person: Person, watch_id: int, number: int, before: Shift | None = None
) -> None:
    """Say who has a place now and who had it `before`, and how many are empty still."""
    found = await drafting.filling(tx, team, watch_id)
    slot, held = found.place(number)
    names = await _names(tx, found)
    former: dict[str, Any] | str = ""
    if before is not None and (held is None or held.person_id != before.person_id):
        former = {"text": "watch-put-before", "name": (await people.get(tx, before.person_id)).name}
    tell(
        tx,
        person,
        "answer",
        text="watch-put",
        name=found.watch.name,
        shift=shift_text(slot.start, slot.end, team.zone),
        post={"post": slot.post},
        who=names[held.person_id] if held else {"text": "watch-table-nobody"},
        before=former,
        empty=len(found.empty),
        twice="yes" if held and found.is_busy(held.person_id, slot) else "no",
        keys=[_back_to_page(found)],
    )
