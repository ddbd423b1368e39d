"""What a contact person looks at: the list of their agency's tasks, results, the signed order."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Row

from bot.domain.campaign import TO_DO, Assignment, AssignmentState, Campaign
from bot.domain.errors import Refused
from bot.domain.messages import Outgoing
from bot.domain.people import Person, Role
from bot.domain.team import Team
from bot.services.assignments import Held
from bot.services.messages import queue, tell
from bot.services.showing import Under, show
from bot.services.task_words import answer_lines, line, mark
from storage import assignments, campaigns, register
from storage.database import Tx

SHOWN, SHOWN_DONE = 12, 5
CLOSED_FOR = timedelta(days=30)


async def show_list(tx: Tx, team: Team, person: Person, under: Under | None = None) -> None:
    """Show everything somebody's agency must do, the most urgent first; below, what is over."""
    if person.agency_id is None:
        raise Refused("refused-no-agency")
    rows = await assignments.of_agencies(tx, [person.agency_id], open_only=False)
    closed = await assignments.closed_undone(tx, [person.agency_id], tx.now - CLOSED_FOR)
    closed = closed[-SHOWN_DONE:]
    if not rows and not closed:
        await show(tx, person, under, text="tasks-none")
        return
    to_do = [row for row in rows if AssignmentState(row.state) in TO_DO]
    done = [row for row in rows if AssignmentState(row.state) not in TO_DO][-SHOWN_DONE:]
    known = await campaigns.of_ids(tx, {row.campaign_id for row in (*rows, *closed)})
    lines = [_line(tx, team, known, row) for row in to_do[:SHOWN]]
    if len(to_do) > SHOWN:
        lines.append({"text": "tasks-more", "count": len(to_do) - SHOWN})
    if done and to_do:
        lines.append({"text": "tasks-heading-done"})
    lines += [_line(tx, team, known, row) for row in done]
    if closed:
        lines.append({"text": "tasks-heading-closed"})
    lines += [_line(tx, team, known, row) for row in closed]
    await show(
        tx,
        person,
        under,
        text="tasks-list" if to_do else "tasks-list-done" if done else "tasks-list-closed",
        agency=await register.agency_name(tx, person.agency_id) or "?",
        count=len(to_do),
        closed=len(closed),
        first=(*rows, *closed)[0].id,
        lines={"lines": lines},
        keys=[[_key(tx, row)] for row in [*to_do[:SHOWN], *done, *closed]],
    )


async def greet(tx: Tx, team: Team, person: Person) -> None:
    """Show a new contact person at once what their agency must do, if there is anything."""
    if person.role is not Role.STAFF or person.agency_id is None:
        return
    if await assignments.of_agencies(tx, [person.agency_id]):
        await show_list(tx, team, person)


def _line(tx: Tx, team: Team, known: dict[int, Campaign], row: Row[Any]) -> dict[str, Any]:
    return line(team, known[row.campaign_id], _assignment(row), row.system, tx.now)


def _key(tx: Tx, row: Row[Any]) -> dict[str, Any]:
    name = f"{row.campaign} · {row.system}" if row.system else row.campaign
    args = {"mark": mark(_assignment(row), tx.now), "number": row.id, "name": name}
    return {"label": "button-task", "args": args, "data": f"task:{row.id}"}


def _assignment(row: Row[Any]) -> Assignment:
    """Return the part of a row that is the assignment's own."""
    names = Assignment.__struct_fields__
    columns = row._mapping  # noqa: SLF001 Row's documented view
    values = {name: columns[name] for name in names}
    return Assignment(**values | {"state": AssignmentState(values["state"])})


def show_answers(tx: Tx, person: Person, found: Held) -> None:
    """Send what was handed in, in words."""
    if not found.assignment.answers:
        raise Refused("refused-task-no-answers")
    lines = answer_lines(found.campaign, found.assignment.answers, person.language)
    tell(tx, person, "answer", text="task-answers", **found.words, lines={"lines": lines})


async def send_files(tx: Tx, person: Person, found: Held) -> int:
    """Send the evidence of an assignment; returns how many files there are."""
    rows: Sequence[Row[Any]] = await assignments.files(tx, found.assignment.id)
    for row in rows:
        _send(tx, person, {"media": row.media, "file_id": row.file_id})
    return len(rows)


def send_order(tx: Tx, person: Person, campaign: Campaign) -> None:
    """Send the document that a campaign came with."""
    if campaign.attachment_id is None:
        raise Refused("refused-task-no-order")
    _send(tx, person, {"media": "document", "file_id": campaign.attachment_id})


async def send_order_of(tx: Tx, person: Person, campaign_id: int) -> None:
    """Send the document of a campaign, by its number."""
    send_order(tx, person, await campaigns.get(tx, campaign_id))


def _send(tx: Tx, person: Person, file: dict[str, Any]) -> None:
    if person.telegram_id is not None:
        queue(tx, Outgoing("incident-file", person.telegram_id, person.id, params=file))
