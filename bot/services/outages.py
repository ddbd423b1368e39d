"""Degraded mode: Telegram is away, so that waiting pages go by every other channel, once each."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row

from bot.domain.messages import KINDS, Subject
from bot.domain.team import Team
from bot.services import elsewhere as pages
from bot.services.messages import instant, leads, tell, tell_team
from bot.services.reasons import in_words
from storage import due, elsewhere, incidents
from storage.database import Tx
from storage.due import Due
from storage.elsewhere import Outage
from storage.outbox import OVERTAKEN, SENT

OVER = "outage-over"  # about an outage
LOOK_EVERY = timedelta(seconds=10)
# What waited needs a moment to be sent before it can be told how late it was.
TOLD_AFTER = timedelta(minutes=1)
LATE = timedelta(seconds=30)
SHOWN = 10

Words = Mapping[str, Any]


async def look(
    tx: Tx, team: Team, heard_at: datetime | None, started_at: datetime
) -> datetime | None:
    """Begin or end degraded mode by when Telegram was last there; returns when to look again.

    `started_at` is since when this program has been awake: what it slept through is no silence.
    """
    patience = team.catalog.channels.telegram_silent
    lasting = await elsewhere.outage(tx)
    since = max(heard_at or started_at, started_at)
    if heard_at is not None and tx.now - since < patience:
        if lasting is not None and heard_at > lasting.noticed_at:
            await _end(tx, lasting)
        return since + patience
    if lasting is None and tx.now - since < patience:
        return since + patience
    if tx.now - started_at < LOOK_EVERY:
        return started_at + LOOK_EVERY
    if lasting is None:
        await elsewhere.begin_outage(tx, since)
    await pages.instead(tx, team, await elsewhere.stuck_pages(tx))
    return tx.now + LOOK_EVERY


async def _end(tx: Tx, lasting: Outage) -> None:
    if await elsewhere.end_outage(tx, lasting.id):
        await due.schedule(tx, Due(OVER, lasting.id, tx.now + TOLD_AFTER))


async def over(tx: Tx, team: Team, outage_id: int, params: Mapping[str, Any]) -> None:
    """Telegram is back: group and leads hear how long it was away, what was late, what went how."""
    del params
    found = await elsewhere.outage_by_id(tx, outage_id)
    if found is None or found.ended_at is None:
        return
    late = [row for row in await elsewhere.late_pages(tx, found) if _lateness(row, tx.now) >= LATE]
    gone = await elsewhere.went_elsewhere(tx, found)
    said: dict[str, Any] = {
        "since": instant(found.silent_since),
        "until": instant(found.ended_at),
        "length": _length(found.ended_at - found.silent_since),
        "lines": {"lines": [*await _late(tx, late), *await _gone(tx, gone)]},
    }
    tell_team(tx, team, "notice", text="outage-over", **said)
    for lead in await leads(tx):
        tell(tx, lead, "notice", text="outage-over", **said)


async def _late(tx: Tx, rows: Sequence[Row[Any]]) -> list[Words]:
    if not rows:
        return [{"text": "outage-none-late"}]
    worst = sorted(rows, key=lambda row: _lateness(row, tx.now), reverse=True)
    lines: list[Words] = [{"text": "outage-late", "count": len(rows)}]
    for row in worst[:SHOWN]:
        said = {
            "what": await _what(tx, row),
            "to": _to(row),
            "length": _length(_lateness(row, tx.now)),
        }
        lines.append({"text": f"outage-late-{_became(row)}", **said})
    return [*lines, *_more(rows)]


async def _gone(tx: Tx, rows: Sequence[Row[Any]]) -> list[Words]:
    if not rows:
        return [{"text": "outage-none-elsewhere"}]
    lines: list[Words] = [{"text": "outage-elsewhere", "count": len(rows)}]
    for row in rows[:SHOWN]:
        said = {
            "what": await _what(tx, row),
            "to": _to(row),
            "via": {"text": f"channel-{row.channel}"},
        }
        if row.state == SENT:
            lines.append({"text": "outage-elsewhere-sent", "at": instant(row.sent_at), **said})
        else:
            reason = in_words(row.reason)
            lines.append({"text": "outage-elsewhere-dead", "reason": reason, **said})
    return [*lines, *_more(rows)]


def _more(rows: Sequence[Row[Any]]) -> list[Words]:
    return [{"text": "outage-more", "count": len(rows) - SHOWN}] if len(rows) > SHOWN else []


def _became(row: Row[Any]) -> str:
    if row.state == SENT:
        return "sent"
    return "overtaken" if row.state == OVERTAKEN else "waiting"


def _lateness(row: Row[Any], now: datetime) -> timedelta:
    lateness: timedelta = (row.sent_at or now) - row.created_at
    return lateness


def _to(row: Row[Any]) -> Words | str:
    return str(row.name) if row.name else {"text": "target-team"}


async def _what(tx: Tx, row: Row[Any]) -> Words | str:
    if KINDS[row.kind].subject is Subject.INCIDENT and row.subject_id is not None:
        return (await incidents.get(tx, row.subject_id)).code
    return {"text": f"outage-{row.kind}"}


def _length(length: timedelta) -> Words:
    return {"duration": int(length.total_seconds())}
