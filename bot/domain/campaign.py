"""The life of a campaign (đợt yêu cầu) and of each assignment in it (việc được giao).

campaign    draft ─propose─▶ proposed ─confirm─▶ confirmed ─its start─▶ open ─close─▶ closed
              └────────────────┴──────────cancel──────┴───────────────────┴──▶ cancelled

assignment  assigned ─start─▶ started ─finish─▶ done ───────────┬─accept─▶ accepted
                └──────┴───not applicable──▶ not_applicable ────┤
                                     returned ◀──give back──────┘  (as assigned)

What is handed in can be corrected until it is accepted. A deadline is the last second of a day.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from bot.domain.audience import Audience, Per
from bot.domain.errors import Refused

LONGEST_EXTENSION = timedelta(days=366)


class CampaignState(StrEnum):
    """Where a campaign stands; only an open one asks anything of anybody."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class AssignmentState(StrEnum):
    """Where one assignment stands."""

    ASSIGNED = "assigned"
    STARTED = "started"
    DONE = "done"
    NOT_APPLICABLE = "not_applicable"
    ACCEPTED = "accepted"
    RETURNED = "returned"


BEFORE_OPENING = frozenset({CampaignState.DRAFT, CampaignState.PROPOSED, CampaignState.CONFIRMED})
EVERYBODY = Audience()
TO_DO = frozenset({AssignmentState.ASSIGNED, AssignmentState.STARTED, AssignmentState.RETURNED})
HANDED_IN = frozenset({AssignmentState.DONE, AssignmentState.NOT_APPLICABLE})


class Campaign(Struct, frozen=True):
    """One campaign; `questions` and `reminders` are snapshots of what held when it was made.

    `obligation` and `period` are set when the catalog's rule opened it, else None.
    """

    id: int
    code: str
    name: str
    starts_at: datetime
    due_at: datetime
    state: CampaignState = CampaignState.DRAFT
    body: str = ""
    obligation: str | None = None
    period: str | None = None
    feeds: str | None = None
    scope: Audience = EVERYBODY
    per: Per = Per.AGENCY
    questions: tuple[Mapping[str, Any], ...] = ()
    reminders: Mapping[str, Any] = field(default_factory=dict)
    basis: str = ""
    evidence: str = ""
    receiver: str = ""
    attachment_id: str | None = None
    attachment_name: str | None = None
    rollup_at: datetime | None = None
    created_by_id: int | None = None
    created_at: datetime | None = None
    confirmed_by_id: int | None = None
    confirmed_at: datetime | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None


class Assignment(Struct, frozen=True):
    """What one agency, or one system of it, must do in one campaign."""

    id: int
    campaign_id: int
    agency_id: int
    due_at: datetime
    assigned_at: datetime
    system_id: int | None = None
    state: AssignmentState = AssignmentState.ASSIGNED
    delivered_at: datetime | None = None
    opened_at: datetime | None = None
    started_at: datetime | None = None
    done_at: datetime | None = None
    done_by_id: int | None = None
    accepted_at: datetime | None = None
    accepted_by_id: int | None = None
    reason: str | None = None
    answers: Mapping[str, Any] = field(default_factory=dict)
    late: bool = False


def is_late(at: datetime, due_at: datetime) -> bool:
    """Tell whether an instant is after the last second of a deadline."""
    return at >= due_at + timedelta(seconds=1)


def is_overdue(assignment: Assignment, now: datetime) -> bool:
    """Tell whether something that is still to be done should have been."""
    return assignment.state in TO_DO and is_late(now, assignment.due_at)


def propose(campaign: Campaign, now: datetime) -> Campaign:
    """Put a draft before a second person; Refused when its dates are not in order."""
    if campaign.state is not CampaignState.DRAFT:
        raise Refused("refused-campaign-not-draft", code=campaign.code)
    check_dates(campaign, now)
    return replace(campaign, state=CampaignState.PROPOSED)


def check_dates(campaign: Campaign, now: datetime) -> None:
    """Refuse deadlines that are over, before the start, or in the wrong order."""
    if is_late(now, campaign.due_at) or campaign.due_at <= campaign.starts_at:
        raise Refused("refused-campaign-due", code=campaign.code)
    if campaign.rollup_at is not None and campaign.rollup_at < campaign.due_at:
        raise Refused("refused-campaign-rollup", code=campaign.code)


def take_back(campaign: Campaign) -> Campaign:
    """Let what was proposed be changed again."""
    if campaign.state is not CampaignState.PROPOSED:
        raise Refused("refused-campaign-not-proposed", code=campaign.code)
    return replace(campaign, state=CampaignState.DRAFT)


def confirm(campaign: Campaign, by_id: int, now: datetime, *, four_eyes: bool = True) -> Campaign:
    """Agree to what somebody else has proposed; with `four_eyes` nobody confirms their own."""
    if campaign.state is not CampaignState.PROPOSED:
        raise Refused("refused-campaign-not-proposed", code=campaign.code)
    if four_eyes and campaign.created_by_id == by_id:
        raise Refused("refused-campaign-own", code=campaign.code)
    check_dates(campaign, now)
    return replace(campaign, state=CampaignState.CONFIRMED, confirmed_by_id=by_id, confirmed_at=now)


def launch(campaign: Campaign, now: datetime) -> Campaign:
    """Open what is confirmed and has reached its start."""
    if campaign.state is not CampaignState.CONFIRMED or campaign.starts_at > now:
        raise Refused("refused-campaign-not-due-to-open", code=campaign.code)
    return replace(campaign, state=CampaignState.OPEN, opened_at=now)


def close(campaign: Campaign, now: datetime) -> Campaign:
    """End an open campaign: nothing more is asked, reminded of, or taken in."""
    if campaign.state is not CampaignState.OPEN:
        raise Refused("refused-campaign-not-open", code=campaign.code)
    return replace(campaign, state=CampaignState.CLOSED, closed_at=now)


def cancel(campaign: Campaign, now: datetime) -> Campaign:
    """Call a campaign off, whether it has been opened or not."""
    if campaign.state in (CampaignState.CLOSED, CampaignState.CANCELLED):
        raise Refused("refused-campaign-over", code=campaign.code)
    return replace(campaign, state=CampaignState.CANCELLED, closed_at=now)


def _check_open(campaign: Campaign) -> None:
    if campaign.state is not CampaignState.OPEN:
        raise Refused("refused-campaign-not-open", code=campaign.code)


def _check_unaccepted(campaign: Campaign, assignment: Assignment) -> None:
    _check_open(campaign)
    if assignment.state is AssignmentState.ACCEPTED:
        raise Refused("refused-task-accepted", code=campaign.code)


def see(assignment: Assignment, now: datetime) -> Assignment:
    """Keep when somebody of the agency first looked at it."""
    return assignment if assignment.opened_at else replace(assignment, opened_at=now)


def start(campaign: Campaign, assignment: Assignment, now: datetime) -> Assignment:
    """Say that the work has begun; said twice it changes nothing."""
    _check_unaccepted(campaign, assignment)
    if assignment.state in HANDED_IN:
        raise Refused("refused-task-handed-in", code=campaign.code)
    if assignment.state is AssignmentState.STARTED:
        return assignment
    begun = assignment.started_at or now
    return replace(see(assignment, now), state=AssignmentState.STARTED, started_at=begun)


def finish(
    campaign: Campaign,
    assignment: Assignment,
    person_id: int,
    answers: Mapping[str, Any],
    now: datetime,
) -> Assignment:
    """Hand in the result, or correct what was handed in; a correction is no later than the first.

    Whether the answers are complete is said by `bot.domain.campaign_questions.check`.
    """
    _check_unaccepted(campaign, assignment)
    return _handed_in(assignment, AssignmentState.DONE, person_id, now, answers=dict(answers))


def not_applicable(
    campaign: Campaign, assignment: Assignment, person_id: int, reason: str, now: datetime
) -> Assignment:
    """Say why it does not apply; the team has to accept that too."""
    _check_unaccepted(campaign, assignment)
    if not reason.strip():
        raise Refused("refused-task-reason", code=campaign.code)
    state = AssignmentState.NOT_APPLICABLE
    return _handed_in(assignment, state, person_id, now, reason=reason.strip())


def _handed_in(
    assignment: Assignment,
    state: AssignmentState,
    person_id: int,
    now: datetime,
    **values: Any,  # noqa: ANN401 fields of any type
) -> Assignment:
    answers_at_last = (
        state is AssignmentState.DONE and assignment.state is AssignmentState.NOT_APPLICABLE
    )
    is_first = assignment.done_at is None or answers_at_last
    late = is_late(now, assignment.due_at) if is_first else assignment.late
    return replace(
        see(assignment, now),
        state=state,
        done_at=now if is_first else assignment.done_at,
        done_by_id=person_id,
        late=late,
        **{"reason": None} | values,
    )


def accept(campaign: Campaign, assignment: Assignment, by_id: int, now: datetime) -> Assignment:
    """Take what was handed in as it is; from here on it stays."""
    _check_unaccepted(campaign, assignment)
    if assignment.state not in HANDED_IN:
        raise Refused("refused-task-not-handed-in", code=campaign.code)
    return replace(
        assignment, state=AssignmentState.ACCEPTED, accepted_at=now, accepted_by_id=by_id
    )


def give_back(campaign: Campaign, assignment: Assignment, reason: str) -> Assignment:
    """Return what was handed in, with the reason; a result keeps its hour, "it does not apply" not.

    Otherwise whoever says in time that it does not apply could answer much later and be in time.
    """
    _check_unaccepted(campaign, assignment)
    if assignment.state not in HANDED_IN:
        raise Refused("refused-task-not-handed-in", code=campaign.code)
    if not reason.strip():
        raise Refused("refused-task-reason", code=campaign.code)
    back = replace(assignment, state=AssignmentState.RETURNED, reason=reason.strip())
    if assignment.state is AssignmentState.NOT_APPLICABLE:
        return replace(back, done_at=None, done_by_id=None, late=False)
    return back


def extend(
    campaign: Campaign, assignment: Assignment, until: datetime, now: datetime
) -> Assignment:
    """Give an assignment a later deadline of its own."""
    _check_unaccepted(campaign, assignment)
    if until <= max(now, assignment.due_at) or until > now + LONGEST_EXTENSION:
        raise Refused("refused-task-until", code=campaign.code)
    return replace(assignment, due_at=until)
