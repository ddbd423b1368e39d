"""Every dialogue there is: which questions it asks a person now, and what its answers do.

To add one: a form in bot.domain, an entry in DIALOGUES, texts `form-<kind>-…`.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from bot.domain.answers import Answer, State
from bot.domain.campaign_form import CAMPAIGN, CAMPAIGN_CHANGE
from bot.domain.case_dialogue import CASE_FORM, FORM_SENT
from bot.domain.closing import (
    REJECT,
    RESOLVE,
    reject_form,
    rejection,
    resolution,
    resolve_form,
)
from bot.domain.contact_form import CONTACT
from bot.domain.form import Form
from bot.domain.improvements import IMPROVEMENT, UNNEEDED
from bot.domain.incident import Status
from bot.domain.legal_forms import DECISION, DETECTED, SENT, WAIVE
from bot.domain.people import Person, Role, may
from bot.domain.register_form import (
    AGENCIES_FILE,
    AGENCY,
    NEW_AGENCY,
    NEW_SYSTEM,
    SYSTEM,
    SYSTEMS_FILE,
)
from bot.domain.relay import RELAY
from bot.domain.report import REPORT, draft_of, report_form
from bot.domain.situation import SITUATION
from bot.domain.task_form import (
    TASK,
    TASK_ANSWER,
    TASK_ASK,
    TASK_MORE,
    TASK_NOT,
    TASK_RETURN,
)
from bot.domain.team import Team
from bot.domain.watch_edit import EDIT
from bot.domain.watch_form import ROSTER_FILE, WATCH
from bot.services import (
    campaign_forms,
    case_dialogues,
    closing,
    contact_changes,
    improvement_pages,
    legal_dialogues,
    planning,
    register_forms,
    relay,
    replanning,
    reports,
    situation,
    task_forms,
)
from bot.services.messages import tell
from storage import incidents
from storage.database import Tx
from storage.forms import FormRow

Build = Callable[[Tx, Team, Person, int | None], Awaitable[Form]]
Finish = Callable[[Tx, Team, Person, FormRow, State], Awaitable[int | None]]
Heard = Callable[[Tx, Person, State, State], Awaitable[Person]]
IncidentOf = Callable[[Tx, int], Awaitable[int | None]]
Left = Callable[
    [Tx, Team, Person, FormRow, State], Awaitable[Sequence[Sequence[Mapping[str, Any]]]]
]
Known = Callable[[Tx, Person, int | None], Awaitable[Mapping[str, Answer]]]


async def _nothing_to_do(tx: Tx, person: Person, before: State, after: State) -> Person:
    del tx, before, after
    return person


async def _nothing_known(tx: Tx, person: Person, subject_id: int | None) -> Mapping[str, Answer]:
    del tx, person, subject_id
    return {}


async def _nothing_left(
    tx: Tx, team: Team, person: Person, row: FormRow, state: State
) -> Sequence[Sequence[Mapping[str, Any]]]:
    del tx, team, person, row, state
    return ()


class Dialogue(Struct, frozen=True):
    """`build` makes the form for a person and a subject; `finish` returns the subject's id.

    `heard` acts at once on what a turn has changed, such as the choice of a language. `hopeless`
    are the refusals after which no other answer would help. `of_incident`: the subject is one.
    `known` are answers that it begins with. `incident_of` finds the incident of another subject.
    `left` keeps what was answered in a dialogue that ends unsent, where it may be gone on with, and
    returns the keys for that; most keep nothing: their words promise that it is erased.
    """

    build: Build
    finish: Finish
    heard: Heard = _nothing_to_do
    hopeless: frozenset[str] = frozenset()
    of_incident: bool = False
    known: Known = _nothing_known
    incident_of: IncidentOf | None = None
    left: Left = _nothing_left

    async def about(self, tx: Tx, row: FormRow) -> int | None:
        """Return the incident that a form of this kind belongs to, if to any."""
        if self.of_incident or self.incident_of is None:
            return row.subject_id if self.of_incident else None
        return await self.incident_of(tx, row.subject_id or 0)


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
    if team.catalog.kind(incident.kind).form_row is None:
        tell(tx, person, "answer", text=text, code=incident.code)
    else:
        done = {"text": text, "code": incident.code}
        key = {"label": "button-no-loss", "data": f"noloss:{incident.id}"}
        said = {"done": done, "code": incident.code, "keys": [[key]]}
        tell(tx, person, "answer", None, text="loss-after", **said)
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
    EDIT: Dialogue(
        replanning.build, replanning.finish, hopeless=replanning.HOPELESS, known=replanning.answers
    ),
    ROSTER_FILE: Dialogue(
        planning.build_file, planning.finish_file, hopeless=planning.FILE_HOPELESS
    ),
    AGENCY: Dialogue(
        register_forms.build_agency, register_forms.finish_agency, hopeless=register_forms.HOPELESS
    ),
    NEW_AGENCY: Dialogue(register_forms.build_new_agency, register_forms.finish_new_agency),
    SYSTEM: Dialogue(
        register_forms.build_system, register_forms.finish_system, hopeless=register_forms.HOPELESS
    ),
    NEW_SYSTEM: Dialogue(register_forms.build_new_system, register_forms.finish_new_system),
    AGENCIES_FILE: Dialogue(register_forms.build_agencies_file, register_forms.finish_file),
    SENT: Dialogue(
        legal_dialogues.build_sent,
        legal_dialogues.finish_sent,
        hopeless=legal_dialogues.HOPELESS,
        incident_of=legal_dialogues.incident_of,
    ),
    WAIVE: Dialogue(
        legal_dialogues.build_waive,
        legal_dialogues.finish_waive,
        hopeless=legal_dialogues.HOPELESS,
        incident_of=legal_dialogues.incident_of,
    ),
    DETECTED: Dialogue(
        legal_dialogues.build_detected,
        legal_dialogues.finish_detected,
        hopeless=legal_dialogues.HOPELESS,
        of_incident=True,
    ),
    DECISION: Dialogue(
        legal_dialogues.build_decision,
        legal_dialogues.finish_decision,
        hopeless=legal_dialogues.HOPELESS,
        of_incident=True,
    ),
    SITUATION: Dialogue(
        situation.build, situation.finish, hopeless=situation.HOPELESS, of_incident=True
    ),
    RELAY: Dialogue(relay.build, relay.finish, hopeless=relay.HOPELESS, of_incident=True),
    CASE_FORM: Dialogue(
        case_dialogues.build_paper,
        case_dialogues.finish_paper,
        hopeless=case_dialogues.HOPELESS,
        known=case_dialogues.known_paper,
        left=case_dialogues.leave_paper,
    ),
    FORM_SENT: Dialogue(
        case_dialogues.build_sent,
        case_dialogues.finish_sent,
        hopeless=case_dialogues.HOPELESS,
        incident_of=case_dialogues.incident_of,
    ),
    IMPROVEMENT: Dialogue(
        improvement_pages.build, improvement_pages.finish, hopeless=improvement_pages.HOPELESS
    ),
    UNNEEDED: Dialogue(
        improvement_pages.build_unneeded,
        improvement_pages.finish_unneeded,
        hopeless=improvement_pages.HOPELESS,
        incident_of=improvement_pages.incident_of,
    ),
    SYSTEMS_FILE: Dialogue(register_forms.build_systems_file, register_forms.finish_file),
    CONTACT: Dialogue(
        contact_changes.build, contact_changes.finish, hopeless=contact_changes.HOPELESS
    ),
    CAMPAIGN: Dialogue(
        campaign_forms.build_new, campaign_forms.finish_new, hopeless=campaign_forms.HOPELESS
    ),
    CAMPAIGN_CHANGE: Dialogue(
        campaign_forms.build_change,
        campaign_forms.finish_change,
        hopeless=campaign_forms.HOPELESS,
    ),
    TASK: Dialogue(
        task_forms.build_task,
        task_forms.finish_task,
        known=task_forms.known_task,
        hopeless=task_forms.HOPELESS,
    ),
    **{
        kind: Dialogue(build, finish, hopeless=task_forms.HOPELESS)
        for kind, build, finish in (
            (TASK_NOT, task_forms.build_not, task_forms.finish_not),
            (TASK_MORE, task_forms.build_more, task_forms.finish_more),
            (TASK_ASK, task_forms.build_ask, task_forms.finish_ask),
            (TASK_RETURN, task_forms.build_return, task_forms.finish_return),
            (TASK_ANSWER, task_forms.build_answer, task_forms.finish_answer),
        )
    },
}
