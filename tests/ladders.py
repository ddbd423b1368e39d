"""What tests ask about ladders and alarm clocks, and how they fill the roster."""

from datetime import timedelta

from storage.tables import due_rows, ladders, outbox, shifts
from tests.world import START

MINUTE = timedelta(minutes=1)


async def pages(world, incident_id=1):
    """Every page of an incident as (telegram id, step, round), in the order it was written."""
    return [
        (row["chat_id"], row["params"]["step"], row["params"]["round"])
        for row in await world.rows(outbox)
        if (row["kind"], row["op"], row["subject_id"]) == ("incident-page", "send", incident_id)
    ]


async def paged(world, incident_id=1):
    return [chat for chat, _, _ in await pages(world, incident_id)]


async def waiting(world, kind):
    return [r for r in await world.rows(due_rows) if (r["kind"], r["state"]) == (kind, "waiting")]


async def live(world, incident_id=1):
    """The live ladder of an incident, which must have its alarm clock set."""
    (ladder,) = [
        r for r in await world.rows(ladders) if r["live"] and r["incident_id"] == incident_id
    ]
    (row,) = [r for r in await waiting(world, "ladder") if r["subject_id"] == incident_id]
    assert row["due_at"] == ladder["next_at"]
    return ladder


async def roster(world, person, start, end, post="primary"):
    """Put somebody on the roster for minutes counted from the beginning."""
    times = {"start_at": START + start * MINUTE, "end_at": START + end * MINUTE}
    async with world.app.database.begin() as tx:
        await tx.add(shifts, post=post, person_id=person.person_id, **times)
