from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.delivery.dispatcher import Dispatcher
from storage.database import Database
from tests.storage.posting import TEAM, Post

START = datetime(2026, 9, 2, 2, 0, tzinfo=UTC)


class Hours:
    """The test's own clock."""

    def __init__(self) -> None:
        self.now = START


@pytest.fixture
def hours() -> Hours:
    return Hours()


@pytest.fixture
async def database(database_url: str, hours: Hours) -> AsyncIterator[Database]:
    """An open database at the instant of `hours`, on SQLite and on PostgreSQL."""
    opened = Database(database_url, lambda: hours.now)
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
async def dispatcher(database: Database, post: Post) -> Dispatcher:
    dispatcher = Dispatcher(database, TEAM, post)
    await dispatcher.recover()
    return dispatcher
