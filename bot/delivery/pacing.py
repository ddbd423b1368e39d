"""Which waiting rows may go now: Telegram's limits, order within a chat, pages before everything.

Pure over the rows, the meters and `now`. Telegram allows about 30 calls a second, one a second in
a chat (short bursts pass), 20 a minute in a group; edits count like messages, answers to presses
do not. A call counts for as long as it is in the air, since only Telegram knows when it came.
"""

from collections import deque
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol, TypeVar

from msgspec import Struct

from bot.delivery.line import COSMETIC, Line, place_of
from bot.domain.messages import Op, Priority

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
# A chat that was refused so long ago has its usual pace again.
CALM = timedelta(minutes=30)
SLOWEST = 3
_NEVER = datetime.min.replace(tzinfo=UTC)


class Limits(Struct, frozen=True):
    """How much may be sent; what is new leaves `spared` of a group's minute to pages.

    What only changes the looks of something leaves `cosmetic` more, and one of a burst. Whatever
    nobody waits for leaves `kept` of a second's calls to pages and answers.
    """

    overall: int = 30
    burst: int = 3
    gap: timedelta = timedelta(seconds=1.05)
    group: int = 19
    spared: int = 6
    cosmetic: int = 3
    edit_gap: timedelta = timedelta(seconds=3)
    kept: int = 4


class Waiting(Protocol):
    """The columns of a row that pacing looks at."""

    id: int
    chat_id: int
    op: str
    priority: int
    created_at: Any


Row = TypeVar("Row", bound=Waiting)


@dataclass
class Meters:
    """What was sent lately, and which chats must wait; told everything, asks nobody."""

    limits: Limits = field(default_factory=Limits)
    flying: int = 0
    overall: deque[datetime] = field(default_factory=deque)
    chats: dict[int, deque[datetime]] = field(default_factory=dict)
    held: dict[int, datetime] = field(default_factory=dict)
    refused: dict[int, deque[datetime]] = field(default_factory=dict)
    strained_until: datetime = _NEVER
    _last_refused: tuple[int, datetime] = (0, _NEVER)

    def count(self, chat_id: int, at: datetime) -> None:
        """Remember that a call to a chat has left."""
        self.flying += 1
        self.chats.setdefault(chat_id, deque()).append(at)

    def arrived(self, chat_id: int, at: datetime) -> None:
        """A call has come back: Telegram may have counted it as late as that."""
        self.flying -= 1
        self.overall.append(at)
        recent = self.chats.get(chat_id)
        if recent:
            recent[-1] = max(recent[-1], at)

    def hold(self, chat_id: int, now: datetime, wait: timedelta) -> None:
        """A 429: nothing to this chat for so long, and a wider gap afterwards.

        Two chats refused within a second mean the bot as a whole: for a minute it does half.
        """
        self.shut(chat_id, now, wait)
        chat, at = self._last_refused
        if chat != chat_id and now - at <= SECOND:
            self.strained_until = now + MINUTE
        self._last_refused = chat_id, now

    def shut(self, chat_id: int, now: datetime, wait: timedelta) -> None:
        """Hold one chat as a 429 of its own does."""
        self.held[chat_id] = max(now + wait, self.held.get(chat_id, now))
        self.refused.setdefault(chat_id, deque(maxlen=SLOWEST)).append(now)

    def opens_at(self, row: Waiting, now: datetime, beside: int = 0) -> datetime:
        """Return the earliest instant at which this row may go beside so many others now."""
        self._forget(row.chat_id, now)
        recent = self.chats.get(row.chat_id, deque())
        at = max(now, self.held.get(row.chat_id, now), self._chat_opens(row, recent, now))
        excess = len(self.overall) + self.flying + beside - self._most(row.priority, now)
        if excess >= 0:
            at = max(at, (self.overall[excess] if excess < len(self.overall) else now) + SECOND)
        return at

    def room(self, priority: int, now: datetime) -> int:
        """Return how many calls of a priority may leave now, to whatever chats."""
        lately = sum(at > now - SECOND for at in self.overall)
        return max(0, self._most(priority, now) - lately - self.flying)

    def served_at(self, chat_id: int) -> datetime:
        """Return when a chat last got something, as far as it is remembered."""
        recent = self.chats.get(chat_id)
        return recent[-1] if recent else _NEVER

    def _most(self, priority: int, now: datetime) -> int:
        """Return how many calls a second there may be when the last is of this priority."""
        most = self.limits.overall // (2 if now < self.strained_until else 1)
        return most if priority <= Priority.ANSWER else max(1, most - self.limits.kept)

    def _chat_opens(self, row: Waiting, recent: deque[datetime], now: datetime) -> datetime:
        limits, slow = self.limits, self._slowness(row.chat_id, now)
        is_cosmetic = row.op in COSMETIC
        burst = max(1, limits.burst - is_cosmetic - slow * 2)
        at = now
        if len(recent) >= burst:
            # The first refusal takes the burst away, and only what comes after it the pace.
            at = recent[-burst] + limits.gap * max(1, slow) * burst
        if row.chat_id > 0:
            return at
        spared = 0 if row.priority == Priority.PAGE else limits.spared
        allowed = limits.group - spared - (limits.cosmetic if is_cosmetic else 0)
        allowed = max(1, allowed * (SLOWEST + 1 - slow) // (SLOWEST + 1))
        if len(recent) >= allowed:
            at = max(at, recent[-allowed] + MINUTE)
        if row.op == Op.EDIT and recent:
            at = max(at, recent[-1] + limits.edit_gap)
        return at

    def _slowness(self, chat_id: int, now: datetime) -> int:
        return sum(at > now - CALM for at in self.refused.get(chat_id, ()))

    def _forget(self, chat_id: int, now: datetime) -> None:
        while self.overall and self.overall[0] <= now - SECOND:
            self.overall.popleft()
        recent = self.chats.get(chat_id)
        while recent and recent[0] <= now - MINUTE:
            recent.popleft()
        if recent is not None and not recent:
            del self.chats[chat_id]


def choose(
    rows: Sequence[Row],
    meters: Meters,
    busy: Collection[int],
    now: datetime,
    most: int = 10_000,
    line: Line | None = None,
) -> tuple[list[Row], datetime | None]:
    """Pick up to `most` that may go now, one row a chat, and when to look again for the others.

    Among equals goes first who has waited longest since the last. Whoever sends them counts them:
    what is not sent after all has used up nothing.
    """
    chosen: list[Row] = []
    again: list[datetime] = []
    paced = 0
    for row in _in_turn(rows, meters, busy):
        if len(chosen) == most:
            break
        if row.op == Op.TOAST:
            chosen.append(row)
            continue
        opens_at = meters.opens_at(row, now, paced)
        if line is not None:
            opens_at = max(opens_at, line.opens_at(row, now))
        if opens_at > now:
            again.append(opens_at)
            continue
        paced += 1
        chosen.append(row)
    return chosen, min(again, default=None)


def _in_turn(rows: Sequence[Row], meters: Meters, busy: Collection[int]) -> list[Row]:
    """Return every answer to a press, and of each chat what it gets next, the most urgent first."""
    free = [row for row in rows if row.op == Op.TOAST]
    heads: dict[int, Row] = {}
    for row in rows:
        if row.op == Op.TOAST or row.chat_id in busy:
            continue
        head = heads.setdefault(row.chat_id, row)
        if place_of(row) < place_of(head):
            heads[row.chat_id] = row
    return sorted(
        [*free, *heads.values()],
        key=lambda row: (row.priority, meters.served_at(row.chat_id), row.id),
    )


def seeded(limits: Limits, sent: Iterable[tuple[int, datetime]]) -> Meters:
    """Build meters that know what was sent before a restart, given in order of time."""
    meters = Meters(limits)
    for chat_id, at in sent:
        meters.count(chat_id, at)
        meters.arrived(chat_id, at)
    return meters
