"""What is practised at every start leaves no trace, and is what a real report takes."""

from sqlalchemy import func, select

from bot.delivery.rehearsal import TIMES, rehearse
from storage.columns import metadata
from tests.statements import noted


async def counted(world):
    async with world.app.database.read() as tx:
        tables = metadata.sorted_tables
        return {
            table.name: await tx.scalar(select(func.count()).select_from(table)) for table in tables
        }


async def test_a_rehearsed_report_is_made_ready_for_the_officer_and_leaves_no_trace(world, minh):
    before, read = await counted(world), len(minh.messages)
    ready = await rehearse(world.app.database, world.app.team)
    await world.settles()
    assert ready >= TIMES * 2  # the officer's page and the card in the group
    assert await counted(world) == before
    assert len(minh.messages) == read


async def test_after_a_rehearsal_the_next_report_has_the_number_it_would_have_had(world, minh):
    await rehearse(world.app.database, world.app.team)
    await world.receives(minh)
    await world.settles()
    minh.sees("-0001")


async def test_nothing_a_report_asks_of_sqlite_is_new_after_a_rehearsal(world, minh):
    with noted() as practised:
        await rehearse(world.app.database, world.app.team)
    with noted() as real:
        await world.receives(minh)
    opening = {each for each in real if "INTO incidents" in each or "INTO ladders" in each}
    assert opening
    assert opening <= set(practised)
