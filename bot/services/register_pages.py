"""One agency or one system of the registers as a page in chat: what is known, what can be done."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from bot.domain.errors import Refused
from bot.domain.people import Person, Role, may
from bot.domain.team import Team
from bot.services.drill_words import kind_of
from bot.services.messages import instant
from bot.services.register_checks import last_checks, open_findings, open_tasks
from bot.services.showing import Under, show
from storage import people, register_facts
from storage.database import Tx

Key = dict[str, Any]
Keys = list[list[Key]]

_SHOWN = 8


def level_text(level: int | None) -> dict[str, Any]:
    """Return the security level of a system, or that it is not known."""
    if level is None:
        return {"text": "register-level-unknown"}
    return {"text": "register-level", "level": level}


async def show_agency(
    tx: Tx, team: Team, person: Person, agency_id: int, under: Under | None = None
) -> None:
    """Show one agency: contact persons and whether they can be reached, systems, what goes on."""
    row = await register_facts.agency(tx, agency_id)
    if row is None:
        raise Refused("refused-register-gone")
    contacts = await register_facts.contacts_of(tx, agency_id)
    systems = await register_facts.systems_of(tx, agency_id)
    await show(
        tx,
        person,
        under,
        text="agency-page",
        name=row.name,
        code=row.code,
        sort=row.kind or "—",
        parent=row.parent or "—",
        head=await _head(tx, row, phones=may(person, Role.LEAD)),
        contacts=_contacts(row, contacts, phones=may(person, Role.LEAD)),
        systems=_systems(systems),
        tasks=await open_tasks(tx, team, agency_id),
        findings=await open_findings(tx, agency_id=agency_id),
        incidents=await _incidents(tx, agency_id=agency_id),
        keys=_agency_keys(person, row, systems),
    )


async def _head(tx: Tx, row: Row[Any], *, phones: bool) -> dict[str, Any]:
    head_id = getattr(row, "head_id", None)
    head = (await people.of_ids(tx, [head_id])).get(head_id) if head_id is not None else None
    if head is None or not head.active:
        return {"text": "agency-head-none"}
    return _person_line("agency-head", head, phones=phones)


def _person_line(text: str, one: Any, *, phones: bool) -> dict[str, Any]:  # noqa: ANN401 a person or a row
    reach = {True: "reachable", False: "blocked", None: "never"}[one.reachable]
    if one.telegram_id is None:
        reach = "never"
    phone = one.phone if phones else None
    mark = {"text": f"contact-{reach}"}
    return {"text": text, "name": one.name, "phone": phone, "mark": mark}


def _contacts(agency: Row[Any], rows: Sequence[Row[Any]], *, phones: bool) -> dict[str, Any]:
    if not rows:
        return {"text": "agency-contacts-none", "code": agency.code}
    lines = [_person_line("agency-contact", one, phones=phones) for one in rows[:_SHOWN]]
    able = sum(bool(one.reachable) and one.telegram_id is not None for one in rows)
    said = {"count": len(rows), "able": able, "lines": {"lines": lines}, "code": agency.code}
    return {"text": "agency-contacts", **said}


def _systems(rows: Sequence[Row[Any]]) -> dict[str, Any]:
    if not rows:
        return {"text": "agency-systems-none"}
    lines = [
        {"text": "agency-system", "name": row.name, "level": level_text(row.level)}
        for row in rows[:_SHOWN]
    ]
    return {"text": "agency-systems", "count": len(rows), "lines": {"lines": lines}}


async def _incidents(tx: Tx, **about: int) -> dict[str, Any] | str:
    rows = await register_facts.open_incidents(tx, **about)
    if not rows:
        return ""
    lines = [
        {
            "text": "register-incident",
            "code": row.code,
            "kind": kind_of(row.kind, drill=row.drill),
            "severity": {"severity_icon": row.severity},
            "since": instant(row.opened_at),
        }
        for row in rows[:_SHOWN]
    ]
    return {"text": "register-incidents", "count": len(rows), "lines": {"lines": lines}}


def _agency_keys(person: Person, agency: Row[Any], systems: Sequence[Row[Any]]) -> Keys:
    rows: Keys = [[{"caption": f"💻 {row.name}", "data": f"system:{row.id}"}] for row in systems]
    back = {"label": "button-agencies", "data": "agencies:0"}
    if may(person, Role.ADMIN):
        change = {"label": "button-register-change", "data": f"agency:{agency.id}:change"}
        return [*rows[:_SHOWN], [change, back]]
    return [*rows[:_SHOWN], [back]]


async def show_system(
    tx: Tx, team: Team, person: Person, system_id: int, under: Under | None = None
) -> None:
    """Show one system: its level, its agency, and what is known of its checks and incidents."""
    row = await register_facts.system(tx, system_id)
    if row is None:
        raise Refused("refused-register-gone")
    agency = {"label": "button-system-agency-page", "data": f"agency:{row.agency_id}"}
    back = {"label": "button-systems", "data": "systems:0"}
    change = {"label": "button-register-change", "data": f"system:{row.id}:change"}
    last = [change, back] if may(person, Role.ADMIN) else [back]
    await show(
        tx,
        person,
        under,
        text="system-page",
        name=row.name,
        code=row.code,
        agency=row.agency,
        level=level_text(row.level),
        url=row.url or "—",
        checks=await last_checks(tx, team, row),
        tasks=await open_tasks(tx, team, row.agency_id, system_id),
        findings=await open_findings(tx, system_id=system_id),
        incidents=await _incidents(tx, system_id=system_id),
        keys=[[agency], last],
    )
