"""What is looked for, and the part of a text that shows it."""

import pytest

from bot.domain.errors import Refused
from bot.domain.search import AROUND, MOST_TERMS, excerpt, terms

LONG = (
    "Sáng nay phòng kế toán bật máy thì thấy mọi tệp đều đổi tên, trên màn hình có thư đòi tiền "
    "chuộc bằng tiếng Anh; máy chủ tệp của Sở cũng không mở được."
)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Mã độc", ("ma", "doc")),
        ("đòi tiền, ĐÒI!", ("doi", "tien")),
        ("a b ab", ("ab",)),
        ("SC-2026-0012", ("sc", "2026", "0012")),
        ('"; DROP TABLE x; --*', ("drop", "table")),
    ],
)
def test_terms_are_words_without_accents_each_once(words, wanted):
    assert terms(words) == wanted


def test_not_more_terms_than_the_index_is_asked_for():
    assert len(terms(" ".join(f"tu{n}" for n in range(50)))) == MOST_TERMS


@pytest.mark.parametrize("words", ["", "   ", "a", "* ? _", "!!!"])
def test_nothing_to_look_for_is_refused(words):
    with pytest.raises(Refused, match="refused-search-nothing"):
        terms(words)


def test_an_excerpt_shows_the_word_found_with_its_accents_and_whole_words_around_it():
    shown = excerpt(LONG, ("chuoc",))
    assert "tiền chuộc bằng" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert set(shown.split()) - {"…"} <= set(LONG.split())


def test_a_short_text_is_shown_whole_on_one_line():
    assert excerpt("máy chủ\n\nbị khóa", ("khoa",)) == "máy chủ bị khóa"


def test_a_text_without_the_word_shows_its_beginning():
    assert excerpt(LONG, ("xyz",)).startswith("Sáng nay")
    assert len(excerpt("x" * 500, ("xyz",))) <= 2 * AROUND + 2
