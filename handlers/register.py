"""The registers of agencies and systems: looked at by the team, changed by administrators."""

from collections.abc import Awaitable, Callable

from bot.domain.answers import File
from bot.domain.cells import Register
from bot.domain.errors import Refused
from bot.domain.people import Role, may
from bot.domain.register_form import AGENCY, NEW_AGENCY, NEW_SYSTEM, SYSTEM
from bot.domain.typed import paged, unaccented
from bot.services import forms, register_files, register_forms
from bot.services.register_lists import agency_meant, show_agencies, show_systems, system_meant
from bot.services.register_pages import show_agency, show_system
from bot.services.showing import Under
from handlers.registry import Button, Command, Context, Where

_FIELDS = {
    "name": "name",
    "ten": "name",
    "kind": "kind",
    "loai": "kind",
    "parent": "parent",
    "captren": "parent",
    "head": "head",
    "thutruong": "head",
    "level": "level",
    "capdo": "level",
    "agency": "agency",
    "coquan": "agency",
    "url": "url",
    "diachi": "url",
}
_OF_AGENCIES = ("name", "kind", "parent", "head")
_OF_SYSTEMS = ("name", "level", "agency", "url")
_WORKBOOK = ("xlsx", "excel", "bang tinh")
_NEW, _IMPORT, _EXPORT, _SET = (
    ("new", "moi"),
    ("import", "nhap"),
    ("export", "xuat"),
    ("set", "sua"),
)


async def agencies(context: Context) -> None:
    """/agencies [words | new | import | export [xlsx] | set CODE FIELD …]."""
    if not await _typed(context, Register.AGENCIES):
        words, page = paged(context.words)
        await show_agencies(context.tx, context.team, context.person, words, page)


async def systems(context: Context) -> None:
    """/systems [words | new | import | export [xlsx] | set CODE FIELD …]."""
    if not await _typed(context, Register.SYSTEMS):
        words, page = paged(context.words)
        await show_systems(context.tx, context.team, context.person, words, page)


async def _typed(context: Context, what: Register) -> bool:
    """Do what the first word asks for; False when the words are a search."""
    verb, _, rest = context.words.strip().partition(" ")
    word = unaccented(verb)
    if word in _SET:
        await _set(context, what, rest)
        return True
    deed = next((words[0] for words in (_NEW, _IMPORT, _EXPORT) if word in words), None)
    if deed == "export" and unaccented(rest) in _WORKBOOK:
        deed, rest = "xlsx", ""
    if deed is None or rest.strip():
        return False
    await _DEEDS[deed](context, what)
    return True


async def _set(context: Context, what: Register, words: str) -> None:
    """`set CODE FIELD VALUE`: change one fact; `-` empties it."""
    _check(context, Role.ADMIN)
    code, word, *rest = [*words.split(maxsplit=2), "", ""][:3]
    of_agencies = what is Register.AGENCIES
    field = _FIELDS.get(unaccented(word).replace(" ", ""), "")
    known = _OF_AGENCIES if of_agencies else _OF_SYSTEMS
    if not code or field not in known or not rest[0]:
        raise Refused(f"refused-register-set-{what}")
    value = "" if rest[0].strip() == "-" else rest[0].strip()
    tx, team, person = context.tx, context.team, context.person
    if of_agencies:
        meant = await agency_meant(tx, code)
        await register_forms.change_agency(tx, team, person, meant, field, value)
    else:
        meant = await system_meant(tx, code)
        await register_forms.change_system(tx, team, person, meant, field, value)


def _check(context: Context, least: Role) -> None:
    if not may(context.person, least):
        raise Refused("refused-not-allowed", role={"role": least.value})


async def _new(context: Context, what: Register) -> None:
    _check(context, Role.ADMIN)
    kind = NEW_AGENCY if what is Register.AGENCIES else NEW_SYSTEM
    await forms.open(context.tx, context.team, context.person, kind)


async def _import(context: Context, what: Register) -> None:
    """Take the file that came with the words, or ask for one."""
    _check(context, Role.ADMIN)
    found = context.message.attachment if context.press is None else None
    if found is None:
        await forms.open(context.tx, context.team, context.person, what.value)
        return
    await register_files.order(context.tx, context.person, what, File(**found.model_dump()))
    context.answer("register-reading")


async def _export(context: Context, what: Register) -> None:
    _check(context, Role.LEAD)
    await register_files.send(context.tx, context.team, context.person, what)


async def _workbook(context: Context, what: Register) -> None:
    _check(context, Role.LEAD)
    await register_files.order_workbook(context.tx, context.person, what)
    if context.press is None:
        context.answer("campaign-making")


_DEEDS: dict[str, Callable[[Context, Register], Awaitable[None]]] = {
    "new": _new,
    "import": _import,
    "export": _export,
    "xlsx": _workbook,
}


def _under(context: Context) -> Under | None:
    if context.press is None or not context.is_private:
        return None
    return Under(context.message.chat.id, context.message.message_id)


async def press_agencies(context: Context, page_number: str, words: str = "") -> None:
    """A page of the list, perhaps of what a search has found."""
    tx, team, person = context.tx, context.team, context.person
    await show_agencies(tx, team, person, words, int(page_number), _under(context))


async def press_systems(context: Context, page_number: str, words: str = "") -> None:
    """A page of the list, perhaps of what a search has found."""
    tx, team, person = context.tx, context.team, context.person
    await show_systems(tx, team, person, words, int(page_number), _under(context))


async def press_agency(context: Context, agency_id: str, action: str = "") -> None:
    """One agency's page, a change of it, or what is done with the whole register."""
    if not await _changed(context, Register.AGENCIES, int(agency_id), action):
        tx, team, person = context.tx, context.team, context.person
        await show_agency(tx, team, person, int(agency_id), _under(context))


async def press_system(context: Context, system_id: str, action: str = "") -> None:
    """One system's page, a change of it, or what is done with the whole register."""
    if not await _changed(context, Register.SYSTEMS, int(system_id), action):
        tx, team, person = context.tx, context.team, context.person
        await show_system(tx, team, person, int(system_id), _under(context))


async def _changed(context: Context, what: Register, row_id: int, action: str) -> bool:
    """Do what a key asks for besides looking; False when it asks for the page."""
    if not action:
        return False
    if action in _DEEDS:
        await _DEEDS[action](context, what)
    elif action == "change":
        _check(context, Role.ADMIN)
        form, check = _CHANGES[what]
        await check(context.tx, row_id)
        await forms.open(context.tx, context.team, context.person, form, row_id)
    else:
        raise Refused("refused-unknown-button")
    context.toast("toast-below")
    return True


_CHANGES = {
    Register.AGENCIES: (AGENCY, register_forms.check_agency),
    Register.SYSTEMS: (SYSTEM, register_forms.check_system),
}

COMMANDS = (
    Command("agencies", "coquan", Role.RESPONDER, agencies, Where.PRIVATE),
    Command("systems", "hethong", Role.RESPONDER, systems, Where.PRIVATE),
)
BUTTONS = (
    Button("agencies", Role.RESPONDER, press_agencies),
    Button("agency", Role.RESPONDER, press_agency),
    Button("systems", Role.RESPONDER, press_systems),
    Button("system", Role.RESPONDER, press_system),
)
