"""Who is on duty: posts, shifts, and local times read without guessing."""

from collections.abc import Collection, Iterable
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum

from msgspec import Struct

from bot.domain.errors import Refused

LONGEST_STAY = timedelta(hours=24)


class Post(StrEnum):
    """The posts every ladder knows; a team's catalog may name more (`bot/catalog/watch.toml`)."""

    PRIMARY = "primary"  # trực ban
    BACKUP = "backup"  # trực dự phòng
    COMMANDER = "commander"  # trực chỉ huy


class ShiftState(StrEnum):
    """What the person has said of a shift; a draft one counts for nothing yet."""

    DRAFT = "draft"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    DECLINED = "declined"  # still theirs until somebody else has it


class Shift(Struct, frozen=True):
    """One person at one post, from `start` up to but not including `end` (aware UTC).

    Of a watch, somebody who has checked in stays until they are relieved, however late that is.
    """

    id: int
    start: datetime
    end: datetime
    post: str
    person_id: int
    watch_id: int | None = None
    state: ShiftState = ShiftState.PLANNED
    checked_in_at: datetime | None = None
    relieved_at: datetime | None = None


def is_running(shift: Shift, at: datetime) -> bool:
    """Tell whether the shift covers that instant; one without length covers none."""
    return shift.start <= at < shift.end


def is_held(shift: Shift, at: datetime) -> bool:
    """Tell whether its person still stands there after its end, not relieved yet."""
    stays = shift.watch_id is not None and shift.checked_in_at is not None
    return stays and shift.relieved_at is None and shift.end <= at < shift.end + LONGEST_STAY


def covers(shift: Shift, at: datetime) -> bool:
    """Tell whether somebody can be called by that shift at that instant."""
    return shift.state is not ShiftState.DRAFT and (is_running(shift, at) or is_held(shift, at))


def on_duty(shifts: Iterable[Shift], posts: Collection[str], at: datetime) -> tuple[int, ...]:
    """Return the people at those posts at that instant, each once, earliest shift first.

    While a watch has somebody at these posts, its people are on duty and nobody else. Who waits to
    be relieved comes after who has come.
    """
    here = [shift for shift in shifts if shift.post in posts and covers(shift, at)]
    of_watch = [shift for shift in here if shift.watch_id is not None]
    standing = of_watch or here
    standing.sort(key=lambda shift: (is_held(shift, at), shift.start, shift.id))
    return tuple(dict.fromkeys(shift.person_id for shift in standing))


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
