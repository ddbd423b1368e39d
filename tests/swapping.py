"""What the tests about swaps and gaps look at, and a team's own way of keeping watch."""

from datetime import timedelta
from typing import Any

from storage.tables import due_rows, shifts
from storage.watch_tables import swaps, watch_log
from tests.world import World

HOUR = timedelta(hours=1)
TAKE = "Tôi trực thay"


def with_policy(world: World, **values: Any) -> None:
    """Let the team keep watch in its own way."""
    catalog = world.app.team.catalog
    policy = catalog.watch.policy.model_copy(update=values)
    book = catalog.watch.model_copy(update={"policy": policy})
    world.app.team.catalog = catalog.model_copy(update={"watch": book})


async def holders(world: World) -> list[tuple[int, float, float]]:
    """Return who stands when, in hours from the beginning of the first shift."""
    rows = await world.rows(shifts)
    first = min(row["start_at"] for row in rows)
    return [
        (row["person_id"], (row["start_at"] - first) / HOUR, (row["end_at"] - first) / HOUR)
        for row in sorted(rows, key=lambda row: (row["start_at"], row["id"]))
    ]


async def holder(world: World, shift_id: int = 1) -> int:
    """Return whose a shift is."""
    rows = await world.rows(shifts)
    return next(int(row["person_id"]) for row in rows if row["id"] == shift_id)


async def logged(world: World) -> list[str]:
    """Return the kinds of the lines in the watch log, oldest first."""
    return [row["kind"] for row in await world.rows(watch_log)]


async def searches(world: World) -> list[str]:
    """Return how every search for somebody stands, oldest first."""
    return [row["state"] for row in await world.rows(swaps)]


async def waits_for(world: World, word: str) -> set[str]:
    """Return the kinds with that word of what is to happen."""
    rows = await world.rows(due_rows)
    return {row["kind"] for row in rows if row["state"] == "waiting" and word in row["kind"]}
