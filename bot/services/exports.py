"""The registers as rows of text, in the columns that the import reads back."""

from collections.abc import Awaitable, Callable, Sequence
from zoneinfo import ZoneInfo

from bot.domain.cells import COLUMNS, Register
from bot.domain.holiday_rows import OFF, WORK
from bot.domain.people import Role
from bot.domain.team import Team
from storage import calendar, people, register
from storage.database import Tx

Rows = Sequence[Sequence[str]]


async def export_rows(tx: Tx, team: Team, what: Register) -> Rows:
    """Return the header and every entry of a register."""
    return [COLUMNS[what].all, *await _EXPORTS[what](tx, team.zone)]


def _text(value: object) -> str:
    return "" if value is None else str(value)


async def _agencies(tx: Tx, zone: ZoneInfo) -> Rows:
    del zone
    rows = await register.all_agencies(tx)
    codes = {row.id: row.code for row in rows}
    return [[row.code, row.name, row.kind, _text(codes.get(row.parent_id))] for row in rows]


async def _people(tx: Tx, zone: ZoneInfo) -> Rows:
    del zone
    codes = {row.id: row.code for row in await register.all_agencies(tx)}
    listed = await people.with_roles(tx, [role for role in Role if role is not Role.CITIZEN])
    return [
        [
            str(one.telegram_id),
            one.name,
            one.role.value,
            *(_text(part) for part in (codes.get(one.agency_id or 0), one.phone, one.email)),
            one.language,
        ]
        for one in listed
        if one.telegram_id is not None
    ]


async def _systems(tx: Tx, zone: ZoneInfo) -> Rows:
    del zone
    codes = {row.id: row.code for row in await register.all_agencies(tx)}
    return [
        [row.code, row.name, codes[row.agency_id], _text(row.level), _text(row.url)]
        for row in await register.all_systems(tx)
    ]


async def _roster(tx: Tx, zone: ZoneInfo) -> Rows:
    rows = await register.all_shifts(tx)
    return [
        [
            *(
                at.astimezone(zone).replace(tzinfo=None).isoformat()
                for at in (row.start_at, row.end_at)
            ),
            row.post,
            str(row.telegram_id),
        ]
        for row in rows
        if row.telegram_id is not None
    ]


async def _holidays(tx: Tx, zone: ZoneInfo) -> Rows:
    del zone
    return [
        [day.day.isoformat(), OFF if day.is_off else WORK, day.name, day.document]
        for day in await calendar.everything(tx)
    ]


_EXPORTS: dict[Register, Callable[[Tx, ZoneInfo], Awaitable[Rows]]] = {
    Register.AGENCIES: _agencies,
    Register.PEOPLE: _people,
    Register.SYSTEMS: _systems,
    Register.ROSTER: _roster,
    Register.HOLIDAYS: _holidays,
}
