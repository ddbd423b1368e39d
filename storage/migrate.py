"""Bring a database to the newest schema; the steps are in `storage/migrations/versions`."""

from functools import cache
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import driver_url

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
    engine = create_async_engine(url)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_upgrade, revision)
    finally:
        await engine.dispose()


async def revision_of(address: str) -> str | None:
    """Return the revision a database is at, None when it is empty."""
    engine = create_async_engine(driver_url(address))
    try:
        async with engine.connect() as connection:
            exists = await connection.run_sync(
                lambda sync: sync.dialect.has_table(sync, "alembic_version")
            )
            if not exists:
                return None
            found = await connection.scalar(text("SELECT version_num FROM alembic_version"))
            return str(found) if found is not None else None
    finally:
        await engine.dispose()
