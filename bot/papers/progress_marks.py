"""How far an agency is, as it is seen: a colour and a letter, so that no colour need be known.

The colours are told apart by people who see red and green alike.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.domain.rollup import FINISHED, Mark, Reply, alphabetical

DARK, LIGHT = "#1D2530", "#FFFFFF"
COLOURS = {
    Mark.DONE: ("#00865F", LIGHT),
    Mark.LATE: ("#56B4E9", DARK),
    Mark.EXEMPT: ("#CBD3DC", DARK),
    Mark.RETURNED: ("#CC79A7", DARK),
    Mark.STARTED: ("#F0E442", DARK),
    Mark.OPENED: ("#F5B041", DARK),
    Mark.SILENT: ("#D0540A", LIGHT),
    Mark.UNREACHABLE: ("#1D2530", LIGHT),
}
_WORST = tuple(reversed(Mark))
_INSTANT = timedelta(microseconds=1)


class Cell(Struct, frozen=True):
    """One agency: the worst of what it was asked, and how much of it is done."""

    agency: str
    mark: Mark
    finished: int
    asked: int
    days_late: int


def cells(replies: Iterable[Reply], now: datetime, zone: ZoneInfo) -> list[Cell]:
    """Return every agency once, in the order of the alphabet, numbers as numbers."""
    by_agency: dict[tuple[int, str], list[Reply]] = {}
    for reply in replies:
        by_agency.setdefault((reply.agency_id, reply.agency), []).append(reply)
    found = [_cell(name, own, now, zone) for (_, name), own in by_agency.items()]
    return sorted(found, key=lambda cell: alphabetical(cell.agency))


def _cell(name: str, own: Sequence[Reply], now: datetime, zone: ZoneInfo) -> Cell:
    asked = [reply for reply in own if reply.mark is not Mark.EXEMPT]
    mark = min((reply.mark for reply in asked), key=_WORST.index, default=Mark.EXEMPT)
    overdue = [last_day(reply.due_at, zone) for reply in asked if reply.is_overdue(now)]
    days = (now.astimezone(zone).date() - min(overdue)).days if overdue else 0
    return Cell(name, mark, sum(reply.mark in FINISHED for reply in asked), len(asked), days)


def last_day(until: datetime, zone: ZoneInfo) -> date:
    """Return the last day on which something is in time; midnight is still the day before."""
    return (until - _INSTANT).astimezone(zone).date()
