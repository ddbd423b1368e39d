"""One database, one writer: every change happens inside `Database.begin`, and lasts or not at all.

SQLite and PostgreSQL run the same SQL. A second process on the same database is refused at `open`.
"""

import asyncio
import fcntl
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import CursorResult, Executable, Row, Table, event, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, Connection
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.sql.dml import ReturningInsert

from storage import one_visit, tables
from storage.prepared import Rows, find

# Any constant will do; it names the one writing process among all clients of a PostgreSQL server.
WRITER_LOCK = 0x7472_7563
BUSY_MS = 5_000


Values = Mapping[str, Any]
ConflictInsert = sqlite.Insert | postgresql.Insert


class DatabaseInUseError(RuntimeError):
    """Another process already works on this database."""


def insert_for(dialect: str, table: Table) -> ConflictInsert:
    """Start an INSERT that knows ON CONFLICT in a dialect."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


# Statements that run with nearly every update are built once: that takes longer than to run them.
@cache
def _adding(table: Table) -> ReturningInsert[tuple[Any]]:
    return table.insert().returning(table.c.id)


@cache
def _queueing(dialect: str) -> ConflictInsert:
    return insert_for(dialect, tables.outbox).on_conflict_do_nothing(
        index_elements=["key"], index_where=text("state = 'pending'")
    )


@dataclass
class Tx:
    """One transaction at one instant; outgoing messages gather in `queued` until the commit.

    `seals` remembers the last seal of each timeline it has written in. Statements
    that come again and again go `straight` to SQLite's own connection.
    """

    connection: AsyncConnection
    now: datetime
    queued: list[dict[str, Any]] = field(default_factory=list)
    woken: set[str] = field(default_factory=set)
    seals: dict[int, str] = field(default_factory=dict)
    straight: one_visit.Connection | None = None

    async def run(
        self, statement: Executable, values: Values | Sequence[Values] | None = None
    ) -> CursorResult[Any] | Rows:
        """Execute a statement with the values of its parameters, or once for each row of them."""
        if values and self.straight is not None:
            prepared = find(statement, values)
            if prepared is not None:
                return await prepared.run(self.straight, values)
        return await self.connection.execute(statement, values)

    async def one(self, statement: Executable, values: Values | None = None) -> Row[Any] | None:
        """Return the first row, or None."""
        return (await self.run(statement, values)).first()

    async def all(self, statement: Executable, values: Values | None = None) -> Sequence[Row[Any]]:
        """Return every row."""
        return (await self.run(statement, values)).all()

    async def scalar(self, statement: Executable, values: Values | None = None) -> Any:  # noqa: ANN401 a single value of any column
        """Return the first column of the first row, or None."""
        return (await self.run(statement, values)).scalar()

    async def change(self, statement: Executable, values: Values | None = None) -> bool:
        """Execute a guarded update; True when exactly one row changed."""
        return (await self.run(statement, values)).rowcount == 1

    def insert(self, table: Table) -> ConflictInsert:
        """Start an INSERT that knows ON CONFLICT in this database's dialect."""
        return insert_for(self.connection.dialect.name, table)

    async def add(self, table: Table, **values: Any) -> int:  # noqa: ANN401 columns of any type
        """Insert one row and return its id."""
        return int(await self.scalar(_adding(table), values))

    @asynccontextmanager
    async def apart(self) -> AsyncIterator[None]:
        """Hold a part that may fail: an error takes its effects back, and nothing before it."""
        queued, woken, seals = list(self.queued), set(self.woken), dict(self.seals)
        try:
            async with self.connection.begin_nested():
                yield
        except BaseException:
            self.queued, self.woken, self.seals = queued, woken, seals
            raise

    async def flush(self) -> None:
        """Write the gathered outgoing messages, in order; a waiting twin swallows a new one."""
        if not self.queued:
            return
        rows, self.queued = self.queued, []
        await self.run(_queueing(self.connection.dialect.name), rows)
        self.woken |= {"outbox" if row["channel"] == "telegram" else "channels" for row in rows}


def _prepare_sqlite(engine: AsyncEngine, begin: str) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def _connect(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        del entry
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "secure_delete = ON",
            f"busy_timeout = {BUSY_MS}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


def _wake_nobody(woken: set[str]) -> None:
    del woken


def driver_url(address: str) -> URL:
    """Turn `sqlite:///file` or `postgresql://…` into the URL of its asynchronous driver."""
    url = make_url(address)
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
    backend = url.get_backend_name()
    if backend not in drivers:
        message = f"only sqlite and postgresql are supported, not {backend!r}"
        raise ValueError(message)
    return url.set(drivername=drivers[backend])


class Database:
    """The write connection behind its lock, and a pool of readers."""

    def __init__(self, address: str, now: Callable[[], datetime]) -> None:
        self.url = driver_url(address)
        self.now = now
        self.on_commit: Callable[[set[str]], None] = _wake_nobody
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        options: dict[str, Any] = {"pool_pre_ping": True}
        if self.is_sqlite:
            options = {"async_creator": one_visit.creator(self.url.database or ":memory:")}
        self._write_engine = create_async_engine(self.url, pool_size=1, max_overflow=0, **options)
        self._read_engine = create_async_engine(self.url, pool_size=4, **options)
        if self.is_sqlite:
            _prepare_sqlite(self._write_engine, "BEGIN IMMEDIATE")
            _prepare_sqlite(self._read_engine, "BEGIN")
        self._lock = asyncio.Lock()
        self._lock_file: Any = None
        self._guard: AsyncConnection | None = None
        self._writer: AsyncConnection | None = None

    async def open(self, *, alone: bool = True) -> None:
        """Connect; `alone` refuses with DatabaseInUseError while another process is the writer."""
        if alone and self.is_sqlite:
            self._lock_sqlite_file()
        elif alone:
            await self._lock_server()
        self._writer = await self._write_engine.connect()

    async def close(self) -> None:
        """Let go of every connection and of the lock."""
        for connection in (self._writer, self._guard):
            if connection is not None:
                await connection.close()
        self._writer = self._guard = None
        await self._write_engine.dispose()
        await self._read_engine.dispose()
        if self._lock_file is not None:
            self._lock_file.close()
            self._lock_file = None

    @asynccontextmanager
    async def begin(self, *, lasting: bool = True) -> AsyncIterator[Tx]:
        """Open the one write transaction; it commits at the end and rolls back on any error.

        One that is not `lasting` survives the end of the process, but perhaps not that of the
        machine: for what may be done once more after that.
        """
        async with self._lock:
            if self._writer is None or self._writer.invalidated or self._writer.closed:
                self._writer = await self._write_engine.connect()
            own = await self._own(self._writer)
            if own is not None:
                await own.sync_fully(lasting)
            async with self._writer.begin():
                if own is None and not lasting:
                    await self._writer.exec_driver_sql("SET LOCAL synchronous_commit TO OFF")
                tx = Tx(self._writer, self.now(), straight=own)
                yield tx
                await tx.flush()
        if tx.woken:
            self.on_commit(tx.woken)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        """Open a read-only view that never waits for the writer."""
        async with self._read_engine.connect() as connection, connection.begin() as view:
            yield Tx(connection, self.now())
            await view.rollback()

    async def _own(self, connection: AsyncConnection) -> one_visit.Connection | None:
        """Return SQLite's connection itself; None on PostgreSQL."""
        if not self.is_sqlite:
            return None
        own = (await connection.get_raw_connection()).driver_connection
        return own if isinstance(own, one_visit.Connection) else None

    def _lock_sqlite_file(self) -> None:
        if not self.url.database or self.url.database == ":memory:":
            return
        path = Path(self.url.database + ".lock")
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = path.open("a+")
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            handle.close()
            raise DatabaseInUseError(self.url.database) from None
        self._lock_file = handle

    async def _lock_server(self) -> None:
        self._guard = await self._read_engine.connect()
        await self._guard.execution_options(isolation_level="AUTOCOMMIT")
        granted = await self._guard.scalar(
            text("SELECT pg_try_advisory_lock(:key)"), {"key": WRITER_LOCK}
        )
        if not granted:
            raise DatabaseInUseError(self.url.render_as_string(hide_password=True))
