"""What somebody has done in the past year, as a proposal counts it: only what they really had."""

from datetime import timedelta

from bot.domain.watch import WatchState
from bot.services import proposals
from storage.tables import shifts
from tests.drafts import a_draft
from tests.swapping import HOUR
from tests.watches import a_shift, a_watch
from tests.world import START


async def hours_before(world, watch, human) -> float:
    """Return how many hours of the past year a proposal for a draft counts for somebody."""
    async with world.app.database.read() as tx:
        task = await proposals.gather(tx, world.app.team, watch.id, {})
    assert task is not None
    past = next(one.past for one in task.candidates if one.id == human.person_id)
    return past.all / HOUR


async def normal(world, human, start, length):
    async with world.app.database.begin() as tx:
        values = {"post": "primary", "person_id": human.person_id}
        await tx.add(shifts, start_at=start, end_at=start + length, **values)


async def test_a_normal_shift_that_reaches_into_the_watch_counts_up_to_its_beginning(world):
    minh = await world.member("Minh")
    draft = await a_draft(world)
    await normal(world, minh, draft.start - 6 * HOUR, timedelta(days=7))
    assert await hours_before(world, draft, minh) == 6


async def test_what_a_watch_took_over_was_not_stood_by_the_normal_roster(world):
    minh, ha = await world.member("Minh"), await world.member("Hà")
    past = await a_watch(world, start=START, days=2, state=WatchState.ENDED)
    await a_shift(world, past, ha, length=24 * HOUR)
    await normal(world, minh, START - 12 * HOUR, timedelta(days=2))
    draft = await a_draft(world)
    assert await hours_before(world, draft, minh) == 24
    assert await hours_before(world, draft, ha) == 24


async def test_what_is_longer_ago_than_a_year_does_not_count(world):
    minh = await world.member("Minh")
    draft = await a_draft(world)
    await normal(world, minh, draft.start - proposals.YEAR - 5 * HOUR, 8 * HOUR)
    assert await hours_before(world, draft, minh) == 3
