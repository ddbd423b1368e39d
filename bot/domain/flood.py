"""How many messages one person may send in a short while before the rest are put aside."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from msgspec import Struct

MOST = 40
WINDOW = timedelta(minutes=1)
# How many people are remembered at once; the longest silent ones are forgotten first.
REMEMBERED = 10_000


class Standing(Struct, frozen=True):
    """Where one person stands: over the limit or not, and for how many seconds more."""

    is_over: bool
    is_first_over: bool
    seconds: int


@dataclass
class Flood:
    """Counts messages per person in windows of a minute; an album and a form fit easily."""

    most: int = MOST
    window: timedelta = WINDOW
    _counts: dict[int, tuple[datetime, int]] = field(default_factory=dict)

    def count(self, telegram_id: int, now: datetime) -> Standing:
        """Count one message; the first one over the limit is the one to be answered."""
        started, count = self._counts.pop(telegram_id, (now, 0))
        if now - started >= self.window:
            started, count = now, 0
        self._counts[telegram_id] = (started, count + 1)
        if len(self._counts) > REMEMBERED:
            del self._counts[next(iter(self._counts))]
        left = max(1, int((started + self.window - now).total_seconds()))
        return Standing(count >= self.most, count == self.most, left)
