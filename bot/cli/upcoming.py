"""What is due next in the demo's database, in words; looked at from outside, never changed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, func, select

from bot.services import closing, forms, housekeeping, paging
from storage import due, outbox
from storage.database import Database, Tx
from storage.tables import due_rows, incidents
from storage.tables import outbox as outbox_rows

Json = dict[str, Any]

FAR = timedelta(days=3650)
# Nobody sees these happen.
UNSEEN = (housekeeping.FORGET,)
ABOUT_INCIDENTS = (
    *(paging.LADDER, paging.STILL, paging.SILENCE, paging.QUEUE),
    *(closing.WRAP_UP, closing.ASK_AGAIN),
)
WORDS = {
    paging.LADDER: ("gọi người tiếp theo", "page the next person"),
    paging.STILL: ("hỏi lại người đang xử lý", "ask the owner “still on it?”"),
    paging.SILENCE: ("người xử lý im lặng, gọi lại từ đầu", "silent owner: page from the start"),
    paging.QUEUE: ("nhắc việc đang đợi", "remind of what waits"),
    closing.WRAP_UP: ("tự đóng sự cố", "close by itself"),
    closing.ASK_AGAIN: ("hỏi lại người báo đã ổn chưa", "ask the reporter again"),
    forms.REMINDER: ("nhắc báo cáo còn dang dở", "remind of a half-told report"),
    forms.EXPIRY: ("xóa báo cáo còn dang dở", "drop a half-told report"),
}


@dataclass(frozen=True)
class Next:
    """One thing that is due."""

    at: datetime
    kind: str
    code: str | None = None

    def as_json(self) -> Json:
        """Return it for the page."""
        vi, en = WORDS.get(self.kind, (self.kind, self.kind))
        return {"at": self.at.timestamp(), "vi": vi, "en": en, "code": self.code}


class Upcoming:
    """A view of what waits in a database that another process writes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def next(self) -> Next | None:
        """Return the next thing due that somebody will notice."""
        async with self._database.read() as tx:
            return await self._seen_next(tx)

    async def stop_before(self, until: datetime) -> datetime | None:
        """Return the next instant up to `until` at which anything at all is due."""
        async with self._database.read() as tx:
            at: datetime | None = await tx.scalar(
                select(func.min(due_rows.c.retry_at)).where(
                    due_rows.c.state == due.WAITING,
                    due_rows.c.retry_at > tx.now,
                    due_rows.c.retry_at <= until,
                )
            )
        return at

    async def waiting(self) -> int:
        """Return how many messages wait in the outbox to be sent."""
        async with self._database.read() as tx:
            states = (outbox.PENDING, outbox.CLAIMED)
            found = await tx.scalar(
                select(func.count()).where(
                    outbox_rows.c.state.in_(states), outbox_rows.c.not_before <= tx.now + FAR
                )
            )
        return int(found or 0)

    async def is_at_rest(self) -> bool:
        """Whether nothing is due now and nothing may be sent now."""
        async with self._database.read() as tx:
            busy = await due.ripe(tx, 1) or await outbox.pending(tx, 1)
            return not busy and not await outbox.claimed(tx)

    async def _seen_next(self, tx: Tx) -> Next | None:
        row: Row[Any] | None = await tx.one(
            select(due_rows)
            .where(due_rows.c.state == due.WAITING, due_rows.c.kind.not_in(UNSEEN))
            .order_by(due_rows.c.retry_at, due_rows.c.id)
            .limit(1)
        )
        if row is None:
            return None
        code = None
        if row.kind in ABOUT_INCIDENTS:
            code = await tx.scalar(select(incidents.c.code).where(incidents.c.id == row.subject_id))
        return Next(row.retry_at, row.kind, code)
