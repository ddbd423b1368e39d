"""Deadlines by law that run for incidents, and what became of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Row, Select, bindparam, select, update

from bot.domain.legal_deadlines import DeadlineState, Rule, Run, Told
from storage.database import Tx
from storage.room_tables import incident_deadlines
from storage.tables import people


class Deadline(Struct, frozen=True):
    """One deadline of an incident; `number` counts those of the incident from 1."""

    id: int
    incident_id: int
    number: int
    run: Run
    state: DeadlineState
    told: Told
    settled_at: datetime | None = None
    settled_by: str | None = None
    sent_at: datetime | None = None
    document: str | None = None
    channel: str | None = None
    receipt: str | None = None
    reason: str | None = None
    changed: Sequence[Mapping[str, Any]] = ()

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do it."""
        return self.state is DeadlineState.OPEN


def _query() -> Select[Any]:
    return (
        select(incident_deadlines, people.c.name.label("settled_by"))
        .outerjoin(people, people.c.id == incident_deadlines.c.settled_by_id)
        .order_by(incident_deadlines.c.id)
    )


# Read for every card: to build it takes longer than to run it.
_OF_INCIDENT = _query().where(incident_deadlines.c.incident_id == bindparam("wanted_id"))


async def of_incident(tx: Tx, incident_id: int) -> list[Deadline]:
    """Return every deadline an incident has ever had, in the order they began."""
    rows = await tx.all(_OF_INCIDENT, {"wanted_id": incident_id})
    return [_deadline(row, number) for number, row in enumerate(rows, start=1)]


async def get(tx: Tx, deadline_id: int) -> Deadline | None:
    """Return one deadline with its number among those of its incident."""
    incident_id = await tx.scalar(
        select(incident_deadlines.c.incident_id).where(incident_deadlines.c.id == deadline_id)
    )
    if incident_id is None:
        return None
    return next(each for each in await of_incident(tx, incident_id) if each.id == deadline_id)


def _deadline(row: Row[Any], number: int) -> Deadline:
    return Deadline(
        id=row.id,
        incident_id=row.incident_id,
        number=number,
        run=Run(Rule.model_validate(row.rule), row.counted_from, row.due_at),
        state=DeadlineState(row.state),
        told=Told(row.told, row.told_at),
        settled_at=row.settled_at,
        settled_by=row.settled_by,
        sent_at=row.sent_at,
        document=row.number,
        channel=row.channel,
        receipt=row.receipt,
        reason=row.reason,
        changed=row.changed or (),
    )


async def add(tx: Tx, incident_id: int, run: Run, told: Told) -> int:
    """Let a deadline run for an incident, with its rule as it is now."""
    return await tx.add(incident_deadlines, **_begun(incident_id, run, told))


def _begun(incident_id: int, run: Run, told: Told) -> dict[str, Any]:
    return {
        "incident_id": incident_id,
        "code": run.rule.code,
        "rule": run.rule.model_dump(mode="json"),
        "counted_from": run.counted_from,
        "due_at": run.due_at,
        "state": DeadlineState.OPEN,
        "told": told.stage,
    }


async def add_update(
    tx: Tx, incident_id: int, code: str, run: Run, changed: Sequence[Mapping[str, Any]]
) -> int:
    """Let an update be owed to whoever its run names, under a code of its own."""
    return await tx.add(
        incident_deadlines,
        changed=list(changed),
        **_begun(incident_id, run, Told()) | {"code": code},
    )


async def widen(
    tx: Tx, deadline_id: int, run: Run, told: Told, changed: Sequence[Mapping[str, Any]]
) -> None:
    """Let an open update tell more, or go to fewer."""
    values: dict[str, Any] = {
        "rule": run.rule.model_dump(mode="json"),
        "counted_from": run.counted_from,
        "due_at": run.due_at,
        "told": told.stage,
        "told_at": told.at,
        "changed": list(changed),
    }
    await tx.run(
        update(incident_deadlines).where(incident_deadlines.c.id == deadline_id).values(**values)
    )


async def move(tx: Tx, deadline_id: int, run: Run, told: Told) -> None:
    """Let a deadline be counted from another moment, open again if it was dropped."""
    values: dict[str, Any] = {
        "counted_from": run.counted_from,
        "due_at": run.due_at,
        "state": DeadlineState.OPEN,
        "told": told.stage,
        "told_at": None,
    }
    await tx.run(
        update(incident_deadlines).where(incident_deadlines.c.id == deadline_id).values(**values)
    )


async def stop(tx: Tx, deadline_id: int) -> None:
    """Stop a deadline whose cause is gone."""
    await _settle(tx, deadline_id, DeadlineState.DROPPED, {})


async def tell(tx: Tx, deadline_id: int, stage: int) -> None:
    """Remember that people were told of a stage."""
    await tx.run(
        update(incident_deadlines)
        .where(incident_deadlines.c.id == deadline_id)
        .values(told=stage, told_at=tx.now)
    )


async def done(tx: Tx, deadline_id: int, person_id: int, said: Mapping[str, Any]) -> bool:
    """Store that it was sent: when, how, under which number, and who has it; once."""
    values = {"settled_at": tx.now, "settled_by_id": person_id, **said}
    return await _settle(tx, deadline_id, DeadlineState.DONE, values)


async def waive(tx: Tx, deadline_id: int, person_id: int, reason: str) -> bool:
    """Store that it does not apply, and why; once."""
    values = {"settled_at": tx.now, "settled_by_id": person_id, "reason": reason}
    return await _settle(tx, deadline_id, DeadlineState.WAIVED, values)


async def _settle(
    tx: Tx, deadline_id: int, state: DeadlineState, values: Mapping[str, Any]
) -> bool:
    is_open = incident_deadlines.c.state == DeadlineState.OPEN
    return await tx.change(
        update(incident_deadlines)
        .where(incident_deadlines.c.id == deadline_id, is_open)
        .values(state=state, **values)
    )
