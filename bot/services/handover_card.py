"""What a hand-over says: open incidents, what happens next, notes, what is unchecked."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from bot.domain.roster import Shift
from bot.domain.team import Team
from bot.services import checklist, closing, confidence, paging
from bot.services.drill_words import kind_of
from bot.services.messages import instant
from bot.services.own_posts import periods, posts
from storage import handovers, incidents, people, shifts, watchlog
from storage.database import Tx
from storage.handovers import Handover

SHOWN = 15
_PLACE, _NOTE = 40, 160
_COMING = (paging.LADDER, paging.STILL, paging.SILENCE, paging.QUEUE, closing.WRAP_UP)
_NOTES = ("note",)
Line = dict[str, Any]


async def card(tx: Tx, team: Team, mine: Sequence[Shift]) -> Line:
    """Return what somebody hands over from their posts, as the parameters of a message.

    All of it was opened, and ends together.
    """
    found = [await handovers.get(tx, shift.id) for shift in mine]
    receivers = [await shifts.find(tx, one.next_shift_id or 0) for one in found]
    open_ones = await incidents.open_ones(tx, SHOWN + 1)
    words = list(dict.fromkeys(one.note for one in found if one.note))
    shown = [_incident(row) for row in open_ones[:SHOWN]]
    shown += await _kept_back(tx, mine[0].person_id, receivers, open_ones)
    parts: list[tuple[Line, Sequence[object]]] = [
        ({"text": "handover-incidents"}, shown),
        ({"text": "handover-coming"}, await _coming(tx, open_ones)),
        ({"text": "handover-notes"}, await _notes(tx, mine)),
        ({"text": "handover-unchecked"}, await _unchecked(tx, team, mine)),
        ({"text": "handover-word"}, words),
    ]
    lines: list[object] = [{"text": "handover-no-incidents"}] if not open_ones else []
    for heading, found_ones in parts:
        lines += [heading, *found_ones] if found_ones else []
    return {
        "text": "handover-card",
        "post": posts(mine),
        "period": periods(mine),
        "name": (await people.get(tx, mine[0].person_id)).name,
        "next": await _names(tx, receivers),
        "lines": {"lines": lines},
        "doing": _doing(found, receivers),
    }


def _doing(found: Sequence[Handover], receivers: Sequence[Shift | None]) -> Line:
    """Say what is to be done: sign, confirm, or nothing more."""
    if all(one.is_done for one in found):
        return {"text": "handover-done"}
    signed_at = [one.signed_at for one in found if one.signed_at is not None]
    if len(signed_at) < len(found):
        return {"text": _to_sign(receivers)}
    return {"text": "handover-to-confirm", "at": instant(max(signed_at))}


def _to_sign(receivers: Sequence[Shift | None]) -> str:
    """Say until when whoever signs is called: not at all once everybody who follows is there."""
    if not any(receivers):
        return "handover-to-sign-last"
    is_here = all(one is not None and one.checked_in_at is not None for one in receivers)
    return "handover-to-sign-relieved" if is_here else "handover-to-sign"


async def _names(tx: Tx, receivers: Sequence[Shift | None]) -> Line:
    ids = list(dict.fromkeys(one.person_id for one in receivers if one is not None))
    known = await people.of_ids(tx, ids)
    return {"list": [known[id_].name for id_ in ids]} if ids else {"text": "nobody"}


def _incident(row: Row[Any]) -> Line:
    where = row.agency or row.place or row.system or "—"
    return {
        "text": "handover-incident-owned" if row.owner else "handover-incident",
        "code": row.code,
        "severity": {"severity_icon": row.severity},
        "kind": kind_of(row.kind, drill=row.drill, confidential=row.confidential),
        "place": "—" if row.confidential else _short(where, _PLACE),
        "status": {"status": row.status},
        "owner": row.owner or "",
    }


async def _kept_back(
    tx: Tx, leaver_id: int, receivers: Sequence[Shift | None], open_ones: Sequence[Row[Any]]
) -> list[Line]:
    """Say what whoever leaves keeps, since who takes over may not read of it."""
    ids = {one.person_id for one in receivers if one is not None}
    comers = (await people.of_ids(tx, sorted(ids))).values() if ids else ()
    lines: list[Line] = []
    for row in open_ones:
        if row.owner_id != leaver_id or not row.confidential:
            continue
        incident = incidents.of_row(row)
        names = [each.name for each in comers if not await confidence.sees(tx, each, incident)]
        if names:
            said = {"code": row.code, "owner": row.owner, "names": {"list": names}}
            lines.append({"text": "handover-kept-back", "name": names[0], **said})
    return lines


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


async def _notes(tx: Tx, mine: Sequence[Shift]) -> list[Line]:
    """Return what was noted in the watch log while these shifts were stood."""
    since = min(min(one.start, one.checked_in_at or one.start) for one in mine)
    rows = await watchlog.between(tx, since, tx.now, mine[0].watch_id)
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


async def _unchecked(tx: Tx, team: Team, mine: Sequence[Shift]) -> list[Line]:
    left = await checklist.unticked(tx, team, mine)
    return [{"text": "handover-check", "name": {"check": code}} for code in left]


def _short(words: str, limit: int) -> str:
    line = " ".join(words.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"
