"""Playbooks under way: the copy an incident keeps, and what is ticked in it."""

from typing import Any

from sqlalchemy import Row, bindparam, func, select, update

from bot.domain.playbook import Playbook, Tick, TickState, UnderWay
from storage.database import Tx
from storage.room_tables import incident_playbooks, playbook_ticks
from storage.tables import agencies, incidents, people, systems

_LIVE = playbook_ticks.c.taken_back_at.is_(None)
# Read for every card: to build it takes longer than to run it.
_PROGRESS = (
    select(incident_playbooks.c.steps, func.count(playbook_ticks.c.id).label("settled"))
    .outerjoin(playbook_ticks, (playbook_ticks.c.playbook_id == incident_playbooks.c.id) & _LIVE)
    .where(
        incident_playbooks.c.incident_id == bindparam("wanted_id"),
        incident_playbooks.c.replaced_at.is_(None),
    )
    .group_by(incident_playbooks.c.id, incident_playbooks.c.steps)
)


async def agency_of(tx: Tx, incident_id: int) -> str | None:
    """Return the code of the agency an incident is at, else of the one whose system it is."""
    found: str | None = await tx.scalar(
        select(agencies.c.code)
        .select_from(incidents)
        .outerjoin(systems, systems.c.id == incidents.c.system_id)
        .join(agencies, agencies.c.id == func.coalesce(incidents.c.agency_id, systems.c.agency_id))
        .where(incidents.c.id == incident_id)
    )
    return found


async def add(tx: Tx, incident_id: int, playbook: Playbook, person_id: int | None) -> int:
    """Keep a copy of a playbook as an incident's own; one it has already is put aside."""
    await tx.run(
        update(incident_playbooks)
        .where(
            incident_playbooks.c.incident_id == incident_id,
            incident_playbooks.c.replaced_at.is_(None),
        )
        .values(replaced_at=tx.now)
    )
    return await tx.add(
        incident_playbooks,
        incident_id=incident_id,
        code=playbook.code,
        version=playbook.version,
        content=playbook.model_dump(mode="json"),
        steps=len(playbook.steps),
        begun_at=tx.now,
        begun_by_id=person_id,
    )


async def row(tx: Tx, playbook_id: int) -> Row[Any] | None:
    """Return one kept playbook, put aside or not."""
    return await tx.one(select(incident_playbooks).where(incident_playbooks.c.id == playbook_id))


async def current(tx: Tx, incident_id: int) -> UnderWay | None:
    """Return the playbook an incident goes by, with its ticks; None before there is one."""
    kept = await tx.one(
        select(incident_playbooks).where(
            incident_playbooks.c.incident_id == incident_id,
            incident_playbooks.c.replaced_at.is_(None),
        )
    )
    if kept is None:
        return None
    return UnderWay(Playbook.model_validate(kept.content), await ticks(tx, kept.id), kept.id)


async def progress(tx: Tx, incident_id: int) -> tuple[int, int] | None:
    """Return how many steps of an incident's playbook are settled, of how many."""
    found = await tx.one(_PROGRESS, {"wanted_id": incident_id})
    return (int(found.settled), int(found.steps)) if found is not None else None


async def ticks(tx: Tx, playbook_id: int) -> dict[int, Tick]:
    """Return what is settled, by the steps' numbers."""
    rows = await tx.all(
        select(playbook_ticks, people.c.name)
        .join(people, people.c.id == playbook_ticks.c.person_id)
        .where(playbook_ticks.c.playbook_id == playbook_id, _LIVE)
        .order_by(playbook_ticks.c.number)
    )
    return {
        each.number: Tick(
            each.number,
            TickState(each.state),
            each.person_id,
            each.name,
            each.at,
            each.reason,
        )
        for each in rows
    }


async def tick(tx: Tx, playbook_id: int, number: int, person_id: int, reason: str | None) -> None:
    """Keep that a step is done, or with a reason that it does not apply."""
    await tx.add(
        playbook_ticks,
        playbook_id=playbook_id,
        number=number,
        state=TickState.DONE if reason is None else TickState.SKIPPED,
        person_id=person_id,
        at=tx.now,
        reason=reason or "",
    )


async def take_back(tx: Tx, playbook_id: int, number: int) -> bool:
    """Let a step be open again; False when it was."""
    return await tx.change(
        update(playbook_ticks)
        .where(
            playbook_ticks.c.playbook_id == playbook_id, playbook_ticks.c.number == number, _LIVE
        )
        .values(taken_back_at=tx.now)
    )
