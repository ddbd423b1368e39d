"""A drill counts for its year, a scan or a hunt for its half-year, whoever has asked for it.

Whoever has done it need not answer for what the catalog asks once in that period, whether its
campaign is open by then or opens later.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import Any

from msgspec import Struct
from sqlalchemy import Row

from bot.domain import campaign as rules
from bot.domain.campaign import Assignment, Campaign, CampaignState
from bot.domain.campaign_questions import questions_of
from bot.domain.counting import asked_for, done_on, holds
from bot.domain.people import Person
from bot.domain.team import Team
from bot.services import boards, task_cards
from bot.services.messages import tell
from storage import assignments, campaigns, counting, people
from storage.database import Tx

COUNTED = "counted"


class Done(Struct, frozen=True):
    """What was done: its answers, in which campaign, and by whom."""

    answers: dict[str, Any]
    code: str
    person_id: int


async def count(
    tx: Tx, team: Team, campaign: Campaign, assignment: Assignment, person: Person
) -> None:
    """Hand in what was done also where the same agency or system owes it for that period.

    Answers to questions that are asked there too go with it; the team may still give it back.
    """
    day = done_on(campaign.period, tx.now, team.zone)
    done = Done(dict(assignment.answers), campaign.code, person.id)
    for other in await campaigns.in_states(tx, (CampaignState.OPEN,)):
        span = asked_for(other, team.zone) if other.feeds == campaign.feeds else None
        if other.id == campaign.id or span is None or not holds(span, day):
            continue
        owed = await counting.owed(tx, other.id, assignment.agency_id, assignment.system_id)
        for one in owed:
            await _count(tx, done, other, one)
            await task_cards.refresh(tx, one.id)
        if owed:
            await _tell(tx, team, other, [(person.id, each.id) for each in owed])


async def count_earlier(tx: Tx, team: Team, campaign: Campaign) -> None:
    """Hand in, where it is asked for just now, what was done earlier in the same period."""
    span = asked_for(campaign, team.zone)
    if span is None:
        return
    since = datetime.combine(span.first, time(), team.zone).astimezone(UTC)
    found: dict[int, Row[Any]] = {}
    for row in await counting.done_before(tx, campaign, since):
        if holds(span, done_on(row.period, row.done_at, team.zone)):
            found[row.owed_id] = row
    for owed_id, row in found.items():
        done = Done(row.answers, row.code, row.done_by_id)
        await _count(tx, done, campaign, await assignments.get(tx, owed_id))
    if found:
        await _tell(tx, team, campaign, [(row.done_by_id, id_) for id_, row in found.items()])


async def _count(tx: Tx, done: Done, other: Campaign, owed: Assignment) -> None:
    asked = {question.code for question in questions_of(other.questions)}
    fitting = {code: each for code, each in done.answers.items() if code in asked}
    after = rules.finish(other, owed, done.person_id, fitting, tx.now)
    await assignments.save(tx, owed, after)
    await assignments.keep_answers(tx, owed.id, done.person_id, fitting)
    about = {"campaign_id": other.id, "assignment_id": owed.id, "person_id": done.person_id}
    await campaigns.enter(tx, COUNTED, **about, of=done.code)


async def _tell(tx: Tx, team: Team, other: Campaign, counted: Sequence[tuple[int, int]]) -> None:
    """Let the board follow, and each who has done it know what need not be done again."""
    await boards.refresh(tx, team, other.id)
    theirs: dict[int, list[int]] = {}
    for person_id, number in counted:
        theirs.setdefault(person_id, []).append(number)
    for person in (await people.of_ids(tx, sorted(theirs))).values():
        if not person.active:
            continue
        numbers = theirs[person.id]
        said: dict[str, Any] = {"name": other.name, "number": numbers[0], "count": len(numbers)}
        tell(tx, person, "campaign-notice", text="task-counted", **said)
