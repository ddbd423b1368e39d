"""One agency's part in a campaign, as the team handles it: accept, return, grant, answer."""

from collections.abc import Awaitable, Callable

from bot.domain.codes import parse_campaign_code
from bot.domain.errors import Refused
from bot.domain.people import Role, may
from bot.domain.task_form import TASK_ANSWER, TASK_RETURN
from bot.domain.typed import paged, unaccented
from bot.services import asks, assignments, campaign_table, campaigns, forms, task_pages
from bot.services.showing import Under
from handlers.registry import Button, Command, Context

Typed = Callable[[Context, str], Awaitable[None]]


def _under(context: Context) -> Under | None:
    if context.press is None or not context.is_private:
        return None
    return Under(context.message.chat.id, context.message.message_id)


def _check(context: Context) -> None:
    if not may(context.person, Role.LEAD):
        raise Refused("refused-not-allowed", role={"role": Role.LEAD.value})


async def press_givens(
    context: Context, campaign_id: str, which: str = "all", page_number: str = "0"
) -> None:
    """A part of a campaign's table."""
    tx, team, person = context.tx, context.team, context.person
    await campaign_table.show_table(
        tx, team, person, int(campaign_id), which, int(page_number), _under(context)
    )


async def press_given(context: Context, task_id: str, action: str = "") -> None:
    """One assignment, or what the team does with it."""
    acts = {"": _show, "accept": _accept, "return": _return, "files": _files}
    if action not in acts:
        raise Refused("refused-unknown-button")
    await acts[action](context, int(task_id))


async def _show(context: Context, task_id: int) -> None:
    tx, team, person = context.tx, context.team, context.person
    await campaign_table.show_given(tx, team, person, task_id, _under(context))


async def _accept(context: Context, task_id: int) -> None:
    _check(context)
    found = await assignments.accept(context.tx, context.team, context.person, task_id)
    context.toast("toast-given-accepted", about=found.concerns)
    await _show(context, task_id)


async def _return(context: Context, task_id: int) -> None:
    _check(context)
    await assignments.check_may_return(context.tx, task_id)
    await forms.open(context.tx, context.team, context.person, TASK_RETURN, task_id)
    context.toast("toast-below")


async def _files(context: Context, task_id: int) -> None:
    found = await assignments.held(context.tx, task_id)
    count = await task_pages.send_files(context.tx, context.person, found)
    context.toast("toast-below" if count else "toast-given-no-files")


async def press_ask(context: Context, ask_id: str, action: str) -> None:
    """[Agree] [Refuse] [Refuse, with a word] [Answer]: the first answer counts."""
    if action == "answer":
        await asks.must_be_question(context.tx, int(ask_id))
        await _write(context, int(ask_id))
        return
    if action not in ("yes", "no", "why"):
        raise Refused("refused-unknown-button")
    _check(context)
    if action == "why":
        await asks.must_be_request(context.tx, int(ask_id))
        await _write(context, int(ask_id))
        return
    await _decide(context, int(ask_id), granted=action == "yes")


async def _write(context: Context, ask_id: int) -> None:
    await forms.open(context.tx, context.team, context.person, TASK_ANSWER, ask_id)
    context.toast("toast-below" if context.is_private else "toast-see-private")


async def _decide(context: Context, ask_id: int, *, granted: bool, why: str = "") -> None:
    tx, team, person = context.tx, context.team, context.person
    found = await asks.decide(tx, team, person, ask_id, granted=granted, answer=why)
    text = "granted" if granted else "refused"
    context.toast(f"toast-ask-{text}", about=found.concerns)
    if context.press is None:
        context.answer(f"ask-{text}", **found.words)


def _number(words: str) -> tuple[int, str]:
    """Return the number at the beginning of what was typed, and the rest."""
    number, _, rest = words.lstrip("#№").strip().partition(" ")
    if not (number.isascii() and number.isdecimal() and len(number) < 19):  # noqa: PLR2004 fits the column
        raise Refused("refused-given-usage")
    return int(number), rest.strip()


async def _type_see(context: Context, words: str) -> None:
    """`see 57`, or `see DY-2026-0007` and an agency's code or a part of its name."""
    first, _, agency = words.partition(" ")
    if parse_campaign_code(first) is None:
        await _show(context, _number(words)[0])
        return
    campaign = await campaigns.found(context.tx, first)
    await _show(context, await campaign_table.named(context.tx, campaign.id, agency))


async def _type_table(context: Context, words: str) -> None:
    """`table DY-2026-0007 [late] [page 2]`."""
    named, page = paged(words)
    code, _, part = named.partition(" ")
    which = _PARTS.get(unaccented(part), "") if part.strip() else "all"
    if not which:
        raise Refused("refused-given-usage")
    found = await campaigns.found(context.tx, code)
    tx, team, person = context.tx, context.team, context.person
    await campaign_table.show_table(tx, team, person, found.id, which, page)


async def _type_accept(context: Context, words: str) -> None:
    await _accept(context, _number(words)[0])


async def _type_return(context: Context, words: str) -> None:
    _check(context)
    task_id, reason = _number(words)
    if not reason:
        await _return(context, task_id)
        return
    await assignments.give_back(context.tx, context.team, context.person, task_id, reason)
    await _show(context, task_id)


async def _type_files(context: Context, words: str) -> None:
    await _files(context, _number(words)[0])


async def _type_grant(context: Context, words: str) -> None:
    _check(context)
    await _decide(context, _number(words)[0], granted=True)


async def _type_refuse(context: Context, words: str) -> None:
    _check(context)
    ask_id, why = _number(words)
    await _decide(context, ask_id, granted=False, why=why)


async def _type_answer(context: Context, words: str) -> None:
    ask_id, answer = _number(words)
    if not answer:
        await asks.must_be_question(context.tx, ask_id)
        await _write(context, ask_id)
        return
    found = await asks.answer(context.tx, context.team, context.person, ask_id, answer)
    context.answer("ask-sent", **found.words)


_PARTS = {
    word: which
    for which, words in {
        "all": ("all", "tat ca"),
        "wait": ("wait", "cho", "cho duyet"),
        "todo": ("todo", "chua nop"),
        "late": ("late", "qua han", "tre"),
        "silent": ("silent", "chua xem", "im lang"),
    }.items()
    for word in words
}
# `/campaign accept 57`: what is typed about one assignment, one request or one question.
TYPED: dict[str, Typed] = {
    "table": _type_table,
    "coquan": _type_table,
    "see": _type_see,
    "xem": _type_see,
    "accept": _type_accept,
    "nhan": _type_accept,
    "return": _type_return,
    "tra": _type_return,
    "files": _type_files,
    "tep": _type_files,
    "grant": _type_grant,
    "dongy": _type_grant,
    "refuse": _type_refuse,
    "tuchoi": _type_refuse,
    "answer": _type_answer,
    "traloi": _type_answer,
}

COMMANDS: tuple[Command, ...] = ()
BUTTONS = (
    Button("givens", Role.RESPONDER, press_givens),
    Button("given", Role.RESPONDER, press_given),
    Button("ask", Role.RESPONDER, press_ask),
)
