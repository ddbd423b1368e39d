"""What the team has entered in its calendar, and what was said of coming holidays."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, delete, select

from bot.domain.calendar import Entered
from bot.domain.watch_offer import DECLINED, OFFERED, Word
from storage.database import Tx
from storage.tables import people
from storage.watch_tables import calendar_days, watch_log


def _entered(row: Row[Any]) -> Entered:
    return Entered(date.fromisoformat(row.day), row.is_off, row.name, row.document)


async def everything(tx: Tx) -> list[Entered]:
    """Return every day that was entered, earliest first."""
    rows = await tx.all(select(calendar_days).order_by(calendar_days.c.day))
    return [_entered(row) for row in rows]


async def between(tx: Tx, first: date, last: date) -> list[Entered]:
    """Return what was entered about the days from `first` to `last`, earliest first."""
    rows = await tx.all(
        select(calendar_days)
        .where(calendar_days.c.day.between(first.isoformat(), last.isoformat()))
        .order_by(calendar_days.c.day)
    )
    return [_entered(row) for row in rows]


async def put(tx: Tx, days: Sequence[Entered], person_id: int | None) -> None:
    """Enter days, each instead of what was entered about it before."""
    for day in days:
        values = {
            "is_off": day.is_off,
            "name": day.name,
            "document": day.document,
            "set_by_id": person_id,
            "set_at": tx.now,
        }
        statement = tx.insert(calendar_days).values(day=day.day.isoformat(), **values)
        await tx.run(statement.on_conflict_do_update(index_elements=["day"], set_=values))


async def remove(tx: Tx, day: date) -> bool:
    """Take back what was entered about a day; False when nothing was."""
    return await tx.change(delete(calendar_days).where(calendar_days.c.day == day.isoformat()))


async def said_of_holidays(tx: Tx, since: datetime, zone: ZoneInfo) -> list[Word]:
    """Return which holidays were offered or declined since then, oldest first."""
    rows = await tx.all(
        select(watch_log.c.kind, watch_log.c.at, watch_log.c.details)
        .where(watch_log.c.kind.in_((OFFERED, DECLINED)), watch_log.c.at >= since)
        .order_by(watch_log.c.id)
    )
    return [_word(row, zone) for row in rows]


def _word(row: Row[Any], zone: ZoneInfo) -> Word:
    first, last = (date.fromisoformat(row.details[name]) for name in ("first", "last"))
    return Word(row.kind, first, last, row.at.astimezone(zone).date())


async def declined_by(tx: Tx, first: date, last: date, since: datetime) -> Row[Any] | None:
    """Return the `name` of who declined a watch for these days last, and `at` which instant."""
    rows = await tx.all(
        select(people.c.name, watch_log.c.at, watch_log.c.details)
        .join(people, people.c.id == watch_log.c.person_id)
        .where(watch_log.c.kind == DECLINED, watch_log.c.at >= since)
        .order_by(watch_log.c.id.desc())
    )
    return next((row for row in rows if _touches(row.details, first, last)), None)


def _touches(details: dict[str, str], first: date, last: date) -> bool:
    return details["first"] <= last.isoformat() and details["last"] >= first.isoformat()
