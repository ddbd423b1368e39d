"""PostgreSQL: one connection that writes, a pool that reads, and a lock that names the writer."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import CursorResult, Executable, text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from storage.prepared import Values

# Any constant will do; it names the one writing process among all clients of a server.
WRITER_LOCK = 0x7472_7563
READERS = 4


class PostgresqlLink:
    """One connection inside its transaction."""

    dialect = "postgresql"

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def run(
        self, statement: Executable, values: Values | Sequence[Values] | None
    ) -> CursorResult[Any]:
        """Execute a statement."""
        return await self.connection.execute(statement, values)

    @asynccontextmanager
    async def apart(self) -> AsyncIterator[None]:
        """Hold a part whose effects an error takes back, and nothing before it."""
        async with self.connection.begin_nested():
            yield


class PostgresqlStore:
    """The server's connections."""

    def __init__(self, url: URL) -> None:
        self._url = url
        self._write_engine = create_async_engine(
            url, pool_size=1, max_overflow=0, pool_pre_ping=True
        )
        self._read_engine = create_async_engine(url, pool_size=READERS, pool_pre_ping=True)
        self._guard: AsyncConnection | None = None
        self._writer: AsyncConnection | None = None

    async def lock(self) -> bool:
        """Try to be the one process that works on it."""
        self._guard = await self._read_engine.connect()
        await self._guard.execution_options(isolation_level="AUTOCOMMIT")
        asking = text("SELECT pg_try_advisory_lock(:key)")
        return bool(await self._guard.scalar(asking, {"key": WRITER_LOCK}))

    async def tidy(self) -> None:
        """Do nothing: the server does it by itself."""

    async def close(self) -> None:
        """Let go of every connection and of the lock."""
        for connection in (self._writer, self._guard):
            if connection is not None:
                await connection.close()
        self._writer = self._guard = None
        await self._write_engine.dispose()
        await self._read_engine.dispose()

    @asynccontextmanager
    async def writing(self, *, lasting: bool) -> AsyncIterator[PostgresqlLink]:
        """Open the write transaction; one that is not lasting waits for no disk."""
        if self._writer is None or self._writer.invalidated or self._writer.closed:
            self._writer = await self._write_engine.connect()
        async with self._writer.begin():
            if not lasting:
                await self._writer.exec_driver_sql("SET LOCAL synchronous_commit TO OFF")
            yield PostgresqlLink(self._writer)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[PostgresqlLink]:
        """Open a view on what was committed last."""
        async with self._read_engine.connect() as connection, connection.begin() as view:
            yield PostgresqlLink(connection)
            await view.rollback()
