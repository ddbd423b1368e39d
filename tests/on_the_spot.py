"""What a program does beside itself, done on the spot: slow work, and SQLite without its thread.

A test in one process waits for all of it anyway. The threads, processes and sockets themselves are
tested where they matter: `tests/storage`, `tests/faults`, `tests/web` and `tests/browser`.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine, Generator
from concurrent.futures import Executor, Future
from typing import Any

import pytest
from sqlalchemy import CursorResult, Executable
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_connection

from storage import one_visit
from storage.database import Tx
from storage.one_visit import Connection
from storage.prepared import Rows, find


class HereAndNow(Executor):
    """Slow work done on the spot: tests see it finished when the bot has settled."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do it before returning."""
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 an executor hands every error on
            done.set_exception(error)
        return done


class _Errands:
    """Takes the place of the queue to the thread."""

    def put_nowait(self, errand: tuple[asyncio.Future[Any], Callable[[], Any]]) -> None:
        """Run it before returning."""
        future, function = errand
        future.set_result(function())


class ThreadlessConnection(Connection):
    """The program's connection to SQLite, used where it is asked instead of in a thread."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, iter_chunk_size=64)
        self._tx = _Errands()  # type: ignore[assignment]

    def __await__(self) -> Generator[Any, None, Connection]:
        return self._opened().__await__()

    async def _opened(self) -> Connection:
        self._connection = self._connector()
        return self

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return fn(*args, **kwargs)

    async def close(self) -> None:
        """Close it; closing twice does nothing."""
        self.stop()

    def stop(self) -> None:
        """Close it."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class Cursor(sqlite3.Cursor):
    """SQLite's own cursor; its rows need no way back to anybody."""

    async def _async_soft_close(self) -> None:
        self.close()


def _creator(path: str) -> Callable[[], Coroutine[Any, Any, Connection]]:
    async def connect() -> Connection:
        return await ThreadlessConnection(lambda: sqlite3.connect(path))

    return connect


def without_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every database on SQLite that is opened from now on do what it does on the spot."""
    cursor, run = AsyncAdapt_aiosqlite_connection.cursor, Tx.run

    def own_cursor(adapted: Any, *args: Any, **kwargs: Any) -> Any:
        connection = adapted._connection
        if isinstance(connection, ThreadlessConnection):
            return connection.raw.cursor(Cursor)
        return cursor(adapted, *args, **kwargs)

    async def run_here(
        tx: Tx, statement: Executable, values: Any = None
    ) -> CursorResult[Any] | Rows:
        sync = tx.connection.sync_connection
        if sync is None or sync.dialect.name != "sqlite":
            return await run(tx, statement, values)
        prepared = find(statement, values) if values and tx.straight is not None else None
        if prepared is not None and tx.straight is not None:
            return await prepared.run(tx.straight, values)
        return sync.execute(statement, values)

    monkeypatch.setattr(AsyncAdapt_aiosqlite_connection, "cursor", own_cursor)
    monkeypatch.setattr(one_visit, "creator", _creator)
    monkeypatch.setattr(Tx, "run", run_here)
