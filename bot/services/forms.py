"""Dialogues under way: a message or a press changes the form's row and brings the next question.

Promise: after each step the row says everything, so a dialogue goes on where it was after a kill.
A message that may hold a state secret is never kept; only its number is, until its author has said.
"""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from bot.domain.answers import Part
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.report import REPORT
from bot.domain.team import Team
from bot.domain.turn import added, begin, edited, pressed, taken_up, typed
from bot.domain.typed import Control, control_of, is_no, is_yes
from bot.services import reports, steps
from bot.services.dialogues import DIALOGUES
from bot.services.messages import tell
from bot.services.questions import MARKING, facts
from bot.services.screening import Lead, is_marked, masked
from storage import due
from storage import forms as kept
from storage.database import Tx
from storage.due import Due
from storage.forms import EXPIRY, REMINDER

__all__ = [
    "EXPIRY",
    "REMINDER",
    "answer",
    "cancel",
    "edit",
    "expire",
    "facts",
    "hand_over",
    "is_open",
    "open",
    "press",
    "remind",
]


async def is_open(tx: Tx, person: Person) -> bool:
    """Tell whether the person is in the middle of a form."""
    return await kept.open_of(tx, person.id) is not None


async def open(  # noqa: A001, PLR0913 the word people use; a form is opened by somebody about something
    tx: Tx,
    team: Team,
    person: Person,
    kind: str,
    subject_id: int | None = None,
    *,
    first: Part | None = None,
    lead: Lead | None = None,
) -> None:
    """Open a form, begun by the message `first`; one that is open is shown again or given up."""
    row = await kept.open_of(tx, person.id)
    if row is not None and (row.kind, row.subject_id) == (kind, subject_id):
        await _go_on(tx, team, await steps.loaded(tx, team, person, row), first)
        return
    form = await DIALOGUES[kind].build(tx, team, person, subject_id)
    if row is not None:
        lead = await steps.left(tx, team, person, row)
    known = await DIALOGUES[kind].known(tx, person, subject_id)
    state = begin(form, known=known)
    row = await kept.open_form(tx, person.id, kind, state.question, subject_id)
    here = steps.UnderWay(row, form, state, person)
    if first is None:
        await steps.ask(tx, here, lead)
    elif not await _stopped_by_marking(tx, here, first):
        part, advice = masked(first)
        await steps.ask(tx, replace(here, state=begin(form, part)), advice or lead)


async def _go_on(tx: Tx, team: Team, here: steps.UnderWay, first: Part | None) -> None:
    if first is None or here.state.marking is not None:
        await steps.ask(tx, here, {"text": "form-lead-again"})
    elif not await _stopped_by_marking(tx, here, first):
        part, advice = masked(first)
        await steps.apply(tx, team, here, added(here.form, here.state, part), advice)


async def answer(tx: Tx, team: Team, person: Person, part: Part) -> None:
    """Apply a message to the open form; Refused when there is none or it cannot be an answer."""
    here = await steps.of(tx, team, person)
    if here.state.marking is not None:
        await _answer_marking(tx, team, here, part)
    elif not await _stopped_by_marking(tx, here, part):
        part, advice = masked(part)
        form = replace(here.form, shown=team.shown)
        await steps.apply(tx, team, here, typed(form, here.state, part), advice)


async def press(  # noqa: PLR0913, PLR0917 a press names a form, a question and a value
    tx: Tx,
    team: Team,
    person: Person,
    form_id: int,
    question: str,
    value: str,
    replied: Part | None = None,
) -> None:
    """Apply a button; `replied` is the message its question was a reply to."""
    row = await kept.get(tx, form_id)
    if row is not None and row.person_id != person.id:
        raise Refused("refused-not-your-form")
    if row is None or row.state != kept.OPEN:
        raise Refused("refused-form-over")
    here = await steps.loaded(tx, team, person, row)
    if question == MARKING and here.state.marking is not None:
        await _press_marking(tx, team, here, value, replied)
    elif here.state.marking is not None and value != Control.CANCEL:
        raise Refused("refused-form-marking")
    else:
        await steps.apply(tx, team, here, pressed(here.form, here.state, question, value))


async def edit(tx: Tx, team: Team, person: Person, part: Part) -> bool:
    """Put an edited message into the answer that holds it; False when none does."""
    row = await kept.open_of(tx, person.id)
    if row is None:
        return False
    here = await steps.loaded(tx, team, person, row)
    clean, advice = masked(part)
    turn = edited(here.state, clean)
    if turn is None:
        return False
    if here.state.marking is None and not await _stopped_by_marking(tx, here, part):
        await steps.apply(tx, team, here, turn, advice)
    return True


async def cancel(tx: Tx, team: Team, person: Person) -> bool:
    """Give up the open form; False when there is none."""
    row = await kept.open_of(tx, person.id)
    if row is None:
        return False
    await steps.give_up(tx, team, person, row)
    return True


async def hand_over(tx: Tx, team: Team, person: Person, incident_id: int) -> None:
    """Add what a new report holds so far to an earlier one instead, and end the new one."""
    here = await steps.of(tx, team, person)
    if here.row.kind != REPORT or here.state.marking is not None:
        raise Refused("refused-question-past")
    await reports.own_open(tx, person, incident_id)
    for key in here.form.spill:
        for part in here.state.answer(key).parts:
            await reports.join(tx, team, person, incident_id, part)
    await kept.end(tx, here.row.id, kept.CANCELLED, incident_id)


async def remind(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Repeat the question once to somebody who has not answered for a while."""
    del params
    row = await kept.get(tx, subject_id)
    if row is None or row.state != kept.OPEN:
        return
    reminded_at = row.updated_at + steps.REMINDED_AFTER
    if reminded_at > tx.now:
        await due.schedule(tx, Due(REMINDER, row.id, reminded_at))
        return
    here = await steps.loaded(tx, team, await kept.author(tx, row), row)
    if not here.state.reminded:
        state = here.state.model_copy(update={"reminded": True})
        await kept.keep(tx, row.id, state.question, state.to_json())
        steps.show(tx, replace(here, state=state), {"text": "form-lead-reminder"})


async def expire(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Close a form nobody has touched for a day; what was answered is erased from it."""
    del params
    row = await kept.get(tx, subject_id)
    if row is not None and row.state == kept.OPEN:
        await steps.expire(tx, team, row)


async def _stopped_by_marking(tx: Tx, here: steps.UnderWay, part: Part) -> bool:
    """Ask about a message with a state-secret marking, and keep nothing of it; True if it has."""
    if here.state.cleared or not is_marked(part):
        return False
    state = here.state.model_copy(update={"marking": part.message_id})
    await steps.ask(tx, replace(here, state=state))
    return True


async def _answer_marking(tx: Tx, team: Team, here: steps.UnderWay, part: Part) -> None:
    """Nothing but yes or no is taken while it is open whether a state secret was sent."""
    words = "" if part.file is not None else part.text
    if is_yes(words):
        await _erase(tx, team, here)
    elif is_no(words):
        await steps.ask(tx, _cleared(here), {"text": "form-lead-send-again"})
    elif control_of(words) is Control.CANCEL:
        await steps.give_up(tx, team, here.person, here.row)
    elif part.album is None:
        await steps.ask(tx, here)


async def _press_marking(
    tx: Tx, team: Team, here: steps.UnderWay, value: str, replied: Part | None
) -> None:
    if value == "yes":
        await _erase(tx, team, here)
        return
    asked, here = here.state.marking, _cleared(here)
    if replied is None or replied.message_id != asked:
        await steps.ask(tx, here, {"text": "form-lead-send-again"})
        return
    part, advice = masked(replied)
    await steps.apply(tx, team, here, taken_up(here.form, here.state, part), advice)


def _cleared(here: steps.UnderWay) -> steps.UnderWay:
    state = here.state.model_copy(update={"marking": None, "cleared": True})
    return replace(here, state=state)


async def _erase(tx: Tx, team: Team, here: steps.UnderWay) -> None:
    """Forget the whole form; the person is told where a state secret may be handed over."""
    await DIALOGUES[here.row.kind].left(tx, team, here.person, here.row, here.state)
    await kept.erase(tx, here.row.id)
    contact = team.catalog.contact_offline(here.person.language)
    tell(tx, here.person, "answer", text="form-secret-stopped", contact=contact)
