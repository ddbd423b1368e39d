"""The dialogues about an assignment: what its agency answers, and what the team writes back."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.domain.answers import Answer, File, State, from_json
from bot.domain.campaign_questions import questions_of
from bot.domain.errors import Refused
from bot.domain.form import Form
from bot.domain.people import Person, Role, may
from bot.domain.task_form import (
    TASK,
    TASK_ANSWER,
    TASK_ASK,
    TASK_NOT,
    TASK_RETURN,
    answers_of,
    files_of,
    known,
    more_form,
    reason_form,
    task_form,
    until_of,
)
from bot.domain.team import Team
from bot.services import asks, assignments
from bot.services.messages import tell
from bot.services.task_words import last_day
from storage import assignments as stored
from storage import forms
from storage.database import Tx
from storage.forms import FormRow

# What no other answer would help against: it is accepted, over, gone, or somebody else's.
HOPELESS = frozenset(
    {
        "refused-task-accepted",
        "refused-task-handed-in",
        "refused-task-meanwhile",
        "refused-task-not-handed-in",
        "refused-task-waits",
        "refused-campaign-not-open",
        "refused-no-such-task",
        "refused-no-such-ask",
        "refused-not-your-task",
        "refused-ask-answered",
        "refused-not-allowed",
    }
)


def _check(person: Person, least: Role) -> None:
    """A dialogue may outlive its author's rights."""
    if not may(person, least):
        raise Refused("refused-not-allowed", role={"role": least.value})


def _today(tx: Tx, team: Team) -> date:
    return last_day(team, tx.now)


async def build_task(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Return the campaign's questions, each checked against what was answered before it."""
    found = await assignments.held(tx, subject_id or 0)
    questions = questions_of(found.campaign.questions)
    row = await forms.open_of(tx, person.id)
    so_far: Mapping[str, Any] = {}
    if row is not None and (row.kind, row.subject_id) == (TASK, subject_id):
        so_far = answers_of(questions, from_json(row.question, row.answers), _today(tx, team))
    return task_form(questions, person.language, _today(tx, team), so_far)


async def known_task(tx: Tx, person: Person, subject_id: int | None) -> Mapping[str, Answer]:
    """Return what was handed in before, to be corrected."""
    del person
    found = await assignments.held(tx, subject_id or 0)
    files: dict[str, list[File]] = {}
    names = found.assignment.answers
    for row in await stored.files(tx, found.assignment.id):
        # A file that was left out of a later version is kept, but no longer part of the answer.
        if row.name in (names.get(row.question) or ()):
            file = File(media=row.media, file_id=row.file_id, name=row.name)
            files.setdefault(row.question, []).append(file)
    return known(questions_of(found.campaign.questions), names, files)


async def finish_task(tx: Tx, team: Team, person: Person, row: FormRow, state: State) -> int | None:
    """Hand in what was answered; Refused when a colleague has handed it in meanwhile."""
    found = await assignments.own(tx, person, row.subject_id or 0)
    for version in await stored.versions(tx, found.assignment.id):
        if version.at > row.created_at and version.person_id != person.id:
            number = found.assignment.id
            raise Refused("refused-task-meanwhile", name=version.name or "?", number=number)
    questions = questions_of(found.campaign.questions)
    answers = answers_of(questions, state, _today(tx, team))
    await assignments.finish(tx, team, person, found, answers, files_of(questions, state))
    return None


async def build_not(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Return the question why it does not apply."""
    del tx, team, person, subject_id
    return reason_form(TASK_NOT)


async def finish_not(tx: Tx, team: Team, person: Person, row: FormRow, state: State) -> int | None:
    """Keep that it does not apply."""
    words = state.answer("words").text
    await assignments.not_applicable(tx, team, person, row.subject_id or 0, words)
    return None


async def build_more(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Return the questions until when and why more time is needed."""
    del person
    found = await assignments.held(tx, subject_id or 0)
    return more_form(last_day(team, found.assignment.due_at), _today(tx, team))


async def finish_more(tx: Tx, team: Team, person: Person, row: FormRow, state: State) -> int | None:
    """Bring the request before the leads."""
    until = until_of(state, row.created_at.astimezone(team.zone).date())
    words = state.answer("words").text
    await asks.ask_more(tx, team, person, row.subject_id or 0, until, words)
    return None


async def build_ask(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Return the one question what somebody would like to ask."""
    del tx, team, person, subject_id
    return reason_form(TASK_ASK)


async def finish_ask(tx: Tx, team: Team, person: Person, row: FormRow, state: State) -> int | None:
    """Bring the question before the team."""
    await asks.ask(tx, team, person, row.subject_id or 0, state.answer("words").text)
    return None


async def build_return(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Return the question why a result is given back."""
    del tx, team, person, subject_id
    return reason_form(TASK_RETURN)


async def finish_return(
    tx: Tx, team: Team, person: Person, row: FormRow, state: State
) -> int | None:
    """Give the result back."""
    _check(person, Role.LEAD)
    words = state.answer("words").text
    found = await assignments.give_back(tx, team, person, row.subject_id or 0, words)
    tell(tx, person, "answer", text="campaign-task-returned", **found.words)
    return None


async def build_answer(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    """Return the question what is answered to an agency."""
    del tx, team, person, subject_id
    return reason_form(TASK_ANSWER)


async def finish_answer(
    tx: Tx, team: Team, person: Person, row: FormRow, state: State
) -> int | None:
    """Answer a question, or refuse more time with a reason."""
    words, ask_id = state.answer("words").text, row.subject_id or 0
    asked = await stored.ask(tx, ask_id)
    _check(person, Role.LEAD if asked.kind == stored.EXTENSION else Role.RESPONDER)
    if asked.kind == stored.EXTENSION:
        found = await asks.decide(tx, team, person, ask_id, granted=False, answer=words)
        tell(tx, person, "answer", text="ask-refused", **found.words)
    else:
        found = await asks.answer(tx, team, person, ask_id, words)
        tell(tx, person, "answer", text="ask-sent", **found.words)
    return None
