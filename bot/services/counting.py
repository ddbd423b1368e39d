"""A drill counts for its year: whoever has held one need not answer for the yearly one again."""

from bot.domain import campaign as rules
from bot.domain.campaign import TO_DO, Assignment, Campaign, CampaignState
from bot.domain.campaign_questions import questions_of
from bot.domain.people import Person
from bot.domain.team import Team
from bot.services import boards, task_cards
from storage import assignments, campaigns
from storage.database import Tx

DRILL, COUNTED = "drill", "counted"


async def count(
    tx: Tx, team: Team, campaign: Campaign, assignment: Assignment, person: Person
) -> None:
    """Hand in what was done also where the same agency or system owes a drill of the same year.

    Answers to questions that are asked there too go with it; the team may still give it back.
    """
    if campaign.feeds != DRILL:
        return
    year = tx.now.astimezone(team.zone).year
    for other in await campaigns.in_states(tx, (CampaignState.OPEN,)):
        if other.id == campaign.id or other.feeds != DRILL:
            continue
        if other.due_at.astimezone(team.zone).year == year:
            await _count(tx, team, assignment, other, person)


async def _count(tx: Tx, team: Team, done: Assignment, other: Campaign, person: Person) -> None:
    for owed in await assignments.of_campaign(tx, other.id):
        same = (owed.agency_id, owed.system_id) == (done.agency_id, done.system_id)
        if not same or owed.state not in TO_DO:
            continue
        asked = {question.code for question in questions_of(other.questions)}
        fitting = {code: each for code, each in done.answers.items() if code in asked}
        after = rules.finish(other, owed, person.id, fitting, tx.now)
        await assignments.save(tx, owed, after)
        await assignments.keep_answers(tx, owed.id, person.id, fitting)
        about = {"campaign_id": other.id, "assignment_id": owed.id, "person_id": person.id}
        await campaigns.enter(tx, COUNTED, **about)
        await task_cards.refresh(tx, owed.id)
        await boards.refresh(tx, team, other.id)
