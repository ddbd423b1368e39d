"""Whatever happened in a night, its account has each call and each deed once, in order."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.why import ANSWERS, ASKING, CALLS, EVENTS, PAGED, Call, Event, account

NIGHT = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)
instants = st.integers(0, 30).map(lambda minutes: NIGHT + timedelta(minutes=minutes))
people = st.none() | st.integers(1, 3)
calls = st.lists(
    st.builds(
        Call,
        at=instants,
        kind=st.sampled_from(sorted(CALLS)),
        state=st.just("sent"),
        person_id=people,
    ),
    max_size=12,
).map(lambda rows: sorted(rows, key=lambda row: row.at))
events = st.lists(
    st.builds(Event, at=instants, kind=st.sampled_from(sorted(EVENTS)), person_id=people),
    max_size=12,
).map(lambda rows: sorted(rows, key=lambda row: row.at))


def ids(rows):
    return sorted(id(row) for row in rows)


@given(calls, events)
def test_every_call_and_every_deed_stands_there_once_and_in_order(called, happened):
    found = account(called, happened)
    lines = [*found.first, *found.last]
    assert found.left_out == 0
    shown = [line.what for line in lines] + [line.answer for line in lines if line.answer]
    hidden = [
        event
        for event in happened
        if event.kind == PAGED and any(call.at == event.at for call in called)
    ]
    assert ids([*shown, *hidden]) == ids([*called, *happened])
    assert [line.what.at for line in lines] == sorted(line.what.at for line in lines)


@given(calls, events)
def test_an_answer_is_by_the_person_who_was_asked_and_not_before_it(called, happened):
    for line in account(called, happened).first:
        if line.answer is not None:
            assert line.what.kind in ASKING
            assert line.answer.kind in ANSWERS
            assert line.answer.person_id == line.what.person_id
            assert line.answer.at >= line.what.at
