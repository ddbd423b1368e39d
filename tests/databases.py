"""Databases for tests: a private PostgreSQL server on loopback, and copies of SQLite files.

Nothing here knows the program's tables; `tests/conftest.py` says how an empty one is prepared.
"""

import asyncio
import os
import pwd
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any, TypedDict

import asyncpg
from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine

OWNER = "trucban"
FIRST_WITH_STRATEGIES = 15
ROOM = 500_000_000  # bytes; a test needs a few millions at the most
PATIENCE = 20.0  # seconds; a start takes about one on an idle machine
SETTINGS = {
    "autovacuum": "off",
    "fsync": "off",
    "full_page_writes": "off",
    "jit": "off",
    "listen_addresses": "127.0.0.1",
    "shared_buffers": "32MB",
    "timezone": "UTC",
}


class Compiled(dict[Any, Any]):
    """Compiled statements of every engine of this process; each test has engines of its own.

    SQLAlchemy keeps them under (dialect, statement, …), and each engine has a dialect of its own;
    here all of one kind are the same.
    """

    def get(self, key: tuple[Any, ...], default: Any = None) -> Any:
        """Return what any engine has compiled for this kind of database."""
        return super().get((type(key[0]), *key[1:]), default)

    def __setitem__(self, key: tuple[Any, ...], compiled: Any) -> None:
        super().__setitem__((type(key[0]), *key[1:]), compiled)


def share_compiled() -> None:
    """Let no statement be compiled twice, whichever test ran it first."""
    shared = Compiled()

    def use(connection: Connection) -> None:
        connection.engine._compiled_cache = shared

    event.listen(Engine, "engine_connect", use)


class Unavailable(Exception):
    """No PostgreSQL server can be started on this machine; the text says why."""


class Account(TypedDict, total=False):
    """Under whose name a subprocess runs; empty: our own."""

    user: int
    group: int
    extra_groups: list[int]


def apart(work: Callable[[], None]) -> None:
    """Do the work in a thread of its own, so that an event loop may be run inside a test's."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        pool.submit(work).result(timeout=PATIENCE)


def copy_sqlite(source: Path, target: Path) -> None:
    """Copy a whole SQLite database, whatever still lies in its write-ahead log included."""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def memory_folder() -> Path | None:
    """Return where files lie in memory with room to spare, so that no commit waits for a disk.

    Nothing else changes: SQLite still asks for every commit to last.
    """
    folder = Path("/dev/shm")  # noqa: S108 each test makes a folder of its own there
    is_usable = os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > ROOM
    return folder if is_usable else None


@dataclass(frozen=True)
class Server:
    """A running PostgreSQL server which only this test session knows."""

    port: int
    copies_files: bool  # when asked to; before PostgreSQL 15 there is no other way

    def url(self, name: str) -> str:
        """Return the address of one of its databases, as TRUCBAN_DATABASE_URL wants it."""
        return f"postgresql://{OWNER}@127.0.0.1:{self.port}/{name}"

    def create(self, name: str, template: str = "template0") -> str:
        """Make a database like the template, to which nobody may be connected; return its URL."""
        copying = " STRATEGY file_copy" if self.copies_files else ""
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"{copying}')
        return self.url(name)

    def drop(self, name: str) -> None:
        """Remove a database together with every connection a test left open."""
        self._execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def _execute(self, statement: str) -> None:
        async def execute() -> None:
            connection = await asyncpg.connect(self.url("postgres"), timeout=PATIENCE)
            try:
                await connection.execute(statement, timeout=PATIENCE)
            finally:
                await connection.close()

        apart(lambda: asyncio.run(execute()))


def server_binaries() -> Path:
    """Return the folder of the newest PostgreSQL server installed here, or raise Unavailable."""
    packaged = [p for p in Path("/usr/lib/postgresql").glob("*/bin") if (p / "initdb").exists()]
    if packaged:
        return max(packaged, key=lambda folder: float(folder.parent.name))
    found = shutil.which("initdb")
    if found is None:
        raise Unavailable("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
    return Path(found).resolve().parent


def unprivileged() -> Account:
    """Return whom to run the server as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return {}
    try:
        entry = pwd.getpwnam("postgres")
    except KeyError:
        raise Unavailable("tests run as root and there is no user named postgres") from None
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


@contextmanager
def running_server(**settings: str) -> Iterator[Server]:
    """Run a fresh server for as long as the context lasts, then stop it and remove its files.

    `settings` are PostgreSQL's own, where they are to differ from those of the tests.
    """
    binaries, account = server_binaries(), unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="trucban-postgresql-", dir=memory_folder()))
    try:
        os.chown(folder, account.get("user", -1), account.get("group", -1))
        _initialise(binaries, folder, account)
        with _running(binaries, folder, account, SETTINGS | settings) as port:
            yield Server(port, copies_files=_version(binaries) >= FIRST_WITH_STRATEGIES)
    finally:
        shutil.rmtree(folder)


def _version(binaries: Path) -> int:
    command: list[str | Path] = [binaries / "postgres", "--version"]
    said = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)
    found = re.search(r"\d+", said.stdout)
    return int(found[0]) if found else 0


def _initialise(binaries: Path, folder: Path, account: Account) -> None:
    command: list[str | Path] = [
        binaries / "initdb",
        "--pgdata",
        folder / "data",
        "--username",
        OWNER,
    ]
    command += ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    done = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        **account,
    )
    if done.returncode != 0:
        raise RuntimeError(f"initdb failed:\n{done.stdout}{done.stderr}")


@contextmanager
def _running(
    binaries: Path, folder: Path, account: Account, settings: Mapping[str, str]
) -> Iterator[int]:
    port = _free_port()
    command: list[str | Path] = [binaries / "postgres", "-D", folder / "data", "-p", str(port)]
    command += ["-k", folder, *(f"--{name}={value}" for name, value in settings.items())]
    if shutil.which("setpriv"):
        # A test process that is killed cannot stop its server; the kernel then does.
        command = ["setpriv", "--pdeathsig", "INT", *command]
    log = folder / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output, **account)
    try:
        _wait_until_ready(process, folder / "data" / "postmaster.pid", log)
        yield port
    finally:
        _stop(process)


def _wait_until_ready(process: subprocess.Popen[bytes], status: Path, log: Path) -> None:
    deadline = monotonic() + PATIENCE
    while monotonic() < deadline:
        if status.exists() and status.read_text().rstrip().endswith("ready"):
            return
        try:
            process.wait(timeout=0.02)
        except subprocess.TimeoutExpired:
            continue
        break
    raise RuntimeError(f"the PostgreSQL server did not start:\n{log.read_text()}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGINT)
    try:
        process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(timeout=PATIENCE)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
