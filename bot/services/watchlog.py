"""The watch log (nhật ký trực): what members write into it, and all that happened, as a list."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

from msgspec import Struct

from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.roster import Shift
from bot.domain.team import Team
from bot.services import log_lines, screening
from bot.services.checklist import standing
from bot.services.log_lines import Line
from bot.services.messages import tell
from bot.services.shift_words import day_text
from storage import shifts, watches, watchlog
from storage.database import Tx
from storage.watchlog import LogLine

NOTE = "note"
LONGEST_NOTE = 2000
_ROOM = 3000  # of a message's 4096, for the lines of one page
_DAY = timedelta(days=1)
Key = dict[str, Any]


class Said(Struct, frozen=True):
    """What somebody writes into the log: words, and perhaps a file."""

    words: str
    file: Mapping[str, Any] | None = None


class Period(NamedTuple):
    """What is shown: `data` is the key's that shows it again, without the page."""

    start: datetime
    end: datetime
    data: str


async def note(tx: Tx, team: Team, person: Person, said: Said) -> Shift | None:
    """Enter a line of somebody, in the shift they stand if they stand one; returns that."""
    words = said.words.strip()
    if not words and said.file is None:
        raise Refused("refused-log-empty")
    if len(words) > LONGEST_NOTE:
        raise Refused("refused-log-long", most=LONGEST_NOTE)
    kept = screening.kept(team.catalog, person, words, (said.file or {}).get("name"))
    mine = await standing(tx, person)
    shift = mine[0] if mine else None
    watch_id = shift.watch_id if shift else await _running_id(tx)
    shift_id = shift.id if shift else None
    line = LogLine(NOTE, watch_id, shift_id, person.id, kept.text or None, said.file or {})
    await watchlog.enter(tx, line)
    if kept.found:
        tell(tx, person, "answer", text="form-lead-masked", found=screening.named(kept.found))
    return shift


async def _running_id(tx: Tx) -> int | None:
    """Return the watch that runs, if it is only one."""
    found = await watches.running(tx, tx.now)
    return found[0].id if len(found) == 1 else None


async def is_on_watch(tx: Tx, person: Person) -> bool:
    """Tell whether somebody stands a shift of a watch now."""
    return bool(await standing(tx, person))


async def current(tx: Tx, team: Team, person: Person) -> Period:
    """Return the shift that somebody stands, else today."""
    mine = await standing(tx, person)
    if mine:
        return _of_shift(mine[0], tx.now)
    return of_day(tx, team, tx.now.astimezone(team.zone).date())


def of_day(tx: Tx, team: Team, day: date) -> Period:
    """Return a day on the team's clocks; Refused when it is still to come."""
    if day > tx.now.astimezone(team.zone).date():
        raise Refused("refused-log-ahead")
    try:
        start, end = (
            datetime.combine(each, time(), team.zone).astimezone(UTC) for each in (day, day + _DAY)
        )
    except OverflowError as error:
        raise Refused("refused-log-ahead") from error
    return Period(start, end, data=f"log:{day:%Y%m%d}")


async def of_shift(tx: Tx, shift_id: int) -> Period:
    """Return a shift from its check-in on, and as long as it was really stood."""
    shift = await shifts.get(tx, shift_id)
    if shift.start > tx.now and shift.checked_in_at is None:
        raise Refused("refused-log-ahead")
    return _of_shift(shift, tx.now)


def _of_shift(shift: Shift, now: datetime) -> Period:
    start = min(shift.start, shift.checked_in_at or shift.start)
    stays = shift.relieved_at or (now if shift.checked_in_at is not None else shift.end)
    return Period(start, max(shift.end, stays), data=f"shiftlog:{shift.id}")


async def shown(tx: Tx, team: Team, period: Period, page: int | None = None) -> dict[str, Any]:
    """Return a page of the log of a period; without a number the newest."""
    lines = await log_lines.between(
        tx, period.start, min(period.end, tx.now + timedelta(seconds=1))
    )
    pages = _pages(lines)
    number = len(pages) - 1 if page is None else min(page, len(pages) - 1)
    said = _by_day(team, pages[number])
    return {
        "text": "log-shown" if said else "log-nothing",
        "period": {"period": [period.start.isoformat(), period.end.isoformat()]},
        "lines": {"lines": said},
        "page": {"text": "log-page", "number": number + 1, "count": len(pages)}
        if len(pages) > 1
        else "",
        "keys": _keys(tx, team, period, number, len(pages)),
    }


def _pages(lines: Sequence[Line]) -> list[list[Line]]:
    """Divide the lines so that every page fits into one message."""
    pages: list[list[Line]] = [[]]
    used = 0
    for line in lines:
        used += line.length
        if pages[-1] and used > _ROOM:
            pages.append([])
            used = line.length
        pages[-1].append(line)
    return pages


def _by_day(team: Team, lines: Sequence[Line]) -> list[dict[str, Any]]:
    """Return the lines with their clock times, a heading before each new day."""
    found: list[dict[str, Any]] = []
    last: date | None = None
    for line in lines:
        local = line.at.astimezone(team.zone)
        if local.date() != last:
            last = local.date()
            found.append({"text": "log-day", "day": day_text(last)})
        found.append({"text": "log-line", "clock": f"{local:%H:%M}", "what": line.said})
    return found


def _keys(tx: Tx, team: Team, period: Period, number: int, count: int) -> list[list[Key]]:
    pages: list[Key] = []
    if number > 0:
        pages.append({"label": "button-log-older", "data": f"{period.data}:{number - 1}"})
    if number < count - 1:
        pages.append({"label": "button-log-newer", "data": f"{period.data}:{number + 1}"})
    return [pages, _days(tx, team, period)]


def _days(tx: Tx, team: Team, period: Period) -> list[Key]:
    """Return keys for the days around a period."""
    day = period.start.astimezone(team.zone).date()
    today = tx.now.astimezone(team.zone).date()
    shown = [day - _DAY, day + _DAY] if period.data.startswith("log:") else [day - _DAY, day]
    return [
        {"caption": f"{each:%d/%m}", "data": f"log:{each:%Y%m%d}"}
        for each in shown
        if each <= today
    ]
