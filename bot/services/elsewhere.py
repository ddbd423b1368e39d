"""Pages by other channels than Telegram: queued beside it, or instead of it when it fails."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from bot.domain.channels import ways
from bot.domain.messages import KINDS, Outgoing, Subject
from bot.domain.people import Person
from bot.domain.team import Team
from bot.services.messages import queue
from storage import elsewhere, incidents, people
from storage.database import Tx
from storage.incidents import Entry


def queue_by(tx: Tx, channel: str, person: Person, message: Outgoing) -> None:
    """Queue a message to go by another channel; it has no chat there, and no keys.

    One that still waits there swallows another of its sort: the second would say nothing new.
    """
    params = {name: value for name, value in message.params.items() if name != "keys"}
    key = f"{message.kind}:{message.subject_id}:{person.id}:{channel}"
    queue(
        tx,
        Outgoing(
            message.kind,
            0,
            person.id,
            message.subject_id,
            params,
            key=key,
            target_id=message.target_id,
            channel=channel,
        ),
    )


async def instead(tx: Tx, team: Team, rows: Sequence[Row[Any]]) -> dict[int, tuple[str, ...]]:
    """Send pages by every other channel their readers have, each once; returns by which, by row."""
    # A test page is sent by each channel from the start: it is the channel that is tested.
    rows = [row for row in rows if row.person_id is not None and row.kind != "test-page"]
    able = await people.of_ids(tx, sorted({row.person_id for row in rows}))
    gone = await elsewhere.twins(tx, rows)
    found: dict[int, tuple[str, ...]] = {}
    for row in rows:
        person = able[row.person_id]
        found[row.id] = ways(team.channels, person)
        for channel in found[row.id]:
            if (row.id, channel) not in gone:
                queue_by(tx, channel, person, _again(row))
    return found


async def instead_of(tx: Tx, team: Team, row_id: int) -> tuple[str, ...]:
    """Send one page by every other channel its reader has; returns by which."""
    row = await elsewhere.one(tx, row_id)
    return (await instead(tx, team, [row])).get(row_id, ()) if row is not None else ()


def _again(row: Row[Any]) -> Outgoing:
    return Outgoing(row.kind, 0, row.person_id, row.subject_id, row.params, target_id=row.id)


def names(channels: Sequence[str]) -> dict[str, Any]:
    """Return channels as a text shows them."""
    return {"list": [{"text": f"channel-{channel}"} for channel in channels]}


async def settled(tx: Tx, row: Row[Any], reason: str | None = None) -> None:
    """Enter into the timeline what became of a call by another channel; no reason: it was sent."""
    if KINDS[row.kind].subject is not Subject.INCIDENT or row.subject_id is None:
        return
    kind = "called-elsewhere" if reason is None else "not-called-elsewhere"
    details = {"via": row.channel} | ({} if reason is None else {"reason": reason})
    await incidents.enter(tx, row.subject_id, Entry(kind, row.person_id, details=details))
