"""`trucban import` and `trucban export`: the registers as CSV or XLSX files."""

import asyncio
import csv
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
    """Write a register as CSV; returns 1 when the file cannot be written."""
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
    # Excel takes a file for UTF-8 only when it begins with a byte order mark.
    with file.open("w", encoding="utf-8-sig", newline="") as handle:
        csv.writer(handle).writerows(rows)


def _team(settings: Settings) -> Team:
    return Team(load(settings.catalog), settings.zone, settings.language, settings.team_chat)


async def _opened(settings: Settings) -> Database:
    await upgrade(settings.database_url)
    database = Database(settings.database_url, Clock().now)
    await database.open(alone=False)
    return database
