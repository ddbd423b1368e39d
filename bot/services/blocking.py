"""Shutting out people who misuse the reports, without learning who an anonymous reporter is."""

from typing import Any

from bot.domain.codes import parted
from bot.domain.errors import Refused
from bot.domain.incident import Incident
from bot.domain.people import Person
from bot.domain.standing import check_blocks
from bot.services.incidents import named
from bot.services.meaning import replied_to
from bot.services.messages import leads, tell
from storage import forms, incidents, people
from storage.database import Tx


async def meant(tx: Tx, words: str, chat_id: int, reply_to: int | None) -> Incident:
    """Return the incident whose reporter is meant; never guessed from the last page."""
    if words.strip():
        return await named(tx, parted(words)[0] or words)
    found = await replied_to(tx, chat_id, reply_to)
    if found is None:
        raise Refused("refused-block-whom")
    return await incidents.get(tx, found[1])


async def block(tx: Tx, actor: Person, incident: Incident) -> None:
    """Hear no more from the reporter of an incident; the leads are told and can undo it."""
    reporter = await _reporter(tx, incident)
    check_blocks(reporter)
    if reporter.blocked:
        raise Refused("refused-already-blocked", code=incident.code)
    await people.change(tx, reporter.id, blocked=True)
    form = await forms.open_of(tx, reporter.id)
    if form is not None:
        await forms.end(tx, form.id, forms.CANCELLED)
    key = {"label": "button-unblock", "data": f"unblock:{incident.id}"}
    said: dict[str, Any] = {"code": incident.code, "by": actor.name, "keys": [[key]]}
    for lead in await leads(tx):
        if lead.id != actor.id:
            tell(tx, lead, "notice", text="reporter-blocked-notice", **said)


async def unblock(tx: Tx, incident_id: int) -> Incident:
    """Hear the reporter of an incident again."""
    incident = await incidents.get(tx, incident_id)
    reporter = await _reporter(tx, incident)
    if not reporter.blocked:
        raise Refused("refused-not-blocked", code=incident.code)
    await people.change(tx, reporter.id, blocked=False)
    return incident


async def _reporter(tx: Tx, incident: Incident) -> Person:
    if incident.reporter_id is None:
        raise Refused("refused-no-reporter", code=incident.code)
    return await people.get(tx, incident.reporter_id)
