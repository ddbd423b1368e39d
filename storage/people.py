"""People, their roles and invitations."""

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Row, bindparam, select, update

from bot.domain.people import Person, Role
from storage.database import Tx
from storage.tables import agencies, invites, outbox, people

# Both databases take some 32,000 values in one statement.
_BATCH = 10_000
_COLUMNS = (
    people.c.id,
    people.c.telegram_id,
    people.c.name,
    people.c.role,
    people.c.agency_id,
    people.c.language,
    people.c.phone,
    people.c.email,
    people.c.username,
    people.c.active,
    people.c.blocked,
    people.c.reachable,
    people.c.privacy_at,
)

_BY_TELEGRAM = select(*_COLUMNS).where(people.c.telegram_id == bindparam("account"))
_BY_ID = select(*_COLUMNS).where(people.c.id == bindparam("person_id"))
_WITH_ROLES = (
    select(*_COLUMNS)
    .where(people.c.role.in_(bindparam("roles", expanding=True)), people.c.active)
    .order_by(people.c.id)
)
_CHANGE = update(people).where(people.c.id == bindparam("changed_id"))
_BY_IDS = select(*_COLUMNS).where(people.c.id.in_(bindparam("person_ids", expanding=True)))


def _person(row: Row[Any]) -> Person:
    values = dict(row._mapping)  # noqa: SLF001 Row's documented view
    return Person(**values | {"role": Role(values["role"])})


async def by_telegram(tx: Tx, telegram_id: int) -> Person | None:
    """Return the person behind a Telegram account."""
    row = await tx.one(_BY_TELEGRAM, {"account": telegram_id})
    return _person(row) if row is not None else None


async def calendar_token(tx: Tx, person_id: int) -> str | None:
    """Return the secret part of the address of a person's calendar, if it was ever asked for."""
    found: str | None = await tx.scalar(
        select(people.c.calendar_token).where(people.c.id == person_id)
    )
    return found


async def by_calendar_token(tx: Tx, token: str) -> Person | None:
    """Return whose calendar has that address."""
    row = await tx.one(select(*_COLUMNS).where(people.c.calendar_token == token))
    return _person(row) if row is not None else None


async def get(tx: Tx, person_id: int) -> Person:
    """Return a person by id; KeyError when there is none."""
    row = await tx.one(_BY_ID, {"person_id": person_id})
    if row is None:
        raise KeyError(person_id)
    return _person(row)


async def of_ids(tx: Tx, person_ids: Sequence[int]) -> dict[int, Person]:
    """Return several people by id."""
    if not person_ids:
        return {}
    rows = await tx.all(_BY_IDS, {"person_ids": list(person_ids)})
    return {row.id: _person(row) for row in rows}


async def of_accounts(tx: Tx, telegram_ids: Iterable[int]) -> dict[int, Person]:
    """Return the people behind any number of Telegram accounts."""
    wanted = sorted(set(telegram_ids))
    found: dict[int, Person] = {}
    for at in range(0, len(wanted), _BATCH):
        batch = wanted[at : at + _BATCH]
        for row in await tx.all(select(*_COLUMNS).where(people.c.telegram_id.in_(batch))):
            found[row.telegram_id] = _person(row)
    return found


async def with_roles(tx: Tx, roles: Sequence[Role]) -> list[Person]:
    """Return the active people who hold one of these roles, in a stable order."""
    rows = await tx.all(_WITH_ROLES, {"roles": list(roles)})
    return [_person(row) for row in rows]


async def add(tx: Tx, person: Person) -> Person:
    """Store a new person; the given id is ignored."""
    values = {column.name: getattr(person, column.name) for column in _COLUMNS}
    del values["id"]
    person_id = await tx.add(people, created_at=tx.now, **values)
    return await get(tx, person_id)


async def change(tx: Tx, person_id: int, **values: Any) -> bool:  # noqa: ANN401 columns of any type
    """Change columns of one person; True when there is such a person."""
    return await tx.change(_CHANGE, {"changed_id": person_id, **values})


async def find(tx: Tx, words: str, *, also_inactive: bool = False) -> list[Person]:
    """Find team members and staff by @username, Telegram id or part of the name, accents or not.

    Who is named exactly leaves the others out.
    """
    rows = await tx.all(
        select(*_COLUMNS).where(people.c.role != Role.CITIZEN).order_by(people.c.id)
    )
    able = [_person(row) for row in rows if row.active or also_inactive]
    wanted = words.strip()
    exact = [person for person in able if _is_called(person, wanted)]
    if exact:
        return exact
    part = f" {_plain(wanted)}"
    return [person for person in able if part.strip() and part in f" {_plain(person.name)}"]


def _is_called(person: Person, words: str) -> bool:
    name = words.removeprefix("@").casefold()
    if person.username is not None and person.username.casefold() == name:
        return True
    return str(person.telegram_id) == words or _plain(person.name) == _plain(words) != ""


def _plain(name: str) -> str:
    """Return a name as people type it in a hurry: no accents, no capitals."""
    apart = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())


async def listed(tx: Tx) -> Sequence[Row[Any]]:
    """Return everybody but citizens, with their agency's name, leaders first."""
    return await tx.all(
        select(*_COLUMNS, agencies.c.name.label("agency"))
        .outerjoin(agencies, agencies.c.id == people.c.agency_id)
        .where(people.c.role != Role.CITIZEN)
        .order_by(people.c.active.desc(), people.c.role, people.c.name)
    )


class Invite(Struct, frozen=True):
    """A single-use way in; who opened it waits for a lead's or an admin's word."""

    id: int
    token: str
    role: Role
    agency_id: int | None
    created_by_id: int
    expires_at: datetime
    opened_by_id: int | None
    approved: bool | None


_INVITE = (
    invites.c.id,
    invites.c.token,
    invites.c.role,
    invites.c.agency_id,
    invites.c.created_by_id,
    invites.c.expires_at,
    invites.c.opened_by_id,
    invites.c.approved,
)


def _invite(row: Row[Any] | None) -> Invite | None:
    if row is None:
        return None
    values = dict(row._mapping)  # noqa: SLF001 Row's documented view
    return Invite(**values | {"role": Role(values["role"])})


async def add_invite(
    tx: Tx, token: str, role: Role, agency_id: int | None, inviter: tuple[int, datetime]
) -> int:
    """Store an invitation made by `inviter[0]` that is good until `inviter[1]`."""
    created_by_id, expires_at = inviter
    return await tx.add(
        invites,
        token=token,
        role=role,
        agency_id=agency_id,
        created_by_id=created_by_id,
        created_at=tx.now,
        expires_at=expires_at,
    )


async def invite_by_token(tx: Tx, token: str) -> Invite | None:
    """Return the invitation a deep link names."""
    return _invite(await tx.one(select(*_INVITE).where(invites.c.token == token)))


async def invite(tx: Tx, invite_id: int) -> Invite | None:
    """Return an invitation by its id."""
    return _invite(await tx.one(select(*_INVITE).where(invites.c.id == invite_id)))


async def open_invite(tx: Tx, invite_id: int, person_id: int) -> bool:
    """Use an invitation; False when somebody has used it before."""
    return await tx.change(
        update(invites)
        .where(invites.c.id == invite_id, invites.c.opened_by_id.is_(None))
        .values(opened_by_id=person_id, opened_at=tx.now)
    )


async def decide_invite(tx: Tx, invite_id: int, decider_id: int, *, approved: bool) -> bool:
    """Record the decision on an opened invitation; False when it was decided before."""
    return await tx.change(
        update(invites)
        .where(
            invites.c.id == invite_id,
            invites.c.opened_by_id.is_not(None),
            invites.c.approved.is_(None),
        )
        .values(decided_by_id=decider_id, decided_at=tx.now, approved=approved)
    )


async def decider_of(tx: Tx, invite_id: int) -> Person | None:
    """Return who decided on an invitation."""
    decided_by = select(invites.c.decided_by_id).where(invites.c.id == invite_id)
    row = await tx.one(select(*_COLUMNS).where(people.c.id == decided_by.scalar_subquery()))
    return _person(row) if row is not None else None


async def was_told(tx: Tx, telegram_id: int, text: str, since: datetime) -> bool:
    """Tell whether an answer with that text was queued for an account later than `since`."""
    found = await tx.one(
        select(outbox.c.id)
        .where(
            outbox.c.chat_id == telegram_id,
            outbox.c.created_at > since,
            outbox.c.params["text"].as_string() == text,
        )
        .limit(1)
    )
    return found is not None


async def lose(tx: Tx, person_id: int) -> bool:
    """Remember that Telegram reaches a person no more; False when that was known."""
    return await tx.change(
        update(people)
        .where(people.c.id == person_id, people.c.reachable.is_distinct_from(False))
        .values(reachable=False)
    )
