"""What is done with one campaign: proposed, confirmed, changed, closed, its papers ordered."""

from collections.abc import Awaitable, Callable

from bot.domain.campaign_form import CAMPAIGN, CAMPAIGN_CHANGE
from bot.domain.errors import Refused
from bot.domain.people import Role, may
from bot.services import (
    asks,
    assignments,
    boards,
    campaign_forms,
    campaign_pages,
    campaigns,
    forms,
    rollups,
    task_pages,
)
from bot.services.showing import Under
from handlers.registry import Context

Act = Callable[[Context, int], Awaitable[None]]


def under(context: Context) -> Under | None:
    """Return the message of ours under which a press in private is answered."""
    if context.press is None or not context.is_private:
        return None
    return Under(context.message.chat.id, context.message.message_id)


def check(context: Context, least: Role = Role.LEAD) -> None:
    """Refuse whoever may not do it."""
    if not may(context.person, least):
        raise Refused("refused-not-allowed", role={"role": least.value})


async def new(context: Context) -> None:
    """Begin the dialogue about a new campaign."""
    check(context)
    await forms.open(context.tx, context.team, context.person, CAMPAIGN)
    context.toast("toast-below")


async def page(context: Context, campaign_id: int) -> None:
    """Show a campaign's page."""
    tx, team, person = context.tx, context.team, context.person
    await campaign_pages.show(tx, team, person, campaign_id, under(context))
    context.toast("" if context.is_private else "toast-see-private")


async def _propose(context: Context, campaign_id: int) -> None:
    check(context)
    await campaigns.propose(context.tx, context.team, context.person, campaign_id)
    context.toast("toast-campaign-proposed")
    await page(context, campaign_id)


async def _take_back(context: Context, campaign_id: int) -> None:
    check(context)
    await campaigns.take_back(context.tx, context.person, campaign_id)
    context.toast("toast-campaign-taken-back")
    await page(context, campaign_id)


async def _confirm(context: Context, campaign_id: int) -> None:
    check(context)
    await campaigns.confirm(context.tx, context.team, context.person, campaign_id)
    context.toast("toast-campaign-confirmed")
    await page(context, campaign_id)


async def _change(context: Context, campaign_id: int) -> None:
    check(context)
    await campaign_forms.check_draft(context.tx, campaign_id)
    tx, team, person = context.tx, context.team, context.person
    await forms.open(tx, team, person, CAMPAIGN_CHANGE, campaign_id)
    context.toast("toast-below")


async def _copy(context: Context, campaign_id: int) -> None:
    check(context)
    made = await campaigns.copy(context.tx, context.team, context.person, campaign_id)
    context.toast("toast-campaign-copied")
    await campaign_pages.show(context.tx, context.team, context.person, made.id)


def _asking(deed: str) -> Act:
    async def ask(context: Context, campaign_id: int) -> None:
        check(context)
        tx, team, person = context.tx, context.team, context.person
        await campaign_pages.ask_sure(tx, team, person, campaign_id, deed, under(context))

    return ask


async def _closed(context: Context, campaign_id: int) -> None:
    check(context)
    await campaigns.close(context.tx, context.person, campaign_id)
    await boards.refresh(context.tx, context.team, campaign_id)
    context.toast("toast-campaign-closed")
    await page(context, campaign_id)


async def _gone(context: Context, campaign_id: int) -> None:
    check(context)
    await campaigns.cancel(context.tx, context.person, campaign_id)
    await boards.refresh(context.tx, context.team, campaign_id)
    context.toast("toast-campaign-cancelled")
    await page(context, campaign_id)


async def _all_accepted(context: Context, campaign_id: int) -> None:
    check(context)
    tx, team, person = context.tx, context.team, context.person
    count = await assignments.accept_all(tx, team, person, campaign_id)
    context.toast("toast-campaign-all-accepted", count=count)
    await page(context, campaign_id)


async def _board(context: Context, campaign_id: int) -> None:
    check(context)
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


ACTS: dict[str, Act] = {
    "": page,
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
# What is typed for each, in English and in Vietnamese without accents.
WORDS = {
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
