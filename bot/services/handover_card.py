"""What a hand-over says: open incidents, what happens next, notes, what is unchecked."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from bot.domain.roster import Shift
from bot.domain.team import Team
from bot.services import checklist, closing, paging
from bot.services.messages import instant
from storage import handovers, incidents, people, shifts, watchlog
from storage.database import Tx
from storage.handovers import Handover

SHOWN = 15
_PLACE, _NOTE = 40, 160
_COMING = (paging.LADDER, paging.STILL, paging.SILENCE, paging.QUEUE, closing.WRAP_UP)
_NOTES = ("note",)
Line = dict[str, Any]


async def card(tx: Tx, team: Team, shift: Shift, handover: Handover) -> Line:
    """Return the hand-over of a shift as it stands now, as the parameters of a message."""
    receiver = await shifts.find(tx, handover.next_shift_id or 0)
    open_ones = await incidents.open_ones(tx, SHOWN + 1)
    parts: list[tuple[Line, Sequence[object]]] = [
        ({"text": "handover-incidents"}, [_incident(row) for row in open_ones[:SHOWN]]),
        ({"text": "handover-coming"}, await _coming(tx, open_ones)),
        ({"text": "handover-notes"}, await _notes(tx, shift)),
        ({"text": "handover-unchecked"}, await _unchecked(tx, team, shift)),
        ({"text": "handover-word"}, [handover.note] if handover.note else []),
    ]
    lines: list[object] = [{"text": "handover-no-incidents"}] if not open_ones else []
    for heading, found in parts:
        lines += [heading, *found] if found else []
    return {
        "text": "handover-card",
        "post": {"post": shift.post},
        "period": {"period": [shift.start.isoformat(), shift.end.isoformat()]},
        "name": await _name(tx, shift),
        "next": await _name(tx, receiver) if receiver else {"text": "nobody"},
        "lines": {"lines": lines},
        "doing": _doing(shift, handover, receiver),
    }


def _doing(shift: Shift, handover: Handover, receiver: Shift | None) -> Line:
    """Say what is to be done: sign, confirm, or nothing more."""
    del shift
    if handover.is_done:
        return {"text": "handover-done"}
    if handover.signed_at is None:
        return {"text": "handover-to-sign" if receiver else "handover-to-sign-last"}
    return {"text": "handover-to-confirm", "at": instant(handover.signed_at)}


async def _name(tx: Tx, shift: Shift) -> str:
    return (await people.get(tx, shift.person_id)).name


def _incident(row: Row[Any]) -> Line:
    where = row.agency or row.place or row.system or "—"
    return {
        "text": "handover-incident-owned" if row.owner else "handover-incident",
        "code": row.code,
        "severity": {"severity_icon": row.severity},
        "kind": {"kind": row.kind},
        "place": _short(where, _PLACE),
        "status": {"status": row.status},
        "owner": row.owner or "",
    }


async def _coming(tx: Tx, open_ones: Sequence[Row[Any]]) -> list[Line]:
    codes = {row.id: row.code for row in open_ones}
    return [
        {
            "text": f"handover-coming-{row.kind}",
            "at": instant(row.due_at),
            "code": codes[row.subject_id],
        }
        for row in await handovers.coming(tx, _COMING, codes, SHOWN)
    ]


async def _notes(tx: Tx, shift: Shift) -> list[Line]:
    """Return what was noted in the watch log while this shift was stood."""
    since = min(shift.start, shift.checked_in_at or shift.start)
    rows = await watchlog.between(tx, since, tx.now, shift.watch_id)
    noted = [row for row in rows if row.kind in _NOTES and row.text]
    return [
        {
            "text": "handover-note",
            "at": instant(row.at),
            "name": row.name or "—",
            "words": _short(row.text, _NOTE),
        }
        for row in noted[-SHOWN:]
    ]


async def _unchecked(tx: Tx, team: Team, shift: Shift) -> list[Line]:
    left = await checklist.unticked(tx, team, shift)
    return [{"text": "handover-check", "name": {"check": code}} for code in left]


def _short(words: str, limit: int) -> str:
    line = " ".join(words.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"
