"""Who really stood a shift, from when until when: what the watch log proves, and nothing more.

A shift without a check-in is a plan. Time is counted from the check-in, but not before the shift
begins; until its end, or until relief has come where somebody stayed longer.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from bot.domain.onwatch import late_from
from bot.domain.roster import Shift, is_held
from bot.domain.watch_policy import WatchPolicy

COMES = frozenset({"checked-in", "stayed-on", "stood-in", "came-back"})
GOES = frozenset({"given"})  # what a shift's holder has stood is a shift of its own from then on


class Event(Struct, frozen=True):
    """A line of the watch log, or of an incident's timeline (`incident_id`)."""

    kind: str
    at: datetime
    shift_id: int | None = None
    person_id: int | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    incident_id: int | None = None


class Stay(Struct, frozen=True):
    """Somebody stood a shift from `start` up to `end`; not `proven` if the bot was away then."""

    shift_id: int
    person_id: int
    post: str
    start: datetime
    end: datetime
    proven: bool = True


class Arrival(StrEnum):
    """Whether somebody came to a shift."""

    ON_TIME = "on-time"
    LATE = "late"
    MISSED = "missed"  # nobody came, and it is late enough to say so


def of_shifts(events: Iterable[Event]) -> dict[int, list[Event]]:
    """Return the events of each shift, in the order given."""
    found: dict[int, list[Event]] = {}
    for event in events:
        if event.shift_id is not None:
            found.setdefault(event.shift_id, []).append(event)
    return found


def stays(shift: Shift, events: Sequence[Event], now: datetime) -> list[Stay]:
    """Return who stood a shift so far, one after the other; somebody who came early, from then."""
    found: list[Stay] = []
    last = _last_instant(shift, now)
    here: Event | None = None
    for event in events:
        if event.kind not in COMES | GOES:
            continue
        if here is not None:
            found.append(_stay(shift, here, event.at))
        here = event if event.kind in COMES else None
    if here is not None:
        left = (event for event in events if event.kind == "relieved")
        proven = all(event.details.get("proven", True) for event in left)
        found.append(replace(_stay(shift, here, last), proven=proven))
    return [stay for stay in found if stay.start < stay.end]


def _stay(shift: Shift, came: Event, until: datetime) -> Stay:
    return Stay(shift.id, came.person_id or shift.person_id, shift.post, came.at, until)


def _last_instant(shift: Shift, now: datetime) -> datetime:
    if shift.relieved_at is not None:
        return shift.relieved_at
    return now if is_held(shift, now) else min(now, shift.end)


def within(stays: Iterable[Stay], start: datetime, end: datetime) -> list[Stay]:
    """Return what of the stays lies in a period."""
    cut = (replace(stay, start=max(stay.start, start), end=min(stay.end, end)) for stay in stays)
    return [stay for stay in cut if stay.start < stay.end]


def counted(shift: Shift, events: Sequence[Event], now: datetime) -> list[Stay]:
    """Return the stays without the minutes before the shift begins."""
    return within(stays(shift, events, now), shift.start, now)


def planned_for(shift: Shift, events: Iterable[Event]) -> int:
    """Return whose shift it was before anybody stood in."""
    for event in events:
        if event.kind == "stood-in":
            return int(event.details["for_id"])
    return shift.person_id


def arrival(
    shift: Shift, events: Iterable[Event], policy: WatchPolicy, now: datetime
) -> Arrival | None:
    """Tell whether somebody came in time, whoever it was; None while there is time to come."""
    came = next((event.at for event in events if event.kind in COMES and event.at <= now), None)
    last = late_from(shift, policy)
    if came is not None:
        return Arrival.ON_TIME if came <= last else Arrival.LATE
    return Arrival.MISSED if now > min(last, shift.end) else None
