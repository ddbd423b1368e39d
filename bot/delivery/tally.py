"""What became of messages since the start, counted as it happens; nothing of it is stored."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.reasons import REASONS

# Upper bounds in seconds of the classes in which delays of pages are counted.
BOUNDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0)
OTHER = "other"


@dataclass
class Delays:
    """How long pages took, as counts of classes; the last one has no upper bound."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    seconds: float = 0.0

    def add(self, delay: timedelta) -> None:
        """Count one page."""
        seconds = max(delay.total_seconds(), 0.0)
        self.counts[bisect_left(BOUNDS, seconds)] += 1
        self.seconds += seconds


@dataclass
class Tally:
    """Messages sent by priority, dead by reason, and calls refused with 429."""

    sent: Counter[int] = field(default_factory=Counter)
    dead: Counter[str] = field(default_factory=Counter)
    held: int = 0
    sent_at: datetime | None = None
    pages: Delays = field(default_factory=Delays)

    def add_sent(self, priority: int, queued_at: datetime, now: datetime, *, is_page: bool) -> None:
        """Count a message that Telegram has taken, and how long a page took from its cause on."""
        self.sent[priority] += 1
        self.sent_at = now
        if is_page:
            self.pages.add(now - queued_at)

    def add_dead(self, reason: str) -> None:
        """Count a message that will never arrive; words of Telegram's own are not kept."""
        self.dead[reason if reason in REASONS else OTHER] += 1
