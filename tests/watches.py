"""Watches of the black-box tests: published at once, with the shifts that the test names."""

from datetime import datetime, timedelta
from typing import Any

from bot.domain.roster import Shift, ShiftState
from bot.domain.watch import Plan, Seats, Watch, WatchState
from bot.domain.watch_policy import Hours
from bot.services.arming import arm_shift
from storage import shifts, watches
from tests.world import Human, World

PLAN = Plan(
    seats=(Seats(post="primary"), Seats(post="backup"), Seats(post="commander")),
    hours=(Hours(start="07:30", end="19:30"), Hours(start="19:30", end="07:30")),
)


async def a_watch(
    world: World, *, start: datetime | None = None, days: float = 3, **values: Any
) -> Watch:
    """Keep a published watch without shifts; `start` is the world's present when not given."""
    begins = start or world.clock.now()
    given: dict[str, Any] = {
        "name": "Trực lễ Quốc khánh 2/9",
        "plan": PLAN,
        "state": WatchState.PUBLISHED,
    }
    watch = Watch(0, start=begins, end=begins + timedelta(days=days), **given | values)
    async with world.app.database.begin() as tx:
        return await watches.get(tx, await watches.add(tx, watch))


async def a_shift(  # noqa: PLR0913 all that makes a shift
    world: World,
    watch: Watch,
    who: Human,
    *,
    post: str = "primary",
    after: timedelta = timedelta(0),
    length: timedelta = timedelta(hours=12),
    state: ShiftState = ShiftState.CONFIRMED,
) -> Shift:
    """Put somebody on a watch, `after` its start, with everything armed that follows from it."""
    start = watch.start + after
    shift = Shift(0, start, start + length, post, who.person_id or 0, watch.id, state)
    async with world.app.database.begin() as tx:
        kept = await shifts.get(tx, await shifts.add(tx, shift))
        await arm_shift(tx, world.app.team, kept)
        return kept
