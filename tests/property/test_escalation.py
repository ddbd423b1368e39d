"""Whatever the policy, the roster and the answers: a live ladder goes on and is never silent."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.duration import format_duration, parse_duration
from bot.domain.escalation import (
    Climb,
    Ladder,
    Policy,
    Step,
    Target,
    Watchers,
    climb,
    decline,
    is_deserted,
    start,
)

Turn = tuple[set[int], set[int], Watchers]
NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
PEOPLE = st.integers(1, 5)
CHANNELS = st.lists(st.sampled_from(["telegram", "sms", "email", "chat"]), min_size=1, max_size=2)


def lengths(least: int) -> st.SearchStrategy[timedelta]:
    return st.integers(least, 100_000).map(lambda number: timedelta(seconds=number))


def steps(least: int) -> st.SearchStrategy[Step]:
    targets = st.lists(st.sampled_from(Target), min_size=1, max_size=3)
    return st.builds(
        lambda after, notify, channels: Step(
            after=after, notify=tuple(notify), channels=tuple(channels)
        ),
        lengths(least),
        targets,
        CHANNELS,
    )


POLICIES = st.builds(
    lambda first, rest, repeat, expires: Policy(
        repeat_every=repeat, acknowledge_expires=expires, steps=(first, *rest)
    ),
    steps(0),
    st.lists(steps(1), max_size=4),
    lengths(1),
    lengths(1),
)
WATCHERS = st.dictionaries(
    st.sampled_from([target for target in Target if target is not Target.TEAM]),
    st.lists(PEOPLE, max_size=3).map(tuple),
)
# What happens before each due instant: who declines, whom no message reaches, who is there then.
TURNS = st.lists(st.tuples(st.sets(PEOPLE), st.sets(PEOPLE), WATCHERS), min_size=1, max_size=12)


def played(policy: Policy, turns: list[Turn]) -> list[tuple[Ladder, datetime, Climb]]:
    """The ladder before, the instant, and what came of it, for each turn of a live ladder."""
    ladder, now = start(1, policy, NOW)
    story: list[tuple[Ladder, datetime, Climb]] = []
    for declining, refused, watchers in turns:
        for person in declining:
            ladder = decline(ladder, person)
            if is_deserted(ladder, refused):
                now = min(now, story[-1][1] + timedelta(microseconds=1))
        climbed = climb(ladder, watchers, now)
        story.append((ladder, now, climbed))
        ladder, now = climbed.ladder, climbed.next_at
    return story


@given(POLICIES, TURNS)
def test_the_next_instant_always_lies_ahead(policy, turns):
    for _, now, climbed in played(policy, turns):
        assert climbed.next_at > now
        assert climbed.ladder.live


@given(POLICIES, TURNS)
def test_every_step_is_climbed_in_order_and_passed_over_only_when_it_reaches_nobody(policy, turns):
    for (before, _, climbed), (_, _, watchers) in zip(played(policy, turns), turns, strict=True):
        last = len(policy.steps)
        ran = climbed.ladder.step - 1 if climbed.ladder.round == before.round else last
        assert before.step <= ran <= last
        for step in policy.steps[before.step : ran]:
            people = {person for target in step.notify for person in watchers.get(target, ())}
            assert people <= before.declined
            assert set(step.notify) != {Target.TEAM}
        assert {page.step for page in climbed.pages} <= {ran}


@given(POLICIES, TURNS)
def test_nobody_is_paged_twice_in_one_climb_and_no_page_is_made_twice(policy, turns):
    made = [page for _, _, climbed in played(policy, turns) for page in climbed.pages]
    keys = [(page.person_id, page.step, page.round) for page in made]
    assert len(set(keys)) == len(keys)


@given(POLICIES, TURNS)
def test_whoever_declined_is_paged_again_only_when_nobody_else_is_left(policy, turns):
    for before, _, climbed in played(policy, turns):
        again = {page.person_id for page in climbed.pages} & before.declined
        if again:
            assert climbed.ladder.round > 0
            assert {page.person_id for page in climbed.pages} <= before.declined


@given(POLICIES, TURNS)
def test_every_climb_reaches_a_person_or_the_group(policy, turns):
    for _, _, climbed in played(policy, turns):
        assert climbed.pages or climbed.team


@given(POLICIES, TURNS)
def test_a_repeat_reaches_everybody_it_should_and_the_group(policy, turns):
    due = (*policy.steps[-1].notify, Target.LEADS)
    for (before, _, climbed), (_, _, watchers) in zip(played(policy, turns), turns, strict=True):
        if climbed.ladder.round > before.round:
            everybody = {person for target in due for person in watchers.get(target, ())}
            assert everybody - before.declined <= {page.person_id for page in climbed.pages}
            assert climbed.team


@given(POLICIES, TURNS)
def test_a_target_with_nobody_behind_it_is_named_and_others_are_not(policy, turns):
    for (_, _, climbed), (_, _, watchers) in zip(played(policy, turns), turns, strict=True):
        assert all(not watchers.get(target) for target in climbed.empty)
        assert Target.TEAM not in climbed.empty


@given(POLICIES, TURNS)
def test_a_snapshot_of_the_policy_climbs_the_same(policy, turns):
    snapshot = Policy.model_validate_json(policy.model_dump_json())
    assert snapshot == policy
    assert played(snapshot, turns) == played(policy, turns)


@given(POLICIES, st.lists(WATCHERS, min_size=1, max_size=12))
def test_deliveries_that_always_fail_hurry_each_step_once_and_then_wait(policy, rosters):
    ladder, _ = start(1, policy, NOW)
    hurried = 0
    for watchers in rosters:
        climbed = climb(ladder, watchers, NOW)
        ladder = climbed.ladder
        hurried += is_deserted(ladder, ladder.paged)
    assert hurried <= len(policy.steps)


@given(st.timedeltas(timedelta(), timedelta(days=900)))
def test_a_length_of_time_is_read_back_as_it_was_written(length):
    assert parse_duration(format_duration(length)) == length
