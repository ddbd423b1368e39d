"""Figures for Prometheus: ages, queues and counts; never a name and never a word of a message."""

from datetime import datetime

from msgspec import Struct, field

from bot.delivery.tally import Tally
from bot.domain.health import Process, Signs
from storage import health
from storage.database import Tx


class Figures(Struct, frozen=True):
    """Everything that is shown, as it is at one instant."""

    now: datetime
    signs: Signs
    process: Process
    tally: Tally
    unsent: dict[tuple[str, int], int] = field(default_factory=dict)
    incidents: dict[str, int] = field(default_factory=dict)
    ladders: int = 0


async def figures(tx: Tx, process: Process, tally: Tally) -> Figures:
    """Read the figures that are in rows, and put those in memory beside them."""
    return Figures(
        now=tx.now,
        signs=await health.signs(tx, process.started_at, process.updates_at, process.unkept_since),
        process=process,
        tally=tally,
        unsent={(row.state, row.priority): row.messages for row in await health.unsent(tx)},
        incidents=await health.open_by_severity(tx),
        ladders=await health.live_ladders(tx),
    )
