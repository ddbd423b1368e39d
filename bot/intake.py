"""Telegram's updates in: confirmed only after their effects are committed, each effective once.

Up to 25 updates, or 20 ms of them, share one transaction. If one of them fails the batch is rolled
back and redone one by one; the failing one is kept with its traceback and never blocks the queue.
While the database itself is away nothing is confirmed: Telegram keeps the updates for later.
"""

import asyncio
import json
import logging
import traceback
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Protocol

from telegram.error import BadRequest, NetworkError, TelegramError

from bot.domain.errors import Refused
from storage.database import Database, Tx, is_away
from storage.updates import mark_seen, record_failure

logger = logging.getLogger(__name__)

Raw = Mapping[str, Any]
Fetch = Callable[[int], Awaitable[Sequence[Raw]]]

BATCH = 25
BATCH_SECONDS = 0.02
# Who is asked too often stays asked to wait; a line that is down may be back at any moment.
LONGEST_PAUSE = 30.0
LONGEST_OFFLINE = 5.0


class Desk(Protocol):
    """Whoever handles an update inside the transaction it is given."""

    async def handle(self, tx: Tx, raw: Raw) -> None:
        """Have the update's effects; raises Refused when the rule says no."""

    async def refuse(self, tx: Tx, raw: Raw, refused: Refused) -> None:
        """Tell the person why nothing happened."""

    async def apologise(self, tx: Tx, raw: Raw, failure_id: int) -> None:
        """Tell the person that it went wrong, with the number to ask about."""


class Intake:
    """The loop over raw updates; `offset` is the first one not yet confirmed.

    `unkept_since`: when what came could first not be written down; None while it can.
    """

    def __init__(self, database: Database, fetch: Fetch, desk: Desk) -> None:
        self._database = database
        self._fetch = fetch
        self._desk = desk
        self.offset = 0
        self.fetched_at: datetime | None = None
        self.turned_at: datetime | None = None
        self.unkept_since: datetime | None = None
        self._failures = 0

    async def step(self) -> float:
        """Fetch once and handle what came; returns the seconds to pause before the next time."""
        self.turned_at = self._database.now()
        try:
            updates = await self._fetch(self.offset)
        except TelegramError as error:
            # One refusal ends PTB's own polling for good; here every refusal is only a pause.
            self._failures += 1
            offline = isinstance(error, NetworkError) and not isinstance(error, BadRequest)
            longest = LONGEST_OFFLINE if offline else LONGEST_PAUSE
            pause = min(longest, 0.5 * 2.0 ** min(self._failures, 10))
            logger.warning("updates-unavailable", extra={"error": str(error), "pause": pause})
            return pause
        self._failures = 0
        self.fetched_at = self._database.now()
        await self.take_in(updates)
        return 0.0

    async def take_in(self, updates: Sequence[Raw]) -> None:
        """Give every update its effect, then move the offset behind it.

        Raises what the database says while it is away: nothing is lost, it is to be given again.
        """
        rest = list(updates)
        if not rest:
            # What could not be written down is no longer to be had: nobody waits for it any more.
            self.unkept_since = None
        while rest:
            try:
                done = await self._batch(rest[:BATCH])
            except Exception:  # whatever it is, somebody waits for an answer
                self.unkept_since = self.unkept_since or self._database.now()
                raise
            self.unkept_since = None
            self.offset = max(self.offset, max(int(raw["update_id"]) for raw in rest[:done]) + 1)
            rest = rest[done:]

    async def _batch(self, updates: Sequence[Raw]) -> int:
        """Handle as many as fit in one transaction; returns how many are settled."""
        loop = asyncio.get_running_loop()
        started = loop.time()
        done = 0
        try:
            async with self._database.begin() as tx:
                for raw in updates:
                    if await mark_seen(tx, int(raw["update_id"])):
                        await self._desk.handle(tx, raw)
                    done += 1
                    if loop.time() - started > BATCH_SECONDS:
                        break
        except Exception as error:  # an edge: which update failed is found out below
            if is_away(error):
                raise
            if done == 0 and isinstance(error, Refused):
                # It had the transaction to itself: there is nothing to be done anew.
                await self._refused(updates[0], error)
                return 1
            done = max(done, 1)
            for raw in updates[:done]:
                await self._alone(raw)
        return done

    async def _alone(self, raw: Raw) -> None:
        try:
            async with self._database.begin() as tx:
                if await mark_seen(tx, int(raw["update_id"])):
                    await self._desk.handle(tx, raw)
        except Refused as refused:
            await self._refused(raw, refused)
        except Exception as error:  # an edge: the update is kept, the person is told
            if is_away(error):
                raise
            logger.exception("update-failed", extra={"update_id": raw["update_id"]})
            report = traceback.format_exc()
            await self._answered(raw, partial(self._failed, raw=raw, report=report))

    async def _refused(self, raw: Raw, refused: Refused) -> None:
        await self._answered(raw, partial(self._desk.refuse, raw=raw, refused=refused))

    async def _failed(self, tx: Tx, raw: Raw, report: str) -> None:
        text = json.dumps(raw, ensure_ascii=False)
        failure_id = await record_failure(tx, int(raw["update_id"]), text, report)
        await self._desk.apologise(tx, raw, failure_id)

    async def _answered(self, raw: Raw, answer: Callable[[Tx], Awaitable[None]]) -> None:
        try:
            async with self._database.begin() as tx:
                await mark_seen(tx, int(raw["update_id"]))
                await answer(tx)
        except Exception as error:  # an edge: an answer that cannot be made must not stop the queue
            if is_away(error):
                raise
            logger.exception("answer-failed", extra={"update_id": raw["update_id"]})
            async with self._database.begin() as tx:
                await mark_seen(tx, int(raw["update_id"]))
                report = traceback.format_exc()
                await record_failure(tx, int(raw["update_id"]), json.dumps(raw), report)
