"""The index of words: brought up to date when somebody searches, so that writing costs nothing."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, func, select, text

from bot.domain.typed import unaccented
from storage.database import Tx
from storage.search_tables import search_texts
from storage.tables import agencies, incidents, systems, timeline

AT_ONCE = 2_000
REPORT, LINE = "report", "line"
_SEARCH = {
    "sqlite": text(
        "SELECT t.* FROM search_texts t WHERE t.id IN"
        " (SELECT rowid FROM search_index WHERE search_index MATCH :wanted"
        " ORDER BY rowid DESC LIMIT :most) ORDER BY t.id DESC"
    ),
    "postgresql": text(
        "SELECT * FROM search_texts"
        " WHERE to_tsvector('simple', words) @@ to_tsquery('simple', :wanted)"
        " ORDER BY id DESC LIMIT :most"
    ),
}


_REPORTED = (
    select(
        incidents.c.id,
        incidents.c.code,
        incidents.c.summary,
        incidents.c.place,
        systems.c.name.label("system"),
        agencies.c.name.label("agency"),
    )
    .outerjoin(systems, systems.c.id == incidents.c.system_id)
    .outerjoin(agencies, agencies.c.id == incidents.c.agency_id)
)


async def bring_up_to_date(tx: Tx) -> bool:
    """Take in what was written since the last search; False when there is more than fits in."""
    new_reports = await tx.all(
        _REPORTED.where(incidents.c.id > await _known(tx, REPORT))
        .order_by(incidents.c.id)
        .limit(AT_ONCE)
    )
    c = timeline.c
    new_lines = await tx.all(
        select(c.id, c.incident_id, c.text, c.details)
        .where(c.id > await _known(tx, LINE))
        .order_by(c.id)
        .limit(AT_ONCE)
    )
    told = ((r.id, REPORT, r.id, f"{r.code} {_report(r)}") for r in new_reports)
    said = ((r.incident_id, LINE, r.id, f"{r.text or ''} {_names(r.details)}") for r in new_lines)
    rows = [*_rows(told), *_rows(said)]
    if rows:
        await tx.run(search_texts.insert(), rows)
    return len(new_reports) < AT_ONCE and len(new_lines) < AT_ONCE


async def find(tx: Tx, terms: Sequence[str], most: int) -> Sequence[Row[Any]]:
    """Return the newest texts in which every term begins a word: incident_id, kind, source_id."""
    dialect = tx.dialect
    if dialect == "sqlite":
        wanted = " AND ".join(f'"{term}"*' for term in terms)
    else:
        wanted = " & ".join(f"{term}:*" for term in terms)
    return await tx.all(_SEARCH[dialect], {"wanted": wanted, "most": most})


async def texts_of(tx: Tx, kind: str, ids: Iterable[int]) -> dict[int, str]:
    """Return the words as they were written, by the id of the incident or the line."""
    if kind == REPORT:
        rows = await tx.all(_REPORTED.where(incidents.c.id.in_(list(ids))))
        return {row.id: _report(row) for row in rows}
    c = timeline.c
    rows = await tx.all(select(c.id, c.text, c.details).where(c.id.in_(list(ids))))
    return {row.id: " · ".join(filter(None, (row.text, _names(row.details)))) for row in rows}


async def _known(tx: Tx, kind: str) -> int:
    newest = select(func.max(search_texts.c.source_id)).where(search_texts.c.kind == kind)
    return int(await tx.scalar(newest) or 0)


def _rows(texts: Iterable[tuple[int, str, int, str]]) -> Iterable[dict[str, Any]]:
    # A line without words is kept too: the newest one says how far the index reaches.
    for incident_id, kind, source_id, words in texts:
        yield {
            "incident_id": incident_id,
            "kind": kind,
            "source_id": source_id,
            "words": unaccented(words),
        }


def _report(row: Row[Any]) -> str:
    """Return what was reported and about what: the register's names as they were first found."""
    return " · ".join(filter(None, (row.summary, row.place, row.system, row.agency)))


def _names(details: Mapping[str, Any]) -> str:
    return str(details.get("name") or "")
