"""The line in front of a chat: what waits for its next try is not overtaken by what came later.

Pages and answers to presses neither wait in it nor are waited for.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.messages import Op, Priority

# Who is not tried again soon after its time has been settled by somebody else.
GRACE = timedelta(seconds=2)
NEXT_LOOK = timedelta(milliseconds=50)
# What changes only the looks of something that is there already.
COSMETIC = (Op.EDIT, Op.PIN, Op.UNPIN, Op.TOPIC)
Place = tuple[int, bool, int]


class Waiting(Protocol):
    """The columns of a row that give its place."""

    id: int
    chat_id: int
    op: str
    priority: int


def place_of(row: Waiting) -> Place:
    """Return a row's place in its chat: urgent, then new before changed, then old before young."""
    return row.priority, row.op in COSMETIC, row.id


def is_free(row: Waiting) -> bool:
    """Whether a row has no part in the order of its chat."""
    return row.priority == Priority.PAGE or row.op == Op.TOAST


@dataclass
class Line:
    """Which rows wait for their next try, by chat; told by whoever puts them off or takes them."""

    _waiting: dict[int, dict[Place, datetime]] = field(default_factory=dict)

    def wait(self, row: Waiting, until: datetime) -> None:
        """Let what is younger wait until this row has been tried again."""
        if not is_free(row):
            self._waiting.setdefault(row.chat_id, {})[place_of(row)] = until

    def leave(self, row: Waiting) -> None:
        """It is this row's turn, or it waits no more."""
        waiting = self._waiting.get(row.chat_id, {})
        waiting.pop(place_of(row), None)
        if not waiting:
            self._waiting.pop(row.chat_id, None)

    def opens_at(self, row: Waiting, now: datetime) -> datetime:
        """Return when to look again whether this row may go; `now` when nobody is before it."""
        waiting = self._waiting.get(row.chat_id)
        if waiting is None or is_free(row):
            return now
        for place in [place for place, until in waiting.items() if until <= now - GRACE]:
            del waiting[place]
        own = place_of(row)
        before = [until for place, until in waiting.items() if place < own]
        return max(*before, now + NEXT_LOOK) if before else now
