"""The turns of an obligation: its periods one after another, each with its days.

Days are the team's; what is asked for a period may be due after it. Nothing here knows today.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.domain.deadlines import DAY, Anchor, Working, day_of, last_working
from bot.domain.obligations import TURNS_A_YEAR, Every, Obligation

LAST_SECOND = time(23, 59, 59)
# A campaign opens up to a year before its deadline, which may be some weeks after its period.
_BEFORE, _AFTER = timedelta(days=366), timedelta(days=92)
_MONTHS = 12


class Turn(Struct, frozen=True):
    """One period of an obligation under a key such as 2026-H1; its dates are days of the team."""

    obligation: str
    key: str
    first: date
    last: date
    opens: date
    due: date
    rollup: date | None = None


def titled(name: str, label: str) -> str:
    """Return a duty's name with its period; words that end the one and begin the other, once."""
    words, period = name.split(), label.split()
    for count in range(min(len(words), len(period)), 0, -1):
        if [each.casefold() for each in words[-count:]] == [
            each.casefold() for each in period[:count]
        ]:
            return " ".join((*words, *period[count:]))
    return f"{name}, {label}"


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """Return the last second of a day, as deadlines are kept."""
    return datetime.combine(day, LAST_SECOND, zone).astimezone(UTC)


def start_of(day: date, zone: ZoneInfo) -> datetime:
    """Return the first instant of a day."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def turns_opening(
    obligation: Obligation, start: date, end: date, working: Working
) -> tuple[Turn, ...]:
    """Return the turns that open on the days from `start` up to but not including `end`."""
    return tuple(
        turn for turn in turns(obligation, start, end, working) if start <= turn.opens < end
    )


def turns_due(obligation: Obligation, start: date, end: date, working: Working) -> tuple[Turn, ...]:
    """Return the turns whose deadline is on a day from `start` up to but not including `end`."""
    return tuple(turn for turn in turns(obligation, start, end, working) if start <= turn.due < end)


def turns(obligation: Obligation, start: date, end: date, working: Working) -> Iterator[Turn]:
    """Yield at least every turn that opens or is due between two days, the earliest first."""
    for number, (key, first, last) in _spans(obligation, start - _AFTER, end + _BEFORE):
        turn = _turn(obligation, number, (key, first, last), working)
        if _is_valid(obligation, turn.due):
            yield turn


def turn_of(obligation: Obligation, key: str, near: date, working: Working) -> Turn | None:
    """Return the turn with that key, if the obligation has it within some years of a day."""
    found = turns(obligation, near - 2 * _BEFORE, near + 2 * _BEFORE, working)
    return next((turn for turn in found if turn.key == key), None)


def _is_valid(obligation: Obligation, due: date) -> bool:
    since, until = obligation.valid_from, obligation.valid_until
    return (since is None or since <= due) and (until is None or due <= until)


def _turn(
    obligation: Obligation, number: int, span: tuple[str, date, date], working: Working
) -> Turn:
    key, first, last = span
    due = day_of(obligation.deadline(number), last, working)
    if obligation.on_working_day:
        due = last_working(due, working)
    second = obligation.second_deadline(number)
    rollup = None if second is None else max(due, day_of(second, last, working, due))
    opens = due - timedelta(days=obligation.opens_before)
    return Turn(obligation.code, key, first, last, opens, due, rollup)


Spans = Iterator[tuple[int, tuple[str, date, date]]]


def _spans(obligation: Obligation, start: date, end: date) -> Spans:
    """Yield the periods that touch two days' span, each with its number within the year."""
    match obligation.every:
        case Every.ONCE:
            yield 0, _once(obligation)
        case Every.WEEK:
            yield from _weeks(start, end)
        case Every.YEAR | Every.TWO_YEARS:
            yield from _years(obligation.every, start.year, end.year)
        case every:
            size = _MONTHS // TURNS_A_YEAR.get(every, _MONTHS)
            for year in range(start.year, end.year + 1):
                for number in range(_MONTHS // size):
                    yield number, _months(every, year, number * size + 1, size)


def _once(obligation: Obligation) -> tuple[str, date, date]:
    deadline = obligation.deadline(0)
    if deadline.anchor is not Anchor.DATE or not deadline.year:
        raise ValueError(f"{obligation.code} happens once, on no date")
    day = date(deadline.year, deadline.month, deadline.day)
    return day.isoformat(), day, day


def _weeks(start: date, end: date) -> Spans:
    monday = start - timedelta(days=start.weekday())
    while monday <= end:
        year, week, _ = monday.isocalendar()
        yield 0, (f"{year}-W{week:02d}", monday, monday + timedelta(days=6))
        monday += timedelta(days=7)


def _years(every: Every, start: int, end: int) -> Spans:
    size = 2 if every is Every.TWO_YEARS else 1
    for year in range(start - start % size, end + 1, size):
        key = f"{year}" if size == 1 else f"{year}-{year + 1}"
        yield 0, (key, date(year, 1, 1), date(year + size - 1, 12, 31))


def _months(every: Every, year: int, month: int, size: int) -> tuple[str, date, date]:
    following = date(year + (month + size > _MONTHS), (month + size - 1) % _MONTHS + 1, 1)
    letters = {Every.HALF_YEAR: "H", Every.QUARTER: "Q"}
    number = (month - 1) // size + 1
    key = f"{year}-{letters[every]}{number}" if every in letters else f"{year}-{month:02d}"
    return key, date(year, month, 1), following - DAY
