"""A bot's queue of updates: numbered, kept for a time, confirmed by offset."""

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

DAY = 86_400
CALLBACK_LIFE = 150
LIFE = {"callback_query": CALLBACK_LIFE}
KINDS = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "message_reaction",
    "message_reaction_count",
)
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
AHEAD_LIMIT = 10
BEHIND_LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class Update:
    """One update; `lane` says among which others its order matters."""

    id: int
    kind: str
    body: Json
    expires: float
    lane: int

    def as_json(self) -> Json:
        """Return the Bot API's Update."""
        return {"update_id": self.id, self.kind: self.body}


class UpdateQueue:
    """The updates not yet confirmed, oldest first."""

    def __init__(self, first_id: int) -> None:
        self.next_id = first_id
        self.allowed: frozenset[str] | None = None
        self.held: asyncio.Future[None] | None = None
        self.news = asyncio.Event()
        self._waiting: deque[Update] = deque()

    def __len__(self) -> int:
        return len(self._waiting)

    def wants(self, kind: str) -> bool:
        """Whether the bot has asked for this kind of update."""
        return kind not in NOT_BY_DEFAULT if self.allowed is None else kind in self.allowed

    def allow(self, kinds: list[str] | None) -> None:
        """Remember which kinds are wanted from now on; an empty list means the usual ones."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def add(self, kind: str, body: Json, now: float, lane: int) -> Update | None:
        """Put an update at the end and wake whoever waits for it, unless it is unwanted."""
        if not self.wants(kind):
            return None
        update = Update(self.next_id, kind, body, now + LIFE.get(kind, DAY), lane)
        self._waiting.append(update)
        self.next_id += 1
        self.news.set()
        if self.held is not None and not self.held.done():
            self.held.set_result(None)
        return update

    def take(self, offset: int, limit: int, now: float) -> list[Update]:
        """Forget what the offset confirms and return what comes next, still unconfirmed."""
        self._drop_expired(now)
        self._forget_below(self._start(offset))
        return [update for _, update in zip(range(limit), self._waiting, strict=False)]

    def waiting(self, now: float) -> list[Update]:
        """Return everything not yet confirmed."""
        self._drop_expired(now)
        return list(self._waiting)

    def remove(self, update: Update) -> None:
        """Forget one update that was delivered."""
        if update in self._waiting:
            self._waiting.remove(update)

    def clear(self) -> None:
        """Forget everything."""
        self._waiting.clear()

    def jump(self, next_id: int) -> None:
        """Go on with another number, as Telegram does after an idle week."""
        self.next_id = next_id

    def _start(self, offset: int) -> int:
        head = self._waiting[0].id if self._waiting else self.next_id
        if offset < 0:
            kept = list(self._waiting)[offset:]
            return kept[0].id if kept else head
        if offset > self.next_id + AHEAD_LIMIT or offset < head - BEHIND_LIMIT:
            return head
        return max(offset, head)

    def _forget_below(self, first: int) -> None:
        while self._waiting and self._waiting[0].id < first:
            self._waiting.popleft()

    def _drop_expired(self, now: float) -> None:
        if any(update.expires <= now for update in self._waiting):
            self._waiting = deque(each for each in self._waiting if each.expires > now)
