"""Drafts of the black-box tests: two days of a watch, kept without its dialogue, and who stands."""

from datetime import date
from typing import Any

from bot.domain.roster import ShiftState
from bot.domain.watch import Plan, Watch, WatchState, period
from bot.domain.watch_words import read_hours, read_seats
from bot.services import drafting
from storage import watches
from storage.tables import shifts
from tests.world import Human, World

FIRST, LAST = date(2026, 9, 10), date(2026, 9, 11)  # the world begins on 2 September 2026
NAME = "Trực Đại hội"


async def a_draft(
    world: World,
    *,
    seats: str = "trực ban, dự phòng",
    name: str = NAME,
    days: tuple[date, date] = (FIRST, LAST),
    hours: str = "07:30-19:30, 19:30-07:30",
) -> Watch:
    """Keep a draft of two days with two shifts each and nobody in it."""
    team = world.app.team
    plan = Plan(seats=read_seats(seats, team.catalog.watch.posts), hours=read_hours(hours))
    start, end = period(*days, plan.hours, team.zone)
    async with world.app.database.begin() as tx:
        return await watches.get(tx, await watches.add(tx, Watch(0, name, start, end, plan)))


async def is_filled(world: World, watch: Watch, *people: Human | None) -> None:
    """Give the places of a draft to these people in turn, None leaving one empty."""
    async with world.app.database.begin() as tx:
        found = await drafting.filling(tx, world.app.team, watch.id)
        turns = enumerate(found.places)
        given = ((slot, people[number % len(people)]) for number, (slot, _) in turns)
        assignments = {slot: who.person_id or 0 for slot, who in given if who is not None}
        await drafting.fill(tx, world.app.team, watch, assignments)


async def of_watches(world: World) -> list[dict[str, Any]]:
    """Return the shifts of watches, earliest first."""
    rows = [row for row in await world.rows(shifts) if row["watch_id"] is not None]
    return sorted(rows, key=lambda row: (row["start_at"], row["post"], row["id"]))


async def who_stands(world: World) -> list[tuple[str, str, int]]:
    """Return the shifts of watches: their begin on local clocks, their post and person."""
    zone = world.app.team.zone
    return [
        (f"{row['start_at'].astimezone(zone):%d/%m %H:%M}", row["post"], row["person_id"])
        for row in await of_watches(world)
    ]


async def states(world: World, human: Human) -> list[ShiftState]:
    """Return how somebody's shifts in watches stand, earliest first."""
    rows = await of_watches(world)
    return [ShiftState(row["state"]) for row in rows if row["person_id"] == human.person_id]


async def state_of(world: World, watch: Watch) -> WatchState:
    """Return how a watch stands."""
    async with world.app.database.read() as tx:
        return (await watches.get(tx, watch.id)).state
