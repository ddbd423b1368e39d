"""The calendar of days off: shown to the team, edited by administrators; holidays to be watched."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from bot.domain.calendar import FIRST_YEAR, LAST_YEAR, Day, Entered, Period, read_day
from bot.domain.errors import Refused
from bot.domain.holiday_words import Asked, Deed, read
from bot.domain.people import Role, may
from bot.domain.typed import is_yes
from bot.services import calendar, watch_offers
from bot.services.calendar import day_text, period_text
from bot.services.watch_offers import day_number
from handlers.registry import Button, Command, Context

_LENGTH = len("20270211")


async def show_holidays(context: Context) -> None:
    """/holidays [YEAR | DAY [off|work|reset|watch|nowatch …]]: the days off, or one of them."""
    if not context.words.strip():
        await _show_coming(context)
        return
    asked = read(context.words)
    if isinstance(asked, int):
        await _show_year(context, asked)
    else:
        deed = _DEEDS[asked.deed]
        _check(context, deed.least)
        await deed.run(context, asked)


def _check(context: Context, least: Role) -> None:
    if not may(context.person, least):
        raise Refused("refused-not-allowed", role={"role": least.value})


def _speech(context: Context) -> str:
    alone = context.is_private or context.press is not None
    return context.person.language if alone else context.team.language


def _say(context: Context, text: str, **params: Any) -> None:  # noqa: ANN401 what the text asks for
    """Answer what was typed where it was typed, and a press in private."""
    (context.answer if context.press is None else context.tell)(text, **params)
    context.toast("toast-below" if context.is_private else "toast-see-private")


async def _show_coming(context: Context) -> None:
    ahead = await calendar.coming(context.tx, context.team, _speech(context))
    year = calendar.today(context.tx, context.team).year
    lines = [*_period_lines(ahead), *_notes(context, ahead)]
    _say(context, "holidays-coming", lines={"lines": lines}, keys=_years(year, year + 1))


async def _show_year(context: Context, year: int) -> None:
    periods, worked = await calendar.of_year(context.tx, context.team, year, _speech(context))
    lines = _period_lines(periods)
    if worked:
        lines += [{"text": "holidays-worked"}, *(day_text(day) for day in worked)]
    _say(
        context,
        "holidays-year",
        year=str(year),
        estimated=any(not period.is_confirmed for period in periods),
        lines={"lines": lines + _notes(context, periods)},
        keys=_years(year - 1, year + 1),
    )


def _period_lines(periods: Sequence[Period]) -> list[dict[str, Any]]:
    lines = []
    for period in periods:
        lines.append(period_text(period))
        if period.length > 1 or _says_more(period.days[0]):
            lines += [day_text(day) for day in period.days]
    return lines


def _says_more(day: Day) -> bool:
    return bool(day.document or day.swapped_with)


def _notes(context: Context, periods: Sequence[Period]) -> list[dict[str, Any]]:
    notes = ["holidays-note-estimated"] * any(not period.is_confirmed for period in periods)
    notes += ["holidays-note-admin"] * may(context.person, Role.ADMIN)
    return [{"text": note} for note in notes]


def _years(*years: int) -> list[list[dict[str, Any]]]:
    shown = [year for year in years if FIRST_YEAR <= year <= LAST_YEAR]
    return [[{"caption": f"📅 {year}", "data": f"holidays:{year}"} for year in shown]]


async def press_year(context: Context, year_number: str) -> None:
    """[2027]: the days off of that year."""
    await _show_year(context, int(year_number))


async def _show_day(context: Context, asked: Asked) -> None:
    lines = await _day_lines(context, asked.day)
    was_entered = await calendar.entered(context.tx, asked.day)
    may_reset = was_entered is not None and may(context.person, Role.ADMIN)
    _say(context, "holiday-day", lines={"lines": lines}, keys=_undo(asked.day) if may_reset else [])


async def _day_lines(context: Context, day: date) -> list[dict[str, Any]]:
    """Return what a day is, and the period off it belongs to."""
    speech = _speech(context)
    period = await calendar.period_of(context.tx, context.team, day, speech)
    lines = [await calendar.said_of(context.tx, context.team, day, speech)]
    return [*lines, period_text(period)] if period else lines


def _undo(day: date) -> list[list[dict[str, Any]]]:
    return [[{"label": "button-holiday-reset", "data": f"holiday:{day_number(day)}:ask"}]]


async def _enter(context: Context, asked: Asked) -> None:
    what = Entered(asked.day, asked.deed is Deed.OFF, asked.name, asked.document)
    before = await calendar.enter(context.tx, context.team, context.person, what)
    lines = await _day_lines(context, asked.day)
    if before is not None:
        lines.append({"text": "holiday-before", "before": _entered_text(before)})
    _say(context, "holiday-set", lines={"lines": lines}, keys=_undo(asked.day))


def _entered_text(what: Entered) -> dict[str, Any]:
    return day_text(Day(what.day, what.name, what.is_off, what.document))


async def _reset(context: Context, asked: Asked) -> None:
    if is_yes(asked.name):
        await _take_back(context, asked.day)
    else:
        await _ask_reset(context, asked.day)


async def _ask_reset(context: Context, day: date) -> None:
    what = await calendar.must_be_entered(context.tx, day)
    number = day_number(day)
    keys = [
        {"label": "button-holiday-reset-yes", "data": f"holiday:{number}:reset", "style": "danger"},
        {"label": "button-keep", "data": f"holiday:{number}:keep"},
    ]
    typed = f"/holidays {day:%d/%m/%Y} reset ok"
    _say(context, "holiday-reset-sure", what=_entered_text(what), typed=typed, keys=[keys])


async def _take_back(context: Context, day: date) -> None:
    await calendar.take_back(context.tx, context.team, context.person, day)
    _say(context, "holiday-reset-done", lines={"lines": await _day_lines(context, day)})


async def press_day(context: Context, day_number: str, word: str = "ask") -> None:
    """[Take it back] [Yes] [Keep]: about what was entered for one day."""
    day = _day(day_number)
    if word == "ask":
        await _ask_reset(context, day)
    elif word == "reset":
        await _take_back(context, day)
    elif word == "keep":
        context.toast("toast-nothing-changed")
    else:
        raise Refused("refused-unknown-button")


def _day(number: str) -> date:
    """Return the date in a button's data."""
    day = read_day(f"{number[:4]}-{number[4:6]}-{number[6:]}") if len(number) == _LENGTH else None
    if day is None:
        raise Refused("refused-holidays-usage")
    return day


async def _watch(context: Context, asked: Asked) -> None:
    await watch_offers.accept(context.tx, context.team, context.person, asked.day)
    context.toast("toast-offer-taken")


async def _no_watch(context: Context, asked: Asked) -> None:
    period = await watch_offers.decline(context.tx, context.team, context.person, asked.day)
    _say(context, "holiday-offer-refused", period=period_text(period))


async def press_offer(context: Context, day_number: str) -> None:
    """[Start a watch] for the holiday that begins on that day."""
    await _watch(context, Asked(_day(day_number), Deed.WATCH))


async def press_no_offer(context: Context, day_number: str) -> None:
    """[Not needed]: that holiday is offered to nobody again."""
    await _no_watch(context, Asked(_day(day_number), Deed.NO_WATCH))


class _Act(NamedTuple):
    """What is done about a day, and the least role for it."""

    least: Role
    run: Callable[[Context, Asked], Awaitable[None]]


_DEEDS = {
    Deed.SHOW: _Act(Role.RESPONDER, _show_day),
    Deed.OFF: _Act(Role.ADMIN, _enter),
    Deed.WORK: _Act(Role.ADMIN, _enter),
    Deed.RESET: _Act(Role.ADMIN, _reset),
    Deed.WATCH: _Act(Role.LEAD, _watch),
    Deed.NO_WATCH: _Act(Role.LEAD, _no_watch),
}

COMMANDS = (Command("holidays", "ngaynghi", Role.RESPONDER, show_holidays),)
BUTTONS = (
    Button("holidays", Role.RESPONDER, press_year),
    Button("holiday", Role.ADMIN, press_day),
    Button("offer", Role.LEAD, press_offer),
    Button("nooffer", Role.LEAD, press_no_offer),
)
