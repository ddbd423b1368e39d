"""Corrections of contact details: kept, decided once, found again by whoever came instead."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, func, select, update

from bot.domain.errors import Refused
from storage.contact_tables import contact_changes
from storage.database import Tx
from storage.tables import agencies, people

WAITING, TAKEN, REFUSED, REPLACED = "waiting", "taken", "refused", "replaced"
WITHDRAWN = "withdrawn"


async def add(tx: Tx, person_id: int, **told: str | None) -> int:
    """Keep a correction (`wrong`, `before`, `after`, `phone`); an earlier one of the same goes."""
    await _end(tx, person_id, str(told["wrong"]), REPLACED)
    return await tx.add(contact_changes, person_id=person_id, at=tx.now, state=WAITING, **told)


async def withdraw(tx: Tx, person_id: int, wrong: str) -> bool:
    """Take back what somebody has said of this; False when nothing of it waits."""
    return await _end(tx, person_id, wrong, WITHDRAWN)


async def _end(tx: Tx, person_id: int, wrong: str, state: str) -> bool:
    same = (contact_changes.c.person_id == person_id, contact_changes.c.wrong == wrong)
    waits = contact_changes.c.state == WAITING
    return await tx.change(update(contact_changes).where(*same, waits).values(state=state))


async def get(tx: Tx, change_id: int) -> Row[Any]:
    """Return a correction; Refused when there is none."""
    row = await tx.one(select(contact_changes).where(contact_changes.c.id == change_id))
    if row is None:
        raise Refused("refused-contact-no-change")
    return row


async def waiting(tx: Tx) -> Sequence[Row[Any]]:
    """Return what nobody has decided, oldest first, with `name` and `agency` of whom it is about.

    Only of people who are still there.
    """
    return await tx.all(
        select(contact_changes, people.c.name, agencies.c.name.label("agency"))
        .join(people, people.c.id == contact_changes.c.person_id)
        .outerjoin(agencies, agencies.c.id == people.c.agency_id)
        .where(contact_changes.c.state == WAITING, people.c.active)
        .order_by(contact_changes.c.id)
    )


async def decide(
    tx: Tx, change_id: int, decider_id: int, *, taken: bool, invite_id: int | None = None
) -> bool:
    """Keep the decision; False when somebody was quicker, or there is a newer correction."""
    values = {
        "state": TAKEN if taken else REFUSED,
        "decided_by_id": decider_id,
        "decided_at": tx.now,
        "invite_id": invite_id,
    }
    open_one = (contact_changes.c.id == change_id, contact_changes.c.state == WAITING)
    return await tx.change(update(contact_changes).where(*open_one).values(**values))


async def newest(tx: Tx, person_id: int, wrong: str) -> int | None:
    """Return the newest of what somebody has said of this, whatever became of it."""
    same = (contact_changes.c.person_id == person_id, contact_changes.c.wrong == wrong)
    found: int | None = await tx.scalar(select(func.max(contact_changes.c.id)).where(*same))
    return found


async def of_invite(tx: Tx, invite_id: int) -> Row[Any] | None:
    """Return the correction for which somebody was invited."""
    return await tx.one(
        select(contact_changes).where(
            contact_changes.c.invite_id == invite_id, contact_changes.c.state == TAKEN
        )
    )
