"""The digest of situation reports (tổng hợp tình hình): leads get many reports as one message."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from bot.domain.incident import Incident
from bot.domain.kinds import Severity
from bot.domain.people import Person
from bot.domain.situation import told_at
from bot.domain.team import Team
from bot.services import confidence
from bot.services import situation_words as words
from bot.services.messages import instant, leads, tell
from storage import due, situations
from storage.database import Tx
from storage.due import Due
from storage.situations import ENDED, REPORTED

DIGEST = "situation-digest"  # about all incidents at once
AT_ONCE = "at_once"  # in the line of a report that the leads have got by itself


async def gather(tx: Tx, team: Team, incident: Incident) -> datetime:
    """See to it that the newest report is in the next digest; returns when leads get that."""
    every = team.catalog.crew.rhythm(incident.severity).digest_every
    urgent = incident.severity is Severity.CRITICAL
    at = told_at(tx.now + every, team.catalog.watch.policy, team.zone, urgent=urgent)
    return await _by(tx, at, await situations.newest_line(tx, incident.id, (REPORTED,)))


async def over(tx: Tx, incident: Incident) -> None:
    """Bring the digest forward when an incident has ended that leads were told of."""
    if await situations.newest_line(tx, incident.id, (REPORTED,)):
        await _by(tx, tx.now, await situations.newest_line(tx, incident.id, ENDED))


async def _by(tx: Tx, at: datetime, line_id: int) -> datetime:
    """Have a digest at that instant at the latest, from the line the waiting one begins with."""
    waiting = await situations.waiting_digest(tx, DIGEST)
    if waiting is not None and waiting.at <= at:
        return waiting.at
    first = line_id if waiting is None else waiting.first
    await due.schedule(tx, Due(DIGEST, 0, at, {"from": first}))
    return at


async def digest_due(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Give the leads what was reported and what has ended since the last digest, if anything."""
    rows = [
        row
        for row in await situations.since(tx, int(params["from"]))
        if not row.details.get(AT_ONCE)
    ]
    cases = await situations.about(tx, {row.incident_id for row in rows})
    urgent = any(case.severity == Severity.CRITICAL for case in cases.values())
    at = told_at(tx.now, team.catalog.watch.policy, team.zone, urgent=urgent)
    if at > tx.now:
        await due.schedule(tx, Due(DIGEST, subject_id, at, params))
        return
    for lead in await leads(tx):
        theirs = [row for row in rows if row.kind != REPORTED or row.person_id != lead.id]
        if theirs:
            await _tell(tx, lead, theirs, cases)


async def _tell(
    tx: Tx, lead: Person, rows: Sequence[Row[Any]], cases: Mapping[int, Row[Any]]
) -> None:
    """Tell one lead, the worst first; what is none of their business only by its code."""
    hidden = await confidence.unseen(tx, lead, {row.incident_id for row in rows})
    named = [cases[each] for each in sorted({row.incident_id for row in rows})]
    named.sort(key=lambda case: -Severity(case.severity).rank)
    said = await words.digest(tx, named, rows, hidden)
    told: dict[str, Any] = {"since": instant(rows[0].at), "count": len(named)}
    keys = words.keys(named)
    tell(tx, lead, "notice", text="situation-digest", **told, lines={"lines": said}, keys=keys)
