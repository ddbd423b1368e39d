"""Who is on duty: posts, shifts, and local times read without guessing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from enum import StrEnum

from bot.domain.errors import Refused


class Post(StrEnum):
    """A place of the watch that somebody must fill."""

    PRIMARY = "primary"  # trực ban
    BACKUP = "backup"  # trực dự phòng
    COMMANDER = "commander"  # trực chỉ huy


@dataclass(frozen=True, slots=True)
class Shift:
    """One person at one post, from `start` up to but not including `end` (aware UTC)."""

    id: int
    start: datetime
    end: datetime
    post: Post
    person_id: int


def is_running(shift: Shift, at: datetime) -> bool:
    """Tell whether the shift covers that instant; one without length covers none."""
    return shift.start <= at < shift.end


def on_duty(shifts: Iterable[Shift], post: Post, at: datetime) -> tuple[int, ...]:
    """Return the people at that post at that instant, each once, earliest shift first."""
    running = [shift for shift in shifts if shift.post is post and is_running(shift, at)]
    running.sort(key=lambda shift: (shift.start, shift.id))
    return tuple(dict.fromkeys(shift.person_id for shift in running))


def local_to_utc(text: str, zone: tzinfo) -> datetime:
    """Return the instant an ISO time such as `2026-11-22T07:30` stands for on clocks in `zone`.

    Refused when it cannot be read, does not exist there, or exists twice (clocks set back).
    An offset written with it is believed.
    """
    try:
        written = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise Refused("refused-time-unreadable", written=text) from error
    if ":" not in text:
        # A date alone would silently mean its midnight, which for an end is a day too early.
        raise Refused("refused-time-unreadable", written=text)
    try:
        return written.astimezone(UTC) if written.tzinfo else _only_instant(written, zone)
    except OverflowError as error:
        # The first and last hours of the calendar have no UTC.
        raise Refused("refused-time-unreadable", written=text) from error


def _only_instant(written: datetime, zone: tzinfo) -> datetime:
    early, late = (written.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    instant = early.astimezone(UTC)
    if early.utcoffset() != late.utcoffset():
        lost = instant.astimezone(zone).replace(tzinfo=None) != written
        text_id = "refused-time-skipped" if lost else "refused-time-twice"
        raise Refused(text_id, written=written.isoformat(" ", "minutes"))
    return instant
