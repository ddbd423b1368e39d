"""Changing shifts: ask for somebody else, take a shift, agree to it, give one away."""

from collections.abc import Awaitable, Callable

from bot.domain.duty_words import is_unable
from bot.domain.errors import Refused
from bot.domain.people import Role, may
from bot.domain.swaps import SwapState, is_urgent
from bot.domain.typed import unaccented
from bot.services import asking, giving, people, swap_pages, swap_wishes, swaps
from bot.services.swap_words import shift_words
from handlers.registry import Button, Command, Context

Act = Callable[[Context, str], Awaitable[None]]


async def swap(context: Context) -> None:
    """/swap [shift or day [from-to] [member] [why] | now why | give … | take …]."""
    words = context.words.strip()
    verb, _, rest = words.partition(" ")
    act = _TYPED.get(unaccented(verb))
    if not words:
        await swap_pages.show_mine(context.tx, context.person)
        _see_private(context)
    elif act is not None:
        await act(context, rest.strip())
    else:
        await _ask_typed(context, words)


def _see_private(context: Context) -> None:
    if not context.is_private:
        context.answer("answered-in-private")


async def _ask_typed(context: Context, words: str) -> None:
    asked = await swap_wishes.read(context.tx, context.team, context.person, words)
    await _ask(context, asked.shift.id, asked.reason, asked.wish)


async def _ask(
    context: Context, shift_id: int, reason: str = "", wish: asking.Wish | None = None
) -> None:
    """Look for somebody, unless that goes on already; who is asked is told in private."""
    tx, team = context.tx, context.team
    shift = await swaps.own(tx, context.person, shift_id)
    if await swaps.goes_on(tx, shift):
        raise Refused("refused-swap-asked")
    await swaps.ask(tx, team, shift, reason=reason, wish=wish)
    context.toast("toast-swap-asked")
    _see_private(context)


async def said_unable(context: Context) -> bool:
    """Show somebody who says that they cannot be on watch where to say at which shift."""
    message = context.message
    if message.attachment is not None or not is_unable(message.words):
        return False
    if not await swap_pages.has_shifts(context.tx, context.person):
        return False
    context.answer("swap-unable")
    await swap_pages.show_mine(context.tx, context.person)
    return True


async def press_swap(context: Context, shift_id: str) -> None:
    """One of my shifts: what is to be done about it."""
    shift = await swaps.own(context.tx, context.person, int(shift_id))
    swap_pages.show_choice(context.tx, context.team, context.person, shift)
    context.toast("toast-below")


async def press_ask(context: Context, shift_id: str) -> None:
    """[Ask everybody]."""
    await _ask(context, int(shift_id))


async def press_to(context: Context, shift_id: str, person_id: str = "") -> None:
    """[Ask one person], and then whom."""
    shift = await swaps.own(context.tx, context.person, int(shift_id))
    if not person_id:
        tx, team = context.tx, context.team
        await swap_pages.show_candidates(tx, team, context.person, shift, gives=False)
        context.toast("toast-below")
        return
    only = await people.get(context.tx, int(person_id))
    await _ask(context, shift.id, wish=asking.Wish(only=only))


async def press_now(context: Context, shift_id: str) -> None:
    """[I can't be there]: the backup is called at once."""
    await _now(context, "", int(shift_id))


async def _now(context: Context, reason: str, shift_id: int | None = None) -> None:
    reason = swap_wishes.reason_of(reason)
    await swaps.cannot_now(context.tx, context.team, context.person, reason, shift_id)
    context.toast("toast-swap-called")
    _see_private(context)


async def press_take(context: Context, swap_id: str) -> None:
    """[I take it]."""
    await _take(context, int(swap_id))


async def _take(context: Context, swap_id: int) -> None:
    state = await swaps.take(context.tx, context.team, context.person, swap_id)
    done = state is SwapState.DONE
    _say(context, "toast-swap-yours" if done else "toast-swap-waits")


async def press_off(context: Context, swap_id: str) -> None:
    """[I stand it after all]."""
    await _stay(context, int(swap_id))


async def _stay(context: Context, swap_id: int) -> None:
    await swaps.stay(context.tx, context.team, context.person, swap_id)
    _say(context, "toast-swap-withdrawn")


async def press_agree(context: Context, swap_id: str) -> None:
    """[Agree]."""
    await _decide(context, int(swap_id), agrees=True)


async def press_refuse(context: Context, swap_id: str) -> None:
    """[Don't agree]."""
    await _decide(context, int(swap_id), agrees=False)


async def _decide(context: Context, swap_id: int, *, agrees: bool) -> None:
    await swaps.decide(context.tx, context.team, context.person, swap_id, agrees=agrees)
    _say(context, "toast-swap-agreed" if agrees else "toast-swap-refused")


def _say(context: Context, text: str) -> None:
    """Say what was done: below the button, or as an answer to words."""
    if context.press is None:
        context.answer(text)
    context.toast(text)


async def press_for(context: Context, shift_id: str) -> None:
    """[Look for somebody]: a lead, for a shift whose person may not be there."""
    shift = await swaps.own(context.tx, context.person, int(shift_id))
    policy = context.team.catalog.watch.policy
    if await swaps.goes_on(context.tx, shift):
        raise Refused("refused-swap-asked")
    urgent = is_urgent(shift, policy, context.tx.now)
    await swaps.ask(context.tx, context.team, shift, urgent=urgent)
    context.toast("toast-swap-asked")


async def press_give(
    context: Context, shift_id: str, person_id: str = "", sure_number: str = ""
) -> None:
    """[Give it to …], to whom, and again when they stand another post meanwhile."""
    shift = await swaps.own(context.tx, context.person, int(shift_id))
    if not person_id:
        tx, team = context.tx, context.team
        await swap_pages.show_candidates(tx, team, context.person, shift, gives=True)
        context.toast("toast-below")
        return
    try:
        await _give(context, shift.id, int(person_id), insists=bool(sure_number))
    except Refused as refused:
        if refused.text_id != "refused-swap-double":
            raise
        data = f"swapgive:{shift.id}:{person_id}:1"
        sure = {"label": "button-swap-insist", "data": data, "style": "danger"}
        context.tell("swap-double-sure", keys=[[sure]], **refused.params)
        context.toast("toast-below")


async def _give(context: Context, shift_id: int, person_id: int, *, insists: bool) -> None:
    shift = await swaps.own(context.tx, context.person, shift_id)
    to = await people.get(context.tx, person_id)
    agreed = to.id == context.person.id
    part = giving.Part(shift, shift.start, shift.end, insists, agreed)
    given = await giving.give_part(context.tx, context.team, part, to, context.person, "")
    context.toast("toast-swap-given", name=to.name)
    if context.press is None:
        context.answer("swap-given-done", name=to.name, **shift_words(given))


async def _give_typed(context: Context, words: str) -> None:
    """`give 12 @ha`; with `!` behind it also to somebody who stands another post meanwhile."""
    if not may(context.person, Role.LEAD):
        raise Refused("refused-not-allowed", role={"role": Role.LEAD.value})
    if not words:
        await swap_pages.show_all(context.tx, context.team, context.person)
        _see_private(context)
        return
    number, _, name = words.partition(" ")
    insists = name.rstrip().endswith("!")
    to = await swap_wishes.member_named(context.tx, name.rstrip(" !"))
    await _give(context, swap_wishes.number_of(number), to.id, insists=insists)


async def _take_typed(context: Context, words: str) -> None:
    await _take(context, swap_wishes.number_of(words))


async def _stay_typed(context: Context, words: str) -> None:
    await _stay(context, swap_wishes.number_of(words))


async def _agree_typed(context: Context, words: str) -> None:
    await _decide_typed(context, words, agrees=True)


async def _refuse_typed(context: Context, words: str) -> None:
    await _decide_typed(context, words, agrees=False)


async def _decide_typed(context: Context, words: str, *, agrees: bool) -> None:
    if not may(context.person, Role.LEAD):
        raise Refused("refused-not-allowed", role={"role": Role.LEAD.value})
    await _decide(context, swap_wishes.number_of(words), agrees=agrees)


_TYPED: dict[str, Act] = {
    **dict.fromkeys(("now", "ngay", "gap"), _now),
    **dict.fromkeys(("give", "giao"), _give_typed),
    **dict.fromkeys(("take", "nhan"), _take_typed),
    **dict.fromkeys(("stay", "rut", "thoi"), _stay_typed),
    **dict.fromkeys(("agree", "duyet"), _agree_typed),
    **dict.fromkeys(("refuse", "khongduyet"), _refuse_typed),
}

COMMANDS = (Command("swap", "doica", Role.RESPONDER, swap),)
BUTTONS = (
    Button("swap", Role.RESPONDER, press_swap),
    Button("swapask", Role.RESPONDER, press_ask),
    Button("swapto", Role.RESPONDER, press_to),
    Button("swapnow", Role.RESPONDER, press_now),
    Button("swaptake", Role.RESPONDER, press_take),
    Button("swapoff", Role.RESPONDER, press_off),
    Button("swapok", Role.LEAD, press_agree),
    Button("swapno", Role.LEAD, press_refuse),
    Button("swapfor", Role.LEAD, press_for),
    Button("swapgive", Role.LEAD, press_give),
)
