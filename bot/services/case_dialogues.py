"""The dialogues about official papers: what nobody knows yet, and how a paper was sent."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain import case_dialogue as asked
from bot.domain.answers import Answer, State
from bot.domain.case_forms import FormField
from bot.domain.errors import Refused
from bot.domain.form import Form
from bot.domain.legal_forms import sending
from bot.domain.people import Person
from bot.domain.team import Team
from bot.services import case_forms, deadlines, paper_tasks
from bot.services.messages import moment, tell
from storage import incidents
from storage.case_forms import CasePaper
from storage.database import Tx
from storage.forms import FormRow

HOPELESS = frozenset(
    {
        *("refused-not-yours", "refused-not-allowed", "refused-already-ended"),
        *("refused-official-gone", "refused-official-sent", "refused-official-not-made"),
        *("refused-unknown-button", "refused-form-over"),
    }
)


async def incident_of(tx: Tx, paper_id: int) -> int | None:
    """Return the incident that a paper is about, None when it is about a period."""
    return (await case_forms.found(tx, paper_id)).incident_id


def _places(team: Team, paper: CasePaper) -> tuple[FormField, ...]:
    return team.catalog.forms.of(paper.asked)


async def build_paper(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Ask what a paper needs and nobody knows."""
    paper = await case_forms.found(tx, subject_id or 0)
    required = team.catalog.forms.form(paper.form).required
    return asked.case_form(_places(team, paper), person.language, required)


async def known_paper(tx: Tx, person: Person, subject_id: int | None) -> Mapping[str, Answer]:
    """Return what was answered for an earlier paper of the case, to be corrected."""
    del person
    paper = await case_forms.found(tx, subject_id or 0)
    return asked.known(paper.asked, paper.answers)


async def leave_paper(
    tx: Tx, team: Team, person: Person, row: FormRow, state: State
) -> Sequence[Sequence[Mapping[str, Any]]]:
    """Keep what was answered for a paper that is not made yet; returns the key to go on.

    Nothing is kept, nor what was left before, unless it is out of doubt that no secret was told.
    """
    try:
        paper = await case_forms.found(tx, row.subject_id or 0)
        if state.marking is not None:
            return await case_forms.leave(tx, team, person, paper, {})
        form = team.catalog.forms.form(paper.form)
        told = asked.answers_of(_places(team, paper), state, form.language)
        return await case_forms.leave(tx, team, person, paper, told)
    except Refused:  # the form is in the catalog no more, or the paper about nothing
        return ()


async def finish_paper(
    tx: Tx, team: Team, person: Person, row: FormRow, state: State
) -> int | None:
    """Have the paper made."""
    paper = await case_forms.found(tx, row.subject_id or 0)
    form = team.catalog.forms.form(paper.form)
    told = asked.answers_of(_places(team, paper), state, form.language)
    version = await case_forms.order(tx, person, paper, told)
    tell(
        tx, person, "answer", text="form-caseform-done", form={"names": form.names}, version=version
    )
    return paper.id


async def build_sent(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Ask how a paper was sent."""
    del person
    paper = await case_forms.found(tx, subject_id or 0)
    signed = team.catalog.forms.form(paper.form).signed
    since = await _since(tx, paper)
    return asked.form_sent_form(tx.now, team.zone, signed=signed, since=since)


async def _since(tx: Tx, paper: CasePaper) -> datetime | None:
    """Nothing about an incident was sent before it was detected."""
    if paper.incident_id is None:
        return None
    return await deadlines.detected_at(tx, await incidents.get(tx, paper.incident_id))


async def finish_sent(tx: Tx, team: Team, person: Person, row: FormRow, state: State) -> int | None:
    """Enter that it was sent, and so the deadlines or the task that it satisfies."""
    paper = await case_forms.found(tx, row.subject_id or 0)
    said = sending(state, tx.now, team.zone, await _since(tx, paper))
    at = moment(said["sent_at"])
    paper, done = await case_forms.sent(tx, team, person, row.subject_id or 0, said)
    form = case_forms.form_name(team, paper)
    task = await paper_tasks.hand_in(tx, team, person, paper, said)
    if task is not None:
        tell(tx, person, "answer", text="form-formsent-done-task", form=form, at=at, **task)
    elif done:
        names = {"list": list(done)}
        tell(tx, person, "answer", text="form-formsent-done-with", form=form, names=names, at=at)
    else:
        tell(tx, person, "answer", text="form-formsent-done", form=form, at=at)
    return paper.id
