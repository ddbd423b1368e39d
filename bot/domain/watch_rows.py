"""A roster of one watch from a sheet or a calendar: every line is a place and who stands there.

All of it is right, or nothing is taken and every mistake is named with its line.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.domain.cells import Line, Register, Rows, Table, tidy
from bot.domain.errors import Refused
from bot.domain.people import Person, Role, may
from bot.domain.roster import local_to_utc
from bot.domain.typed import unaccented
from bot.domain.watch import Slot
from bot.domain.watch_policy import PostKind
from bot.domain.watch_words import post_named

Span = tuple[datetime, datetime]

HEADER = ("start", "end", "post", "telegram_id")
_CALLED = {
    "start": ("start", "bat dau", "tu"),
    "end": ("end", "ket thuc", "den"),
    "post": ("post", "vi tri"),
    "telegram_id": ("telegram id", "telegram", "so telegram"),
    "name": ("name", "ten", "ho ten", "ho va ten", "nguoi truc"),
}
_LOCAL = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})[ T]+(\d{1,2})[:h](\d{2})")


class Sought(Struct, frozen=True):
    """What a file is read against: the places of a watch, its posts, and the people there are."""

    places: Sequence[Slot]
    posts: Sequence[PostKind]
    people: Sequence[Person]
    zone: ZoneInfo
    file: str


class Fitted(Struct, frozen=True):
    """A line whose times are no shift's: the shifts it was fitted to, by begin and end."""

    line: int
    start: datetime
    end: datetime
    spans: tuple[Span, ...]

    @property
    def is_divided(self) -> bool:
        """Whether it begins and ends with shifts, several of them."""
        return (self.spans[0][0], self.spans[-1][1]) == (self.start, self.end)


class Placed(Struct, frozen=True):
    """Who stands where, and which lines were fitted to the watch's shifts."""

    given: Mapping[Slot, int]
    fitted: Sequence[Fitted] = ()


def read_places(rows: Rows, sought: Sought) -> Placed:
    """Return who stands where, or raise ImportRefused with every problem the file has.

    Times that are no shift's are fitted: a long line is divided, another gets the shifts it mostly
    covers, or the one in which it lies.
    """
    table = Table(Register.ROSTER, _named(rows))
    free: dict[tuple[datetime, datetime, str], list[Slot]] = {}
    for slot in sorted(sought.places):
        free.setdefault((slot.start, slot.end, slot.post), []).append(slot)
    given: dict[Slot, int] = {}
    fitted: list[Fitted] = []
    for line in table.lines:
        read, person_id = _times(line, sought), _person(line, sought.people)
        spans = _spans_for(line, read, free) if read is not None else ()
        if read is None or person_id is None or not spans:
            continue
        start, end, post = read
        for span in spans:
            _give(line, free[*span, post], person_id, given)
        if spans != ((start, end),):
            fitted.append(Fitted(line.number, start, end, spans))
    table.finish()
    return Placed(given, tuple(fitted))


def _named(rows: Rows) -> Rows:
    """Return the sheet with the register's own names; a name stands in for a missing number."""
    if not rows:
        return rows
    (number, header), *lines = rows
    names = [_column(cell) for cell in header]
    if "name" not in names:
        return [(number, names), *lines]
    if "telegram_id" not in names:
        names[names.index("name")] = "telegram_id"
        return [(number, names), *lines]
    at, instead = names.index("telegram_id"), names.index("name")
    merged = [(which, _merged(cells, at, instead)) for which, cells in lines]
    return [(number, [*names[:instead], *names[instead + 1 :]]), *merged]


def _column(cell: str) -> str:
    plain = unaccented(cell)
    return next((name for name, called in _CALLED.items() if plain in called), tidy(cell))


def _merged(cells: Sequence[str], at: int, instead: int) -> list[str]:
    row = [*cells, *([""] * (max(at, instead) + 1 - len(cells)))]
    row[at] = row[at].strip() or row[instead]
    return [*row[:instead], *row[instead + 1 :]]


def _times(line: Line, sought: Sought) -> tuple[datetime, datetime, str] | None:
    start, end = _instant(line, "start", sought.zone), _instant(line, "end", sought.zone)
    written = line.needed("post")
    post = post_named(written, sought.posts) if written else None
    if written and post is None:
        posts = {"list": [{"names": dict(kind.names)} for kind in sought.posts]}
        line.refuse("post", "roster-row-no-post", value=written, posts=posts)
    if start is None or end is None or post is None:
        return None
    if end <= start:
        line.refuse("end", "import-ends-early")
        return None
    return start, end, post


def _spans_for(
    line: Line,
    read: tuple[datetime, datetime, str],
    free: Iterable[tuple[datetime, datetime, str]],
) -> tuple[Span, ...]:
    """Return the shifts of a post that a line means, earliest first; none is a mistake."""
    start, end, post = read
    spans = sorted((begins, ends) for begins, ends, its_post in free if its_post == post)
    if (start, end) in spans:
        return ((start, end),)
    mostly = [
        (begins, ends)
        for begins, ends in spans
        if 2 * (min(end, ends) - max(start, begins)) >= ends - begins
    ]
    found = mostly or [span for span in spans if span[0] <= start and end <= span[1]]
    if not found:
        line.refuse("start", "roster-row-no-shift")
    return tuple(found)


def _instant(line: Line, column: str, zone: ZoneInfo) -> datetime | None:
    written = line.needed(column)
    if not written:
        return None
    found = _LOCAL.fullmatch(written)
    if found is not None:
        day, month, year, hour, minute = found.groups()
        written = f"{year}-{month:0>2}-{day:0>2}T{hour:0>2}:{minute}"
    try:
        return local_to_utc(written, zone)
    except Refused as refused:
        line.refuse(column, refused.text_id.replace("refused", "import"), value=written)
    return None


def _person(line: Line, people: Sequence[Person]) -> int | None:
    written = line.needed("telegram_id")
    if not written:
        return None
    found = _called(written, people)
    if not found:
        line.refuse("telegram_id", "roster-row-nobody", value=written)
    elif len(found) > 1:
        names = ", ".join(person.name for person in found)
        line.refuse("telegram_id", "roster-row-several", value=written, names=names)
    elif not may(found[0], Role.RESPONDER):
        line.refuse("telegram_id", "import-person-may-not", name=found[0].name)
    else:
        return found[0].id
    return None


def _called(written: str, people: Sequence[Person]) -> list[Person]:
    """Return who is meant by a number of Telegram, an address, or a name: whole, else in part."""
    if written.isascii() and written.isdecimal():
        return [person for person in people if str(person.telegram_id) == written]
    if "@" in written:
        address = written.casefold().removeprefix("mailto:")
        return [person for person in people if (person.email or "").casefold() == address]
    wanted = unaccented(written)
    whole = [person for person in people if unaccented(person.name) == wanted]
    part = [person for person in people if f" {wanted} " in f" {unaccented(person.name)} "]
    return whole or (part if wanted else [])


def _give(line: Line, seats: Sequence[Slot], person_id: int, given: dict[Slot, int]) -> None:
    if any(given.get(seat) == person_id for seat in seats):
        line.refuse("telegram_id", "roster-row-twice")
        return
    seat = next((seat for seat in seats if seat not in given), None)
    if seat is None:
        line.refuse("post", "roster-row-full", people=str(len(seats)))
        return
    busy = any(
        person_id == other_id and other.start < seat.end and seat.start < other.end
        for other, other_id in given.items()
    )
    if busy:
        line.refuse("telegram_id", "roster-row-busy")
        return
    given[seat] = person_id


class Event(Struct, frozen=True):
    """One event of a calendar: its times as ISO text, and everything that may name the rest."""

    start: str
    end: str
    summary: str
    description: str = ""
    attendees: tuple[str, ...] = ()
    repeats: bool = False


_PARTS = re.compile(r"\s*(?::|\s[-–—]\s|\()\s*")  # noqa: RUF001 dashes people type


def rows_of(events: Sequence[Event], posts: Sequence[PostKind]) -> Rows:
    """Return events as the lines of a sheet, counted from 1.

    The summary is `post: person`, in either order, or only the post: then an attendee is the
    person, or the description.
    """
    rows: list[tuple[int, Sequence[str]]] = [(0, HEADER)]
    for number, event in enumerate(events, start=1):
        rows.append((number, _row(event, posts)))
    return rows


def _row(event: Event, posts: Sequence[PostKind]) -> tuple[str, ...]:
    parts = [part.strip(" )") for part in _PARTS.split(event.summary, maxsplit=1)]
    post, person = parts[0], parts[1] if len(parts) > 1 else ""
    if person and post_named(post, posts) is None and post_named(person, posts) is not None:
        post, person = person, post
    others: tuple[Any, ...] = (person, *event.attendees, event.description)
    return event.start, event.end, post, next((tidy(each) for each in others if each.strip()), "")
