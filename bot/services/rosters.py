"""The roster for people: as text at once, and as a picture, a sheet or a list for signature."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from bot.domain.errors import Refused
from bot.domain.paper import Finished
from bot.domain.people import Person, Role, may
from bot.domain.roster import ShiftState
from bot.domain.roster_table import Day, Line, Roster, Stay
from bot.domain.team import Team
from bot.domain.typed import unaccented
from bot.domain.watch import Watch, WatchState
from bot.services import roster_reading as reading
from bot.services.messages import instant, tell, tell_team
from bot.services.shift_words import clocks_text, day_text
from storage import due, outbox, papers, people, shown, watches
from storage.database import Tx
from storage.due import Due

FAR = timedelta(days=400)
MAKE = "make-roster"  # about the order itself: the same one is not made twice
TEAM: Literal["team"] = "team"
PINNED = "paper-anew"
_MARKS = {ShiftState.CONFIRMED: "confirmed", ShiftState.DECLINED: "declined"}


class Form(StrEnum):
    """What can be made of a roster."""

    PICTURE = "png"
    SHEET = "xlsx"
    LIST = "docx"


class Order(Struct, frozen=True):
    """What the workshop needs to make a paper."""

    roster: Roster
    form: Form


async def order(
    tx: Tx,
    team: Team,
    watch: Watch,
    *,
    to: Person | Literal["team"],
    form: str = Form.PICTURE,
    pin: bool = False,
) -> None:
    """Have a watch's roster made and sent to a person or the group, perhaps pinned there."""
    await _order(tx, team, {"watch_id": watch.id}, to, form=form, pin=pin)


async def order_anew(tx: Tx, team: Team, watch: Watch) -> None:
    """Have the pinned picture of a watch replaced, without a sound."""
    what = {"watch_id": watch.id, "anew": True}
    await _order(tx, team, what, TEAM, form=Form.PICTURE, pin=True)


async def order_days(
    tx: Tx, team: Team, first: date, last: date, *, to: Person | Literal["team"], form: str
) -> None:
    """Have the roster of some days made and sent to a person or the group."""
    what = {"first": first.isoformat(), "last": last.isoformat()}
    await _order(tx, team, what, to, form=form)


async def _order(
    tx: Tx,
    team: Team,
    what: Mapping[str, Any],
    to: Person | Literal["team"],
    *,
    form: str,
    pin: bool = False,
) -> None:
    if to == TEAM and team.chat_id is None:
        return
    person_id = None if isinstance(to, str) else to.id
    params = {**what, "form": Form(form).value, "person_id": person_id, "pin": pin}
    written = repr(sorted(params.items())).encode()
    number = int.from_bytes(sha256(written).digest()[:7])
    await due.schedule(tx, Due(MAKE, number, tx.now, params))


async def gather(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> Order | None:
    """Return what the paper is made from; None when its watch was called off or its reader left."""
    del subject_id
    reader = await _reader(tx, params)
    if params["person_id"] is not None and not may(reader, Role.RESPONDER):
        return None
    if "watch_id" in params:
        watch = await watches.get(tx, params["watch_id"])
        if watch.state is WatchState.CANCELLED:
            return None
        roster = await reading.of_watch(tx, team, watch)
    else:
        first, last = (date.fromisoformat(params[name]) for name in ("first", "last"))
        roster = await reading.of_days(tx, team, first, last)
    phones = reader is not None and may(reader, Role.LEAD)
    return Order(replace(roster, with_phones=phones), Form(params["form"]))


async def _reader(tx: Tx, params: Mapping[str, Any]) -> Person | None:
    if params["person_id"] is None:
        return None
    return (await people.of_ids(tx, [params["person_id"]])).get(params["person_id"])


async def keep(
    tx: Tx,
    team: Team,
    subject_id: int,
    params: Mapping[str, Any],
    made: Sequence[Finished],
) -> None:
    """Keep what was made and send it; of several pictures the first one is pinned.

    A watch has one picture pinned: what was before is unpinned.
    """
    del subject_id
    said = await _caption(tx, team, params)
    reader = await _reader(tx, params)
    kind, watch_id = PINNED if "anew" in params else "paper", params.get("watch_id")
    if params["pin"] and watch_id is not None:
        await unpin(tx, watch_id)
    for number, paper in enumerate(made):
        paper_id = await papers.add(tx, paper.name, paper.content, paper.media)
        more = {"pin": True} if params["pin"] and number == 0 else {}
        if reader is not None:
            tell(tx, reader, "paper", **said, paper=paper_id, **more)
        else:
            tell_team(tx, team, kind, watch_id, **said, paper=paper_id, **more)


async def unpin(tx: Tx, watch_id: int) -> bool:
    """Unpin the pictures of a watch, those on their way are not sent; False when there is none."""
    rows = await shown.about(tx, ("paper", PINNED), (watch_id,))
    pinned = [row for row in rows if row.params.get("pin")]
    await shown.overtake(tx, [row.id for row in pinned], "picture out of date")
    for row in pinned:
        if row.state != outbox.PENDING:
            await shown.unpin(tx, row)
    return bool(pinned)


async def _caption(tx: Tx, team: Team, params: Mapping[str, Any]) -> dict[str, Any]:
    if "watch_id" in params:
        watch = await watches.get(tx, params["watch_id"])
        title: Any = watch.name
        start, end = watch.start, watch.end
    else:
        title = {"text": "roster-usual"}
        first, last = (date.fromisoformat(params[name]) for name in ("first", "last"))
        start, end = reading.whole_days(first, last, team)
    text = "roster-list-made" if params["form"] == Form.LIST else "roster-made-for"
    text = "roster-made-anew" if "anew" in params else text
    return {"text": text, "title": title, "start": instant(start), "end": instant(end)}


async def give_up(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell whoever ordered a paper that it cannot be made."""
    del subject_id
    said = {**await _caption(tx, team, params), "text": "roster-not-made"}
    reader = await _reader(tx, params)
    if reader is not None:
        tell(tx, reader, "notice", **said)
    else:
        tell_team(tx, team, "notice", **said)


async def effective(tx: Tx, team: Team, start: datetime, end: datetime) -> dict[str, Any]:
    """Return who really is on duty in a period, as lines of a text."""
    roster = await reading.of_period(tx, team, start, end)
    return {"lines": roster_lines(roster) or [{"text": "roster-none"}]}


def roster_lines(roster: Roster) -> list[dict[str, Any]]:
    """Return a roster as lines of a text, day by day; empty places are marked."""
    return [line for day in roster.days for line in _day_lines(roster, day)]


def _day_lines(roster: Roster, day: Day) -> list[dict[str, Any]]:
    heading: dict[str, Any] = {"text": "roster-line-day", "day": day_text(day.day)}
    if day.name:
        name = {"names": dict(day.names)} if day.names else day.name
        text = "roster-line-holiday" if day.is_off else "roster-line-workday"
        heading = {"text": text, "day": day_text(day.day), "name": name}
    return [heading, *(_line(roster, line) for line in day.lines)]


def _line(roster: Roster, line: Line) -> dict[str, Any]:
    cells = [
        {
            "text": "roster-line-post",
            "post": {"post": code},
            "names": {"list": [_holder(roster, line, stay) for stay in line.cells[code]]},
        }
        for code, _ in roster.posts
        if code in line.cells
    ]
    hours = clocks_text(line.start, line.end, roster.zone)
    return {"text": "roster-line", "hours": hours, "posts": {"list": cells}}


def _holder(roster: Roster, line: Line, stay: Stay) -> dict[str, Any]:
    if stay.person_id is None:
        said: dict[str, Any] = {"text": "roster-line-empty"}
    else:
        mark = _MARKS.get(stay.state, "open") if stay.state is not None else "open"
        holder = roster.members[stay.person_id]
        said = {"text": f"roster-line-{mark}", "name": holder.name}
        if not holder.reachable:
            said = {"text": "roster-line-unreachable", "who": said}
    if (stay.start, stay.end) == (line.start, line.end):
        return said
    hours = clocks_text(stay.start, stay.end, roster.zone)
    return {"text": "roster-line-part", "who": said, "hours": hours}


async def as_text(
    tx: Tx, team: Team, watch_id: int | None, days: tuple[date, date] | None
) -> dict[str, Any]:
    """Return a watch's roster, or that of some days, as placeholders of a text."""
    if watch_id is not None:
        roster = await reading.of_watch(tx, team, await watches.get(tx, watch_id))
    else:
        roster = await reading.of_days(tx, team, *(days or ()))
    title: Any = roster.title or {"text": "roster-usual"}
    if roster.is_draft:
        title = {"text": "roster-draft-of", "name": roster.title}
    lines = roster_lines(roster) or [{"text": "roster-none"}]
    times = {"start": instant(roster.start), "end": instant(roster.end)}
    return {"title": title, **times, "lines": {"lines": lines}}


async def watch_numbered(tx: Tx, number: int) -> Watch:
    """Return a watch that has a roster to show; Refused when it was called off."""
    watch = await watches.get(tx, number)
    if watch.state is WatchState.CANCELLED:
        raise Refused("refused-no-such-watch")
    return watch


async def watch_named(tx: Tx, words: str) -> Watch:
    """Return the watch with these words in its name, the nearest in time; Refused when none is."""
    wanted = f" {unaccented(words)} "
    states = (WatchState.DRAFT, *reading.COUNTING)
    ahead = await watches.touching(tx, tx.now - FAR, tx.now + FAR, states)
    found = [watch for watch in ahead if wanted in f" {unaccented(watch.name)} "]
    if not found or not wanted.strip():
        raise Refused("refused-roster-usage")
    return min(found, key=lambda watch: max(watch.start - tx.now, tx.now - watch.end))
