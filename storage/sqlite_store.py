"""SQLite: one connection that writes and a few that read, each with a thread of its own.

A visit to such a thread (the queue, the thread, the loop's wake-up) costs about as much as a small
statement: each takes one at most. What has been quick lately runs where it is asked, without one.
"""

import asyncio
import fcntl
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TextIO

import aiosqlite
from sqlalchemy import Connection as CoreConnection
from sqlalchemy import Engine, Executable, create_engine
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.pool import NullPool

from storage.prepared import Rows, Values, find

BUSY_MS = 5_000
READERS = 4
# Pages of the log until a commit writes it back into the file: one that waits for the disk anyway,
# and any other only when there has been none of these for long.
WRITE_BACK, WRITE_BACK_LATE = 1_000, 8_000
_PRAGMAS = (
    f"busy_timeout = {BUSY_MS}",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
)


class Connection(aiosqlite.Connection):
    """aiosqlite's connection, visited with one function at a time."""

    @property
    def raw(self) -> sqlite3.Connection:
        """The connection itself, for use in its thread or for what is quick."""
        return self._conn

    async def visit(self, function: Callable[..., Any], *args: Any) -> Any:  # noqa: ANN401 what it returns
        """Run a function in the connection's thread."""
        return await self._execute(function, *args)  # type: ignore[no-untyped-call]


async def connect(path: str) -> Connection:
    """Open a connection; its thread keeps no process alive."""
    connection = Connection(
        lambda: sqlite3.connect(path, check_same_thread=False, isolation_level=None),
        iter_chunk_size=64,
    )
    connection._thread.daemon = True  # noqa: SLF001 aiosqlite has no other way
    await connection
    return connection


class SqliteLink:
    """One connection, and SQLAlchemy's view of it for the statements that are built anew."""

    dialect = "sqlite"

    def __init__(self, connection: Connection, core: CoreConnection) -> None:
        self.connection = connection
        self._core = core
        self._is_full = True

    async def close(self) -> None:
        """Let go of it."""
        await self.connection.visit(self._core.close)
        await self.connection.close()

    async def run(self, statement: Executable, values: Values | Sequence[Values] | None) -> Rows:
        """Execute straight what was built once, anything else with SQLAlchemy."""
        given = {} if values is None else values
        prepared = find(statement, given) if given or values is None else None
        if prepared is not None:
            return await prepared.run(self.connection, given)
        found: Rows = await self.connection.visit(self.run_ordinarily, statement, values)
        return found

    def run_ordinarily(
        self, statement: Executable, values: Values | Sequence[Values] | None
    ) -> Rows:
        """Execute with SQLAlchemy; to be called in the connection's thread."""
        result = self._core.execute(statement, values)
        if not result.returns_rows:
            return Rows(SimpleResultMetaData([]), [], result.rowcount)
        keys = SimpleResultMetaData(list(result.keys()))
        return Rows(keys, [tuple(row) for row in result], result.rowcount)

    @asynccontextmanager
    async def transaction(self, begin: str, *, lasting: bool) -> AsyncIterator[None]:
        """Commit at the end; roll back on any error, and on being cancelled wherever that is.

        Only what is lasting waits for the disk, and therefore in the thread.
        """
        commit = self.connection.raw.execute
        try:
            await self._begin(begin)
            yield
            if lasting:
                await self.connection.visit(commit, "COMMIT")
            else:
                commit("COMMIT")
        except BaseException:
            # Visits are in order: what was begun meanwhile has happened before this one.
            await asyncio.shield(self.connection.visit(self._roll_back))
            raise

    @asynccontextmanager
    async def apart(self) -> AsyncIterator[None]:
        """Hold a part whose effects an error takes back, and nothing before it."""
        execute = self.connection.raw.execute
        await self.connection.visit(execute, "SAVEPOINT part")
        try:
            yield
        except BaseException:
            await asyncio.shield(self.connection.visit(execute, "ROLLBACK TO part"))
            raise
        finally:
            await asyncio.shield(self.connection.visit(execute, "RELEASE part"))

    def sync_fully(self, fully: bool) -> None:  # noqa: FBT001 the question itself
        """Say whether the transactions from here on must outlast the machine's own end."""
        if fully != self._is_full:
            mode, pages = ("FULL", WRITE_BACK) if fully else ("NORMAL", WRITE_BACK_LATE)
            self.connection.raw.execute(f"PRAGMA synchronous = {mode}")
            self.connection.raw.execute(f"PRAGMA wal_autocheckpoint = {pages}").fetchall()
            self._is_full = fully

    async def write_back(self) -> None:
        """Write the log back as far as no reader needs it; waits for the disk."""
        pragma = "PRAGMA wal_checkpoint(PASSIVE)"
        await self.connection.visit(lambda: self.connection.raw.execute(pragma).fetchall())

    async def _begin(self, begin: str) -> None:
        """Begin at once; only while another process writes, wait for it in the thread."""
        try:
            self.connection.raw.execute(begin)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            await self.connection.visit(self._begin_patiently, begin)

    def _begin_patiently(self, begin: str) -> None:
        self._wait_for(BUSY_MS)
        try:
            self.connection.raw.execute(begin)
        finally:
            self._wait_for(0)

    async def wait_nowhere(self) -> None:
        """Have a statement that meets another writer fail at once, not hold up the loop."""
        await self.connection.visit(self._wait_for, 0)

    def _wait_for(self, milliseconds: int) -> None:
        self.connection.raw.execute(f"PRAGMA busy_timeout = {milliseconds}").fetchall()

    def _roll_back(self) -> None:
        if self.connection.raw.in_transaction:
            self.connection.raw.execute("ROLLBACK")


# SQLAlchemy's engine asks here which connection it is to look at.
_HERE = threading.local()


def _engine() -> Engine:
    return create_engine(
        "sqlite://",
        creator=lambda: _HERE.raw,
        poolclass=NullPool,
        isolation_level="AUTOCOMMIT",
    )


def _locked(path: Path) -> TextIO | None:
    """Return the locked file, to be kept open; None while another process holds it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = path.open("a+")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        handle.close()
        return None
    return handle


class SqliteStore:
    """The file, the lock beside it, and the connections to it."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._engine = _engine()
        self._writer: SqliteLink | None = None
        self._idle: list[SqliteLink] = []
        self._room = asyncio.Semaphore(READERS)
        self._lock_file: TextIO | None = None

    async def lock(self) -> bool:
        """Try to be the one process that works on it."""
        self._lock_file = _locked(Path(self._path + ".lock"))
        return self._lock_file is not None

    async def close(self) -> None:
        """Let go of every connection and of the lock."""
        links = [*self._idle, *([self._writer] if self._writer is not None else [])]
        self._idle, self._writer = [], None
        for link in links:
            await link.close()
        if self._lock_file is not None:
            self._lock_file.close()
            self._lock_file = None

    async def tidy(self) -> None:
        """Write the log back into the file: else a commit would, while somebody waits for it."""
        if self._writer is not None:
            await self._writer.write_back()

    @asynccontextmanager
    async def writing(self, *, lasting: bool) -> AsyncIterator[SqliteLink]:
        """Open the write transaction; one that is not lasting waits for no disk."""
        if self._writer is None:
            self._writer = await self._connected()
            await self._writer.wait_nowhere()
        self._writer.sync_fully(lasting)
        async with self._writer.transaction("BEGIN IMMEDIATE", lasting=lasting):
            yield self._writer

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[SqliteLink]:
        """Open a view on what was committed last."""
        async with self._room:
            link = self._idle.pop() if self._idle else await self._connected()
            try:
                async with link.transaction("BEGIN", lasting=False):
                    yield link
            finally:
                self._idle.append(link)

    async def _connected(self) -> SqliteLink:
        connection = await connect(self._path)
        try:
            core = await connection.visit(self._core_for, connection.raw)
        except BaseException:
            await asyncio.shield(connection.close())
            raise
        return SqliteLink(connection, core)

    def _core_for(self, raw: sqlite3.Connection) -> CoreConnection:
        for pragma in _PRAGMAS:
            raw.execute(f"PRAGMA {pragma}").fetchall()
        # SQLAlchemy looks a new connection over and ends with a rollback: so before all else.
        _HERE.raw = raw
        return self._engine.connect()
