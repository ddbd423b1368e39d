"""On watch: when people are reminded and may come, when they are asked, and who relieves whom."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from bot.domain.errors import Refused
from bot.domain.roster import Shift, ShiftState, is_held
from bot.domain.watch_policy import WatchPolicy

AWAY = timedelta(minutes=5)


def next_notice(shift: Shift, policy: WatchPolicy, now: datetime) -> datetime | None:
    """Return when its person is reminded next; None when only the start itself is left."""
    coming = (shift.start - before for before in policy.notices if before)
    return min((at for at in coming if at > now), default=None)


def opens_at(shift: Shift, policy: WatchPolicy) -> datetime:
    """Return from when on its person can check in."""
    return shift.start - policy.checkin_opens


def late_from(shift: Shift, policy: WatchPolicy) -> datetime:
    """Return when somebody who has not checked in is missing."""
    return shift.start + policy.checkin_late


def is_missing(shift: Shift, now: datetime) -> bool:
    """Tell whether the shift runs and nobody has checked in."""
    return shift.checked_in_at is None and shift.start <= now < shift.end


def stands(shift: Shift, now: datetime) -> bool:
    """Tell whether its person has come and is there still: until the end, or until relieved."""
    if shift.checked_in_at is None or shift.relieved_at is not None:
        return False
    return now < shift.end or is_held(shift, now)


def check_in(shift: Shift, policy: WatchPolicy, now: datetime) -> Shift:
    """Return the shift with its person there from now on; Refused too early, twice or too late."""
    if shift.checked_in_at is not None:
        raise Refused("refused-checked-in", at=_instant(shift.checked_in_at))
    if now < opens_at(shift, policy):
        raise Refused("refused-checkin-early", at=_instant(opens_at(shift, policy)))
    if now >= shift.end:
        raise Refused("refused-shift-over", at=_instant(shift.end))
    return replace(shift, state=ShiftState.CONFIRMED, checked_in_at=now)


def open_for_check_in(shifts: Iterable[Shift], policy: WatchPolicy, now: datetime) -> list[Shift]:
    """Return the shifts to which their people can check in now and have not."""
    return [
        one
        for one in shifts
        if one.checked_in_at is None and opens_at(one, policy) <= now < one.end
    ]


def pause_after(times: int, first: timedelta) -> timedelta:
    """Return how long to wait after telling something so many times: it doubles each time.

    So it is told after one length, after two, after four, after eight …
    """
    doubled: int = 2 ** max(0, times - 1)
    return first * doubled


def was_away(due_at: datetime, now: datetime) -> bool:
    """Tell whether what was due is done so late that the bot cannot have been there."""
    return now - due_at > AWAY


def _instant(at: datetime) -> dict[str, str]:
    """Mark an instant as the value of a text."""
    return {"instant": at.isoformat()}


def is_night(at: datetime, policy: WatchPolicy, zone: ZoneInfo) -> bool:
    """Tell whether an instant lies in the night as the policy counts it, on clocks in `zone`."""
    clock, start, end = at.astimezone(zone).time(), policy.night_start, policy.night_end
    if start <= end:
        return start <= clock < end
    return clock >= start or clock < end


def after_night(at: datetime, policy: WatchPolicy, zone: ZoneInfo) -> datetime:
    """Return the instant itself, or the end of the night in which it lies."""
    if not is_night(at, policy, zone):
        return at
    local = at.astimezone(zone)
    morning = datetime.combine(local.date(), policy.night_end, zone)
    if local.time() >= policy.night_end:
        morning = datetime.combine(local.date() + timedelta(days=1), policy.night_end, zone)
    return morning.astimezone(at.tzinfo)


def asked_from(shift: Shift, at: datetime, policy: WatchPolicy, zone: ZoneInfo) -> datetime | None:
    """Return the first instant from `at` on at which "still there?" may be asked, or None.

    Never soon after the check-in nor shortly before the end, and by night only where asked for.
    """
    if not policy.still_every or shift.checked_in_at is None:
        return None
    earliest = max(at, shift.checked_in_at + policy.still_margin)
    asked = earliest if policy.still_at_night else after_night(earliest, policy, zone)
    return asked if asked <= shift.end - policy.still_margin else None


def next_still(
    shift: Shift, seen_at: datetime, policy: WatchPolicy, zone: ZoneInfo
) -> datetime | None:
    """Return when somebody last seen at `seen_at` is asked "still there?"; None when not again."""
    return asked_from(shift, seen_at + policy.still_every, policy, zone)


def next_of(shift: Shift, shifts: Iterable[Shift]) -> Shift | None:
    """Return the shift that takes over its post at its end, None in front of a gap.

    Where a post has several people they pair by order, whoever stays on with themselves.
    """
    of_post = [one for one in shifts if _is_beside(one, shift)]
    leaving = sorted((one for one in of_post if one.end == shift.end), key=_place)
    coming = [one for one in of_post if shift.start < one.start <= shift.end < one.end]
    latest = max((one.start for one in coming), default=None)
    coming = sorted((one for one in coming if one.start == latest), key=_place)
    return _paired(leaving, coming).get(shift.id)


def _is_beside(one: Shift, shift: Shift) -> bool:
    counts = one.watch_id is not None and one.state is not ShiftState.DRAFT
    return counts and one.post == shift.post


def _place(shift: Shift) -> tuple[datetime, int]:
    return shift.start, shift.id


def _paired(leaving: list[Shift], coming: list[Shift]) -> dict[int, Shift]:
    """Pair who leaves with who comes: first those who stay on, then the others by order."""
    pairs: dict[int, Shift] = {}
    waiting = list(coming)
    for one in leaving:
        same = next((other for other in waiting if other.person_id == one.person_id), None)
        if same is not None:
            pairs[one.id] = same
            waiting.remove(same)
    rest = (one for one in leaving if one.id not in pairs)
    return pairs | {one.id: other for one, other in zip(rest, waiting, strict=False)}


def previous_of(shift: Shift, shifts: Iterable[Shift]) -> Shift | None:
    """Return the shift from which this one takes over, None when the post stood empty before."""
    known = list(shifts)
    return next((one for one in known if next_of(one, known) == shift), None)


def relief_of(shift: Shift, shifts: Iterable[Shift], now: datetime) -> Shift | None:
    """Return the shift whose person relieves this one's: has come, or may still come.

    Whoever never came is passed over once their time is over.
    """
    known = list(shifts)
    found = next_of(shift, known)
    while found is not None and found.checked_in_at is None and found.end <= now:
        found = next_of(found, known)
    return found


def is_relieved(shift: Shift, shifts: Iterable[Shift], now: datetime) -> bool:
    """Tell whether its person may go at its end: somebody has come, or nobody is to come."""
    if now < shift.end:
        return False
    relief = relief_of(shift, shifts, now)
    return relief is None or relief.checked_in_at is not None
