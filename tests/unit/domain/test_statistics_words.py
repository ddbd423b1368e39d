"""What `/stats` is asked for."""

from datetime import date

import pytest

from bot.domain.errors import Refused
from bot.domain.losses import read_amount, written
from bot.domain.statistics_words import What, of_form05, read

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("words", "what", "first"),
    [
        ("", What.FIGURES, "2026-11-01"),
        ("tháng 9", What.FIGURES, "2026-09-01"),
        ("báo cáo", What.REPORT, "2026-10-01"),
        ("báo cáo tháng", What.REPORT, "2026-10-01"),
        ("báo cáo tháng 9", What.REPORT, "2026-09-01"),
        ("bao cao quý 3", What.REPORT, "2026-07-01"),
        ("report september", What.REPORT, "2026-09-01"),
        ("mau05", What.FORM05, "2026-01-01"),
        ("mẫu 05 6 tháng đầu năm", What.FORM05, "2026-01-01"),
        ("Mẫu số 05 2025", What.FORM05, "2025-01-01"),
        ("form 05 h2 2025", What.FORM05, "2025-07-01"),
    ],
)
def test_figures_reports_and_forms_are_told_apart(words, what, first):
    asked = read(words, TODAY)
    assert (asked.what, asked.span.first) == (what, date.fromisoformat(first))


def test_mau_05_is_of_half_a_year_until_the_end_of_june():
    assert read("mau05", date(2026, 6, 30)).span.last == date(2026, 6, 30)
    assert read("mau05", date(2026, 7, 1)).span.last == date(2026, 12, 31)


def test_what_is_no_span_is_refused_behind_a_name_as_well():
    with pytest.raises(Refused):
        read("mau05 hôm kia", TODAY)


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("0", 0),
        ("không", 0),
        ("50 triệu", 50_000_000),
        ("50tr", 50_000_000),
        ("1,2 tỷ", 1_200_000_000),
        ("1.25 ty đồng", 1_250_000_000),
        ("500k", 500_000),
        ("500 nghìn đồng", 500_000),
        ("1.200.000", 1_200_000),
        ("1,200,000 đ", 1_200_000),
        ("3 million", 3_000_000),
    ],
)
def test_amounts_are_read_as_people_write_them(words, amount):
    assert read_amount(words) == amount


@pytest.mark.parametrize("words", ["", "nhiều", "50 con bò", "-5", "9999999 tỷ", "1.2.3"])
def test_what_is_no_amount_is_refused(words):
    with pytest.raises(Refused):
        read_amount(words)


def test_an_amount_is_written_with_its_thousands_apart():
    assert written(1_200_000, "vi") == "1.200.000"
    assert written(1_200_000, "en") == "1,200,000"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("05", "mau05"),
        ("SC-2026-0001 05", "mau05"),
        ("mẫu 05 quý 3", "mau05 quý 3"),
        ("5 2025", "mau05 2025"),
        ("Mẫu số 5", "mau05"),
        ("03", None),
        ("SC-2026-0005", None),
        ("SC-2026-0005 03", None),
        ("", None),
        ("notice 05", None),
    ],
)
def test_form_05_is_known_among_the_papers_of_an_incident(words, expected):
    assert of_form05(words) == expected
