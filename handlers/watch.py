"""Planning a watch: the list, a new one, one watch's page, filling it, publishing it."""

from collections.abc import Awaitable, Callable

from bot.domain.answers import File
from bot.domain.errors import Refused
from bot.domain.log_words import read
from bot.domain.people import Role
from bot.domain.typed import unaccented
from bot.domain.watch_edit import EDIT
from bot.domain.watch_form import ROSTER_FILE, WATCH
from bot.services import (
    drafting,
    forms,
    placing,
    proposals,
    roster_files,
    showing,
    watch_reports,
    watches,
)
from bot.services.showing import Under
from handlers.registry import Button, Command, Context, Where

Act = Callable[[Context, int], Awaitable[None]]


def under(context: Context) -> Under | None:
    """Return the message below which somebody pressed, if that is in private."""
    if context.press is None or not context.is_private:
        return None
    return Under(context.message.chat.id, context.message.message_id)


async def watch(context: Context) -> None:
    """/watch [new | put … | clear … | what to do with it, and which one | which one]."""
    words = context.words.strip()
    verb, _, rest = words.partition(" ")
    word = unaccented(verb)
    if not words:
        await watches.show_list(context.tx, context.person)
    elif word in _TYPED:
        await _TYPED[word](context, rest.strip())
    elif word in _WORDS:
        await _ACTS[_WORDS[word]](context, await _meant(context, rest))
    else:
        await _page(context, await _meant(context, words))


async def _meant(context: Context, words: str) -> int:
    """Return the watch that is named; without a name it is the only one."""
    return (await watches.found(context.tx, words)).id


async def press_watch(context: Context, watch_id: str, action: str = "") -> None:
    """A button of a watch's page, or the way to the page itself."""
    if action not in _ACTS:
        raise Refused("refused-unknown-button")
    await _ACTS[action](context, int(watch_id))


async def _new(context: Context, which: object = None) -> None:
    del which
    await forms.open(context.tx, context.team, context.person, WATCH)
    context.toast("toast-below")


async def _page(context: Context, watch_id: int) -> None:
    await watches.page(context.tx, context.team, context.person, watch_id, under(context))


async def _propose(context: Context, watch_id: int) -> None:
    await proposals.order(context.tx, context.team, context.person, watch_id)
    context.toast("toast-watch-thinking")


async def _last(context: Context, watch_id: int) -> None:
    count = await drafting.repeat_last(context.tx, context.team, watch_id)
    context.toast("toast-watch-filled", count=count)
    await _page(context, watch_id)


async def _hand(context: Context, watch_id: int) -> None:
    await placing.show_days(context.tx, context.team, context.person, watch_id, under(context))


async def _file(context: Context, watch_id: int) -> None:
    """Take the file that came with the words, or ask for one."""
    await roster_files.must_be_draft(context.tx, watch_id)
    found = context.message.attachment if context.press is None else None
    if found is None:
        await forms.open(context.tx, context.team, context.person, ROSTER_FILE, watch_id)
        context.toast("toast-below")
        return
    await roster_files.order(context.tx, context.person, watch_id, File(**found.model_dump()))
    context.answer("form-rosterfile-reading")


async def _edit(context: Context, watch_id: int) -> None:
    """Show the plan of a draft with everything known, any of it to be changed."""
    await forms.open(context.tx, context.team, context.person, EDIT, watch_id)
    context.toast("toast-below")


async def _table(context: Context, watch_id: int) -> None:
    await watches.show_table(context.tx, context.team, context.person, watch_id)
    context.toast("toast-below")


async def _publish(context: Context, watch_id: int) -> None:
    await _published(context, watch_id, sure=False)


async def _sure(context: Context, watch_id: int) -> None:
    await _published(context, watch_id, sure=True)


async def _published(context: Context, watch_id: int, *, sure: bool) -> None:
    done = await watches.publish(
        context.tx, context.team, context.person, watch_id, sure=sure, under=under(context)
    )
    if done:
        context.toast("toast-watch-published")


async def _cancel(context: Context, watch_id: int) -> None:
    await watches.ask_cancel(context.tx, context.person, watch_id, under(context))


async def _gone(context: Context, watch_id: int) -> None:
    gone = await watches.cancel(context.tx, context.team, context.person, watch_id)
    context.toast("toast-watch-cancelled")
    context.tell("watch-cancelled", name=gone.name)


_ACTS: dict[str, Act] = {
    "": _page,
    "new": _new,
    "propose": _propose,
    "last": _last,
    "hand": _hand,
    "file": _file,
    "edit": _edit,
    "table": _table,
    "publish": _publish,
    "sure": _sure,
    "cancel": _cancel,
    "gone": _gone,
}
# What is typed for each, in English and in Vietnamese without accents.
_WORDS = {
    word: action
    for action, words in {
        "propose": ("propose", "dexuat"),
        "last": ("last", "nhulantruoc"),
        "hand": ("hand", "xeptay"),
        "file": ("file", "tep"),
        "edit": ("edit", "sua"),
        "table": ("table", "bang"),
        "publish": ("publish", "congbo"),
        "sure": ("sure", "chacchan"),
        "cancel": ("cancel", "huy"),
        "gone": ("gone", "huyhan"),
    }.items()
    for word in words
}


# What is said below a page, besides the words above: what stands on its buttons.
_SAID = _WORDS | {
    words: action
    for action, said in {
        "": ("trang dot truc", "the watch", "xem dot truc"),
        "new": ("lap dot truc moi", "new watch", "a new watch"),
        "propose": ("de xuat", "de xuat cong bang", "xep cong bang", "propose fairly"),
        "last": ("nhu lan truoc", "as last time"),
        "hand": ("xep tay", "by hand"),
        "file": ("tu tep", "from a file", "from file"),
        "edit": ("sua ke hoach", "doi ke hoach", "change the plan", "change plan", "edit plan"),
        "table": ("xem bang", "bang truc", "xem bang truc", "show roster", "show the roster"),
        "publish": ("cong bo", "publish it"),
        "sure": ("van cong bo", "publish all the same", "chac chan"),
        "cancel": ("huy dot truc", "huy dot", "call it off", "call off"),
        "gone": ("dung huy", "yes call it off"),
    }.items()
    for words in said
}


async def answered(context: Context, *, in_form: bool) -> bool:
    """Do what a lead's words below a watch's page mean: one of its buttons, or else nothing."""
    message, reply = context.message, context.message.reply_to_message
    action = _SAID.get(unaccented(message.words))
    if action is None or message.attachment is not None or (in_form and reply is None):
        return False
    below = reply.message_id if reply is not None else None
    for data in await showing.offered(context.tx, message.chat.id, below):
        verb, *args = data.split(":")
        if verb == "watch" and args[1:] == ([action] if action else []):
            await press_watch(context, *args)
            return True
    return False


async def press_day(context: Context, watch_id: str, day_number: str) -> None:
    """A day of a watch that is filled by hand."""
    tx, team, person = context.tx, context.team, context.person
    await placing.show_day(tx, team, person, int(watch_id), int(day_number), under(context))


async def press_slot(context: Context, watch_id: str, slot_number: str) -> None:
    """A place of a watch, and who could take it."""
    tx, team, person = context.tx, context.team, context.person
    await placing.show_slot(tx, team, person, int(watch_id), int(slot_number), under(context))


async def press_fill(context: Context, watch_id: str, slot_number: str, person_id: str) -> None:
    """A person for a place, 0 for nobody; the next empty place follows."""
    tx, team, watch, number = context.tx, context.team, int(watch_id), int(slot_number)
    if int(person_id):
        await _fill(context, watch, number, int(person_id))
    elif await watches.clear(tx, team, watch, number):
        context.toast("toast-watch-cleared")
    await placing.show_next(tx, team, context.person, watch, number, under(context))


async def _fill(context: Context, watch_id: int, number: int, person_id: int) -> None:
    tx, team, person = context.tx, context.team, context.person
    done = await watches.put(tx, team, person, watch_id, number, person_id)
    context.toast("toast-watch-put" if done else "toast-nothing-changed")


async def _put(context: Context, words: str) -> None:
    """/watch put [WATCH] DAY TIME POST NAME [!]: with ! also at a second post."""
    insists = words.rstrip().endswith("!")
    found, numbers, name = await placing.meant(context.tx, context.team, words.rstrip(" !"))
    person = await placing.person_named(context.tx, name)
    number = placing.seat_for(found, numbers)
    _, before = found.place(number)
    tx, team, actor = context.tx, context.team, context.person
    await watches.put(tx, team, actor, found.watch.id, number, person.id, insists=insists)
    await placing.say_put(tx, team, actor, found.watch.id, number, before)


async def _clear(context: Context, words: str) -> None:
    """/watch clear [WATCH] DAY TIME POST [NAME]."""
    found, numbers, name = await placing.meant(context.tx, context.team, words)
    number = await placing.seat_of(context.tx, found, numbers, name)
    _, before = found.place(number)
    tx, team, actor = context.tx, context.team, context.person
    await watches.clear(tx, team, found.watch.id, number)
    await placing.say_put(tx, team, actor, found.watch.id, number, before)


async def _report(context: Context, words: str) -> None:
    """/watch report [WATCH], the same as /log report."""
    watch_id = read(f"report {words}", context.tx.now.date()).watch_id
    if words and watch_id is None:
        watch_id = await _meant(context, words)
    await watch_reports.show(context.tx, context.team, context.person, watch_id)


_TYPED: dict[str, Callable[[Context, str], Awaitable[None]]] = {
    "new": _new,
    "moi": _new,
    "put": _put,
    "xep": _put,
    "clear": _clear,
    "bo": _clear,
    "report": _report,
    "baocao": _report,
}

COMMANDS = (Command("watch", "dottruc", Role.LEAD, watch, Where.PRIVATE),)
BUTTONS = (
    Button("watch", Role.LEAD, press_watch),
    Button("watchday", Role.LEAD, press_day),
    Button("slot", Role.LEAD, press_slot),
    Button("fill", Role.LEAD, press_fill),
)
