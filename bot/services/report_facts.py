"""What a report of a watch is made from: read at one instant, counted by `watch_figures`."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct
from sqlalchemy import Row

from bot.domain.confidence import told_kind
from bot.domain.incident import REJECTED
from bot.domain.roster import Shift, ShiftState
from bot.domain.stood import Event, arrival, of_shifts, stays
from bot.domain.team import Team
from bot.domain.watch import Watch, slots
from bot.domain.watch_figures import (
    ANSWER,
    CALL,
    ENDS,
    Facts,
    Figures,
    Received,
    days,
    figures,
    waits,
)
from bot.services import log_lines
from bot.services.log_lines import Line
from storage import incidents, shifts, watch_facts
from storage.database import Tx

CHANGES = frozenset({"given", "stood-in", "came-back", "shift-filled", "opening-filled"})
NOTES = frozenset({"note", "handover-note"})
MOST_OPEN = 50


class Kind(StrEnum):
    """Which report it is."""

    DAILY = "daily"  # of the last 24 hours
    INTERIM = "interim"  # of a watch that still runs, so far
    FINAL = "final"  # of a watch that is over


class Open(Struct, frozen=True):
    """An incident that is open when the report is made."""

    code: str
    kind: str
    severity: str
    place: str
    status: str
    owner: str | None
    drill: bool = False


class Unsigned(Struct, frozen=True):
    """A hand-over that lacks a signature."""

    post: str
    end: datetime
    name: str


class Report(Struct, frozen=True):
    """A report of a watch: everything that its text and its paper say."""

    team: Team
    kind: Kind
    watch: Watch
    made_at: datetime
    figures: Figures
    days: tuple[tuple[date, Figures], ...]
    open: tuple[Open, ...]
    more_open: bool = False
    unsigned: tuple[Unsigned, ...] = ()
    changes: tuple[Line, ...] = ()


async def report_of(
    tx: Tx, team: Team, watch: Watch, kind: Kind, start: datetime, end: datetime
) -> Report:
    """Return the report of a period of a watch; the days are those of the watch so far."""
    facts, log = await _facts(tx, team, watch, end)
    rows = await incidents.open_ones(tx, MOST_OPEN + 1)
    by_day = [
        (day, figures(facts, begins, ends))
        for day, begins, ends in days(watch.start, end, team.zone)
    ]
    unsigned = await watch_facts.unsigned(tx, watch.id)
    return Report(
        team,
        kind,
        watch,
        tx.now,
        figures(facts, start, end),
        tuple(by_day),
        tuple(map(_open, rows[:MOST_OPEN])),
        len(rows) > MOST_OPEN,
        tuple(Unsigned(row.post, row.end_at, row.name) for row in unsigned),
        tuple(Line(row.at, log_lines.said(row), 0) for row in log if _is_change(row, watch, start)),
    )


def _is_change(row: Row[Any], watch: Watch, start: datetime) -> bool:
    return row.kind in CHANGES and row.watch_id == watch.id and row.at >= start


def _kind(row: Row[Any]) -> str:
    return told_kind(row.kind, confidential=row.confidential)


def _open(row: Row[Any]) -> Open:
    where = "" if row.confidential else row.agency or row.place or row.system
    place, kind = log_lines.short(where or "—", 60), _kind(row)
    return Open(row.code, kind, row.severity, place, row.status, row.owner, row.drill)


async def _facts(
    tx: Tx, team: Team, watch: Watch, end: datetime
) -> tuple[Facts, Sequence[Row[Any]]]:
    """Return what a watch is counted from up to an instant, and its log."""
    start = watch.start
    found = [
        shift
        for shift in await shifts.of_watch(tx, watch.id)
        if shift.state is not ShiftState.DRAFT and shift.start < shift.end
    ]
    own = of_shifts(map(event, await watch_facts.of_shifts(tx, [s.id for s in found], tx.now)))
    log = await watch_facts.log_between(tx, watch.published_at or start, tx.now)
    story = await watch_facts.stories(tx, start, tx.now, (CALL, ANSWER, *ENDS))
    facts = Facts(
        slots(watch, team.zone),
        [stay for shift in found for stay in stays(shift, own.get(shift.id, ()), tx.now)],
        list(_arrivals(team, found, own, tx.now)),
        await watch_facts.pages(tx, start, end),
        waits(map(event, story)),
        [_received(row) for row in await watch_facts.received(tx, start, end)],
        [row.at for row in log if row.kind in NOTES],
        frozenset(status.value for status in REJECTED),
    )
    return facts, log


def _arrivals(
    team: Team, found: Sequence[Shift], own: dict[int, list[Event]], now: datetime
) -> Any:  # noqa: ANN401 pairs of an instant and an arrival
    policy = team.catalog.watch.policy
    for shift in found:
        how = arrival(shift, own.get(shift.id, ()), policy, now)
        if how is not None:
            yield shift.start, how


def event(row: Row[Any]) -> Event:
    """Return a row of the watch log or of a timeline as a plain event."""
    columns = row._mapping  # noqa: SLF001 Row's documented view
    return Event(
        row.kind,
        row.at,
        columns.get("shift_id"),
        row.person_id,
        row.details,
        columns.get("incident_id"),
    )


def _received(row: Row[Any]) -> Received:
    return Received(row.id, _kind(row), row.severity, row.status, row.opened_at, row.drill)
