"""The loop that sends: record what came back, claim what may go, check it still matters, send.

One transaction a step does all the writing. Whatever is claimed when the process dies has an
unknown outcome; at the next start the message kind says whether it is sent again.
"""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import Row
from telegram.error import TelegramError

from bot.delivery.calls import Call, call_for, file_of
from bot.delivery.pacing import MINUTE, Limits, Meters, choose, seeded
from bot.delivery.ready import Ready, prepare
from bot.delivery.tally import Tally
from bot.delivery.verdict import GROUP_GONE, UNREACHABLE, Outcome, Verdict, judge
from bot.domain.messages import KINDS, IfUnknown, Op, Outgoing, Priority
from bot.domain.team import Team
from bot.services import group
from bot.services.facts import Known
from bot.services.paging import REFUSED
from bot.services.unreached import CALL_REFUSED
from storage import chats, due, outbox, papers, people
from storage.database import Database, Tx
from storage.due import Due
from storage.outbox import DEAD, OVERTAKEN, SENT, queue

logger = logging.getLogger(__name__)

LOOK_AHEAD = 200
IN_FLIGHT = 64
# Who cannot be reached by these is replaced at once.
CALLS = frozenset({"incident-page", "incident-assigned", "incident-still", "incident-reopened"})
# Who is wanted on watch and cannot be reached is named to the leads at once.
WATCH_CALLS = frozenset({"shift-call", "shift-still", "test-page"})


class Api(Protocol):
    """The way to Telegram."""

    async def call(self, method: str, params: Mapping[str, Any]) -> Any:  # noqa: ANN401 any JSON
        """Call a method; raises TelegramError."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one call."""

    ready: Ready
    verdict: Verdict
    message_id: int | None = None
    file_id: str | None = None


class Dispatcher:
    """Sends the outbox; `woken` is called when a reply has come, so that it is recorded."""

    def __init__(
        self, database: Database, team: Team, api: Api, limits: Limits | None = None
    ) -> None:
        self._database = database
        self._team = team
        self._api = api
        self._limits = limits or Limits()
        self._meters = Meters(self._limits)
        self._results: list[Result] = []
        self._flying: dict[asyncio.Task[None], Ready] = {}
        self.woken = asyncio.Event()
        self.tally = Tally()
        self.turned_at: datetime | None = None

    async def recover(self) -> None:
        """After a start: learn what was sent lately, and settle what a dead process had claimed."""
        async with self._database.begin() as tx:
            sent = await outbox.recently_sent(tx, tx.now - MINUTE)
            self._meters = seeded(self._limits, ((row.chat_id, row.sent_at) for row in sent))
            for row in await outbox.claimed(tx):
                await self._unknown(tx, row.id, row.kind, row.op, timedelta(0))
            if self._team.chat_id is not None:
                self._team.chat_id = await chats.current_chat(tx, self._team.chat_id)

    async def step(self) -> datetime | None:
        """Record, claim and send; returns when to look again, None if nothing waits."""
        self.turned_at = self._database.now()
        async with self._database.begin() as tx:
            await self._record_all(tx)
            ready, again_at = await self._claim(tx)
        for item in ready:
            if item.row.op != Op.TOAST:
                self._meters.count(item.row.chat_id, tx.now)
            task = asyncio.create_task(self._send(item))
            self._flying[task] = item
            task.add_done_callback(self._landed)
        return again_at

    async def record(self) -> None:
        """Record what has come back, without sending anything more."""
        async with self._database.begin() as tx:
            await self._record_all(tx)

    async def landed(self) -> None:
        """Wait until no call is in the air."""
        while self._flying:
            await asyncio.wait(self._flying)

    @property
    def is_idle(self) -> bool:
        """True when nothing is in the air and no result waits to be recorded."""
        return not self._flying and not self._results

    def _landed(self, task: asyncio.Task[None]) -> None:
        del self._flying[task]
        self.woken.set()

    async def _claim(self, tx: Tx) -> tuple[list[Ready], datetime | None]:
        chosen, again_at = await self._choose(tx)
        ready = []
        known = Known()
        first = [row for row in chosen if row.priority <= Priority.PRESS]
        if first and len(first) < len(chosen):
            # Pages and presses do not wait until the texts of everything else are made.
            chosen, again_at = first, tx.now
        for row in chosen:
            item = await prepare(tx, self._team, row, known)
            if isinstance(item, Ready):
                ready.append(item)
            else:
                await outbox.settle(tx, row.id, OVERTAKEN, item)
                again_at = tx.now
        await outbox.claim(tx, [item.row.id for item in ready])
        if again_at is None:
            later = await outbox.next_at(tx)
            again_at = later if later is not None and later > tx.now else None
        return ready, again_at

    async def _choose(self, tx: Tx) -> tuple[list[Row[Any]], datetime | None]:
        """Pick what may go; chats that must wait never hide what waits behind them."""
        room = IN_FLIGHT - len(self._flying)
        shut = {item.row.chat_id for item in self._flying.values() if item.row.op != Op.TOAST}
        again: list[datetime] = []
        while room:
            rows = await outbox.pending(tx, LOOK_AHEAD, shut)
            chosen, again_at = choose(rows, self._meters, shut, tx.now, most=room)
            again += [again_at] if again_at is not None else []
            if chosen or len(rows) < LOOK_AHEAD:
                return chosen, min(again, default=None)
            shut |= {row.chat_id for row in rows}
        return [], None

    async def _send(self, ready: Ready, call: Call | None = None) -> None:
        try:
            call = call or call_for(ready)
            answer = await self._api.call(call.method, call.params)
        except TelegramError as error:
            verdict = judge(error, ready.row.attempts + 1)
            if verdict.outcome is Outcome.PLAIN and call is not None and not call.is_plain:
                await self._send(ready, call.plain())
                return
            self._results.append(Result(ready, verdict))
        except Exception:  # an edge: one row that cannot be sent must not stop the others
            logger.exception("send-failed", extra={"outbox_id": ready.row.id})
            self._results.append(Result(ready, Verdict(Outcome.DEAD, "send failed")))
        else:
            sent = answer if isinstance(answer, dict) else {}
            self._results.append(
                Result(ready, Verdict(Outcome.SENT), sent.get("message_id"), file_of(sent))
            )

    async def _record_all(self, tx: Tx) -> None:
        # Taken out only after all is written: a rollback must not lose an outcome.
        results = list(self._results)
        for result in results:
            await self._record(tx, result)
        del self._results[: len(results)]

    async def _record(self, tx: Tx, result: Result) -> None:
        row, verdict = result.ready.row, result.verdict
        self._meters.arrived(row.chat_id, tx.now)
        match verdict.outcome:
            case Outcome.SENT:
                await self._sent(tx, result)
            case Outcome.AGAIN:
                await self._again(tx, result)
            case Outcome.UNKNOWN:
                await self._unknown(tx, row.id, row.kind, row.op, verdict.wait)
            case Outcome.FRESH:
                await self._dead(tx, row.id, verdict.reason)
                await outbox.send_anew(tx, row.target_id)
            case Outcome.MOVED:
                await self._moved(tx, row.chat_id, verdict.chat_id or row.chat_id)
                await outbox.retry(tx, row.id, tx.now, verdict.reason)
            case Outcome.DEAD | Outcome.PLAIN:
                await self._died(tx, result)

    async def _sent(self, tx: Tx, result: Result) -> None:
        row = result.ready.row
        await outbox.settle(tx, row.id, SENT, None, result.message_id)
        is_page = row.kind == "incident-page" and row.op == Op.SEND
        self.tally.add_sent(row.priority, row.created_at, tx.now, is_page=is_page)
        if result.ready.paper is not None and result.file_id is not None:
            await papers.uploaded(tx, result.ready.paper.id, result.file_id)
        if row.params.get("pin"):
            queue(tx, Outgoing("pin", row.chat_id, op=Op.PIN, target_id=row.id))
        if row.person_id is not None and row.reachable is not True:
            await people.change(tx, row.person_id, reachable=True)

    async def _again(self, tx: Tx, result: Result) -> None:
        row, verdict = result.ready.row, result.verdict
        if verdict.holds_chat:
            self._meters.hold(row.chat_id, tx.now + verdict.wait)
            self.tally.held += 1
        await outbox.retry(tx, row.id, tx.now + verdict.wait, verdict.reason)

    async def _unknown(self, tx: Tx, row_id: int, kind: str, op: str, wait: timedelta) -> None:
        again = op == Op.EDIT or KINDS[kind].if_unknown is IfUnknown.AGAIN
        if again:
            await outbox.retry(tx, row_id, tx.now + wait, "outcome unknown")
        else:
            await self._dead(tx, row_id, "outcome unknown")

    async def _dead(self, tx: Tx, row_id: int, reason: str) -> None:
        await outbox.settle(tx, row_id, DEAD, reason)
        self.tally.add_dead(reason)

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
        # Who may not pin may still write.
        is_lost = row.op != Op.PIN and reason in GROUP_GONE | UNREACHABLE
        if row.chat_id == self._team.chat_id and is_lost:
            await group.lost(tx)
        if row.person_id is None or row.op == Op.TOAST:
            return
        if reason in UNREACHABLE:
            await people.change(tx, row.person_id, reachable=False)
        if row.kind in CALLS and row.op == Op.SEND:
            said = {
                "incident_id": row.subject_id,
                "person_id": row.person_id,
                "reason": reason,
            }
            await due.schedule(tx, Due(REFUSED, row.id, tx.now, said))
        elif row.kind in WATCH_CALLS:
            said = {"text": row.params["text"], "person_id": row.person_id, "reason": reason}
            await due.schedule(tx, Due(CALL_REFUSED, row.id, tx.now, said))
