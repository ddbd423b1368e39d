"""Slow work, made beside everything else: pictures, documents, proposals, files to be read.

A slow due row has a kind that begins with `make-`. What it needs is read in one transaction, the
work is done in a process of its own, and what came out is kept in a second one together with the
row. A page never waits for it, and a process killed in between only does the work again.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row

from bot.domain.team import Team
from storage import due
from storage.database import Database, Tx

logger = logging.getLogger(__name__)

Gather = Callable[[Tx, Team, int, Mapping[str, Any]], Awaitable[Any]]
Keep = Callable[[Tx, Team, int, Mapping[str, Any], Any], Awaitable[None]]
Fetch = Callable[[str], Awaitable[bytes]]
NewPool = Callable[[], Executor]

LONGEST_DELAY = timedelta(minutes=10)
FILE = "file_id"


@dataclass(frozen=True, slots=True)
class Work:
    """`gather` reads what is needed, None when it no longer matters; `make` is pure and picklable.

    With a `file_id` among the row's parameters `make` gets that file's bytes as well. `keep` gets
    what was made, in the transaction that ends the row.
    """

    gather: Gather
    make: Callable[..., Any]
    keep: Keep


WORKS: dict[str, Work] = {}


class Workshop:
    """The loop over slow due rows, one at a time; its process ends when nothing is left to do."""

    def __init__(
        self,
        database: Database,
        team: Team,
        fetch: Fetch,
        new_pool: NewPool,
        works: Mapping[str, Work] | None = None,
    ) -> None:
        self._database = database
        self._team = team
        self._fetch = fetch
        self._new_pool = new_pool
        self._works = WORKS if works is None else works
        self._pool: Executor | None = None

    async def step(self) -> datetime | None:
        """Do all the work that waits; returns when there is more, None if there is none."""
        try:
            while True:
                async with self._database.read() as tx:
                    rows = await due.ripe(tx, 1, slow=True)
                    if not rows:
                        return await due.next_at(tx, slow=True)
                await self._do(rows[0])
        finally:
            self.rest()

    def rest(self) -> None:
        """Let the process go, so that its memory is free until there is work again."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    async def _do(self, row: Row[Any]) -> None:
        work = self._works[row.kind]
        try:
            async with self._database.read() as tx:
                needed = await work.gather(tx, self._team, row.subject_id, row.params)
            made = None if needed is None else await self._make(work, needed, row.params)
            async with self._database.begin() as tx:
                if await due.finish(tx, row.id) and needed is not None:
                    await work.keep(tx, self._team, row.subject_id, row.params, made)
        except Exception as error:  # an edge: the row stays and is tried again
            logger.exception("work-failed", extra={"due_id": row.id, "kind": row.kind})
            self.rest()
            delay = min(LONGEST_DELAY, timedelta(seconds=5 * 2.0 ** min(row.attempts, 10)))
            async with self._database.begin() as tx:
                await due.postpone(tx, row.id, tx.now + delay, repr(error)[:500])

    async def _make(self, work: Work, needed: object, params: Mapping[str, Any]) -> object:
        given = [needed]
        if FILE in params:
            given.append(await self._fetch(params[FILE]))
        if self._pool is None:
            self._pool = self._new_pool()
        return await asyncio.get_running_loop().run_in_executor(self._pool, work.make, *given)
