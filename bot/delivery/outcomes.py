"""What came of each call, written down: sent, to be tried again, dead, or moved to another chat."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import Row

from bot.delivery import topics
from bot.delivery.calls import Result
from bot.delivery.line import Line
from bot.delivery.loss import lost
from bot.delivery.tally import Tally
from bot.delivery.verdict import Outcome
from bot.domain.messages import KINDS, IfUnknown, Op, Priority
from bot.domain.team import Team
from storage import chats, outbox, papers, people, pins
from storage.database import Tx
from storage.outbox import DEAD

logger = logging.getLogger(__name__)


class Outcomes:
    """Writes outcomes in the dispatcher's transaction; `line` learns what waits.

    `tally` counts by `count`, after the commit: a transaction that fails is tried again.
    """

    def __init__(
        self, team: Team, line: Line, tally: Tally, steady: Callable[[], datetime]
    ) -> None:
        self._team = team
        self._line = line
        self._tally = tally
        self._steady = steady
        self._uncounted: list[Callable[[], None]] = []

    def start_over(self) -> None:
        """Forget what was written in a transaction that has failed."""
        self._uncounted.clear()

    def count(self) -> None:
        """Count what was written, now that it is there to stay."""
        for counted in self._uncounted:
            counted()
        self._uncounted.clear()

    async def record(self, tx: Tx, result: Result) -> None:
        """Write what came of one call, and what follows from it for its chat."""
        row, verdict = result.ready.row, result.verdict
        await topics.shut(tx, self._team, result)
        match verdict.outcome:
            case Outcome.SENT:
                await self._sent(tx, result)
            case Outcome.AGAIN:
                await self._later(tx, row, verdict.wait, verdict.reason)
            case Outcome.UNKNOWN:
                await self.unknown(tx, row, verdict.wait)
            case Outcome.FRESH:
                await self._dead(tx, row.id, verdict.reason)
                await outbox.send_anew(tx, row.target_id)
            case Outcome.MOVED:
                await self._moved(tx, row.chat_id, verdict.chat_id or row.chat_id)
                await outbox.retry(tx, row.id, tx.now, verdict.reason)
            case Outcome.DEAD | Outcome.WITHOUT:
                await self._died(tx, result)

    async def _sent(self, tx: Tx, result: Result) -> None:
        row = result.ready.row
        await outbox.sent(tx, row.id, result.message_id, self._steady().timestamp())
        is_page = row.kind == "incident-page" and row.op == Op.SEND
        add_sent = self._tally.add_sent
        self._uncounted.append(
            partial(add_sent, row.priority, row.created_at, tx.now, is_page=is_page)
        )
        if result.ready.paper is not None and result.file_id is not None:
            await papers.uploaded(tx, result.ready.paper.id, result.file_id)
        await topics.arrived(tx, self._team, result)
        pins.sent(tx, row, result.ready.thread_id, is_wanted=result.ready.is_pinned)
        if row.person_id is not None and row.reachable is not True:
            await people.change(tx, row.person_id, reachable=True)

    async def unknown(self, tx: Tx, row: Row[Any], wait: timedelta) -> None:
        """Write that nobody knows whether it arrived: its kind says whether it goes again."""
        kind = KINDS.get(row.kind)
        is_wanted = kind.if_unknown is IfUnknown.AGAIN if kind else row.priority == Priority.PAGE
        if row.op == Op.EDIT or is_wanted:
            await self._later(tx, row, topics.time_to_hear(row, wait), "outcome unknown")
        else:
            await self._dead(tx, row.id, "outcome unknown")

    async def _later(self, tx: Tx, row: Row[Any], wait: timedelta, reason: str) -> None:
        is_put_off = await outbox.retry(tx, row.id, tx.now + wait, reason)
        if is_put_off and topics.is_waited_for(row, wait):
            self._line.wait(row, self._steady() + wait)

    async def _dead(self, tx: Tx, row_id: int, reason: str) -> None:
        await outbox.settle(tx, row_id, DEAD, reason)
        self._uncounted.append(partial(self._tally.add_dead, reason))

    async def _moved(self, tx: Tx, old_id: int, new_id: int) -> None:
        await chats.move_chat(tx, old_id, new_id)
        if self._team.chat_id == old_id:
            self._team.chat_id = new_id

    async def _died(self, tx: Tx, result: Result) -> None:
        row, reason, paper = result.ready.row, result.verdict.reason, result.ready.paper
        if reason == "file gone" and paper is not None and paper.file_id is not None:
            # Telegram no longer knows its own copy, as after a change of the token; ours is here.
            await papers.uploaded(tx, paper.id, None)
            await outbox.retry(tx, row.id, tx.now, reason)
            return
        await self._dead(tx, row.id, reason)
        logger.warning("message-dead", extra={"outbox_id": row.id, "reason": reason})
        await lost(tx, self._team, row, reason)
