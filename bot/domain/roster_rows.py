"""What may stand in an imported roster: real people who may watch, at one post once at a time."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, tzinfo
from typing import Any, NamedTuple

from msgspec import Struct

from bot.domain.cells import Entry, Line, Register, Rows, Table
from bot.domain.errors import Refused
from bot.domain.people import Person, Role, may
from bot.domain.roster import Shift, local_to_utc

NAMES = ("start_at", "end_at", "post", "person_id")


class RosterSheet(Struct, frozen=True):
    """The shifts of a sheet, each right by itself or noted as wrong."""

    table: Table
    entries: list[Entry]
    zone: tzinfo

    @property
    def period(self) -> tuple[datetime, datetime] | None:
        """The time from the first start to the last end, None when no line can be read."""
        keys = [entry.key for entry in self.entries if isinstance(entry.key, tuple)]
        if not keys:
            return None
        return min(start for start, *_ in keys), max(end for _, end, *_ in keys)

    def beside(self, shifts: Iterable[Shift]) -> list[Entry]:
        """Return the shifts, or raise ImportRefused; none may overlap another or a stored one."""
        spans = _file_spans(self.table.lines, self.entries) + _stored_spans(self.entries, shifts)
        _refuse_overlaps(spans, self.zone)
        self.table.finish()
        return self.entries


def read_roster(
    rows: Rows, people: Mapping[int, Person], zone: tzinfo, posts: Collection[str]
) -> RosterSheet:
    """Read shifts in local times; `people` by Telegram id, `posts` by code."""
    table = Table(Register.ROSTER, rows)
    entries = [_shift(line, people, zone, posts) for line in table.lines]
    table.refuse_repeats(entries, "start")
    return RosterSheet(table, entries, zone)


def _key(shift: Shift) -> tuple[datetime, datetime, str, int]:
    return shift.start, shift.end, shift.post, shift.person_id


def stored_by_key(shifts: Iterable[Shift]) -> dict[Any, dict[str, Any]]:
    """Return stored shifts under the keys that entries have."""
    return {_key(shift): dict(zip(NAMES, _key(shift), strict=True)) for shift in shifts}


def _shift(line: Line, people: Mapping[int, Person], zone: tzinfo, posts: Collection[str]) -> Entry:
    start, end = _instant(line, "start", zone), _instant(line, "end", zone)
    if start is not None and end is not None and end <= start:
        line.refuse("end", "import-ends-early")
    post = line.choice("post", tuple(posts))
    key = (start, end, post or None, _watcher(line, people))
    values = dict(zip(NAMES, key, strict=True))
    # A line that could not be read is nobody's twin.
    return Entry(line.number, None if None in key else key, values)


def _instant(line: Line, column: str, zone: tzinfo) -> datetime | None:
    written = line.needed(column)
    if not written:
        return None
    try:
        return local_to_utc(written, zone)
    except Refused as refused:
        line.refuse(column, refused.text_id.replace("refused", "import"), value=written)
    except OverflowError:
        line.refuse(column, "import-time-unreadable", value=written)
    return None


def _watcher(line: Line, people: Mapping[int, Person]) -> int | None:
    telegram_id = line.telegram_id()
    person = people.get(telegram_id)
    if person is None:
        if telegram_id:
            line.refuse("telegram_id", "import-person-unknown", value=str(telegram_id))
        return None
    if not person.active:
        line.refuse("telegram_id", "import-person-inactive", name=person.name)
    elif not may(person, Role.RESPONDER):
        line.refuse("telegram_id", "import-person-may-not", name=person.name)
    return person.id


class _Span(NamedTuple):
    """A shift of the file, or without a line one that is stored."""

    start: datetime
    end: datetime
    whose: tuple[str, int]
    line: Line | None


def _file_spans(lines: Iterable[Line], entries: Iterable[Entry]) -> list[_Span]:
    spans: dict[object, _Span] = {}
    for line, entry in zip(lines, entries, strict=True):
        if isinstance(entry.key, tuple):
            start, end, post, person_id = entry.key
            spans.setdefault(entry.key, _Span(start, end, (post, person_id), line))
    return [span for span in spans.values() if span.start < span.end]


def _stored_spans(entries: Iterable[Entry], shifts: Iterable[Shift]) -> list[_Span]:
    written = {entry.key for entry in entries}
    return [
        _Span(shift.start, shift.end, (shift.post, shift.person_id), None)
        for shift in shifts
        if _key(shift) not in written
    ]


def _refuse_overlaps(spans: Iterable[_Span], zone: tzinfo) -> None:
    """Compare every shift with the one before it that ends last, per post and person."""
    by_watcher: dict[tuple[str, int], list[_Span]] = defaultdict(list)
    for span in spans:
        by_watcher[span.whose].append(span)
    for own in by_watcher.values():
        own.sort(key=lambda span: (span.start, span.end))
        longest = own[0]
        for span in own[1:]:
            if span.start < longest.end:
                _refuse_pair(longest, span, zone)
            longest = max(longest, span, key=lambda one: one.end)


def _refuse_pair(one: _Span, other: _Span, zone: tzinfo) -> None:
    if one.line is not None and other.line is not None:
        first, second = sorted((one.line, other.line), key=lambda line: line.number)
        second.refuse("start", "import-overlaps-line", first=str(first.number))
        return
    line, stored = (one.line, other) if other.line is None else (other.line, one)
    if line is not None:
        line.refuse(
            "start",
            "import-overlaps-stored",
            start=f"{stored.start.astimezone(zone):%Y-%m-%d %H:%M}",
            end=f"{stored.end.astimezone(zone):%Y-%m-%d %H:%M}",
        )
