"""What must happen later, made to happen: once, late rather than never, oldest first.

One transaction for each due row: the row is done and has its effects, or neither. A row that fails
is tried again later and keeps its due time; it never holds up the others.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger
from sqlalchemy import Row

from bot.domain.team import Team
from bot.services import closing, forms, group, housekeeping, paging
from storage import due
from storage.database import Database, Tx
from storage.due import Due

logger = logging.getLogger(__name__)

Happen = Callable[[Tx, Team, int, Mapping[str, Any]], Awaitable[None]]

DUE_KINDS: dict[str, Happen] = {
    paging.LADDER: paging.climb_due,
    paging.STILL: paging.ask_still,
    paging.SILENCE: paging.silence,
    paging.QUEUE: paging.remind_queue,
    paging.REFUSED: paging.page_refused,
    closing.WRAP_UP: closing.close_unanswered,
    closing.ASK_AGAIN: closing.ask_again,
    forms.REMINDER: forms.remind,
    forms.EXPIRY: forms.expire,
    group.GROUP_LOST: group.tell_lost,
    housekeeping.FORGET: housekeeping.forget,
}

# Times of day in the team's zone.
RECURRING: dict[str, Mapping[str, int]] = {housekeeping.FORGET: {"hour": 3, "minute": 30}}

AT_ONCE = 50
LONGEST_DELAY = timedelta(minutes=10)


class Timekeeper:
    """The loop over due rows; the rows are the memory, this is only the alarm clock."""

    def __init__(
        self, database: Database, team: Team, kinds: Mapping[str, Happen] | None = None
    ) -> None:
        self._database = database
        self._team = team
        self._kinds = DUE_KINDS if kinds is None else kinds

    async def start(self) -> None:
        """Make sure that everything recurring has its next row."""
        async with self._database.begin() as tx:
            for kind in RECURRING:
                if await due.waiting(tx, kind, 0) is None:
                    await due.schedule(tx, next_of(kind, tx.now, self._team.zone))

    async def step(self) -> datetime | None:
        """Let everything due happen; returns when the next thing is due, None if there is none."""
        while True:
            async with self._database.read() as tx:
                rows = await due.ripe(tx, AT_ONCE)
                if not rows:
                    return await due.next_at(tx)
            for row in rows:
                await self._happen(row)

    async def _happen(self, row: Row[Any]) -> None:
        try:
            async with self._database.begin() as tx:
                if not await due.finish(tx, row.id):
                    return
                await self._kinds[row.kind](tx, self._team, row.subject_id, row.params)
                if row.kind in RECURRING:
                    await due.schedule(tx, next_of(row.kind, tx.now, self._team.zone))
        except Exception as error:  # an edge: the row stays and is tried again
            logger.exception("due-row-failed", extra={"due_id": row.id, "kind": row.kind})
            delay = min(LONGEST_DELAY, timedelta(seconds=5 * 2.0 ** min(row.attempts, 10)))
            async with self._database.begin() as tx:
                await due.postpone(tx, row.id, tx.now + delay, repr(error)[:500])


def next_of(kind: str, after: datetime, zone: ZoneInfo) -> Due:
    """Return the next row of something recurring, at its time of day in the team's zone."""
    trigger = CronTrigger(timezone=zone, **RECURRING[kind])
    at = trigger.get_next_fire_time(None, after + timedelta(seconds=1))
    if at is None:
        raise ValueError(f"{kind} never recurs")
    return Due(kind, 0, at.astimezone(after.tzinfo))
