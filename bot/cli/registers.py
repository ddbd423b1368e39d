"""`trucban import` and `trucban export`: the registers as CSV or XLSX files."""

import asyncio
from pathlib import Path

from rich.console import Console

from bot.catalog import load
from bot.clock import Clock
from bot.config import Settings
from bot.domain.cells import Register
from bot.domain.errors import Refused
from bot.domain.team import Team
from bot.services.exports import Rows, export_rows
from bot.services.register import import_file as import_register
from bot.services.sheets import written_text, written_workbook
from bot.texts import Voice
from storage.database import Database
from storage.migrate import upgrade


async def import_file(
    settings: Settings, what: Register, file: Path, screen: Console, errors: Console
) -> int:
    """Take over a whole file; returns 1 and says what is wrong when nothing was imported."""
    team = _team(settings)
    database = await _opened(settings)
    try:
        async with database.begin() as tx:
            done = await import_register(tx, team, what, file)
    except Refused as refused:
        voice = Voice(team, database.now(), settings.language)
        errors.print(voice.word(refused.text_id, refused.params), markup=False, highlight=False)
        return 1
    finally:
        await database.close()
    screen.print(
        f"{what.value}: {done.added} added, {done.changed} changed, {done.unchanged} unchanged"
    )
    return 0


async def export_file(
    settings: Settings, what: Register, file: Path, screen: Console, errors: Console
) -> int:
    """Write a register as CSV, or as XLSX by its ending; returns 1 when it cannot be written."""
    database = await _opened(settings)
    try:
        async with database.read() as tx:
            rows = await export_rows(tx, _team(settings), what)
    finally:
        await database.close()
    try:
        await asyncio.to_thread(_write, file, rows)
    except OSError as error:
        errors.print(f"{file} cannot be written: {error.strerror}", markup=False)
        return 1
    screen.print(f"{what.value}: {len(rows) - 1} written to {file}", markup=False)
    return 0


def _write(file: Path, rows: Rows) -> None:
    is_workbook = file.suffix.lower() == ".xlsx"
    file.write_bytes(written_workbook(rows) if is_workbook else written_text(rows))


def _team(settings: Settings) -> Team:
    return Team(load(settings.catalog), settings.zone, settings.language, settings.team_chat)


async def _opened(settings: Settings) -> Database:
    await upgrade(settings.database_url)
    database = Database(settings.database_url, Clock().now)
    await database.open(alone=False)
    return database
