"""Which incidents are related although each stays what it is."""

from typing import Any

from msgspec import Struct
from sqlalchemy import BigInteger, Select, bindparam, case, delete, select, union_all

from bot.domain.confidence import KEPT_BACK
from storage.after_tables import incident_links
from storage.database import Tx
from storage.tables import incidents


class Related(Struct, frozen=True):
    """An incident that another one is related to; of a confidential one only the code is said."""

    id: int
    code: str
    kind: str
    status: str
    drill: bool = False


def _related() -> Select[Any]:
    c, first, second = incidents.c, incident_links.c.first_id, incident_links.c.second_id
    this = bindparam("incident_id", type_=BigInteger)
    others = union_all(select(second).where(first == this), select(first).where(second == this))
    # Who may know of the one need not know of the other.
    kind = case((c.confidential, KEPT_BACK), else_=c.kind).label("kind")
    return select(c.id, c.code, kind, c.status, c.drill).where(c.id.in_(others)).order_by(c.id)


# Read for every card: to build it takes longer than to run it.
_RELATED = _related()


def _pair(one: int, other: int) -> dict[str, int]:
    return {"first_id": min(one, other), "second_id": max(one, other)}


async def link(tx: Tx, one: int, other: int, person_id: int) -> bool:
    """Relate two incidents; False when they are related already."""
    values = {**_pair(one, other), "linked_by_id": person_id, "linked_at": tx.now}
    added = await tx.run(tx.insert(incident_links).values(**values).on_conflict_do_nothing())
    return added.rowcount == 1


async def are_linked(tx: Tx, one: int, other: int) -> bool:
    """Tell whether two incidents are related."""
    c, pair = incident_links.c, _pair(one, other)
    found = select(c.first_id).where(*(c[name] == value for name, value in pair.items()))
    return await tx.one(found) is not None


async def unlink(tx: Tx, one: int, other: int) -> bool:
    """Relate two incidents no more; False when they were not related."""
    pair = _pair(one, other)
    statement = delete(incident_links).where(
        *(incident_links.c[name] == value for name, value in pair.items())
    )
    return await tx.change(statement)


async def of_incident(tx: Tx, incident_id: int) -> tuple[Related, ...]:
    """Return what an incident is related to, oldest first."""
    rows = await tx.all(_RELATED, {"incident_id": incident_id})
    return tuple(Related(r.id, r.code, r.kind, r.status, r.drill) for r in rows)
