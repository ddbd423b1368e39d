"""The campaigns of the next twelve months, as a plan shows them: a row for each duty."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

MONTHS = 12


class Planned(Struct, frozen=True):
    """One campaign: its first day, the agencies' last day and the roll-up's.

    `key` stays the same however often the plan is drawn; those with the same `line` share a row.
    """

    key: str
    line: str
    name: str
    starts_on: date
    due_on: date
    rollup_on: date | None = None
    is_open: bool = False
    count: int = 0  # how many assignments it has, or would have now


class YearPlan(Struct, frozen=True):
    """What is planned from the first day of a month on, for twelve months."""

    language: str
    zone: ZoneInfo
    made_at: datetime
    first: date
    planned: tuple[Planned, ...]
    issuer: str = ""

    @property
    def months(self) -> tuple[date, ...]:
        """The first days of its months, and of the month after them."""
        return tuple(months_later(self.first, number) for number in range(MONTHS + 1))

    @property
    def end(self) -> date:
        """The first day that is not on it any more."""
        return self.months[-1]

    def lines(self) -> tuple[tuple[Planned, ...], ...]:
        """Return the rows of what touches these months, the one with the nearest deadline first."""
        rows: dict[str, list[Planned]] = {}
        shown = (one for one in self.planned if self._touches(one))
        for one in sorted(shown, key=lambda each: (each.due_on, each.key)):
            rows.setdefault(one.line, []).append(one)
        return tuple(map(tuple, rows.values()))

    def _touches(self, one: Planned) -> bool:
        last = max(one.due_on, one.rollup_on or one.due_on)
        return one.starts_on < self.end and last >= self.first


def months_later(first: date, number: int) -> date:
    """Return the first day of the month so many months after that of a day."""
    years, month = divmod(first.month - 1 + number, MONTHS)
    return date(first.year + years, month + 1, 1)


def year_plan_of(
    planned: Iterable[Planned], now: datetime, zone: ZoneInfo, *, language: str, issuer: str = ""
) -> YearPlan:
    """Return the plan of the month that runs and the eleven after it."""
    first = now.astimezone(zone).date().replace(day=1)
    return YearPlan(language, zone, now, first, tuple(planned), issuer)
