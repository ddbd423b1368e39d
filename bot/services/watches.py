"""Watches: begun as drafts, filled, published with everything that then must happen, cancelled."""

from collections.abc import Collection
from datetime import date, datetime

from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.roster import Shift, ShiftState
from bot.domain.team import Team
from bot.domain.typed import unaccented
from bot.domain.watch import Watch, WatchState, period
from bot.domain.watch_form import Wanted, usual_plan
from bot.services import (
    arming,
    confirming,
    cover,
    drafting,
    ending,
    following,
    gaps,
    rosters,
    swaps,
)
from bot.services.drafting import Filling
from bot.services.shift_words import shift_text
from bot.services.showing import Under, show
from bot.services.watch_page import alive, page, show_list, show_table
from storage import people, shifts, watches, watchlog
from storage.database import Tx
from storage.watchlog import LogLine

_SHOWN_EMPTY = 10

__all__ = [
    "ask_cancel",
    "begin_for",
    "cancel",
    "clear",
    "found",
    "page",
    "plan",
    "publish",
    "put",
    "show_list",
    "show_table",
]


async def plan(tx: Tx, team: Team, person: Person, wanted: Wanted) -> Watch:
    """Keep a new draft; one that is there already for the same days is returned instead."""
    start, end = period(wanted.first, wanted.last, wanted.plan.hours, team.zone)
    if end <= tx.now:
        raise Refused("refused-watch-past")
    for other in await alive(tx):
        if (other.name, other.start, other.end) == (wanted.name, start, end):
            return other
    new = Watch(0, wanted.name, start, end, wanted.plan, created_by_id=person.id)
    watch = await watches.get(tx, await watches.add(tx, new))
    await watchlog.enter(tx, LogLine("watch-planned", watch.id, person_id=person.id))
    return watch


async def begin_for(tx: Tx, team: Team, person: Person, name: str, start: date, end: date) -> Watch:
    """Begin a watch from the first to the last day with the plan of the last one, and show it."""
    last = await drafting.last_before(tx, tx.now)
    usual = usual_plan(team.catalog.watch, last.plan if last else None)
    watch = await plan(tx, team, person, Wanted(name, start, end, usual))
    await page(tx, team, person, watch.id)
    return watch


async def found(tx: Tx, words: str) -> Watch:
    """Return the watch meant by its number or a part of its name; without words the only one."""
    number = words.strip().lstrip("#№").strip()
    if number.isascii() and number.isdecimal() and len(number) < 19:  # noqa: PLR2004 fits the column
        return await watches.get(tx, int(number))
    wanted = unaccented(words)
    named = [one for one in await alive(tx) if wanted in unaccented(one.name)]
    if len(named) > 1:
        raise Refused("refused-watch-which")
    if not named:
        raise Refused("refused-no-such-watch")
    return named[0]


async def put(  # noqa: PLR0913 who puts whom where
    tx: Tx,
    team: Team,
    actor: Person,
    watch_id: int,
    number: int,
    person_id: int,
    *,
    insists: bool = False,
) -> bool:
    """Give a place to somebody, also of a published watch; False when it is theirs already.

    `insists`: to somebody who stands another post meanwhile.
    """
    filling = await drafting.filling(tx, team, watch_id)
    if filling.watch.state is WatchState.DRAFT:
        return await drafting.put(tx, team, watch_id, number, person_id)
    _check_goes_on(filling.watch, tx.now)
    await drafting.check_able(tx, [person_id])
    slot, held = filling.place(number)
    if slot.end <= tx.now:
        raise Refused("refused-shift-past")
    if held is not None and held.person_id == person_id:
        return False
    drafting.refuse_twice(filling, slot, person_id)
    if held is not None:
        to = await people.get(tx, person_id)
        await swaps.give(tx, team, held, to, by=actor, why="", insists=insists)
        return True
    new = Shift(0, slot.start, slot.end, slot.post, person_id, watch_id)
    shift = await shifts.get(tx, await shifts.add(tx, new))
    await watchlog.enter(tx, LogLine("shift-filled", watch_id, shift.id, actor.id))
    await arming.arm_shift(tx, team, shift)
    await confirming.ask(tx, team, filling.watch, shift)
    await following.changed(tx, watch_id)
    await gaps.replan(tx, team)
    return True


def _check_goes_on(watch: Watch, now: datetime) -> None:
    if watch.state is not WatchState.PUBLISHED or watch.end <= now:
        raise Refused("refused-watch-over", name=watch.name)


async def clear(tx: Tx, team: Team, watch_id: int, number: int) -> bool:
    """Leave a place of a draft empty; of a published watch a shift is only given to others."""
    watch = await watches.get(tx, watch_id)
    if watch.state is not WatchState.DRAFT:
        raise Refused("refused-watch-published", name=watch.name)
    return await drafting.clear(tx, team, watch_id, number)


async def publish(
    tx: Tx,
    team: Team,
    person: Person,
    watch_id: int,
    *,
    sure: bool = False,
    under: Under | None = None,
) -> bool:
    """Publish a draft: all its shifts count, its people are asked, the group sees the roster.

    Empty places and people whom no page reaches are brought up once (False), unless the person
    is `sure`.
    """
    filling = await drafting.filling(tx, team, watch_id)
    watch = filling.watch
    await _check_publishable(tx, filling)
    lost = await _lost(tx, team, filling)
    if (filling.empty or lost) and not sure:
        await _ask_whether(tx, team, person, filling, lost, under)
        return False
    values = {"state": WatchState.PUBLISHED.value, "published_at": tx.now}
    if not await watches.change(tx, watch, **values):
        raise Refused("refused-watch-not-draft", name=watch.name)
    for shift in filling.shifts:
        await shifts.change(tx, shift, state=ShiftState.PLANNED.value)
    published = await watches.get(tx, watch.id)
    details = {"empty": len(filling.empty)}
    line = LogLine("watch-published", watch.id, person_id=person.id, details=details)
    await watchlog.enter(tx, line)
    await arming.arm_watch(tx, team, published)
    await rosters.order(tx, team, published, to="team", pin=True)
    await confirming.ask_all(tx, team, published)
    await gaps.replan(tx, team)
    await page(tx, team, person, watch.id, under)
    return True


async def _check_publishable(tx: Tx, filling: Filling) -> None:
    watch = filling.watch
    if watch.state is not WatchState.DRAFT:
        raise Refused("refused-watch-not-draft", name=watch.name)
    if watch.end <= tx.now:
        raise Refused("refused-watch-over", name=watch.name)
    if not filling.shifts:
        raise Refused("refused-watch-empty")
    await drafting.check_able(tx, {shift.person_id for shift in filling.shifts})
    posts = {seats.post for seats in watch.plan.seats}
    for other in await watches.touching(tx, watch.start, watch.end, (WatchState.PUBLISHED,)):
        shared = posts & {seats.post for seats in other.plan.seats}
        if shared:
            raise Refused("refused-watch-conflict", name=other.name, posts=_names(shared))
    await _check_elsewhere(tx, filling)


def _names(posts: Collection[str]) -> dict[str, list[dict[str, str]]]:
    return {"list": [{"post": post} for post in sorted(posts)]}


async def _check_elsewhere(tx: Tx, filling: Filling) -> None:
    """Refuse when somebody stands in another published watch at the same time."""
    watch = filling.watch
    others = await shifts.between(tx, watch.start, watch.end)
    taken = [shift for shift in others if shift.watch_id not in (None, watch.id)]
    double = {
        shift.person_id
        for shift in filling.shifts
        for other in taken
        if other.person_id == shift.person_id
        and other.start < shift.end
        and shift.start < other.end
    }
    if double:
        known = await people.of_ids(tx, sorted(double))
        names = {"list": [person.name for person in known.values()]}
        raise Refused("refused-watch-elsewhere", names=names)


async def _lost(tx: Tx, team: Team, filling: Filling) -> list[str]:
    """Return the names of those in a roster whom no page can reach."""
    known = await people.of_ids(tx, sorted({shift.person_id for shift in filling.shifts}))
    return [person.name for person in known.values() if cover.is_lost(team, person)]


async def _ask_whether(
    tx: Tx, team: Team, person: Person, filling: Filling, lost: list[str], under: Under | None
) -> None:
    watch, empty = filling.watch, filling.empty
    lines = [
        {
            "text": "watch-empty-line",
            "shift": shift_text(slot.start, slot.end, team.zone),
            "post": {"post": slot.post},
        }
        for slot in empty[:_SHOWN_EMPTY]
    ]
    more = len(empty) - len(lines)
    yes = {"label": "button-watch-sure", "data": f"watch:{watch.id}:sure", "style": "danger"}
    no = {"label": "button-watch-page", "data": f"watch:{watch.id}"}
    await show(
        tx,
        person,
        under,
        text="watch-publish-sure",
        name=watch.name,
        number=watch.id,
        count=len(empty),
        lines={"lines": lines},
        more={"text": "watch-empty-more", "count": more} if more else "",
        lost={"text": "watch-lost", "names": {"list": lost}} if lost else "",
        keys=[[yes], [no]],
    )


async def ask_cancel(tx: Tx, person: Person, watch_id: int, under: Under | None) -> None:
    """Ask once more before a watch is called off."""
    watch = await watches.get(tx, watch_id)
    _check_alive(watch, tx.now)
    yes = {"label": "button-watch-gone", "data": f"watch:{watch.id}:gone", "style": "danger"}
    no = {"label": "button-watch-page", "data": f"watch:{watch.id}"}
    await show(
        tx,
        person,
        under,
        text="watch-cancel-sure",
        name=watch.name,
        number=watch.id,
        published=watch.state is WatchState.PUBLISHED,
        keys=[[yes], [no]],
    )


def _check_alive(watch: Watch, now: datetime) -> None:
    if watch.state not in (WatchState.DRAFT, WatchState.PUBLISHED) or watch.end <= now:
        raise Refused("refused-watch-over", name=watch.name)


async def cancel(tx: Tx, team: Team, person: Person, watch_id: int) -> Watch:
    """Call a watch off: what has not begun counts no more, what runs ends, all of them are told."""
    watch = await watches.get(tx, watch_id)
    _check_alive(watch, tx.now)
    values = {"state": WatchState.CANCELLED.value, "ended_at": tx.now}
    if not await watches.change(tx, watch, **values):
        raise Refused("refused-watch-over", name=watch.name)
    await watchlog.enter(tx, LogLine("watch-cancelled", watch.id, person_id=person.id))
    if watch.state is WatchState.PUBLISHED:
        await ending.call_off(tx, team, watch, person)
    return watch
