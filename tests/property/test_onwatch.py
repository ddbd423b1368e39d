"""What must hold on watch whatever the roster looks like."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain import onwatch
from bot.domain.roster import Shift
from bot.domain.watch_policy import WatchPolicy

ZERO = datetime(2026, 2, 14, tzinfo=UTC)
HOUR = timedelta(hours=1)
ZONES = [ZoneInfo(name) for name in ("Asia/Ho_Chi_Minh", "Europe/Berlin", "UTC")]
HOURS = st.integers(0, 48)


@st.composite
def rosters(draw):
    """Up to nine shifts of any length, at two posts; some of their people have come."""
    found = []
    for number in range(1, draw(st.integers(1, 9)) + 1):
        start, length = draw(HOURS), draw(st.integers(0, 24))
        came = draw(st.none() | st.integers(0, length)) if length else None
        begins = ZERO + start * HOUR
        found.append(
            Shift(
                number,
                begins,
                begins + length * HOUR,
                draw(st.sampled_from(["primary", "backup"])),
                draw(st.integers(1, 4)),
                1,
                checked_in_at=None if came is None else begins + came * HOUR,
            )
        )
    return found


@given(rosters())
def test_a_shift_takes_over_at_most_one_post_and_only_without_a_gap(shifts):
    for shift in shifts:
        after = onwatch.next_of(shift, shifts)
        if after is not None:
            assert after.post == shift.post
            assert shift.start < after.start <= shift.end < after.end
            assert onwatch.previous_of(after, shifts) is not None
    # Staggered shifts may lead to the same one, pairs never do.
    for end in {shift.end for shift in shifts}:
        pairs = [onwatch.next_of(s, shifts) for s in shifts if s.end == end]
        ids = [after.id for after in pairs if after is not None]
        assert len(ids) == len(set(ids))


@given(rosters(), HOURS, st.integers(0, 24))
def test_who_may_go_once_may_go_for_good(shifts, hour, later):
    now = ZERO + hour * HOUR
    for shift in shifts:
        if onwatch.is_relieved(shift, shifts, now):
            assert onwatch.is_relieved(shift, shifts, now + later * HOUR)


@given(rosters(), HOURS)
def test_nobody_may_go_while_somebody_is_still_to_come(shifts, hour):
    now = ZERO + hour * HOUR
    for shift in shifts:
        relief = onwatch.relief_of(shift, shifts, now)
        waits = relief is not None and relief.checked_in_at is None and relief.end > now
        if waits:
            assert not onwatch.is_relieved(shift, shifts, now)


@given(
    rosters(),
    HOURS,
    st.integers(0, 12),
    st.integers(0, 4),
    st.booleans(),
    st.sampled_from(ZONES),
    st.times(),
    st.times(),
)
def test_still_there_is_asked_at_a_fit_time_or_not_at_all(  # noqa: PLR0913, PLR0917 given
    shifts, hour, every, margin, by_night, zone, night_start, night_end
):
    changes = {"still_every": every * HOUR, "still_margin": margin * HOUR}
    night = {"night_start": night_start, "night_end": night_end, "still_at_night": by_night}
    policy = WatchPolicy().model_copy(update=changes | night)
    now = ZERO + hour * HOUR
    for shift in shifts:
        at = onwatch.asked_from(shift, now, policy, zone)
        if at is not None:
            assert shift.checked_in_at is not None
            assert max(now, shift.checked_in_at + margin * HOUR) <= at
            assert at <= shift.end - margin * HOUR
            assert by_night or not onwatch.is_night(at, policy, zone)
            assert every
