"""Form 05 that was sent is what its campaign asks of the standing body: handed in by the same deed.

Whose assignment it is must be beyond doubt: that of the agency the sender belongs to, or the only
one. What its agency has handed in itself stays as it is.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.domain import campaign as rules
from bot.domain.campaign import TO_DO, Assignment, AssignmentState, Campaign, CampaignState
from bot.domain.campaign_questions import Question, QuestionKind, questions_of
from bot.domain.counting import is_told_by
from bot.domain.people import Person
from bot.domain.spans import span_of
from bot.domain.team import Team
from bot.services import assignments, boards, case_forms, outcomes, task_cards
from bot.services.messages import tell
from storage import assignments as kept
from storage import campaigns
from storage.case_forms import CasePaper
from storage.database import Tx

Words = dict[str, Any]


async def hand_in(
    tx: Tx, team: Team, lead: Person, paper: CasePaper, said: Mapping[str, Any]
) -> Words | None:
    """Hand in what the open campaign about a paper's period asks; return its name and number.

    Nothing where no such campaign is open, or nothing is owed in it. Answers that the campaign asks
    for and the sending does not tell stay open: the team may give it back.
    """
    if paper.period is None or not team.catalog.forms.form(paper.form).means(case_forms.FORM05):
        return None
    span = span_of(paper.period)
    for campaign in await campaigns.in_states(tx, (CampaignState.OPEN,)):
        is_asked = campaign.obligation == case_forms.FORM05_OBLIGATION
        if is_asked and is_told_by(campaign.period, span):
            owed = await _owed(tx, lead, campaign)
            if owed is not None:
                answers = _answers(team, campaign, said)
                after = rules.finish(campaign, owed, lead.id, answers, tx.now)
                await _keep(tx, team, lead, campaign, owed, after)
                await _tell(tx, team, lead, campaign, after, paper)
                return {"name": campaign.name, "number": owed.id}
    return None


async def _owed(tx: Tx, lead: Person, campaign: Campaign) -> Assignment | None:
    """Return what the team owes itself; not what was given back: its own answers correct that."""
    given = await kept.of_campaign(tx, campaign.id)
    theirs = [each for each in given if each.agency_id == lead.agency_id] or given
    if len(theirs) != 1 or theirs[0].state not in TO_DO:
        return None
    return None if theirs[0].state is AssignmentState.RETURNED else theirs[0]


def _answers(team: Team, campaign: Campaign, said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the sending tells of the campaign's questions, by their codes."""
    sent_at: datetime = said["sent_at"]
    told = {
        ("number", QuestionKind.TEXT): said["number"],
        ("sent_on", QuestionKind.DATE): sent_at.astimezone(team.zone).date().isoformat(),
    }
    asked: tuple[Question, ...] = questions_of(campaign.questions)
    known = {question.code: told.get((question.code, question.kind)) for question in asked}
    return {code: answer for code, answer in known.items() if answer}


async def _keep(
    tx: Tx, team: Team, lead: Person, campaign: Campaign, owed: Assignment, after: Assignment
) -> None:
    await kept.save(tx, owed, after)
    await kept.keep_answers(tx, owed.id, lead.id, after.answers)
    about = {"campaign_id": campaign.id, "assignment_id": owed.id, "person_id": lead.id}
    await campaigns.enter(tx, "handed-in", **about, late=after.late)
    await task_cards.refresh(tx, owed.id)
    await boards.refresh(tx, team, campaign.id)
    await outcomes.handed_in(tx, team, campaign, after, lead)


async def _tell(
    tx: Tx,
    team: Team,
    lead: Person,
    campaign: Campaign,
    after: Assignment,
    paper: CasePaper,
) -> None:
    """Let the agency's contact persons know that nothing is to be done, and how to correct it."""
    correct = {"label": "button-task-correct", "data": f"task:{after.id}:done"}
    said: Words = {"name": campaign.name, "number": after.id, "by": lead.name}
    said["form"] = case_forms.form_name(team, paper)
    for one in await assignments.contact_people(tx, after.agency_id):
        if one.id != lead.id:
            tell(tx, one, "campaign-notice", text="task-sent-for-you", **said, keys=[[correct]])
