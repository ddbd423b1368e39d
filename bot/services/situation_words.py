"""What is said of situation reports: their lines, their digest, and who had what nobody has."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row

from bot.domain.course import Line
from bot.domain.incident import UNOWNED
from bot.domain.indicators import disarmed
from bot.domain.situation import LOSSES, OWNED, Lost, in_short, last_owner
from bot.services.drill_words import kind_of
from bot.services.messages import instant
from storage import facts
from storage.database import Tx
from storage.situations import REPORTED

PARTS = ("conditions", "actions", "needs")
SHOWN, FEW, KEYED, NEWEST = 8, 3, 4, 3
_LOOKED_AT = 50
Words = dict[str, Any]


def lines(clean: Mapping[str, str]) -> list[Words]:
    """Return a line for each part of a report that says something."""
    said = {name: disarmed(clean[name]) for name in PARTS if clean.get(name)}
    return [{"text": f"situation-{name}", "words": words} for name, words in said.items()]


async def lost(tx: Tx, incident_id: int) -> Lost | None:
    """Return who had an incident last that nobody owns, and until when; None: nobody yet."""
    kinds = (*OWNED, *(kind for each in LOSSES for kind in each))
    rows = await facts.last(tx, incident_id, _LOOKED_AT, *kinds)
    return last_owner([Line(row.at, row.kind, row.name, row.details) for row in rows])


async def nobody(tx: Tx, incident_id: int) -> Words:
    """Return the line that nobody has it at the moment, who had it, and until when."""
    before = await lost(tx, incident_id)
    if before is None:
        return {"text": "situation-nobody-yet"}
    return {"text": "situation-nobody", "by": before.name, "at": instant(before.until)}


async def digest(
    tx: Tx, cases: Sequence[Row[Any]], rows: Sequence[Row[Any]], hidden: Collection[int]
) -> list[Any]:
    """Return the lines of a digest of these incidents and what their timelines say.

    The more incidents, the fewer reports of each: all fit into one message.
    """
    shown = cases[:SHOWN]
    newest = NEWEST if len(shown) <= FEW else 1
    reports = {
        case.id: [row for row in rows if (row.incident_id, row.kind) == (case.id, REPORTED)]
        for case in shown
    }
    parts = sum(_parts(row) for each in reports.values() for row in each[-newest:])
    said: list[Any] = []
    for case in shown:
        told = (
            _hidden(case) if case.id in hidden else _reports(case, reports[case.id], newest, parts)
        )
        said += ["", *told, *await _how_it_stands(tx, case)]
    if len(cases) > SHOWN:
        said += ["", {"text": "situation-digest-more", "count": len(cases) - SHOWN}]
    return said


def _parts(row: Row[Any]) -> int:
    return sum(bool(row.details.get(name)) for name in PARTS)


def _hidden(case: Row[Any]) -> list[Words]:
    return [_head(case, hidden=True), {"text": "kept-in-private"}]


def _reports(case: Row[Any], rows: Sequence[Row[Any]], newest: int, parts: int) -> list[Words]:
    said = [_head(case, hidden=False)]
    if case.confidential:
        said.append({"text": "confidential-mark"})
    if len(rows) > newest:
        said.append({"text": "situation-digest-earlier", "count": len(rows) - newest})
    for row in rows[-newest:]:
        said.append({"text": "situation-digest-report", "at": instant(row.at), "name": row.name})
        said += lines({name: in_short(row.details.get(name, ""), parts) for name in PARTS})
    return said


async def _how_it_stands(tx: Tx, case: Row[Any]) -> list[Words]:
    if case.ended_at is not None:
        return [_over(case)]
    return [await nobody(tx, case.id)] if case.status in UNOWNED else []


def _head(case: Row[Any], *, hidden: bool) -> Words:
    return {
        "text": "situation-digest-case",
        "severity": {"severity_icon": case.severity},
        "code": case.code,
        "kind": kind_of(case.kind, drill=case.drill, confidential=hidden),
        "status": {"status": case.status},
        "owner": case.owner if case.ended_at is None else None,
    }


def _over(case: Row[Any]) -> Words:
    minutes = int((case.ended_at - case.opened_at).total_seconds()) // 60
    return {
        "text": "situation-digest-over",
        "at": instant(case.ended_at),
        "length": {"duration": max(minutes, 1) * 60},
        "count": case.reports,
    }


def keys(cases: Sequence[Row[Any]]) -> list[list[Words]]:
    """Return a way to each of the first incidents, and to take what nobody has."""
    return [
        [
            *([_key("take", case)] if case.status in UNOWNED else []),
            _key("details", case),
        ]
        for case in cases[:KEYED]
    ]


def _key(what: str, case: Row[Any]) -> Words:
    verb = "ack" if what == "take" else what
    args = {"code": case.code}
    return {"label": f"button-digest-{what}", "args": args, "data": f"{verb}:{case.id}"}
