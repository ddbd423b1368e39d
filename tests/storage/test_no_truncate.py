"""What only grows is not emptied at once either; only PostgreSQL has a word for that."""

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from storage import incidents
from storage.incidents import Entry
from storage.tables import timeline
from tests.storage.test_facts import scene
from tests.storage.test_heads import found

ONLY_GROWS = ("timeline", "heads", "watch_log", "campaign_log", "assignment_answers")


@pytest.fixture(autouse=True)
async def written(database):
    async with database.begin() as tx:
        incident = (await scene(tx)).incident
        await incidents.enter(tx, incident.id, Entry("note", None, "dòng"))


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("table", [*ONLY_GROWS, "incidents, timeline", "people", "campaigns"])
async def test_what_only_grows_cannot_be_truncated_alone_or_with_what_it_hangs_on(database, table):
    async with database.read() as tx:
        lines = await tx.scalar(select(func.count()).select_from(timeline))
    with pytest.raises(DBAPIError, match=r"append-only|only follows"):
        async with database.begin() as tx:
            await tx.run(text(f"TRUNCATE {table} CASCADE"))
    async with database.read() as tx:
        assert await tx.scalar(select(func.count()).select_from(timeline)) == lines
    assert await found(database) == []


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_what_may_be_forgotten_can_be(database):
    async with database.begin() as tx:
        await tx.run(text("TRUNCATE seen_updates"))
