"""What people write behind /roster and /oncall."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.asked_days import Asked, read_days, read_roster, read_when
from bot.domain.errors import Refused

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TODAY = date(2026, 8, 28)  # a Friday
NOW = datetime(2026, 8, 28, 3, 0, tzinfo=UTC)  # 10:00 in Vietnam


def days(first, last):
    return tuple(date.fromisoformat(f"2026-{written}") for written in (first, last))


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("", Asked(days=days("08-28", "09-03"))),
        ("png", Asked("png", days("08-28", "09-03"))),
        ("Ảnh 2/9", Asked("png", days("09-02", "09-02"))),
        ("2/9 Excel", Asked("xlsx", days("09-02", "09-02"))),
        ("word #12", Asked("docx", number=12)),
        ("12", Asked(number=12)),
        ("№12", Asked(number=12)),
        ("đợt 3", Asked(number=3)),
        ("trực lễ Quốc khánh", Asked(name="trực lễ Quốc khánh")),
        ("Tết", Asked(name="Tết")),
    ],
)
def test_what_stands_behind_roster(words, asked):
    assert read_roster(words, TODAY) == asked


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("hôm nay", days("08-28", "08-28")),
        ("mai", days("08-29", "08-29")),
        ("ngày 2/9", days("09-02", "09-02")),
        ("1/9-3/9", days("09-01", "09-03")),
        ("1/9 - 3/9/2026", days("09-01", "09-03")),
        ("từ 1/9 đến 3/9", days("09-01", "09-03")),
        ("1-3/9", days("09-01", "09-03")),
        ("2026-09-01..2026-09-03", days("09-01", "09-03")),
        ("2026-09-01 2026-09-03", None),
        ("1/9 to 3/9", days("09-01", "09-03")),
        ("tuần này", days("08-24", "08-30")),
        ("Tuần sau", days("08-31", "09-06")),
        ("tháng này", days("08-01", "08-31")),
        ("next month", days("09-01", "09-30")),
        ("31/12-2/1", (date(2026, 12, 31), date(2027, 1, 2))),
        ("31/2", None),
        ("Trực lễ 2/9", None),
    ],
)
def test_days_are_read_as_people_write_them(words, expected):
    assert read_days(words, TODAY) == expected


@pytest.mark.parametrize("words", ["2026-09-03..2026-09-01", "2026-01-01..2026-12-31"])
def test_days_the_wrong_way_round_or_too_many_are_refused(words):
    with pytest.raises(Refused, match="refused-roster-days"):
        read_days(words, TODAY)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", NOW),
        ("14:00", datetime(2026, 8, 28, 7, 0, tzinfo=UTC)),
        ("14h", datetime(2026, 8, 28, 7, 0, tzinfo=UTC)),
        ("lúc 14h30", datetime(2026, 8, 28, 7, 30, tzinfo=UTC)),
        ("2/9 14:00", datetime(2026, 9, 2, 7, 0, tzinfo=UTC)),
        ("14:00 2/9", datetime(2026, 9, 2, 7, 0, tzinfo=UTC)),
        ("mai lúc 8h", datetime(2026, 8, 29, 1, 0, tzinfo=UTC)),
        ("8h ngày mai", datetime(2026, 8, 29, 1, 0, tzinfo=UTC)),
        ("2026-09-02T14:00", datetime(2026, 9, 2, 7, 0, tzinfo=UTC)),
        ("2026-09-02 14:00", datetime(2026, 9, 2, 7, 0, tzinfo=UTC)),
        ("2026-09-02T14:00+00:00", datetime(2026, 9, 2, 14, 0, tzinfo=UTC)),
        ("2/9", date(2026, 9, 2)),
        ("ngày 2/9", date(2026, 9, 2)),
        ("hôm nay", TODAY),
    ],
)
def test_an_instant_or_a_day_is_read_as_people_write_it(words, expected):
    assert read_when(words, NOW, ZONE) == expected


@pytest.mark.parametrize("words", ["khi nào", "25:00", "32/9 8h", "2/9 14:00 15:00"])
def test_what_is_no_time_is_refused(words):
    with pytest.raises(Refused, match="refused-oncall-usage"):
        read_when(words, NOW, ZONE)
