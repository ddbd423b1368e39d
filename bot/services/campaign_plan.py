"""The plan of campaigns: recurring obligations opened by themselves, and what comes in a year."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bot.domain import campaign as rules
from bot.domain.audience import Audience
from bot.domain.campaign import BEFORE_OPENING, Campaign, CampaignState
from bot.domain.errors import Refused
from bot.domain.obligations import Obligation, Opening
from bot.domain.people import Person
from bot.domain.periods import (
    Turn,
    end_of,
    start_of,
    titled,
    turn_of,
    turns_due,
    turns_opening,
)
from bot.domain.team import Team
from bot.services import boards, calendar, opening
from bot.services.campaign_news import tell_leads
from storage import assigning, campaign_facts, campaigns, due
from storage.assigning import Addressed
from storage.database import Tx
from storage.due import Due

PLAN = "campaign-plan"
BEGUN = "plan-begun"
_YEAR = timedelta(days=366)
_MONTH = timedelta(days=31)


class Planned(Struct, frozen=True):
    """One campaign to come or under way; `campaign` is None while it is only in the catalog."""

    name: str
    due: date
    opens: date
    addressed: Addressed
    obligation: Obligation | None = None
    turn: Turn | None = None
    campaign: Campaign | None = None


async def plan_due(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Open what begins, take in who was added, close what is finished; once a day.

    Each campaign is opened by a due row of its own, so that no page waits for all of them.
    """
    del subject_id, params
    today = calendar.today(tx, team)
    await _begin_turns(tx, team, today)
    for campaign in await campaigns.in_states(tx, (CampaignState.OPEN,)):
        await opening.take_in(tx, team, campaign)
    await opening.settle_deliveries(tx)
    await opening.look_for_silence(tx)
    await _look_after_proposals(tx, team, today)
    await _close_finished(tx, team)
    await boards.refresh_all(tx, team)


async def _begun(tx: Tx, today: date) -> date:
    """Return since when there is a plan: what began before the program was there is not opened."""
    line = await campaigns.said_first(tx, BEGUN)
    if line is not None:
        return date.fromisoformat(line.params["on"])
    await campaigns.enter(tx, BEGUN, on=today.isoformat())
    return today


async def _begin_turns(tx: Tx, team: Team, today: date) -> None:
    working = await opening.working_days(tx, team, 2 * _YEAR)
    since = max(await _begun(tx, today), today - _YEAR)
    begins = [
        (obligation, turn)
        for obligation in team.catalog.campaigns.obligations
        if obligation.opening is not Opening.OFF
        for turn in turns_opening(obligation, since, today + timedelta(days=1), working)
        if turn.due >= today
    ]
    known = await campaigns.of_turns(tx, {turn.key for _, turn in begins}) if begins else {}
    for obligation, turn in begins:
        if (turn.obligation, turn.key) not in known:
            await _begin(tx, team, obligation, turn)


async def _begin(tx: Tx, team: Team, obligation: Obligation, turn: Turn) -> None:
    """Let a turn begin, if there is anybody whom it addresses."""
    new = drafted(team, obligation, turn, tx.now)
    meant = await assigning.addressed(tx, new.scope, new.per)
    if not meant.assignments:
        return
    asked = obligation.opening is Opening.ASK
    state = CampaignState.PROPOSED if asked else CampaignState.CONFIRMED
    confirmed_at = None if asked else tx.now
    new = replace(new, state=state, confirmed_at=confirmed_at)
    campaign = await campaigns.add(tx, new, calendar.today(tx, team).year)
    await campaigns.enter(tx, "planned", campaign_id=campaign.id, period=turn.key)
    if not asked:
        await due.schedule(tx, Due(opening.OPEN, campaign.id, tx.now))
        return
    await _propose(tx, team, campaign)


def drafted(team: Team, obligation: Obligation, turn: Turn, now: datetime) -> Campaign:
    """Return the campaign that a turn of an obligation is, as the catalog says it today."""
    language, book = team.language, team.catalog.campaigns
    label = book.label(turn.key, language)
    return Campaign(
        0,
        "",
        titled(obligation.name(language), label),
        min(start_of(turn.opens, team.zone), now),
        end_of(turn.due, team.zone),
        body=obligation.why_in(language),
        obligation=obligation.code,
        period=turn.key,
        feeds=obligation.feeds,
        scope=scope_of(obligation),
        per=obligation.per,
        questions=tuple(each.model_dump(mode="json") for each in obligation.questions),
        reminders=book.reminders_for(obligation.reminders).model_dump(mode="json"),
        basis=obligation.basis,
        evidence=obligation.evidence_in(language),
        receiver=obligation.receiver_in(language),
        rollup_at=end_of(turn.rollup, team.zone) if turn.rollup else None,
    )


def scope_of(obligation: Obligation) -> Audience:
    """Return whom an obligation addresses."""
    levels = obligation.levels
    return Audience(
        kinds=obligation.kinds,
        but_kinds=obligation.but_kinds,
        levels=tuple(range(levels.least, levels.most + 1)) if levels else (),
    )


async def _look_after_proposals(tx: Tx, team: Team, today: date) -> None:
    """Bring up every week what nobody has confirmed; what is too late by now is called off."""
    waiting = (CampaignState.PROPOSED, CampaignState.CONFIRMED)
    for campaign in await campaigns.in_states(tx, waiting):
        made_at = campaign.created_at or campaign.starts_at
        waited = (today - made_at.astimezone(team.zone).date()).days
        if rules.is_late(tx.now, campaign.due_at):
            await campaigns.save(tx, campaign, rules.cancel(campaign, tx.now))
            await campaigns.enter(tx, "missed", campaign_id=campaign.id)
            await tell_leads(tx, team, campaign, "campaign-missed")
        elif campaign.state is CampaignState.PROPOSED and waited and waited % 7 == 0:
            await _propose(tx, team, campaign)


async def _propose(tx: Tx, team: Team, campaign: Campaign) -> None:
    meant = await assigning.addressed(tx, campaign.scope, campaign.per)
    await tell_leads(
        tx,
        team,
        campaign,
        "campaign-proposed",
        agencies=meant.agencies,
        silent=meant.silent,
        by=None,
    )


async def _close_finished(tx: Tx, team: Team) -> None:
    """Close what is over and wholly accepted, and what the next of its kind has replaced."""
    alive = await campaigns.in_states(tx, (CampaignState.OPEN,))
    over = [each for each in alive if rules.is_late(tx.now, each.rollup_at or each.due_at)]
    figures = await campaign_facts.progress(tx, [each.id for each in over])
    for campaign in over:
        counted = figures.get(campaign.id)
        settled = counted is not None and counted.accepted == counted.given
        replaced = any(
            other.obligation == campaign.obligation and other.due_at > campaign.due_at
            for other in alive
            if campaign.obligation is not None
        )
        if settled or replaced:
            await campaigns.save(tx, campaign, rules.close(campaign, tx.now))
            await campaigns.enter(tx, "closed", campaign_id=campaign.id)
            await assigning.refresh_cards(tx, campaign.id)
            await boards.refresh(tx, team, campaign.id)


async def ahead(tx: Tx, team: Team, months: int | None = None) -> list[Planned]:
    """Return the campaigns of the next months, those due first first, each with whom it reaches.

    What is under way is among them, however long it is overdue.
    """
    today = calendar.today(tx, team)
    length = _MONTH * (months or team.catalog.campaigns.policy.plan_months)
    working = await opening.working_days(tx, team, length + _YEAR)
    counted: dict[str, Addressed] = {}
    planned: list[Planned] = []
    turns = [
        (obligation, turn)
        for obligation in team.catalog.campaigns.obligations
        if obligation.opening is not Opening.OFF
        for turn in turns_due(obligation, today, today + length, working)
    ]
    known = await campaigns.of_turns(tx, {turn.key for _, turn in turns})
    for obligation, turn in turns:
        if (obligation.code, turn.key) not in known:
            reach = await _reach(tx, scope_of(obligation), obligation, counted)
            name = obligation.name(team.language)
            planned.append(Planned(name, turn.due, turn.opens, reach, obligation, turn))
    planned += await _kept(tx, team)
    return sorted(planned, key=lambda each: (each.due, each.name))


async def _reach(
    tx: Tx, scope: Audience, obligation: Obligation, counted: dict[str, Addressed]
) -> Addressed:
    key = f"{obligation.per}{scope.model_dump_json()}"
    if key not in counted:
        counted[key] = await assigning.addressed(tx, scope, obligation.per)
    return counted[key]


async def _kept(tx: Tx, team: Team) -> Iterable[Planned]:
    def day(at: datetime) -> date:
        return at.astimezone(team.zone).date()

    alive = await campaigns.in_states(tx, (*BEFORE_OPENING, CampaignState.OPEN))
    figures = await campaign_facts.progress(tx, [each.id for each in alive])
    found = []
    for each in alive:
        counted = figures.get(each.id)
        reach = (
            Addressed(0, counted.given, 0)
            if counted is not None
            else await assigning.addressed(tx, each.scope, each.per)
        )
        rule = team.catalog.campaigns.obligation(each.obligation or "")
        begins = day(each.opened_at or each.starts_at)
        found.append(Planned(each.name, day(each.due_at), begins, reach, rule, campaign=each))
    return found


async def _turn(tx: Tx, team: Team, code: str, key: str) -> tuple[Obligation, Turn]:
    obligation = team.catalog.campaigns.obligation(code)
    if obligation is None:
        raise Refused("refused-no-such-obligation")
    working = await opening.working_days(tx, team, 3 * _YEAR)
    turn = turn_of(obligation, key, calendar.today(tx, team), working)
    if turn is None:
        raise Refused("refused-no-such-obligation")
    if (code, key) in await campaigns.of_turns(tx, [key]):
        raise Refused("refused-turn-taken", name={"names": dict(obligation.names)})
    return obligation, turn


async def open_turn(tx: Tx, team: Team, person: Person, code: str, key: str) -> Campaign:
    """Open the campaign of a period now, ahead of its day or after the program missed it."""
    obligation, turn = await _turn(tx, team, code, key)
    new = replace(
        drafted(team, obligation, turn, tx.now),
        state=CampaignState.CONFIRMED,
        confirmed_by_id=person.id,
        confirmed_at=tx.now,
    )
    rules.check_dates(new, tx.now)
    campaign = await campaigns.add(tx, new, calendar.today(tx, team).year)
    return await opening.open_campaign(tx, team, campaign, person)


async def skip_turn(tx: Tx, team: Team, person: Person, code: str, key: str) -> Campaign:
    """Keep for good that a period's campaign is not to be opened."""
    obligation, turn = await _turn(tx, team, code, key)
    new = drafted(team, obligation, turn, tx.now)
    gone = rules.cancel(replace(new, created_by_id=person.id), tx.now)
    campaign = await campaigns.add(tx, gone, calendar.today(tx, team).year)
    await campaigns.enter(tx, "skipped", campaign_id=campaign.id, person_id=person.id)
    return campaign
