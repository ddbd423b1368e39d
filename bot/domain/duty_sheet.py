"""The duty sheet (bảng chấm trực): what everybody was to stand, and what they really stood.

A shift belongs to the period in which it begins, as a whole. Nothing is made up: where nobody
checked in, only the plan is shown.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.domain.duty import Duty, Night, duty_of, total
from bot.domain.roster import Shift
from bot.domain.stood import Event, Stay, counted, planned_for

_NOTHING = timedelta(0)


class Row(Struct, frozen=True):
    """One person in one shift: nothing `planned` for who stood in, no `stay` without a check-in."""

    shift: Shift
    person_id: int
    planned: timedelta
    stay: Stay | None = None
    duty: Duty = Duty()
    stood_in_for: int | None = None


class Sum(Struct, frozen=True):
    """One person in a period; time at two posts at once is counted once."""

    person_id: int
    planned_shifts: int
    planned: timedelta
    stood_shifts: int
    duty: Duty
    call_outs: int


class Measure(Struct, frozen=True):
    """What time is measured with: clocks, nights, holidays."""

    zone: ZoneInfo
    night: Night
    holidays: frozenset[date]

    def duty(self, start: datetime, end: datetime) -> Duty:
        """Return what standing from `start` up to `end` costs."""
        return duty_of(start, end, self.zone, self.night, self.holidays)


def rows(
    shifts: Iterable[Shift],
    events: Mapping[int, Sequence[Event]],
    measure: Measure,
    now: datetime,
) -> list[Row]:
    """Return a row for everybody who was to stand a shift or stood it, earliest shift first."""
    found: list[Row] = []
    for shift in sorted(shifts, key=lambda each: (each.start, each.end, each.post, each.id)):
        of_shift = events.get(shift.id, ())
        holder = planned_for(shift, of_shift)
        stays = counted(shift, of_shift, now)
        planned = max(_NOTHING, shift.end - shift.start)
        if all(stay.person_id != holder for stay in stays):
            found.append(Row(shift, holder, planned))
        for number, stay in enumerate(stays):
            is_first = all(one.person_id != stay.person_id for one in stays[:number])
            is_own = stay.person_id == holder
            found.append(
                Row(
                    shift,
                    stay.person_id,
                    planned if is_own and is_first else _NOTHING,
                    stay,
                    measure.duty(stay.start, stay.end),
                    None if is_own else holder,
                )
            )
    return found


def sums(
    found: Iterable[Row],
    call_outs: Mapping[int, int],
    measure: Measure,
    name: Callable[[int], str],
    place: Callable[[Shift], object] = lambda shift: shift.id,
) -> list[Sum]:
    """Return the rows of each person together, by name; who was only called out as well.

    Shifts that are parts of one `place` of the plan count as one.
    """
    theirs: dict[int, list[Row]] = {person_id: [] for person_id in call_outs}
    for row in found:
        theirs.setdefault(row.person_id, []).append(row)
    ordered = sorted(theirs, key=lambda person_id: (name(person_id), person_id))
    return [_sum(each, theirs[each], call_outs.get(each, 0), measure, place) for each in ordered]


def _sum(
    person_id: int,
    own: Sequence[Row],
    call_outs: int,
    measure: Measure,
    place: Callable[[Shift], object],
) -> Sum:
    stays = [row.stay for row in own if row.stay is not None]
    times = _merged((stay.start, stay.end) for stay in stays)
    return Sum(
        person_id,
        len({place(row.shift) for row in own if row.planned > _NOTHING}),
        sum((row.planned for row in own), _NOTHING),
        len({place(row.shift) for row in own if row.stay is not None}),
        total(measure.duty(start, end) for start, end in times),
        call_outs,
    )


def _merged(times: Iterable[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    whole: list[tuple[datetime, datetime]] = []
    for start, end in sorted(times):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(whole[-1][1], end))
        else:
            whole.append((start, end))
    return whole


def call_outs(taken: Iterable[Event], shifts: Iterable[Shift]) -> dict[int, int]:
    """Count the pages that people took while they had no shift of their own, by person."""
    own: dict[int, list[Shift]] = {}
    for shift in shifts:
        own.setdefault(shift.person_id, []).append(shift)
    counts: dict[int, int] = {}
    for event in taken:
        if event.person_id is None or _on_duty(own.get(event.person_id, ()), event.at):
            continue
        counts[event.person_id] = counts.get(event.person_id, 0) + 1
    return counts


def _on_duty(own: Iterable[Shift], at: datetime) -> bool:
    return any(
        min(shift.start, shift.checked_in_at or shift.start)
        <= at
        < max(shift.end, shift.relieved_at or shift.end)
        for shift in own
    )
