import pytest

from bot.domain.confirm_words import answered

SHIFTS = (57, 58)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ok", (True, None)),
        ("Dạ vâng ạ", (True, None)),
        ("em nhận ạ", (True, None)),
        ("trực được nhé", (True, None)),
        ("I will be there", (True, None)),
        ("ok 57", (True, 57)),
        ("xác nhận ca 58", (True, 58)),
        ("không", (False, None)),
        ("I can't", (False, None)),
        ("no 57", (False, 57)),
        ("tôi không trực được ca số 58 ạ", (False, 58)),
        ("I can't shift 57", (False, 57)),
    ],
)
def test_an_answer_says_whether_and_for_which_shift(words, expected):
    assert answered(words, SHIFTS) == expected


@pytest.mark.parametrize(
    "words", ["", "57", "cảm ơn", "máy chủ bị hỏng", "không 99", "ok 57 58", "ok 577", "để xem đã"]
)
def test_everything_else_is_no_answer(words):
    assert answered(words, SHIFTS) is None


def test_a_number_of_somebody_elses_message_is_no_answer():
    assert answered("ok 57", (58,)) is None
    assert answered("ok 58", (58,)) == (True, 58)
