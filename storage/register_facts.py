"""What the pages of agencies and systems show, read in few statements; nothing is changed here."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, func, select

from bot.domain.incident import ENDED
from bot.domain.people import Role
from storage.database import Tx
from storage.tables import agencies, incidents, people, systems


def _contacts() -> Select[Any]:
    """Return how many contact persons each agency has, and how many of them can be reached."""
    able = func.count(people.c.id).filter(people.c.reachable, people.c.telegram_id.is_not(None))
    return (
        select(people.c.agency_id, func.count(people.c.id).label("people"), able.label("able"))
        .where(people.c.role == Role.STAFF, people.c.active, people.c.blocked.is_(False))
        .group_by(people.c.agency_id)
    )


async def agency_lines(tx: Tx) -> Sequence[Row[Any]]:
    """Return every agency with its numbers of contact persons and systems, in order of name."""
    contacts = _contacts().subquery()
    owned = (
        select(systems.c.agency_id, func.count().label("number"))
        .group_by(systems.c.agency_id)
        .subquery()
    )
    return await tx.all(
        select(
            *(agencies.c.id, agencies.c.code, agencies.c.name, agencies.c.kind),
            func.coalesce(contacts.c.people, 0).label("contacts"),
            func.coalesce(contacts.c.able, 0).label("able"),
            func.coalesce(owned.c.number, 0).label("systems"),
        )
        .outerjoin(contacts, contacts.c.agency_id == agencies.c.id)
        .outerjoin(owned, owned.c.agency_id == agencies.c.id)
        .order_by(agencies.c.name, agencies.c.id)
    )


async def agency(tx: Tx, agency_id: int) -> Row[Any] | None:
    """Return one agency with the name and code of the one above it."""
    above = agencies.alias()
    return await tx.one(
        select(agencies, above.c.name.label("parent"), above.c.code.label("parent_code"))
        .outerjoin(above, above.c.id == agencies.c.parent_id)
        .where(agencies.c.id == agency_id)
    )


async def agency_kinds(tx: Tx) -> list[str]:
    """Return the kinds of agencies there are, the most frequent first."""
    rows = await tx.all(
        select(agencies.c.kind)
        .where(agencies.c.kind != "")
        .group_by(agencies.c.kind)
        .order_by(func.count().desc(), agencies.c.kind)
    )
    return [row.kind for row in rows]


async def contacts_of(tx: Tx, agency_id: int) -> Sequence[Row[Any]]:
    """Return an agency's contact persons, those who can be reached first."""
    columns = (people.c.id, people.c.name, people.c.phone, people.c.reachable)
    return await tx.all(
        select(*columns, people.c.telegram_id)
        .where(people.c.agency_id == agency_id, people.c.role == Role.STAFF)
        .where(people.c.active, people.c.blocked.is_(False))
        .order_by(func.coalesce(people.c.reachable, False).desc(), people.c.name, people.c.id)
    )


_SYSTEM = (
    *(systems.c.id, systems.c.code, systems.c.name, systems.c.level, systems.c.url),
    *(systems.c.agency_id, agencies.c.name.label("agency"), agencies.c.code.label("agency_code")),
)


async def system_lines(tx: Tx) -> Sequence[Row[Any]]:
    """Return every system with its agency, those of the highest level first."""
    return await tx.all(
        select(*_SYSTEM)
        .join(agencies, agencies.c.id == systems.c.agency_id)
        .order_by(func.coalesce(systems.c.level, 0).desc(), systems.c.name, systems.c.id)
    )


async def systems_of(tx: Tx, agency_id: int) -> Sequence[Row[Any]]:
    """Return the systems of one agency, those of the highest level first."""
    return await tx.all(
        select(systems)
        .where(systems.c.agency_id == agency_id)
        .order_by(func.coalesce(systems.c.level, 0).desc(), systems.c.name, systems.c.id)
    )


async def system(tx: Tx, system_id: int) -> Row[Any] | None:
    """Return one system with its agency."""
    return await tx.one(
        select(*_SYSTEM)
        .join(agencies, agencies.c.id == systems.c.agency_id)
        .where(systems.c.id == system_id)
    )


async def open_incidents(
    tx: Tx, *, agency_id: int | None = None, system_id: int | None = None
) -> Sequence[Row[Any]]:
    """Return the incidents that go on at an agency, or at a system, newest first."""
    own = (
        incidents.c.system_id == system_id
        if system_id is not None
        else incidents.c.agency_id == agency_id
    )
    columns = ("code", "kind", "severity", "opened_at", "drill")
    return await tx.all(
        select(*(incidents.c[name] for name in columns))
        .where(own, incidents.c.status.not_in(ENDED))
        .order_by(incidents.c.id.desc())
    )
