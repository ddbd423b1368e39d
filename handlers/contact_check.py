"""How somebody can be reached: seen, confirmed, corrected, given up; corrections taken over."""

from bot.domain.contact_form import CONTACT, Wrong
from bot.domain.errors import Refused
from bot.domain.people import Role, may
from bot.domain.typed import unaccented
from bot.services import contact_changes, contact_check, forms
from handlers.registry import Button, Command, Context, Where

_OK = ("ok", "dung", "yes")
_GONE = ("gone", "thoi", "nghi")
_EDIT = ("edit", "sua", "change")
_WAITING = ("waiting", "cho")
_TAKE, _REFUSE = ("take", "capnhat", "nhan"), ("refuse", "tuchoi")
_WRONG = {
    "name": Wrong.NAME,
    "ten": Wrong.NAME,
    "hoten": Wrong.NAME,
    "phone": Wrong.PHONE,
    "dienthoai": Wrong.PHONE,
    "sdt": Wrong.PHONE,
    "email": Wrong.EMAIL,
    "thu": Wrong.EMAIL,
    "thudientu": Wrong.EMAIL,
    "agency": Wrong.AGENCY,
    "coquan": Wrong.AGENCY,
}

_TYPED = frozenset({*_WRONG, *_TAKE, *_REFUSE})


async def contact(context: Context) -> None:
    """/contact [ok | edit | gone | phone NUMBER | … | waiting | take 5 | refuse 5]."""
    word, rest = _verb(context.words)
    if not word:
        await contact_check.show(context.tx, context.person)
    elif word in _OK:
        await _confirm(context)
    elif word in _GONE:
        await _leave(context)
    elif word in _EDIT:
        await _edit(context)
    elif word in _WRONG and rest:
        await contact_changes.propose(context.tx, context.person, _WRONG[word], rest)
    elif word in (*_WAITING, *_TAKE, *_REFUSE):
        await _typed_decision(context, word, rest)
    else:
        raise Refused("refused-contact-usage")


def _verb(words: str) -> tuple[str, str]:
    """Return what is asked for, and the rest; in Vietnamese it may be two or three words."""
    parts = words.split()
    for count in (3, 2):
        joined = unaccented("".join(parts[:count]))
        if len(parts) > count and joined in _TYPED:
            return joined, " ".join(parts[count:])
    return unaccented(parts[0]) if parts else "", " ".join(parts[1:])


async def _typed_decision(context: Context, word: str, number: str) -> None:
    if not may(context.person, Role.LEAD):
        raise Refused("refused-not-allowed", role={"role": Role.LEAD.value})
    if word in _WAITING:
        if not await contact_changes.show_waiting(context.tx, context.person):
            context.answer("contact-none-waiting")
    elif number.isascii() and number.isdecimal() and len(number) < 19:  # noqa: PLR2004 fits the column
        await _decide(context, int(number), taken=word in _TAKE)
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
            await _edit(context)
        case _:
            raise Refused("refused-unknown-button")


async def press_change(context: Context, change_id: str, word: str) -> None:
    """[Take over] [Refuse]: the first decision counts."""
    if word not in ("yes", "no"):
        raise Refused("refused-unknown-button")
    await _decide(context, int(change_id), taken=word == "yes")


async def _decide(context: Context, change_id: int, *, taken: bool) -> None:
    tx, team, person = context.tx, context.team, context.person
    said = await contact_changes.decide(tx, team, person, change_id, taken=taken)
    if said:
        context.tell(said.pop("text"), **said)


async def _edit(context: Context) -> None:
    await forms.open(context.tx, context.team, context.person, CONTACT)
    context.toast("toast-below")


async def _confirm(context: Context) -> None:
    await contact_check.confirm(context.tx, context.person)
    context.tell("contact-thanks")


async def _leave(context: Context) -> None:
    await contact_check.leave(context.tx, context.person)
    context.tell("contact-left")


COMMANDS = (Command("contact", "lienhe", Role.STAFF, contact, Where.PRIVATE),)
BUTTONS = (
    Button("contact", Role.STAFF, press),
    Button("contactchange", Role.LEAD, press_change),
)
