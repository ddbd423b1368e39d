from datetime import timedelta

import pytest

from bot.domain.duration import format_duration, parse_duration


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("0s", timedelta()),
        ("45s", timedelta(seconds=45)),
        ("3m", timedelta(minutes=3)),
        ("12h", timedelta(hours=12)),
        ("2d", timedelta(days=2)),
        (" 10M ", timedelta(minutes=10)),
        ("0.5s", timedelta(milliseconds=500)),
    ],
)
def test_a_length_of_time_is_a_number_and_a_unit(text, length):
    assert parse_duration(text) == length


@pytest.mark.parametrize(
    "text", ["", "3", "m", "3 m", "-3m", "3w", "3m30s", "1e3s", "٣m", "3661d", "999999999d"]
)
def test_anything_else_is_refused_and_quoted_in_the_reason(text):
    with pytest.raises(ValueError, match="not a length of time") as refusal:
        parse_duration(text)
    assert repr(text) in str(refusal.value)


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(), "0s"),
        (timedelta(seconds=90), "90s"),
        (timedelta(minutes=90), "90m"),
        (timedelta(hours=24), "1d"),
        (timedelta(milliseconds=1250), "1.250000s"),
    ],
)
def test_a_length_is_written_in_the_largest_unit_that_fits_and_reads_back(length, text):
    assert format_duration(length) == text
    assert parse_duration(text) == length
