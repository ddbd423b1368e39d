from datetime import UTC, datetime, timedelta

import pytest

from bot.texts.values import voice
from tests.unit.texts.examples import NIGHT, TEAM

VI, EN = voice(TEAM, NIGHT, "vi"), voice(TEAM, NIGHT, "en")
HOUR = timedelta(hours=1)


def told(start: datetime, length: timedelta) -> tuple[str, str]:
    ends = [start.isoformat(), (start + length).isoformat()]
    said = [str(reader.value({"period": ends})) for reader in (VI, EN)]
    return said[0].replace("\u2013", "-"), said[1].replace("\u2013", "-")


def test_a_period_within_a_day_names_its_day_of_the_week_once():
    start = datetime(2026, 9, 2, 0, 30, tzinfo=UTC)
    assert told(start, 12 * HOUR) == (
        "07:30-19:30 ICT, Thứ Tư 02/09",
        "07:30-19:30 ICT, Wed 2 Sep",
    )


def test_a_period_across_midnight_names_both_days():
    start = datetime(2026, 12, 31, 12, 30, tzinfo=UTC)
    assert told(start, 12 * HOUR) == (
        "19:30 Thứ Năm 31/12 → 07:30 Thứ Sáu 01/01 (ICT)",
        "19:30 Thu 31 Dec → 07:30 Fri 1 Jan (ICT)",
    )


@pytest.mark.parametrize("number", range(7))
def test_every_day_of_the_week_has_its_name(number):
    monday = datetime(2026, 8, 31, 1, tzinfo=UTC)
    vi, en = told(monday + number * 24 * HOUR, HOUR)
    names = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
    assert names[number] in vi
    assert ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[number] in en


def test_a_thing_to_be_checked_is_named_and_a_forgotten_one_shown_by_its_code():
    code = TEAM.catalog.watch.checks[0].code
    assert "giám sát" in str(VI.value({"check": code}))
    assert EN.value({"check": "old_console"}) == "old_console"
