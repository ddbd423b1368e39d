"""Dialogues about an incident that events have overtaken: they end, and their authors hear why."""

from bot.domain.closing import REJECT, RESOLVE
from bot.domain.incident import Incident
from bot.domain.people import Role, may
from bot.services.messages import tell
from storage import forms
from storage.database import Tx


async def give_up(tx: Tx, incident: Incident, *, but_of: int | None = None) -> None:
    """End whatever people have half told about its end, but not `but_of` whoever ended it."""
    for form in await _half_told(tx, incident):
        if form.person_id != but_of:
            await _overtaken(tx, incident, form)


async def give_up_unowned(tx: Tx, incident: Incident) -> None:
    """End the same when nobody owns it any more; leads decide about everything and may go on."""
    for form in await _half_told(tx, incident):
        if not may(await forms.author(tx, form), Role.LEAD):
            await _overtaken(tx, incident, form)


async def _half_told(tx: Tx, incident: Incident) -> list[forms.FormRow]:
    return await forms.open_about(tx, (RESOLVE, REJECT), incident.id)


async def _overtaken(tx: Tx, incident: Incident, form: forms.FormRow) -> None:
    await forms.end(tx, form.id, forms.CANCELLED)
    tell(tx, await forms.author(tx, form), "answer", text="form-overtaken", code=incident.code)
