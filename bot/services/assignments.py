"""What an agency does with its assignments, and what the team says to what was handed in.

Every deed looks first whether the person may do it with this assignment as it is now.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from bot.domain import campaign as rules
from bot.domain.answers import File
from bot.domain.campaign import Assignment, AssignmentState, Campaign, CampaignState
from bot.domain.campaign_questions import check, questions_of
from bot.domain.errors import Refused
from bot.domain.people import Person, Role, may
from bot.domain.task_form import file_name
from bot.domain.team import Team
from bot.services import boards, outcomes, task_cards
from bot.services.messages import tell
from bot.services.task_words import about, day_words
from storage import (
    accepting,
    assigning,
    assignments,
    campaigns,
    people,
    register,
    register_facts,
)
from storage.database import Tx


class Held(Struct, frozen=True):
    """An assignment with its campaign, and the names of what it is about."""

    campaign: Campaign
    assignment: Assignment
    agency: str
    system: str | None

    @property
    def concerns(self) -> Any:  # noqa: ANN401 a value for a text
        """Whom it concerns, as a value for a text."""
        return about(self.agency, self.system)

    @property
    def words(self) -> dict[str, Any]:
        """What every text about it says: the campaign, whom it concerns, its number."""
        return {
            "name": self.campaign.name,
            "about": self.concerns,
            "number": self.assignment.id,
        }


async def held(tx: Tx, assignment_id: int) -> Held:
    """Return an assignment with what it belongs to; Refused when there is none."""
    assignment = await assignments.get(tx, assignment_id)
    campaign = await campaigns.get(tx, assignment.campaign_id)
    agency = await register.agency_name(tx, assignment.agency_id) or "?"
    system = None
    if assignment.system_id is not None:
        row = await register_facts.system(tx, assignment.system_id)
        system = row.name if row is not None else "?"
    return Held(campaign, assignment, agency, system)


def is_theirs(person: Person, assignment: Assignment) -> bool:
    """Tell whether somebody is of the agency that has the assignment."""
    return may(person, Role.STAFF) and person.agency_id == assignment.agency_id


async def own(tx: Tx, person: Person, assignment_id: int) -> Held:
    """Return an assignment of the person's own agency; Refused for everybody else."""
    found = await held(tx, assignment_id)
    if not is_theirs(person, found.assignment):
        raise Refused("refused-not-your-task")
    return found


async def contact_people(tx: Tx, agency_id: int) -> list[Person]:
    """Return an agency's contact persons."""
    rows = await register_facts.contacts_of(tx, agency_id)
    known = await people.of_ids(tx, [row.id for row in rows])
    return [known[row.id] for row in rows]


async def see(tx: Tx, team: Team, person: Person, assignment_id: int) -> Held:
    """Keep that somebody of the agency has looked at it, and return it."""
    found = await own(tx, person, assignment_id)
    after = rules.see(found.assignment, tx.now)
    if after != found.assignment and found.assignment.state is AssignmentState.ASSIGNED:
        await assignments.save(tx, found.assignment, after)
        await _log(tx, found, "opened", person)
        await boards.refresh(tx, team, found.campaign.id)
    return found


async def start(tx: Tx, team: Team, person: Person, assignment_id: int) -> bool:
    """Say that the work has begun; False when it had before."""
    found = await own(tx, person, assignment_id)
    after = rules.start(found.campaign, found.assignment, tx.now)
    if after == found.assignment:
        return False
    await assignments.save(tx, found.assignment, after)
    await _log(tx, found, "started", person)
    await _changed(tx, team, found)
    return True


async def check_may_finish(tx: Tx, person: Person, assignment_id: int) -> Held:
    """Return what is about to be answered; Refused when nothing can be handed in any more."""
    found = await own(tx, person, assignment_id)
    rules.finish(found.campaign, found.assignment, person.id, {}, tx.now)
    return found


async def finish(
    tx: Tx,
    team: Team,
    person: Person,
    found: Held,
    answers: Mapping[str, Any],
    files: Sequence[tuple[str, File]],
) -> None:
    """Hand in the result with its evidence, or correct what was handed in."""
    before = found.assignment
    kept = check(questions_of(found.campaign.questions), answers)
    after = rules.finish(found.campaign, before, person.id, kept, tx.now)
    await assignments.save(tx, before, after)
    await assignments.keep_answers(tx, before.id, person.id, kept)
    await _keep_files(tx, before.id, person, files)
    is_first = before.done_at is None or before.state is AssignmentState.RETURNED
    await _log(tx, found, "handed-in" if is_first else "corrected", person, late=after.late)
    await _changed(tx, team, found)
    await outcomes.handed_in(tx, team, found.campaign, after, person)
    text = "task-corrected"
    if is_first:
        text = "task-handed-in-late" if after.late else "task-handed-in"
    correct = _key("button-task-correct", before, "done")
    keys = [[correct, {"label": "button-tasks", "data": "tasks:0"}]]
    tell(tx, person, "answer", text=text, **found.words, keys=keys)


async def _keep_files(
    tx: Tx, assignment_id: int, person: Person, files: Iterable[tuple[str, File]]
) -> None:
    known = {(row.question, row.file_id) for row in await assignments.files(tx, assignment_id)}
    for question, file in files:
        if (question, file.file_id) not in known:
            told = (file.media, file.file_id, file_name(file))
            await assignments.add_file(tx, assignment_id, person.id, told, question)


async def not_applicable(
    tx: Tx, team: Team, person: Person, assignment_id: int, reason: str
) -> None:
    """Say why it does not apply; the team has to accept that too."""
    found = await own(tx, person, assignment_id)
    after = rules.not_applicable(found.campaign, found.assignment, person.id, reason, tx.now)
    await assignments.save(tx, found.assignment, after)
    await _log(tx, found, "not-applicable", person, reason=after.reason)
    await _changed(tx, team, found)
    tell(tx, person, "answer", text="task-not-told", **found.words)


async def accept(tx: Tx, team: Team, person: Person, assignment_id: int) -> Held:
    """Take what was handed in as it is; whoever handed it in hears of it."""
    found = await held(tx, assignment_id)
    after = rules.accept(found.campaign, found.assignment, person.id, tx.now)
    await assignments.save(tx, found.assignment, after)
    await _log(tx, found, "accepted", person)
    await _changed(tx, team, found)
    author = (await people.of_ids(tx, [found.assignment.done_by_id or 0])).values()
    for one in author:
        tell(tx, one, "campaign-notice", text="task-accepted", **found.words)
    return found


async def accept_all(tx: Tx, team: Team, person: Person, campaign_id: int) -> int:
    """Take everything that was handed in; what is said not to apply is looked at one by one."""
    campaign = await campaigns.get(tx, campaign_id)
    if campaign.state is not CampaignState.OPEN:
        raise Refused("refused-campaign-not-open", code=campaign.code)
    rows = await accepting.accept_done(tx, campaign_id, person.id)
    if rows:
        await assigning.refresh_cards(tx, campaign_id)
        await boards.refresh(tx, team, campaign_id)
    counts = Counter(row.done_by_id for row in rows if row.done_by_id is not None)
    for one in (await people.of_ids(tx, sorted(counts))).values():
        said: dict[str, Any] = {"name": campaign.name, "count": counts[one.id]}
        tell(tx, one, "campaign-notice", text="task-accepted-all", **said)
    return len(rows)


async def check_may_return(tx: Tx, assignment_id: int) -> None:
    """Refuse what cannot be given back, before anybody writes why."""
    found = await held(tx, assignment_id)
    rules.give_back(found.campaign, found.assignment, "?")


async def give_back(tx: Tx, team: Team, person: Person, assignment_id: int, reason: str) -> Held:
    """Return what was handed in, with the reason; all contact persons of the agency hear it."""
    found = await held(tx, assignment_id)
    after = rules.give_back(found.campaign, found.assignment, reason)
    await assignments.save(tx, found.assignment, after)
    await _log(tx, found, "returned", person, reason=after.reason)
    await _changed(tx, team, found)
    begin = [_key("button-task-start", after, "start"), _key("button-task-done", after, "done")]
    first = [_key("button-task-correct", after, "done")] if after.answers else begin
    said = {
        **found.words,
        "reason": after.reason,
        "day": day_words(team, after.due_at, tx.now),
        "keys": [first, [_key("button-task-ask", after, "ask")]],
    }
    text = "task-given-back" if after.answers else "task-given-back-anew"
    for one in await contact_people(tx, after.agency_id):
        tell(tx, one, "campaign-notice", text=text, **said)
    return found


def _key(label: str, assignment: Assignment, action: str) -> dict[str, Any]:
    return {"label": label, "data": f"task:{assignment.id}:{action}"}


async def _log(tx: Tx, found: Held, event: str, person: Person, **params: Any) -> None:  # noqa: ANN401 facts
    await campaigns.enter(
        tx,
        event,
        campaign_id=found.campaign.id,
        assignment_id=found.assignment.id,
        person_id=person.id,
        **params,
    )


async def _changed(tx: Tx, team: Team, found: Held) -> None:
    """Let every card and the board follow."""
    await task_cards.refresh(tx, found.assignment.id)
    await boards.refresh(tx, team, found.campaign.id)
