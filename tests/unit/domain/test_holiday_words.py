from datetime import date

import pytest

from bot.domain.errors import Refused
from bot.domain.holiday_words import Asked, Deed, name_and_document, read

DAY = date(2027, 2, 11)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("2027", 2027),
        (" 2100 ", 2100),
        ("11/02/2027", Asked(DAY, Deed.SHOW)),
        ("2027-02-11 off", Asked(DAY, Deed.OFF)),
        (
            "2027-02-11 off Nghỉ Tết 1234/TB-BNV",
            Asked(DAY, Deed.OFF, "Nghỉ Tết", "1234/TB-BNV"),
        ),
        ("11/2/2027  nghỉ  Nghỉ  Tết", Asked(DAY, Deed.OFF, "Nghỉ Tết")),
        ("11/02/2027 LÀM Làm bù", Asked(DAY, Deed.WORK, "Làm bù")),
        ("11/02/2027 reset", Asked(DAY, Deed.RESET)),
        ("11/02/2027 bỏ ok", Asked(DAY, Deed.RESET, "ok")),
        ("11/02/2027 trực", Asked(DAY, Deed.WATCH)),
        ("11/02/2027 nowatch", Asked(DAY, Deed.NO_WATCH)),
    ],
)
def test_what_is_asked_is_read(words, asked):
    assert read(words) == asked


@pytest.mark.parametrize(
    "words",
    ["1999", "2101", "2027 off", "hôm nay", "11/02/2027 maybe", "32/01 off x", "SC-2026-0001"],
)
def test_what_is_no_day_and_no_deed_is_refused(words):
    with pytest.raises(Refused, match="refused-holidays-usage"):
        read(words)


@pytest.mark.parametrize(
    "words", ["31/2/2027", "29/02/2027 watch", "2027-02-31", "32/01/2027 off x"]
)
def test_a_day_that_does_not_exist_is_said_not_to(words):
    with pytest.raises(Refused, match="refused-no-such-day") as refused:
        read(words)
    assert refused.value.params == {"written": words.split()[0]}


@pytest.mark.parametrize(
    ("written", "name", "document"),
    [
        ("Nghỉ Tết 1234/TB-BNV", "Nghỉ Tết", "1234/TB-BNV"),
        ("Nghỉ Tết theo 1234/TB-BNV", "Nghỉ Tết", "1234/TB-BNV"),
        ("Nghỉ Tết, văn bản số 1234/TB-BNV", "Nghỉ Tết", "1234/TB-BNV"),
        ("Nghỉ Tết (12729/VPCP-KGVX)", "Nghỉ Tết", "12729/VPCP-KGVX"),
        (
            "Làm bù 12729/VPCP-KGVX ngày 25/12/2025",
            "Làm bù",
            "12729/VPCP-KGVX ngày 25/12/2025",
        ),
        ("Nghỉ lễ 28/2026/QH16", "Nghỉ lễ", "28/2026/QH16"),
        ("Nghỉ lễ 33/2023/QĐ-UBND", "Nghỉ lễ", "33/2023/QĐ-UBND"),
        ("Quốc khánh 2/9", "Quốc khánh 2/9", ""),
        ("Làm bù cho ngày 02/01/2026", "Làm bù cho ngày 02/01/2026", ""),
        ("Nghỉ 30/4-1/5", "Nghỉ 30/4-1/5", ""),
        ("1234/TB-BNV", "", "1234/TB-BNV"),
        ("", "", ""),
    ],
)
def test_a_document_is_told_from_the_name_before_it(written, name, document):
    assert name_and_document(written) == (name, document)


def test_a_name_has_an_end():
    assert name_and_document("x" * 120) == ("x" * 120, "")
    with pytest.raises(Refused, match="refused-holiday-long"):
        name_and_document("x" * 121)
    with pytest.raises(Refused, match="refused-holiday-long"):
        name_and_document("Tết 1/TB-" + "x" * 80)
