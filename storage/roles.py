"""Who leads, writes and speaks for an incident."""

from datetime import datetime

from msgspec import Struct
from sqlalchemy import bindparam, delete, select

from bot.domain.roles import CrewRole
from storage.crew_tables import incident_roles
from storage.database import Tx
from storage.tables import people


class Holder(Struct, frozen=True):
    """Who has a role, and since when."""

    role: CrewRole
    person_id: int
    name: str
    at: datetime


_OF_INCIDENT = (
    select(incident_roles, people.c.name)
    .join(people, people.c.id == incident_roles.c.person_id)
    .where(incident_roles.c.incident_id == bindparam("about"))
)


async def of_incident(tx: Tx, incident_id: int) -> dict[CrewRole, Holder]:
    """Return who has which role of an incident."""
    rows = await tx.all(_OF_INCIDENT, {"about": incident_id})
    found = (Holder(CrewRole(r.role), r.person_id, r.name, r.given_at) for r in rows)
    return {each.role: each for each in found}


async def leaders(tx: Tx, incident_id: int) -> frozenset[int]:
    """Return who leads an incident."""
    rows = await tx.all(
        select(incident_roles.c.person_id).where(
            incident_roles.c.incident_id == incident_id, incident_roles.c.role == CrewRole.LEAD
        )
    )
    return frozenset(row.person_id for row in rows)


async def give(tx: Tx, incident_id: int, role: CrewRole, person_id: int, by_id: int) -> None:
    """Let somebody have a role, in place of whoever had it."""
    values = {"person_id": person_id, "given_by_id": by_id, "given_at": tx.now}
    statement = tx.insert(incident_roles).values(incident_id=incident_id, role=role, **values)
    await tx.run(
        statement.on_conflict_do_update(index_elements=["incident_id", "role"], set_=values)
    )


async def take(tx: Tx, incident_id: int, role: CrewRole, person_id: int) -> bool:
    """Let somebody have a role that nobody has; False when somebody does."""
    statement = tx.insert(incident_roles).values(
        incident_id=incident_id,
        role=role,
        person_id=person_id,
        given_by_id=person_id,
        given_at=tx.now,
    )
    return await tx.change(statement.on_conflict_do_nothing())


async def give_back(tx: Tx, incident_id: int, role: CrewRole, person_id: int) -> bool:
    """Let nobody have a role that somebody has; False when they have it no more."""
    return await tx.change(
        delete(incident_roles).where(
            incident_roles.c.incident_id == incident_id,
            incident_roles.c.role == role,
            incident_roles.c.person_id == person_id,
        )
    )
