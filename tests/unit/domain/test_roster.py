from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.errors import Refused
from bot.domain.roster import Post, Shift, local_to_utc, on_duty

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ANNA, BINH = 1, 2


def shift(person_id: int, start: int, end: int, post: Post = Post.PRIMARY) -> Shift:
    begins, ends = (NOON + timedelta(hours=hour) for hour in (start, end))
    return Shift(person_id * 10, begins, ends, post, person_id)


@pytest.mark.parametrize(
    ("hour", "expected"), [(-1.01, ()), (-1, (ANNA,)), (0, (ANNA,)), (0.99, (ANNA,)), (1, ())]
)
def test_a_shift_covers_its_first_instant_and_not_its_last(hour, expected):
    assert on_duty([shift(ANNA, -1, 1)], {Post.PRIMARY}, NOON + timedelta(hours=hour)) == expected


def test_the_next_shift_takes_over_in_the_same_instant():
    shifts = [shift(ANNA, -1, 0), shift(BINH, 0, 1)]
    assert on_duty(shifts, {Post.PRIMARY}, NOON) == (BINH,)


def test_a_shift_without_length_covers_nobody_and_hides_nobody():
    assert on_duty([shift(ANNA, 0, 0), shift(BINH, -1, 1)], {Post.PRIMARY}, NOON) == (BINH,)


def test_overlapping_shifts_name_everybody_once_earliest_first():
    shifts = [shift(BINH, -1, 1), shift(ANNA, -2, 1), shift(ANNA, -1, 2)]
    assert on_duty(shifts, {Post.PRIMARY}, NOON) == (ANNA, BINH)
    assert on_duty(reversed(shifts), {Post.PRIMARY}, NOON) == (ANNA, BINH)


def test_other_posts_do_not_count():
    assert on_duty([shift(ANNA, -1, 1, Post.BACKUP)], {Post.PRIMARY}, NOON) == ()
    assert on_duty([shift(ANNA, -1, 1, Post.BACKUP)], {Post.BACKUP}, NOON) == (ANNA,)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-11-22T07:30", datetime(2026, 11, 22, 0, 30, tzinfo=UTC)),
        ("2026-11-22 00:00:00", datetime(2026, 11, 21, 17, tzinfo=UTC)),
        ("2028-02-29T00:00", datetime(2028, 2, 28, 17, tzinfo=UTC)),
        ("2026-11-22T07:30+00:00", datetime(2026, 11, 22, 7, 30, tzinfo=UTC)),
    ],
)
def test_a_local_time_is_one_instant(text, instant):
    assert local_to_utc(text, VIETNAM) == instant
    assert local_to_utc(text, VIETNAM).tzinfo is UTC


@pytest.mark.parametrize(
    "text", ["", "mai 7h", "2026-11-22", "2026-02-29T07:30", "07:30", "0001-01-01T00:00"]
)
def test_a_time_that_cannot_be_read_is_refused(text):
    with pytest.raises(Refused) as refusal:
        local_to_utc(text, VIETNAM)
    assert refusal.value.text_id == "refused-time-unreadable"
    assert refusal.value.params == {"written": text}


@pytest.mark.parametrize(
    ("text", "text_id"),
    [
        ("2026-03-29T02:30", "refused-time-skipped"),
        ("2026-10-25T02:30", "refused-time-twice"),
    ],
)
def test_a_time_that_clocks_skip_or_show_twice_is_refused(text, text_id):
    with pytest.raises(Refused) as refusal:
        local_to_utc(text, BERLIN)
    assert refusal.value.text_id == text_id


@pytest.mark.parametrize(
    ("text", "hour"),
    [("2026-03-29T01:59", 0), ("2026-03-29T03:00", 1), ("2026-10-25T03:00", 2)],
)
def test_times_around_a_change_of_clocks_are_read(text, hour):
    assert local_to_utc(text, BERLIN).hour == hour


def test_a_shift_over_a_change_of_clocks_ends_when_local_clocks_say_so():
    start, end = (local_to_utc(text, BERLIN) for text in ("2026-10-24T22:00", "2026-10-25T06:00"))
    assert end - start == timedelta(hours=9)
