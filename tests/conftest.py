"""What every test may ask for: databases, and the certainty that nobody outside is contacted.

`database_url` runs a test twice, on SQLite and on PostgreSQL, each time on a database of its own.
`@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)` asks for one of them only.
"""

import asyncio
import errno
import gc
import ipaddress
import itertools
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage.migrate import upgrade
from tests.databases import (
    Server,
    Unavailable,
    apart,
    copy_sqlite,
    memory_folder,
    running_server,
    share_compiled,
)

ENGINES = ("sqlite", "postgresql")

_contacts: list[str] = []
_numbers = itertools.count(1)


def _is_near(host: object) -> bool:
    if host in (None, "", b"", "localhost", b"localhost"):
        return True
    try:
        address = ipaddress.ip_address(host.decode() if isinstance(host, bytes) else str(host))
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _refuse_outside(event: str, args: tuple[object, ...]) -> None:
    """Fail, as a machine without a network would, whatever looks up or calls another machine."""
    if event == "socket.getaddrinfo":
        host = args[0]
    elif event in ("socket.connect", "socket.sendto") and isinstance(args[1], tuple):
        host = args[1][0]
    else:
        return
    if not _is_near(host):
        _contacts.append(f"{event} {host!r}")
        raise OSError(errno.ENETUNREACH, f"tests only contact loopback, not {host!r}")


def _migrate(url: str) -> None:
    asyncio.run(upgrade(url))


def pytest_configure() -> None:
    sys.addaudithook(_refuse_outside)
    # Nobody is called by https here; the file of authorities would be read for each client anew,
    # which takes longer than most tests with one.
    os.environ.pop("SSL_CERT_FILE", None)
    os.environ["SSL_CERT_DIR"] = os.devnull
    share_compiled()
    # Whatever a test leaves in circles can wait: looking for it at every turn takes a tenth of all.
    gc.set_threshold(50_000)


def pytest_collection_finish() -> None:
    # Thousands of tests have been collected: none of that needs to be searched for garbage again.
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def contacts() -> Iterator[list[str]]:
    """Fail the test that tried to reach another machine, even if it swallowed the error."""
    _contacts.clear()
    yield _contacts
    assert not _contacts


@pytest.fixture(scope="session")
def prepare_database() -> Callable[[str], None]:
    """Return what brings the empty database at a URL to the state in which tests begin.

    It is called once per engine; each test gets a copy.
    """
    return _migrate


@pytest.fixture(scope="session")
def sqlite_template(
    tmp_path_factory: pytest.TempPathFactory, prepare_database: Callable[[str], None]
) -> Path:
    """A prepared file that no test touches."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    apart(lambda: prepare_database(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    """The server of this test process; skips without one, which on CI (CI=true) is a failure."""
    try:
        with running_server() as server:
            yield server
    except Unavailable as reason:
        refuse = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        refuse(f"PostgreSQL: {reason}")


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: Server, prepare_database: Callable[[str], None]) -> str:
    """The name of a prepared database to which no test connects."""
    url = postgresql_server.create("prepared")
    apart(lambda: prepare_database(url))
    return "prepared"


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a prepared database of this test's own."""
    if request.param == "sqlite":
        with tempfile.TemporaryDirectory(dir=memory_folder() or tmp_path) as folder:
            path = Path(folder) / "trucban.db"
            copy_sqlite(request.getfixturevalue("sqlite_template"), path)
            yield f"sqlite:///{path}"
    else:
        template = request.getfixturevalue("postgresql_template")
        yield from _own_database(request.getfixturevalue("postgresql_server"), template)


@pytest.fixture(params=ENGINES)
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database of this test's own without any table, for tests of migrations."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        yield from _own_database(request.getfixturevalue("postgresql_server"), "template0")


def _own_database(server: Server, template: str) -> Iterator[str]:
    name = f"test_{next(_numbers)}"
    yield server.create(name, template)
    server.drop(name)
