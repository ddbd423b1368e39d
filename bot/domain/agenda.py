"""Somebody's own shifts as the calendar in their pocket shows them."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.roster import ShiftState


@dataclass(frozen=True, slots=True)
class Appointment:
    """One shift; `changes` counts what was said of it, `changed_at` is when that was last."""

    number: int
    start: datetime
    end: datetime
    post: str
    state: ShiftState
    watch: str = ""
    changes: int = 0
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """A person's shifts; `account` keeps what is theirs apart from what is anybody else's."""

    name: str
    account: int
    language: str
    made_at: datetime
    appointments: tuple[Appointment, ...]
