"""The watch log: written and looked at, a shift's checklist, reports and duty sheets for leads."""

from collections.abc import Awaitable, Callable
from datetime import date

from bot.domain.errors import Refused
from bot.domain.log_words import Asked, Deed, read
from bot.domain.people import Role, may
from bot.services import checklist, duty_sheets, watch_reports, watchlog
from bot.services.showing import show
from bot.services.watchlog import Period, Said
from handlers.about import meant, pointed_at
from handlers.registry import Button, Command, Context
from handlers.watch import under

_WHICH = "refused-which-incident"
_LENGTH = len("20270211")


async def log(context: Context) -> None:
    """/log [DAY | check [NUMBER] | report [WATCH] | sheet [WATCH | DAYS] | a line]."""
    asked = read(context.words, context.tx.now.astimezone(context.team.zone).date())
    if context.message.attachment is not None:
        asked = Asked(Deed.NOTE, context.words)
    await _DEEDS[asked.deed](context, asked)


async def _show(context: Context, asked: Asked) -> None:
    tx, team = context.tx, context.team
    if asked.days is not None:
        period = watchlog.of_day(tx, team, asked.days[0])
    else:
        period = await watchlog.current(tx, team, context.person)
    said = await watchlog.shown(tx, team, period)
    context.answer(said.pop("text"), **said)


async def press_day(context: Context, day_number: str, page_number: str = "") -> None:
    """A day of the log, or a page of it."""
    period = watchlog.of_day(context.tx, context.team, _day(day_number))
    await _turn(context, period, page_number)


async def press_shift(context: Context, shift_id: str, page_number: str) -> None:
    """A page of the log of a shift."""
    await _turn(context, await watchlog.of_shift(context.tx, int(shift_id)), page_number)


async def _turn(context: Context, period: Period, page: str) -> None:
    number = int(page) if page else None
    said = await watchlog.shown(context.tx, context.team, period, number)
    await show(context.tx, context.person, under(context), **said)
    if not context.is_private:
        context.toast("toast-see-private")


def _day(number: str) -> date:
    """Return the date in a button's data."""
    try:
        if len(number) == _LENGTH:
            return date(int(number[:4]), int(number[4:6]), int(number[6:]))
    except ValueError:
        pass
    raise Refused("refused-unknown-button")


async def _note(context: Context, asked: Asked) -> None:
    await write(context, asked.words)


async def write(context: Context, words: str) -> None:
    """Enter words, or a file, as a line of the watch log, and say in which shift."""
    file = context.message.attachment
    said = Said(words, file.model_dump() if file else None)
    shift = await watchlog.note(context.tx, context.team, context.person, said)
    if shift is None:
        context.answer("log-noted")
    else:
        context.answer("log-noted-shift", post={"post": shift.post})


async def noted(context: Context) -> bool:
    """Enter the words of `/note` here, when who is on watch means no open incident by them."""
    if not await watchlog.is_on_watch(context.tx, context.person):
        return False
    if await _points(context):
        return False
    await write(context, context.words)
    return True


async def _points(context: Context) -> bool:
    """Tell whether a code, a reply, or else the last page or the only incident leads anywhere."""
    try:
        await pointed_at(context)
    except Refused as refused:
        if refused.text_id != _WHICH:
            raise
    else:
        return True
    try:
        incident, _ = await meant(context, guesses=True)
    except Refused as refused:
        if refused.text_id != _WHICH:
            raise
        return False
    return incident.ended_at is None


async def _check(context: Context, asked: Asked) -> None:
    tx, team, person = context.tx, context.team, context.person
    if asked.words:
        await checklist.tick_number(tx, team, person, asked.words)
    else:
        await checklist.show_mine(tx, team, person)
    _say_private(context)


async def press_tick(context: Context, shift_id: str, check: str) -> None:
    """[☐ a console]: looked at."""
    tx, team, person = context.tx, context.team, context.person
    await checklist.tick(tx, team, person, int(shift_id), check, under(context))
    context.toast("toast-ticked", check={"check": check})


async def _report(context: Context, asked: Asked) -> None:
    _must_lead(context)
    await watch_reports.show(context.tx, context.team, context.person, asked.watch_id)
    _say_private(context)


async def _sheet(context: Context, asked: Asked) -> None:
    _must_lead(context)
    tx, team, person = context.tx, context.team, context.person
    await duty_sheets.order(tx, team, person, asked.watch_id, asked.days)
    context.answer("sheet-begun")


def _must_lead(context: Context) -> None:
    if not may(context.person, Role.LEAD):
        raise Refused("refused-not-allowed", role={"role": Role.LEAD.value})


def _say_private(context: Context) -> None:
    if not context.is_private:
        context.answer("answered-in-private")


_DEEDS: dict[Deed, Callable[[Context, Asked], Awaitable[None]]] = {
    Deed.SHOW: _show,
    Deed.NOTE: _note,
    Deed.CHECK: _check,
    Deed.REPORT: _report,
    Deed.SHEET: _sheet,
}

COMMANDS = (Command("log", "nhatky", Role.RESPONDER, log),)
BUTTONS = (
    Button("log", Role.RESPONDER, press_day),
    Button("shiftlog", Role.RESPONDER, press_shift),
    Button("tick", Role.RESPONDER, press_tick),
)
