"""Dialogues about an incident that events have overtaken: they end, and their authors hear why.

Whatever they had written by then is kept in the incident's timeline, as unfinished.
"""

from typing import Any

from bot.domain.answers import State, from_json
from bot.domain.closing import REJECT, RESOLVE
from bot.domain.incident import ENDED, Incident
from bot.domain.people import Role, may
from bot.domain.unfinished import NOT_WHEN_ENDED, NOT_WHEN_SOLVED, written
from bot.services.messages import tell
from storage import forms, incidents
from storage.database import Tx
from storage.forms import FormRow
from storage.incidents import Entry

_ENDINGS = (RESOLVE, REJECT)
Words = dict[str, Any]


async def give_up(tx: Tx, incident: Incident, *, but_of: int | None = None) -> None:
    """End whatever can no longer be sent of an incident that is solved or over.

    But not what `but_of` whoever ended it was saying about the end.
    """
    kinds = NOT_WHEN_ENDED if incident.status in ENDED else NOT_WHEN_SOLVED
    for form in await forms.open_about(tx, kinds, incident.id):
        if form.person_id != but_of or form.kind not in _ENDINGS:
            await _overtaken(tx, incident, form)


async def give_up_unowned(tx: Tx, incident: Incident) -> None:
    """End what was half told of its end when nobody owns it any more.

    Leads decide about everything and may go on.
    """
    for form in await forms.open_about(tx, _ENDINGS, incident.id):
        if not may(await forms.author(tx, form), Role.LEAD):
            await _overtaken(tx, incident, form)


async def _overtaken(tx: Tx, incident: Incident, form: FormRow) -> None:
    state = from_json(form.question, form.answers)
    is_kept = await keep(tx, form, state, incident.id)
    await forms.end(tx, form.id, forms.CANCELLED)
    author = await forms.author(tx, form)
    if is_kept:
        what = name_of(form.kind)
        tell(tx, author, "answer", text="form-overtaken-kept", code=incident.code, what=what)
    else:
        tell(tx, author, "answer", text="form-overtaken", code=incident.code)


async def keep(tx: Tx, form: FormRow, state: State, incident_id: int) -> bool:
    """Enter what was written in a dialogue that cannot be sent; False when nothing was.

    Secrets in it were masked, and marked messages left out, before it came into the form.
    """
    said = written(form.kind, state)
    if not said:
        return False
    details: Words = {"dialogue": form.kind, "answers": said}
    line = Entry("unfinished", form.person_id, " · ".join(said.values()), details)
    await incidents.enter(tx, incident_id, line)
    return True


def name_of(kind: str) -> Words:
    """Return what a dialogue was about, as a value of a text."""
    return {"text": f"unfinished-{kind}"}
