"""Masking is complete for cards, harmless to the rest, and doing it twice changes nothing."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.markings import find_marking
from bot.domain.redact import MASK, redact

WORDS = st.sampled_from(
    [
        *(
            "mật khẩu",
            "MAT KHAU",
            "password",
            "pass",
            "mk",
            "otp",
            "mã xác thực",
            "PIN",
            "là",
            "is",
        ),
        *(":", "=", " ", "\n", ".", ",", '"', "'", "●", MASK, "&x=1", "-", "đồng", "của tôi"),
        *("4111 1111 1111 1111", "378282246310005", "123456", "1234", "0912345678", "10.0.0.1"),
        *("SC-2026-0001", "22/11/2026", "08:30", "bí mật", "Tối mật", "MẬT", "KHẨU", "\u0301"),
    ]
)
PASTED = st.lists(st.one_of(WORDS, st.text(max_size=5)), max_size=12).map("".join)
PROSE = st.lists(
    st.sampled_from(
        [
            *("máy chủ không trả lời", "từ sáng nay", "ở xã Đông", "hỏi gấp", "5", "120", "2026"),
            *("10.0.0.1", "fe80::1", "08:30", "22/11/2026", "2026-11-22", "0912345678"),
            *("SC-2026-0012", "d41d8cd98f00b204e9800998ecf8427e", "024 3936 5678"),
        ]
    )
).map(" ".join)
PREFIXES = st.sampled_from(["4", "51", "55", "2221", "2720", "6011", "62", "35"])


@st.composite
def cards(draw):
    """A number of 16 digits that passes Luhn's check, as cards are written."""
    prefix = draw(PREFIXES)
    body = prefix + "".join(draw(st.lists(st.sampled_from("0123456789"), min_size=15, max_size=15)))
    body = body[:15]
    weights = [sum(divmod(int(digit) * 2, 10)) for digit in body[::2]]
    total = sum(weights) + sum(int(digit) for digit in body[1::2])
    number = body + str(-total % 10)
    separator = draw(st.sampled_from(["", " ", "-"]))
    return separator.join(number[at : at + 4] for at in range(0, 16, 4))


@given(PASTED, st.sampled_from(["NFC", "NFD"]))
def test_masking_twice_changes_nothing(text, form):
    once = redact(unicodedata.normalize(form, text))
    assert redact(once.text).text == once.text
    assert redact(once.text).found == ()


@given(PASTED)
def test_what_is_left_is_the_text_with_parts_replaced_by_masks(text):
    left = redact(text)
    if not left.found:
        assert left.text == text
        return
    at = 0
    for piece in left.text.split(MASK):
        at = text.index(piece, at) + len(piece)


@given(PROSE, cards(), PROSE)
def test_a_card_number_is_masked_wherever_it_stands(before, card, after):
    found = redact(f"{before}\n{card}\n{after}")
    assert found.text == f"{before}\n{MASK}\n{after}"
    assert found.found == ("card",)


@given(PROSE)
def test_addresses_telephones_codes_dates_and_hashes_are_kept(text):
    assert redact(text).text == text


@given(
    st.sampled_from(["NFC", "NFD"]),
    st.from_regex(r"[A-Za-z][A-Za-z0-9@#$%^]{5,20}", fullmatch=True),
)
def test_a_password_is_masked_whatever_it_is(form, password):
    label = unicodedata.normalize(form, "Mật khẩu")
    assert redact(f"{label}: {password}").text == f"{label}: {MASK}"


@given(PASTED)
def test_composition_decides_neither_secrets_nor_markings(text):
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert redact(composed).found == redact(apart).found
    assert find_marking(composed) == find_marking(apart)
