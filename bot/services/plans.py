"""The plan of campaigns for the next twelve months on paper: ordered, made beside, sent."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from bot.domain.campaign import CampaignState
from bot.domain.paper import Finished
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.domain.year_plan import Planned, YearPlan, year_plan_of
from bot.services import campaign_plan
from bot.services.messages import tell
from storage import due, papers, people
from storage.database import Tx
from storage.due import Due

MAKE = "make-campaign-plan"  # about whoever wants it
PICTURE, CALENDAR = "png", "ics"
_TEXTS = {PICTURE: "plan-made", CALENDAR: "plan-file-made"}


class PlanOrder(Struct, frozen=True):
    """What the workshop needs to make a plan."""

    plan: YearPlan
    form: str


async def order(tx: Tx, team: Team, person: Person, form: str = PICTURE) -> None:
    """Have the plan made for somebody, as a picture or as a calendar file."""
    del team
    if form not in _TEXTS:
        raise ValueError(f"no such form of a plan: {form}")
    await due.schedule(tx, Due(MAKE, person.id, tx.now, {"form": form}))


async def gather(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]
) -> PlanOrder | None:
    """Return the plan; None when whoever wanted it has left the team."""
    reader = (await people.of_ids(tx, [subject_id])).get(subject_id)
    if reader is None or not may(reader, Role.RESPONDER):
        return None
    ahead = await campaign_plan.ahead(tx, team)
    issuer = team.catalog.watch.letterhead.issuer
    planned = [_planned(one, team, reader.language) for one in ahead]
    plan = year_plan_of(planned, tx.now, team.zone, language=reader.language, issuer=issuer)
    return PlanOrder(plan, params["form"])


def _planned(one: campaign_plan.Planned, team: Team, language: str) -> Planned:
    """Return one campaign of the plan; those of one obligation share its name and its row."""
    campaign, rule = one.campaign, one.obligation
    name = rule.name(language) if rule is not None else one.name
    return Planned(
        _key(one),
        rule.code if rule is not None else _key(one),
        name,
        one.opens,
        one.due,
        _rollup_on(one, team),
        campaign is not None and campaign.state is CampaignState.OPEN,
        one.addressed.assignments,
    )


def _key(one: campaign_plan.Planned) -> str:
    """Return by what it is known again: its period, or its code when it was made by hand."""
    campaign, turn = one.campaign, one.turn
    if turn is not None:
        return f"{turn.obligation}-{turn.key}"
    if campaign is None:
        return one.name
    return f"{campaign.obligation}-{campaign.period}" if campaign.obligation else campaign.code


def _rollup_on(one: campaign_plan.Planned, team: Team) -> date | None:
    if one.turn is not None:
        return one.turn.rollup
    until = one.campaign.rollup_at if one.campaign is not None else None
    return None if until is None else until.astimezone(team.zone).date()


async def keep(
    tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any], made: Sequence[Finished]
) -> None:
    """Send the plan to whoever wanted it."""
    del team
    person = await people.get(tx, subject_id)
    for paper in made:
        paper_id = await papers.add(tx, paper.name, paper.content, paper.media)
        tell(tx, person, "paper", text=_TEXTS[params["form"]], paper=paper_id)


async def give_up(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Tell whoever wanted the plan that it cannot be made."""
    del team, params
    tell(tx, await people.get(tx, subject_id), "notice", text="plan-not-made")
