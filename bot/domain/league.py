"""The league table: how reliably agencies have done what was asked, over any number of campaigns.

An agency is compared by what it was asked and could do: what did not apply there, and what is not
due yet, counts for nobody.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import reduce

from msgspec import Struct

from bot.domain.rollup import Mark, Reply, alphabetical

_NOTHING = timedelta(0)


class Record(Struct, frozen=True):
    """What one agency was asked and has done; `early` is how long before its deadlines, in sum."""

    agency: str
    on_time: int = 0
    late: int = 0
    owed: int = 0
    early: timedelta = _NOTHING
    kind: str = ""

    @property
    def asked(self) -> int:
        """How much of it counts."""
        return self.on_time + self.late + self.owed

    @property
    def key(self) -> tuple[int, int]:
        """What it is ranked by, the smallest first: thousandths not on time, thousandths owed."""
        return self._share(self.late + self.owed), self._share(self.owed)

    @property
    def percent(self) -> int:
        """Per cent on time, never rounded up: 100 are all of it."""
        return self.on_time * 100 // self.asked if self.asked else 0

    def _share(self, count: int) -> int:
        return -(-count * 1000 // self.asked) if self.asked else 0

    def __add__(self, other: "Record") -> "Record":
        return Record(
            self.agency,
            self.on_time + other.on_time,
            self.late + other.late,
            self.owed + other.owed,
            self.early + other.early,
            self.kind,
        )


class Place(Struct, frozen=True):
    """An agency's place in the table; equal records share one."""

    rank: int
    record: Record


def league(replies: Iterable[Reply], now: datetime) -> tuple[Place, ...]:
    """Rank every agency that was asked anything which counts, the most reliable first."""
    by_agency: dict[tuple[int, str], list[Record]] = {}
    for reply in replies:
        record = record_of(reply, now)
        if record.asked:
            by_agency.setdefault((reply.agency_id, reply.agency), []).append(record)
    return ranked(reduce(Record.__add__, records) for records in by_agency.values())


def ranked(records: Iterable[Record]) -> tuple[Place, ...]:
    """Rank agencies by their records, the most reliable first; who was asked nothing is left out.

    Among equals who was done earlier stands higher on the page, but not in rank.
    """
    whole = [record for record in records if record.asked]
    whole.sort(key=lambda one: (one.key, -one.early / one.asked, alphabetical(one.agency)))
    first = {record.key: number for number, record in reversed(list(enumerate(whole, start=1)))}
    return tuple(Place(first[record.key], record) for record in whole)


def record_of(reply: Reply, now: datetime) -> Record:
    """Return what one assignment says of its agency; nothing while there is still time."""
    match reply.mark:
        case Mark.DONE:
            early = reply.due_at - reply.done_at if reply.done_at else _NOTHING
            return Record(reply.agency, on_time=1, early=early)
        case Mark.LATE:
            return Record(reply.agency, late=1)
        case _:
            return Record(reply.agency, owed=int(reply.is_overdue(now)))
