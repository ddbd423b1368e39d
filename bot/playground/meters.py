"""Telegram's flood limits: how many messages and edits fit into a second and a minute.

Promise: a call over the limit is refused with the seconds to wait, and refused again until then.
"""

import math
from bisect import bisect_right
from collections import defaultdict, deque
from dataclasses import dataclass, field

from bot.playground.refusals import too_many

SECOND, MINUTE = 1.0, 60.0
Key = tuple[int, int | None]


@dataclass(frozen=True)
class Limits:
    """The numbers; `private_burst` messages may come at once before one per second counts."""

    overall_per_second: int = 30
    private_per_second: float = 1.0
    private_burst: int = 3
    group_per_minute: int = 20


@dataclass(frozen=True)
class Flood:
    """One refusal with 429."""

    at: float
    bot_id: int
    chat_id: int
    retry_after: int


@dataclass
class Peak:
    """The most that was ever let through within one second and one minute."""

    per_second: int = 0
    per_minute: int = 0


@dataclass
class Meter:
    """What was let through lately for one bot, or for one chat of it, in order of time."""

    passed: deque[float] = field(default_factory=deque)
    held_until: float = 0.0
    peak: Peak = field(default_factory=Peak)

    def within(self, span: float, now: float) -> int:
        """Return how many passed in the span before now."""
        return len(self.passed) - bisect_right(self.passed, now - span)

    def wait_for(self, span: float, limit: int, count: int, now: float) -> float:
        """Return the seconds until `count` more fit into `limit` per span."""
        lately = self.within(span, now)
        excess = lately + count - limit
        if excess <= 0 or not lately:
            return 0.0
        return self.passed[min(excess, lately) - lately - 1] + span - now

    def note(self, count: int, now: float) -> None:
        """Count what passes now and keep the peaks."""
        self.passed.extend([now] * count)
        while self.passed and self.passed[0] <= now - MINUTE:
            self.passed.popleft()
        self.peak.per_minute = max(self.peak.per_minute, len(self.passed))
        self.peak.per_second = max(self.peak.per_second, self.within(SECOND, now))


class Meters:
    """All meters of all bots; without limits they only count."""

    def __init__(self, limits: Limits | None) -> None:
        self.limits = limits
        self.floods: list[Flood] = []
        self._meters: defaultdict[Key, Meter] = defaultdict(Meter)
        self._buckets: dict[Key, tuple[float, float]] = {}

    def charge(self, bot_id: int, chat_id: int, count: int, now: float) -> None:
        """Count messages or edits of a bot in a chat, or refuse them with 429."""
        overall, chat = self._meters[bot_id, None], self._meters[bot_id, chat_id]
        if self.limits is not None:
            seconds = max(
                overall.held_until - now,
                chat.held_until - now,
                overall.wait_for(SECOND, self.limits.overall_per_second, count, now),
                self._chat_wait(bot_id, chat_id, count, now),
            )
            if seconds > 0:
                self._refuse(bot_id, chat_id, seconds, now)
            self._spend(bot_id, chat_id, count)
        overall.note(count, now)
        chat.note(count, now)

    def peak(self, bot_id: int, chat_id: int | None = None) -> Peak:
        """Return the peaks of one chat, or of the bot over all its chats."""
        return self._meters[bot_id, chat_id].peak

    def _chat_wait(self, bot_id: int, chat_id: int, count: int, now: float) -> float:
        limits = self.limits or Limits()
        if chat_id < 0:
            meter = self._meters[bot_id, chat_id]
            return meter.wait_for(MINUTE, limits.group_per_minute, count, now)
        full = float(limits.private_burst)
        level, at = self._buckets.get((bot_id, chat_id), (full, now))
        level = min(full, level + (now - at) * limits.private_per_second)
        self._buckets[bot_id, chat_id] = (level, now)
        return max(0.0, (min(count, full) - level) / limits.private_per_second)

    def _spend(self, bot_id: int, chat_id: int, count: int) -> None:
        if chat_id > 0:
            level, at = self._buckets[bot_id, chat_id]
            self._buckets[bot_id, chat_id] = (level - count, at)

    def _refuse(self, bot_id: int, chat_id: int, seconds: float, now: float) -> None:
        retry_after = max(1, math.ceil(seconds - 1e-6))
        chat = self._meters[bot_id, chat_id]
        chat.held_until = max(chat.held_until, now + retry_after)
        self.floods.append(Flood(now, bot_id, chat_id, retry_after))
        raise too_many(retry_after)
