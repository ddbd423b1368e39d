"""Which waiting rows may go now: Telegram's limits, order within a chat, pages before everything.

Pure over the rows, the meters and `now`. Telegram allows about 30 calls a second, one a second in
a chat (short bursts pass), 20 a minute in a group; edits count like messages, answers to presses
do not. Cosmetic rows leave a part of a group's minute to pages.
"""

from collections import deque
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

from bot.domain.messages import Op, Priority

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be sent; `spared` is the part of a group's minute that only pages may use."""

    overall: int = 29
    burst: int = 3
    gap: timedelta = timedelta(seconds=1.05)
    group: int = 19
    spared: int = 6
    edit_gap: timedelta = timedelta(seconds=3)


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
    overall: deque[datetime] = field(default_factory=deque)
    chats: dict[int, deque[datetime]] = field(default_factory=dict)
    held: dict[int, datetime] = field(default_factory=dict)
    slowed: dict[int, int] = field(default_factory=dict)

    def count(self, chat_id: int, at: datetime) -> None:
        """Remember one call to a chat."""
        self.overall.append(at)
        self.chats.setdefault(chat_id, deque()).append(at)

    def arrived(self, chat_id: int, at: datetime) -> None:
        """A call has come back: Telegram may have counted it as late as that."""
        recent = self.chats.get(chat_id)
        if recent:
            recent[-1] = max(recent[-1], at)

    def hold(self, chat_id: int, until: datetime) -> None:
        """A 429: nothing to this chat until then, and a wider gap for good."""
        self.held[chat_id] = max(until, self.held.get(chat_id, until))
        self.slowed[chat_id] = min(self.slowed.get(chat_id, 0) + 1, 3)

    def opens_at(self, row: Waiting, now: datetime, beside: int = 0) -> datetime:
        """Return the earliest instant at which this row may go beside so many others now."""
        self._forget(row.chat_id, now)
        at = max(now, self.held.get(row.chat_id, now))
        recent = self.chats.get(row.chat_id, deque())
        at = max(at, self._chat_opens(row, recent, now))
        if len(self.overall) >= self.limits.overall:
            at = max(at, self.overall[-self.limits.overall] + SECOND)
        elif len(self.overall) + beside >= self.limits.overall:
            at = max(at, now + SECOND)
        return at

    def _chat_opens(self, row: Waiting, recent: deque[datetime], now: datetime) -> datetime:
        limits = self.limits
        slow = 1 + self.slowed.get(row.chat_id, 0)
        burst = max(1, limits.burst - self.slowed.get(row.chat_id, 0) * 2)
        at = now
        if len(recent) >= burst:
            at = recent[-burst] + limits.gap * slow * burst
        if row.chat_id > 0:
            return at
        allowed = limits.group - (0 if row.priority == Priority.PAGE else limits.spared)
        if len(recent) >= allowed:
            at = max(at, recent[-allowed] + MINUTE)
        if row.op == Op.EDIT and recent:
            at = max(at, recent[-1] + limits.edit_gap)
        return at

    def _forget(self, chat_id: int, now: datetime) -> None:
        while self.overall and self.overall[0] <= now - SECOND:
            self.overall.popleft()
        recent = self.chats.get(chat_id)
        while recent and recent[0] <= now - MINUTE:
            recent.popleft()
        if recent is not None and not recent:
            del self.chats[chat_id]


def choose(
    rows: Sequence[Row], meters: Meters, busy: Collection[int], now: datetime, most: int = 10_000
) -> tuple[list[Row], datetime | None]:
    """Pick up to `most` that may go now, one row a chat, and when to look again for the others.

    Whoever sends them counts them: what is not sent after all has used up nothing.
    """
    chosen: list[Row] = []
    passed: set[int] = set(busy)
    again: list[datetime] = []
    paced = 0
    for row in rows:
        if len(chosen) == most:
            break
        if row.op == Op.TOAST:
            chosen.append(row)
            continue
        if row.chat_id in passed:
            continue
        passed.add(row.chat_id)
        opens_at = meters.opens_at(row, now, paced)
        if opens_at > now:
            again.append(opens_at)
            continue
        paced += 1
        chosen.append(row)
    return chosen, min(again, default=None)


def seeded(limits: Limits, sent: Iterable[tuple[int, datetime]]) -> Meters:
    """Build meters that know what was sent before a restart."""
    meters = Meters(limits)
    for chat_id, at in sent:
        meters.count(chat_id, at)
    return meters
