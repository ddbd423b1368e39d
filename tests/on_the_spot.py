"""What a program does beside itself, done on the spot: slow work, and SQLite without its thread.

A test in one process waits for all of it anyway. The threads, processes and sockets themselves are
tested where they matter: `tests/storage`, `tests/faults`, `tests/web` and `tests/browser`.
"""

import sqlite3
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

import pytest

from storage import sqlite_store


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


class ThreadlessConnection:
    """A connection to SQLite without the thread that the program's own has."""

    def __init__(self, path: str) -> None:
        self.raw = sqlite3.connect(path, isolation_level=None)

    async def visit(self, function: Callable[..., Any], *args: Any) -> Any:
        """Run a function here and now."""
        return function(*args)

    async def close(self) -> None:
        """Close it."""
        self.raw.close()


async def _connect(path: str) -> ThreadlessConnection:
    return ThreadlessConnection(path)


def without_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every database on SQLite that is opened from now on do what it does on the spot."""
    monkeypatch.setattr(sqlite_store, "connect", _connect)
