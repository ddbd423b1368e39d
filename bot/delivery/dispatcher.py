"""The loop that sends: record what came back, claim what may go, check it still matters, send.

One transaction a step does all the writing. Whatever is claimed when the process dies has an
unknown outcome; at the next start the message kind says whether it is sent again. Limits are kept
by a clock that nobody sets; when the other one is set back, what it had put off goes at once.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import Row
from telegram.error import TelegramError

from bot.delivery import topics
from bot.delivery.calls import Call, Result, call_for, file_of, forum_of, number_of
from bot.delivery.line import Line
from bot.delivery.outcomes import Outcomes
from bot.delivery.pacing import MINUTE, SECOND, Limits, Meters, choose, seeded
from bot.delivery.ready import UNKNOWN_KIND, Ready, prepare
from bot.delivery.tally import Tally
from bot.delivery.verdict import Outcome, Verdict
from bot.domain.messages import Op, Priority
from bot.domain.team import Team
from bot.services.facts import Known
from storage import chats, outbox, recovery
from storage.database import Database, Tx
from storage.outbox import DEAD, OVERTAKEN, TOO_MANY

logger = logging.getLogger(__name__)

LOOK_AROUND, LOOK_AHEAD = 16, 200
IN_FLIGHT = 64
# Seconds in which answers gather while others are in the air: one transaction records them all.
GATHER = 0.005
# Making the other texts would hold up what is just being written to its connection.
OTHERS_AFTER = timedelta(milliseconds=3)
# Machines correct their clocks by less than that all the time.
SET_BACK = timedelta(seconds=5)


class Api(Protocol):
    """The way to Telegram."""

    async def call(self, method: str, params: Mapping[str, Any]) -> Any:  # noqa: ANN401 any JSON
        """Call a method; raises TelegramError."""


class Dispatcher:
    """Sends the outbox; `woken` is called when a reply has come, so that it is recorded.

    `steady` is a clock that only goes forward, by which Telegram's limits are kept.
    """

    def __init__(
        self,
        database: Database,
        team: Team,
        api: Api,
        limits: Limits | None = None,
        steady: Callable[[], datetime] | None = None,
    ) -> None:
        self._database = database
        self._team = team
        self._api = api
        self._limits = limits or Limits()
        self._steady = steady or database.now
        self._meters = Meters(self._limits)
        self._line = Line()
        self._given_up: dict[int, tuple[str, ...]] = {}
        self._results: list[Result] = []
        self._flying: dict[asyncio.Task[None], Ready] = {}
        self._was_set_back = False
        self._bell: asyncio.TimerHandle | None = None
        self.woken = asyncio.Event()
        self.tally = Tally()
        self._outcomes = Outcomes(team, self._line, self.tally, self._steady)
        self.turned_at: datetime | None = None

    async def recover(self) -> None:
        """After a start: learn what was sent lately, and settle what a dead process had claimed."""
        async with self._database.begin() as tx:
            await recovery.set_right(tx)
            claimed, put_off = await recovery.claimed(tx), await recovery.put_off(tx)
            await self._remember(tx, [*claimed, *put_off])
            for row in put_off:
                wait = row.not_before - tx.now
                if topics.is_waited_for(row, wait):
                    self._line.wait(row, self._steady() + wait)
                if row.reason == TOO_MANY:
                    self._meters.shut(row.chat_id, self._steady(), wait)
            for row in claimed:
                await self._outcomes.unknown(tx, row, timedelta(0))
            if self._team.chat_id is not None:
                self._team.chat_id = await chats.current_chat(tx, self._team.chat_id)
        self._outcomes.count()

    async def _remember(self, tx: Tx, tried: list[Row[Any]]) -> None:
        """Count what was sent lately, and as sent just now what may have been."""
        now = self._steady()
        lately = await recovery.recently_sent(tx, now, MINUTE)
        lately += [(row.chat_id, now) for row in tried if row.op != Op.TOAST]
        self._meters = seeded(self._limits, lately)

    async def step(self) -> datetime | None:
        """Record, claim and send; returns when to look again, None if nothing waits."""
        before, self.turned_at, self._bell = self.turned_at, self._database.now(), None
        self._was_set_back |= before is not None and self.turned_at < before - SET_BACK
        async with self._database.begin(lasting=False) as tx:
            if self._was_set_back:
                await recovery.set_right(tx)
            recorded = await self._record_all(tx)
            ready, again_at = await self._claim(tx)
        self._was_set_back = False
        self._recorded(recorded)
        now = self._steady()
        for item in ready:
            self._line.leave(item.row)
            if item.row.op != Op.TOAST:
                self._meters.count(item.row.chat_id, now)
            task = asyncio.create_task(self._send(item))
            self._flying[task] = item
            task.add_done_callback(self._landed)
        return again_at

    async def record(self) -> None:
        """Record what has come back, without sending anything more."""
        async with self._database.begin(lasting=False) as tx:
            recorded = await self._record_all(tx)
        self._recorded(recorded)

    async def landed(self) -> None:
        """Wait until no call is in the air."""
        while self._flying:
            await asyncio.wait(self._flying)

    @property
    def is_idle(self) -> bool:
        """True when nothing is in the air and no result waits to be recorded."""
        return not self._flying and not self._results

    def _landed(self, task: asyncio.Task[None]) -> None:
        row = self._flying.pop(task).row
        if row.op != Op.TOAST:
            self._meters.arrived(row.chat_id, self._steady())
        if not self._flying:
            self.woken.set()
        elif self._bell is None:
            self._bell = asyncio.get_running_loop().call_later(GATHER, self.woken.set)

    async def _claim(self, tx: Tx) -> tuple[list[Ready], datetime | None]:
        chosen, again_at = await self._choose(tx)
        ready = []
        known = Known()
        first = [row for row in chosen if row.priority <= Priority.PRESS]
        if first and len(first) < len(chosen):
            # Pages and presses do not wait until the texts of everything else are made.
            chosen, again_at = first, tx.now + OTHERS_AFTER
        for row in chosen:
            item = await prepare(tx, self._team, row, known)
            if isinstance(item, Ready):
                ready.append(item)
            else:
                state = DEAD if item == UNKNOWN_KIND else OVERTAKEN
                await outbox.settle(tx, row.id, state, item)
                self._line.leave(row)
                again_at = tx.now
        await outbox.claim(tx, [item.row.id for item in ready])
        if again_at is None or again_at > tx.now + SECOND:
            later = await outbox.next_at(tx)
            again_at = min((at for at in (again_at, later) if at is not None), default=None)
        return ready, again_at

    async def _choose(self, tx: Tx) -> tuple[list[Row[Any]], datetime | None]:
        """Pick what may go; chats that must wait never hide what waits behind them."""
        room, now = IN_FLIGHT - len(self._flying), self._steady()
        shut = {item.row.chat_id for item in self._flying.values() if item.row.op != Op.TOAST}
        again: list[datetime] = []
        may_leave = min(room, self._meters.room(Priority.PAGE, now))
        view = LOOK_AROUND + 2 * may_leave
        while room:
            rows = await outbox.pending(tx, view, shut)
            seen = {row.chat_id for row in rows}
            if len(rows) == view and len(seen) < may_leave:
                rows = [*rows, *await outbox.heads(tx, LOOK_AHEAD, shut | seen)]
            chosen, again_at = choose(rows, self._meters, shut, now, most=room, line=self._line)
            again += [again_at] if again_at is not None else []
            # What lies beyond the view is no more urgent than the last in it.
            if chosen or len(rows) < view or not self._meters.room(rows[-1].priority, now):
                return chosen, min((tx.now + (at - now) for at in again), default=None)
            shut |= {row.chat_id for row in rows}
            view = min(2 * view, LOOK_AHEAD)
        return [], None

    async def _send(self, ready: Ready) -> None:
        call, row = None, ready.row
        try:
            call = call_for(ready)
            for part in self._given_up.get(row.id, ()):
                call = call.without(part) or call
            answer = await self._api.call(call.method, call.params)
        except TelegramError as error:
            verdict = topics.judged(ready, error)
            if verdict.holds_chat:
                # Here and not with its record, which may fail and be tried again.
                self._meters.hold(row.chat_id, self._steady(), verdict.wait)
                self.tally.held += 1
            if verdict.outcome is Outcome.WITHOUT:
                verdict = self._less(row.id, call, verdict.reason)
            self._results.append(Result(ready, verdict))
        except Exception:  # an edge: one row that cannot be sent must not stop the others
            logger.exception("send-failed", extra={"outbox_id": row.id})
            self._results.append(Result(ready, Verdict(Outcome.DEAD, "send failed")))
        else:
            sent = answer if isinstance(answer, dict) else {}
            found = (number_of(sent), file_of(sent), forum_of(sent))
            self._results.append(Result(ready, Verdict(Outcome.SENT), *found))

    def _less(self, row_id: int, call: Call | None, part: str) -> Verdict:
        """Try again without the part that was refused, in its turn like everything else."""
        if call is None or call.without(part) is None:
            return Verdict(Outcome.DEAD, part)
        self._given_up[row_id] = (*self._given_up.get(row_id, ()), part)
        return Verdict(Outcome.AGAIN, part)

    async def _record_all(self, tx: Tx) -> int:
        """Write what came back; it is kept until the commit: a rollback must lose no outcome."""
        results = tuple(self._results)
        self._outcomes.start_over()
        for result in results:
            row, verdict = result.ready.row, result.verdict
            if verdict.outcome not in (Outcome.AGAIN, Outcome.UNKNOWN):
                self._given_up.pop(row.id, None)
            await self._outcomes.record(tx, result)
        return len(results)

    def _recorded(self, many: int) -> None:
        """Forget the first outcomes: they are written for good, and may be counted."""
        del self._results[:many]
        self._outcomes.count()
