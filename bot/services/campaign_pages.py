"""Campaigns as the team looks at them: the list, and one campaign's page with what can be done."""

from datetime import datetime
from typing import Any

from bot.domain.audience import Audience, Per
from bot.domain.campaign import BEFORE_OPENING, Campaign, CampaignState
from bot.domain.errors import Refused
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.services import campaign_board, campaigns, opening
from bot.services.campaign_asked import question_lines
from bot.services.showing import Under
from bot.services.showing import show as show_page
from bot.services.task_words import day_words, last_day
from storage import board_facts, campaign_facts, people
from storage import campaigns as stored
from storage.campaign_facts import Progress
from storage.database import Tx

Key = dict[str, Any]
Keys = list[list[Key]]
Words = dict[str, Any]

_SHOWN = 10
_SHOWN_BODY = 700
_SHOWN_NAMES = 5
_ALIVE = (*BEFORE_OPENING, CampaignState.OPEN)


async def show_list(
    tx: Tx, team: Team, person: Person, page: int = 0, under: Under | None = None
) -> None:
    """Show the campaigns that are drafted, coming or open, those due first first."""
    found = await stored.in_states(tx, _ALIVE)
    pages = max(1, -(-len(found) // _SHOWN))
    if page >= pages:
        raise Refused("refused-page-gone")
    shown = found[page * _SHOWN :][:_SHOWN]
    figures = await campaign_facts.progress(tx, [one.id for one in shown])
    lines = [_line(tx, team, one, figures.get(one.id)) for one in shown]
    before = {"label": "button-page-before", "data": f"campaigns:{page - 1}"}
    after = {"label": "button-page-after", "data": f"campaigns:{page + 1}"}
    keys: Keys = [
        [{"caption": f"{one.code} {one.name}", "data": f"campaign:{one.id}"}] for one in shown
    ]
    if pages > 1:
        keys.append([before] * (page > 0) + [after] * (page + 1 < pages))
    if may(person, Role.LEAD):
        new = {"label": "button-campaign-new", "data": "campaign:0:new", "style": "primary"}
        keys.append([new])
    league = f"league:{last_day(team, tx.now).year}:0"
    plan = {"label": "button-campaigns-plan", "data": "plan:0"}
    keys.append([plan, {"label": "button-campaigns-league", "data": league}])
    await show_page(
        tx,
        person,
        under,
        text="campaigns-list",
        count=len(found),
        page=page + 1,
        pages=pages,
        lines={"lines": lines},
        keys=keys,
    )


def _line(tx: Tx, team: Team, campaign: Campaign, counted: Progress | None) -> Words:
    said = {
        "name": campaign.name,
        "code": campaign.code,
        "due": campaign_board.due_line(team, campaign, tx),
    }
    if campaign.state is not CampaignState.OPEN or counted is None:
        return {"text": "campaigns-line", **said, "state": state_words(campaign)}
    asked = counted.given - counted.exempt
    return {
        "text": "campaigns-line-open",
        **said,
        "bar": campaign_board.bar(counted.done, asked),
        "done": counted.done,
        "asked": asked,
        "overdue": counted.overdue,
    }


def state_words(campaign: Campaign) -> Words:
    """Return how a campaign stands, in a few words."""
    return {"text": f"campaign-state-{campaign.state.value}"}


async def show(
    tx: Tx, team: Team, person: Person, campaign_id: int, under: Under | None = None
) -> None:
    """Show one campaign: before it opens what it will be, from then on how far it is."""
    campaign = await stored.get(tx, campaign_id)
    if campaign.state in BEFORE_OPENING or campaign.opened_at is None:
        said = await _to_come(tx, team, person, campaign)
    else:
        said = await _under_way(tx, team, campaign)
    keys = await _keys(tx, person, campaign)
    await show_page(tx, person, under, **said, keys=keys)


async def _to_come(tx: Tx, team: Team, person: Person, campaign: Campaign) -> Words:
    meant = await campaigns.preview(tx, campaign)
    return {
        "text": "campaign-preview",
        **await _about(tx, team, campaign),
        "author": await _author(tx, campaign),
        "who": await audience_words(tx, campaign.scope, campaign.per),
        "agencies": meant.agencies,
        "assignments": meant.assignments,
        "silent": meant.silent,
        "questions": question_lines(campaign, person.language),
        "next": {"text": f"campaign-next-{campaign.state.value}", "code": campaign.code},
    }


async def _about(tx: Tx, team: Team, campaign: Campaign) -> Words:
    body = campaign.body.strip()
    if len(body) > _SHOWN_BODY:
        body = f"{body[:_SHOWN_BODY].rstrip()}…"
    rollup = campaign.rollup_at
    return {
        "name": campaign.name,
        "code": campaign.code,
        "state": state_words(campaign),
        "body": {"text": "task-body", "words": body} if body else "",
        "basis": {"text": "task-basis", "basis": campaign.basis} if campaign.basis else "",
        "order": campaign.attachment_name or ("✔" if campaign.attachment_id else "—"),
        "receiver": campaign.receiver or "—",
        "evidence": campaign.evidence or "—",
        "due": day_words(team, campaign.due_at, tx.now),
        "rollup": await _rollup(tx, team, rollup) if rollup else "—",
    }


async def _rollup(tx: Tx, team: Team, at: datetime) -> Words:
    """Return the day of a roll-up, remarked when nobody works on it."""
    day = day_words(team, at, tx.now)
    working = await opening.working_days(tx, team)
    is_off = not working(last_day(team, at))
    return {"text": "campaign-rollup-off", "day": day} if is_off else day


async def _author(tx: Tx, campaign: Campaign) -> str:
    author_id = campaign.created_by_id
    known = await people.of_ids(tx, [author_id]) if author_id is not None else {}
    return known[author_id].name if author_id in known else "—"


async def audience_words(tx: Tx, scope: Audience, per: Per) -> Words:
    """Return whom a campaign addresses, in words."""
    if scope.agency_ids:
        names = await board_facts.agency_names(tx, scope.agency_ids[:_SHOWN_NAMES])
        more = max(0, len(scope.agency_ids) - len(names))
        return {"text": "campaign-who-chosen", "names": {"list": names}, "more": more}
    if scope.levels:
        text = "campaign-who-systems" if per is Per.SYSTEM else "campaign-who-owners"
        return {"text": text, "levels": ", ".join(str(level) for level in scope.levels)}
    if scope.kinds:
        return {"text": "campaign-who-kinds", "kinds": {"list": list(scope.kinds)}}
    return {"text": "campaign-who-all-systems" if per is Per.SYSTEM else "campaign-who-all"}


async def _under_way(tx: Tx, team: Team, campaign: Campaign) -> Words:
    waiting = await board_facts.waiting(tx, campaign.id)
    return {
        "text": "campaign-info",
        **await campaign_board.words(tx, team, campaign),
        "state": state_words(campaign),
        "waiting": waiting,
        "asks": await board_facts.open_asks(tx, campaign.id),
    }


async def _keys(tx: Tx, person: Person, campaign: Campaign) -> Keys:
    leads = may(person, Role.LEAD)
    order = [[_order(campaign)]] if campaign.attachment_id is not None else []
    match campaign.state:
        case CampaignState.DRAFT if leads:
            return [
                *order,
                [_key(campaign, "propose", style="success"), _key(campaign, "change")],
                [_key(campaign, "cancel", style="danger"), _back()],
            ]
        case CampaignState.PROPOSED if leads:
            return [
                *order,
                [_key(campaign, "confirm", style="success"), _key(campaign, "takeback")],
                [_key(campaign, "cancel", style="danger"), _back()],
            ]
        case CampaignState.CONFIRMED if leads:
            return [[_key(campaign, "cancel", style="danger"), _back()]]
        case CampaignState.OPEN | CampaignState.CLOSED:
            return await _keys_under_way(tx, campaign, leads=leads)
        case CampaignState.CANCELLED if leads:
            return [[_key(campaign, "copy"), _back()]]
        case _:
            return [[_back()]]


async def _keys_under_way(tx: Tx, campaign: Campaign, *, leads: bool) -> Keys:
    waiting = await board_facts.waiting(tx, campaign.id)
    asks = await board_facts.open_asks(tx, campaign.id)
    table = {"label": "button-campaign-table", "data": f"givens:{campaign.id}:all:0"}
    rows: Keys = [[table]]
    if waiting and campaign.state is CampaignState.OPEN:
        label = {"label": "button-campaign-waiting", "args": {"count": waiting}}
        rows.append([{**label, "data": f"givens:{campaign.id}:wait:0"}])
    if asks:
        label = {"label": "button-campaign-asks", "args": {"count": asks}}
        rows.append([{**label, "data": f"campaign:{campaign.id}:asks"}])
    rows.append([_key(campaign, form) for form in ("png", "xlsx", "docx")])
    if leads:
        own = [_key(campaign, "copy")]
        if campaign.state is CampaignState.OPEN:
            own.append(_key(campaign, "close"))
        rows.append(own)
    return [*rows, [_back()]]


def _key(campaign: Campaign, action: str, **more: str) -> Key:
    return {
        "label": f"button-campaign-{action}",
        "data": f"campaign:{campaign.id}:{action}",
        **more,
    }


def _order(campaign: Campaign) -> Key:
    return {"label": "button-task-order", "data": f"campaign:{campaign.id}:order"}


def _back() -> Key:
    return {"label": "button-campaigns", "data": "campaigns:0"}


async def must_be_opened(tx: Tx, campaign_id: int) -> Campaign:
    """Return a campaign that has results to show; Refused when it was never opened."""
    campaign = await stored.get(tx, campaign_id)
    if campaign.opened_at is None:
        raise Refused("refused-campaign-not-open", code=campaign.code)
    return campaign


async def ask_sure(
    tx: Tx, team: Team, person: Person, campaign_id: int, deed: str, under: Under | None
) -> None:
    """Ask once more before a campaign is closed, called off, or all its results are accepted."""
    campaign = await stored.get(tx, campaign_id)
    waiting = await board_facts.waiting(tx, campaign.id)
    counted = (await campaign_facts.progress(tx, [campaign.id])).get(campaign.id)
    yes = {
        "label": f"button-campaign-{deed}-yes",
        "data": f"campaign:{campaign.id}:{_SURE[deed]}",
        "style": "danger",
    }
    no = {"label": "button-keep", "data": f"campaign:{campaign.id}"}
    await show_page(
        tx,
        person,
        under,
        text=f"campaign-{deed}-sure",
        name=campaign.name,
        code=campaign.code,
        waiting=waiting,
        given=counted.given if counted is not None else 0,
        due=day_words(team, campaign.due_at, tx.now),
        keys=[[yes], [no]],
    )


_SURE = {"close": "closed", "cancel": "gone", "acceptall": "allaccepted"}
