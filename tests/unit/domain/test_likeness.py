"""When a new report may be about what another has reported already."""

import pytest

from bot.domain.likeness import Other, Why, alike

WORDS = "Trang chủ phường A bị thay hình lạ"


@pytest.mark.parametrize(
    ("words", "system_id", "other", "found"),
    [
        (WORDS, None, Other(1, "trang chu phuong A bi thay hinh la!!"), Why.WORDS),
        (WORDS, None, Other(1, "Trang chủ phường A bị thay hình"), Why.WORDS),
        (WORDS, None, Other(1, "Máy chủ phường A bị mã hoá"), None),
        ("mất mạng", None, Other(1, "mất mạng"), None),
        ("gì đó", 7, Other(1, "khác hẳn", 7), Why.SYSTEM),
        ("gì đó", None, Other(1, "khác hẳn", None), None),
        ("gì đó", 7, Other(1, "khác hẳn", 8), None),
        ("gì đó", 7, Other(1, "khác hẳn", 7, shares_indicator=True), Why.INDICATOR),
    ],
)
def test_likeness_is_seen_by_indicator_system_or_words(words, system_id, other, found):
    assert alike(words, system_id, [other]) == (None if found is None else (1, found))


def test_a_shared_indicator_is_stronger_than_a_newer_one_of_the_same_system():
    others = [Other(9, WORDS, 7), Other(3, "khác", shares_indicator=True)]
    assert alike(WORDS, 7, others) == (3, Why.INDICATOR)
