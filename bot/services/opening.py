"""Opening a campaign: everybody in its scope is given it, and told at Telegram's own pace."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.domain import campaign as rules
from bot.domain.calendar import by_day, is_working_day
from bot.domain.campaign import Campaign, CampaignState
from bot.domain.deadlines import Working
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.reminders import next_hour
from bot.domain.team import Team
from bot.services import boards, calendar, counting
from bot.services.campaign_news import tell_leads
from bot.services.messages import leads, tell
from storage import assigning, campaign_facts, campaigns, due, findings
from storage.database import Tx
from storage.due import Due

OPEN = "campaign-open"
_NAMED = 10
# The longest run of days off, and more.
_AHEAD = timedelta(days=40)


async def working_days(tx: Tx, team: Team, ahead: timedelta = _AHEAD) -> Working:
    """Return the calendar around today as a rule asks it: whether offices work on a day."""
    today = calendar.today(tx, team)
    known = by_day(await calendar.days(tx, team, today - _AHEAD, today + ahead))
    return lambda day: is_working_day(day, known)


async def open_due(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Open a confirmed campaign on its day; one that was called off meanwhile stays so.

    While it would reach nobody it is tried again every day.
    """
    del params
    campaign = await campaigns.get(tx, subject_id)
    if campaign.state is not CampaignState.CONFIRMED or rules.is_late(tx.now, campaign.due_at):
        return
    if (await assigning.addressed(tx, campaign.scope, campaign.per)).assignments:
        await open_campaign(tx, team, campaign, None)
    else:
        await due.schedule(tx, Due(OPEN, campaign.id, tx.now + timedelta(days=1)))


async def open_campaign(tx: Tx, team: Team, campaign: Campaign, person: Person | None) -> Campaign:
    """Open a confirmed campaign: assignments, cards and findings, all in this transaction.

    Opened by a person its cards go out at once, else in the hours of offices. Refused when it
    would reach nobody.
    """
    opened = rules.launch(campaign, tx.now)
    await campaigns.save(tx, campaign, opened)
    given = await _give(tx, team, opened, at_once=person is not None)
    if not given:
        raise Refused("refused-campaign-nobody", code=campaign.code)
    by = person.id if person else None
    await campaigns.enter(tx, "opened", campaign_id=opened.id, person_id=by, given=given)
    await tell_leads(tx, team, opened, "campaign-opened", given=given)
    await boards.post(tx, team, opened.id)
    await look_for_silence(tx)
    return opened


async def take_in(tx: Tx, team: Team, campaign: Campaign) -> int:
    """Give an open campaign to agencies and systems that were added since; returns how many."""
    if campaign.state is not CampaignState.OPEN or rules.is_late(tx.now, campaign.due_at):
        return 0
    given = await _give(tx, team, campaign, at_once=False)
    if given:
        await campaigns.enter(tx, "taken-in", campaign_id=campaign.id, given=given)
        await boards.refresh(tx, team, campaign.id)
    return given


async def _give(tx: Tx, team: Team, campaign: Campaign, *, at_once: bool) -> int:
    given = await assigning.assign(tx, campaign)
    if given:
        await counting.count_earlier(tx, team, campaign)
        not_before = tx.now if at_once else await office_hour(tx, team)
        many = team.catalog.campaigns.policy.many_cards
        await assigning.queue_cards(tx, campaign, many, not_before)
    return given


async def office_hour(tx: Tx, team: Team) -> datetime:
    """Return now in the hours of offices, else when they begin next."""
    policy = team.catalog.campaigns.policy
    working = await working_days(tx, team)
    return next_hour(tx.now, policy.work_from, policy.work_until, team.zone, working)


async def look_for_silence(tx: Tx) -> None:
    """Tell the leads of agencies that owe something and have nobody who can be reached."""
    if not await findings.look_for_silence(tx):
        return
    silent = await findings.open_ones(tx, kind=findings.NO_CONTACT)
    names = [row.agency for row in silent]
    for lead in await leads(tx):
        tell(
            tx,
            lead,
            "campaign-notice",
            text="finding-no-contact",
            count=len(names),
            names={"list": names[-_NAMED:]},
            more=max(0, len(names) - _NAMED),
        )


async def settle_deliveries(tx: Tx) -> None:
    """Keep which assignments have reached somebody of their agency."""
    await campaign_facts.mark_delivered(tx)
