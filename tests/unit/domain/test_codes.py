import pytest

from bot.domain.codes import code_for, parse_code, parted


@pytest.mark.parametrize(
    ("number", "code"), [(1, "SC-2026-0001"), (999, "SC-2026-0999"), (12345, "SC-2026-12345")]
)
def test_a_code_has_at_least_four_digits_and_reads_back(number, code):
    assert code_for(2026, number) == code
    assert parse_code(code) == (2026, number)


@pytest.mark.parametrize(
    "text",
    [
        "SC-2026-0012",
        "sc-2026-12",
        "sc 2026 12",
        " SC2026-0012. ",
        "#sc_2026_0012",
        "SC\u20132026\u20130012",
        "SC\u20112026\u20110012",
        "ＳＣ-２０２６-００１２",  # noqa: RUF001 typed on a keyboard of wide letters
        "(SC-2026-0012)",
        "SC/2026/0012",
    ],
)
def test_a_code_is_understood_however_it_was_typed(text):
    assert parse_code(text) == (2026, 12)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SC",
        "SC-2026",
        "SC-2026-0000",
        "SC-26-0012",
        "2026-0012",
        "SC-2026-0012 và SC-2026-0013",
        "về SC-2026-0012",
        "SC-2026-12345678901",
        "SC-٢٠٢٦-0012",
    ],
)
def test_what_is_not_just_a_code_is_none(text):
    assert parse_code(text) is None


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("SC-2026-0012 đã cô lập", "SC-2026-0012", "đã cô lập"),
        ("SC-2026-0012\nđã cô lập\nmáy chủ", "SC-2026-0012", "đã cô lập\nmáy chủ"),
        ("sc 2026 12 3 máy hỏng", "sc 2026 12", "3 máy hỏng"),
        ("(sc2026-12): đã xem", "sc2026-12", "đã xem"),
        ("SC–2026–0012 – đã xem", "SC–2026–0012", "đã xem"),  # noqa: RUF001 what phones make of -
        ("ＳＣ-２０２６-００１２ xong", "ＳＣ-２０２６-００１２", "xong"),  # noqa: RUF001 wide letters
        ("SC-2026-0012", "SC-2026-0012", ""),
        ("SC-2026 đã xem", "SC-2026", "đã xem"),
        ("SC-2026-12345678901", "SC-2026-12345678901", ""),
        ("Scan xong máy chủ", "", "Scan xong máy chủ"),
        ("scada bị dừng lúc 2026", "", "scada bị dừng lúc 2026"),
        ("12 máy", "", "12 máy"),
        ("", "", ""),
    ],
)
def test_a_code_is_parted_from_the_words_behind_it(text, code, rest):
    assert parted(text) == (code, rest)
