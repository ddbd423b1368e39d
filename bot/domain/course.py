"""The course of an incident (diễn biến) as it is weighed afterwards: its log and what was set."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct, field

from bot.domain.kinds import Names

_NO_STEPS = frozenset(
    {
        *("received", "paged", "still", "still-asked", "silent", "promised", "presence"),
        *("situation-asked", "situation-later", "roles-reminded", "nobody-on-duty"),
        *("page-refused", "evidence-kept", "evidence-lost", "evidence-looked", "exported"),
        "evidence-given",
        *("bring-unanswered", "declined", "answered-elsewhere", "after-action", "escalated"),
        *("improvement-added", "improvement-done", "improvement-dropped", "linked", "unlinked"),
        *("loss", "form-sent", "reporter-unreached", "objected-again", "closed", "unfinished"),
    }
)
OPENED_AGAIN = frozenset({"reopened", "objected", "taken-up"})
ENDS = frozenset({"resolved", "rejected"})


class Line(Struct, frozen=True):
    """One line of the log as it is weighed; `name` is None for the bot and nameless reporters."""

    at: datetime
    kind: str
    name: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    by_reporter: bool = False

    @property
    def is_step(self) -> bool:
        """Whether a member has moved something on."""
        return self.name is not None and not self.by_reporter and self.kind not in _NO_STEPS


class Clock(Struct, frozen=True):
    """A deadline by law: until when, and when it was done."""

    names: Names
    due_at: datetime
    done_at: datetime | None = None


class Course(Struct, frozen=True):
    """All that is weighed: the log, what was set beforehand, and how far the room was used.

    `within`: how soon the first who were called should take it; `pause`: how long without a step
    is too long; `steps` and `roles`: how many of how many were settled and held.
    """

    lines: Sequence[Line]
    until: datetime
    within: timedelta
    pause: timedelta
    steps: tuple[int, int] = (0, 0)
    roles: tuple[int, int] = (0, 0)
    clocks: Sequence[Clock] = ()
    alike: Sequence[str] = ()


class Finding(Struct, frozen=True):
    """Something that helped or slowed: a text `aar-<what>` and its values."""

    what: str
    values: Mapping[str, Any] = field(default_factory=dict)


def situation_reports(lines: Sequence[Line]) -> tuple[int, int]:
    """Return how many situation reports came, and how many that were asked for did not."""
    told, missed, is_asked = 0, 0, False
    for line in lines:
        if line.kind == "situation-asked":
            missed, is_asked = missed + is_asked, True
        elif line.kind == "situation":
            told, is_asked = told + 1, False
        elif line.kind in ENDS:
            is_asked = False
    return told, missed


def first_of(lines: Sequence[Line], *kinds: str) -> Line | None:
    """Return the first line of these kinds, if there is one."""
    return next((each for each in lines if each.kind in kinds), None)


def people_of(line: Line) -> tuple[str, ...]:
    """Return whom a line names."""
    return tuple(line.details.get("people") or ())
