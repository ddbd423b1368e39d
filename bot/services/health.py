"""`/health`: how the bot is, in words, with what to do about each thing that is not well."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row

from bot.domain.health import (
    Process,
    Signs,
    Trouble,
    age,
    is_backup_old,
    is_clock_off,
    troubles,
)
from bot.domain.messages import Priority
from bot.domain.people import Person
from bot.services.elsewhere import names
from bot.services.messages import instant, tell
from bot.services.reasons import in_words
from storage import elsewhere, health
from storage.database import Tx
from storage.elsewhere import Outage

Words = Mapping[str, Any]
LATELY = timedelta(hours=24)
# Pings come every minute while all is well.
PINGED = timedelta(minutes=5)
NAMES, REASONS = 10, 5
UNITS = ("B", "KB", "MB", "GB", "TB")
STEP = 1024


async def report(tx: Tx, person: Person, process: Process) -> None:
    """Tell one person in private what works, what does not, and what to do about it."""
    signs = await health.signs(tx, process.started_at, process.updates_at, process.unkept_since)
    unreachable = await health.unreachable(tx)
    failed = await health.failed_since(tx, tx.now - LATELY)
    late = _late(signs, tx.now)
    wrong = [
        *(late or _unpinged(process, tx.now)),
        *_of_machine(process),
        *_of_people(unreachable),
        *([{"text": "health-failed-updates", "count": failed}] if failed else []),
    ]
    verdict = {"text": "health-wrong", "count": len(wrong)} if wrong else {"text": "health-well"}
    facts = [
        _database(process),
        *_backup(process, tx.now),
        _telegram(process, tx.now),
        _channels(process),
        *_outage(await elsewhere.newest_outage(tx)),
        _due(signs, tx.now),
        _unsent(await health.unsent(tx), tx.now),
        _dead(await health.dead_since(tx, tx.now - LATELY)),
        _clock(process.clock_ahead),
        _watched(process),
        _version(process, tx.now),
    ]
    tell(tx, person, "answer", text="health", lines={"lines": [verdict, *wrong, *facts]})


def _late(signs: Signs, now: datetime) -> list[Words]:
    said: list[Words] = []
    for trouble in troubles(signs, now):
        match trouble:
            case Trouble.PAGE:
                said.append(
                    {
                        "text": "health-page-late",
                        "wait": _length(age(signs.page, now)),
                        "why": in_words(signs.page.why if signs.page else None),
                    }
                )
            case Trouble.DUE | Trouble.WORK:
                late = signs.due if trouble is Trouble.DUE else signs.work
                kind, failure = (late.kind, late.why or "—") if late else ("—", "—")
                late_for = _length(age(late, now))
                said.append(
                    {
                        "text": f"health-{trouble}",
                        "wait": late_for,
                        "kind": kind,
                        "failure": failure,
                    }
                )
            case Trouble.UNKEPT:
                since = signs.unkept_since or now
                said.append({"text": "health-updates-unkept", "wait": _length(now - since)})
            case Trouble.UPDATES:
                since = signs.updates_at or signs.started_at
                said.append({"text": "health-updates-stale", "wait": _length(now - since)})
    return said


def _of_machine(process: Process) -> list[Words]:
    said: list[Words] = []
    if process.disk is not None and process.disk.is_low:
        said.append({"text": "health-disk-low", "free": in_bytes(process.disk.free)})
    if process.clock_ahead is not None and is_clock_off(process.clock_ahead):
        text = "health-clock-fast" if process.clock_ahead > timedelta(0) else "health-clock-slow"
        said.append({"text": text, "length": _length(process.clock_ahead)})
    return said


def _unpinged(process: Process, now: datetime) -> list[Words]:
    """Say that the outside watch hears nothing although all is well."""
    pinged = process.pinged_at or process.started_at
    if not process.pings or now - pinged <= PINGED:
        return []
    return [{"text": "health-unpinged", "wait": _length(now - pinged)}]


def _of_people(rows: Sequence[Row[Any]]) -> list[Words]:
    if not rows:
        return []
    names: list[Words | str] = [
        {
            "text": "health-unreachable-one",
            "name": row.name,
            "why": {"text": f"people-mark-{'blocked' if row.reachable is False else 'never'}"},
        }
        for row in rows[:NAMES]
    ]
    if len(rows) > NAMES:
        names.append({"text": "health-and-more", "count": len(rows) - NAMES})
    return [{"text": "health-unreachable", "names": {"list": names}}]


def _database(process: Process) -> Words:
    engine = "SQLite" if process.engine == "sqlite" else "PostgreSQL"
    if process.disk is None:
        return {"text": "health-database", "engine": engine}
    said = {"free": in_bytes(process.disk.free), "total": in_bytes(process.disk.total)}
    size = in_bytes(process.size) if process.size is not None else "—"
    return {"text": "health-database-on-disk", "engine": engine, "size": size, **said}


def _backup(process: Process, now: datetime) -> list[Words]:
    if process.engine != "sqlite" and process.backup is None:
        return []
    said: list[Words] = []
    if process.backup is not None:
        made = instant(process.backup.made_at)
        said = [{"text": "health-backup", "name": process.backup.name, "at": made}]
    return [*said, *([{"text": "health-backup-old"}] if is_backup_old(process.backup, now) else [])]


def _telegram(process: Process, now: datetime) -> Words:
    how = "polling" if process.is_polling else "webhook"
    if process.updates_at is None:
        return {"text": f"health-{how}-never"}
    return {"text": f"health-{how}", "ago": _length(now - process.updates_at)}


def _channels(process: Process) -> Words:
    if not process.channels:
        return {"text": "health-channels-none"}
    return {"text": "health-channels", "channels": names(process.channels)}


def _outage(found: Outage | None) -> list[Words]:
    if found is None:
        return []
    said: Words = {"since": instant(found.silent_since)}
    if found.ended_at is None:
        return [{"text": "health-outage-now", **said}]
    return [{"text": "health-outage", **said, "until": instant(found.ended_at)}]


def _due(signs: Signs, now: datetime) -> Words:
    late = age(signs.due, now)
    if late < timedelta(seconds=1):
        return {"text": "health-due-none"}
    return {"text": "health-due", "wait": _length(late)}


def _unsent(rows: Sequence[Row[Any]], now: datetime) -> Words:
    if not rows:
        return {"text": "health-unsent-none"}
    pages = sum(row.messages for row in rows if row.priority == Priority.PAGE)
    oldest = min(row.since for row in rows)
    count = sum(row.messages for row in rows)
    return {
        "text": "health-unsent",
        "count": count,
        "pages": pages,
        "wait": _length(max(now - oldest, timedelta(0))),
    }


def _dead(rows: Sequence[Row[Any]]) -> Words:
    if not rows:
        return {"text": "health-dead-none"}
    reasons: list[Words] = [
        {"text": "health-dead-reason", "reason": in_words(row.reason), "count": row.messages}
        for row in rows[:REASONS]
    ]
    if len(rows) > REASONS:
        rest = sum(row.messages for row in rows[REASONS:])
        reasons.append({"text": "health-and-more", "count": rest})
    count = sum(row.messages for row in rows)
    return {"text": "health-dead", "count": count, "reasons": {"list": reasons}}


def _clock(ahead: timedelta | None) -> Words:
    if ahead is None:
        return {"text": "health-clock-unknown"}
    return {"text": "health-clock", "length": _length(ahead)}


def _watched(process: Process) -> Words:
    if not process.pings:
        return {"text": "health-watch-none"}
    if process.pinged_at is None:
        return {"text": "health-watch-waits"}
    return {"text": "health-watch", "at": instant(process.pinged_at)}


def _version(process: Process, now: datetime) -> Words:
    since, length = instant(process.started_at), _length(now - process.started_at)
    return {"text": "health-version", "version": process.version, "at": since, "length": length}


def _length(length: timedelta) -> Words:
    return {"duration": abs(length).total_seconds()}


def in_bytes(size: int) -> str:
    """Return a size in its largest whole unit, such as `12 MB`."""
    power = 0
    while size >= STEP and power < len(UNITS) - 1:
        size, power = size // STEP, power + 1
    return f"{size} {UNITS[power]}"
