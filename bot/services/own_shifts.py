"""A person's own shifts: what each wants of them, and the calendar they can have them in."""

from datetime import datetime, timedelta
from typing import Any

from bot.domain.people import Person, Role, may
from bot.domain.roster import Shift, ShiftState
from bot.domain.team import Team
from bot.services import agendas
from bot.services.messages import tell
from bot.services.shift_words import shift_text
from storage import roster, watches
from storage.database import Tx

SHOWN, ANSWERABLE = 30, 8
_MARKS = {
    ShiftState.PLANNED: "shifts-line-open",
    ShiftState.CONFIRMED: "shifts-line-confirmed",
    ShiftState.DECLINED: "shifts-line-declined",
}
Key = dict[str, Any]


async def show(tx: Tx, team: Team, person: Person) -> None:
    """Show a person their running and coming shifts, each with what can be done about it."""
    found = await roster.of_person(tx, person.id, tx.now)
    calendar = [{"label": "button-shifts-file", "data": "shifts:ics"}]
    if not found:
        tell(tx, person, "answer", text="shifts-none")
        return
    names = await watches.named(tx, {shift.watch_id for shift in found if shift.watch_id})
    lines: list[dict[str, Any]] = []
    above: int | None = 0
    for shift in found[:SHOWN]:
        if shift.watch_id != above:
            above = shift.watch_id
            lines.append(_heading(names.get(above or 0, ("", None))[0]))
        lines.append(_line(team, shift))
    if len(found) > SHOWN:
        lines.append({"text": "person-shifts-more", "count": len(found) - SHOWN})
    keys = [*_keys(team, found, tx.now), calendar]
    said = {"lines": lines}
    tell(tx, person, "answer", text="shifts", count=len(found), lines=said, keys=keys)


def _heading(name: str) -> dict[str, Any]:
    return {"text": "shifts-watch", "name": name} if name else {"text": "shifts-usual"}


def _line(team: Team, shift: Shift) -> dict[str, Any]:
    said = {"shift": shift_text(shift.start, shift.end, team.zone), "post": {"post": shift.post}}
    if shift.watch_id is None:
        return {"text": "shifts-line-usual", **said}
    mark = "shifts-line-here" if shift.checked_in_at else _MARKS[shift.state]
    return {"text": mark, "number": shift.id, **said}


def _keys(team: Team, found: list[Shift], now: datetime) -> list[list[Key]]:
    opens = team.catalog.watch.policy.checkin_opens
    wanted = [shift for shift in found if shift.watch_id is not None and not shift.checked_in_at]
    return [
        [_check_in(shift)] if _is_open(shift, now, opens) else _answers(shift)
        for shift in wanted[:ANSWERABLE]
    ]


def _is_open(shift: Shift, now: datetime, opens: timedelta) -> bool:
    return shift.start - opens <= now


def _check_in(shift: Shift) -> Key:
    return {"label": "button-checkin", "data": f"checkin:{shift.id}", "style": "success"}


def _answers(shift: Shift) -> list[Key]:
    args = {"number": shift.id}
    confirm = {"label": "button-confirm-number", "data": f"confirm:{shift.id}", "args": args}
    cannot = {"label": "button-cannot-number", "data": f"cannot:{shift.id}", "args": args}
    done = {ShiftState.CONFIRMED: [cannot], ShiftState.DECLINED: [confirm]}
    return done.get(shift.state, [confirm, cannot])


async def send_calendar(tx: Tx, team: Team, person: Person, *, anew: bool = False) -> None:
    """Send a person their calendar as a file, and its address where people can reach it."""
    path = agendas.path_of(await agendas.token_of(tx, person, anew=anew))
    if team.public_url and team.http:
        link = f"{team.public_url}{path}"
        keys = [[{"label": "button-copy-link", "copy": link}]]
        text = "shifts-address-new" if anew else "shifts-address"
        tell(tx, person, "answer", text=text, link=link, keys=keys)
    elif team.http and may(person, Role.ADMIN):
        tell(tx, person, "answer", text="shifts-path", path=path, address=team.http)
    await agendas.order(tx, person)
