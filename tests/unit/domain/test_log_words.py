"""What is written behind `/log`: what could be a note is one."""

from datetime import date

import pytest

from bot.domain.errors import Refused
from bot.domain.log_words import Asked, Deed, read

TODAY = date(2026, 9, 2)


def days(first, last=None):
    return (first, last or first)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("", Asked(Deed.SHOW)),
        ("  ", Asked(Deed.SHOW)),
        ("2/9", Asked(Deed.SHOW, days=days(TODAY))),
        ("02.09.2026", Asked(Deed.SHOW, days=days(TODAY))),
        ("2/9/26", Asked(Deed.SHOW, days=days(TODAY))),
        ("2026-09-01", Asked(Deed.SHOW, days=days(date(2026, 9, 1)))),
        ("3/9", Asked(Deed.SHOW, days=days(date(2025, 9, 3)))),
        ("29/2", Asked(Deed.SHOW, days=days(date(2024, 2, 29)))),
        ("hôm qua", Asked(Deed.SHOW, days=days(date(2026, 9, 1)))),
        ("Today", Asked(Deed.SHOW, days=days(TODAY))),
        ("check", Asked(Deed.CHECK)),
        ("Kiểm tra", Asked(Deed.CHECK)),
        ("check 2", Asked(Deed.CHECK, "2")),
        ("report", Asked(Deed.REPORT)),
        ("báo cáo #3", Asked(Deed.REPORT, watch_id=3)),
        ("sheet", Asked(Deed.SHEET)),
        ("bảng chấm trực 3", Asked(Deed.SHEET, watch_id=3)),
        ("bảng chấm 9/2026", Asked(Deed.SHEET, days=days(date(2026, 9, 1), date(2026, 9, 30)))),
        ("sheet 2/2028", Asked(Deed.SHEET, days=days(date(2028, 2, 1), date(2028, 2, 29)))),
        ("sheet 30/8-2/9", Asked(Deed.SHEET, days=days(date(2026, 8, 30), TODAY))),
        ("sheet 30/8 đến 2/9", Asked(Deed.SHEET, days=days(date(2026, 8, 30), TODAY))),
        ("sheet 2026-08-30 to 2026-09-02", Asked(Deed.SHEET, days=days(date(2026, 8, 30), TODAY))),
        ("sheet 2026-08-30", Asked(Deed.SHEET, days=days(date(2026, 8, 30)))),
    ],
)
def test_a_day_or_a_deed_alone_is_understood(words, asked):
    assert read(words, TODAY) == asked


@pytest.mark.parametrize(
    "words",
    [
        "mất điện tầng 2",
        "2/9 mất điện",
        "kiểm tra máy chủ thư: bình thường",
        "check mail server",
        "check antivirus",
        "báo cáo Sở lúc 9 giờ",
        "report sent",
        "report 2/9",
        "sheet hỏng",
        "sheet 13/2026",
        "sheet 1/9-2/9-3/9",
        "31/2",
        "5",
    ],
)
def test_what_may_be_a_note_is_a_note(words):
    assert read(f" {words} ", TODAY) == Asked(Deed.NOTE, words)


@pytest.mark.parametrize("words", ["sheet 2/9/2026-1/9/2026", "sheet 1/1/2020-2/9/2026"])
def test_a_period_runs_forward_and_is_no_longer_than_a_year(words):
    with pytest.raises(Refused) as refused:
        read(words, TODAY)
    assert refused.value.text_id == "refused-log-period"
    assert read("sheet 1/1/2026-2/9/2026", TODAY).days == (date(2026, 1, 1), TODAY)
