"""Bring a database to the newest schema; the steps are in `storage/migrations/versions`."""

import asyncio
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from storage.database import driver_url

T = TypeVar("T")
FOLDER = Path(__file__).parent / "migrations"


@cache
def newest() -> str:
    """Return the revision that this version of the program works with, by its file's name."""
    return max(path.name[1:5] for path in (FOLDER / "versions").glob("v*.py"))


def _upgrade(connection: Connection, revision: str) -> None:
    # Alembic takes longer to load than everything else here; most starts have nothing to migrate.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


async def upgrade(address: str, revision: str = "head") -> None:
    """Run the missing migrations in one transaction; nothing happens when there are none."""
    url = driver_url(address)
    if url.get_backend_name() == "sqlite" and url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    if revision == "head" and await revision_of(address) == newest():
        return
    await within(address, lambda connection: _upgrade(connection, revision))


async def revision_of(address: str) -> str | None:
    """Return the revision a database is at, None when it is empty."""
    return await within(address, _revision)


def _revision(connection: Connection) -> str | None:
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return str(found) if found is not None else None


async def within(address: str, function: Callable[[Connection], T]) -> T:
    """Return what a function finds or does in a transaction of its own."""
    url = driver_url(address)
    if url.get_backend_name() == "sqlite":
        return await asyncio.to_thread(_with_sqlite, url, function)
    from sqlalchemy.ext.asyncio import create_async_engine  # noqa: PLC0415

    engine = create_async_engine(url)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(function)
    finally:
        await engine.dispose()


def _with_sqlite(url: URL, function: Callable[[Connection], T]) -> T:
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        return function(connection)
