"""Who can no longer be reached by Telegram, and what it costs: told to the leads at once."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from bot.domain.channels import ways
from bot.domain.people import Person, Role, may
from bot.domain.roster import Shift, on_duty
from bot.domain.team import Team
from bot.services.calling import can_be_called
from bot.services.elsewhere import names
from bot.services.messages import leads, tell
from bot.services.paging import OF_POSTS
from storage import due, people, roster
from storage import shifts as stored
from storage.database import Tx
from storage.due import Due

LOST = "reach-lost"  # about a person
SHOWN = 6

Words = Mapping[str, Any]


async def lose(tx: Tx, person_id: int) -> None:
    """Remember that Telegram reaches somebody no more; when that is news, the leads will hear."""
    if await people.lose(tx, person_id):
        await due.schedule(tx, Due(LOST, person_id, tx.now))


async def lost(tx: Tx, team: Team, person_id: int, params: Mapping[str, Any]) -> None:
    """Tell the leads who cannot be reached, and which hours of the roster hang on whom now."""
    del params
    person = await people.get(tx, person_id)
    if person.reachable is not False or not may(person, Role.RESPONDER):
        return
    elsewhere = ways(team.channels, person)
    coming = [] if elsewhere else await _hours(tx, team, person)
    told = [lead for lead in await leads(tx) if lead.id != person.id]
    able = [lead for lead in told if can_be_called(team, lead)]
    days = team.catalog.watch.policy.gaps_ahead.days
    for lead in told:
        lines = [_line(hours, able, lead) for hours in coming[:SHOWN]]
        if len(coming) > SHOWN:
            lines.append({"text": "reach-more", "count": len(coming) - SHOWN})
        text = "reach-lost-elsewhere" if elsewhere else "reach-lost"
        said: dict[str, Any] = {
            "name": person.name,
            "via": names(elsewhere),
            "lines": {"lines": lines or [{"text": "reach-no-shifts", "days": days}]},
        }
        tell(tx, lead, "alarm", text=text, **said)


Hours = tuple[datetime, datetime, tuple[str, ...]]
"""From when until when, and who else is called by name."""


async def _hours(tx: Tx, team: Team, person: Person) -> list[Hours]:
    """Return the hours at which a ladder counts on somebody, each with who is left to call."""
    ahead = tx.now + team.catalog.watch.policy.gaps_ahead
    mine = [one for one in await roster.of_person(tx, person.id, tx.now) if one.start < ahead]
    if not mine:
        return []
    shifts = await stored.between(tx, tx.now, ahead)
    known = await people.of_ids(tx, sorted({one.person_id for one in shifts}))
    able = {one.id for one in known.values() if can_be_called(team, one)} - {person.id}
    found: list[Hours] = []
    for one in mine:
        for start, end in _parts(max(one.start, tx.now), one.end, shifts):
            left = tuple(known[each].name for each in _called(team, shifts, start) if each in able)
            if found and found[-1][1:] == (start, left):
                found[-1] = (found[-1][0], end, left)
            else:
                found.append((start, end, left))
    return found


def _parts(
    start: datetime, end: datetime, shifts: Sequence[Shift]
) -> list[tuple[datetime, datetime]]:
    """Cut a time where anybody else's shift begins or ends."""
    cuts = {at for one in shifts for at in (one.start, one.end) if start < at < end}
    edges = sorted({start, end, *cuts})
    return list(pairwise(edges))


def _called(team: Team, shifts: Sequence[Shift], at: datetime) -> list[int]:
    book = team.catalog.watch
    found = [each for post in OF_POSTS for each in on_duty(shifts, book.posts_for(post), at)]
    return list(dict.fromkeys(found))


def _line(hours: Hours, leads_left: Sequence[Person], reader: Person) -> Words:
    start, end, left = hours
    when = {"period": [start.isoformat(), end.isoformat()]}
    if left:
        return {"text": "reach-hours", "when": when, "names": {"list": list(left)}}
    if [lead.id for lead in leads_left] == [reader.id]:
        return {"text": "reach-hours-you", "when": when}
    return {"text": "reach-hours-leads", "when": when}
