"""Playbooks, whatever people write and tick: no step is lost, and there is a way on."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.catalog import load
from bot.domain.playbook import Deed, Tick, TickState, UnderWay, read

BOOKS = st.sampled_from(load().playbooks)
NUMBERS = st.sets(st.integers(1, 30))
NOW = datetime(2026, 11, 22, tzinfo=UTC)
WORDS = st.text(st.sampled_from("xong bỏqua3 4,và.Đổichưa\n12skdne"), max_size=30)


@given(WORDS | st.text(max_size=40))
def test_whatever_is_written_is_a_deed_about_steps_or_nothing(text):
    said = read(text)
    if said is not None and said.deed is not Deed.CHANGE:
        assert said.numbers
        assert len(set(said.numbers)) == len(said.numbers)
        assert said.reason in " ".join(text.split())
        assert not (said.reason and said.deed is not Deed.SKIP)


@given(BOOKS, NUMBERS)
def test_what_is_ticked_and_what_is_open_are_the_whole_playbook(book, numbers):
    numbers = {number for number in numbers if number <= len(book.steps)}
    ticks = {n: Tick(n, TickState.DONE, 1, "Minh", NOW) for n in numbers}
    under_way = UnderWay(book, ticks, 1)
    still = {number for phase in book.phases for number in under_way.open_in(phase)}
    assert still | numbers == set(range(1, len(book.steps) + 1))
    assert still & numbers == set()
    assert under_way.progress == (len(numbers), len(book.steps))
    if still:
        assert min(still) in under_way.open_in(under_way.current)
