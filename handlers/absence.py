"""When somebody cannot be on duty: said, seen, taken back."""

from typing import Any

from bot.domain.absence import Absence
from bot.domain.people import Role
from bot.domain.roster import Shift
from bot.domain.typed import unaccented
from bot.services import absence, swap_wishes
from bot.services.cover import period
from bot.services.messages import instant
from handlers.registry import Button, Command, Context

_OFF = frozenset({"off", "bo", "xoa", "remove"})
_MOST_KEYS = 10


async def away(context: Context) -> None:
    """/away [28/4-30/4 why | off number]: when I cannot be on duty; without words what is known."""
    words = context.words.strip()
    verb, _, rest = words.partition(" ")
    if not words:
        await _list(context)
    elif unaccented(verb) in _OFF:
        await _take_back(context, swap_wishes.number_of(rest))
    else:
        await _declare(context, words)


async def _declare(context: Context, words: str) -> None:
    kept, clashing = await absence.declare(context.tx, context.team, context.person, words)
    said: dict[str, Any] = {"when": period(kept.start, kept.end), "count": len(clashing)}
    keys = [[_off_key(kept)], *([_swap_key(each)] for each in clashing[:_MOST_KEYS])]
    context.answer("away-kept", number=kept.id, keys=keys, **said)


def _off_key(kept: Absence) -> dict[str, Any]:
    args = {"number": kept.id}
    return {"label": "button-away-off", "data": f"awayoff:{kept.id}", "args": args}


def _swap_key(shift: Shift) -> dict[str, Any]:
    args = {"number": shift.id, "start": instant(shift.start), "post": {"post": shift.post}}
    return {"label": "button-swap-shift", "data": f"swap:{shift.id}", "args": args}


async def _list(context: Context) -> None:
    found = await absence.listed(context.tx, context.person)
    lines = [
        {
            "text": "away-line",
            "number": each.id,
            "name": name,
            "when": period(each.start, each.end),
            "reason": {"text": "away-reason", "reason": each.reason} if each.reason else "",
        }
        for each, name in found
    ]
    keys = [[_off_key(each)] for each, _ in found[:_MOST_KEYS]]
    said: dict[str, Any] = {"lines": {"lines": lines}, "keys": keys}
    context.tell("away-list" if lines else "away-none", **said)
    if not context.is_private:
        context.answer("answered-in-private")


async def press_off(context: Context, absence_id: str) -> None:
    """[Take back]."""
    await _take_back(context, int(absence_id))


async def _take_back(context: Context, absence_id: int) -> None:
    gone = await absence.take_back(context.tx, context.person, absence_id)
    when = period(gone.start, gone.end)
    if context.press is None:
        context.answer("away-gone", when=when)
    context.toast("away-gone", when=when)


COMMANDS = (Command("away", "vangmat", Role.RESPONDER, away),)
BUTTONS = (Button("awayoff", Role.RESPONDER, press_off),)
