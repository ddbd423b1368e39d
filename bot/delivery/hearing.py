"""What Telegram's answers tell besides their contents: that it is there, and what time it is."""

from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

# A date is read once in a while: the clocks do not part faster.
EVERY = timedelta(seconds=10)
# An answer's date has no fractions, so that half a second is the least mistake.
HALF = timedelta(seconds=0.5)


class Hearing:
    """Listens to every answer; `clock_ahead` is how far our clock is before Telegram's."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._read_at: datetime | None = None
        self.answered_at: datetime | None = None
        self.clock_ahead: timedelta | None = None

    def heed(self, date: str | None) -> None:
        """Take note of an answer, be it a refusal, by the date in its header."""
        now = self._now()
        self.answered_at = now
        if self._read_at is not None and abs(now - self._read_at) < EVERY:
            return
        try:
            there = parsedate_to_datetime(date or "")
        except ValueError:
            return
        if there.tzinfo is not None:
            self._read_at, self.clock_ahead = now, now - there - HALF
