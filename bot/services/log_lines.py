"""The lines of the watch log put into words: the log's own, and what happened to incidents."""

from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Row

from bot.services.drill_words import kind_of
from storage import watch_facts
from storage.database import Tx

# Every kind of line that has words of its own, `log-<kind>`.
WORDED = frozenset(
    {
        *("note", "note-file", "handover-note", "checked"),
        *("checked-in", "stayed-on", "stood-in", "came-back", "late", "silent", "known"),
        *("no-stand-in", "missed", "still-there", "relieved"),
        *("signed", "handover-confirmed", "handover-unsigned"),
        *("confirmed", "declined", "given", "shift-filled", "opening-asked", "opening-filled"),
        *("swap-asked", "swap-taken", "swap-agreed", "swap-refused", "swap-withdrawn"),
        *("swap-expired", "gap-began", "gap-known"),
        *("unreached", "unwatched", "test-pages", "test-pages-over"),
        *("watch-planned", "watch-published", "watch-cancelled", "watch-ended"),
    }
)
# What is only the bot's own memory, or belongs to the planning.
HIDDEN = frozenset(
    {
        *("still-asked", "missing-called", "watch-proposed", "holiday-offered", "holiday-declined"),
        *("holiday-set", "holiday-reset", "away", "away-removed", "watch-edited"),
    }
)
OF_INCIDENTS = (
    *("received", "paged", "page-refused", "nobody-on-duty", "taken", "assigned", "released"),
    *("silent", "resolved", "rejected", "closed", "reopened", "taken-up", "objected"),
)
LONGEST = 500
_USUAL = 60  # of a line without the words people wrote


class Line(Struct, frozen=True):
    """One line: `said` is a text with its values, `length` about how long it will be."""

    at: datetime
    said: dict[str, Any]
    length: int


async def between(tx: Tx, start: datetime, end: datetime) -> list[Line]:
    """Return all that happened in a period, oldest first."""
    own = await watch_facts.log_between(tx, start, end)
    others = await watch_facts.timeline_of(tx, start, end, OF_INCIDENTS)
    lines = [Line(row.at, said(row), _length(row)) for row in own if _is_shown(row)]
    lines += [Line(row.at, of_incident(row), _length(row)) for row in others]
    return sorted(lines, key=lambda line: line.at)


def _is_shown(row: Row[Any]) -> bool:
    return row.kind not in HIDDEN and not row.details.get("twin")


def said(row: Row[Any]) -> dict[str, Any]:
    """Return a line of the watch log as a text; a kind without words is shown by its name."""
    details, kind = row.details, row.kind
    if kind == "note" and "media" in details:
        kind = "note-file"
    post = details.get("post") or row.post
    return {
        "text": f"log-{kind}" if kind in WORDED else "log-other",
        "kind": kind,
        "name": row.name or {"text": "author-bot"},
        "words": short(row.text or ""),
        "why": f" ({short(row.text)})" if row.text else "",
        "post": {"post": post} if post else "—",
        "former": details.get("from") or details.get("for") or "—",
        "to": details.get("to") or "—",
        "late": details.get("late_minutes", 0),
        "count": details.get("count", 0),
        "check": {"check": details.get("check", "—")},
        "names": _names(details.get("silent")),
        "posts": {"list": [{"post": code} for code in details.get("posts", ())]},
        "file": short(details.get("name") or "", 60),
    }


def of_incident(row: Row[Any]) -> dict[str, Any]:
    """Return a line of an incident's timeline as a text; reporters are never named."""
    details = row.details
    status = details.get("status")
    return {
        "text": f"log-incident-{row.kind}",
        "code": row.code,
        "kind": kind_of(row.incident_kind, drill=row.drill, confidential=row.confidential),
        "severity": {"severity": row.severity},
        "name": row.name or {"text": "author-bot"},
        "to": details.get("to") or "—",
        "people": _names(details.get("people")),
        "status": {"status": status} if status else "—",
    }


def short(words: str, limit: int = LONGEST) -> str:
    """Return words on one line, as many as fit."""
    line = " ".join(words.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def _names(found: object) -> object:
    """Return names as a list, or that there are none."""
    names = [name for name in found if isinstance(name, str)] if isinstance(found, list) else []
    return {"list": names} if names else {"text": "nobody"}


def _length(row: Row[Any]) -> int:
    names = row.details.get("people") or row.details.get("silent") or ()
    return _USUAL + min(len(row.text or ""), LONGEST) + sum(len(str(name)) + 2 for name in names)
