"""Evidence (chứng cứ): files that came with an incident, and what has become of each."""

from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct
from pydantic import Field

from bot.domain.kinds import Entry, Names, in_language

LARGEST = 20 * 1024 * 1024  # what Telegram gives to bots
TRY_AGAIN_AFTER = timedelta(hours=1)
TRY_FOR = timedelta(days=3)


class State(StrEnum):
    """Where a file is."""

    WAITING = "waiting"
    LATE = "late"  # could not be fetched or written; tried again every hour
    KEPT = "kept"
    TOO_BIG = "too-big"
    LOST = "lost"
    TELEGRAM = "telegram"  # no folder is set: it is only there


class Evidence(Struct, frozen=True):
    """One file; `name` is what its sender called it, `sha256` is there once it is kept."""

    id: int
    incident_id: int
    person_id: int
    by_reporter: bool
    media: str
    name: str | None
    file_id: str
    size: int | None
    sha256: str | None
    state: State
    added_at: datetime
    kept_at: datetime | None = None


class EvidenceBook(Entry):
    """`evidence.toml`: how a file reaches the team that Telegram lets no bot have."""

    other_way: Names = Field(default_factory=lambda: {"vi": "Hãy gọi Đội để thống nhất cách gửi."})

    def way(self, language: str) -> str:
        """Return the other way in words."""
        return in_language(self.other_way, language)


def first_state(size: int | None, *, has_folder: bool) -> State:
    """Return what happens with a file that has just come."""
    if size is not None and size > LARGEST:
        return State.TOO_BIG
    return State.WAITING if has_folder else State.TELEGRAM


def is_hopeless(added_at: datetime, now: datetime) -> bool:
    """Tell whether a file that could not be had is tried no more."""
    return now - added_at >= TRY_FOR


def kilobytes(size: int) -> int:
    """Return a size as people are told it: begun kilobytes."""
    return -(-size // 1024)
