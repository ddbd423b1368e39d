"""Messages about campaigns worded at the moment they are sent, from what is true then."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any

from bot.domain.people import Person
from bot.domain.reminders import Hears
from bot.domain.team import Team
from bot.services import calendar, campaign_board, task_facts
from bot.services.campaign_reminders import LATEST_NEWS
from storage import assignments, campaign_reminders, people
from storage.database import Tx

Words = dict[str, Any]
Row = Mapping[str, Any]
_SHOWN = 12
_TODAY = timedelta(hours=20)  # from one morning's message to before the next


async def facts(tx: Tx, team: Team, row: Row) -> Mapping[str, Any] | None:
    """Return the parameters of a row's text; None when it no longer matters."""
    return await _WORDS[row["kind"]](tx, team, row)


async def _reminder(tx: Tx, team: Team, row: Row) -> Words | None:
    """Return one message for all that a person must hear of; None when nothing of it is open."""
    person = await people.get(tx, row["subject_id"])
    parts = [
        part
        for hears in row["params"]["as"]
        if (part := await _PARTS[Hears(hears)](tx, team, person)) is not None
    ]
    if not parts:
        return None
    keys = [[key] for key in {part["key"]["data"]: part.pop("key") for part in parts}.values()]
    return {"text": "campaign-reminder", "parts": {"lines": parts}, "keys": keys}


async def _own(tx: Tx, team: Team, person: Person) -> Words | None:
    return await _listed(tx, team, "campaign-reminder-own", _of(person.agency_id))


async def _headed(tx: Tx, team: Team, person: Person) -> Words | None:
    agencies = await campaign_reminders.agencies_of_head(tx, person.id)
    said = await _listed(tx, team, "campaign-reminder-head", agencies, overdue=True)
    return None if said is None else said | {"own": person.agency_id in agencies}


async def _closed(tx: Tx, team: Team, person: Person) -> Words | None:
    """Return what people were just marked to hear of: closed before it was handed in."""
    del team
    rows = await assignments.closed_undone(tx, _of(person.agency_id), tx.now - LATEST_NEWS)
    news = [row for row in rows if row.reminded_at and row.reminded_at > tx.now - _TODAY]
    names = dict.fromkeys(f"{row.campaign} ({row.code})" for row in news)
    if not names:
        return None
    return {
        "text": "campaign-reminder-closed",
        "names": {"list": list(names)[:_SHOWN]},
        "more": max(0, len(names) - _SHOWN),
        "key": {"label": "button-tasks", "data": "tasks:0"},
    }


async def _waiting(tx: Tx, team: Team, person: Person) -> Words | None:
    del team, person
    rows = await campaign_reminders.waiting(tx)
    if not rows:
        return None
    said = ({"name": row.name, "code": row.code, "count": row.results} for row in rows[:_SHOWN])
    return {
        "text": "campaign-reminder-waiting",
        "count": sum(row.results for row in rows),
        "lines": {"lines": [{"text": "campaign-reminder-waits", **one} for one in said]},
        "more": max(0, len(rows) - _SHOWN),
        "key": {"label": "button-campaigns", "data": "campaigns:0"},
    }


def _of(agency_id: int | None) -> list[int]:
    return [] if agency_id is None else [agency_id]


async def _listed(
    tx: Tx, team: Team, text: str, agency_ids: list[int], *, overdue: bool = False
) -> Words | None:
    rows = await assignments.of_agencies(tx, agency_ids) if agency_ids else []
    found = [row for row in rows if not overdue or row.due_at < tx.now]
    if not found:
        return None
    return {
        "text": text,
        "count": len(found),
        "lines": {"lines": [_line(tx, team, row) for row in found[:_SHOWN]]},
        "more": max(0, len(found) - _SHOWN),
        "key": {"label": "button-tasks", "data": "tasks:0"},
    }


def _line(tx: Tx, team: Team, row: Any) -> Words:  # noqa: ANN401 a database row
    due = row.due_at.astimezone(team.zone).date()
    left = (due - calendar.today(tx, team)).days
    when = "campaign-reminder-today" if left == 0 else "campaign-reminder-left"
    return {
        "text": "campaign-reminder-line",
        "name": row.campaign,
        "system": row.system,
        "when": {
            "text": "campaign-reminder-over" if left < 0 else when,
            "count": abs(left),
            "due": calendar.date_text(due),
        },
        "returned": row.state == "returned",
    }


async def _overdue(tx: Tx, team: Team, person: Person) -> Words | None:
    del person
    rows = await campaign_reminders.overdue(tx)
    if not rows:
        return None
    lines = [
        {
            "text": "campaign-reminder-campaign",
            "name": row.name,
            "code": row.code,
            "agencies": row.agencies,
            "due": calendar.date_text(row.due_at.astimezone(team.zone).date()),
        }
        for row in rows[:_SHOWN]
    ]
    return {
        "text": "campaign-reminder-leader",
        "count": len(rows),
        "lines": {"lines": lines},
        "more": max(0, len(rows) - _SHOWN),
        "key": {"label": "button-campaigns", "data": "campaigns:0"},
    }


_PARTS: Mapping[Hears, Callable[[Tx, Team, Person], Awaitable[Words | None]]] = {
    Hears.CONTACT: _own,
    Hears.HEAD: _headed,
    Hears.LEADER: _overdue,
    Hears.CLOSED: _closed,
    Hears.WAITING: _waiting,
}
_WORDS: Mapping[str, Callable[[Tx, Team, Row], Awaitable[Words | None]]] = {
    "campaign-card": task_facts.card,
    "campaign-page": task_facts.card,
    "campaign-reminder": _reminder,
    "campaign-board": campaign_board.facts,
}
