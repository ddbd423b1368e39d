"""When people cannot be on duty: said beforehand, so that nobody plans or asks them then."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot.domain.absence import Absence, period, read_period
from bot.domain.errors import Refused
from bot.domain.people import Person, Role, may
from bot.domain.roster import Shift
from bot.domain.team import Team
from bot.services.cover import period as period_words
from bot.services.messages import leads, tell
from storage import absence, people, roster, watchlog
from storage.database import Tx
from storage.watchlog import LogLine

FAR = timedelta(days=730)
SHOWN = 30


async def declare(tx: Tx, team: Team, person: Person, words: str) -> tuple[Absence, list[Shift]]:
    """Keep an absence as it was written; returns it with the shifts that fall into it.

    Why is nobody's business but their own and the leads': the log says only when.
    """
    today = tx.now.astimezone(team.zone).date()
    first, last, reason = read_period(words, today)
    start, end = period(first, last, team.zone)
    new = Absence(0, person.id, start, end, reason)
    kept = Absence(await absence.add(tx, new), person.id, start, end, reason)
    details = {"start": start.isoformat(), "end": end.isoformat()}
    await watchlog.enter(tx, LogLine("away", person_id=person.id, details=details))
    own = [each for each in await roster.of_person(tx, person.id, tx.now) if each.start < end]
    clashing = [each for each in own if each.end > start]
    if clashing:
        when = period_words(start, end)
        said: dict[str, Any] = {"name": person.name, "when": when, "count": len(clashing)}
        for lead in await leads(tx):
            if lead.id != person.id:
                tell(tx, lead, "notice", text="away-clash-notice", **said)
    return kept, clashing


async def listed(tx: Tx, person: Person) -> Sequence[tuple[Absence, str]]:
    """Return the absences to come with their people's names: a member's own, for leads all."""
    found = await absence.between(tx, tx.now, tx.now + FAR)
    shown = [each for each in found if each.person_id == person.id or may(person, Role.LEAD)]
    known = await people.of_ids(tx, sorted({each.person_id for each in shown}))
    return [(each, known[each.person_id].name) for each in shown[:SHOWN]]


async def take_back(tx: Tx, person: Person, absence_id: int) -> Absence:
    """Let somebody be on duty after all; their own absence, or anybody's for a lead."""
    found = await absence.find(tx, absence_id)
    if found is None:
        raise Refused("refused-away-gone")
    if found.person_id != person.id and not may(person, Role.LEAD):
        raise Refused("refused-away-not-yours")
    await absence.remove(tx, absence_id)
    details = {"start": found.start.isoformat(), "end": found.end.isoformat()}
    holder = await people.get(tx, found.person_id)
    of = details | {"of": holder.name}
    await watchlog.enter(tx, LogLine("away-removed", person_id=person.id, details=of))
    return found
