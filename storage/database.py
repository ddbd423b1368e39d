"""One database, one writer: every change happens inside `Database.begin`, and lasts or not at all.

SQLite and PostgreSQL run the same SQL. A second process on the same database is refused at `open`.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from sqlalchemy import CursorResult, Executable, Row, Table, make_url, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.dml import ReturningInsert

from storage import tables
from storage.prepared import Rows
from storage.sqlite_store import SqliteStore

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

Values = Mapping[str, Any]
ConflictInsert: TypeAlias = "sqlite.Insert | postgresql.Insert"


# What SQLite says when the machine or another program is in its way, whatever was to be done.
_AWAY = {
    *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL),
    *(sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOMEM),
}


class DatabaseInUseError(RuntimeError):
    """Another process already works on this database."""


def is_away(error: Exception) -> bool:
    """Tell whether the database could not be worked on, however right the statement was."""
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    cause = error.orig if isinstance(error, DBAPIError) else error
    return getattr(cause, "sqlite_errorcode", 0) & 0xFF in _AWAY


class Link(Protocol):
    """One connection inside its transaction."""

    @property
    def dialect(self) -> str:
        """Which database it is: sqlite or postgresql."""

    async def run(
        self, statement: Executable, values: Values | Sequence[Values] | None
    ) -> CursorResult[Any] | Rows:
        """Execute a statement with its values, or once for each row of them."""

    def apart(self) -> AbstractAsyncContextManager[None]:
        """Hold a part whose effects an error takes back, and nothing before it."""


class Store(Protocol):
    """The connections to one kind of database."""

    async def lock(self) -> bool:
        """Try to be the one process that works on it."""

    async def close(self) -> None:
        """Let go of every connection and of the lock."""

    async def tidy(self) -> None:
        """Do now, while nobody waits, what some later change would have to do."""

    def writing(self, *, lasting: bool) -> AbstractAsyncContextManager[Link]:
        """Open the write transaction; one that is not lasting waits for no disk."""

    def reading(self) -> AbstractAsyncContextManager[Link]:
        """Open a view on what was committed last."""


def insert_for(dialect: str, table: Table) -> ConflictInsert:
    """Start an INSERT that knows ON CONFLICT in a dialect."""
    if dialect == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 long to load, for those who use it

    return postgresql.insert(table)


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

    `seals` remembers the last seal of each timeline it has written in; about what it `opened`
    itself nothing can have been sent.
    """

    link: Link
    now: datetime
    queued: list[dict[str, Any]] = field(default_factory=list)
    woken: set[str] = field(default_factory=set)
    seals: dict[int, str] = field(default_factory=dict)
    opened: set[int] = field(default_factory=set)

    @property
    def dialect(self) -> str:
        """Which database it is in: sqlite or postgresql."""
        return self.link.dialect

    async def run(
        self, statement: Executable, values: Values | Sequence[Values] | None = None
    ) -> CursorResult[Any] | Rows:
        """Execute a statement with the values of its parameters, or once for each row of them."""
        return await self.link.run(statement, values)

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
        return insert_for(self.dialect, table)

    async def add(self, table: Table, **values: Any) -> int:  # noqa: ANN401 columns of any type
        """Insert one row and return its id."""
        return int(await self.scalar(_adding(table), values))

    @asynccontextmanager
    async def apart(self) -> AsyncIterator[None]:
        """Hold a part that may fail: an error takes its effects back, and nothing before it."""
        queued, woken, seals = list(self.queued), set(self.woken), dict(self.seals)
        try:
            async with self.link.apart():
                yield
        except BaseException:
            self.queued, self.woken, self.seals = queued, woken, seals
            raise

    async def flush(self) -> None:
        """Write the gathered outgoing messages, in order; a waiting twin swallows a new one."""
        if not self.queued:
            return
        rows, self.queued = self.queued, []
        await self.run(_queueing(self.dialect), rows)
        self.woken |= {"outbox" if row["channel"] == "telegram" else "channels" for row in rows}


def _wake_nobody(woken: set[str]) -> None:
    del woken


def _tell_nobody() -> None:
    pass


def driver_url(address: str) -> URL:
    """Turn `sqlite:///file` or `postgresql://…` into the URL of its driver."""
    url = make_url(address)
    drivers = {"sqlite": "sqlite", "postgresql": "postgresql+asyncpg"}
    backend = url.get_backend_name()
    if backend not in drivers:
        message = f"only sqlite and postgresql are supported, not {backend!r}"
        raise ValueError(message)
    return url.set(drivername=drivers[backend])


def _store_for(url: URL) -> Store:
    if url.get_backend_name() == "sqlite":
        return SqliteStore(url.database or ":memory:")
    # Its driver and SQLAlchemy's asynchronous engine take a tenth of the memory of a small bot.
    from storage.postgresql_store import PostgresqlStore  # noqa: PLC0415

    return PostgresqlStore(url)


class Database:
    """The write connection behind its lock, and a pool of readers.

    `changed_at`: the last change since all was tidy, None while it is; `on_change`: called with
    the first of them.
    """

    def __init__(self, address: str, now: Callable[[], datetime]) -> None:
        self.url = driver_url(address)
        self.now = now
        self.on_commit: Callable[[set[str]], None] = _wake_nobody
        self.changed_at: datetime | None = None
        self.on_change: Callable[[], None] = _tell_nobody
        self.dialect = self.url.get_backend_name()
        self._store = _store_for(self.url)
        self._lock = asyncio.Lock()

    async def open(self, *, alone: bool = True) -> None:
        """Connect; `alone` refuses with DatabaseInUseError while another process is the writer."""
        if alone and not await self._store.lock():
            raise DatabaseInUseError(self.url.render_as_string(hide_password=True))

    async def close(self) -> None:
        """Let go of every connection and of the lock."""
        await self._store.close()

    @asynccontextmanager
    async def begin(self, *, lasting: bool = True) -> AsyncIterator[Tx]:
        """Open the one write transaction; it commits at the end and rolls back on any error.

        One that is not `lasting` survives the end of the process, but perhaps not that of the
        machine: for what may be done once more after that.
        """
        async with self._lock, self._store.writing(lasting=lasting) as link:
            tx = Tx(link, self.now())
            yield tx
            await tx.flush()
        if self.changed_at is None:
            self.on_change()
        self.changed_at = tx.now
        if tx.woken:
            self.on_commit(tx.woken)

    async def tidy(self) -> None:
        """Do now, while nobody waits, what some later change would have to do."""
        async with self._lock:
            await self._store.tidy()
            self.changed_at = None

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        """Open a read-only view that never waits for the writer."""
        async with self._store.reading() as link:
            yield Tx(link, self.now())
