"""Spans of days as people write them."""

from datetime import date

import pytest

from bot.domain.errors import Refused
from bot.domain.spans import Span, Unit, months, read_span

TODAY = date(2026, 11, 22)  # a Sunday


def days(first, last):
    return date.fromisoformat(first), date.fromisoformat(last)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("", "2026-11-01", "2026-11-30"),
        ("tháng này", "2026-11-01", "2026-11-30"),
        ("tháng trước", "2026-10-01", "2026-10-31"),
        ("tuần này", "2026-11-16", "2026-11-22"),
        ("tuan truoc", "2026-11-09", "2026-11-15"),
        ("quý này", "2026-10-01", "2026-12-31"),
        ("năm ngoái", "2025-01-01", "2025-12-31"),
        ("last quarter", "2026-07-01", "2026-09-30"),
        ("tháng 9", "2026-09-01", "2026-09-30"),
        ("thang 12", "2025-12-01", "2025-12-31"),
        ("T9/2025", "2025-09-01", "2025-09-30"),
        ("9/2026", "2026-09-01", "2026-09-30"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("September 2025", "2025-09-01", "2025-09-30"),
        ("sept", "2026-09-01", "2026-09-30"),
        ("Quý 3", "2026-07-01", "2026-09-30"),
        ("quý III năm 2025", "2025-07-01", "2025-09-30"),
        ("Q1/2026", "2026-01-01", "2026-03-31"),
        ("6 tháng đầu năm", "2026-01-01", "2026-06-30"),
        ("06 tháng cuối năm 2025", "2025-07-01", "2025-12-31"),
        ("nửa đầu năm 2026", "2026-01-01", "2026-06-30"),
        ("second half of 2025", "2025-07-01", "2025-12-31"),
        ("h1 2026", "2026-01-01", "2026-06-30"),
        ("9 tháng đầu năm", "2026-01-01", "2026-09-30"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("cả năm 2025", "2025-01-01", "2025-12-31"),
        ("7 ngày qua", "2026-11-16", "2026-11-22"),
        ("last 30 days", "2026-10-24", "2026-11-22"),
        ("hôm qua", "2026-11-21", "2026-11-21"),
        ("1/9-30/9", "2026-09-01", "2026-09-30"),
        ("từ 1/9 đến hết ngày 30/9", "2026-09-01", "2026-09-30"),
        ("15/12 - 14/1", "2025-12-15", "2026-01-14"),
        ("1.9.2025 – 5.9.25", "2025-09-01", "2025-09-05"),  # noqa: RUF001 a dash people type
        ("2026-09-01..2026-09-03", "2026-09-01", "2026-09-03"),
        ("29/2", "2024-02-29", "2024-02-29"),
    ],
)
def test_people_write_spans_in_many_ways(words, first, last):
    span = read_span(words, TODAY)
    assert (span.first, span.last) == days(first, last)


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("hôm kia", "refused-span"),
        ("tháng 13", "refused-span"),
        ("13 tháng đầu năm", "refused-span"),
        ("31/2", "refused-span"),
        ("1/9-", "refused-span"),
        ("0 ngày qua", "refused-span-ahead"),
        ("0000", "refused-span"),
        ("thing", "refused-span"),
        ("2027", "refused-span-ahead"),
        ("1/12/2026-5/12/2026", "refused-span-ahead"),
        ("1/1/2025-5/1/2026", "refused-span-long"),
        ("5/9/2026-1/9/2026", "refused-span-long"),
    ],
)
def test_what_is_no_span_is_refused(words, refusal):
    with pytest.raises(Refused) as refused:
        read_span(words, TODAY)
    assert refused.value.text_id == refusal


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("tuần này", "2026-11-09", "2026-11-15"),
        ("tháng 1 2026", "2025-12-01", "2025-12-31"),
        ("quý 1 2026", "2025-10-01", "2025-12-31"),
        ("6 tháng đầu năm 2026", "2025-07-01", "2025-12-31"),
        ("9 tháng đầu năm 2026", "2025-01-01", "2025-09-30"),
        ("2026", "2025-01-01", "2025-12-31"),
        ("1/9-10/9", "2026-08-22", "2026-08-31"),
    ],
)
def test_the_span_before_is_of_the_same_sort(words, first, last):
    span = read_span(words, TODAY).before
    assert (span.first, span.last) == days(first, last)


def test_a_span_that_still_runs_is_compared_with_as_many_days():
    running = read_span("", TODAY).so_far(TODAY)
    assert (running.first, running.last) == days("2026-11-01", "2026-11-22")
    before = running.before
    assert before.unit is Unit.MONTH
    assert before.as_long_as(running).last == date(2026, 10, 22)
    february = months(Unit.MONTH, 2026, 2, 1)
    march = months(Unit.MONTH, 2026, 3, 1)
    assert february.as_long_as(march).last == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("words", "number"),
    [("tháng 9", 9), ("quý 3", 3), ("6 tháng cuối năm 2025", 2), ("9 tháng đầu năm", 9)],
)
def test_a_span_knows_its_number(words, number):
    assert read_span(words, TODAY).number == number


def test_a_week_over_new_year_has_a_week_before():
    week = Span(Unit.WEEK, date(2026, 12, 28), date(2027, 1, 3))
    assert week.before.first == date(2026, 12, 21)
