"""At an agency: what it must do, its card, and everything that can be done with it."""

import re
from collections.abc import Awaitable, Callable

from bot.domain.errors import Refused
from bot.domain.people import Role
from bot.domain.task_form import TASK, TASK_ASK, TASK_MORE, TASK_NOT, read_until
from bot.domain.typed import unaccented
from bot.services import asks, assignments, forms, task_cards, task_pages
from bot.services.showing import Under
from bot.services.task_words import last_day
from handlers.registry import Button, Command, Context, Where

# As the second line of a card begins, in any language.
_CARD = re.compile(r"^(?P<code>\w+-\d{4}-\d+) · \w+ №(?P<number>\d{1,18}) ·", re.MULTILINE)
Act = Callable[[Context, int, str], Awaitable[None]]


def _under(context: Context) -> Under | None:
    if context.press is None or not context.is_private:
        return None
    return Under(context.message.chat.id, context.message.message_id)


async def tasks(context: Context) -> None:
    """/tasks [number [start | done | no WHY | more DAY WHY | ask WHAT]]."""
    number, _, rest = context.words.strip().lstrip("#№").strip().partition(" ")
    if not number:
        await _list(context)
        return
    word, _, words = rest.strip().partition(" ")
    action = _WORDS.get(unaccented(word)) if word else ""
    if not (number.isascii() and number.isdecimal() and len(number) < 19) or action is None:  # noqa: PLR2004 fits the column
        raise Refused("refused-task-usage")
    await _ACTS[action](context, int(number), words.strip())


async def press_task(context: Context, task_id: str, action: str = "") -> None:
    """A card, or a button of it."""
    if action not in _ACTS:
        raise Refused("refused-unknown-button")
    await _ACTS[action](context, int(task_id), "")


async def forwarded(context: Context) -> bool:
    """Open the task whose card somebody of its agency forwards to the bot; False for all else."""
    message = context.message
    card = _CARD.search(message.words) if message.forward_origin else None
    if card is None:
        return False
    try:
        found = await assignments.own(context.tx, context.person, int(card["number"]))
    except Refused:
        return False
    if found.campaign.code != card["code"]:
        return False
    await _page(context, found.assignment.id)
    return True


async def _list(context: Context) -> None:
    await task_pages.show_list(context.tx, context.team, context.person, _under(context))


async def press_tasks(context: Context, page_number: str) -> None:
    """[The agency's tasks], below other messages."""
    del page_number
    await task_pages.show_list(context.tx, context.team, context.person)
    context.toast("toast-below")


async def _page(context: Context, task_id: int, words: str = "") -> None:
    del words
    await assignments.see(context.tx, context.team, context.person, task_id)
    await task_cards.show(context.tx, context.person, _under(context), task_id)


async def _start(context: Context, task_id: int, words: str) -> None:
    del words
    begun = await assignments.start(context.tx, context.team, context.person, task_id)
    context.toast("toast-task-started" if begun else "toast-nothing-changed")
    if context.press is None or not begun:
        await task_cards.show(context.tx, context.person, _under(context), task_id)


async def _done(context: Context, task_id: int, words: str) -> None:
    del words
    await assignments.check_may_finish(context.tx, context.person, task_id)
    await _open(context, TASK, task_id)


async def _not(context: Context, task_id: int, words: str) -> None:
    await assignments.check_may_finish(context.tx, context.person, task_id)
    if not words:
        await _open(context, TASK_NOT, task_id)
        return
    await assignments.not_applicable(context.tx, context.team, context.person, task_id, words)


async def _more(context: Context, task_id: int, words: str) -> None:
    await assignments.see(context.tx, context.team, context.person, task_id)
    await asks.check_may_ask_more(context.tx, context.person, task_id)
    day, _, why = words.partition(" ")
    if not words:
        await _open(context, TASK_MORE, task_id)
        return
    if not why.strip():
        raise Refused("refused-task-reason")
    until = read_until(day, last_day(context.team, context.tx.now))
    await asks.ask_more(context.tx, context.team, context.person, task_id, until, why)


async def _ask(context: Context, task_id: int, words: str) -> None:
    await assignments.see(context.tx, context.team, context.person, task_id)
    if not words:
        await _open(context, TASK_ASK, task_id)
        return
    await asks.ask(context.tx, context.team, context.person, task_id, words)


async def _order(context: Context, task_id: int, words: str) -> None:
    del words
    found = await assignments.see(context.tx, context.team, context.person, task_id)
    task_pages.send_order(context.tx, context.person, found.campaign)
    context.toast("toast-below")


async def _answers(context: Context, task_id: int, words: str) -> None:
    del words
    found = await assignments.own(context.tx, context.person, task_id)
    task_pages.show_answers(context.tx, context.person, found)
    await task_pages.send_files(context.tx, context.person, found)
    context.toast("toast-below")


async def _open(context: Context, kind: str, task_id: int) -> None:
    await assignments.see(context.tx, context.team, context.person, task_id)
    await forms.open(context.tx, context.team, context.person, kind, task_id)
    context.toast("toast-below")


_ACTS: dict[str, Act] = {
    "": _page,
    "start": _start,
    "done": _done,
    "not": _not,
    "more": _more,
    "ask": _ask,
    "order": _order,
    "answers": _answers,
}
# What is typed for each, in English and in Vietnamese without accents.
_WORDS = {
    word: action
    for action, words in {
        "start": ("start", "batdau", "bat"),
        "done": ("done", "xong", "sua", "correct"),
        "not": ("no", "not", "khong", "khongapdung"),
        "more": ("more", "giahan", "xin"),
        "ask": ("ask", "hoi"),
        "order": ("order", "vanban", "document"),
        "answers": ("answers", "ketqua", "result"),
    }.items()
    for word in words
}

COMMANDS = (Command("tasks", "viec", Role.STAFF, tasks, Where.PRIVATE),)
BUTTONS = (
    Button("tasks", Role.STAFF, press_tasks),
    Button("task", Role.STAFF, press_task),
)
