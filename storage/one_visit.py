"""aiosqlite with one visit to its thread per statement, where its own cursor takes four.

A visit (the queue, the thread, the loop's wake-up) costs about as much as a small statement itself.
Every statement here is small, and its rows are wanted at once: it is executed and fetched together.
"""

import sqlite3
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any, Self

import aiosqlite

Parameters = Sequence[Any] | Mapping[str, Any]


class Cursor:
    """One statement and all of its rows; the part of aiosqlite's cursor that SQLAlchemy uses."""

    description: Any = None
    rowcount = -1
    lastrowid = -1
    arraysize = 1

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self._rows: list[Any] = []

    async def __aenter__(self) -> Self:
        """Take no visit: the cursor is made where it is used."""
        return self

    async def execute(self, statement: str, parameters: Parameters = ()) -> Self:
        """Execute and fetch."""
        await self._connection.visit(self._run, statement, parameters)
        return self

    def execute_here(self, statement: str, parameters: Parameters) -> None:
        """Execute and fetch in the thread of whoever asks: for what takes less than a visit."""
        self._run(statement, parameters)

    async def executemany(self, statement: str, parameters: Sequence[Parameters]) -> Self:
        """Execute once for each of several rows."""
        await self._connection.visit(self._run_many, statement, parameters)
        return self

    async def fetchall(self) -> list[Any]:
        """Return the rows that are here already."""
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """Take no visit: everything was fetched."""

    def _run(self, statement: str, parameters: Parameters) -> None:
        self._keep(self._connection.raw.execute(statement, parameters))

    def _run_many(self, statement: str, parameters: Sequence[Parameters]) -> None:
        self._keep(self._connection.raw.executemany(statement, parameters))

    def _keep(self, cursor: sqlite3.Cursor) -> None:
        self.description = cursor.description
        if cursor.description:
            self._rows = cursor.fetchall()
        self.rowcount = cursor.rowcount
        self.lastrowid = cursor.lastrowid or -1
        cursor.close()


class Connection(aiosqlite.Connection):
    """aiosqlite's connection with cursors of the kind above; made with `synchronous = FULL`."""

    _is_full = True

    @property
    def raw(self) -> sqlite3.Connection:
        """The connection itself, for use in its thread."""
        return self._conn

    async def visit(self, function: Callable[..., Any], *args: Any) -> Any:  # noqa: ANN401 what it returns
        """Run a function in the connection's thread."""
        return await self._execute(function, *args)  # type: ignore[no-untyped-call]

    async def sync_fully(self, fully: bool) -> None:  # noqa: FBT001 the question itself
        """Say whether the transactions from here on must outlast the machine's own end."""
        if fully != self._is_full:
            mode = "FULL" if fully else "NORMAL"
            await self.visit(self.raw.execute, f"PRAGMA synchronous = {mode}")
            self._is_full = fully

    def cursor(self) -> Cursor:  # type: ignore[override]
        """Return a cursor without a visit."""
        return Cursor(self)


def creator(path: str) -> Callable[[], Coroutine[Any, Any, Connection]]:
    """Return what SQLAlchemy calls for a new connection to a file."""

    async def connect() -> Connection:
        connection = Connection(
            lambda: sqlite3.connect(path, check_same_thread=False), iter_chunk_size=64
        )
        connection._thread.daemon = True  # noqa: SLF001 as SQLAlchemy does with its own
        await connection
        return connection

    return connect
