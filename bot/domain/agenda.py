"""Somebody's own shifts as the calendar in their pocket shows them."""

from datetime import datetime

from msgspec import Struct

from bot.domain.roster import ShiftState


class Appointment(Struct, frozen=True):
    """One shift; `changes` counts what was said of it, `changed_at` is when that was last."""

    number: int
    start: datetime
    end: datetime
    post: str
    state: ShiftState
    watch: str = ""
    changes: int = 0
    changed_at: datetime | None = None


class Agenda(Struct, frozen=True):
    """A person's shifts; `account` keeps what is theirs apart from what is anybody else's."""

    name: str
    account: int
    language: str
    made_at: datetime
    appointments: tuple[Appointment, ...]
