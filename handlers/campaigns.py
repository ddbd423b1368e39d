"""Campaigns at the team: begun, confirmed by a second person, followed, accepted, closed."""

from collections.abc import Awaitable, Callable

from bot.domain.campaign_form import CAMPAIGN, CAMPAIGN_CHANGE
from bot.domain.errors import Refused
from bot.domain.people import Role, may
from bot.domain.typed import paged, unaccented
from bot.services import (
    asks,
    assignments,
    boards,
    campaign_forms,
    campaign_pages,
    campaign_plan,
    campaigns,
    forms,
    plan_pages,
    plans,
    rollups,
    task_pages,
)
from bot.services.showing import Under
from handlers import givens
from handlers.registry import Button, Command, Context, Where

Act = Callable[[Context, int], Awaitable[None]]


def _under(context: Context) -> Under | None:
    if context.press is None or not context.is_private:
        return None
    return Under(context.message.chat.id, context.message.message_id)


def _check(context: Context, least: Role = Role.LEAD) -> None:
    if not may(context.person, least):
        raise Refused("refused-not-allowed", role={"role": least.value})


async def show_campaigns(context: Context) -> None:
    """/campaigns [plan [png | ics] | open | skip OBLIGATION PERIOD | which one]."""
    words, page = paged(context.words)
    verb, _, rest = words.partition(" ")
    word = unaccented(verb)
    if not word:
        await campaign_pages.show_list(context.tx, context.team, context.person, page)
    elif word in ("plan", "kehoach"):
        await _plan(context, unaccented(rest), page)
    elif word in ("open", "mo", "skip", "boqua"):
        await _turn(context, word, rest)
    else:
        found = await campaigns.found(context.tx, context.words)
        await campaign_pages.show(context.tx, context.team, context.person, found.id)


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


async def _turn(context: Context, word: str, rest: str) -> None:
    """Open a period of an obligation now, or leave it out for good."""
    _check(context)
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
        await _new(context)
    elif word in givens.TYPED:
        await givens.TYPED[word](context, rest.strip())
    elif word in _WORDS:
        found = await campaigns.found(context.tx, rest)
        await _ACTS[_WORDS[word]](context, found.id)
    else:
        found = await campaigns.found(context.tx, context.words)
        await _page(context, found.id)


async def press_campaigns(context: Context, page_number: str) -> None:
    """The list of campaigns."""
    tx, team, person = context.tx, context.team, context.person
    await campaign_pages.show_list(tx, team, person, int(page_number), _under(context))
    context.toast("toast-below" if context.is_private else "toast-see-private")


async def press_campaign(context: Context, campaign_id: str, action: str = "") -> None:
    """A campaign's page, or one of its buttons."""
    if action == "new":
        await _new(context)
    elif action in _ACTS:
        await _ACTS[action](context, int(campaign_id))
    else:
        raise Refused("refused-unknown-button")


async def press_plan(context: Context, page_number: str, form: str = "") -> None:
    """A page of the plan, or the plan on paper."""
    if form in ("png", "ics"):
        await _order_plan(context, form)
    elif not form:
        tx, team, person = context.tx, context.team, context.person
        await plan_pages.show_plan(tx, team, person, int(page_number), _under(context))
    else:
        raise Refused("refused-unknown-button")


async def _new(context: Context) -> None:
    _check(context)
    await forms.open(context.tx, context.team, context.person, CAMPAIGN)
    context.toast("toast-below")


async def _page(context: Context, campaign_id: int) -> None:
    tx, team, person = context.tx, context.team, context.person
    await campaign_pages.show(tx, team, person, campaign_id, _under(context))
    context.toast("" if context.is_private else "toast-see-private")


async def _propose(context: Context, campaign_id: int) -> None:
    _check(context)
    await campaigns.propose(context.tx, context.team, context.person, campaign_id)
    context.toast("toast-campaign-proposed")
    await _page(context, campaign_id)


async def _take_back(context: Context, campaign_id: int) -> None:
    _check(context)
    await campaigns.take_back(context.tx, context.person, campaign_id)
    context.toast("toast-campaign-taken-back")
    await _page(context, campaign_id)


async def _confirm(context: Context, campaign_id: int) -> None:
    _check(context)
    await campaigns.confirm(context.tx, context.team, context.person, campaign_id)
    context.toast("toast-campaign-confirmed")
    await _page(context, campaign_id)


async def _change(context: Context, campaign_id: int) -> None:
    _check(context)
    await campaign_forms.check_draft(context.tx, campaign_id)
    tx, team, person = context.tx, context.team, context.person
    await forms.open(tx, team, person, CAMPAIGN_CHANGE, campaign_id)
    context.toast("toast-below")


async def _copy(context: Context, campaign_id: int) -> None:
    _check(context)
    made = await campaigns.copy(context.tx, context.team, context.person, campaign_id)
    context.toast("toast-campaign-copied")
    await campaign_pages.show(context.tx, context.team, context.person, made.id)


def _asking(deed: str) -> Act:
    async def ask(context: Context, campaign_id: int) -> None:
        _check(context)
        tx, team, person = context.tx, context.team, context.person
        await campaign_pages.ask_sure(tx, team, person, campaign_id, deed, _under(context))

    return ask


async def _closed(context: Context, campaign_id: int) -> None:
    _check(context)
    await campaigns.close(context.tx, context.person, campaign_id)
    await boards.refresh(context.tx, context.team, campaign_id)
    context.toast("toast-campaign-closed")
    await _page(context, campaign_id)


async def _gone(context: Context, campaign_id: int) -> None:
    _check(context)
    await campaigns.cancel(context.tx, context.person, campaign_id)
    await boards.refresh(context.tx, context.team, campaign_id)
    context.toast("toast-campaign-cancelled")
    await _page(context, campaign_id)


async def _all_accepted(context: Context, campaign_id: int) -> None:
    _check(context)
    tx, team, person = context.tx, context.team, context.person
    count = await assignments.accept_all(tx, team, person, campaign_id)
    context.toast("toast-campaign-all-accepted", count=count)
    await _page(context, campaign_id)


async def _board(context: Context, campaign_id: int) -> None:
    _check(context)
    await boards.again(context.tx, context.team, campaign_id)
    context.toast("toast-campaign-board")


async def _asks(context: Context, campaign_id: int) -> None:
    count = await asks.show_waiting(context.tx, context.team, context.person, campaign_id)
    context.toast("toast-below" if count else "toast-campaign-no-asks")
    if not count and context.press is None:
        context.answer("toast-campaign-no-asks")


def _ordering(form: str) -> Act:
    async def order(context: Context, campaign_id: int) -> None:
        found = await campaign_pages.must_be_opened(context.tx, campaign_id)
        await rollups.order(context.tx, context.team, context.person, found, form)
        context.toast("toast-campaign-making" if context.is_private else "toast-see-private")
        if context.press is None:
            context.answer("campaign-making")

    return order


async def _order(context: Context, campaign_id: int) -> None:
    await task_pages.send_order_of(context.tx, context.person, campaign_id)
    context.toast("toast-below" if context.is_private else "toast-see-private")


_ACTS: dict[str, Act] = {
    "": _page,
    "propose": _propose,
    "takeback": _take_back,
    "confirm": _confirm,
    "change": _change,
    "copy": _copy,
    "close": _asking("close"),
    "closed": _closed,
    "cancel": _asking("cancel"),
    "gone": _gone,
    "acceptall": _asking("acceptall"),
    "allaccepted": _all_accepted,
    "board": _board,
    "asks": _asks,
    "order": _order,
    "png": _ordering("png"),
    "xlsx": _ordering("xlsx"),
    "docx": _ordering("docx"),
}
_PAPERS = {"png": "png", "anh": "png", "ics": "ics", "lich": "ics"}
# What is typed for each, in English and in Vietnamese without accents.
_WORDS = {
    word: action
    for action, words in {
        "propose": ("propose", "trinh", "trinhduyet"),
        "takeback": ("takeback", "laylai"),
        "confirm": ("confirm", "duyet"),
        "change": ("change", "sua"),
        "copy": ("copy", "saochep"),
        "close": ("close", "dong"),
        "closed": ("closed", "dongluon"),
        "cancel": ("cancel", "huy"),
        "gone": ("gone", "huyhan"),
        "acceptall": ("acceptall", "duyethet"),
        "allaccepted": ("allaccepted", "duyethetluon"),
        "board": ("board", "bang"),
        "asks": ("asks", "cauhoi"),
        "order": ("order", "vanban"),
        "png": ("png", "anh"),
        "xlsx": ("xlsx", "bangtinh"),
        "docx": ("docx", "baocao"),
    }.items()
    for word in words
}

COMMANDS = (
    Command("campaigns", "cacdot", Role.RESPONDER, show_campaigns, Where.PRIVATE),
    Command("campaign", "dot", Role.RESPONDER, campaign, Where.PRIVATE),
)
BUTTONS = (
    Button("campaigns", Role.RESPONDER, press_campaigns),
    Button("campaign", Role.RESPONDER, press_campaign),
    Button("plan", Role.RESPONDER, press_plan),
)
