"""Why did nobody come? Who was called about an incident, in order, each with what came of it.

Pure over rows: the calls that were to be sent, and the lines of the timeline. An answer stands in
the line of the newest call to that person before it, so that each call can be read by itself.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

PAGE, TEAM_PAGE = "incident-page", "incident-team-page"
# What asks a person for an answer, and what only tells them.
ASKING = frozenset(
    {PAGE, "incident-assigned", "incident-still", "incident-reopened", "incident-bring-in"}
)
TELLING = frozenset({TEAM_PAGE, "incident-nobody", "incident-help", "incident-unreachable"})
CALLS = ASKING | TELLING

ANSWERS = frozenset(
    {
        *("taken", "declined", "escalated", "promised", "still", "released", "resolved"),
        *("rejected", "presence"),
    }
)
PAGED = "paged"
EVENTS = ANSWERS | {
    *("received", "nobody-on-duty", "assigned", "silent", "severity", PAGED),
    *("brought-in", "bring-unanswered", "roll-call"),
    *("closed", "reopened", "taken-up", "objected", "objected-again"),
}
FIRST, LAST = 12, 18


class Call(Struct, frozen=True):
    """One message that calls somebody; without a person it went to the group.

    `step` counts from 0 and `round` the repeats of a ladder; `number` is Telegram's.
    """

    at: datetime
    kind: str
    state: str
    person_id: int | None = None
    name: str | None = None
    step: int | None = None
    round: int = 0
    attempts: int = 0
    reason: str | None = None
    sent_at: datetime | None = None
    number: int | None = None
    channel: str = "telegram"


class Event(Struct, frozen=True):
    """One line of the timeline; `name` is None for the bot, and for whoever reported it."""

    at: datetime
    kind: str
    person_id: int | None = None
    name: str | None = None
    by_reporter: bool = False
    details: Mapping[str, Any] = field(default_factory=dict)


class Line(Struct, frozen=True):
    """A call with its answer if there was one, or something else that happened."""

    what: Call | Event
    answer: Event | None = None


class Account(Struct, frozen=True):
    """The lines in order; of a long story only its beginning and its end, `left_out` between."""

    first: tuple[Line, ...]
    left_out: int = 0
    last: tuple[Line, ...] = ()


def account(calls: Sequence[Call], events: Sequence[Event]) -> Account:
    """Return everything that happened, oldest first; both are given in their own order."""
    called, rest = _answered(calls, events)
    instants = {call.at for call in calls}
    happened = [
        Line(event)
        for event in rest
        # A climb is told by its calls; one without any has found nobody.
        if event.kind != PAGED or event.at not in instants
    ]
    # At one instant the cause comes first. Sorting keeps the order of what is equal.
    lines = sorted(
        [*happened, *called], key=lambda line: (line.what.at, isinstance(line.what, Call))
    )
    return _shortened(tuple(lines))


def _answered(calls: Sequence[Call], events: Sequence[Event]) -> tuple[list[Line], list[Event]]:
    """Put each answer behind its call; returns the calls' lines and the events left over."""
    lines = [Line(call) for call in calls]
    rest = []
    for event in events:
        at = _newest_call(calls, event) if event.kind in ANSWERS else None
        if at is None or lines[at].answer is not None:
            rest.append(event)
        else:
            lines[at] = replace(lines[at], answer=event)
    return lines, rest


def _newest_call(calls: Sequence[Call], event: Event) -> int | None:
    if event.person_id is None:
        return None
    asked = [
        number
        for number, call in enumerate(calls)
        if call.person_id == event.person_id and call.kind in ASKING and call.at <= event.at
    ]
    return max(asked, key=lambda number: calls[number].at, default=None)


def _shortened(lines: tuple[Line, ...]) -> Account:
    if len(lines) <= FIRST + LAST:
        return Account(lines)
    return Account(lines[:FIRST], len(lines) - FIRST - LAST, lines[-LAST:])
