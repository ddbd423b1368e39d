"""Every dialogue there is: which questions it asks a person now, and what its answers do.

To add one: a form in bot.domain, an entry in DIALOGUES, texts `form-<kind>-…`.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.domain.answers import State
from bot.domain.closing import (
    REJECT,
    RESOLVE,
    reject_form,
    rejection,
    resolution,
    resolve_form,
)
from bot.domain.form import Form
from bot.domain.incident import Status
from bot.domain.people import Person, Role, may
from bot.domain.report import REPORT, draft_of, report_form
from bot.domain.team import Team
from bot.domain.watch_form import ROSTER_FILE, WATCH
from bot.services import closing, planning, reports
from bot.services.messages import tell
from storage import incidents
from storage.database import Tx
from storage.forms import FormRow

Build = Callable[[Tx, Team, Person, int | None], Awaitable[Form]]
Finish = Callable[[Tx, Team, Person, FormRow, State], Awaitable[int | None]]
Heard = Callable[[Tx, Person, State, State], Awaitable[Person]]


async def _nothing_to_do(tx: Tx, person: Person, before: State, after: State) -> Person:
    del tx, before, after
    return person


@dataclass(frozen=True, slots=True)
class Dialogue:
    """`build` makes the form for a person and a subject; `finish` returns the subject's id.

    `heard` acts at once on what a turn has changed, such as the choice of a language. `hopeless`
    are the refusals after which no other answer would help. `of_incident`: the subject is one.
    """

    build: Build
    finish: Finish
    heard: Heard = _nothing_to_do
    hopeless: frozenset[str] = frozenset()
    of_incident: bool = False


async def _build_report(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    del subject_id
    kinds = team.catalog.kinds if may(person, Role.STAFF) else team.catalog.for_citizens()
    systems = await reports.systems_for(tx, person)
    knows_privacy = person.privacy_at is not None
    return report_form(kinds, systems, person.language, knows_privacy=knows_privacy)


async def _finish_report(
    tx: Tx, team: Team, person: Person, row: FormRow, state: State
) -> int | None:
    systems = await reports.systems_for(tx, person)
    began = row.created_at.astimezone(team.zone)
    draft = draft_of(state, systems, began, person.username)
    return await reports.submit(tx, team, person, draft)


async def _heard_report(tx: Tx, person: Person, before: State, after: State) -> Person:
    language = after.answer("privacy").choice
    if language is None or language == before.answer("privacy").choice:
        return person
    return await reports.consent(tx, person, language)


async def _build_resolve(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    incident = await incidents.get(tx, subject_id or 0)
    kinds, skips = team.catalog.kinds, may(person, Role.LEAD)
    return resolve_form(kinds, incident.kind, person.language, may_skip=skips)


async def _finish_resolve(
    tx: Tx, team: Team, person: Person, row: FormRow, state: State
) -> int | None:
    told = resolution(state)
    incident = await closing.resolve(tx, team, person, row.subject_id or 0, told)
    is_asked = incident.status is Status.WRAPPING_UP
    text = "form-resolve-done" if is_asked else "form-resolve-closed"
    tell(tx, person, "answer", text=text, code=incident.code)
    return incident.id


async def _build_reject(tx: Tx, team: Team, person: Person, subject_id: int | None) -> Form:
    del tx, team, person, subject_id
    return reject_form()


async def _finish_reject(
    tx: Tx, team: Team, person: Person, row: FormRow, state: State
) -> int | None:
    told = rejection(state)
    incident = await closing.reject(tx, team, person, row.subject_id or 0, told)
    status = {"status": incident.status.value}
    tell(tx, person, "answer", text="form-reject-done", code=incident.code, status=status)
    return incident.id


# The incident has ended, was solved, or is somebody else's by now.
_OVERTAKEN = frozenset({"refused-already-ended", "refused-already-resolved", "refused-not-yours"})

DIALOGUES: dict[str, Dialogue] = {
    REPORT: Dialogue(_build_report, _finish_report, _heard_report),
    RESOLVE: Dialogue(_build_resolve, _finish_resolve, hopeless=_OVERTAKEN, of_incident=True),
    REJECT: Dialogue(_build_reject, _finish_reject, hopeless=_OVERTAKEN, of_incident=True),
    WATCH: Dialogue(planning.build_watch, planning.finish_watch),
    ROSTER_FILE: Dialogue(
        planning.build_file, planning.finish_file, hopeless=planning.FILE_HOPELESS
    ),
}
