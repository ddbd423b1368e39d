"""The roster: as text and on paper, who is on duty, and everybody's own shifts."""

import re
from datetime import date, datetime
from typing import Literal

from bot.domain.asked_days import Asked, read_roster, read_when
from bot.domain.errors import Refused
from bot.domain.people import Person, Role, may
from bot.domain.watch import Watch, WatchState
from bot.services import on_call, own_shifts, rosters
from bot.services.calendar import today
from handlers.registry import Button, Command, Context, Where

_DAYS = re.compile(r"(\d{8})-(\d{8})", re.ASCII)
_WATCH = re.compile(r"w(\d{1,18})", re.ASCII)
_FORMS = tuple(rosters.Form)
_FOR_ALL = (rosters.Form.PICTURE,)  # the others have phone numbers and what an import needs


async def show_roster(context: Context) -> None:
    """/roster [days | watch] [png | xlsx | docx]: without a form as text, with keys for papers.

    Members see what is published, as text and as a picture; drafts and the other papers are leads'.
    """
    asked = read_roster(context.words, today(context.tx, context.team))
    watch_id = await _watch_id(context, asked)
    if asked.form is None:
        await _show_text(context, watch_id, asked)
        return
    await _order(context, asked.form, watch_id, asked.days)
    context.answer("roster-ordered")


async def _watch_id(context: Context, asked: Asked) -> int | None:
    if asked.days is not None:
        return None
    if asked.number is not None:
        return _seen(context, await rosters.watch_numbered(context.tx, asked.number)).id
    return _seen(context, await rosters.watch_named(context.tx, asked.name)).id


def _seen(context: Context, watch: Watch) -> Watch:
    """Return a watch; Refused when it is a draft and its reader no lead."""
    if watch.state is WatchState.DRAFT and not may(context.person, Role.LEAD):
        raise Refused("refused-no-such-watch")
    return watch


def _forms(context: Context) -> tuple[rosters.Form, ...]:
    return _FORMS if may(context.person, Role.LEAD) else _FOR_ALL


async def _show_text(context: Context, watch_id: int | None, asked: Asked) -> None:
    tx, team = context.tx, context.team
    said = await rosters.as_text(tx, team, watch_id, asked.days)
    what = f"w{watch_id}" if asked.days is None else "{:%Y%m%d}-{:%Y%m%d}".format(*asked.days)
    keys = [
        [
            {"label": f"button-roster-{form}", "data": f"roster:{form}:{what}"}
            for form in _forms(context)
        ]
    ]
    context.answer("roster", **said, keys=keys)


async def press_roster(context: Context, form: str, what: str) -> None:
    """[Picture] [Excel] [Word]: the roster that the message shows, on paper."""
    watch, days = _WATCH.fullmatch(what), _DAYS.fullmatch(what)
    if form not in _FORMS or (watch is None and days is None):
        raise Refused("refused-unknown-button")
    await _order(
        context,
        form,
        int(watch[1]) if watch else None,
        None if days is None else (_day(days[1]), _day(days[2])),
    )
    context.toast("roster-ordered")


def _day(written: str) -> date:
    try:
        return datetime.strptime(written, "%Y%m%d").date()  # noqa: DTZ007 a day has no zone
    except ValueError as error:
        raise Refused("refused-unknown-button") from error


async def _order(
    context: Context, form: str, watch_id: int | None, days: tuple[date, date] | None
) -> None:
    if form not in _forms(context):
        raise Refused("refused-not-allowed", role={"role": Role.LEAD.value})
    to: Person | Literal["team"] = context.person if context.is_private else rosters.TEAM
    if watch_id is not None:
        watch = _seen(context, await rosters.watch_numbered(context.tx, watch_id))
        await rosters.order(context.tx, context.team, watch, to=to, form=form)
    elif days is not None:
        await rosters.order_days(context.tx, context.team, *days, to=to, form=form)


async def show_on_call(context: Context) -> None:
    """/oncall [when]: who is on duty now, at an instant, or on a day."""
    tx, team = context.tx, context.team
    when = read_when(context.words, tx.now, team.zone)
    if not isinstance(when, datetime):
        await on_call.show_day(tx, team, context.answer, when)
        return
    phones = on_call.may_see_phones(context.person, is_private=context.is_private)
    await on_call.show(tx, team, context.answer, when, phones=phones)


async def show_shifts(context: Context) -> None:
    """/shifts [ics [new]]: one's own shifts, or the calendar file and its address."""
    words = context.words.lower().split()
    if not words:
        await own_shifts.show(context.tx, context.team, context.person)
    elif words[0] in ("ics", "lich"):
        anew = words[1:] in (["new"], ["moi"], ["mới"])
        await own_shifts.send_calendar(context.tx, context.team, context.person, anew=anew)
    else:
        raise Refused("refused-shifts-usage")


async def press_shifts(context: Context, word: str) -> None:
    """[My calendar]."""
    if word != "ics":
        raise Refused("refused-unknown-button")
    await own_shifts.send_calendar(context.tx, context.team, context.person)
    context.toast("roster-ordered")


COMMANDS = (
    Command("oncall", "aitruc", Role.RESPONDER, show_on_call),
    Command("shifts", "catruc", Role.RESPONDER, show_shifts, Where.PRIVATE),
    Command("roster", "lichtruc", Role.RESPONDER, show_roster),
)
BUTTONS = (
    Button("roster", Role.RESPONDER, press_roster),
    Button("shifts", Role.RESPONDER, press_shifts),
)
