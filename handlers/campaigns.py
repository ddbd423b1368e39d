"""Campaigns at the team: begun, confirmed by a second person, followed, accepted, closed."""

from bot.domain.errors import Refused
from bot.domain.people import Role
from bot.domain.typed import paged, unaccented
from bot.services import campaign_pages, campaign_plan, campaigns, leagues, plan_pages, plans
from bot.services.task_words import last_day
from handlers import campaign_deeds, givens
from handlers.registry import Button, Command, Context, Where


async def show_campaigns(context: Context) -> None:
    """/campaigns [plan [png | ics] | league [2026] | open | skip OBLIGATION PERIOD | which one]."""
    words, page = paged(context.words)
    word, rest = _verb(words)
    if not word:
        await campaign_pages.show_list(context.tx, context.team, context.person, page)
    elif word == "plan":
        await _plan(context, unaccented(rest), page)
    elif word == "league":
        await _league(context, rest, page)
    elif word in ("open", "mo", "skip", "boqua"):
        await _turn(context, word, rest)
    else:
        found = await campaigns.found(context.tx, context.words)
        await campaign_pages.show(context.tx, context.team, context.person, found.id)


def _verb(words: str) -> tuple[str, str]:
    """Return what is asked for, and the rest; in Vietnamese it may be two words."""
    first, _, rest = words.partition(" ")
    second, _, others = rest.strip().partition(" ")
    both = unaccented(f"{first} {second}").replace(" ", "")
    if both in _VERBS and second:
        return _VERBS[both], others
    word = unaccented(first)
    return _VERBS.get(word, word), rest


async def _plan(context: Context, form: str, page: int) -> None:
    if not form:
        await plan_pages.show_plan(context.tx, context.team, context.person, page)
        return
    wanted = _PAPERS.get(form)
    if wanted not in ("png", "ics"):
        raise Refused("refused-campaign-plan-usage")
    await _order_plan(context, wanted)


async def _order_plan(context: Context, form: str) -> None:
    await plans.order(context.tx, context.team, context.person, form)
    context.toast("toast-campaign-making")
    if context.press is None:
        context.answer("campaign-making")


async def _league(context: Context, words: str, page: int) -> None:
    """The league table of a period, of this year when none is written; `xlsx` as a workbook."""
    first, _, rest = words.strip().partition(" ")
    is_sheet = unaccented(first) in _SHEET
    span = leagues.asked(rest if is_sheet else words, last_day(context.team, context.tx.now))
    if is_sheet:
        await leagues.order(context.tx, context.person, span)
        context.answer("campaign-making")
    else:
        await leagues.show_league(context.tx, context.team, context.person, span, page)


async def press_league(context: Context, key: str, page_number: str, form: str = "") -> None:
    """A page of the league table, of this or another period, or the whole of it as a workbook."""
    span = leagues.meant(key)
    if form == "xlsx":
        await leagues.order(context.tx, context.person, span)
        context.toast("toast-campaign-making" if context.is_private else "toast-see-private")
        return
    tx, team, person = context.tx, context.team, context.person
    under = campaign_deeds.under(context)
    await leagues.show_league(tx, team, person, span, int(page_number), under)
    context.toast("" if context.is_private else "toast-see-private")


async def _turn(context: Context, word: str, rest: str) -> None:
    """Open a period of an obligation now, or leave it out for good."""
    campaign_deeds.check(context)
    code, _, key = rest.strip().partition(" ")
    if not key.strip():
        raise Refused("refused-campaign-turn-usage")
    tx, team, person = context.tx, context.team, context.person
    if word in ("open", "mo"):
        opened = await campaign_plan.open_turn(tx, team, person, code, key.strip())
        await campaign_pages.show(tx, team, person, opened.id)
        return
    left = await campaign_plan.skip_turn(tx, team, person, code, key.strip())
    context.answer("campaign-turn-skipped", name=left.name)


async def campaign(context: Context) -> None:
    """/campaign [new | what to do with it, and which one | which one | accept 57 …]."""
    verb, _, rest = context.words.strip().partition(" ")
    word = unaccented(verb)
    if not word:
        await campaign_pages.show_list(context.tx, context.team, context.person)
    elif word in ("new", "moi"):
        await campaign_deeds.new(context)
    elif word in givens.TYPED:
        await givens.TYPED[word](context, rest.strip())
    elif word in campaign_deeds.WORDS:
        found = await campaigns.found(context.tx, rest)
        await campaign_deeds.ACTS[campaign_deeds.WORDS[word]](context, found.id)
    else:
        found = await campaigns.found(context.tx, context.words)
        await campaign_deeds.page(context, found.id)


async def press_campaigns(context: Context, page_number: str) -> None:
    """The list of campaigns."""
    tx, team, person = context.tx, context.team, context.person
    await campaign_pages.show_list(
        tx, team, person, int(page_number), campaign_deeds.under(context)
    )
    context.toast("toast-below" if context.is_private else "toast-see-private")


async def press_campaign(context: Context, campaign_id: str, action: str = "") -> None:
    """A campaign's page, or one of its buttons."""
    if action == "new":
        await campaign_deeds.new(context)
    elif action in campaign_deeds.ACTS:
        await campaign_deeds.ACTS[action](context, int(campaign_id))
    else:
        raise Refused("refused-unknown-button")


async def press_plan(context: Context, page_number: str, form: str = "") -> None:
    """A page of the plan, or the plan on paper."""
    if form in ("png", "ics"):
        await _order_plan(context, form)
    elif not form:
        tx, team, person = context.tx, context.team, context.person
        await plan_pages.show_plan(
            tx, team, person, int(page_number), campaign_deeds.under(context)
        )
    else:
        raise Refused("refused-unknown-button")


_PAPERS = {"png": "png", "anh": "png", "ics": "ics", "lich": "ics"}
_VERBS = {"kehoach": "plan", "xephang": "league"}
_SHEET = ("xlsx", "bangtinh", "excel")
COMMANDS = (
    Command("campaigns", "cacdot", Role.RESPONDER, show_campaigns, Where.PRIVATE),
    Command("campaign", "dot", Role.RESPONDER, campaign, Where.PRIVATE),
)
BUTTONS = (
    Button("campaigns", Role.RESPONDER, press_campaigns),
    Button("campaign", Role.RESPONDER, press_campaign),
    Button("plan", Role.RESPONDER, press_plan),
    Button("league", Role.RESPONDER, press_league),
)
