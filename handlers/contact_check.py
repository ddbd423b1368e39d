"""How somebody can be reached: seen, confirmed, corrected, given up."""

from bot.domain.contact_round import Detail
from bot.domain.errors import Refused
from bot.domain.people import Role
from bot.domain.typed import unaccented
from bot.services import contact_check
from handlers.registry import Button, Command, Context, Where

_OK = ("ok", "dung", "yes")
_GONE = ("gone", "thoi", "nghi")
_DETAILS = {
    "name": Detail.NAME,
    "ten": Detail.NAME,
    "phone": Detail.PHONE,
    "dienthoai": Detail.PHONE,
    "sdt": Detail.PHONE,
    "email": Detail.EMAIL,
    "thu": Detail.EMAIL,
}


async def contact(context: Context) -> None:
    """/contact [ok | gone | name WORDS | phone NUMBER | email ADDRESS]: how you are reached."""
    first, _, rest = context.words.strip().partition(" ")
    word = unaccented(first)
    if not word:
        await contact_check.show(context.tx, context.person)
    elif word in _OK:
        await _confirm(context)
    elif word in _GONE:
        await _leave(context)
    elif word in _DETAILS and rest.strip():
        detail = _DETAILS[word]
        after = await contact_check.change(context.tx, context.person, detail, rest)
        named = {"text": f"contact-detail-{detail}"}
        context.tell("contact-changed", detail=named, after=after)
    else:
        raise Refused("refused-contact-usage")


async def press(context: Context, what: str) -> None:
    """[Right] [Correct it] [Not me any more]."""
    match what:
        case "ok":
            await _confirm(context)
        case "gone":
            await _leave(context)
        case "edit":
            context.tell("contact-how")
        case _:
            raise Refused("refused-unknown-button")


async def _confirm(context: Context) -> None:
    await contact_check.confirm(context.tx, context.person)
    context.tell("contact-thanks")


async def _leave(context: Context) -> None:
    await contact_check.leave(context.tx, context.person)
    context.tell("contact-left")


COMMANDS = (Command("contact", "lienhe", Role.STAFF, contact, Where.PRIVATE),)
BUTTONS = (Button("contact", Role.STAFF, press),)
