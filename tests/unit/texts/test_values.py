from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.incident import Status
from bot.domain.kinds import Severity
from bot.texts.fluent import Html, TextError
from bot.texts.length import units
from bot.texts.values import LONGEST_LINE, one_line, voice
from tests.unit.texts.examples import NIGHT, TEAM

VI = voice(TEAM, NIGHT, "vi")
EN = voice(TEAM, NIGHT, "en")


@pytest.mark.parametrize(
    ("at", "vi", "en"),
    [
        (NIGHT, "02:03 ICT", "02:03 ICT"),
        (datetime(2026, 11, 20, 17, 0, tzinfo=UTC), "00:00 ICT", "00:00 ICT"),
        (
            datetime(2026, 11, 20, 16, 59, tzinfo=UTC),
            "23:59 ICT ngày 20/11",
            "23:59 ICT on 20 Nov",
        ),
        (datetime(2026, 9, 1, 19, 3, tzinfo=UTC), "02:03 ICT ngày 02/09", "02:03 ICT on 2 Sep"),
        (
            datetime(2025, 12, 31, 10, 0, tzinfo=UTC),
            "17:00 ICT ngày 31/12/2025",
            "17:00 ICT on 31 Dec 2025",
        ),
    ],
)
def test_an_instant_is_told_on_the_teams_clocks_with_the_day_unless_it_is_today(at, vi, en):
    assert VI.value({"instant": at.isoformat()}) == vi
    assert EN.value({"instant": at.isoformat()}) == en


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_own_name(month):
    at = datetime(2026, month, 15, 3, 0, tzinfo=UTC)
    assert EN.time(at) == f"10:00 ICT on 15 {at:%b}"


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("Asia/Ho_Chi_Minh", "02:03 ICT"),
        ("Asia/Bangkok", "02:03 ICT"),
        ("UTC", "19:03 UTC"),
        ("Asia/Tokyo", "04:03 JST"),
        ("Asia/Singapore", "03:03 UTC+08"),
    ],
)
def test_a_zone_is_called_as_people_there_call_it(zone, shown):
    assert voice(replace(TEAM, zone=ZoneInfo(zone)), NIGHT, "vi").time(NIGHT) == shown


@pytest.mark.parametrize(
    ("seconds", "vi", "en"),
    [
        (0, "chưa đầy một giây", "less than a second"),
        (45, "45 giây", "45 seconds"),
        (60, "1 phút", "1 minute"),
        (3 * 3600 + 120, "3 giờ 2 phút", "3 hours 2 minutes"),
        (86400 + 3, "1 ngày", "1 day"),
        (90061, "1 ngày 1 giờ", "1 day 1 hour"),
    ],
)
def test_a_duration_is_told_in_its_two_largest_units(seconds, vi, en):
    assert VI.value({"duration": seconds}) == vi
    assert EN.value({"duration": seconds}) == en


@pytest.mark.parametrize(
    ("value", "vi"),
    [
        ("a < b", "a &lt; b"),
        (Html("<b>x</b>"), "<b>x</b>"),
        (12, 12),
        (True, "yes"),
        (None, "none"),
        ({"kind": "phishing"}, "Giả mạo, lừa lấy mật khẩu"),
        ({"kind": "unknown"}, "Chưa rõ loại"),
        ({"kind": "gone_from_the_catalog"}, "gone_from_the_catalog"),
        ({"severity": "critical"}, "🔴 Khẩn cấp"),
        ({"severity_icon": "low"}, "⚪ Thấp"),
        ({"status": "wrapping_up"}, "đã xử lý, chờ xác nhận"),
        ({"role": "lead"}, "chỉ huy Đội"),
        ({"post": "primary"}, "Trực ban"),
        ({"text": "nobody"}, "chưa có ai"),
        ({"text": "toast-taken", "code": "<1>"}, "✅ Bạn đã nhận &lt;1&gt;."),
        ({"list": ["A", {"text": "nobody"}, "<"]}, "A, chưa có ai, &lt;"),
        ({"lines": ["A", {"text": "nobody"}]}, "A\nchưa có ai"),
        ({"lines": []}, ""),
    ],
)
def test_a_value_is_shown_to_its_reader(value, vi):
    assert VI.value(value) == vi


@pytest.mark.parametrize("value", [{"colour": "red"}, {}, 1.5, NIGHT, {"kind": "a", "role": "b"}])
def test_a_value_that_nobody_can_show_is_an_error(value):
    with pytest.raises(TextError):
        VI.value(value)


@pytest.mark.parametrize("severity", Severity)
def test_no_severity_is_a_colour_alone(severity):
    assert len(VI.severity(severity).split()) > 1


@pytest.mark.parametrize("status", Status)
def test_every_status_has_words(status):
    assert VI.value({"status": status.value})
    assert EN.value({"status": status.value})


def test_however_much_somebody_writes_it_stays_one_line_that_opens_nothing():
    said = one_line("Công an tỉnh\nxem http://xau.top/a " + "dài " * 1000)
    assert said.startswith("Công an tỉnh xem hxxp://xau[.]top/a dài")
    assert said.endswith("…")
    assert units(said) <= LONGEST_LINE
