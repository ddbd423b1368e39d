"""Edits of what stands in an incident's log already: the new words are kept beside the old."""

from typing import Any

from sqlalchemy import Row

from bot.domain.answers import Part
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.services import incidents, indicators, reports, screening
from bot.services.incidents import Note
from storage import incidents as kept
from storage.database import Tx
from storage.incidents import Entry

_OF_REPORTERS = reports.OF_REPORTERS
_OF_MEMBERS = frozenset({"note", "note-edited", "report-file"})


async def edit(tx: Tx, team: Team, person: Person, part: Part) -> str | None:
    """Keep the new words of a message beside the old; None when no line of theirs is of it.

    Returns the incident's code, or nothing when the words are what they were.
    """
    row = await kept.of_message(tx, part.chat_id, part.message_id)
    if row is None or row.person_id != person.id:
        return None
    incident = await kept.get(tx, row.incident_id)
    is_note = bool(row.details.get("note"))
    if incident.reporter_id == person.id and row.kind in _OF_REPORTERS and not is_note:
        return await _edit_report(tx, team, person, part, row)
    if row.kind in _OF_MEMBERS and may(person, Role.RESPONDER):
        return await _edit_note(tx, team, person, part, row)
    return None


async def _edit_report(tx: Tx, team: Team, person: Person, part: Part, row: Row[Any]) -> str:
    name = part.file.name if part.file is not None else None
    words = screening.kept(team.catalog, person, part.text, name).text
    if words == (row.text or ""):
        return ""
    incident = await reports.own_open(tx, person, row.incident_id)
    source = (part.chat_id, part.message_id)
    said = Entry("report-edited", person.id, words, {"before": row.text or ""}, source)
    await kept.enter(tx, incident.id, said)
    await indicators.take(tx, incident.id, words)
    await reports.pass_on(tx, team, incident, part.model_copy(update={"text": words, "file": None}))
    return incident.code


async def _edit_note(tx: Tx, team: Team, person: Person, part: Part, row: Row[Any]) -> str:
    before = row.text or ""
    words = screening.kept(team.catalog, person, part.text).text
    if words in {"", before}:
        return ""
    said = Note(part.text, (part.chat_id, part.message_id), before=before)
    return (await incidents.note(tx, team, person, row.incident_id, said)).code
