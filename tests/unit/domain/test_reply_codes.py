"""Codes that answer: read however they are typed, guessed by nobody."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.reply_codes import (
    LENGTH,
    LETTERS,
    WINDOW,
    WRONG_BY_ALL,
    WRONG_BY_ONE,
    Guesses,
    new_code,
    read_code,
    shown,
)

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def test_a_code_is_made_of_letters_nobody_mixes_up():
    letters = itertools.cycle(LETTERS)
    code = new_code(lambda _: next(letters))
    assert len(code) == LENGTH
    assert not set("01OIL") & set(LETTERS)
    assert len(LETTERS) ** LENGTH > 8 * 10**11


@pytest.mark.parametrize(
    "typed", ["K7QM4XTP", "k7qm-4xtp", " K7QM 4XTP ", "k7qm\u20134xtp", "K7QM.4XTP"]
)
def test_it_is_read_however_it_is_typed(typed):
    assert read_code(typed) == "K7QM4XTP"


@pytest.mark.parametrize(
    "typed", ["", "K7QM", "K7QM4XTPA", "K7QM4XT0", "\uff2b7QM4XTP", "K7QM4X\0"]
)
def test_what_is_no_code_is_none(typed):
    assert read_code(typed) is None


def test_it_is_shown_as_it_is_read():
    assert read_code(shown("K7QM4XTP")) == "K7QM4XTP"


def test_one_place_may_be_wrong_so_often_and_again_later():
    guesses = Guesses()
    for _ in range(WRONG_BY_ONE):
        assert guesses.may_try("a", NOW)
        guesses.failed("a", NOW)
    assert not guesses.may_try("a", NOW)
    assert guesses.may_try("b", NOW)
    assert guesses.may_try("a", NOW + WINDOW)


def test_all_places_together_may_be_wrong_so_often():
    guesses = Guesses()
    for number in range(WRONG_BY_ALL):
        guesses.failed(str(number), NOW)
    assert not guesses.may_try("new", NOW)
    assert guesses.may_try("new", NOW + WINDOW + timedelta(seconds=1))
