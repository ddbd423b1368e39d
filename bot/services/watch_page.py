"""What leads see of a watch: the list of watches, one watch's page, and its table as text."""

from datetime import datetime, timedelta
from typing import Any

from bot.domain.cover import Trouble, counted
from bot.domain.people import Person, Role, may
from bot.domain.roster import ShiftState
from bot.domain.team import Team
from bot.domain.watch import Watch, WatchState
from bot.domain.watch_words import hours_text, seats_text
from bot.services import cover, drafting, roster_reading, rosters
from bot.services.drafting import Filling
from bot.services.messages import tell
from bot.services.showing import About, Under, show
from storage import people, shifts, shown, watches
from storage.database import Tx

Key = dict[str, Any]

PAGE = "watch-page"
SHOWN_LINES = 40
MOST_PROBLEMS = 8
_COUNTED = (Trouble.GAP, Trouble.SHORT)
_ALIVE = (WatchState.DRAFT, WatchState.PUBLISHED)
_FAR = timedelta(days=3660)


async def alive(tx: Tx) -> list[Watch]:
    """Return the drafts and the published watches that are not over, earliest first."""
    return await watches.touching(tx, tx.now, tx.now + _FAR, _ALIVE)


async def show_list(tx: Tx, person: Person) -> None:
    """Show a lead every watch that is planned, coming or running, as buttons."""
    found = await alive(tx)
    new: list[list[Key]] = [
        [{"label": "button-watch-new", "data": "watch:0:new", "style": "primary"}]
    ]
    keys = [[{"caption": f"№{one.id} {one.name}", "data": f"watch:{one.id}"}] for one in found]
    lines = [
        {
            "text": "watch-list-line",
            "number": one.id,
            "name": one.name,
            "state": state_text(one, tx.now),
            "period": {"period": [one.start.isoformat(), one.end.isoformat()]},
        }
        for one in found
    ]
    tell(
        tx,
        person,
        "answer",
        text="watch-list",
        count=len(found),
        lines={"lines": lines},
        keys=[*keys, *new],
    )


def state_text(watch: Watch, now: datetime) -> dict[str, str]:
    """Return how a watch stands, as a placeholder of a text."""
    match watch.state:
        case WatchState.PUBLISHED if watch.end <= now:
            return {"text": "watch-state-ended"}
        case WatchState.PUBLISHED:
            running = watch.start <= now
            return {"text": "watch-state-running" if running else "watch-state-coming"}
        case _:
            return {"text": f"watch-state-{watch.state.value}"}


async def page(
    tx: Tx, team: Team, person: Person, watch_id: int, under: Under | None = None
) -> None:
    """Show a lead one watch: its time, what is filled, what is wrong, and what can be done."""
    found = await drafting.filling(tx, team, watch_id)
    said = await _said(tx, team, person, found)
    await show(tx, person, under, about=About(PAGE, watch_id), **said)


async def follow(tx: Tx, team: Team, watch_id: int) -> None:
    """Let the page of a watch that a lead has open show how it stands now; one for each chat."""
    rows = await shown.about(tx, (PAGE,), (watch_id,))
    newest = {row.chat_id: row for row in rows if row.person_id is not None}
    open_ = [row for row in newest.values() if row.params["text"] == PAGE]
    if not open_:
        return
    found = await drafting.filling(tx, team, watch_id)
    known = await people.of_ids(tx, [row.person_id for row in open_])
    for row in open_:
        if not may(known[row.person_id], Role.LEAD):
            continue
        said = await _said(tx, team, known[row.person_id], found)
        if said != row.params:
            await shown.change(tx, row, said)


async def _said(tx: Tx, team: Team, person: Person, found: Filling) -> dict[str, Any]:
    watch, plan = found.watch, found.watch.plan
    which = {
        "number": watch.id,
        "name": watch.name,
        "state": state_text(watch, tx.now),
        "period": {"period": [watch.start.isoformat(), watch.end.isoformat()]},
        "year": _other_year(watch, team, tx.now),
    }
    if watch.state is WatchState.CANCELLED:
        return {"text": "watch-page-gone", **which, "keys": _keys(found, tx.now)}
    return {
        "text": PAGE,
        **which,
        "hours": hours_text(plan.hours),
        "seats": seats_text(plan.seats, team.catalog.watch, person.language),
        "deep": plan.two_deep,
        "still": plan.still_asked,
        "filled": len(found.places) - len(found.empty),
        "total": len(found.places),
        "empty": len(found.empty),
        "answers": _answers(found),
        "problems": await _problems(tx, team, found),
        "keys": _keys(found, tx.now),
    }


def _other_year(watch: Watch, team: Team, now: datetime) -> int | None:
    """Return in which year a watch begins, None when that is this year."""
    year = watch.start.astimezone(team.zone).year
    return None if year == now.astimezone(team.zone).year else year


async def _problems(tx: Tx, team: Team, found: Filling) -> dict[str, Any] | str:
    """Say what is wrong besides empty places, which are counted."""
    planned = await shifts.of_watch(tx, found.watch.id)
    wrong = await cover.of_plan(tx, team, found.watch, counted(planned))
    told = [each for each in wrong if each.trouble not in _COUNTED]
    if not told:
        return ""
    lines = cover.lines(team, told, await cover.names_of(tx, told))
    more = len(lines) - MOST_PROBLEMS
    if more > 0:
        lines = [*lines[:MOST_PROBLEMS], {"text": "watch-problems-more", "count": more}]
    return {"text": "watch-problems", "lines": {"lines": lines}}


def _answers(found: Filling) -> dict[str, Any] | str:
    """Say how many have confirmed; of a draft nobody has been asked."""
    if found.watch.state is not WatchState.PUBLISHED:
        return ""
    states = [shift.state for shift in found.shifts]
    return {
        "text": "watch-page-answers",
        "confirmed": states.count(ShiftState.CONFIRMED),
        "declined": states.count(ShiftState.DECLINED),
        "open": states.count(ShiftState.PLANNED),
    }


def _keys(found: Filling, now: datetime) -> list[list[Key]]:
    watch = found.watch
    if watch.state is WatchState.DRAFT:
        return [
            [_key(watch, "propose"), _key(watch, "last")],
            [_key(watch, "hand"), _key(watch, "file")],
            [_key(watch, "table"), _key(watch, "publish", style="success")],
            [_key(watch, "edit"), _key(watch, "cancel", style="danger")],
        ]
    if watch.state is not WatchState.PUBLISHED or watch.end <= now:
        return [[_key(watch, "table")]]
    return [[_key(watch, "table"), _key(watch, "hand")], [_key(watch, "cancel", style="danger")]]


def _key(watch: Watch, action: str, **more: str) -> Key:
    return {"label": f"button-watch-{action}", "data": f"watch:{watch.id}:{action}", **more}


async def show_table(tx: Tx, team: Team, person: Person, watch_id: int) -> None:
    """Send a lead the whole roster of a watch: in words at once, as a picture when it is drawn."""
    watch = await watches.get(tx, watch_id)
    lines = rosters.roster_lines(await roster_reading.of_watch(tx, team, watch))
    for at in range(0, len(lines), SHOWN_LINES):
        part = {"lines": lines[at : at + SHOWN_LINES]}
        tell(tx, person, "answer", text="watch-table", name=watch.name, lines=part)
    if watch.state is not WatchState.CANCELLED:
        await rosters.order(tx, team, watch, to=person)
