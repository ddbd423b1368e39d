"""Import of agencies, people, systems, the roster and the holidays: all of a file or nothing.

Importing the same file twice changes nothing the second time; what a file does not name stays.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict
from sqlalchemy import Row

from bot.domain.calendar import Entered
from bot.domain.cells import Entry, ImportRefused, Problem, Register, Rows, folded, numbers_in
from bot.domain.holiday_rows import read_holidays
from bot.domain.people import Role
from bot.domain.register import Changes, changes, read_agencies, read_people, read_systems
from bot.domain.roster_rows import read_roster, stored_by_key
from bot.domain.team import Team
from bot.services import gaps, incidents
from bot.services.leaving import leave_ladders
from bot.services.sheets import read_sheet
from storage import calendar, people, register, tables
from storage.database import Tx

__all__ = ["ImportRefused", "ImportReport", "Problem", "Register", "import_file", "import_rows"]


class ImportReport(Struct, frozen=True):
    """How many lines brought something new, changed something, or said what was known."""

    added: int
    changed: int
    unchanged: int
    problems: tuple[Problem, ...] = ()


async def import_file(tx: Tx, team: Team, what: str, path: Path | str) -> ImportReport:
    """Take over a CSV or XLSX file; ImportRefused names everything wrong with it."""
    return await import_rows(tx, team, what, read_sheet(Path(path)))


async def import_rows(tx: Tx, team: Team, what: str, rows: Rows) -> ImportReport:
    """Take over the lines of a sheet, read from wherever it came."""
    done = await _IMPORTS[Register(what)](tx, team, rows)
    return ImportReport(len(done.added), len(done.changed), done.unchanged)


async def _import_agencies(tx: Tx, team: Team, rows: Rows) -> Changes:
    del team
    before = await register.all_agencies(tx)
    codes: dict[int | None, str] = {row.id: folded(row.code) for row in before}
    stored = {codes[row.id]: _values(row) | {"parent": codes.get(row.parent_id)} for row in before}
    parents = {code: values["parent"] for code, values in stored.items()}
    done = changes(read_agencies(rows, parents), stored)
    new = [{"kind": ""} | _without_parent(entry) for entry in done.added]
    await register.add_all(tx, tables.agencies, new)
    ids = await agency_ids(tx)
    # A parent may come later in the file than its children: now every line of it is there.
    placed = [(ids[entry.key], _parent(entry, ids)) for entry in done.added if _has_parent(entry)]
    await register.change_all(tx, tables.agencies, placed)
    moved = [
        (row["id"], _without_parent(entry) | _parent(entry, ids)) for entry, row in done.changed
    ]
    await register.change_all(tx, tables.agencies, moved)
    return done


def _without_parent(entry: Entry) -> dict[str, Any]:
    return {name: value for name, value in entry.values.items() if name != "parent"}


def _has_parent(entry: Entry) -> bool:
    return bool(entry.values.get("parent"))


def _parent(entry: Entry, ids: Mapping[str, int]) -> dict[str, Any]:
    if "parent" not in entry.values:
        return {}
    return {"parent_id": ids.get(entry.values["parent"])}


async def agency_ids(tx: Tx) -> dict[str, int]:
    """Return the id of every agency by its folded code."""
    return {folded(row.code): row.id for row in await register.all_agencies(tx)}


async def _import_people(tx: Tx, team: Team, rows: Rows) -> Changes:
    admins = {person.telegram_id for person in await people.with_roles(tx, (Role.ADMIN,))}
    watchers = await register.watchers_after(tx, tx.now)
    entries = read_people(rows, await agency_ids(tx), admins, watchers)
    before = await people.of_accounts(tx, numbers_in(rows))
    done = changes(entries, {account: asdict(person) for account, person in before.items()})
    filled = {"language": team.language, "active": True, "created_at": tx.now}
    new = [{**filled, **entry.values, "telegram_id": entry.key} for entry in done.added]
    await register.add_all(tx, tables.people, new)
    changed = [(person["id"], entry.values) for entry, person in done.changed]
    await register.change_all(tx, tables.people, changed)
    for entry, person in done.changed:
        if person["role"] >= Role.RESPONDER > entry.values["role"]:
            await incidents.release_all(tx, team, person["id"])
            await leave_ladders(tx, team, await people.get(tx, person["id"]))
    return done


async def _import_systems(tx: Tx, team: Team, rows: Rows) -> Changes:
    del team
    entries = read_systems(rows, await agency_ids(tx))
    before = await register.all_systems(tx)
    done = changes(entries, {folded(row.code): _values(row) for row in before})
    await register.add_all(tx, tables.systems, [entry.values for entry in done.added])
    changed = [(row["id"], entry.values) for entry, row in done.changed]
    await register.change_all(tx, tables.systems, changed)
    return done


async def _import_roster(tx: Tx, team: Team, rows: Rows) -> Changes:
    found = await people.of_accounts(tx, numbers_in(rows))
    sheet = read_roster(rows, found, team.zone, [post.code for post in team.catalog.watch.posts])
    shifts = await register.shifts_between(tx, *sheet.period) if sheet.period else []
    done = changes(sheet.beside(shifts), stored_by_key(shifts))
    await register.add_all(tx, tables.shifts, [entry.values for entry in done.added])
    await gaps.replan(tx, team)
    return done


async def _import_holidays(tx: Tx, team: Team, rows: Rows) -> Changes:
    del team
    before = {day.day.isoformat(): asdict(day) for day in await calendar.everything(tx)}
    done = changes(read_holidays(rows), before)
    unknown = {"document": ""}
    new = [
        Entered(date.fromisoformat(entry.key), **{**unknown, **entry.values})
        for entry in done.added
    ]
    changed = [Entered(**{**stored, **entry.values}) for entry, stored in done.changed]
    await calendar.put(tx, [*new, *changed], None)
    return done


def _values(row: Row[Any]) -> dict[str, Any]:
    return dict(row._mapping)  # noqa: SLF001 Row's documented view


_IMPORTS: dict[Register, Callable[[Tx, Team, Rows], Awaitable[Changes]]] = {
    Register.AGENCIES: _import_agencies,
    Register.PEOPLE: _import_people,
    Register.SYSTEMS: _import_systems,
    Register.ROSTER: _import_roster,
    Register.HOLIDAYS: _import_holidays,
}
