"""The contact check: everybody confirms or corrects how they are reached; leads get the rest."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row

from bot.domain.contact_round import (
    AGAIN,
    BEFORE_HOLIDAY,
    FRESH,
    Detail,
    Round,
    corrected,
    round_of,
)
from bot.domain.people import Person
from bot.domain.periods import end_of
from bot.domain.team import Team
from bot.services import calendar, opening
from bot.services.messages import leads, tell
from storage import campaigns, contact_changes, contact_log, due, people, register
from storage.database import Tx
from storage.due import Due

CHECK = "contact-check"
AGAIN_DUE, OVER = "contact-check-again", "contact-check-over"
NOTICE = "campaign-notice"
MOST_NAMED = 30
REPORT_AFTER = timedelta(hours=8, minutes=15)  # the morning after the last day
KEYS = [
    [
        {"label": "button-contact-ok", "data": "contact:ok", "style": "primary"},
        {"label": "button-contact-edit", "data": "contact:edit"},
    ],
    [{"label": "button-contact-gone", "data": "contact:gone"}],
]
_LINES = {
    contact_log.CHANGED: "contact-line-changed",
    contact_log.GONE: "contact-line-gone",
}


async def check_due(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Begin a round when it is time for one; looked at once a day, on working days."""
    del subject_id, params
    today = calendar.today(tx, team)
    last = await contact_log.last_round(tx)
    if last is None:
        await campaigns.enter(tx, contact_log.BEGUN)
        return
    works = await opening.working_days(tx, team)
    holidays = await calendar.periods(tx, team, today, today + BEFORE_HOLIDAY)
    begun = last.at.astimezone(team.zone).date()
    found = round_of(today, holidays, begun) if works(today) else None
    if found is not None:
        await _begin(tx, team, found)


async def _begin(tx: Tx, team: Team, found: Round) -> None:
    """Ask everybody who has not answered lately; remind once, and report at the end."""
    fresh = tx.now - FRESH
    asked = [
        row
        for row in await contact_log.concerned(tx)
        if row.answered_at is None or row.answered_at < fresh
    ]
    await campaigns.enter(tx, contact_log.ROUND, key=found.key, holiday=found.holiday)
    heading = {"text": "contact-heading-year"}
    if found.holiday:
        heading = {"text": "contact-heading-holiday", "holiday": found.holiday}
    await _ask(tx, asked, "contact-ask", until=found.until, heading=heading)
    number, end = found.until.toordinal(), end_of(found.until, team.zone)
    said = {"since": tx.now.isoformat(), "asked": len(asked), "until": found.until.isoformat()}
    again = await _working(tx, team, tx.now + AGAIN)
    if again < end:
        await due.schedule(tx, Due(AGAIN_DUE, number, again, said))
    await due.schedule(tx, Due(OVER, number, await _working(tx, team, end + REPORT_AFTER), said))


async def _working(tx: Tx, team: Team, at: datetime) -> datetime:
    """Return an instant, or the same time of the next working day."""
    works = await opening.working_days(tx, team)
    while not works(at.astimezone(team.zone).date()):
        at += timedelta(days=1)
    return at


async def _ask(
    tx: Tx,
    rows: Sequence[Row[Any]],
    text: str,
    *,
    until: date,
    **more: Any,  # noqa: ANN401 what the text asks for
) -> None:
    known = await people.of_ids(tx, [row.id for row in rows])
    for row in rows:
        person = known[row.id]
        said = details(person, row.agency) | {"until": calendar.date_text(until)}
        tell(tx, person, NOTICE, text=text, **said | more, keys=KEYS)


def details(person: Person, agency: str | None) -> dict[str, Any]:
    """Return what is known of how somebody is reached, as placeholders of a text."""
    return {
        "name": person.name,
        "agency": agency or {"text": "contact-nothing"},
        "phone": person.phone or {"text": "contact-nothing"},
        "email": person.email or {"text": "contact-nothing"},
    }


async def again_due(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Ask once more whoever has not answered."""
    del team, subject_id
    until = date.fromisoformat(params["until"])
    await _ask(tx, await _silent(tx, params), "contact-ask-again", until=until)


async def _silent(tx: Tx, params: Mapping[str, Any]) -> list[Row[Any]]:
    fresh = datetime.fromisoformat(params["since"]) - FRESH
    rows = await contact_log.concerned(tx)
    return [row for row in rows if row.answered_at is None or row.answered_at < fresh]


async def over_due(tx: Tx, team: Team, subject_id: int, params: Mapping[str, Any]) -> None:
    """Give the leads what has changed and who is silent, for the standing body."""
    del team, subject_id
    lines = [
        {
            "text": _LINES[row.event],
            "name": row.name,
            "agency": row.agency or "—",
            "detail": {"text": f"contact-detail-{row.params.get('detail', Detail.NAME)}"},
            "before": _said(row.params, "before"),
            "after": _said(row.params, "after"),
        }
        for row in await contact_log.said_since(tx, datetime.fromisoformat(params["since"]))
        if row.event in _LINES
    ]
    lines += [
        {
            "text": "contact-line-waiting",
            "name": row.name,
            "agency": row.agency or "—",
            "detail": {"text": f"contact-detail-{row.wrong}"},
        }
        for row in await contact_changes.waiting(tx)
    ]
    silent = [
        {"text": "contact-line-silent", "name": row.name, "agency": row.agency or "—"}
        for row in await _silent(tx, params)
    ]
    said: dict[str, Any] = {
        "asked": params["asked"],
        "changed": len(lines),
        "changes": {"lines": _some(lines)},
        "silent": len(silent),
        "names": {"lines": _some(silent)},
    }
    for lead in await leads(tx):
        tell(tx, lead, NOTICE, text="contact-result", **said)


def _said(params: Mapping[str, Any], key: str) -> Any:  # noqa: ANN401 a placeholder of a text
    value = params.get(key)
    if value and params.get("detail") == "role":
        return {"role": value}
    return value or {"text": "contact-nothing"}


def _some(lines: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    more = len(lines) - MOST_NAMED
    return [*lines[:MOST_NAMED], *([{"text": "contact-line-more", "count": more}] * (more > 0))]


async def show(tx: Tx, person: Person) -> None:
    """Show somebody how they are reached, with what they can do about it."""
    agency = await register.agency_name(tx, person.agency_id)
    tell(tx, person, "answer", text="contact-shown", **details(person, agency), keys=KEYS)


async def confirm(tx: Tx, person: Person) -> None:
    """Keep that somebody has found everything right."""
    await campaigns.enter(tx, contact_log.CONFIRMED, person_id=person.id)


async def change(tx: Tx, person: Person, detail: Detail, written: str) -> str:
    """Correct one of somebody's own details; what it was before stays in the log."""
    after = corrected(detail, written)
    said = {"detail": detail.value, "before": getattr(person, detail.value), "after": after}
    await people.change(tx, person.id, **{detail.value: after})
    await campaigns.enter(tx, contact_log.CHANGED, person_id=person.id, **said)
    return after


async def leave(tx: Tx, person: Person) -> None:
    """Somebody is not responsible any more: the leads hear of it at once, and decide."""
    await campaigns.enter(tx, contact_log.GONE, person_id=person.id)
    agency = await register.agency_name(tx, person.agency_id)
    for lead in await leads(tx):
        if lead.id != person.id:
            tell(tx, lead, NOTICE, text="contact-gone", **details(person, agency or "—"))
