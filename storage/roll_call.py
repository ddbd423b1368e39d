"""Who was asked to help with an incident, and what they have said."""

from collections.abc import Sequence

from sqlalchemy import select

from bot.domain.messages import Op
from bot.domain.roll_call import Called, Presence, RollCall
from storage.crew_tables import incident_crew, roll_calls
from storage.database import Tx
from storage.outbox import SENT
from storage.tables import outbox, people

_PAGES = ("incident-page", "incident-assigned")


async def of_incident(tx: Tx, incident_id: int) -> RollCall:
    """Return everybody who was asked about an incident, in the order they were."""
    rows = await tx.all(
        select(incident_crew, people.c.name)
        .join(people, people.c.id == incident_crew.c.person_id)
        .where(incident_crew.c.incident_id == incident_id)
        .order_by(incident_crew.c.id)
    )
    begun_at = await tx.scalar(
        select(roll_calls.c.begun_at).where(roll_calls.c.incident_id == incident_id)
    )
    called = tuple(
        Called(
            row.person_id, row.name, Presence(row.answer) if row.answer else None, row.answered_at
        )
        for row in rows
    )
    return RollCall(called, begun_at)


async def ask(tx: Tx, incident_id: int, person_ids: Sequence[int]) -> None:
    """Count people among those who are asked; what they have said already stays."""
    for person_id in person_ids:
        statement = tx.insert(incident_crew).values(incident_id=incident_id, person_id=person_id)
        await tx.run(statement.on_conflict_do_nothing())


async def ask_anew(tx: Tx, incident_id: int, person_id: int) -> None:
    """Ask somebody whatever they said before."""
    await _put(tx, incident_id, person_id, None)


async def answer(tx: Tx, incident_id: int, person_id: int, said: Presence) -> None:
    """Keep what somebody says, asked or not; the last word counts."""
    await _put(tx, incident_id, person_id, said)


async def _put(tx: Tx, incident_id: int, person_id: int, said: Presence | None) -> None:
    values = {"answer": said, "answered_at": tx.now if said is not None else None}
    statement = tx.insert(incident_crew).values(
        incident_id=incident_id, person_id=person_id, **values
    )
    await tx.run(
        statement.on_conflict_do_update(index_elements=["incident_id", "person_id"], set_=values)
    )


async def keep_begun(tx: Tx, incident_id: int, person_id: int) -> None:
    """Remember that the roll was called; the first time counts."""
    values = {"incident_id": incident_id, "begun_by_id": person_id, "begun_at": tx.now}
    await tx.run(tx.insert(roll_calls).values(**values).on_conflict_do_nothing())


async def paged(tx: Tx, incident_id: int) -> list[int]:
    """Return who was called to an incident by a page, in that order."""
    await tx.flush()
    rows = await tx.all(
        select(outbox.c.person_id)
        .where(
            outbox.c.subject_id == incident_id,
            outbox.c.kind.in_(_PAGES),
            outbox.c.op == Op.SEND,
            outbox.c.state == SENT,
            outbox.c.person_id.is_not(None),
        )
        .order_by(outbox.c.id)
    )
    return list(dict.fromkeys(row.person_id for row in rows))
