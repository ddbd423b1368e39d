"""Assignments: what one agency must do in one campaign, its answers, files and requests."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select, update

from bot.domain.campaign import TO_DO, Assignment, AssignmentState, CampaignState
from bot.domain.errors import Refused
from storage.campaign_tables import (
    assignment_answers,
    assignment_asks,
    assignment_files,
    assignments,
    campaigns,
)
from storage.database import Tx
from storage.tables import agencies, people, systems

EXTENSION, QUESTION = "extension", "question"
_FIELDS = Assignment.__struct_fields__
_TO_DO = [state.value for state in TO_DO]
_COLUMNS = tuple(assignments.c[name] for name in _FIELDS)


def _assignment(row: Row[Any]) -> Assignment:
    columns = row._mapping  # noqa: SLF001 Row's documented view
    values = {name: columns[name] for name in _FIELDS}
    return Assignment(**values | {"state": AssignmentState(values["state"])})


async def get(tx: Tx, assignment_id: int) -> Assignment:
    """Return an assignment; Refused when there is none."""
    row = await tx.one(select(*_COLUMNS).where(assignments.c.id == assignment_id))
    if row is None:
        raise Refused("refused-no-such-task")
    return _assignment(row)


async def save(tx: Tx, before: Assignment, after: Assignment) -> None:
    """Store the change from `before` to `after`; Refused when it is no longer as it was before."""
    values = {
        name: getattr(after, name)
        for name in _FIELDS
        if getattr(after, name) != getattr(before, name)
    }
    if not values:
        return
    same = (assignments.c.id == before.id, assignments.c.state == before.state.value)
    if not await tx.change(update(assignments).where(*same).values(**values)):
        raise Refused("refused-task-changed")


async def of_campaign(tx: Tx, campaign_id: int) -> list[Assignment]:
    """Return everything that a campaign has given to anybody, in the order it was given."""
    rows = await tx.all(
        select(*_COLUMNS).where(assignments.c.campaign_id == campaign_id).order_by(assignments.c.id)
    )
    return [_assignment(row) for row in rows]


async def of_agencies(
    tx: Tx, agency_ids: Collection[int], *, open_only: bool = True
) -> Sequence[Row[Any]]:
    """Return what agencies must do in open campaigns, the most urgent first.

    Every column of the assignment, and of its campaign `code` and `campaign`, of the system
    `system`, of the agency `agency`. Without `open_only` also what is handed in or accepted.
    """
    wanted = [campaigns.c.state == CampaignState.OPEN.value]
    if open_only:
        wanted.append(assignments.c.state.in_(_TO_DO))
    return await tx.all(_of(agency_ids).where(*wanted))


async def closed_undone(tx: Tx, agency_ids: Collection[int], since: datetime) -> Sequence[Row[Any]]:
    """Return what agencies had not handed in when its campaign was closed, as `of_agencies`."""
    closed = (campaigns.c.state == CampaignState.CLOSED.value, campaigns.c.closed_at >= since)
    return await tx.all(_of(agency_ids).where(assignments.c.state.in_(_TO_DO), *closed))


def _of(agency_ids: Collection[int]) -> Select[Any]:
    return (
        select(
            assignments,
            campaigns.c.code,
            campaigns.c.name.label("campaign"),
            agencies.c.name.label("agency"),
            systems.c.name.label("system"),
        )
        .join(campaigns, campaigns.c.id == assignments.c.campaign_id)
        .join(agencies, agencies.c.id == assignments.c.agency_id)
        .outerjoin(systems, systems.c.id == assignments.c.system_id)
        .where(assignments.c.agency_id.in_(agency_ids))
        .order_by(assignments.c.due_at, assignments.c.id)
    )


async def of_subject(
    tx: Tx, *, agency_id: int | None = None, system_id: int | None = None
) -> Sequence[Row[Any]]:
    """Return all that was ever asked of an agency or about a system, the newest first.

    With `code`, `campaign`, `feeds`, `period` and `campaign_state` of each one's campaign.
    """
    own = (
        assignments.c.system_id == system_id
        if system_id is not None
        else assignments.c.agency_id == agency_id
    )
    return await tx.all(
        select(
            assignments,
            campaigns.c.code,
            campaigns.c.name.label("campaign"),
            campaigns.c.feeds,
            campaigns.c.period,
            campaigns.c.state.label("campaign_state"),
        )
        .join(campaigns, campaigns.c.id == assignments.c.campaign_id)
        .where(own)
        .order_by(assignments.c.id.desc())
    )


async def keep_answers(
    tx: Tx, assignment_id: int, person_id: int, answers: Mapping[str, Any]
) -> None:
    """Keep one more version of the answers; the current one is the assignment's own."""
    values = {
        "assignment_id": assignment_id,
        "person_id": person_id,
        "at": tx.now,
        "answers": dict(answers),
    }
    await tx.run(assignment_answers.insert(), values)


async def versions(tx: Tx, assignment_id: int) -> Sequence[Row[Any]]:
    """Return every version of the answers with who gave it, oldest first."""
    return await tx.all(
        select(assignment_answers, people.c.name)
        .outerjoin(people, people.c.id == assignment_answers.c.person_id)
        .where(assignment_answers.c.assignment_id == assignment_id)
        .order_by(assignment_answers.c.id)
    )


async def add_file(
    tx: Tx,
    assignment_id: int,
    person_id: int,
    file: tuple[str, str, str | None],
    question: str | None = None,
) -> int:
    """Keep a piece of evidence (media, Telegram's file id, name) and which question it answers."""
    media, file_id, name = file
    return await tx.add(
        assignment_files,
        assignment_id=assignment_id,
        person_id=person_id,
        media=media,
        file_id=file_id,
        name=name,
        question=question,
        at=tx.now,
    )


async def files(tx: Tx, assignment_id: int) -> Sequence[Row[Any]]:
    """Return the evidence of an assignment, oldest first."""
    return await tx.all(
        select(assignment_files)
        .where(assignment_files.c.assignment_id == assignment_id)
        .order_by(assignment_files.c.id)
    )


async def add_ask(
    tx: Tx,
    assignment_id: int,
    kind: str,
    person_id: int,
    words: str,
    until_at: datetime | None = None,
) -> int:
    """Keep a request for more time (`EXTENSION`, `until_at`) or a question (`QUESTION`)."""
    return await tx.add(
        assignment_asks,
        assignment_id=assignment_id,
        kind=kind,
        person_id=person_id,
        at=tx.now,
        words=words,
        until_at=until_at,
    )


async def ask(tx: Tx, ask_id: int) -> Row[Any]:
    """Return a request or question; Refused when there is none."""
    row = await tx.one(select(assignment_asks).where(assignment_asks.c.id == ask_id))
    if row is None:
        raise Refused("refused-no-such-ask")
    return row


async def answer_ask(
    tx: Tx, ask_id: int, person_id: int, *, answer: str = "", granted: bool | None = None
) -> bool:
    """Keep the answer to a request or question; False when somebody has answered before."""
    values = {
        "answered_by_id": person_id,
        "answered_at": tx.now,
        "answer": answer,
        "granted": granted,
    }
    open_one = (assignment_asks.c.id == ask_id, assignment_asks.c.answered_at.is_(None))
    return await tx.change(update(assignment_asks).where(*open_one).values(**values))


async def asks(
    tx: Tx, *, assignment_id: int | None = None, campaign_id: int | None = None
) -> Sequence[Row[Any]]:
    """Return the requests and questions of an assignment, or those open in a campaign."""
    chosen = select(assignment_asks, people.c.name, agencies.c.name.label("agency")).join(
        people, people.c.id == assignment_asks.c.person_id
    )
    chosen = chosen.join(assignments, assignments.c.id == assignment_asks.c.assignment_id)
    chosen = chosen.join(agencies, agencies.c.id == assignments.c.agency_id)
    if assignment_id is not None:
        chosen = chosen.where(assignment_asks.c.assignment_id == assignment_id)
    if campaign_id is not None:
        own = (assignments.c.campaign_id == campaign_id, assignment_asks.c.answered_at.is_(None))
        chosen = chosen.where(*own)
    return await tx.all(chosen.order_by(assignment_asks.c.id))
