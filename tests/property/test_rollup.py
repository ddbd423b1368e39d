"""However agencies stand, nobody is lost from a roll-up, and only all is a hundred per cent."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.league import league
from bot.domain.rollup import FINISHED, Mark, Question, Reply, roll_up

NOW = datetime(2027, 6, 25, 1, 0, tzinfo=UTC)
COUNT = Question("n", "number_of", "Số máy")
pairs = st.integers(0, 50).flatmap(
    lambda whole: st.tuples(st.integers(0, whole), st.just(whole)),
)
replies = st.lists(
    st.builds(
        Reply,
        agency=st.sampled_from(["Sở A", "Sở B", "Xã 2", "Xã 10"]),
        mark=st.sampled_from(Mark),
        due_at=st.integers(-30, 30).map(lambda days: NOW + timedelta(days=days)),
        group=st.sampled_from(["", "Sở", "Xã"]),
        answers=pairs.map(lambda pair: {"n": list(pair)}),
    ),
    max_size=12,
)


@given(replies)
def test_everybody_is_counted_once_in_the_whole_and_once_in_a_group(known):
    found = roll_up([], known, NOW)
    assert found.whole.all == len(known) == sum(group.all for group in found.groups)
    assert sum(group.overdue for group in found.groups) == found.whole.overdue
    kept = found.whole.finished + found.whole.counts.get(Mark.EXEMPT, 0) + len(found.missing)
    assert kept == len(known)


@given(replies)
def test_only_when_nobody_is_missing_all_is_done(known):
    found = roll_up([], known, NOW)
    if found.whole.asked:
        assert (found.whole.permille == 1000) is (not found.missing)
    else:
        assert found.whole.permille is None


@given(replies)
def test_sums_are_those_of_who_has_finished(known):
    (total,) = roll_up([COUNT], known, NOW).sums
    finished = [reply.answers["n"] for reply in known if reply.mark in FINISHED]
    assert (total.total, total.whole) == (
        sum(part for part, _ in finished),
        sum(whole for _, whole in finished),
    )
    assert total.permille is None or 0 <= total.permille <= 1000


@given(replies)
def test_the_league_is_in_order_and_ranks_never_leave_a_gap_unexplained(known):
    places = league(known, NOW)
    keys = [place.record.key for place in places]
    assert keys == sorted(keys)
    for number, place in enumerate(places, start=1):
        assert place.rank == keys.index(place.record.key) + 1 <= number
