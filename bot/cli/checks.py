"""`trucban check`: settings, catalog, database, Telegram and its rights, clock."""

import os
import shutil
from collections.abc import Awaitable, Callable
from datetime import timedelta
from email.utils import parsedate_to_datetime

import httpx
from msgspec import Struct
from rich.console import Console

from bot.catalog import CatalogError, load
from bot.clock import Clock
from bot.config import Settings
from bot.delivery.channels import is_well_formed, templates
from bot.delivery.rights import standing
from bot.papers.case_pdf import converter
from storage import elsewhere
from storage.database import Database
from storage.migrate import newest, revision_of

DRIFT = timedelta(seconds=30)


class Finding(Struct, frozen=True):
    """One thing that was looked at; `problem` is None when it is in order."""

    what: str
    said: str
    problem: str | None = None


async def check(settings: Settings, screen: Console) -> int:
    """Print every finding; returns 1 when something is wrong, else 0."""
    looks: tuple[Callable[[Settings], Awaitable[Finding]], ...] = (
        _catalog,
        _database,
        _telegram,
        _channels,
        _outage,
        _evidence,
        _pdf,
        _clock,
    )
    found = [await look(settings) for look in looks]
    for finding in found:
        mark = "✗" if finding.problem else "✓"
        screen.print(f"{mark} {finding.what}: {finding.problem or finding.said}", markup=False)
    return 1 if any(finding.problem for finding in found) else 0


async def _catalog(settings: Settings) -> Finding:
    try:
        catalog = load(settings.catalog)
    except (CatalogError, OSError) as error:
        return Finding("catalog", "", str(error))
    said = f"{len(catalog.kinds)} kinds, {len(catalog.ladders)} ladders"
    if catalog.offline_contact == load(None).offline_contact:
        said += "; offline_contact is still the example's: put your own into hotlines.toml"
    return Finding("catalog", said)


async def _database(settings: Settings) -> Finding:
    try:
        revision = await revision_of(settings.database_url)
    except Exception as error:  # noqa: BLE001 an edge: whatever is wrong is the finding
        return Finding("database", "", f"cannot be opened: {error}")
    if revision == newest():
        return Finding("database", f"schema {revision}")
    if revision is None:
        return Finding("database", "empty; `trucban run` or `trucban migrate` creates the tables")
    return Finding("database", "", f"schema {revision}, needed {newest()}: run `trucban migrate`")


async def _telegram(settings: Settings) -> Finding:
    if not settings.token.get_secret_value():
        return Finding("telegram", "", "TRUCBAN_TOKEN is missing: get one from @BotFather")
    found = await standing(settings)
    return Finding("telegram", f"@{found.username}", found.problem)


async def _channels(settings: Settings) -> Finding:
    """Look whether each channel's address has a form that can be used; nothing is sent."""
    found = templates(settings)
    if not found:
        return Finding("channels", "only Telegram; nobody is reached while it is away")
    wrong = [channel for channel, url in found.items() if not is_well_formed(url)]
    if wrong:
        names = ", ".join(f"TRUCBAN_{channel.upper()}_URL" for channel in wrong)
        return Finding("channels", "", f"{names}: not an address Apprise can use")
    said = ", ".join(found)
    if not settings.public_url:
        said += "; without TRUCBAN_PUBLIC_URL nobody can answer from there"
    return Finding("channels", said)


async def _outage(settings: Settings) -> Finding:
    """Say what the running bot has noticed: this command itself may reach Telegram all the same."""
    if await revision_of_or_none(settings) != newest():
        return Finding("degraded mode", "not known before the database is up to date")
    database = Database(settings.database_url, Clock().now)
    await database.open(alone=False)
    try:
        async with database.read() as tx:
            away = await elsewhere.outage(tx)
    finally:
        await database.close()
    if away is None:
        return Finding("degraded mode", "off")
    since = f"{away.silent_since.astimezone(settings.zone):%Y-%m-%d %H:%M}"
    return Finding("degraded mode", "", f"Telegram is away since {since}: pages go elsewhere")


async def _evidence(settings: Settings) -> Finding:
    """Say where files of incidents are kept, and whether anything can be written there."""
    if settings.data is None:
        return Finding("evidence", "TRUCBAN_DATA is empty: files stay in Telegram only")
    folder = settings.data
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        return Finding("evidence", "", f"{settings.data}: nothing can be written there")
    free = shutil.disk_usage(folder).free // 2**30
    return Finding("evidence", f"{settings.data}, {free} GB free")


async def _pdf(settings: Settings) -> Finding:
    """Say whether official papers come as PDF too: without LibreOffice they are Word files only."""
    if not settings.pdf:
        return Finding("pdf", "off: official papers come as Word files only")
    found = converter()
    if found is None:
        return Finding("pdf", "no LibreOffice here: official papers come as Word files only")
    return Finding("pdf", f"made beside official papers by {found}")


async def revision_of_or_none(settings: Settings) -> str | None:
    """Return the revision of the database; None when it cannot be had."""
    try:
        return await revision_of(settings.database_url)
    except Exception:  # noqa: BLE001 an edge: the look at the database has told it already
        return None


async def _clock(settings: Settings) -> Finding:
    clock = Clock()
    try:
        async with httpx.AsyncClient(proxy=settings.proxy, timeout=5) as client:
            answer = await client.get(settings.api_url)
        there = parsedate_to_datetime(answer.headers["date"])
    except (httpx.HTTPError, KeyError, ValueError):
        return Finding("clock", f"{clock.now():%Y-%m-%d %H:%M:%S} UTC, not compared")
    drift = abs(clock.now() - there)
    if drift > DRIFT:
        return Finding("clock", "", f"off by {drift.total_seconds():.0f} s from Telegram's")
    return Finding("clock", f"within {DRIFT.total_seconds():.0f} s of Telegram's")
