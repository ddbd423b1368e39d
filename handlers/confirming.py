"""A watcher's answer to a published roster: "I will be there" or "I can't"."""

from collections.abc import Sequence
from typing import Any

from bot.domain import confirm_words
from bot.domain.errors import Refused
from bot.domain.people import Role
from bot.domain.typed import unaccented
from bot.services import confirming
from bot.services.shift_words import shift_text
from handlers.registry import Button, Command, Context, Where
from handlers.watch import under

_ALL = ("", "all", "ok", "het", "tatca")
_NO = ("no", "khong", "cannot")
_SHOW = ("list", "xem")


async def confirm(context: Context) -> None:
    """/confirm [all | list | SHIFT | no SHIFT]: answer for every shift, or for one of them."""
    first, _, rest = context.words.strip().partition(" ")
    word = unaccented(first)
    if word in _ALL:
        await _confirm_all(context, None)
    elif word in _SHOW:
        await _show(context)
    elif word in _NO:
        await press_cannot(context, _number(rest))
    else:
        await press_confirm(context, _number(first))


def _number(word: str) -> str:
    number = word.strip().lstrip("#№").strip()
    if not (number.isascii() and number.isdecimal() and len(number) < 19):  # noqa: PLR2004 fits the column
        raise Refused("refused-confirm-usage")
    return number


async def _show(context: Context) -> None:
    if not await confirming.show_yours(context.tx, context.team, context.person):
        raise Refused("refused-no-shifts")


async def _confirm_all(context: Context, watch_id: int | None) -> None:
    count = await confirming.confirm_all(context.tx, context.person, watch_id)
    context.toast("toast-confirmed-all", count=count)
    if context.press is None:
        context.tell("toast-confirmed-all", count=count)
        await confirming.show_yours(context.tx, context.team, context.person)


async def press_all(context: Context, watch_id: str) -> None:
    """[I will be at all of them]."""
    await _confirm_all(context, int(watch_id))
    await confirming.follow(context.tx, context.team, context.person, under(context), int(watch_id))


async def press_confirm(context: Context, shift_id: str) -> None:
    """[Confirm] one shift."""
    tx, team, person = context.tx, context.team, context.person
    shift = await confirming.confirm(tx, team, person, int(shift_id))
    said: dict[str, Any] = {
        "shift": shift_text(shift.start, shift.end, team.zone),
        "post": {"post": shift.post},
    }
    context.toast("toast-confirmed", **said)
    if context.press is None:
        context.tell("toast-confirmed", **said)
    await confirming.follow(tx, team, person, under(context), shift.watch_id or 0)


async def press_cannot(context: Context, shift_id: str) -> None:
    """[I can't] at one shift: somebody else is looked for."""
    tx, team, person = context.tx, context.team, context.person
    shift = await confirming.cannot(tx, team, person, int(shift_id))
    context.toast("toast-cannot")
    if context.press is None:
        context.tell("toast-cannot")
    await confirming.follow(tx, team, person, under(context), shift.watch_id or 0)


async def answered(context: Context, *, in_form: bool) -> bool:
    """Do what words under a message with somebody's shifts mean; False when they mean nothing.

    Bare words are for the last message of all, or for the dialogue under way.
    """
    message, reply = context.message, context.message.reply_to_message
    if message.attachment is not None or not message.words or (in_form and reply is None):
        return False
    below = reply.message_id if reply is not None else None
    numbers = await confirming.asked(context.tx, message.chat.id, below)
    said = confirm_words.answered(message.words, numbers) if numbers else None
    if said is not None:
        await _answer(context, numbers, *said)
    elif numbers and reply is not None:
        raise Refused("refused-confirm-usage")
    return said is not None


async def _answer(context: Context, numbers: Sequence[int], *said: bool | int | None) -> None:
    """Answer for the shift that was named; a bare yes is for all of them, a no for a single one."""
    will_be_there, number = said
    if number is None and len(numbers) > 1:
        if not will_be_there:
            raise Refused("refused-confirm-usage")
        await _confirm_all(context, await confirming.watch_of(context.tx, numbers[0]))
        return
    press = press_confirm if will_be_there else press_cannot
    await press(context, str(numbers[0] if number is None else number))


COMMANDS = (Command("confirm", "xacnhan", Role.RESPONDER, confirm, Where.PRIVATE),)
BUTTONS = (
    Button("confirm", Role.RESPONDER, press_confirm),
    Button("confirmall", Role.RESPONDER, press_all),
    Button("cannot", Role.RESPONDER, press_cannot),
)
