import pytest

from bot.domain.typed import Choice, Control, chosen, control_of, is_greeting, unaccented
from tests.unit.domain.trial_form import KINDS


def test_a_part_of_a_name_that_two_choices_share_is_no_choice():
    two = (Choice("a", caption="Lộ dữ liệu"), Choice("b", caption="Mã hóa dữ liệu"))
    assert chosen("dữ liệu", two) is None
    assert chosen("mã hóa", two) == "b"


def test_a_telephone_number_is_not_the_number_of_a_choice():
    assert chosen("0001", KINDS) is None


@pytest.mark.parametrize(
    ("words", "control"),
    [
        ("quay lại", Control.BACK),
        ("QUAY LAI", Control.BACK),
        ("bỏ qua", Control.SKIP),
        ("huỷ", Control.CANCEL),
        ("hủy", Control.CANCEL),
        ("cancel", Control.CANCEL),
        ("gửi", Control.SEND),
        ("send", Control.SEND),
        ("Gửi ngay!", Control.URGENT),
        ("tôi muốn gửi", None),
        ("Hủy bỏ.", Control.CANCEL),
        ("hu\u0309y", Control.CANCEL),
        ("Huy", None),
        ("huy", None),
        ("", None),
    ],
)
def test_controls_are_understood_with_accents_or_without(words, control):
    assert control_of(words) is control


def test_accents_case_and_punctuation_do_not_matter():
    assert unaccented("  Đúng,  RỒI! ") == "dung roi"


@pytest.mark.parametrize(("words", "greets"), [("Xin chào!", True), ("máy bị mã hoá", False)])
def test_a_greeting_tells_nothing(words, greets):
    assert is_greeting(words) is greets
