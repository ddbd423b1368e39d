"""The loop that sends by other channels: record, look after Telegram, claim what may go, send.

It shares nothing with Telegram's dispatcher but the outbox. Whatever is claimed when the process
dies is sent again: every one of these rows is a page.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Row

from bot.delivery.channels import Answer, Way, judge
from bot.delivery.ready import overtaken
from bot.domain.channels import MINUTE, room
from bot.domain.messages import KINDS
from bot.domain.people import Person
from bot.domain.team import Team
from bot.services import elsewhere as services
from bot.services import outages, replies
from bot.services.facts import Facts, Known
from bot.services.veil import facts_for
from bot.texts.brief import Brief, Door, brief
from bot.texts.values import voice
from storage import elsewhere, outbox, people
from storage.database import Database, Tx
from storage.outbox import DEAD, OVERTAKEN

logger = logging.getLogger(__name__)

LOOK_AHEAD = 100
PAGE = "/a"

Heard = Callable[[], datetime | None]


class Letter(Struct, frozen=True):
    """A row with what it says, on its way to a person."""

    row: Row[Any]
    person: Person
    said: Brief


class Sender:
    """Sends the rows of other channels; `heard` tells when Telegram was last there."""

    def __init__(self, database: Database, team: Team, way: Way, heard: Heard) -> None:
        self._database = database
        self._team = team
        self._way = way
        self._heard = heard
        self._awake_since = database.now()
        self._begun: dict[str, list[datetime]] = {channel: [] for channel in way.open}
        self._results: list[tuple[Letter, Answer]] = []
        self._flying: dict[asyncio.Task[None], str] = {}
        self.woken = asyncio.Event()
        self.turned_at: datetime | None = None

    @property
    def is_idle(self) -> bool:
        """True when nothing is on its way and no result waits to be recorded."""
        return not self._flying and not self._results

    async def recover(self) -> None:
        """After a start: send again what a dead process had begun, end what has no channel."""
        async with self._database.begin() as tx:
            for row in await elsewhere.begun(tx, tx.now - MINUTE):
                if row.channel in self._begun:
                    self._begun[row.channel].append(row.sent_at)
            for row in await elsewhere.claimed(tx):
                await outbox.retry(tx, row.id, tx.now, "outcome unknown")
            for row in await elsewhere.orphans(tx, self._way.open):
                await outbox.settle(tx, row.id, DEAD, "channel off")

    async def step(self) -> datetime | None:
        """Record, claim and send; returns when to look again."""
        now = self._database.now()
        self._wake(now)
        async with self._database.begin() as tx:
            recorded = await self._record_all(tx)
            look_at = await outages.look(tx, self._team, self._heard(), self._awake_since)
            letters, again_at = await self._claim(tx)
        # Only after the commit: a rollback must not lose an outcome.
        del self._results[:recorded]
        for letter in letters:
            self._begun[letter.row.channel].append(now)
            task = asyncio.create_task(self._send(letter))
            self._flying[task] = letter.row.channel
            task.add_done_callback(self._landed)
        return min((at for at in (look_at, again_at) if at is not None), default=None)

    def _wake(self, now: datetime) -> None:
        # A suspended machine, or a clock that was moved: nobody could have heard Telegram then.
        longest = self._team.catalog.channels.telegram_silent + outages.LOOK_EVERY
        if self.turned_at is not None and now - self.turned_at > longest:
            self._awake_since = now
        self.turned_at = now

    async def record(self) -> None:
        """Record what has come back, without sending anything more."""
        async with self._database.begin() as tx:
            recorded = await self._record_all(tx)
        del self._results[:recorded]

    async def landed(self) -> None:
        """Wait until nothing is on its way."""
        while self._flying:
            await asyncio.wait(self._flying)

    def _landed(self, task: asyncio.Task[None]) -> None:
        del self._flying[task]
        self.woken.set()

    async def _send(self, letter: Letter) -> None:
        within = self._team.catalog.channels.rules(letter.row.channel).timeout
        answer = await self._way.send(letter.row.channel, letter.person, letter.said, within)
        self._results.append((letter, answer))

    async def _claim(self, tx: Tx) -> tuple[list[Letter], datetime | None]:
        free, again = self._room(tx.now)
        rows = await elsewhere.pending(tx, list(free), LOOK_AHEAD) if free else []
        known, letters = Known(), []
        readers = await people.of_ids(tx, sorted({row.person_id for row in rows}))
        for row in rows:
            if not free[row.channel]:
                continue
            found = await self._letter(tx, row, readers[row.person_id], known)
            if isinstance(found, str):
                await outbox.settle(tx, row.id, OVERTAKEN, found)
                continue
            free[row.channel] -= 1
            letters.append(found)
        await outbox.claim(tx, [letter.row.id for letter in letters])
        waits_at = await elsewhere.next_at(tx)
        if waits_at is not None and waits_at > tx.now:
            again.append(waits_at)
        if len(rows) == LOOK_AHEAD and not letters:
            again.append(tx.now)
        return letters, min(again, default=None)

    def _room(self, now: datetime) -> tuple[Counter[str], list[datetime]]:
        """Return how many may go by each channel that has room, and when others have again."""
        free: Counter[str] = Counter()
        again: list[datetime] = []
        flying = Counter(self._flying.values())
        for channel, begun in self._begun.items():
            begun[:] = [at for at in begun if at > now - MINUTE]
            found = room(self._team.catalog.channels.rules(channel), begun, flying[channel], now)
            if found.count:
                free[channel] = found.count
            elif found.again_at is not None:
                again.append(found.again_at)
        return free, again

    async def _letter(self, tx: Tx, row: Row[Any], person: Person, known: Known) -> Letter | str:
        """Return the row with its words, or the constant reason why it no longer matters."""
        kind = KINDS[row.kind]
        if row.expires_at is not None and row.expires_at <= tx.now:
            return "expired"
        reason = await overtaken(tx, kind, row, known)
        if reason is not None:
            return reason
        mapping = dict(row._mapping)  # noqa: SLF001 Row's documented view
        door = await self._door(tx, row)
        reader = voice(self._team, tx.now, row.language)
        try:
            facts = await facts_for(tx, self._team, mapping, known)
            said = brief(reader, mapping, facts, door, row.channel)
        except Exception:  # an edge: a broken text must not silence a page
            logger.exception("text-broken", extra={"outbox_id": row.id, "kind": row.kind})
            mapping["kind"] = "alarm"
            said = brief(reader, mapping, Facts(), door, "sms")
        return Letter(row, person, said)

    async def _door(self, tx: Tx, row: Row[Any]) -> Door:
        if not self._team.public_url or row.kind not in replies.ANSWERED or not row.subject_id:
            return Door()
        about = (row.subject_id, row.channel)
        code = await replies.issue(tx, self._team, row.kind, row.person_id, about)
        return Door(self._team.public_url + PAGE, code)

    async def _record_all(self, tx: Tx) -> int:
        results = list(self._results)
        for letter, answer in results:
            await self._record(tx, letter.row, answer)
        return len(results)

    async def _record(self, tx: Tx, row: Row[Any], answer: Answer) -> None:
        rules = self._team.catalog.channels.rules(row.channel)
        judged = judge(answer, row.attempts + 1, rules)
        if judged.reason is None:
            await outbox.sent(tx, row.id)
        elif judged.again_in is not None:
            await outbox.retry(tx, row.id, tx.now + judged.again_in, judged.reason)
            return
        else:
            await outbox.settle(tx, row.id, DEAD, judged.reason)
            said = {"outbox_id": row.id, "channel": row.channel, "reason": judged.reason}
            logger.warning("page-dead", extra=said)
        await services.settled(tx, row, judged.reason)
