"""A roster that somebody has sent, read: CSV, a workbook, or a calendar (iCalendar)."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.domain.cells import ImportRefused, Problem, Rows, refuse_file
from bot.domain.watch_rows import Event, Placed, Sought, read_places, rows_of
from bot.services.sheets import MOST_BYTES, read_sheet

CALENDARS = (".ics", ".ical", ".ifb")


def read_roster_file(sought: Sought, content: bytes) -> Placed | dict[str, Any]:
    """Return who stands where, or as a text everything that is wrong with the file."""
    try:
        return read_places(_rows(sought, content), sought)
    except ImportRefused as refused:
        return {"text": refused.text_id, **refused.params}


def _rows(sought: Sought, content: bytes) -> Rows:
    suffix = Path(sought.file).suffix.lower()
    if len(content) > MOST_BYTES:
        raise refuse_file("import-file-large", megabytes=str(MOST_BYTES // 1_000_000))
    if suffix in CALENDARS:
        return rows_of(list(_events(content)), sought.posts)
    with TemporaryDirectory() as folder:
        # The name is somebody else's: only its ending is used.
        path = Path(folder) / f"roster{suffix}"
        path.write_bytes(content)
        return read_sheet(path)


def _events(content: bytes) -> Iterator[Event]:
    from icalendar import Calendar  # noqa: PLC0415 only in the workshop's process

    try:
        found = Calendar.from_ical(content)
        events = list(found.walk("VEVENT"))
    except (ValueError, IndexError, KeyError, AttributeError) as error:
        raise refuse_file("roster-file-not-calendar") from error
    if not events:
        raise refuse_file("import-file-empty")
    repeating = [number for number, one in enumerate(events, start=1) if "RRULE" in one]
    if repeating:
        raise ImportRefused(Problem(number, "", "roster-row-repeats") for number in repeating)
    for event in events:
        if str(event.get("STATUS", "")).upper() != "CANCELLED":
            yield _event(event)


def _event(event: Any) -> Event:  # noqa: ANN401 a component of icalendar, which has no types
    attendees = event.get("ATTENDEE", [])
    listed = attendees if isinstance(attendees, list) else [attendees]
    return Event(
        _written(event, "DTSTART"),
        _written(event, "DTEND"),
        str(event.get("SUMMARY", "")),
        str(event.get("DESCRIPTION", "")),
        tuple(str(one.params.get("CN", "")) or str(one) for one in listed),
    )


def _written(event: Any, name: str) -> str:  # noqa: ANN401 a component of icalendar
    found = event.get(name)
    at: date | datetime | None = getattr(found, "dt", None)
    return "" if at is None else at.isoformat()
