"""Who is on duty at an instant, post by post: since when, until when, and who comes next."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from bot.domain.people import Person, Role, may
from bot.domain.roster import ShiftState, is_held
from bot.domain.roster_table import Roster, Stay, stay_of
from bot.domain.team import Team
from bot.services import roster_reading as reading
from bot.services.listings import Answer
from bot.services.messages import instant
from bot.services.rosters import roster_lines
from bot.services.shift_words import day_text
from storage import people, roster, watches
from storage.database import Tx

AROUND = timedelta(days=1)
AHEAD = timedelta(days=2)
Line = dict[str, Any]


async def show_day(tx: Tx, team: Team, answer: Answer, day: date) -> None:
    """List who is on duty on a day."""
    found = await reading.of_days(tx, team, day, day)
    lines = roster_lines(found) or [{"text": "roster-none"}]
    answer("oncall-day", day=day_text(day), lines={"lines": lines})


async def show(tx: Tx, team: Team, answer: Answer, at: datetime, *, phones: bool) -> None:
    """List who is on duty at an instant and who comes next, with telephone numbers if they may."""
    table = await reading.of_period(tx, team, at - AROUND, at + AHEAD)
    here = [stay for stay in table.stays() if stay.start <= at < stay.end]
    coming = _first_each([stay for stay in table.stays() if stay.start > at])
    held = await _held(tx, at) if at == tx.now else []
    if not here and not coming and not held:
        answer("oncall-nobody-soon" if at == tx.now else "oncall-nobody")
        return
    known = await people.of_ids(tx, [s.person_id for s in (*here, *held, *coming) if s.person_id])
    lines = [_now(known, stay, phones=phones) for stay in _by_post(table, here)]
    lines += [_staying(known, stay, phones=phones) for stay in held]
    if not any(stay.person_id for stay in (*here, *held)):
        lines.append({"text": "oncall-nobody-now"})
    if coming:
        lines.append({"text": "oncall-then"})
        lines += [_next(known, stay) for stay in _by_post(table, coming)]
    for watch in await watches.running(tx, at):
        lines.insert(0, {"text": "oncall-watch", "name": watch.name})
    answer("oncall", at=instant(at), lines={"lines": lines})


def may_see_phones(person: Person, *, is_private: bool) -> bool:
    """Tell whether telephone numbers may be written: for leads, and never in the group."""
    return is_private and may(person, Role.LEAD)


async def _held(tx: Tx, at: datetime) -> list[Stay]:
    """Return who still stands there after their shift, because nobody has relieved them."""
    return [stay_of(shift) for shift in await roster.around(tx, at) if is_held(shift, at)]


def _first_each(stays: Sequence[Stay]) -> list[Stay]:
    """Return what comes first at each post."""
    first: dict[str, datetime] = {}
    for stay in stays:
        first[stay.post] = min(stay.start, first.get(stay.post, stay.start))
    return [stay for stay in stays if stay.start == first[stay.post]]


def _by_post(table: Roster, stays: Sequence[Stay]) -> list[Stay]:
    order = {code: place for place, (code, _) in enumerate(table.posts)}
    return sorted(stays, key=lambda stay: (order[stay.post], stay.start))


def _now(known: Mapping[int, Person], stay: Stay, *, phones: bool) -> Line:
    person = known.get(stay.person_id or 0)
    if person is None:
        return {"text": "oncall-empty", **_times(stay)}
    line = {"text": "oncall-now", "name": person.name, **_times(stay)}
    if stay.state is ShiftState.DECLINED:
        line = {"text": "oncall-declined", "line": line}
    return _reached(line, person, phones=phones)


def _staying(known: Mapping[int, Person], stay: Stay, *, phones: bool) -> Line:
    person = known[stay.person_id or 0]
    line = {"text": "oncall-held", "name": person.name, **_times(stay)}
    return _reached(line, person, phones=phones)


def _next(known: Mapping[int, Person], stay: Stay) -> Line:
    person = known.get(stay.person_id or 0)
    if person is None:
        return {"text": "oncall-next-empty", **_times(stay)}
    line = {"text": "oncall-next", "name": person.name, **_times(stay)}
    return _reached(line, person, phones=False)


def _times(stay: Stay) -> Line:
    return {"post": {"post": stay.post}, "start": instant(stay.start), "end": instant(stay.end)}


def _reached(line: Line, person: Person, *, phones: bool) -> Line:
    """Add the telephone number, and whether Telegram reaches the person at all."""
    if phones and person.phone:
        line = {"text": "oncall-phone", "line": line, "phone": person.phone}
    if person.telegram_id is not None and person.reachable:
        return line
    why = "blocked" if person.reachable is False else "never"
    return {"text": "oncall-unreachable", "line": line, "why": {"text": f"people-mark-{why}"}}
