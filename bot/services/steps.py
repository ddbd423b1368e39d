"""One step of a dialogue under way: keep where it stands, ask what comes next, or end it."""

from datetime import timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bot.domain.answers import State, from_json
from bot.domain.errors import Refused
from bot.domain.form import Form
from bot.domain.messages import Outgoing
from bot.domain.people import Person
from bot.domain.report import REPORT
from bot.domain.team import Team
from bot.domain.turn import Then, Turn, settled
from bot.services import reports, unfinished
from bot.services.dialogues import DIALOGUES
from bot.services.incidents import give_sign
from bot.services.messages import queue, tell
from bot.services.questions import MARKING
from bot.services.screening import Lead
from storage import due, incidents
from storage import forms as kept
from storage.database import Tx
from storage.due import Due
from storage.forms import EXPIRY, REMINDER, FormRow

REMINDED_AFTER = timedelta(minutes=15)
EXPIRES_AFTER = timedelta(hours=24)


class UnderWay(Struct, frozen=True):
    """A form being filled in: its row, its questions for this person, and where it stands."""

    row: FormRow
    form: Form
    state: State
    person: Person


async def of(tx: Tx, team: Team, person: Person) -> UnderWay:
    """Return the form a person is in the middle of; Refused when there is none."""
    row = await kept.open_of(tx, person.id)
    if row is None:
        raise Refused("refused-form-over")
    return await loaded(tx, team, person, row)


async def loaded(tx: Tx, team: Team, person: Person, row: FormRow) -> UnderWay:
    """Return a form with its questions as they are now, at a question that still exists."""
    form = await DIALOGUES[row.kind].build(tx, team, person, row.subject_id)
    state = settled(form, from_json(row.question, row.answers))
    return UnderWay(row, form, state, person)


async def apply(tx: Tx, team: Team, here: UnderWay, turn: Turn, lead: Lead | None = None) -> None:
    """Keep what a turn came to and do what it asks for."""
    dialogue = DIALOGUES[here.row.kind]
    person = await dialogue.heard(tx, here.person, here.state, turn.state)
    here = replace(here, state=turn.state, person=person)
    incident_id = here.row.subject_id if dialogue.of_incident else None
    if incident_id is not None and turn.then in (Then.ASK, Then.QUIET):
        await give_sign(tx, team, person, incident_id)
    match turn.then:
        case Then.CANCEL:
            await give_up(tx, team, person, here.row)
        case Then.SEND:
            await _finish(tx, team, here)
        case Then.QUIET:
            await kept.keep(tx, here.row.id, here.state.question, here.state.to_json())
        case Then.ASK:
            await ask(tx, here, lead or ({"text": turn.note} if turn.note else None))


async def _finish(tx: Tx, team: Team, here: UnderWay) -> None:
    """Have the form's effects; one that can never have them again ends with the reason."""
    dialogue = DIALOGUES[here.row.kind]
    try:
        subject_id = await dialogue.finish(tx, team, here.person, here.row, here.state)
    except Refused as refused:
        if refused.text_id not in dialogue.hopeless:
            raise
        await _end_hopeless(tx, here, refused)
    else:
        await kept.end(tx, here.row.id, kept.DONE, subject_id)


async def _end_hopeless(tx: Tx, here: UnderWay, refused: Refused) -> None:
    """End a form with the reason; what was written in it is kept with the incident."""
    said: dict[str, Any] = {"text": refused.text_id, **refused.params}
    code = await _kept_with(tx, here.row, here.state)
    if code is not None:
        what = unfinished.name_of(here.row.kind)
        said = {"text": "form-words-kept", "reason": said, "code": code, "what": what}
    await kept.end(tx, here.row.id, kept.CANCELLED)
    tell(tx, here.person, "answer", **said)


async def left(tx: Tx, team: Team, person: Person, row: FormRow) -> Lead:
    """End a form that its author leaves for another; returns what leads up to that one."""
    state = from_json(row.question, row.answers)
    code = await _kept_with(tx, row, state)
    keys = await DIALOGUES[row.kind].left(tx, team, person, row, state)
    await kept.end(tx, row.id, kept.CANCELLED)
    if keys:
        return {"text": f"form-lead-left-{row.kind}"}
    if code is None:
        return {"text": "form-lead-given-up"}
    return {"text": "form-lead-kept", "code": code, "what": unfinished.name_of(row.kind)}


async def _kept_with(tx: Tx, row: FormRow, state: State) -> str | None:
    """Keep what was written about an incident; returns its code, None when there is nothing."""
    incident_id = await DIALOGUES[row.kind].about(tx, row)
    if incident_id is None or not await unfinished.keep(tx, row, state, incident_id):
        return None
    return (await incidents.get(tx, incident_id)).code


async def give_up(tx: Tx, team: Team, person: Person, row: FormRow) -> None:
    """Cancel a form and say so, and how to go on with it where that is possible."""
    state = from_json(row.question, row.answers)
    keys = await DIALOGUES[row.kind].left(tx, team, person, row, state)
    await kept.end(tx, row.id, kept.CANCELLED)
    text = f"form-{row.kind}-{'left' if keys else 'cancelled'}"
    tell(tx, person, "answer", text=text, keys=keys)


async def expire(tx: Tx, team: Team, row: FormRow) -> None:
    """End a form that nobody has touched for a day and say so, and how to go on as above."""
    person, state = await kept.author(tx, row), from_json(row.question, row.answers)
    keys = await DIALOGUES[row.kind].left(tx, team, person, row, state)
    await kept.end(tx, row.id, kept.EXPIRED)
    again = reports.NEW_REPORT if row.kind == REPORT else []
    text = f"form-{row.kind}-{'left-expired' if keys else 'expired'}"
    tell(tx, person, "notice", text=text, keys=keys or again)


async def ask(tx: Tx, here: UnderWay, lead: Lead | None = None) -> None:
    """Keep the state, ask its question, and start the patience anew."""
    form_id = here.row.id
    await kept.keep(tx, form_id, here.state.question, here.state.to_json())
    if not here.state.reminded:
        await due.schedule(tx, Due(REMINDER, form_id, tx.now + REMINDED_AFTER))
    await due.schedule(tx, Due(EXPIRY, form_id, tx.now + EXPIRES_AFTER))
    show(tx, here, lead)


def show(tx: Tx, here: UnderWay, lead: Lead | None) -> None:
    """Queue the question; what waits of an earlier one is dropped when it is to be sent."""
    if here.person.telegram_id is None:
        return
    asked = MARKING if here.state.marking is not None else here.state.question
    params = {"question": asked} | ({"lead": lead} if lead and asked != MARKING else {})
    to = here.person.telegram_id
    question = Outgoing(
        "form-question", to, here.person.id, here.row.id, params, reply_to=here.state.marking
    )
    queue(tx, question)
