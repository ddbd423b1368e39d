"""What the team's leads hear of campaigns, each as a message with a way to its page."""

from typing import Any

from bot.domain.campaign import Campaign
from bot.domain.people import Person
from bot.domain.team import Team
from bot.services import calendar
from bot.services.messages import leads, tell
from storage.database import Tx


def page_key(campaign: Campaign) -> dict[str, Any]:
    """Return the button that shows a campaign's page."""
    return {"label": "button-campaign-page", "data": f"campaign:{campaign.id}"}


def told(team: Team, campaign: Campaign) -> dict[str, Any]:
    """Return what every message about a campaign says of it."""
    return {
        "name": campaign.name,
        "code": campaign.code,
        "due": calendar.date_text(campaign.due_at.astimezone(team.zone).date()),
        "keys": [[page_key(campaign)]],
    }


async def tell_leads(
    tx: Tx,
    team: Team,
    campaign: Campaign,
    text: str,
    *,
    but: Person | None = None,
    **params: Any,  # noqa: ANN401 what the text asks for
) -> None:
    """Tell every lead but one something about a campaign."""
    for lead in await leads(tx):
        if but is None or lead.id != but.id:
            said = told(team, campaign) | params
            tell(tx, lead, "campaign-notice", None, text=text, **said)
